/** Words of what somebody does now: its form, and its line on the page of details. */
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
  missingActivity: 'Select what they do',
  missingFrom: 'Enter since when',
  activityTroubles: {
    'ends-before-start': 'It must end after it starts',
    'review-before-start': 'Look at it again on or after the day it starts',
    'review-after-end': 'Look at it again on or before the day it is expected to end',
  },
} as const
