import { filingIn } from '#ground/database/filing.ts'
import { hold } from '#ground/database/hold.ts'
import { chasedIn } from '#ground/database/late.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, newId, type OrganisationId, type PersonId, type RowId } from '#ground/ids.ts'
import { reachesAll } from '../../store/reached.ts'
import type { LeaveReason, Place, PlaceLine, State, Step, Talk } from '../programme.ts'

/** Words of those who work with them are not the partner's who runs it: what a leaver says is often about the partner. */
const notForPartner = (column: string) => `case when a.organisation_id = any($2::uuid[]) then '' else a.${column} end`

const COLUMNS = `a.id as "rowId", a.person_id as "personId", a.class as "classBit", a.programme_id as "programmeId", a.organisation_id as "organisationId", a.state,
  a.agreed_on as "agreedOn", a.starts_on as "startsOn", ${notForPartner('set_aside')} as "setAside", a.started_on as "startedOn", a.position,
  a.over_on as "overOn", a.reason, ${notForPartner('words')} as words, a.talk, ${notForPartner('talk_words')} as "talkWords", a.talk_on as "talkOn",
  a.due_on as "dueOn", a.recorded_by as "madeBy", (a.recorded_at at time zone 'Europe/London')::date as "madeOn", a.version`

const mine = (tx: Tx) => [tx.acting.partnershipId, [...tx.acting.holders]]

/** To the end of the transaction nobody else puts this person on a programme. */
export async function holdPlaces(tx: Tx, personId: PersonId): Promise<void> {
  await hold(tx, 'programme', personId)
}

export async function findPlace(tx: Tx, id: RowId): Promise<Place | undefined> {
  const [row] = await query<Place>(
    tx,
    `select ${COLUMNS} from programme_place a where a.partnership_id = $1 and a.id = $3 and a.sealed_at is null`,
    [...mine(tx), id],
  )
  return row
}

/** Programmes somebody is or was on, newest first, as far as the caller may see it. */
export function listPlacesOn(tx: Tx, personId: PersonId): Promise<PlaceLine[]> {
  return query<PlaceLine>(
    tx,
    `select ${COLUMNS}, '' as name, g.name as programme, s.name as stage
     from programme_place a join programme g on g.partnership_id = a.partnership_id and g.id = a.programme_id
     left join programme_stage s on s.partnership_id = a.partnership_id and s.programme_id = a.programme_id and s.position = a.position
     where a.partnership_id = $1 and a.person_id = $3 and a.sealed_at is null
     order by a.over_on is not null, coalesce(a.started_on, a.starts_on) desc, a.id desc limit 50`,
    [...mine(tx), personId],
  )
}

export type PlacesWanted = {
  readonly programmeId: RowId | null
  readonly states: readonly State[]
  /** Only those nobody leads for. */
  readonly alone: boolean
  /** Only of these young people. */
  readonly of?: readonly PersonId[]
}

/**
 * Whom a right of the caller's reaches that is on a person or a group: nobody else's place can be theirs to see, and of those of a whole partnership's
 * each would be asked about. Row security still decides.
 */
const REACHED = `with held as materialized (
    select h.person_id, h.group_id from access_grant h where h.partnership_id = $1 and h.holder_id = any($2::uuid[]) and h.started_at <= $7
      and (h.ended_at is null or h.ended_at > $7)),
  reached as materialized (
    select person_id from held where person_id is not null
    union select m.person_id from held h join access_member m on m.partnership_id = $1 and m.group_id = h.group_id where h.person_id is null)`

