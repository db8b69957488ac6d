import type { AccountId } from '#ground/ids.ts'
import { BARRIER_GROUNDS, NAMED_CLASSES } from '#rooms/access/index.ts'
import { choice, choices } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import { form } from '#web/form/form.ts'
import { hidden, longText, text } from '#web/form/text.ts'
import { CONDITIONS } from './given-class.ts'
import { breaches, en, given, misfiled, protection } from './words.ts'

const identity = {
  given: text({ missing: en.missingGiven, max: 100, tooLong: en.tooLong(100) }),
  family: text({ missing: en.missingFamily, max: 100, tooLong: en.tooLong(100) }),
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
  reason: longText({ missing: en.missingReason, max: 1000, tooLong: en.tooLong(1000) }),
})

export const findForm = form(identity)
/** The other record, exactly as it stands, and why the two are kept apart. */
export const apartForm = form({ ...identity, reason })
/** What is true now, and why. */
export const identityForm = form({ ...identity, reason })
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

export const misfiledForm = form({
  why: longText({ missing: misfiled.missingWhy, max: 300, tooLong: misfiled.tooLong(300) }),
  right: text({ optional: true, max: 200, tooLong: misfiled.tooLong(200) }),
  to: text({ optional: true, max: 40, tooLong: misfiled.tooLong(40) }),
})

const yesOrNo = choice(['yes', 'no'] as const, { optional: true, notOffered: breaches.notYet })
const because = longText({ optional: true, max: 500, tooLong: breaches.tooLong(500) })

/** An entry can be saved half done; what closing asks for is a rule. */
export const breachForm = form({
  consequence: longText({ optional: true, max: 1000, tooLong: breaches.tooLong(1000) }),
  'told-person': yesOrNo,
  'told-person-why': because,
  'told-regulator': yesOrNo,
  'told-regulator-why': because,
  version: hidden({ missing: breaches.stale }),
})

/** To whom is chosen among those the page offered. */
export function giveForm(holders: readonly AccountId[]) {
  return form({
    who: choice(holders, { missing: given.missingWho }),
    part: choice(NAMED_CLASSES, { missing: given.missingPart }),
    condition: choice(CONDITIONS, { missing: given.missingCondition }),
    reason: longText({ missing: given.missingReason, max: 300, tooLong: misfiled.tooLong(300) }),
    last: day({
      missing: given.missingLast,
      incomplete: () => en.dayIncomplete,
      wrong: () => en.dayWrong,
      noSuchDay: en.noSuchDay,
    }),
  })
}
