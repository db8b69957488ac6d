/** The register of writing a referral: whom one asks, the letter, its sending, its change. */
import { z } from 'zod'
import type { RowId } from '#ground/ids.ts'
import { actorOfVisit, get, type HouseRoute, html, post } from '#rooms/identity/index.ts'
import type { PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError, type FormReading } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, go, nothing, page } from '#web/register.ts'
import { isStale } from '#web/stale.ts'
import { amendReferral, draftReferral, redraftReferral } from '../actions/writing.ts'
import { amendForm, fillOf, fillSaid, letterForm, letterOf, partsOffered, sendingOf } from '../forms.ts'
import type { ReferralHouse } from '../house.ts'
import { ChoosePage, EditReferralPage, NewReferralPage } from '../pages/letter-pages.tsx'
import type { Protocol, Referral } from '../referral.ts'
import type { SendTrouble } from '../rules.ts'
import { listParts } from '../store/letter.ts'
import { findProtocol, listProtocolsFrom } from '../store/protocols.ts'
import { listReferralsOn } from '../store/referrals.ts'
import { en } from '../words.ts'
import {
  agencyNames,
  type PersonVisit,
  personParam,
  type ReferralVisit,
  referralParam,
  seenOf,
  withSent,
  writerOf,
} from './shared.ts'

const newQuery = z.object({ protocol: idParam<RowId>().optional().catch(undefined) })

/** At which field a trouble of sending is told. */
export const SEND_FIELD: Readonly<
  Record<SendTrouble, 'shown' | 'withheld-why' | 'withheld-review' | 'view' | 'view-answer'>
> = {
  'not-shown': 'shown',
  'withheld-why': 'withheld-why',
  'withheld-review': 'withheld-review',
  'view-missing': 'view',
  'view-of-unseen': 'view',
  'objection-answer': 'view-answer',
  'consent-refused': 'view',
  'seen-by-link': 'shown',
  'said-otherwise': 'view',
}

export function writingRoutes(house: ReferralHouse): HouseRoute[] {
  return [
    get(
      '/people/:personId/referrals/new',
      { permission: 'referral.use', audit: 'referral.form-opened', params: personParam, query: newQuery },
      visit =>
        withLiving(house, visit, async frame => {
          const { organisationId } = actorOfVisit(visit)
          const protocols = await listProtocolsFrom(visit.tx, organisationId)
          const protocol = protocols.find(one => one.id === visit.query.protocol)
          const names = await agencyNames(visit.tx)
          const about = { about: [frame.person.id] }
          if (protocol)
            return page(await newPage(visit, frame, protocol, letterForm(partsOffered(protocol)).empty()), about)
          const choices = protocols.map(one => ({ protocol: one, to: names.get(one.toId) ?? '' }))
          return page(html(<ChoosePage visitor={visit.visitor} frame={frame} choices={choices} />), about)
        }),
    ),
    post(
      '/people/:personId/referrals/new',
      { permission: 'referral.use', audit: 'referral.drafted', params: personParam, query: newQuery },
      visit => withLiving(house, visit, frame => draft(house, visit, frame, visit.query.protocol)),
    ),
    get(
      '/referrals/:referralId/edit',
      { permission: 'referral.use', audit: 'referral.edit-opened', params: referralParam },
      visit =>
        withEditable(house, visit, async ({ frame, referral, protocol }) => {
          const offered = partsOffered(protocol)
          const said = fillOf(await listParts(visit.tx, referral.rowId), offered)
          const form =
            referral.sentOn === null
              ? letterForm(offered).fill(said)
              : amendForm(offered).fill({ ...said, ...fillSaid(referral) })
          return page(editPage(visit, frame, referral, protocol, form), seenOf(referral))
        }),
    ),
    post(
      '/referrals/:referralId/edit',
      { permission: 'referral.use', audit: 'referral.edited', params: referralParam },
      visit => withEditable(house, visit, of => (of.referral.sentOn === null ? redraft : amend)(house, visit, of)),
    ),
  ]
}

/** A letter that can still be changed. */
type Editable = { readonly frame: PersonFrame; readonly referral: Referral; readonly protocol: Protocol }

async function newPage(visit: PersonVisit, frame: PersonFrame, protocol: Protocol, form: FormState, open?: string) {
  const to = (await agencyNames(visit.tx)).get(protocol.toId) ?? ''
  return html(
    <NewReferralPage
      visitor={visit.visitor}
      frame={frame}
      form={form}
      protocol={protocol}
      to={to}
      offered={partsOffered(protocol)}
      open={open}
    />,
  )
}

