/**
 * Plans of the demo, one of every state: agreed, changed since, never agreed, reviewed with every answer, a review that is late, a
 * disagreement, every goal over, and none.
 */
import { addDays, addMonths } from '#ground/day.ts'
import { planFactors } from '#rooms/assessment/index.ts'
import {
  agreePlan,
  changeGoal,
  findPlan,
  openOf,
  reviewPlan,
  setGoal,
  setTarget,
  stampOf,
  type TargetAnswer,
  type TargetWanted,
} from '#rooms/plans/index.ts'
import { done, eachLed, type Led, onDay } from './caseloads.ts'
import type { DailyWork } from './daily-work.ts'

const GOALS = [
  'I want to work with animals, not in an office',
  'I want to get my maths so that I can do the plumbing course',
  'I want to have money of my own by the summer',
] as const

type Made = Omit<TargetWanted, 'dueOn' | 'isRestricted' | 'ownerName' | 'factor'> & {
  readonly factor: string | null
  readonly ownerName?: string
  /** Days from the day it is set; none when left out. */
  readonly inDays?: number
}

const TARGETS: readonly Made[] = [
  {
    what: 'Send the form to the college',
    owner: 'young-person',
    inDays: 21,
    factor: 'aspirations',
    support: 'We fill it in together on Thursday',
    howKnown: 'The college writes back',
    ownStep: 'stretch',
    adviserStep: 'right',
  },
  {
    what: 'Ask the college for a day to look round',
    owner: 'adviser',
    inDays: 14,
    factor: 'motivation',
    support: '',
    howKnown: 'A day is in the diary',
    ownStep: 'right',
    adviserStep: 'easy',
  },
  {
    what: 'Offer a morning a week at the yard',
    owner: 'partner',
    ownerName: 'Hebden Made-up Stables',
    inDays: 45,
    factor: null,
    support: 'The bus is paid for',
    howKnown: 'Three mornings were done',
    ownStep: 'easy',
    adviserStep: 'too-far',
  },
  {
    ...{ what: 'Get up when the alarm goes', owner: 'young-person', factor: 'life-skills', support: '', howKnown: '' },
    ...{ ownStep: 'too-far', adviserStep: 'right' },
  },
]

const ANSWERED: readonly (readonly [TargetAnswer, string])[] = [
  ['met', 'A place from September'],
  ['part', 'Rang twice, nobody there'],
  ['not-met', 'The yard had no room'],
  ['goes-on', ''],
  ['dropped', 'They want to do something else now'],
]

/** Who of a caseload has what; the rest have none. */
const KINDS = ['reviewed', 'agreed', 'none', 'late', 'disagreed', 'changed', 'never-agreed', 'over'] as const
const MOST = 24

/** Writes down plans of three advisers' caseloads, each as the adviser and on its day. */
export function furnishPlans(work: DailyWork): Promise<void> {
  return eachLed(work, MOST, led =>
    furnishOne({ ...led, work, words: GOALS[led.i % GOALS.length] as string }, KINDS[led.i % KINDS.length]),
  )
}

type Whose = Led & { readonly work: DailyWork; readonly words: string }

async function furnishOne(whose: Whose, kind: (typeof KINDS)[number] | undefined): Promise<void> {
  switch (kind) {
    case 'reviewed':
      await begin(whose, 120, 4)
      await agree(whose, 120, 'agreed')
      return review(whose, 20)
    case 'agreed':
      await begin(whose, 30, 2)
      return agree(whose, 30, 'agreed')
    case 'late':
      await begin(whose, 130, 3)
      return agree(whose, 130, 'agreed')
    case 'disagreed':
      await begin(whose, 15, 2)
      return agree(whose, 15, 'disagreed')
    case 'changed':
      await begin(whose, 40, 1)
      await agree(whose, 40, 'agreed')
      return begin({ ...whose, words: 'I want to learn to drive' }, 5, 1)
    case 'never-agreed':
      return begin(whose, 3, 3)
    case 'over':
      await begin(whose, 200, 0)
      await end(whose, 60, 'reached')
      await begin({ ...whose, words: 'I want to be left alone' }, 200, 0)
      return end(whose, 60, 'dropped')
    case 'none':
    case undefined:
      return
    default:
      return kind satisfies never
  }
}

/** A goal, and so many targets under it. */
function begin(whose: Whose, daysAgo: number, targets: number): Promise<void> {
  return onDay(whose, daysAgo, async (tx, on) => {
    const goal = done(await setGoal(tx, whose.personId, whose.accountId, whose.words))
    for (const { inDays, ownerName = '', factor: code, ...target } of TARGETS.slice(0, targets)) {
      const dueOn = inDays === undefined ? null : addDays(on, inDays)
      const factor = planFactors(on).find(f => f.code === code)
      done(
        await setTarget(tx, whose.personId, goal, whose.accountId, {
          ...target,
          // Of what was set a few days ago nobody asked them yet.
          ...(daysAgo > 5 ? {} : { ownStep: 'not-asked', adviserStep: daysAgo > 3 ? 'stretch' : 'not-asked' }),
          ownerName,
          dueOn,
          factor,
          isRestricted: false,
        }),
      )
    }
  })
}

/** To be looked at again after three months. */
const REVIEW_MONTHS = 3

function agree(whose: Whose, daysAgo: number, agreement: 'agreed' | 'disagreed'): Promise<void> {
  return onDay(whose, daysAgo, async (tx, on) => {
    done(
      await agreePlan(tx, whose.personId, whose.accountId, {
        agreement,
        words: agreement === 'agreed' ? 'That is what I said' : 'I never said I would ring anybody',
        copyGiven: agreement === 'agreed' ? 'paper' : 'read-aloud',
        reviewOn: addMonths(on, REVIEW_MONTHS),
        viewOfHelp: '',
        stamp: stampOf(await findPlan(tx, whose.personId)),
      }),
    )
  })
}

function review(whose: Whose, daysAgo: number): Promise<void> {
  return onDay(whose, daysAgo, async (tx, on) => {
    const plan = await findPlan(tx, whose.personId)
    done(
      await reviewPlan(tx, whose.personId, whose.accountId, {
        agreement: 'agreed',
        words: '',
        copyGiven: 'sent',
        reviewOn: addMonths(on, REVIEW_MONTHS),
        viewOfHelp: 'You listened and did not tell me what to do',
        stamp: stampOf(plan),
        answers: openOf(plan).map((target, i) => {
          const [answer, words] = ANSWERED[(i + whose.i) % ANSWERED.length] as (typeof ANSWERED)[number]
          return { targetId: target.rowId, answer, words }
        }),
      }),
    )
  })
}

/** Ends the goal that is open. */
function end(whose: Whose, daysAgo: number, state: 'reached' | 'dropped'): Promise<void> {
  return onDay(whose, daysAgo, async tx => {
    const goal = (await findPlan(tx, whose.personId)).goals.find(one => one.state === 'open')
    if (!goal) throw new Error('the demo has no open goal to end')
    done(await changeGoal(tx, whose.personId, goal.rowId, { words: goal.words, state, version: goal.version }))
  })
}
