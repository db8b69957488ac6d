import { choice, choices } from '#web/form/choice.ts'
import { form } from '#web/form/form.ts'
import { longText, text } from '#web/form/text.ts'
import { DECLINE_REASONS, KINDS, WISHES, WITHDRAW_REASONS } from './handover.ts'
import { en } from './words.ts'

const MOST_BRIEF = 4000
const MOST_WORDS = 1000
const words = longText({ optional: true, max: MOST_WORDS, tooLong: en.tooLong(MOST_WORDS) })
const WISHES_OR_NOT = [...WISHES, 'not-asked'] as const

const taking = {
  to: text({ missing: en.missingTo, max: 60, tooLong: en.missingTo }),
  why: text({ missing: en.missingWhy, max: 300, tooLong: en.tooLong(300) }),
}

export const beginForm = form({
  to: taking.to,
  kind: choice(KINDS, { missing: en.missingKind }),
  why: taking.why,
  brief: longText({ optional: true, max: MOST_BRIEF, tooLong: en.tooLong(MOST_BRIEF) }),
  wish: choice(WISHES_OR_NOT, { missing: en.missingWish }),
  'wish-words': words,
})

/** Many at once: those ticked, of whom may be. */
export const moveForm = (people: readonly string[]) =>
  form({ people: choices(people, { missing: en.missingPeople }), ...taking })

/** Several that wait for one's answer. */
export const acceptManyForm = (ids: readonly string[]) =>
  form({ 'hand-overs': choices(ids, { missing: en.missingTicks }) })

// All stand on one page: each field has a name of its own.
export const declineForm = form({
  'decline-reason': choice(DECLINE_REASONS, { missing: en.missingReason }),
  'decline-words': words,
})
export const withdrawForm = form({
  'withdraw-reason': choice(WITHDRAW_REASONS, { missing: en.missingReason }),
  'withdraw-words': words,
})
export const metForm = (meetings: readonly string[]) =>
  form({ meeting: choice(meetings, { missing: en.missingMeeting }) })
export const wishForm = form({
  'said-wish': choice(WISHES, { missing: en.missingWish }),
  'said-words': words,
  'said-answer': words,
})
