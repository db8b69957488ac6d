/** Where a young person is this year, and how they came there. */
import { academicYearStart, addDays, addMonths, type Day, daysBetween, isAfter, schoolYearOn } from '#ground/day.ts'
import type { MadeUpActivity } from './person.ts'
import type { Chance } from './random.ts'

export type Stage = 'school' | 'sixth-form' | 'college' | 'training' | 'neet' | 'work' | 'unknown'

export type Route = {
  readonly stage: Stage
  readonly schoolYear: number
  /** When this stage began. */
  readonly since: Day
  /** Of those without a place: where they were until then. */
  readonly before: 'school' | 'college' | 'training'
  readonly activities: readonly MadeUpActivity[]
}

/** Shares of each stage by school year; what is left is not known. */
const STAGES: Readonly<Record<number, readonly (readonly [Stage, number])[]>> = {
  12: [
    ['sixth-form', 0.38],
    ['college', 0.43],
    ['training', 0.11],
    ['neet', 0.04],
    ['work', 0.02],
  ],
  13: [
    ['sixth-form', 0.33],
    ['college', 0.41],
    ['training', 0.13],
    ['neet', 0.06],
    ['work', 0.04],
  ],
  14: [
    ['college', 0.34],
    ['training', 0.22],
    ['neet', 0.1],
    ['work', 0.24],
  ],
}

const CODES: Readonly<Record<Stage, readonly string[]>> = {
  school: ['110'],
  'sixth-form': ['210'],
  college: ['230', '230', '230', '220', '250'],
  training: ['310', '310', '410', '430', '530'],
  neet: ['619', '619', '619', '616', '640', '630', '540', '610', '680'],
  work: ['330', '320', '340', '350', '360'],
  unknown: ['810', '810', '820', '830'],
}

/** Draws a route for somebody. */
export function makeRoute(born: Day, today: Day, chance: Chance): Route {
  const schoolYear = schoolYearOn(born, today)
  const term = academicYearStart(today)
  const before = chance.pick(['school', 'college', 'training'] as const)
  if (schoolYear <= 11) {
    const since = addMonths(term, -12 * Math.max(0, Math.min(schoolYear - 7, 4)))
    return { stage: 'school', schoolYear, since, before, activities: [activity('110', since, null)] }
  }
  const stage = stageOf(schoolYear, chance)
  const settled = stage === 'sixth-form' || stage === 'college'
  const yearsAgo = Math.min(schoolYear - 12, chance.between(0, 1))
  const first = addMonths(term, -12 * yearsAgo)
  const days = Math.max(1, daysBetween(first, today))
  const since = settled
    ? addDays(first, Math.min(chance.between(0, 12), days))
    : addDays(first, chance.between(1, days))
  return {
    stage,
    schoolYear,
    since,
    before: schoolYear === 12 && before === 'school' ? 'school' : before === 'school' ? 'college' : before,
    activities: history(schoolYear, stage, since, term, chance),
  }
}

function stageOf(schoolYear: number, chance: Chance): Stage {
  let rest = chance.next()
  for (const [stage, share] of STAGES[Math.min(schoolYear, 14)] ?? []) {
    if (rest < share) return stage
    rest -= share
  }
  return 'unknown'
}

/** Compulsory school, now and then something between, and what they do now. */
function history(schoolYear: number, stage: Stage, since: Day, term: Day, chance: Chance): MadeUpActivity[] {
  const leftSchool = addMonths(term, -12 * (schoolYear - 12))
  const list = [activity('110', addMonths(leftSchool, -60), leftSchool)]
  if (isAfter(since, leftSchool)) {
    const between = chance.pick(CODES[chance.pick(['college', 'training', 'neet'] as const)])
    list.push(activity(between, leftSchool, since))
  }
  list.push(activity(chance.pick(CODES[stage]), since, null))
  return list
}

function activity(code: string, startedOn: Day, finishedOn: Day | null): MadeUpActivity {
  return { code, startedOn, finishedOn }
}
