import { choice } from '#web/form/choice.ts'
import { form } from '#web/form/form.ts'
import { text } from '#web/form/text.ts'
import { en } from './words.ts'

export const SAYS = ['agreed', 'no'] as const

/** For which place, whom there, and what the young person says to it. */
export function placeLinkForm(placeIds: readonly string[]) {
  return form({
    place: choice(placeIds, { missing: en.missingPlace }),
    who: text({ missing: en.missingWho, max: 120, tooLong: en.longWho }),
    says: choice(SAYS, { missing: en.missingSays }),
  })
}
