import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, type GroupId, newId, type OrganisationId, type PersonId, type RowId } from '#ground/ids.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'
import type {
  Assignment,
  Criteria,
  Fitting,
  ListActivity,
  ListLead,
  ListOffers,
  ListRow,
  OwnList,
  TrackingList,
} from '../list.ts'
import { GUARANTEE_CODES, NOT_RECORDED } from '../offers/codes.ts'
import { bornForGroup, guaranteeYearOn } from '../offers/rules.ts'
import { bornIn, NOT_KNOWN_CODES, OUT_OF_SCHOOL_CODES, PLAIN_NEET_CODES } from '../rules.ts'

/**
 * Who fits, by name, at most so many. Only people the caller may know, with their tracking: row security and `knowable` see
 * to that. Activity and places of learning count only where they tell nothing more than that (K6), and a restricted record
 * is never on a list, whoever makes it.
 */
export async function findFitting(tx: Tx, criteria: Criteria, most: number): Promise<Fitting[]> {
  const born = criteria.schoolYear === null ? null : bornIn(criteria.schoolYear, tx.acting.today)
  const found = await sql<Fitting>`
    with fits as materialized (
      select p.id, p.known_given, p.known_family, p.born_on, p.sort_key from person p
      where p.partnership_id = ${tx.acting.partnershipId} and p.state = 'active' and p.died_on is null
        and (${born?.first ?? null}::date is null or p.born_on between ${born?.first ?? null}::date and ${born?.last ?? null}::date)
        and (${criteria.organisationId}::uuid is null or exists (select 1 from enrolment e where e.partnership_id = p.partnership_id and e.person_id = p.id
          and e.organisation_id = ${criteria.organisationId}::uuid and e.class = ${CLASS_BITS.learning} and e.finished_on is null))
        and (${criteria.lead} = 'any' or (${criteria.lead} = 'some') = exists (select 1 from lead_adviser l
          where l.partnership_id = p.partnership_id and l.person_id = p.id and l.finished_on is null))
        and case ${criteria.activity}
          when 'neet' then exists (select 1 from activity_spell s where s.partnership_id = p.partnership_id and s.person_id = p.id
            and s.finished_on is null and s.is_primary and s.class = ${CLASS_BITS.tracking} and s.code = any(${[...PLAIN_NEET_CODES]}::text[]))
          when 'not-known' then not exists (select 1 from activity_spell s where s.partnership_id = p.partnership_id and s.person_id = p.id
            and s.finished_on is null and s.is_primary and s.class = ${CLASS_BITS.tracking} and s.code <> all(${[...NOT_KNOWN_CODES]}::text[])
            and (s.lapses_on is null or s.lapses_on > ${tx.acting.today}))
          when 'out-of-school' then exists (select 1 from activity_spell s where s.partnership_id = p.partnership_id and s.person_id = p.id
            and s.finished_on is null and s.is_primary and s.class = ${CLASS_BITS.tracking} and s.code = any(${[...OUT_OF_SCHOOL_CODES]}::text[]))
          else true end
        and ${fitsOffers(tx, criteria.offers ?? 'any')}
        and not exists (select 1 from access_barrier b where b.partnership_id = p.partnership_id and b.person_id = p.id and b.kind = 'restricted'
          and b.started_at <= ${tx.acting.at} and (b.ended_at is null or b.ended_at > ${tx.acting.at}))
    )
    select f.id as "personId", f.known_given as given, f.known_family as family, f.born_on as "bornOn" from fits f
    where f.id in (select knowable((select array_agg(id) from fits), ${CLASS_BITS.tracking}))
    order by f.sort_key, f.id limit ${most}`.execute(tx.db)
  return found.rows
}

/** Of a year group of the guarantee worked on, and what stands last is no offer or nothing, or no destination; whoever is in none fits neither. */
function fitsOffers(tx: Tx, offers: ListOffers): RawBuilder<unknown> {
  if (offers === 'any') return sql`true`
  const year = guaranteeYearOn(tx.acting.today)
  const eleven = bornForGroup(year, 11)
  const { first } = offers === 'no-offer' ? bornForGroup(year, 12) : eleven
  const born = sql`p.born_on between ${first}::date and ${eleven.last}::date`
  if (offers === 'no-destination')
    return sql`${born} and not exists (select 1 from intended_destination d where d.partnership_id = p.partnership_id and d.person_id = p.id
      and d.year = ${year} and d.sealed_at is null)`
  const codes = GUARANTEE_CODES.filter(one => one.head === 'none' || one.head === 'not-recorded').map(one => one.code)
  return sql`${born} and coalesce((select g.code from guarantee_status g where g.partnership_id = p.partnership_id and g.person_id = p.id
      and g.year = ${year} and g.sealed_at is null order by g.recorded_at desc, g.id desc limit 1), ${NOT_RECORDED}) = any(${codes}::text[])`
}

