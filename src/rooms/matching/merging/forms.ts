import { choice } from '#web/form/choice.ts'
import { form } from '#web/form/form.ts'
import { hidden, longText } from '#web/form/text.ts'
import { en } from './words.ts'

const side = choice(['keep', 'join'], { missing: en.missingChoice })
const reason = longText({ missing: en.missingReason, max: 500, tooLong: en.tooLong })
const despite = { max: 500, tooLong: en.tooLong } as const

/** Joining: a choice for each field both records say different things of, and a second reason where something is against it. */
export function mergeForm(fields: readonly string[], isWarned: boolean) {
  return form({
    ...Object.fromEntries(fields.map(field => [field, side])),
    despite: isWarned ? longText({ missing: en.missingDespite, ...despite }) : longText({ optional: true, ...despite }),
    reason,
    stamp: hidden({ missing: en.missingStamp }),
  })
}

/** Taking apart: where each row that came since belongs. */
export function undoForm(rows: readonly string[]) {
  const place = choice(['stays', 'goes'], { missing: en.undo.missingPlace })
  return form({
    ...Object.fromEntries(rows.map(row => [row, place])),
    reason: longText({ missing: en.undo.missingReason, max: 500, tooLong: en.tooLong }),
  })
}
