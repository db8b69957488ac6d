/** How long agencies take to answer what is referred to them: counted, naming nobody. docs/rules/referrals.md */
import { workingDaysBetween } from '#ground/bank-holidays.ts'
import type { Day } from '#ground/day.ts'
import type { RowId } from '#ground/ids.ts'

/** One referral as it is counted: when it went, and when each step of it was. */
export type Timed = {
  readonly protocolId: RowId
  readonly sentOn: Day
  readonly isWaiting: boolean
  readonly dueOn: Day | null
  /** In the order they were done. */
  readonly steps: readonly { readonly step: string; readonly onDay: Day }[]
}

/** What an agency did under one agreement. */
export type AnswerTimes = {
  readonly protocolId: RowId
  readonly sent: number
  readonly answered: number
  /** Of those answered, within the days agreed. */
  readonly inTime: number
  /** Working days to an answer, the middle of all; null where none was given. */
  readonly middleDays: number | null
  /** Waiting for an answer, and late. */
  readonly late: number
}

/**
 * Working days an agency took to answer, without those in which it waited for the sender to tell more; undefined where it did not answer.
 */
export function daysToAnswer({ sentOn, steps }: Pick<Timed, 'sentOn' | 'steps'>): number | undefined {
  let since: Day | undefined = sentOn
  let days = 0
  for (const { step, onDay } of steps) {
    if (step === 'ask' && since !== undefined) {
      days += workingDaysBetween(since, onDay)
      since = undefined
    }
    if (step === 'tell') since = onDay
    if (step === 'accept' || step === 'decline')
      return days + (since === undefined ? 0 : workingDaysBetween(since, onDay))
  }
  return undefined
}

/**
 * Counts by agreement.
 * @param answerDays working days agreed, by agreement
 */
export function answerTimes(
  timed: readonly Timed[],
  answerDays: ReadonlyMap<RowId, number>,
  today: Day,
): AnswerTimes[] {
  const by = new Map<RowId, Timed[]>()
  for (const one of timed) by.set(one.protocolId, [...(by.get(one.protocolId) ?? []), one])
  return [...by].map(([protocolId, those]): AnswerTimes => {
    const took = those.flatMap(one => daysToAnswer(one) ?? []).toSorted((a, b) => a - b)
    const agreed = answerDays.get(protocolId) ?? 0
    return {
      protocolId,
      sent: those.length,
      answered: took.length,
      inTime: took.filter(days => days <= agreed).length,
      middleDays: took[Math.floor((took.length - 1) / 2)] ?? null,
      late: those.filter(one => one.isWaiting && one.dueOn !== null && one.dueOn < today).length,
    }
  })
}
