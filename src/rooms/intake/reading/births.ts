/** What is said of people by an id of the sender's, in a few bytes each: so that a million of them can be looked up while others stream past. */
import { createHash } from 'node:crypto'

const FIRST_ROOM = 1 << 14
/** Three of four places are taken at most. */
const FULL = 0.75

/** A number, and a sign of one byte, by an id of which only 96 bits of a hash are kept: of a million ids no two are taken for one. */
export class Births {
  #size = 0
  #keys = new Uint32Array(FIRST_ROOM * 3)
  #days = new Int32Array(FIRST_ROOM)
  #signs = new Uint8Array(FIRST_ROOM)

  /** @param day as 20100304, 0 for none. @param sign 0 for none */
  set(id: string, day: number, sign: number): void {
    if (this.#size >= this.#days.length * FULL) this.#grow()
    const key = keyOf(id)
    const at = this.#placeOf(key)
    if (this.#isFree(at)) this.#size++
    this.#put(at, key, day, sign)
  }

  get(id: string): { readonly day: number; readonly sign: number } | undefined {
    const at = this.#placeOf(keyOf(id))
    return this.#isFree(at) ? undefined : { day: this.#days[at] as number, sign: this.#signs[at] as number }
  }

  #placeOf(key: Uint32Array): number {
    const last = this.#days.length - 1
    let at = (key[0] as number) & last
    while (!this.#isFree(at) && !this.#is(at, key)) at = (at + 1) & last
    return at
  }

  // A hash whose first part is nothing is kept as one, so that nothing means free.
  #isFree(at: number): boolean {
    return this.#keys[at * 3] === 0
  }

  #is(at: number, key: Uint32Array): boolean {
    const from = at * 3
    return this.#keys[from] === key[0] && this.#keys[from + 1] === key[1] && this.#keys[from + 2] === key[2]
  }

  #put(at: number, key: Uint32Array, day: number, sign: number): void {
    this.#keys.set(key, at * 3)
    this.#days[at] = day
    this.#signs[at] = sign
  }

  #grow(): void {
    const [keys, days, signs] = [this.#keys, this.#days, this.#signs]
    this.#keys = new Uint32Array(keys.length * 2)
    this.#days = new Int32Array(days.length * 2)
    this.#signs = new Uint8Array(signs.length * 2)
    for (let n = 0; n < days.length; n++) {
      if (keys[n * 3] === 0) continue
      const key = keys.subarray(n * 3, n * 3 + 3)
      this.#put(this.#placeOf(key), key, days[n] as number, signs[n] as number)
    }
  }
}

function keyOf(id: string): Uint32Array {
  const hash = createHash('sha1').update(id).digest()
  return Uint32Array.of(hash.readUInt32LE(0) || 1, hash.readUInt32LE(4), hash.readUInt32LE(8))
}
