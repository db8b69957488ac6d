import type { Tx } from '#ground/database/tx.ts'
import { type Day, isAfter } from '#ground/day.ts'
import type { GroupId, OrganisationId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { endGrantsHeld, OWN_ROLL_CLASSES, openGrant } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import type { Organisation, OrganisationFacts } from '../organisation.ts'
import { disclosedBy, disclosedByBoth } from '../rules.ts'
import { endPlacesOf } from '../store/areas.ts'
import {
  closeRow,
  findOrganisation,
  insertOrganisation,
  isNameTaken,
  isUrnTaken,
  type OrganisationColumns,
  reopenRow,
  setSuccessor,
  updateOrganisation,
} from '../store/organisations.ts'
import { closeSites } from '../store/sites.ts'

/** Why an organisation is not taken as it was typed; each belongs to one field of the form. */
export type OrganisationTrouble = 'name-taken' | 'urn-taken' | 'kind-tells' | 'kind-fixed'

/**
 * What is wrong with an organisation's facts beside those there are, or undefined.
 * @param before the organisation as it is, when it is changed
 */
export async function troubleWith(
  tx: Tx,
  wanted: OrganisationFacts,
  before: Organisation | null,
): Promise<OrganisationTrouble | undefined> {
  if (await isNameTaken(tx, sortKeyOf(wanted.name), before?.id ?? null)) return 'name-taken'
  if (wanted.urn != null && (await isUrnTaken(tx, wanted.urn, before?.id ?? null))) return 'urn-taken'
  if (disclosedByBoth(wanted.kind, wanted.discloses ?? null) === undefined) return 'kind-tells'
  // The service has no roll of its own and every other organisation has: that is decided when it is added.
  if (before && before.kind !== wanted.kind && [before.kind, wanted.kind].includes('partnership-service'))
    return 'kind-fixed'
  return undefined
}

/**
 * Adds an organisation to the acting partnership. What its kind gives away is decided here, once (K6). Whoever acts for it
 * sees from now on the people on its own roll, as far as it supplied them itself, and only while they are on it (K3).
 */
export async function addOrganisation(tx: Tx, wanted: OrganisationFacts): Promise<OrganisationId> {
  const id = await insertOrganisation(tx, columnsOf(wanted))
  if (wanted.kind !== 'partnership-service') await openOwnRoll(tx, id)
  await record(tx, { action: 'organisation.added', target: id, payload: { name: wanted.name, kind: wanted.kind } })
  return id
}

/**
 * Changes an organisation.
 * @param version the version the editor saw
 * @returns refused `stale` when somebody saved in between: nothing is changed then
 */
export async function changeOrganisation(
  tx: Tx,
  id: OrganisationId,
  wanted: OrganisationFacts,
  version: number,
): Promise<Result<null, OrganisationTrouble | 'unknown' | 'stale'>> {
  const before = await findOrganisation(tx, id)
  if (!before) return refused('unknown')
  const trouble = await troubleWith(tx, wanted, before)
  if (trouble !== undefined) return refused(trouble)
  const columns = columnsOf(wanted)
  if ((await updateOrganisation(tx, id, columns, version)) === 0) return refused('stale')
  const { sortKey: _key, ...after } = columns
  await record(tx, { action: 'organisation.changed', target: id, payload: { before, after } })
  return ok(null)
}

/** What ends with an organisation in rooms upstairs. */
export type OrganisationEnded = (tx: Tx, id: OrganisationId) => Promise<void>

/**
 * Closes an organisation from today: it sees its own roll no more, its sites are no longer used, and it leaves its committee
 * areas. What it said before stays on record under its name.
 * @param successorId which open organisation takes its place, if one does
 * @param closedOn the day it closed, where that was before today; what it may see and send ends today in any case
 * @param ended what else its people did for it, which rooms upstairs end
 */
export async function closeOrganisation(
  tx: Tx,
  id: OrganisationId,
  successorId: OrganisationId | null,
  ended: OrganisationEnded,
  closedOn: Day = tx.acting.today,
): Promise<Result<null, 'unknown' | 'own-service' | 'no-such-successor'>> {
  const organisation = await findOrganisation(tx, id)
  if (!organisation || organisation.state !== 'open') return refused('unknown')
  if (organisation.kind === 'partnership-service') return refused('own-service')
  if (successorId !== null) {
    const successor = await findOrganisation(tx, successorId)
    if (!successor || successor.state !== 'open' || successor.id === id) return refused('no-such-successor')
  }
  const day = isAfter(closedOn, tx.acting.today) ? tx.acting.today : closedOn
  if ((await closeRow(tx, id, successorId, day)) === 0) return refused('unknown')
  const grants = await endGrantsHeld(tx, { holderId: id, source: 'own-roll' }, 'The organisation closed')
  if (grants > 0)
    await record(tx, { action: 'access.ended', target: id, payload: { why: 'The organisation closed', grants } })
  await ended(tx, id)
  const siteIds = await closeSites(tx, { organisationId: id })
  await endPlacesOf(tx, { organisationId: id, siteIds })
  await record(tx, {
    action: 'organisation.closed',
    target: id,
    payload: { name: organisation.name, successor: successorId, sites: siteIds },
  })
  return ok(null)
}

/** Says afterwards what took the place of a closed organisation: it may have been added only when the name was free. */
export async function nameSuccessor(tx: Tx, id: OrganisationId, successorId: OrganisationId): Promise<void> {
  if ((await setSuccessor(tx, id, successorId)) === 0) return
  await record(tx, { action: 'organisation.succeeded', target: id, payload: { successor: successorId } })
}

/** Opens an organisation that was closed by mistake: it sees its own roll again. Its sites are added anew. */
export async function reopenOrganisation(tx: Tx, id: OrganisationId): Promise<Result<null, 'unknown' | 'name-taken'>> {
  const organisation = await findOrganisation(tx, id)
  if (!organisation || organisation.state !== 'closed') return refused('unknown')
  if (await isNameTaken(tx, sortKeyOf(organisation.name), id)) return refused('name-taken')
  if ((await reopenRow(tx, id)) === 0) return refused('unknown')
  await openOwnRoll(tx, id)
  await record(tx, { action: 'organisation.reopened', target: id, payload: { name: organisation.name } })
  return ok(null)
}

function openOwnRoll(tx: Tx, id: OrganisationId) {
  return openGrant(tx, {
    // The roll is a group under the organisation's own id.
    scope: { kind: 'group', groupId: id as string as GroupId },
    holderId: id,
    classes: OWN_ROLL_CLASSES,
    basis: 'public-task',
    source: 'own-roll',
    reason: 'What it supplied itself',
  })
}

function columnsOf(wanted: OrganisationFacts): OrganisationColumns {
  return {
    name: wanted.name,
    sortKey: sortKeyOf(wanted.name),
    kind: wanted.kind,
    discloses: disclosedByBoth(wanted.kind, wanted.discloses ?? null) ?? disclosedBy(wanted.kind),
    urn: wanted.urn ?? null,
    laestab: wanted.laestab ?? null,
    ukprn: wanted.ukprn ?? null,
    phone: wanted.phone ?? '',
  }
}

/** A name as it is sorted and searched: folded, without accents and marks. */
export function sortKeyOf(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
