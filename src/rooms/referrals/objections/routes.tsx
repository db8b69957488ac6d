/** The register of objections to referrals under way: kept and answered by the sender's side. */
import { actorOfVisit, type HouseRoute, post } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { type Answer as Answered, again, go } from '#web/register.ts'
import { isNext, isStale } from '#web/stale.ts'
import type { ReferralHouse } from '../house.ts'
import { withFramed } from '../links/routes.tsx'
import type { Referral } from '../referral.ts'
import { referralPage } from '../routes/moving.tsx'
import { type ReferralVisit, referralParam, seenOf } from '../routes/shared.ts'
import { answerObjection, objectToReferral } from './actions.ts'
import { answerForm, objectForm } from './forms.ts'
import type { Answer, AnswerTrouble } from './objection.ts'
import { objectionWords as en } from './words.ts'

/** At which field a trouble of an answer is told. */
const AT: Readonly<Record<AnswerTrouble, 'answer' | 'go-on-words' | 'told'>> = {
  'consent-stops': 'answer',
  words: 'go-on-words',
  'not-told': 'told',
}

export function objectionRoutes(house: ReferralHouse): HouseRoute[] {
  return [
    post(
      '/referrals/:referralId/object',
      { permission: 'referral.use', audit: 'referral.objected', params: referralParam },
      visit => withFramed(house, visit, referral => object(house, visit, referral)),
    ),
    post(
      '/referrals/:referralId/answer',
      { permission: 'referral.use', audit: 'referral.objection-answered', params: referralParam },
      visit => withFramed(house, visit, referral => answer(house, visit, referral)),
    ),
  ]
}

async function shown(
  house: ReferralHouse,
  visit: ReferralVisit,
  referral: Referral,
  typed: 'object' | 'answer',
  form: FormState,
  status: 409 | 422,
): Promise<Answered> {
  return again(await referralPage(house, visit, referral, 'sender', form, typed), seenOf(referral), status)
}

async function object(house: ReferralHouse, visit: ReferralVisit, referral: Referral): Promise<Answered> {
  const here = `/referrals/${referral.rowId}`
  // Sent twice, it is one.
  if (referral.questionOn !== null && isNext(visit, referral)) return go(here)
  const read = objectForm.read(visit.body)
  const late = (why: 'stale' | 'over') =>
    shown(house, visit, referral, 'object', addError({ ...read, errors: [] }, en.troubles[why]), 409)
  if (isStale(visit, referral)) return late('stale')
  if (!read.ok) return shown(house, visit, referral, 'object', read, 422)
  const kept = await objectToReferral(visit.tx, house, referral, { words: read.value['object-words'], linkId: null })
  return kept.ok ? go(here) : late(kept.why)
}

async function answer(house: ReferralHouse, visit: ReferralVisit, referral: Referral): Promise<Answered> {
  const here = `/referrals/${referral.rowId}`
  if (referral.questionOn === null && isNext(visit, referral)) return go(here)
  const read = answerForm.read(visit.body)
  const late = (why: 'stale' | 'over') =>
    shown(house, visit, referral, 'answer', addError({ ...read, errors: [] }, en.troubles[why]), 409)
  if (isStale(visit, referral)) return late('stale')
  if (!read.ok) return shown(house, visit, referral, 'answer', read, 422)
  const { answer: kind, 'stop-words': stopWords, 'go-on-words': goOnWords, told } = read.value
  if (kind === 'less') return go(`${here}/edit`)
  const wanted: Answer =
    kind === 'stop' ? { kind, words: stopWords ?? '' } : { kind, words: goOnWords ?? '', isTold: told.includes('yes') }
  const done = await answerObjection(visit.tx, house, referral, actorOfVisit(visit).accountId, wanted)
  if (done.ok) return go(here)
  if (done.why === 'stale' || done.why === 'over') return late(done.why)
  return shown(house, visit, referral, 'answer', addError(read, en.troubles[done.why], AT[done.why]), 422)
}
