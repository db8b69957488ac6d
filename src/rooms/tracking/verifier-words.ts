/** Whose word confirms an activity, as it is said on pages. */
import type { Verifier } from './activity.ts'

export const verifiers: Readonly<Record<Verifier, string>> = {
  'young-person': 'The young person',
  adult: 'A parent or carer',
  provider: 'Their school, college or provider',
  employer: 'Their employer',
  council: 'Another council',
}
