import { addMs, dayOf } from '#ground/clock.ts'
import type { Tx } from '#ground/database/tx.ts'
import type { OrganisationId } from '#ground/ids.ts'
import { listOrganisations, type Organisation } from '#rooms/directory/index.ts'
import { type Measure, measuresOf, type Rhythm, rhythmOf } from './rules.ts'
import {
  type Conflict,
  countBadNumbers,
  countFaults,
  countPeople,
  type FaultCounted,
  type FaultOfRow,
  type ListIn,
  listConflicts,
  listFaults,
  listListsIn,
  listMissing,
  type OnList,
} from './store.ts'

/** Lists of so long ago still tell of a partner's rhythm. */
const LOOK_BACK_MS = 2 * 365 * 24 * 3_600_000

/** One partner's lists as a reader may know them. */
export type PartnerQuality = {
  readonly partner: Organisation
  readonly people: number
  readonly rhythm: Rhythm | undefined
  readonly measures: readonly Measure[]
  /** The last list of each kind, the newest first: rows to mend and questions are counted of these. */
  readonly lists: readonly ListIn[]
  readonly conflicts: readonly Conflict[]
}

/** The quality of what partners send, by their names. One who sent no list is not there. */
export async function gatherQuality(tx: Tx, of: OrganisationId | null = null): Promise<PartnerQuality[]> {
  const partners = (await listOrganisations(tx)).filter(o => of === null || o.id === of)
  const people = new Map((await countPeople(tx, of)).map(c => [c.organisationId, c]))
  const conflicts = await listConflicts(tx, of)
  const runs = await listListsIn(tx, of, addMs(tx.acting.at, -LOOK_BACK_MS))
  const lists = latestOfEach(runs)
  const bad = await countBadNumbers(
    tx,
    lists.map(l => l.id),
  )
  return partners.flatMap(partner => {
    const counted = people.get(partner.id)
    const own = lists.filter(l => l.organisationId === partner.id)
    if (counted === undefined && own.length === 0) return []
    const sum = (of: (list: ListIn) => number) => own.reduce((total, list) => total + of(list), 0)
    const ownConflicts = conflicts.filter(c => c.organisationId === partner.id)
    const withConflict = (measure: Conflict['measure']) =>
      new Set(ownConflicts.filter(c => c.measure === measure).map(c => c.personId)).size
    return [
      {
        partner,
        people: counted?.people ?? 0,
        rhythm: rhythmOf(
          runs.filter(run => run.organisationId === partner.id).map(run => dayOf(run.appliedAt)),
          tx.acting.today,
        ),
        measures: measuresOf({
          ...(counted ?? { people: 0, unobjected: 0, noPostcode: 0, noUpn: 0, noUln: 0, objections: 0 }),
          kind: partner.kind,
          sharedNumbers: withConflict('shared-number'),
          twoNumbers: withConflict('two-numbers'),
          rows: sum(l => l.rows),
          toMend: sum(l => l.toMend),
          badNumbers: sum(l => bad.get(l.id) ?? 0),
          questions: sum(l => l.questions),
        }),
        lists: own,
        conflicts: ownConflicts,
      },
    ]
  })
}

/** The newest of each of a partner's lists. */
function latestOfEach(runs: readonly ListIn[]): ListIn[] {
  const found = new Map<string, ListIn>()
  for (const run of runs) {
    const key = `${run.organisationId} ${run.listKey}`
    if (!found.has(key)) found.set(key, run)
  }
  return [...found.values()]
}

/** What one partner can be asked to mend: its own rows, and nothing of anybody else's. */
export type PartnerRows = {
  readonly missing: Readonly<Record<'no-postcode' | 'no-upn' | 'no-uln', readonly OnList[]>>
  readonly objections: readonly OnList[]
  readonly conflicts: readonly Conflict[]
  readonly faults: readonly FaultOfRow[]
  readonly faultsByColumn: readonly FaultCounted[]
}

/** @param most of each kind */
export async function gatherRows(tx: Tx, quality: PartnerQuality, most: number): Promise<PartnerRows> {
  const { id } = quality.partner
  const runs = quality.lists.map(l => l.id)
  const asked = new Set(quality.measures.map(m => m.name))
  const missing = (what: 'no-postcode' | 'no-upn' | 'no-uln') =>
    asked.has(what) ? listMissing(tx, id, what, most) : Promise.resolve([])
  return {
    missing: {
      'no-postcode': await missing('no-postcode'),
      'no-upn': await missing('no-upn'),
      'no-uln': await missing('no-uln'),
    },
    objections: await listMissing(tx, id, 'objections', most),
    conflicts: quality.conflicts,
    faults: await listFaults(tx, runs, most),
    faultsByColumn: await countFaults(tx, runs),
  }
}
