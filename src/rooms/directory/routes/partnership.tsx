/** The register of the partnership itself, for its administrators. */
import { get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import { addError } from '#web/form/form.ts'
import { type Answer, again, go, nothing, page } from '#web/register.ts'
import { changePartnership } from '../actions/partnerships.ts'
import { filledWithPartnership, partnershipForm, versionIn } from '../forms.ts'
import { ChangePartnershipPage, PartnershipPage } from '../pages/partnership-pages.tsx'
import type { Partnership } from '../partnership.ts'
import { listAreas } from '../store/areas.ts'
import { findOwnPartnership } from '../store/partnerships.ts'
import { en } from '../words.ts'

export function partnershipRoutes(): HouseRoute[] {
  return [
    get('/partnership', { permission: 'settings.manage', audit: 'partnership.viewed' }, visit =>
      ofOwn(visit, async partnership =>
        page(
          html(
            <PartnershipPage
              visitor={visit.visitor}
              partnership={partnership}
              areas={(await listAreas(visit.tx)).filter(a => a.finishedOn === null)}
            />,
          ),
        ),
      ),
    ),
    get('/partnership/edit', { permission: 'settings.manage', audit: 'partnership.change-opened' }, visit =>
      ofOwn(visit, partnership =>
        page(
          html(
            <ChangePartnershipPage
              visitor={visit.visitor}
              partnership={partnership}
              form={filledWithPartnership(partnership)}
              isStale={false}
            />,
          ),
        ),
      ),
    ),
    post('/partnership/edit', { permission: 'settings.manage', audit: 'partnership.changed' }, visit =>
      ofOwn(visit, async partnership => {
        const read = partnershipForm.read(visit.body)
        const shown = (form: Parameters<typeof ChangePartnershipPage>[0]['form'], isStale: boolean) =>
          again(
            html(
              <ChangePartnershipPage visitor={visit.visitor} partnership={partnership} form={form} isStale={isStale} />,
            ),
            {},
            isStale ? 409 : 422,
          )
        if (!read.ok) return shown(read, false)
        const { version, ...value } = read.value
        const wanted = {
          ...value,
          leadBody: value.leadBody ?? '',
          contractors: value.contractors ?? '',
          processors: value.processors ?? '',
        }
        const outcome = await changePartnership(visit.tx, wanted, versionIn(version))
        if (outcome.ok) return go('/partnership')
        if (outcome.why === 'unknown') return nothing(outcome.why)
        return outcome.why === 'stale'
          ? shown(partnershipForm.fill({ ...wanted, version: String(partnership.version) }), true)
          : shown(addError(read, en.partnershipTaken, 'name'), false)
      }),
    ),
  ]
}

async function ofOwn(visit: Visit, work: (partnership: Partnership) => Promise<Answer> | Answer): Promise<Answer> {
  const partnership = await findOwnPartnership(visit.tx)
  return partnership ? work(partnership) : nothing('unknown')
}
