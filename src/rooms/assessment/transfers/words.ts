/** What the pages of transfer summaries say. */
import type { MoveTrouble, TransferPart } from './actions.ts'
import type { Transfer, TransferAnswer, TransferState } from './transfer.ts'

export const states: Readonly<Record<TransferState, string>> = {
  asked: 'Asked for',
  received: 'Received',
  nothing: 'They have nothing',
  refused: 'They will not say',
  withdrawn: 'Taken back',
}

export const answers: Readonly<Record<TransferAnswer, string>> = {
  received: 'It came',
  nothing: 'They have nothing, or do not know them',
  refused: 'They will not say',
}

export const parts: Readonly<Record<TransferPart, string>> = {
  assessment: 'Nothing of these',
  health: 'Health',
  offending: 'Youth justice',
  care: 'Care',
  family: 'Family',
}

export const en = {
  titleOf: (name: string) => `What others knew of ${name} before`,
  lead: 'Ask the agency that worked with them last, so that nobody tells their story twice. They have ten working days; then you are reminded (ours).',
  none: 'Nobody was asked yet',
  noneText: 'Where an agency worked with them before they came to you, ask it for a summary.',
  ask: 'Ask for a summary',
  askTitle: (name: string) => `Ask who worked with ${name} before`,
  from: 'Agency on record',
  fromHint: 'Or leave it open, and write its name below.',
  fromOther: 'Another, by name',
  whom: 'Whom do you ask there?',
  whomHint: 'A name, and how you reach them',
  asks: 'What do you ask for?',
  asksHint: 'As little as you need: what helped, what was agreed, what is still open.',
  told: 'Does the young person know that you ask?',
  toldYes: 'Yes',
  toldNotYet: 'Not yet: I shall tell them',
  ground: 'You ask by public task, not by consent. They are told, and what comes is theirs to read.',
  send: 'I have asked',
  sendNote: 'The program sends nothing by itself: ask in the way you have agreed with that agency.',
  asked: (who: string, day: string) => `${who}, ${day}`,
  askedBy: 'Asked by',
  dueOn: (day: string) => `An answer is due by ${day}`,
  lateSince: (day: string) => `No answer: it was due by ${day}`,
  againTimes: (n: number, day: string) =>
    n === 1 ? `Asked again on ${day}` : `Asked again ${n} times, last on ${day}`,
  again: 'I have asked again',
  answerHead: 'What came of it',
  answer: 'What came?',
  words: 'What they say',
  wordsHint: 'As they say it. Or why nothing came.',
  saidBy: 'Who said it, there',
  part: 'Does what they say tell of one of these?',
  partHint: 'Then only those who see that part of the record read it.',
  keep: 'Keep the answer',
  withdraw: 'Take it back',
  why: 'Why is it taken back?',
  misfiled: 'About somebody else',
  on: 'Received on',
  waiting: 'Asked of other agencies',
  waitingLead: 'What still waits for an answer: of those you lead for, and what you asked yourself.',
  waitingNone: 'No answer is waited for',
  waitingNoneText: 'What is asked of an agency stands here until it answers.',
  newHead: 'New with you, and nobody asked yet',
  newText: 'They came to you in the last six weeks, were never assessed here, and no agency was asked.',
  who: 'Who',
  agency: 'Agency',
  when: 'When',
  state: 'How it stands',
  openOf: (name: string) => ` of ${name}`,
  toList: 'Transfer summaries',
  hidden: 'another agency',
  missingFrom: 'Choose an agency, or write its name',
  twoFrom: 'Choose an agency or write a name, not both',
  closed: 'This agency is closed. Ask the one that took over, or somebody by name',
  missingAsks: 'Write what you ask for',
  missingTold: 'Choose whether they know',
  missingAnswer: 'Choose what came',
  missingWords: 'Write what they say, or why nothing came',
  missingPart: 'Choose which part it tells of',
  missingWhy: 'Write why it is taken back',
  notOffered: 'Choose one of those offered',
  tooLong: (most: number) => `Use at most ${most.toLocaleString('en-GB')} letters`,
}

export const moveTroubles: Readonly<Record<MoveTrouble, string>> = {
  stale: 'Somebody wrote to this meanwhile. Read what stands now; what you typed is still below',
  'not-theirs': 'That part of the record is not yours to see. Ask whoever sees it to write this down',
  died: 'They have died. Nothing more is asked',
  'other-part':
    'Asking this agency tells of one part of the record already. Write here only what is of that part; the rest goes where it belongs',
}

/** Who was asked, as the reader may know it. */
export function agencyOf(one: Pick<Transfer, 'organisation' | 'fromName'>): string {
  return one.organisation || one.fromName || en.hidden
}
