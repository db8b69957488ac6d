/** Joint meetings of the demo, one of every state: asked, coming, cannot, taken off again, no longer able to come, and held by both. */

import { asHouse, type Tx } from '#ground/database/tx.ts'
import { addDays } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ADVISER_CLASSES, CLASS_BITS, colleaguesSeeing, endGrantsAbout, openGrant } from '#rooms/access/index.ts'
import { listColleaguesWho } from '#rooms/identity/index.ts'
import {
  type Arrangement,
  answerAlong,
  answerAppointment,
  changeAppointment,
  findAppointment,
  listCompanions,
  setAppointment,
} from '#rooms/sessions/index.ts'
import { accountOf, done, eachLed, type Led, onDay } from './caseloads.ts'
import { actingAs, type DailyWork } from './daily-work.ts'

const KINDS = ['asked', 'coming', 'held', 'cannot', 'off', 'unable'] as const
type Kind = (typeof KINDS)[number]
/** Past those whose meetings and visits stand in the diary already. */
const FIRST = 40

/** Asks colleagues along to meetings with some of three advisers' caseloads, and answers as they do. */
export async function furnishJointMeetings(work: DailyWork): Promise<void> {
  await eachLed(work, FIRST + KINDS.length, async led => {
    const kind = led.i < FIRST ? undefined : KINDS[led.i - FIRST]
    if (kind !== undefined) await furnishOne(work, led, kind)
  })
}

async function furnishOne(work: DailyWork, led: Led, kind: Kind): Promise<void> {
  const { accountId, personId } = led
  const whose = { work, accountId }
  const colleague = await colleagueFor(work, led, kind === 'unable')
  if (colleague === undefined) return
  const id = await onDay(whose, kind === 'held' ? 3 : 0, async (tx, on) => {
    const arrangement = { ...MEETING, onDay: kind === 'held' ? on : addDays(on, 2 + (led.i % 4)), toldOn: on }
    return done(
      await setAppointment(tx, personId, accountId, {
        arrangement,
        keepsBoth: true,
        insteadOf: null,
        along: [colleague],
      }),
    )
  })
  if (kind !== 'asked' && kind !== 'off') await says(work, id, colleague, kind)
  if (kind === 'off')
    await onDay(whose, 0, async tx => {
      const known = await findAppointment(tx, id)
      if (known) done(await changeAppointment(tx, known, accountId, { arrangement: known, keepsBoth: true, along: [] }))
    })
  if (kind === 'held') await onDay(whose, 3, tx => hold(tx, id, accountId, colleague))
  if (kind === 'unable')
    await onDay(whose, 0, tx =>
      endGrantsAbout(tx, { personId, source: 'cover', holderId: colleague }, 'The cover is over (made up)'),
    )
}

/** A colleague who sees what is done with them; of whoever is to lose it again, one who is let see it for that. */
function colleagueFor(
  work: DailyWork,
  { accountId, personId }: Led,
  isForNow: boolean,
): Promise<AccountId | undefined> {
  return onDay({ work, accountId }, 0, async tx => {
    const seeing = await whoSees(tx, personId, accountId)
    if (!isForNow) return seeing[0]
    const other = ['imran.demo', 'dana.example', 'mair.sample']
      .map(name => accountOf(work, name))
      .find(one => one !== accountId && !seeing.includes(one))
    if (other === undefined) return undefined
    await openGrant(tx, {
      scope: { kind: 'person', personId },
      holderId: other,
      classes: ADVISER_CLASSES,
      basis: 'public-task',
      source: 'cover',
      reason: 'Covers for a week (made up)',
    })
    return other
  })
}

async function whoSees(tx: Tx, personId: PersonId, but: AccountId): Promise<AccountId[]> {
  const colleagues = (await listColleaguesWho(tx, 'diary.use')).filter(one => one.accountId !== but)
  const seeing = await asHouse(tx, 'who may come along in the demo', worker =>
    colleaguesSeeing(worker, { personId, classBits: [CLASS_BITS.sessions] }, colleagues),
  )
  return seeing.map(one => one.accountId)
}

function says(work: DailyWork, id: RowId, colleague: AccountId, kind: Kind): Promise<void> {
  return work.database.transaction(actingAs(work, colleague), async tx => {
    const known = await findAppointment(tx, id)
    const own = (await listCompanions(tx, [id])).find(one => one.accountId === colleague)
    if (!known || !own) throw new Error('the demo does not see what it is asked along to')
    const state = kind === 'cannot' ? 'cannot' : 'coming'
    const words = state === 'cannot' ? 'I am on a course that day' : ''
    done(await answerAlong(tx, known, own, { state, words }))
  })
}

async function hold(tx: Tx, id: RowId, accountId: AccountId, colleague: AccountId): Promise<void> {
  const known = await findAppointment(tx, id)
  if (!known) throw new Error('the demo does not see what it arranged')
  const { onDay: happenedOn, atTime, minutes, place, purpose, aim } = known
  done(
    await answerAppointment(tx, known, accountId, {
      came: { state: 'came' },
      content: {
        ...{ happenedOn, atTime, minutes, kind: 'meeting', place, purpose, outcome: 'done', present: '', aim },
        ...{ aloneOffered: 'yes', aimResult: 'reached', aimWhy: '', notes: 'We met the three of us.', agreed: 'yes' },
        ...{ ownWords: 'Now I know you both', nextStep: '', nextOn: null, isRestricted: false },
        colleagues: [colleague],
      },
      reasonWords: '',
    }),
  )
}

const MEETING: Omit<Arrangement, 'onDay' | 'toldOn'> = {
  atTime: '12:30',
  minutes: 40,
  kind: 'meeting',
  place: 'Made-up library, room 3',
  room: 'private',
  needs: '',
  purpose: 'getting-to-know',
  aim: 'Meet us both, and say what helps',
  method: '',
  bring: '',
  others: '',
  toldHow: 'text',
  isRestricted: false,
}
