import { query, type Tx } from '#ground/database/tx.ts'
import type { OrganisationId, PersonId } from '#ground/ids.ts'
import type { OnRoll } from './absence-file.ts'

/** Everybody on the roll of a place, with the names the caller may see, by row security alone (K3, K4). */
export function listRoll(tx: Tx, organisationId: OrganisationId): Promise<Omit<OnRoll, 'ulns' | 'upns'>[]> {
  return query<Omit<OnRoll, 'ulns' | 'upns'>>(
    tx,
    `with here as materialized (
       select p.id, p.known_given, p.known_family, p.born_on from access_member m
       join person p on p.partnership_id = m.partnership_id and p.id = m.person_id and p.state = 'active' and p.died_on is null
       where m.partnership_id = $1 and m.group_id = $2 and m.started_at <= $3 and (m.ended_at is null or m.ended_at > $3)),
     name as (
       select n.person_id, json_agg(json_build_object('given', n.given, 'family', n.family)) as names from person_name n
       where n.partnership_id = $1 and n.person_id in (select id from here) and n.replaced_at is null group by n.person_id)
     select h.id as "personId", h.known_given as given, h.known_family as family, h.born_on as "bornOn",
       coalesce(n.names, '[]'::json)::jsonb || jsonb_build_array(jsonb_build_object('given', h.known_given, 'family', h.known_family)) as names
     from here h left join name n on n.person_id = h.id`,
    [tx.acting.partnershipId, organisationId, tx.acting.at],
  )
}

export type Number = { readonly personId: PersonId; readonly kind: 'uln' | 'upn'; readonly value: string }

/** The numbers of those on a roll. As the house: they are compared with what the place itself typed, and never shown. */
export function listNumbers(worker: Tx, ids: readonly PersonId[]): Promise<Number[]> {
  return query<Number>(
    worker,
    `select person_id as "personId", kind, value from person_identifier
     where partnership_id = $1 and person_id = any($2::uuid[]) and kind in ('uln', 'upn') and replaced_at is null`,
    [worker.acting.partnershipId, [...ids]],
  )
}
