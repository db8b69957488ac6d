import type { Tx } from '#ground/database/tx.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import type { ContactContent } from '../contact.ts'
import { answerAppointment } from '../diary/actions.ts'
import type { Appointment, Came } from '../diary/appointment.ts'
import type { ContactTrouble } from '../rules.ts'
import { classOfSetting, isSecure } from './rules.ts'
import type { PaperSheet, Setting, SettingOf } from './setting.ts'
import { findSetting, findSheet, findSheetAbout, insertSetting, insertSheet, updateSheet } from './store.ts'

/**
 * Says in what setting somebody is met. What tells more than that they are met is read by those who may know it, and by whoever said it: to others nothing
 * was said (K6).
 */
export async function saySetting(tx: Tx, personId: PersonId, of: SettingOf, setting: Setting | null): Promise<void> {
  const before = await findSetting(tx, of)
  if (before === setting) return
  // To whoever may not know the new one, the old one is no longer so either.
  if (before !== null && classOfSetting(setting) !== classOfSetting(null)) await insertSetting(tx, personId, of, null)
  await insertSetting(tx, personId, of, setting)
  const target = 'contactId' in of ? of.contactId : of.appointmentId
  await record(tx, { action: 'setting.said', about: [personId], target })
}

/** Makes a sheet of paper for a meeting where no phone and no laptop may go; asked again while one is about, it is that one. */
export async function makeSheet(
  tx: Tx,
  known: Appointment,
  accountId: AccountId,
  sheet: Pick<PaperSheet, 'aim' | 'questions'>,
): Promise<Result<RowId, 'not-secure'>> {
  const setting = await findSetting(tx, { appointmentId: known.rowId })
  if (setting === null || !isSecure(setting)) return refused('not-secure')
  const about = await findSheetAbout(tx, known.rowId)
  if (about) return ok(about.rowId)
  const { personId, rowId: appointmentId } = known
  const id = await insertSheet(tx, { personId, appointmentId, accountId, ...sheet }, setting)
  await record(tx, { action: 'paper-sheet.made', about: [personId], target: id })
  return ok(id)
}

/** Types a sheet in: what came of the meeting it was for, on the meeting's own day, in its setting. */
export async function typeIn(
  tx: Tx,
  sheet: PaperSheet,
  known: Appointment,
  typed: {
    readonly accountId: AccountId
    readonly came: Came
    readonly content: ContactContent
    readonly reasonWords: string
    readonly isDestroyed: boolean
  },
): Promise<Result<RowId, ContactTrouble | 'unknown' | 'stale' | 'not-yet'>> {
  const { accountId, came, content, reasonWords, isDestroyed } = typed
  const contact = await answerAppointment(tx, known, accountId, { came, content, reasonWords })
  if (!contact.ok) return contact
  // A contact nobody came to was in no setting.
  if (came.state !== 'missed') {
    const setting = await findSetting(tx, { appointmentId: known.rowId })
    await saySetting(tx, known.personId, { contactId: contact.value }, setting)
  }
  const to = {
    state: isDestroyed ? 'destroyed' : 'typed-in',
    contactId: contact.value,
    destroyedOn: isDestroyed ? tx.acting.today : null,
  } as const
  if (!(await updateSheet(tx, sheet, to))) return refused('stale')
  await record(tx, { action: 'paper-sheet.typed-in', about: [known.personId], target: sheet.rowId })
  return contact
}

/** Says that a sheet was destroyed; said twice, it was once. */
export async function destroySheet(tx: Tx, id: RowId): Promise<Result<null, 'unknown'>> {
  const sheet = await findSheet(tx, id)
  if (!sheet) return refused('unknown')
  if (sheet.state === 'destroyed') return ok(null)
  const { contactId } = sheet
  const done = await updateSheet(tx, sheet, { state: 'destroyed', contactId, destroyedOn: tx.acting.today })
  if (done) await record(tx, { action: 'paper-sheet.destroyed', about: [sheet.personId], target: id })
  return ok(null)
}
