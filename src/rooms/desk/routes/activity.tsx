/** The register of what somebody does now: set, and confirmed on somebody's word. */
import { z } from 'zod'
import type { Tx } from '#ground/database/tx.ts'
import { addDays, formatDay, isAfter } from '#ground/day.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import { listOrganisations, type Organisation } from '#rooms/directory/index.ts'
import { get, type HouseRoute, html, post, type Visit, type Visitor } from '#rooms/identity/index.ts'
import { bySelf } from '#rooms/people/index.ts'
import {
  ACTIVITY_CODES,
  type ActivitySpell,
  agreeStart,
  confirmActivity,
  endBeside,
  groupOf,
  setActivity,
  spellOfNow,
  startWords,
} from '#rooms/tracking/index.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, go, nothing, page } from '#web/register.ts'
import { activityWords } from '../activity-words.ts'
import { activityForm, confirmForm } from '../forms.ts'
import type { DeskFrame } from '../frame.tsx'
import { ActivityPage, ConfirmPage } from '../pages/activity-page.tsx'
import { framed, personParam } from './framed.ts'

const spellParam = z.object({ personId: idParam<PersonId>(), spellId: idParam<RowId>() })

export function activityRoutes(): HouseRoute[] {
  return [
    get(
      '/people/:personId/activity',
      { permission: 'person.edit', audit: 'person.edit-opened', params: personParam },
      visit => framed(visit, frame => setting(visit, frame, activityForm.empty())),
    ),
    post(
      '/people/:personId/activity',
      { permission: 'person.edit', audit: 'activity.set', params: personParam },
      visit => framed(visit, frame => set(visit, frame)),
    ),
    post(
      '/people/:personId/activity/:spellId/end',
      { permission: 'person.edit', audit: 'activity.ended', params: spellParam },
      visit =>
        framed(visit, async frame => {
          const { id } = frame.person
          const spell = frame.spells.find(one => one.rowId === visit.params.spellId && !one.isPrimary)
          if (spell === undefined) return nothing('unknown', [id])
          // What was ended by a colleague meanwhile is over all the same; what began today never was beside anything for a day.
          const { today } = visit.tx.acting
          const on = isAfter(today, spell.startedOn) ? today : addDays(spell.startedOn, 1)
          await endBeside(visit.tx, id, spell, on)
          return go(`/people/${id}/details`)
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

type PersonVisit = Visit<{ personId: PersonId }, unknown>
type ActivityForm = Parameters<typeof ActivityPage>[0]['form']

/** Where somebody may be: places whose name tells nothing more than that (K6). */
async function placesFor(tx: Tx): Promise<Organisation[]> {
  return (await listOrganisations(tx)).filter(one => one.discloses === 0 && one.kind !== 'partnership-service')
}

async function setting(
  visit: PersonVisit,
  frame: DeskFrame,
  form: ActivityForm,
  places?: readonly Organisation[],
): Promise<Answer> {
  const { id } = frame.person
  if (!frame.seen.has('tracking')) return nothing('class', [id])
  const offered = (places ?? (await placesFor(visit.tx))).filter(
    one => one.state === 'open' || one.id === form.answers['place'],
  )
  const drawn = html(
    <ActivityPage
      visitor={visit.visitor}
      frame={frame}
      form={form}
      places={offered}
      hasNow={spellOfNow(frame.spells) !== undefined}
    />,
  )
  return form.errors.length === 0 ? page(drawn, { about: [id] }) : again(drawn, { about: [id] })
}

/** Sets what they do now, or agrees what they are to begin on a day that lies ahead. */
async function set(visit: PersonVisit, frame: DeskFrame): Promise<Answer> {
  const { tx } = visit
  const { id } = frame.person
  if (!frame.seen.has('tracking')) return nothing('class', [id])
  const read = activityForm.read(visit.body)
  const places = await placesFor(tx)
  const wrong = (words: string, field: keyof ActivityForm['fields']) =>
    setting(visit, frame, addError(read, words, field), places)
  if (!read.ok) return setting(visit, frame, read, places)
  const { code, from, said, why } = read.value
  const { today } = tx.acting
  if (!ACTIVITY_CODES.has(code)) return wrong(activityWords.missingActivity, 'code')
  if (said === null && groupOf(code) !== 'not-known') return wrong(activityWords.missingSaid, 'said')
  const place = read.value.place === null ? undefined : places.find(one => one.id === read.value.place)
  if (read.value.place !== null && place === undefined) return wrong(activityWords.placeNotOffered, 'place')
  if (place?.state === 'closed' && (place.closedOn === null || !isAfter(place.closedOn, from)))
    return wrong(activityWords.placeClosed(place.name, formatDay(place.closedOn ?? today)), 'place')
  const what = { code, organisationId: place?.id ?? null, detail: read.value.detail ?? '' }
  if (isAfter(from, today)) {
    // None of these words would be kept: they are about what has begun.
    const extra = (['until', 'review', 'how', 'why'] as const).find(field => read.value[field] !== null)
    if (extra !== undefined) return wrong(activityWords.aheadLeaveOut, extra)
    const agreed = await agreeStart(tx, id, { ...what, startsOn: from, saidBy: said })
    if (agreed.ok) return go(`/people/${id}/starts`)
    return wrong(startWords.troubles[agreed.why], agreed.why === 'too-far' ? 'from' : 'code')
  }
  if (frame.person.bornOn !== null && isAfter(frame.person.bornOn, from))
    return wrong(activityWords.beforeBirth, 'from')
  const { review: reviewOn, until: predictedEndOn } = read.value
  const done = await setActivity(
    tx,
    id,
    {
      ...{ ...what, startedOn: from, verifiedOn: today, verifiedBy: said, reviewOn, predictedEndOn },
      ...{ isBeside: read.value.how === 'beside', why: why ?? '' },
    },
    bySelf(tx),
  )
  if (done.ok || done.why === 'unknown-code') return go(`/people/${id}`)
  return wrong(activityWords.activityTroubles[done.why], FIELD_OF[done.why])
}

const FIELD_OF = {
  'over-reaches': 'from',
  'ends-before-start': 'until',
  'review-before-start': 'review',
  'review-after-end': 'review',
} as const

type ConfirmForm = Parameters<typeof ConfirmPage>[0]['form']

const confirmHtml = (visitor: Visitor, frame: DeskFrame, form: ConfirmForm) =>
  html(<ConfirmPage visitor={visitor} frame={frame} spell={toConfirm(frame.spells)} form={form} />)

/** What can be confirmed: that nothing is known cannot. */
function toConfirm(spells: readonly ActivitySpell[]): ActivitySpell | undefined {
  const now = spellOfNow(spells)
  return now !== undefined && groupOf(now.code) !== 'not-known' ? now : undefined
}
