/** What is said about a list in trouble: what is wrong, then what to do. A second language satisfies `typeof words`. */
import { formatDay, isDay } from '#ground/day.ts'
import type { RowFault, Trouble } from './read-row.ts'
import type { ListRefused, RefusalWord } from './refusal.ts'

export type Say = { readonly problem: string; readonly advice: string }

export const troubleWords: Readonly<Record<Trouble, Say>> = {
  'family-missing': { problem: 'The family name is missing.', advice: 'Type the family name.' },
  'given-missing': { problem: 'The given name is missing.', advice: 'Type the given name.' },
  'birth-date-missing': { problem: 'The birth date is missing.', advice: 'Type the birth date.' },
  'full-name-unclear': {
    problem: 'Only one name is here.',
    advice: 'Type the family name, a comma and the given name.',
  },
  'name-with-figures': { problem: 'A name has figures in it, or no letters.', advice: 'Type the name in letters.' },
  'broken-letters': {
    problem: 'A letter was lost when the list was saved.',
    advice: 'Save the list again as "CSV UTF-8", or type the name as it should be.',
  },
  'too-long': { problem: 'There is too much text in this cell.', advice: 'Check that the columns have not shifted.' },
  'no-such-day': { problem: 'There is no such day.', advice: 'Check the day and the month.' },
  'year-0202': { problem: 'The year cannot be right.', advice: 'Type the year in four figures, such as 2009.' },
  'ambiguous-american': {
    problem: 'The month cannot be above 12.',
    advice: 'If the month was typed first, type the day first.',
  },
  'american-column': {
    problem: 'This column seems to have the month first.',
    advice: 'Ask the sender for dates with the day first, or for 2009-03-25. Nothing was guessed.',
  },
  'two-figure-year': { problem: 'The year has two figures and could be more than one.', advice: 'Type all four.' },
  'not-a-date': { problem: 'This is not a date.', advice: 'Type the day, the month and the year, such as 3/3/2009.' },
  'outside-years': { problem: 'The date is too long ago or too far ahead.', advice: 'Check the year.' },
  'in-future': { problem: 'The birth date is in the future.', advice: 'Check the year.' },
  'left-before-start': { problem: 'The leaving date is before the start date.', advice: 'Check both dates.' },
  'wrong-length': {
    problem: 'The number is too long or too short.',
    advice: 'Check it against the sender’s own record. A zero at the front may have been lost.',
  },
  'wrong-shape': { problem: 'The number has letters or signs in it that it cannot have.', advice: 'Type it again.' },
  'letter-o-for-zero': { problem: 'A letter O among the figures.', advice: 'Type a zero.' },
  'wrong-check': {
    problem: 'The number does not add up: at least one figure or letter is mistyped.',
    advice: 'Check it against the sender’s own record, or empty the cell.',
  },
  'shortened-number': {
    problem: 'A spreadsheet shortened the number, and its last figures are lost.',
    advice: 'Format the column as text in the spreadsheet and save the list again.',
  },
  'is-uln': { problem: 'This is a ULN, in a column for another number.', advice: 'Choose ULN for the column.' },
  'is-nhs': { problem: 'This is an NHS number, in a column for another number.', advice: 'Empty the cell.' },
  'not-a-postcode': {
    problem: 'This cannot be a postcode.',
    advice: 'Type it again, such as HX1 1AA, or empty the cell if it is not known.',
  },
  placeholder: { problem: 'A stand-in for a number not known yet.', advice: 'Nothing to do: it was left out.' },
  'no-fixed-abode': { problem: 'The postcode means no fixed abode.', advice: 'Nothing to do: it was left out.' },
  formula: { problem: 'This looks like a formula.', advice: 'Nothing to do: it is kept as text and never run.' },
  'odd-phone': { problem: 'This is not a phone number.', advice: 'It was left out. Check it with the sender.' },
  'odd-email': { problem: 'This is not an email address.', advice: 'It was left out. Check it with the sender.' },
  'odd-attendance': { problem: 'Attendance must be 0 to 100 per cent.', advice: 'It was left out. Check the column.' },
  'odd-year-group': { problem: 'This is not a year group.', advice: 'It was left out. Check the column.' },
  'wrong-former-upn': {
    problem: 'The former UPN does not add up.',
    advice: 'It was left out. Check it with the sender.',
  },
  'unknown-sex': { problem: 'Neither F nor M.', advice: 'It was left out. The record asks for it.' },
  'unknown-ethnicity': {
    problem: 'Not a code of the national return.',
    advice: 'It was left out. The record asks for it.',
  },
  'unknown-sen': {
    problem: 'Not N, K or E.',
    advice: 'Type N (none), K (SEN support) or E (plan), or empty the cell.',
  },
  'not-yes-or-no': { problem: 'Neither yes nor no.', advice: 'Type Y or N, or empty the cell if it is not known.' },
  'objection-unclear': {
    problem: 'Neither yes nor no in the objection column.',
    advice: 'It was taken as an objection: only name, birth date and address are kept. Ask the sender.',
  },
}

