/** What a young person reads who is worried or not safe, by a link: who helps now, and a way to tell us. */
import type { LinkKind } from '#rooms/sharing/index.ts'
import type { Language } from '#web/language.ts'
import { adultWorriedCy, worriedCy } from './cy.ts'

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

/** The same for somebody at another agency, who is worried about a young person. */
export const agencyWorriedEn: WorriedWords = {
  ...worriedEn,
  title: 'Worried about their safety?',
  lead: 'Tell us what you know. You do not have to be sure.',
  childline: 'Not in danger now, but it cannot wait: ring the children’s social care of the council where they live.',
  samaritans: 'Follow your own agency’s rule as well: telling us does not take its place.',
  tell: 'Tell us',
  tellLead:
    'What you write goes to the people here whose work is keeping young people safe. It is about the young person of this referral. Whoever referred them is not told what you wrote.',
  what: 'What is worrying you?',
  whatHint: 'Write as much or as little as you know. You can send it empty: they will get in touch.',
  danger: 'Are they in danger now?',
  notSaid: 'I do not know',
  sentText: 'Somebody will get in touch with you. If they are in danger now, ring 999.',
}

/** The same for somebody at a place of learning, who was about to tell of an absence. */
export const placeWorriedEn: WorriedWords = {
  ...agencyWorriedEn,
  samaritans: 'Follow your own place’s rule as well: telling us does not take its place.',
  tellLead:
    'What you write goes to the people here whose work is keeping young people safe. It is about the young person of this link. Whoever sent you the link is not told what you wrote.',
  back: 'Back to the page before',
}

/** The same for a parent or carer, who is worried about the young person or about themselves. */
export const adultWorriedEn: WorriedWords = {
  ...worriedEn,
  title: 'Worried about their safety?',
  lead: 'Tell us what you know. You do not have to be sure.',
  childline: 'Not in danger now, but it cannot wait: ring the children’s social care of the council where they live.',
  samaritans: 'For you, any time: Samaritans, 116 123.',
  tell: 'Tell us',
  tellLead:
    'What you write goes to the people here whose work is keeping young people safe. The adviser who sent you the plan is not told what you wrote.',
  what: 'What is worrying you?',
  whatHint: 'Write as much or as little as you know. You can send it empty: they will get in touch.',
  danger: 'Is somebody in danger now?',
  notSaid: 'I do not know',
  sentText: 'Somebody will get in touch with you. If somebody is in danger now, ring 999.',
}

export type WorriedWords = typeof worriedEn

/** The words for whoever opened a link of a kind: between agencies they are English. */
export function worriedFor(language: Language, kind: LinkKind): WorriedWords {
  if (kind === 'agency') return agencyWorriedEn
  if (kind === 'absence') return placeWorriedEn
  if (kind === 'adult') return language === 'cy' ? adultWorriedCy : adultWorriedEn
  return worriedIn(language)
}

function worriedIn(language: Language): WorriedWords {
  return language === 'cy' ? worriedCy : worriedEn
}
