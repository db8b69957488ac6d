import { type Tx, together } from '#ground/database/tx.ts'
import type { PersonId } from '#ground/ids.ts'
import type { Organisation } from '#rooms/directory/index.ts'
import { type Judgement, judgeRows, namedBy, type Reason } from '#rooms/matching/index.ts'
import { withoutApart } from '../apart.ts'
import { recordLeftBy } from '../left-by.ts'
import { type CheckedRow, type ReadRow, underObjection } from '../reading/read-row.ts'
import { heldTo, isNothing, type OnRecord, planKnown } from '../rules.ts'
import type { Run, RunRow } from '../run.ts'
import { keyOf, keyToMend, lastWordOf, type RowKeys, rememberedOf, soughtFor } from '../sought.ts'
import { findOnRecord } from '../store/record.ts'
import { findPersonsByKey, findSourceRows, type SourceRow } from '../store/rows.ts'

/** Matches and plans one batch of checked rows: who each is, and what it would do. */
export async function judgeBatch(
  tx: Tx,
  run: Run,
  partner: Organisation,
  checked: readonly CheckedRow[],
  keysOf: ReadonlyMap<number, RowKeys>,
  repeated: ReadonlySet<number>,
): Promise<RunRow[]> {
  const good = checked.flatMap(c => {
    const keys = c.outcome === 'good' ? keysOf.get(c.value.row) : undefined
    return c.outcome === 'good' && keys ? [{ value: c.value, keys }] : []
  })
  // A row that is held under an objection is remembered by its name, whatever number the list gives.
  const asked = good.flatMap(g => [g.keys.plain, g.keys.own, keyOf(underObjection(g.value))])
  const [before, elsewhere] = await together([
    findSourceRows(tx, run, asked),
    findPersonsByKey(tx, run.organisationId, asked),
  ])
  const remembered = good.map(g => ({
    ...g,
    here: rememberedOf(before, g.value, g.keys),
    there: rememberedOf(elsewhere, g.value, g.keys),
  }))
  const unknown = remembered.filter(g => !g.here && !g.there)
  const judged = await judgeRows(
    tx,
    unknown.map(g => soughtFor(g.value, run.organisationId)),
  )
  const judgements = new Map(unknown.map((g, i) => [g.value.row, judged[i]]))
  const onRecord = await findOnRecord(tx, run.organisationId, [
    ...remembered.flatMap(g => [g.here?.row.personId, g.there?.row.personId].flatMap(id => (id ? [id] : []))),
    ...judged.flatMap(j => likeliestOf(j) ?? []),
  ])
  const known = new Map(remembered.map(g => [g.value.row, g]))
  return checked.map((c): RunRow => {
    if (c.outcome === 'not-kept') return bare(c.row, 'not-kept', c.why)
    if (c.outcome === 'faulty') return { ...bare(c.row, 'fault', 'fault'), sourceKey: keyToMend(c), faults: c.faults }
    const of = known.get(c.value.row)
    if (!of) throw new Error('every good row has its keys')
    const { here, there, keys } = of
    const judgement = judgements.get(c.value.row)
    const personId =
      here?.row.personId ?? there?.row.personId ?? (judgement?.kind === 'link' ? judgement.personId : null)
    const now = personId === null ? undefined : onRecord.get(personId)
    // Who is asked about is protected from what is another's before anybody reads the question (K5).
    const likeliest = likeliestOf(judgement)
    const asked = likeliest && onRecord.get(likeliest)
    const value = now ? heldTo(c.value, now, partner.kind) : asked ? withoutApart(c.value, asked) : c.value
    const isAlone = keys.nth === 1 && !before.has(keys.plain)
    const base = {
      row: value.row,
      sourceKey: value === c.value ? (here?.key ?? (isAlone ? keys.plain : keys.own)) : keyOf(value),
      shownName: `${value.legal.family}, ${value.legal.given}`,
      content: value,
      cells: null,
      faults: c.notes,
      changes: [],
      weighed: isHidden(now, judgement, onRecord) ? null : (judgement?.weighed ?? here?.row.weighed ?? null),
    }
    // Two rows that may be one person are asked about, unless each was decided before.
    if (repeated.has(value.row) && !(here?.isDecided === true || there?.isDecided === true))
      return { ...base, sourceKey: keys.own, verdict: 'question', personId: null, why: 'repeated' }
    const source = here?.row ?? (personId === null ? undefined : lastWordOf(before, base.sourceKey, c.value, personId))
    const why =
      here?.row.why ??
      (there ? 'same-partner' : undefined) ??
      (judgement?.why satisfies Reason | undefined) ??
      'nobody-alike'
    return { ...base, ...verdictOf(value, personId, source, judgement, now, why) }
  })
}

/** Of a record nobody who looks at lists may know of, nothing is kept with the row: not even how like it is (K8). */
function isHidden(
  now: OnRecord | undefined,
  judgement: Judgement | undefined,
  onRecord: ReadonlyMap<PersonId, OnRecord>,
): boolean {
  if (now) return now.isRestricted
  const likeliest = likeliestOf(judgement)
  return likeliest !== undefined && onRecord.get(likeliest)?.isRestricted !== false
}

/** Whom a row was weighed against: the likeliest of those it may be. */
function likeliestOf(judgement: Judgement | undefined): PersonId | undefined {
  return judgement && namedBy(judgement)[0]
}

function verdictOf(
  value: ReadRow,
  personId: PersonId | null,
  source: SourceRow | undefined,
  judgement: Judgement | undefined,
  now: OnRecord | undefined,
  why: string,
): Pick<RunRow, 'verdict' | 'personId' | 'changes' | 'why'> {
  if (personId === null)
    return { verdict: judgement?.kind === 'question' ? 'question' : 'new', personId: null, changes: [], why }
  if (!now) return { verdict: 'question', personId: null, changes: [], why: 'conflict' }
  // Whoever looks at the list may not know of this record: the row reads as somebody new, and the next time by what the
  // partner said before, as if nothing else were on record.
  if (now.isRestricted && source === undefined) return { verdict: 'new', personId, changes: [], why: 'nobody-alike' }
  const plan = planKnown(
    value,
    source?.content ?? null,
    now.isRestricted && source ? recordLeftBy(source.content, now) : now,
  )
  const isSame = isNothing(plan.writing) && plan.changes.length === 0 && source !== undefined
  return {
    verdict: isSame ? 'same' : 'changed',
    personId,
    changes: plan.changes,
    why: now.isRestricted ? 'nobody-alike' : why,
  }
}

function bare(row: number, verdict: 'fault' | 'not-kept', why: string): RunRow {
  return {
    row,
    verdict,
    sourceKey: '',
    personId: null,
    shownName: '',
    content: null,
    cells: null,
    faults: [],
    changes: [],
    why,
    weighed: null,
  }
}
