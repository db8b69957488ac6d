import type { Tx } from '#ground/database/tx.ts'
import type { GroupId, OrganisationId, PartnershipId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { OWN_ROLL_CLASSES, openGrant } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import type { OperatingModel, OrganisationKind } from './organisation.ts'
import { disclosedBy } from './rules.ts'
import { findPartnershipByName, insertOrganisation, insertPartnership } from './store.ts'

/**
 * Makes a partnership. Runs for the installation. The controllers are named in words: a lead-body partnership is no legal
 * entity, so the councils behind it are.
 */
export async function createPartnership(
  tx: Tx,
  wanted: { name: string; model: OperatingModel; controllers: string; processors: string; isDemo: boolean },
): Promise<Result<PartnershipId, 'name-taken' | 'no-controller'>> {
  if (wanted.controllers.trim() === '') return refused('no-controller')
  if (await findPartnershipByName(tx, wanted.name)) return refused('name-taken')
  const id = await insertPartnership(tx, wanted)
  await record(tx, { action: 'partnership.created', target: id, payload: { name: wanted.name, model: wanted.model } })
  return ok(id)
}

/**
 * Adds an organisation to the acting partnership. What its kind gives away is decided here, once (K6). Whoever acts for it
 * sees from now on the people on its own roll, as far as it supplied them itself, and only while they are on it (K3).
 */
export async function addOrganisation(
  tx: Tx,
  wanted: { name: string; kind: OrganisationKind; urn?: string | null; laestab?: string | null; ukprn?: string | null },
): Promise<OrganisationId> {
  const id = await insertOrganisation(tx, {
    name: wanted.name,
    sortKey: sortKeyOf(wanted.name),
    kind: wanted.kind,
    discloses: disclosedBy(wanted.kind),
    urn: wanted.urn ?? null,
    laestab: wanted.laestab ?? null,
    ukprn: wanted.ukprn ?? null,
  })
  if (wanted.kind !== 'partnership-service')
    await openGrant(tx, {
      // The roll is a group under the organisation's own id.
      scope: { kind: 'group', groupId: id as string as GroupId },
      holderId: id,
      classes: OWN_ROLL_CLASSES,
      basis: 'public-task',
      source: 'own-roll',
      reason: 'What it supplied itself',
    })
  await record(tx, { action: 'organisation.added', target: id, payload: { name: wanted.name, kind: wanted.kind } })
  return id
}

function sortKeyOf(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
