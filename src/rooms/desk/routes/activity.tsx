/** The register of what somebody does now: set, and confirmed on somebody's word. */
import { isAfter } from '#ground/day.ts'
import { get, type HouseRoute, html, post, type Visitor } from '#rooms/identity/index.ts'
import {
  ACTIVITY_CODES,
  type ActivitySpell,
  confirmActivity,
  groupOf,
  setActivity,
  spellOfNow,
} from '#rooms/tracking/index.ts'
import { addError } from '#web/form/form.ts'
import { again, go, nothing, page } from '#web/register.ts'
import { activityWords } from '../activity-words.ts'
import { activityForm, confirmForm } from '../forms.ts'
import type { DeskFrame } from '../frame.tsx'
import { ActivityPage, ConfirmPage } from '../pages/activity-page.tsx'
import { en } from '../words.ts'
import { framed, personParam } from './framed.ts'

export function activityRoutes(): HouseRoute[] {
  return [
    get(
      '/people/:personId/activity',
      { permission: 'person.edit', audit: 'person.edit-opened', params: personParam },
      visit =>
        framed(visit, async frame =>
          frame.seen.has('tracking')
            ? page(html(<ActivityPage visitor={visit.visitor} frame={frame} form={activityForm.empty()} />), {
                about: [frame.person.id],
              })
            : nothing('class', [frame.person.id]),
        ),
    ),
    post(
      '/people/:personId/activity',
      { permission: 'person.edit', audit: 'activity.set', params: personParam },
      visit =>
        framed(visit, async frame => {
          const { id } = frame.person
          if (!frame.seen.has('tracking')) return nothing('class', [id])
          const read = activityForm.read(visit.body)
          const shown = (state: Parameters<typeof ActivityPage>[0]['form']) =>
            again(html(<ActivityPage visitor={visit.visitor} frame={frame} form={state} />), { about: [id] })
          if (!read.ok) return shown(read)
          const { today } = visit.tx.acting
          if (!ACTIVITY_CODES.has(read.value.code)) return shown(addError(read, activityWords.missingActivity, 'code'))
          if (isAfter(read.value.from, today)) return shown(addError(read, en.fromFuture, 'from'))
          const { code, said } = read.value
          if (said === null && groupOf(code) !== 'not-known')
            return shown(addError(read, activityWords.missingSaid, 'said'))
          const set = await setActivity(
            visit.tx,
            id,
            {
              code,
              organisationId: null,
              detail: read.value.detail ?? '',
              startedOn: read.value.from,
              verifiedOn: today,
              verifiedBy: said,
              reviewOn: read.value.review,
              predictedEndOn: read.value.until,
            },
            { kind: 'staff', organisationId: visit.tx.acting.organisationId, saidOn: today },
          )
          if (!set.ok && set.why !== 'unknown-code')
            return shown(
              addError(
                read,
                activityWords.activityTroubles[set.why],
                set.why === 'ends-before-start' ? 'until' : 'review',
              ),
            )
          return go(`/people/${id}`)
        }),
    ),
    get(
      '/people/:personId/activity/confirm',
      { permission: 'contact.record', audit: 'person.edit-opened', params: personParam },
      visit =>
        framed(visit, async frame => {
          const about = [frame.person.id]
          if (!frame.seen.has('tracking')) return nothing('class', about)
          return page(confirmHtml(visit.visitor, frame, confirmForm.empty()), { about })
        }),
    ),
    post(
      '/people/:personId/activity/confirm',
      { permission: 'contact.record', audit: 'activity.confirmed', params: personParam },
      visit =>
        framed(visit, async frame => {
          const { id } = frame.person
          if (!frame.seen.has('tracking')) return nothing('class', [id])
          const read = confirmForm.read(visit.body)
          const shown = (form: ConfirmForm, status: 409 | 422) =>
            again(confirmHtml(visit.visitor, frame, form), { about: [id] }, status)
          if (!read.ok) return shown(read, 422)
          const { said, spell, version } = read.value
          const now = toConfirm(frame.spells)
          // Of another row, or of this one as it was before: a colleague was first, and what stands there now is looked at again.
          const isSeen = now !== undefined && now.rowId === spell && String(now.version) === version
          const done = isSeen && (await confirmActivity(visit.tx, id, now, said)).ok
          return done ? go(`/people/${id}`) : shown(addError(read, activityWords.moved, 'said'), 409)
        }),
    ),
  ]
}

type ConfirmForm = Parameters<typeof ConfirmPage>[0]['form']

const confirmHtml = (visitor: Visitor, frame: DeskFrame, form: ConfirmForm) =>
  html(<ConfirmPage visitor={visitor} frame={frame} spell={toConfirm(frame.spells)} form={form} />)

/** What can be confirmed: that nothing is known cannot. */
function toConfirm(spells: readonly ActivitySpell[]): ActivitySpell | undefined {
  const now = spellOfNow(spells)
  return now !== undefined && groupOf(now.code) !== 'not-known' ? now : undefined
}
