/** The register of making a record and changing name and birth date. */
import { formatDay } from '#ground/day.ts'
import { actorOfVisit, get, type HouseRoute, html, post } from '#rooms/identity/index.ts'
import { addError } from '#web/form/form.ts'
import { again, go, page } from '#web/register.ts'
import { changeIdentity, createPerson } from '../actions/record.ts'
import { identityForm, newPersonForm } from '../forms.ts'
import type { PersonFrame } from '../frame.ts'
import { IdentityPage, NewPersonPage } from '../pages/edit-pages.tsx'
import type { PersonName } from '../person.ts'
import { birthTrouble } from '../rules.ts'
import { findAnyone } from '../search.ts'
import { findPerson, listNames, listPeople } from '../store/person.ts'
import { en } from '../words.ts'

import { bySelf, framed, type PeopleHouse, personParam } from './shared.ts'

export function identityEditRoutes(house: PeopleHouse): HouseRoute[] {
  return [
    get('/people/new', { permission: 'person.create', audit: { none: 'an empty form' } }, visit =>
      page(html(<NewPersonPage visitor={visit.visitor} form={newPersonForm.empty()} likely={[]} />)),
    ),
    post('/people/new', { permission: 'person.create', audit: 'person.created' }, async visit => {
      const form = newPersonForm.read(visit.body)
      if (!form.ok) return again(html(<NewPersonPage visitor={visit.visitor} form={form} likely={[]} />))
      const { value } = form
      const trouble = birthTrouble(value.born, visit.tx.acting.today)
      if (trouble)
        return again(
          html(<NewPersonPage visitor={visit.visitor} form={addError(form, en.birth[trouble], 'born')} likely={[]} />),
        )
      const names = namesOf(value)
      if (value.checked !== 'yes') {
        const words = `${value.given} ${value.family}`.toLowerCase().split(' ')
        // As a search finds them, and as matching weighs them: only those the maker may know (K8).
        const weighed = await listPeople(visit.tx, await house.likelySame(visit.tx, names, value.born))
        const found = await findAnyone(visit.tx, { words, bornOn: value.born, identifier: null, postcode: null })
        const likely = [
          ...new Map(
            [...weighed.filter(p => p.state === 'active'), ...found.map(f => f.person)].map(p => [p.id, p]),
          ).values(),
        ]
        if (likely.length > 0)
          return again(
            html(<NewPersonPage visitor={visit.visitor} form={form} likely={likely} />),
            { about: likely.map(l => l.id) },
            409,
          )
      }
      const [legal, preferred] = names
      if (!legal) throw new Error('a form with names makes a legal one')
      const personId = await createPerson(visit.tx, {
        legal,
        preferred: preferred ?? null,
        bornOn: value.born,
        source: bySelf(visit.tx),
      })
      await house.personMade(visit.tx, actorOfVisit(visit), personId)
      return go(`/people/${personId}`)
    }),
    get(
      '/people/:personId/identity',
      { permission: 'person.edit', audit: 'person.edit-opened', params: personParam },
      visit =>
        framed(house, visit, async frame => {
          const names = await listNames(visit.tx, frame.person.id)
          return page(
            html(
              <IdentityPage
                visitor={visit.visitor}
                frame={frame}
                form={fillIdentity(frame, names)}
                stale={undefined}
              />,
            ),
            { about: [frame.person.id] },
          )
        }),
    ),
    post(
      '/people/:personId/identity',
      { permission: 'person.edit', audit: 'person.changed', params: personParam },
      visit =>
        framed(house, visit, async frame => {
          const form = identityForm.read(visit.body)
          const { person } = frame
          const shown = (state: Parameters<typeof IdentityPage>[0]['form'], stale?: { names: string; born: string }) =>
            html(<IdentityPage visitor={visit.visitor} frame={frame} form={state} stale={stale} />)
          if (!form.ok) return again(shown(form), { about: [person.id] })
          const trouble = birthTrouble(form.value.born, visit.tx.acting.today)
          if (trouble) return again(shown(addError(form, en.birth[trouble], 'born')), { about: [person.id] })
          const before = (await listNames(visit.tx, person.id)).find(n => n.kind === 'legal' && n.replacedAt === null)
          const changed = namesOf(form.value)
          const former: PersonName[] =
            before && form.value['keep-former'] === 'yes' ? [{ ...before, kind: 'former' }] : []
          const outcome = await changeIdentity(
            visit.tx,
            person.id,
            { names: [...changed, ...former], bornOn: form.value.born, source: bySelf(visit.tx) },
            Number(form.value.version),
          )
          if (outcome.ok) return go(`/people/${person.id}`)
          const now = await findPerson(visit.tx, person.id)
          const fresh = { ...form, answers: { ...form.answers, version: String(now?.version ?? person.version) } }
          return again(
            shown(addError(fresh, en.stale), {
              names: `${now?.given ?? ''} ${now?.family ?? ''}`,
              born: now?.bornOn ? formatDay(now.bornOn) : '',
            }),
            { about: [person.id] },
            409,
          )
        }),
    ),
  ]
}

type Names = {
  given: string
  middle: string | null
  family: string
  'preferred-given': string | null
  'preferred-family': string | null
}

/** The legal name, and the preferred one when any part of it is another. */
function namesOf(value: Names): PersonName[] {
  const legal: PersonName = { kind: 'legal', given: value.given, middle: value.middle ?? '', family: value.family }
  const given = value['preferred-given'] ?? value.given
  const family = value['preferred-family'] ?? value.family
  const another = given !== value.given || family !== value.family
  return another ? [legal, { kind: 'preferred', given, middle: '', family }] : [legal]
}

function fillIdentity(frame: PersonFrame, names: readonly (PersonName & { replacedAt: string | null })[]) {
  const current = names.filter(n => n.replacedAt === null)
  const legal = current.find(n => n.kind === 'legal')
  const preferred = current.find(n => n.kind === 'preferred')
  return identityForm.fill({
    given: legal?.given ?? frame.person.given,
    middle: legal?.middle ?? null,
    family: legal?.family ?? frame.person.family,
    'preferred-given': preferred?.given ?? null,
    'preferred-family': preferred?.family ?? null,
    ...(frame.person.bornOn === null ? {} : { born: frame.person.bornOn }),
    version: String(frame.person.version),
  })
}
