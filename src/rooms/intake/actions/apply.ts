/** Applies a list that was read: batch by batch, each batch whole or not at all, with its audit event and its place kept together. */
import { asHouse, type Tx, together } from '#ground/database/tx.ts'
import { type AccountId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import type { JobDefinition, RunningJob } from '#ground/jobs/index.ts'
import { record } from '#rooms/audit/index.ts'
import { findOrganisation, type Organisation } from '#rooms/directory/index.ts'
import { listColleaguesAmong, roleMay } from '#rooms/identity/index.ts'
import { type Judgement, judgeRows, keepIndex, learnAfterList, namedBy } from '#rooms/matching/index.ts'
import { sendNotice } from '#rooms/notices/index.ts'
import { isCompulsoryAge } from '#rooms/people/index.ts'
import { asAtOf, type Heard, hearActivity } from '../activity/actions.ts'
import { type ReadRow, type Said, underObjection } from '../reading/read-row.ts'
import { heldSteps, heldTo, type OnRecord, planKnown, planNew, withSaid } from '../rules.ts'
import type { Agreement, Run, RunRow } from '../run.ts'
import { keyOf, lastWordOf, soughtFor } from '../sought.ts'
import { findAgreement } from '../store/agreements.ts'
import { findHeld, forgetHeld } from '../store/held.ts'
import { insertQuestions } from '../store/questions.ts'
import { findOnRecord } from '../store/record.ts'
import {
  askInstead,
  findSourceRows,
  listMissing,
  listUnapplied,
  markApplied,
  markGone,
  saveSourceRows,
  touchSourceRows,
} from '../store/rows.ts'
import { hasOtherSince, holdRun, moveRun } from '../store/runs.ts'
import { countSaid } from '../store/said.ts'
import { type Write, writeBatch, writeCharacteristics } from './write.ts'

const BATCH = 200

/** The job of applying. A row is applied once: what was done is marked in the transaction that did it. */
export async function applyList(job: RunningJob, learning: JobDefinition): Promise<void> {
  const runId = job.ids['run'] as RowId
  let done = job.progress.done
  for (;;) {
    const count = await job.transaction(async tx => {
      const facts = await factsOf(tx, runId)
      if (!facts) return 0
      const applied = await applyBatch(tx, facts.run, facts.partner)
      done += applied
      await job.save(tx, { step: 'apply', done, total: facts.run.rowsRead })
      return applied
    })
    if (count === 0) break
  }
  await job.transaction(async tx => {
    const facts = await factsOf(tx, runId)
    if (!facts) return
    await finish(tx, facts.run, facts.agreement)
    await learnAfterList(tx, learning, await asHouse(tx, 'how much there is to learn from', countSaid))
  })
}

type Facts = { readonly run: Run; readonly partner: Organisation; readonly agreement: Agreement }

/**
 * The run, while it applies and whoever asked for it still may (rights are checked again when it applies). It is held for the
 * length of the batch: whoever stops it waits for that, and no batch begins afterwards.
 */
async function factsOf(tx: Tx, runId: RowId): Promise<Facts | undefined> {
  const run = await holdRun(tx, runId, ['applying'])
  if (!run) return undefined
  const partner = await findOrganisation(tx, run.organisationId)
  const agreement = await findAgreement(tx, run.agreementId)
  const askers = run.askedBy === null ? [] : await listColleaguesAmong(tx, [run.askedBy])
  // A command has no account: whoever runs the installation asked.
  const may = run.askedBy === null || askers.some(one => one.state === 'active' && roleMay(one.role, 'intake.run'))
  if (!partner || !agreement || !may) {
    await moveRun(tx, runId, ['applying'], 'failed')
    return undefined
  }
  return { run, partner, agreement }
}

async function applyBatch(tx: Tx, run: Run, partner: Organisation): Promise<number> {
  const rows = await asHouse(tx, 'applying a list', worker => listUnapplied(worker, run.id, BATCH))
  if (rows.length === 0) return 0
  const written = await asHouse(tx, 'applying a list', worker => writeRows(worker, run, partner, rows))
  await record(tx, {
    action: 'list.applied',
    target: run.id,
    about: written.map(w => w.personId),
    payload: { rows: written.map(w => ({ row: w.row.row, person: w.personId, new: w.isNew })) },
  })
  return rows.length
}

type Applied = Pick<Write, 'personId' | 'isNew' | 'row'>

/** What was judged in this batch, by the number of the row. */
type Judged = ReadonlyMap<number, Judgement>

/** Rows that were read as somebody new are judged again where another list went in since: it may have brought them. */
async function judgedAgain(
  tx: Tx,
  run: Run,
  rows: readonly RunRow[],
): Promise<{ readonly rows: readonly RunRow[]; readonly judged: Judged }> {
  const fresh = rows.flatMap(r =>
    r.verdict === 'new' && r.personId === null && r.content ? [{ ...r, content: r.content }] : [],
  )
  if (fresh.length === 0 || !(await hasOtherSince(tx, run))) return { rows, judged: new Map() }
  const judged = await judgeRows(
    tx,
    fresh.map(r => soughtFor(r.content, run.organisationId)),
  )
  const now = new Map(fresh.flatMap((r, i) => (judged[i] ? [[r.row, judged[i]] as const] : [])))
  const asked = fresh.flatMap(r => {
    const judgement = now.get(r.row)
    return judgement?.kind === 'question' ? [{ row: r.row, why: judgement.why }] : []
  })
  await askInstead(tx, run.id, asked)
  const told = rows.map((r): RunRow => {
    const judgement = now.get(r.row)
    if (judgement === undefined || judgement.kind === 'new') return r
    const { why, weighed } = judgement
    return judgement.kind === 'link'
      ? { ...r, verdict: 'changed', personId: judgement.personId, why, weighed }
      : { ...r, verdict: 'question', why, weighed }
  })
  return { rows: told, judged: now }
}

async function writeRows(tx: Tx, run: Run, partner: Organisation, read: readonly RunRow[]): Promise<Applied[]> {
  const { rows, judged } = await judgedAgain(tx, run, read)
  const questions = rows.filter(r => r.verdict === 'question')
  await insertQuestions(tx, await questionsOf(tx, run, questions, judged))
  const same = rows.filter(r => r.verdict === 'same')
  await touchSourceRows(
    tx,
    run,
    same.map(r => r.sourceKey),
  )
  const taken = rows.flatMap(r =>
    (r.verdict === 'new' || r.verdict === 'changed') && r.content ? [{ ...r, content: r.content }] : [],
  )
  const held = await findHeld(
    tx,
    run.id,
    rows.map(r => r.row),
  )
  const writes = await writesOf(tx, run, partner, taken, held)
  const asAt = asAtOf(run)
  await writeBatch(tx, run.id, partner, writes, asAt)
  const still = await stillThere(tx, run, same)
  const unchanged = await writeHeld(tx, run, partner, still, held)
  await hearActivity(tx, { runId: run.id, partner, asAt }, [
    ...writes,
    // Held to what stands by now, as it would be written: an objection since is not passed by.
    ...still.flatMap(({ row, personId, now }): Heard[] =>
      now ? [{ personId, row: heldTo(row, now, partner.kind) }] : [],
    ),
  ])
  const remembered = taken.map((r, i) => {
    const content = writes[i]?.row ?? r.content
    return {
      // Held under an objection since it was read: remembered by its name.
      sourceKey: content === r.content ? r.sourceKey : keyOf(content),
      personId: writes[i]?.personId ?? (r.personId as PersonId),
      content,
      why: r.why,
      weighed: r.weighed,
    }
  })
  await together([
    saveSourceRows(tx, run, remembered),
    markApplied(tx, run.id, [
      ...questions.map(r => ({ row: r.row, personId: null })),
      ...same.map(r => ({ row: r.row, personId: r.personId })),
      ...taken.map((r, i) => ({ row: r.row, personId: writes[i]?.personId ?? r.personId })),
    ]),
    // Whoever came with this batch is found by the next.
    keepIndex(tx),
    forgetHeld(
      tx,
      run.id,
      [...same, ...taken].map(r => r.row),
    ),
  ])
  return [...writes, ...unchanged]
}

/**
 * Writes what rows that change nothing else say of characteristics that are held back: such a row reads as the same to those
 * who bring lists in, whatever it says of these (K6). Returns everybody of whom a row says anything, changed or not.
 */
async function writeHeld(
  tx: Tx,
  run: Run,
  partner: Organisation,
  still: readonly Still[],
  held: ReadonlyMap<number, Said>,
): Promise<Applied[]> {
  const said = still.flatMap(one => {
    const own = held.get(one.number)
    return own ? [{ ...one, own }] : []
  })
  await writeCharacteristics(
    tx,
    run.id,
    partner,
    said.flatMap(({ row, own, personId, now }) =>
      now ? [{ personId, steps: heldSteps(heldTo(row, now, partner.kind), own, now) }] : [],
    ),
  )
  return said.map(s => ({ personId: s.personId, isNew: false, row: s.row }))
}

/** A row that changes nothing else, with what is on record of whom it is about. */
type Still = {
  readonly number: number
  readonly row: ReadRow
  readonly personId: PersonId
  readonly now: OnRecord | undefined
}

/** Rows that change nothing else: that somebody is still on the list is said all the same. */
async function stillThere(tx: Tx, run: Run, same: readonly RunRow[]): Promise<Still[]> {
  const said = same.flatMap(r =>
    r.content && r.personId !== null ? [{ number: r.row, row: r.content, personId: r.personId }] : [],
  )
  const onRecord = await findOnRecord(
    tx,
    run.organisationId,
    said.map(s => s.personId),
  )
  return said.map(one => ({ ...one, now: onRecord.get(one.personId) }))
}

/** Plans again on what is on record now: something may have changed since the list was read. */
async function writesOf(
  tx: Tx,
  run: Run,
  partner: Organisation,
  rows: readonly (RunRow & { content: ReadRow })[],
  held: ReadonlyMap<number, Said>,
): Promise<Write[]> {
  const known = rows.flatMap(r => (r.personId === null ? [] : [r.personId]))
  const [before, onRecord] = await together([
    findSourceRows(
      tx,
      run,
      rows.flatMap(r => [r.sourceKey, keyOf(underObjection(r.content))]),
    ),
    findOnRecord(tx, run.organisationId, known),
  ])
  return rows.map((r): Write => {
    const now = r.personId === null ? undefined : onRecord.get(r.personId)
    if (r.personId === null || !now)
      return {
        personId: newId(tx.acting.at),
        isNew: true,
        row: r.content,
        writing: planNew(withSaid(r.content, held.get(r.row))),
      }
    const row = heldTo(r.content, now, partner.kind)
    return {
      personId: r.personId,
      isNew: false,
      row,
      writing: planKnown(
        withSaid(row, held.get(r.row)),
        lastWordOf(before, r.sourceKey, r.content, r.personId)?.content ?? null,
        now,
      ).writing,
    }
  })
}

/** Who each row may be that is asked about: as it was judged in this batch, else by everybody who is on record now. */
async function questionsOf(tx: Tx, run: Run, rows: readonly RunRow[], known: Judged) {
  const asked = rows.flatMap(r => (r.content ? [{ ...r, content: r.content }] : []))
  const open = asked.filter(r => !known.has(r.row))
  const judged = await judgeRows(
    tx,
    open.map(r => soughtFor(r.content, run.organisationId)),
  )
  const now = new Map([...known, ...open.map((r, i) => [r.row, judged[i]] as const)])
  return asked.map(r => {
    const judgement = now.get(r.row)
    return {
      organisationId: run.organisationId,
      runId: run.id,
      kind: 'who' as const,
      row: r.row,
      sourceKey: r.sourceKey,
      personIds: judgement ? namedBy(judgement) : [],
    }
  })
}

/** Somebody may be remembered by two keys of one list: they are missed once. */
function onePerPerson<Gone extends { readonly personId: PersonId }>(gone: readonly Gone[]): Gone[] {
  return [...new Map(gone.map(g => [g.personId, g])).values()]
}

/** People no longer on the list become questions; one of compulsory age also goes to the named officer the same day (row 307). */
async function finish(tx: Tx, run: Run, agreement: Agreement): Promise<void> {
  const missing = await asHouse(tx, 'who is gone from the list', async worker => {
    const gone = await listMissing(worker, run)
    await markGone(
      worker,
      run,
      gone.map(g => g.sourceKey),
    )
    await insertQuestions(
      worker,
      onePerPerson(gone).map(g => ({
        organisationId: run.organisationId,
        runId: run.id,
        kind: 'gone' as const,
        row: null,
        sourceKey: g.sourceKey,
        personIds: [g.personId],
      })),
    )
    const known = await findOnRecord(
      worker,
      run.organisationId,
      gone.map(g => g.personId),
    )
    // A record few may know of is nobody's notice.
    return onePerPerson(gone)
      .filter(g => known.get(g.personId)?.isRestricted !== true)
      .map(g => ({ ...g, bornOn: known.get(g.personId)?.bornOn ?? null }))
  })
  await moveRun(tx, run.id, ['applying'], 'applied')
  await record(tx, {
    action: 'list.finished',
    target: run.id,
    about: missing.map(m => m.personId),
    payload: { missing: missing.length },
  })
  const officer = agreement.missingOfficerId
  if (officer !== null)
    for (const m of missing)
      if (m.bornOn !== null && isCompulsoryAge(m.bornOn, tx.acting.today))
        await sendNotice(
          tx,
          { accountId: officer, kind: 'missing.compulsory-age', personId: m.personId, targetId: run.id },
          true,
        )
  if (run.askedBy !== null)
    await sendNotice(tx, { accountId: run.askedBy as AccountId, kind: 'list.applied', targetId: run.id })
}
