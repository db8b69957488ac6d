import type { Gap, Part } from './rules.ts'

export const parts: Readonly<Record<Part, string>> = {
  assessment: 'Assessment',
  plan: 'Plan',
  sessions: 'Meetings and words',
  referrals: 'Referrals',
  tracking: 'What they do now',
  confidentiality: 'What stays between you',
}

export const gaps: Readonly<Record<Gap, (days: number | undefined) => string>> = {
  'no-assessment': days => `None agreed yet, ${late(days)}`,
  'assessment-late': days => `Review ${late(days)}`,
  'no-plan': () => 'No open goal',
  'no-review-day': () => 'No day to look at it again',
  'review-late': days => `Review ${late(days)}`,
  'no-contact': () => 'Nothing is written down yet',
  'contact-late': days => `Nothing for ${days} days`,
  'referral-late': days => `A step is ${late(days)}`,
  'not-known': () => 'Not known',
  lapsed: () => 'Too old to count',
  'not-read': () => 'Not read with them as it is now',
}

const late = (days = 0) => (days === 1 ? '1 day late' : `${days} days late`)

export const en = {
  title: (given: string) => `How ${given}’s case stands`,
  lead: 'The parts of the work on one page: what stands, what is missing, and who has worked with them.',
  partsHead: 'What stands, and what is missing',
  caption: 'Each part of the work with where it stands',
  part: 'Part',
  standing: 'Where it stands',
  open: 'Open',
  openOf: (part: string) => `: ${part}`,
  fine: 'Nothing is missing',
  ago: (days: number) => (days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`),
  missing: (count: number) => (count === 1 ? '1 part is missing something.' : `${count} parts are missing something.`),
  whole: 'Nothing is missing of the parts you may see.',

  workedHead: 'Who has worked with them',
  since: (day: string) => `Since the baseline of ${day}.`,
  sinceEver: 'There is no baseline yet: of all that is written down.',
  workedCaption: 'Colleagues who met or spoke with them',
  who: 'Who',
  times: 'Times',
  hours: 'Hours',
  last: 'Last on',
  nobody: 'Nobody has written down a meeting or a word.',
  agencies: 'Other agencies and programmes',
  noAgencies: 'None that you may see.',
  steps: 'Steps of the plan that were met',
  noSteps: 'None yet.',
  stepBy: (who: string, day: string) => `${who}, ${day}`,
  moved: 'What has changed',
  up: (labels: string) => `Stronger: ${labels}.`,
  down: (labels: string) => `Harder: ${labels}.`,
  notMoved: 'Nothing is different in what was assessed again.',
  oneOnly: 'Only the baseline was agreed: there is nothing to hold it against yet.',
  sayHead: 'How to say it',
  say: 'This shows who was there while it changed. It does not show who caused it: family, friends, teachers and the young person are not counted here. Write “worked with them on it”, never “achieved it”.',
  own: 'Their own part comes first: what they did themselves stands among the steps.',
}
