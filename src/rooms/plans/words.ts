import type { Copy, Goal, Owner, Target, TargetAnswer } from './plan.ts'
import type { Advice, Standing } from './rules.ts'

export const owners: Readonly<Record<Owner, string>> = {
  'young-person': 'The young person',
  adviser: 'The adviser',
  partner: 'A partner',
}

/** Whose a target is: the partner by name, the others as the page calls them. */
export function doneBy(
  { owner, ownerName }: Pick<Target, 'owner' | 'ownerName'>,
  called: Partial<typeof owners> = {},
): string {
  return owner === 'partner' ? ownerName : (called[owner] ?? owners[owner])
}

export const answers: Readonly<Record<TargetAnswer, string>> = {
  met: 'Met',
  part: 'Met in part',
  'not-met': 'Not met',
  dropped: 'Dropped',
  'goes-on': 'Goes on',
}

export const targetStates: Readonly<Record<Target['state'], string>> = {
  open: 'Open',
  met: 'Met',
  part: 'Met in part',
  'not-met': 'Not met',
  dropped: 'Dropped',
}

export const goalStates: Readonly<Record<Goal['state'], string>> = {
  open: 'Open',
  reached: 'Reached',
  dropped: 'Dropped',
}

export const copies: Readonly<Record<Copy, string>> = {
  paper: 'On paper',
  sent: 'Sent to them',
  'read-aloud': 'Read aloud to them',
  'not-wanted': 'They wanted none',
}

export const advices: Readonly<Record<Advice, string>> = {
  'no-day': 'It has no day: by when would be a good start?',
  'too-soon': 'It is due within two days: is it a stretch?',
  'too-far': 'It is more than six months away: what would be the first step of it?',
  'no-measure': 'How will everybody know that it is done?',
  'no-support': 'It is theirs alone: what support was promised?',
}

export const standings: Readonly<Record<Exclude<Standing, 'none'>, string>> = {
  'never-agreed': 'Not agreed with them yet.',
  'changed-since': 'Changed since it was agreed.',
  disagreed: 'They did not agree with it: what they said stands beside.',
  agreed: 'Agreed as it stands.',
  over: 'Every goal is reached or ended. What comes next?',
}

