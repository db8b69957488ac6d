import type { NoteTrouble } from './actions.ts'
import type { Background, ItemKind } from './readiness.ts'
import type { ItemState } from './rules.ts'

export const backgrounds: Readonly<Record<Background, string>> = {
  careers: 'Careers guidance',
  'youth-work': 'Youth work',
  'social-work': 'Social work',
  teaching: 'Teaching',
  health: 'Health',
  'youth-justice': 'Youth justice',
  housing: 'Housing',
  voluntary: 'The voluntary sector',
  other: 'Something else',
}

export const itemKinds: Readonly<Record<ItemKind, string>> = {
  checks: 'Checks before starting (DBS seen)',
  induction: 'Induction',
  supervisor: 'A supervisor named, and times agreed',
  safeguarding: 'Safeguarding',
  'data-protection': 'Data protection and confidentiality',
  assessment: 'Assessing with a young person',
  recording: 'Recording what happens',
  'lone-working': 'Lone working and home visits',
  guidance: 'Careers guidance',
  'complex-needs': 'Working with complex needs',
}

export const itemStates: Readonly<Record<ItemState, string>> = {
  done: 'Done',
  soon: 'Done, ends soon',
  over: 'Over',
  missing: 'Missing',
}

export const en = {
  title: 'Colleagues',
  lead: 'Who knows what: by background, by language, and by what each can be asked about.',
  searchHint: 'A name, a language, something to ask about',
  background: 'Background',
  anyBackground: 'Any background',
  apply: 'Search',
  caption: 'Colleagues and what they know',
  name: 'Name',
  askAbout: 'Can be asked about',
  languages: 'Languages',
  count: (n: number) => (n === 1 ? '1 colleague' : `${n} colleagues`),
  sortWords: 'By name',
  noneFit: 'Nobody fits',
  noneFitText: 'Seek fewer words, or another background.',
  own: 'What you say of yourself',
  ownLead: 'All staff read it. Write what a colleague could ask you about.',
  ownWay: 'Write what you know',
  askAsk: 'What can you be asked about?',
  backgroundAsk: 'Where do you come from in your work?',
  languagesAsk: 'Which languages do you speak or sign?',
  saveOwn: 'Save',
  stale: 'You changed this on another page. Save again if this is right',
  said: 'What they say of themselves',
  notSaid: 'Nothing yet.',
  toList: 'Colleagues',

  ready: 'Ready to take cases',
  readyLead:
    'What is asked before an adviser takes cases, and again when it is over. The list is ours, not of any authority.',
  isReady: 'Everything that is asked is done.',
  isNotReady: (count: number) => (count === 1 ? '1 thing is missing or over.' : `${count} things are missing or over.`),
  readyCaption: 'What is asked, and how it stands',
  what: 'What is asked',
  standing: 'How it stands',
  until: (day: string) => `until ${day}`,
  shows: 'What shows it',
  shownLine: (evidence: string, name: string, day: string) => `${evidence}. Noted by ${name}, done on ${day}`,
  takeOff: 'Take off',
  takeOffOf: (what: string) => `: ${what}`,
  note: 'Write down what was done',
  kindAsk: 'What was done?',
  onAsk: 'On which day?',
  evidenceAsk: 'What shows it?',
  evidenceHint: 'For example: certificate seen; the first visit was made together',
  saveNote: 'Write it down',

  missingBackground: 'Choose where you come from in your work',
  missingKind: 'Choose what was done',
  missingOn: 'Enter on which day',
  missingEvidence: 'Write what shows it',
  dayIncomplete: 'Enter day, month and year',
  dayWrong: 'Enter a day such as 4 9 2027',
  noSuchDay: 'There is no such day',
  tooLong: (most: number) => `Use at most ${most.toLocaleString('en-GB')} letters`,

  notReadyError: (name: string, missing: string) =>
    `${name} is not ready to take cases${missing === '' ? '' : ` (${missing})`}. Choose another adviser, or write below why they take this one all the same`,
  whyAllTheSame: 'Why do they take this one all the same?',
  whyHint: 'It is kept in the log, and stands on no record.',
}

export const noteTroubles: Readonly<Record<Exclude<NoteTrouble, 'not-theirs'>, string>> = {
  ahead: 'It cannot be done on a day that is still to come',
  'long-ago': 'That is longer ago than anybody works. Check the year',
}
