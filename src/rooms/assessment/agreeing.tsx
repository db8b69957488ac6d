/** The register of agreeing an assessment: what still wants an answer, what the young person says, and, where it is asked, who looked at it too. */
import { actorOfVisit, findNames, get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import { listDetails } from '#rooms/people/index.ts'
import { oneOf } from '#web/form/clean.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { again, go, nothing, page } from '#web/register.ts'
import { agreeAssessment, listSignals, stampOf } from './actions.ts'
import { asNow, assessmentParam, type Drafting, withAssessment, withDraft } from './drafting.ts'
import { agreeForm, lookIn } from './forms.ts'
import type { AssessmentHouse } from './house.ts'
import { overBy, overWords } from './left/over.ts'
import { listLookers, tellNobodyLooked } from './looks/actions.ts'
import { AgreePage } from './pages/agree-page.tsx'
import { reviewDue } from './rules.ts'
import { en } from './words.ts'

export function agreeRoutes(house: AssessmentHouse): HouseRoute[] {
  return [
    get(
      '/assessments/:assessmentId/agree',
      { permission: 'assessment.write', audit: 'assessment.agree-opened', params: assessmentParam },
      visit =>
        withDraft(house, visit, visit.params.assessmentId, async drafting => {
          const { about, form, draw } = await agreeing(house, visit, drafting)
          const [level] = (await listDetails(visit.tx, drafting.full.personId)).flatMap(d =>
            d.field === 'support-level' && d.replacedAt === null ? [d.value] : [],
          )
          const filled = form.fill({ 'review-on': reviewDue(visit.tx.acting.today, level ?? null) })
          return page(draw(filled), about)
        }),
    ),
    post(
      '/assessments/:assessmentId/agree',
      { permission: 'assessment.write', audit: 'assessment.agreed', params: assessmentParam },
      visit =>
        withAssessment(house, visit, visit.params.assessmentId, async drafting => {
          const { about, form, draw, waiting, lookers } = await agreeing(house, visit, drafting)
          const reading = form.read(visit.body)
          if (drafting.full.state !== 'draft') return again(draw(reading), about, 409)
          const stamp = oneOf(visit.body, 'stamp')
          const asItStands = async (state: FormState) =>
            again((await agreeing(house, visit, await asNow(visit.tx, drafting))).draw(state), about, 409)
          // Told first: a form that is redrawn for another fault would carry the stamp of now, of what nobody saw.
          if (stamp !== stampOf(drafting.full)) return asItStands(addError(reading, en.troubles.stale, 'agreement'))
          if (!reading.ok) return again(draw(reading), about)
          const value = reading.value as Record<string, never> & {
            agreement: 'agreed' | 'disagreed'
            words: string | null
            'review-on': Parameters<typeof reviewDue>[0]
          } & Parameters<typeof lookIn>[0]
          const { accountId } = actorOfVisit(visit)
          const look = lookers === undefined ? undefined : lookIn(value)
          const outcome = await agreeAssessment(visit.tx, drafting.full.rowId, accountId, {
            agreement: value.agreement,
            words: value.words ?? '',
            reviewOn: value['review-on'],
            stamp,
            ...(look && { look }),
            answers: waiting.map(factor => ({
              factor,
              answer: value[`answer-${factor}`] as never,
              words: value[`did-${factor}`] as never,
            })),
          })
          if (outcome.ok) {
            if (look && 'why' in look) await tellNobodyLooked(visit.tx, house, drafting.full, accountId)
            return go(`/people/${drafting.full.personId}/assessment`)
          }
          if (outcome.why === 'unknown') return nothing('unknown', about.about)
          if (outcome.why === 'agreed') return asItStands(reading)
          const field = outcome.why === 'not-ahead' || outcome.why === 'too-far' ? 'review-on' : 'agreement'
          const told = addError(reading, en.troubles[outcome.why], field)
          return outcome.why === 'stale' ? asItStands(told) : again(draw(told), about)
        }),
    ),
  ]
}

/** What the page that agrees a draft asks. */
async function agreeing(house: AssessmentHouse, visit: Visit<unknown, unknown>, drafting: Drafting) {
  const { full, factors, blind } = drafting
  const signals = (await listSignals(visit.tx, full)).filter(s => s.answer === undefined)
  const waiting = signals.map(s => s.factor)
  const names = await findNames(visit.tx, overBy(full))
  const lookers = await listLookers(visit.tx, house, full.personId, actorOfVisit(visit).accountId)
  const isAsked = (code: string) =>
    full.ratings.some(r => r.factor === code && (r.staffLevel !== null || r.ownLevel !== null))
  return {
    about: { about: [full.personId], target: full.rowId },
    form: agreeForm(waiting, lookers),
    waiting,
    lookers,
    draw: (form: FormState) =>
      html(
        <AgreePage
          visitor={visit.visitor}
          frame={drafting.frame}
          assessmentId={full.rowId}
          form={form}
          factors={factors}
          ratings={full.ratings}
          notAsked={factors.map(f => f.code).filter(code => !blind.has(code) && !isAsked(code))}
          signals={signals}
          stamp={stampOf(full)}
          overWords={overWords(full, id => names.get(id ?? '') ?? '')}
          today={visit.tx.acting.today}
          lookers={lookers}
        />,
      ),
  }
}
