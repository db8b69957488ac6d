import type { Statement, StatementAnswer } from './feedback.ts'

export const en = {
  title: 'Working with advisers',
  lead: 'Once a year we ask what you say of working with our advisers. It takes two minutes.',
  nobody:
    'Write nothing about a young person here. If you worry about somebody, raise a concern. Managers read counts and words without names; no page shows who said what.',
  asked: 'What do you say of working with our advisers?',
  askedText: 'Five short statements, once a year.',
  askedLink: 'Say it now, or put it off',
  whatHelps: 'What helps?',
  whatToChange: 'What should change?',
  wordsHint: 'Never a word about a young person, and no names.',
  save: 'Send',
  putOff: 'Not now',
  putOffText: 'You are asked again in 30 days.',
  answered: 'Thank you',
  answeredText: (day: string, next: string) => `You answered on ${day}. You are asked again from ${next}.`,
  isPutOff: (day: string) => `You put it off. You are asked again on ${day}, and can still say it now.`,
  missing: (statement: string) => `Say whether you agree: ${statement}`,
  tooLong: (most: number) => `Use at most ${most.toLocaleString('en-GB')} letters`,

  results: 'What partners say',
  resultsLead: 'What those at partners say of working with advisers, by school year. No page shows who said what.',
  note: 'To the nearest five; fewer than five are not told. Words are read where at least five answered.',
  year: 'School year',
  yearOf: (from: number) => `${from} to ${from + 1}`,
  apply: 'Show',
  filter: 'Choose',
  answeredBy: (count: string) => `Answered: ${count}`,
  few: 'Fewer than 5',
  tooFew: 'Too few have answered',
  tooFewText: 'Once at least five have answered in a school year, what they say is read here.',
  caption: 'Statements',
  statement: 'Statement',
  helpsHead: 'What helps',
  changeHead: 'What should change',
  noWords: 'Nobody wrote anything.',
}

export const statements: Readonly<Record<Statement, string>> = {
  reach: 'We can reach an adviser when we need one',
  helps: 'What advisers do helps the young people we know',
  told: 'We hear in time what we may hear',
  clear: 'It is clear what the adviser does and what we do',
  together: 'The adviser works with us, and not beside us',
}

export const answers: Readonly<Record<StatementAnswer, string>> = {
  agree: 'Agree',
  disagree: 'Do not agree',
  'cannot-say': 'Cannot say',
}
