/** What sessions are handed down from rooms they do not know: the plan, the team, the caseload. */
import type { Tx } from '#ground/database/tx.ts'
import type { AccountId, PersonId } from '#ground/ids.ts'
import { ok, refused } from '#ground/result.ts'
import { findTeamOf, listCaseload, listLoads, listTeamsLed } from '#rooms/deployment/index.ts'
import { listGoals, setTarget } from '#rooms/plans/index.ts'
import type { SessionsHouse } from '#rooms/sessions/index.ts'

export const sessionsHouse: Omit<SessionsHouse, 'frame'> = {
  async goalsOf(tx: Tx, personId: PersonId) {
    const goals = await listGoals(tx, personId)
    return goals.filter(goal => goal.state === 'open').map(({ rowId, words }) => ({ rowId, words }))
  },

  async intoPlan(tx, personId, accountId, { goalId, what, dueOn, owner }) {
    const target = {
      what,
      dueOn,
      factor: undefined,
      owner,
      ownerName: '',
      support: '',
      howKnown: '',
      isRestricted: false,
    }
    const set = await setTarget(tx, personId, goalId, accountId, target)
    if (set.ok) return ok(set.value)
    return refused(set.why === 'due-before' ? 'due-before' : 'goal-gone')
  },

  async leaderOf(tx: Tx, accountId: AccountId) {
    const team = await findTeamOf(tx, accountId)
    return team?.leaderId ?? undefined
  },

  async teamOf(tx: Tx, leaderId: AccountId) {
    const people = new Map<AccountId, string>()
    for (const team of await listTeamsLed(tx, leaderId))
      for (const { accountId, name } of await listLoads(tx, team.id)) people.set(accountId, name)
    return [...people].map(([accountId, name]) => ({ accountId, name }))
  },

  async ledBy(tx: Tx, accountId: AccountId) {
    const led = (await listCaseload(tx, accountId)).filter(one => one.diedOn === null)
    return led.map(({ personId, family, given }) => ({ personId, name: `${family}, ${given}` }))
  },
}
