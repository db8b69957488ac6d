/**
 * What may be in a file once only, exact and in flat memory: a first reading notes what seems to have been there before, in bits of a fixed size; a second
 * one holds against each other only those. What seems to repeat and does not is found out by the second.
 */
const BITS = 2 ** 27
/** So many bits a key sets: of a million people in three kinds, about one in 50,000 seems to repeat without doing so. */
const TIMES = 4
/** So many that seem to repeat are kept of each kind. A file with more is broken in another way. */
const MOST = 100_000

export const KINDS = ['person', 'learner', 'likeness'] as const
/** The number of the young person; their ULN; their names and birth date. */
export type Kind = (typeof KINDS)[number]

export class Repeats {
  readonly #bits = new Uint32Array(BITS / 32)
  readonly #seeming: Record<Kind, Set<string>> = { person: new Set(), learner: new Set(), likeness: new Set() }
  readonly #firstAt: Record<Kind, Map<string, number>> = { person: new Map(), learner: new Map(), likeness: new Map() }
  #isFull = false

  /** First reading: notes a key. */
  note(kind: Kind, key: string): void {
    if (this.#setBits(kind, key)) return
    const seeming = this.#seeming[kind]
    // By way of bytes: a slice would hold the whole piece of the file it is from.
    if (seeming.size < MOST) seeming.add(Buffer.from(key).toString())
    else this.#isFull = true
  }

  /** Second reading: the line where a key was first, where this is not the first time. */
  firstOf(kind: Kind, key: string, line: number): number | undefined {
    const seeming = this.#seeming[kind]
    if (seeming.size === 0 || !seeming.has(key)) return undefined
    const first = this.#firstAt[kind].get(key)
    if (first !== undefined) return first
    this.#firstAt[kind].set(Buffer.from(key).toString(), line)
    return undefined
  }

  /** Whether anything may be there more often than once. */
  get hasAny(): boolean {
    return KINDS.some(kind => this.#seeming[kind].size > 0)
  }

  /** Whether there were more than are kept, so that some are not told. */
  get isFull(): boolean {
    return this.#isFull
  }

  /** Sets the bits of a key; true where one was not set before: then it is new for certain. */
  #setBits(kind: Kind, key: string): boolean {
    let a = 0x811c9dc5 ^ kind.length
    let b = 0x9e3779b9 ^ kind.charCodeAt(0)
    for (let at = 0; at < key.length; at++) {
      const code = key.charCodeAt(at)
      a = Math.imul(a ^ code, 0x01000193)
      b = Math.imul(b + code, 0x85ebca6b) ^ (b >>> 13)
    }
    a = mixed(a)
    b = mixed(b) | 1
    let isNew = false
    for (let time = 0; time < TIMES; time++) {
      const bit = (a + Math.imul(time, b)) >>> 5
      const [word, mask] = [bit >>> 5, 1 << (bit & 31)]
      const before = this.#bits[word] ?? 0
      if ((before & mask) === 0) isNew = true
      this.#bits[word] = before | mask
    }
    return isNew
  }
}

function mixed(hash: number): number {
  let h = hash ^ (hash >>> 16)
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return h ^ (h >>> 16)
}
