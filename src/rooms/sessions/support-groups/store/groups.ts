import { hold } from '#ground/database/hold.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, newId, type OrganisationId, type RowId } from '#ground/ids.ts'
import type { GroupContent, Runner, SupportGroup } from '../support-group.ts'

const COLUMNS = `g.id as "rowId", g.name, g.purpose, g.meets, g.discloses, g.ended_on as "endedOn", g.ended_why as "endedWhy", g.version`

/** To the end of the transaction nobody else changes who runs this group or belongs to it. */
export async function holdGroup(tx: Tx, id: RowId): Promise<void> {
  await hold(tx, 'support-group', id)
}

/** Writes a group down under an id the form brought along. As the house. Returns how many: none when it was sent before. */
export async function insertGroup(worker: Tx, id: RowId, c: GroupContent): Promise<number> {
  const rows = await query(
    worker,
    `insert into support_group (partnership_id, id, name, purpose, meets, discloses, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning 1`,
    [
      ...[worker.acting.partnershipId, id, c.name, c.purpose, c.meets, c.discloses],
      ...[worker.acting.at, worker.acting.actorId],
    ],
  )
  return rows.length
}

/** A group the caller runs, or of which they may see that somebody belongs to it. */
export async function findGroup(tx: Tx, id: RowId): Promise<SupportGroup | undefined> {
  const [row] = await query<SupportGroup>(
    tx,
    `select ${COLUMNS} from support_group g where g.partnership_id = $1 and g.id = $2`,
    [tx.acting.partnershipId, id],
  )
  return row
}

/** Groups some colleagues run: those that go on first, by name. */
export function listGroupsOf(
  tx: Tx,
  accountIds: readonly AccountId[],
  offset = 0,
  limit = 1000,
): Promise<SupportGroup[]> {
  return query<SupportGroup>(
    tx,
    `select ${COLUMNS} from support_group g
     where g.partnership_id = $1 and g.id in (select r.group_id from support_group_runner r where r.partnership_id = $1
       and r.account_id = any($2::uuid[]) and r.ended_at is null)
     order by g.ended_on is not null, g.ended_on desc, g.name, g.id offset $3 limit $4`,
    [tx.acting.partnershipId, [...accountIds], offset, limit],
  )
}

/** Groups that go on and that none of some colleagues runs. As the house. */
export function listUnrun(worker: Tx, here: readonly AccountId[]): Promise<SupportGroup[]> {
  return query<SupportGroup>(
    worker,
    `select ${COLUMNS} from support_group g
     where g.partnership_id = $1 and g.ended_on is null and not exists (select 1 from support_group_runner r
       where r.partnership_id = $1 and r.group_id = g.id and r.ended_at is null and r.account_id = any($2::uuid[]))
     order by g.name, g.id limit 200`,
    [worker.acting.partnershipId, [...here]],
  )
}

/** Changes a group seen in a version; what it said before is kept with the reason. Returns 0 when somebody did in between. */
export async function updateGroup(tx: Tx, before: SupportGroup, to: GroupContent, why: string): Promise<number> {
  const rows = await query(
    tx,
    `update support_group set name = $4, purpose = $5, meets = $6, discloses = $7, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and ended_on is null returning 1`,
    [tx.acting.partnershipId, before.rowId, before.version, to.name, to.purpose, to.meets, to.discloses],
  )
  if (rows.length === 0) return 0
  const { name, purpose, meets, discloses } = before
  await query(
    tx,
    `insert into support_group_version (partnership_id, id, group_id, version, content, why, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5::jsonb, $6, $7, $8)`,
    [
      ...[tx.acting.partnershipId, newId(tx.acting.at), before.rowId, before.version],
      ...[JSON.stringify({ name, purpose, meets, discloses }), why, tx.acting.at, tx.acting.actorId],
    ],
  )
  return 1
}

/** Ends a group seen in a version. Returns 0 when somebody changed or ended it in between. */
export async function updateGroupEnded(
  tx: Tx,
  seen: Pick<SupportGroup, 'rowId' | 'version'>,
  end: { readonly on: Day; readonly why: string },
): Promise<number> {
  const rows = await query(
    tx,
    `update support_group set ended_on = $4, ended_why = $5, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and ended_on is null returning 1`,
    [tx.acting.partnershipId, seen.rowId, seen.version, end.on, end.why],
  )
  return rows.length
}

