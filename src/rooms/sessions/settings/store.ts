import { query, type Tx } from '#ground/database/tx.ts'
import { type AccountId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import { classOfSetting } from './rules.ts'
import type { PaperSheet, Setting, SettingOf } from './setting.ts'

/** The setting that was said last, as far as the caller may see it; null where none was. */
export async function findSetting(tx: Tx, of: SettingOf): Promise<Setting | null> {
  const [column, id] = 'contactId' in of ? ['contact_id', of.contactId] : ['appointment_id', of.appointmentId]
  const [row] = await query<{ setting: Setting | null }>(
    tx,
    `select setting from meeting_setting where partnership_id = $1 and ${column} = $2 and sealed_at is null
     order by recorded_at desc, class desc limit 1`,
    [tx.acting.partnershipId, id],
  )
  return row?.setting ?? null
}

export async function insertSetting(tx: Tx, personId: PersonId, of: SettingOf, setting: Setting | null): Promise<void> {
  const [appointmentId, contactId] = 'contactId' in of ? [null, of.contactId] : [of.appointmentId, null]
  await query(
    tx,
    `insert into meeting_setting (partnership_id, id, person_id, origin_person_id, class, appointment_id, contact_id, setting, recorded_at, recorded_by)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[tx.acting.partnershipId, newId(tx.acting.at), personId, classOfSetting(setting), appointmentId, contactId],
      ...[setting, tx.acting.at, tx.acting.actorId],
    ],
  )
}

/** What was said of a contact's setting is said of its copy too: as close, at the same moments, by the same people. As the house. */
export async function copySettings(worker: Tx, fromContactId: RowId, toContactId: RowId): Promise<void> {
  const { partnershipId, at } = worker.acting
  const said = await query<{ id: RowId }>(
    worker,
    'select id from meeting_setting where partnership_id = $1 and contact_id = $2 and sealed_at is null order by recorded_at, class',
    [partnershipId, fromContactId],
  )
  await query(
    worker,
    `insert into meeting_setting (partnership_id, id, person_id, origin_person_id, class, contact_id, setting, recorded_at, recorded_by)
     select $1, n.id, c.person_id, c.origin_person_id, s.class, c.id, s.setting, s.recorded_at, s.recorded_by
     from unnest($2::uuid[], $3::uuid[]) as n(said, id)
     join meeting_setting s on s.partnership_id = $1 and s.id = n.said
     join contact c on c.partnership_id = $1 and c.id = $4`,
    [partnershipId, said.map(one => one.id), said.map(() => newId<'row'>(at)), toContactId],
  )
}

const SHEET = `s.id as "rowId", s.person_id as "personId", s.appointment_id as "appointmentId", s.account_id as "accountId", s.aim, s.questions, s.state,
  s.contact_id as "contactId", s.destroyed_on as "destroyedOn", s.version`

export async function insertSheet(
  tx: Tx,
  sheet: Pick<PaperSheet, 'personId' | 'appointmentId' | 'accountId' | 'aim' | 'questions'>,
  setting: Setting,
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into paper_sheet (partnership_id, id, person_id, origin_person_id, class, appointment_id, account_id, aim, questions, recorded_at, recorded_by)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[tx.acting.partnershipId, id, sheet.personId, classOfSetting(setting), sheet.appointmentId, sheet.accountId],
      ...[sheet.aim, sheet.questions, tx.acting.at, tx.acting.actorId],
    ],
  )
  return id
}

async function oneSheet(tx: Tx, where: string, id: string): Promise<PaperSheet | undefined> {
  const [row] = await query<PaperSheet>(
    tx,
    `select ${SHEET} from paper_sheet s where s.partnership_id = $1 and ${where} and s.sealed_at is null order by s.recorded_at desc limit 1`,
    [tx.acting.partnershipId, id],
  )
  return row
}

export function findSheet(tx: Tx, id: RowId): Promise<PaperSheet | undefined> {
  return oneSheet(tx, 's.id = $2', id)
}

/** The sheet of a meeting that is about still: printed, or typed in and not destroyed. */
export function findSheetAbout(tx: Tx, appointmentId: RowId): Promise<PaperSheet | undefined> {
  return oneSheet(tx, `s.state <> 'destroyed' and s.appointment_id = $2`, appointmentId)
}

/** The sheet a contact was typed in from. */
export function findSheetOf(tx: Tx, contactId: RowId): Promise<PaperSheet | undefined> {
  return oneSheet(tx, 's.contact_id = $2', contactId)
}

export type SheetAbout = PaperSheet & { readonly given: string; readonly family: string }

/** Sheets of one account that are about still, the oldest first. */
export function listSheetsAbout(tx: Tx, accountId: AccountId): Promise<SheetAbout[]> {
  return query<SheetAbout>(
    tx,
    `select ${SHEET}, p.known_given as given, p.known_family as family from paper_sheet s
     join person p on p.partnership_id = s.partnership_id and p.id = s.person_id and p.state = 'active'
     where s.partnership_id = $1 and s.account_id = $2 and s.state <> 'destroyed' and s.sealed_at is null
     order by s.recorded_at, s.id limit 50`,
    [tx.acting.partnershipId, accountId],
  )
}

/** How a sheet stands now; false when somebody said so since. */
export async function updateSheet(
  tx: Tx,
  seen: PaperSheet,
  to: Pick<PaperSheet, 'state' | 'contactId' | 'destroyedOn'>,
): Promise<boolean> {
  const rows = await query(
    tx,
    `update paper_sheet set state = $4, contact_id = $5, destroyed_on = $6, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 returning 1`,
    [tx.acting.partnershipId, seen.rowId, seen.version, to.state, to.contactId, to.destroyedOn],
  )
  return rows.length > 0
}

/** Takes off view what was said of a setting and the paper, with the meeting or the contact they are of (K9). */
export async function updateSettingsSealed(worker: Tx, of: SettingOf): Promise<void> {
  const [column, id] = 'contactId' in of ? ['contact_id', of.contactId] : ['appointment_id', of.appointmentId]
  for (const table of ['meeting_setting', 'paper_sheet'])
    await query(
      worker,
      `update ${table} set sealed_at = $3 where partnership_id = $1 and ${column} = $2 and sealed_at is null`,
      [worker.acting.partnershipId, id, worker.acting.at],
    )
}
