import { FIRST_CONTACT_RULE } from './rules.ts'

const { intensive, supported, universal } = FIRST_CONTACT_RULE.within

export const en = {
  title: 'First contacts due',
  lead: `Young people somebody leads for and with whom nobody spoke yet. Due within ${intensive} working days with intensive support, ${supported} where supported, ${universal} otherwise: a rule of ours.`,
  whose: 'Whose',
  own: 'Mine',
  team: 'My team’s',
  none: 'Everybody was spoken with',
  noneText: 'Whom you begin to lead for stands here until you have met or spoken.',
  who: 'Who',
  adviser: 'Adviser',
  level: 'Support',
  since: 'Since',
  due: 'Due',
  late: (n: number) => (n === 1 ? '1 day late' : `${n} days late`),
  tried: 'Tried',
  triedNot: 'Not yet',
  triedText: (n: number, day: string) => (n === 1 ? `Once, ${day}` : `${n} times, last ${day}`),
  next: 'Arranged',
  nextNone: 'Nothing',
  do: 'Do it',
  arrange: 'Arrange to meet',
  record: 'Record a try',
  withName: (name: string) => `with ${name}`,
  follow: 'Next steps that are past their day stand on',
  myDay: 'My day',
  followMissed: 'who did not come, on',
  missed: 'Missed meetings',
}
