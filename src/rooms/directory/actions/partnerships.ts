import type { Tx } from '#ground/database/tx.ts'
import type { PartnershipId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import type { OperatingModel, Partnership } from '../partnership.ts'
import {
  findOwnPartnership,
  findPartnershipByName,
  insertPartnership,
  updateOwnPartnership,
} from '../store/partnerships.ts'

/**
 * Makes a partnership. Runs for the installation. The controllers are named in words: a lead-body partnership is no legal
 * entity, so the councils behind it are.
 */
export async function createPartnership(
  tx: Tx,
  wanted: { name: string; model: OperatingModel; controllers: string; processors: string; isDemo: boolean },
): Promise<Result<PartnershipId, 'name-taken' | 'no-controller'>> {
  if (wanted.controllers.trim() === '') return refused('no-controller')
  if (await findPartnershipByName(tx, wanted.name)) return refused('name-taken')
  const id = await insertPartnership(tx, wanted)
  await record(tx, { action: 'partnership.created', target: id, payload: { name: wanted.name, model: wanted.model } })
  return ok(id)
}

export type PartnershipFacts = Pick<
  Partnership,
  'name' | 'model' | 'controllers' | 'processors' | 'leadBody' | 'contractors'
>

/**
 * Changes the acting partnership.
 * @returns refused `stale` when somebody saved in between, `name-taken` when another partnership has the name
 */
export async function changePartnership(
  tx: Tx,
  wanted: PartnershipFacts,
  version: number,
): Promise<Result<null, 'unknown' | 'name-taken' | 'stale'>> {
  const before = await findOwnPartnership(tx)
  if (!before) return refused('unknown')
  const sameName = await findPartnershipByName(tx, wanted.name)
  if (sameName && sameName.id !== before.id) return refused('name-taken')
  if ((await updateOwnPartnership(tx, wanted, version)) === 0) return refused('stale')
  const { id, isDemo: _demo, version: _version, ...facts } = before
  await record(tx, { action: 'partnership.changed', target: id, payload: { before: facts, after: wanted } })
  return ok(null)
}
