/** The register of drafts that are left, and taken up again. */
import { z } from 'zod'
import type { RowId } from '#ground/ids.ts'
import { actorOfVisit, get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import type { FramePerson, PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError, form } from '#web/form/form.ts'
import { longText } from '#web/form/text.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { type Full, findFull, stampOf } from '../actions.ts'
import { en } from '../words.ts'
import { leaveDraft, type SignalPeople, takeUpDraft } from './actions.ts'
import { LeavePage } from './leave-page.tsx'

const assessmentParam = z.object({ assessmentId: idParam<RowId>() })
type LeftVisit = Visit<{ assessmentId: RowId }, unknown>
type House = { readonly frame: FramePerson; readonly signals: SignalPeople }

const leaveForm = form({ why: longText({ missing: en.leaveWhyMissing, max: 500, tooLong: en.leaveTooLong }) })

export function leftDraftRoutes(house: House): HouseRoute[] {
  return [
    get(
      '/assessments/:assessmentId/leave',
      { permission: 'assessment.write', audit: 'assessment.leave-opened', params: assessmentParam },
      visit =>
        withOne(house, visit, 'draft', async (full, frame) =>
          page(drawn(visit, full, frame, leaveForm.empty()), { about: [full.personId], target: full.rowId }),
        ),
    ),
    post(
      '/assessments/:assessmentId/leave',
      { permission: 'assessment.write', audit: 'assessment.left', params: assessmentParam },
      visit => withOne(house, visit, 'draft', (full, frame) => leave(house, visit, full, frame)),
    ),
    post(
      '/assessments/:assessmentId/take-up',
      { permission: 'assessment.write', audit: 'assessment.taken-up', params: assessmentParam },
      visit =>
        withOne(house, visit, 'left', async full => {
          const taken = await takeUpDraft(visit.tx, full.rowId)
          if (taken.ok) return go(`/assessments/${full.rowId}/education`)
          return taken.why === 'unknown'
            ? nothing('unknown', [full.personId])
            : go(`/people/${full.personId}/assessment`)
        }),
    ),
  ]
}

async function leave(house: House, visit: LeftVisit, full: Full, frame: PersonFrame): Promise<Answer> {
  const about = { about: [full.personId], target: full.rowId }
  const read = leaveForm.read(visit.body)
  if (!read.ok) return again(drawn(visit, full, frame, read), about)
  const stamp = typeof visit.body['stamp'] === 'string' ? visit.body['stamp'] : ''
  const { accountId } = actorOfVisit(visit)
  const done = await leaveDraft(visit.tx, full.rowId, accountId, read.value.why, stamp, house.signals)
  if (done.ok) return go(`/people/${full.personId}/assessment`)
  if (done.why === 'unknown') return nothing('unknown', about.about)
  const told = addError(read, en.leaveTroubles[done.why], 'why')
  return again(drawn(visit, full, frame, told), about, done.why === 'unanswered' ? 422 : 409)
}

/** One in a state, for those who see assessments; in another there is nothing to do here. */
async function withOne(
  house: House,
  visit: LeftVisit,
  state: 'draft' | 'left',
  work: (full: Full, frame: PersonFrame) => Promise<Answer>,
): Promise<Answer> {
  const full = await findFull(visit.tx, visit.params.assessmentId)
  const frame = full && (await house.frame(visit, full.personId))
  if (!full || !frame?.seen.has('assessment')) return nothing('unknown', full ? [full.personId] : [])
  if (full.state !== state || frame.person.diedOn !== null) return go(`/people/${full.personId}/assessment`)
  return work(full, frame)
}

function drawn(visit: LeftVisit, full: Full, frame: PersonFrame, state: FormState): Drawn {
  return html(<LeavePage visitor={visit.visitor} frame={frame} full={full} stamp={stampOf(full)} form={state} />)
}
