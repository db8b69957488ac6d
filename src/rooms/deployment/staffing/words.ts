import { HARD_LIMIT, type LoadState, SOFT_LIMIT } from './rules.ts'

export const en = {
  title: 'Posts and waiting',
  lead: 'How many advisers each team should have and has, whose caseload is full, and how long young people wait for a lead adviser. No young person’s data is on this page.',
  none: 'No teams yet',
  noneText: 'Once there are teams, a manager enters how many posts each has.',
  caption: 'Teams',
  team: 'Team',
  posts: 'Posts',
  notEntered: 'Not entered',
  advisers: 'Advisers in it',
  vacant: 'Vacant',
  vacantSince: (count: number, day: string) => `${count} since ${day}`,
  noVacancy: 'None',
  waiting: 'Waiting',
  middle: 'Days, the middle one',
  few: 'Fewer than 5',
  note: 'Waiting: whoever was referred to the service and has no lead adviser, by the team that takes it in, since the referral was sent. Whoever was asked for in other ways is not counted. To the nearest five; fewer than five are not told. Advisers are counted as people, not as hours. Restricted records are in none of the counts.',
  enter: 'Enter posts',
  loads: 'Caseloads',
  noLoads: 'Nobody works as an adviser yet.',
  adviser: 'Adviser',
  leadsFor: 'Leads for',
  stands: 'How it stands',
  limits: `Of intensive work: more than ${SOFT_LIMIT} is full, more than ${HARD_LIMIT} is too many. Other work has no limit here.`,

  formTitle: (team: string) => `Posts of ${team}`,
  postsAsk: 'How many advisers’ posts are paid for?',
  fromAsk: 'From which day?',
  fromHint: 'The day it began; today or earlier.',
  save: 'Save posts',
  missingPosts: 'Enter how many posts there are',
  posts0: 'Enter a whole number from 0 to 200',
  missingFrom: 'Enter the day it began',
  ahead: 'The day must be today or earlier',
}

export const loadStates: Readonly<Record<LoadState, string>> = {
  within: 'Room for more',
  full: 'Full',
  'too-many': 'Too many',
  'no-limit': 'No limit',
}
