import { choice, choices } from '#web/form/choice.ts'
import { form } from '#web/form/form.ts'
import { SAYS } from './rules.ts'
import { en } from './words.ts'

/** Who it is for, and which goals: of those that are there. */
export function chooseForm(adultIds: readonly string[], goalIds: readonly string[]) {
  return form({
    adult: choice(adultIds, { missing: en.missingAdult }),
    goals: choices(goalIds, { missing: en.missingGoals }),
  })
}

/** What they said to what they were shown. */
export const saysForm = form({ says: choice(SAYS, { missing: en.missingSays }) })
