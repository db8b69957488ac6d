/** Every word on the pages of the establishment register. */
import type { Phase, RowTrouble } from './establishment.ts'
import type { ChangedField } from './propose.ts'

export const phaseWords: Readonly<Record<Phase, string>> = {
  secondary: 'Secondary schools',
  'sixteen-plus': 'Schools for 16 and over',
  'all-through': 'All-through schools',
  special: 'Special schools',
  colleges: 'Colleges',
  alternative: 'Pupil referral units, alternative provision and secure units',
}

export const fieldWords: Readonly<Record<ChangedField, string>> = {
  name: 'Name',
  urn: 'URN',
  laestab: 'LAESTAB',
  ukprn: 'UKPRN',
}

export const rowTroubles: Readonly<Record<RowTrouble, string>> = {
  cells: 'It has more or fewer cells than there are columns',
  urn: 'Its URN is not six figures',
  'urn-twice': 'Its URN stands in a row before',
  name: 'It has no name, or one of more than 200 characters',
  authority: 'Its local authority is not three figures',
  number: 'Its establishment number is not a number of up to four figures',
  status: 'Its status is none of 1 to 4',
  ukprn: 'Its UKPRN is not eight figures, beginning with 1',
  postcode: 'Its postcode is not a whole postcode',
  'closed-on': 'Its close date is no day',
}

/** Why nothing came of a line that was ticked. */
export const leftWords: Readonly<Record<string, string>> = {
  'name-taken': 'Another open organisation has its name',
  'urn-taken': 'Another organisation has its URN',
  'kind-tells': 'Its kind tells something else',
  'kind-fixed': 'Its kind cannot be changed',
  stale: 'Somebody saved it meanwhile',
  unknown: 'It is not open any more',
  'own-service': 'It is the partnership’s own service',
  'no-such-successor': 'What takes its place is not open',
}

export const en = {
  open: 'From the register',
  title: 'Establishment register',
  lead: 'Schools and colleges by the file “edubasealldata” that the Department for Education publishes. You see what would change before anything does.',
  back: 'Organisations',
  file: 'The file',
  fileHint: 'As it was downloaded: CSV, some 50,000 rows. It takes a few seconds.',
  authorities: 'Local authorities',
  authoritiesHint:
    'Their codes of three figures, such as 381, 382. Without any nothing is added, and what is here is checked.',
  phases: 'Which are added',
  look: 'Look at it',
  missingFile: 'Choose the file',
  tooLarge: 'The file is larger than this installation takes',
  badAuthorities: 'Enter codes of three figures with commas between them, such as 381, 382',
  tooManyAuthorities: 'Use at most 200 characters for the codes',
  badPhases: 'Select from what is offered',

  previewTitle: 'What the register would change',
  read: (rows: string, file: string) => `${rows} rows of ${file} were read.`,
  chosen: (authorities: string) => `Added are those of ${authorities}.`,
  noneChosen: 'No local authority was chosen, so nothing is added.',
  nothing: 'Nothing to change',
  nothingText: 'The directory says what the register says.',
  add: (n: number) => `Not here yet: ${n}`,
  addHint: 'Each is added with its numbers and its address.',
  fill: (n: number) => `Says what nothing was said of here: ${n}`,
  differ: (n: number) => `Says something else than stands here: ${n}`,
  differHint: 'Untick what is better as it stands here.',
  close: (n: number) => `Closed: ${n}`,
  closeHint:
    'It no longer sees the young people on its own list, sends no lists, and its sites are no longer used. What it said before stays on record.',
  apply: 'Do what is ticked',
  more: (n: number) => `${n} more follow when these are done.`,
  missing: 'Tick at least one line',
  changed: 'Something was changed since you looked. Nothing was done: look again',
  tells: 'What its name tells',
  tellsHint: 'Only those who may see that on a record read the name.',
  byKind: 'What its kind tells, and no more',
  numbers: (kind: string, urn: string) => `${kind}, URN ${urn}`,
  fromTo: (field: string, from: string, to: string) => `${field}: ${from} → ${to}`,
  address: 'Address',
  nobody: 'nothing',
  closedOn: (day: string) => `Closed on ${day}`,
  closedSome: 'Closed, without a day',
  successor: (name: string) => `Its place is taken by ${name}`,

  done: 'Done',
  outcome: (added: number, changed: number, sites: number, closed: number) =>
    `Added ${added}, changed ${changed}, addresses ${sites}, closed ${closed}.`,
  left: 'Not done',
  organisation: 'Organisation',
  why: 'Why',

  faults: (n: string) => `Rows that were not taken: ${n}`,
  faultsText: 'They are the department’s to mend. The first 200 stand here.',
  row: 'Row',
  said: 'What it says',
} as const
