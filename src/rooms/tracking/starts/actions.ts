import { type Tx } from '#ground/database/tx.ts'
import { type Day, formatDay, isAfter } from '#ground/day.ts'
import type { OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import type { FiledRow, Source } from '#rooms/people/index.ts'
import { setActivity } from '../actions/activity.ts'
import type { Verifier } from '../activity.ts'
import { activityLabel, codeOf } from '../rules.ts'
import { codeUntil, type StartTrouble, startTrouble } from './rules.ts'
import type { AgreedStart } from './start.ts'
import { findStartFiled, insertStart, listStartsOn, updateStart } from './store.ts'

/** Writes down what somebody is to begin on a day that lies ahead. What they do until then stays as it is. */
export async function agreeStart(
  tx: Tx,
  personId: PersonId,
  start: {
    readonly code: string
    readonly organisationId: OrganisationId | null
    readonly detail: string
    readonly startsOn: Day
    readonly saidBy: Verifier | null
  },
): Promise<Result<RowId, StartTrouble>> {
  const { code, startsOn } = start
  const trouble = startTrouble(code, startsOn, tx.acting.today)
  if (trouble) return refused(trouble)
  // Sent twice it is agreed once.
  const same = (await listStartsOn(tx, personId)).find(
    one =>
      one.overOn === null &&
      one.code === code &&
      one.startsOn === startsOn &&
      one.organisationId === start.organisationId &&
      one.detail === start.detail,
  )
  if (same) return ok(same.rowId)
  const discloses = codeOf(code)?.discloses ?? null
  const classBit = CLASS_BITS[discloses ?? 'tracking']
  const id = await insertStart(tx, personId, { ...start, classBit })
  await record(tx, {
    action: 'start.agreed',
    about: [personId],
    target: id,
    payload: { code, on: startsOn, by: start.saidBy },
  })
  return ok(id)
}

export type AnswerTrouble =
  | 'moved'
  | 'not-theirs'
  | 'not-yet'
  | 'new-day-past'
  | 'missing-new-day'
  | 'before-birth'
  | 'over-reaches'

/**
 * Whether they started, on somebody's word: it becomes what they do, is put off, or is over. Another council is nobody who could know (615 and 616 stand until
 * the place, the young person or a parent says).
 * @param said.on the day they started, or the new day; null where they started on the day that was agreed
 */
export async function answerStart(
  tx: Tx,
  start: AgreedStart,
  said: { readonly answer: 'started' | 'put-off' | 'not-started'; readonly by: Verifier; readonly on: Day | null },
  source: Source,
  bornOn: Day | null,
): Promise<Result<null, AnswerTrouble>> {
  const { today } = tx.acting
  const { answer, by } = said
  if (by === 'council') return refused('not-theirs')
  const on = said.on ?? start.startsOn
  if (answer === 'put-off' && said.on === null) return refused('missing-new-day')
  if (answer === 'put-off' && !isAfter(on, today)) return refused('new-day-past')
  if (answer === 'started' && isAfter(on, today)) return refused('not-yet')
  if (answer === 'started' && bornOn !== null && isAfter(bornOn, on)) return refused('before-birth')
  const to = answer === 'put-off' ? { startsOn: on, by } : { state: answer, by }
  if ((await updateStart(tx, start, to)) === 0) return refused('moved')
  if (answer === 'started') {
    const { code, organisationId, detail } = start
    const activity = { code, organisationId, detail, startedOn: on, verifiedOn: today, verifiedBy: by }
    const set = await setActivity(tx, start.personId, activity, source)
    // What was answered is undone with the page that says so.
    if (!set.ok) return refused('over-reaches')
  }
  await record(tx, {
    action: 'start.answered',
    about: [start.personId],
    target: start.rowId,
    payload: { answer, by, on },
  })
  return ok(null)
}

/** Counts somebody by the code for an agreed start (615, 616) until the day, when it is looked at again; on the word of whoever says today that it is so. */
export async function countUntilStart(tx: Tx, start: AgreedStart, by: Verifier, source: Source): Promise<void> {
  const { today } = tx.acting
  await setActivity(
    tx,
    start.personId,
    {
      code: codeUntil(start.code),
      organisationId: null,
      detail: '',
      ...{ startedOn: today, verifiedOn: today, verifiedBy: by, reviewOn: start.startsOn },
    },
    source,
  )
}

/** A start as filed on a young person, where the actor may see it: for taking it off the wrong record (K9). */
export async function findFiledStart(tx: Tx, personId: PersonId, rowId: RowId): Promise<FiledRow | undefined> {
  const start = await findStartFiled(tx, personId, rowId)
  return (
    start && {
      rowId,
      said: `${activityLabel(start.code)}, ${formatDay(start.startsOn)}`,
      classBit: start.classBit,
      filedBy: start.filedBy,
      filedAt: start.filedAt,
    }
  )
}
