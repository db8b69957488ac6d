import type { AccountId } from '#ground/ids.ts'
import type { Assessment } from '../assessment.ts'
import { en } from '../words.ts'

/** Who agreed one that is no draft any more, or left it. */
export function overBy({ agreedBy, leftBy }: Pick<Assessment, 'agreedBy' | 'leftBy'>): AccountId[] {
  return [agreedBy, leftBy].filter(id => id !== null)
}

/** What is told to whoever was writing in it meanwhile; nothing of a draft. */
export function overWords(
  one: Pick<Assessment, 'state' | 'agreedBy' | 'leftBy'>,
  nameOf: (id: AccountId | null) => string,
): string | undefined {
  if (one.state === 'draft') return undefined
  return one.state === 'agreed' ? en.agreedMeanwhile(nameOf(one.agreedBy)) : en.leftMeanwhile(nameOf(one.leftBy))
}
