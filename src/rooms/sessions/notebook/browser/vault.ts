/**
 * How the notebook is locked. A key made by chance locks everything; it lies on the device locked twice: by words only its writer knows, and by a half the
 * server keeps for whoever signs in to the same account. Neither the words nor the half rest on the device.
 */
import { ROUNDS, tidyWords } from '../rules.ts'

type Bytes = Uint8Array<ArrayBuffer>
/** Something locked: AES-GCM with 96 bits of chance, used once. */
export type Sealed = { readonly iv: Bytes; readonly data: ArrayBuffer }

/** The two ways to the key, as they rest on the device. */
export type Locks = {
  readonly salt: Bytes
  readonly rounds: number
  /** Gone once it may only be opened by signing in. */
  readonly byWords: Sealed | null
  readonly byHalf: Sealed
}

const KEY_BYTES = 32
const SALT_BYTES = 16
const IV_BYTES = 12
const WORDS = 'key by words'
const HALF = 'key by half'

/**
 * Makes a key and locks it both ways.
 * @param half 32 bytes the server keeps, as base64
 */
export async function makeLocks(words: string, half: string): Promise<{ key: CryptoKey; locks: Locks }> {
  const raw = chance(KEY_BYTES)
  const salt = chance(SALT_BYTES)
  const locks = {
    salt,
    rounds: ROUNDS,
    byWords: await lock(await keyOfWords(words, salt, ROUNDS), WORDS, raw),
    byHalf: await lock(await keyOfBytes(fromBase64(half)), HALF, raw),
  }
  const key = await keyOfBytes(raw)
  raw.fill(0)
  return { key, locks }
}

/** The key, by the words; undefined when they are not the words, or no words open it any more. */
export async function openByWords(locks: Locks, words: string): Promise<CryptoKey | undefined> {
  const { byWords, salt, rounds } = locks
  return byWords === null ? undefined : keyFrom(await keyOfWords(words, salt, rounds), WORDS, byWords)
}

/** The key, by the half the server keeps; undefined when it is another's. */
export async function openByHalf(locks: Locks, half: string): Promise<CryptoKey | undefined> {
  return keyFrom(await keyOfBytes(fromBase64(half)), HALF, locks.byHalf)
}

/** Locks a value. It opens under the same name only, so that nothing can be put in another's place. */
export async function seal(key: CryptoKey, name: string, value: unknown): Promise<Sealed> {
  return lock(key, name, new TextEncoder().encode(JSON.stringify(value)))
}

/** What was locked under a name. Throws when it was changed, or locked with another key. */
export async function unseal(key: CryptoKey, name: string, sealed: Sealed): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await unlock(key, name, sealed)))
}

async function keyFrom(by: CryptoKey, name: string, sealed: Sealed): Promise<CryptoKey | undefined> {
  const raw = await unlock(by, name, sealed).catch(() => undefined)
  return raw && keyOfBytes(new Uint8Array(raw))
}

async function keyOfWords(words: string, salt: Bytes, rounds: number): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', new TextEncoder().encode(tidyWords(words)), 'PBKDF2', false, [
    'deriveKey',
  ])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }
  return crypto.subtle.deriveKey(how, base, { name: 'AES-GCM', length: KEY_BYTES * 8 }, false, ['encrypt', 'decrypt'])
}

function keyOfBytes(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

async function lock(key: CryptoKey, name: string, plain: Bytes): Promise<Sealed> {
  const iv = chance(IV_BYTES)
  return { iv, data: await crypto.subtle.encrypt(under(name, iv), key, plain) }
}

function unlock(key: CryptoKey, name: string, { iv, data }: Sealed): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt(under(name, iv), key, data)
}

function under(name: string, iv: Bytes) {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(name) }
}

function chance(bytes: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(bytes))
}

function fromBase64(text: string): Bytes {
  return Uint8Array.from(atob(text), letter => letter.charCodeAt(0))
}
