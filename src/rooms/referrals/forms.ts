import { CLASS_BITS, toBits } from '#rooms/access/index.ts'
import { choice, choices } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import { form } from '#web/form/form.ts'
import { integer } from '#web/form/integer.ts'
import { longText, text } from '#web/form/text.ts'
import type { Letter } from './actions/writing.ts'
import {
  ALWAYS,
  DECLINE_REASONS,
  OUTCOMES,
  type Part,
  type PartName,
  PROTOCOL_CLASSES,
  type Protocol,
  type ProtocolContent,
  type Referral,
  VIEWS,
  WITHDRAW_REASONS,
} from './referral.ts'
import { partsAllowed, type Sending, STAGE_LENGTH, stagesIn } from './rules.ts'
import { en, protocolWords } from './words.ts'

const dayWords = { incomplete: () => en.dayIncomplete, wrong: () => en.dayWrong, noSuchDay: en.noSuchDay }
const short = (max: number) => ({ optional: true as const, max, tooLong: en.tooLong(max) })
const MOST_LETTER = 4000
const MOST_WORDS = 2000

/** Parts the writer may choose: what the agreement allows and does not go anyway. */
export function partsOffered(protocol: Pick<Protocol, 'classes'>): PartName[] {
  return partsAllowed(protocol.classes, CLASS_BITS).filter(part => !ALWAYS.includes(part))
}

const letterFields = (offered: readonly PartName[]) => ({
  asks: longText({ missing: en.missingAsks, max: MOST_WORDS, tooLong: en.tooLong(MOST_WORDS) }),
  'why-now': longText({ missing: en.missingWhyNow, max: MOST_LETTER, tooLong: en.tooLong(MOST_LETTER) }),
  'own-words': longText(short(MOST_WORDS)),
  parts: choices(offered, { optional: true, notOffered: en.notOffered }),
})

export const letterForm = (offered: readonly PartName[]) => form(letterFields(offered))

const SENDING = {
  shown: choice(['yes', 'no'] as const, { missing: en.missingShown }),
  'withheld-why': text(short(500)),
  'withheld-review': day({ optional: true, ...dayWords }),
  view: choice(VIEWS, { missing: en.missingView }),
  'view-words': longText(short(1000)),
  'view-answer': longText(short(1000)),
}

export const sendForm = form(SENDING)

export const amendForm = (offered: readonly PartName[]) =>
  form({
    ...letterFields(offered),
    ...SENDING,
    why: text({ missing: en.missingAmendWhy, max: 300, tooLong: en.tooLong(300) }),
  })

type LetterValue = {
  readonly asks: string
  readonly 'why-now': string
  readonly 'own-words': string | null
  readonly parts: readonly string[]
}
export function letterOf(value: LetterValue): Letter {
  return { asks: value.asks, why: value['why-now'], ownWords: value['own-words'] ?? '', parts: value.parts }
}

type SendValue = Extract<ReturnType<(typeof sendForm)['read']>, { ok: true }>['value']
export function sendingOf(value: SendValue): Sending {
  return {
    view: value.view,
    viewWords: value['view-words'] ?? '',
    viewAnswer: value['view-answer'] ?? '',
    isShown: value.shown === 'yes',
    withheldWhy: value['withheld-why'] ?? '',
    withheldReviewOn: value['withheld-review'],
  }
}

/** What the letter says by hand, for a form that stands filled. */
export function fillOf(parts: readonly Part[], offered: readonly PartName[]) {
  const said = parts.find(one => one.part === 'asked')?.lines ?? []
  const of = (label: string) => said.find(line => line.label === label)?.value ?? ''
  return {
    asks: of('asks'),
    'why-now': of('why'),
    'own-words': of('own-words'),
    parts: parts.map(one => one.part).filter(part => offered.includes(part)),
  }
}

/** What was said to it last, for a change: whether it was shown is asked anew. */
export function fillSaid(referral: Referral) {
  return {
    ...(referral.view === null ? {} : { view: referral.view }),
    'view-words': referral.viewWords,
    'view-answer': referral.viewAnswer,
  }
}

export const acceptForm = (offered: readonly string[]) =>
  form({ worker: choice(offered, { missing: en.missingWorker }) })

const required = longText({ missing: en.missingWords, max: MOST_WORDS, tooLong: en.tooLong(MOST_WORDS) })

