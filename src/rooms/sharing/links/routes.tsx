/** The register of links: the code, and leaving. What each kind opens is in the room that knows it. */
import { z } from 'zod'
import { record } from '#rooms/audit/index.ts'
import { freshPage, get, type HouseRoute, html, post } from '#rooms/identity/index.ts'
import { addError } from '#web/form/form.ts'
import { HARMLESS } from '#web/govuk/exit-this-page.tsx'
import { type Answer, go } from '#web/register.ts'
import { endSecureLink, enterLink, findOpened } from './actions.ts'
import { codeFormIn } from './forms.ts'
import type { Link, LinkKind } from './link.ts'
import { asOpened, inItsPartnership, LINK_COOKIE, type LinkVisit, type Within } from './opened.ts'
import { OwnPagesPage } from './own-pages.tsx'
import { CodePage, DonePage, OverPage } from './pages.tsx'
import { firstPageOf } from './rules.ts'
import { linkWordsIn } from './words.ts'

/** What every line of the register opened by a link says of itself: no account, and its event is written in the link's own partnership. */
export const BY_LINK = {
  open: true,
  why: 'a link for somebody without an account',
  audit: { none: 'written in the partnership the link belongs to' },
} as const
export const linkParam = z.object({ token: z.string().min(20).max(100) })

const NEXT: Readonly<Record<Exclude<LinkKind, 'plan'>, string>> = {
  letter: 'letter',
  agency: 'referral',
  adult: 'shared',
  absence: 'absence',
}

const nextOf = (link: Pick<Link, 'kind' | 'pages'>): string =>
  link.kind === 'plan' ? firstPageOf(link.pages) : NEXT[link.kind]

export function linkRoutes(within: Within): HouseRoute[] {
  return [
    get('/open/:token', { ...BY_LINK, params: linkParam }, async visit => {
      const { token } = visit.params
      const opened = await inItsPartnership(within, visit, tx => findOpened(tx, token, visit.cookies[LINK_COOKIE]))
      if (opened) return go(`/open/${token}/${nextOf(opened)}`)
      // Whether there is such a link is told by nothing: the code is asked for in any case.
      return freshPage(
        visit,
        html(<CodePage visitor={visit.visitor} token={token} form={codeFormIn(visit.visitor.language).empty()} />),
      )
    }),
    post('/open/:token', { ...BY_LINK, params: linkParam }, visit => enter(within, visit)),
    get('/open/:token/pages', { ...BY_LINK, params: linkParam }, async visit => {
      const { token } = visit.params
      const pages = await asOpened(within, visit, 'plan', async (tx, link) => {
        await record(tx, { action: 'link.pages-viewed', about: [link.personId], target: link.rowId })
        return link.pages
      })
      return pages === undefined
        ? go(`/open/${token}`)
        : freshPage(visit, html(<OwnPagesPage visitor={visit.visitor} token={token} pages={pages} />))
    }),
    get('/open/:token/leave', { ...BY_LINK, params: linkParam }, async visit => {
      await shut(within, visit)
      return go(HARMLESS, { cookies: [SHUT] })
    }),
    post('/open/:token/done', { ...BY_LINK, params: linkParam }, async visit => {
      await shut(within, visit)
      return {
        kind: 'page',
        status: 200,
        html: html(<DonePage visitor={visit.visitor} token={visit.params.token} />),
        seen: {},
        cookies: [SHUT],
      }
    }),
  ]
}

const SHUT = { name: LINK_COOKIE, value: '', maxAgeSeconds: 0 }

async function enter(within: Within, visit: LinkVisit): Promise<Answer> {
  const { token } = visit.params
  const { language } = visit.visitor
  const read = codeFormIn(language).read(visit.body)
  const shown = (form: typeof read, isOver = false): Answer => ({
    kind: 'page',
    status: 422,
    html: html(
      isOver ? (
        <OverPage visitor={visit.visitor} token={token} />
      ) : (
        <CodePage visitor={visit.visitor} token={token} form={form} />
      ),
    ),
    seen: {},
  })
  if (!read.ok) return shown(read)
  const outcome = await inItsPartnership(within, visit, tx => enterLink(tx, token, read.value.code))
  if (outcome?.ok)
    return go(`/open/${token}/${nextOf(outcome.value.link)}`, {
      cookies: [{ name: LINK_COOKIE, value: outcome.value.secret, maxAgeSeconds: null }],
    })
  if (outcome?.why !== 'wrong') return shown(read, true)
  const wrong = addError({ ...read, answers: {} }, linkWordsIn(language).codeWrong, 'code')
  return shown({ ...wrong, ok: false })
}

/** Shuts what this browser has open: the link is over with it. */
async function shut(within: Within, visit: LinkVisit): Promise<void> {
  const secret = visit.cookies[LINK_COOKIE]
  await inItsPartnership(within, visit, async tx => {
    const link = await findOpened(tx, visit.params.token, secret)
    if (link) await endSecureLink(tx, link, 'They left')
  })
}
