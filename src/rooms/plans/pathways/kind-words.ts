/** What each kind of pathway is called: its stages, its suggested steps, what it asks and what can come of it. */
import type { Ask, Outcome, PathwayKind } from './pathway.ts'

type KindWords = {
  readonly name: string
  readonly about: string
  readonly stages: Readonly<Record<string, string>>
  /** The day its steps are counted from. */
  readonly anchor: string
  readonly who: string
  readonly whoHint: string
}

export const kindWords: Readonly<Record<PathwayKind, KindWords>> = {
  custody: {
    name: 'Before, during and after custody',
    about:
      'A home, health, learning or work, money and papers, the family, and somebody at the gate: from before the sentence until weeks after release.',
    stages: { before: 'Before sentence', inside: 'Inside', release: 'Release day', gate: 'Through the gate' },
    anchor: 'Release day',
    who: '',
    whoHint: '',
  },
  transition: {
    name: 'Moving to a new place of learning, with support',
    about:
      'Visits, the journey, who is told what, and a named person there: for somebody who needs more than a start date to settle.',
    stages: { choosing: 'Choosing', ready: 'Getting ready', 'first-weeks': 'First weeks', settled: 'Settled' },
    anchor: 'First day there',
    who: 'Named person there',
    whoHint: 'Somebody they have met, and can go to.',
  },
  reintegration: {
    name: 'Coming back into learning',
    about: 'A timetable that grows week by week, a named adult there, what helps, and a day to look at it together.',
    stages: { agreeing: 'Agreeing', small: 'Starting small', growing: 'Growing', full: 'Full time' },
    anchor: 'First day back',
    who: 'Named adult there',
    whoHint: 'Whom they can go to at once.',
  },
  family: {
    name: 'Work with the family',
    about: 'Only with their yes, and only for as long as they want it: whom it is with, what it is for, what was done.',
    stages: { asking: 'Asking', working: 'Working', looking: 'Looking back' },
    anchor: '',
    who: 'Whom in the family',
    whoHint: '',
  },
  mentoring: {
    name: 'Mentoring',
    about: 'Somebody who meets them each week, with targets of the plan that are clear to both.',
    stages: { knowing: 'Getting to know', targets: 'Working on targets', alone: 'On their own' },
    anchor: '',
    who: 'Mentor',
    whoHint: '',
  },
}

/** Suggested steps, by kind and code. */
export const suggestedWords: Readonly<Record<string, string>> = {
  'custody.court': 'Say what the court should know of their learning, work and support',
  'custody.keep-place': 'Ask the school, college or employer to keep their place',
  'custody.health-known': 'Make sure their health and medicine are known to whoever takes them in',
  'custody.learning-inside': 'Ask what they learn inside, and that it counts afterwards',
  'custody.housing': 'Agree where they will live, with whoever decides on it',
  'custody.drugs': 'Ask about help with drugs, alcohol and health, and that it goes on outside',
  'custody.family': 'Ask about visits, and what they want their family to know',
  'custody.papers': 'Get their papers together: birth certificate, National Insurance number, bank account',
  'custody.next-place': 'Agree a place to learn or work, with a first day',
  'custody.benefit': 'Find out what money they can have, and when to claim',
  'custody.who-meets': 'Say who meets them at the gate, where and when',
  'custody.met': 'Meet them at the gate',
  'custody.first-night': 'See that they have a bed for the first night',
  'custody.medicine': 'See that they have their medicine and a doctor',
  'custody.first-meeting': 'Sit down with them: how was the first day?',
  'custody.health-first': 'First appointment about health, drugs or alcohol',
  'custody.first-day': 'First day of learning or work',
  'custody.money-came': 'Ask whether the first money has come',
  'custody.home-holds': 'Ask whether the home holds',
  'custody.look-back': 'Look back together: what goes on, and with whom?',
  'transition.ehc': 'Where there is an education, health and care plan: it names the new place',
  'transition.first-visit': 'Visit the new place',
  'transition.adult-life':
    'Speak about adult life: work or higher study, living independently, friends and community, health',
  'transition.told': 'Agree with them who there is told what, and tell them',
  'transition.named-met': 'Meet the named person there',
  'transition.travel-tried': 'Try the journey together',
  'transition.second-visit': 'Visit again: a lesson, lunch, where to go when it is too much',
  'transition.travel-alone': 'Do the journey on their own',
  'transition.first-day': 'First day',
  'transition.first-week': 'Ask how the first week was, both of them and there',
  'transition.first-weeks': 'Check after the first weeks: is the support there that was agreed?',
  'transition.half-term': 'Ask again after half a term: have they settled?',
  'reintegration.named-adult': 'Meet the named adult there',
  'reintegration.what-helps': 'Say what helps, and what to do when it is too much',
  'reintegration.first-timetable': 'Agree the first weeks of the timetable',
  'reintegration.home-told': 'Tell home the days and hours, as agreed with them',
  'reintegration.way-there': 'Agree how they get there',
  'reintegration.first-day': 'First day back',
  'reintegration.first-week': 'Ask how the first week was',
  'reintegration.more-hours': 'Agree more hours',
  'reintegration.friends': 'Join in something with others their age',
  'family.what-is-said': 'Agree with them what may be said to their family, and what not',
  'family.first-meeting': 'First meeting',
  'family.aims-agreed': 'Agree with everybody what it is for',
  'family.half-way': 'Ask them, without the family, how it is for them',
  'family.how-it-went': 'Look back: what is better, and does it end?',
  'mentoring.first-meeting': 'First meeting',
  'mentoring.rules': 'Agree when and where they meet, and what stays between them',
  'mentoring.targets-chosen': 'Choose targets of the plan to work on',
  'mentoring.half-way': 'Look at the targets together',
  'mentoring.ending-said': 'Speak about how it ends, and who is there afterwards',
}

/** Each question, and what to do where it must be answered and was not. */
export const askWords: Readonly<
  Record<Ask, { readonly label: string; readonly hint: string; readonly missing?: string }>
> = {
  where: {
    label: 'Where are they held?',
    hint: 'The place, and how to arrange a visit. Leave it empty before sentence.',
  },
  'youth-justice': { label: 'Who works with them in youth justice?', hint: 'Name and telephone number.' },
  place: {
    label: 'Which place is it?',
    hint: 'The school, college or provider, and the course.',
    missing: 'Enter which place it is',
  },
  told: { label: 'Who there is told what?', hint: 'As agreed with the young person.' },
  travel: { label: 'How do they get there?', hint: '' },
  ehc: {
    label: 'What does their education, health and care plan say of it?',
    hint: 'Where there is one. Its dates stand beside the plan.',
  },
  helps: { label: 'What helps them there?', hint: 'A quiet place, a card to show, breaks.' },
  aims: {
    label: 'What is it for?',
    hint: 'In words that may be said to everybody who takes part.',
    missing: 'Write what it is for',
  },
  bring: {
    label: 'What is mentoring to bring?',
    hint: 'In their own words, if they have some.',
    missing: 'Write what mentoring is to bring',
  },
}

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  settled: 'Settled',
  'not-settled': 'Not settled',
  'full-time': 'In learning full time',
  'back-inside': 'Back in custody',
  'other-place': 'Went to another place',
  'aims-met': 'What it was for is reached',
  part: 'Reached in part',
  withdrawn: 'The young person said no',
  'something-else': 'Something else',
}
