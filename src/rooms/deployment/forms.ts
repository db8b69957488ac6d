import { day } from '#web/form/day-field.ts'
import { form } from '#web/form/form.ts'
import { text } from '#web/form/text.ts'
import { en } from './words.ts'

/** What is wrong with a day, in the words of this room. */
export const dayWords = {
  incomplete: () => en.dayIncomplete,
  wrong: () => en.dayWrong,
  noSuchDay: en.noSuchDay,
}

export const assignForm = form({
  adviser: text({ missing: en.missingAdviser, max: 60, tooLong: en.missingAdviser }),
  reason: text({ missing: en.missingReason, max: 300, tooLong: en.tooLong }),
  // Asked only where whoever is chosen is not ready to take cases.
  'all-the-same': text({ optional: true, max: 300, tooLong: en.tooLong }),
})

export const nameForm = form({
  name: text({ missing: en.missingName, max: 120, tooLong: en.nameTooLong }),
})

/** Whoever leads; empty for nobody yet. */
export const leaderForm = form({
  leader: text({ optional: true, max: 60, tooLong: en.missingLeader }),
})

export const teamForm = form({
  name: text({ missing: en.missingName, max: 120, tooLong: en.nameTooLong }),
  leader: text({ optional: true, max: 60, tooLong: en.missingLeader }),
})

export const memberForm = form({
  adviser: text({ missing: en.missingAdviser, max: 60, tooLong: en.missingAdviser }),
})

export const deploymentForm = form({
  adviser: text({ missing: en.missingAdviser, max: 60, tooLong: en.missingAdviser }),
  institution: text({ missing: en.missingInstitution, max: 60, tooLong: en.missingInstitution }),
  hours: text({ optional: true, max: 200, tooLong: en.hoursTooLong }),
  from: day({ missing: en.missingFrom, ...dayWords }),
  last: day({ optional: true, ...dayWords }),
})

export const coverForm = form({
  away: text({ missing: en.missingAway, max: 60, tooLong: en.missingAway }),
  covers: text({ missing: en.missingCovers, max: 60, tooLong: en.missingCovers }),
  reason: text({ missing: en.missingCoverReason, max: 300, tooLong: en.tooLong }),
  from: day({ missing: en.missingFrom, ...dayWords }),
  last: day({ missing: en.missingLast, ...dayWords }),
})

export const dutyForm = form({
  adviser: text({ missing: en.missingAdviser, max: 60, tooLong: en.missingAdviser }),
  on: day({ missing: en.missingDay, ...dayWords }),
})
