/** Two records beside each other: what both say, what is proposed, what stands against it, and who would see no more of it. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { GroupId, OrganisationId, PersonId } from '#ground/ids.ts'
import { type Grant, listGrantsOn } from '#rooms/access/index.ts'
import { findPerson, listIdentifiers, type Person } from '#rooms/people/index.ts'
import type { Both, Choices, OpenLead, Pair, Side, Spell, Warning } from '../merge.ts'
import { activityProposed, overlapping, pairUp, warningsOf } from '../rules.ts'
import {
  countActive,
  listBarred,
  listBothSpells,
  listOpenLeads,
  listOpenPlaces,
  listSingles,
  readStamp,
} from '../store/pair.ts'

/** What the house hands down: whether somebody said of two records that they are two people. Asked as the house. */
export type Barred = (worker: Tx, a: PersonId, b: PersonId) => Promise<boolean>

/** Two records as a data officer compares them: only what they may see of each. */
export type Comparison = {
  readonly pair: Pair
  readonly keep: Person
  readonly join: Person
  readonly both: readonly Both[]
  readonly leads: readonly OpenLead[]
  readonly spells: readonly Spell[]
  /** Whose activity is proposed where they overlap; undefined when they do not. */
  readonly activity: ReturnType<typeof activityProposed> | undefined
  readonly warnings: readonly Warning[]
  /** Accounts and organisations that see one of the two now and would see nothing of the joined one; the leads apart. */
  readonly losing: readonly string[]
  readonly stamp: string
}

/**
 * Both records, where whoever asks may know both, both are in use, and nothing forbids to compare them: no barrier on either,
 * no protected whereabouts (K4), nobody's word that they are two people (K5). Anything else is as if the other were not there.
 */
export async function compare(tx: Tx, pair: Pair, isBarred: Barred | undefined): Promise<Comparison | undefined> {
  if (pair.keep === pair.join) return undefined
  const [keep, join] = [await findPerson(tx, pair.keep), await findPerson(tx, pair.join)]
  if (keep?.state !== 'active' || join?.state !== 'active') return undefined
  if (!(await asHouse(tx, 'may two records be joined', worker => mayBeOne(worker, pair, isBarred)))) return undefined
  const singles = await listSingles(tx, pair)
  const leads = await listOpenLeads(tx, pair)
  const spells = await listBothSpells(tx, pair)
  return {
    pair,
    keep,
    join,
    both: pairUp(singles, pair),
    leads,
    spells,
    activity: overlapping(spells, pair) ? activityProposed(spells, pair) : undefined,
    warnings: await warningsAbout(tx, pair, keep, join),
    losing: await losingSight(tx, pair, leads),
    stamp: await readStamp(tx, pair),
  }
}

/** Whether two records may be joined at all. Runs as the house. */
export async function mayBeOne(worker: Tx, pair: Pair, isBarred: Barred | undefined): Promise<boolean> {
  if ((await countActive(worker, pair)) !== 2) return false
  if ((await listBarred(worker, [pair.keep, pair.join])).size > 0) return false
  return isBarred === undefined || !(await isBarred(worker, pair.keep, pair.join))
}

async function warningsAbout(tx: Tx, pair: Pair, keep: Person, join: Person): Promise<Warning[]> {
  const of = async (side: Side) =>
    (await listIdentifiers(tx, pair[side])).map(({ kind, value }) => ({ kind, value, side }))
  return warningsOf({
    numbers: [...(await of('keep')), ...(await of('join'))],
    died: { keep: keep.diedOn, join: join.diedOn },
    born: { keep: keep.bornOn, join: join.bornOn },
  })
}

/** On what rights go on: the lead who is chosen with their team and whoever covers for them, and the places of learning. */
export type GoesOn = { readonly lead: OpenLead | undefined; readonly groups: readonly GroupId[] }

/** The lead who goes on: the one that is chosen, or the only one there is. */
export function leadGoingOn(leads: readonly OpenLead[], pair: Pair, choices: Choices): OpenLead | undefined {
  const side = choices['lead'] ?? 'keep'
  return leads.find(l => l.personId === pair[side]) ?? leads[0]
}

/** What goes on when two records become one. */
export async function basisGoingOn(tx: Tx, pair: Pair, lead: OpenLead | undefined): Promise<GoesOn> {
  const places = await listOpenPlaces(tx, pair)
  const ofLead = lead === undefined ? [] : [lead.accountId as string, ...(lead.teamId === null ? [] : [lead.teamId])]
  const groups = [...ofLead, ...places.map((p): OrganisationId => p.organisationId)]
  return { lead, groups: [...new Set(groups)] as GroupId[] }
}

/**
 * Whether a right over one of two records goes on over both. It does where it rests on something that goes on: a role, the
 * lead who is chosen, their team and cover, a place of learning, a safeguarding concern, a referral (decision 0036) or a hand-over (0037) that is under way, a group they agreed to (0062). What was given to somebody for one
 * record (emergency access, a part by name, a tracking list) does not: the other half was not meant.
 */
export function goesOn(
  grant: Pick<Grant, 'scope' | 'groupId' | 'source' | 'holderId'>,
  { lead, groups }: GoesOn,
): boolean {
  if (grant.scope === 'partnership') return true
  if (grant.scope === 'group') return grant.groupId !== null && groups.includes(grant.groupId)
  if (['safeguarding', 'referral', 'hand-over', 'secure-link', 'agreement'].includes(grant.source)) return true
  return grant.source === 'lead-adviser' && grant.holderId === lead?.accountId
}

async function losingSight(tx: Tx, pair: Pair, leads: readonly OpenLead[]): Promise<string[]> {
  // Whoever leads now may be chosen: what becomes of them is said where they are.
  const either = await Promise.all(leads.map(l => basisGoingOn(tx, pair, l)))
  const bases = either.length === 0 ? [await basisGoingOn(tx, pair, undefined)] : either
  const grants = [...(await listGrantsOn(tx, pair.keep)), ...(await listGrantsOn(tx, pair.join))].filter(g =>
    g.classes.includes('identity'),
  )
  const staying = new Set(grants.filter(g => bases.some(basis => goesOn(g, basis))).map(g => g.holderId))
  return [...new Set(grants.map(g => g.holderId))].filter(id => !staying.has(id))
}
