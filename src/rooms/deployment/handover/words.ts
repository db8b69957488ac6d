import type { BeginTrouble } from './actions/beginning.ts'
import type { MoveTrouble } from './actions/closing.ts'
import type { DeclineReason, HOUSE_REASONS, Kind, State, WITHDRAW_REASONS, Wish } from './handover.ts'
import type { CloseTrouble } from './rules.ts'

export const en = {
  title: 'Hand-overs',
  lead: 'Who moves from one adviser to another. The first stays until the next has met the young person.',
  none: 'No hand-over is under way',
  noneText: 'When a young person is to have another adviser, begin it from their record.',
  over: 'Over',
  overLead: 'Hand-overs that are complete, were declined or taken back.',
  backToOpen: 'Under way',
  toAnswer: 'For you to answer',
  toMeet: 'Meet them',
  toClose: 'For you to close',
  waiting: 'Waiting for a colleague',
  who: 'Who',
  whoGone: 'No longer yours to see',
  between: 'From and to',
  fromTo: (from: string, to: string) => `${from} to ${to}`,
  somebody: 'somebody who has left',
  stands: 'Where it stands',
  next: 'Next step by',
  kind: 'Why now',
  late: (n: number) => (n === 1 ? '1 day late' : `${n} days late`),
  acceptTicked: 'Say yes to those ticked',
  tickAll: 'Tick all',
  tickNone: 'Tick none',
  missingTicks: 'Tick those you say yes to',
  askedBy: (name: string, why: string) => `From ${name}. ${why}`,

  begin: 'Hand over',
  beginLead: (name: string) =>
    `${name} stays the lead adviser until the next one has said yes and has met them. Both see the record meanwhile.`,
  beginNobody: 'Nobody leads for them yet: a team leader chooses who.',
  beginNotYours: (name: string) => `${name} leads for them. They or a team leader begin a hand-over.`,
  alreadyUnderWay: 'A hand-over is under way.',
  open: 'Open it',
  to: 'Who takes over?',
  toHint: 'They learn who it is, and nothing more until they say yes.',
  choose: 'Choose a colleague',
  kindAsk: 'Why now?',
  why: 'In a line, for everybody who sees the record',
  whyHint: 'Nothing about health, care, custody or where they come from.',
  brief: 'What should the next adviser know?',
  briefHint:
    'What works with them, what is promised, what comes next. The record, assessment and plan go along anyway.',
  wish: 'What do they say to it?',
  wishWords: 'In their own words',
  beginButton: 'Ask them to take over',
  missingTo: 'Select who takes over',
  missingKind: 'Select why now',
  missingWhy: 'Enter in a line why they are handed over',
  missingWish: 'Select what they say to it, or that nobody asked yet',
  missingReason: 'Select a reason',
  missingMeeting: 'Select the contact in which you met them',
  missingPeople: 'Tick at least one young person from the list',
  tooLong: (most: number) => `Use at most ${most} characters`,
  barredOne: (name: string) => `${name} cannot go to this adviser. Untick them, and ask whoever protects records`,
  underWayOne: (name: string) => `${name}: a hand-over is under way already. Untick them`,
  goneOne: (name: string) => `${name} cannot be handed over now. Untick them and open the record`,

  page: (from: string, to: string) => `Hand-over from ${from} to ${to}`,
  backToList: 'Back to hand-overs',
  toRecord: 'Open the record',
  wrongPerson: 'This is about somebody else',
  status: 'Now',
  owedBy: (name: string) => `by ${name}`,
  owedByYou: 'by you',
  from: 'Hands over',
  takesOver: 'Takes over',
  accepted: 'Said yes',
  met: 'Met them',
  moved: 'Leads since',
  overOn: 'Over since',
  reason: 'Reason',
  words: 'In words',
  yourWords: 'Anything to add? (optional)',
  briefHead: 'What the next adviser should know',
  briefNone: 'Nothing was written down for the next adviser.',
  wishHead: 'What they say to it',
  wishAnswer: 'What was answered, or is done about it',
  wishAnswerHint: 'For example, that the first adviser comes along to the next meetings.',
  wishNotAsked: 'Nobody has asked them yet. Ask before the hand-over is complete.',
  wishUnanswered: 'Their wish has no answer yet.',
  saveWish: 'Save what they say',
  changeWish: 'Write down what they say',
  along: 'What goes along',
  alongNone: 'There is nothing yet but the record itself.',
  alongNote: 'What was given to one adviser by name, and notes of others that are kept close, stay where they are.',
  behind: 'To be seen to first',
  behindText: 'The next adviser may not see this. It has to be over, or taken back, before you can close.',
  acceptButton: 'Say yes and take over',
  acceptText: (name: string) =>
    `If you say yes you see the whole record, and ${name} stays the lead adviser until you have met them.`,
  acceptGone: 'The adviser before you has left: if you say yes you lead from now on. Meet them soon.',
  declineButton: 'Say no',
  declineWhy: 'Why?',
  together: 'Meet them together',
  togetherText: (name: string) =>
    `You and ${name} meet them in one meeting, in the diary of both. Once it is written down that the next adviser was there it counts as the meeting this waits for.`,
  togetherAhead: 'You meet them together',
  metButton: 'I have met them',
  metText: 'In which contact did you meet them? One in which your colleague was there too counts.',
  metNone:
    'Next: meet them, and record it as a contact. Then come back here to say that you have met. Nothing of the kind is on record since you said yes.',
  completeButton: 'Close: they lead from now on',
  completeText: (name: string) =>
    `${name} leads from then on, and you no longer see the record. Arranged meetings and referrals go along.`,
  withdrawButton: 'Take it back',
  withdrawn: 'Taken back',

  moveTitle: (name: string) => `Move young people from ${name}`,
  moveLead: 'Tick who moves. Whoever takes over is asked, says yes and meets each before anything closes.',
  moveLeft: (name: string) =>
    `${name} no longer works here as an adviser. Whoever says yes leads at once, and meets each soon.`,
  movePeople: 'Young people',
  moveButton: 'Ask them to take over',
  moveNobody: 'There is nobody to move',
  moveNobodyText: 'Nobody they lead for is left, or a hand-over of each is under way.',
  moveUnderWay: (n: number) =>
    n === 1 ? 'A hand-over of 1 more is under way already.' : `Hand-overs of ${n} more are under way already.`,
  levelOf: (level: string) => `Level of support: ${level}`,
  noLevel: 'Level of support not set',
  lastContact: (day: string) => `last contact ${day}`,
  noContact: 'no contact yet',
} as const

