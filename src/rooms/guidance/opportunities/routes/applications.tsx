/** The register of applications: an adviser's own list, one with its steps, and what is open for a young person. */
import { z } from 'zod'
import { aboutThese } from '#ground/database/tx.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import type { Result } from '#ground/result.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'
import {
  actorOfVisit,
  findNames,
  get,
  type HouseRoute,
  html,
  post,
  roleMay,
  type Visit,
} from '#rooms/identity/index.ts'
import type { PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError, NO_FORM } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { pageOf, pageQuery } from '#web/shell/list-pages.tsx'
import { framed, type PersonVisit, personParam } from '../../framed.ts'
import { mayKnow, type StepTrouble, suggest } from '../actions/applications.ts'
import { reasonsFor } from '../actions/opportunities.ts'
import { type Application, MOVES, type Move } from '../application.ts'
import { en, sayReasons, suggestTroubles } from '../application-words.ts'
import { FORMS, suggestForm } from '../forms.ts'
import type { GuidanceHouse } from '../house.ts'
import type { Opportunity } from '../opportunity.ts'
import { ApplicationPage } from '../pages/application-page.tsx'
import { ApplicationsPage } from '../pages/applications-page.tsx'
import { ForPersonPage, type OfferedHere, SuggestPage } from '../pages/suits-page.tsx'
import { isOfAge, isOpen, movesIn } from '../rules.ts'
import { findApplication, listApplicationsOf, listApplicationsOn, listNeeds, listSteps } from '../store/applications.ts'
import { findOpportunity, listOffers, listOpportunities } from '../store/opportunities.ts'
import { standsAs, take } from './moves.ts'
import { MOST_OPEN, opportunityParam } from './opportunities.tsx'

const MOST_OF_ONES_OWN = 500
const MOST_OVER = 100
const applicationParam = z.object({ applicationId: idParam<RowId>() })
const forQuery = z.object({ page: pageQuery })
const listQuery = z.object({ show: z.enum(['open', 'over']).catch('open').default('open') })
type SuggestVisit = Visit<{ personId: PersonId; opportunityId: RowId }, unknown>
type ApplicationVisit = Visit<{ applicationId: RowId }, unknown>

const AUDITS: Readonly<Record<Move, string>> = {
  want: 'application.answered',
  'put-forward': 'application.put-forward',
  prepare: 'application.prepared',
  interview: 'application.interview-set',
  result: 'application.result-said',
  accept: 'application.accepted',
  start: 'application.start-said',
  withdraw: 'application.withdrawn',
}

export function applicationRoutes(house: GuidanceHouse): HouseRoute[] {
  return [
    get(
      '/applications',
      { permission: 'application.use', audit: 'application.list-viewed', query: listQuery },
      async visit => {
        const { tx, query } = visit
        const most = query.show === 'open' ? MOST_OF_ONES_OWN : MOST_OVER
        const lines = await listApplicationsOf(tx, actorOfVisit(visit).accountId, query.show, most)
        return page(
          html(
            <ApplicationsPage
              visitor={visit.visitor}
              lines={lines}
              showsOver={query.show === 'over'}
              today={tx.acting.today}
            />,
          ),
          { about: [...new Set(lines.map(one => one.personId))] },
        )
      },
    ),
    get(
      '/people/:personId/opportunities',
      { permission: 'application.use', audit: 'application.of-person-viewed', params: personParam, query: forQuery },
      visit => framed(house, visit, frame => forPerson(house, visit, frame, visit.query.page)),
    ),
    get(
      '/people/:personId/opportunities/:opportunityId',
      { permission: 'application.use', audit: 'application.form-opened', params: personParam.and(opportunityParam) },
      visit =>
        suggesting(house, visit, async (frame, opportunity) => {
          const candidate = await candidateOf(house, visit, frame)
          const { needs } = candidate
          const reasons = await reasonsFor(visit.tx, candidate, needs, opportunity)
          // What stands there is a beginning: the adviser says it in words of their own.
          const form = suggestForm.fill({ ...(reasons.length > 0 && { why: sayReasons(reasons) }), needs })
          return page(suggestPage(visit, frame, opportunity, form), { about: [frame.person.id] })
        }),
    ),
    post(
      '/people/:personId/opportunities/:opportunityId',
      { permission: 'application.use', audit: 'application.suggested', params: personParam.and(opportunityParam) },
      visit =>
        suggesting(house, visit, async (frame, opportunity) => {
          const { id } = frame.person
          const read = suggestForm.read(visit.body)
          if (!read.ok) return again(suggestPage(visit, frame, opportunity, read), { about: [id] })
          const done = await suggest(visit.tx, id, opportunity, actorOfVisit(visit).accountId, read.value)
          if (done.ok) return go(`/applications/${done.value}`)
          if (done.why === 'not-theirs') return nothing('class', [id])
          const form = addError(read, suggestTroubles[done.why])
          return again(suggestPage(visit, frame, opportunity, form), { about: [id] })
        }),
    ),
    get(
      '/applications/:applicationId',
      { permission: 'application.use', audit: 'application.viewed', params: applicationParam },
      visit =>
        withApplication(visit, async application => {
          const drawn = await applicationPage(house, visit, application)
          return drawn ? page(drawn, seenOf(application)) : nothing('unknown', [application.personId])
        }),
    ),
    ...MOVES.map(move =>
      post(
        `/applications/:applicationId/${move}`,
        { permission: 'application.use', audit: AUDITS[move], params: applicationParam },
        visit => moved(house, visit, move),
      ),
    ),
  ]
}

