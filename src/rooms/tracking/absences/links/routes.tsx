/** The register of links by which a place tells of an absence: made by whoever leads, opened and told by somebody named at the place. */
import { z } from 'zod'
import { asHouse } from '#ground/database/tx.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import {
  actorOfVisit,
  findNames,
  freshPage,
  get,
  type HouseRoute,
  html,
  post,
  type Visit,
} from '#rooms/identity/index.ts'
import type { PersonFrame } from '#rooms/people/index.ts'
import { asOpened, BY_LINK, endLinkOn, type LinkVisit, linkParam, listLinksOn, OverPage } from '#rooms/sharing/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, go, nothing, page } from '#web/register.ts'
import { tellForm } from '../forms.ts'
import type { AbsenceHouse } from '../house.ts'
import { tellTroubles } from '../words.ts'
import {
  findWhyGone,
  type LinkPlace,
  listLinkPlaces,
  makePlaceLink,
  type OpenedPlace,
  readPlaceLink,
  tellByLink,
} from './actions.ts'
import { placeLinkForm } from './forms.ts'
import { MadePlaceLinkPage, PlaceLinkPage, TellByLinkPage } from './pages.tsx'
import { en, placeWords } from './words.ts'

const permission = 'absence.answer'
const params = z.object({ personId: idParam<PersonId>() })
const oneLinkParam = params.extend({ linkId: idParam<RowId>() })
type PersonVisit = Visit<{ personId: PersonId }, unknown>

export function placeLinkRoutes(house: AbsenceHouse): HouseRoute[] {
  return [
    get('/people/:personId/absences/link', { permission, audit: 'absence.link-form-opened', params }, visit =>
      withOffer(house, visit, async offer =>
        page(await offerPage(house, visit, offer, offer.form.empty()), { about: [visit.params.personId] }),
      ),
    ),
    post('/people/:personId/absences/link', { permission, audit: 'link.made', params }, visit =>
      withOffer(house, visit, offer => make(house, visit, offer)),
    ),
    post(
      '/people/:personId/absences/link/:linkId/end',
      { permission, audit: 'link.ended', params: oneLinkParam },
      visit =>
        withOffer(house, visit, async () => {
          const { personId, linkId } = visit.params
          const isEnded = await endLinkOn(visit.tx, personId, 'absence', linkId)
          return isEnded ? go(`/people/${personId}/absences/link`) : nothing('unknown', [personId])
        }),
    ),
    get('/open/:token/absence', { ...BY_LINK, params: linkParam }, async visit => {
      const opened = await asOpened(
        house.within,
        visit,
        'absence',
        async (tx, link) => (await readPlaceLink(tx, house, link)) ?? null,
      )
      if (opened === undefined) return go(`/open/${visit.params.token}`)
      if (opened === null) return over(visit)
      return freshPage(visit, placePage(visit, opened, tellForm.empty()))
    }),
    post('/open/:token/absence', { ...BY_LINK, params: linkParam }, visit => tell(house, visit)),
  ]
}

type Offer = {
  readonly frame: PersonFrame
  readonly isLead: boolean
  readonly places: readonly LinkPlace[]
  readonly form: ReturnType<typeof placeLinkForm>
}

/** Of somebody alive whom the visitor may know: whether they lead, and for which places a link can be made. */
async function withOffer(
  house: AbsenceHouse,
  visit: PersonVisit,
  work: (offer: Offer) => Promise<Answer>,
): Promise<Answer> {
  const { personId } = visit.params
  const frame = await house.frame(visit, personId)
  if (!frame || frame.person.diedOn !== null) return nothing('unknown', [personId])
  const leadId = await asHouse(visit.tx, 'who leads for somebody', worker => house.leadOf(worker, personId))
  const isLead = leadId === actorOfVisit(visit).accountId
  const places = isLead ? await listLinkPlaces(visit.tx, personId) : []
  return work({ frame, isLead, places, form: placeLinkForm(places.map(one => one.id)) })
}

async function offerPage(house: AbsenceHouse, visit: PersonVisit, offer: Offer, form: FormState) {
  const { tx, visitor } = visit
  const links = []
  for (const link of await listLinksOn(tx, visit.params.personId, 'absence')) {
    const isGone = link.endedAt === null && (await findWhyGone(tx, house, link)) !== undefined
    links.push(isGone ? { ...link, endedAt: tx.acting.at } : link)
  }
  return html(
    <PlaceLinkPage
      visitor={visitor}
      frame={offer.frame}
      form={form}
      isLead={offer.isLead}
      places={offer.places}
      links={links}
      names={await findNames(tx, [...new Set(links.map(one => one.madeBy))])}
      at={tx.acting.at}
    />,
  )
}

async function make(house: AbsenceHouse, visit: PersonVisit, offer: Offer): Promise<Answer> {
  const { personId } = visit.params
  const read = offer.form.read(visit.body)
  const wrong = async (form: FormState) => again(await offerPage(house, visit, offer, form), { about: [personId] })
  if (!read.ok) return wrong(read)
  if (read.value.says === 'no') return wrong(addError(read, en.saidNo, 'says'))
  const place = offer.places.find(one => one.id === read.value.place)
  if (!place) return nothing('unknown', [personId])
  const madeBy = actorOfVisit(visit).accountId
  const made = await makePlaceLink(visit.tx, { personId, madeBy }, { place, forName: read.value.who })
  return page(
    html(<MadePlaceLinkPage visitor={visit.visitor} frame={offer.frame} made={made} publicUrl={house.publicUrl} />),
    { about: [personId], target: made.rowId },
  )
}

const OF_ALL = { 'already-told': placeWords.already, 'nobody-to-tell': placeWords.nobody } as const

/** Tells once, however often it is sent. */
async function tell(house: AbsenceHouse, visit: LinkVisit): Promise<Answer> {
  const here = `/open/${visit.params.token}/absence`
  const outcome = await asOpened(house.within, visit, 'absence', async (tx, link) => {
    const opened = await readPlaceLink(tx, house, link)
    if (!opened || link.usedAt !== null) return { opened, form: undefined }
    const read = tellForm.read(visit.body)
    if (!read.ok) return { opened, form: read }
    const { value } = read
    const done = await tellByLink(tx, house, opened, {
      ...{ kind: value.kind, lastSeenOn: value['last-seen'], reason: value.reason },
      ...{ words: value.words ?? '', tried: value.tried ?? '' },
    })
    if (done.ok) return { opened, form: undefined }
    if (done.why === 'over' || done.why === 'not-ours') return { opened: undefined, form: undefined }
    if (done.why === 'already-told' || done.why === 'nobody-to-tell')
      return { opened, form: addError(read, OF_ALL[done.why], 'kind') }
    return { opened, form: addError(read, tellTroubles[done.why], 'last-seen') }
  })
  if (!outcome) return go(`/open/${visit.params.token}`)
  if (!outcome.opened) return over(visit)
  return outcome.form ? again(placePage(visit, outcome.opened, outcome.form)) : go(here)
}

function placePage(visit: LinkVisit, opened: OpenedPlace, form: FormState) {
  return html(<TellByLinkPage visitor={visit.visitor} token={visit.params.token} opened={opened} form={form} />)
}

function over(visit: LinkVisit): Answer {
  return page(html(<OverPage visitor={visit.visitor} token={visit.params.token} />))
}
