import type { Language } from '#web/language.ts'
import type { ReadTrouble } from './actions.ts'
import { ownStatementCy } from './cy.ts'
import type { ReadStanding } from './rules.ts'
import type { How, Understood } from './statement.ts'

export const hows: Readonly<Record<How, string>> = {
  aloud: 'I read it aloud',
  themselves: 'They read it themselves',
  interpreter: 'With an interpreter or signer',
  pictures: 'With pictures or in their own way',
  link: 'They read it themselves, by their link',
}

export const understoods: Readonly<Record<Understood, string>> = {
  yes: 'Yes',
  'in-part': 'In part',
  'not-yet': 'Not yet',
}

export const standings: Readonly<Record<ReadStanding, string>> = {
  nothing: 'Your partnership has not written down what stays between you and a young person.',
  never: 'Not read with them yet.',
  'to-confirm': 'They read it by their link: speak of it with them, and say what you find.',
  'not-understood': 'Read, but not understood yet: read it again.',
  older: 'What was read with them has changed since: read it again.',
  read: 'Read with them, and they said what it means.',
}

export const en = {
  title: 'What stays between us',
  lead: 'What a young person is promised before they say anything: what is kept, when somebody has to be told, and what they can ask. It is read with each of them, and the version is kept.',
  add: 'Write a new version',
  none: 'Nothing is written down yet',
  noneText: 'Until it is, each adviser promises something else. Begin with the words offered, and change them.',
  inForce: (number: number, day: string) => `Version ${number}, in force since ${day}`,
  ahead: (number: number, day: string) => `Version ${number}, in force from ${day}`,
  before: 'Earlier versions',
  beforeOf: (number: number, day: string) => `Version ${number}, from ${day}`,
  stays: 'What stays between us',
  told: 'When I have to tell somebody',
  rights: 'What you can ask',
  madeBy: (name: string) => `Written by ${name}`,

  newTitle: 'A new version of what stays between us',
  newLead:
    'Write to the young person, in words a fourteen-year-old reads. Whoever was read an older version is read this one, and stands in a list until then.',
  fromDay: 'In force from',
  save: 'Put it in force',
  offered: {
    stays:
      'What you tell me is for the people who help you. They read what they need for that, and no more. I do not tell your parents, your school or your friends what you say, unless you want me to.',
    told: 'If you or somebody else is in danger, or a crime that hurts somebody is planned, I have to tell somebody who can help. I tell you first, unless that would make it more dangerous. Sometimes a court can order me to tell.',
    rights:
      'You can ask what is written about you, who has looked, and who it goes to. You can say that something is wrong, and you can say no. Ask me at any time.',
  },

  personTitle: (given: string) => `What stays between you and ${given}`,
  readWith: 'Read it with them',
  readAgain: 'Read it again',
  readings: 'When it was read',
  noReadings: 'Nobody has read it with them yet',
  noReadingsText: 'Read it at the first meeting, before anything personal is asked.',
  lineOf: (day: string, number: number, name: string) => `${day}: version ${number}, with ${name}`,
  lineByLink: (day: string, number: number, name: string) => `${day}: version ${number}, by a link from ${name}`,
  sendLink: 'Send them a link to it',
  saysUnderstood: 'They say they understood',
  found: 'What was found',
  foundBy: (understood: string, day: string, name: string) => `${understood} (${day}, ${name})`,
  confirmQuestion: 'When you spoke of it: did they understand when you have to tell somebody?',
  confirm: 'Keep what I found',
  confirmMissing: 'Choose whether they understood',
  confirmWords: 'They wrote nothing of what it means. Read it with them, and keep what they say',
  confirmStale: 'A colleague kept what they found meanwhile',
  how: 'How',
  understood: 'Understood',
  said: 'What they say it means',
  wishes: 'What they want',
  write: 'Write what stays between you',

  readTitle: (given: string) => `For ${given} to read, or to hear`,
  worried: 'If something is not all right, say so to your adviser now, or press here',
  backToAdviser: 'For the adviser: back to what was read',
  readLead: 'Turn the screen round, or read it aloud. Then ask them to say in their own words what it means.',
  howQuestion: 'How was it read?',
  understoodQuestion: 'Did they understand when you have to tell somebody?',
  saidQuestion: 'What do they say it means?',
  saidHint: 'In their words. That they nodded is not enough.',
  wishesQuestion: 'Who must not hear of what, and how do they want to be told?',
  keep: 'Keep that it was read',
  misfiled: 'About somebody else',
  timeline: (number: number) => `Read together what stays between us, version ${number}`,

  timelineByLink: (number: number) => `They read what stays between us by their link, version ${number}`,

  dueTitle: 'Confidentiality to read',
  dueLead:
    'Of your caseload: with whom it was never read, who did not understand it yet, and who was read an older version.',
  dueLeadTeam:
    'Of everybody your team leads for: with whom it was never read, who did not understand it yet, and who was read an older version.',

  missingStays: 'Write what stays between you',
  missingTold: 'Write when you have to tell somebody',
  missingRights: 'Write what they can ask',
  missingFrom: 'Enter from when it is in force',
  missingHow: 'Choose how it was read',
  missingUnderstood: 'Choose whether they understood',
  dayIncomplete: 'Enter day, month and year',
  dayWrong: 'Enter a day such as 4 9 2027',
  noSuchDay: 'There is no such day',
  tooLong: (most: number) => `Use at most ${most.toLocaleString('en-GB')} letters`,
  past: 'It can be in force from today, or a later day. What was promised before was promised',
  same: 'These are the words in force already',
  stale: 'Somebody wrote a new version meanwhile. Read it; what you typed is still below',
}

export const readTroubles: Readonly<Record<Exclude<ReadTrouble, 'not-theirs'>, string>> = {
  died: 'They have died. Nothing more is read',
  nothing: 'There are no words in force to read',
  stale: 'There is a new version since this page was opened. Read that one with them; what you typed is still below',
  'said-missing': 'Write what they say it means. That shows that they understood',
}

/** What they read on their own link. */
export const ownStatementEn = {
  title: 'What stays between us',
  lead: (adviser: string) =>
    `This is what ${adviser} promises you. Read it before you tell them anything. You can ask about it when you meet.`,
  stays: 'What stays between us',
  told: 'When your adviser has to tell somebody',
  rights: 'What you can ask',
  understoodQuestion: 'Do you know when your adviser has to tell somebody?',
  understood: { yes: 'Yes', 'in-part': 'Partly', 'not-yet': 'Not yet' },
  said: 'What does it mean? Say it in your own words',
  saidHint: 'There is no wrong answer. You can leave it empty if it is not clear yet.',
  wishes: 'Is there somebody who must not hear of something? How do you want to be told?',
  wishesHint: 'You can leave this empty.',
  button: 'Send my answer',
  missing: 'Select whether you know when your adviser has to tell somebody',
  saidMissing: 'Write what it means in your own words, or select “Partly” or “Not yet”',
  tooLong: 'Use at most 1,000 characters',
  stale: 'These words were changed a moment ago. Read them again; what you wrote is kept',
  thanks: 'Thank you',
  thanksText: (adviser: string) => `${adviser} reads what you said, and you talk about it when you meet.`,
  yourAnswer: 'What you said',
  yourWishes: 'What you want',
}

export type OwnStatementWords = typeof ownStatementEn

export function ownStatementIn(language: Language): OwnStatementWords {
  return language === 'cy' ? ownStatementCy : ownStatementEn
}
