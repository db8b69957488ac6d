/** What a young person reads who is worried or not safe, by a link: who helps now, and a way to tell us. */
import type { Language } from '#web/language.ts'
import { worriedCy } from './cy.ts'

export const worriedEn = {
  title: 'Worried or not safe?',
  lead: 'You can talk to somebody now. It is free, and none of these calls is on a phone bill.',
  emergency: 'In danger now: ring 999.',
  childline: 'Childline, any time, up to 19: 0800 1111.',
  samaritans: 'Samaritans, any time, any age: 116 123.',
  tell: 'Or tell us',
  tellLead:
    'What you write goes to the people here whose work is keeping young people safe. Your adviser is not told what you wrote.',
  notNow: 'Nobody may read it before the morning. If it cannot wait, ring.',
  what: 'What is worrying you?',
  whatHint: 'Write as much or as little as you want. You can send it empty: they will get in touch.',
  danger: 'Are you in danger now?',
  yes: 'Yes',
  no: 'No',
  notSaid: 'I would rather not say',
  button: 'Send',
  tooLong: 'Use at most 5,000 characters',
  bad: 'Choose one of these',
  sent: 'We have it',
  sentText: 'Somebody will get in touch with you, in the way that is safe for you. If you are in danger now, ring 999.',
  back: 'Back to what you were reading',
}

export type WorriedWords = typeof worriedEn

export function worriedIn(language: Language): WorriedWords {
  return language === 'cy' ? worriedCy : worriedEn
}
