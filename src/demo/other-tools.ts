/** Tools of other agencies in the demo, and what they said: new, old, put right; described anew, in words only, ended. No real tool: all made up. */
import { addDays } from '#ground/day.ts'
import type { RowId } from '#ground/ids.ts'
import { classesOn } from '#rooms/access/index.ts'
import {
  addSaying,
  addTool,
  changeTool,
  correctSaying,
  endTool,
  findSaying,
  listEditions,
  type ToolFacts,
  toolStampOf,
} from '#rooms/assessment/index.ts'
import { accountOf, done, eachLed, type Led, onDay } from './caseloads.ts'
import type { DailyWork } from './daily-work.ts'
import { isKeptClose } from './opportunities.ts'

const plain = (name: string, factor: string | null = null) => ({ name, factor, part: 'assessment' }) as const
const ofHealth = (name: string, factor: string | null = null) => ({ name, factor, part: 'health' }) as const

const COMPASS: ToolFacts = {
  ...{ name: 'Made-up Family Compass', kind: 'early-help', part: 'assessment', hardEnd: 'last' },
  steps: ['Going well', 'Mostly fine', 'Getting harder', 'Stuck'],
  headings: [
    plain('Home and money', 'income'),
    plain('School mornings', 'participation'),
    plain('Friends'),
    ofHealth('Feeling low', 'emotional-health'),
  ],
}
/** As it was described before. */
const COMPASS_BEFORE: ToolFacts = {
  ...COMPASS,
  steps: ['Green', 'Yellow', 'Red'],
  headings: [plain('Home and money', 'housing'), plain('School mornings', 'participation')],
}
const LADDER: ToolFacts = {
  ...{ name: 'Made-up Crossroads Ladder', kind: 'youth-justice', part: 'offending', hardEnd: 'first' },
  steps: ['High', 'Medium', 'Low'],
  headings: [
    { name: 'What might happen again', factor: 'offending-risk', part: 'offending' },
    { name: 'Where they live', factor: 'housing', part: 'offending' },
  ],
}
const LETTER: ToolFacts = {
  ...{ name: 'Made-up School Snapshot', kind: 'school', part: 'assessment', hardEnd: null, steps: [] },
  headings: [plain('In class', 'motivation'), plain('At break')],
}
const SCALES: ToolFacts = {
  ...{ name: 'Made-up Drink Diary', kind: 'substance-use', part: 'health', hardEnd: 'last' },
  ...{ steps: ['None', 'Some', 'Much'], headings: [ofHealth('In a week', 'substance-use')] },
}

export async function furnishOtherTools(work: DailyWork): Promise<void> {
  const owen = accountOf(work, 'owen.testcase')
  const as = { work, accountId: owen }
  const describe = (facts: ToolFacts, daysAgo: number) =>
    onDay(as, daysAgo, async tx => done(await addTool(tx, owen, facts)))
  const compass = await describe(COMPASS_BEFORE, 500)
  const snapshot = await describe(LETTER, 480)
  await describe(LADDER, 470)
  const diary = await describe(SCALES, 460)
  await sayOn(work, compass, 420, 1)
  await onDay(as, 300, async tx => {
    const [now] = await listEditions(tx, compass)
    if (now) done(await changeTool(tx, owen, now, COMPASS))
  })
  await sayOn(work, snapshot, 40, 1)
  await sayOn(work, compass, 60, 3)
  await onDay(as, 20, async tx => {
    const [now] = await listEditions(tx, diary)
    if (now) done(await endTool(tx, now))
  })
}

/** What a tool said of the first of each caseload; put right where it says steps and was written down wrong. */
function sayOn(work: DailyWork, toolId: RowId, daysAgo: number, step: number): Promise<void> {
  return eachLed(work, 3, async led => {
    if (led.i === 2 || (await isKeptClose(work, led.personId))) return
    await sayOne({ ...led, work }, toolId, daysAgo, step)
  })
}

async function sayOne(
  whose: Led & { readonly work: DailyWork },
  toolId: RowId,
  daysAgo: number,
  step: number,
): Promise<void> {
  const { personId, accountId } = whose
  const written = await onDay(whose, daysAgo - 10, async (tx, on) => {
    const [edition] = await listEditions(tx, toolId)
    if (edition === undefined) throw new Error('the demo’s tool is not described')
    const held = await classesOn(tx, personId)
    const hasSteps = edition.steps.length > 0
    const content = {
      ...{ saidOn: addDays(on, -10), saidBy: 'Made-up worker of theirs', words: 'Made up: seen twice, with an aunt.' },
      findings: edition.headings
        .filter(one => held.has(one.part))
        .map(({ code }, index) => ({
          ...{ code, step: hasSteps ? ((step + index) % edition.steps.length) + 1 : null },
          words: index % 2 === 0 || !hasSteps ? 'Made up: better since the summer.' : '',
        })),
    }
    return { content, entryId: done(await addSaying(tx, personId, accountId, edition, content)) }
  })
  if (whose.i !== 1) return
  await onDay(whose, daysAgo - 12, async tx => {
    const one = await findSaying(tx, written.entryId)
    if (!one) throw new Error('what the demo’s tool said cannot be seen')
    const [first, ...rest] = written.content.findings
    const findings = first ? [{ ...first, words: 'Made up: better since the spring.' }, ...rest] : rest
    done(await correctSaying(tx, one, accountId, { ...written.content, findings }, toolStampOf(one)))
  })
}
