/** Every word on the pages of exercises; the exercises themselves stand in bank.ts as dated data. */
import type { DoneHow } from './exercise.ts'

export const how: Readonly<Record<DoneHow, string>> = {
  said: 'said aloud, written down for them',
  'own-hands': 'by their own hands',
}

export const en = {
  title: (name: string) => `Exercises with ${name}`,
  lead: 'To think through together what they can, like and want. What they say is theirs, in their words; nothing is scored.',
  bank: 'To do together',
  turn: 'Turn the screen to them and stay there: it is your sign-in.',
  done: 'What they did',
  none: 'None was done yet',
  noneText: 'What they say to an exercise stands here, in their words.',
  doneLine: (day: string, way: string, who: string) => `${day}, ${way}, with ${who}`,
  isOut: 'They took it out: its words are gone.',
  takeOut: 'They take it out',
  takeOutText: 'Its words are gone for good then, from their Progress File too. That there was one stays.',
  takeOutSure: 'Take it out for good',
  wrongPerson: 'About somebody else',
  wrongPersonOf: (title: string) => `: ${title}`,
  forName: (name: string, lead: string) => `${name}, ${lead.charAt(0).toLowerCase()}${lead.slice(1)}`,
  leaveOut: 'You can leave any of it out.',
  howAsk: 'Who wrote this down?',
  howHands: 'I did, myself',
  howSaid: 'I said it, and my adviser wrote it down',
  missingHow: 'Choose who wrote it down',
  nothing: 'Write something to one of them, or go back',
  keep: 'Keep it: it is mine',
  reads: 'Your adviser and those who work with you read it. You can take it out again.',
  thanks: 'Thank you',
  thanksText: 'It is kept, and it is yours. Give the screen back to your adviser.',
  back: 'For the adviser: back to the exercises',
  worried: 'If something is not all right, say so to your adviser now, or press here',
  file: 'Put it into their Progress File',
  fileText: 'Only with their yes. It is then part of their file, which those read who see the plan.',
  fileSure: 'They say yes: put it in',
  inFile: 'It stands in their Progress File.',
  toFile: 'Their Progress File',
  troubles: {
    died: 'They have died. Nothing more is written',
    stale: 'This was changed meanwhile. Look at it again',
    'too-long': 'It is longer than an entry of a Progress File may be. Write the part they choose into the file',
    'not-theirs': 'Their Progress File is not yours to write to',
  },
  tooLong: (most: number) => `Use at most ${most.toLocaleString('en-GB')} characters`,
} as const
