import { sql } from 'kysely'
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, newId, type OrganisationId, type RowId } from '#ground/ids.ts'
import type { Deployment, PupilRow } from '../deployment.ts'

const COLUMNS = sql`d.id as "rowId", d.account_id as "accountId", d.organisation_id as "organisationId", d.hours, d.started_on as "startedOn",
  d.finished_on as "finishedOn", d.grant_id as "grantId"`

/** Enters a deployment. Undefined when somebody entered the same for any of its days, at the same instant too. */
export async function insertDeployment(tx: Tx, d: Omit<Deployment, 'rowId'>): Promise<RowId | undefined> {
  const id = newId<'row'>(tx.acting.at)
  const made = await sql`
    insert into deployment (partnership_id, id, account_id, organisation_id, hours, started_on, finished_on, grant_id, made_at, made_by)
    values (${tx.acting.partnershipId}, ${id}, ${d.accountId}, ${d.organisationId}, ${d.hours}, ${d.startedOn}, ${d.finishedOn}, ${d.grantId},
      ${tx.acting.at}, ${tx.acting.actorId})
    on conflict do nothing returning id`.execute(tx.db)
  return made.rows.length === 0 ? undefined : id
}

/** True when somebody is deployed to an organisation on any of these days already. */
export async function isDeployed(
  tx: Tx,
  d: { accountId: AccountId; organisationId: OrganisationId; startedOn: Day; finishedOn: Day | null },
): Promise<boolean> {
  const found = await sql`
    select 1 from deployment where partnership_id = ${tx.acting.partnershipId} and account_id = ${d.accountId}
      and organisation_id = ${d.organisationId} and daterange(started_on, finished_on) && daterange(${d.startedOn}::date, ${d.finishedOn}::date)`.execute(
    tx.db,
  )
  return found.rows.length > 0
}

/** Ends a deployment today; one that is still to come never was. The grant it opened, or undefined when it was over. */
export async function updateDeploymentEnd(tx: Tx, id: RowId): Promise<Deployment | undefined> {
  const ended = await sql<Deployment>`
    update deployment d set finished_on = greatest(${tx.acting.today}::date, started_on)
    where d.partnership_id = ${tx.acting.partnershipId} and d.id = ${id} and (d.finished_on is null or d.finished_on > greatest(${tx.acting.today}::date, d.started_on))
    returning ${COLUMNS}`.execute(tx.db)
  return ended.rows[0]
}

/** One deployment, whether it goes on or is over. */
export async function findDeployment(tx: Tx, id: RowId): Promise<Deployment | undefined> {
  const found = await sql<Deployment>`
    select ${COLUMNS} from deployment d where d.partnership_id = ${tx.acting.partnershipId} and d.id = ${id}`.execute(
    tx.db,
  )
  return found.rows[0]
}

/** Deployments that go on or are to come (of one adviser, when given), by day; one that was taken back before it began is neither. */
export async function listDeployments(tx: Tx, accountId: AccountId | null): Promise<Deployment[]> {
  const found = await sql<Deployment>`
    select ${COLUMNS} from deployment d
    where d.partnership_id = ${tx.acting.partnershipId} and (${accountId}::uuid is null or d.account_id = ${accountId}::uuid)
      and (d.finished_on is null or d.finished_on > greatest(${tx.acting.today}::date, d.started_on))
    order by d.started_on, d.id`.execute(tx.db)
  return found.rows
}

/** What a list of pupils is narrowed to and which page of it is wanted. */
export type PupilsWanted = {
  readonly organisationId: OrganisationId
  /** Folded words, each of which is in the name; none for everybody. */
  readonly words: readonly string[]
  /** `none` for those whom nobody leads, `some` for those who are being helped. */
  readonly lead: '' | 'none' | 'some'
  readonly limit: number
  readonly offset: number
}

/**
 * One page of who is on an organisation's roll today, by name, and how many fit in all. Starts from the roll's index, and
 * row security leaves out whom the caller may not know; what stands beside a name is asked for the page only.
 */
export async function listPupils(tx: Tx, wanted: PupilsWanted): Promise<{ rows: PupilRow[]; fitting: number }> {
  const found = await sql<PupilRow & { fitting: number }>`
    with here as materialized (
      select p.id, p.known_given, p.known_family, p.born_on, p.died_on, p.sort_key, count(*) over ()::int as fitting
      from access_member m
      join person p on p.partnership_id = m.partnership_id and p.id = m.person_id and p.state = 'active'
      where m.partnership_id = ${tx.acting.partnershipId} and m.group_id = ${wanted.organisationId}
        and m.started_at <= ${tx.acting.at} and (m.ended_at is null or m.ended_at > ${tx.acting.at})
        and not exists (select 1 from unnest(${[...wanted.words]}::text[]) w (word) where position(w.word in p.sort_key) = 0)
        and (${wanted.lead} = '' or (${wanted.lead} = 'some') = exists (select 1 from lead_adviser l where l.partnership_id = p.partnership_id and l.person_id = p.id
          and l.finished_on is null))
      order by p.sort_key, p.id limit ${wanted.limit} offset ${wanted.offset}
    )
    select h.id as "personId", h.known_given as given, h.known_family as family, h.born_on as "bornOn", h.died_on as "diedOn", h.fitting,
      l.account_id as "leadId", s.code as "activityCode", s.verified_on as "activityVerifiedOn", s.lapses_on as "activityLapsesOn", c.happened_on as "lastContactOn"
    from here h
    left join lateral (select account_id from lead_adviser l where l.partnership_id = ${tx.acting.partnershipId} and l.person_id = h.id
      and l.finished_on is null limit 1) l on true
    left join lateral (select code, verified_on, lapses_on from activity_spell s where s.partnership_id = ${tx.acting.partnershipId} and s.person_id = h.id
      and s.finished_on is null and s.is_primary limit 1) s on true
    left join lateral (select happened_on from contact c where c.partnership_id = ${tx.acting.partnershipId} and c.person_id = h.id and c.state = 'kept'
      and c.kind not in ('tried', 'missed') order by c.happened_on desc, c.id desc limit 1) c on true
    order by h.sort_key, h.id`.execute(tx.db)
  return {
    rows: found.rows.map(({ fitting: _fitting, ...row }) => row),
    fitting: found.rows[0]?.fitting ?? 0,
  }
}
