/** Rights over one record that a viewer may be told of, each with who has it: one way for "who can see this?" and for who stands round somebody. */
import { listGrantsOn } from '#rooms/access/index.ts'
import { listOrganisationsAmong } from '#rooms/directory/index.ts'
import { findNames, type Visit } from '#rooms/identity/index.ts'
import type { PersonFrame } from '#rooms/people/index.ts'
import { listReferralsOn } from '#rooms/referrals/index.ts'
import { listGrantsTold } from '#rooms/sessions/index.ts'
import { en } from '../words.ts'

export async function holdersOf(
  { tx }: Visit<unknown, unknown>,
  { person, seen }: Pick<PersonFrame, 'person' | 'seen'>,
) {
  const [grants, referrals, told] = await Promise.all([
    listGrantsOn(tx, person.id),
    listReferralsOn(tx, person.id),
    listGrantsTold(tx, person.id),
  ])
  const ids = grants.map(g => g.holderId)
  const [directory, names] = await Promise.all([listOrganisationsAmong(tx, ids), findNames(tx, ids)])
  const organisations = new Map(directory.filter(o => o.discloses === 0).map(o => [o.id as string, o.name]))
  const holders = new Set<string>(tx.acting.holders)
  const referred = new Set(referrals.map(r => r.grantId))
  return (
    grants
      // That somebody elsewhere works with them is told to whoever may know of the referral (K6).
      .filter(g => g.source !== 'referral' || holders.has(g.holderId) || referred.has(g.id))
      // That somebody runs a group they belong to is told to whoever may know of the group (K6).
      .filter(g => g.source !== 'agreement' || holders.has(g.holderId) || told.has(g.id))
      // That a safeguarding lead has a person's record tells of a concern: only they see those lines.
      .filter(g => g.source !== 'safeguarding' || holders.has(g.holderId))
      // That somebody was given a part tells that there may be something of the kind: for those who see it (K6).
      .filter(g => g.source !== 'named-class' || g.classes.every(c => seen.has(c)))
      .map(grant => ({
        grant,
        who: names.get(grant.holderId) ?? organisations.get(grant.holderId) ?? en.organisation,
        isYou: holders.has(grant.holderId),
      }))
  )
}
