/** What rests on the device, in its one database: a box, and notes. All that is about anybody is locked (vault.ts). */
import type { Instant } from '#ground/clock.ts'
import { KEPT_DATABASE, UNSENT } from '#web/browser/kept.ts'
import type { Locks, Sealed } from './vault.ts'

/** What is known of a notebook without opening it. None of it is about anybody. */
export type Box = Locks & {
  /** What the server knows it by. */
  readonly token: string
  readonly takenAt: Instant
  readonly until: Instant
  /** Wrong words since it was last opened. */
  readonly tries: number
  /** The caseload, locked; null once it is wiped. */
  readonly pack: Sealed | null
}
export type NoteRow = { readonly id: string; readonly sealed: Sealed }

const BOX = 'box'
const ONLY = 'only'

/** The notebook was wiped meanwhile, by another tab that signed out: nothing is put back into it. */
export class Gone extends Error {}

export async function readBox(): Promise<Box | undefined> {
  return inside([BOX], 'readonly', async at => (await asked(at(BOX).get(ONLY))) as Box | undefined)
}

/** Puts a notebook where there is none, or another in the place of an empty one. */
export async function putBox(box: Box): Promise<void> {
  await inside([BOX], 'readwrite', at => asked(at(BOX).put(box, ONLY)))
}

/** Changes what is known of the notebook that is there. */
export async function changeBox(change: Partial<Box>): Promise<Box> {
  return inside([BOX], 'readwrite', async at => {
    const box = (await asked(at(BOX).get(ONLY))) as Box | undefined
    if (box === undefined) throw new Gone('no notebook')
    const changed = { ...box, ...change }
    await asked(at(BOX).put(changed, ONLY))
    return changed
  })
}

export async function listRows(): Promise<NoteRow[]> {
  return inside([UNSENT], 'readonly', async at => (await asked(at(UNSENT).getAll())) as NoteRow[])
}

/** Keeps a note, where there is a notebook to keep it in. */
export async function putRow(row: NoteRow): Promise<void> {
  await inside([BOX, UNSENT], 'readwrite', async at => {
    if ((await asked(at(BOX).count())) === 0) throw new Gone('no notebook')
    await asked(at(UNSENT).put(row))
  })
}

export async function dropRow(id: string): Promise<void> {
  await inside([UNSENT], 'readwrite', at => asked(at(UNSENT).delete(id)))
}

/** Throws everything away. */
export async function dropAll(): Promise<void> {
  await inside([BOX, UNSENT], 'readwrite', async at => {
    await asked(at(UNSENT).clear())
    await asked(at(BOX).clear())
  })
}

/** Opened for each piece of work and shut after it: an open one would keep signing out from wiping it. */
async function inside<T>(
  stores: readonly string[],
  mode: IDBTransactionMode,
  work: (at: (store: string) => IDBObjectStore) => Promise<T>,
): Promise<T> {
  const database = await open()
  try {
    const transaction = database.transaction([...stores], mode)
    const done = new Promise<void>((kept, failed) => {
      transaction.addEventListener('complete', () => kept())
      for (const end of ['abort', 'error']) transaction.addEventListener(end, () => failed(transaction.error))
    })
    done.catch(() => {})
    const found = await work(store => transaction.objectStore(store))
    await done
    return found
  } finally {
    database.close()
  }
}

function open(): Promise<IDBDatabase> {
  const opening = indexedDB.open(KEPT_DATABASE, 1)
  opening.addEventListener('upgradeneeded', () => {
    opening.result.createObjectStore(BOX)
    opening.result.createObjectStore(UNSENT, { keyPath: 'id' })
  })
  return asked(opening)
}

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((found, failed) => {
    request.addEventListener('success', () => found(request.result))
    request.addEventListener('error', () => failed(request.error))
  })
}
