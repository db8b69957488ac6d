/** Which services may help somebody, and what of the directory is old. docs/rules/directory.md */
import { addMonths, compareDays, type Day, isBefore } from '#ground/day.ts'
import { SAME_DAY, type SameDay, type Service, type ServiceFacts, type Tip } from './service.ts'

/** What was looked at or said so long ago is asked again. Ours. */
const OLD_MONTHS = 12

export type FactsTrouble = 'ages' | 'run-by' | 'open-when'

export function factsTrouble(
  facts: Pick<ServiceFacts, 'minAge' | 'maxAge' | 'organisationId' | 'runBy' | 'sameDay' | 'openWhen'>,
): FactsTrouble | undefined {
  if (facts.minAge > facts.maxAge) return 'ages'
  if ((facts.organisationId === null) === (facts.runBy === '')) return 'run-by'
  // Whoever is sent there today must not stand before a closed door.
  return facts.sameDay.length > 0 && facts.openWhen === '' ? 'open-when' : undefined
}

/**
 * Open services that help on the same day: those that give what is needed most, in the order of the list, then what was looked at last.
 * @param of.what only what gives this; empty for everything
 * @param of.words sought in name, place and who runs it, whatever the case
 */
export function helpingToday<
  One extends Pick<Service, 'name' | 'place' | 'runBy' | 'sameDay' | 'closedOn' | 'checkedOn'>,
>(services: readonly One[], of: { readonly what: SameDay | ''; readonly words: string }): One[] {
  const words = of.words.toLowerCase()
  const first = (one: One) => SAME_DAY.findIndex(what => one.sameDay.includes(what))
  return services
    .filter(one => one.closedOn === null && one.sameDay.length > 0 && (of.what === '' || one.sameDay.includes(of.what)))
    .filter(one => `${one.name} ${one.place} ${one.runBy}`.toLowerCase().includes(words))
    .toSorted((a, b) => first(a) - first(b) || compareDays(b.checkedOn, a.checkedOn) || (a.name < b.name ? -1 : 1))
}

/** Whether nobody has looked for a year whether it is still so. */
export function isOld(since: Day, today: Day): boolean {
  return isBefore(since, addMonths(today, -OLD_MONTHS))
}

/** Tips, the freshest first. */
export const byFreshness = (tips: readonly Tip[]): Tip[] =>
  tips.toSorted((a, b) => (a.stillOn > b.stillOn ? -1 : a.stillOn < b.stillOn ? 1 : 0))

export type Helping<One> = { readonly service: One; readonly needs: readonly string[] }

/**
 * Services that may help somebody: open ones for their age that help with something they need. What helps with most of it first, then by name. A match is a reason
 * to talk about it, and never an answer.
 * @param age undefined where the birth date is not on record: then no age is in the way
 * @param needs codes of what they need, the worst first
 */
export function helping<One extends Pick<Service, 'name' | 'needs' | 'minAge' | 'maxAge' | 'closedOn'>>(
  services: readonly One[],
  { age, needs }: { readonly age: number | undefined; readonly needs: readonly string[] },
): Helping<One>[] {
  return services
    .filter(one => one.closedOn === null && (age === undefined || (age >= one.minAge && age <= one.maxAge)))
    .map(service => ({ service, needs: needs.filter(code => service.needs.includes(code)) }))
    .filter(one => one.needs.length > 0)
    .toSorted((a, b) => b.needs.length - a.needs.length || (a.service.name < b.service.name ? -1 : 1))
}
