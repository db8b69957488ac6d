/** What a list that has somebody on it does to what is on record of what they do. Runs as the house. */
import { dayOf } from '#ground/clock.ts'
import type { Tx } from '#ground/database/tx.ts'
import { academicYearStart, type Day, isAfter } from '#ground/day.ts'
import { newId, type PersonId, type RowId } from '#ground/ids.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'
import type { Organisation } from '#rooms/directory/index.ts'
import { isCompulsoryAge } from '#rooms/people/index.ts'
import type { ReadRow } from '../reading/read-row.ts'
import { activityOf, courseOf } from '../rules.ts'
import type { Run } from '../run.ts'
import { insertEffects, insertSpells, type NewEffect } from '../store/effects.ts'
import { stepOf } from './rules.ts'
import {
  type Asking,
  answerByList,
  confirmAsAt,
  endSpells,
  insertAsked,
  insertListedStarts,
  listOpenSpells,
  listSpellsAt,
  listUntouchable,
  type OpenSpell,
} from './store.ts'

/** Somebody on a list, as their row says it. */
export type Heard = { readonly personId: PersonId; readonly row: ReadRow }

/** The list, and the day it speaks of. */
export type HeardList = { readonly runId: RowId; readonly partner: Organisation; readonly asAt: Day }

/** The day a list speaks of: the day it came in, where nobody said another. */
export function asAtOf(run: Pick<Run, 'asAt' | 'madeAt'>): Day {
  return run.asAt ?? dayOf(run.madeAt)
}

/**
 * Confirms, as at the list's own day, what is on record of those it has on it; puts what it says in place of what is not known any more; ends what somebody did
 * at the place they left; keeps starts that lie ahead; and asks where two sources say two things. Of people who were known before: what is new is written with them.
 */
export async function hearActivity(worker: Tx, list: HeardList, heard: readonly Heard[]): Promise<void> {
  const untouchable = await listUntouchable(
    worker,
    heard.map(one => one.personId),
  )
  const told = heard.filter(one => !one.row.objection && !untouchable.has(one.personId))
  const effects = [
    ...(await hearThere(
      worker,
      list,
      told.filter(one => one.row.leftOn === null),
    )),
    ...(await hearLeft(
      worker,
      list,
      told.filter(one => one.row.leftOn !== null),
    )),
  ]
  await insertEffects(worker, list.runId, effects)
}

/** What the place stands for in the codes of the return, for somebody on its list; null where it stands for none. */
function codeFor({ partner, asAt }: HeardList, { row }: Heard): string | null {
  return activityOf(partner.kind, row.yearGroup, isCompulsoryAge(row.bornOn, asAt))
}

