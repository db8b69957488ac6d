import type { Decision, PairState } from './queue/pair.ts'
import type { LineName } from './weighing/known.ts'
import type { Against } from './weighing/weigh.ts'

/** What each line is called. */
export const lineWords: Readonly<Record<LineName, string>> = {
  given: 'First name',
  family: 'Family name',
  born: 'Born',
  postcode: 'Postcode',
  upn: 'UPN',
  uln: 'ULN',
  nhs: 'NHS number',
  phone: 'Phone',
  email: 'Email',
}

/** How two values compare, by the level of the line. */
const anyLine: Readonly<Record<string, string>> = {
  same: 'Same',
  slip: 'One slip apart',
  alike: 'Look or sound alike',
  different: 'Different',
}
const ofLine: Readonly<Partial<Record<LineName, Readonly<Record<string, string>>>>> = {
  given: {
    form: 'Another form of the name',
    beginning: 'One begins like the other',
    neighbour: 'Near, but both are common names',
  },
  family: { part: 'Share a part' },
  born: {
    same: 'Same day',
    turned: 'Day and month turned round',
    'two-parts': 'Two of day, month, year the same',
    'same-year': 'Same year only',
  },
  postcode: { sector: 'Same streets', district: 'Same district' },
  email: { user: 'Same before the @' },
}

export function levelWords(line: LineName, level: string | null): string {
  return level === null ? en.saysNothing : (ofLine[line]?.[level] ?? anyLine[level] ?? level)
}

/** What stands against two being one, as a warning before the buttons. */
export const againstWords: Readonly<Record<Against, string>> = {
  dead: 'One of them is recorded as dead.',
  number: 'They have different numbers of one kind. Each young person has one.',
  given: 'Their first names are quite different: they may be twins.',
  birth: 'Their birth dates differ.',
}

export const stateWords: Readonly<Record<PairState, string>> = {
  open: 'To look at',
  later: 'Nobody could tell yet',
  asked: 'A partner was asked',
  'two-people': 'Two people',
}

export const decisionWords: Readonly<Record<Decision | 'one-person', string>> = {
  'one-person': 'Same person: choose what to keep',
  'two-people': 'Two different people',
  later: 'Cannot tell yet',
  asked: 'Ask a partner',
}

export const foundWords: Readonly<Record<string, string>> = {
  finder: 'Found at night',
  'new-record': 'When a record was made',
  list: 'By a list',
}

export const en = {
  onRecord: 'On record',
  firstRecord: 'First record',
  secondRecord: 'Second record',
  home: 'Home',
  learning: 'Learning at',
  saysNothing: 'Says nothing',
  notGiven: 'Not known',
  what: 'What',
  howCompared: 'How they compare',
  weight: 'Weight',
  against: 'Against',
  for: 'For',
  from: (bits: string) => `from ${bits}: most pairs differ`,
  together: 'All together',
  twoPeople: 'two people',
  youDecide: 'you decide',
  onePerson: 'one person',
  differs: 'differs',
  asJson: 'These weights as a file (JSON)',

  review: 'Same person?',
  reviewLead: 'Records that may be one young person. Nothing is joined until you say so, and joining can be undone.',
  noPairs: 'No records to compare',
  noPairsText: 'When two records look like one young person, they stand here for you to decide.',
  startReview: 'Look at the next',
  findNow: 'Look for doubles now',
  finding: 'Looking for doubles. Come back in a while.',
  pair: 'The two records',
  likely: 'How likely',
  chance: (percent: string) => `${percent}%`,
  chanceLow: 'under 1%',
  chanceHigh: 'over 99%',
  state: 'State',
  found: 'Found',
  lookedAtBy: (name: string) => `${name} looks at it`,
  isOne: 'Is this one person?',
  waitingLead: (count: number) =>
    count === 1
      ? 'The last that waits. Nothing changes until you answer.'
      : `${count} wait. Nothing changes until you answer.`,
  skip: 'Skip for now',
  takenBy: (name: string) => `${name} looks at these two just now.`,
  takenText: 'Take another, or wait: whoever answers first decides.',
  noLongerAlike: 'These two are less alike than when they were put here.',
  noLongerAlikeText:
    'What is on record, or what is asked about, has changed since. They leave this list at the next search, unless you decide now.',
  noteWord: 'Note',
  careWord: 'Take care',
  seenBefore: (who: string, when: string) => `${who} wrote on ${when}:`,
  noteLabel: 'A note (if you want)',
  noteHint: 'Stays with these two records, for whoever looks next.',
  noteTooLong: 'The note may have at most 1,000 letters',
  missingDecision: 'Choose what to do with these two records',
  askOf: 'Which partner?',
  askOfHint: 'Only what a partner itself sent is quoted to it.',
  missingPartner: 'Choose the partner to ask',
  askLead: 'Copy this and send it as you send other confidential messages. It quotes only what they sent themselves.',
  askDraft: (partner: string, said: string) =>
    `To ${partner}: your list tells us of ${said}. Please check that the name, the birth date and the number are right, and tell us if you know of another name or number for this young person.`,
  asked: 'Mark as asked',
  noPartners: 'No partner’s list names either of them, so there is nobody to ask.',
  answeredElsewhere: 'Somebody else has answered this, or one of the records changed. This is how it stands now.',
  keys: 'Keys:',
  keySame: 'same',
  keyDifferent: 'different',
  keyNext: 'next. Joining can be undone.',
  nobodyTold: 'Somebody',
} as const
