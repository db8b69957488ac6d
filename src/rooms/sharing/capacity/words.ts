/** What the pages of capacity say. */

import type { JudgeTrouble } from './actions.ts'
import type { About, Outcome, Part } from './capacity.ts'
import type { Standing } from './rules.ts'

export const abouts: Readonly<Record<About, string>> = {
  sharing: 'Who is told what about them',
  plan: 'Their plan',
  referral: 'A referral',
  programme: 'A programme or a place to learn',
  education: 'An education, health and care plan',
  health: 'Their health',
  care: 'Their care',
  family: 'Their family',
  other: 'Something else',
}

export const parts: Readonly<Record<Part, string>> = {
  understands: 'They understood what it is about, and what may come of each choice',
  keeps: 'They kept it in mind long enough to decide',
  weighs: 'They weighed it up, and could give their reasons',
  free: 'They were free of pressure from anybody',
  says: 'They could say or show what they decided',
}

export const outcomes: Readonly<Record<Outcome, string>> = {
  can: 'They can decide this',
  'with-help': 'They can decide this, with help',
  'not-now': 'They cannot decide this now',
}

export const standings: Readonly<Record<Standing, string>> = {
  presumed: '16 or over: presumed able to decide for themselves.',
  'per-decision': 'Under 16: whether they can decide is judged for each decision.',
  'not-known': 'Birth date not known: judge each decision, and ask how old they are.',
}

export const en = {
  title: 'Deciding for themselves',
  titleOf: (name: string) => `What ${name} decides for themselves`,
  lead: 'Only what was in doubt is written here: one question, one day. Nobody has capacity or lacks it as such.',
  ehcTheirs: (since: string) =>
    `What is to be decided about an education, health and care plan is theirs since ${since}.`,
  ehcLater: (until: string) =>
    `Until ${until} (end of compulsory school age) a parent decides about an education, health and care plan, and hears them.`,
  responsible: 'On record as having parental responsibility',
  noResponsible:
    'Nobody is on record as having parental responsibility. It is never assumed: ask, and write down how it is known.',
  none: 'No decision was in doubt',
  noneText: 'Write one down where you judged whether they could decide something.',
  judge: 'Write down a decision',
  newTitle: (name: string) => `Could ${name} decide this?`,
  againTitle: 'Look again at whether they can decide this',
  newLead: 'For one question. Help them first: time, plain words, pictures, an interpreter, somebody they trust.',
  sixteen:
    'They are 16 or over, so they are presumed able. That they cannot may only be because something affects their mind, and then it belongs to the health part of the record.',
  about: 'What is it about?',
  question: 'What is to be decided?',
  questionHint: 'As you would ask them, such as: May the college hear why you missed a month?',
  help: 'What was done so that they could decide?',
  could: 'What could they do?',
  couldHint: 'Tick what was so.',
  how: 'What shows it?',
  howHint: 'What they said or did. Not what you think of the choice: an unwise one is theirs to make.',
  wishes: 'What do they want?',
  wishesHint: 'In their words, whoever decides.',
  outcome: 'So',
  decider: 'If they cannot now: who decides?',
  deciderHint: 'Somebody with parental responsibility must be on record as having it.',
  adult: (name: string) => `${name}, parental responsibility`,
  anAdult: 'An adult with parental responsibility',
  representative: 'A representative',
  representativeName: 'Name of the representative, and who they are',
  nobodyYet: 'Nobody yet: it waits, or goes on in their best interests',
  reviewOn: 'Look at it again on',
  reviewHint: 'Always where they cannot now. Within 12 months.',
  save: 'Keep this',
  inDoubt: 'If it is in doubt, write down what you judge.',
  again: 'Look at it again',
  againOn: (day: string) => `Looked at again on ${day}`,
  dueOn: (day: string) => `To be looked at again by ${day}`,
  lateOn: (day: string) => `Should have been looked at again by ${day}`,
  judgedBy: (name: string, day: string) => `${name}, ${day}`,
  under: 'under 16 then',
  over: '16 or over then',
  decides: 'Who decides',
  misfiled: 'About somebody else',
  missingAbout: 'Choose what it is about',
  missingQuestion: 'Write what is to be decided',
  missingHelp: 'Write what was done so that they could decide',
  missingHow: 'Write what shows it',
  missingWishes: 'Write what they want. Where they would not say, write that',
  missingOutcome: 'Choose whether they can decide this',
  missingRepresentative: 'Write who the representative is',
  dayIncomplete: 'Enter day, month and year',
  dayWrong: 'Enter a day such as 4 9 2027',
  noSuchDay: 'There is no such day',
  notOffered: 'Choose one of those offered',
  tooLong: (most: number) => `Use at most ${most} letters`,
  timeline: (outcome: string) => `Deciding for themselves: ${outcome.charAt(0).toLowerCase()}${outcome.slice(1)}`,
}

export const judgeTroubles: Readonly<Record<Exclude<JudgeTrouble, 'not-theirs' | 'again-unknown'>, string>> = {
  'parts-missing': 'They can decide where all of this was so. Tick all of it, or choose that they cannot now',
  'parts-all': 'You ticked all that deciding takes. Then they can decide; else say what they could not do',
  'no-decider': 'Choose who decides instead',
  'no-review': 'Give a day to look at it again',
  'review-past': 'The day to look at it again must be after today',
  'review-far': 'Look at it again within 12 months',
  'not-health':
    'They are 16 or over: that they cannot decide belongs to the health part, which you do not see. Ask whoever does',
  died: 'They have died. Nothing more is decided',
  'not-responsible':
    'This adult is not on record as having parental responsibility. Put that on record first, with how it is known',
  'again-done': 'Somebody looked at it again meanwhile. Read what they wrote',
}
