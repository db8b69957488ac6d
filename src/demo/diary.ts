/**
 * Diaries of the demo, one of every state: arranged and told in good time, told late, not told; today; came, came late; missed and not tried yet,
 * tried once, tried twice, missed again and again, with the leader, reached; called off; arranged anew; been and not answered.
 */
import { addDays, type Day, toDay, weekday } from '#ground/day.ts'
import type { RowId } from '#ground/ids.ts'
import { findTeamOf } from '#rooms/deployment/index.ts'
import {
  type Arrangement,
  answerAppointment,
  CANCEL_REASONS,
  type ContactContent,
  cancelAppointment,
  findAppointment,
  MISSED_REASONS,
  recordContact,
  setAppointment,
  tellLeader,
} from '#rooms/sessions/index.ts'
import { done, eachLed, type Led, onDay } from './caseloads.ts'
import type { DailyWork } from './daily-work.ts'

const KINDS = [
  'told',
  'today',
  'missed',
  'came',
  'not-told',
  'tried',
  'rebooked',
  'unanswered',
  'late',
  'again',
  'called-off',
  'other-way',
  'with-leader',
  'told-late',
  'reached',
  'called',
] as const
const MOST = 32

const AIMS = [
  'Choose between the two courses',
  'Fill in the form for the college',
  'Say what would have to change at home',
  'See how the first week on the course went',
]
const PLACES = ['Made-up library, room 2', 'Sampleton youth centre', 'School, careers room']
const WAYS = ['meeting', 'phone', 'meeting', 'home-visit', 'meeting', 'video'] as const
const TIMES = ['09:30', '10:15', '11:00', '11:45', '13:30', '14:15', '15:00', '16:15']

/** Writes down what is arranged with three advisers' caseloads, each as the adviser and on its day. */
export function furnishDiary(work: DailyWork): Promise<void> {
  return eachLed(work, MOST, led => furnishOne({ ...led, work }, KINDS[led.i % KINDS.length]))
}

type Whose = Led & { readonly work: DailyWork }

async function furnishOne(whose: Whose, kind: (typeof KINDS)[number] | undefined): Promise<void> {
  switch (kind) {
    case 'told':
      return void (await arrange(whose, { set: 6, ahead: 3 + (whose.i % 9), told: true }))
    case 'told-late':
      return void (await arrange(whose, { set: 0, ahead: 1, told: true }))
    case 'not-told':
      return void (await arrange(whose, { set: 1, ahead: 4 + (whose.i % 5) }))
    case 'today':
      return void (await arrange(whose, { set: 5, ahead: 0, told: true }))
    case 'unanswered':
      return void (await arrange(whose, { set: 8, ahead: -1, told: true }))
    case 'came':
    case 'late':
      return void (await answer(whose, 4 + (whose.i % 8), kind))
    case 'missed':
      return void (await answer(whose, 2, 'missed'))
    case 'tried':
      await answer(whose, 5, 'missed')
      return note(whose, 4, 'tried')
    case 'other-way':
      await answer(whose, 9, 'missed')
      await note(whose, 8, 'tried')
      return note(whose, 6, 'text')
    case 'with-leader': {
      const missed = await answer(whose, 20, 'missed')
      await note(whose, 19, 'tried')
      await note(whose, 17, 'letter')
      return tell(whose, missed)
    }
    case 'again':
      await answer(whose, 30, 'missed')
      await answer(whose, 20, 'missed')
      return void (await answer(whose, 6, 'missed'))
    case 'reached':
      await answer(whose, 6, 'missed')
      return note(whose, 4, 'phone')
    case 'rebooked': {
      const missed = await answer(whose, 7, 'missed')
      return void (await arrange(whose, { set: 3, ahead: 5, told: true, insteadOf: missed }))
    }
    case 'called-off':
      return callOff(whose, await arrange(whose, { set: 3, ahead: 2 }))
    case 'called':
    case undefined:
      return
    default:
      return kind satisfies never
  }
}

/** Nobody meets at the weekend: what would fall on it is on the Friday before, or the Monday after what is today or later. */
function onWorkday(day: Day, today: Day): Day {
  const late = { 6: 2, 0: 1 }[weekday(day)]
  if (late === undefined || day === today) return day
  return addDays(day, day > today ? late : late - 3)
}

type When = {
  /** Days ago it was arranged. */
  readonly set: number
  /** Days from today it is on; below nought, it has been. */
  readonly ahead: number
  readonly told?: boolean
  readonly insteadOf?: RowId
}

const METHODS = ['We sort cards with jobs', '', 'We try it out together'] as const
/** How an aim went, as far as anybody said. */
const AIM_WENT = [
  { aimResult: 'reached', aimWhy: '' },
  { aimResult: 'in-part', aimWhy: 'We ran out of time' },
  { aimResult: 'not', aimWhy: 'Something else was more pressing' },
  {},
] as const

