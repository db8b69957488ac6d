import type { AnswerKind, Depth, GroupCode, Level, Source } from './assessment.ts'

export const levels: Readonly<Record<Level, string>> = { 1: 'Critical', 2: 'Worry', 3: 'Mixed', 4: 'Well', 5: 'Strong' }

/** What each level means, plainly. Our scale: no official one is known. */
export const anchors: Readonly<Record<Level, string>> = {
  1: 'act now',
  2: 'it gets in the way',
  3: 'some help is needed',
  4: 'no issue now',
  5: 'a strength to build on',
}

export const depths: Readonly<Record<Depth, string>> = {
  initial: 'Initial assessment',
  'in-depth': 'In-depth assessment',
  review: 'Review',
}

export const sources: Readonly<Record<Source, string>> = {
  'told-me': 'Told me',
  seen: 'I saw it',
  document: 'Read in a document',
  partner: 'A partner said so',
}

export const answers: Readonly<Record<AnswerKind, string>> = {
  'concern-raised': 'I raised a concern',
  'specialist-asked': 'I asked a specialist',
  acted: 'I did something about it',
  'not-needed': 'Nothing is needed now',
}

export const groups: Readonly<Record<GroupCode, string>> = {
  education: 'learning and work',
  self: 'self and others',
  home: 'home and around',
  health: 'health',
}

export const factors: Readonly<Record<string, string>> = {
  participation: 'Participation',
  achievements: 'Achievements',
  'basic-skills': 'Basic skills',
  'key-skills': 'Key skills',
  'life-skills': 'Life skills',
  aspirations: 'Aspirations',
  motivation: 'Motivation',
  'self-image': 'Self-image',
  relationships: 'Relationships',
  'offending-risk': 'Risk of offending',
  'parents-carers': 'Parents and carers',
  'family-history': 'Family history',
  community: 'Community',
  housing: 'Housing',
  income: 'Income',
  'physical-health': 'Physical health',
  'emotional-health': 'Emotional health',
  'substance-use': 'Substance use',
}

export function factorLabel(code: string): string {
  return factors[code] ?? code
}

