/** Colleagues who may be asked along to a meeting: those who stand round somebody, as the viewer may be told of it (K6), have a diary here and see what is done with them. */
import { asHouse } from '#ground/database/tx.ts'
import type { AccountId } from '#ground/ids.ts'
import { listUnbarred } from '#rooms/access/index.ts'
import { listColleaguesWho, type Visit } from '#rooms/identity/index.ts'
import type { PersonFrame } from '#rooms/people/index.ts'
import { grantSources } from '../words.ts'
import { holdersOf } from './holders.ts'
import { standRound } from './rules.ts'

export type MayComeAlong = {
  readonly accountId: AccountId
  readonly name: string
  readonly there: string
  readonly readsClose: boolean
}

/** By their own right or their organisation's; nobody who is shut out or not named for a restricted record (K4). */
export async function mayComeAlong(visit: Visit<unknown, unknown>, frame: PersonFrame): Promise<MayComeAlong[]> {
  const { round } = standRound(await holdersOf(visit, frame))
  const reading = round.filter(
    one => !one.isYou && (one.reads.includes('sessions') || one.reads.includes('restricted')),
  )
  if (reading.length === 0) return []
  const colleagues = await listColleaguesWho(visit.tx, 'diary.use')
  const named = new Map(colleagues.map(one => [one.accountId as string, one]))
  const those = reading.filter(one => one.reads.includes('sessions') && named.has(one.holderId))
  const open = new Set(
    await asHouse(visit.tx, 'who may be asked along', worker =>
      listUnbarred(
        worker,
        frame.person.id,
        those.map(one => one.holderId),
      ),
    ),
  )
  return those
    .filter(one => open.has(one.holderId))
    .map(one => ({
      accountId: one.holderId as AccountId,
      name: one.who,
      there: one.sources.map(source => grantSources[source]).join(', '),
      readsClose: one.reads.includes('restricted'),
    }))
}
