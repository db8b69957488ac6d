/** Runs of meetings of the demo: one of each way it stands, and one of visits at home. */
import { addDays, daysBetween, mondayOf } from '#ground/day.ts'
import { newId } from '#ground/ids.ts'
import {
  answerAppointment,
  endRun,
  findAppointment,
  findRun,
  listArranged,
  makeRun,
  type Run,
} from '#rooms/sessions/index.ts'
import { done, eachLed, type Led, onDay } from './caseloads.ts'
import type { DailyWork } from './daily-work.ts'

const WAYS = ['on', 'done', 'ended-early', 'called-off', 'visits'] as const

/** Writes them down with one adviser's caseload. */
export function furnishRuns(work: DailyWork): Promise<void> {
  return eachLed(work, 22, async led => {
    const way = WAYS[led.i - 17]
    if (way !== undefined) await furnishOne({ ...led, work }, way)
  })
}

type Whose = Led & { readonly work: DailyWork }

async function furnishOne(whose: Whose, way: (typeof WAYS)[number]): Promise<void> {
  const monday = mondayOf(whose.work.clock.today())
  // From next week on, whatever day of the week the demo is made on.
  const begins = way === 'on' || way === 'visits' || way === 'called-off' ? 10 : -25
  const days = [0, 7, 14].map(n => addDays(monday, begins + n))
  const id = await onDay(whose, 28, tx =>
    makeRun(tx, whose.personId, whose.accountId, {
      id: newId<'row'>(tx.acting.at),
      title: way === 'visits' ? 'Weekly visits' : 'Getting up and out, step by step',
      everyWeeks: 1,
      days,
      arrangement: {
        ...{ atTime: '08:30', minutes: 45, kind: way === 'visits' ? 'home-visit' : 'meeting', room: null },
        ...{ place: way === 'visits' ? '' : 'Sampleton youth centre', needs: '', purpose: 'change', others: '' },
        ...{ method: 'We try one thing and look at it the week after', bring: 'The week sheet' },
        ...{ toldHow: null, toldOn: null, isRestricted: false },
      },
      parts: [
        { name: 'See how it is', aim: 'Write down one week as it is', meetings: 1 },
        { name: 'Change one thing', aim: 'Be up by nine on three days', meetings: 2 },
      ],
    }),
  )
  // Where no visit at home is safe there is none.
  if (!id.ok) return
  const held = { on: 0, visits: 0, 'called-off': 0, done: 3, 'ended-early': 1 }[way]
  await answerFirst(whose, held)
  if (way === 'on' || way === 'visits') return
  // Two days after the first meeting, whatever day of the week the demo is made on: the second lies ahead then.
  const endsOn = addDays(addDays(monday, begins), 2)
  await onDay(whose, way === 'ended-early' ? daysBetween(endsOn, whose.work.clock.today()) : 0, async tx => {
    const run: Run | undefined = await findRun(tx, id.value)
    const reason = way === 'done' ? 'reached' : way === 'ended-early' ? 'they-asked' : 'no-longer-needed'
    if (run) done(await endRun(tx, run, { how: way, reason, words: '' }))
  })
}

async function answerFirst(whose: Whose, count: number): Promise<void> {
  const all = await onDay(whose, 28, async tx => {
    const arranged = await listArranged(tx, whose.personId)
    return arranged.filter(one => one.atTime === '08:30' && one.state === 'set')
  })
  for (const { rowId } of all.slice(0, count))
    await onDay(whose, 0, async tx => {
      const known = await findAppointment(tx, rowId)
      if (!known) return
      const { onDay: happenedOn, atTime, minutes, kind, place, aim, purpose } = known
      done(
        await answerAppointment(tx, known, whose.accountId, {
          came: { state: 'came' },
          content: {
            ...{ happenedOn, atTime, minutes, kind, place, aim, purpose, outcome: 'done', present: '' },
            ...{ aloneOffered: null, aimResult: 'reached', aimWhy: '', notes: 'Two of three days.', ownWords: '' },
            ...{ nextStep: '', nextOn: null, agreed: 'yes', isRestricted: false },
          },
          reasonWords: '',
        }),
      )
    })
}
