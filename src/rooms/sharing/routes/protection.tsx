/** The register of barriers: information governance restricts, shuts out, protects an address, and lifts each again. */
import { z } from 'zod'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { type Barrier, type BarrierGround, listBarriers, listGrantsOn } from '#rooms/access/index.ts'
import { listOrganisations } from '#rooms/directory/index.ts'
import {
  findNames,
  get,
  type HouseRoute,
  html,
  listColleagues,
  post,
  roleMay,
  roleNames,
  type Visit,
} from '#rooms/identity/index.ts'
import { listPeople } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { listGiven } from '../actions/given-classes.ts'
import {
  addressOf,
  addressProtected,
  findCase,
  liftOne,
  listNameable,
  protectWhereabouts,
  restrict,
  searchCase,
  shutOut,
} from '../actions/protection.ts'
import { findForm, liftForm, nameForm, restrictForm, shutOutForm, whereaboutsForm } from '../forms.ts'
import { GivenClasses } from '../pages/given-class-pages.tsx'
import {
  CaseOverviewPage,
  type Choice,
  LiftPage,
  ProtectionPage,
  RestrictPage,
  ShutOutPage,
  WhereaboutsPage,
} from '../pages/protection-pages.tsx'
import type { Case, Nameable } from '../protection.ts'
import { protection as words } from '../words.ts'

const caseParam = z.object({ recordId: idParam<RowId>() })
const barrierParam = caseParam.extend({ barrierId: idParam<RowId>() })
const permission = 'person.protect'

export function protectionRoutes(): HouseRoute[] {
  return [
    get('/protection', { permission, audit: 'protection.list-viewed' }, async visit =>
      page(await listHtml(visit, findForm.empty())),
    ),
    post('/protection', { permission, audit: 'protection.searched' }, async visit => {
      const read = findForm.read(visit.body)
      if (!read.ok) return again(await listHtml(visit, read))
      const { given, family, born } = read.value
      const found = await searchCase(visit.tx, { given, family, bornOn: born })
      return found.ok ? go(`/protection/${found.value}`) : again(await listHtml(visit, addError(read, words.nobody)))
    }),
    get('/protection/:recordId', { permission, audit: 'protection.viewed', params: caseParam }, visit =>
      withCase(visit, async one => {
        const name = await namesOf(visit)
        const keys = (await listGrantsOn(visit.tx, one.person.id)).filter(
          g => g.scope === 'person' && g.classes.includes('restricted'),
        )
        return page(
          html(
            <CaseOverviewPage
              visitor={visit.visitor}
              case={one}
              by={by(name)}
              holderName={name}
              named={[...new Set(keys.map(g => name(g.holderId)))]}
              given={
                <GivenClasses
                  recordId={one.recordId}
                  given={await listGiven(visit.tx, one.person.id)}
                  holderName={name}
                />
              }
            />,
          ),
          { about: [one.person.id] },
        )
      }),
    ),
    get('/protection/:recordId/restrict', { permission, audit: 'protection.form-opened', params: caseParam }, visit =>
      withCase(visit, async one => {
        const offer = offerOf(await listNameable(visit.tx, one))
        return page(restrictHtml(visit, one, offer, offer.form(one).empty()), { about: [one.person.id] })
      }),
    ),
    post('/protection/:recordId/restrict', { permission, audit: 'access.barred', params: caseParam }, visit =>
      withCase(visit, async one => {
        const offer = offerOf(await listNameable(visit.tx, one))
        const read = offer.form(one).read(visit.body)
        const seen = { about: [one.person.id] }
        if (!read.ok) return again(restrictHtml(visit, one, offer, read), seen)
        const { named, another } = read.value
        // Naming more people asks neither: the restriction has both.
        const { ground = 'other', reason = '' } = read.value as { ground?: BarrierGround; reason?: string }
        const outcome = await restrict(visit.tx, {
          case: one,
          named: [...named, ...(another === null ? [] : [another])],
          ground,
          reason,
        })
        if (!outcome.ok) return again(restrictHtml(visit, one, offer, addError(read, words.notNameable, 'named')), seen)
        return go(`/protection/${await addressOf(visit.tx, one.person.id)}`)
      }),
    ),
    ...shutOutRoutes(),
    get('/protection/:recordId/address', { permission, audit: 'protection.form-opened', params: caseParam }, visit =>
      withCase(visit, one =>
        page(html(<WhereaboutsPage visitor={visit.visitor} case={one} form={whereaboutsForm.empty()} />), {
          about: [one.person.id],
        }),
      ),
    ),
    post(
      '/protection/:recordId/address',
      { permission, audit: 'person.whereabouts-protected', params: caseParam },
      visit =>
        withCase(visit, async one => {
          const read = whereaboutsForm.read(visit.body)
          const shown = (form: FormState<'ground' | 'reason'>) =>
            again(html(<WhereaboutsPage visitor={visit.visitor} case={one} form={form} />), { about: [one.person.id] })
          if (!read.ok) return shown(read)
          const standing = one.barriers.some(b => b.kind === 'whereabouts')
          if (standing && (await addressProtected(visit.tx, one.person.id)))
            return shown(addError(read, words.standsAlready))
          await protectWhereabouts(visit.tx, one.person.id, read.value)
          return go(`/protection/${one.recordId}`)
        }),
    ),
    get(
      '/protection/:recordId/lift/:barrierId',
      { permission, audit: 'protection.form-opened', params: barrierParam },
      visit =>
        withBarrier(visit, async (one, barrier) =>
          page(await liftHtml(visit, one, barrier, liftForm.empty()), { about: [one.person.id], target: barrier.id }),
        ),
    ),
    post(
      '/protection/:recordId/lift/:barrierId',
      { permission, audit: 'access.unbarred', params: barrierParam },
      visit =>
        withBarrier(visit, async (one, barrier) => {
          const read = liftForm.read(visit.body)
          if (!read.ok) return again(await liftHtml(visit, one, barrier, read), { about: [one.person.id] })
          await liftOne(visit.tx, barrier, read.value.reason)
          return go(`/protection/${await addressOf(visit.tx, one.person.id)}`)
        }),
    ),
  ]
}

