/** A session planned from a support group: filled in with who runs it and who belongs to it, of those the visitor may know. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import { type AccountId, isId, type PersonId, type RowId } from '#ground/ids.ts'
import { raiseSession } from '../groups/actions.ts'
import { WITH } from '../groups/forms.ts'
import { listSessionsOfGroup } from '../groups/store/sessions.ts'
import { accountsHere } from './actions.ts'
import { isKeptClose, isRaised } from './rules.ts'
import { findGroup, holdGroup, listRunnersOf, updateSessionGroup } from './store/groups.ts'
import { listMembers } from './store/members.ts'
import { en } from './words.ts'

export type GroupDay = {
  readonly groupId: RowId
  readonly answers: Readonly<Record<string, string | null>>
  readonly people: readonly PersonId[]
  /** Who runs it besides those the form has room for. */
  readonly more: readonly AccountId[]
}

/**
 * Makes a session that was planned one of the group. What the group's name tells by now it tells too, whatever its form was filled in with: a colleague may have
 * changed it meanwhile (K6).
 */
export async function joinDay(tx: Tx, sessionId: RowId, groupId: RowId): Promise<void> {
  await holdGroup(tx, groupId)
  await updateSessionGroup(tx, sessionId, groupId)
  await asHouse(tx, 'what the name of a group tells', async worker => {
    const group = await findGroup(worker, groupId)
    const session = (await listSessionsOfGroup(worker, groupId)).find(one => one.rowId === sessionId)
    if (group && session && isRaised(session, group)) await raiseSession(worker, session, group.discloses, en.raised)
  })
}

/**
 * What a session of a group says beforehand.
 * @param sent the id of the group, as a form or an address brought it
 * @returns undefined where the actor does not run such a group, or it has ended
 */
export async function dayOfGroup(tx: Tx, sent: string | null, by: AccountId): Promise<GroupDay | undefined> {
  if (sent === null || !isId(sent)) return undefined
  const group = await findGroup(tx, sent as RowId)
  const runners = group?.endedOn === null ? await listRunnersOf(tx, [group.rowId]) : []
  if (!group || !runners.some(one => one.accountId === by)) return undefined
  const running = runners.map(one => one.accountId)
  const here = await accountsHere(tx, running)
  const others = running.filter(one => one !== by && here.has(one))
  // Who is kept close there is expected by nobody's list: that would tell whoever sees their meetings.
  const people = (await listMembers(tx, group.rowId))
    .filter(one => one.leftOn === null && !isKeptClose(one))
    .map(one => one.personId)
  return {
    groupId: group.rowId,
    answers: {
      ...{ kind: 'group', title: group.name, tells: String(group.discloses), group: group.rowId },
      ...Object.fromEntries(WITH.map((name, i) => [name, others[i] ?? null])),
    },
    people: [...new Set(people)],
    more: others.slice(WITH.length),
  }
}