/** Those on programmes whom the caller may see, what is due first. */
export async function listPlaces(tx: Tx, wanted: PlacesWanted, most: number): Promise<PlaceLine[]> {
  const isWide = wanted.of !== undefined || (await reachesAll(tx))
  // All keys in one go through the index: one look for each of a team's thousand took eight times as long.
  const within = wanted.of
    ? 'a.person_id = any($7::uuid[]) and'
    : isWide
      ? ''
      : 'a.person_id = any((select array_agg(person_id) from reached)::uuid[]) and'
  return query<PlaceLine>(
    tx,
    `${isWide ? '' : REACHED} select ${COLUMNS}, p.known_family || ', ' || p.known_given as name, g.name as programme, s.name as stage
     from programme_place a join person p on p.partnership_id = a.partnership_id and p.id = a.person_id and p.died_on is null
     join programme g on g.partnership_id = a.partnership_id and g.id = a.programme_id
     left join programme_stage s on s.partnership_id = a.partnership_id and s.programme_id = a.programme_id and s.position = a.position
     where a.partnership_id = $1 and ${within} a.sealed_at is null and a.state = any($3) and ($4::uuid is null or a.programme_id = $4)
       and (not $5 or not exists (select 1 from lead_adviser l
         where l.partnership_id = a.partnership_id and l.person_id = a.person_id and l.finished_on is null))
     order by a.over_on desc nulls first, a.due_on nulls last, p.sort_key, a.id limit $6`,
    [
      ...mine(tx),
      [...wanted.states],
      wanted.programmeId,
      wanted.alone,
      most,
      ...(wanted.of ? [[...wanted.of]] : isWide ? [] : [tx.acting.at]),
    ],
  )
}

/** Who is on which programme, whom the caller may see, and no more of it than that: for counting. */
export async function listOnProgrammes(
  tx: Tx,
  states: readonly State[],
  most: number,
): Promise<Pick<Place, 'programmeId' | 'personId'>[]> {
  const isWide = await reachesAll(tx)
  return query(
    tx,
    `${isWide ? '' : REACHED.replaceAll('$7', '$5')} select a.programme_id as "programmeId", a.person_id as "personId" from programme_place a
     join person p on p.partnership_id = a.partnership_id and p.id = a.person_id and p.died_on is null
     where a.partnership_id = $1 and a.sealed_at is null and a.state = any($3)
       ${isWide ? 'and $2::uuid[] is not null' : 'and a.person_id = any((select array_agg(person_id) from reached)::uuid[])'} limit $4`,
    [...mine(tx), [...states], most, ...(isWide ? [] : [tx.acting.at])],
  )
}

/** Of some young people, those somebody leads for, as far as the caller may see it. */
export async function listLed(tx: Tx, ids: readonly PersonId[]): Promise<ReadonlySet<PersonId>> {
  const rows = await query<{ personId: PersonId }>(
    tx,
    `select person_id as "personId" from lead_adviser where partnership_id = $1 and person_id = any($2::uuid[]) and finished_on is null`,
    [tx.acting.partnershipId, [...ids]],
  )
  return new Set(rows.map(one => one.personId))
}

export type NewPlace = {
  readonly programmeId: RowId
  readonly organisationId: OrganisationId | null
  readonly classBit: number
  readonly agreedOn: Day
  readonly startsOn: Day
  readonly setAside: string
  readonly dueOn: Day | null
}

export async function insertPlace(tx: Tx, personId: PersonId, place: NewPlace): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into programme_place (partnership_id, id, person_id, origin_person_id, class, programme_id, organisation_id, agreed_on, starts_on, set_aside,
       due_on, recorded_at, recorded_by)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[tx.acting.partnershipId, id, personId, place.classBit, place.programmeId, place.organisationId],
      ...[place.agreedOn, place.startsOn, place.setAside, place.dueOn, tx.acting.at, tx.acting.actorId],
    ],
  )
  return id
}

export type Stepped = {
  readonly state: State
  readonly dueOn: Day | null
  readonly startedOn?: Day
  readonly position?: number
  readonly over?: { readonly on: Day; readonly reason: LeaveReason | null; readonly words: string }
  readonly talk?: { readonly talk: Talk; readonly words: string; readonly on: Day }
}

