/** Every word on the pages of letters, and of the letters themselves. */
import type { SignTrouble, WriteTrouble } from './actions.ts'
import type { LetterKind, LetterReason, LetterState, Part } from './letter.ts'
import type { Need, PrintTrouble, Sentences } from './rules.ts'

export const en = {
  listTitle: (name: string) => `Letters for ${name}`,
  listLead:
    'Supporting letters of this partnership that help to money they may have, or tell a provider how they learn. They replace no official form.',
  none: 'No letter yet',
  noneText: 'Write one with them: you choose together what it tells, and sign it when they agree.',
  write: 'Write a letter',
  kind: 'For',
  toWhom: 'To',
  state: 'Where it stands',
  day: 'Written on',
  now: 'Now',

  newTitle: (name: string) => `Write a letter for ${name}`,
  changeTitle: 'Change the letter',
  newLead: 'Choose with them what it tells: as little as is needed.',
  kindAsk: 'What is it for?',
  toWhomAsk: 'To whom?',
  toWhomHint: 'Such as “The student support team”. Do not name where they learn, unless it must be known',
  tellsAsk: 'What does it tell besides their name? (optional)',
  tellsNone: 'Nothing else is on record that a letter may tell.',
  protectedNote: 'Their whereabouts are protected: no letter tells where they live or learn.',
  reasonAsk: 'Does it tell a reason? (optional)',
  reasonHint: 'Only where they want it told, and the letter needs it',
  noReason: 'No reason',
  knownAsk: 'How do you know of that reason? (optional)',
  knownHint: 'Stays here, in no letter. Needed where a reason is told',
  wordsAsk: 'What else should it say? (optional)',
  wordsHint: 'Only what is true, what you know yourself, and what they agree to',
  save: 'Show me the letter',
  missingKind: 'Select what it is for',
  missingToWhom: 'Enter to whom it is written',
  notOffered: 'Select from the list',
  tooLong: (most: number) => `Use at most ${most} characters`,

  page: (kind: string, name: string) => `${kind}: ${name}`,
  toList: 'Back to the letters',
  toLetter: 'Back to the letter',
  dear: (toWhom: string) => `To ${toWhom}`,
  heading: (kind: string) => `Supporting letter: ${kind.toLowerCase()}`,
  hidden: '(Not shown.)',
  saysHead: 'What it says',
  notSigned: 'Not signed yet',
  signHead: 'Read it with them, then sign',
  signText: 'It is kept exactly as it stands here, with your name. Nothing is sent: you print it and hand it over.',
  agreedAsk: 'Have they read it or had it read to them, and do they agree that it is handed over?',
  agreedYes: 'Yes, they agree',
  agreedNo: 'No, not as it stands',
  missingAgreed: 'Select whether they agree',
  mustAgree: 'It is not signed before they agree. Change it with them, or take it back',
  sign: 'Sign it',
  change: 'Change it',
  print: 'Open it to print',
  withdraw: 'Take it back',
  whyAsk: 'Why is it taken back?',
  missingWhy: 'Say why it is taken back',
  whyHead: 'Why it was taken back',
  signedBy: 'Signed by',
  signedLine: (name: string, day: string) => `${name}, ${day}`,
  writtenBy: 'Written by',
  reasonHead: 'Reason it tells',
  knownHead: 'How that is known',
  wrongPerson: 'This is about somebody else',
  toRecord: 'Open the record',
  signature: 'Signature',
  reference: (id: string) => `Reference ${id}`,
  printNote: 'Print this page and sign it by hand as well.',
  stale: 'Somebody changed this meanwhile. Look at it again; what you typed is kept below',
} as const

export const kinds: Readonly<Record<LetterKind, string>> = {
  bursary: 'Bursary',
  'care-to-learn': 'Care to Learn',
  estrangement: 'Estrangement',
  travel: 'Travel',
  'learning-needs': 'What a provider should know',
}

export const states: Readonly<Record<LetterState, string>> = {
  draft: 'Draft',
  signed: 'Signed',
  withdrawn: 'Taken back',
}

export const parts: Readonly<Record<Part, string>> = {
  born: 'When they were born',
  address: 'Where they live',
  learns: 'Where they learn, and since when',
}

export const reasons: Readonly<Record<LetterReason, string>> = {
  'in-care': 'They are looked after by a council',
  'care-leaver': 'They have left care',
  'own-benefits': 'They receive benefits in their own name',
  parent: 'They care for a child of their own',
  estranged: 'They have no contact with their parents, and no help from them',
}

/** The sentences of a letter, as data: plain, and no official form’s. */
export const sentences: Sentences = {
  name: name => `I write in support of ${name}.`,
  born: day => `They were born on ${day}.`,
  address: address => `They live at ${address}.`,
  learns: (place, since) => `They learn at ${place}, since ${since}.`,
  purpose: {
    bursary: 'They ask for help from the bursary fund with what it costs to stay in learning.',
    'care-to-learn': 'They ask for help from Care to Learn with what childcare costs while they learn.',
    estrangement: 'They ask that it is taken into account that they are estranged from their parents.',
    travel: 'They ask for help with what it costs to get to where they learn.',
    'learning-needs':
      'They are about to learn with you. This is what they want you to know of how they learn, so that you begin where they are.',
  },
  reason: {
    'in-care': 'They are looked after by a council.',
    'care-leaver': 'They were looked after by a council, and have left care.',
    'own-benefits': 'They receive benefits in their own name.',
    parent: 'They care for a child of their own.',
    estranged: 'As far as we know they have no contact with their parents, and no help from them.',
  },
  agreed: 'They have read this letter or had it read to them, and agree that it is given to you.',
  noForm: 'It is a supporting letter of our partnership. It is no official form and does not replace one.',
}

/** What a letter about learning needs begins with. */
export const needsWords = {
  need: ({ label, own, staff }: Need): string =>
    `${label}: ${[own && `they say ${own.toLowerCase()}`, staff && `their adviser says ${staff.toLowerCase()}`].filter(Boolean).join('; ')}.`,
  helps: 'What helps: ',
} as const

export const writeTroubles: Readonly<Record<Exclude<WriteTrouble, 'not-theirs'>, string>> = {
  died: 'They have died: no letter is written',
  'not-on-record': 'That is not on record, or must not be told. Choose again',
  'not-for-this': 'That reason does not belong to what the letter is for',
  'how-known': 'Say how you know of that reason',
}

export const signTroubles: Readonly<Record<Exclude<SignTrouble, 'not-theirs'>, string>> = {
  stale: en.stale,
  died: 'They have died: no letter is signed',
  'not-as-shown': 'What is on record has changed since. Read the letter again with them, then sign',
}

export const printTroubles: Readonly<Record<PrintTrouble, string>> = {
  'not-signed': 'Only a signed letter is printed.',
  died: 'They have died: no letter is printed.',
  protected:
    'Their whereabouts are protected now, and this letter was signed before: it is not printed. Take it back, and write another.',
}
