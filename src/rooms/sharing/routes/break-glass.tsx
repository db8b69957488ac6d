/** The register of emergency access and its review. */
import { z } from 'zod'
import { type RowId } from '#ground/ids.ts'
import { actorOfVisit, findNames, get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { again, type Drawn, go, nothing, page } from '#web/register.ts'
import { breakGlass, reviewBreakGlass } from '../actions/break-glass.ts'
import { VERDICTS } from '../break-glass.ts'
import { glassForm } from '../forms.ts'
import { BreakGlassPage, ReviewPage } from '../pages/break-glass-pages.tsx'
import { listBreakGlass } from '../store/break-glass.ts'
import { en } from '../words.ts'

const glassParam = z.object({
  glassId: idParam<RowId>(),
})

export function breakGlassRoutes(): HouseRoute[] {
  return [
    get('/emergency-access/new', { permission: 'access.break-glass', audit: { none: 'an empty form' } }, visit =>
      page(html(<BreakGlassPage visitor={visit.visitor} form={glassForm.empty()} />)),
    ),
    post('/emergency-access/new', { permission: 'access.break-glass', audit: 'emergency.opened' }, async visit => {
      const read = glassForm.read(visit.body)
      if (!read.ok) return again(html(<BreakGlassPage visitor={visit.visitor} form={read} />))
      const { given, family, born, reason } = read.value
      const outcome = await breakGlass(visit.tx, actorOfVisit(visit).accountId, { given, family, bornOn: born, reason })
      if (outcome.ok) return go(`/people/${outcome.value}`)
      const state = outcome.why === 'nobody' ? addError(read, en.nobody) : addError(read, en.shortReason, 'reason')
      return again(html(<BreakGlassPage visitor={visit.visitor} form={state} />))
    }),
    get('/emergency-access', { permission: 'access.review', audit: 'emergency.list-viewed' }, async visit =>
      page(await reviewHtml(visit, undefined)),
    ),
    post(
      '/emergency-access/:glassId',
      { permission: 'access.review', audit: 'emergency.reviewed', params: glassParam },
      async visit => {
        const verdict = VERDICTS.find(v => v === visit.body['verdict'])
        if (!verdict) return again(await reviewHtml(visit, visit.params.glassId))
        const note = typeof visit.body['note'] === 'string' ? visit.body['note'].trim().slice(0, 500) : ''
        const outcome = await reviewBreakGlass(
          visit.tx,
          visit.params.glassId,
          actorOfVisit(visit).accountId,
          verdict,
          note,
        )
        return outcome.ok ? go('/emergency-access') : nothing(outcome.why)
      },
    ),
  ]
}

async function reviewHtml(visit: Visit<unknown, unknown>, wrong: string | undefined): Promise<Drawn> {
  const openings = await listBreakGlass(visit.tx, 100)
  const names = await findNames(
    visit.tx,
    openings.map(o => o.accountId),
  )
  const rows = openings.map(glass => ({ glass, who: names.get(glass.accountId) ?? '' }))
  return html(<ReviewPage visitor={visit.visitor} self={actorOfVisit(visit).accountId} rows={rows} wrong={wrong} />)
}
