import { query, type Tx } from '#ground/database/tx.ts'
import type { OrganisationId, PersonId } from '#ground/ids.ts'
import type { OnRoll } from './absence-file.ts'

type Named = Omit<OnRoll, 'ulns' | 'upns'>

/**
 * Everybody on the roll of a place, with the names the caller may see, by row security alone (K3, K4). In steps by id: in one question row security is asked of every
 * row of the table before the roll is.
 */
export async function listRoll(tx: Tx, organisationId: OrganisationId): Promise<Named[]> {
  const { partnershipId, at } = tx.acting
  const members = await query<{ id: PersonId }>(
    tx,
    `select person_id as id from access_member where partnership_id = $1 and group_id = $2 and started_at <= $3 and (ended_at is null or ended_at > $3)`,
    [partnershipId, organisationId, at],
  )
  const here = await query<Omit<Named, 'names'>>(
    tx,
    `select id as "personId", known_given as given, known_family as family, born_on as "bornOn" from person
     where partnership_id = $1 and id = any($2::uuid[]) and state = 'active' and died_on is null`,
    [partnershipId, members.map(one => one.id)],
  )
  const names = await query<{ personId: PersonId; given: string; family: string }>(
    tx,
    `select person_id as "personId", given, family from person_name where partnership_id = $1 and person_id = any($2::uuid[]) and replaced_at is null`,
    [partnershipId, here.map(one => one.personId)],
  )
  const called = new Map(here.map(one => [one.personId, [{ given: one.given, family: one.family }]]))
  for (const { personId, given, family } of names) called.get(personId)?.push({ given, family })
  return here.map(one => ({ ...one, names: called.get(one.personId) ?? [] }))
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
