/** How a notebook is locked, with the same Web Crypto a browser has. */
import { describe, expect, it } from 'vitest'
import { makeLocks, openByHalf, openByWords, seal, unseal } from './vault.ts'

const WORDS = 'harbour seven kettle'
const half = (first: number) => Buffer.from(new Uint8Array(32).fill(first)).toString('base64')

describe('A locked notebook', () => {
  it('opens by its words, however they are spaced, by the half of the same account, and by nothing else', async () => {
    const { key, locks } = await makeLocks(WORDS, half(1))
    const sealed = await seal(key, 'note', { notes: 'Planted words' })
    expect(locks.rounds).toBeGreaterThanOrEqual(600_000)
    for (const opened of [
      await openByWords(locks, `  ${WORDS.replace(' ', '   ')} `),
      await openByHalf(locks, half(1)),
    ])
      expect(opened && (await unseal(opened, 'note', sealed))).toEqual({ notes: 'Planted words' })
    expect(await openByWords(locks, 'harbour seven kettles')).toBeUndefined()
    expect(await openByWords(locks, WORDS.toUpperCase())).toBeUndefined()
    expect(await openByHalf(locks, half(2))).toBeUndefined()
    // Once it is wiped its words open nothing.
    expect(await openByWords({ ...locks, byWords: null }, WORDS)).toBeUndefined()
  })

  it('holds no plain text, is another each time, and cannot be read or put under another name', async () => {
    const { key, locks } = await makeLocks(WORDS, half(1))
    const other = await makeLocks(WORDS, half(1))
    const [one, two] = [await seal(key, 'a', 'Planted words'), await seal(key, 'a', 'Planted words')]
    const bytes = (sealed: { data: ArrayBuffer }) => Buffer.from(sealed.data).toString('latin1')
    expect(bytes(one)).not.toContain('Planted')
    expect(bytes(one)).not.toBe(bytes(two))
    expect(Buffer.from(locks.salt).equals(Buffer.from(other.locks.salt))).toBe(false)
    await expect(unseal(key, 'b', one)).rejects.toThrow()
    await expect(unseal(other.key, 'a', one)).rejects.toThrow()
    new Uint8Array(one.data)[0] = (new Uint8Array(one.data)[0] ?? 0) ^ 1
    await expect(unseal(key, 'a', one)).rejects.toThrow()
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
  })
})