const seenOf = (one: Application) => ({ about: [one.personId], target: one.rowId })

/** One whose name tells more than the visitor may see of this young person is not there for them (K6, K8). */
function suggesting(
  house: GuidanceHouse,
  visit: SuggestVisit,
  work: (frame: PersonFrame, opportunity: Opportunity) => Promise<Answer>,
): Promise<Answer> {
  return framed(house, visit, async frame => {
    const opportunity = await findOpportunity(visit.tx, visit.params.opportunityId)
    const { id, diedOn } = frame.person
    if (!opportunity || diedOn !== null) return nothing('unknown', [id])
    if (!(await mayKnow(visit.tx, id, opportunity.discloses || CLASS_BITS.guidance))) return nothing('class', [id])
    return work(frame, opportunity)
  })
}

/** What is looked at of somebody, read once for however many opportunities. */
async function candidateOf(house: GuidanceHouse, { tx }: PersonVisit, { person }: PersonFrame) {
  const [activityCode, needs] = await aboutThese(tx, [person.id], within =>
    Promise.all([house.activityOf(within, person.id), listNeeds(within, [person.id])]),
  )
  return { personId: person.id, bornOn: person.bornOn, activityCode, town: null, needs: needs.get(person.id) ?? [] }
}

async function forPerson(
  house: GuidanceHouse,
  visit: PersonVisit,
  frame: PersonFrame,
  wanted: number,
): Promise<Answer> {
  const { tx } = visit
  const { id, bornOn, diedOn } = frame.person
  const { today } = tx.acting
  const [applications, open] = await Promise.all([
    listApplicationsOn(tx, id),
    diedOn === null ? listOffers(tx, { show: 'open', most: MOST_OPEN, withWords: false }) : [],
  ])
  const suggested = new Set(applications.filter(a => a.state !== 'withdrawn').map(a => a.opportunityId))
  // Of one whose name tells something nobody is proposed: whoever asks for it is put forward from the opportunity itself.
  const mayDo = open.filter(
    one => !suggested.has(one.rowId) && isOfAge(bornOn, one, today) !== false && seesClass(frame, one),
  )
  const part = pageOf(mayDo, wanted)
  const offered: OfferedHere[] = []
  if (part.total > 0) {
    const candidate = await candidateOf(house, visit, frame)
    const ids = part.rows.map(one => one.rowId)
    for (const opportunity of await listOpportunities(tx, ids))
      offered.push({ opportunity, reasons: await reasonsFor(tx, candidate, candidate.needs, opportunity) })
  }
  return page(
    html(
      <ForPersonPage
        visitor={visit.visitor}
        frame={frame}
        applications={applications}
        part={{ ...part, rows: offered }}
        today={today}
      />,
    ),
    { about: [id] },
  )
}

function seesClass(frame: PersonFrame, { discloses }: Pick<Opportunity, 'discloses'>): boolean {
  return discloses === 0 || [...frame.seen].some(one => CLASS_BITS[one] === discloses)
}

function suggestPage(
  visit: Visit<unknown, unknown>,
  frame: PersonFrame,
  opportunity: Opportunity,
  form: FormState,
): Drawn {
  const { today } = visit.tx.acting
  return html(
    <SuggestPage
      visitor={visit.visitor}
      frame={frame}
      opportunity={opportunity}
      isOpen={isOpen(opportunity, today)}
      isOfAge={isOfAge(frame.person.bornOn, opportunity, today)}
      form={form}
      today={today}
    />,
  )
}

