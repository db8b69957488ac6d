/** The register of looking at a made-up record through somebody else's eyes. docs/rules/access.md */
import type { JSX } from 'preact'
import { z } from 'zod'
import { actingAs } from '#ground/database/tx.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import { classesOn } from '#rooms/access/index.ts'
import { findLead } from '#rooms/deployment/index.ts'
import { listOrganisations } from '#rooms/directory/index.ts'
import {
  actorOfVisit,
  type Colleague,
  get,
  type HouseRoute,
  html,
  listColleagues,
  listColleaguesAmong,
  lookAs,
  post,
  stopLooking,
  type Visit,
} from '#rooms/identity/index.ts'
import { listAdultReaders, lookAtAdultPlan, lookAtOwnPlan } from '#rooms/plans/index.ts'
import type { Within } from '#rooms/sharing/index.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { framePerson } from '../frame.tsx'
import { type Looker, NoLookPage, ViewAsPage } from '../pages/view-as-page.tsx'
import { en } from '../view-as-words.ts'

export type ViewAsHouse = { readonly within: Within }

const personParam = z.object({ personId: idParam<PersonId>() })
const adultParam = personParam.extend({ adultId: idParam<RowId>() })
const personQuery = z.object({ person: idParam<PersonId>().optional() })
const ids = z.object({ membership: idParam<RowId>(), person: idParam<PersonId>().optional() })
/** Staff leave an empty field where a page is about nobody. */
const bodyOf = (body: Readonly<Record<string, unknown>>) =>
  ids.safeParse({ ...body, person: body['person'] || undefined })

export function viewAsRoutes(house: ViewAsHouse): HouseRoute[] {
  return [
    get('/view-as', { permission: 'access.view-as', audit: 'view-as.opened', query: personQuery }, async visit => {
      const drawn = await choose(visit, visit.query.person)
      const about = visit.query.person === undefined ? {} : { about: [visit.query.person] }
      return drawn ? page(drawn, about) : nothing('unknown', visit.query.person ? [visit.query.person] : [])
    }),
    post('/view-as', { permission: 'access.view-as', audit: 'view-as.began' }, async visit => {
      const read = bodyOf(visit.body)
      const { person } = read.success ? read.data : {}
      const looks = read.success ? await lookAs(visit.tx, actorOfVisit(visit), read.data.membership) : undefined
      if (looks?.ok) return go(person ? `/people/${person}` : '/')
      const drawn = await choose(visit, person, true)
      return drawn ? again(drawn) : nothing('unknown')
    }),
    // Whose eyes one looks through may not look as others: everybody may stop.
    post('/view-as/stop', { permission: 'self.manage', audit: 'view-as.ended' }, async visit => {
      await stopLooking(visit.tx, actorOfVisit(visit))
      const back = personQuery.safeParse({ person: visit.body['person'] || undefined })
      return go(back.success && back.data.person ? `/view-as?person=${back.data.person}` : '/view-as')
    }),
    get(
      '/people/:personId/view-as/young-person',
      { permission: 'access.view-as', audit: 'view-as.young-person', params: personParam },
      visit => asYoungPerson(house, visit),
    ),
    get(
      '/people/:personId/view-as/adult/:adultId',
      { permission: 'access.view-as', audit: 'view-as.adult', params: adultParam },
      visit => asAdult(house, visit),
    ),
  ]
}

/** Whose eyes there are; undefined where the visitor may not know of the record it is about. */
async function choose(
  visit: Visit<unknown, unknown>,
  personId: PersonId | undefined,
  isGone = false,
): Promise<Drawn | undefined> {
  const { tx, visitor } = visit
  const actor = actorOfVisit(visit)
  const frame = personId && (await framePerson(visit, personId))
  if (personId && !frame) return undefined
  if (!actor.isDemo) return html(<NoLookPage visitor={visitor} title={en.real} text={en.realText} />)
  const organisations = new Map((await listOrganisations(tx)).map(o => [o.id as string, o.name]))
  const lookers: Looker[] = []
  for (const colleague of await listColleagues(tx)) {
    if (colleague.state !== 'active') continue
    lookers.push({
      colleague,
      organisation: organisations.get(colleague.organisationId) ?? '',
      isYou: colleague.membershipId === actor.membershipId,
      sees: personId && [...(await seenBy(visit, colleague, personId))],
    })
  }
  return html(
    <ViewAsPage
      visitor={visitor}
      frame={frame || undefined}
      lookers={lookers}
      hasLead={personId !== undefined && (await findLead(tx, personId)) !== undefined}
      adults={personId === undefined ? [] : await listAdultReaders(tx, personId)}
      isGone={isGone}
    />,
  )
}

/** The classes a colleague sees of a record: asked with their rights, by the policies they would be asked by. */
function seenBy({ tx }: Visit<unknown, unknown>, { accountId, organisationId }: Colleague, personId: PersonId) {
  const them = { ...tx.acting, holders: [accountId, organisationId], actorId: accountId, organisationId }
  return actingAs(tx, them, theirs => classesOn(theirs, personId))
}

type MadeUp = { readonly lead: Colleague | undefined; readonly back: string }

/** A made-up record, and whoever leads for it; or the answer where there is none to look at. */
async function madeUp(visit: Visit<{ personId: PersonId }>): Promise<MadeUp | Answer> {
  const { personId } = visit.params
  const frame = await framePerson(visit, personId)
  if (!frame || !actorOfVisit(visit).isDemo) return nothing(frame ? 'real' : 'unknown', [personId])
  const lead = frame.lead && (await listColleaguesAmong(visit.tx, [frame.lead.accountId]))[0]
  return { lead: lead || undefined, back: `/view-as?person=${personId}` }
}

async function asYoungPerson(house: ViewAsHouse, visit: Visit<{ personId: PersonId }>): Promise<Answer> {
  const { personId } = visit.params
  const found = await madeUp(visit)
  if ('kind' in found) return found
  const { lead, back } = found
  const notice = (given: string) => <Looking of={en.young} words={en.phone(given)} back={back} />
  return shown(visit, lead && (await lookAtOwnPlan(house.within, visit, { personId, maker: lead, notice })), back)
}

async function asAdult(house: ViewAsHouse, visit: Visit<{ personId: PersonId; adultId: RowId }>): Promise<Answer> {
  const { personId, adultId } = visit.params
  const found = await madeUp(visit)
  if ('kind' in found) return found
  const { lead, back } = found
  const adult = (await listAdultReaders(visit.tx, personId)).find(one => one.rowId === adultId)
  if (!adult) return nothing('unknown', [personId])
  const notice = <Looking of={en.parent} words={en.asParent(adult.name)} back={back} />
  return shown(
    visit,
    lead && (await lookAtAdultPlan(house.within, visit, { personId, maker: lead, adultId, notice })),
    back,
  )
}

function Looking(p: { readonly of: string; readonly words: string; readonly back: string }): JSX.Element {
  return (
    <aside class="cx-looking" aria-label={p.of}>
      <p class="cx-looking__words">{p.words}</p>
      <a class="cx-looking__stop" href={p.back}>
        {en.back}
      </a>
    </aside>
  )
}

function shown(visit: Visit<{ personId: PersonId }>, drawn: Drawn | undefined, back: string): Answer {
  const none = html(<NoLookPage visitor={visit.visitor} title={en.noLink} text={en.noLinkText} back={back} />)
  return page(drawn ?? none, { about: [visit.params.personId] })
}
