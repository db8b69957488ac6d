import { z } from 'zod'
import { asHouse, type Tx } from '#ground/database/tx.ts'
import { formatDay } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { listOrganisations } from '#rooms/directory/index.ts'
import { actorOfVisit, findNames, html, roleMay, type Visit } from '#rooms/identity/index.ts'
import { findAnyone, findPerson, type Person, readQuery } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { idParam } from '#web/params.ts'
import { type Answer, nothing } from '#web/register.ts'
import type { SessionsHouse } from '../../diary/routes/shared.ts'
import { findGroupOfSession } from '../../support-groups/store/groups.ts'
import { listRunners } from '../actions.ts'
import { callOffForm } from '../closed/forms.ts'
import { PlannedPage } from '../closed/pages.tsx'
import { listExpected } from '../closed/store.ts'
import type { Attendance, GroupSession } from '../group.ts'
import type { Choosable } from '../pages/session-form.tsx'
import { type NewcomerFields, SessionPage } from '../pages/session-page.tsx'
import { listAttendances } from '../store/attendances.ts'
import { listNewcomers } from '../store/newcomers.ts'
import { findSession, listStaff } from '../store/sessions.ts'
import { en } from '../words.ts'

export type GroupHouse = Pick<SessionsHouse, 'teamOf' | 'ledBy'>

export const sessionParam = z.object({ sessionId: idParam<RowId>() })
export const newcomerParam = z.object({ newcomerId: idParam<RowId>() })
export const findQuery = z.object({ q: z.string().max(200).catch('').default('') })
export type SessionVisit = Visit<{ sessionId: RowId }, unknown>
export type AnyVisit = Visit<unknown, unknown>

/** A session as one visitor stands to it. */
export type Known = {
  readonly session: GroupSession
  readonly staff: readonly AccountId[]
  readonly isRunner: boolean
  readonly mayWrite: boolean
}

/**
 * A session the visitor ran, or of which they may see that somebody they know came; or one of their team. For all others there is nothing, by one path (K8).
 */
export async function withSession(
  house: GroupHouse,
  visit: SessionVisit,
  work: (known: Known) => Promise<Answer> | Answer,
): Promise<Answer> {
  const { tx, params } = visit
  const { accountId, role } = actorOfVisit(visit)
  const staff = await listStaff(tx, params.sessionId)
  const session =
    (await findSession(tx, params.sessionId)) ??
    ((await isOfTeam(house, visit, staff))
      ? await asHouse(tx, 'a session of one’s team', worker => findSession(worker, params.sessionId))
      : undefined)
  if (!session) return nothing('unknown')
  const isRunner = staff.includes(accountId)
  return work({ session, staff, isRunner, mayWrite: isRunner && roleMay(role, 'group.record') })
}

/** One that is the visitor's to write: whoever ran it, and may record. */
export function withOwnSession(
  house: GroupHouse,
  visit: SessionVisit,
  work: (known: Known) => Promise<Answer> | Answer,
): Promise<Answer> {
  return withSession(house, visit, known => (known.mayWrite ? work(known) : nothing('unknown')))
}

async function isOfTeam(house: GroupHouse, visit: AnyVisit, staff: readonly AccountId[]): Promise<boolean> {
  const { accountId, role } = actorOfVisit(visit)
  if (!roleMay(role, 'lead.assign') || staff.length === 0) return false
  return (await house.teamOf(visit.tx, accountId)).some(one => staff.includes(one.accountId))
}

/** The page of a session, with what stands in the form for somebody who is not on record. */
export async function sessionHtml(visit: AnyVisit, known: Known, form: FormState<NewcomerFields>) {
  const { tx } = visit
  const { session, isRunner } = known
  if (session.state !== 'held') return plannedHtml(visit, known, callOffForm.empty())
  const expected = session.access === 'closed' ? await listExpected(tx, session.rowId) : []
  const [came, newcomers, staff] = [
    await listAttendances(tx, session.rowId),
    isRunner ? await listNewcomers(tx, session.rowId) : [],
    await staffWords(tx, known),
  ]
  const drawn = html(
    <SessionPage
      visitor={visit.visitor}
      session={session}
      staff={staff}
      came={came}
      expected={expected}
      newcomers={newcomers}
      form={form}
      mayWrite={known.mayWrite}
      isRunner={isRunner}
      mayOpenParts={roleMay(actorOfVisit(visit).role, 'contact.record')}
      group={await findGroupOfSession(tx, session.rowId)}
    />,
  )
  return { drawn, seen: seenOf(session, [...came, ...expected]) }
}

