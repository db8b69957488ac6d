/** Who is asked what they say of working with advisers, and what of the answers is told. docs/rules/directory.md */
import { addDays, type Day, isAfter } from '#ground/day.ts'
import { LEAST_TOLD, type Told, told } from '#ground/few.ts'
import { ANSWERS, type Said, STATEMENTS, type Standing, type Statement, type StatementAnswer } from './feedback.ts'

/** Put off, it is asked again after so many days. Ours. */
const AGAIN_DAYS = 30

export const askAgainOn = (today: Day): Day => addDays(today, AGAIN_DAYS)

/** Whether somebody is asked now: not once they answered, and not while they put it off. */
export function isAsked(standing: Standing | undefined, today: Day): boolean {
  if (standing === undefined) return true
  return standing.state === 'put-off' && (standing.askAgainOn === null || !isAfter(standing.askAgainOn, today))
}

export type Results = {
  readonly answered: Told
  readonly statements: readonly {
    readonly statement: Statement
    readonly answers: Readonly<Record<StatementAnswer, Told>>
  }[]
  /** What was written, in no order that tells of anybody; undefined where too few answered. */
  readonly words: { readonly helps: readonly string[]; readonly change: readonly string[] } | undefined
}

/** A year's answers as they may be told: counts rounded, words only where at least five answered, in the order of the alphabet. */
export function resultsOf(said: readonly Said[]): Results {
  const words = (texts: readonly string[]) =>
    texts.filter(text => text !== '').toSorted((a, b) => a.localeCompare(b, 'en'))
  return {
    answered: told(said.length),
    statements: STATEMENTS.map(statement => ({
      statement,
      answers: Object.fromEntries(
        ANSWERS.map(answer => [answer, told(said.filter(one => one[statement] === answer).length)]),
      ) as Record<StatementAnswer, Told>,
    })),
    words:
      said.length < LEAST_TOLD
        ? undefined
        : { helps: words(said.map(one => one.whatHelps)), change: words(said.map(one => one.whatToChange)) },
  }
}
