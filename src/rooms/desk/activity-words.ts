/** Words of what somebody does now: its form, its confirmation, and its line on the page of details. */
import type { Verifier } from '#rooms/tracking/index.ts'

export const verifiers: Readonly<Record<Verifier, string>> = {
  'young-person': 'The young person',
  adult: 'A parent or carer',
  provider: 'Their school, college or provider',
  employer: 'Their employer',
  council: 'Another council',
}

export const activityWords = {
  activityCode: 'What do they do now?',
  activityDetail: 'Course or employer',
  activityFrom: 'Since',
  activityUntil: 'Expected to end (optional)',
  activityUntilHint: 'The national return asks for it of school, college, university, custody and funded training.',
  activityReview: 'Look at it again on (optional)',
  activityReviewHint: 'The national return asks for it of a gap year, custody, temporary work and an agreed start.',
  expectedUntil: (day: string) => `expected to end ${day}`,
  lookAgainOn: (day: string) => `looked at again ${day}`,
  knownUntil: (day: string) => `counts as known until ${day}`,
  lapsedSince: (day: string) => `no longer known since ${day}`,
  confirmed: (day: string) => `confirmed ${day}`,
  confirmedBy: (day: string, who: string) => `confirmed ${day} (${who.toLowerCase()})`,
  saidBy: 'Who says so?',
  missingSaid: 'Select who says so',
  confirmTitle: 'Still true today?',
  confirmHint:
    'Press whose word it is, and it counts as confirmed today. That you tried to reach them confirms nothing: record that as a contact.',
  nothingToConfirm: 'Nothing is on record that could be confirmed.',
  moved: 'It was changed meanwhile. Look at what stands there now',
  missingActivity: 'Select what they do',
  missingFrom: 'Enter since when',
  activityTroubles: {
    'ends-before-start': 'It must end after it starts',
    'review-before-start': 'Look at it again on or after the day it starts',
    'review-after-end': 'Look at it again on or before the day it is expected to end',
  },
} as const
