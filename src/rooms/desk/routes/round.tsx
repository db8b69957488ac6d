/** The register of who stands round a young person (row 220): rights over the record, and others who have a part and read nothing of it. */
import type { AccountId } from '#ground/ids.ts'
import {
  actorOfVisit,
  get,
  type HouseRoute,
  html,
  listColleaguesAmong,
  roleMay,
  type Visit,
} from '#rooms/identity/index.ts'
import { listAdults, mayBeToldWords } from '#rooms/people/index.ts'
import { findPlan, heldWords, listHeld } from '#rooms/plans/index.ts'
import { listReferred, referralStateWords } from '#rooms/referrals/index.ts'
import { listPlacesOn } from '#rooms/tracking/index.ts'
import { page } from '#web/register.ts'
import type { DeskFrame } from '../frame.tsx'
import { type Outside, RoundPage } from '../pages/round-page.tsx'
import { holdersOf } from '../round/holders.ts'
import { standRound } from '../round/rules.ts'
import { en } from '../round/words.ts'
import { framed, personParam } from './framed.ts'

export function roundRoutes(): HouseRoute[] {
  return [
    get(
      '/people/:personId/round',
      { permission: 'access.why', audit: 'record.round-viewed', params: personParam },
      visit =>
        framed(visit, async frame => {
          const { round, byOffice } = standRound(await holdersOf(visit, frame))
          const [colleagues, outside] = await Promise.all([
            listColleaguesAmong(
              visit.tx,
              round.map(one => one.holderId as AccountId),
            ),
            outsideOf(visit, frame, new Set(round.map(one => one.who))),
          ])
          return page(
            html(
              <RoundPage
                visitor={visit.visitor}
                frame={frame}
                round={round}
                byOffice={byOffice}
                outside={outside}
                titles={new Map(colleagues.map(one => [one.accountId as string, one.jobTitle]))}
                today={visit.tx.acting.today}
              />,
            ),
            { about: [frame.person.id] },
          )
        }),
    ),
  ]
}

/** Referrals that somebody still has to do with. */
const GOES_ON: ReadonlySet<string> = new Set(['sent', 'more-asked', 'accepted', 'started'])

/** Others who have a part, as far as the visitor sees what tells of it (K6); not those who have a right of their own. */
async function outsideOf(
  visit: Visit<unknown, unknown>,
  { person, seen }: DeskFrame,
  inside: ReadonlySet<string>,
): Promise<Outside[]> {
  const { tx } = visit
  const { id } = person
  const { role } = actorOfVisit(visit)
  const [referred, plan, held, places, adults] = await Promise.all([
    listReferred(tx, id),
    seen.has('plan') ? findPlan(tx, id) : undefined,
    listHeld(tx, id),
    roleMay(role, 'programme.see') ? listPlacesOn(tx, id) : [],
    seen.has('family') ? listAdults(tx, id) : [],
  ])
  return [
    ...referred
      .filter(one => GOES_ON.has(one.state) && !inside.has(one.to))
      .map(one => ({ who: one.to, what: en.referred(one.purpose, referralStateWords[one.state]) })),
    ...places.filter(one => one.overOn === null).map(one => ({ who: one.programme, what: en.runs(one.stage ?? '') })),
    ...(plan?.targets ?? [])
      .filter(one => one.state === 'open' && one.owner === 'partner' && !inside.has(one.ownerName))
      .map(one => ({ who: one.ownerName, what: en.owns(one.what) })),
    ...held
      .filter(one => one.overOn === null)
      .flatMap(one => [
        { who: one.worker, what: [heldWords[one.kind], one.council, one.workerWays].filter(Boolean).join(', ') },
        { who: one.adviser, what: [heldWords[one.kind], one.adviserWays].filter(Boolean).join(', ') },
      ])
      .filter(one => one.who !== ''),
    ...adults.map(one => ({ who: one.name, what: en.adult(one.relationship, mayBeToldWords[one.mayBeTold]) })),
  ]
}