async function draft(
  house: ReferralHouse,
  visit: PersonVisit,
  frame: PersonFrame,
  protocolId: RowId | undefined,
): Promise<Answer> {
  const { id } = frame.person
  const protocol = protocolId && (await findProtocol(visit.tx, protocolId))
  if (!protocol || protocol.fromId !== actorOfVisit(visit).organisationId) return nothing('no such protocol', [id])
  const form = letterForm(partsOffered(protocol)).read(visit.body)
  const shown = async (state: FormState, open?: string) =>
    again(await newPage(visit, frame, protocol, state, open), { about: [id] })
  if (!form.ok) return shown(form)
  const outcome = await draftReferral(visit.tx, house, id, protocol.id, await writerOf(visit), letterOf(form.value))
  if (outcome.ok) return go(`/referrals/${outcome.value}`)
  if (outcome.why === 'unknown') return nothing('unknown', [id])
  if (outcome.why === 'no-protocol') return shown(addError(form, en.noProtocol, 'asks'))
  if (outcome.why === 'barred') return shown(addError(form, en.barred, 'asks'))
  const open = (await listReferralsOn(visit.tx, id)).find(r => r.protocolId === protocol.id && r.overOn === null)
  return shown(addError(form, en.alreadyOpen, 'asks'), open?.rowId)
}

function editPage(visit: ReferralVisit, frame: PersonFrame, referral: Referral, protocol: Protocol, form: FormState) {
  return html(
    <EditReferralPage
      visitor={visit.visitor}
      frame={frame}
      form={form}
      referral={referral}
      offered={partsOffered(protocol)}
    />,
  )
}

/** What a change of a letter answered. */
type Changed = Awaited<ReturnType<typeof amendReferral>> | Awaited<ReturnType<typeof redraftReferral>>

/** Takes the form of a letter: from what the page showed, with what was typed kept whatever is wrong. */
async function edit<Value>(
  visit: ReferralVisit,
  { frame, referral, protocol }: Editable,
  form: FormReading<Value>,
  change: (value: Value) => Promise<Changed>,
): Promise<Answer> {
  const shown = (state: FormState, status: 409 | 422 = 422) =>
    again(editPage(visit, frame, referral, protocol, state), seenOf(referral), status)
  if (isStale(visit, referral)) return shown(addError(form, en.moveTroubles.stale, 'asks'), 409)
  if (!form.ok) return shown(form)
  const outcome = await change(form.value)
  if (outcome.ok) return go(`/referrals/${referral.rowId}`)
  if (outcome.why === 'no-protocol') return shown(addError(form, en.noProtocol, 'asks'))
  if (outcome.why === 'stale' || outcome.why === 'over')
    return shown(addError(form, en.moveTroubles[outcome.why], 'asks'), 409)
  return shown(addError(form, en.sendTroubles[outcome.why], SEND_FIELD[outcome.why]))
}

function redraft(house: ReferralHouse, visit: ReferralVisit, of: Editable): Promise<Answer> {
  return edit(visit, of, letterForm(partsOffered(of.protocol)).read(visit.body), value =>
    redraftReferral(visit.tx, house, of.referral, letterOf(value)),
  )
}

function amend(house: ReferralHouse, visit: ReferralVisit, of: Editable): Promise<Answer> {
  return edit(visit, of, amendForm(partsOffered(of.protocol)).read(visit.body), value =>
    amendReferral(visit.tx, house, of.referral, actorOfVisit(visit).accountId, {
      letter: letterOf(value),
      sending: sendingOf(value),
      why: value.why,
    }),
  )
}

/** Of somebody the visitor may know and for whom something can still be done. */
async function withLiving(
  house: ReferralHouse,
  visit: PersonVisit,
  work: (frame: PersonFrame) => Promise<Answer>,
): Promise<Answer> {
  const frame = await house.frame(visit, visit.params.personId)
  if (!frame) return nothing('unknown', [visit.params.personId])
  return frame.person.diedOn === null ? work(frame) : go(`/people/${frame.person.id}/referrals`)
}

/** A referral of the visitor's side that can still be changed; one that is over is shown as it stands. */
function withEditable(
  house: ReferralHouse,
  visit: ReferralVisit,
  work: (of: Editable) => Promise<Answer>,
): Promise<Answer> {
  return withSent(visit, async referral => {
    const frame = await house.frame(visit, referral.personId)
    const protocol = await findProtocol(visit.tx, referral.protocolId)
    if (!frame || !protocol) return nothing('unknown', [referral.personId])
    return referral.overOn === null ? work({ frame, referral, protocol }) : go(`/referrals/${referral.rowId}`)
  })
}
