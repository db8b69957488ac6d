/** The key that signs roots. It lies beside the data, never in the database: only an outside anchor resists its holder. */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Root, SignedRoot } from './event.ts'
import { rootBytes } from './rules.ts'

export type SigningKey = { readonly id: string; readonly privateKey: KeyObject; readonly publicKey: KeyObject }

/**
 * The key of a data folder, made at first use (Ed25519, mode 0600).
 * @param folder the `keys/` folder
 */
export async function openSigningKey(folder: string): Promise<SigningKey> {
  const file = join(folder, 'audit-signing.pem')
  const text = await readFile(file, 'utf8').catch((trouble: NodeJS.ErrnoException) => {
    if (trouble.code === 'ENOENT') return makeKeyFile(folder, file)
    throw trouble
  })
  return keyFrom(createPrivateKey(text))
}

/** A key that lives only as long as the process: for tests. */
export function passingKey(): SigningKey {
  return keyFrom(generateKeyPairSync('ed25519').privateKey)
}

/** Signs a root. */
export function signRoot(root: Root, key: SigningKey): Buffer {
  return sign(null, rootBytes(root), key.privateKey)
}

/** True when a root was signed by this key and says what it said then. */
export function isSignedBy(root: SignedRoot, key: SigningKey): boolean {
  return root.keyId === key.id && verify(null, rootBytes(root), key.publicKey, root.signature)
}

function keyFrom(privateKey: KeyObject): SigningKey {
  const publicKey = createPublicKey(privateKey)
  const der = publicKey.export({ type: 'spki', format: 'der' })
  return { id: createHash('sha256').update(der).digest('hex').slice(0, 16), privateKey, publicKey }
}

async function makeKeyFile(folder: string, file: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const text = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  // wx: two starters at once must not each sign with a key of their own.
  await writeFile(file, text, { mode: 0o600, flag: 'wx' }).catch((trouble: NodeJS.ErrnoException) => {
    if (trouble.code !== 'EEXIST') throw trouble
  })
  return readFile(file, 'utf8')
}
