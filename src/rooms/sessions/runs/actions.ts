/** What is done with a run of meetings: made, moved from a day on, ended, handed over, and taken off where it was the wrong young person's. */
import type { Tx } from '#ground/database/tx.ts'
import { addDays, type Day, formatDay, isBefore } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import type { FiledRow } from '#rooms/people/index.ts'
import { cancelAppointment, changeAppointment, sealAppointment, setAppointment } from '../diary/actions.ts'
import type { Arrangement, DiaryEntry } from '../diary/appointment.ts'
import { type ArrangementTrouble, overlaps, type Slot } from '../diary/rules.ts'
import { listSetOn } from '../diary/store.ts'
import { type EndTrouble, endTrouble, partAt } from './rules.ts'
import type { EndReason, PartContent, Run, RunEnd, RunPart } from './run.ts'
import {
  findRun,
  findRunFiling,
  insertPart,
  insertRun,
  listMeetings,
  listParts,
  updateMeetingRun,
  updateRunEnded,
  updateRunSealed,
  updateRunVersion,
} from './store.ts'

/** On which days something else stands in a diary at the times wanted there, of what the actor may see. */
export async function clashesOn(
  tx: Tx,
  accountId: AccountId,
  wanted: readonly Slot[],
  but: ReadonlySet<RowId> = new Set(),
): Promise<ReadonlyMap<Day, DiaryEntry>> {
  const days = wanted.map(slot => slot.onDay)
  const standing = (await listSetOn(tx, accountId, days)).filter(one => !but.has(one.rowId))
  return new Map(
    wanted.flatMap((slot): [Day, DiaryEntry][] => {
      const clash = standing.find(one => overlaps(one, slot))
      return clash ? [[slot.onDay, clash]] : []
    }),
  )
}

/**
 * Makes a run of meetings in the diary of an account, each an appointment of its own. Sent twice, it is one: the form brings its id along.
 * @param wanted.days those that are meant, also where something else stands at that time: the form told of it
 * @returns refused as an appointment is, and then nothing is kept
 */
export async function makeRun(
  tx: Tx,
  personId: PersonId,
  accountId: AccountId,
  wanted: {
    readonly id: RowId
    readonly title: string
    readonly everyWeeks: 1 | 2
    readonly days: readonly Day[]
    readonly arrangement: Omit<Arrangement, 'onDay' | 'aim'>
    readonly parts: readonly PartContent[]
  },
): Promise<Result<RowId, ArrangementTrouble | 'unknown' | 'clash'>> {
  const { id, title, everyWeeks, arrangement } = wanted
  const { isRestricted } = arrangement
  if ((await insertRun(tx, { id, personId, accountId, title, everyWeeks, isRestricted })) === 0) {
    const there = await findRun(tx, id)
    return there?.personId === personId ? ok(id) : refused('unknown')
  }
  const parts: RunPart[] = []
  for (const [i, part] of wanted.parts.entries())
    parts.push(await insertPart(tx, { rowId: id, personId, isRestricted }, i + 1, part))
  for (const [n, onDay] of wanted.days.entries()) {
    const part = partAt(parts, n)
    const set = await setAppointment(tx, personId, accountId, {
      arrangement: { ...arrangement, onDay, aim: part?.aim ?? '' },
      keepsBoth: true,
      insteadOf: null,
    })
    if (!set.ok) return set
    await updateMeetingRun(tx, set.value, id, part?.rowId ?? null)
  }
  await record(tx, { action: 'run.made', about: [personId], target: id, payload: { meetings: wanted.days.length } })
  return ok(id)
}

/** Where the meetings of a run that are still to come would lie, from a day on: so many days later or earlier, or at another time. */
export async function movedDays(
  tx: Tx,
  run: Run,
  to: { readonly from: Day; readonly byDays: number; readonly atTime: string | null },
) {
  const ahead = (await listMeetings(tx, run.rowId)).filter(
    one => one.state === 'set' && !isBefore(one.onDay, to.from) && !isBefore(one.onDay, tx.acting.today),
  )
  return ahead.map(one => ({ one, onDay: addDays(one.onDay, to.byDays), atTime: to.atTime ?? one.atTime }))
}

/** Moves what is still to come of a run; what each meeting said before is kept, and nobody is told of it by that. */
export async function moveRun(
  tx: Tx,
  run: Run,
  to: Parameters<typeof movedDays>[2],
): Promise<Result<number, ArrangementTrouble | 'unknown' | 'stale' | 'clash' | 'nothing-ahead'>> {
  const moved = await movedDays(tx, run, to)
  if (moved.length === 0) return refused('nothing-ahead')
  if ((await updateRunVersion(tx, run)) === 0) return refused('stale')
  for (const { one, onDay, atTime } of moved) {
    const changed = await changeAppointment(tx, one, one.accountId, {
      arrangement: { ...one, onDay, atTime },
      keepsBoth: true,
    })
    if (!changed.ok) return changed
  }
  await record(tx, { action: 'run.moved', about: [run.personId], target: run.rowId, payload: { days: to.byDays } })
  return ok(moved.length)
}

/** Ends a run with the reason, and calls off what is still to come of it. */
export async function endRun(
  tx: Tx,
  run: Run,
  to: { readonly how: RunEnd; readonly reason: EndReason; readonly words: string },
): Promise<Result<null, EndTrouble | 'stale'>> {
  const meetings = await listMeetings(tx, run.rowId)
  const trouble = endTrouble(to.how, to.reason, meetings, tx.acting.today)
  if (trouble !== undefined) return refused(trouble)
  if ((await updateRunEnded(tx, run, to)) === 0) return refused('stale')
  for (const one of meetings) {
    if (one.state !== 'set') continue
    const off = await cancelAppointment(tx, one, { reason: CANCELLED[to.reason], words: to.words })
    if (!off.ok) return off
  }
  await record(tx, { action: 'run.ended', about: [run.personId], target: run.rowId, payload: { how: to.how } })
  return ok(null)
}

/** What a meeting that is called off with its run says of why. */
const CANCELLED = {
  reached: 'no-longer-needed',
  'they-asked': 'they-asked',
  'we-cannot': 'we-cannot',
  'no-longer-needed': 'no-longer-needed',
  'another-way': 'no-longer-needed',
  'set-by-mistake': 'set-by-mistake',
} as const satisfies Readonly<Record<EndReason, string>>

/** A run as filed on a young person, where the actor may see it: for taking it off the wrong record (K9). */
export async function findFiledRun(tx: Tx, personId: PersonId, id: RowId): Promise<FiledRow | undefined> {
  const run = await findRun(tx, id)
  if (run?.personId !== personId) return undefined
  const filed = await findRunFiling(tx, id)
  const [first] = await listMeetings(tx, id)
  return (
    filed && {
      rowId: id,
      said: first ? `${run.title}, ${formatDay(first.onDay)}` : run.title,
      classBit: CLASS_BITS[run.isRestricted ? 'restricted' : 'sessions'],
      filedBy: filed.by,
      filedAt: filed.at,
    }
  )
}

/** Seals a run with its parts and all its meetings, and the contacts that came of them; asked as the house. Returns how many: one, or none when it was before. */
export async function sealRun(worker: Tx, id: RowId): Promise<number> {
  for (const one of await listMeetings(worker, id)) await sealAppointment(worker, one.rowId)
  return updateRunSealed(worker, id)
}

/** How a run stands: its parts and its meetings, as far as the caller may see them. */
export async function loadRun(tx: Tx, run: Run) {
  const [parts, meetings] = await Promise.all([listParts(tx, run.rowId), listMeetings(tx, run.rowId)])
  return { parts, meetings }
}
