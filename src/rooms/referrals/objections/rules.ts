/** An objection while a referral is under way: who may make one, by when it is answered, and how. docs/rules/referrals.md */
import { workingDaysAfter, workingDaysBetween } from '#ground/bank-holidays.ts'
import type { Day } from '#ground/day.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import type { Part, Protocol, Referral } from '../referral.ts'
import type { Answer, AnswerTrouble } from './objection.ts'

/** Working days within which an objection is answered. Ours. */
export const OBJECTION_DAYS = 5

/** One at a time, of what was sent and is not over. */
export function mayObject(referral: Pick<Referral, 'sentOn' | 'overOn' | 'questionOn'>): boolean {
  return referral.sentOn !== null && referral.overOn === null && referral.questionOn === null
}

/**
 * Whether an answer stands: where the ground is consent it stops, for they took it back (UK GDPR article 7(3)); to go on all the same they are told why, and how to
 * complain (articles 21 and 12(4)).
 */
export function checkAnswer(answer: Answer, protocol: Pick<Protocol, 'basis'>): Result<Answer, AnswerTrouble> {
  if (answer.kind === 'stop') return ok(answer)
  if (protocol.basis === 'consent') return refused('consent-stops')
  if (answer.words === '') return refused('words')
  return answer.isTold ? ok(answer) : refused('not-told')
}

/** The day of the next step once the question is answered: the clock stood still meanwhile, and has at least a day when it goes on. */
export function dueAfterQuestion(referral: Pick<Referral, 'dueOn' | 'questionOn'>, today: Day): Day | null {
  const { dueOn, questionOn } = referral
  if (dueOn === null || questionOn === null) return dueOn
  return workingDaysAfter(today, Math.max(1, workingDaysBetween(questionOn, dueOn)))
}

/** Whether a letter says less than it did: a part of it is gone, and none came. */
export function saysLess(before: readonly Part[], after: readonly Part[]): boolean {
  const names = (parts: readonly Part[]) => new Set(parts.map(one => one.part).filter(part => part !== 'said'))
  const [was, is] = [names(before), names(after)]
  return is.size < was.size && [...is].every(part => was.has(part))
}