/** The page of a closed group that is planned, or was called off. */
export async function plannedHtml(visit: AnyVisit, known: Known, form: FormState<'why'>) {
  const { session } = known
  const expected = await listExpected(visit.tx, session.rowId)
  const drawn = html(
    <PlannedPage
      visitor={visit.visitor}
      session={session}
      staff={await staffWords(visit.tx, known)}
      expected={expected}
      today={visit.tx.acting.today}
      mayWrite={known.mayWrite}
      group={await findGroupOfSession(visit.tx, session.rowId)}
      form={form}
    />,
  )
  return { drawn, seen: seenOf(session, expected) }
}

export function seenOf(session: GroupSession, came: readonly Pick<Attendance, 'personId'>[]) {
  return { about: [...new Set(came.map(one => one.personId))], target: session.rowId }
}

/** Who ran it. */
async function staffWords(tx: Tx, { staff, isRunner }: Known): Promise<string[]> {
  const names = await namesOf(tx, staff, isRunner)
  return staff.flatMap(id => names.get(id) ?? [])
}

/** Names of those who run a session or a support group: with their agency for those who run it; to others it may tell what it is about (K6). */
export async function namesOf(
  tx: Tx,
  ids: readonly AccountId[],
  isRunner: boolean,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>(await findNames(tx, [...new Set(ids)]))
  if (!isRunner) return names
  for (const { value, label } of await runnerChoices(tx, undefined, ids)) names.set(value, label)
  return names
}

/** Colleagues who may be named as having run a session, with their agency. */
export async function runnerChoices(tx: Tx, but?: AccountId, among?: readonly AccountId[]): Promise<Choosable[]> {
  const places = new Map((await listOrganisations(tx)).map(one => [one.id, one.name]))
  const all = new Map<string, string>()
  for (const { accountId, name, organisationId } of await listRunners(tx, among))
    if (accountId !== but && !all.has(accountId))
      all.set(accountId, [name, places.get(organisationId) ?? ''].filter(Boolean).join(', '))
  return [...all].map(([value, label]) => ({ value, label }))
}

/** Whom the visitor leads for, and others they name and may know. */
export async function peopleChoices(
  house: GroupHouse,
  visit: AnyVisit,
  named: readonly PersonId[],
): Promise<Choosable[]> {
  const led = await house.ledBy(visit.tx, actorOfVisit(visit).accountId)
  const known = new Set<string>(led.map(one => one.personId))
  const others = await personChoices(
    visit.tx,
    named.filter(id => !known.has(id)),
  )
  return [...led.map(one => ({ value: one.personId, label: one.name })), ...others]
}

/** Of some people those the visitor may know, by name. */
export async function personChoices(tx: Tx, ids: readonly PersonId[]): Promise<Choosable[]> {
  const found: Choosable[] = []
  for (const id of ids) {
    const person = await findPerson(tx, id)
    if (person?.state === 'active') found.push(choosable(person))
  }
  return found
}

/** People found by what was typed, each told from another of the same name by the birth date. */
export async function findChoices(tx: Tx, typed: string): Promise<Choosable[]> {
  if (typed.trim() === '') return []
  return (await findAnyone(tx, readQuery(typed)))
    .filter(one => one.person.diedOn === null)
    .map(one => choosable(one.person))
}

function choosable({ id, given, family, bornOn }: Person): Choosable {
  return { value: id, label: `${family}, ${given}${bornOn === null ? '' : `, ${en.born(formatDay(bornOn))}`}` }
}

export const idsOf = (people: readonly Choosable[]) => people.map(one => one.value as PersonId)
export const accountsOf = (runners: readonly Choosable[]) => runners.map(one => one.value as AccountId)
