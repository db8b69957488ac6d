/** What stays between a young person and those who help them: the partnership's words, and reading them together (row 79). */
import type { Tx } from '#ground/database/tx.ts'
import { type Day, isAfter } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { classesOn } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { type FiledRow, findPerson } from '#rooms/people/index.ts'
import { tellMaker, useLink } from '../links/actions.ts'
import type { Link } from '../links/link.ts'
import { fromTrouble, inForceOn, type ReadStanding, readingTrouble, readStandingOf } from './rules.ts'
import type { Reading, ReadingContent, Statement, Understood } from './statement.ts'
import {
  findReadingFiling,
  holdStatements,
  insertReading,
  insertStatement,
  listLastReadings,
  listReadings,
  listStatements,
  updateConfirmed,
  updateReadingSealed,
} from './store.ts'

/**
 * Adds a version. Sent twice, it is one.
 * @param seen the number of the newest version the page showed; 0 where there was none
 * @returns refused `stale` where somebody added one meanwhile, `past` for a day that has been, `same` where nothing is different
 */
export async function addStatement(
  tx: Tx,
  by: AccountId,
  wanted: Pick<Statement, 'stays' | 'told' | 'rights' | 'fromDay'>,
  seen: number,
): Promise<Result<RowId, 'stale' | 'past' | 'same'>> {
  await holdStatements(tx)
  const [last] = await listStatements(tx)
  const isSame =
    last !== undefined && last.stays === wanted.stays && last.told === wanted.told && last.rights === wanted.rights
  if (isSame && last.number === seen + 1 && last.madeBy === by && last.fromDay === wanted.fromDay) return ok(last.rowId)
  if ((last?.number ?? 0) !== seen) return refused('stale')
  const trouble = fromTrouble(wanted.fromDay, tx.acting.today)
  if (trouble) return refused(trouble)
  // Words that are not in force yet may be given another day.
  if (isSame && (last.fromDay === wanted.fromDay || !isAfter(last.fromDay, tx.acting.today))) return refused('same')
  const id = await insertStatement(tx, { ...wanted, number: seen + 1, madeBy: by })
  await record(tx, { action: 'confidentiality.added', target: id, payload: { number: seen + 1, from: wanted.fromDay } })
  return ok(id)
}

export type ReadTrouble = 'not-theirs' | 'died' | 'nothing' | 'stale' | 'said-missing'

/**
 * Writes down that it was read with somebody. Sent twice, it is once.
 * @param statementId the version the page showed: it must be the one in force
 */
export async function noteReading(
  tx: Tx,
  personId: PersonId,
  by: AccountId,
  statementId: RowId,
  content: ReadingContent,
): Promise<Result<RowId, ReadTrouble>> {
  const person = await findPerson(tx, personId)
  if (person?.state !== 'active' || !(await classesOn(tx, personId)).has('sessions')) return refused('not-theirs')
  if (person.diedOn !== null) return refused('died')
  const trouble = readingTrouble(content)
  if (trouble) return refused(trouble)
  const inForce = inForceOn(await listStatements(tx), tx.acting.today)
  if (inForce === undefined) return refused('nothing')
  if (inForce.rowId !== statementId) return refused('stale')
  await holdStatements(tx)
  const [last] = await listReadings(tx, personId)
  const isSame =
    last?.readBy === by &&
    last.readOn === tx.acting.today &&
    last.statementId === statementId &&
    last.how === content.how &&
    last.understood === content.understood &&
    last.said === content.said &&
    last.wishes === content.wishes
  if (isSame) return ok(last.rowId)
  const id = await insertReading(tx, personId, statementId, by, content)
  await record(tx, {
    action: 'confidentiality.read',
    about: [personId],
    target: id,
    payload: { number: inForce.number, understood: content.understood },
  })
  return ok(id)
}

/**
 * What they say to it by a link of their own: in their words, and once. It stands as what they say; that they understood is found when they meet. Row 79.
 * @param statementId the version the page showed: it must be the one in force
 * @returns refused `over` where there is nothing behind the link any more; `said-missing` where they say that they understood without saying what
 */
