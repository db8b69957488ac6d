/** What is on record of the people of a batch, in one question. Asked as the house: a list is judged against all of it but what was somebody else's (K9). */
import { sql } from 'kysely'
import type { Tx } from '#ground/database/tx.ts'
import { ageOn, type Day } from '#ground/day.ts'
import type { OrganisationId, PersonId } from '#ground/ids.ts'
import { othersApart } from '#rooms/matching/index.ts'
import type { ApartFrom } from '../apart.ts'
import type { CharacteristicOnRecord } from '../characteristics.ts'
import type { Objection, OnRecord } from '../rules.ts'

type Shape = {
  person_id: PersonId
  given: string
  family: string
  has_preferred: boolean
  names: string[]
  born_on: Day | null
  died_on: Day | null
  is_restricted: boolean
  is_shielded: boolean
  address: { postcode: string | null; class: number } | null
  contacts: { kind: 'mobile' | 'phone' | 'email'; value: string }[] | null
  details: { field: string; value: string }[] | null
  identifiers: string[] | null
  adults: string[] | null
  enrolment: { id: string; course: string; year_group: number | null; finished_on: Day | null } | null
  has_open_activity: boolean
  characteristics: CharacteristicOnRecord[] | null
}

export async function findOnRecord(
  tx: Tx,
  organisationId: OrganisationId,
  personIds: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, OnRecord>> {
  if (personIds.length === 0) return new Map()
  const found = await sql<Shape>`
    select p.id as person_id, coalesce(l.given, p.known_given) as given, coalesce(l.family, p.known_family) as family, p.born_on, p.died_on,
      exists (select 1 from person_name n where n.partnership_id = p.partnership_id and n.person_id = p.id and n.kind = 'preferred' and n.replaced_at is null) as has_preferred,
      array(select n.given_key || '|' || n.family_key from person_name n where n.partnership_id = p.partnership_id and n.person_id = p.id) as names,
      p.state = 'sealed' or exists (select 1 from access_barrier b where b.partnership_id = p.partnership_id and b.person_id = p.id and b.kind = 'restricted'
        and (b.ended_at is null or b.ended_at > ${tx.acting.at})) as is_restricted,
      exists (select 1 from access_barrier b where b.partnership_id = p.partnership_id and b.person_id = p.id and b.kind = 'whereabouts'
        and (b.ended_at is null or b.ended_at > ${tx.acting.at})) as is_shielded,
      (select jsonb_build_object('postcode', a.postcode, 'class', max(a.class) over ()) from person_address a
        where a.partnership_id = p.partnership_id and a.person_id = p.id and a.replaced_at is null and a.sealed_at is null order by a.started_on desc, a.id desc limit 1) as address,
      (select jsonb_agg(jsonb_build_object('kind', c.kind, 'value', c.value)) from person_contact_detail c
        where c.partnership_id = p.partnership_id and c.person_id = p.id and c.replaced_at is null and c.sealed_at is null) as contacts,
      (select jsonb_agg(jsonb_build_object('field', d.field, 'value', d.value)) from person_detail d
        where d.partnership_id = p.partnership_id and d.person_id = p.id and d.replaced_at is null) as details,
      (select array_agg(i.value) from person_identifier i where i.partnership_id = p.partnership_id and i.person_id = p.id and i.replaced_at is null
        and i.sealed_at is null) as identifiers,
      (select array_agg(x.name) from person_adult x where x.partnership_id = p.partnership_id and x.person_id = p.id and x.replaced_at is null and x.sealed_at is null) as adults,
      (select jsonb_build_object('id', e.id, 'course', e.course, 'year_group', e.year_group, 'finished_on', e.finished_on) from enrolment e
        where e.partnership_id = p.partnership_id and e.person_id = p.id and e.organisation_id = ${organisationId} and e.sealed_at is null
        order by e.finished_on desc nulls first, e.started_on desc limit 1) as enrolment,
      exists (select 1 from activity_spell s where s.partnership_id = p.partnership_id and s.person_id = p.id and s.finished_on is null
        and s.is_primary and s.sealed_at is null) as has_open_activity,
      -- One that was taken off as somebody else's (K9) is here by its code alone: a list that goes on saying it does not bring it back.
      (select jsonb_agg(jsonb_build_object('id', x.id, 'code', x.code, 'startedOn', x.started_on, 'finishedOn', x.finished_on,
          'stands', x.replaced_at is null and (x.finished_on is null or x.finished_on > ${tx.acting.today}),
          'isOwn', x.source_kind = 'partner-list' and x.source_organisation_id = ${organisationId},
          'isReplaced', x.replaced_at is not null, 'byPerson', x.replaced_by is not null or x.sealed_at is not null) order by x.recorded_at, x.id)
        from person_characteristic x where x.partnership_id = p.partnership_id and x.person_id = p.id) as characteristics
    from person p
    left join lateral (select n.given, n.family from person_name n where n.partnership_id = p.partnership_id and n.person_id = p.id and n.kind = 'legal'
      and n.replaced_at is null order by n.recorded_at desc limit 1) l on true
    where p.partnership_id = ${tx.acting.partnershipId} and p.id = any(${[...personIds]}::uuid[]) and p.state in ('active', 'sealed')`.execute(
    tx.db,
  )
  const apart = await findApart(tx, personIds)
  return new Map(
    found.rows.map(row => [row.person_id, onRecordFrom(row, apart.get(row.person_id) ?? [], tx.acting.today)]),
  )
}

/** From which records people are kept apart, by what would give those away (K5). */
async function findApart(tx: Tx, ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, ApartFrom[]>> {
  const others = await othersApart(tx, ids)
  if (others.size === 0) return new Map()
  const found = await sql<{ id: PersonId; isSealed: boolean; numbers: string[]; names: string[] }>`
    select p.id, p.state = 'sealed' as "isSealed",
      array(select i.value from person_identifier i where i.partnership_id = p.partnership_id and i.person_id = p.id and i.sealed_at is null) as numbers,
      array(select n.given_key || '|' || n.family_key from person_name n where n.partnership_id = p.partnership_id and n.person_id = p.id) as names
    from person p where p.partnership_id = ${tx.acting.partnershipId} and p.id = any(${[...others.values()].flat()}::uuid[])`.execute(
    tx.db,
  )
  const known = new Map(found.rows.map(({ id, ...rest }) => [id, rest]))
  return new Map([...others].map(([id, of]) => [id, of.flatMap(other => known.get(other) ?? [])]))
}

function onRecordFrom(row: Shape, apart: readonly ApartFrom[], today: Day): OnRecord {
  const contact = (kind: string) => row.contacts?.find(c => c.kind === kind)?.value ?? null
  const detail = (field: string) => row.details?.find(d => d.field === field)?.value ?? null
  return {
    given: row.given,
    family: row.family,
    hasPreferred: row.has_preferred,
    names: row.names,
    bornOn: row.born_on,
    isProtected: row.is_restricted || row.is_shielded || row.address?.class === 4096,
    isDead: row.died_on !== null,
    isRestricted: row.is_restricted,
    postcode: row.address?.postcode ?? null,
    mobile: contact('mobile'),
    phone: contact('phone'),
    email: contact('email'),
    ethnicity: detail('ethnicity'),
    sex: detail('sex'),
    identifiers: row.identifiers ?? [],
    adults: row.adults ?? [],
    enrolment: row.enrolment && {
      id: row.enrolment.id,
      course: row.enrolment.course,
      yearGroup: row.enrolment.year_group,
      finishedOn: row.enrolment.finished_on,
    },
    hasOpenActivity: row.has_open_activity,
    characteristics: row.characteristics ?? [],
    objection: detail('objection') as Objection | null,
    isSixteen: row.born_on !== null && ageOn(row.born_on, today) >= 16,
    apart,
  }
}
