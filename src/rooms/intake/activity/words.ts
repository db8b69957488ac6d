/** Words of the questions a list raises about what somebody does. */
export const en = {
  title: 'What do they do?',
  lead: 'A list says something else than what is on record. Ask them or the place if you do not know; nothing changes until somebody answers.',
  none: 'No two sources differ',
  noneText:
    'Where a list has somebody on it of whom something else is on record, it stands here until one of the two is said to be true.',
  more: (most: number) => `The ${most} newest are shown.`,
  who: 'Young person',
  record: 'On record',
  list: 'By a list',
  answer: 'Which is true?',
  likelier: 'likelier',
  line: (what: string, since: string) => `${what}, since ${since}`,
  confirmed: (day: string, who: string) => (who === '' ? `confirmed ${day}` : `confirmed ${day} by ${who}`),
  asAt: (place: string, day: string) => `${place}, as at ${day}`,
  another: 'another agency',
  takeList: 'The list',
  keepRecord: 'The record',
  of: (name: string) => ` of ${name}`,
  careWord: 'Take care',
  moved: 'Somebody was first, or what is on record was changed. Look at what stands there now.',
} as const
