import type { Day } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'

/** What a partner's row tells of who it is about; keys are folded. */
export type Sought = {
  readonly givenKey: string
  readonly familyKey: string
  readonly otherGivenKey: string | null
  readonly bornOn: Day
  readonly postcode: string | null
  readonly upn: string | null
  readonly uln: string | null
  readonly nhs: string | null
}

/** Somebody it may be, with what is on record. */
export type Candidate = {
  readonly personId: PersonId
  readonly bornOn: Day | null
  readonly names: readonly { readonly givenKey: string; readonly familyKey: string }[]
  readonly postcodes: readonly string[]
  readonly upns: readonly string[]
  readonly ulns: readonly string[]
  readonly nhss: readonly string[]
  readonly isDead: boolean
}

/** Why a row was judged so: kept with the row, so that a source row always knows its person, and why. */
export type Reason =
  | 'same-upn'
  | 'same-uln'
  | 'same-nhs'
  | 'same-name-birth-postcode'
  | 'nobody-alike'
  | 'alike'
  | 'conflict'
  | 'several'

/** One person for certain, nobody, or a question with those it may be. */
export type Judgement =
  | { readonly kind: 'link'; readonly personId: PersonId; readonly why: Reason }
  | { readonly kind: 'new'; readonly why: Reason }
  | { readonly kind: 'question'; readonly personIds: readonly PersonId[]; readonly why: Reason }
