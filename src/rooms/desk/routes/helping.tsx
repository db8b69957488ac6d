/** The register of who near by could help one young person: the directory held against what was assessed, as far as the visitor sees it (row 207). */
import { z } from 'zod'
import { aboutThese } from '#ground/database/tx.ts'
import { ageOn } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import { hardOf, lastAgreed, listFull, planFactors } from '#rooms/assessment/index.ts'
import { helping, listPractices, listServices, listTips, type Practice } from '#rooms/directory/index.ts'
import { actorOfVisit, get, type HouseRoute, html, roleMay } from '#rooms/identity/index.ts'
import { listProtocolsFrom } from '#rooms/referrals/index.ts'
import { idParam } from '#web/params.ts'
import { nothing, page } from '#web/register.ts'
import { framePerson } from '../frame.tsx'
import { HelpingPage } from '../pages/helping-page.tsx'

const personParam = z.object({ personId: idParam<PersonId>() })

export function helpingRoutes(): HouseRoute[] {
  return [
    get(
      '/people/:personId/services',
      { permission: 'service.keep', audit: 'record.services-viewed', params: personParam },
      async visit => {
        const { tx } = visit
        const { personId } = visit.params
        const frame = await framePerson(visit, personId)
        if (!frame?.seen.has('assessment')) return nothing('unknown', [personId])
        const last = lastAgreed(await aboutThese(tx, [personId], within => listFull(within, personId)))
        const hard = last && hardOf(last.ratings)
        const { bornOn, diedOn } = frame.person
        const age = bornOn === null ? undefined : ageOn(bornOn, tx.acting.today)
        const found = diedOn === null ? helping(await listServices(tx), { age, needs: hard ?? [] }) : []
        const { role, organisationId } = actorOfVisit(visit)
        const protocols = roleMay(role, 'referral.use') ? await listProtocolsFrom(tx, organisationId) : []
        return page(
          html(
            <HelpingPage
              visitor={visit.visitor}
              frame={frame}
              hard={hard}
              found={found}
              tips={
                await listTips(
                  tx,
                  found.map(one => one.service.rowId),
                )
              }
              practices={(hard ?? []).length === 0 ? [] : practicesFor(await listPractices(tx), hard ?? [])}
              labels={new Map(planFactors(tx.acting.today).map(one => [one.code, one.label]))}
              protocols={new Map(protocols.map(one => [one.toId, one.id]))}
            />,
          ),
          { about: [personId] },
        )
      },
    ),
  ]
}

/** What works here with what is hard, what helps with the worst first. */
function practicesFor(all: readonly Practice[], hard: readonly string[]): Practice[] {
  const worst = ({ needs }: Practice) => hard.findIndex(code => needs.includes(code))
  return all.filter(one => worst(one) >= 0).toSorted((a, b) => worst(a) - worst(b))
}
