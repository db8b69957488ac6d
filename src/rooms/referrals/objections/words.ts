import type { MoveTrouble } from '../actions/moving.ts'
import type { AnswerTrouble, ObjectionState } from './objection.ts'

export const objectionWords = {
  head: (given: string) => `${given} objects`,
  raised: (day: string) => `Said on ${day}`,
  byLink: 'They said so themselves, by a link.',
  due: (day: string) => `Answer by ${day}.`,
  waits: 'Until then the other agency takes nothing more up. It reads that there is a question, and nothing else.',
  answer: 'How do you answer?',
  stop: 'Stop: it is taken back, and their right over the record ends',
  stopWords: 'What may the other agency be told?',
  stopHint: (given: string) =>
    `Only words ${given} agrees with. They read this and nothing else. Leave it empty, and they read only that it was taken back.`,
  goOn: 'Go on: the ground lets us',
  goOnWords: 'Why?',
  goOnHint: (law: string) => `As you told them. The ground is: ${law}.`,
  told: (given: string) =>
    `${given} was told why, and how to complain: to us, and to the Information Commissioner’s Office, ico.org.uk, 0303 123 1113`,
  less: 'Go on with less',
  lessHint: 'You change the letter next: leave out a part, and show it to them again.',
  button: 'Answer',
  object: (given: string) => `${given} objects now`,
  objectWhat: 'What do they say, in their own words?',
  objectHint: 'The other agency does not read this.',
  keep: 'Keep the objection',
  before: 'Objections',
  states: {
    open: 'To be answered',
    stop: 'Stopped',
    'go-on': 'It goes on because of its ground',
    less: 'It goes on with less',
    over: 'It was over before it was answered',
  } satisfies Readonly<Record<ObjectionState, string>>,
  answeredBy: (name: string, day: string) => `${name}, ${day}`,
  clockStill: 'The clock stands still until the question is answered.',
  question: 'There is a question to be answered about this referral. Until it is, take nothing more up.',
  stopped: 'What you are told',
  missingAnswer: 'Select how you answer',
  missingWords: 'Enter what they say',
  tooLong: (most: number) => `Use at most ${most.toLocaleString('en-GB')} characters`,
  troubles: {
    stale: 'Somebody moved it on while you were writing. Nothing you wrote is lost: look at how it stands now',
    over: 'There is nothing left to answer',
    'consent-stops': 'The ground is consent, and they took it back: it stops',
    words: 'Enter why it goes on',
    'not-told': 'Tell them why, and how to complain, before you answer',
  } satisfies Readonly<Record<AnswerTrouble | MoveTrouble, string>>,
} as const
