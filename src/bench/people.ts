/** Who is in the bench's database: partnerships with staff and young people, made by the rooms' own doors in helpings. */
import type { Clock } from '#ground/clock.ts'
import type { ReadyDatabase } from '#ground/database/begin.ts'
import { type Acting, asHouse, type Tx } from '#ground/database/tx.ts'
import { addDays, type Day } from '#ground/day.ts'
import { type AccountId, newId, type OrganisationId, type PartnershipId, type PersonId } from '#ground/ids.ts'
import { createTeam, joinTeam } from '#rooms/deployment/index.ts'
import { addOrganisation, createPartnership } from '#rooms/directory/index.ts'
import { inviteColleague, type Role } from '#rooms/identity/index.ts'
import {
  insertAddresses,
  insertAdults,
  insertContactDetails,
  insertDetails,
  insertEnrolments,
  insertIdentifiers,
  insertNames,
  insertPeople,
} from '#rooms/people/index.ts'
import { commandActing } from '../acting.ts'
import { type MadeUp, type MadeUpPerson, makePartnership } from '../demo/made-up/index.ts'
import { grantRole } from '../role-grants.ts'
import { CASELOAD } from './store/bulk.ts'
import { MAIL } from './store/contents.ts'

const HELPING = 1000
/** While some are written the next are made. */
const HELPINGS_AT_ONCE = 3
const TEAM = 8
const IDENTITY = 1
/** For each young person on record so many in the partners' lists: the rest are new. */
const LISTED = 1.3

/** Everybody of a partnership and those still to come, with the lists of its partners. */
export function madeUpOf(place: Pick<Place, 'seed' | 'size'>, today: Day): MadeUp {
  return makePartnership({ people: Math.ceil(place.size * LISTED), seed: place.seed, today })
}

/** A partnership as the bench goes to it. */
export type Place = {
  readonly partnershipId: PartnershipId
  readonly name: string
  readonly seed: number
  readonly size: number
}

/** The email of a member of staff the bench knows by what they are. */
export function emailOf(place: Pick<Place, 'seed'>, who: string): string {
  return `${who}.${place.seed}${MAIL}`
}

/** What the n-th adviser is known by; in the order of their caseloads. */
export function adviserName(n: number): string {
  return `adviser-${String(n).padStart(6, '0')}`
}

/** Makes one partnership with its staff and young people; caseloads and history follow in bulk. */
export async function furnishPeople(
  ready: ReadyDatabase,
  clock: Clock,
  name: string,
  size: number,
  seed: number,
): Promise<Place> {
  const { database } = ready
  const made = await database.transaction(commandActing(clock, 'bench'), tx =>
    createPartnership(tx, {
      name,
      model: 'direct-delivery',
      controllers: 'Made-up Council',
      processors: '',
      isDemo: false,
    }),
  )
  if (!made.ok) throw new Error(`the partnership could not be made: ${made.why}`)
  const place = { partnershipId: made.value, name, seed, size }
  const acting = () => commandActing(clock, 'bench', place.partnershipId)
  const madeUp = madeUpOf(place, clock.today())
  const schools = await database.transaction(acting(), async tx => {
    const service = await addOrganisation(tx, { name: `${name} service`, kind: 'partnership-service' })
    await furnishStaff(tx, place, service)
    const ids: OrganisationId[] = []
    for (const o of madeUp.organisations.filter(one => one.kind === 'school'))
      ids.push(await addOrganisation(tx, { name: o.name, kind: o.kind, urn: o.urn, laestab: o.laestab }))
    return ids
  })
  let helping: MadeUpPerson[] = []
  // One that fails stays among them, so that whoever waits next hears of it.
  const writing = new Set<Promise<void>>()
  const flush = async () => {
    const people = helping
    helping = []
    if (writing.size === HELPINGS_AT_ONCE) await Promise.race(writing)
    const one = database
      .transaction(acting(), tx => asHouse(tx, 'bench', worker => addPeople(worker, people, schools)))
      .then(() => void writing.delete(one))
    one.catch(() => {})
    writing.add(one)
  }
  let left = size
  for (const person of madeUp.people()) {
    if (left-- === 0) break
    helping.push(person)
    if (helping.length === HELPING) await flush()
  }
  if (helping.length > 0) await flush()
  await Promise.all(writing)
  return place
}