export const en = {
  title: 'Plan',
  back: 'Back to the plan',
  none: 'No plan yet',
  noneText: 'Begin with what they want, in their own words. Targets follow from it.',
  noneReader: 'Nobody has set a goal with them yet.',
  addGoal: 'Add a goal',
  changeGoal: 'Change',
  changeGoalOf: (words: string) => ` the goal “${words}”`,
  goalTitle: 'A goal',
  goalWords: (given: string) => `What ${given} wants, in their own words`,
  goalHint: 'As they say it: it will be read back to them. Everybody who may see the plan reads it.',
  goalState: 'How it stands',
  goalMissing: 'Enter the goal, in their words',
  goalStateMissing: 'Select how it stands',
  saveGoal: 'Save goal',
  goalStale: 'Somebody else changed this goal while you were writing',
  staleText: 'Nothing you wrote is lost: it is in the form. What they saved stands here. Save again if yours is right.',
  openTargets: 'It has open targets. Answer them at a review before you end the goal',

  addTarget: 'Add a target',
  addTargetOf: (words: string) => ` to “${words}”`,
  targetTitle: 'A target',
  forGoal: (words: string) => `For the goal “${words}”`,
  what: 'What is to be done',
  whatHint: 'One thing that can be done or not done.',
  whatMissing: 'Enter what is to be done',
  due: 'By when',
  dueHint: 'For example, 12 2 2027',
  owner: 'Who does it',
  ownerMissing: 'Select who does it',
  ownerName: 'Which partner',
  ownerNameMissing: 'Enter which partner does it',
  support: 'What support was promised',
  howKnown: 'How we shall know it is done',
  factor: 'What it works on',
  noFactor: 'Nothing of the assessment',
  factorHint: 'What tells of health, family or offending is then read only by people who may read of those.',
  keptClose: 'Kept close',
  close: 'Who may read it',
  closeHint: 'Only people named for such things then see this target. Do so when it could put somebody at risk.',
  keepClose: 'Keep this close',
  saveTarget: 'Save target',
  saveAnother: 'Save and add another',
  targetStale: 'Somebody else changed this target while you were writing',
  targetAnswered: 'This target was answered at a review while you were writing',
  answeredText: 'Nothing you wrote is lost: it is in the form, to copy from. A target that goes on is a new one now.',
  dueBefore: 'The day must be today or later',
  goalEnded: 'The goal has ended since. Open it again, or choose another',
  choose: 'That answer is not on the page. Choose one of those offered',
  tooLong: (most: number) => `Use at most ${most.toLocaleString('en-GB')} characters`,
  dayIncomplete: 'Enter day, month and year',
  dayWrong: 'Enter numbers, like 12 2 2027',
  noSuchDay: 'There is no such day. Check the day and the month',

  targetsOf: (words: string) => `Targets of the goal “${words}”`,
  noTargets: 'No target yet.',
  by: (day: string) => `by ${day}`,
  noDay: 'no day set',
  late: (days: number) => (days === 1 ? '1 day late' : `${days} days late`),
  whatHead: 'Target',
  ownerHead: 'Who',
  dueHead: 'By when',
  knownHead: 'How we shall know, or what came of it',
  changeOf: (what: string) => ` “${what}”`,
  think: 'Think about',
  allOnOthers: 'Nothing in it is theirs to do. What could they take on themselves?',
  answered: (state: string, day: string) => `${state}, ${day}`,

  agree: 'Agree it together',
  review: 'Review it',
  agreeLead: 'What they say to the plan as it stands is kept. It can be changed afterwards, and agreed again.',
  agreeQuestion: (given: string) => `Does ${given} agree with the plan?`,
  agreeYes: 'Yes',
  agreeNo: 'No, or not with all of it: it stands with what they said',
  agreeMissing: 'Select whether they agree',
  agreeWords: (given: string) => `What ${given} said to it`,
  agreeWordsNeeded: 'Enter what they said, when they do not agree',
  copy: 'The copy they got',
  copyMissing: 'Select how they got a copy',
  reviewOn: 'Look at it again by',
  reviewMissing: 'Enter when to look at it again',
  keep: 'Keep what was agreed',
  agreeHead: 'What they say to it',
  supportLine: (support: string) => `Support: ${support}`,
  knownLine: (how: string) => `How we shall know: ${how}`,
  openCopy: 'A copy for them',
  copyTitle: (given: string) => `${given}’s plan`,
  copyNote: 'Print this page, or read it out. What is kept close is not on it.',
  copyNoSteps: 'We have not agreed any steps yet.',
  copyWho: (who: string, day: string | null) => (day === null ? `Who: ${who}` : `Who: ${who}. By: ${day}`),
  copyAdviser: 'Your adviser',
  copyReview: (day: string) => `We look at this again by ${day}.`,
  copyMade: (day: string) => `As it stood on ${day}.`,
  wrongPerson: 'Taken down for the wrong person?',
  wrongGoal: (words: string) => ` Goal “${words}”`,
  wrongTarget: (what: string) => ` Target “${what}”`,
  wrongAgreement: (day: string) => ` What was agreed on ${day}`,
  reviewTitle: 'Review the plan',
  reviewLead: 'Every target first, then what comes next.',
  answerOf: (what: string) => `“${what}”`,
  answerMissing: (what: string) => `Select what became of “${what.slice(0, 80)}”`,
  answerHint: (who: string, day: string) => `${who}, ${day}`,
  answerWords: 'What became of it',
  noOpen: 'No target is open.',
  copyBefore: 'See the copy that is theirs before you agree it.',
  lost: 'What you wrote about targets that were answered meanwhile',
  viewOfHelp: (given: string) => `What ${given} thinks of the help so far`,
  closeReview: 'Close the review',
  troubles: {
    'no-goal': 'There is no goal yet. Set one before you agree the plan',
    'not-ahead': 'The day to look at it again must be after today',
    'too-far': 'The day to look at it again must be within two years',
    unanswered: 'Answer every target first',
    stale: 'The plan was changed while this page was open. Look at what stands now, then send it again',
  },
  history: 'What was agreed',
  historyLine: {
    plan: (day: string, name: string) => `Talked through on ${day} with ${name}`,
    review: (day: string, name: string) => `Reviewed on ${day} with ${name}`,
  },
  agreement: { agreed: 'The young person agreed.', disagreed: 'The young person did not agree.' },
  said: (words: string) => `They said: “${words}”`,
  saidOfHelp: (words: string) => `Of the help: “${words}”`,
  copyLine: (copy: string) => `Copy: ${copy.toLowerCase()}.`,
  reviewLine: (day: string) => `To be reviewed by ${day}.`,
}
