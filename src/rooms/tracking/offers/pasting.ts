/** Rows a school sends of where its young people stand: whom each is about, of those of the place, and which status it says. Pure. */
import type { PersonId } from '#ground/ids.ts'
import { fold } from '#rooms/people/index.ts'
import type { DayCell, OnRoll, RowTrouble } from '../absences/file/absence-file.ts'
import { finderOn } from '../absences/file/judging.ts'
import { GUARANTEE_CODES } from './codes.ts'

export type PasteTrouble = RowTrouble | 'status-missing' | 'status-unknown' | 'status-not-theirs'

/** A row as it was typed: what it says of whom, and which status in whose words. */
export type PastedRow = {
  readonly line: number
  readonly text: string
  readonly uln: string
  readonly bornText: string
  readonly family: string
  readonly given: string
  readonly status: string
}

export type PastedGood = { readonly line: number; readonly personId: PersonId; readonly code: string }
export type PastedTrouble = { readonly line: number; readonly text: string; readonly trouble: PasteTrouble }

/** Words for a status, as schools say it. Ours; a code says it for certain. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  '110': [
    'offer',
    'offered',
    'offer made',
    'place offered',
    'place accepted',
    'offer accepted',
    'accepted',
    'conditional offer',
  ],
  '114': ['continuing', 'continuing in education', 'staying on', 'in learning', 'already in learning'],
  '120': ['work', 'job', 'employment', 'in work'],
  '122': ['personal circumstances'],
  '140': [
    'applied',
    'application made',
    'application',
    'waiting',
    'awaiting outcome',
    'interview',
    'awaiting interview',
  ],
  '150': ['no offer found', 'no provision', 'nothing suitable', 'turned down', 'rejected'],
  '151': ['not applied', 'has not applied', 'no application'],
  '153': ['moved', 'moved away', 'left area', 'left the area'],
  '154': ['no contact', 'cannot contact', 'unable to contact', 'not contacted'],
  '159': ['not known', 'unknown', 'not recorded', 'not yet known'],
}
const BY_WORDS = new Map([
  ...GUARANTEE_CODES.map(one => [fold(one.label), one.code] as const),
  ...Object.entries(WORDS).flatMap(([code, all]) => all.map(words => [words, code] as const)),
])

/** The code a cell says: by its three digits, or by words; undefined where it says none that is known. */
export function statusOf(cell: string): string | undefined {
  const digits = /^\s*(\d{3})(?!\d)/.exec(cell)?.[1]
  if (digits !== undefined) return GUARANTEE_CODES.find(one => one.code === digits)?.code
  return BY_WORDS.get(fold(cell))
}

/** The rows of what was pasted: cells between tabs, else semicolons, else commas; the last cell is the status. Empty lines are no rows. */
export function readPasted(text: string): PastedRow[] {
  return text.split(/\r?\n/).flatMap((line, index) => (line.trim() === '' ? [] : [rowOf(line, index + 1)]))
}

function rowOf(text: string, line: number): PastedRow {
  const by = ['\t', ';', ','].find(mark => text.includes(mark)) ?? '\t'
  const cells = text.split(by).map(cell =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  )
  const status = cells.length > 1 ? (cells.at(-1) ?? '') : ''
  const rest = cells.length > 1 ? cells.slice(0, -1) : cells
  const uln = rest.find(cell => /^\d{10}$/.test(cell)) ?? ''
  const bornText = rest.find(cell => cell !== uln && /^\d|\d{4}$/.test(cell)) ?? ''
  const [family = '', given = ''] = rest.filter(cell => cell !== '' && cell !== uln && cell !== bornText)
  return { line, text, uln, bornText, family, given, status }
}

/**
 * Judges rows one after another. Whoever is not of the place, not on record or not to be known of is one and the same: not there (K8).
 * @param codes which codes fit whom
 */
export function judgePasted(
  rows: readonly PastedRow[],
  roll: readonly OnRoll[],
  born: (cell: string) => DayCell,
  codes: (personId: PersonId) => readonly string[],
): { readonly good: readonly PastedGood[]; readonly troubled: readonly PastedTrouble[] } {
  const find = finderOn(roll)
  const good: PastedGood[] = []
  const troubled: PastedTrouble[] = []
  const seen = new Set<PersonId>()
  for (const row of rows) {
    const { line, text, uln, family, given } = row
    const found = find({ uln, upn: '', family: fold(family), given: fold(given), born: born(row.bornText) })
    const code = statusOf(row.status)
    const trouble: PasteTrouble | undefined =
      typeof found === 'string'
        ? found
        : seen.has(found.personId)
          ? 'twice'
          : row.status === ''
            ? 'status-missing'
            : code === undefined
              ? 'status-unknown'
              : codes(found.personId).includes(code)
                ? undefined
                : 'status-not-theirs'
    if (typeof found === 'string' || code === undefined || trouble !== undefined) {
      troubled.push({ line, text, trouble: trouble ?? 'status-unknown' })
      continue
    }
    seen.add(found.personId)
    good.push({ line, personId: found.personId, code })
  }
  return { good, troubled }
}
