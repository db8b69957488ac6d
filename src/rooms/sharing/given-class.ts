import type { Grant, NamedClass } from '#rooms/access/index.ts'

/**
 * Under which condition of the Data Protection Act 2018, schedule 1 part 2, somebody may know (K1): safeguarding of children
 * and of individuals at risk (paragraph 18), or a function conferred by an enactment (paragraph 6).
 */
export const CONDITIONS = ['safeguarding', 'statutory'] as const
export type Condition = (typeof CONDITIONS)[number]

/** A class given to one account over one young person, as it stands. */
export type GivenClass = Pick<Grant, 'id' | 'holderId' | 'reason' | 'startedAt' | 'endedAt'> & {
  readonly recordClass: NamedClass
}
