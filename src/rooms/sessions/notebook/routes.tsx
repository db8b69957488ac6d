/** The register of the notebook: its page, the page a device keeps, and what a device asks and sends. */
import { z } from 'zod'
import { asHouse } from '#ground/database/tx.ts'
import { isId, type PersonId, type RowId } from '#ground/ids.ts'
import {
  actorOfVisit,
  get,
  type HouseRoute,
  hashToken,
  html,
  post,
  roleMay,
  type Visit,
} from '#rooms/identity/index.ts'
import { partnershipIn, type Within } from '#rooms/sharing/index.ts'
import { assetText, assetUrl } from '#web/assets.ts'
import { idParam } from '#web/params.ts'
import { type Answer, go, nothing, page } from '#web/register.ts'
import { bringUpToDate, endPack, findOwnPack, giveHalf, isOver, takeAlong, takeNoteIn } from './actions.ts'
import type { NotebookHouse } from './house.ts'
import type { Standing } from './notebook.ts'
import { LeavePage, NotebookPage, ShellPage } from './pages/desk-pages.tsx'
import { isNoteKey, readMoment } from './rules.ts'
import { findPack, listPacks } from './store.ts'

const packParam = z.object({ packId: idParam<RowId>() })
const standingQuery = z.object({ pack: z.string().max(120).optional() })

/** What goes with a note and is none of its fields. */
const BESIDE: ReadonlySet<string> = new Set(['_csrf', 'pack', 'key', 'person', 'written-at', 'asked'])
/** All that the page on the device is drawn with. */
const KEPT_ASSETS = ['main.css', 'boot.js', 'main.js', 'notebook.js', 'mark.svg', 'font-latin.woff2'] as const

const USE = { permission: 'notebook.use' } as const
const OWN = { none: 'one’s own devices, and nobody is named' } as const

/** The notebook. `within` reads of a pack in the partnership its token names, as nobody. */
export function notebookRoutes(house: NotebookHouse & { readonly within: Within }): HouseRoute[] {
  return [
    get('/notebook', { ...USE, audit: OWN }, async visit => {
      const packs = await listPacks(visit.tx, actorOfVisit(visit).accountId)
      return page(html(<NotebookPage visitor={visit.visitor} packs={packs} />))
    }),
    get(
      '/notebook/open',
      { open: true, why: 'the page a device keeps: it says nothing of anybody', audit: { none: 'nobody is named' } },
      () => page(html(<ShellPage />)),
    ),
    get(
      '/notebook/leave',
      { halfWay: true, why: 'anyone with a session may end it', audit: { none: 'nobody is named' } },
      visit => page(html(<LeavePage visitor={visit.visitor} />)),
    ),
    get(
      '/notebook/worker.js',
      { open: true, why: 'a script that keeps the page, like any other script', audit: { none: 'a script' } },
      () => ({ kind: 'script', body: workerText(), seen: {} }),
    ),
    get(
      '/notebook/standing',
      {
        open: true,
        why: 'a device asks whether what is on it is over, by 256 bits of chance; it hears of nobody',
        audit: { none: 'says whether, and no more' },
        query: standingQuery,
      },
      async visit => ({ kind: 'json', body: await standingOf(house.within, visit), seen: {} }),
    ),
    post('/notebook/take', { ...USE, audit: 'notebook.taken' }, async visit => {
      const taker = actorOfVisit(visit)
      const token = visit.body['pack']
      if (typeof token !== 'string' || token === '') return json(await takeAlong(visit.tx, house, taker))
      const pack = await findOwnPack(visit.tx, token, taker.accountId)
      return pack && !isOver(pack, visit.tx)
        ? json(await bringUpToDate(visit.tx, house, taker, pack))
        : nothing('no such pack')
    }),
    post('/notebook/half', { ...USE, audit: 'notebook.opened-by-sign-in' }, visit =>
      withPack(visit, async pack => json({ half: await giveHalf(visit.tx, pack) })),
    ),
    post('/notebook/send', { ...USE, audit: 'notebook.came' }, visit =>
      withPack(visit, async pack => {
        const { body } = visit
        const [key, person, written] = ['key', 'person', 'written-at'].map(name => textIn(body, name))
        const writtenAt = readMoment(written ?? '')
        if (!isNoteKey(key ?? '') || !isId(person ?? '') || writtenAt === undefined) return nothing('no note')
        const fields = Object.fromEntries(Object.entries(body).filter(([name]) => !BESIDE.has(name)))
        const isAsked = body['asked'] === 'yes'
        const note = { key: key as string, personId: person as PersonId, writtenAt, isAsked, fields }
        return json(await takeNoteIn(visit.tx, house, pack, note))
      }),
    ),
    post('/notebook/end', { ...USE, audit: 'notebook.ended' }, visit =>
      withPack(visit, async pack => json({ ended: await endPack(visit.tx, pack.rowId, pack.accountId) })),
    ),
    post('/notebook/packs/:packId/end', { ...USE, audit: 'notebook.ended', params: packParam }, async visit => {
      await endPack(visit.tx, visit.params.packId, actorOfVisit(visit).accountId)
      return go('/notebook')
    }),
  ]
}

