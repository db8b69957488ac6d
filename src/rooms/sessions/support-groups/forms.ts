import type { AccountId, PersonId } from '#ground/ids.ts'
import { choice } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import { form } from '#web/form/form.ts'
import { hidden, longText, text } from '#web/form/text.ts'
import { dayWords } from '../forms.ts'
import { TELLS } from '../groups/group.ts'
import { canBeShared, endTrouble } from './rules.ts'
import { type GroupContent, LEFT_REASONS, STEP_CLASSES } from './support-group.ts'
import { en, troubles } from './words.ts'

const TOLD = ['0', ...TELLS.map(String)]
const STEP_TOLD = STEP_CLASSES.map(String)
export const KNOWN = ['all', 'some', 'close'] as const
export const SHARED = ['apart', 'agreed'] as const
export const ENDS = ['done', 'dropped'] as const

const must = (max: number, missing: string) => ({ max, missing, tooLong: en.tooLong(max) })
const may = (max: number) => ({ optional: true as const, max, tooLong: en.tooLong(max) })
const id = hidden({ missing: en.missingId })

const groupFields = {
  name: text(must(120, en.missingName)),
  purpose: longText(must(2000, en.missingPurpose)),
  meets: text(may(300)),
  tells: choice(TOLD, { missing: en.missingTells }),
}

export const newGroupForm = form({ id, ...groupFields, 'there-for': text(must(80, en.missingThereFor)) })
export const changeGroupForm = form({ ...groupFields, why: text(must(300, en.missingWhy)) })
export const endGroupForm = form({
  on: day({ missing: en.missingDay, ...dayWords }),
  'end-why': text(must(300, en.missingWhy)),
})

type GroupValue = Extract<ReturnType<typeof changeGroupForm.read>, { ok: true }>['value']

/** What a form says of the group. */
export function contentOf(value: Omit<GroupValue, 'why'>): GroupContent {
  const { name, purpose, meets, tells } = value
  return { name, purpose, meets: meets ?? '', discloses: Number(tells) }
}

export const runnerForm = (colleagues: readonly AccountId[]) =>
  form({
    who: choice(colleagues, { missing: en.missingRunner }),
    'there-for': text(must(80, en.missingThereFor)),
  })

const askedFields = (colleagues: readonly AccountId[]) => ({
  asked: choice(colleagues, { missing: en.missingAsked }),
  agreed: day({ missing: en.missingAgreed, ...dayWords }),
})

/** Their yes, to whatever the page is about. */
export const askedForm = (colleagues: readonly AccountId[]) => form(askedFields(colleagues))

export const memberForm = (people: readonly PersonId[], colleagues: readonly AccountId[]) =>
  form({
    id,
    person: choice(people, { missing: en.missingPerson }),
    joined: day({ missing: en.missingJoined, ...dayWords }),
    ...askedFields(colleagues),
    known: choice(KNOWN, { missing: en.missingKnown }),
  })

export const leaveForm = form({
  left: day({ missing: en.missingDay, ...dayWords }),
  reason: choice(LEFT_REASONS, { missing: en.missingReason }),
  words: longText(may(500)),
})

const stepFields = (runners: readonly AccountId[]) => ({
  what: longText(must(500, en.missingWhat)),
  who: choice(runners, { missing: en.missingDoer }),
  due: day({ missing: en.missingDue, ...dayWords }),
})

export const groupStepForm = (runners: readonly AccountId[]) =>
  form({ ...stepFields(runners), what: text(must(300, en.missingWhat)) })
export const newGroupStepForm = (runners: readonly AccountId[]) =>
  form({ id, ...stepFields(runners), what: text(must(300, en.missingWhat)) })

const tellsField = choice(STEP_TOLD, { missing: en.missingTellsStep })
export const stepForm = (runners: readonly AccountId[]) => form({ ...stepFields(runners), tells: tellsField })

/** A step for somebody, and whether they agreed that everybody reads it: asked where it tells of something private. */
export const newStepForm = (runners: readonly AccountId[]) =>
  form(
    {
      id,
      ...stepFields(runners),
      tells: tellsField,
      shared: choice(SHARED, { missing: en.missingShared }),
      asked: choice(runners, { optional: true, notOffered: en.missingAsked }),
      agreed: day({ optional: true, ...dayWords }),
    },
    value => {
      if (value.shared === 'apart' || !canBeShared({ classBit: Number(value.tells) })) return []
      return [
        ...(value.asked === null ? [{ field: 'asked' as const, message: en.missingAsked }] : []),
        ...(value.agreed === null ? [{ field: 'agreed' as const, message: en.missingAgreed }] : []),
      ]
    },
  )

export const wentForm = form(
  {
    state: choice(ENDS, { missing: en.missingState }),
    went: longText(may(1000)),
  },
  ({ state, went }) => {
    const trouble = endTrouble({ state, went: went ?? '' })
    return trouble ? [{ field: 'went' as const, message: troubles[trouble] }] : []
  },
)
