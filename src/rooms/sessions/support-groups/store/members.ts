import type { Instant } from '#ground/clock.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, type GrantId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import type { Asked, Belonging, LeftReason, Member, NamedMember, SupportGroup } from '../support-group.ts'

const COLUMNS = `m.id as "rowId", m.group_id as "groupId", m.person_id as "personId", m.class as "classBit", m.joined_on as "joinedOn",
  m.asked_by as "askedBy", m.agreed_on as "agreedOn", m.known_asked_by as "knownAskedBy", m.known_agreed_on as "knownAgreedOn",
  m.known_ended_on as "knownEndedOn", m.left_on as "leftOn", m.left_reason as "leftReason", m.left_words as "leftWords", m.version`

/** Writes down that somebody belongs to a group, under an id the form brought along. Returns how many: none when it was sent before. */
export async function insertMember(
  worker: Tx,
  of: {
    readonly id: RowId
    readonly groupId: RowId
    readonly personId: PersonId
    readonly classBit: number
    readonly joinedOn: Day
    readonly asked: Asked
    readonly known: Asked | null
  },
): Promise<number> {
  const rows = await query(
    worker,
    `insert into support_group_member (partnership_id, id, person_id, origin_person_id, class, group_id, joined_on, asked_by, agreed_on, known_asked_by,
       known_agreed_on, recorded_at, recorded_by)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing returning 1`,
    [
      ...[worker.acting.partnershipId, of.id, of.personId, of.classBit, of.groupId, of.joinedOn],
      ...[of.asked.askedBy, of.asked.agreedOn, of.known?.askedBy ?? null, of.known?.agreedOn ?? null],
      ...[worker.acting.at, worker.acting.actorId],
    ],
  )
  return rows.length
}

/** One membership, as far as the caller may know of it. */
export async function findMember(tx: Tx, id: RowId): Promise<Member | undefined> {
  const [row] = await query<Member>(
    tx,
    `select ${COLUMNS} from support_group_member m where m.partnership_id = $1 and m.id = $2 and m.sealed_at is null`,
    [tx.acting.partnershipId, id],
  )
  return row
}

/** Who belongs to a group, and did, by name: of those the caller may know; nobody who has died. */
export function listMembers(tx: Tx, groupId: RowId): Promise<NamedMember[]> {
  return query<NamedMember>(
    tx,
    `select ${COLUMNS}, p.known_given as given, p.known_family as family
     from support_group_member m
     join person p on p.partnership_id = m.partnership_id and p.id = m.person_id and p.state = 'active' and p.died_on is null
     where m.partnership_id = $1 and m.group_id = $2 and m.sealed_at is null
     order by m.left_on is not null, p.sort_key, m.id limit 500`,
    [tx.acting.partnershipId, groupId],
  )
}

/** Who belongs to a group now: all of them, or those everybody who runs it knows. As the house. */
export function listThere(
  worker: Tx,
  groupId: RowId,
  wanted: 'known' | 'all',
): Promise<{ readonly rowId: RowId; readonly personId: PersonId }[]> {
  return query(
    worker,
    `select m.id as "rowId", m.person_id as "personId" from support_group_member m
     where m.partnership_id = $1 and m.group_id = $2 and m.left_on is null and m.sealed_at is null
       ${wanted === 'known' ? 'and m.class <> 4096 and m.known_agreed_on is not null and m.known_ended_on is null' : ''}
     order by m.id`,
    [worker.acting.partnershipId, groupId],
  )
}

/** Groups somebody belongs to and did, the newest first, as far as the caller may know. */
export async function listBelongings(tx: Tx, personId: PersonId): Promise<Belonging[]> {
  const rows = await query<Member & Omit<SupportGroup, 'rowId' | 'version'>>(
    tx,
    `select ${COLUMNS}, g.name, g.purpose, g.meets, g.discloses, g.ended_on as "endedOn", g.ended_why as "endedWhy"
     from support_group_member m join support_group g on g.partnership_id = m.partnership_id and g.id = m.group_id
     where m.partnership_id = $1 and m.person_id = $2 and m.sealed_at is null
     order by m.left_on is not null, m.joined_on desc, m.id desc limit 50`,
    [tx.acting.partnershipId, personId],
  )
  return rows.map(({ name, purpose, meets, discloses, endedOn, endedWhy, ...member }) => ({
    ...member,
    group: { rowId: member.groupId, name, purpose, meets, discloses, endedOn, endedWhy, version: 0 },
  }))
}

type Seen = { readonly rowId: RowId; readonly version: number }

/** That somebody leaves. Returns 0 when it was changed since it was seen. */
export async function updateLeft(
  worker: Tx,
  seen: Seen,
  left: { readonly on: Day; readonly reason: LeftReason; readonly words: string },
): Promise<number> {
  const rows = await query(
    worker,
    `update support_group_member set left_on = $4, left_reason = $5, left_words = $6, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and left_on is null and sealed_at is null returning 1`,
    [worker.acting.partnershipId, seen.rowId, seen.version, left.on, left.reason, left.words],
  )
  return rows.length
}

/** That a group has ended: whoever belonged to it does no more. As the house. */
export async function updateAllLeft(worker: Tx, groupId: RowId, on: Day): Promise<void> {
  await query(
    worker,
    `update support_group_member set left_on = greatest(joined_on, $3::date), left_reason = 'group-ended', version = version + 1
     where partnership_id = $1 and group_id = $2 and left_on is null and sealed_at is null`,
    [worker.acting.partnershipId, groupId, on],
  )
}