export const refusalWords: Readonly<Record<RefusalWord, Say>> = {
  'empty-file': { problem: 'The file is empty.', advice: 'Ask the sender for it again.' },
  binary: { problem: 'The file is not text.', advice: 'Save the list as CSV and send that.' },
  spreadsheet: {
    problem: 'The file is a spreadsheet workbook.',
    advice: 'In the spreadsheet choose Save as, then CSV UTF-8, and send that.',
  },
  pdf: { problem: 'The file is a PDF.', advice: 'Ask the sender for the list as CSV.' },
  'header-twice': { problem: 'Two columns have the same name.', advice: 'Rename one of them' },
  'header-missing': { problem: 'A column has no name.', advice: 'Name it, or take the column out' },
  'too-many-columns': { problem: 'The list has more than 500 columns.', advice: 'Take out what is not needed' },
  'line-too-long': {
    problem: 'A line is longer than a million characters.',
    advice: 'A quotation mark may not be closed. Look at the line',
  },
  'quote-not-closed': { problem: 'A quotation mark is not closed.', advice: 'Look at the line' },
  ragged: {
    problem: 'More than 10,000 rows have more or fewer cells than there are columns.',
    advice: 'Ask the sender for it again. The first of them is row',
  },
  'no-rows': { problem: 'The list has column names but no rows.', advice: 'Ask the sender for it again.' },
  'forbidden-column': {
    problem: 'A youth justice list may not carry offences, victims or co-defendants.',
    advice: 'The list was turned away and nothing of it kept. Ask the sender to take out the column',
  },
  'not-ctf': {
    problem: 'The file is XML, but not a Common Transfer File.',
    advice: 'Ask the sender for a Common Transfer File, or for the list as CSV.',
  },
  'xml-doctype': {
    problem: 'The file begins with a DOCTYPE, which no Common Transfer File has.',
    advice:
      'It was not read, because what it declares can do harm. Ask the sender for it as their own system writes it.',
  },
  'zip-broken': { problem: 'The zip is damaged, cut off or made oddly.', advice: 'Ask the sender for it again.' },
  'zip-paths': {
    problem: 'The zip names files outside of itself.',
    advice: 'It was not read. Ask the sender for it as their own system writes it.',
  },
  'zip-locked': {
    problem: 'The zip wants a password.',
    advice: 'Ask the sender for it without one, by a safe way.',
  },
  'zip-bomb': {
    problem: 'A file in the zip is far larger than it is packed.',
    advice: 'It was not read. Ask the sender for it as their own system writes it.',
  },
  'not-oneroster': {
    problem: 'The file is a zip, but not a OneRoster.',
    advice: 'Send a OneRoster zip as it was written, with manifest.csv and users.csv in it, or the list alone as CSV.',
  },
  'oneroster-part': {
    problem: 'The OneRoster has changes alone, not everybody.',
    advice: 'Ask the sender for a bulk file: of changes nobody can tell who is gone.',
  },
  'oneroster-births': {
    problem: 'The OneRoster has no birth dates.',
    advice: 'Ask the sender to add demographics.csv: without it nobody can be told from a namesake.',
  },
  'xml-broken': {
    problem: 'The file is damaged or cut off.',
    advice: 'Ask the sender for it again. Look at line',
  },
}

/** One fault as a sentence: `A letter O among the figures. Type a zero. Perhaps 1000000027.` */
export function faultSentence(fault: Pick<RowFault, 'trouble' | 'suggestion'>): string {
  const { problem, advice } = troubleWords[fault.trouble]
  return fault.suggestion === null ? `${problem} ${advice}` : `${problem} ${advice} ${hint(fault.suggestion)}`
}

function hint(said: string): string {
  return `Perhaps ${isDay(said) ? formatDay(said) : said}.`
}

/** A refusal of a whole list as a sentence, naming the column or line it is about. */
export function refusalSentence({ why, detail }: Pick<ListRefused, 'why' | 'detail'>): string {
  const { problem, advice } = refusalWords[why]
  const end = advice.endsWith('.') ? advice : detail === '' ? `${advice}.` : `${advice}: ${detail}.`
  return `${problem} ${end}`
}

/** Stands for a value nobody may see on its way. */
export const HELD_BACK = '(held back)'
