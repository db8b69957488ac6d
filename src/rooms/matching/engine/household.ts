/**
 * Twins. Weights are added up as if fields went wrong by themselves, and inside a household they do not: two twins share
 * family name, birth date, address and school, and only the given name tells them apart. Pairs that look like twins are
 * therefore held, all together, against how many twins there must be among so many people, and how often a given name is
 * simply wrong in lists like these.
 */
import { NEIGHBOUR } from './levels.ts'
import type { Trained } from './model.ts'

/** Twin pairs a young person: in England some three in a hundred children are one of twins. */
const TWIN_PAIRS_EACH = 0.016
/** However few pairs look like twins, so many of those expected are reckoned with: without and with numbers of their own to go by. */
const LEAST_TWINS = 0.25
const LEAST_TWINS_WITH_NUMBERS = 0.02

/** What a pair weighs that must never be one. */
export const NEVER = -1000

/** Without a given name it may be the other twin: so many bits, and no more. */
const MOST_NAMELESS = -Math.log2(2 * TWIN_PAIRS_EACH)
const HOME: ReadonlySet<string> = new Set(['postcode', 'place', 'phone'])
const DIFFERENT_FAMILY = 5

/** Pairs with their levels, one after another, and their weights. */
export type Seen = {
  readonly count: number
  readonly levels: Uint8Array
  readonly width: number
  bits(n: number): number
}

export class Household {
  readonly #given: number
  readonly #family: number
  readonly #date: number
  readonly #order: number
  /** Lines of where one lives and is reached. */
  readonly #home: readonly number[]
  /** Lines of what is one person's own: a number, an address of email. */
  readonly #own: readonly number[]
  /** The most a pair that looks like twins may weigh: where nothing of their own is known, and where it is not the same. */
  readonly #most: readonly [number, number]

  private constructor(lines: readonly Trained[], limits: readonly [number, number]) {
    const at = (kind: Trained['kind']) => lines.findIndex(c => c.kind === kind)
    this.#given = at('given')
    this.#family = at('family')
    this.#date = at('date')
    this.#order = at('order')
    this.#home = lines.flatMap((c, n) => (HOME.has(c.kind) ? [n] : []))
    this.#own = lines.flatMap((c, n) => (isOwn(c.kind) ? [n] : []))
    this.#most = limits
  }

  /**
   * What pairs tell of twins. Nothing where names or birth dates are not there.
   * @param size how many records
   * @param people how many people they are of, as far as pairs tell
   * @param matches how many pairs are one person
   */
  static of(
    lines: readonly Trained[],
    size: number,
    people: number,
    matches: number,
    seen: Seen,
  ): Household | undefined {
    const plain = Household.kept(lines, [0, 0])
    return (
      plain && new Household(lines, plain.#limitsBy(lines, (TWIN_PAIRS_EACH * size * size) / people, matches, seen))
    )
  }

  /** One that was learned before, by its limits. */
  static kept(lines: readonly Trained[], limits: readonly [number, number]): Household | undefined {
    const has = (kind: Trained['kind']) => lines.some(c => c.kind === kind)
    return has('given') && has('family') && has('date') ? new Household(lines, limits) : undefined
  }

  /** The most a pair that looks like twins may weigh: to be kept with a model. */
  get limits(): readonly [number, number] {
    return this.#most
  }

  #limitsBy(lines: readonly Trained[], twins: number, matches: number, seen: Seen): readonly [number, number] {
    const numbers = lines.filter(c => isOwn(c.kind) && c.kind !== 'email')
    const [given, family, date] = [this.#given, this.#family, this.#date].map(n => lines[n] as Trained) as [
      Trained,
      Trained,
      Trained,
    ]
    const wrong = matches * wrongNames(given, family, date, numbers.length > 0) * (date.m[1] ?? 0)
    const alike: [number, number] = [0, 0]
    for (let n = 0; n < seen.count; n++)
      if (seen.bits(n) > 0) {
        const which = this.#which(seen.levels, n * seen.width)
        if (which !== undefined) alike[which]++
      }
    const differs = this.#own.reduce((share, n) => share * ((lines[n] as Trained).m.at(-1) ?? 1), 1)
    const least = numbers.length > 0 ? LEAST_TWINS_WITH_NUMBERS : LEAST_TWINS
    const mostOf = (observed: number, mistaken: number) => {
      // Three standard errors off: few records prove no twins.
      const there = Math.max(Math.min(observed - mistaken - 3 * Math.sqrt(mistaken), twins), least * twins)
      const odds = there / Math.max(0.5, mistaken)
      return odds >= 1 ? NEVER : -Math.log2(odds)
    }
    return [mostOf(alike[0], wrong), mostOf(alike[1], wrong * differs)]
  }

