/** The register of lists of referrals: one's own, and those about one young person. */
import { z } from 'zod'
import { type Day, isAfter } from '#ground/day.ts'
import { actorOfVisit, get, type HouseRoute, html, roleMay } from '#rooms/identity/index.ts'
import { nothing, page } from '#web/register.ts'
import type { ReferralHouse } from '../house.ts'
import { type Line, PersonReferralsPage, ReferralsPage, type Section } from '../pages/list-pages.tsx'
import { listOwn, listReferralsOn } from '../store/referrals.ts'
import { en } from '../words.ts'
import { linesOf, personParam } from './shared.ts'

const MOST_OPEN = 500
const MOST_OVER = 100

const listQuery = z.object({ show: z.enum(['open', 'over']).catch('open').default('open') })

export function listRoutes(house: ReferralHouse): HouseRoute[] {
  return [
    get('/referrals', { permission: 'referral.use', audit: 'referral.list-viewed', query: listQuery }, async visit => {
      const showsOver = visit.query.show === 'over'
      const own = await listOwn(visit.tx, visit.query.show, showsOver ? MOST_OVER : MOST_OPEN)
      const lines = await linesOf(visit, own)
      const sections = showsOver ? [{ heading: en.over, lines }] : sectionsOf(lines, visit.tx.acting.today)
      return page(
        html(
          <ReferralsPage
            visitor={visit.visitor}
            sections={sections}
            showsOver={showsOver}
            today={visit.tx.acting.today}
          />,
        ),
        { about: [...new Set(own.map(one => one.personId))] },
      )
    }),
    get(
      '/people/:personId/referrals',
      { permission: 'referral.use', audit: 'referral.of-person-viewed', params: personParam },
      async visit => {
        const frame = await house.frame(visit, visit.params.personId)
        if (!frame) return nothing('unknown', [visit.params.personId])
        const { id, diedOn } = frame.person
        return page(
          html(
            <PersonReferralsPage
              visitor={visit.visitor}
              frame={frame}
              lines={await linesOf(visit, await listReferralsOn(visit.tx, id))}
              today={visit.tx.acting.today}
              mayRefer={roleMay(actorOfVisit(visit).role, 'referral.use') && diedOn === null}
            />,
          ),
          { about: [id] },
        )
      },
    ),
  ]
}

/** What is to be answered first, then what one works on, what came back, what is under way, and drafts. */
function sectionsOf(lines: readonly Line[], today: Day): Section[] {
  const is = (line: Line, ...states: readonly string[]) => states.includes(line.referral.state)
  const [received, sent] = [
    lines.filter(line => line.side === 'receiver'),
    lines.filter(line => line.side !== 'receiver'),
  ]
  return [
    { heading: en.toAnswer, lines: received.filter(line => is(line, 'sent', 'more-asked')) },
    { heading: en.withUs, lines: received.filter(line => is(line, 'accepted', 'started')) },
    { heading: en.objected, lines: sent.filter(({ referral }) => referral.questionOn !== null) },
    { heading: en.cameBack, lines: sent.filter(line => is(line, 'declined', 'ended')) },
    {
      heading: en.lookAgain,
      lines: sent.filter(
        ({ referral }) =>
          referral.withheldReviewOn !== null && referral.overOn === null && !isAfter(referral.withheldReviewOn, today),
      ),
    },
    { heading: en.sent, lines: sent.filter(line => is(line, 'more-asked', 'sent', 'accepted', 'started')) },
    { heading: en.drafts, lines: sent.filter(line => is(line, 'draft')) },
  ]
}
