/** The register of links to a plan: made by staff, read and answered by the young person. */
import type { ComponentChildren } from 'preact'
import { addMonths, aheadTrouble, type Day } from '#ground/day.ts'
import type { RowId } from '#ground/ids.ts'
import { record } from '#rooms/audit/index.ts'
import { actorOfVisit, findNames, get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import { findPerson } from '#rooms/people/index.ts'
import {
  asOwn,
  BY_LINK,
  doOwn,
  endLinkOn,
  inForceOn,
  type Link,
  type LinkVisit,
  linkParam,
  listLinksOn,
  listStatements,
  lookThroughLink,
  makeSecureLink,
  OWN_PAGES,
  type OwnPage,
  type OwnPart,
  showOwn,
  tellMaker,
  useLink,
  type Within,
} from '#rooms/sharing/index.ts'
import { oneOf } from '#web/form/clean.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { dayIn, type Language } from '#web/language.ts'
import { idParam } from '#web/params.ts'
import { pdfFile } from '#web/pdf/answer.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { agreePlan, seeSteps } from '../actions.ts'
import type { LogEntry } from '../log/entry.ts'
import { listLogOn } from '../log/store.ts'
import { ownPathways } from '../pathways/own/rules.ts'
import { listPathwaysOn } from '../pathways/store.ts'
import type { Plan, Step } from '../plan.ts'
import { type PersonVisit, type PlanHouse, type Planning, personParam, withLiving } from '../routes/planning.ts'
import { openPart, REVIEW_MONTHS } from '../rules.ts'
import { findPlan } from '../store.ts'
import { en } from '../words.ts'
import { askedOfSteps, makeLinkForm, ownAnswerIn, stepField } from './forms.ts'
import { OwnPlanPage, ownDocument } from './own-page.tsx'
import { MadeLinkPage, MakeLinkPage } from './staff-page.tsx'
import { ownPlanIn } from './words.ts'

const OFFERED_MONTHS = 3
const oneLinkParam = personParam.extend({ linkId: idParam<RowId>() })

export function planLinkRoutes(house: PlanHouse): HouseRoute[] {
  return [
    get(
      '/people/:personId/plan/link',
      { permission: 'plan.write', audit: 'plan.link-opened', params: personParam },
      visit =>
        withLiving(house, visit, async planning => {
          const offered = await pagesOffered(house, visit.tx, planning)
          const form = makeLinkForm(offered).fill({
            pages: offered.includes('plan') ? ['plan', 'file'] : [],
            'review-on': addMonths(visit.tx.acting.today, OFFERED_MONTHS),
          })
          return page(await makePage(visit, planning, form, offered), { about: [planning.frame.person.id] })
        }),
    ),
    post('/people/:personId/plan/link', { permission: 'plan.write', audit: 'link.made', params: personParam }, visit =>
      withLiving(house, visit, planning => make(house, visit, planning)),
    ),
    post(
      '/people/:personId/plan/link/:linkId/end',
      { permission: 'plan.write', audit: 'link.ended', params: oneLinkParam },
      visit =>
        withLiving(house, visit, async ({ frame }) => {
          const { id } = frame.person
          const isEnded = await endLinkOn(visit.tx, id, 'plan', visit.params.linkId)
          return isEnded ? go(`/people/${id}/plan/link`) : nothing('unknown', [id])
        }),
    ),
    get('/open/:token/plan', { ...BY_LINK, params: linkParam }, visit => showOwn(house.within, visit, PART)),
    get('/open/:token/plan.pdf', { ...BY_LINK, params: linkParam }, visit => ownFile(house.within, visit)),
    post('/open/:token/plan', { ...BY_LINK, params: linkParam }, visit => answer(house.within, visit)),
  ]
}

/** Pages a link may open to them: of a plan with a goal, of support that goes on and may stand on a phone, and of what is in force of what stays between us, where their answer would be read. */
async function pagesOffered(house: PlanHouse, tx: Tx, { frame }: Planning): Promise<OwnPage[]> {
  const { id } = frame.person
  const [plan, pathways, support, statements] = await Promise.all([
    findPlan(tx, id),
    listPathwaysOn(tx, id),
    house.supportOf(tx, id),
    frame.seen.has('sessions') ? listStatements(tx) : [],
  ])
  const isThere: Readonly<Record<OwnPage, boolean>> = {
    plan: openPart(plan).goals.length > 0,
    file: true,
    pathway: ownPathways(pathways).length > 0,
    group: support.isInGroup,
    statement: inForceOn(statements, tx.acting.today) !== undefined,
  }
  return OWN_PAGES.filter(one => isThere[one])
}

async function makePage(
  visit: PersonVisit,
  { frame }: Planning,
  form: FormState,
  offered: readonly OwnPage[],
): Promise<Drawn> {
  const { tx } = visit
  const links = await listLinksOn(tx, frame.person.id, 'plan')
  return html(
    <MakeLinkPage
      visitor={visit.visitor}
      frame={frame}
      form={form}
      links={links}
      names={await findNames(tx, [...new Set(links.map(one => one.madeBy))])}
      at={tx.acting.at}
      offered={offered}
    />,
  )
}

async function make(house: PlanHouse, visit: PersonVisit, planning: Planning): Promise<Answer> {
  const { id } = planning.frame.person
  const offered = await pagesOffered(house, visit.tx, planning)
  const read = makeLinkForm(offered).read(visit.body)
  const shown = async (form: FormState) => again(await makePage(visit, planning, form, offered), { about: [id] })
  if (!read.ok) return shown(read)
  const { pages } = read.value
  const reviewOn = pages.includes('plan') ? read.value['review-on'] : null
  const trouble = reviewOn === null ? undefined : aheadTrouble(reviewOn, visit.tx.acting.today, REVIEW_MONTHS)
  if (trouble) return shown(addError(read, en.troubles[trouble], 'review-on'))
  const made = await makeSecureLink(visit.tx, {
    ...{ personId: id, kind: 'plan', madeBy: actorOfVisit(visit).accountId, reviewOn, pages },
  })
  return page(
    html(<MadeLinkPage visitor={visit.visitor} frame={planning.frame} made={made} publicUrl={house.publicUrl} />),
    { about: [id], target: made.rowId },
  )
}

type OpenedPlan = {
  readonly link: Link
  readonly given: string
  readonly adviser: string
  readonly plan: Plan
  readonly log: readonly LogEntry[]
}

type Tx = Visit['tx']

async function openedPlan(tx: Tx, link: Link): Promise<OpenedPlan | undefined> {
  const person = await findPerson(tx, link.personId)
  if (person?.state !== 'active' || person.diedOn !== null) return undefined
  const [names, plan, log] = await Promise.all([
    findNames(tx, [link.madeBy]),
    findPlan(tx, link.personId),
    listLogOn(tx, link.personId),
  ])
  return { link, given: person.given, adviser: names.get(link.madeBy) ?? '', plan, log }
}

function drawn(
  visit: Pick<LinkVisit, 'visitor' | 'params'>,
  opened: OpenedPlan,
  form: FormState,
  notice?: ComponentChildren,
): ReturnType<typeof html> {
  const { language } = visit.visitor
  return html(
    <OwnPlanPage
      visitor={visit.visitor}
      token={visit.params.token}
      given={opened.given}
      adviser={opened.adviser}
      plan={opened.plan}
      log={opened.log}
      pages={opened.link.pages}
      form={form}
      {...shownBeside(opened, language)}
      notice={notice}
    />,
  )
}

const PART: OwnPart<OpenedPlan> = {
  which: 'plan',
  open: openedPlan,
  draw: drawn,
  empty: ownFormOf,
  viewed: { action: 'plan.viewed-by-link' },
}

/** The same to keep, as a file: exactly what the page shows. */
async function ownFile(within: Within, visit: LinkVisit): Promise<Answer> {
  const { language } = visit.visitor
  const made = await asOwn(within, visit, 'plan', async (tx, link) => {
    const found = await openedPlan(tx, link)
    if (!found || openPart(found.plan).goals.length === 0) return null
    const document = ownDocument({ ...found, ...shownBeside(found, language), language, today: tx.acting.today })
    const file = await pdfFile(tx, 'my-plan', document)
    await record(tx, { action: 'plan.printed-by-link', about: [link.personId], target: link.rowId })
    return file
  })
  return made ?? go(made === null ? `/open/${visit.params.token}/plan` : `/open/${visit.params.token}`)
}

/** What stands beside their plan: the day to look again, and what they said by this very link. */
function shownBeside({ link, plan }: OpenedPlan, language: Language) {
  return {
    reviewOn: link.reviewOn === null ? null : ownPlanIn(language).reviewOn(dayIn(language, link.reviewOn)),
    said: plan.agreements.find(one => one.linkId === link.rowId),
  }
}

/**
 * Their own page of a plan as they would see it behind a link of a colleague's, for somebody who looks as they do: nothing of it is kept.
 * @returns undefined where there would be nothing
 */
export async function lookAtOwnPlan(
  within: Within,
  visit: Visit<unknown, unknown>,
  wanted: Pick<Parameters<typeof lookThroughLink>[2], 'personId' | 'maker'> & {
    readonly notice: (given: string) => ComponentChildren
  },
): Promise<ReturnType<typeof html> | undefined> {
  const { notice, ...link } = wanted
  const reviewOn = addMonths(visit.tx.acting.today, OFFERED_MONTHS)
  return lookThroughLink(
    within,
    visit.tx,
    { ...link, kind: 'plan', reviewOn, pages: ['plan', 'file'] },
    async (tx, opened, token) => {
      const found = await openedPlan(tx, opened)
      return (
        found &&
        drawn({ visitor: visit.visitor, params: { token } }, found, ownFormOf(visit, found), notice(found.given))
      )
    },
  )
}

/** Their form, with what they said before of how big each step is. */
function ownFormOf({ visitor }: Pick<LinkVisit, 'visitor'>, { plan }: OpenedPlan): FormState {
  const said = askedOfSteps(plan)
    .filter(step => step.ownStep !== 'not-asked')
    .map(step => [stepField(step), step.ownStep])
  return ownAnswerIn(visitor.language, plan).fill(Object.fromEntries(said))
}

/** They say what they think of it: kept as their own words, and whoever made the link is told. Sent twice, it is once. */
function answer(within: Within, visit: LinkVisit): Promise<Answer> {
  const { language } = visit.visitor
  const stamp = oneOf(visit.body, 'stamp')
  return doOwn(within, visit, PART, async (tx, link, before) => {
    const read = ownAnswerIn(language, before.plan).read(visit.body)
    if (!read.ok) return { form: read, status: 422 }
    if (before.plan.agreements.some(one => one.linkId === link.rowId)) return undefined
    const said = await agreePlan(tx, link.personId, link.madeBy, {
      ...{ agreement: read.value.agreement, words: read.value.words ?? '', copyGiven: 'sent', viewOfHelp: '' },
      ...{ reviewOn: laterOf(link, tx.acting.today), stamp, linkId: link.rowId },
    })
    if (!said.ok) return { form: addError(read, ownPlanIn(language).changed, 'agreement'), status: 409 }
    await sayOwnSteps(tx, before, read.value)
    await useLink(tx, link)
    await tellMaker(tx, link, 'plan.answered-by-link')
    return undefined
  })
}

/** How big each step is, in their own view; what they leave out stays as it was. */
async function sayOwnSteps(tx: Tx, { plan }: OpenedPlan, value: object): Promise<void> {
  const said = value as Readonly<Record<string, Step | null | undefined>>
  for (const step of askedOfSteps(plan)) {
    const ownStep = said[stepField(step)]
    if (ownStep) await seeSteps(tx, step, { ownStep, adviserStep: step.adviserStep })
  }
}

/** The day that was agreed beforehand to look again; one that is past by now is offered anew by whoever reviews. */
function laterOf(link: Link, today: Day): Day {
  const { reviewOn } = link
  return reviewOn !== null && reviewOn > today ? reviewOn : addMonths(today, OFFERED_MONTHS)
}
