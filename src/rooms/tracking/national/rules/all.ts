/** Every rule about one record. What is about two records, or about the file, is the returns room's. */
import type { Facts, ReturnContext } from '../facts.ts'
import type { ReturnRecord } from '../record.ts'
import { ACTIVITY_RULES } from './activity.ts'
import { AUTHORITY_RULES } from './authority.ts'
import { DATE_RULES } from './dates.ts'
import { PERSON_RULES } from './person.ts'
import { inYear, type RecordRule } from './rule.ts'
import { SEPTEMBER_RULES } from './september.ts'

export const RECORD_RULES: readonly RecordRule[] = [
  ...PERSON_RULES,
  ...AUTHORITY_RULES,
  ...SEPTEMBER_RULES,
  ...ACTIVITY_RULES,
  ...DATE_RULES,
]

/** The rules that hold in the year of a return, to be asked of each of its records. */
export function rulesFor({ year }: Pick<ReturnContext, 'year'>): readonly RecordRule[] {
  return inYear(RECORD_RULES, year)
}

/** Which of some rules a record breaks, in their order. */
export function brokenBy(
  rules: readonly RecordRule[],
  record: ReturnRecord,
  facts: Facts,
  context: ReturnContext,
): RecordRule[] {
  const broken: RecordRule[] = []
  for (const one of rules) if (one.isWrong(record, facts, context)) broken.push(one)
  return broken
}
