/** What comes before and after a meeting is saved: what the form shows, whether it was saved already, and what was refused at which field. */
import type { AccountId, RowId } from '#ground/ids.ts'
import { actorOfVisit, type Visit } from '#rooms/identity/index.ts'
import type { PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { askedIn } from '../../along/offered.ts'
import { type Offered, offeredIds } from '../../along/pages.tsx'
import { changeOf } from '../../along/rules.ts'
import { listCompanions } from '../../along/store.ts'
import { en as alongWords } from '../../along/words.ts'
import { saySetting } from '../../settings/actions.ts'
import { keptSetting } from '../../settings/rules.ts'
import type { Setting } from '../../settings/setting.ts'
import { findSetting } from '../../settings/store.ts'
import { findOpenVisit } from '../../visits/store.ts'
import { findBusy, findClashes } from '../actions.ts'
import type { Appointment, Arrangement, DiaryEntry } from '../appointment.ts'
import { arrangementOf, fillAppointment } from '../forms.ts'
import type { AppointmentFields } from '../pages/appointment-pages.tsx'
import { type ArrangementTrouble, checkArrangement, endOf, saysTheSame } from '../rules.ts'
import { findAppointment } from '../store.ts'
import { diary as en } from '../words.ts'

const AT: Readonly<Record<ArrangementTrouble, AppointmentFields>> = {
  been: 'on',
  'answer-first': 'on',
  'too-far': 'on',
  'place-missing': 'place',
  'home-not-safe': 'kind',
  'letter-not-safe': 'told',
  'told-incomplete': 'told',
  'told-in-future': 'told-on',
}

/** Kept close only by those who see it then: whoever could not would have nobody to come to. */
export function closeOnlyIfSeen<T extends { readonly isRestricted: boolean }>(a: T, frame: PersonFrame): T {
  return { ...a, isRestricted: a.isRestricted && frame.seen.has('restricted') }
}

/** The form of what is arranged, with its setting as far as the visitor may know it. */
export async function fillKnown(visit: Visit<unknown, unknown>, known: Appointment, offered: Offered) {
  const setting = await findSetting(visit.tx, { appointmentId: known.rowId })
  return fillAppointment(known, 'changed', setting, { offered: offeredIds(offered), along: askedIn(offered) })
}

/** Who is asked along to a meeting as it stands. */
export const alongIds = async ({ tx }: Visit<unknown, unknown>, known: Appointment) =>
  (await listCompanions(tx, [known.rowId])).map(one => one.accountId)

/** Whether those who go are those a form asks for. */
export function isAlong({ accountId }: Appointment, offered: Offered, wanted: readonly AccountId[]): boolean {
  // Whoever took it into their own diary goes anyway.
  const { added, dropped } = changeOf(
    askedIn(offered),
    wanted.filter(one => one !== accountId),
  )
  return added.length + dropped.length === 0
}

/** Whether somebody has not answered yet, or may answer otherwise. */
export function isAsked({ lines }: Offered, accountId: AccountId): boolean {
  return lines.some(one => one.accountId === accountId && one.state !== 'arranged')
}

/** Says in what sort of place it is, unless its kind does. */
export function saySettingOf(
  visit: Visit<unknown, unknown>,
  frame: PersonFrame,
  appointmentId: RowId,
  value: { readonly kind: Appointment['kind']; readonly setting: Setting | null },
): Promise<void> {
  return saySetting(visit.tx, frame.person.id, { appointmentId }, keptSetting(value.kind, value.setting))
}

/** Whoever goes to somebody's home says first who waits to hear of them, unless somebody does. */
export async function afterSaving(
  visit: Visit<unknown, unknown>,
  id: RowId,
  value: { readonly kind: string; readonly on: string; readonly mine: string | null },
): Promise<string> {
  const { accountId } = actorOfVisit(visit)
  const saved = value.kind === 'home-visit' ? await findAppointment(visit.tx, id) : undefined
  const isWaitedFor = saved?.accountId !== accountId || (await findOpenVisit(visit.tx, id, accountId)) !== undefined
  return isWaitedFor ? `/diary?on=${value.on}` : `/appointments/${id}/visit`
}

/** Whether what stands is what a form asks for; what they were told of may have been dropped, because it was moved. */
export function isSaved(
  visit: Visit<unknown, unknown>,
  known: Appointment,
  value: Parameters<typeof arrangementOf>[0],
): boolean {
  const { today } = visit.tx.acting
  const checked = checkArrangement(arrangementOf(value, today), { today, reach: undefined, wasOn: known.onDay })
  if (!checked.ok) return false
  const isTaken = value.mine !== 'yes' || known.accountId === actorOfVisit(visit).accountId
  return isTaken && saysTheSame(known, { ...checked.value, toldHow: known.toldHow, toldOn: known.toldOn })
}

/** Whether the setting that stands is what a form says. */
export async function hasSetting(
  visit: Visit<unknown, unknown>,
  known: Appointment,
  value: { readonly kind: Appointment['kind']; readonly setting: Setting | null },
): Promise<boolean> {
  return (await findSetting(visit.tx, { appointmentId: known.rowId })) === keptSetting(value.kind, value.setting)
}

/** Whose names the page shows: of what stands at that time as well. */
export function withClash<T extends { readonly about: readonly string[] }>(seen: T, clash: DiaryEntry | undefined): T {
  return clash ? { ...seen, about: [...seen.about, clash.personId] } : seen
}

/** The form with what was refused: at its field, and at the time with what stands there already. */
export async function toldOf(
  visit: Visit<unknown, unknown>,
  form: FormState<AppointmentFields>,
  why: ArrangementTrouble | 'clash',
  at: {
    readonly accountId: AccountId
    readonly arrangement: Arrangement
    readonly but: RowId | null
    readonly along: readonly AccountId[]
    readonly offered: Offered
  },
): Promise<{ readonly told: FormState<AppointmentFields>; readonly clash: DiaryEntry | undefined }> {
  if (why !== 'clash') return { told: addError(form, en.troubles[why], AT[why]), clash: undefined }
  const [clash] = await findClashes(visit.tx, at.accountId, at.arrangement, at.but)
  const isOwn = at.accountId === actorOfVisit(visit).accountId
  if (!clash) {
    const busy = await findBusy(visit.tx, at.along, at.arrangement, at.but)
    const names = at.offered.candidates.filter(one => busy.includes(one.accountId)).map(one => one.name)
    return { told: addError(form, alongWords.busy(names.join(', ')), 'along'), clash }
  }
  const words = isOwn ? en.clash(`${clash.given} ${clash.family}`, clash.atTime, endOf(clash)) : en.clashOther
  return { told: addError(form, words, 'time'), clash }
}

/** Who may read it is what stands now: a form from before would open it to more. */
export function takenOver(form: FormState<AppointmentFields>, theirs: Appointment): FormState<AppointmentFields> {
  return theirs.isRestricted ? { ...form, answers: { ...form.answers, restricted: ['yes'] } } : form
}
