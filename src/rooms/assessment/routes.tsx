/** The register of assessments. */
import { z } from 'zod'
import { addMs, dayOf, timeOf } from '#ground/clock.ts'
import { aboutThese, type Tx, together } from '#ground/database/tx.ts'
import { daysBetween, formatDay } from '#ground/day.ts'
import type { AccountId, PersonId } from '#ground/ids.ts'
import { classesOn } from '#rooms/access/index.ts'
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
import type { FormState } from '#web/form/field.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, go, nothing, page } from '#web/register.ts'
import { beginAssessment, type Full, listFull, listSignals, sayRatings } from './actions.ts'
import { agreeRoutes } from './agreeing.tsx'
import { DEPTHS, GROUPS, type GroupCode, type Rating } from './assessment.ts'
import { knownBeside } from './beside.ts'
import { asNow, assessmentParam, blindOf, type Drafting, withAssessment, withDraft } from './drafting.ts'
import { factorsOn } from './factors.ts'
import { answerOf, contentOf, fillGroup, groupForm, refillUntouched, seenRow } from './forms.ts'
import type { AssessmentHouse } from './house.ts'
import { overBy, overWords } from './left/over.ts'
import { readsWhy } from './looks/actions.ts'
import { GroupPage } from './pages/group-page.tsx'
import { AssessmentPage } from './pages/overview-page.tsx'
import { asksInDepth, closerLook, depthsOffered, distances, isSilent, ownIsWorse, saysTheSame } from './rules.ts'
import { listRowsSeen } from './store.ts'
import { en } from './words.ts'

const personParam = z.object({ personId: idParam<PersonId>() })
const groupParam = assessmentParam.extend({ group: z.enum(GROUPS) })
/** Whoever saved something so lately is taken to be at it still. */
const HERE_MS = 15 * 60_000

export function assessmentRoutes(house: AssessmentHouse): HouseRoute[] {
  return [
    get(
      '/people/:personId/assessment',
      { permission: 'person.open', audit: 'assessment.viewed', params: personParam },
      async visit => {
        const { personId } = visit.params
        // Of what the visitor may not see there is nothing: it is asked for beside the frame.
        const [frame, all] = await aboutThese(visit.tx, [personId], tx =>
          Promise.all([house.frame({ ...visit, tx }, personId), listFull(tx, personId)]),
        )
        if (!frame?.seen.has('assessment')) return nothing('unknown', [personId])
        const agreed = all.filter(one => one.state === 'agreed')
        const [drafts, left] = (['draft', 'left'] as const).map(state => all.filter(one => one.state === state))
        const factors = factorsOn(visit.tx.acting.today)
        const last = agreed.at(-1)
        const mayWrite = roleMay(actorOfVisit(visit).role, 'assessment.write') && frame.person.diedOn === null
        const named = all.flatMap(one => [one.startedBy, ...overBy(one), one.lookedWith].filter(id => id !== null))
        const [names, signals, isTrained, why] = await Promise.all([
          findNames(visit.tx, [...new Set(named)]),
          last === undefined ? [] : listSignals(visit.tx, last),
          !mayWrite || house.isTrained(visit.tx, actorOfVisit(visit).accountId),
          whyRead(house, visit, agreed),
        ])
        return page(
          html(
            <AssessmentPage
              visitor={visit.visitor}
              frame={frame}
              factors={factors}
              blind={blindOf(factors, frame.seen)}
              agreed={agreed}
              drafts={drafts ?? []}
              left={left ?? []}
              distances={distances(factors, agreed)}
              signals={signals}
              names={names}
              offered={mayWrite ? depthsOffered(all) : []}
              isTrained={isTrained}
              readsWhy={why}
              mayCorrect={roleMay(actorOfVisit(visit).role, 'record.correct')}
            />,
          ),
          { about: [personId] },
        )
      },
    ),
    post(
      '/people/:personId/assessment/begin',
      { permission: 'assessment.write', audit: 'assessment.begun', params: personParam },
      async visit => {
        const { personId } = visit.params
        const depth = DEPTHS.find(one => one === visit.body['depth'])
        if (depth === undefined || !(await classesOn(visit.tx, personId)).has('assessment'))
          return nothing('unknown', [personId])
        const begun = await beginAssessment(visit.tx, personId, actorOfVisit(visit).accountId, depth)
        if (begun.ok) return go(`/assessments/${begun.value}/education`)
        // What was offered when the page was drawn, and is no longer: the page of now says what is.
        return begun.why === 'not-offered' ? go(`/people/${personId}/assessment`) : nothing('unknown', [personId])
      },
    ),
    ...agreeRoutes(house),
    get(
      '/assessments/:assessmentId/:group',
      { permission: 'assessment.write', audit: 'assessment.group-opened', params: groupParam },
      visit =>
        withDraft(house, visit, visit.params.assessmentId, async drafting => {
          const { form } = groupOf(drafting, visit.params.group)
          const own = drafting.full.ratings.filter(r => !drafting.blind.has(r.factor))
          return page(await drawGroup(house, visit, drafting, visit.params.group, fillGroup(form, own)), {
            about: [drafting.full.personId],
            target: drafting.full.rowId,
          })
        }),
    ),
    post(
      '/assessments/:assessmentId/:group',
      { permission: 'assessment.write', audit: 'assessment.saved', params: groupParam },
      visit =>
        withAssessment(house, visit, visit.params.assessmentId, drafting =>
          saveGroup(house, visit, drafting, visit.params.group),
        ),
    ),
  ]
}