/** Members of a list the caller may know, by name. */
export async function listMembers(tx: Tx, listId: GroupId): Promise<Fitting[]> {
  const found = await sql<Fitting>`
    select p.id as "personId", p.known_given as given, p.known_family as family, p.born_on as "bornOn" from access_member m
    join person p on p.partnership_id = m.partnership_id and p.id = m.person_id and p.state = 'active'
    where m.partnership_id = ${tx.acting.partnershipId} and m.group_id = ${listId} and m.ended_at is null
    order by p.sort_key, p.id`.execute(tx.db)
  return found.rows
}

/** Everyone on a list, whoever may know them: for closing it. */
export async function listMemberIds(tx: Tx, listId: GroupId): Promise<PersonId[]> {
  const found = await sql<{ person_id: PersonId }>`
    select person_id from access_member where partnership_id = ${tx.acting.partnershipId} and group_id = ${listId} and ended_at is null`.execute(
    tx.db,
  )
  return found.rows.map(row => row.person_id)
}

/** A list as an officer works on it, as far as they may see: what stands beside each name is theirs to see or empty. */
export async function listRows(tx: Tx, listId: GroupId): Promise<ListRow[]> {
  const found = await sql<ListRow>`
    select p.id as "personId", p.known_given as given, p.known_family as family, p.born_on as "bornOn", p.died_on as "diedOn",
      s.code as "activityCode", s.verified_on as "activityVerifiedOn", s.lapses_on as "activityLapsesOn", c.happened_on as "lastContactOn", t.happened_on as "lastTryOn"
    from access_member m
    join person p on p.partnership_id = m.partnership_id and p.id = m.person_id and p.state = 'active'
    left join lateral (select code, verified_on, lapses_on from activity_spell s where s.partnership_id = m.partnership_id and s.person_id = m.person_id
      and s.finished_on is null and s.is_primary limit 1) s on true
    left join lateral (select happened_on from contact c where c.partnership_id = m.partnership_id and c.person_id = m.person_id and c.state = 'kept'
      and c.kind not in ('tried', 'missed') order by c.happened_on desc, c.id desc limit 1) c on true
    left join lateral (select happened_on from contact c where c.partnership_id = m.partnership_id and c.person_id = m.person_id and c.state = 'kept'
      and c.kind in ('tried', 'missed') order by c.happened_on desc, c.id desc limit 1) t on true
    where m.partnership_id = ${tx.acting.partnershipId} and m.group_id = ${listId} and m.ended_at is null
    order by p.sort_key, p.id`.execute(tx.db)
  return found.rows
}

/**
 * The last day each of these people was reached, and was tried, in the course of tracking. Days only, of contacts whose
 * purpose is tracking and that are not kept close. Asked as the house: tracking officers see no contacts (class sessions),
 * but must not ring somebody whom a colleague has just tried.
 */
