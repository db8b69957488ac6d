import type { RowId } from '#ground/ids.ts'
import { choice } from '#web/form/choice.ts'
import { form } from '#web/form/form.ts'
import { longText } from '#web/form/text.ts'
import { OWN_SAYS } from '../pathway.ts'
import type { OwnPathwayWords } from './words.ts'

/** Fields of one step or pathway: several forms stand on the page. */
export const fieldsOf = (id: RowId) => ({ say: `say-${id}`, words: `words-${id}` }) as const

/** How a step stands with them; in words besides, where they want. */
export function sayForm(id: RowId, words: OwnPathwayWords) {
  const at = fieldsOf(id)
  return form({
    [at.say]: choice(OWN_SAYS, { missing: words.missing }),
    [at.words]: longText({ optional: true, max: 1000, tooLong: words.tooLong }),
  })
}

/** What they say as they take back their yes. */
export function takeBackForm(id: RowId, words: OwnPathwayWords) {
  return form({ [fieldsOf(id).words]: longText({ optional: true, max: 1000, tooLong: words.tooLong }) })
}
