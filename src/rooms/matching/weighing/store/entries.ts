import { sql } from 'kysely'
import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import type { ModelDocument } from '../document.ts'
import type { Known } from '../known.ts'
import { type Terms, termKey } from '../weigh.ts'

/** The index that is made by the starting keys, while no model is live. */
export const STARTING = 0

/** Of one row no more candidates are looked at. */
const MOST_CANDIDATES = 200

export type LiveModel = { readonly id: RowId; readonly generation: number }

/** The model in use, without its document; nothing while none was learned. */
export async function findLive(tx: Tx): Promise<LiveModel | undefined> {
  const [row] = await query<LiveModel>(
    tx,
    `select id, generation from match_model where partnership_id = $1 and state = 'live'`,
    [tx.acting.partnershipId],
  )
  return row
}

export async function findDocument(tx: Tx, id: RowId): Promise<ModelDocument | undefined> {
  const [row] = await query<{ document: ModelDocument }>(
    tx,
    'select document from match_model where partnership_id = $1 and id = $2',
    [tx.acting.partnershipId, id],
  )
  return row?.document
}

/** The weight from which on rows are linked, where somebody moved it. */
export async function findMovedLink(tx: Tx): Promise<number | null> {
  const [row] = await query<{ link_bits: number | null }>(
    tx,
    'select link_bits from match_setting where partnership_id = $1',
    [tx.acting.partnershipId],
  )
  return row?.link_bits ?? null
}

/** The indexes that are kept up to date: the live one, and one that is being built beside it. */
export async function listGenerations(
  worker: Tx,
): Promise<{ id: RowId | null; generation: number; isBuilding: boolean }[]> {
  const rows = await query<{ id: RowId; generation: number; state: string }>(
    worker,
    `select id, generation, state from match_model where partnership_id = $1 and state in ('live', 'building')`,
    [worker.acting.partnershipId],
  )
  const found = rows.map(({ id, generation, state }) => ({ id, generation, isBuilding: state === 'building' }))
  return rows.some(r => r.state === 'live') ? found : [...found, { id: null, generation: STARTING, isBuilding: false }]
}

/** Takes up to so many whose keys are to be made anew off the list. */
export async function takeStale(worker: Tx, most: number): Promise<PersonId[]> {
  const rows = await query<{ person_id: PersonId }>(
    worker,
    `delete from match_stale where partnership_id = $1 and n in (
       select n from match_stale where partnership_id = $1 order by n limit $2 for update)
     returning person_id`,
    [worker.acting.partnershipId, most],
  )
  return [...new Set(rows.map(r => r.person_id))]
}

export async function saveEntries(
  worker: Tx,
  generation: number,
  entries: readonly { readonly personId: PersonId; readonly keys: readonly number[] }[],
): Promise<void> {
  if (entries.length === 0) return
  await query(
    worker,
    `insert into match_entry (partnership_id, generation, person_id, keys)
     select $1, $2, e.person, e.keys from jsonb_to_recordset($3::jsonb) as e (person uuid, keys bigint[])
     on conflict (partnership_id, generation, person_id) do update set keys = excluded.keys where match_entry.keys <> excluded.keys`,
    [worker.acting.partnershipId, generation, JSON.stringify(entries.map(e => ({ person: e.personId, keys: e.keys })))],
  )
}

export async function dropEntries(worker: Tx, generation: number, ids: readonly PersonId[]): Promise<void> {
  if (ids.length === 0) return
  await query(
    worker,
    'delete from match_entry where partnership_id = $1 and generation = $2 and person_id = any($3::uuid[])',
    [worker.acting.partnershipId, generation, ids],
  )
}

/** Whoever shares a key with each of those asked for, by their place. */
export async function findSharing(
  worker: Tx,
  generation: number,
  asked: readonly (readonly number[])[],
): Promise<Map<number, PersonId[]>> {
  const rows = await query<{ n: number; person_id: PersonId }>(
    worker,
    `select a.n, e.person_id from jsonb_to_recordset($3::jsonb) as a (n integer, keys bigint[])
     cross join lateral (select e.person_id from match_entry e
       where e.keys && a.keys and e.partnership_id = $1 and e.generation = $2 limit $4) e`,
    [worker.acting.partnershipId, generation, JSON.stringify(asked.map((keys, n) => ({ n, keys }))), MOST_CANDIDATES],
  )
  const found = new Map<number, PersonId[]>()
  for (const { n, person_id } of rows) found.set(n, [...(found.get(n) ?? []), person_id])
  return found
}

