/** What stands round a Progress File: to the young person in two languages, and to staff. */
import type { Language } from '#web/language.ts'
import type { Move } from './actions.ts'
import { ownFileCy } from './cy.ts'
import type { EntryKind } from './entry.ts'

const formEn = {
  kindMissing: 'Select what it is',
  didMissing: 'Write what you did',
  tooLong: 'Use at most 2,000 characters',
  dayIncomplete: 'Enter day, month and year',
  dayWrong: 'Enter numbers, like 12 2 2026',
  noSuchDay: 'There is no such day. Check the day and the month',
  ahead: 'The day must be today or earlier',
}

export type EntryFormWords = typeof formEn

export const ownFileEn = {
  title: 'My Progress File',
  way: 'My Progress File: what I have done',
  back: 'Back to my plan',
  lead: 'What you have done and what it shows. This file is yours.',
  empty: 'Nothing is in it yet.',
  pdf: 'Download it as a PDF',
  foot: (day: string) => `As it stood on ${day}. It is yours: keep it where only you find it.`,
  chooseHead: 'Choose a word first',
  chooseText:
    'What you write is for you alone. Only this word opens it, so nobody else who has the link can read it. We cannot tell you what it is: remember it.',
  newWord: 'A word or sentence only you know',
  newWordHint: 'At least 6 characters',
  chooseButton: 'Keep this word',
  shutHead: 'What is for you alone',
  shutText: 'Give your word to read it and to write more.',
  word: 'Your word',
  openButton: 'Open my file',
  wordMissing: 'Enter your word',
  wordTooLong: 'Use at most 100 characters',
  wordShort: 'Use at least 6 characters',
  wordWrong: 'That is not the word',
  tooManyWords: 'You have chosen as many words as there can be. Use one of them, or ask your adviser who to talk to',
  tooMany: 'Too many wrong words were given today. Try again tomorrow',
  forgot: 'Forgotten your word?',
  forgotText:
    'Nobody can open what you wrote under it, and it stays shut. If you remember the word, it opens again. You can begin anew with a new one.',
  addHead: 'Write something down',
  saveButton: 'Keep it for me alone',
  mine: 'Only you can read this',
  shared: 'Shared with your adviser',
  writtenDown: (name: string) => `${name} wrote this down for you, and reads it too.`,
  share: 'Share it with my adviser',
  'take-back': 'Take it back',
  'take-out': 'Take it out',
  takeOutText: 'It goes from your file for good.',
  takeOutYes: 'Yes, take it out',
  of: (did: string) => `: ${did}`,
  shareNote:
    'When you share something, everybody who works with you on your plan can read it. You can take it back at any time.',
  showsStep: 'Which step does it show?',
  noStep: 'Choose a step',
  chooseStep: 'Say so',
  evidenceOf: (what: string) => `It shows: ${what}`,
  kind: 'What is it?',
  did: 'What I did',
  shows: 'What it shows about me',
  on: 'When was it?',
  onHint: 'You can leave this empty.',
  kinds: {
    achievement: 'Something I achieved',
    strength: 'Something I am good at',
    qualification: 'A qualification I am working for',
    experience: 'Something I took part in',
    reflection: 'Something I have thought about',
  } as Record<EntryKind, string>,
  ...formEn,
} satisfies Record<Move, string> & Record<string, unknown>

export type OwnFileWords = typeof ownFileEn

export function ownFileIn(language: Language): OwnFileWords {
  return language === 'cy' ? ownFileCy : ownFileEn
}

/** For staff. */
export const en = {
  title: (given: string) => `${given}’s Progress File`,
  way: 'Progress File',
  all: 'Open the file',
  toPlan: 'Back to the plan',
  lead: (given: string) =>
    `${given}’s own portfolio. What they wrote themselves is theirs alone until they share it: you see what they share, for as long as they do.`,
  none: 'Nothing is shared',
  noneText: 'They write in it by the link to their plan. You can also write something down with them.',
  count: (n: number) => (n === 1 ? '1 entry is shared' : `${n} entries are shared`),
  writtenDown: (name: string) => `Written down for them by ${name}`,
  own: 'Written and shared by them',
  showsOf: (shows: string) => `It shows: ${shows}`,
  evidenceOf: (what: string) => `Evidence of: ${what}`,
  addHead: 'Write something down with them',
  addLead: (given: string) =>
    `In ${given}’s words. It is shared with everybody who sees the plan, and ${given} cannot take it back: tell them so first.`,
  kind: 'What is it?',
  did: 'What they did',
  shows: 'What it shows',
  on: 'When it was',
  onHint: 'It can be left empty.',
  save: 'Put it in',
  misfiled: 'Filed on the wrong person?',
  misfiledOf: (did: string) => ` ${did}`,
  wordsMissing: 'Write what they did',
  died: 'They have died. Nothing is added any more',
  takenBack: 'Evidence from their Progress File, taken back by them',
  evidence: (did: string) => `Shown by their Progress File: “${did}”`,
  choose: (what: string) => `What in their Progress File shows “${what.slice(0, 80)}”?`,
  chooseNone: 'Nothing more',
  notOffered: 'That is not shared any more. Choose again',
} as const

export const kinds: Readonly<Record<EntryKind, string>> = {
  achievement: 'Achievement',
  strength: 'Strength',
  qualification: 'Qualification in progress',
  experience: 'Experience',
  reflection: 'Reflection',
}

/** What is wrong with what a colleague writes down. */
export const staffFormWords: EntryFormWords = { ...formEn, didMissing: en.wordsMissing }
