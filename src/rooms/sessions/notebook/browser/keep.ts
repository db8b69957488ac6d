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

/** The notebook was wiped meanwhile by another tab, or there is another one in its place: nothing is put back into it. */
export class Gone extends Error {}

/** What is known of the notebook on this device. It makes no database by asking. */
export async function readBox(): Promise<Box | undefined> {
  return inside([BOX], 'readonly', findBox).catch((trouble: unknown) => {
    if (trouble instanceof Gone) return undefined
    throw trouble
  })
}

/** Puts a notebook where there is none, nor a note of one. False, with nothing changed, where there is: another key would lock it for good. */
export async function putBox(box: Box): Promise<boolean> {
  const put = async (at: Stores) => {
    if ((await asked(at(BOX).count())) + (await asked(at(UNSENT).count())) > 0) return false
    await asked(at(BOX).put(box, ONLY))
    return true
  }
  return inside([BOX, UNSENT], 'readwrite', put, true)
}

/**
 * Changes what is known of the notebook of a token, from what is known of it at that moment.
 * @throws Gone where it is not there any more
 */
export async function changeBox(token: string, change: (box: Box) => Partial<Box>): Promise<Box> {
  return inside([BOX], 'readwrite', async at => {
    const box = await theBox(at, token)
    const changed = { ...box, ...change(box) }
    await asked(at(BOX).put(changed, ONLY))
    return changed
  })
}

export async function listRows(): Promise<NoteRow[]> {
  return inside([UNSENT], 'readonly', async at => (await asked(at(UNSENT).getAll())) as NoteRow[])
}

/** A note as it rests now, whichever tab kept it last. */
export async function readRow(id: string): Promise<NoteRow | undefined> {
  return inside([UNSENT], 'readonly', async at => (await asked(at(UNSENT).get(id))) as NoteRow | undefined)
}

export async function countRows(): Promise<number> {
  return inside([UNSENT], 'readonly', at => asked(at(UNSENT).count()))
}

/**
 * Keeps a note in the notebook of a token.
 * @returns how many notes rest there now
 * @throws Gone where that notebook is not there any more
 */
export async function putRow(token: string, row: NoteRow): Promise<number> {
  return inside([BOX, UNSENT], 'readwrite', async at => {
    await theBox(at, token)
    await asked(at(UNSENT).put(row))
    return asked(at(UNSENT).count())
  })
}

/** Drops a note. Returns how many are left. */
export async function dropRow(id: string): Promise<number> {
  return inside([UNSENT], 'readwrite', async at => {
    await asked(at(UNSENT).delete(id))
    return asked(at(UNSENT).count())
  })
}

/**
 * Throws the notebook of a token away, unless more notes rest in it than are known of: another tab may have written some.
 * @param known how many notes may go with it
 * @returns how many are there still: none once it is thrown away
 * @throws Gone where that notebook is not there any more
 */
export async function dropAll(token: string, known: number): Promise<number> {
  return inside([BOX, UNSENT], 'readwrite', async at => {
    await theBox(at, token)
    const there = await asked(at(UNSENT).count())
    if (there > known) return there
    await asked(at(UNSENT).clear())
    await asked(at(BOX).clear())
    return 0
  })
}

type Stores = (store: string) => IDBObjectStore

async function findBox(at: Stores): Promise<Box | undefined> {
  return (await asked(at(BOX).get(ONLY))) as Box | undefined
}

async function theBox(at: Stores, token: string): Promise<Box> {
  const box = await findBox(at)
  if (box?.token !== token) throw new Gone('no such notebook')
  return box
}

/** Opened for each piece of work and shut after it: an open one would keep signing out from wiping it. */
async function inside<T>(
  stores: readonly string[],
  mode: IDBTransactionMode,
  work: (at: Stores) => Promise<T>,
  mayMake = false,
): Promise<T> {
  const database = await open(mayMake)
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

/** Only taking along makes the database: signing out left none, and a tab that looks for it brings none back. */
function open(mayMake: boolean): Promise<IDBDatabase> {
  const opening = indexedDB.open(KEPT_DATABASE, 1)
  return new Promise((found, failed) => {
    opening.addEventListener('upgradeneeded', () => {
      if (!mayMake) {
        failed(new Gone('no database'))
        opening.transaction?.abort()
        return
      }
      opening.result.createObjectStore(BOX)
      opening.result.createObjectStore(UNSENT, { keyPath: 'id' })
    })
    opening.addEventListener('success', () => found(opening.result))
    opening.addEventListener('error', () => failed(opening.error))
  })
}

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((found, failed) => {
    request.addEventListener('success', () => found(request.result))
    request.addEventListener('error', () => failed(request.error))
  })
}