export async function listTracked(
  tx: Tx,
  personIds: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, { reachedOn: Day | null; triedOn: Day | null }>> {
  if (personIds.length === 0) return new Map()
  const found = await sql<{ person_id: PersonId; reached_on: Day | null; tried_on: Day | null }>`
    select person_id, max(happened_on) filter (where kind not in ('tried', 'missed')) as reached_on,
      max(happened_on) filter (where kind in ('tried', 'missed')) as tried_on
    from contact where partnership_id = ${tx.acting.partnershipId} and person_id = any(${[...personIds]}::uuid[]) and state = 'kept'
      and purpose = 'tracking' and class = ${CLASS_BITS.sessions}
    group by person_id`.execute(tx.db)
  return new Map(found.rows.map(row => [row.person_id, { reachedOn: row.reached_on, triedOn: row.tried_on }]))
}

type TrackingListRow = Omit<TrackingList, 'criteria'> & {
  activity: ListActivity
  organisation_id: OrganisationId | null
  school_year: number | null
  lead: ListLead
  offers: ListOffers
}

const LIST = sql`l.id, l.name, l.activity, l.organisation_id, l.school_year, l.lead, l.offers, l.made_by as "madeBy", l.made_at as "madeAt",
  l.refreshed_at as "refreshedAt", l.closed_at as "closedAt"`

function listFrom({ activity, organisation_id, school_year, lead, offers, ...row }: TrackingListRow): TrackingList {
  return { ...row, criteria: { activity, organisationId: organisation_id, schoolYear: school_year, lead, offers } }
}

export async function insertList(tx: Tx, name: string, criteria: Criteria): Promise<GroupId> {
  const id = newId<'group'>(tx.acting.at)
  await sql`
    insert into tracking_list (partnership_id, id, name, activity, organisation_id, school_year, lead, offers, made_at, made_by, refreshed_at)
    values (${tx.acting.partnershipId}, ${id}, ${name}, ${criteria.activity}, ${criteria.organisationId}, ${criteria.schoolYear}, ${criteria.lead}, ${criteria.offers ?? 'any'},
      ${tx.acting.at}, ${tx.acting.actorId}, ${tx.acting.at})`.execute(tx.db)
  return id
}

/** Lists that are worked on, by name. */
export async function listLists(tx: Tx): Promise<TrackingList[]> {
  const found = await sql<TrackingListRow>`
    select ${LIST} from tracking_list l where l.partnership_id = ${tx.acting.partnershipId} and l.closed_at is null order by l.name, l.id`.execute(
    tx.db,
  )
  return found.rows.map(listFrom)
}

/** A list that is worked on, or undefined. */
export async function findList(tx: Tx, id: GroupId): Promise<TrackingList | undefined> {
  const found = await sql<TrackingListRow>`
    select ${LIST} from tracking_list l where l.partnership_id = ${tx.acting.partnershipId} and l.id = ${id} and l.closed_at is null`.execute(
    tx.db,
  )
  return found.rows[0] && listFrom(found.rows[0])
}

export async function touchList(tx: Tx, id: GroupId): Promise<void> {
  await sql`
    update tracking_list set refreshed_at = ${tx.acting.at}, version = version + 1
    where partnership_id = ${tx.acting.partnershipId} and id = ${id}`.execute(tx.db)
}

/** Closes a list. Returns how many it was: none when it was closed. */
export async function updateClosed(tx: Tx, id: GroupId): Promise<number> {
  const closed = await sql`
    update tracking_list set closed_at = ${tx.acting.at}, version = version + 1
    where partnership_id = ${tx.acting.partnershipId} and id = ${id} and closed_at is null`.execute(tx.db)
  return Number(closed.numAffectedRows ?? 0)
}

const ASSIGNMENT = sql`a.id as "rowId", a.list_id as "listId", a.account_id as "accountId", a.started_on as "startedOn", a.finished_on as "finishedOn",
  a.grant_id as "grantId"`

/** Gives a list to somebody. Undefined when they have it for any of these days, given at the same instant too. */
export async function insertAssignment(tx: Tx, a: Omit<Assignment, 'rowId'>): Promise<RowId | undefined> {
  const id = newId<'row'>(tx.acting.at)
  const made = await sql`
    insert into tracking_assignment (partnership_id, id, list_id, account_id, started_on, finished_on, grant_id, made_at, made_by)
    values (${tx.acting.partnershipId}, ${id}, ${a.listId}, ${a.accountId}, ${a.startedOn}, ${a.finishedOn}, ${a.grantId}, ${tx.acting.at},
      ${tx.acting.actorId})
    on conflict do nothing returning id`.execute(tx.db)
  return made.rows.length === 0 ? undefined : id
}

/** Who works on a list (or on which lists an account works), today. */
export async function listAssignments(
  tx: Tx,
  of: { listId: GroupId } | { accountId: AccountId },
): Promise<Assignment[]> {
  const which = 'listId' in of ? sql`a.list_id = ${of.listId}` : sql`a.account_id = ${of.accountId}`
  const found = await sql<Assignment>`
    select ${ASSIGNMENT} from tracking_assignment a
    where a.partnership_id = ${tx.acting.partnershipId} and ${which} and a.started_on <= ${tx.acting.today}
      and (a.finished_on is null or a.finished_on > ${tx.acting.today})
    order by a.started_on, a.id`.execute(tx.db)
  return found.rows
}

/** Ends an assignment today. The assignment, or undefined when it was over. */
export async function updateAssignmentEnd(tx: Tx, id: RowId): Promise<Assignment | undefined> {
  const ended = await sql<Assignment>`
    update tracking_assignment a set finished_on = ${tx.acting.today}
    where a.partnership_id = ${tx.acting.partnershipId} and a.id = ${id} and (a.finished_on is null or a.finished_on > ${tx.acting.today})
    returning ${ASSIGNMENT}`.execute(tx.db)
  return ended.rows[0]
}

/** The lists an officer works on today, by name. */
export async function listOwnLists(tx: Tx, accountId: AccountId): Promise<OwnList[]> {
  const found = await sql<OwnList>`
    select l.id, l.name, l.refreshed_at as "refreshedAt", a.finished_on as "finishedOn" from tracking_assignment a
    join tracking_list l on l.partnership_id = a.partnership_id and l.id = a.list_id and l.closed_at is null
    where a.partnership_id = ${tx.acting.partnershipId} and a.account_id = ${accountId} and a.started_on <= ${tx.acting.today}
      and (a.finished_on is null or a.finished_on > ${tx.acting.today})
    order by l.name, l.id`.execute(tx.db)
  return found.rows
}
