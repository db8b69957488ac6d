/** Who may be asked along to a meeting, and who goes, for the form that arranges it. */
import type { AccountId } from '#ground/ids.ts'
import type { Visit } from '#rooms/identity/index.ts'
import { listAlerts, type PersonFrame } from '#rooms/people/index.ts'
import type { Appointment } from '../diary/appointment.ts'
import { alongTo } from './actions.ts'
import type { AlongHouse } from './house.ts'
import type { Offered } from './pages.tsx'
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
