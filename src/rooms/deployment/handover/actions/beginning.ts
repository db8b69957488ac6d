/** Beginning a hand-over: whoever is asked learns who it is, and nothing more until they say yes. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { openGrant } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { findPerson } from '#rooms/people/index.ts'
import { findAdviser, isOneself } from '../../actions/colleagues.ts'
import { findLead } from '../../store/leads.ts'
import type { Beginning } from '../handover.ts'
import { dueAfter } from '../rules.ts'
import { holdHandovers, insertHandover, listOpenOn } from '../store.ts'
import { endHandover, isBarred, tell } from './closing.ts'

export type BeginTrouble = 'unknown' | 'no-lead' | 'same' | 'no-such-adviser' | 'own-access' | 'barred' | 'already-open'

/** Why somebody cannot be handed over to an adviser; none where they can. */
export async function beginTrouble(tx: Tx, personId: PersonId, toId: AccountId): Promise<BeginTrouble | undefined> {
  const person = await findPerson(tx, personId)
  if (person?.state !== 'active' || person.diedOn !== null) return 'unknown'
  if (!(await findAdviser(tx, toId))) return 'no-such-adviser'
  const lead = await asHouse(tx, 'who leads for somebody handed over', worker => findLead(worker, personId))
  if (!lead) return 'no-lead'
  if (lead.accountId === toId) return 'same'
  if (isOneself(tx, toId)) return 'own-access'
  if (await isBarred(tx, personId, toId)) return 'barred'
  const open = await asHouse(tx, 'hand-overs under way', worker => listOpenOn(worker, personId))
  return open.some(one => one.movedOn === null) ? 'already-open' : undefined
}

/**
 * Asks an adviser to take over from whoever leads. The young person's lead stays who they are until the next one has met them.
 * @returns refused `already-open` where one is under way: sent twice, it is one
 */
export async function beginHandover(
  tx: Tx,
  personId: PersonId,
  beginning: Beginning,
): Promise<Result<RowId, BeginTrouble>> {
  await holdHandovers(tx, personId)
  const trouble = await beginTrouble(tx, personId, beginning.toId)
  if (trouble !== undefined) return refused(trouble)
  const lead = await asHouse(tx, 'who leads for somebody handed over', worker => findLead(worker, personId))
  if (!lead) return refused('no-lead')
  // Whoever leads since the last one moved hands on without having met them: that one is over.
  for (const open of await asHouse(tx, 'hand-overs under way', worker => listOpenOn(worker, personId)))
    await endHandover(tx, open, { state: 'withdrawn', reason: 'lead-changed', words: '' })
  const grantId = await openGrant(tx, {
    scope: { kind: 'person', personId },
    holderId: beginning.toId,
    classes: ['identity'],
    basis: 'public-task',
    source: 'hand-over',
    reason: 'Asked to take over',
  })
  const { actorId, actorKind, today } = tx.acting
  const begunBy = actorKind === 'account' ? (actorId as AccountId) : null
  const id = await insertHandover(tx, {
    ...beginning,
    personId,
    fromId: lead.accountId,
    begunBy,
    state: 'asked',
    acceptedOn: null,
    movedOn: null,
    dueOn: dueAfter('asked', today),
    grantId,
  })
  await record(tx, {
    action: 'hand-over.begun',
    about: [personId],
    target: id,
    payload: { from: lead.accountId, to: beginning.toId, kind: beginning.kind, why: beginning.why },
  })
  await tell(tx, [beginning.toId], 'hand-over.asked', { personId, rowId: id })
  await tell(tx, [lead.accountId], 'hand-over.begun', { personId, rowId: id })
  return ok(id)
}