function arrange(whose: Whose, { set, ahead, told = false, insteadOf }: When): Promise<RowId> {
  const today = whose.work.clock.today()
  const kind = WAYS[whose.i % WAYS.length] ?? 'meeting'
  return onDay(whose, set, async (tx, on) => {
    const arrangement: Arrangement = {
      onDay: onWorkday(addDays(today, ahead), today),
      atTime: TIMES[(whose.i * 3) % TIMES.length] ?? '10:00',
      minutes: 30 + 15 * (whose.i % 3),
      kind,
      place: kind === 'meeting' ? (PLACES[whose.i % PLACES.length] ?? '') : '',
      room: kind === 'meeting' ? (whose.i % 4 === 0 ? 'open' : 'private') : null,
      needs: whose.i % 6 === 0 ? 'No steps' : '',
      purpose: whose.i % 2 === 0 ? 'review' : 'guidance',
      aim: AIMS[whose.i % AIMS.length] ?? '',
      method: METHODS[whose.i % METHODS.length] ?? '',
      bring: whose.i % 3 === 0 ? 'Two course leaflets' : '',
      others: whose.i % 5 === 0 ? 'Their aunt' : '',
      toldHow: told ? 'text' : null,
      toldOn: told ? on : null,
      isRestricted: false,
    }
    const wanted = { arrangement, keepsBoth: true, insteadOf: insteadOf ?? null }
    return done(await setAppointment(tx, whose.personId, whose.accountId, wanted))
  })
}

const CONTACT: ContactContent = {
  happenedOn: toDay('2026-01-01'),
  atTime: null,
  minutes: null,
  kind: 'meeting',
  place: '',
  aim: '',
  aimResult: null,
  aimWhy: '',
  purpose: 'support',
  outcome: 'done',
  present: '',
  aloneOffered: null,
  notes: '',
  ownWords: '',
  nextStep: '',
  nextOn: null,
  agreed: null,
  isRestricted: false,
}

/** Arranges a week before, and says on the day what came of it. */
async function answer(whose: Whose, daysAgo: number, state: 'came' | 'late' | 'missed'): Promise<RowId> {
  const id = await arrange(whose, { set: daysAgo + 7, ahead: -daysAgo, told: true })
  await onDay(whose, Math.max(daysAgo - 3, 0), async tx => {
    const known = await findAppointment(tx, id)
    if (!known) throw new Error('the demo does not see what it arranged')
    const { onDay: happenedOn, atTime, minutes, kind, place, aim } = known
    const isMissed = state === 'missed'
    const content: ContactContent = {
      ...CONTACT,
      happenedOn,
      atTime,
      aim,
      ...(isMissed
        ? { kind: 'missed', outcome: 'did-not-come' }
        : {
            kind,
            place,
            minutes,
            aloneOffered: 'yes',
            ...(aim === '' ? {} : AIM_WENT[Math.floor(whose.i / KINDS.length) + (state === 'late' ? 2 : 0)]),
            agreed: 'yes',
            notes: 'We did what we had set out to do.',
            ownWords: 'It helped to say it out loud',
          }),
    }
    const reason = MISSED_REASONS[whose.i % MISSED_REASONS.length] ?? 'not-known'
    const came = isMissed ? ({ state, reason } as const) : ({ state } as const)
    done(await answerAppointment(tx, known, whose.accountId, { came, content, reasonWords: '' }))
  })
  return id
}

function note(whose: Whose, daysAgo: number, kind: 'tried' | 'text' | 'letter' | 'phone'): Promise<void> {
  return onDay(whose, daysAgo, async (tx, on) => {
    const notes = {
      phone: 'Was sorry. The bus did not come.',
      letter: 'A card with our number on it.',
      tried: '',
      text: '',
    }[kind]
    const outcome = kind === 'phone' ? 'done' : 'not-reached'
    done(await recordContact(tx, whose.personId, whose.accountId, { ...CONTACT, happenedOn: on, kind, outcome, notes }))
  })
}

/** Today: teams of the demo begin with it. */
function tell(whose: Whose, missed: RowId): Promise<void> {
  return onDay(whose, 0, async tx => {
    const [known, team] = [await findAppointment(tx, missed), await findTeamOf(tx, whose.accountId)]
    if (known && team?.leaderId) done(await tellLeader(tx, known, team.leaderId))
  })
}

function callOff(whose: Whose, id: RowId): Promise<void> {
  return onDay(whose, 1, async tx => {
    const known = await findAppointment(tx, id)
    const reason = CANCEL_REASONS[whose.i % CANCEL_REASONS.length] ?? 'they-asked'
    if (known) done(await cancelAppointment(tx, known, { reason, words: '' }))
  })
}