/** Assessments of which the visitor reads why nobody looked at them. */
async function whyRead(
  house: AssessmentHouse,
  visit: Visit<unknown, unknown>,
  agreed: readonly Full[],
): Promise<Set<string>> {
  const me = actorOfVisit(visit).accountId
  const those = agreed.filter(one => one.lookedWhy !== '')
  const by = [...new Set(those.flatMap(one => one.agreedBy ?? []))]
  const reads = await Promise.all(by.map(one => readsWhy(visit.tx, house, me, one)))
  const open = new Set(by.filter((_, i) => reads[i]))
  return new Set(those.filter(one => one.agreedBy !== null && open.has(one.agreedBy)).map(one => one.rowId))
}

async function saveGroup(
  house: AssessmentHouse,
  visit: Visit<unknown, unknown>,
  drafting: Drafting,
  group: GroupCode,
): Promise<Answer> {
  const { full, blind } = drafting
  const about = { about: [full.personId], target: full.rowId }
  const { form, factors } = groupOf(drafting, group)
  const hidesClose = !drafting.frame.seen.has('restricted')
  const reading = form.read(visit.body)
  const late = async () =>
    again(await drawGroup(house, visit, await asNow(visit.tx, drafting), group, reading), about, 409)
  if (full.state !== 'draft') return late()
  if (!reading.ok) return again(await drawGroup(house, visit, drafting, group, reading), about)
  const then = typeof visit.body['then'] === 'string' ? visit.body['then'] : 'leave'
  const still = then.startsWith('still-') ? then.slice(6) : undefined
  const ids = factors.flatMap(factor => seenRow(visit.body, factor.code) ?? [])
  const [rowsSeen, before] = await together([
    listRowsSeen(visit.tx, full.rowId, ids),
    still === undefined ? Promise.resolve([]) : beforeOf(visit.tx, full),
  ])
  const sayings = factors.flatMap(factor => {
    const isBlind = blind.has(factor.code)
    // What saves itself saves what its writer sees again: else each time would say it once more.
    if (then === 'keep' && (isBlind || (hidesClose && contentOf(factor, reading.value).isRestricted))) return []
    const seen = isBlind ? undefined : rowsSeen.find(r => r.factor === factor.code)
    const typed = contentOf(factor, reading.value)
    const isTouched = seen === undefined ? !isSilent(typed) : !saysTheSame(seen, typed)
    // What was typed wins over what was said before.
    const earlier = factor.code === still && !isTouched && !isBlind ? before.find(r => r.factor === still) : undefined
    if (!isTouched && earlier === undefined) return []
    const answer = answerOf(factor, reading.value)
    return [{ factor: factor.code, content: earlier ?? typed, seen, ...(answer && { answer }), isTouched }]
  })
  const saved = await sayRatings(visit.tx, full.rowId, sayings)
  if (saved.ok)
    return go(afterSaving(full, group, then, still), { seen: { ...about, payload: { factors: saved.value } } })
  if (saved.why !== 'stale') return saved.why === 'agreed' ? late() : nothing('unknown', about.about)
  const now = await asNow(visit.tx, drafting)
  const touched = new Set(sayings.filter(s => s.isTouched).map(s => s.factor))
  const untouched = factors.map(f => f.code).filter(code => !touched.has(code))
  const seen = now.full.ratings.filter(r => !blind.has(r.factor))
  const filled = refillUntouched(form, reading, untouched, seen)
  const theirs = saved.factors.map(factor => ({ factor, rating: seen.find(r => r.factor === factor) }))
  return again(await drawGroup(house, visit, now, group, filled, theirs), about, 409)
}

