/** Services near by as those who know them keep them: added, changed, looked at again, closed; and what is said of them. */
import type { Tx } from '#ground/database/tx.ts'
import type { AccountId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import { type FactsTrouble, factsTrouble } from './rules.ts'
import type { Service, ServiceFacts } from './service.ts'
import { insertService, insertTip, isNameTaken, listTips, updateClosed, updateService, updateTip } from './store.ts'

export type ServiceTrouble = FactsTrouble | 'name'

/**
 * Adds one.
 * @returns refused `name` where an open one has it
 */
export async function addService(tx: Tx, facts: ServiceFacts): Promise<Result<RowId, ServiceTrouble>> {
  const trouble = factsTrouble(facts)
  if (trouble) return refused(trouble)
  const id = await insertService(tx, facts)
  if (id === undefined) return refused('name')
  await record(tx, { action: 'service.added', target: id, payload: { name: facts.name } })
  return ok(id)
}

/** Changes one from the version the page showed: whoever saves it has looked at all of it. */
export async function changeService(
  tx: Tx,
  before: Service,
  facts: ServiceFacts,
): Promise<Result<null, ServiceTrouble | 'stale'>> {
  const trouble = factsTrouble(facts)
  if (trouble) return refused(trouble)
  if (await isNameTaken(tx, facts.name, before.rowId)) return refused('name')
  if ((await updateService(tx, before, facts)) === 0) return refused('stale')
  await record(tx, { action: 'service.changed', target: before.rowId })
  return ok(null)
}

/** It is no longer there: it is proposed to nobody. Sent twice, it is once. */
export async function closeService(tx: Tx, id: RowId): Promise<void> {
  if ((await updateClosed(tx, id)) > 0) await record(tx, { action: 'service.closed', target: id })
}

/** Says something of a service. Sent twice, it is one. */
export async function addTip(tx: Tx, serviceId: RowId, by: AccountId, words: string): Promise<void> {
  const same = (await listTips(tx, [serviceId])).some(
    one => one.words === words && one.saidBy === by && one.saidOn === tx.acting.today,
  )
  if (same) return
  await insertTip(tx, serviceId, by, words)
  await record(tx, { action: 'service.tip-added', target: serviceId })
}

/** It is still so, or no longer. */
export async function answerTip(tx: Tx, serviceId: RowId, tipId: RowId, what: 'still' | 'over'): Promise<void> {
  const isHere = (await listTips(tx, [serviceId])).some(one => one.rowId === tipId)
  if (isHere && (await updateTip(tx, tipId, what)) > 0)
    await record(tx, { action: what === 'still' ? 'service.tip-confirmed' : 'service.tip-over', target: serviceId })
}
