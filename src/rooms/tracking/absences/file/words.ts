import { formatDay } from '#ground/day.ts'
import type { FileTrouble, GoodRow, RowTrouble } from './absence-file.ts'
import { MOST_ROWS, MOST_WORDS } from './absence-file.ts'

export const en = {
  title: 'Tell of absences by a file',
  open: 'Tell by a file',
  lead: 'For many at once, with a list out of your own system. Nobody is told before you have looked at every row.',
  back: 'Back to absences',
  file: 'Your file',
  fileHint: `A CSV of at most ${MOST_ROWS} rows and 1 MB. A spreadsheet: Save as, then CSV UTF-8.`,
  button: 'Look at the rows',
  needs: 'What the file needs',
  needsText: 'The first row has the names of the columns. Columns that are not named here are left out.',
  needsLines: [
    'Who: a ULN, or a UPN where you are a school or college, or Surname, Forename and Date of birth. Best of all both.',
    'Last attended: the day they were last there.',
    'Absent or left: “absent” or “left”.',
    `Reason, if you know it: ${['did not like it', 'somewhere else', 'work', 'money or travel', 'excluded', 'something else'].join(', ')}, or empty.`,
    `Notes and Tries made, if you like: at most ${MOST_WORDS} characters each. Nothing about health, family, care or custody: ring their adviser for that.`,
  ],
  danger: 'Somebody in danger: ring 999, and raise a concern. Do not wait for a file.',
  kept: 'Nothing of your file is kept here: only what you tell of.',
  missingFile: 'Choose your file',
  tooLarge: 'The file is larger than 1 MB. Take out what is not needed, or send it in parts',

  previewTitle: 'What would be told',
  summary: (good: number) => (good === 1 ? '1 can be told of' : `${good} can be told of`),
  previewLead: 'Nobody has been told yet. This page is all there is: leave it, and nothing of it is kept.',
  tellAll: (n: number) => (n === 1 ? 'Tell their adviser of 1' : `Tell their advisers of ${n}`),
  noneGood: 'No row can be told of',
  noneGoodText: 'See below what to mend, then send the file again.',
  row: 'Row',
  who: 'Who',
  kind: 'What',
  lastSeen: 'Last there',
  reason: 'Why',
  words: 'Notes and tries',
  before: (n: number) => (n === 1 ? '1 you told of before' : `${n} you told of before`),
  beforeText: 'They are under way already. Nothing is told twice.',
  troubled: (n: number) => (n === 1 ? '1 row to mend' : `${n} rows to mend`),
  troubledText: 'These are left out. Keep them as a file, mend them and send that file.',
  says: 'The row says',
  todo: 'What to do',
  keep: 'Keep these rows as a file',
  keptName: 'absences-to-mend',
  again: 'Send another file',
  resend: 'This page was changed on its way. Send your file again',

  done: 'Done',
  told: (told: number, before: number) =>
    [
      told === 1 ? '1 was told of.' : `${told} were told of.`,
      ...(before === 0 ? [] : [before === 1 ? '1 had been told of before.' : `${before} had been told of before.`]),
    ].join(' '),
  toldText: 'Their advisers have it now. You hear back here.',
  resultTitle: 'What was told',
  left: (n: number) => (n === 1 ? '1 was not told of' : `${n} were not told of`),
  leftText: 'Something changed between your looking and your telling.',
  unnamed: 'Somebody not on your roll any more',
} as const

/** A file that cannot be read: what is wrong, then what to do. */
export const fileTroubles: Readonly<Record<FileTrouble, string>> = {
  'empty-file': 'The file is empty. Make it again, with a row for each of them',
  binary: 'The file is not text. Save it as CSV UTF-8 and send that',
  spreadsheet: 'This is a spreadsheet. In it choose Save as, then CSV UTF-8, and send that',
  pdf: 'This is a PDF. Send the list as CSV',
  'header-twice': 'Two columns have the same name. Rename one of them',
  'header-missing': 'A column has no name. Name it, or take it out',
  'too-many-columns': 'There are more than 500 columns. Take out what is not needed',
  'line-too-long': 'A line is too long: a quotation mark may not be closed',
  'quote-not-closed': 'A quotation mark is not closed. Look at the line',
  ragged: 'Most rows have more or fewer cells than there are columns. Make the file again',
  'no-rows': 'There are names of columns but no rows. Add a row for each of them',
  'field-twice': 'Two columns say the same thing. Take one out',
  'no-who': 'No column says who. Add ULN, or Surname, Forename and Date of birth, as the first row’s names',
  'no-day': 'No column says when they were last there. Add one called “Last attended”',
  'no-kind': 'No column says what happened. Add one called “Absent or left”',
  'too-many-rows': `There are more than ${MOST_ROWS} rows. Send only who is absent or has left, or send it in parts`,
  'too-much-text': 'There is more text in it than one page can carry. Send it in parts',
}

/** What is wrong with a file, with the column or line where that is known. */
export function fileSentence(why: FileTrouble, detail: string): string {
  return detail === '' ? fileTroubles[why] : `${fileTroubles[why]}: ${detail}`
}

/** What is wrong with a row and what to do. */
export const rowTroubles: Readonly<Record<RowTrouble, string>> = {
  cells: 'It has more or fewer cells than there are columns. Put words with a comma in quotation marks.',
  formula: 'There is a formula in it. Type what it stands for.',
  'uln-wrong': 'The ULN does not add up. Check it, or empty the cell and give name and birth date.',
  'upn-wrong': 'The UPN does not add up. Check it, or empty the cell and give name and birth date.',
  'who-missing': 'It does not say who. Give a number, or surname, forename and birth date.',
  'born-wrong': 'The birth date is no date. Type it like 12/11/2009.',
  'not-ours': 'They are not on your roll. Check number, names and birth date.',
  'two-of-them': 'Two on your roll have this name and birth date. Give the number.',
  'numbers-differ': 'The two numbers are of two people. Check both.',
  'number-and-name': 'The number is of somebody with another name or birth date. Check them.',
  'day-missing': 'It does not say when they were last there. Type the day.',
  'day-wrong': 'The day they were last there is no date. Type it like 12/11/2026.',
  'month-first': 'A date seems to have the month first. Type the day first.',
  'in-future': 'The day they were last there is still to come. Check it.',
  'too-old': 'They were last there more than 12 months ago. Tell us by your leavers’ list.',
  'before-birth': 'They were last there before they were born. Check both dates.',
  'kind-missing': 'It does not say what happened. Type “absent” or “left”.',
  'kind-wrong': 'What happened is not clear. Type “absent” or “left”.',
  'reason-wrong': 'The reason is not one of those. See “What the file needs”, or empty the cell.',
  'words-long': `The notes are longer than ${MOST_WORDS} characters. Shorten them.`,
  'tried-long': `The tries made are longer than ${MOST_WORDS} characters. Shorten them.`,
  twice: 'They stand in the file twice. The first row counts: take this one out.',
  'nobody-to-tell': 'Nobody here leads for them yet, so nobody would know. Ring us, and refer them for an adviser.',
}

/** The column of a file to mend that says what is wrong; when the file comes back it is left out like any other. */
export const MEND_COLUMN = 'What to do'

/** What would be told, in the words of one line. */
export function lastThere(one: GoodRow): string {
  return formatDay(one.telling.lastSeenOn)
}