function shutOutRoutes(): HouseRoute[] {
  const shown = (
    visit: Visit<unknown, unknown>,
    one: Case,
    holders: readonly Choice[],
    form: FormState<'who' | 'ground' | 'reason'>,
  ) => html(<ShutOutPage visitor={visit.visitor} case={one} holders={holders} form={form} />)
  return [
    get('/protection/:recordId/shut-out', { permission, audit: 'protection.form-opened', params: caseParam }, visit =>
      withCase(visit, async one => {
        const holders = await holdersOf(visit)
        return page(shown(visit, one, holders, shutOutForm([]).empty()), { about: [one.person.id] })
      }),
    ),
    post('/protection/:recordId/shut-out', { permission, audit: 'access.barred', params: caseParam }, visit =>
      withCase(visit, async one => {
        const holders = await holdersOf(visit)
        const read = shutOutForm(holders.map(h => h.value)).read(visit.body)
        const seen = { about: [one.person.id] }
        if (!read.ok) return again(shown(visit, one, holders, read), seen)
        const { who, ground, reason } = read.value
        const outcome = await shutOut(visit.tx, { case: one, holderId: who, ground, reason })
        if (outcome.ok) return go(`/protection/${one.recordId}`)
        const message = outcome.why === 'already' ? words.already : words.nobodyLeft
        return again(shown(visit, one, holders, addError(read, message, 'who')), seen)
      }),
    ),
  ]
}

export async function withCase(
  visit: Visit<{ recordId: RowId }, unknown>,
  work: (one: Case) => Promise<Answer> | Answer,
): Promise<Answer> {
  const one = await findCase(visit.tx, visit.params.recordId)
  return one ? work(one) : nothing('unknown')
}

function withBarrier(
  visit: Visit<{ recordId: RowId; barrierId: RowId }, unknown>,
  work: (one: Case, barrier: Barrier) => Promise<Answer>,
): Promise<Answer> {
  return withCase(visit, one => {
    const barrier = one.barriers.find(b => b.id === visit.params.barrierId)
    return barrier ? work(one, barrier) : nothing('unknown', [one.person.id])
  })
}

