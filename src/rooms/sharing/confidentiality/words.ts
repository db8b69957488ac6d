import type { ReadTrouble } from './actions.ts'
import type { ReadStanding } from './rules.ts'
import type { How, Understood } from './statement.ts'

export const hows: Readonly<Record<How, string>> = {
  aloud: 'I read it aloud',
  themselves: 'They read it themselves',
  interpreter: 'With an interpreter or signer',
  pictures: 'With pictures or in their own way',
}

export const understoods: Readonly<Record<Understood, string>> = {
  yes: 'Yes',
  'in-part': 'In part',
  'not-yet': 'Not yet',
}

export const standings: Readonly<Record<ReadStanding, string>> = {
  nothing: 'Your partnership has not written down what stays between you and a young person.',
  never: 'Not read with them yet.',
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
