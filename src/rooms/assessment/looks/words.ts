/** Who with training in assessing looked at an assessment with somebody who has none on record. */
export const looks = {
  head: 'Looked at together',
  text: 'You have no training in assessing on record that is in date. That stops nothing. Say who with training looked at this with you, or why nobody did: your team leader then reads that.',
  question: 'Did a colleague with training in assessing look at it with you?',
  yes: 'Yes',
  no: 'No, nobody did',
  with: 'Who was it?',
  withHint: 'Those with training on record that is in date. It opens nothing to them.',
  ofTeam: (name: string) => `${name} (your team)`,
  none: 'No colleague who could be named has training on record that is in date.',
  why: 'Why did nobody?',
  whyHint: 'You and whoever leads your team read this, and nobody else.',
  missing: 'Select whether a colleague with training looked at it with you',
  missingWith: 'Select which colleague it was',
  missingWhy: 'Write why nobody looked at it with you',
  lookedWith: (name: string) => `Looked at with ${name}.`,
  nobody: (why: string) => `Nobody with training in assessing looked at it too: ${why}`,
} as const
