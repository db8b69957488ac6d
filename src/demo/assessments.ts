/** Assessments of the demo, one of every state: a distance travelled, a review overdue, a disagreement, a draft half done, and none yet. */
import type { Tx } from '#ground/database/tx.ts'
import { addDays, addMonths, type Day } from '#ground/day.ts'
import type { AccountId, PersonId } from '#ground/ids.ts'
import {
  agreeAssessment,
  beginAssessment,
  factorsOn,
  findFull,
  type Level,
  leaveDraft,
  sayRatings,
  stampOf,
} from '#rooms/assessment/index.ts'
import { signalPeople } from '../house-signals.ts'
import { accountOf, eachLed, onDay } from './caseloads.ts'
import { actingAs, type DailyWork } from './daily-work.ts'

const EVIDENCE: Readonly<Record<string, string>> = {
  participation: 'Comes to college four days of five',
  achievements: 'Passed the mock in maths',
  'basic-skills': 'Reads the bus timetable, not the letter from the council',
  'key-skills': 'Good with a spreadsheet',
  'life-skills': 'Cooks for a younger brother',
  aspirations: 'Wants to work with animals',
  motivation: 'Came early and had looked up two courses',
  'self-image': 'Says “I always muck it up”',
  relationships: 'Two close friends, one since primary school',
  'parents-carers': 'An aunt is the steady one',
  'family-history': 'Moved three times in two years',
  community: 'Helps at the boxing club on Saturdays',
  housing: 'Sofa at an aunt’s since August',
  income: 'Bursary of twenty pounds a week',
}

/** Who of a caseload has what; the rest have none. */
const KINDS = ['travelled', 'overdue', 'draft', 'disagreed', 'none', 'fresh'] as const
const MOST = 18

type Step = { readonly on: Day; readonly by: number; readonly isReview: boolean; readonly asked: number }

/** Before somebody had training: who looked at it with them, or why nobody did. */
function lookOf(work: DailyWork, accountId: AccountId, i: number) {
  const beside = accountOf(work, 'mair.sample')
  return i >= KINDS.length || beside === accountId ? { why: 'Nobody with training was in that week' } : { with: beside }
}

/** Writes down assessments of three advisers' caseloads, each as the adviser and on its day. */
export function furnishAssessments(work: DailyWork): Promise<void> {
  return eachLed(work, MOST, ({ accountId, personId, i }) => furnishOne(work, accountId, personId, i))
}

async function furnishOne(work: DailyWork, accountId: AccountId, personId: PersonId, i: number): Promise<void> {
  const kind = KINDS[i % KINDS.length] as (typeof KINDS)[number]
  const today = work.clock.today()
  const step = (daysAgo: number, by = 0, isReview = false, asked = 14): Step => ({
    on: addDays(today, -daysAgo),
    by,
    isReview,
    asked,
  })
  switch (kind) {
    case 'travelled':
      await write(work, accountId, personId, i, step(160), 'agreed')
      return write(work, accountId, personId, i, step(12, 1, true), 'agreed')
    case 'overdue':
      return write(work, accountId, personId, i, step(400), 'agreed', lookOf(work, accountId, i))
    case 'draft':
      if (i >= KINDS.length) await leaveOne(work, accountId, personId)
      return write(work, accountId, personId, i, step(2, 0, false, 8), undefined)
    case 'disagreed':
      return write(work, accountId, personId, i, step(30), 'disagreed')
    case 'fresh':
      return write(work, accountId, personId, i, step(7), 'agreed')
    case 'none':
      return
    default:
      return kind satisfies never
  }
}

/** One that was begun by mistake, and left. */
async function leaveOne(work: DailyWork, accountId: AccountId, personId: PersonId): Promise<void> {
  await onDay({ work, accountId }, 9, async tx => {
    const begun = await beginAssessment(tx, personId, accountId, 'initial')
    if (!begun.ok) throw new Error(`the demo's assessment was refused: ${begun.why}`)
    const left = await leaveDraft(tx, begun.value, accountId, 'Begun on the record of a brother', '', signalPeople)
    if (!left.ok) throw new Error(`the demo's draft was not left: ${left.why}`)
  })
}

async function write(
  work: DailyWork,
  accountId: AccountId,
  personId: PersonId,
  i: number,
  step: Step,
  agreement: 'agreed' | 'disagreed' | undefined,
  look?: ReturnType<typeof lookOf>,
): Promise<void> {
  const acting = { ...actingAs(work, accountId), today: step.on }
  await work.database.transaction(acting, async tx => {
    const begun = await beginAssessment(tx, personId, accountId, step.isReview ? 'review' : 'initial')
    if (!begun.ok) throw new Error(`the demo's assessment was refused: ${begun.why}`)
    const saved = await sayRatings(tx, begun.value, sayingsOf(tx, i, step))
    if (!saved.ok) throw new Error(`the demo's assessment was not saved: ${saved.why}`)
    if (agreement === undefined) return
    const full = await findFull(tx, begun.value)
    const agreed = await agreeAssessment(tx, begun.value, accountId, {
      stamp: full === undefined ? '' : stampOf(full),
      agreement,
      words: agreement === 'agreed' ? '' : 'You make it sound worse than it is. I am fine at my aunt’s.',
      reviewOn: addMonths(step.on, 6),
      ...(look && { look }),
      answers: factorsOn(step.on).map(({ code }) => ({
        factor: code,
        answer: 'acted' as const,
        words: 'Went to see about it together',
      })),
    })
    if (!agreed.ok) throw new Error(`the demo's assessment was not agreed: ${agreed.why}`)
  })
}

/** Views that differ from person to person and, mostly, grow better. What tells of health or offending the demo leaves unsaid. */
function sayingsOf(tx: Tx, i: number, step: Step) {
  return factorsOn(tx.acting.today)
    .filter(factor => EVIDENCE[factor.code] !== undefined)
    .slice(0, step.asked)
    .map((factor, n) => ({
      factor: factor.code,
      seen: undefined,
      content: {
        staffLevel: levelOf(2 + ((i * 5 + n * 3) % 3) + (n % 3 === 0 ? step.by : 0)),
        ownLevel: (i + n) % 5 === 4 ? null : levelOf(1 + ((i * 3 + n * 7) % 5) + (n % 2 === 0 ? step.by : 0)),
        evidence: EVIDENCE[factor.code] ?? '',
        ownWords: n === 5 ? 'I could do that, if somebody came along the first time' : '',
        source: 'told-me' as const,
        isRestricted: false,
      },
    }))
}

function levelOf(n: number): Level {
  return Math.min(5, Math.max(1, n)) as Level
}
