/** Telling of many absences by a file: looked at first, told by one press, nothing of it kept. Decision 0049. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { AccountId, OrganisationId, PersonId } from '#ground/ids.ts'
import { record } from '#rooms/audit/index.ts'
import { findOrganisation } from '#rooms/directory/index.ts'
import { fold } from '#rooms/people/index.ts'
import type { Telling } from '../absence.ts'
import { tellAbsence, whomToTell } from '../actions.ts'
import type { AbsencePeople } from '../house.ts'
import type { TellTrouble } from '../rules.ts'
import type { FileSeen, FileTable, GoodRow, OnRoll, TroubledRow } from './absence-file.ts'
import type { FileReaders } from './house.ts'
import { judgeRows } from './judging.ts'
import { readFile } from './reading.ts'
import { listNumbers, listRoll } from './store.ts'

type FileHouse = AbsencePeople & FileReaders

/** No young person is older than that, and no day of an absence that is typed right is so long ago. */
const YEARS_OF_BIRTH = 40
const YEARS_OF_DAYS = 99

/**
 * Looks at a file: whom each row is about, on the roll of the place, and what would be told. Nothing is told, nothing kept.
 * @throws FileRefused where nothing of it can be read
 */
export async function lookAtFile(
  tx: Tx,
  house: FileHouse,
  table: FileTable,
  organisationId: OrganisationId,
): Promise<FileSeen> {
  const place = await findOrganisation(tx, organisationId)
  const { columns, rows } = await readFile(house, table, place?.kind ?? 'other')
  const { today } = tx.acting
  const year = Number(today.slice(0, 4))
  const column = (field: 'born' | 'day') => rows.map(row => row.cells[field] ?? '')
  const days = {
    born: house.dayReader(column('born'), { from: year - YEARS_OF_BIRTH, to: year }),
    day: house.dayReader(column('day'), { from: year - YEARS_OF_DAYS + 10, to: year + 10 }),
  }
  const judged = judgeRows(rows, await rollOf(tx, organisationId), days, today)
  const [good, before]: [GoodRow[], GoodRow[]] = [[], []]
  const troubled: TroubledRow[] = [...judged.troubled]
  const cellsOf = new Map(rows.map(one => [one.row, one.cells]))
  for (const one of judged.good) {
    const told = await whomToTell(tx, house, one.personId, organisationId)
    if (told.ok) good.push(one)
    else if (told.why === 'already-told') before.push(one)
    else troubled.push({ row: one.row, cells: cellsOf.get(one.row) ?? {}, troubles: [told.why] })
  }
  return { columns, good, before, troubled: troubled.toSorted((a, b) => a.row - b.row) }
}

/** Whom the place may know on its roll, with their numbers: a roll opens no numbers, so the house compares them with those in the file (K3). */
async function rollOf(tx: Tx, organisationId: OrganisationId): Promise<OnRoll[]> {
  const roll = await listRoll(tx, organisationId)
  const ids = roll.map(one => one.personId)
  const numbers = await asHouse(tx, 'whose number stands in a file of absences', worker => listNumbers(worker, ids))
  const held = new Map(roll.map(one => [one.personId, { uln: [] as string[], upn: [] as string[] }]))
  for (const { personId, kind, value } of numbers) held.get(personId)?.[kind].push(value)
  return roll.map(one => ({ ...one, ulns: held.get(one.personId)?.uln ?? [], upns: held.get(one.personId)?.upn ?? [] }))
}

export type FileTold = {
  readonly told: number
  /** Told of before: the same press sent twice, or somebody told meanwhile. */
  readonly before: number
  readonly left: readonly { readonly name: string; readonly why: TellTrouble | 'not-ours' | 'nobody-to-tell' }[]
}

/** Tells of each of them as one is told of, whoever can be told of by now; the rest are named with why. */
export async function tellAll(
  tx: Tx,
  house: AbsencePeople,
  by: { readonly accountId: AccountId; readonly organisationId: OrganisationId },
  tellings: readonly { readonly personId: PersonId; readonly telling: Telling }[],
): Promise<FileTold> {
  const names = new Map(
    (await listRoll(tx, by.organisationId)).map(one => [one.personId, `${one.family}, ${one.given}`]),
  )
  let [told, before] = [0, 0]
  const left: FileTold['left'][number][] = []
  // In one order whoever sends: two who tell of the same people wait for each other, and never both at once.
  for (const { personId, telling } of tellings.toSorted((a, b) => (a.personId < b.personId ? -1 : 1))) {
    const done = await tellAbsence(tx, house, personId, by, telling)
    if (done.ok) told += 1
    else if (done.why === 'already-told') before += 1
    else left.push({ name: names.get(personId) ?? '', why: done.why })
  }
  await record(tx, { action: 'absence.file-told', payload: { told, before, left: left.length } })
  return { told, before, left: left.toSorted((a, b) => (fold(a.name) < fold(b.name) ? -1 : 1)) }
}
