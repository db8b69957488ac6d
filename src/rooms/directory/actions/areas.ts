/** Areas of local management committees (HMI 521 paragraphs 1 and 26): what lies in them. */
import type { Tx } from '#ground/database/tx.ts'
import type { RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import type { AreaPart } from '../area.ts'
import { endAreaMembers, findArea, insertArea, insertAreaMember, isAreaNameTaken, updateArea } from '../store/areas.ts'
import { findOrganisation } from '../store/organisations.ts'
import { findSite } from '../store/sites.ts'

export type AreaTrouble = 'no-such-area' | 'name-taken' | 'no-such-part' | 'in-it' | 'not-in-it'

export async function addArea(tx: Tx, name: string): Promise<Result<RowId, AreaTrouble>> {
  if (await isAreaNameTaken(tx, name, null)) return refused('name-taken')
  const id = await insertArea(tx, name)
  await record(tx, { action: 'area.added', target: id, payload: { name } })
  return ok(id)
}

export async function renameArea(tx: Tx, id: RowId, name: string): Promise<Result<null, AreaTrouble>> {
  const area = await findArea(tx, id)
  if (!area) return refused('no-such-area')
  if (await isAreaNameTaken(tx, name, id)) return refused('name-taken')
  await updateArea(tx, id, name, false)
  await record(tx, { action: 'area.renamed', target: id, payload: { from: area.name, to: name } })
  return ok(null)
}

/** Puts an open organisation, or a site in use, into an area. It may lie in several. */
export async function putIntoArea(tx: Tx, id: RowId, part: AreaPart): Promise<Result<null, AreaTrouble>> {
  if (!(await findArea(tx, id))) return refused('no-such-area')
  const there =
    'organisationId' in part
      ? (await findOrganisation(tx, part.organisationId))?.state === 'open'
      : (await findSite(tx, part.siteId))?.closedOn === null
  if (!there) return refused('no-such-part')
  if (!(await insertAreaMember(tx, id, part))) return refused('in-it')
  await record(tx, { action: 'area.joined', target: id, payload: part })
  return ok(null)
}

export async function takeOutOfArea(tx: Tx, id: RowId, memberId: RowId): Promise<Result<null, AreaTrouble>> {
  if ((await endAreaMembers(tx, id, memberId)) === 0) return refused('not-in-it')
  await record(tx, { action: 'area.left', target: id, payload: { line: memberId } })
  return ok(null)
}

/** Ends an area; whatever lies in it leaves it. */
export async function endArea(tx: Tx, id: RowId): Promise<Result<null, AreaTrouble>> {
  const area = await findArea(tx, id)
  if (!area) return refused('no-such-area')
  const left = await endAreaMembers(tx, id, null)
  await updateArea(tx, id, area.name, true)
  await record(tx, { action: 'area.ended', target: id, payload: { name: area.name, left } })
  return ok(null)
}
