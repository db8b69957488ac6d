/** Statuses of the guarantee and intended destinations, set by hand: one at a time on a record, or many in one save. */
import type { Tx } from '#ground/database/tx.ts'
import { type Day, formatDay, isAfter } from '#ground/day.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import type { FiledRow } from '#rooms/people/index.ts'
import type { Verifier } from '../../activity.ts'
import { destinationCodesOf, destinationLabel, guaranteeCodesOf, guaranteeLabel } from '../codes.ts'
import { groupIn } from '../rules.ts'
import type { Chosen, Item, Standing } from '../status.ts'
import {
  findDestinationFiling,
  findGuaranteeFiling,
  holdStatuses,
  insertStatus,
  listLatest,
  listStatuses,
} from '../store/statuses.ts'

/** A status as it is said, for a year. */
export type SaidStatus = {
  readonly year: number
  readonly code: string
  readonly saidBy: Verifier
  readonly saidOn: Day
  readonly words: string
}

/** The codes that fit somebody for a year: none where they are in no year group of it, and destinations for Year 11 alone. */
export function codesFor(item: Item, bornOn: Day, year: number): readonly string[] {
  const group = groupIn(bornOn, year)
  if (group === undefined) return []
  if (item === 'guarantee') return guaranteeCodesOf(year, group).map(one => one.code)
  return group === 11 ? destinationCodesOf(year).map(one => one.code) : []
}

/**
 * Sets where somebody stands, on somebody's word.
 * @param seen the row that stood there when it was chosen; null for none
 * @returns refused `moved` where a colleague was first, `not-theirs` where the code is not one for them
 */
export async function setStatus(
  tx: Tx,
  item: Item,
  who: { readonly personId: PersonId; readonly bornOn: Day },
  said: SaidStatus,
  seen: RowId | null,
): Promise<Result<null, 'moved' | 'not-theirs' | 'in-future'>> {
  if (isAfter(said.saidOn, tx.acting.today)) return refused('in-future')
  if (!codesFor(item, who.bornOn, said.year).includes(said.code)) return refused('not-theirs')
  await holdStatuses(tx, who.personId)
  const stands = (await listLatest(tx, item, said.year, [who.personId])).get(who.personId)
  if ((stands?.rowId ?? null) !== seen) return refused('moved')
  await insertStatus(tx, item, who.personId, said)
  const { year, code, saidBy: by, saidOn: on } = said
  await record(tx, { action: `${item}.set`, about: [who.personId], payload: { year, code, by, on } })
  return ok(null)
}

/** Of what was chosen, where a colleague was first and what stands there now; nothing was saved where there is one. */
export type Moved = ReadonlyMap<string, Pick<Standing, 'rowId' | 'code'>>

export function keyOf(of: Pick<Chosen, 'personId' | 'item'>): string {
  return `${of.item}:${of.personId}`
}

/**
 * Saves what was chosen for several, all or nothing: where a colleague changed one of them meanwhile, nothing is saved and what stands there now is told.
 * What is chosen and stands already is left as it is.
 * @param bornOn of those the caller may know, and no others: whoever is not among them is left out in silence (K8)
 */
export async function saveMany(
  tx: Tx,
  year: number,
  chosen: readonly Chosen[],
  bornOn: ReadonlyMap<PersonId, Day>,
  said: Pick<SaidStatus, 'saidBy' | 'saidOn'>,
): Promise<{ readonly saved: number; readonly moved: Moved }> {
  const known = chosen.filter(one => {
    const born = bornOn.get(one.personId)
    return born !== undefined && codesFor(one.item, born, year).includes(one.code)
  })
  const ids = [...new Set(known.map(one => one.personId))].toSorted((a, b) => (a < b ? -1 : 1))
  // In one order always: two who save the same people wait for each other and never both.
  for (const id of ids) await holdStatuses(tx, id)
  const latest = {
    guarantee: await listLatest(tx, 'guarantee', year, ids),
    destination: await listLatest(tx, 'destination', year, ids),
  }
  const moved = new Map<string, Pick<Standing, 'rowId' | 'code'>>()
  const todo: Chosen[] = []
  for (const one of known) {
    const stands = latest[one.item].get(one.personId)
    if (stands?.code === one.code) continue
    if (stands !== undefined && stands.rowId !== one.seen) moved.set(keyOf(one), stands)
    else todo.push(one)
  }
  if (moved.size > 0) return { saved: 0, moved }
  for (const one of todo) {
    await insertStatus(tx, one.item, one.personId, { ...said, year, code: one.code, words: '' })
  }
  for (const item of ['guarantee', 'destination'] as const) {
    const about = todo.filter(one => one.item === item)
    if (about.length > 0)
      await record(tx, {
        action: `${item}.set`,
        about: about.map(one => one.personId),
        payload: { year, codes: about.map(one => one.code), by: said.saidBy, on: said.saidOn },
      })
  }
  return { saved: todo.length, moved }
}

const FILINGS = { guarantee: findGuaranteeFiling, destination: findDestinationFiling }

/** A status as filed on a young person, where the actor may see it: for taking it off the wrong record (K9). */
export function findFiledStatus(item: Item) {
  return async (tx: Tx, personId: PersonId, rowId: RowId): Promise<FiledRow | undefined> => {
    const status = (await listStatuses(tx, item, personId)).find(one => one.rowId === rowId)
    const filed = status && (await FILINGS[item](tx, rowId))
    if (!filed) return undefined
    const label = item === 'guarantee' ? guaranteeLabel(status.code) : destinationLabel(status.code, status.year)
    return {
      rowId,
      said: `${status.year}: ${label}, ${formatDay(status.saidOn)}`,
      classBit: CLASS_BITS.tracking,
      filedBy: filed.by,
      filedAt: filed.at,
    }
  }
}