  /** The most a pair may weigh, its prior included: infinite unless it looks like twins. */
  most(levels: Uint8Array, at = 0): number {
    const which = this.#which(levels, at)
    if (which !== undefined) return this.#most[which]
    if (!this.isNameless(levels, at)) return Number.POSITIVE_INFINITY
    // Where twins are many, a person is asked which of them it is.
    return this.#most[0] === NEVER ? NEVER : MOST_NAMELESS
  }

  /** Whether one of the two has no given name, and all else is as with twins too. */
  isNameless(levels: Uint8Array, at = 0): boolean {
    return (
      levels[at + this.#given] === 0 &&
      (levels[at + this.#date] as number) <= 3 &&
      this.#isOneHome(levels, at) &&
      !this.#own.some(n => levels[at + n] === 1 || levels[at + n] === 2)
    )
  }

  /** Whether a pair looks like twins. */
  looksLikeTwins(levels: Uint8Array, at = 0): boolean {
    return this.#which(levels, at) !== undefined
  }

  // One birth date but for a slip, something of one household, and quite different given names: 0 when nothing of their own is known, 1 when it
  // is not the same.
  #which(levels: Uint8Array, at: number): 0 | 1 | undefined {
    if ((levels[at + this.#date] as number) > 3 || !this.#isOtherName(levels, at) || !this.#isOneHome(levels, at))
      return undefined
    let which: 0 | 1 = 0
    for (const n of this.#own) {
      const level = levels[at + n]
      if (level === 1 || level === 2) return undefined
      if (level !== 0) which = 1
    }
    return which
  }

  #isOtherName(levels: Uint8Array, at: number): boolean {
    if ((levels[at + this.#given] as number) >= NEIGHBOUR) return true
    // Read the other way round, what differs may be the given name.
    return levels[at + this.#order] === 2 && levels[at + this.#family] === DIFFERENT_FAMILY
  }

  #isOneHome(levels: Uint8Array, at: number): boolean {
    const family = levels[at + this.#family] as number
    if ((family >= 1 && family <= 3) || levels[at + this.#order] === 2) return true
    for (const n of this.#home) if (levels[at + n] === 1 || levels[at + n] === 2) return true
    return false
  }
}

/** Kinds of what is one person's own. */
function isOwn(kind: Trained['kind']): boolean {
  return kind === 'identifier' || kind === 'upn' || kind === 'uln' || kind === 'nhs' || kind === 'email'
}

/**
 * How often one person's given name is quite another by mistake. Where numbers tell who is who it is simply counted. Else it
 * cannot be, because of the twins, and is taken from what else goes wrong: family names and birth dates that are quite
 * different, and how often a given name is mistyped.
 */
function wrongNames(given: Trained, family: Trained, date: Trained, hasNumbers: boolean): number {
  const different = (c: Trained) => c.m.at(-1) ?? 0
  if (hasNumbers) return different(given)
  const slips = (c: Trained) => (c.m[3] ?? 0) + (c.m[4] ?? 0)
  const byTyping = (slips(given) * different(family)) / Math.max(0.001, slips(family))
  return Math.min((different(family) + different(date)) / 2, byTyping, different(given))
}
