import { sql } from 'kysely'
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import type { Candidate, Sought } from './judgement.ts'

type CandidateRow = {
  n: number
  person_id: PersonId
  born_on: Day | null
  died_on: Day | null
  names: { given: string; family: string }[]
  postcodes: string[] | null
  identifiers: { kind: 'upn' | 'uln' | 'nhs'; value: string }[] | null
}

/**
 * Everyone each of the sought rows may be, by number, by name, or by birth date with part of the name: one question for
 * many rows. Of those born on the day only such come as the rules could find near: a family name at most one slip away has the
 * same first or last letter and nearly the same length (`isOneSlip`), one of two parts may share a part, and the same
 * postcode is near whatever the family name. Asked as the house: a feed is matched against everyone, and what comes of it shows nobody who may not be known.
 */
export async function findCandidates(tx: Tx, rows: readonly Sought[]): Promise<ReadonlyMap<number, Candidate[]>> {
  const asked = rows.map((r, n) => ({
    n,
    given_key: r.givenKey,
    other_key: r.otherGivenKey,
    family_key: r.familyKey,
    postcode: r.postcode,
    born: r.bornOn,
    upn: r.upn,
    uln: r.uln,
    nhs: r.nhs,
  }))
  const found = await sql<CandidateRow>`
    with asked as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) a (n integer, given_key text, other_key text, family_key text, postcode text, born date, upn text, uln text, nhs text)
    ), pairs as (
      select a.n, i.person_id from asked a join person_identifier i on i.partnership_id = ${tx.acting.partnershipId} and i.kind = 'upn' and i.value = a.upn and i.replaced_at is null and i.sealed_at is null
      union select a.n, i.person_id from asked a join person_identifier i on i.partnership_id = ${tx.acting.partnershipId} and i.kind = 'uln' and i.value = a.uln and i.replaced_at is null and i.sealed_at is null
      union select a.n, i.person_id from asked a join person_identifier i on i.partnership_id = ${tx.acting.partnershipId} and i.kind = 'nhs' and i.value = a.nhs and i.replaced_at is null and i.sealed_at is null
      union select a.n, p.person_id from asked a join person_name p on p.partnership_id = ${tx.acting.partnershipId} and p.family_key = a.family_key
        and p.given_key in (a.given_key, coalesce(a.other_key, a.given_key)) and p.replaced_at is null
      union select a.n, p.id from asked a join person p on p.partnership_id = ${tx.acting.partnershipId} and p.born_on = a.born
      where exists (select 1 from person_name m where m.partnership_id = p.partnership_id and m.person_id = p.id and m.replaced_at is null and (
          least(length(m.family_key), length(a.family_key)) < 3
          or m.family_key like '% %' or a.family_key like '% %'
          or (abs(length(m.family_key) - length(a.family_key)) <= 1
            and (left(m.family_key, 1) = left(a.family_key, 1) or right(m.family_key, 1) = right(a.family_key, 1)))))
        or exists (select 1 from person_address d where d.partnership_id = p.partnership_id and d.person_id = p.id and d.postcode = a.postcode and d.sealed_at is null)
    )
    select q.n, p.id as person_id, p.born_on, p.died_on,
      (select jsonb_agg(jsonb_build_object('given', m.given_key, 'family', m.family_key)) from person_name m
        where m.partnership_id = p.partnership_id and m.person_id = p.id and m.replaced_at is null) as names,
      (select array_agg(d.postcode) from person_address d where d.partnership_id = p.partnership_id and d.person_id = p.id and d.postcode is not null and d.sealed_at is null) as postcodes,
      (select jsonb_agg(jsonb_build_object('kind', i.kind, 'value', i.value)) from person_identifier i
        where i.partnership_id = p.partnership_id and i.person_id = p.id and i.replaced_at is null and i.sealed_at is null) as identifiers
    from pairs q join person p on p.partnership_id = ${tx.acting.partnershipId} and p.id = q.person_id and p.state = 'active'`.execute(
    tx.db,
  )
  const byRow = new Map<number, Candidate[]>()
  for (const row of found.rows) byRow.set(row.n, [...(byRow.get(row.n) ?? []), candidateFrom(row)])
  return byRow
}

function candidateFrom(row: CandidateRow): Candidate {
  const values = (kind: 'upn' | 'uln' | 'nhs') => (row.identifiers ?? []).filter(i => i.kind === kind).map(i => i.value)
  return {
    personId: row.person_id,
    bornOn: row.born_on,
    names: (row.names ?? []).map(n => ({ givenKey: n.given, familyKey: n.family })),
    postcodes: row.postcodes ?? [],
    upns: values('upn'),
    ulns: values('uln'),
    nhss: values('nhs'),
    isDead: row.died_on !== null,
  }
}
