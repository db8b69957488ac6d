/** The register of "who looked", for information governance: by identity, never the content. */
import { z } from 'zod'
import { asHouse, type Tx } from '#ground/database/tx.ts'
import { type PersonId } from '#ground/ids.ts'
import { listRightsOver } from '#rooms/access/index.ts'
import { type AuditEvent, listAbout, listRecent } from '#rooms/audit/index.ts'
import { actorOfVisit, bareCode, findNames, get, type HouseRoute, html, roleMay } from '#rooms/identity/index.ts'
import { formerIds, joinedInto } from '#rooms/matching/index.ts'
import { findPerson, listAddresses, listAdults, listPeople } from '#rooms/people/index.ts'
import { idParam } from '#web/params.ts'
import { nothing, page } from '#web/register.ts'
import { actorWords } from '../event-words.ts'
import { odditiesOf } from '../looks.ts'
import { LookedPage, type LookRow } from '../pages/looked-pages.tsx'
import { en } from '../words.ts'

const personParam = z.object({
  personId: idParam<PersonId>(),
})

/** What the house hands to the pages of who looked. */
export type LookedHouse = {
  /** Home postcodes of accounts that gave one, without spaces: for comparing only. */
  homePostcodesOf(tx: Tx, accountIds: readonly string[]): Promise<ReadonlyMap<string, string>>
}

export function lookedRoutes(house: LookedHouse): HouseRoute[] {
  return [
    get('/who-looked', { permission: 'audit.read', audit: 'audit.list-viewed' }, async visit => {
      const events = (await listRecent(visit.tx, 200)).filter(e => e.personIds.length > 0)
      const ids = [...new Set(events.flatMap(e => e.personIds))]
      // What happened on a record that went into another is about the one it went into.
      const joined = await joinedInto(visit.tx, ids)
      const people = await listPeople(visit.tx, [...new Set([...ids, ...joined.values()])])
      const names = await namesOf(visit.tx, events)
      const known = new Map(people.map(p => [p.id, `${p.given} ${p.family}`]))
      const rows = events.map((event): LookRow => {
        const whom = [...new Set(event.personIds.map(id => joined.get(id) ?? id))].flatMap(id =>
          known.has(id) ? [{ id: id as string, name: known.get(id) ?? '' }] : [],
        )
        return { event, who: whoOf(event, names), odd: event.outcome === 'refused' ? [en.oddities.refused] : [], whom }
      })
      return page(
        html(
          <LookedPage
            visitor={visit.visitor}
            title={en.looked}
            lead={en.lookedLead}
            today={visit.tx.acting.today}
            rows={rows}
            showsWhom
          />,
        ),
        {
          about: people.map(p => p.id),
        },
      )
    }),
    get(
      '/who-looked/:personId',
      { permission: 'audit.read', audit: 'audit.person-viewed', params: personParam },
      async visit => {
        const { tx } = visit
        const person = await findPerson(tx, visit.params.personId)
        if (!person) return nothing('unknown', [visit.params.personId])
        // Events are about whom they were about: also those on a record that was joined to this one.
        const ids = [person.id, ...(await formerIds(tx, person.id))]
        const events = (await Promise.all(ids.map(id => listAbout(tx, id, 500))))
          .flat()
          .filter((event, n, all) => all.findIndex(other => other.id === event.id) === n)
          .toSorted((a, b) => (a.at < b.at || (a.at === b.at && a.id < b.id) ? 1 : -1))
          .slice(0, 500)
        const names = await namesOf(tx, events)
        // Names of adults are of the family class: here one is only compared, and said when it is the looker's own.
        const adults = await asHouse(tx, 'is the one who looked round them', worker => listAdults(worker, person.id))
        // So are addresses, protected ones too: that is where a look from next door matters most.
        const addresses = await asHouse(tx, 'does the one who looked live there', worker =>
          listAddresses(worker, person.id),
        )
        const homes = await house.homePostcodesOf(tx, [...names.keys()])
        const known = {
          family: person.family,
          adults: adults.map(adult => adult.name),
          postcodes: addresses.flatMap(a => (a.postcode === null ? [] : [bareCode(a.postcode)])),
          rights: (await Promise.all(ids.map(id => listRightsOver(tx, id)))).flat(),
        }
        const rows = events.map((event): LookRow => {
          const who = whoOf(event, names)
          const home = event.actorId === null ? undefined : homes.get(event.actorId)
          const odd = odditiesOf(event, { name: who, home }, known, events, tx.acting.at).map(
            oddity => en.oddities[oddity],
          )
          return { event, who, odd, whom: [] }
        })
        const title = `${en.looked}: ${person.given} ${person.family}`
        return page(
          html(
            <LookedPage
              visitor={visit.visitor}
              title={title}
              lead={en.lookedLead}
              today={tx.acting.today}
              rows={rows}
              showsWhom={false}
              {...(roleMay(actorOfVisit(visit).role, 'person.protect')
                ? { protectHref: `/protection/${person.id}` }
                : {})}
            />,
          ),
          { about: [person.id] },
        )
      },
    ),
  ]
}

function namesOf(tx: Tx, events: readonly AuditEvent[]): Promise<ReadonlyMap<string, string>> {
  return findNames(tx, [...new Set(events.flatMap(e => (e.actorId === null ? [] : [e.actorId])))])
}

function whoOf(event: AuditEvent, names: ReadonlyMap<string, string>): string {
  return (event.actorId === null ? undefined : names.get(event.actorId)) ?? actorWords[event.actorKind]
}
