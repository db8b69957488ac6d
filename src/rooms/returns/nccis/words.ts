/** What a file is refused for, in plain words. */
import type { ShapeCause } from './read.ts'
import type { XmlCause } from './xml-trouble.ts'

/** What is wrong with a header, or with one person so that the file is refused. */
export type FileCause =
  | XmlCause
  | ShapeCause
  | 'changed'
  | 'database'
  | 'authority'
  | 'date-of-send'
  | 'period-end'
  | 'status'

const SAID: Readonly<Record<FileCause, (detail: string) => string>> = {
  empty: () => 'The file is empty.',
  'not-xml': () => 'This is no XML file. A return begins with <NCCIS>, perhaps after a line that says it is XML.',
  'utf-16': () => 'The file is written in UTF-16. Save it as UTF-8.',
  'not-utf8': () => 'This line is not written in UTF-8. Save the file as UTF-8.',
  'other-encoding': of => `The file says it is written in ${of}. Save it as UTF-8.`,
  'late-declaration': () => 'The line that says this is XML must be the very first. Take out what stands before it.',
  declares: () => 'The DOCTYPE declares things of its own, between [ and ]. They are never looked at: take them out.',
  entity: of =>
    `&${of}; is not known here. Only &amp; &lt; &gt; &quot; and &apos; are; write any other sign as itself.`,
  ampersand: () => 'There is an & that is not written as &amp;.',
  'bad-sign': () => 'There is a sign that no XML file may have. Take it out.',
  'bad-text': () => 'There is ]]> in a value. Write the > as &gt;.',
  'bad-tag': of =>
    `The tag${of === '' ? '' : ` <${of}>`} is not written as one. Or a < in a value is not written as &lt;.`,
  'bad-comment': () => 'There are two hyphens within a comment. Take the comment out.',
  mismatch: of => `</${of}> closes what is not open. The tag before it is not closed, or closed twice.`,
  'text-outside': () => 'There is text outside the element that holds the whole file.',
  'two-roots': of => `<${of}> begins after the file was closed. There may be one element that holds all others.`,
  'too-deep': () => 'Elements lie in each other far deeper than in a return.',
  'too-long': () => 'There is a tag or a value of more than 10,000 signs.',
  'cut-off': of =>
    `The file ends before ${of === '' ? 'it' : `<${of}>`} is closed. It was cut off on its way, or its writing stopped.`,
  'other-root': of => `The file begins with <${of}>. A return begins with <NCCIS>.`,
  changed: () => 'The file was changed while it was read. Check it again.',
  'no-header': () => 'There is no FileHeader.',
  'two-headers': () => 'There is a second FileHeader. A file has one.',
  'no-personal-details': () => 'A record has no PersonalDetails.',
  'no-activities': () => 'A record has no Activities.',
  repeated: of => `${of} is there twice in one record. The last was read.`,
  'text-between': of => `There is text in ${of} beside its elements.`,
  'element-in-value': of => `There is an element in ${of}, which is to hold a value.`,
  database: () => 'Databases in the header must name at least one DatabaseID, each of 3 digits.',
  authority: () =>
    'SourceLEAs in the header must name at least one LEACode, each the code of an authority in this year.',
  'date-of-send': () => 'DateOfSend in the header is missing or is no date. Write it as 2026-12-01.',
  'period-end': () => 'PeriodEnd in the header is missing or is no date. Write it as 2026-11-30.',
  status: () =>
    'CohortStatus is none of P, G, A, L, T, E, M and D. X is a mark that somebody was sent as a leaver before: such people are left out.',
}

/** Causes that a published number stands for. */
const NUMBERS: Partial<Record<FileCause, string>> = { 'no-activities': '240', status: '904' }

/** Why a file is refused. */
export function causeSaid(cause: FileCause, detail = ''): string {
  return SAID[cause](detail)
}

/** The number of an error, or `file` where the file is refused without one. */
export function numberOfCause(cause: FileCause): string {
  return NUMBERS[cause] ?? 'file'
}

/** What our checks do not cover, for whoever might take a pass for more than it is. */
export const NOT_COVERED: readonly string[] = [
  'Errors the department added between 2021 and 2025: their numbers and rules are not known to us.',
  'The order of elements and the lengths of texts: no published schema is known.',
  'Which of several numbers is meant, where they share a rule: they are told together.',
  'The priority of each error but 908: all others are taken as to be mended.',
]