/** Moves one that was seen in a version. Returns 0 when it moved meanwhile. */
export async function updatePlace(tx: Tx, before: Pick<Place, 'rowId' | 'version'>, to: Stepped): Promise<number> {
  const rows = await query(
    tx,
    `update programme_place set state = $4, due_on = $5, chased_at = null, escalated_at = null, version = version + 1,
       started_on = coalesce($6, started_on), position = coalesce($7, position), over_on = coalesce($8, over_on), reason = coalesce($9, reason),
       words = coalesce($10, words), talk = coalesce($11, talk), talk_words = coalesce($12, talk_words), talk_on = coalesce($13, talk_on)
     where partnership_id = $1 and id = $2 and version = $3 and sealed_at is null returning 1`,
    [
      ...[tx.acting.partnershipId, before.rowId, before.version, to.state, to.dueOn, to.startedOn ?? null],
      ...[to.position ?? null, to.over?.on ?? null, to.over?.reason ?? null, to.over?.words ?? null],
      ...[to.talk?.talk ?? null, to.talk?.words ?? null, to.talk?.on ?? null],
    ],
  )
  return rows.length
}

/** Stages somebody went through, the first first. */
export function listSteps(tx: Tx, placeId: RowId): Promise<Step[]> {
  return query<Step>(
    tx,
    `select a.id as "rowId", a.position, a.stage, a.started_on as "startedOn", a.finished_on as "finishedOn", a.reached, ${notForPartner('words')} as words
     from programme_step a where a.partnership_id = $1 and a.place_id = $3 order by a.started_on, a.id`,
    [...mine(tx), placeId],
  )
}

export async function insertStep(
  tx: Tx,
  place: Pick<Place, 'rowId' | 'personId' | 'classBit' | 'organisationId'>,
  step: Pick<Step, 'position' | 'stage' | 'startedOn'>,
): Promise<void> {
  await query(
    tx,
    // Filed on whom its place was filed on, so that both go one way when joined records are taken apart.
    `insert into programme_step (partnership_id, id, place_id, person_id, origin_person_id, class, organisation_id, position, stage, started_on,
       recorded_at, recorded_by)
     select p.partnership_id, $2, p.id, $4, p.origin_person_id, $5, $6, $7, $8, $9, $10, $11
     from programme_place p where p.partnership_id = $1 and p.id = $3`,
    [
      ...[tx.acting.partnershipId, newId<'row'>(tx.acting.at), place.rowId, place.personId, place.classBit],
      ...[place.organisationId, step.position, step.stage, step.startedOn, tx.acting.at, tx.acting.actorId],
    ],
  )
}

/** Ends the stage somebody is at. */
export async function updateStepOver(
  tx: Tx,
  placeId: RowId,
  over: { readonly on: Day; readonly reached: boolean | null; readonly words: string },
): Promise<void> {
  await query(
    tx,
    `update programme_step set finished_on = $3, reached = $4, words = $5 where partnership_id = $1 and place_id = $2 and finished_on is null`,
    [tx.acting.partnershipId, placeId, over.on, over.reached, over.words],
  )
}

export type DuePlace = Pick<Place, 'rowId' | 'personId' | 'classBit' | 'state' | 'madeBy'> & {
  readonly dueOn: Day
  readonly isChased: boolean
  readonly isEscalated: boolean
}

/**
 * Those that were due before today and of which somebody is still to be told. As the house, by the clock.
 * @param since due then or before, the team leader is told
 */
export function listDuePlaces(worker: Tx, most: number, since: Day): Promise<DuePlace[]> {
  return query<DuePlace>(
    worker,
    `select a.id as "rowId", a.person_id as "personId", a.class as "classBit", a.state, a.recorded_by as "madeBy", a.due_on as "dueOn",
       a.chased_at is not null as "isChased", a.escalated_at is not null as "isEscalated"
     from programme_place a join person p on p.partnership_id = a.partnership_id and p.id = a.person_id and p.died_on is null
     where a.partnership_id = $1 and a.due_on < $2 and a.sealed_at is null and a.escalated_at is null and (a.chased_at is null or a.due_on <= $4)
     order by a.due_on, a.id limit $3`,
    [worker.acting.partnershipId, worker.acting.today, most, since],
  )
}

/** Notes that somebody was told that it is late. As the house. Returns how many: none when it was before. */
export const updateChased = chasedIn('programme_place')

