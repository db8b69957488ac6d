/** What "Look as others" says. */
export const en = {
  title: 'Look as others',
  lead: 'See a made-up record exactly as somebody else would: the school, the youth justice worker, a colleague, or the young person on their phone.',
  titleOf: (name: string) => `Who would see what of ${name}`,
  leadOf:
    'Made-up people only. Press “Look” and every page is as they would see it, for an hour or until you stop. Nothing you press is saved.',
  real: 'Nobody here is made up',
  realText:
    'This partnership holds real young people. Nobody looks at a real record through somebody else’s eyes: it would show what you have no right to see. Use the demo, or ask for the practice partnership of your installation.',
  choose:
    'To see who would see what of one young person, open a made-up record and choose “Look as others”. Or look at the whole program as a colleague would:',
  colleagues: 'Colleagues and partners',
  who: 'Who',
  what: 'What they would see of the record',
  look: 'Look',
  lookAs: (name: string) => `Look as ${name}`,
  nothing: 'Does not know that there is such a record',
  you: 'you',
  apart: 'People without an account',
  young: 'The young person, on their phone',
  youngText: 'Their plan, by a secure link of whoever leads for them.',
  youngNobody: 'Nobody leads for them, so nobody would make them a link.',
  parent: 'A parent or carer',
  parentNobody:
    'Nothing: no adult is on record. A parent or carer reads only what the young person lets them, by a link.',
  parentOf: (name: string, relationship: string) => `${name}, ${relationship}`,
  parentText: 'What they were let read of the plan, by a secure link, and nothing else.',
  parentNothing: 'Nothing: nobody has let them read anything.',
  asParent: (name: string) => `As ${name} would see it. Nothing you press is kept.`,
  lookAsParent: (name: string) => `Look as ${name}`,
  phone: (name: string) => `As ${name} would see it on their phone. Nothing you press is kept.`,
  back: 'Back to who sees what',
  noLink: 'There would be nothing behind the link',
  noLinkText:
    'Nobody leads for them, the record is closed to whoever does, or what was agreed does not stand any more.',
  problem: 'There is a problem',
  gone: 'That colleague cannot be looked as: they have left, or their account is off. Choose another',
}
