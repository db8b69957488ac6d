import type { AccountId, PersonId } from '#ground/ids.ts'
import { choice, choices } from '#web/form/choice.ts'
import { form } from '#web/form/form.ts'
import { hidden, longText, text } from '#web/form/text.ts'
import { sessionFields } from '../forms.ts'
import { EXPECTED_HOW } from '../group.ts'
import { en as groupWords } from '../words.ts'
import { en } from './words.ts'

/** A closed group that is planned: as a session, and who is expected. */
export const planForm = (runners: readonly AccountId[], people: readonly PersonId[]) =>
  form({
    id: hidden({ missing: groupWords.missingId }),
    ...sessionFields(runners),
    came: choices(people, { optional: true, notOffered: en.missingWho }),
    how: choice(EXPECTED_HOW, { missing: en.missingHow }),
    // The support group it is a day of, where it was planned from one.
    group: text({ optional: true, max: 36, tooLong: groupWords.missingId }),
  })

export const expectForm = (people: readonly PersonId[]) =>
  form({
    came: choices(people, { missing: en.missingWho }),
    how: choice(EXPECTED_HOW, { missing: en.missingHow }),
  })

/** Who came of those who were expected: nobody may have. */
export const attendanceForm = (people: readonly PersonId[]) =>
  form({
    came: choices(people, { optional: true, notOffered: en.missingWho }),
    notes: longText({ optional: true, max: 10_000, tooLong: groupWords.tooLong(10_000) }),
  })

export const callOffForm = form({ why: text({ missing: en.missingWhy, max: 300, tooLong: groupWords.tooLong(300) }) })
