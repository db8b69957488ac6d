/** The register of records kept apart, and of new identities: information governance alone (K5). */
import { z } from 'zod'
import { asHouse, type Tx } from '#ground/database/tx.ts'
import { formatDay } from '#ground/day.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import { findNames, get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import { findPerson, fold } from '#rooms/people/index.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, go, nothing, page } from '#web/register.ts'
import { beginIdentity } from '../actions/new-identity.ts'
import { proveProtection } from '../actions/proof.ts'
import { addressOf, findCase, searchCase } from '../actions/protection.ts'
import type { ApartHouse } from '../apart.ts'
import { apartForm, identityForm, liftForm } from '../forms.ts'
import { ApartPage, IdentityBegunPage, LiftApartPage, NewIdentityPage } from '../pages/apart-pages.tsx'
import { ProofPage } from '../pages/proof-page.tsx'
import type { ProofHouse } from '../proof.ts'
import type { Case } from '../protection.ts'
import { apart as words } from '../words.ts'

const caseParam = z.object({ recordId: idParam<RowId>() })
const apartParam = caseParam.extend({ apartId: idParam<RowId>() })
const permission = 'person.protect'
type OfCase = Visit<{ recordId: RowId }, unknown>

export function apartRoutes(house: ApartHouse & ProofHouse): HouseRoute[] {
  return [
    get('/protection/:recordId/since', { permission, audit: 'protection.proved', params: caseParam }, visit =>
      withCase(visit, async one => {
        const proof = await proveProtection(visit.tx, house, one, await house.apartOf(visit.tx, one.person.id))
        return page(
          html(<ProofPage visitor={visit.visitor} case={one} proof={proof} today={formatDay(visit.tx.acting.today)} />),
          { about: [one.person.id] },
        )
      }),
    ),
    get('/protection/:recordId/apart', { permission, audit: 'barrier.list-viewed', params: caseParam }, visit =>
      withCase(visit, async one =>
        page(await apartHtml(house, visit, one, apartForm.empty()), { about: [one.person.id] }),
      ),
    ),
    post('/protection/:recordId/apart', { permission, audit: 'barrier.asked', params: caseParam }, visit =>
      withCase(visit, async one => {
        const read = apartForm.read(visit.body)
        const seen = { about: [one.person.id] }
        if (!read.ok) return again(await apartHtml(house, visit, one, read), seen)
        const { given, family, born, reason } = read.value
        const found = await searchCase(visit.tx, { given, family, bornOn: born }, one.person.id)
        const other = found.ok ? await findCase(visit.tx, found.value) : undefined
        if (!other) return again(await apartHtml(house, visit, one, addError(read, words.nobody, 'given')), seen)
        const outcome = await house.setApart(visit.tx, one.person.id, other.person.id, reason)
        if (!outcome.ok)
          return again(await apartHtml(house, visit, one, addError(read, words.refused[outcome.why], 'given')), seen)
        return go(`/protection/${one.recordId}/apart`)
      }),
    ),
    get(
      '/protection/:recordId/apart/:apartId',
      { permission, audit: 'protection.form-opened', params: apartParam },
      visit =>
        withCase(visit, async one => {
          const kept = (await house.apartOf(visit.tx, one.person.id)).find(k => k.id === visit.params.apartId)
          if (!kept) return nothing('unknown', [one.person.id])
          return page(html(<LiftApartPage visitor={visit.visitor} case={one} kept={kept} form={liftForm.empty()} />), {
            about: [one.person.id],
          })
        }),
    ),
    post(
      '/protection/:recordId/apart/:apartId',
      { permission, audit: 'barrier.lift-asked', params: apartParam },
      visit =>
        withCase(visit, async one => {
          const kept = (await house.apartOf(visit.tx, one.person.id)).find(k => k.id === visit.params.apartId)
          if (!kept) return nothing('unknown', [one.person.id])
          const read = liftForm.read(visit.body)
          if (!read.ok)
            return again(html(<LiftApartPage visitor={visit.visitor} case={one} kept={kept} form={read} />), {
              about: [one.person.id],
            })
          await house.endApart(visit.tx, one.person.id, kept.id, read.value.reason)
          return go(`/protection/${one.recordId}/apart`)
        }),
    ),
    get(
      '/protection/:recordId/new-identity',
      { permission, audit: 'protection.form-opened', params: caseParam },
      visit =>
        withCase(visit, one =>
          page(html(<NewIdentityPage visitor={visit.visitor} case={one} form={identityForm.empty()} />), {
            about: [one.person.id],
          }),
        ),
    ),
    post('/protection/:recordId/new-identity', { permission, audit: 'identity.begun', params: caseParam }, visit =>
      withCase(visit, async one => {
        const read = identityForm.read(visit.body)
        const seen = { about: [one.person.id] }
        if (!read.ok) return again(html(<NewIdentityPage visitor={visit.visitor} case={one} form={read} />), seen)
        const { given, family, born, reason } = read.value
        const isSame = fold(given) === fold(one.person.given) && fold(family) === fold(one.person.family)
        if (isSame)
          return again(
            html(<NewIdentityPage visitor={visit.visitor} case={one} form={addError(read, words.sameName, 'given')} />),
            seen,
          )
        const personId = await beginIdentity(visit.tx, house, one, { given, family, bornOn: born, reason })
        if (personId === undefined) return nothing('unknown', [one.person.id])
        return go(`/protection/${await addressOf(visit.tx, personId)}/begun`)
      }),
    ),
    get('/protection/:recordId/begun', { permission, audit: 'protection.viewed', params: caseParam }, visit =>
      withCase(visit, one =>
        page(html(<IdentityBegunPage visitor={visit.visitor} case={one} />), { about: [one.person.id] }),
      ),
    ),
  ]
}

async function withCase(visit: OfCase, work: (one: Case) => Promise<Answer> | Answer): Promise<Answer> {
  const one = await findCase(visit.tx, visit.params.recordId)
  return one ? work(one) : nothing('unknown')
}

async function apartHtml(house: ApartHouse, visit: OfCase, one: Case, form: Parameters<typeof ApartPage>[0]['form']) {
  const kept = await house.apartOf(visit.tx, one.person.id)
  const names = await findNames(
    visit.tx,
    kept.flatMap(k => k.setBy ?? []),
  )
  const lines = []
  for (const each of kept)
    lines.push({
      kept: each,
      other: await otherOf(visit.tx, each.otherId),
      by: names.get(each.setBy ?? '') ?? words.bySystem,
    })
  return html(<ApartPage visitor={visit.visitor} case={one} lines={lines} form={form} />)
}

/** How the other record is named: by its name to whoever may have it before them, else by what keeps it from them (K4, K5). */
async function otherOf(tx: Tx, otherId: PersonId): Promise<string> {
  const state = (await asHouse(tx, 'who is kept apart', worker => findPerson(worker, otherId)))?.state
  // A sealed identity is named nowhere, here neither.
  if (state !== 'active') return words.sealed
  const other = await findCase(tx, await addressOf(tx, otherId))
  return other === undefined ? words.notYours : `${other.person.given} ${other.person.family}`
}
