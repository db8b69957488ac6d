/** What programmes are handed down from rooms on their floor: who leads, and what there is of an assessment and a plan. */
import { listAssessments } from '#rooms/assessment/index.ts'
import { findLeadsOf, listAdvisers } from '#rooms/deployment/index.ts'
import { listGoals } from '#rooms/plans/index.ts'
import type { ProgrammeParts } from '#rooms/tracking/index.ts'
import { absencePeople } from './house-absences.ts'

export const programmeParts: ProgrammeParts = {
  leadOf: absencePeople.leadOf,
  leaderOf: absencePeople.leaderOf,
  leadsOf: findLeadsOf,
  advisers: tx => listAdvisers(tx),

  async readiness(tx, personId) {
    const [assessments, goals] = await Promise.all([listAssessments(tx, personId), listGoals(tx, personId)])
    const agreed = assessments.flatMap(one => one.agreedOn ?? []).toSorted()
    return { assessedOn: agreed.at(-1) ?? null, hasPlan: goals.some(one => one.state === 'open') }
  },
}
