import { isExclusionViolation } from '#ground/database/trouble.ts'
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import { sendNotice } from '#rooms/notices/index.ts'
import { findPerson } from '#rooms/people/index.ts'
import type { Merge, Pair } from '../merge.ts'
import { type Described, describeRows } from '../store/described.ts'
import { type LoggedRow, type LogLine, nameOf, readLog, readRows } from '../store/log.ts'
import { findMerge, findNewer, lockMerge, updateUndone } from '../store/merges.ts'
import { listOpenLeads, lockPair } from '../store/pair.ts'
import { checkNow } from '../store/settle.ts'
import {
  copyBarriers,
  cutForLater,
  giveBack,
  giveBackGrants,
  putBack,
  putOn,
  putVersions,
  refreshShown,
} from '../store/undo.ts'
import { MOVED, NOT_ASKED } from '../tables.ts'

/** A row that came or changed since two records were joined, as the page asks about it. */
export type Since = {
  /** What stands in the form: the table and the row's id. */
  readonly name: string
  readonly row: Described
  readonly isNew: boolean
  /** Where it goes unless something else is chosen: with the record it was filed on. */
  readonly proposed: 'stays' | 'goes'
}

/** A merge that can be taken apart, with what is asked before it is. */
export type Undoable = {
  readonly merge: Merge
  readonly since: readonly Since[]
  /** The one that has to be taken apart first. */
  readonly newer: Merge | undefined
}

export type UndoTrouble = 'unknown' | 'newer' | 'overlap'

/** A merge that stands, of a record whoever asks may know, and what happened since as far as they may see it. */
export async function findUndoable(tx: Tx, id: RowId): Promise<Undoable | undefined> {
  const merge = await findMerge(tx, id)
  if (!merge || merge.undoneAt !== null || !(await findPerson(tx, merge.personId))) return undefined
  const newer = await findNewer(tx, merge)
  if (newer) return { merge, since: [], newer }
  const changed = await asHouse(tx, 'what happened since a merge', worker => changedSince(worker, merge))
  const asked = changed.filter(c => !NOT_ASKED.has(c.row.table))
  // Only rows that whoever asks may see are asked about; of the others the house goes by the record they were filed on.
  const said = await describeRows(
    tx,
    asked.map(c => ({ table: c.row.table, id: String(c.row.key['id']) })),
  )
  return {
    merge,
    newer: undefined,
    since: asked.flatMap(c => {
      const name = `${c.row.table}.${String(c.row.key['id'])}`
      const row = said.get(name)
      if (row === undefined) return []
      return [{ name, row, isNew: c.line === undefined, proposed: proposedFor(c, merge) }]
    }),
  }
}

/**
 * Takes two records apart: every row, right, place and reference goes back where it was, each column where nobody changed it
 * since. What came since goes where it is told to; of what whoever asks may not see, with the record it was filed on.
 * @param choices by the name of the row: whether it stays with the record that was kept or goes with the other
 * @returns refused `unknown`; `newer` when another merge has to be taken apart first; `overlap` when two activities would
 *   stand for the same days of one record
 */
