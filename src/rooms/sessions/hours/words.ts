import type { Level, Span } from './rules.ts'

export const spans: Readonly<Record<Span, string>> = {
  'this-month': 'This month',
  'last-month': 'Last month',
  'three-months': 'Three months',
}

export const levels: Readonly<Record<Level, string>> = {
  intensive: 'Intensive',
  supported: 'Supported',
  universal: 'Universal',
  none: 'No level said',
}

export const en = {
  title: 'Hours',
  lead: 'What you gave to young people, as far as contacts say how long they took.',
  teamLead: 'What your team gave to young people, as far as you see their contacts and they say how long they took.',
  spans: 'Which time',
  own: 'Your own',
  team: 'Your team',
  none: 'No contacts in this time',
  noneText: 'Contacts that say how many minutes they took are counted here.',
  total: (hours: string, contacts: number) => `${hours} in ${contacts === 1 ? '1 contact' : `${contacts} contacts`}.`,
  untimed: (n: number) =>
    n === 1 ? '1 contact does not say how long it took.' : `${n} contacts do not say how long they took.`,
  groups: 'Groups, drop-ins and outreach',
  groupsLead:
    'Those you ran. Their hours are the session’s, however many came; who came is counted as far as you may know them.',
  groupsTeamLead:
    'Those your team ran: an hour two ran together is an hour of each. Who came is counted as far as you may know them.',
  joint: 'Together with a colleague',
  jointLead:
    'Meetings you were at and a colleague wrote down. The hour is yours too; the young person is counted once, with who wrote it down.',
  jointTeamLead:
    'Meetings your team was at and a colleague wrote down: an hour of two is an hour of each. The young person is counted once, above or with whoever wrote it down.',
  meetings: 'Meetings',
  sessions: 'Sessions',
  came: 'Times somebody came',
  cameByLevel: 'Who came, by level of support',
  byKind: 'One to one, by kind',
  byLevel: 'One to one, by level of support',
  byLevelLead: 'The level each young person has now.',
  byColleague: 'By colleague',
  kind: 'How',
  level: 'Level of support',
  colleague: 'Colleague',
  hours: 'Hours',
  contacts: 'Contacts',
  without: 'Without a time',
  asTable: 'As a table',
}
