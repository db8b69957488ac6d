/** Passwords, codes, tokens and the sealing of second-step secrets. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hash, verify } from '@node-rs/argon2'
import { generateSecret, generateURI, NobleCryptoPlugin, ScureBase32Plugin, TOTP } from 'otplib'
import { type Instant, toMs } from '#ground/clock.ts'

// OWASP's second set for argon2id: 19 MiB, two passes, one lane (argon2id is this library's default).
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
// What an unknown email is checked against, so that it takes as long as a known one. No password hashes to it.
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$YWJjZGVmZ2hpamtsbW5vcA$Y2Fubm90LWJlLXJlYWNoZWQtYnktYW55LXBhc3N3b3I'

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COST)
}

/** False for a wrong password and for no account at all, in the same time. */
export async function checkPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  const matches = await verify(stored ?? NOBODY, password.normalize('NFC')).catch(() => false)
  return matches && stored != null
}

/** A random secret for a link or cookie, 256 bits, safe in a URL. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database keeps of a token: who reads the table cannot use it. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token, 'utf8').digest()
}

/** Ten recovery codes of 50 bits in Crockford's base 32, written `ABCDE-FGHJK`. */
export function newRecoveryCodes(count: number): string[] {
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  return Array.from({ length: count }, () => {
    const text = Array.from(randomBytes(10), byte => letters[byte % 32]).join('')
    return `${text.slice(0, 5)}-${text.slice(5)}`
  })
}

/** A recovery code as its hash: spaces, dashes and case do not matter, O is 0, I and L are 1. */
export function hashRecoveryCode(typed: string): Buffer {
  const bare = typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  return hashToken(`recovery:${bare}`)
}

const totp = new TOTP({ crypto: new NobleCryptoPlugin(), base32: new ScureBase32Plugin() })

export function newTotpSecret(): string {
  return generateSecret()
}

/** The `otpauth:` address an authenticator reads from a square code. */
export function totpAddress(secret: string, email: string): string {
  return generateURI({ issuer: 'Connexions', label: email, secret })
}

/** The code an authenticator shows at a moment: for tests and the demo's help. */
export function totpCode(secret: string, at: Instant): Promise<string> {
  return totp.generate({ secret, epoch: Math.floor(toMs(at) / 1000) })
}

/**
 * Checks a code, one step of 30 seconds to either side.
 * @param afterStep the last step used: a code works once
 * @returns the step it was for, or undefined
 */
export async function checkTotp(
  secret: string,
  code: string,
  at: Instant,
  afterStep: number,
): Promise<number | undefined> {
  const typed = code.replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(typed)) return undefined
  const verdict = await totp.verify(typed, { secret, epoch: Math.floor(toMs(at) / 1000), epochTolerance: 30 })
  return verdict.valid && verdict.timeStep > afterStep ? verdict.timeStep : undefined
}

/** Seals and opens second-step secrets with the key of the data folder (AES-256-GCM). */
export type Sealer = { seal(text: string): Buffer; open(sealed: Buffer): string }

/** The sealer of a data folder; its key is made at first use, mode 0600. */
export async function openSealer(folder: string): Promise<Sealer> {
  const file = join(folder, 'second-step.key')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' }).catch(
    (trouble: NodeJS.ErrnoException) => {
      if (trouble.code !== 'EEXIST') throw trouble
    },
  )
  return sealerFrom(Buffer.from((await readFile(file, 'utf8')).trim(), 'hex'))
}

export function sealerFrom(key: Buffer): Sealer {
  return {
    seal: text => {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body])
    },
    open: sealed => {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
      decipher.setAuthTag(sealed.subarray(12, 28))
      return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8')
    },
  }
}
