/** The register of "who looked", for information governance: by identity, never the content. */
import { z } from 'zod'
import type { Tx } from '#ground/database/tx.ts'
import { type PersonId } from '#ground/ids.ts'
import { listGrantsOn } from '#rooms/access/index.ts'
import { type AuditEvent, listAbout, listRecent } from '#rooms/audit/index.ts'
import { actorOfVisit, findNames, get, type HouseRoute, html, roleMay } from '#rooms/identity/index.ts'
import { findPerson, fold, listPeople } from '#rooms/people/index.ts'
import { idParam } from '#web/params.ts'
import { nothing, page } from '#web/register.ts'
import { LookedPage, type LookRow } from '../pages/looked-pages.tsx'
import { en } from '../words.ts'

const personParam = z.object({
  personId: idParam<PersonId>(),
})

export function lookedRoutes(): HouseRoute[] {
  return [
    get('/who-looked', { permission: 'audit.read', audit: 'audit.list-viewed' }, async visit => {
      const events = (await listRecent(visit.tx, 200)).filter(e => e.personIds.length > 0)
      const people = await listPeople(visit.tx, [...new Set(events.flatMap(e => e.personIds))])
      const names = await namesOf(visit.tx, events)
      const known = new Map(people.map(p => [p.id, `${p.given} ${p.family}`]))
      const rows = events.map((event): LookRow => {
        const whom = event.personIds.flatMap(id =>
          known.has(id) ? [{ id: id as string, name: known.get(id) ?? '' }] : [],
        )
        return { event, who: whoOf(event, names), odd: event.outcome === 'refused' ? [en.oddRefused] : [], whom }
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
        const events = await listAbout(tx, person.id, 500)
        const names = await namesOf(tx, events)
        const holders = new Set((await listGrantsOn(tx, person.id)).map(g => g.holderId))
        const family = fold(person.family)
        const rows = events.map((event): LookRow => {
          const who = whoOf(event, names)
          const odd = [
            ...(event.outcome === 'refused' ? [en.oddRefused] : []),
            ...(event.actorKind === 'account' && event.actorId !== null && !holders.has(event.actorId)
              ? [en.oddNoRight]
              : []),
            ...(event.actorKind === 'account' && fold(who).split(' ').at(-1) === family ? [en.oddSurname] : []),
          ]
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
  return event.actorId === null
    ? event.actorKind === 'nobody'
      ? en.nobodySignedIn
      : event.actorKind
    : (names.get(event.actorId) ?? event.actorKind)
}
