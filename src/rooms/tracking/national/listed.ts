/** A code of the national return with the years it is good for: a list is dated data, never a constant in a rule. */
import type { ReturnYear } from './year.ts'

/** How sure a fact of the return is: an official text or two sources say so, or one good source does. */
export type Sure = 'certain' | 'likely'

export type Listed = {
  readonly code: string
  readonly label: string
  /** First year it is good for; null where it was there before the first profile. */
  readonly first: ReturnYear | null
  /** Last year it is good for; null where no end is known. */
  readonly last: ReturnYear | null
  /** How sure the code and its years are. After 2020-21 nothing is certain of any list: it is carried over. */
  readonly sure: Sure
}

/** Lines of `CODE label`, all good from before the first profile until no end is known. */
export function listed(lines: string, dates: Partial<Pick<Listed, 'first' | 'last' | 'sure'>> = {}): Listed[] {
  return lines
    .trim()
    .split('\n')
    .map(line => {
      const [code = '', ...words] = line.trim().split(' ')
      return { code, label: words.join(' '), first: null, last: null, sure: 'certain', ...dates }
    })
}

/** Whether something dated is good in a year. */
export function isInForce(dated: Pick<Listed, 'first' | 'last'>, year: ReturnYear): boolean {
  return (dated.first === null || dated.first <= year) && (dated.last === null || year <= dated.last)
}

/** The codes of a list that are good in a year. */
export function codesIn(list: readonly Listed[], year: ReturnYear): ReadonlySet<string> {
  return new Set(list.filter(one => isInForce(one, year)).map(one => one.code))
}
