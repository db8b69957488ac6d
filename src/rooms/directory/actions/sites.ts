import type { Tx } from '#ground/database/tx.ts'
import type { OrganisationId, SiteId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import type { Site, SiteFacts } from '../site.ts'
import { endPlacesOf } from '../store/areas.ts'
import { closeSites, insertSite, updateSite } from '../store/sites.ts'

/** Adds a place an organisation works at. */
export async function addSite(tx: Tx, organisationId: OrganisationId, facts: SiteFacts): Promise<SiteId> {
  const id = await insertSite(tx, organisationId, facts)
  await record(tx, { action: 'site.added', target: id, payload: { organisation: organisationId, name: facts.name } })
  return id
}

/**
 * Changes a site in use.
 * @returns refused `stale` when somebody saved or closed it in between: nothing is changed then
 */
export async function changeSite(
  tx: Tx,
  before: Site,
  facts: SiteFacts,
  version: number,
): Promise<Result<null, 'stale'>> {
  if ((await updateSite(tx, before.id, facts, version)) === 0) return refused('stale')
  await record(tx, { action: 'site.changed', target: before.id, payload: { before, after: facts } })
  return ok(null)
}

/** Says that a site is no longer used; it leaves its committee areas. */
export async function closeSite(tx: Tx, id: SiteId): Promise<Result<null, 'unknown'>> {
  const closed = await closeSites(tx, { id })
  if (closed.length === 0) return refused('unknown')
  await endPlacesOf(tx, { organisationId: null, siteIds: closed })
  await record(tx, { action: 'site.closed', target: id })
  return ok(null)
}
