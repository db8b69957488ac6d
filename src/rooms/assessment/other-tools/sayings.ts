/** What other agencies' tools said of somebody: written down, put right, and taken off where it was about somebody else. */
import { type Tx, together } from '#ground/database/tx.ts'
import { formatDay } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { CLASS_BITS, classesOn, type RecordClass } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { type FiledRow, findPerson } from '#rooms/people/index.ts'
import {
  type ContentTrouble,
  contentTrouble,
  type DayTrouble,
  dayTrouble,
  newestFirst,
  saysIt,
  saysTheSameUnder,
  stampOf,
} from './rules.ts'
import {
  findPersonOf,
  findSayingFiling,
  holdSayings,
  insertFinding,
  insertSaying,
  listEditions,
  listEditionsById,
  listFindings,
  listSayingRows,
  updateReplaced,
  updateSayingSealed,
} from './store.ts'
import type { Edition, Heading, Saying, SayingContent } from './tool.ts'

/**
 * What tools said of somebody, the newest first, as far as the caller may see it. Of an entry in which they see nothing that was said they are
 * told nothing at all: it would tell them that there is something (K6, K8).
 */
export async function listSayings(tx: Tx, personId: PersonId): Promise<Saying[]> {
  const [rows, findings] = await together([listSayingRows(tx, personId), listFindings(tx, personId)])
  const editions = await listEditionsById(tx, [...new Set(rows.map(row => row.editionId))])
  const all = rows.flatMap(row => {
    const edition = editions.find(one => one.editionId === row.editionId)
    if (row.replacedAt !== null || edition === undefined) return []
    const of = (part: { readonly entryId: RowId }) => part.entryId === row.entryId
    const inOrder = edition.headings.flatMap(({ code }) =>
      findings.filter(one => of(one) && one.code === code && one.replacedAt === null),
    )
    const before = {
      rows: rows.filter(one => of(one) && one.replacedAt !== null),
      findings: findings.filter(one => of(one) && one.replacedAt !== null),
    }
    return [{ ...row, edition, findings: inOrder, before }]
  })
  return newestFirst(all.filter(one => one.words !== '' || one.findings.length > 0))
}

/** One of them, with whose it is. */
export async function findSaying(tx: Tx, entryId: RowId): Promise<Saying | undefined> {
  const personId = await findPersonOf(tx, entryId)
  return personId && (await listSayings(tx, personId)).find(one => one.entryId === entryId)
}

/** Headings of a tool that somebody may write under: those they read again. */
export function headingsFor(edition: Edition, seen: ReadonlySet<RecordClass>): Heading[] {
  return edition.headings.filter(one => seen.has(one.part))
}

export type SayTrouble = 'not-theirs' | 'died' | 'ended' | 'changed' | DayTrouble | ContentTrouble

/** What is wrong with what is sent about somebody, whatever stands. */
async function troubleOf(
  tx: Tx,
  personId: PersonId,
  edition: Edition,
  content: SayingContent,
): Promise<Exclude<SayTrouble, 'ended' | 'changed'> | undefined> {
  const person = await findPerson(tx, personId)
  const held = await classesOn(tx, personId)
  if (person?.state !== 'active' || !held.has('assessment') || !held.has(edition.part)) return 'not-theirs'
  if (person.diedOn !== null) return 'died'
  return (
    dayTrouble(content.saidOn, tx.acting.today, person.bornOn) ??
    contentTrouble(content, headingsFor(edition, held), edition.steps.length)
  )
}

/**
 * Writes down what a tool said. Sent twice it is one.
 * @param edition the tool as the form showed it
 * @returns refused `changed` where it is described otherwise by now, `ended` where nothing more is written down under it
 */
export async function addSaying(
  tx: Tx,
  personId: PersonId,
  by: AccountId,
  edition: Edition,
  content: SayingContent,
): Promise<Result<RowId, SayTrouble>> {
  const trouble = await troubleOf(tx, personId, edition, content)
  if (trouble === 'not-theirs' || trouble === 'died') return refused(trouble)
  await holdSayings(tx, personId)
  const twice = (await listSayings(tx, personId)).find(
    one => one.editionId === edition.editionId && one.writtenBy === by && saysIt(one, content),
  )
  if (twice) return ok(twice.entryId)
  const [now] = await listEditions(tx, edition.toolId)
  if (now?.endedOn !== null) return refused('ended')
  if (now.editionId !== edition.editionId) return refused('changed')
  if (trouble) return refused(trouble)
  const row = { ...content, editionId: edition.editionId, classBit: CLASS_BITS[edition.part] }
  const entryId = await insertSaying(tx, personId, by, row, undefined)
  for (const finding of content.findings)
    await insertFinding(tx, entryId, by, { ...finding, classBit: bitUnder(edition, finding.code) })
  await record(tx, { action: 'tool-said.added', about: [personId], target: entryId })
  return ok(entryId)
}

function bitUnder(edition: Edition, code: number): number {
  return CLASS_BITS[edition.headings.find(one => one.code === code)?.part ?? edition.part]
}

/**
 * Puts an entry right: a newer row takes the place of each that was changed, and the one before is kept. What whoever puts it right does not see
 * stays as it is.
 * @param stamp what the form showed
 */
export async function correctSaying(
  tx: Tx,
  shown: Saying,
  by: AccountId,
  content: SayingContent,
  stamp: string,
): Promise<Result<null, SayTrouble | 'stale'>> {
  const { personId, entryId, edition } = shown
  const trouble = await troubleOf(tx, personId, edition, content)
  if (trouble) return refused(trouble)
  await holdSayings(tx, personId)
  const now = await findSaying(tx, entryId)
  if (!now) return refused('not-theirs')
  if (saysIt(now, content)) return ok(null)
  if (stampOf(now) !== stamp) return refused('stale')
  if (now.saidOn !== content.saidOn || now.saidBy !== content.saidBy || now.words !== content.words) {
    if ((await updateReplaced(tx, 'tool_saying', now.rowId)) === 0) return refused('stale')
    const { editionId, classBit } = now
    await insertSaying(tx, personId, by, { ...content, editionId, classBit }, entryId)
  }
  const isSame = (code: number) => {
    const [was, is] = [now.findings, content.findings].map(all => all.find(one => one.code === code))
    return was === undefined || is === undefined ? was === is : saysTheSameUnder(was, is)
  }
  for (const was of now.findings.filter(one => !isSame(one.code)))
    if ((await updateReplaced(tx, 'tool_finding', was.rowId)) === 0) return refused('stale')
  for (const is of content.findings.filter(one => !isSame(one.code)))
    await insertFinding(tx, entryId, by, { ...is, classBit: bitUnder(edition, is.code) })
  await record(tx, { action: 'tool-said.corrected', about: [personId], target: entryId })
  return ok(null)
}

/** An entry as filed on a young person, where the actor may see it: for taking it off the wrong record (K9). */
export async function findFiledSaying(tx: Tx, personId: PersonId, entryId: RowId): Promise<FiledRow | undefined> {
  const one = (await listSayings(tx, personId)).find(saying => saying.entryId === entryId)
  const filed = one && (await findSayingFiling(tx, entryId))
  return (
    filed && {
      rowId: entryId,
      said: `${one.edition.name}, ${formatDay(one.saidOn)}`,
      ...{ classBit: one.classBit, filedBy: filed.by, filedAt: filed.at },
    }
  )
}

/** Seals an entry with all that was said in it; asked as the house. Returns how many: one, or none when it was before. */
export function sealSaying(worker: Tx, personId: PersonId, entryId: RowId): Promise<number> {
  return updateSayingSealed(worker, personId, entryId)
}
