import type { Instant } from '#ground/clock.ts'
import { asHouse, type Tx } from '#ground/database/tx.ts'
import { listGrantsOn } from '#rooms/access/index.ts'
import { listAbout } from '#rooms/audit/index.ts'
import { findNames } from '#rooms/identity/index.ts'
import { findPerson } from '#rooms/people/index.ts'
import type { Kept } from '../apart.ts'
import type { Proof, ProofHouse } from '../proof.ts'
import type { Case } from '../protection.ts'
import { countWhereaboutsWritten } from '../store/protection.ts'

const MOST_EVENTS = 2000

/**
 * What happened to a protected record since it was protected: who may see it, who did, which lists named it (or the sealed
 * identity it was kept apart from), what they changed, and whether anybody was asked about it. Nothing when nothing protects it.
 */
export async function proveProtection(
  tx: Tx,
  house: ProofHouse,
  one: Case,
  kept: readonly Kept[],
): Promise<Proof | undefined> {
  const since = [...one.barriers.map(b => b.startedAt), ...kept.map(k => k.setAt)].toSorted()[0] as Instant | undefined
  if (since === undefined) return undefined
  const sealed = await asHouse(tx, 'what proves a protection', async worker => {
    const others = await Promise.all(kept.map(k => findPerson(worker, k.otherId)))
    return others.flatMap(other => (other?.state === 'sealed' ? [other.id] : []))
  })
  const ids = [one.person.id, ...sealed]
  const { named, asked, whereabouts } = await asHouse(tx, 'what proves a protection', async worker => ({
    named: await house.listsNaming(worker, ids, since),
    asked: await house.countAsked(worker, ids),
    whereabouts: await countWhereaboutsWritten(worker, ids, since),
  }))
  const grants = await listGrantsOn(tx, one.person.id)
  const events = (await listAbout(tx, one.person.id, MOST_EVENTS)).filter(
    e => e.at >= since && e.outcome === 'done' && e.actorKind === 'account' && e.actorId !== null,
  )
  const times = new Map<string, number>()
  for (const e of events) times.set(e.actorId as string, (times.get(e.actorId as string) ?? 0) + 1)
  const names = await findNames(tx, [...new Set([...times.keys(), ...grants.map(g => g.holderId)])])
  return {
    since,
    holders: [...new Set(grants.flatMap(g => names.get(g.holderId) ?? []))].toSorted(),
    seenBy: [...times].map(([id, n]) => ({ name: names.get(id) ?? '', times: n })),
    named,
    asked,
    whereabouts,
    isOpen: sealed.length === 0 && one.barriers.every(b => b.kind !== 'restricted'),
    hasSealed: sealed.length > 0,
  }
}
