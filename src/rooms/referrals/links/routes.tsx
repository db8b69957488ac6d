/** The register of links to a letter: made by the sender's side, read and answered by the young person. */
import { z } from 'zod'
import { asHouse } from '#ground/database/tx.ts'
import type { RowId } from '#ground/ids.ts'
import { record } from '#rooms/audit/index.ts'
import { findOrganisation } from '#rooms/directory/index.ts'
import { actorOfVisit, findNames, freshPage, get, type HouseRoute, html, post } from '#rooms/identity/index.ts'
import type { PersonFrame } from '#rooms/people/index.ts'
import {
  asOpened,
  BY_LINK,
  endSecureLink,
  type Link,
  type LinkVisit,
  linkParam,
  listLinksTo,
  type MadeLink,
  OverPage,
} from '#rooms/sharing/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { goesAsItStands } from '../actions/standing.ts'
import type { ReferralHouse } from '../house.ts'
import type { Referral } from '../referral.ts'
import { type ReferralVisit, referralParam, seenOf, withSent } from '../routes/shared.ts'
import { findProtocol } from '../store/protocols.ts'
import { makeLetterLink, type OpenedLetter, openLetter, sayToLetter } from './actions.ts'
import { findWhyNoAgencyLink, makeAgencyLink } from './agency.ts'
import { agencyLinkForm, partsOf, sayFormIn } from './forms.ts'
import { OwnLetterPage } from './own-page.tsx'
import { type NoLetterLink, whyNoLetterLink } from './rules.ts'
import { MadeReferralLinkPage, ReferralLinksPage } from './staff-page.tsx'
import { ownLetterIn } from './words.ts'

const oneLinkParam = z.object({ referralId: idParam<RowId>(), linkId: idParam<RowId>() })

export function letterLinkRoutes(house: ReferralHouse): HouseRoute[] {
  return [
    get(
      '/referrals/:referralId/links',
      { permission: 'referral.use', audit: 'referral.links-viewed', params: referralParam },
      visit =>
        withFramed(house, visit, async (referral, frame) =>
          page(await linksPage(house, visit, referral, frame), seenOf(referral)),
        ),
    ),
    post(
      '/referrals/:referralId/links',
      { permission: 'referral.use', audit: 'link.made', params: referralParam },
      visit => withFramed(house, visit, (referral, frame) => makeForAgency(house, visit, referral, frame)),
    ),
    post(
      '/referrals/:referralId/letter-link',
      { permission: 'referral.use', audit: 'link.made', params: referralParam },
      visit => withFramed(house, visit, (referral, frame) => make(house, visit, referral, frame)),
    ),
    post(
      '/referrals/:referralId/links/:linkId/end',
      { permission: 'referral.use', audit: 'link.ended', params: oneLinkParam },
      visit =>
        withSent(visit, async referral => {
          const link = (await linksOf(visit, referral)).find(one => one.rowId === visit.params.linkId)
          if (!link) return nothing('unknown', [referral.personId])
          await endSecureLink(visit.tx, link, 'Ended by a colleague')
          return go(`/referrals/${referral.rowId}/links`)
        }),
    ),
    get('/open/:token/letter', { ...BY_LINK, params: linkParam }, visit => ownLetter(house, visit)),
    post('/open/:token/letter', { ...BY_LINK, params: linkParam }, visit => answer(house, visit)),
  ]
}

/** A referral of the visitor's side, whose record they may see. */
export function withFramed(
  house: ReferralHouse,
  visit: ReferralVisit,
  work: (referral: Referral, frame: PersonFrame) => Promise<Answer>,
): Promise<Answer> {
  return withSent(visit, async referral => {
    const frame = await house.frame(visit, referral.personId)
    return frame ? work(referral, frame) : nothing('unknown', [referral.personId])
  })
}

/** The sender's side sees the links it made, whatever class they are of. */
function linksOf(visit: ReferralVisit, referral: Referral): Promise<Link[]> {
  return asHouse(visit.tx, 'links to a referral of theirs', worker => listLinksTo(worker, referral.rowId))
}

async function whyNone(
  house: ReferralHouse,
  visit: ReferralVisit,
  referral: Referral,
  frame: PersonFrame,
): Promise<NoLetterLink | 'write-anew' | undefined> {
  const why = frame.person.diedOn === null ? whyNoLetterLink(referral) : 'over'
  if (why) return why
  const protocol = await findProtocol(visit.tx, referral.protocolId)
  return protocol && (await goesAsItStands(visit.tx, house, referral, protocol)) ? undefined : 'write-anew'
}

