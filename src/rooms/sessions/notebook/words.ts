/** Every word of the notebook: on its pages, and on the device. */
import type { Taken } from './notebook.ts'
import { LEAST_WORDS, LOCK_AFTER_MS, type WordsTrouble } from './rules.ts'

const many = (n: number, one: string, more: string) => (n === 1 ? `1 ${one}` : `${n} ${more}`)
const notes = (n: number) => many(n, 'note', 'notes')

/** The page at the desk. */
export const en = {
  title: 'Notebook',
  lead: 'For places with no signal. Take your caseload along on this phone or laptop, write notes on the way, and they are sent when there is signal again.',
  open: 'Open the notebook',
  needsScript:
    'The notebook needs scripts, which are off or blocked in this browser. Write the note on the record when you have signal.',
  toCaseload: 'Go to the caseload',
  taken: 'What is taken along',
  takenList: [
    'Young people you lead for: the name they go by and a letter of the other',
    'The next meeting in your diary with each: day, time, place, and what it is to bring',
    'Open steps of their plan that they or you are to do',
  ],
  never: 'What never is',
  neverList: [
    'Anybody whose record or address is protected. Look at those at your desk',
    'Health, offending, care, family, safeguarding, and what is kept close',
    'Addresses, phone numbers, alerts, contacts and notes of before. Read alerts before you go',
  ],
  locked: 'How it is kept',
  lockedList: [
    'Locked with words of your own, which leave the device at no time',
    'Readable until the end of the day after, then wiped',
    'Signing out on the device wipes it. Notes that were not sent are asked about first',
    `Locks itself after ${LOCK_AFTER_MS / 60_000} minutes unused, and is wiped after five wrong tries`,
  ],
  out: 'On your devices now',
  outLine: (taken: string, people: number, until: string) =>
    `Taken along ${taken}: ${many(people, 'young person', 'young people')}. Readable until the end of ${until}.`,
  end: 'End it',
  endHint:
    'If a phone is lost: end it here, and tell your manager and whoever looks after information at once. It is wiped when the phone next has signal; until then it is locked.',
  noneOut: 'Nothing has been taken along.',
  mark: (written: string, came: string) => `Written in the notebook at ${written}. It came at ${came}.`,
  markAsked: (came: string) =>
    `Written in the notebook on a device whose clock was wrong; its writer said when it was. It came at ${came}.`,
  leaveTitle: 'There are notes on this device that were not sent',
  leaveText:
    'If you sign out now they are thrown away, and nobody can get them back. Notes of another colleague are theirs to send: ask them first.',
  leaveBack: 'Open the notebook and send them',
  leaveAnyway: 'Sign out and throw them away',
}

