/** What the register would change in the directory. Pure: establishments and organisations in, proposals out. */
import type { Day } from '#ground/day.ts'
import type { OrganisationId } from '#ground/ids.ts'
import type { Organisation } from '../organisation.ts'
import type { Site } from '../site.ts'
import type { Establishment } from './establishment.ts'
import { plainNumber } from './reading.ts'

/** The name a site gets whose address came from the register. */
export const MAIN_SITE = 'Main site'

type Of = { readonly organisationId: OrganisationId; readonly name: string; readonly version: number }
export type ChangedField = 'name' | 'urn' | 'laestab' | 'ukprn'

/** One line to be ticked. Its key names what was looked at, so that what has changed since is never written over. */
export type Proposal = { readonly key: string; readonly establishment: Establishment } & (
  | { readonly what: 'add'; readonly name: string }
  | (Of & { readonly what: 'change'; readonly field: ChangedField; readonly from: string | null; readonly to: string })
  | (Of & {
      readonly what: 'site'
      readonly site: Site | null
      readonly from: string
      readonly to: string
    })
  | (Of & {
      readonly what: 'close'
      readonly on: Day | null
      readonly successor: { readonly urn: string; readonly name: string } | null
    })
)

/** Whether a proposal would write over what stands there: nobody does that without having seen it. */
export function overwrites(proposal: Proposal): boolean {
  return (proposal.what === 'change' && proposal.from !== null) || (proposal.what === 'site' && proposal.site !== null)
}

/** @param sites the sites in use, of any of the organisations */
export function proposalsFor(
  establishments: readonly Establishment[],
  organisations: readonly Organisation[],
  sites: readonly Site[],
  foldName: (name: string) => string,
): readonly Proposal[] {
  const found = matched(establishments, organisations, foldName)
  const closedUrns = new Set(establishments.flatMap(e => (e.state === 'closed' ? [e.urn] : [])))
  // A name is free where whoever has it closes.
  const closes = new Set([...found].flatMap(([urn, o]) => (closedUrns.has(urn) ? [o.id as string] : [])))
  const taken = new Map(
    organisations.filter(o => o.state === 'open' && !closes.has(o.id)).map(o => [foldName(o.name), o.id as string]),
  )
  const byOrganisation = groupedBy(sites, site => site.organisationId)
  const proposals: Proposal[] = []
  for (const establishment of establishments) {
    const organisation = found.get(establishment.urn)
    if (organisation === undefined) {
      if (!establishment.isChosen) continue
      const name = freeName(establishment, key => taken.has(foldName(key)))
      taken.set(foldName(name), establishment.urn)
      proposals.push({ what: 'add', key: `add:${establishment.urn}`, establishment, name })
    } else if (organisation.state === 'open')
      proposals.push(
        ...(establishment.state === 'closed'
          ? [closing(establishment, organisation, establishments)]
          : [
              ...changes(
                establishment,
                organisation,
                name => (taken.get(foldName(name)) ?? organisation.id) !== organisation.id,
              ),
              ...siteChange(establishment, organisation, byOrganisation.get(organisation.id) ?? []),
            ]),
      )
  }
  return proposals
}

/** Whose row each establishment is: by URN, else by LAESTAB, else by UKPRN, else by the name of one that has no number yet. */
function matched(
  establishments: readonly Establishment[],
  organisations: readonly Organisation[],
  foldName: (name: string) => string,
): ReadonlyMap<string, Organisation> {
  const found = new Map<string, Organisation>()
  const claimed = new Set<string>()
  const claim = (e: Establishment, o: Organisation | undefined) => {
    if (o === undefined || found.has(e.urn) || claimed.has(o.id)) return
    found.set(e.urn, o)
    claimed.add(o.id)
  }
  const byUrn = new Map(organisations.flatMap(o => (o.urn === null ? [] : [[o.urn, o] as const])))
  for (const e of establishments) claim(e, byUrn.get(e.urn))
  // Whoever has a URN is that establishment and no other: an academy may have the LAESTAB of the school it was.
  const without = organisations.filter(o => o.urn === null)
  // Of two of one number the open one goes first.
  const openFirst = establishments.toSorted((a, b) => Number(a.state === 'closed') - Number(b.state === 'closed'))
  for (const key of ['laestab', 'ukprn'] as const) {
    const by = new Map(without.flatMap(o => (o[key] === null ? [] : [[plainNumber(o[key]), o] as const])))
    for (const e of openFirst) if (e[key] !== null) claim(e, by.get(e[key]))
  }
  const unnumbered = new Map(
    without
      .filter(o => o.laestab === null && o.ukprn === null && o.state === 'open' && LEARNING.has(o.kind))
      .map(o => [foldName(o.name), o]),
  )
  const named = groupedBy(
    establishments.filter(e => e.isChosen),
    e => foldName(e.name),
  )
  for (const [name, [e, ...others]] of named) if (e !== undefined && others.length === 0) claim(e, unnumbered.get(name))
  return found
}