// All stand on one page: each field has a name of its own.
export const assignForm = (offered: readonly string[]) =>
  form({ 'assign-worker': choice(offered, { missing: en.missingWorker }) })

/** A stage, and what was found there; together they are one line of what happened. */
export const stageForm = (stages: readonly string[]) =>
  form({
    stage: choice(stages, { missing: en.missingStage }),
    'stage-words': longText(short(MOST_WORDS - STAGE_LENGTH - 10)),
  })

export const declineForm = form({
  'decline-reason': choice(DECLINE_REASONS, { missing: en.missingReason }),
  'decline-words': longText(short(MOST_WORDS)),
})
export const withdrawForm = form({
  'withdraw-reason': choice(WITHDRAW_REASONS, { missing: en.missingReason }),
  'withdraw-words': longText(short(MOST_WORDS)),
})
export const endForm = form({
  outcome: choice(OUTCOMES, { missing: en.missingOutcome }),
  'end-words': required,
})
export const askForm = form({ 'ask-words': required })
export const tellForm = form({ 'tell-words': required })

export function protocolForm(options: {
  readonly organisations: readonly string[]
  readonly teams: readonly string[]
}) {
  const within = (max: number) => ({
    missing: protocolWords.badDays(max),
    min: 1,
    max,
    notANumber: protocolWords.badDays(max),
    outOfRange: protocolWords.badDays(max),
  })
  return form({
    from: choice(options.organisations, { missing: protocolWords.missingFrom }),
    to: choice(options.organisations, { missing: protocolWords.missingTo }),
    team: choice(options.teams, { optional: true, notOffered: en.notOffered }),
    purpose: text({ missing: protocolWords.missingPurpose, max: 200, tooLong: en.tooLong(200) }),
    basis: choice(['public-task', 'legal-duty', 'vital-interests', 'consent', 'contract'] as const, {
      missing: protocolWords.missingBasis,
    }),
    law: text({ missing: protocolWords.missingLaw, max: 300, tooLong: en.tooLong(300) }),
    classes: choices(PROTOCOL_CLASSES, { optional: true, notOffered: en.notOffered }),
    condition: text(short(300)),
    'answer-days': integer(within(60)),
    'start-days': integer(within(120)),
    'report-days': integer(within(260)),
    review: day({ missing: protocolWords.missingReview, ...dayWords }),
    stages: longText(short(1000)),
  })
}

type ProtocolValue = Extract<ReturnType<ReturnType<typeof protocolForm>['read']>, { ok: true }>['value']

/** Who it is and how it is safe to reach them: without these nobody can help. */
const ALWAYS_BITS = CLASS_BITS.identity | CLASS_BITS['safe-contact']

export function protocolOf(value: ProtocolValue): ProtocolContent {
  return {
    fromId: value.from as ProtocolContent['fromId'],
    toId: value.to as ProtocolContent['toId'],
    teamId: value.team as ProtocolContent['teamId'],
    purpose: value.purpose,
    basis: value.basis,
    law: value.law,
    condition: value.condition ?? '',
    classes: ALWAYS_BITS | toBits(value.classes),
    answerDays: value['answer-days'],
    startDays: value['start-days'],
    reportDays: value['report-days'],
    reviewOn: value.review,
    stages: stagesIn(value.stages ?? ''),
  }
}

export function fillProtocol(made: ReturnType<typeof protocolForm>, protocol: Protocol) {
  return made.fill({
    from: protocol.fromId,
    to: protocol.toId,
    team: protocol.teamId,
    purpose: protocol.purpose,
    basis: protocol.basis,
    law: protocol.law,
    classes: PROTOCOL_CLASSES.filter(name => (protocol.classes & CLASS_BITS[name]) !== 0),
    condition: protocol.condition,
    'answer-days': protocol.answerDays,
    'start-days': protocol.startDays,
    'report-days': protocol.reportDays,
    review: protocol.reviewOn,
    stages: protocol.stages.join('\n'),
  })
}

/** An agreement was looked at: what was found, and until when it stands. */
export const reviewForm = form({
  words: longText({ missing: protocolWords.missingReviewWords, max: MOST_WORDS, tooLong: en.tooLong(MOST_WORDS) }),
  'review-on': day({ missing: protocolWords.missingReview, ...dayWords }),
})