async function furnishStaff(tx: Tx, place: Place, organisationId: OrganisationId): Promise<void> {
  const invite = async (who: string, role: Role): Promise<AccountId> => {
    const { accountId } = await inviteColleague(tx, {
      email: emailOf(place, who),
      name: `Made-up ${who}`,
      role,
      jobTitle: '',
      organisationId,
    })
    await grantRole(tx, { accountId, role })
    return accountId
  }
  await invite('data-officer', 'data-officer')
  const advisers = Math.ceil(place.size / CASELOAD)
  for (let team = 0; team * TEAM < advisers; team++) {
    const leaderId = await invite(`leader-${team}`, 'team-leader')
    const teamId = await createTeam(tx, { name: `Team ${team + 1}`, leaderId })
    for (let n = team * TEAM; n < Math.min(advisers, (team + 1) * TEAM); n++)
      await joinTeam(tx, teamId, await invite(adviserName(n), 'universal-adviser'))
  }
}

async function addPeople(tx: Tx, people: readonly MadeUpPerson[], schools: readonly OrganisationId[]): Promise<void> {
  const { at, today } = tx.acting
  const row = () => newId<'row'>(at)
  const all = people.map(({ truth }, i) => ({
    ...truth,
    id: newId<'person'>(at),
    former: i % 10 === 0 ? (people[i - 1]?.truth.family ?? '') : '',
  }))
  const each = <T>(make: (p: (typeof all)[number], i: number) => T[]): T[] => all.flatMap(make)
  const source = { kind: 'partner-list' as const, organisationId: schools[0] ?? null, saidOn: addDays(today, -200) }
  await insertPeople(
    tx,
    all.map(p => ({
      id: p.id,
      given: p.preferredGiven || p.given,
      family: p.preferredFamily || p.family,
      bornOn: p.born,
    })),
  )
  await insertNames(
    tx,
    each(({ id, given, middle, family, former, preferredGiven, preferredFamily }) => {
      const name = { personId: id, given, middle, family }
      const isCalled = preferredGiven !== '' || preferredFamily !== ''
      return [
        { ...name, id: row(), kind: 'legal' as const },
        ...(isCalled
          ? [
              {
                ...name,
                id: row(),
                kind: 'preferred' as const,
                middle: '',
                given: preferredGiven || given,
                family: preferredFamily || family,
              },
            ]
          : []),
        ...(former === '' ? [] : [{ ...name, id: row(), kind: 'former' as const, family: former }]),
      ]
    }),
    source,
  )
  const detail = (personId: PersonId, field: 'sex' | 'ethnicity', value: string) => ({
    id: row(),
    personId,
    field,
    value,
    classBit: IDENTITY,
  })
  await insertDetails(
    tx,
    each(p => [detail(p.id, 'sex', p.sex), detail(p.id, 'ethnicity', p.ethnicity)]),
    source,
  )
  await insertAddresses(
    tx,
    each(p => [{ id: row(), personId: p.id, ...p.place }]),
    source,
  )
  await insertContactDetails(
    tx,
    each(p => (p.mobile === '' ? [] : [{ id: row(), personId: p.id, kind: 'mobile' as const, value: p.mobile }])),
    source,
  )
  await insertIdentifiers(
    tx,
    each(p => [
      ...(p.upn === '' ? [] : [{ id: row(), personId: p.id, kind: 'upn' as const, value: p.upn }]),
      ...(p.uln === '' ? [] : [{ id: row(), personId: p.id, kind: 'uln' as const, value: p.uln }]),
    ]),
    source,
  )
  await insertAdults(
    tx,
    each(p =>
      p.adultName === ''
        ? []
        : [{ id: row(), personId: p.id, name: p.adultName, relationship: p.adultRelation || 'parent', phone: p.phone }],
    ),
    source,
  )
  await insertEnrolments(
    tx,
    each((p, i) => learningOf(p.id, i, schools, today).map(one => ({ ...one, id: row() }))),
    source,
  )
}

/** A school of now and, for every second, one of before. */
function learningOf(personId: PersonId, i: number, schools: readonly OrganisationId[], today: Day) {
  const at = (n: number) => schools[n % schools.length] as OrganisationId
  const common = { personId, classBit: 4, course: '', leftReason: '' }
  const before = {
    ...common,
    organisationId: at(i + 1),
    yearGroup: 9,
    startedOn: addDays(today, -900),
    finishedOn: addDays(today, -300),
  }
  const now = { ...common, organisationId: at(i), yearGroup: 11, startedOn: addDays(today, -300), finishedOn: null }
  return i % 2 === 0 ? [before, now] : [now]
}

/** As whom the bench's own preparations act in a partnership. */
export function actingIn(clock: Clock, place: Place): Acting {
  return commandActing(clock, 'bench', place.partnershipId)
}
