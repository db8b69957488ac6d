/** What is done with a closed group: planned with who is expected, held with who came, or called off. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import { findPerson } from '#rooms/people/index.ts'
import type { ContactTrouble } from '../../rules.ts'
import { addSession, attend, classByNow, standsAs } from '../actions.ts'
import type { Expected, ExpectedHow, GroupSession, SessionContent } from '../group.ts'
import { checkPlanned, type PlannedTrouble } from '../rules.ts'
import { findSession, holdSession } from '../store/sessions.ts'
import { insertExpected, listExpected, updateExpectedOff, updatePlanned } from './store.ts'

/**
 * Plans a closed group, with who runs it and who is expected. Sent twice, it is one: the form brings its id along.
 * @returns refused `saved-already` where something else stands under that id; `unknown` where somebody may not be known, and nothing is written
 */
export async function planSession(
  tx: Tx,
  by: AccountId,
  wanted: {
    readonly id: RowId
    readonly content: SessionContent
    readonly staff: readonly AccountId[]
    readonly expected: readonly PersonId[]
    readonly how: ExpectedHow
  },
): Promise<Result<RowId, PlannedTrouble | 'unknown' | 'saved-already'>> {
  const checked = checkPlanned(wanted.content, tx.acting.today)
  if (!checked.ok) return checked
  const { id, expected } = wanted
  const { isNew, staff } = await addSession(tx, by, { ...wanted, content: checked.value }, 'planned')
  if (!isNew) {
    const there = (await listExpected(tx, id)).map(one => one.personId)
    const isSame = await standsAs(tx, { id, content: checked.value, staff, people: expected, there })
    return isSame ? ok(id) : refused('saved-already')
  }
  await record(tx, { action: 'group.planned', target: id, payload: { on: checked.value.happenedOn } })
  const session = await findSession(tx, id)
  if (!session) return refused('unknown')
  const put = await expectPeople(tx, session, expected, wanted.how)
  return put.ok ? ok(id) : put
}

/** Puts people on the list of who is expected; who stands there stays. */
export async function expectPeople(
  tx: Tx,
  session: GroupSession,
  people: readonly PersonId[],
  how: ExpectedHow,
): Promise<Result<null, 'unknown'>> {
  if (people.length === 0) return ok(null)
  await holdSession(tx, session.rowId)
  // Of those the actor may know: that somebody stands there who is hidden from them must not be told by what happens (K8).
  const there = new Set((await listExpected(tx, session.rowId)).map(one => one.personId))
  const classBit = await asHouse(tx, 'what a session tells of', worker => classByNow(worker, session))
  const added: PersonId[] = []
  for (const personId of new Set(people)) {
    if (there.has(personId)) continue
    const person = await findPerson(tx, personId)
    if (person?.state !== 'active' || person.diedOn !== null) return refused('unknown')
    await insertExpected(tx, { sessionId: session.rowId, personId, classBit, how })
    added.push(personId)
  }
  if (added.length > 0) await record(tx, { action: 'group.expected-added', about: added, target: session.rowId })
  return ok(null)
}

/** Takes somebody off the list, who does not want to come or was put there by mistake. */
export async function expectNoMore(tx: Tx, session: GroupSession, one: Expected): Promise<void> {
  const off = await asHouse(tx, 'somebody who is expected no more', worker => updateExpectedOff(worker, one.rowId))
  if (off > 0) await record(tx, { action: 'group.expected-removed', about: [one.personId], target: session.rowId })
}

/**
 * Writes down who came of those who were expected, and what was done; who is not ticked did not come, which stands on their record and raises no alarm. A second time it is for whom the
 * first could not know.
 */
export async function holdPlanned(
  tx: Tx,
  session: GroupSession,
  by: AccountId,
  said: { readonly came: ReadonlySet<PersonId>; readonly notes: string },
): Promise<Result<null, ContactTrouble | 'unknown' | 'had-died' | 'stale' | 'not-yet'>> {
  if (session.happenedOn > tx.acting.today) return refused('not-yet')
  await holdSession(tx, session.rowId)
  if (session.state === 'planned' && (await updatePlanned(tx, session, { state: 'held', notes: said.notes })) === 0)
    return refused('stale')
  for (const one of await listExpected(tx, session.rowId)) {
    if (one.state !== 'expected') continue
    const state = said.came.has(one.personId) ? 'came' : 'missed'
    const put = await attend(tx, session, by, { personId: one.personId, notes: '', agreement: null, state })
    if (!put.ok) return put
  }
  await record(tx, { action: 'group.attendance-written', target: session.rowId })
  return ok(null)
}

/** Calls a planned group off, with the reason; nobody is told by this program. */
export async function callOffPlanned(tx: Tx, session: GroupSession, why: string): Promise<Result<null, 'stale'>> {
  if ((await updatePlanned(tx, session, { state: 'called-off', why })) === 0) return refused('stale')
  await record(tx, { action: 'group.called-off', target: session.rowId, payload: { why } })
  return ok(null)
}
