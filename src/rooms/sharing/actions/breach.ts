/** Wrong person (K9): one action takes it off view and history, tells who saw it, and opens the breach log. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import { listColleagues } from '#rooms/identity/index.ts'
import { sendNotice } from '#rooms/notices/index.ts'
import { findPerson } from '#rooms/people/index.ts'
import type { BreachAnswers, Filed, FiledKind } from '../breach.ts'
import { linkClass, missingToClose, shownBy, shownByLink } from '../rules.ts'
import { findBreach, insertBreach, listLinkReaders, listSeers, updateBreach } from '../store/breach.ts'

/**
 * Takes off a record what was filed on the wrong young person. The row is sealed: the program sees it nowhere any more. A
 * stub (who, when, what kind, never the content) stands in the breach log for information governance; whoever was shown it
 * while it stood there is told.
 * @param toPersonId whom it is really about, where it is filed there instead: somebody the actor may know
 */
export async function takeOff(
  tx: Tx,
  kind: FiledKind,
  filed: { what: Filed; personId: PersonId; rowId: RowId; why: string; toPersonId: PersonId | null },
): Promise<Result<RowId, 'unknown' | 'not-movable'>> {
  const { what, personId, rowId, why, toPersonId } = filed
  const row = await kind.find(tx, personId, rowId)
  if (!row) return refused('unknown')
  if (toPersonId !== null) {
    const to = await findPerson(tx, toPersonId)
    if (to?.state !== 'active' || toPersonId === personId || !kind.copy) return refused('not-movable')
    if (!(await kind.copy(tx, rowId, toPersonId)).ok) return refused('not-movable')
  }
  const by = tx.acting.actorKind === 'account' ? (tx.acting.actorId as AccountId) : null
  const { seers: seenBy, readByLink } = await asHouse(tx, 'taking off what is about somebody else', async worker => {
    const seers = await listSeers(worker, {
      personId,
      rowIds: [rowId, ...(row.shownIn ?? [])],
      classBit: row.classBit,
      actions: shownBy(what),
      openedBy: kind.openedBy ?? [],
      from: row.filedAt,
    })
    const byLink = { personId, classBit: linkClass(what, row.classBit), actions: shownByLink(what), from: row.filedAt }
    const links = await listLinkReaders(worker, byLink)
    if ((await kind.seal(worker, personId, rowId)) !== 1) throw new Error('a row that was found could not be sealed')
    return { seers, readByLink: links }
  })
  const breachId = await insertBreach(tx, {
    personId,
    what,
    rowId,
    filedBy: row.filedBy as AccountId | null,
    filedAt: row.filedAt,
    foundBy: by,
    why,
    seenBy,
    readByLink,
    moved: toPersonId !== null,
  })
  await record(tx, {
    action: 'record.misfiled',
    about: [personId],
    target: rowId,
    payload: { what, why, breach: breachId, ...(toPersonId === null ? {} : { movedTo: toPersonId }) },
  })
  await tellAbout(tx, { personId, breachId, by, writer: row.filedBy, seenBy })
  return ok(breachId)
}

async function tellAbout(
  tx: Tx,
  about: {
    personId: PersonId
    breachId: RowId
    by: AccountId | null
    writer: string | null
    seenBy: readonly AccountId[]
  },
): Promise<void> {
  const { personId, breachId, by, writer } = about
  const colleagues = await listColleagues(tx)
  const officers = new Set(colleagues.filter(c => c.role === 'information-governance').map(c => c.accountId))
  for (const accountId of officers) await sendNotice(tx, { accountId, kind: 'breach.opened', targetId: breachId }, true)
  for (const accountId of new Set(about.seenBy))
    if (accountId !== by) await sendNotice(tx, { accountId, kind: 'misfiled.seen', personId }, true)
  const wrote = colleagues.find(c => c.accountId === writer)
  if (wrote && wrote.accountId !== by && !about.seenBy.includes(wrote.accountId))
    await sendNotice(tx, { accountId: wrote.accountId, kind: 'misfiled.seen', personId }, true)
}

/**
 * Writes down what was decided about a breach, and closes it when asked to.
 * @returns `incomplete` when it is to be closed too early (`missingToClose` says what is missing); `stale` when somebody saved in between
 */
export async function answerBreach(
  tx: Tx,
  id: RowId,
  answers: BreachAnswers,
  save: { version: number; by: AccountId; close: boolean },
): Promise<Result<null, 'unknown' | 'stale' | 'incomplete'>> {
  const breach = await findBreach(tx, id)
  if (!breach) return refused('unknown')
  if (save.close && missingToClose(answers).length > 0) return refused('incomplete')
  if ((await updateBreach(tx, id, answers, { version: save.version, closedBy: save.close ? save.by : null })) === 0)
    return refused('stale')
  await record(tx, {
    action: save.close ? 'breach.closed' : 'breach.answered',
    about: [breach.personId],
    target: id,
    payload: { ...answers },
  })
  return ok(null)
}
