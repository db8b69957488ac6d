/** Rows a school sends: looked at first, against who was at the place and may be known. Nothing is saved, nothing kept. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { OrganisationId } from '#ground/ids.ts'
import type { OnRoll } from '../../absences/file/absence-file.ts'
import { listNumbers } from '../../absences/file/store.ts'
import { NOT_RECORDED } from '../codes.ts'
import type { OffersHouse } from '../house.ts'
import { judgePasted, type PastedTrouble, readPasted } from '../pasting.ts'
import { bornForGroup, educatedOn } from '../rules.ts'
import type { GridRow } from '../status.ts'
import { listAtPlace, listNamesOf } from '../store/grid.ts'
import { codesFor } from './statuses.ts'

/** Of one place and one guarantee at most so many are looked at: two year groups of a large college. */
export const MOST_AT_PLACE = 3000

export type Looked = {
  readonly changes: readonly { readonly row: GridRow; readonly code: string }[]
  readonly same: number
  readonly troubled: readonly PastedTrouble[]
}

/** What would change by these rows, and what is to be mended in the others. */
export async function lookAtRows(
  tx: Tx,
  house: Pick<OffersHouse, 'dayReader'>,
  of: { readonly place: OrganisationId; readonly year: number },
  text: string,
): Promise<Looked> {
  const rows = readPasted(text)
  const cohort = {
    year: of.year,
    ...{ first: bornForGroup(of.year, 12).first, last: bornForGroup(of.year, 11).last },
    ...{ organisationId: of.place, on: educatedOn(of.year, tx.acting.today) },
  }
  const here = await listAtPlace(tx, cohort, MOST_AT_PLACE)
  const byId = new Map(here.map(one => [one.personId, one]))
  const roll = await rollOf(tx, here)
  const born = house.dayReader(
    rows.map(one => one.bornText),
    { from: of.year - 20, to: of.year - 10 },
  )
  const codes = (id: GridRow['personId']) => {
    const row = byId.get(id)
    return row === undefined ? [] : codesFor('guarantee', row.bornOn, of.year)
  }
  const { good, troubled } = judgePasted(rows, roll, born, codes)
  const found = good.flatMap(({ personId, code }) => {
    const row = byId.get(personId)
    return row === undefined ? [] : [{ row, code }]
  })
  const changes = found.filter(({ row, code }) => (row.guarantee?.code ?? NOT_RECORDED) !== code)
  return { changes, same: found.length - changes.length, troubled }
}

/** With their names and numbers: numbers are compared with what was typed and never shown, so the house asks for them. */
async function rollOf(tx: Tx, here: readonly GridRow[]): Promise<OnRoll[]> {
  const ids = here.map(one => one.personId)
  const names = await listNamesOf(tx, ids)
  const numbers = await asHouse(tx, 'whose number stands in rows of a school', worker => listNumbers(worker, ids))
  const held = new Map(ids.map(id => [id, { names: [] as OnRoll['names'][number][], ulns: [] as string[] }]))
  for (const { personId, given, family } of names) held.get(personId)?.names.push({ given, family })
  for (const { personId, kind, value } of numbers) if (kind === 'uln') held.get(personId)?.ulns.push(value)
  return here.map(one => ({
    ...{ personId: one.personId, given: one.given, family: one.family, bornOn: one.bornOn },
    names: [{ given: one.given, family: one.family }, ...(held.get(one.personId)?.names ?? [])],
    ulns: held.get(one.personId)?.ulns ?? [],
    upns: [],
  }))
}
