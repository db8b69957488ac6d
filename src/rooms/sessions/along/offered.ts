/** Who may be asked along to a meeting, and who goes, for the form that arranges it. */
import type { AccountId } from '#ground/ids.ts'
import { findNames, type Visit } from '#rooms/identity/index.ts'
import { listAlerts, type PersonFrame } from '#rooms/people/index.ts'
import type { Contact } from '../contact.ts'
import type { Appointment } from '../diary/appointment.ts'
import { alongTo } from './actions.ts'
import type { There } from './companion.ts'
import type { AlongHouse } from './house.ts'
import { type Offered, thereOf } from './pages.tsx'
import { asksForTwo } from './rules.ts'

/** Reads both, as far as the visitor may know. */
export async function offeredFor(
  house: AlongHouse,
  visit: Visit<unknown, unknown>,
  frame: PersonFrame,
  known: Appointment | undefined,
): Promise<Offered> {
  const [lines, alerts] = [
    known ? (await alongTo(visit.tx, [known])).get(known.rowId) : undefined,
    await listAlerts(visit.tx, frame.person.id),
  ]
  const candidates = await house.roundOf(visit, frame)
  return {
    candidates,
    lines: lines ?? [],
    isForTwo: asksForTwo(alerts.flatMap(one => [one.firstWords, one.words])),
  }
}

/** Who is asked along, without whoever arranged it. */
export function askedIn({ lines }: Offered): AccountId[] {
  return lines.filter(one => one.state !== 'arranged').map(one => one.accountId)
}

/**
 * Who can be named as having been at what a contact tells of, where several were to be there: those who are named, those who were asked along, and those who stand
 * round the young person. Of a contact of one alone there is nobody.
 * @param meeting what it came of
 */
export async function thereFor(
  house: AlongHouse,
  visit: Visit<unknown, unknown>,
  frame: PersonFrame,
  { contact, meeting }: { readonly contact: Contact; readonly meeting: Appointment | undefined },
): Promise<There[]> {
  const { accountId: writer, colleagues = [] } = contact
  const lines = meeting ? ((await alongTo(visit.tx, [meeting])).get(meeting.rowId) ?? []) : []
  if (lines.length + colleagues.length === 0) return []
  const names = await findNames(visit.tx, [...colleagues])
  const round = await house.roundOf(visit, frame)
  const found = new Map<AccountId, There>()
  for (const one of [
    ...thereOf(lines),
    ...colleagues.map(id => ({ accountId: id, name: names.get(id) ?? '', hint: '' })),
    ...round.map(({ accountId, name, there }) => ({ accountId, name, hint: there })),
  ])
    if (one.accountId !== writer && !found.has(one.accountId)) found.set(one.accountId, one)
  return [...found.values()]
}
