import type { PersonId } from '#ground/ids.ts'
import type { Known } from './weighing/known.ts'
import type { Weighed, WeighedLine } from './weighing/weigh.ts'

/** Who a partner's row is about: what it tells, and whose list it stands on. */
export type Sought = Known & {
  /** The organisation: what its lists are like is known where enough of its rows were. */
  readonly source?: string | undefined
}

/** Somebody it may be, weighed. */
export type Candidate = Weighed & {
  readonly personId: PersonId
  /** An identity that is over (adoption, protection) or a restricted record: a row may be about it, and nobody is asked. */
  readonly isHidden: boolean
}

/** Why a row was judged so: kept with the row, so that a source row always knows its person, and why. */
export type Reason =
  | 'same-upn'
  | 'same-uln'
  | 'same-nhs'
  | 'same-name-birth-postcode'
  | 'weighed'
  | 'nobody-alike'
  | 'alike'
  | 'conflict'
  | 'several'

type Because = {
  readonly why: Reason
  /** What the likeliest was weighed by; nothing where there is nobody. */
  readonly weighed: readonly WeighedLine[] | null
}

/** One person, nobody, or a question with those it may be, the likeliest first. */
export type Judgement = Because &
  (
    | { readonly kind: 'link'; readonly personId: PersonId }
    | { readonly kind: 'new' }
    | { readonly kind: 'question'; readonly personIds: readonly PersonId[] }
  )

/** Whom a judgement names: the one a row is linked to, or those it may be, the likeliest first. */
export function namedBy(judgement: Judgement): readonly PersonId[] {
  switch (judgement.kind) {
    case 'link':
      return [judgement.personId]
    case 'question':
      return judgement.personIds
    case 'new':
      return []
    default:
      return judgement satisfies never
  }
}
