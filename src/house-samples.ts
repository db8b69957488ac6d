/** What samples of agreed work are handed down: who leads whom, what was agreed, and what stands in it. */
import {
  factorsOn,
  factorWords,
  findFull,
  levelWords,
  listAgreedBy as listAssessmentsBy,
  sourceWords,
} from '#rooms/assessment/index.ts'
import { listLoads, listTeamsLed } from '#rooms/deployment/index.ts'
import type { SampleParts } from '#rooms/guidance/index.ts'
import { findPlan, listAgreedBy as listAgreementsBy, openOf } from '#rooms/plans/index.ts'

export const sampleParts: SampleParts = {
  teamsLed: listTeamsLed,
  membersOf: async (tx, teamId) => (await listLoads(tx, teamId)).map(one => one.accountId),
  agreedOf: (tx, what, by, from, until) =>
    what === 'assessment' ? listAssessmentsBy(tx, by, from, until) : listAgreementsBy(tx, by, from, until),

  async standsIn(tx, { what, personId, subjectId }) {
    if (what === 'plan') {
      const targets = openOf(await findPlan(tx, personId))
      const count = (is: (target: (typeof targets)[number]) => boolean) => targets.filter(is).length
      return {
        ...{ path: `/people/${personId}/plan`, what, targets: targets.length },
        days: count(one => one.dueOn !== null),
        known: count(one => one.howKnown !== ''),
        own: count(one => one.ownStep !== 'not-asked'),
        adviser: count(one => one.adviserStep !== 'not-asked'),
      }
    }
    const ratings = (await findFull(tx, subjectId))?.ratings ?? []
    const count = (is: (rating: (typeof ratings)[number]) => boolean) => ratings.filter(is).length
    return {
      ...{ path: `/people/${personId}/assessment`, what, factors: ratings.length },
      why: count(one => one.evidence !== ''),
      own: count(one => one.ownLevel !== null),
      words: count(one => one.ownWords !== ''),
    }
  },

  async ratedIn(tx, assessmentId) {
    const ratings = (await findFull(tx, assessmentId))?.ratings ?? []
    // What is kept close is read by those named for it alone, and not rated again.
    return factorsOn(tx.acting.today).flatMap(({ code, discloses }) => {
      const rating = ratings.find(one => one.factor === code && !one.isRestricted)
      if (rating === undefined) return []
      return [
        {
          ...{ factor: code, label: factorWords[code] ?? code, discloses, level: rating.staffLevel },
          ...{ evidence: rating.evidence, ownWords: rating.ownWords, source: sourceWords[rating.source] },
        },
      ]
    })
  },

  levels: Object.entries(levelWords).map(([level, label]) => ({ level: Number(level), label })),
  factorLabel: factor => factorWords[factor] ?? factor,
}
