/** A pathway with all that its page shows, as far as whoever asks may see it; and what others show of them. */
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { classesOnEach, type RecordClass } from '#rooms/access/index.ts'
import { findNames } from '#rooms/identity/index.ts'
import { type Adult, listAdults } from '#rooms/people/index.ts'
import type { Goal, Target } from '../plan.ts'
import { findGoal, listTargets } from '../store.ts'
import { KINDS } from './kinds.ts'
import type { Pathway, PathwayLog, PathwayStep, PathwayWeek } from './pathway.ts'
import { mayKnow, type Waiting, waitingOn } from './rules.ts'
import { listLastLogs, listLatePathways, listLog, listPathwaysOn, listSteps, listWeeks } from './store.ts'

export type Shown = {
  readonly pathway: Pathway
  readonly steps: readonly PathwayStep[]
  readonly log: readonly PathwayLog[]
  readonly weeks: readonly PathwayWeek[]
  /** The adult on record it is with; undefined where it is with none, or they are no longer there. */
  readonly adult: Adult | undefined
  readonly goal: Goal | undefined
  readonly targets: readonly Target[]
  readonly names: ReadonlyMap<string, string>
}

/** Everything of one pathway. A goal that is another record's by now, because records were taken apart, is not shown. */
export async function readPathway(tx: Tx, pathway: Pathway): Promise<Shown> {
  const { rowId, personId, goalId, adultId } = pathway
  const steps = await listSteps(tx, [rowId])
  const log = await listLog(tx, rowId)
  const weeks = await listWeeks(tx, rowId)
  const adult = adultId === null ? undefined : (await listAdults(tx, personId)).find(one => one.rowId === adultId)
  const found = goalId === null ? undefined : await findGoal(tx, goalId)
  const goal = found?.personId === personId ? found : undefined
  const targets = goal
    ? (await listTargets(tx, personId)).filter(t => t.goalId === goal.rowId && t.state === 'open')
    : []
  const accounts: AccountId[] = [pathway.openedBy, ...log.map(one => one.madeBy)]
  if (pathway.withAccount !== null) accounts.push(pathway.withAccount)
  const names = await findNames(tx, [...new Set(accounts)])
  return { pathway, steps, log, weeks, adult, goal, targets, names }
}

/** A pathway with its steps, as lists, the timeline and the brief show it. */
export type PathwayLine = {
  readonly pathway: Pathway
  readonly steps: readonly PathwayStep[]
  readonly waiting: readonly Waiting[]
}

/** The last meeting of those on which one is waited for. */
export async function lastLogsOf(tx: Tx, pathways: readonly Pathway[]): Promise<ReadonlyMap<RowId, Day>> {
  const waiting = pathways.filter(one => one.state === 'open' && KINDS[one.kind].logDays !== null)
  if (waiting.length === 0) return new Map()
  return listLastLogs(
    tx,
    waiting.map(one => one.rowId),
  )
}

/** Pathways with their steps, and what waits on each, the first first. */
async function linesOf(tx: Tx, pathways: readonly Pathway[]): Promise<PathwayLine[]> {
  const [steps, logged] = await Promise.all([
    listSteps(
      tx,
      pathways.map(one => one.rowId),
    ),
    lastLogsOf(tx, pathways),
  ])
  return pathways.map(pathway => {
    const own = steps.filter(one => one.pathwayId === pathway.rowId)
    return { pathway, steps: own, waiting: waitingOn(pathway, own, logged.get(pathway.rowId) ?? null) }
  })
}

/**
 * Pathways of somebody with their steps: those alone of which every part is seen (K6).
 * @param seen what whoever asks sees of the record
 */
export async function listLinesOn(tx: Tx, personId: PersonId, seen: ReadonlySet<RecordClass>): Promise<PathwayLine[]> {
  return linesOf(
    tx,
    (await listPathwaysOn(tx, personId)).filter(one => mayKnow(one.kind, seen)),
  )
}

/** Of some young people, the pathways of which something is past its day and every part is seen (K6), the longest first. */
export async function listLate(tx: Tx, personIds: readonly PersonId[]): Promise<PathwayLine[]> {
  const late = await listLatePathways(tx, personIds)
  const seen = await classesOnEach(tx, [...new Set(late.map(one => one.personId))])
  return linesOf(
    tx,
    late.filter(one => mayKnow(one.kind, seen.get(one.personId) ?? new Set())),
  )
}