/** Who runs some groups, in the order they came. */
export function listRunnersOf(tx: Tx, groupIds: readonly RowId[]): Promise<Runner[]> {
  return query<Runner>(
    tx,
    `select r.id as "rowId", r.group_id as "groupId", r.account_id as "accountId", r.there_for as "thereFor"
     from support_group_runner r where r.partnership_id = $1 and r.group_id = any($2::uuid[]) and r.ended_at is null
     order by r.started_at, r.id`,
    [tx.acting.partnershipId, [...groupIds]],
  )
}

/** Names somebody as running a group for an agency; who does already stays. Returns how many are new. */
export async function insertRunner(
  tx: Tx,
  groupId: RowId,
  one: {
    readonly accountId: AccountId
    readonly organisationId: OrganisationId | null
    readonly thereFor: string
  },
): Promise<number> {
  const rows = await query(
    tx,
    `insert into support_group_runner (partnership_id, id, group_id, account_id, organisation_id, there_for, started_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (partnership_id, group_id, account_id) where ended_at is null do nothing returning 1`,
    [
      ...[tx.acting.partnershipId, newId(tx.acting.at), groupId, one.accountId, one.organisationId, one.thereFor],
      ...[tx.acting.at, tx.acting.actorId],
    ],
  )
  return rows.length
}

export type RunsFor = {
  readonly rowId: RowId
  readonly groupId: RowId
  readonly accountId: AccountId
  /** Null where nobody knows for which. */
  readonly organisationId: OrganisationId | null
}

/** Which groups an account runs, or anybody for an agency: also those that have ended. As the house. */
export function listRunBy(
  worker: Tx,
  of: { readonly accountId: AccountId } | { readonly organisationId: OrganisationId },
): Promise<RunsFor[]> {
  const [column, id] = 'accountId' in of ? ['account_id', of.accountId] : ['organisation_id', of.organisationId]
  return query<RunsFor>(
    worker,
    `select r.id as "rowId", r.group_id as "groupId", r.account_id as "accountId", r.organisation_id as "organisationId"
     from support_group_runner r where r.partnership_id = $1 and r.${column} = $2 and r.ended_at is null order by r.group_id, r.id`,
    [worker.acting.partnershipId, id],
  )
}

/** Takes somebody off. Returns 0 when they were off already. */
export async function updateRunnerOff(tx: Tx, groupId: RowId, runnerId: RowId): Promise<number> {
  const rows = await query(
    tx,
    `update support_group_runner set ended_at = $4 where partnership_id = $1 and group_id = $2 and id = $3 and ended_at is null returning 1`,
    [tx.acting.partnershipId, groupId, runnerId, tx.acting.at],
  )
  return rows.length
}

/** Notes that a session is one of the days of a group. */
export async function updateSessionGroup(tx: Tx, sessionId: RowId, groupId: RowId): Promise<void> {
  await query(
    tx,
    `update group_session set support_group_id = $3 where partnership_id = $1 and id = $2 and support_group_id is null`,
    [tx.acting.partnershipId, sessionId, groupId],
  )
}

/** The group a session is a day of, where the caller may know of both. */
export async function findGroupOfSession(tx: Tx, sessionId: RowId): Promise<SupportGroup | undefined> {
  const [row] = await query<SupportGroup>(
    tx,
    `select ${COLUMNS} from group_session s join support_group g on g.partnership_id = s.partnership_id and g.id = s.support_group_id
     where s.partnership_id = $1 and s.id = $2`,
    [tx.acting.partnershipId, sessionId],
  )
  return row
}

export type SessionDay = {
  readonly rowId: RowId
  readonly title: string
  readonly happenedOn: Day
  readonly state: 'planned' | 'held' | 'called-off'
}

/** Days of a group, the newest first, of those the caller may know. */
export function listDaysOf(tx: Tx, groupId: RowId): Promise<SessionDay[]> {
  return query<SessionDay>(
    tx,
    `select s.id as "rowId", s.title, s.happened_on as "happenedOn", s.state from group_session s
     where s.partnership_id = $1 and s.support_group_id = $2 order by s.happened_on desc, s.id desc limit 50`,
    [tx.acting.partnershipId, groupId],
  )
}
