import { choice, choices, yesNo } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import { form } from '#web/form/form.ts'
import { integer } from '#web/form/integer.ts'
import { longText, text } from '#web/form/text.ts'
import { LEAVE_REASONS, type Programme, type ProgrammeChange, TALKS } from './programme.ts'
import { discloses, en } from './words.ts'

const words = (max: number) => longText({ optional: true, max, tooLong: en.tooLong(max) })
const DAY = { incomplete: () => en.dayIncomplete, wrong: () => en.dayWrong, noSuchDay: en.noSuchDay }
const dayAsked = (missing: string) => day({ missing, ...DAY })
const age = integer({ missing: en.missingAge, notANumber: en.ageNumber, outOfRange: en.ageRange, min: 11, max: 25 })

export const ASKS = ['lead', 'assessment', 'plan'] as const
export const DISCLOSES = [
  'health',
  'offending',
  'care',
  'immigration',
] as const satisfies readonly (keyof typeof discloses)[]

const content = {
  name: text({ missing: en.missingName, max: 120, tooLong: en.tooLong(120) }),
  about: words(1000),
}
const asked = {
  'min-age': age,
  'max-age': age,
  asks: choices(ASKS, { optional: true, notOffered: en.missingName }),
  'entry-words': words(1000),
}
const turned = (value: { 'min-age': number; 'max-age': number }) =>
  value['max-age'] < value['min-age'] ? [{ field: 'max-age' as const, message: en.agesTurned }] : []

export const changeProgrammeForm = form({ ...content, ...asked }, turned)

export const addProgrammeForm = (organisations: readonly string[]) =>
  form(
    {
      ...content,
      'run-by': choice(organisations, { missing: en.missingRunBy }),
      tells: choice(DISCLOSES, { optional: true, notOffered: en.tellsAsk }),
      ...asked,
    },
    turned,
  )

type Read = {
  readonly name: string
  readonly about: string | null
  readonly 'min-age': number
  readonly 'max-age': number
  readonly asks: readonly (typeof ASKS)[number][]
  readonly 'entry-words': string | null
}

/** What a form said of a programme, but who runs it. */
export function changeOf(value: Read): ProgrammeChange {
  return {
    name: value.name,
    about: value.about ?? '',
    ...{ minAge: value['min-age'], maxAge: value['max-age'] },
    needsLead: value.asks.includes('lead'),
    needsAssessment: value.asks.includes('assessment'),
    needsPlan: value.asks.includes('plan'),
    entryWords: value['entry-words'] ?? '',
  }
}

export const fillProgramme = (of: Programme) =>
  changeProgrammeForm.fill({
    ...{ name: of.name, about: of.about, 'min-age': of.minAge, 'max-age': of.maxAge, 'entry-words': of.entryWords },
    asks: ASKS.filter(one => ({ lead: of.needsLead, assessment: of.needsAssessment, plan: of.needsPlan })[one]),
  })

export const stageForm = (advisers: readonly string[]) =>
  form({
    'stage-name': text({ missing: en.missingStageName, max: 80, tooLong: en.tooLong(80) }),
    weeks: integer({ optional: true, notANumber: en.weeksNumber, outOfRange: en.weeksRange, min: 1, max: 104 }),
    'done-when': words(1000),
    adviser: choice(advisers, { optional: true, notOffered: en.stageAdviser }),
  })

export const lessonForm = form({
  learnt: longText({ missing: en.missingLearnt, max: 1000, tooLong: en.tooLong(1000) }),
  change: words(1000),
  'change-by': day({ optional: true, ...DAY }),
})

export const enterForm = (programmes: readonly string[]) =>
  form({
    programme: choice(programmes, { missing: en.missingProgramme }),
    agreed: dayAsked(en.missingAgreed),
    starts: dayAsked(en.missingStarts),
    'set-aside': words(500),
  })

// All stand on one page: each field has a name of its own.
export const startForm = form({ started: dayAsked(en.missingStarted) })
export const moveForm = (stages: readonly string[]) =>
  form({
    stage: choice(stages, { missing: en.missingStage }),
    moved: dayAsked(en.missingMoved),
    reached: yesNo({ missing: en.missingReached }),
    'moved-words': words(1000),
  })
export const finishForm = form({ finished: dayAsked(en.missingFinished), 'finish-words': words(1000) })
export const leaveForm = form({
  'last-there': dayAsked(en.missingLeft),
  'leave-reason': choice(LEAVE_REASONS, { missing: en.missingReason }),
  'leave-words': words(2000),
})
export const dropForm = form({
  'drop-reason': choice(LEAVE_REASONS, { missing: en.missingReason }),
  'drop-words': words(2000),
})
export const talkForm = form({ talk: choice(TALKS, { missing: en.missingTalk }), 'talk-words': words(2000) })
