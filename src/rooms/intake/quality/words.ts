import type { ColumnName, MeasureName } from './rules.ts'

/** What is measured; said of a number of young people or rows. */
export const measureWords: Readonly<Record<MeasureName, string>> = {
  'no-postcode': 'Without a postcode',
  'no-upn': 'Without a UPN',
  'no-uln': 'Without a ULN',
  'to-mend': 'Rows to mend',
  'bad-number': 'Numbers that cannot be right',
  'shared-number': 'A number two people have',
  'two-numbers': 'Two numbers of one kind',
  questions: 'Rows that were questions',
  objections: 'Objections',
}

/** Over a narrow column. */
export const columnHeads: Readonly<Record<ColumnName, string>> = {
  postcode: 'No postcode',
  number: 'No UPN or ULN',
  mend: 'To mend',
  bad: 'Bad numbers',
  conflict: 'Conflicts',
  questions: 'Questions',
  objections: 'Objections',
}

/** What can be asked of the sender. */
export const adviceWords: Readonly<Record<MeasureName, string>> = {
  'no-postcode': 'Ask for the postcode of where they live: it tells two people of one name apart.',
  'no-upn': 'Ask for the UPN: it is on the school’s own record of every pupil.',
  'no-uln': 'Ask for the ULN: everybody who learns after 16 can be given one.',
  'to-mend': 'Send the rows back: each says what is wrong with it.',
  'bad-number': 'Ask for the number as it stands on the sender’s own record: a figure or letter is mistyped.',
  'shared-number': 'Ask whose number it is: each belongs to one young person.',
  'two-numbers': 'Ask each who said one of them which is right.',
  questions: 'Answer them under Questions. More numbers and postcodes make fewer of them.',
  objections:
    'Nothing to mend: they or a parent objected (section 72), and only name, birth date and address may be sent.',
}

export const kindWords = { upn: 'UPN', uln: 'ULN', nhs: 'NHS number' } as const satisfies Readonly<
  Record<string, string>
>

/** "12 (10%)" */
export function countAndShare(count: number, share: number): string {
  if (count === 0) return '0'
  const percent = share * 100
  return `${count.toLocaleString('en-GB')} (${percent < 1 ? 'under 1' : String(Math.round(percent))}%)`
}

export const en = {
  title: 'Quality of lists',
  lead: 'What partners send, so that it can be taken up with them. Only young people you may know are counted.',
  noLists: 'No lists have gone in yet',
  noListsText: 'Once partners’ lists are in, each partner stands here with what is missing or wrong in them.',
  toLists: 'Lists in',
  getAll: 'Download (CSV)',
  partner: 'Partner',
  people: 'On its lists',
  lastList: 'Last list',
  late: 'Late',
  never: 'Not known',
  lateHow:
    'Late means: the last list is more than half as long again ago as this partner’s lists usually are apart, and at least 3 days over. Usual is the middle one of the last six gaps; with fewer than three lists nothing is usual yet.',
  baseHow:
    'Postcodes, numbers and objections are shares of the young people on its lists; rows to mend, bad numbers and questions are shares of the rows of the last list of each kind.',
  numbersOnly:
    'UPNs are asked of schools, ULNs of those who teach or train after 16. Conflicts are numbers two people have, and two numbers of one kind.',
  notAsked: 'Not asked',

  worstFirst: 'The worst first. Examples are of this partner’s own rows only.',
  onLists: 'On its lists',
  youngPeople: (n: number) => (n === 1 ? '1 young person' : `${n.toLocaleString('en-GB')} young people`),
  usual: 'Usual',
  everyDays: (days: number) => (days === 1 ? 'A list every day' : `A list every ${days} days`),
  notUsual: 'Nothing is usual yet: fewer than three lists',
  lateFrom: 'Late from',
  lists: 'Last lists',
  ofRows: (rows: number) => `${rows.toLocaleString('en-GB')} rows`,
  getRows: 'Download what to ask for (CSV)',
  what: 'What',
  howMany: 'How many',
  toDo: 'What to ask for',
  examples: (what: string) => `${what}: examples`,
  byColumn: 'Rows to mend, by column',
  column: 'Column',
  wrong: 'What is wrong',
  rows: 'Rows',
  row: 'Row',
  who: 'Who',
  list: 'List',
  saidBy: (kind: string, who: string) => `${kind}; the other was said by ${who}`,
  itself: 'this partner itself',
  nobodyOfPartners: 'staff or the young person',
  another: 'another partner',
  more: (n: number) => `and ${n.toLocaleString('en-GB')} more`,
  nothingWrong: 'Nothing to take up with this partner.',
  number: 'How many',
  of: 'Of how many',
  share: 'Share, per cent',
} as const