async function hearThere(worker: Tx, list: HeardList, there: readonly Heard[]): Promise<NewEffect[]> {
  const { partner, asAt } = list
  const listed = there.flatMap(one => {
    const code = codeFor(list, one)
    return code === null ? [] : [{ ...one, code }]
  })
  const ahead = listed.filter(({ row }) => row.startedOn !== null && isAfter(row.startedOn, asAt))
  const present = new Map(listed.filter(one => !ahead.includes(one)).map(one => [one.personId, one]))
  const confirmed: OpenSpell[] = []
  const instead: { spell: OpenSpell; code: string; startedOn: Day; detail: string }[] = []
  const asked: Asking[] = []
  const arrived: PersonId[] = []
  const already = new Set<PersonId>()
  const year = academicYearStart(asAt)
  const everybody = listed.map(one => one.personId)
  for (const spell of await listOpenSpells(worker, everybody)) {
    // Whoever is there already begins nothing: the list is older than that.
    if (spell.organisationId === partner.id) already.add(spell.personId)
    const one = present.get(spell.personId)
    if (!one) continue
    // Since when it does not say: since the academic year began, or, where something began later, since the list's own day.
    const startedOn = one.row.startedOn ?? (isAfter(year, spell.startedOn) ? year : asAt)
    const step = stepOf(spell, { code: one.code, organisationId: partner.id, startedOn }, asAt)
    const detail = courseOf(one.row)
    // A start came about where the record says by now that they are there, and not where it says something else.
    if (step.kind === 'confirm' || step.kind === 'instead' || (step.kind === 'nothing' && already.has(spell.personId)))
      arrived.push(spell.personId)
    if (step.kind === 'confirm') confirmed.push(spell)
    if (step.kind === 'instead') instead.push({ ...step, spell, detail })
    if (step.kind === 'ask')
      asked.push({
        ...{ id: newId<'row'>(worker.acting.at), personId: spell.personId, spellId: spell.id, code: one.code, detail },
        startedOn,
        // What stands there may tell of more than that they are on a list; so may whose list it is.
        classBit: spell.classBit === CLASS_BITS.tracking ? partner.discloses || CLASS_BITS.tracking : spell.classBit,
      })
  }
  await confirmAsAt(
    worker,
    confirmed.map(one => one.id),
    asAt,
  )
  await endSpells(
    worker,
    instead.map(one => ({ id: one.spell.id, on: one.startedOn })),
  )
  const fresh = instead.map(one => ({
    ...{ id: newId<'row'>(worker.acting.at), personId: one.spell.personId, code: one.code, detail: one.detail },
    ...{ organisationId: partner.id, startedOn: one.startedOn },
  }))
  const added = new Set(await insertSpells(worker, fresh, asAt))
  const starts = await insertListedStarts(
    worker,
    partner.id,
    ahead.flatMap(one =>
      one.row.startedOn === null || already.has(one.personId)
        ? []
        : [
            {
              ...{ id: newId<'row'>(worker.acting.at), personId: one.personId, code: one.code },
              ...{ detail: courseOf(one.row), startsOn: one.row.startedOn },
            },
          ],
    ),
  )
  const answered = await answerByList(worker, partner.id, arrived, asAt)
  const questions = await insertAsked(worker, { runId: list.runId, organisationId: partner.id, asAt }, asked)
  return [
    changed(
      'activity_spell',
      confirmed.map(one => one.id),
      confirmed.map(one => ({ id: one.id, on: one.verifiedOn, by: one.verifiedBy, asAt })),
    ),
    replaced(instead.map((one, i) => ({ id: one.spell.id, instead: freshIn(added, fresh[i]?.id) }))),
    { kind: 'added', table: 'agreed_start', rowIds: starts },
    changed('agreed_start', answered, null),
    { kind: 'added', table: 'activity_question', rowIds: questions },
  ]
}

const freshIn = (added: ReadonlySet<string>, id: RowId | undefined): string | null =>
  id !== undefined && added.has(id) ? id : null

function hearLeft(worker: Tx, { partner, asAt }: HeardList, left: readonly Heard[]): Promise<NewEffect[]> {
  return endThere(
    worker,
    partner,
    left.flatMap(one => {
      const on = one.row.leftOn
      return on === null || isAfter(on, asAt) ? [] : [{ personId: one.personId, on }]
    }),
  )
}

/** Of those who left: what they did there ends with the day they left, unless somebody confirmed it well after. */
export async function endThere(
  worker: Tx,
  partner: Organisation,
  left: readonly { readonly personId: PersonId; readonly on: Day }[],
): Promise<NewEffect[]> {
  const ends = await listSpellsAt(worker, partner.id, left)
  await endSpells(worker, ends)
  return [replaced(ends.map(one => ({ id: one.id, instead: null })))]
}

function changed(table: NewEffect['table'], rowIds: readonly string[], before: unknown): NewEffect {
  return { kind: 'changed', table, rowIds, before }
}

function replaced(before: readonly { readonly id: string; readonly instead: string | null }[]): NewEffect {
  return { kind: 'replaced', table: 'activity_spell', rowIds: before.map(one => one.id), before }
}