/** The list: a name only where the asker may know the person by their own right. */
async function listHtml(visit: Visit<unknown, unknown>, form: FormState<'given' | 'family' | 'born'>): Promise<Drawn> {
  const barriers = await listBarriers(visit.tx)
  const known = new Map(
    (await listPeople(visit.tx, [...new Set(barriers.map(b => b.personId))])).map(p => [
      p.id,
      `${p.given} ${p.family}`,
    ]),
  )
  const restriction = new Map(barriers.flatMap(b => (b.kind === 'restricted' ? [[b.personId, b.id] as const] : [])))
  const name = await namesOf(visit)
  const address = (id: PersonId) => (known.has(id) ? id : (restriction.get(id) ?? id))
  return html(
    <ProtectionPage
      visitor={visit.visitor}
      form={form}
      rows={barriers.map(barrier => ({
        barrier,
        href: `/protection/${address(barrier.personId)}`,
        whose: known.get(barrier.personId),
        by: by(name)(barrier),
      }))}
    />,
  )
}

async function liftHtml(
  visit: Visit<unknown, unknown>,
  one: Case,
  barrier: Barrier,
  form: FormState<'reason'>,
): Promise<Drawn> {
  const holderName = await namesOf(visit)
  return html(<LiftPage visitor={visit.visitor} case={one} barrier={barrier} form={form} holderName={holderName} />)
}

type Offer = {
  readonly offered: readonly Choice[]
  readonly others: readonly Choice[]
  form(one: Case): ReturnType<typeof restrictForm> | ReturnType<typeof nameForm>
}

/** Ticked one by one: who sees the record by a right of their own, and safeguarding; everybody else from a list. */
function offerOf(nameable: readonly Nameable[]): Offer {
  const isNear = ({ colleague, held }: Nameable) =>
    colleague.role.startsWith('safeguarding') || held.includes('sessions') || held.includes('family')
  const choiceOf = ({ colleague, held }: Nameable): Choice => ({
    value: colleague.accountId,
    label: `${colleague.name}, ${roleNames[colleague.role].toLowerCase()}`,
    ...(held.includes('identity') ? { hint: words.whoNow } : {}),
  })
  const near = nameable.filter(isNear)
  const far = nameable.filter(n => !isNear(n))
  const ids = (from: readonly Nameable[]) => from.map(n => n.colleague.accountId)
  return {
    offered: near.map(choiceOf),
    others: far.map(choiceOf),
    form: one =>
      one.barriers.some(b => b.kind === 'restricted')
        ? nameForm(ids(near), ids(far))
        : restrictForm(ids(near), ids(far)),
  }
}

function restrictHtml(
  visit: Visit<unknown, unknown>,
  one: Case,
  offer: Offer,
  form: FormState<'named' | 'another'> | FormState<'named' | 'another' | 'ground' | 'reason'>,
): Drawn {
  return html(
    <RestrictPage
      visitor={visit.visitor}
      case={one}
      form={form as FormState<'ground' | 'reason' | 'named' | 'another'>}
      offered={offer.offered}
      others={offer.others}
      isRestricted={one.barriers.some(b => b.kind === 'restricted')}
    />,
  )
}

/** Colleagues who may open records or deal with them, and partners. Our own service holds everybody's rights: never it. */
async function holdersOf(visit: Visit<unknown, unknown>): Promise<Choice[]> {
  const colleagues = new Map<AccountId, Choice>()
  for (const c of await listColleagues(visit.tx))
    if (roleMay(c.role, 'person.find') || roleMay(c.role, 'person.open'))
      colleagues.set(c.accountId, { value: c.accountId, label: `${c.name}, ${roleNames[c.role].toLowerCase()}` })
  const partners = (await listOrganisations(visit.tx))
    .filter(o => o.kind !== 'partnership-service' && o.id !== visit.tx.acting.organisationId)
    .map(o => ({ value: o.id as string, label: o.name }))
  return [...colleagues.values(), ...partners]
}

export async function namesOf(visit: Visit<unknown, unknown>): Promise<(id: string) => string> {
  const colleagues = await listColleagues(visit.tx)
  const barriers = await listBarriers(visit.tx)
  const ids = [
    ...colleagues.map(c => c.accountId as string),
    ...barriers.flatMap(b => [b.madeBy, b.holderId].filter(id => id !== null)),
  ]
  const accounts = await findNames(visit.tx, [...new Set(ids)])
  const organisations = new Map((await listOrganisations(visit.tx)).map(o => [o.id as string, o.name]))
  return id => accounts.get(id) ?? organisations.get(id) ?? words.bySystem
}

function by(name: (id: string) => string): (barrier: Barrier) => string {
  return barrier => (barrier.madeBy === null ? words.bySystem : name(barrier.madeBy))
}
