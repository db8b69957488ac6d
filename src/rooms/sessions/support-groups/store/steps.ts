import type { Instant } from '#ground/clock.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import { type AccountId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import type { Asked, GroupStep, Member, MemberStep, StepBefore, StepContent, StepEnd } from '../support-group.ts'

const GROUP_COLUMNS = `s.id as "rowId", s.group_id as "groupId", s.what, s.account_id as "accountId", s.due_on as "dueOn", s.state, s.went,
  s.over_on as "overOn", s.version`
const COLUMNS = `${GROUP_COLUMNS}, s.member_id as "memberId", s.person_id as "personId", s.class as "classBit", s.shared_asked_by as "sharedAskedBy",
  s.shared_agreed_on as "sharedAgreedOn", s.shared_ended_on as "sharedEndedOn", s.written_by as "writtenBy", s.changed_by as "changedBy"`

type Seen = { readonly rowId: RowId; readonly version: number }
type GroupStepContent = Omit<StepContent, 'classBit'>

/** What a group does together: one step more, under an id the form brought along. */
export async function insertGroupStep(
  tx: Tx,
  id: RowId,
  groupId: RowId,
  by: AccountId,
  c: GroupStepContent,
): Promise<void> {
  await query(
    tx,
    `insert into support_group_step (partnership_id, id, group_id, what, account_id, due_on, written_by, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    [...[tx.acting.partnershipId, id, groupId, c.what, c.accountId, c.dueOn, by], ...[tx.acting.at, tx.acting.actorId]],
  )
}

export async function findGroupStep(tx: Tx, id: RowId): Promise<GroupStep | undefined> {
  const [row] = await query<GroupStep>(
    tx,
    `select ${GROUP_COLUMNS} from support_group_step s where s.partnership_id = $1 and s.id = $2`,
    [tx.acting.partnershipId, id],
  )
  return row
}

export function listGroupSteps(tx: Tx, groupId: RowId): Promise<GroupStep[]> {
  return query<GroupStep>(
    tx,
    `select ${GROUP_COLUMNS} from support_group_step s where s.partnership_id = $1 and s.group_id = $2 order by s.id desc limit 200`,
    [tx.acting.partnershipId, groupId],
  )
}

/** Changes one that is open, and keeps what it said before. Returns 0 when somebody did in between. */
export async function updateGroupStep(tx: Tx, before: GroupStep, to: GroupStepContent): Promise<number> {
  const rows = await query(
    tx,
    `update support_group_step set what = $4, account_id = $5, due_on = $6, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and state = 'open' returning 1`,
    [tx.acting.partnershipId, before.rowId, before.version, to.what, to.accountId, to.dueOn],
  )
  if (rows.length === 0) return 0
  const { what, accountId, dueOn } = before
  await query(
    tx,
    `insert into support_group_step_version (partnership_id, id, step_id, version, content, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5::jsonb, $6, $7)`,
    [
      ...[tx.acting.partnershipId, newId(tx.acting.at), before.rowId, before.version],
      ...[JSON.stringify({ what, accountId, dueOn }), tx.acting.at, tx.acting.actorId],
    ],
  )
  return 1
}

export async function updateGroupStepEnded(tx: Tx, seen: Seen, end: StepEnd): Promise<number> {
  const rows = await query(
    tx,
    `update support_group_step set state = $4, went = $5, over_on = $6, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and state = 'open' returning 1`,
    [tx.acting.partnershipId, seen.rowId, seen.version, end.state, end.went, tx.acting.today],
  )
  return rows.length
}

/** What a group does for one who belongs to it: under an id the form brought along. Returns how many: none when it was sent before. */
export async function insertStep(
  worker: Tx,
  id: RowId,
  member: Member,
  by: AccountId,
  c: StepContent & { readonly shared: Asked | null },
): Promise<number> {
  const rows = await query(
    worker,
    `insert into support_step (partnership_id, id, person_id, origin_person_id, class, group_id, member_id, what, account_id, due_on, shared_asked_by,
       shared_agreed_on, written_by, changed_by, recorded_at, recorded_by)
     select $1, $2, m.person_id, m.origin_person_id, $4, m.group_id, m.id, $5, $6, $7, $8, $9, $10, $10, $11, $12
     from support_group_member m where m.partnership_id = $1 and m.id = $3 and m.left_on is null and m.sealed_at is null on conflict do nothing returning 1`,
    [
      ...[worker.acting.partnershipId, id, member.rowId, c.classBit, c.what, c.accountId, c.dueOn],
      ...[c.shared?.askedBy ?? null, c.shared?.agreedOn ?? null, by, worker.acting.at, worker.acting.actorId],
    ],
  )
  return rows.length
}

export async function findStep(tx: Tx, id: RowId): Promise<MemberStep | undefined> {
  const [row] = await query<MemberStep>(
    tx,
    `select ${COLUMNS} from support_step s where s.partnership_id = $1 and s.id = $2 and s.sealed_at is null`,
    [tx.acting.partnershipId, id],
  )
  return row
}

/** What groups do for somebody, as far as the caller may read it. */
export function listStepsOn(tx: Tx, personId: PersonId): Promise<MemberStep[]> {
  return query<MemberStep>(
    tx,
    `select ${COLUMNS} from support_step s where s.partnership_id = $1 and s.person_id = $2 and s.sealed_at is null order by s.id desc limit 200`,
    [tx.acting.partnershipId, personId],
  )
}

/** What a group does for each, of what is open and the caller may read. */
export function listOpenOfGroup(tx: Tx, groupId: RowId): Promise<MemberStep[]> {
  return query<MemberStep>(
    tx,
    `select ${COLUMNS} from support_step s where s.partnership_id = $1 and s.group_id = $2 and s.state = 'open' and s.sealed_at is null
     order by s.due_on, s.id limit 500`,
    [tx.acting.partnershipId, groupId],
  )
}

/** What a step said before, the newest first, as far as the caller may read it. */
export function listBefore(tx: Tx, stepId: RowId): Promise<StepBefore[]> {
  return query<StepBefore>(
    tx,
    `select v.step_id as "stepId", v.version, v.what, v.account_id as "accountId", v.due_on as "dueOn"
     from support_step_version v where v.partnership_id = $1 and v.step_id = $2 and v.sealed_at is null order by v.version desc limit 50`,
    [tx.acting.partnershipId, stepId],
  )
}

/** Changes one that is open, and keeps what it said before. Returns 0 when somebody did in between. As the house. */
export async function updateStep(
  worker: Tx,
  before: MemberStep,
  by: AccountId,
  to: StepContent & { readonly keepsAgreement: boolean },
): Promise<number> {
  const rows = await query(
    worker,
    `update support_step set what = $4, account_id = $5, due_on = $6, class = $7, changed_by = $8, version = version + 1,
       shared_asked_by = case when $9 then shared_asked_by end, shared_agreed_on = case when $9 then shared_agreed_on end,
       shared_ended_on = case when $9 then shared_ended_on end
     where partnership_id = $1 and id = $2 and version = $3 and state = 'open' and sealed_at is null returning 1`,
    [
      ...[worker.acting.partnershipId, before.rowId, before.version, to.what, to.accountId, to.dueOn, to.classBit],
      ...[by, to.keepsAgreement],
    ],
  )
  if (rows.length === 0) return 0
  await query(
    worker,
    `insert into support_step_version (partnership_id, id, person_id, origin_person_id, class, step_id, version, what, account_id, due_on, shared_agreed_on,
       recorded_at, recorded_by)
     select $1, $2, s.person_id, s.origin_person_id, $4, s.id, $5, $6, $7, $8, $9, $10, $11 from support_step s where s.partnership_id = $1 and s.id = $3`,
    [
      ...[worker.acting.partnershipId, newId(worker.acting.at), before.rowId, before.classBit, before.version],
      ...[before.what, before.accountId, before.dueOn, before.sharedAgreedOn, worker.acting.at, before.changedBy],
    ],
  )
  return 1
}

/** How one went. Words of how it went were agreed to by nobody: with them their agreement is over. As the house. */
export async function updateStepEnded(worker: Tx, seen: Seen, by: AccountId, end: StepEnd): Promise<number> {
  const rows = await query(
    worker,
    `update support_step set state = $4, went = $5, over_on = $6, version = version + 1,
       changed_by = case when $5 = '' then changed_by else $7 end,
       shared_ended_on = case when $5 <> '' and shared_agreed_on is not null and shared_ended_on is null then $6 else shared_ended_on end
     where partnership_id = $1 and id = $2 and version = $3 and state = 'open' and sealed_at is null returning 1`,
    [...[worker.acting.partnershipId, seen.rowId, seen.version, end.state, end.went, worker.acting.today], by],
  )
  return rows.length
}

/** That they agree to this step being read by everybody who runs the group. As the house. */
export async function updateShared(worker: Tx, seen: Seen, asked: Asked): Promise<number> {
  const rows = await query(
    worker,
    `update support_step set shared_asked_by = $4, shared_agreed_on = $5, shared_ended_on = null, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and class not in (64, 4096) and sealed_at is null returning 1`,
    [worker.acting.partnershipId, seen.rowId, seen.version, asked.askedBy, asked.agreedOn],
  )
  return rows.length
}

/**
 * That they took it back: it is apart again. As the house.
 * @param next who does it from now on where it is open, or why it is not going to be done
 */
export async function updateSharedEnded(
  worker: Tx,
  id: RowId,
  next: { readonly doer: AccountId } | { readonly went: string },
): Promise<number> {
  const [doer, went] = 'doer' in next ? [next.doer, null] : [null, next.went]
  const rows = await query(
    worker,
    `update support_step set shared_ended_on = $3, version = version + 1,
       account_id = case when state = 'open' then coalesce($4::uuid, account_id) else account_id end,
       went = case when state = 'open' then coalesce($5::text, went) else went end,
       over_on = case when state = 'open' and $5::text is not null then $3 else over_on end,
       state = case when state = 'open' and $5::text is not null then 'dropped' else state end
     where partnership_id = $1 and id = $2 and shared_agreed_on is not null and shared_ended_on is null and sealed_at is null returning 1`,
    [worker.acting.partnershipId, id, worker.acting.today, doer, went],
  )
  return rows.length
}

/** What is open is not going to be: the group has ended, or they have left it. As the house. */
export async function updateAllDropped(
  worker: Tx,
  of: { readonly groupId: RowId } | { readonly memberId: RowId },
  went: string,
): Promise<void> {
  const isGroup = 'groupId' in of
  const id = isGroup ? of.groupId : of.memberId
  const those = [worker.acting.partnershipId, id, worker.acting.today, went]
  await query(
    worker,
    `update support_step set state = 'dropped', went = $4, over_on = $3, version = version + 1
     where partnership_id = $1 and ${isGroup ? 'group_id' : 'member_id'} = $2 and state = 'open' and sealed_at is null`,
    those,
  )
  if (isGroup)
    await query(
      worker,
      `update support_group_step set state = 'dropped', went = $4, over_on = $3, version = version + 1
       where partnership_id = $1 and group_id = $2 and state = 'open'`,
      those,
    )
}

/** Takes a step off with what it said before. As the house. */
export async function updateStepSealed(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  const these = [worker.acting.partnershipId, id, worker.acting.at]
  const rows = await query(
    worker,
    `update support_step set sealed_at = $3 where partnership_id = $1 and id = $2 and person_id = $4 and sealed_at is null returning 1`,
    [...these, personId],
  )
  await query(
    worker,
    `update support_step_version set sealed_at = $3 where partnership_id = $1 and step_id = $2 and sealed_at is null`,
    these,
  )
  return rows.length
}

/** Who wrote a step down, and when. */
export async function findStepFiling(tx: Tx, id: RowId): Promise<{ at: Instant; by: string | null } | undefined> {
  const [row] = await query<{ at: Instant; by: string | null }>(
    tx,
    `select recorded_at as at, recorded_by as by from support_step where partnership_id = $1 and id = $2`,
    [tx.acting.partnershipId, id],
  )
  return row
}