const json = (body: unknown): Answer => ({ kind: 'json', body, seen: {} })

function textIn(body: Visit['body'], name: string): string {
  const text = body[name]
  return typeof text === 'string' ? text : ''
}

/** Does something with the visitor's own pack a device names; for anybody else there is none. */
async function withPack(
  visit: Visit,
  work: (pack: NonNullable<Awaited<ReturnType<typeof findOwnPack>>>) => Promise<Answer>,
): Promise<Answer> {
  const pack = await findOwnPack(visit.tx, textIn(visit.body, 'pack'), actorOfVisit(visit).accountId)
  return pack ? work(pack) : nothing('no such pack')
}

/** How it stands with a pack, and who is signed in on its device. Without a pack: whether somebody is who may take one. */
async function standingOf(within: Within, visit: Visit<unknown, { pack?: string | undefined }>): Promise<Standing> {
  const { visitor } = visit
  const token = visit.query.pack
  const actor = visitor.kind === 'actor' ? visitor.actor : undefined
  const mayUse = actor !== undefined && actor.viewer === undefined && roleMay(actor.role, 'notebook.use')
  const csrf = mayUse ? visitor.csrfToken : null
  if (token === undefined) return { pack: 'unknown', who: who(mayUse, actor !== undefined), csrf }
  const partnershipId = partnershipIn(token)
  const nobody = { holders: [], actorKind: 'nobody', actorId: null, organisationId: null } as const
  const found =
    partnershipId &&
    (await within(visit.tx, { ...nobody, partnershipId }, async tx => {
      // Nobody is signed in here as far as the database knows; whoever has the token hears whether it is over.
      const pack = await asHouse(tx, 'whether what is on a device is over', worker =>
        findPack(worker, hashToken(token)),
      )
      return pack && { accountId: pack.accountId, isOver: isOver(pack, tx) }
    }))
  // Who is signed in is whoever signed in, also where they look through another's eyes.
  const accountId = visitor.kind === 'actor' ? visitor.session.account.id : undefined
  if (!found) return { pack: 'unknown', who: accountId === undefined ? 'nobody' : 'elsewhere', csrf: null }
  const pack = found.isOver ? 'over' : 'live'
  if (accountId === undefined) return { pack, who: 'nobody', csrf: null }
  if (accountId !== found.accountId) return { pack, who: 'other', csrf: null }
  const isHere = mayUse && actor?.partnershipId === partnershipId
  return { pack, who: isHere ? 'same' : 'elsewhere', csrf: isHere ? csrf : null }
}

function who(mayUse: boolean, isSignedIn: boolean): Standing['who'] {
  if (mayUse) return 'same'
  return isSignedIn ? 'elsewhere' : 'nobody'
}

/** The worker with what it keeps: it is another one, and fetched anew by browsers, whenever one of those is. */
function workerText(): string {
  const shell = ['/notebook/open', ...KEPT_ASSETS.map(assetUrl)]
  return `self.KEPT=${JSON.stringify(shell)};\n${assetText('notebook-worker.js')}`
}