export async function answerStatement(
  tx: Tx,
  link: Link,
  statementId: RowId,
  content: Omit<ReadingContent, 'how'>,
): Promise<Result<null, 'over' | 'stale' | 'said-missing'>> {
  const { personId, rowId, madeBy } = link
  const opened = await openStatement(tx, link)
  if (opened === undefined) return refused('over')
  // Sent twice it is once.
  if (opened.said) return ok(null)
  if (readingTrouble(content)) return refused('said-missing')
  if (opened.statement.rowId !== statementId) return refused('stale')
  const id = await insertReading(tx, personId, statementId, madeBy, { ...content, how: 'link' }, rowId)
  await record(tx, {
    ...{ action: 'confidentiality.read-by-link', about: [personId], target: id },
    payload: { number: opened.statement.number },
  })
  await useLink(tx, link)
  await tellMaker(tx, link, 'confidentiality.answered-by-link')
  return ok(null)
}

/** What stands behind their link: the words in force, and what they said to them by it; undefined where nothing does any more. */
export async function openStatement(
  tx: Tx,
  link: Link,
): Promise<{ readonly statement: Statement; readonly said: Reading | undefined } | undefined> {
  const [person, statements, readings] = await Promise.all([
    findPerson(tx, link.personId),
    listStatements(tx),
    listReadings(tx, link.personId),
  ])
  if (person?.state !== 'active' || person.diedOn !== null) return undefined
  const said = readings.find(one => one.linkId === link.rowId)
  const statement = said
    ? statements.find(one => one.rowId === said.statementId)
    : inForceOn(statements, tx.acting.today)
  return statement && { statement, said }
}

/**
 * Whether they understood what they read by their link, as was found when they met. Sent twice, it is once.
 * @returns refused `said-missing` where they wrote nothing of what it means: then it is read with them
 */
export async function confirmReading(
  tx: Tx,
  personId: PersonId,
  id: RowId,
  by: AccountId,
  understood: Understood,
): Promise<Result<null, 'unknown' | 'died' | 'stale' | 'said-missing'>> {
  const reading = (await listReadings(tx, personId)).find(one => one.rowId === id && one.linkId !== null)
  if (!reading) return refused('unknown')
  if ((await findPerson(tx, personId))?.diedOn !== null) return refused('died')
  if (readingTrouble({ understood, said: reading.said })) return refused('said-missing')
  if (reading.confirmed === understood && reading.confirmedBy === by) return ok(null)
  if ((await updateConfirmed(tx, id, by, understood)) === 0) return refused('stale')
  await record(tx, { action: 'confidentiality.confirmed', about: [personId], target: id, payload: { understood } })
  return ok(null)
}

/** As filed on a young person, where the actor may see it: for taking it off the wrong record (K9). */
export async function findFiledReading(tx: Tx, personId: PersonId, id: RowId): Promise<FiledRow | undefined> {
  const reading = (await listReadings(tx, personId)).find(one => one.rowId === id)
  const filed = reading && (await findReadingFiling(tx, id))
  if (!reading || !filed) return undefined
  return { rowId: id, said: reading.said, classBit: reading.classBit, filedBy: filed.by, filedAt: filed.at }
}

/** Seals it. Asked as the house. Returns how many. */
export function sealReading(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  return updateReadingSealed(worker, personId, id)
}

type Standings = {
  /** Whether words of the partnership's own are in force. */
  readonly isWritten: boolean
  readonly of: (id: PersonId) => { readonly standing: ReadStanding; readonly readOn: Day | null }
}

/** Where each of some young people stands today, and the day of the newest reading with them. */
export async function readStandingsOf(tx: Tx, personIds: readonly PersonId[]): Promise<Standings> {
  const [statements, readings] = await Promise.all([listStatements(tx), listLastReadings(tx, personIds)])
  const inForce = inForceOn(statements, tx.acting.today)
  const last = new Map(readings.map(one => [one.personId, one]))
  return {
    isWritten: inForce !== undefined,
    of: id => ({ standing: readStandingOf(last.get(id), inForce), readOn: last.get(id)?.readOn ?? null }),
  }
}
