import type { Mark, Span } from './rules.ts'

export const en = {
  title: 'What advisers are asked for',
  lead: 'Why young people are referred to the service, by agency and purpose. No young person’s data is on this page.',
  note: 'To the nearest five; fewer than five are not told. Restricted records are in none of the counts, nor what was taken back before it was answered.',
  none: 'No agency has agreed to refer to the service yet',
  noneText: 'What is referred is counted here by what was agreed.',
  caption: 'Referred to the service',
  agency: 'Agency',
  purpose: 'What for',
  sent: 'Sent',
  mark: 'To look at',
  few: 'Fewer than 5',
  span: 'When',
  apply: 'Show',
  filter: 'Choose',
  role: 'What an adviser does',
  roleText: 'Where most of what an agency sends is no adviser’s task, talk with it about what an adviser does.',

  taskTitle: 'Is this an adviser’s task?',
  taskLead: (from: string, purpose: string) => `${from}: ${purpose}`,
  taskWay: 'Is this an adviser’s task?',
  whyAsk: 'If it is not, why not?',
  whyHint:
    'For example: extra hands for behaviour in class. Leave it empty where it is an adviser’s task. What is referred under it goes on as it does; managers and team leaders read it beside the counts.',
  save: 'Save',
  tooLong: 'Use at most 300 letters',
  stale: 'Somebody else changed this agreement while you were writing. Look at it, and save again if yours is right',
}

export const spans: Readonly<Record<Span, string>> = { this: 'This school year', last: 'The school year before' }

export const marks: Readonly<Record<Mark, string>> = {
  'most-not-task': 'Most of what they send is no adviser’s task',
  'not-task': 'No adviser’s task',
  most: 'Most of what they send',
}
