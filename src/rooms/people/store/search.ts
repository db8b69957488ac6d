import { sql } from 'kysely'
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import type { IdentifierKind } from '../identifiers.ts'

/** A way to take what was typed apart, all folded. Either part may be empty; forms are other forms of the given name. */
export type NameParts = { readonly given: string; readonly family: string; readonly forms: readonly string[] }

/** People whose names are like what was typed and whom the caller may know, best first. */
export async function searchNames(
  tx: Tx,
  asked: {
    whole: string
    ways: readonly NameParts[]
    sounds: readonly string[]
    bornOn: Day | null
    most: number
  },
): Promise<{ personId: PersonId; likeness: number }[]> {
  const { whole, ways, sounds, bornOn, most } = asked
  const found = await sql<{ person_id: PersonId; likeness: number }>`
    select person_id, likeness from search_names(${whole}, ${ways.map(w => w.given)}::text[], ${ways.map(w => w.forms.join('|'))}::text[],
      ${ways.map(w => w.family)}::text[], ${[...sounds]}::text[], ${bornOn}::date, ${most}::int)`.execute(tx.db)
  return found.rows.map(row => ({ personId: row.person_id, likeness: row.likeness }))
}

/** People of whom the caller may see an identifier with this value: of a UPN also those who had it before. */
export async function searchIdentifier(tx: Tx, value: string, kinds: readonly IdentifierKind[]): Promise<PersonId[]> {
  const found = await sql<{ person_id: PersonId }>`
    select distinct i.person_id from person_identifier i join person p on p.partnership_id = i.partnership_id and p.id = i.person_id and p.state = 'active'
    where i.partnership_id = ${tx.acting.partnershipId} and i.kind = any(${[...kinds, ...(kinds.includes('upn') ? ['former-upn'] : [])]}::text[]) and i.value = ${value} and i.replaced_at is null limit 50`.execute(
    tx.db,
  )
  return found.rows.map(row => row.person_id)
}

/** People who live in a postcode, as far as the caller may see where they live. */
export async function searchPostcode(tx: Tx, postcode: string, most: number): Promise<PersonId[]> {
  const found = await sql<{ person_id: PersonId }>`
    select distinct a.person_id from person_address a join person p on p.partnership_id = a.partnership_id and p.id = a.person_id and p.state = 'active'
    where a.partnership_id = ${tx.acting.partnershipId} and a.postcode = ${postcode} and a.replaced_at is null limit ${most}`.execute(
    tx.db,
  )
  return found.rows.map(row => row.person_id)
}

/** People born on a day. */
export async function searchBorn(tx: Tx, bornOn: Day, most: number): Promise<PersonId[]> {
  const found = await sql<{ id: PersonId }>`
    select p.id from person p where p.partnership_id = ${tx.acting.partnershipId} and p.born_on = ${bornOn} and p.state = 'active'
    order by p.sort_key, p.id limit ${most}`.execute(tx.db)
  return found.rows.map(row => row.id)
}

/** People by family name and a first letter: `k sample`. */
export async function searchInitial(tx: Tx, initial: string, familyKey: string, most: number): Promise<PersonId[]> {
  const found = await sql<{ person_id: PersonId }>`
    select distinct n.person_id from person_name n join person p on p.partnership_id = n.partnership_id and p.id = n.person_id and p.state = 'active'
    where n.partnership_id = ${tx.acting.partnershipId} and n.family_key = ${familyKey} and n.given_key like ${`${initial}%`} and n.replaced_at is null
    limit ${most}`.execute(tx.db)
  return found.rows.map(row => row.person_id)
}
