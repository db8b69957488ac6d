/** Whom each row is about, of those on the place's own roll, and what is wrong with it. Pure. */
import { type Day, isBefore } from '#ground/day.ts'
import { fold, readIdentifier } from '#rooms/people/index.ts'
import type { Telling } from '../absence.ts'
import { tellTrouble } from '../rules.ts'
import {
  type Cells,
  type DayCell,
  type FileField,
  type FileRow,
  type GoodRow,
  MOST_WORDS,
  type OnRoll,
  type RowTrouble,
  type TroubledRow,
} from './absence-file.ts'
import { kindOf, reasonOf } from './rules.ts'

export type DayReaders = Readonly<Record<'born' | 'day', (cell: string) => DayCell>>

/** Cells that are read, not kept as words: a formula in one of them is not run, so it says nothing. */
const READ: readonly FileField[] = ['uln', 'upn', 'family', 'given', 'born', 'day', 'kind', 'reason']

/**
 * Judges rows one after another: everything that is wrong with a row is said at once.
 * Somebody who is not on record, not on the roll, or not to be known of is one and the same: not on the roll (K3, K8).
 */
export function judgeRows(
  rows: readonly FileRow[],
  roll: readonly OnRoll[],
  days: DayReaders,
  today: Day,
): { readonly good: readonly GoodRow[]; readonly troubled: readonly TroubledRow[] } {
  const find = finderOn(roll)
  const seen = new Set<string>()
  const good: GoodRow[] = []
  const troubled: TroubledRow[] = []
  for (const { row, cells, isRagged } of rows) {
    const judged = isRagged ? { troubles: ['cells'] as const } : judge(cells, find, days, today)
    const { who, telling, troubles } = { who: undefined, telling: undefined, ...judged }
    const isTwice = who !== undefined && seen.has(who.personId)
    if (who !== undefined) seen.add(who.personId)
    const all: readonly RowTrouble[] = isTwice ? [...troubles, 'twice'] : troubles
    if (who === undefined || telling === undefined || all.length > 0) troubled.push({ row, cells, troubles: all })
    else good.push({ row, personId: who.personId, name: `${who.family}, ${who.given}`, telling })
  }
  return { good, troubled }
}

function judge(cells: Cells, find: Finder, days: DayReaders, today: Day) {
  if (READ.some(field => isFormula(bare(cells[field])))) return { troubles: ['formula'] as const }
  const born = days.born(bare(cells.born))
  const found = find({
    uln: bare(cells.uln),
    upn: bare(cells.upn),
    family: fold(cells.family ?? ''),
    given: fold(cells.given ?? ''),
    born,
  })
  const who = typeof found === 'string' ? undefined : found
  const troubles: RowTrouble[] = typeof found === 'string' ? [found] : []
  const day = days.day(bare(cells.day))
  if (!day.ok)
    troubles.push(({ empty: 'day-missing', 'month-first': 'month-first', wrong: 'day-wrong' } as const)[day.why])
  const kind = kindOf(fold(cells.kind ?? ''))
  if (kind === undefined) troubles.push(fold(cells.kind ?? '') === '' ? 'kind-missing' : 'kind-wrong')
  const reason = reasonOf(fold(cells.reason ?? ''))
  if (reason === undefined) troubles.push('reason-wrong')
  const [words, tried] = [cells.words ?? '', cells.tried ?? '']
  if (words.length > MOST_WORDS) troubles.push('words-long')
  if (tried.length > MOST_WORDS) troubles.push('tried-long')
  if (!day.ok || kind === undefined || reason === undefined) return { who, troubles }
  const telling: Telling = { kind, lastSeenOn: day.value, reason, words, tried }
  const bornOn = who?.bornOn ?? (born.ok ? born.value : null)
  // Before anything else that is wrong with the day: it says which of the two was mistyped.
  const trouble =
    bornOn !== null && isBefore(day.value, bornOn) ? ('before-birth' as const) : tellTrouble(telling, today)
  if (trouble !== undefined) troubles.push(trouble)
  return { who, telling, troubles }
}

export type Sought = {
  readonly uln: string
  readonly upn: string
  readonly family: string
  readonly given: string
  readonly born: DayCell
}
export type Finder = (sought: Sought) => OnRoll | RowTrouble

/** Finds somebody by a number, else by name and birth date together: a name alone may be somebody else's. */
export function finderOn(roll: readonly OnRoll[]): Finder {
  const by = (numbersOf: (one: OnRoll) => readonly string[]) =>
    new Map(roll.flatMap(one => numbersOf(one).map(number => [number, one] as const)))
  const numbers = { uln: by(one => one.ulns), upn: by(one => one.upns) }
  return sought => {
    let found: OnRoll | undefined
    for (const kind of ['uln', 'upn'] as const) {
      if (sought[kind] === '') continue
      const read = readIdentifier(kind, sought[kind])
      if (!read.ok) return `${kind}-wrong`
      const one = numbers[kind].get(read.value)
      if (one !== undefined && found !== undefined && one !== found) return 'numbers-differ'
      found ??= one
    }
    const { family, given, born } = sought
    if (!born.ok && born.why !== 'empty') return born.why === 'month-first' ? 'month-first' : 'born-wrong'
    if (found !== undefined) return agrees(found, sought) ? found : 'number-and-name'
    if (family === '' || given === '' || !born.ok)
      return sought.uln === '' && sought.upn === '' ? 'who-missing' : 'not-ours'
    const named = roll.filter(one => one.bornOn === born.value && isCalled(one, family, given))
    return named.length > 1 ? 'two-of-them' : (named[0] ?? 'not-ours')
  }
}

/** A number with one wrong figure can be somebody else's: what else the row says must not speak against them. */
function agrees(one: OnRoll, { family, born }: Sought): boolean {
  const isBorn = !born.ok || one.bornOn === null || one.bornOn === born.value
  return isBorn && (family === '' || one.names.some(name => fold(name.family) === family))
}

function isCalled(one: OnRoll, family: string, given: string): boolean {
  return one.names.some(
    name => fold(name.family) === family && (fold(name.given) === given || fold(name.given) === given.split(' ')[0]),
  )
}

/** A cell as it is read: `="1000000027"` is how a spreadsheet keeps a number as text, `-` and `n/a` mean nothing. */
function bare(cell = ''): string {
  const text = /^="([^"]*)"$/.exec(cell)?.[1] ?? cell
  return /^(-+|–|n\/?a|none|null|unknown|not known)$/i.test(text) ? '' : text.trim()
}

function isFormula(cell: string): boolean {
  return /^[=@]/.test(cell) || /^[+-].*[A-Za-z(!]/.test(cell)
}
