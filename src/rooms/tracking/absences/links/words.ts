/** Links by which a place tells of an absence: for whoever makes one, and for the place, in English as between agencies. */
export const en = {
  title: 'A link for their school or provider',
  lead: (given: string) =>
    `With it a place without accounts tells you at once when ${given} is absent or has left. It opens a form with the name ${given}, and nothing of the record.`,
  first: (given: string) =>
    `Tell ${given} first: who would have the link, and that they could tell you of an absence. A no stands: then ring the place instead.`,
  how: 'It works once, for an hour, within 90 days, with a code. It ends before that when they leave the place or somebody else leads for them.',
  place: 'Which place is it for?',
  placeHint: 'Where they learn now, and nobody has an account.',
  who: 'Who there is it for?',
  whoHint: 'Name and what they do, for example Tom Testcase, tutor.',
  says: (given: string) => `What does ${given} say to it?`,
  saysOf: {
    agreed: (given: string) => `${given} knows of it and is all right with it`,
    no: (given: string) => `${given} does not want it`,
  },
  missingPlace: 'Select the place',
  missingWho: 'Enter who there it is for',
  longWho: 'Use at most 120 characters',
  missingSays: 'Select what they say to it',
  saidNo: 'They do not want it, and that stands. No link was made. Ring the place yourself when it matters',
  notLead: 'Only whoever leads for them makes a link for their place: an absence goes to them.',
  noPlace: 'There is no place that needs one: where they learn now, as far as you see, somebody tells by an account.',
  back: 'Back to the record',
  heard:
    'They told by a link, and read what they are to hear only by a new link, if you make one. Or ring them: only what was agreed.',
  takeText: 'You then owe them an answer within ten working days.',
  outcomeHint: 'The place reads this line, if you make a new link for it.',
  another: 'Make a new link for them',
  toldBy: 'Who told',
  byLink: (name: string) => `${name}, by a link`,
} as const

export const placeWords = {
  title: (given: string) => `Is ${given} absent, or gone?`,
  lead: (name: string, place: string, given: string) =>
    `For ${name} at ${place}. Tell us here, and the adviser of ${given} knows at once. ${given} knows that you can.`,
  once: 'You can send this once. For another time, ask their adviser for a new link.',
  button: 'Tell their adviser',
  thanks: 'Their adviser knows now',
  thanksText: (given: string) =>
    `Somebody tries to reach ${given} within two working days. You hear by phone, or by a new link if their adviser sends you one.`,
  heard: 'What you told us before',
  heardOn: 'You told us on',
  heardState: 'Where it stands',
  heardOutcome: 'What became of it',
  heardBack: 'What was agreed that you hear',
  close: 'I am done: close this',
  worried: 'Worried about their safety? Tell us',
  already: 'You have told us of them already, and it is under way. Ring their adviser if something changed',
  nobody: 'Nobody could be told by this page now. Ring their adviser',
} as const
