/** A new identity (adoption, protection): a new record starts, the old one is sealed, and nothing crosses (K5). */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import { endEverythingOn } from '#rooms/access/index.ts'
import { createPerson, sealPerson } from '#rooms/people/index.ts'
import type { ApartHouse } from '../apart.ts'
import type { Case } from '../protection.ts'

export type NewIdentity = {
  readonly given: string
  readonly family: string
  readonly bornOn: Day
  readonly reason: string
}

/**
 * Starts the new record with what is given and nothing else: no name, number, address, adult or contact of the old one. Every
 * right to the old one ends, what was asked about it is withdrawn, and the two are never compared again.
 */
export function beginIdentity(
  tx: Tx,
  house: ApartHouse,
  old: Case,
  wanted: NewIdentity,
): Promise<PersonId | undefined> {
  return asHouse(tx, 'a new identity', async worker => {
    // Sealed first: whoever asks twice at once is second.
    if (!(await sealPerson(worker, old.person.id, wanted.reason))) return undefined
    const personId = await createPerson(worker, {
      legal: { given: wanted.given, middle: '', family: wanted.family },
      preferred: null,
      bornOn: wanted.bornOn,
      source: { kind: 'staff', organisationId: null, saidOn: worker.acting.today },
    })
    await endEverythingOn(worker, old.person.id, 'sealed')
    await house.forgetAsked(worker, old.person.id)
    const apart = await house.setApart(worker, old.person.id, personId, wanted.reason)
    if (!apart.ok) throw new Error('a new record cannot be set apart already')
    return personId
  })
}