/** How common values are, of those asked for. */
export async function findTerms(
  worker: Tx,
  generation: number,
  asked: readonly { readonly line: number; readonly hash: number }[],
): Promise<Terms> {
  const rows = await query<{ line: number; hash: number; bearers: number }>(
    worker,
    `select t.line, t.hash::float8 as hash, t.bearers from jsonb_to_recordset($3::jsonb) as a (line smallint, hash bigint)
     join match_term t on t.partnership_id = $1 and t.generation = $2 and t.line = a.line and t.hash = a.hash`,
    [worker.acting.partnershipId, generation, JSON.stringify(asked)],
  )
  return new Map(rows.map(r => [termKey(r.line, r.hash), r.bearers]))
}

export type KnownPerson = Known & { readonly isDead: boolean }

type KnownRow = {
  id: PersonId
  born_on: Day | null
  died_on: Day | null
  names: { given: string; family: string }[] | null
  postcodes: string[] | null
  numbers: { kind: string; value: string }[] | null
  contacts: { kind: string; value: string }[] | null
}

/**
 * What is known of people, as the house: former names and addresses too, nothing that was sealed. Who is not active (joined
 * with another record, withdrawn, sealed) is not there.
 */
export async function findKnown(worker: Tx, ids: readonly PersonId[]): Promise<Map<PersonId, KnownPerson>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<KnownRow>`
    select p.id, p.born_on, p.died_on,
      (select jsonb_agg(jsonb_build_object('given', m.given_key, 'family', m.family_key) order by m.kind = 'legal' desc, m.recorded_at desc)
        from person_name m where m.partnership_id = p.partnership_id and m.person_id = p.id
        and (m.replaced_at is null or m.kind in ('legal', 'former'))) as names,
      (select array_agg(d.postcode order by d.replaced_at is null desc, d.started_on desc) from person_address d
        where d.partnership_id = p.partnership_id and d.person_id = p.id and d.postcode is not null and d.sealed_at is null) as postcodes,
      (select jsonb_agg(jsonb_build_object('kind', i.kind, 'value', i.value) order by i.recorded_at desc) from person_identifier i
        where i.partnership_id = p.partnership_id and i.person_id = p.id and i.replaced_at is null and i.sealed_at is null) as numbers,
      (select jsonb_agg(jsonb_build_object('kind', c.kind, 'value', c.value) order by c.kind, c.recorded_at desc) from person_contact_detail c
        where c.partnership_id = p.partnership_id and c.person_id = p.id and c.replaced_at is null and c.sealed_at is null) as contacts
    from person p where p.partnership_id = ${worker.acting.partnershipId} and p.id = any(${ids}::uuid[]) and p.state = 'active'`.execute(
    worker.db,
  )
  return new Map(rows.map(row => [row.id, knownFrom(row)]))
}

/** Of names and addresses that somebody had, no more than so many are looked at. */
const MOST_VALUES = 4

function knownFrom(row: KnownRow): KnownPerson {
  const numbers = (kind: string) => (row.numbers ?? []).filter(n => n.kind === kind).map(n => n.value)
  const contacts = (isEmail: boolean) =>
    (row.contacts ?? []).filter(c => (c.kind === 'email') === isEmail).map(c => c.value)
  const names = new Map((row.names ?? []).map(n => [`${n.given}|${n.family}`, n]))
  return {
    names: [...names.values()].slice(0, MOST_VALUES),
    bornOn: row.born_on,
    postcodes: [...new Set(row.postcodes)].slice(0, MOST_VALUES),
    upns: numbers('upn'),
    ulns: numbers('uln'),
    nhss: numbers('nhs'),
    phones: contacts(false).slice(0, MOST_VALUES),
    emails: contacts(true).slice(0, MOST_VALUES),
    isDead: row.died_on !== null,
  }
}