/** That they agree that everybody who runs it knows who they are. */
export async function updateKnown(worker: Tx, seen: Seen, asked: Asked): Promise<number> {
  const rows = await query(
    worker,
    `update support_group_member set known_asked_by = $4, known_agreed_on = $5, known_ended_on = null, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and left_on is null and class <> 4096 and sealed_at is null returning 1`,
    [worker.acting.partnershipId, seen.rowId, seen.version, asked.askedBy, asked.agreedOn],
  )
  return rows.length
}

/** That they took that back. */
export async function updateKnownEnded(worker: Tx, id: RowId): Promise<number> {
  const rows = await query(
    worker,
    `update support_group_member set known_ended_on = $3, version = version + 1
     where partnership_id = $1 and id = $2 and known_agreed_on is not null and known_ended_on is null and sealed_at is null returning 1`,
    [worker.acting.partnershipId, id, worker.acting.today],
  )
  return rows.length
}

/** The class of it that somebody belongs to a group, once its name tells something else. As the house. */
export async function updateMemberClasses(worker: Tx, groupId: RowId, classBit: number): Promise<void> {
  const these = [worker.acting.partnershipId, groupId, classBit]
  await query(
    worker,
    `update support_group_member set class = $3 where partnership_id = $1 and group_id = $2 and class <> 4096`,
    these,
  )
  await query(
    worker,
    `update support_group_right r set class = m.class from support_group_member m
     where r.partnership_id = $1 and m.partnership_id = $1 and m.id = r.member_id and m.group_id = $2`,
    these.slice(0, 2),
  )
}

/** Takes a membership off with what was done for them there. As the house. Returns how many: one, or none when it was before. */
export async function updateMemberSealed(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  const these = [worker.acting.partnershipId, id, worker.acting.at]
  const rows = await query(
    worker,
    `update support_group_member set sealed_at = $3 where partnership_id = $1 and id = $2 and person_id = $4 and sealed_at is null returning 1`,
    [...these, personId],
  )
  if (rows.length === 0) return 0
  await query(
    worker,
    `update support_step_version v set sealed_at = $3 from support_step s
     where v.partnership_id = $1 and s.partnership_id = $1 and s.id = v.step_id and s.member_id = $2 and v.sealed_at is null`,
    these,
  )
  await query(
    worker,
    `update support_step set sealed_at = $3 where partnership_id = $1 and member_id = $2 and sealed_at is null`,
    these,
  )
  return rows.length
}

/** Who wrote a membership down, and when. */
export async function findMemberFiling(tx: Tx, id: RowId): Promise<{ at: Instant; by: string | null } | undefined> {
  const [row] = await query<{ at: Instant; by: string | null }>(
    tx,
    `select recorded_at as at, recorded_by as by from support_group_member where partnership_id = $1 and id = $2`,
    [tx.acting.partnershipId, id],
  )
  return row
}

export type Reason = {
  readonly memberId: RowId
  readonly personId: PersonId
  readonly originPersonId: PersonId
  readonly classBit: number
  readonly accountId: AccountId
}

/** Which rights there should be by agreement in a group: each who runs it over each who agreed to be known, while both are there. As the house. */
export function listReasons(worker: Tx, groupId: RowId): Promise<Reason[]> {
  return query<Reason>(
    worker,
    `select m.id as "memberId", m.person_id as "personId", m.origin_person_id as "originPersonId", m.class as "classBit", r.account_id as "accountId"
     from support_group_member m
     join support_group g on g.partnership_id = m.partnership_id and g.id = m.group_id and g.ended_on is null
     join support_group_runner r on r.partnership_id = m.partnership_id and r.group_id = m.group_id and r.ended_at is null
     where m.partnership_id = $1 and m.group_id = $2 and m.left_on is null and m.sealed_at is null and m.class <> 4096
       and m.known_agreed_on is not null and m.known_ended_on is null
     order by m.id, r.account_id`,
    [worker.acting.partnershipId, groupId],
  )
}

export type Right = {
  readonly rowId: RowId
  readonly memberId: RowId
  readonly personId: PersonId
  readonly accountId: AccountId
  readonly grantId: GrantId
}

/** Which there are. As the house. */
export function listRights(worker: Tx, groupId: RowId): Promise<Right[]> {
  return query<Right>(
    worker,
    `select r.id as "rowId", r.member_id as "memberId", r.person_id as "personId", r.account_id as "accountId", r.grant_id as "grantId"
     from support_group_right r join support_group_member m on m.partnership_id = r.partnership_id and m.id = r.member_id
     where r.partnership_id = $1 and m.group_id = $2 and r.ended_at is null`,
    [worker.acting.partnershipId, groupId],
  )
}

export async function insertRight(worker: Tx, reason: Reason, grantId: GrantId): Promise<void> {
  await query(
    worker,
    `insert into support_group_right (partnership_id, id, person_id, origin_person_id, class, member_id, account_id, grant_id, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[worker.acting.partnershipId, newId(worker.acting.at), reason.personId, reason.originPersonId],
      ...[reason.classBit, reason.memberId, reason.accountId, grantId, worker.acting.at],
    ],
  )
}

export async function updateRightEnded(worker: Tx, id: RowId): Promise<void> {
  await query(worker, `update support_group_right set ended_at = $3 where partnership_id = $1 and id = $2`, [
    ...[worker.acting.partnershipId, id, worker.acting.at],
  ])
}

/** Grants by agreement about somebody that the caller may be told of: they see that there is a group, of the class its name gives it (K6). */
export async function listGrantsTold(tx: Tx, personId: PersonId): Promise<ReadonlySet<GrantId>> {
  const rows = await query<{ id: GrantId }>(
    tx,
    `select grant_id as id from support_group_right where partnership_id = $1 and person_id = $2 and ended_at is null`,
    [tx.acting.partnershipId, personId],
  )
  return new Set(rows.map(row => row.id))
}