/** Those on a programme nobody leads for, of which nobody was told yet. As the house, by the clock. */
export function listAlone(
  worker: Tx,
  most: number,
): Promise<Pick<Place, 'rowId' | 'personId' | 'classBit' | 'madeBy'>[]> {
  return query(
    worker,
    `select a.id as "rowId", a.person_id as "personId", a.class as "classBit", a.recorded_by as "madeBy"
     from programme_place a join person p on p.partnership_id = a.partnership_id and p.id = a.person_id and p.died_on is null
     where a.partnership_id = $1 and a.over_on is null and a.sealed_at is null and a.alone_told_at is null
       and not exists (select 1 from lead_adviser l where l.partnership_id = a.partnership_id and l.person_id = a.person_id and l.finished_on is null)
     order by a.id limit $2`,
    [worker.acting.partnershipId, most],
  )
}

/** Notes that it was told that nobody leads for them. As the house. */
export async function updateAloneTold(worker: Tx, id: RowId): Promise<void> {
  await query(worker, `update programme_place set alone_told_at = $3 where partnership_id = $1 and id = $2`, [
    ...[worker.acting.partnershipId, id, worker.acting.at],
  ])
}

/** Forgets that it was told where somebody leads for them again, so that it is told anew should nobody. As the house. */
export async function updateNoLongerAlone(worker: Tx): Promise<void> {
  await query(
    worker,
    `update programme_place a set alone_told_at = null where a.partnership_id = $1 and a.over_on is null and a.alone_told_at is not null
       and exists (select 1 from lead_adviser l where l.partnership_id = a.partnership_id and l.person_id = a.person_id and l.finished_on is null)`,
    [worker.acting.partnershipId],
  )
}

/**
 * Those who came to a stage somebody else works with by a day, with whoever leads still leading and no hand-over under way to that adviser, of which nobody was told
 * at this stage. As the house, by the clock.
 */
export function listNotHanded(
  worker: Tx,
  until: Day,
  most: number,
): Promise<(Pick<Place, 'rowId' | 'personId' | 'classBit' | 'madeBy'> & { readonly leadId: AccountId })[]> {
  return query(
    worker,
    `select a.id as "rowId", a.person_id as "personId", a.class as "classBit", a.recorded_by as "madeBy", l.account_id as "leadId"
     from programme_place a
       join person p on p.partnership_id = a.partnership_id and p.id = a.person_id and p.state = 'active' and p.died_on is null
       join programme_stage s on s.partnership_id = a.partnership_id and s.programme_id = a.programme_id and s.position = a.position
       join programme_step t on t.partnership_id = a.partnership_id and t.place_id = a.id and t.finished_on is null and t.sealed_at is null
       join lead_adviser l on l.partnership_id = a.partnership_id and l.person_id = a.person_id and l.finished_on is null
     where a.partnership_id = $1 and a.state = 'on' and a.sealed_at is null and a.handed_told is distinct from a.position
       and s.adviser_id is not null and s.adviser_id <> l.account_id and t.started_on <= $2
       and not exists (select 1 from hand_over h where h.partnership_id = a.partnership_id and h.person_id = a.person_id and h.to_id = s.adviser_id
         and h.state in ('asked', 'accepted', 'met'))
     order by a.id limit $3`,
    [worker.acting.partnershipId, until, most],
  )
}

/** Notes that whoever leads was told at this stage. As the house. */
export async function updateHandedTold(worker: Tx, id: RowId): Promise<void> {
  await query(worker, `update programme_place set handed_told = position where partnership_id = $1 and id = $2`, [
    ...[worker.acting.partnershipId, id],
  ])
}

/** When and by whom somebody was put on it. */
export const findFiling = filingIn<AccountId | null>('programme_place', 'recorded_by')

/** Takes it off view with its stages (K9). As the house. Returns how many. */
export async function updateSealed(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  const rows = await query(
    worker,
    `update programme_place set sealed_at = $4, due_on = null, version = version + 1
     where partnership_id = $1 and person_id = $2 and id = $3 and sealed_at is null returning 1`,
    [worker.acting.partnershipId, personId, id, worker.acting.at],
  )
  if (rows.length > 0)
    await query(worker, `update programme_step set sealed_at = $3 where partnership_id = $1 and place_id = $2`, [
      ...[worker.acting.partnershipId, id, worker.acting.at],
    ])
  return rows.length
}
