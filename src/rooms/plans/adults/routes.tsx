/** The register of links for parents and carers: chosen and shown first, made, and read by them (K2, K11). */
import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import { asHouse } from '#ground/database/tx.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'
import {
  actorOfVisit,
  findNames,
  freshPage,
  get,
  type HouseRoute,
  html,
  post,
  type Visit,
} from '#rooms/identity/index.ts'
import { type Adult, listAdults } from '#rooms/people/index.ts'
import {
  asOpened,
  BY_LINK,
  endLinkOn,
  endSecureLink,
  linkParam,
  listLinksOn,
  lookThroughLink,
  makeSecureLink,
  OverPage,
  type Within,
} from '#rooms/sharing/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, go, nothing, page } from '#web/register.ts'
import { MadeLinkPage } from '../links/staff-page.tsx'
import type { Goal, Plan } from '../plan.ts'
import { type PersonVisit, type PlanHouse, type Planning, personParam, withLiving } from '../routes/planning.ts'
import { openPart } from '../rules.ts'
import { findPlan } from '../store.ts'
import { AdultPlanPage } from './adult-page.tsx'
import { chooseForm, saysForm } from './forms.ts'
import { mayBeAsked, openingBasis, partFor, reviewAhead, shownOf, stampFor } from './rules.ts'
import { decidingOn, readAsAdult, sharedBehind } from './sharing.ts'
import { ChooseAdultPage, ShownPage } from './staff-pages.tsx'
import { en } from './words.ts'

const oneLinkParam = personParam.extend({ linkId: idParam<RowId>() })
/** What was chosen stands in the address, as ids: the page can be shown again, and nothing is kept of what was only looked at. */
const chosenQuery = z.object({ adult: z.string().max(60).optional(), goals: z.string().max(4000).optional() })

export function adultLinkRoutes(house: PlanHouse): HouseRoute[] {
  return [
    get(
      '/people/:personId/plan/adult',
      { permission: 'plan.write', audit: 'plan.adult-link-opened', params: personParam },
      visit =>
        withLiving(house, visit, async planning => {
          const offer = await offerOf(visit, planning)
          const { id } = planning.frame.person
          // Nothing to show, and nothing that was.
          if (offer.goals.length === 0 && (await listLinksOn(visit.tx, id, 'adult')).length === 0)
            return go(`/people/${id}/plan`)
          return page(await choosePage(visit, planning, offer, offer.form.empty()), {
            about: [planning.frame.person.id],
          })
        }),
    ),
    post(
      '/people/:personId/plan/adult',
      { permission: 'plan.write', audit: 'plan.adult-link-chosen', params: personParam },
      visit =>
        withLiving(house, visit, async planning => {
          const { id } = planning.frame.person
          const offer = await offerOf(visit, planning)
          const read = offer.form.read(visit.body)
          if (!read.ok) return again(await choosePage(visit, planning, offer, read), { about: [id] })
          const { adult, goals } = read.value
          return go(`/people/${id}/plan/adult/shown?adult=${adult}&goals=${goals.join('.')}`)
        }),
    ),
    get(
      '/people/:personId/plan/adult/shown',
      { permission: 'plan.write', audit: 'plan.adult-link-shown', params: personParam, query: chosenQuery },
      visit =>
        withLiving(house, visit, async planning => {
          const { id } = planning.frame.person
          const { adult, goals } = visit.query
          const offer = await offerOf(visit, planning)
          const chosen = offer.form.read({ adult, goals: goals?.split('.') ?? [] })
          if (!chosen.ok) return go(`/people/${id}/plan/adult`)
          return page(shownPage(visit, planning, offer, chosen.value, saysForm.empty()), { about: [id] })
        }),
    ),
    post(
      '/people/:personId/plan/adult/make',
      { permission: 'plan.write', audit: 'link.made', params: personParam },
      visit => withLiving(house, visit, planning => make(house, visit, planning)),
    ),
    post(
      '/people/:personId/plan/adult/:linkId/end',
      { permission: 'plan.write', audit: 'link.ended', params: oneLinkParam },
      visit =>
        withLiving(house, visit, async ({ frame }) => {
          const { id } = frame.person
          const isEnded = await endLinkOn(visit.tx, id, 'adult', visit.params.linkId)
          return isEnded ? go(`/people/${id}/plan/adult`) : nothing('unknown', [id])
        }),
    ),
    get('/open/:token/shared', { ...BY_LINK, params: linkParam }, async visit => {
      const shared = await asOpened(
        house.within,
        visit,
        'adult',
        async (tx, link) => (await readAsAdult(tx, link)) ?? null,
      )
      if (shared === undefined) return go(`/open/${visit.params.token}`)
      if (shared === null) return page(html(<OverPage visitor={visit.visitor} token={visit.params.token} />))
      const { visitor, params } = visit
      return freshPage(visit, html(<AdultPlanPage visitor={visitor} token={params.token} shared={shared} />))
    }),
  ]
}

type Offer = {
  readonly adults: readonly Adult[]
  readonly goals: readonly Goal[]
  readonly plan: Plan
  readonly form: ReturnType<typeof chooseForm>
}

/** Whom and what there is to choose from, as far as the visitor sees it. */
async function offerOf(visit: PersonVisit, { frame }: Planning): Promise<Offer> {
  const plan = await findPlan(visit.tx, frame.person.id)
  const { goals } = openPart(plan)
  const adults = (await listAdults(visit.tx, frame.person.id)).filter(mayBeAsked)
  const form = chooseForm(
    adults.map(one => one.rowId),
    goals.map(one => one.rowId),
  )
  return { adults, goals, plan, form }
}

