/** The register of a diary in another calendar. */
import { z } from 'zod'
import { addDays, addMonths } from '#ground/day.ts'
import { record } from '#rooms/audit/index.ts'
import {
  actorOfVisit,
  findAccount,
  get,
  type HouseRoute,
  hashToken,
  html,
  listMemberships,
  post,
  roleMay,
  type Visit,
} from '#rooms/identity/index.ts'
import { newLinkToken, partnershipIn, type Within } from '#rooms/sharing/index.ts'
import { type Answer, go, nothing, page } from '#web/register.ts'
import { icsOf } from './ics.ts'
import { FeedPage } from './pages.tsx'
import {
  findFeedByToken,
  findFeedOf,
  holdFeeds,
  insertFeed,
  listBusy,
  updateFeedEnded,
  updateFeedRead,
} from './store.ts'

/** So far back and ahead another calendar hears. Ours. */
const DAYS_BACK = 14
const MONTHS_AHEAD = 6
const fileParam = z.object({
  file: z
    .string()
    .min(20)
    .max(120)
    .regex(/^[\w-]+\.ics$/),
})

export type FeedHouse = {
  readonly within: Within
  /** The address people reach us at. */
  readonly publicUrl: string
}

export function feedRoutes(house: FeedHouse): HouseRoute[] {
  return [
    get(
      '/diary/calendar',
      { permission: 'diary.use', audit: { none: 'one’s own diary, and nobody is named' } },
      async visit =>
        page(
          html(<FeedPage visitor={visit.visitor} feed={await findFeedOf(visit.tx, actorOfVisit(visit).accountId)} />),
        ),
    ),
    post('/diary/calendar', { permission: 'diary.use', audit: 'calendar.made' }, async visit => {
      const { tx } = visit
      const { accountId } = actorOfVisit(visit)
      await holdFeeds(tx, accountId)
      await updateFeedEnded(tx, accountId)
      const token = newLinkToken(tx.acting.partnershipId)
      const id = await insertFeed(tx, accountId, hashToken(token))
      await record(tx, { action: 'calendar.made', target: id })
      const feed = await findFeedOf(tx, accountId)
      return page(
        html(<FeedPage visitor={visit.visitor} feed={feed} address={`${house.publicUrl}/calendar/${token}.ics`} />),
      )
    }),
    post('/diary/calendar/end', { permission: 'diary.use', audit: 'calendar.ended' }, async visit => {
      if ((await updateFeedEnded(visit.tx, actorOfVisit(visit).accountId)) > 0)
        await record(visit.tx, { action: 'calendar.ended' })
      return go('/diary/calendar')
    }),
    get(
      '/calendar/:file',
      {
        open: true,
        why: 'another calendar asks, with an address nobody guesses; it hears of nobody',
        audit: { none: 'written once a day in the partnership it belongs to' },
        params: fileParam,
      },
      visit => calendar(house, visit),
    ),
  ]
}

/** The calendar behind an address, with the rights of whose diary it is; nothing where there is none, or they may use no diary any more. */
async function calendar(house: FeedHouse, visit: Visit<{ file: string }, unknown>): Promise<Answer> {
  const token = visit.params.file.slice(0, -'.ics'.length)
  const partnershipId = partnershipIn(token)
  if (partnershipId === undefined) return nothing('no address')
  const nobody = { partnershipId, holders: [], actorKind: 'nobody', actorId: null, organisationId: null } as const
  const whose = await house.within(visit.tx, nobody, async tx => {
    const feed = await findFeedByToken(tx, hashToken(token))
    const account = feed && (await findAccount(tx, feed.accountId))
    if (!feed || account?.state !== 'active') return undefined
    const membership = (await listMemberships(tx, feed.accountId)).find(
      one => one.partnershipId === partnershipId && roleMay(one.role, 'diary.use'),
    )
    return membership && { feed, membership }
  })
  if (!whose) return nothing('no address')
  const { accountId, organisationId } = whose.membership
  const them = {
    partnershipId,
    holders: [accountId, organisationId],
    actorKind: 'feed',
    actorId: accountId,
    organisationId,
  } as const
  const body = await house.within(visit.tx, them, async tx => {
    const { today, at } = tx.acting
    const busy = await listBusy(tx, accountId, { from: addDays(today, -DAYS_BACK), to: addMonths(today, MONTHS_AHEAD) })
    if (await updateFeedRead(tx, whose.feed.rowId))
      await record(tx, { action: 'calendar.read', target: whose.feed.rowId, payload: { meetings: busy.length } })
    return icsOf(busy, token, at)
  })
  return { kind: 'file', name: 'diary.ics', type: 'text/calendar; charset=utf-8', body, seen: {} }
}