function afterSaving(full: Full, group: GroupCode, then: string, still: string | undefined): string {
  const next = GROUPS[GROUPS.indexOf(group) + 1]
  if (still !== undefined) return `/assessments/${full.rowId}/${group}#factor-${encodeURIComponent(still)}`
  if (then === 'next' && next !== undefined) return `/assessments/${full.rowId}/${next}`
  if (then === 'stay' || then === 'keep') return `/assessments/${full.rowId}/${group}`
  if (then === 'agree') return `/assessments/${full.rowId}/agree`
  return `/people/${full.personId}/assessment`
}

function groupOf(drafting: Drafting, group: GroupCode) {
  const factors = drafting.factors.filter(factor => factor.group === group)
  const unseen = { blind: drafting.blind, close: !drafting.frame.seen.has('restricted') }
  return { factors, form: groupForm(factors, unseen) }
}

/** What was agreed last of each factor, before this assessment. */
async function beforeOf(tx: Tx, full: Full): Promise<Rating[]> {
  const agreed = (await listFull(tx, full.personId)).filter(one => one.state === 'agreed')
  return distances(factorsOn(full.startedOn), agreed).flatMap(d => d.latest ?? [])
}

async function drawGroup(
  house: AssessmentHouse,
  visit: Visit<unknown, unknown>,
  drafting: Drafting,
  group: GroupCode,
  form: FormState,
  theirs: readonly { readonly factor: string; readonly rating: Rating | undefined }[] = [],
) {
  const { tx } = visit
  const { full, blind } = drafting
  const { today, at } = tx.acting
  const me = actorOfVisit(visit).accountId
  const ratings = full.ratings.filter(r => !blind.has(r.factor))
  const lately = ratings.filter(r => r.recordedBy !== null && r.recordedBy !== me && r.recordedAt > addMs(at, -HERE_MS))
  const by = [...lately, ...theirs.flatMap(t => t.rating ?? [])].flatMap(r => r.recordedBy ?? [])
  const [before, beside, names] = await Promise.all([
    beforeOf(tx, full),
    knownBeside(house, tx, full.personId),
    findNames(tx, [...new Set([...by, ...overBy(full)])]),
  ])
  const nameOf = (id: AccountId | null) => (id === null ? '' : (names.get(id) ?? ''))
  const last = ratings
    .map(r => r.recordedAt)
    .toSorted()
    .at(-1)
  return html(
    <GroupPage
      visitor={visit.visitor}
      frame={drafting.frame}
      assessmentId={full.rowId}
      group={group}
      form={form}
      factors={drafting.factors}
      blind={blind}
      ratings={ratings}
      before={before
        .filter(r => !blind.has(r.factor))
        .map(rating => ({ on: formatDay(rating.saidOn), rating, age: en.age(daysBetween(rating.saidOn, today)) }))}
      beside={beside}
      inDepth={new Set(asksInDepth(ratings))}
      closer={closerLook(
        full.depth,
        before.filter(r => !blind.has(r.factor)),
        ratings,
      )}
      talkAbout={ownIsWorse(ratings)}
      savedAt={last === undefined ? undefined : dayOf(last) === today ? timeOf(last) : formatDay(dayOf(last))}
      hereToo={[...new Set(lately.map(r => nameOf(r.recordedBy)))].filter(Boolean)}
      hidesClose={!drafting.frame.seen.has('restricted')}
      besides={full.standing.filter(r => !blind.has(r.factor) && !ratings.includes(r))}
      theirs={theirs.map(one => ({ ...one, by: nameOf(one.rating?.recordedBy ?? null) }))}
      overWords={overWords(full, nameOf)}
    />,
  )
}