/** On the device, where nobody may be signed in and there may be no signal. */
export const device = {
  starting: 'Opening the notebook …',
  broken:
    'This browser cannot keep a notebook: private windows and some settings forbid it. Write the note on the record when you have signal.',
  danger: 'Worried that somebody is not safe? Do not write it here.',
  dangerRing:
    'Ring 999 if there is danger now. Otherwise ring your safeguarding lead or the council’s children’s services, at once.',
  ring: ({ name, phone }: NonNullable<Taken['ring']>) => ` Your own service, ${name}: ${phone}`,
  concern: 'Raise a concern, if you have signal',
  toDesk: 'To My day, if you have signal',
  problem: 'Something went wrong, and nothing was lost that was saved. Load the page again.',

  take: 'Take your caseload along',
  takeText:
    'Choose three or more words that have nothing to do with each other. You need them to open the notebook where there is no signal. They are not sent and not kept. If the browser offers to remember them, say no.',
  words: 'Words to lock it with',
  wordsHint: `At least ${LEAST_WORDS} letters, like words you would find on three pages of a book`,
  wordsAgain: 'The same words again',
  wordsTroubles: {
    'too-short': `Use at least ${LEAST_WORDS} letters`,
    'too-plain': 'Use words with more different letters',
  } satisfies Readonly<Record<WordsTrouble, string>>,
  wordsDiffer: 'The words are not the same. Type them again',
  takeButton: 'Take it along',
  takeOffline: 'There is no signal here, and nothing has been taken along on this device.',
  takeSignIn: 'Nothing has been taken along on this device. Sign in first, where there is signal.',
  takeNotYours: 'Your role does not lead for young people, so there is nothing to take along.',
  signIn: 'Sign in',
  again: 'Try again',
  nothingTaken: 'It could not be taken along. Try again, or sign in again.',

  lockedTitle: 'Notebook, locked',
  unlock: 'Your words',
  unlockButton: 'Open',
  unlockMissing: 'Enter your words',
  unlockWrong: (left: number) => `Those are not the words. ${many(left, 'try', 'tries')} left before it is wiped`,
  wipedElsewhere: 'In another tab, what was taken along was wiped from this device.',
  already: 'There is a notebook on this device already, from another tab. Open it with its words.',
  wiped: 'Five wrong tries: what was taken along is wiped from this device.',
  expired: 'Its day is over: what was taken along is wiped from this device.',
  ended: 'It was ended or signed out of: what was taken along is wiped from this device.',
  otherHere: 'Somebody else is signed in: what was taken along is wiped from this device.',
  behind:
    'The clock of this device shows a time before you took your caseload along. Put the clock right, then open it again.',
  bySignIn: 'Open it with my sign-in',
  bySignInText: 'You are signed in, so you can open it without the words.',
  keptNotes: (n: number) => `${notes(n)} on this device ${n === 1 ? 'was' : 'were'} not sent.`,
  keptSignIn: 'It is locked. Whoever wrote it can open and send it: sign in where there is signal.',
  keptOther: 'It is another colleague’s. You cannot read or send it; only they can, signed in on this device.',
  throwAll: 'Throw away everything on this device',
  throwAllText: (n: number) =>
    n === 0
      ? 'What was taken along goes from this device.'
      : `What was taken along goes, and ${notes(n)} that ${n === 1 ? 'was' : 'were'} not sent. Nobody can get ${n === 1 ? 'it' : 'them'} back.`,
  throwMore: 'Another note was written meanwhile, in another tab. Look at it, or say again that all goes.',
  throwAllSure: 'Throw it away',

  title: 'Your notebook',
  until: (day: string, time: string) => `Taken along at ${time}. Readable until the end of ${day}.`,
  lock: 'Lock it',
  refresh: 'Bring it up to date',
  refreshed: 'It is up to date.',
  gone: (names: readonly string[]) =>
    `Not in it any more: ${names.join(', ')}. Ask your team leader if you do not know why.`,
  finish: 'Finish with it',
  offline: 'No signal. Notes wait here.',
  online: 'There is signal.',
  signedOut: 'There is signal, but you are not signed in: sign in to send.',
  elsewhere: 'You are signed in for another partnership or role. Change that to send.',
  notKnown:
    'The server does not know this notebook any more. Copy your notes onto the records by hand, then throw it away.',
  waiting: 'Notes on this device',
  unreadable: (n: number) =>
    `${notes(n)} on this device cannot be opened: ${n === 1 ? 'it was' : 'they were'} locked with another key.`,
  noWaiting: 'No notes wait to be sent.',
  send: 'Send now',
  sent: (n: number) => `${notes(n)} sent.`,
  sentOf: (name: string) => `Sent: ${name}`,
  sentSee: 'See it on the record',
  people: 'Your young people',
  nobody: 'Nobody is in it.',
  write: 'Write a note',
  writeAbout: (name: string) => `Write a note about ${name}`,
  meeting: (day: string, time: string, how: string, place: string) =>
    `${how}: ${day}, ${time}${place === '' ? '' : `, ${place}`}`,
  noMeeting: 'Nothing arranged with you',
  toBring: (aim: string) => `To bring: ${aim}`,
  steps: 'Steps of the plan',
  step: (what: string, who: string, by: string) => `${what} (${who}${by === '' ? '' : `, by ${by}`})`,
  them: 'they',
  you: 'you',

  noteOn: (name: string, day: string) => `${name}, ${day}`,
  standing: {
    draft: 'Not finished',
    ready: 'Waits for signal',
    sending: 'On its way',
    again: 'Put right',
    asks: 'When was it?',
    refused: 'Not taken',
    differs: 'An earlier text was taken',
  },
  change: 'Go on writing',
  changeReady: 'Change',
  read: 'Read it',
  throwAway: 'Throw away',
  throwSure: (name: string) => `Throw away the note about ${name}? Nobody can get it back.`,
  keep: 'Keep it',
  noteTitle: (name: string) => `A note about ${name}`,
  noteHint:
    'Leave out health, offending, care and what could put somebody at risk: write that on the record, at your desk. They may read this one day.',
  finishNote: 'Put it with those to send',
  later: 'Leave it for later',
  saved: 'Kept on this device as you write.',
  asks: (said: string, here: string) =>
    `This device said it was ${said} when you wrote it. When it came, it was ${here}. Look at the day and the time, put them right, and send it again.`,
  refusedText:
    'This note was not taken onto a record. The young person may have another adviser by now, or the record may not be open to you. Ask your team leader who should have it. Then copy what is needed, and throw the note away.',
  differsText:
    'The note was taken as it was before you changed it. Put the rest right on the record itself, then throw this away.',
  sendingText:
    'It was sent, and no answer came back. It may have arrived, so it cannot be changed until there is signal.',
  tryAgain: 'Send it again',
  back: 'Back to the notebook',
  copyAll: 'What you wrote',
}