async function linksPage(
  house: ReferralHouse,
  visit: ReferralVisit,
  referral: Referral,
  frame: PersonFrame,
  form: FormState = agencyLinkForm.empty(),
): Promise<Drawn> {
  const { tx } = visit
  const links = await linksOf(visit, referral)
  return html(
    <ReferralLinksPage
      visitor={visit.visitor}
      frame={frame}
      referral={referral}
      to={(await findOrganisation(tx, referral.toId))?.name ?? ''}
      links={links}
      names={await findNames(tx, [...new Set(links.map(one => one.madeBy))])}
      at={tx.acting.at}
      none={await whyNone(house, visit, referral, frame)}
      noneForAgency={await findWhyNoAgencyLink(tx, referral)}
      form={form}
    />,
  )
}

async function make(
  house: ReferralHouse,
  visit: ReferralVisit,
  referral: Referral,
  frame: PersonFrame,
): Promise<Answer> {
  const made = await makeLetterLink(visit.tx, house, referral, actorOfVisit(visit).accountId)
  // The page says why.
  if (!made.ok) return again(await linksPage(house, visit, referral, frame), seenOf(referral))
  return madePage(house, visit, referral, frame, made.value)
}

async function makeForAgency(
  house: ReferralHouse,
  visit: ReferralVisit,
  referral: Referral,
  frame: PersonFrame,
): Promise<Answer> {
  const read = agencyLinkForm.read(visit.body)
  const shown = async () => again(await linksPage(house, visit, referral, frame, read), seenOf(referral))
  if (!read.ok) return shown()
  const made = await makeAgencyLink(visit.tx, referral, actorOfVisit(visit).accountId, read.value['for-name'])
  return made.ok ? madePage(house, visit, referral, frame, made.value) : shown()
}

function madePage(
  house: ReferralHouse,
  visit: ReferralVisit,
  referral: Referral,
  frame: PersonFrame,
  made: MadeLink,
): Answer {
  return page(
    html(
      <MadeReferralLinkPage
        visitor={visit.visitor}
        frame={frame}
        referral={referral}
        made={made}
        publicUrl={house.publicUrl}
      />,
    ),
    seenOf(referral),
  )
}

function drawn(visit: LinkVisit, opened: OpenedLetter, form: FormState): Drawn {
  return html(<OwnLetterPage visitor={visit.visitor} token={visit.params.token} opened={opened} form={form} />)
}

const emptyFor = (visit: LinkVisit, opened: OpenedLetter) =>
  sayFormIn(visit.visitor.language, partsOf(opened.parts)).empty()

/** The link is open, and there is nothing behind it any more: sent, taken back, restricted, or they have died. */
function nothingLeft(visit: LinkVisit): Answer {
  return page(html(<OverPage visitor={visit.visitor} token={visit.params.token} />))
}

async function ownLetter(house: ReferralHouse, visit: LinkVisit): Promise<Answer> {
  const opened = await asOpened(house.within, visit, 'letter', async (tx, link) => {
    const found = await openLetter(tx, house, link)
    if (found)
      await record(tx, {
        action: 'referral.viewed-by-link',
        about: [link.personId],
        target: found.referral.rowId,
        payload: { link: link.rowId },
      })
    return found ?? null
  })
  if (opened === undefined) return go(`/open/${visit.params.token}`)
  if (opened === null) return nothingLeft(visit)
  return freshPage(visit, drawn(visit, opened, emptyFor(visit, opened)))
}

async function answer(house: ReferralHouse, visit: LinkVisit): Promise<Answer> {
  const { language } = visit.visitor
  const stamp = typeof visit.body['stamp'] === 'string' ? visit.body['stamp'] : ''
  const outcome = await asOpened(house.within, visit, 'letter', async (tx, link) => {
    const opened = await openLetter(tx, house, link)
    if (!opened) return { opened, form: undefined, isStale: false }
    const read = sayFormIn(language, partsOf(opened.parts)).read(visit.body)
    if (opened.said) return { opened, form: undefined, isStale: false }
    if (!read.ok) return { opened, form: read, isStale: false }
    const { say, part, words } = read.value
    const said = { say, part: say === 'wrong' ? part : null, words: words ?? '' }
    const kept = await sayToLetter(tx, house, opened, said, stamp)
    return kept.ok
      ? { opened, form: undefined, isStale: false }
      : { opened, form: addError(read, ownLetterIn(language).changed, 'say'), isStale: true }
  })
  if (!outcome) return go(`/open/${visit.params.token}`)
  if (!outcome.opened) return nothingLeft(visit)
  if (!outcome.form) return go(`/open/${visit.params.token}/letter`)
  return again(drawn(visit, outcome.opened, outcome.form), {}, outcome.isStale ? 409 : 422)
}
