/** What sessions are handed down from rooms they do not know: the plan, the team, the caseload. */
import type { Tx } from '#ground/database/tx.ts'
import type { AccountId, OrganisationId, PersonId } from '#ground/ids.ts'
import { ok, refused } from '#ground/result.ts'
import {
  findLead,
  findTeamOf,
  listDeployments,
  listLed,
  listLoads,
  listPupils,
  listTeamsLed,
} from '#rooms/deployment/index.ts'
import { findOrganisation } from '#rooms/directory/index.ts'
import { listDaysAhead } from '#rooms/guidance/index.ts'
import { listGoals, listOpenSteps, setTarget } from '#rooms/plans/index.ts'
import type { NotebookHouse, PackStep, SessionsHouse } from '#rooms/sessions/index.ts'

/** More than the largest school has. */
const WHOLE_ROLL = 5000

export const sessionsHouse: Omit<SessionsHouse, 'frame' | 'roundOf'> & NotebookHouse = {
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

  daysAhead: listDaysAhead,

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
    const led = await listLed(tx, [accountId])
    return led.map(({ personId, family, given }) => ({ personId, name: `${family}, ${given}` }))
  },

  async placesOf(tx: Tx, accountId: AccountId) {
    const { today } = tx.acting
    const ids = (await listDeployments(tx, accountId))
      .filter(one => one.startedOn <= today)
      .map(one => one.organisationId)
    const places = []
    for (const organisationId of new Set(ids)) {
      const found = await findOrganisation(tx, organisationId)
      if (found) places.push({ organisationId, name: found.name })
    }
    return places
  },

  async pupilsOf(tx: Tx, organisationId: OrganisationId) {
    const wanted = { organisationId, words: [], lead: '', limit: WHOLE_ROLL, offset: 0 } as const
    const { rows } = await listPupils(tx, wanted)
    return rows
      .filter(one => one.diedOn === null)
      .map(({ personId, given, family, bornOn, lastContactOn }) => ({ personId, given, family, bornOn, lastContactOn }))
  },

  async led(tx: Tx, accountId: AccountId) {
    const led = await listLed(tx, [accountId])
    return led.map(({ personId, given, family, bornOn }) => ({ personId, given, family, bornOn }))
  },

  async leads(tx: Tx, accountId: AccountId, personId: PersonId) {
    return (await findLead(tx, personId))?.accountId === accountId
  },

  async stepsOf(tx: Tx, ids: readonly PersonId[]) {
    const steps = new Map<PersonId, PackStep[]>()
    for (const { personId, ...step } of await listOpenSteps(tx, ids))
      steps.set(personId, [...(steps.get(personId) ?? []), step])
    return steps
  },

  async ringOf(tx: Tx, organisationId: OrganisationId) {
    const own = await findOrganisation(tx, organisationId)
    return own && own.phone !== '' ? { name: own.name, phone: own.phone } : undefined
  },
}