async function choosePage(visit: PersonVisit, { frame }: Planning, offer: Offer, form: FormState) {
  const links = await listLinksOn(visit.tx, frame.person.id, 'adult')
  return html(
    <ChooseAdultPage
      visitor={visit.visitor}
      frame={frame}
      form={form}
      adults={offer.adults}
      goals={offer.goals}
      links={links}
      names={await findNames(visit.tx, [...new Set(links.map(one => one.madeBy))])}
      at={visit.tx.acting.at}
    />,
  )
}

type Chosen = { readonly adult: string; readonly goals: readonly string[] }

function shownPage(visit: PersonVisit, { frame }: Planning, offer: Offer, chosen: Chosen, form: FormState) {
  const adult = offer.adults.find(one => one.rowId === chosen.adult)
  if (!adult) throw new Error('chosen from what was offered')
  const part = partFor(offer.plan, chosen.goals as readonly RowId[], CLASS_BITS.plan)
  return html(
    <ShownPage
      visitor={visit.visitor}
      frame={frame}
      form={form}
      adult={adult}
      part={part}
      stamp={stampFor(part)}
      adviser={actorOfVisit(visit).name}
      reviewOn={reviewAhead(offer.plan, visit.tx.acting.today)}
    />,
  )
}

async function make(house: PlanHouse, visit: PersonVisit, planning: Planning): Promise<Answer> {
  const { id } = planning.frame.person
  const offer = await offerOf(visit, planning)
  const chosen = offer.form.read(visit.body)
  // What was chosen is not there any more: chosen anew, with what is there now.
  if (!chosen.ok) return again(await choosePage(visit, planning, offer, chosen), { about: [id] })
  const read = saysForm.read(visit.body)
  const shown = (form: FormState, status?: 409) =>
    again(shownPage(visit, planning, offer, chosen.value, form), { about: [id] }, status)
  if (!read.ok) return shown(read)
  const adult = offer.adults.find(one => one.rowId === chosen.value.adult)
  if (!adult) return nothing('unknown', [id])
  const part = partFor(offer.plan, chosen.value.goals as readonly RowId[], CLASS_BITS.plan)
  if (visit.body['stamp'] !== stampFor(part)) return shown(addError({ ...read, answers: {} }, en.changed, 'says'), 409)
  const opening = openingBasis(adult, read.value.says, await decidingOn(visit.tx, id, adult))
  if ('trouble' in opening) {
    const answer = shown(addError(read, en.troubles[opening.trouble], 'says'))
    if (opening.trouble !== 'said-no') return answer
    // A no stands from now on: what they said yes to before is not opened any more, whatever else is answered.
    for (const link of await listLinksOn(visit.tx, id, 'adult'))
      if (link.adultId === adult.rowId) await endSecureLink(visit.tx, link, 'They do not want it any more')
    return { ...answer, keep: true } as Answer
  }
  const made = await makeSecureLink(visit.tx, {
    ...{ personId: id, kind: 'adult', madeBy: actorOfVisit(visit).accountId, reviewOn: null },
    adult: {
      adultId: adult.rowId,
      basis: opening.basis,
      shown: shownOf(part),
    },
  })
  return page(
    html(<MadeLinkPage visitor={visit.visitor} frame={planning.frame} made={made} publicUrl={house.publicUrl} />),
    { about: [id], target: made.rowId },
  )
}

/** An adult on record, and whether they were ever let read something. */
export type AdultReader = Pick<Adult, 'rowId' | 'name' | 'relationship'> & { readonly hasLink: boolean }

/** The adults on record who were let read something, with what the last link to each opens: for whoever looks as they would. */
export async function listAdultReaders(tx: Visit['tx'], personId: PersonId): Promise<AdultReader[]> {
  return asHouse(tx, 'looking as a parent would', async worker => {
    const links = await listLinksOn(worker, personId, 'adult')
    return (await listAdults(worker, personId)).map(({ rowId, name, relationship }) => ({
      ...{ rowId, name, relationship },
      hasLink: links.some(link => link.adultId === rowId),
    }))
  })
}

/**
 * A parent's or carer's page as they would see it, by what was last chosen for them: nothing of it is kept.
 * @returns undefined where nothing was ever chosen for them, or it would not open any more
 */
export async function lookAtAdultPlan(
  within: Within,
  visit: Visit<unknown, unknown>,
  wanted: Pick<Parameters<typeof lookThroughLink>[2], 'personId' | 'maker'> & {
    readonly adultId: RowId
    readonly notice: ComponentChildren
  },
): Promise<ReturnType<typeof html> | undefined> {
  const { personId, maker, adultId } = wanted
  const links = await asHouse(visit.tx, 'looking as a parent would', worker => listLinksOn(worker, personId, 'adult'))
  const last = links.find(link => link.adultId === adultId)
  if (!last?.adultShown || !last.adultBasis) return undefined
  const adult = { adultId, basis: last.adultBasis, shown: last.adultShown }
  return lookThroughLink(
    within,
    visit.tx,
    { personId, maker, kind: 'adult', reviewOn: null, adult },
    async (tx, opened, token) => {
      const shared = await sharedBehind(tx, opened)
      return (
        shared && html(<AdultPlanPage visitor={visit.visitor} token={token} shared={shared} notice={wanted.notice} />)
      )
    },
  )
}
