/** Names of elements, each kept once, found by their bytes without making text of them. */

const NAME = /^[\p{L}_:][\p{L}\p{N}_:.\-·]{0,99}$/u
/** So many are remembered; a return has about 60. */
export const MOST_NAMES = 1_000
const SLOTS = 4096
const GREATER = 62

/** One name. */
export class Name {
  readonly text: string
  /** Counted from 0; -1 for what came after so many others that it is not remembered. */
  readonly id: number
  /** Whether nobody asks for its value, so that no text is made of it. */
  readonly isSkipped: boolean
  /** The name and the `>` after it. */
  readonly tag: Uint8Array
  /** What was opened the last time after this was opened, and after it was closed: mostly it is so again. */
  afterOpen: Name | undefined
  afterClose: Name | undefined

  constructor(text: string, id: number, isSkipped: boolean) {
    this.id = id
    this.isSkipped = isSkipped
    this.tag = Buffer.from(`${text}>`)
    // By way of bytes: a slice would hold the whole piece it is from.
    this.text = Buffer.from(text).toString()
    this.afterOpen = undefined
    this.afterClose = undefined
  }

  /** Whether bytes from a place on say this name and end the tag. */
  isAt(bytes: Uint8Array, from: number): boolean {
    const { tag } = this
    const { length } = tag
    if (from + length > bytes.length) return false
    for (let at = 0; at < length; at++) if (tag[at] !== bytes[from + at]) return false
    return true
  }
}

export class Names {
  readonly #slots: (Name | undefined)[] = Array.from({ length: SLOTS }, () => undefined)
  readonly #skipped: ReadonlySet<string>
  #count = 0

  /** @param skipped names whose value nobody asks for */
  constructor(skipped: ReadonlySet<string>) {
    this.#skipped = skipped
  }

  /** A name that was added before and ends with its tag at `to`; undefined for any other, and for one beside which something else stands. */
  find(bytes: Uint8Array, from: number, to: number): Name | undefined {
    for (let slot = hashOf(bytes, from, to); ; slot = (slot + 1) % SLOTS) {
      const name = this.#slots[slot]
      if (name === undefined || (name.tag.length === to - from + 1 && name.isAt(bytes, from))) return name
    }
  }

  /** Adds a name where there is room for it. Undefined for what is none. */
  add(text: string): Name | undefined {
    const bytes = Buffer.from(`${text}>`)
    const known = this.find(bytes, 0, bytes.length - 1)
    if (known !== undefined) return known
    if (!NAME.test(text)) return undefined
    if (this.#count >= MOST_NAMES) return new Name(text, -1, false)
    const name = new Name(text, this.#count++, this.#skipped.has(text))
    let slot = hashOf(bytes, 0, bytes.length - 1)
    while (this.#slots[slot] !== undefined) slot = (slot + 1) % SLOTS
    this.#slots[slot] = name
    return name
  }
}

function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0
  for (let at = from; at < to && bytes[at] !== GREATER; at++) hash = (Math.imul(hash, 31) + (bytes[at] as number)) | 0
  return (hash >>> 0) % SLOTS
}
