import type { AccountId } from '#ground/ids.ts'
import { BARRIER_GROUNDS } from '#rooms/access/index.ts'
import { choice, choices } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import { form } from '#web/form/form.ts'
import { longText, text } from '#web/form/text.ts'
import { en, protection } from './words.ts'

const identity = {
  given: text({ missing: en.missingGiven, max: 100, tooLong: en.tooLong }),
  family: text({ missing: en.missingFamily, max: 100, tooLong: en.tooLong }),
  born: day({
    missing: en.missingBorn,
    incomplete: () => en.dayIncomplete,
    wrong: () => en.dayWrong,
    noSuchDay: en.noSuchDay,
  }),
}
const ground = choice(BARRIER_GROUNDS, { missing: protection.missingGround })
const reason = longText({ missing: protection.missingReason, max: 500, tooLong: protection.tooLong })

export const glassForm = form({
  ...identity,
  reason: longText({ missing: en.missingReason, max: 1000, tooLong: en.tooLong }),
})

export const findForm = form(identity)
export const liftForm = form({ reason })
export const whereaboutsForm = form({ ground, reason })

/** Whom is chosen among those the page offered: anybody else is refused. */
export function restrictForm(offered: readonly AccountId[], others: readonly AccountId[]) {
  return form(
    {
      ground,
      reason,
      named: choices(offered, { optional: true, notOffered: protection.notNameable }),
      another: choice(others, { optional: true, notOffered: protection.notNameable }),
    },
    value =>
      value.named.length === 0 && value.another === null
        ? [{ field: 'named' as const, message: protection.missingNamed }]
        : [],
  )
}

/** Naming more people asks for no ground: the restriction has one. */
export function nameForm(offered: readonly AccountId[], others: readonly AccountId[]) {
  return form(
    {
      named: choices(offered, { optional: true, notOffered: protection.notNameable }),
      another: choice(others, { optional: true, notOffered: protection.notNameable }),
    },
    value =>
      value.named.length === 0 && value.another === null
        ? [{ field: 'named' as const, message: protection.missingNamed }]
        : [],
  )
}

export function shutOutForm(holders: readonly string[]) {
  return form({ who: choice(holders, { missing: protection.missingShut }), ground, reason })
}
