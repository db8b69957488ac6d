import { query, type Tx, together } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import type { ModelDocument } from '../document.ts'
import type { Known } from '../known.ts'
import { type Terms, termKey } from '../weigh.ts'

/** The index that is made by the starting keys, while no model is live. */
export const STARTING = 0

/** Of one row no more candidates are looked at: at 150,000 people 168 share a key with somebody, and two share three. */
const MOST_CANDIDATES = 40

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

/**
 * To the end of the transaction no index is begun or put away. Whoever writes keys of what they themselves changed would else
 * miss an index that is begun meanwhile and cannot see the change yet: nobody would be found by it there.
 */
export async function shareIndexes(worker: Tx): Promise<void> {
  await query(worker, `select pg_advisory_xact_lock_shared(hashtextextended('match-index:' || $1, 0))`, [
    worker.acting.partnershipId,
  ])
}

/** To the end of the transaction nobody writes keys: those who did have come to their end. */
export async function holdIndexes(worker: Tx): Promise<void> {
  await query(worker, `select pg_advisory_xact_lock(hashtextextended('match-index:' || $1, 0))`, [
    worker.acting.partnershipId,
  ])
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

/**
 * Takes up to so many whose keys are to be made anew off the list. Their numbers go as an array, so that they are looked up: joined, all
 * of a list of half a million was read for every few thousand of it.
 */
export async function takeStale(worker: Tx, most: number): Promise<PersonId[]> {
  const rows = await query<{ person_id: PersonId }>(
    worker,
    `delete from match_stale where partnership_id = $1 and n = any(array(
       select n from match_stale where partnership_id = $1 order by n limit $2 for update))
     returning person_id`,
    [worker.acting.partnershipId, most],
  )
  return [...new Set(rows.map(r => r.person_id))]
}

export type Entry = { readonly personId: PersonId; readonly keys: readonly number[] }

/** People and each one's keys as two arrays of the database: a few bytes a key, where JSON would name the person at each. */
function shaped(entries: readonly Entry[]): readonly [people: string, keys: string] {
  return [`{${entries.map(e => e.personId).join(',')}}`, `{${entries.map(e => `"{${e.keys.join(',')}}"`).join(',')}}`]
}

/** Keys in their order: rows that come in the order of the index find their pages at hand. */
const KEYS_OF = `select k.key, e.person from unnest($3::uuid[], $4::text[]) as e (person, keys)
  cross join lateral unnest(e.keys::bigint[]) as k (key) order by k.key, e.person`

/**
 * Entries of the people in $3, each by its key. Asked for by `any`, they are looked for in the whole index while it is made: a database that counted
 * it when it was empty, or by another partnership alone, takes it for small, and each page then takes longer than the one before.
 */
const ENTRIES = `unnest($3::uuid[]) as wanted (id) cross join lateral (
  select x.ctid, x.person_id, x.keys from match_entry x where x.partnership_id = $1 and x.generation = $2 and x.person_id = wanted.id offset 0) e`

/** Whether nobody is found by an index yet. */
export async function isEmpty(worker: Tx, generation: number): Promise<boolean> {
  const [found] = await query(
    worker,
    'select 1 from match_entry where partnership_id = $1 and generation = $2 limit 1',
    [worker.acting.partnershipId, generation],
  )
  return found === undefined
}

/**
 * Puts the keys of all who are in an index into their order at once. A thousand people's at a time touch as many pages of a large
 * index as they have keys: of a million people that wrote hundreds of times what the index holds.
 */
export async function sortKeys(worker: Tx, generation: number): Promise<void> {
  // Minutes for a million people, in one statement: the time that is given to a request's is set aside for it.
  const [before] = await query<{ time: string }>(
    worker,
    `select current_setting('statement_timeout') as time, set_config('statement_timeout', '0', true)`,
    [],
  )
  await addKeys(worker, generation, ALL_KEYS)
  await query(worker, `select set_config('statement_timeout', $1, true)`, [before?.time ?? '0'])
}

/**
 * Writes by which keys people are found, instead of those they were found by.
 * @param keysLater the keys themselves are not written: `sortKeys` follows
 */
export async function saveEntries(
  worker: Tx,
  generation: number,
  entries: readonly Entry[],
  keysLater = false,
): Promise<void> {
  if (entries.length === 0) return
  const { partnershipId } = worker.acting
  const before = await query<{ personId: PersonId; keys: string[] }>(
    worker,
    `select e.person_id as "personId", e.keys from ${ENTRIES}`,
    [partnershipId, generation, entries.map(e => e.personId)],
  )
  const old = new Map(before.map(e => [e.personId, new Set(e.keys.map(Number))]))
  const changed = entries.flatMap(({ personId, keys }) => {
    const known = old.get(personId) ?? new Set()
    const now = new Set(keys)
    const [added, gone] = [keys.filter(key => !known.has(key)), [...known].filter(key => !now.has(key))]
    return known.size > 0 && added.length + gone.length === 0 ? [] : [{ personId, keys, added, gone }]
  })
  if (changed.length === 0) return
  const pairs = (of: 'added' | 'gone') =>
    shaped(changed.filter(c => c[of].length > 0).map(c => ({ personId: c.personId, keys: c[of] })))
  const written = [
    query(
      worker,
      `insert into match_entry (partnership_id, generation, person_id, keys)
       select $1, $2, e.person, e.keys::bigint[] from unnest($3::uuid[], $4::text[]) as e (person, keys)
       on conflict (partnership_id, generation, person_id) do update set keys = excluded.keys`,
      [partnershipId, generation, ...shaped(changed)],
    ),
  ]
  if (!keysLater)
    written.push(
      query(
        worker,
        `insert into match_key (partnership_id, generation, key, person_id)
         select $1, $2, a.key, a.person from (${KEYS_OF}) a on conflict do nothing`,
        [partnershipId, generation, ...pairs('added')],
      ),
    )
  if (changed.some(c => c.gone.length > 0))
    written.push(
      query(
        worker,
        `delete from match_key k using (${KEYS_OF}) g
         where k.partnership_id = $1 and k.generation = $2 and k.key = g.key and k.person_id = g.person`,
        [partnershipId, generation, ...pairs('gone')],
      ),
    )
  await together(written)
}

/** Adds people to an index that is being built; whoever is there already was made anew meanwhile and stays. `addKeys` follows. */
export async function addEntries(worker: Tx, generation: number, entries: readonly Entry[]): Promise<void> {
  await query(
    worker,
    `insert into match_entry (partnership_id, generation, person_id, keys)
     select $1, $2, e.person, e.keys::bigint[] from unnest($3::uuid[], $4::text[]) as e (person, keys)
     join person p on p.partnership_id = $1 and p.id = e.person and p.state in ('active', 'sealed')
     on conflict do nothing`,
    [worker.acting.partnershipId, generation, ...shaped(entries)],
  )
}

/**
 * Puts the keys of a stretch into an index that is being built, of everybody who is in it, in their order. Whoever
 * asks holds the indexes: a key that somebody just lost would come back.
 */
export async function addKeys(worker: Tx, generation: number, { from, below }: Stretch): Promise<void> {
  await query(
    worker,
    `insert into match_key (partnership_id, generation, key, person_id)
     select $1, $2, k.key, e.person_id from match_entry e cross join lateral unnest(e.keys) as k (key)
     where e.partnership_id = $1 and e.generation = $2 and k.key >= $3 and ($4::bigint is null or k.key < $4)
     order by k.key, e.person_id on conflict do nothing`,
    [worker.acting.partnershipId, generation, from, below],
  )
}

/** Keys from one on and below another; without another, all that follow. */
export type Stretch = { readonly from: number; readonly below: number | null }

/** Every key there may be. */
export const ALL_KEYS: Stretch = { from: Number.MIN_SAFE_INTEGER, below: null }

export async function dropEntries(worker: Tx, generation: number, ids: readonly PersonId[]): Promise<void> {
  if (ids.length === 0) return
  await query(
    worker,
    `with gone as (delete from match_entry where ctid = any(array(select e.ctid from ${ENTRIES})) returning person_id, keys)
     delete from match_key k using (select g.person_id, unnest(g.keys) as key from gone g) old
     where k.partnership_id = $1 and k.generation = $2 and k.key = old.key and k.person_id = old.person_id`,
    [worker.acting.partnershipId, generation, ids],
  )
}

/**
 * Whoever shares a key with each of those asked for, by their place: of many, those who share the rarest, as far as keys are shared by
 * few. By how many keys alone, one who shares nothing but a pupil number came behind everybody of the same name. Each key is looked
 * up by itself ("offset 0"): a plan made while the index was empty reads all of it for every batch of a list.
 */
export async function findSharing(
  worker: Tx,
  generation: number,
  asked: readonly (readonly number[])[],
): Promise<Map<number, PersonId[]>> {
  const rows = await query<{ n: number; person_id: PersonId }>(
    worker,
    `select s.n, s.person_id from (
       select o.n, o.person_id, row_number() over (partition by o.n order by sum(1 / o.bearers) desc, o.person_id) as place
       from (select a.n::int - 1 as n, k.person_id, (count(*) over (partition by a.n, w.key))::float8 as bearers
         from unnest($3::text[]) with ordinality as a (keys, n) cross join lateral unnest(a.keys::bigint[]) as w (key)
         cross join lateral (select k.person_id from match_key k
           where k.partnership_id = $1 and k.generation = $2 and k.key = w.key offset 0) k) o
       group by o.n, o.person_id) s
     where s.place <= $4 order by s.n, s.place`,
    [
      worker.acting.partnershipId,
      generation,
      `{${asked.map(keys => `"{${keys.join(',')}}"`).join(',')}}`,
      MOST_CANDIDATES,
    ],
  )
  const found = new Map<number, PersonId[]>()
  for (const { n, person_id } of rows) {
    const own = found.get(n)
    if (own) own.push(person_id)
    else found.set(n, [person_id])
  }
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

/**
 * `isHidden`: an identity that is over (adoption, protection), or a record restricted to a few. A row surely about it ends there, and
 * nobody is asked about it or shown it.
 */
export type KnownPerson = Known & { readonly isDead: boolean; readonly isHidden: boolean }

type KnownRow = { id: PersonId; born_on: Day | null; died_on: Day | null; is_hidden: boolean }
type NameRow = { id: PersonId; given: string; family: string }
type ValueRow = { id: PersonId; kind: string; value: string }

/**
 * What is known of people, as the house: never a protected address, phone or email (K4: a list could guess at it); former names and addresses too, nothing that was sealed. Who was joined with
 * another record or withdrawn is not there. A question to each table, all at once: beside each other they cost one wait.
 */
export async function findKnown(worker: Tx, ids: readonly PersonId[]): Promise<Map<PersonId, KnownPerson>> {
  if (ids.length === 0) return new Map()
  const values = [worker.acting.partnershipId, ids]
  const of = 'partnership_id = $1 and person_id = any($2::uuid[])'
  const [people, names, postcodes, numbers, contacts] = await Promise.all([
    query<KnownRow>(
      worker,
      `select p.id, p.born_on, p.died_on, p.state = 'sealed' or exists (select 1 from access_barrier b where b.partnership_id = $1 and b.person_id = p.id
         and b.kind = 'restricted' and b.started_at <= $3 and (b.ended_at is null or b.ended_at > $3)) as is_hidden
       from person p where p.partnership_id = $1 and p.id = any($2::uuid[]) and p.state in ('active', 'sealed')`,
      [...values, worker.acting.at],
    ),
    query<NameRow>(
      worker,
      `select person_id as id, given_key as given, family_key as family from person_name where ${of} and (replaced_at is null or kind in ('legal', 'former'))
       order by replaced_at is null desc, kind = 'legal' desc, recorded_at desc`,
      values,
    ),
    query<ValueRow>(
      worker,
      `select person_id as id, 'postcode' as kind, postcode as value from person_address where ${of} and postcode is not null and sealed_at is null and class <> 4096
       order by replaced_at is null desc, started_on desc, recorded_at desc`,
      values,
    ),
    query<ValueRow>(
      worker,
      `select person_id as id, kind, value from person_identifier where ${of} and replaced_at is null and sealed_at is null order by recorded_at desc`,
      values,
    ),
    query<ValueRow>(
      worker,
      `select person_id as id, kind, value from person_contact_detail where ${of} and replaced_at is null and sealed_at is null and class <> 4096 order by kind, recorded_at desc`,
      values,
    ),
  ])
  const [named, lived, numbered, reached] = [
    byPerson(names),
    byPerson(postcodes),
    byPerson(numbers),
    byPerson(contacts),
  ]
  return new Map(
    people.map(row => [
      row.id,
      knownFrom(row, named.get(row.id) ?? [], [
        ...(lived.get(row.id) ?? []),
        ...(numbered.get(row.id) ?? []),
        ...(reached.get(row.id) ?? []),
      ]),
    ]),
  )
}

function byPerson<Row extends { id: PersonId }>(rows: readonly Row[]): Map<PersonId, Row[]> {
  const found = new Map<PersonId, Row[]>()
  for (const row of rows) {
    const own = found.get(row.id)
    if (own) own.push(row)
    else found.set(row.id, [row])
  }
  return found
}

/** Of names and addresses that somebody had, no more than so many are looked at. */
const MOST_VALUES = 4

function knownFrom(row: KnownRow, names: readonly NameRow[], values: readonly ValueRow[]): KnownPerson {
  const of = (...kinds: string[]) => [...new Set(values.filter(v => kinds.includes(v.kind)).map(v => v.value))]
  const each = new Map(names.map(({ given, family }) => [`${given}|${family}`, { given, family }]))
  return {
    names: [...each.values()].slice(0, MOST_VALUES),
    bornOn: row.born_on,
    postcodes: of('postcode').slice(0, MOST_VALUES),
    upns: of('upn', 'former-upn'),
    ulns: of('uln'),
    nhss: of('nhs'),
    phones: of('mobile', 'phone').slice(0, MOST_VALUES),
    emails: of('email').slice(0, MOST_VALUES),
    isDead: row.died_on !== null,
    isHidden: row.is_hidden,
  }
}
