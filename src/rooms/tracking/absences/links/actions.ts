/** A place of learning without accounts tells of one young person by a one-time link from whoever leads for them. It opens a form, and no right over the record. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { AccountId, OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { CLASS_BITS, listUnbarred } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { findOrganisation } from '#rooms/directory/index.ts'
import { listPractitionersAt } from '#rooms/identity/index.ts'
import { findPerson, listEnrolments } from '#rooms/people/index.ts'
import { type Link, type MadeLink, makeSecureLink, useLink } from '#rooms/sharing/index.ts'
import type { Absence, Telling } from '../absence.ts'
import { tellSeers, whomToTell } from '../actions.ts'
import type { AbsencePeople } from '../house.ts'
import { dueAfter, type TellTrouble, tellTrouble } from '../rules.ts'
import { holdAbsences, insertAbsence, listAbsencesOn } from '../store.ts'
import { type Gone, whyGone } from './rules.ts'

export type LinkPlace = { readonly id: OrganisationId; readonly name: string }

/** Places where somebody learns now, as far as the caller sees them, at which nobody could tell by an account. */
export async function listLinkPlaces(tx: Tx, personId: PersonId): Promise<LinkPlace[]> {
  const now = (await listEnrolments(tx, personId)).filter(one => one.finishedOn === null)
  const places: LinkPlace[] = []
  for (const { organisationId, organisationName } of now) {
    if (places.some(one => one.id === organisationId) || (await hasAccounts(tx, organisationId))) continue
    const place = await findOrganisation(tx, organisationId)
    const isLetIn = await isOpenTo(tx, personId, [organisationId])
    if (place?.state === 'open' && isLetIn) places.push({ id: organisationId, name: organisationName })
  }
  return places
}

async function hasAccounts(tx: Tx, organisationId: OrganisationId): Promise<boolean> {
  return (await listPractitionersAt(tx, organisationId)).length > 0
}

/** Whether no barrier keeps any of these out. */
async function isOpenTo(tx: Tx, personId: PersonId, holders: readonly (OrganisationId | RowId)[]): Promise<boolean> {
  const open = await asHouse(tx, 'whether a place may know of somebody', worker =>
    listUnbarred(worker, personId, [...holders]),
  )
  return open.length === holders.length
}

/** Why a link does not open any more; undefined while it stands. As the house: neither place nor lead are its own to see. */
export function findWhyGone(tx: Tx, house: AbsencePeople, link: Link): Promise<Gone | undefined> {
  return asHouse(tx, 'whether a link of a place still stands', async worker => {
    const { personId, organisationId } = link
    const person = await findPerson(worker, personId)
    const place = organisationId === null ? undefined : await findOrganisation(worker, organisationId)
    if (!place || !person) return 'closed'
    const places = await listEnrolments(worker, personId)
    const unbarred = await listUnbarred(worker, personId, [place.id, link.rowId])
    return whyGone(
      {
        isOpen: person.state === 'active' && person.diedOn === null && unbarred.length === 2,
        isThere:
          place.state === 'open' && places.some(one => one.organisationId === place.id && one.finishedOn === null),
        hasAccounts: await hasAccounts(worker, place.id),
        leadId: await house.leadOf(worker, personId),
      },
      link.madeBy,
    )
  })
}

/**
 * Makes a link for somebody named at a place, of which the young person was told and is all right with it; one made for the place before is over. The caller has
 * decided that it is theirs to make.
 */
export async function makePlaceLink(
  tx: Tx,
  of: { readonly personId: PersonId; readonly madeBy: AccountId },
  to: { readonly place: LinkPlace; readonly forName: string },
): Promise<MadeLink> {
  const place = await findOrganisation(tx, to.place.id)
  return makeSecureLink(tx, {
    ...{ ...of, kind: 'absence', reviewOn: null, forName: to.forName },
    place: {
      organisationId: to.place.id,
      classBit: place?.discloses || CLASS_BITS.learning,
      knownOn: tx.acting.today,
    },
  })
}

/** What a place may be told that it told of by a link: what became of it in a word, and what was agreed that it hears. */
export type Heard = Pick<Absence, 'toldOn' | 'state' | 'outcome' | 'backWords'>

export type OpenedPlace = {
  readonly link: Link
  readonly given: string
  readonly place: string
  readonly heard: Heard | undefined
}

/** What stands behind a link of a place: a given name, and what it hears of what it told before; undefined where it does not stand any more. */
export async function openPlaceLink(tx: Tx, house: AbsencePeople, link: Link): Promise<OpenedPlace | undefined> {
  const { organisationId, personId } = link
  if (organisationId === null || (await findWhyGone(tx, house, link)) !== undefined) return undefined
  return asHouse(tx, 'what a place reads by a link', async worker => {
    const person = await findPerson(worker, personId)
    const place = await findOrganisation(worker, organisationId)
    const last = (await listAbsencesOn(worker, personId)).find(
      one => one.organisationId === organisationId && one.toldName !== '' && one.state !== 'withdrawn',
    )
    const heard = last && { toldOn: last.toldOn, state: last.state, outcome: last.outcome, backWords: last.backWords }
    return { link, given: person?.given ?? '', place: place?.name ?? '', heard }
  })
}

/** Reads it as whoever it was made for, and writes down that they did. */
export async function readPlaceLink(tx: Tx, house: AbsencePeople, link: Link): Promise<OpenedPlace | undefined> {
  const opened = await openPlaceLink(tx, house, link)
  if (opened) await record(tx, { action: 'absence.opened-by-link', about: [link.personId], target: link.rowId })
  return opened
}

/**
 * Tells by a link that somebody is absent or has left, with the notices, clock and events of any other telling; then the link takes no more.
 * @returns refused `over` where the link does not stand any more, or was told by
 */
export async function tellByLink(
  tx: Tx,
  house: AbsencePeople,
  { link }: OpenedPlace,
  telling: Telling,
): Promise<Result<RowId, TellTrouble | 'over' | 'not-ours' | 'already-told' | 'nobody-to-tell'>> {
  const { personId, organisationId } = link
  const trouble = tellTrouble(telling, tx.acting.today)
  if (trouble !== undefined) return refused(trouble)
  await holdAbsences(tx, personId)
  if (organisationId === null || link.usedAt !== null || (await findWhyGone(tx, house, link)) !== undefined)
    return refused('over')
  const whom = await asHouse(tx, 'a place tells by a link', worker =>
    whomToTell(worker, house, personId, organisationId),
  )
  if (!whom.ok) return whom
  const told = { classBit: whom.value.classBit, toldBy: link.rowId, toldName: link.forName }
  const dueOn = dueAfter('told', tx.acting.today)
  const id = await insertAbsence(tx, personId, { ...telling, organisationId, ...told, dueOn })
  const payload = { kind: telling.kind, link: link.rowId }
  await record(tx, { action: 'absence.told', about: [personId], target: id, payload })
  await tellSeers(tx, whom.value.seers, 'absence.told', { personId, rowId: id })
  await useLink(tx, link)
  return ok(id)
}