async function withApplication(
  visit: ApplicationVisit,
  work: (application: Application) => Promise<Answer>,
): Promise<Answer> {
  const application = await findApplication(visit.tx, visit.params.applicationId)
  return application ? work(application) : nothing('unknown')
}

/** What is wrong with a step, and the box it leads to. */
const WRONG: Readonly<Record<StepTrouble, string>> = {
  stale: en.stale,
  over: en.overNow,
  'not-now': en.stale,
  'not-open': en.notOpen,
  'not-yet': en.notYet,
  died: en.diedNow,
  ahead: en.ahead,
  'long-ago': en.longAgo,
  'before-it': en.beforeIt,
  'too-far': en.tooFar,
}
const CONFLICTS: ReadonlySet<StepTrouble> = new Set(['stale', 'over', 'not-now', 'not-open', 'died'])
const BOX_OF: Partial<Readonly<Record<Move, string>>> = {
  'put-forward': 'put-on',
  interview: 'interview-on',
  accept: 'starts-on',
  start: 'started',
}

/** A step from the version the page showed: once however often it is sent, and what was typed is kept. */
function moved(house: GuidanceHouse, visit: ApplicationVisit, move: Move): Promise<Answer> {
  return withApplication(visit, async application => {
    const here = `/applications/${application.rowId}`
    const given = Number(visit.body['version'])
    const read: FormState & { readonly ok: boolean } = FORMS[move].read(visit.body)
    const refuse = async (form: FormState, status: 409 | 422): Promise<Answer> => {
      const now = (await findApplication(visit.tx, application.rowId)) ?? application
      const drawn = await applicationPage(house, visit, now, form, move)
      return drawn ? again(drawn, seenOf(application), status) : nothing('unknown', [application.personId])
    }
    if (given === application.version - 1 && (await wasDone(visit, application, move))) return go(here)
    if (given !== application.version) return refuse(addError({ ...read, errors: [] }, en.stale), 409)
    if (!read.ok && movesIn(application.state).includes(move)) return refuse(read, 422)
    const done: Result<null, StepTrouble> = await take(visit.tx, application, move, visit.body)
    if (done.ok) return go(here)
    if (CONFLICTS.has(done.why)) return refuse(addError({ ...read, errors: [] }, WRONG[done.why]), 409)
    const box = BOX_OF[move]
    return refuse(addError(read, WRONG[done.why], box), 422)
  })
}

/** Whether the very step was the last that was done, with the very answers: a button pressed twice. */
async function wasDone({ tx, body }: ApplicationVisit, application: Application, move: Move): Promise<boolean> {
  const last = (await listSteps(tx, application.rowId)).at(-1)
  const of: Readonly<Record<Move, readonly string[]>> = {
    want: ['wanted', 'not-wanted'],
    'put-forward': ['put-forward'],
    prepare: ['prepared'],
    interview: ['interview'],
    result: ['offered', 'not-offered'],
    accept: ['accepted'],
    start: ['started', 'not-started'],
    withdraw: ['withdrawn'],
  }
  if (last === undefined || last.by !== tx.acting.actorId || !of[move].includes(last.step)) return false
  return standsAs(move, body, application, last)
}

async function applicationPage(
  house: GuidanceHouse,
  visit: ApplicationVisit,
  application: Application,
  form: FormState = NO_FORM,
  typed?: Move,
): Promise<Drawn | undefined> {
  const { tx } = visit
  const frame = await house.frame(visit, application.personId)
  const opportunity = await findOpportunity(tx, application.opportunityId)
  if (!frame || !opportunity) return undefined
  const steps = await listSteps(tx, application.rowId)
  const names = await findNames(tx, [...new Set([application.putBy, ...steps.flatMap(one => one.by ?? [])])])
  return html(
    <ApplicationPage
      visitor={visit.visitor}
      frame={frame}
      application={application}
      opportunity={opportunity}
      steps={steps}
      names={names}
      moves={frame.person.diedOn === null ? movesIn(application.state) : []}
      mayCorrect={roleMay(actorOfVisit(visit).role, 'record.correct')}
      today={tx.acting.today}
      form={form}
      typed={typed}
    />,
  )
}
