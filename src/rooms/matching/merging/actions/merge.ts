import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { GrantId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { endGrant, listGrantsOn } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { sendNotice } from '#rooms/notices/index.ts'
import type { Choices, OpenLead, Pair, Side, Spell } from '../merge.ts'
import { activityProposed, pairUp, settleSpells } from '../rules.ts'
import { readRows, writeLog } from '../store/log.ts'
import { insertMerge, isListUnderWay } from '../store/merges.ts'
import { listBothSpells, listOpenLeads, listOpenPlaces, listSingles, lockPair } from '../store/pair.ts'
import {
  carryGrant,
  cutSpells,
  endLeadRow,
  markMerged,
  moveQuestions,
  moveRows,
  retire,
  retireTwins,
  settleMembers,
} from '../store/settle.ts'
import { type Barred, basisGoingOn, compare, goesOn, leadGoingOn } from './compare.ts'

export type MergeWanted = Pair & {
  readonly choices: Choices
  readonly reason: string
  /** Why it is done although something stands against it; empty when nothing does. */
  readonly despite: string
  /** What was on the page: when any of it changed since, nothing is joined. */
  readonly stamp: string
}

export type MergeTrouble = 'unknown' | 'stale' | 'despite' | 'list-under-way'

/**
 * Joins two records of one young person: rows change whose they are, where one can stand the chosen one does, rights go on
 * where their basis does and end otherwise, and all of it is written down so that it can be taken apart. One transaction; the
 * two records are held, so that two merges come one after the other and whoever saves meanwhile follows.
 * @returns refused `unknown` where either may not be known, is not in use, or is barred (K5): it reads as nothing;
 *   `stale` when either was changed since the page was shown; `despite` when something against it was not answered;
 *   `list-under-way` while a list that names either goes in or is taken back
 */
export async function mergePeople(
  tx: Tx,
  wanted: MergeWanted,
  isBarred: Barred | undefined,
): Promise<Result<RowId, MergeTrouble>> {
  const { keep, join, choices } = wanted
  const pair = { keep, join }
  await asHouse(tx, 'holding two records', worker => lockPair(worker, pair))
  const now = await compare(tx, pair, isBarred)
  if (!now) return refused('unknown')
  if (now.stamp !== wanted.stamp) return refused('stale')
  if (now.warnings.length > 0 && wanted.despite === '') return refused('despite')
  if (await asHouse(tx, 'is a list under way', worker => isListUnderWay(worker, pair))) return refused('list-under-way')
  const { mergeId, leads, ended, carried } = await asHouse(tx, 'joining two records', async worker => {
    const was = await readRows(worker, pair)
    const id = await insertMerge(worker, pair, { ...wanted, warnings: now.warnings })
    const done = await settle(worker, id, pair, choices)
    await writeLog(worker, id, was, await readRows(worker, pair))
    return { mergeId: id, ...done }
  })
  await record(tx, {
    action: 'record.joined',
    about: [keep, join],
    target: mergeId,
    payload: { kept: keep, gone: join, why: wanted.reason, despite: wanted.despite, choices, ended, carried },
  })
  for (const accountId of new Set(leads.map(l => l.accountId)))
    if (accountId !== tx.acting.actorId)
      await sendNotice(tx, { accountId, kind: 'record.joined', personId: keep, targetId: mergeId }, true)
  return ok(mergeId)
}

/** What a merge did to rights, for the audit. */
type Done = {
  readonly leads: readonly OpenLead[]
  readonly ended: readonly string[]
  readonly carried: readonly GrantId[]
}

/** Why a right or a lead ends: the reason of the joining itself is for those who see numbers, and stands with it. */
const JOINED = 'Joined with another record'

async function settle(worker: Tx, mergeId: RowId, pair: Pair, choices: Choices): Promise<Done> {
  const singles = await listSingles(worker, pair)
  const losers = pairUp(singles, pair).flatMap(both => {
    const stands = choices[both.field] ?? both.proposed
    return singles.filter(s => s.field === both.field && s.personId === pair[otherThan(stands)])
  })
  await retire(worker, losers)
  await retireTwins(worker, pair)
  const leads = await listOpenLeads(worker, pair)
  const lead = leadGoingOn(leads, pair, choices)
  const basis = await basisGoingOn(worker, pair, lead)
  for (const other of leads) if (other !== lead) await endLeadRow(worker, other.rowId, JOINED)
  const aside = [
    ...(await settleActivity(worker, pair, choices['activity'])),
    ...twicePlaced(await listOpenPlaces(worker, pair), pair),
  ]
  const ended: string[] = await settleMembers(worker, pair, basis.groups)
  const carried: GrantId[] = []
  for (const side of ['keep', 'join'] as const) {
    for (const grant of await listGrantsOn(worker, pair[side])) {
      if (grant.scope !== 'person') continue
      if (!isCarried(grant, side)) {
        await endGrant(worker, grant.id, JOINED, [pair.keep, pair.join])
        ended.push(grant.id)
      } else if (side === 'join') {
        await carryGrant(worker, mergeId, grant.id)
        carried.push(grant.id)
      }
    }
  }
  await moveRows(worker, pair, aside)
  await moveQuestions(worker, pair)
  await markMerged(worker, pair)
  return { leads, ended, carried }

  // Of a lead of both the right over the record whose lead goes on is the one that does.
  function isCarried(grant: Parameters<typeof goesOn>[0], side: Side): boolean {
    if (!goesOn(grant, basis)) return false
    return grant.source !== 'lead-adviser' || lead?.personId === pair[side]
  }
}

/** Spells that stand stay whole; the others are cut to their own days, and those with none left are set aside. */
async function settleActivity(worker: Tx, pair: Pair, chosen: Side | undefined): Promise<RowId[]> {
  const spells = await listBothSpells(worker, pair)
  const stands = chosen ?? activityProposed(spells, pair).proposed
  const of = (side: Side): Spell[] => spells.filter(s => s.personId === pair[side])
  const { cut, aside } = settleSpells(of(stands), of(otherThan(stands)))
  await cutSpells(worker, cut)
  return [...aside]
}

/** The same place open on both is one place: the one said first is set aside. */
function twicePlaced(places: Awaited<ReturnType<typeof listOpenPlaces>>, pair: Pair): RowId[] {
  return places
    .filter(p => p.personId === pair.join)
    .flatMap(joined => {
      const kept = places.find(p => p.personId === pair.keep && p.organisationId === joined.organisationId)
      if (kept === undefined) return []
      return [joined.saidOn > kept.saidOn ? kept.rowId : joined.rowId]
    })
}

function otherThan(side: Side): Side {
  return side === 'keep' ? 'join' : 'keep'
}