export const kinds: Readonly<Record<Kind, string>> = {
  'step-up': 'They need more support',
  'step-down': 'They need less support',
  'new-place': 'They go to another place of learning',
  programme: 'They begin or leave a programme',
  circumstances: 'Their circumstances change',
  'adviser-leaves': 'Their adviser leaves or has another post',
  'they-asked': 'They asked for somebody else',
  'shared-out': 'Caseloads are shared out anew',
  'at-once': 'It could not wait',
}

export const states: Readonly<Record<State, string>> = {
  asked: 'Asked',
  accepted: 'To meet',
  met: 'Met, to close',
  complete: 'Complete',
  declined: 'Declined',
  withdrawn: 'Taken back',
}

export const wishes: Readonly<Record<Wish, string>> = {
  agrees: 'They are happy with it',
  'known-adviser': 'They would rather have somebody they know',
  other: 'They want something else',
  'not-asked': 'Nobody has asked them yet',
}

export const declineReasons: Readonly<Record<DeclineReason, string>> = {
  'no-room': 'No room on my caseload',
  'knows-them': 'I should not work with them, for a reason of my own',
  'not-my-work': 'It is not the kind of work I do',
  'something-else': 'Something else',
}

export const withdrawReasons: Readonly<
  Record<(typeof WITHDRAW_REASONS)[number] | (typeof HOUSE_REASONS)[number], string>
> = {
  'not-needed': 'It is no longer needed',
  'they-want-to-stay': 'They want to stay with the adviser they know',
  'somebody-else': 'Somebody else takes over',
  'cannot-be-met': 'They could not be met',
  'lead-changed': 'Somebody else leads by now',
  left: 'Whoever was asked no longer works here',
  died: 'The young person has died',
}

export const beginTroubles: Readonly<Record<BeginTrouble, string>> = {
  unknown: 'They cannot be handed over any more. Open the record again',
  'no-lead': 'Nobody leads for them. A team leader chooses who does',
  same: 'They lead already. Select somebody else',
  'no-such-adviser': 'Select who takes over from the list',
  'own-access': 'Ask their adviser or another team leader: nobody opens records to themselves',
  barred: 'This record cannot go to that adviser. Select somebody else, or ask whoever protects records',
  'already-open': 'A hand-over is under way already. Open it from the list of hand-overs',
}

export const moveTroubles: Readonly<Record<MoveTrouble | CloseTrouble | 'no-meeting', string>> = {
  stale: 'Somebody changed this hand-over meanwhile. Look at it again; what you typed is kept below',
  over: 'This step is no longer open. Look at where it stands now',
  barred: 'This record cannot go to that adviser any more. Take it back, and ask whoever protects records',
  'lead-changed': 'Somebody else leads by now, so that this goes no further. Take it back, and begin anew',
  'no-meeting': 'Select the contact in which you met them',
  'not-met': 'The next adviser has not met them yet',
  'wish-missing': 'Ask them what they say to it, and write it down first',
  'wish-answer': 'Write down what was answered to their wish first',
  'stays-behind': 'Something the next adviser may not see is still open. See to it first',
}
