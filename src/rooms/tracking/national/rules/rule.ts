/** What an error rule of the national return is, and how much an error weighs. */
import type { Facts, ReturnContext } from '../facts.ts'
import { isInForce, type Sure } from '../listed.ts'
import type { Item, ReturnRecord } from '../record.ts'
import type { ReturnYear } from '../year.ts'

/** One thing that can be wrong with one record. Several may share the numbers of an error: which number says which part is not known. */
export type RecordRule = {
  /** Our name for it: no two are called the same. */
  readonly key: string
  /** Its number in the published list, or the numbers that share a rule: `224, 226`. */
  readonly error: string
  /** The item it is about, by its tag. */
  readonly item: string
  /** What is wrong and what to do, in plain words. */
  readonly says: string
  /** Items whose faulty value is told with it. Never a name, an address, a birth date or a number of the person. */
  readonly shows: readonly Item[]
  readonly first: ReturnYear | null
  readonly last: ReturnYear | null
  /** How sure the rule is: that an error of this number exists is certain of all of them. */
  readonly sure: Sure
  isWrong(record: ReturnRecord, facts: Facts, context: ReturnContext): boolean
}

type Draft = Pick<RecordRule, 'key' | 'error' | 'item' | 'says' | 'isWrong'> &
  Partial<Pick<RecordRule, 'shows' | 'first' | 'last' | 'sure'>>

/** A rule for every year and certain, unless it says otherwise. */
export function rule(draft: Draft): RecordRule {
  return { shows: [], first: null, last: null, sure: 'certain', ...draft }
}

/** An item that must be there. That "missing" is what the number means is the plain reading of the list: likely. */
export function missing(error: string, item: Item, what: string): RecordRule {
  return rule({
    key: `${item} missing`,
    error,
    item,
    says: `${what} is missing. Put it on the record.`,
    sure: 'likely',
    isWrong: record => record[item] === '',
  })
}

/** An item that is not one of a list, where it says something. */
export function unlisted(
  error: string,
  item: Item,
  what: string,
  listOf: (context: ReturnContext) => ReadonlySet<string>,
): RecordRule {
  return rule({
    key: `${item} not in the list`,
    error,
    item,
    says: `${what} is not in the list of this year. Choose one that is.`,
    shows: [item],
    sure: 'likely',
    isWrong: (record, _facts, context) => record[item] !== '' && !listOf(context).has(record[item]),
  })
}

/** 1 must be mended, 2 should be, 3 is advice and not counted. */
export type Priority = 1 | 2 | 3

/** Priorities by the year they are from. Only that of 908 is known; those of the others have to be taken from the department's Appendix D. */
const PRIORITIES: readonly { readonly error: string; readonly first: ReturnYear; readonly priority: Priority }[] = [
  { error: '908', first: 2015, priority: 3 },
]

/** The priority of an error in a year, or `unknown`. */
export function priorityOf(error: string, year: ReturnYear): Priority | 'unknown' {
  return PRIORITIES.find(one => one.error === error && one.first <= year)?.priority ?? 'unknown'
}

/** Whether an error is advice only; what is not known to be advice is to be mended. */
export function isAdvice(error: string, year: ReturnYear): boolean {
  return priorityOf(error, year) === 3
}

/** The rules that hold in a year. */
export function inYear(rules: readonly RecordRule[], year: ReturnYear): readonly RecordRule[] {
  return rules.filter(one => isInForce(one, year))
}
