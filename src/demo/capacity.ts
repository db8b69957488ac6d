/** What some young people of the demo decided for themselves: one of every outcome, and one that was looked at again. */

import { addMonths } from '#ground/day.ts'
import { findPerson } from '#rooms/people/index.ts'
import { capacityStandingOn, judgeCapacity, listCapacityOn } from '#rooms/sharing/index.ts'
import { done, eachLed, type Led, onDay } from './caseloads.ts'
import type { DailyWork } from './daily-work.ts'
import { isKeptClose } from './opportunities.ts'

type Judged = Parameters<typeof judgeCapacity>[3]
const ALL = ['understands', 'keeps', 'weighs', 'free', 'says'] as const
const CAN: Judged = {
  ...{
    about: 'sharing',
    question: 'May the college hear what helps you to come in?',
    help: 'Time alone, and a drawing of who hears what',
  },
  ...{
    could: ALL,
    how: 'Named two good things and one bad, and asked who else would read it',
    wishes: 'Tell my tutor, nobody else',
  },
  ...{ outcome: 'can', decider: null, reviewOn: null },
}
const WITH_HELP: Judged = {
  ...CAN,
  ...{ about: 'programme', question: 'Do you want to start in January?', outcome: 'with-help' },
  ...{
    help: 'A visit first, short words, and an afternoon to think',
    how: 'Told it back a day later',
    wishes: 'Yes, with Sam',
  },
}
/** How many of a caseload are looked through for somebody under 16. */
const LOOKED_THROUGH = 40

/** Writes down what was judged for some of three advisers' caseloads. */
export async function furnishCapacity(work: DailyWork): Promise<void> {
  const waiting = new Set<string>()
  await eachLed(work, LOOKED_THROUGH, async led => {
    if (await isKeptClose(work, led.personId)) return
    if (led.i === 0) await judge({ ...led, work }, CAN, 20)
    if (led.i === 1) await judge({ ...led, work }, WITH_HELP, 15)
    if (led.i > 1 && !waiting.has(led.accountId) && (await waitsFor({ ...led, work }))) waiting.add(led.accountId)
  })
}

async function judge(whose: Led & { readonly work: DailyWork }, judged: Judged, daysAgo: number): Promise<void> {
  await onDay(whose, daysAgo, async tx => done(await judgeCapacity(tx, whose.personId, whose.accountId, judged, null)))
}

/** Somebody under 16 who could not decide at first, and of one adviser could when it was looked at again. */
function waitsFor(whose: Led & { readonly work: DailyWork }): Promise<boolean> {
  const { personId, accountId } = whose
  return onDay(whose, 30, async (tx, on) => {
    const person = await findPerson(tx, personId)
    if (!person || capacityStandingOn(person.bornOn, on) !== 'per-decision') return false
    const judged: Judged = {
      ...{
        about: 'referral',
        question: 'Shall we ask the counsellor to meet you?',
        help: 'Met her for ten minutes first',
        could: ['says'],
      },
      ...{
        how: 'Said yes to everything, and did not know afterwards what it was about',
        wishes: 'Not to talk about it today',
      },
      ...{ outcome: 'not-now', decider: { kind: 'nobody-yet' }, reviewOn: addMonths(on, 2) },
    }
    done(await judgeCapacity(tx, personId, accountId, judged, null))
    return true
  }).then(async isDone => {
    if (isDone && whose.work.accounts.get('dana.example@partnership.example') === accountId) await lookAgain(whose)
    return isDone
  })
}

async function lookAgain(whose: Led & { readonly work: DailyWork }): Promise<void> {
  await onDay(whose, 10, async tx => {
    const [before] = await listCapacityOn(tx, whose.personId)
    const judged: Judged = { ...CAN, about: 'referral', question: before?.question ?? CAN.question }
    done(await judgeCapacity(tx, whose.personId, whose.accountId, judged, before?.rowId ?? null))
  })
}
