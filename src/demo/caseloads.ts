/** The caseloads of the demo that hold everything an adviser's does. */
import type { Tx } from '#ground/database/tx.ts'
import { addDays, type Day } from '#ground/day.ts'
import type { AccountId, PersonId } from '#ground/ids.ts'
import { listCaseload } from '#rooms/deployment/index.ts'
import { actingAs, type DailyWork } from './daily-work.ts'

const ADVISERS = ['dana.example', 'imran.demo', 'mair.sample']

/** Somebody of a caseload, by their place in it. */
export type Led = { readonly accountId: AccountId; readonly personId: PersonId; readonly i: number }

/** A member of the demo's staff, by what stands before the @ of their address. */
export function accountOf(work: DailyWork, name: string): AccountId {
  const id = work.accounts.get(`${name}@partnership.example`)
  if (id === undefined) throw new Error(`the demo has no ${name}`)
  return id
}

/** Does something about the first so many of each caseload, one after another. */
export async function eachLed(work: DailyWork, most: number, does: (led: Led) => Promise<void>): Promise<void> {
  for (const name of ADVISERS) {
    const accountId = accountOf(work, name)
    const people = await work.database.transaction(actingAs(work, accountId), async tx =>
      (await listCaseload(tx, accountId)).filter(one => one.diedOn === null).map(one => one.personId),
    )
    for (const [i, personId] of people.slice(0, most).entries()) await does({ accountId, personId, i })
  }
}

/** Does something as an adviser on a day so many days ago. */
export function onDay<T>(
  { work, accountId }: Pick<Led, 'accountId'> & { readonly work: DailyWork },
  daysAgo: number,
  does: (tx: Tx, on: Day) => Promise<T>,
): Promise<T> {
  const on = addDays(work.clock.today(), -daysAgo)
  return work.database.transaction({ ...actingAs(work, accountId), today: on }, tx => does(tx, on))
}

/** What came of an action; the demo asks for nothing that is refused. */
export function done<T>(
  outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string },
): T {
  if (!outcome.ok) throw new Error(`the demo was refused: ${outcome.why}`)
  return outcome.value
}