export const en = {
  title: 'Assessment',
  groupTitle: (group: string) => `Assessment: ${group}`,
  place: (n: number, of: number, asked: number, all: number) => `Group ${n} of ${of}. ${asked} of ${all} asked.`,
  savedAt: (time: string) => `Saved ${time}.`,
  notSaved: {
    offline: 'No connection. What you wrote stays on this page, and is saved as soon as there is one.',
    notYet: 'Not saved yet: something is missing. Press a button below to see what.',
    signedOut: 'You are signed out, so it is not saved. Sign in in another window; what you wrote stays here.',
  },
  hereToo: (names: readonly string[]) => `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} here too.`,
  yourView: 'Your view',
  own: (given: string) => `${given}’s own view`,
  notAsked: 'Not asked',
  evidence: 'What makes you say so',
  ownWords: (given: string) => `In ${given}’s own words`,
  source: 'Where it comes from',
  close: 'Who may read it',
  closeHint:
    'Only people named for such things then see this line. Do so when it could put somebody at risk. Unless you are one of them, you will not see it again yourself.',
  keepClose: 'Keep this close',
  more: (factor: string) => `Own words, source, who may read: ${factor}`,
  blind: 'What you write here goes to colleagues who may read about it',
  blindText:
    'You will not see it again, nor whether anybody else wrote something. It is not on the wheel you see. Where it calls for somebody else, say at once what you did.',
  viewMissing: (factor: string) => `Select your view of ${factor.toLowerCase()}, or theirs`,
  answer: 'What did you do about it?',
  answerText: 'What did you do, or why is nothing needed?',
  answerNeeded: (factor: string) => `Enter what you did about ${factor.toLowerCase()}, or why nothing is needed`,
  answerMissing: (factor: string) => `Select what you did about ${factor.toLowerCase()}`,
  knownAlready: (source: string, age: string) => `${source}, ${age}.`,
  beforeSource: (day: string) => `Assessment of ${day}`,
  beforeText: (staff: string, own: string, evidence: string) =>
    `${staff} and ${own}${evidence === '' ? '' : `: “${evidence}”`}`,
  beforeViews: {
    staff: (level: string) => `adviser ${level.toLowerCase()}`,
    own: (level: string) => `own ${level.toLowerCase()}`,
  },
  toldBefore: (from: string, age: string) => `What ${from} told us of the time before, ${age}`,
  stillTrue: 'Still true',
  stillTrueOf: (factor: string) => ` of ${factor.toLowerCase()}`,
  age: (days: number) =>
    days < 1 ? 'said today' : days < 60 ? `${days} days old` : `${Math.round(days / 30.4)} months old`,
  inDepth: 'Ask in depth',
  saveLeave: 'Save and leave',
  next: (group: string) => `Save, next group: ${group}`,
  toAgreeing: 'Save and agree it together',
  looksNow: 'How it looks now',
  asTable: 'As a table',
  factor: 'Factor',
  chartNote: 'Outside is strong. No point: not asked yet.',
  chartSays: (asked: number, all: number) => `${asked} of ${all} factors were asked.`,
  talkAbout: 'Talk about: ',
  talkAboutText: (labels: readonly string[], given: string) =>
    `${labels.map(label => label.toLowerCase()).join(', ')}, where ${given} is more worried than you are.`,
  ours: 'The factors are those of the field; their grouping and the scale are ours.',
  scale: 'What the words mean',
  choose: 'That answer is not on the page. Choose one of those offered',
  tooLong: (most: number) => `Use at most ${most.toLocaleString('en-GB')} characters`,
  stale: 'Somebody else saved some of this while you were writing',
  staleText:
    'Nothing you wrote is lost: it is in the form. What they saved stands here. Change the form as it should be and save again.',
  staleGone: 'Changed or taken out meanwhile',
  agreedMeanwhile: (by: string) => `It was agreed meanwhile${by === '' ? '' : ` by ${by}`}, and is locked`,
  leftMeanwhile: (by: string) => `It was left meanwhile${by === '' ? '' : ` by ${by}`}, and can be taken up again`,
  agreedMeanwhileText: 'What you typed is still here and was not saved. Copy what you need: a review can say it.',
  toOverview: 'To the assessment',
  alsoSaid: 'Said beside it',
  staleLine: (who: string, factor: string) => `${factor}, by ${who}`,

  none: 'Not assessed yet',
  noneText: 'Touch every factor once in a first meeting: what is already known is shown, and need not be asked again.',
  noneReader: 'Nobody has agreed an assessment with them yet.',
  begin: {
    initial: 'Begin an initial assessment',
    'in-depth': 'Begin an in-depth assessment',
    review: 'Begin a review',
  },
  goOn: (depth: string) => `Go on with the ${depth.toLowerCase()}`,
  notTrained:
    'You have no training in assessing on record that is in date. Assess together with a colleague, or ask your team leader; what is asked of each factor stands beside it.',
  leave: 'Leave this draft',
  leaveTitle: (depth: string) => `Leave the ${depth.toLowerCase()}`,
  leaveLead: (day: string, factors: number) =>
    `Begun on ${day}. ${factors === 0 ? 'Nothing was written in it that you may see.' : factors === 1 ? 'One factor was written about that you may see.' : `${factors} factors were written about that you may see.`} Nothing is deleted: whoever wrote in it is told, and it can be taken up again.`,
  leaveWhy: 'Why is it left?',
  leaveWhyMissing: 'Write why it is left',
  leaveTooLong: 'Use at most 500 letters',
  leaveTroubles: {
    'not-draft': 'It was agreed or left while this page was open',
    stale: 'Somebody wrote in it while this page was open. Look at it first, then leave it',
    unanswered:
      'Something in it calls for safeguarding or a specialist. Say at “Agree” what was done, or take out what is not so, before you leave it',
  },
  leftOn: (depth: string, day: string, name: string) => `${depth} left on ${day} by ${name}`,
  leftHead: 'Drafts that were left',
  takeUp: 'Take it up again',
  draftBy: (depth: string, day: string, name: string) => `${depth} begun on ${day} by ${name}, not agreed yet.`,
  baseline: 'Baseline',
  latest: 'Latest',
  travelled: 'Distance travelled',
  travelledText: (first: string, last: string) => `From the baseline of ${first} to what was agreed last on ${last}.`,
  onlyBaseline: (day: string) => `The baseline was agreed on ${day}. A review will show the distance travelled.`,
  steps: (n: number) => (n === 0 ? 'same' : n > 0 ? `+${n}` : `−${-n}`),
  distanceCaption: 'Each factor at the baseline and now, in both views',
  staffChange: 'Adviser’s view',
  ownChange: 'Own view',
  because: 'Because',
  fromTo: (from: string, to: string) => (from === to ? to : `${from} → ${to}`),
  kept: 'Kept for colleagues who may read it',
  history: 'Assessments',
  wrongPerson: 'This is about somebody else: take it off this record',
  wrongPersonOf: (depth: string, day: string) => ` (${depth.toLowerCase()} of ${day})`,
  historyLine: (depth: string, day: string, name: string) => `${depth}, agreed on ${day} with ${name}`,
  agreement: { agreed: 'The young person agreed.', disagreed: 'The young person did not agree.' },
  agreementWords: (words: string) => `“${words}”`,
  reviewOn: (day: string) => `To be reviewed by ${day}.`,
  signal: 'Needs an answer',
  signalOf: (factor: string, level: string) => `${factor}: ${level.toLowerCase()}`,
  answered: (answer: string, words: string) => `${answer}: ${words}`,

  agreeTitle: 'Agree it together',
  agreeLead: 'Once agreed it is locked: the first becomes the baseline, and a review says anew.',
  notAskedYet: (labels: readonly string[]) => `Not asked: ${labels.join(', ')}. That is not the same as no issue.`,
  allAsked: 'Every factor you may see was asked.',
  whatIsSaid: 'What is said',
  lateHead: 'What still needs an answer',
  lateText:
    'Whoever agreed this could not see these views, and they call for somebody else. Say what you did, or why nothing is needed. If somebody may be in danger, raise a concern as well.',
  lateButton: 'Save what was done',
  otherTools: 'What other agencies’ tools said',
  safetyPlan: 'Are they hurting themselves? Look at their safety plan, or make one together',
  answerIt: 'Answer it',
  signalsHead: 'Before it can be agreed',
  signalsText: 'These answers call for somebody else. Say what you did, or why nothing is needed.',
  agreeQuestion: (given: string) => `Does ${given} agree with it?`,
  agreeYes: 'Yes',
  agreeNo: 'No, or not with all of it: it stands with what they said',
  agreeMissing: 'Select whether they agree',
  agreeWords: (given: string) => `What ${given} said to it`,
  agreeWordsNeeded: 'Enter what they said, when they do not agree',
  reviewLabel: 'Look at it again by',
  reviewHint: 'For example, 12 2 2027',
  reviewMissing: 'Enter when to look at it again',
  dayIncomplete: 'Enter day, month and year',
  dayWrong: 'Enter numbers, like 12 2 2027',
  noSuchDay: 'There is no such day. Check the day and the month',
  lock: 'Agree and lock',
  backToDraft: 'Back to the assessment',
  troubles: {
    'nothing-said': 'Nothing that you can see was asked yet. Ask at least one factor before you agree it',
    stale: 'Somebody changed it while this page was open. Look at what stands now, together, and agree again',
    unanswered: 'Say what you did about each answer that calls for somebody else',
    'not-ahead': 'The day to look at it again must be after today',
    'too-far': 'The day to look at it again must be within two years',
  },
}
