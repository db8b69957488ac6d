import type { Tx } from '#ground/database/tx.ts'
import { formatDay } from '#ground/day.ts'
import {
  listAddresses,
  listContactDetails,
  listEnrolments,
  listIdentifiers,
  listNames,
  maskUpn,
  type Person,
} from '#rooms/people/index.ts'
import { en } from '../words.ts'
import type { SideShown } from './rules.ts'

/** Somebody on record as a side of a comparison: only what the acting account may see. */
export async function sideOfPerson(tx: Tx, person: Person): Promise<SideShown> {
  const [names, addresses, contacts, numbers, places] = await Promise.all([
    listNames(tx, person.id),
    listAddresses(tx, person.id),
    listContactDetails(tx, person.id),
    listIdentifiers(tx, person.id),
    listEnrolments(tx, person.id),
  ])
  const current = names.filter(n => n.replacedAt === null).toSorted((a, b) => rank(a.kind) - rank(b.kind))
  const reached = contacts.filter(c => c.replacedAt === null)
  const number = (kind: string) => numbers.filter(n => n.kind === kind).map(n => n.value)
  const [home] = addresses.filter(a => a.replacedAt === null)
  return {
    title: `${person.given} ${person.family}`,
    says: en.onRecord,
    href: `/people/${person.id}`,
    values: {
      given: unique(current.map(n => n.given)),
      family: unique(current.map(n => n.family)),
      born: person.bornOn === null ? [] : [formatDay(person.bornOn)],
      postcode: unique(addresses.flatMap(a => a.postcode ?? [])),
      upn: number('upn').map(maskUpn),
      uln: number('uln'),
      nhs: number('nhs'),
      phone: unique(reached.filter(c => c.kind !== 'email').map(c => c.value)),
      email: unique(reached.filter(c => c.kind === 'email').map(c => c.value)),
    },
    context: {
      [en.home]: home === undefined ? '' : [home.line1, home.line2, home.town].filter(Boolean).join(', '),
      [en.learning]: places
        .filter(p => p.finishedOn === null)
        .map(p => p.organisationName)
        .join(', '),
    },
  }
}

function rank(kind: string): number {
  return ['legal', 'preferred', 'former'].indexOf(kind)
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}