const LEARNING: ReadonlySet<string> = new Set([
  'school',
  'special-school',
  'pupil-referral-unit',
  'sixth-form-college',
  'college',
])

/** A name two have is told apart by the town, else by the number. */
function namesOf({ name, town, urn }: Establishment): readonly string[] {
  return [name, ...(town === '' ? [] : [`${name}, ${town}`]), `${name} (${urn})`]
}

function freeName(establishment: Establishment, isTaken: (name: string) => boolean): string {
  const names = namesOf(establishment)
  return names.find(name => !isTaken(name)) ?? (names.at(-1) as string)
}

function changes(e: Establishment, o: Organisation, isTaken: (name: string) => boolean): Proposal[] {
  const of = { organisationId: o.id, name: o.name, version: o.version }
  const change = (field: ChangedField, from: string | null, to: string | null): Proposal[] =>
    to === null
      ? []
      : [{ what: 'change', key: `${field}:${e.urn}:${o.version}`, establishment: e, ...of, field, from, to }]
  const laestab = o.laestab === null ? null : plainNumber(o.laestab)
  return [
    ...(namesOf(e).includes(o.name) || isTaken(e.name) ? [] : change('name', o.name, e.name)),
    ...(o.urn === e.urn ? [] : change('urn', o.urn, e.urn)),
    ...(laestab === e.laestab ? [] : change('laestab', o.laestab, e.laestab)),
    ...(o.ukprn === e.ukprn ? [] : change('ukprn', o.ukprn, e.ukprn)),
  ]
}

function siteChange(e: Establishment, o: Organisation, sites: readonly Site[]): Proposal[] {
  const to = addressOf(e)
  if (to === '' || sites.some(site => plainAddress(addressOf(site)) === plainAddress(to))) return []
  const own =
    sites.find(site => site.name === MAIN_SITE) ??
    (sites.length === 1 ? sites[0] : sites.find(site => site.postcode !== null && site.postcode === e.postcode))
  const site = own ?? null
  const key = `site:${e.urn}:${o.version}:${site?.id ?? ''}:${site?.version ?? ''}`
  const of = { organisationId: o.id, name: o.name, version: o.version }
  return [{ what: 'site', key, establishment: e, ...of, site, from: site === null ? '' : addressOf(site), to }]
}

/** What took the place of a closed one: an open one that has its number now, or that had it before. */
function closing(e: Establishment, o: Organisation, all: readonly Establishment[]): Proposal {
  const next = all.find(
    other =>
      other.urn !== e.urn &&
      other.state === 'open' &&
      e.laestab !== null &&
      (other.laestab === e.laestab || other.before === e.laestab),
  )
  return {
    what: 'close',
    key: `close:${e.urn}:${o.version}`,
    establishment: e,
    organisationId: o.id,
    name: o.name,
    version: o.version,
    on: e.closedOn,
    successor: next === undefined ? null : { urn: next.urn, name: next.name },
  }
}

/** An address in one line. */
export function addressOf(of: { readonly address: string; readonly postcode: string | null }): string {
  return [...of.address.split('\n'), of.postcode ?? ''].filter(line => line !== '').join(', ')
}

function plainAddress(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

function groupedBy<Row>(rows: readonly Row[], by: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(by(row), [...(groups.get(by(row)) ?? []), row])
  return groups
}