export async function unmergePeople(
  tx: Tx,
  id: RowId,
  wanted: { reason: string; choices: Readonly<Record<string, 'stays' | 'goes'>> },
): Promise<Result<Merge, UndoTrouble>> {
  const seen = await findUndoable(tx, id)
  if (!seen) return refused('unknown')
  if (seen.newer) return refused('newer')
  const { merge } = seen
  const pair = { keep: merge.keptId, join: merge.goneId }
  const offered = new Set(seen.since.map(s => s.name))
  const outcome = await asHouse(tx, 'taking two records apart', async worker => {
    await lockPair(worker, pair)
    const held = await lockMerge(worker, id)
    if (!held || held.undoneAt !== null || held.personId !== held.keptId) return undefined
    const before = await listOpenLeads(worker, pair)
    const changed = await changedSince(worker, merge)
    const where = (c: Changed) => {
      const name = `${c.row.table}.${String(c.row.key['id'])}`
      return (offered.has(name) ? wanted.choices[name] : undefined) ?? proposedFor(c, merge)
    }
    await updateUndone(worker, id, wanted.reason)
    const done = await takeApart(worker, merge, changed, where)
    return { ...done, before, changed: changed.length, after: await listOpenLeads(worker, pair) }
  }).catch((error: unknown) => {
    if (isExclusionViolation(error)) return 'overlap' as const
    throw error
  })
  if (outcome === undefined) return refused('unknown')
  if (outcome === 'overlap') return refused('overlap')
  await record(tx, {
    action: 'record.parted',
    about: [pair.keep, pair.join],
    target: id,
    payload: {
      why: wanted.reason,
      choices: wanted.choices,
      since: outcome.changed,
      givenBack: outcome.rights,
      barriersOnBoth: outcome.barriers,
    },
  })
  for (const lead of [...outcome.before, ...outcome.after].filter(
    (l, n, all) => all.findIndex(o => o.accountId === l.accountId) === n,
  )) {
    const about = outcome.after.find(l => l.accountId === lead.accountId)?.personId ?? pair.keep
    if (lead.accountId !== tx.acting.actorId)
      await sendNotice(tx, { accountId: lead.accountId, kind: 'record.parted', personId: about, targetId: id }, true)
  }
  return ok(merge)
}

/** A row of now beside its line of then; without one it was made since. */
type Changed = { readonly row: LoggedRow; readonly line: LogLine | undefined }

/** What came or changed since, of the tables whose rows go along. Runs as the house. */
async function changedSince(worker: Tx, merge: Merge): Promise<Changed[]> {
  const pair: Pair = { keep: merge.keptId, join: merge.goneId }
  const lines = new Map((await readLog(worker, merge.id)).map(line => [nameOf(line), line]))
  const tables = new Set(MOVED.map(t => t.name).filter(name => name !== 'notice' && name !== 'person_merge'))
  return (await readRows(worker, pair))
    .filter(row => tables.has(row.table))
    .map(row => ({ row, line: lines.get(nameOf(row)) }))
    .filter(({ row, line }) => line?.fingerprint !== row.fingerprint)
}

/** With the record it was on when they were joined, or, made since, with the one it was filed on. */
function proposedFor({ row, line }: Changed, merge: Merge): 'stays' | 'goes' {
  const home = line === undefined ? row.row['origin_person_id'] : line.wasOn
  return home === merge.goneId ? 'goes' : 'stays'
}

async function takeApart(
  worker: Tx,
  merge: Merge,
  changed: readonly Changed[],
  where: (c: Changed) => 'stays' | 'goes',
): Promise<{ barriers: number; rights: readonly string[] }> {
  const { id, keptId, goneId } = merge
  const lines = await readLog(worker, id)
  const to = (c: Changed): PersonId => (where(c) === 'goes' ? goneId : keptId)
  const moved = changed.map(c => ({ ...c, to: to(c) }))
  const tables = [...MOVED.map(t => t.name), 'access_member']
  // First everybody to their record, then what stood on it: no two of a kind ever stand on one record between.
  for (const table of tables) {
    await putBack(worker, id, table)
    for (const person of [keptId, goneId])
      await putOn(
        worker,
        table,
        moved.filter(m => m.row.table === table && m.to === person).map(m => m.row.key),
        person,
      )
  }
  await putVersions(worker, [keptId, goneId])
  const made = moved.filter(m => m.line === undefined)
  const later = made.filter(m => m.row.table === 'activity_spell').map(m => m.row.key['id'] as RowId)
  for (const table of [...tables, 'intake_question', 'person'])
    await giveBack(worker, id, table, columnsOf(lines, table))
  await cutForLater(worker, later, [keptId, goneId])
  const rights = await giveBackGrants(worker, id)
  const barriers = await copyBarriers(worker, id, keptId, goneId)
  if (changed.some(c => c.row.table === 'person_name')) await refreshShown(worker, [keptId, goneId])
  await checkNow(worker)
  return { barriers, rights }
}

/** The columns of a table that a merge changed, whose it is apart. */
function columnsOf(lines: readonly LogLine[], table: string): string[] {
  const columns = lines.filter(l => l.table === table).flatMap(l => Object.keys(l.before ?? {}))
  return [...new Set(columns)].filter(c => c !== 'person_id')
}
