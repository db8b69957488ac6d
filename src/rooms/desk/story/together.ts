/** Who of the colleagues was there, beside what happened. */
import { alongWords, type Contact } from '#rooms/sessions/index.ts'

/** With which colleagues somebody was there; empty where they were alone. */
export function withColleagues({ colleagues = [] }: Contact, names: ReadonlyMap<string, string>): string {
  return colleagues.length === 0 ? '' : alongWords.withNames(colleagues.map(one => names.get(one) ?? ''))
}
