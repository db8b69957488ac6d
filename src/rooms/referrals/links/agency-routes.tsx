/** The register of links for agencies without accounts: read, answered once, and another asked for. */
import { z } from 'zod'
import { freshPage, get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import { asOpened, BY_LINK, type Link, type LinkVisit, linkParam, OverPage } from '#rooms/sharing/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError, NO_FORM } from '#web/form/form.ts'
import { type Answer, again, type Drawn, go, page } from '#web/register.ts'
import { isStale } from '#web/stale.ts'
import { askForm, declineForm, endForm } from '../forms.ts'
import type { ReferralHouse } from '../house.ts'
import type { Move } from '../referral.ts'
import { en } from '../words.ts'
import {
  answerByLink,
  askForAnother,
  type LinkAnswer,
  type OpenedReferral,
  openReferral,
  receiveByLink,
} from './agency.ts'
import { AgencyOverPage, AgencyPage, UNTYPED } from './agency-page.tsx'

const STEPS = ['accept', 'ask', 'decline', 'start', 'end'] as const satisfies readonly Move[]
type LinkStep = (typeof STEPS)[number]
const moveParam = linkParam.extend({ move: z.enum(STEPS) })
type MoveVisit = Visit<{ token: string; move: LinkStep }, unknown>

export function agencyLinkRoutes(house: ReferralHouse): HouseRoute[] {
  return [
    get('/open/:token/referral', { ...BY_LINK, params: linkParam }, visit => read(house, visit)),
    post('/open/:token/referral/:move', { ...BY_LINK, params: moveParam }, visit => answer(house, visit)),
    post('/open/:token/another', { ...BY_LINK, params: linkParam }, async visit => {
      const asked = await asEver(house, visit, async (tx, link) => {
        await askForAnother(tx, house, link)
        return true
      })
      return go(asked ? `/open/${visit.params.token}/referral` : `/open/${visit.params.token}`)
    }),
  ]
}

/** As whoever opened a link once in this browser, though its hour is over or it was ended since: to ask for another, and nothing else. */
function asEver<T>(
  house: ReferralHouse,
  visit: LinkVisit,
  work: (tx: Visit['tx'], link: Link) => Promise<T>,
): Promise<T | undefined> {
  return asOpened(house.within, visit, 'agency', work, true)
}

function drawn(
  visit: LinkVisit,
  opened: OpenedReferral,
  typed: { readonly form: FormState; readonly typed: Move | undefined },
): Drawn {
  return html(<AgencyPage visitor={visit.visitor} token={visit.params.token} opened={opened} {...typed} />)
}

async function read(house: ReferralHouse, visit: LinkVisit): Promise<Answer> {
  const opened = await asOpened(house.within, visit, 'agency', async (tx, link) => {
    const found = await openReferral(tx, link)
    if (found) await receiveByLink(tx, found)
    return found ?? null
  })
  if (opened === undefined) return overOrCode(house, visit)
  if (opened === null) return nothingLeft(visit)
  return freshPage(visit, drawn(visit, opened, UNTYPED))
}

/** In the browser that had opened it, that it is over and that another can be asked for; in any other the code is asked for. */
async function overOrCode(house: ReferralHouse, visit: LinkVisit): Promise<Answer> {
  const isAsked = await asEver(house, visit, async (_tx, link) => link.askedAt !== null)
  if (isAsked === undefined) return go(`/open/${visit.params.token}`)
  return page(html(<AgencyOverPage visitor={visit.visitor} token={visit.params.token} isAsked={isAsked} />))
}

/** There is nothing behind it any more: taken back, closed, restricted, shut out, or they have died. */
function nothingLeft(visit: LinkVisit): Answer {
  return page(html(<OverPage visitor={visit.visitor} token={visit.params.token} />))
}

type Typed = { readonly ok: true; readonly answer: LinkAnswer } | { readonly ok: false; readonly form: FormState }

/** What was filled in for a step, with the form it was filled in. */
function typedFor(move: LinkStep, body: MoveVisit['body']): { readonly form: FormState; readonly typed: Typed } {
  switch (move) {
    case 'accept':
    case 'start':
      return { form: NO_FORM, typed: { ok: true, answer: { move } } }
    case 'ask': {
      const form = askForm.read(body)
      return {
        form,
        typed: form.ok ? { ok: true, answer: { move, words: form.value['ask-words'] } } : { ok: false, form },
      }
    }
    case 'decline': {
      const form = declineForm.read(body)
      if (!form.ok) return { form, typed: { ok: false, form } }
      const { 'decline-reason': reason, 'decline-words': words } = form.value
      return { form, typed: { ok: true, answer: { move, reason, words: words ?? '' } } }
    }
    case 'end': {
      const form = endForm.read(body)
      if (!form.ok) return { form, typed: { ok: false, form } }
      return {
        form,
        typed: { ok: true, answer: { move, outcome: form.value.outcome, words: form.value['end-words'] } },
      }
    }
    default:
      return move satisfies never
  }
}

/** Takes the one answer of a link: from the version the page showed, and once however often it is sent. */
async function answer(house: ReferralHouse, visit: MoveVisit): Promise<Answer> {
  const { move, token } = visit.params
  const here = `/open/${token}/referral`
  const outcome = await asOpened(house.within, visit, 'agency', async (tx, link) => {
    const opened = await openReferral(tx, link)
    if (!opened || link.usedAt !== null) return { opened, form: undefined, status: 422 as const }
    const { form, typed } = typedFor(move, visit.body)
    const late = (why: string) => ({
      opened,
      form: addError({ ...form, errors: [] }, why),
      status: 409 as const,
    })
    if (isStale(visit, opened.referral)) return late(en.moveTroubles.stale)
    if (!typed.ok) return { opened, form: typed.form, status: 422 as const }
    const taken = await answerByLink(tx, house, opened, typed.answer)
    return taken.ok ? { opened, form: undefined, status: 422 as const } : late(en.moveTroubles[taken.why])
  })
  if (!outcome) return overOrCode(house, visit)
  if (!outcome.opened) return nothingLeft(visit)
  if (!outcome.form) return go(here)
  return again(drawn(visit, outcome.opened, { form: outcome.form, typed: move }), {}, outcome.status)
}
