import type { Day } from '#ground/day.ts'
import type { AccountId, RowId } from '#ground/ids.ts'

export const OBJECTION_STATES = ['open', 'stop', 'go-on', 'less', 'over'] as const
export type ObjectionState = (typeof OBJECTION_STATES)[number]

export type Objection = {
  readonly rowId: RowId
  readonly linkId: RowId | null
  readonly raisedOn: Day
  readonly words: string
  readonly state: ObjectionState
  readonly dueOn: Day | null
  readonly answerWords: string
  readonly answeredBy: AccountId | null
  readonly answeredOn: Day | null
}

/** How one is answered; that it goes on with less is answered by changing the letter. */
export type Answer =
  | {
      readonly kind: 'stop'
      /** What the other agency may be told, in words agreed with the young person; empty where nothing. */
      readonly words: string
    }
  | {
      readonly kind: 'go-on'
      /** Why, as it was told to the young person. */
      readonly words: string
      readonly isTold: boolean
    }

export type AnswerTrouble = 'consent-stops' | 'words' | 'not-told'
