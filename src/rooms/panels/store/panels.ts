import { query, type Tx } from '#ground/database/tx.ts'
import type { AccountId, OrganisationId, RowId } from '#ground/ids.ts'
import type { Member, Panel, PanelContent } from '../panel.ts'

const COLUMNS = `p.id as "rowId", p.kind, p.title, p.discloses, p.purpose, p.basis, p.law, p.condition, p.allows, p.chair_id as "chairId", p.ended_on as "endedOn",
  p.version`

export async function findPanel(tx: Tx, id: RowId): Promise<Panel | undefined> {
  const [row] = await query<Panel>(tx, `select ${COLUMNS} from panel p where p.partnership_id = $1 and p.id = $2`, [
    tx.acting.partnershipId,
    id,
  ])
  return row
}

/** Panels an account chairs or attends; all of them where it oversees. Those that ended come last. */
export function listPanels(tx: Tx, accountId: AccountId, all: boolean): Promise<Panel[]> {
  return query<Panel>(
    tx,
    `select ${COLUMNS} from panel p where p.partnership_id = $1 and ($3 or p.chair_id = $2 or exists (select 1 from panel_member m
       where m.partnership_id = p.partnership_id and m.panel_id = p.id and m.account_id = $2 and m.ended_at is null
         and m.organisation_id = any($4::uuid[])))
     order by p.ended_on is not null, p.title, p.id limit 300`,
    [tx.acting.partnershipId, accountId, all, [...tx.acting.holders]],
  )
}

/** Writes it down under the id its form brought along. Returns how many: none when it stands. */
export async function insertPanel(tx: Tx, id: RowId, chairId: AccountId, p: PanelContent): Promise<number> {
  const rows = await query(
    tx,
    `insert into panel (partnership_id, id, kind, title, discloses, purpose, basis, law, condition, allows, chair_id, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing returning 1`,
    [
      ...[tx.acting.partnershipId, id, p.kind, p.title, p.discloses, p.purpose, p.basis, p.law, p.condition, p.allows],
      ...[chairId, tx.acting.at, tx.acting.actorId],
    ],
  )
  return rows.length
}

/** Changes one that was seen in a version. Returns 0 when it was changed meanwhile. */
export async function updatePanel(tx: Tx, before: Pick<Panel, 'rowId' | 'version'>, p: PanelContent): Promise<number> {
  const rows = await query(
    tx,
    `update panel set kind = $4, title = $5, discloses = $6, purpose = $7, basis = $8, law = $9, condition = $10, allows = $11, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and ended_on is null returning 1`,
    [
      ...[tx.acting.partnershipId, before.rowId, before.version, p.kind, p.title, p.discloses, p.purpose, p.basis],
      ...[p.law, p.condition, p.allows],
    ],
  )
  return rows.length
}

export async function updateChair(
  tx: Tx,
  before: Pick<Panel, 'rowId' | 'version'>,
  chairId: AccountId | null,
): Promise<number> {
  const rows = await query(
    tx,
    `update panel set chair_id = $4, version = version + 1 where partnership_id = $1 and id = $2 and version = $3 returning 1`,
    [tx.acting.partnershipId, before.rowId, before.version, chairId],
  )
  return rows.length
}

export async function updateEnded(tx: Tx, before: Pick<Panel, 'rowId' | 'version'>): Promise<number> {
  const rows = await query(
    tx,
    `update panel set ended_on = $4, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and ended_on is null returning 1`,
    [tx.acting.partnershipId, before.rowId, before.version, tx.acting.today],
  )
  return rows.length
}

/** What was brought, and what was agreed, gets the class the name of the panel gives it now (K6). As the house. */
export async function updateClasses(worker: Tx, panelId: RowId, classBit: number): Promise<void> {
  for (const table of ['panel_item', 'panel_action'])
    await query(worker, `update ${table} set class = $3 where partnership_id = $1 and panel_id = $2 and class <> $3`, [
      worker.acting.partnershipId,
      panelId,
      classBit,
    ])
}

export function listMembers(tx: Tx, panelId: RowId): Promise<Member[]> {
  return query<Member>(
    tx,
    `select m.account_id as "accountId", m.organisation_id as "organisationId", m.classes from panel_member m
     where m.partnership_id = $1 and m.panel_id = $2 and m.ended_at is null order by m.account_id`,
    [tx.acting.partnershipId, panelId],
  )
}

/** Puts somebody in, or in again, or says anew what they read. */
export async function putMember(tx: Tx, panelId: RowId, m: Member): Promise<void> {
  await query(
    tx,
    `insert into panel_member (partnership_id, panel_id, account_id, organisation_id, classes) values ($1, $2, $3, $4, $5)
     on conflict (partnership_id, panel_id, account_id) do update set organisation_id = excluded.organisation_id, classes = excluded.classes, ended_at = null`,
    [tx.acting.partnershipId, panelId, m.accountId, m.organisationId, m.classes],
  )
}

export async function endMember(tx: Tx, panelId: RowId, accountId: AccountId): Promise<number> {
  const rows = await query(
    tx,
    `update panel_member set ended_at = $4 where partnership_id = $1 and panel_id = $2 and account_id = $3 and ended_at is null returning 1`,
    [tx.acting.partnershipId, panelId, accountId, tx.acting.at],
  )
  return rows.length
}

/** Nobody reads more than the purpose needs, also once it needs less. */
export async function narrowMembers(tx: Tx, panelId: RowId, allows: number): Promise<void> {
  await query(
    tx,
    `update panel_member set classes = classes & $3::integer where partnership_id = $1 and panel_id = $2 and classes & ~$3::integer <> 0`,
    [tx.acting.partnershipId, panelId, allows],
  )
}

/** Panels an account has a part in, whatever it acts for: for when it leaves. As the house. */
export function listPartsOf(
  worker: Tx,
  accountId: AccountId,
): Promise<{ panelId: RowId; organisationId: OrganisationId | null; isChair: boolean }[]> {
  return query(
    worker,
    `select p.id as "panelId", m.organisation_id as "organisationId", p.chair_id is not distinct from $2 as "isChair" from panel p
     left join panel_member m on m.partnership_id = p.partnership_id and m.panel_id = p.id and m.account_id = $2 and m.ended_at is null
     where p.partnership_id = $1 and (p.chair_id = $2 or m.account_id is not null)`,
    [worker.acting.partnershipId, accountId],
  )
}
