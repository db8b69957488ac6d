import type { Tx } from '#ground/database/tx.ts'
import type { OrganisationId, RowId } from '#ground/ids.ts'
import { record } from '#rooms/audit/index.ts'
import {
  addOrganisation,
  changeOrganisation,
  closeOrganisation,
  nameSuccessor,
  type OrganisationEnded,
  sortKeyOf,
  troubleWith,
} from '../actions/organisations.ts'
import { addSite, changeSite } from '../actions/sites.ts'
import type { Disclosure, Organisation, OrganisationFacts } from '../organisation.ts'
import { namedDisclosure } from '../rules.ts'
import type { SiteFacts } from '../site.ts'
import { listOrganisations } from '../store/organisations.ts'
import { listOpenSites } from '../store/sites.ts'
import type { Choice, Establishment, RegisterRead, RegisterTable } from './establishment.ts'
import { type ChangedField, MAIN_SITE, type Proposal, proposalsFor } from './propose.ts'
import { knownOf, readRegister } from './reading.ts'
import { type Applied, insertReading } from './store.ts'

/** Reads a register and keeps what is ours of it, to be looked at. Nothing in the directory changes. */
export async function takeRegister(
  tx: Tx,
  table: RegisterTable,
  fileName: string,
  choice: Choice,
): Promise<{ readonly id: RowId; readonly read: RegisterRead }> {
  const read = await readRegister(table, choice, knownOf(await listOrganisations(tx)))
  const id = await insertReading(tx, fileName, choice, read)
  const { rows, establishments, faultCount } = read
  await record(tx, {
    action: 'register.read',
    target: id,
    payload: { file: fileName, rows, kept: establishments.length, faults: faultCount, ...choice },
  })
  return { id, read }
}

/** What a register would change now. */
export async function proposals(tx: Tx, establishments: readonly Establishment[]): Promise<readonly Proposal[]> {
  return proposalsFor(establishments, await listOrganisations(tx), await listOpenSites(tx), sortKeyOf)
}

/**
 * Does what was ticked: what closes first, so that its name is free for what took its place.
 * @param ended what ends with an organisation that closes, in rooms upstairs
 * @param tells what the name of one that is added tells, by URN, where whoever looked said so (K6)
 */
export async function applyRegister(
  tx: Tx,
  readingId: RowId,
  chosen: readonly Proposal[],
  tells: ReadonlyMap<string, Disclosure | null>,
  ended: OrganisationEnded,
): Promise<Applied> {
  const done = { added: 0, changed: 0, sites: 0, closed: 0 }
  const left: { name: string; why: string }[] = []
  /** Counts a line, or says why nothing came of it. */
  const took = (what: keyof typeof done, name: string, why: string | undefined) => {
    if (why === undefined) done[what]++
    else left.push({ name, why })
    return why === undefined
  }
  const closed: { id: OrganisationId; successor: string }[] = []
  for (const one of chosen) {
    if (one.what !== 'close') continue
    const outcome = await closeOrganisation(tx, one.organisationId, null, ended, one.on ?? undefined)
    if (took('closed', one.name, outcome.ok ? undefined : outcome.why) && one.successor !== null)
      closed.push({ id: one.organisationId, successor: one.successor.urn })
  }
  for (const one of chosen)
    if (one.what === 'add')
      took('added', one.name, await add(tx, one.establishment, one.name, tells.get(one.establishment.urn)))
  for (const one of chosen) if (one.what === 'site') took('sites', one.name, await setSite(tx, one))
  const standing = new Map((await listOrganisations(tx)).map(o => [o.id, o]))
  const changing = chosen.filter(one => one.what === 'change')
  for (const id of new Set(changing.map(one => one.organisationId))) {
    const [organisation, lines] = [standing.get(id), changing.filter(one => one.organisationId === id)]
    const why = organisation === undefined ? 'unknown' : await change(tx, organisation, lines)
    took('changed', lines[0]?.name ?? '', why)
  }
  const byUrn = new Map([...standing.values()].map(o => [o.urn, o]))
  for (const { id, successor } of closed) {
    const next = byUrn.get(successor)
    if (next?.state === 'open') await nameSuccessor(tx, id, next.id)
  }
  await record(tx, { action: 'register.applied', target: readingId, payload: { ...done, left: left.length } })
  return { ...done, left }
}

async function setSite(tx: Tx, one: Extract<Proposal, { what: 'site' }>): Promise<string | undefined> {
  const facts = siteFacts(one.establishment, one.site)
  if (one.site !== null) {
    const saved = await changeSite(tx, one.site, facts, one.site.version)
    return saved.ok ? undefined : saved.why
  }
  await addSite(tx, one.organisationId, facts)
  return undefined
}

async function add(
  tx: Tx,
  e: Establishment,
  name: string,
  tells: Disclosure | null | undefined,
): Promise<string | undefined> {
  const { kind, urn, laestab, ukprn } = e
  const wanted: OrganisationFacts = {
    name,
    kind,
    urn,
    laestab,
    ukprn,
    discloses: tells === undefined ? e.tells : tells,
  }
  const trouble = await troubleWith(tx, wanted, null)
  if (trouble !== undefined) return trouble
  const id: OrganisationId = await addOrganisation(tx, wanted)
  if (e.address !== '' || e.postcode !== null) await addSite(tx, id, siteFacts(e, null))
  return undefined
}

async function change(
  tx: Tx,
  o: Organisation,
  lines: readonly { readonly field: ChangedField; readonly to: string; readonly version: number }[],
): Promise<string | undefined> {
  const { name, kind, urn, laestab, ukprn, phone } = o
  const discloses = namedDisclosure(kind, o.discloses)
  const said = Object.fromEntries(lines.map(line => [line.field, line.to]))
  const wanted = { name, kind, urn, laestab, ukprn, phone, discloses, ...said }
  const outcome = await changeOrganisation(tx, o.id, wanted, lines[0]?.version ?? 0)
  return outcome.ok ? undefined : outcome.why
}

/** A site by the register; what the register does not tell of stays as it is. */
function siteFacts(e: Establishment, site: SiteFacts | null): SiteFacts {
  return {
    name: site?.name ?? MAIN_SITE,
    address: e.address,
    postcode: e.postcode,
    phone: site?.phone ?? '',
    openingHours: site?.openingHours ?? '',
    hasPrivateRoom: site?.hasPrivateRoom ?? 'not-known',
    isAccessible: site?.isAccessible ?? 'not-known',
  }
}
