/** Words of the guarantee by school, of rows pasted from one, and of those offered a place who are not known to have started. */
import { rowTroubles } from '../absences/file/words.ts'
import type { PasteTrouble } from './pasting.ts'

export const en = {
  gridTitle: 'September Guarantee by school',
  gridLead:
    'Who has an offer, who has none, and what those in Year 11 want to do next. Only young people you may see; restricted records are not here.',
  school: 'School or college',
  chooseSchool: 'All places',
  year: 'Guarantee of',
  group: 'Year group',
  groupOf: (group: number) => `Year ${group}`,
  show: 'Show',
  filter: 'Show',
  every: 'Everybody',
  who: 'Young person',
  born: 'Born',
  status: 'Status',
  wants: 'Wants to do',
  gridNone: 'Nobody here',
  gridNoneText: 'Nobody you may see was at this place then, in this year group. Choose another place, year or status.',
  counts: 'How they stand',
  head: 'Status',
  count: 'Young people',
  share: 'Share',
  countsAll: 'Choose a place to see how many stand where.',
  people: (n: number) => (n === 1 ? '1 young person' : `${n} young people`),
  onDay: (day: string) => `Those who were there on ${day}, as far as it is on record.`,
  saveAll: 'Save changes',
  saveHint: 'One save keeps all you changed on this page.',
  savedN: (n: number) => (n === 0 ? 'Nothing was changed.' : n === 1 ? '1 change saved.' : `${n} changes saved.`),
  movedN: (n: number) =>
    n === 1
      ? 'A colleague changed one of these meanwhile, so nothing is saved yet. It is marked below; what you chose is kept. Save again if it is still right'
      : `A colleague changed ${n} of these meanwhile, so nothing is saved yet. They are marked below; what you chose is kept. Save again if it is still right`,
  colleague: (what: string) => `A colleague set: ${what}`,
  unset: 'Nothing yet',
  pages: 'Pages of young people',
  previous: 'Previous',
  nextPage: 'Next',
  paste: 'Paste a column from a school',
  pasteLead:
    'Copy rows from the school’s sheet: surname, forename, birth date or ULN, and status. You see what would change before anything does.',
  pasteAsk: 'Rows',
  pasteHint:
    'One young person a line. The status is a code, like 110, or words, like “offer made”, “applied”, “not applied”, “no offer found”.',
  pasteYear: (year: number) => `For the guarantee of ${year}, Year 11 and Year 12.`,
  look: 'Look at it first',
  missingRows: 'Paste at least one row',
  tooManyRows: (most: number) => `Paste at most ${most} rows at once`,
  missingSchool: 'Select a school or college',
  previewTitle: 'What would change',
  wouldChange: (n: number) => (n === 1 ? '1 change' : `${n} changes`),
  same: (n: number) => (n === 1 ? '1 stands so already.' : `${n} stand so already.`),
  toMend: (n: number) => (n === 1 ? '1 row to mend' : `${n} rows to mend`),
  line: 'Line',
  row: 'Row',
  whatToDo: 'What to do',
  before: 'Before',
  after: 'After',
  apply: 'Save these changes',
  applyNothing: 'Nothing would change.',
  resend: 'The page was changed on its way. Paste the rows again',
  pasteAgain: 'Paste again',

  notEnrolled: 'Offered a place, not known to have started',
  notEnrolledLead: (year: number) =>
    `They were offered a place for autumn ${year}. Nobody has said that they enrolled, and no activity there began since 1 August.`,
  notEnrolledNone: 'Everybody offered a place is known to have started',
  notEnrolledNoneText: 'Of those you may see. It is asked from 1 September.',
  notEnrolledSort: 'Sorted by the day of the offer, longest ago first',
  offered: 'Offer',
  todo: 'What to do next',
  todoAccepted: 'Ask the place whether they enrolled, then them',
  todoOffered: 'Ask whether they take the offer',
  todoConditional: 'Ask for results, and whether the place takes them',
  onPage: (n: number) => (n === 1 ? '1 offer on this page' : `${n} offers on this page`),
}

/** What is wrong with a row of a school, and what to do. */
export const pasteTroubles: Readonly<Record<PasteTrouble, string>> = {
  ...rowTroubles,
  'not-ours':
    'Nobody you may see was at this place with this name and birth date, or this number, in these year groups. Check them.',
  'two-of-them': 'Two at this place have this name and birth date. Give the ULN.',
  'who-missing': 'It does not say who. Give surname, forename and birth date, or the ULN.',
  'born-wrong': 'The birth date is no date. Type it like 12/11/2010.',
  twice: 'They stand in the rows twice. The first row counts.',
  'status-missing': 'It says no status. Type a code or words in the last cell.',
  'status-unknown': 'The status is not one that is known. Type its code, like 110.',
  'status-not-theirs': 'This status is not for their year group. Type another.',
}
