/** Writing a referral: the letter, its sending, and its change afterwards. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { AccountId, OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { CLASS_BITS, listBarriers } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { findOrganisation } from '#rooms/directory/index.ts'
import { findPerson } from '#rooms/people/index.ts'
import { endLinksTo } from '#rooms/sharing/index.ts'
import type { ReferralPeople } from '../house.ts'
import { findSayInForce } from '../links/actions.ts'
import { checkAgainstSay } from '../links/rules.ts'
import { answerByLess } from '../objections/actions.ts'
import { dueAfterQuestion } from '../objections/rules.ts'
import type { Line, Part, PartName, Protocol, RecordPart, Referral } from '../referral.ts'
import { checkSending, clockAfter, partsAllowed, partsChosen, type Sending, type SendTrouble } from '../rules.ts'
import { insertPart, insertStep, listParts, replaceParts } from '../store/letter.ts'
import { findProtocol } from '../store/protocols.ts'
import {
  findReferral,
  holdReferrals,
  insertReferral,
  listReferralsOn,
  updateQuestion,
  updateReferral,
  updateVersion,
} from '../store/referrals.ts'
import { reopenGrant } from './granting.ts'
import { goesAsItStands } from './standing.ts'
import { receiversOf, tell } from './telling.ts'

/** What is written by hand, and which parts of the record go along. */
export type Letter = {
  readonly asks: string
  readonly why: string
  readonly ownWords: string
  readonly parts: readonly string[]
}

export type Writer = {
  readonly accountId: AccountId
  readonly organisationId: OrganisationId
  readonly isOwnService: boolean
}

export type WriteTrouble = 'unknown' | 'no-protocol' | 'already-open' | 'barred'

function askedPart(letter: Letter, classBit: number): Part {
  const lines: Line[] = [
    { label: 'asks', value: letter.asks },
    { label: 'why', value: letter.why },
    { label: 'own-words', value: letter.ownWords },
  ]
  return { part: 'asked', classBit, lines }
}

/** What they said to it, for the other agency to read. That nothing was said, or nobody asked, is told by nothing: it could tell that it was kept back (K2). */
function saidPart(sending: Sending, classBit: number): Part[] {
  if (sending.view === 'no-word' || sending.view === 'not-asked') return []
  const lines: Line[] = [
    { label: 'view', value: sending.view },
    { label: 'view-words', value: sending.viewWords },
    { label: 'view-answer', value: sending.view === 'objects' ? sending.viewAnswer : '' },
  ]
  return [{ part: 'said', classBit, lines }]
}

const fromRecordOnly = (parts: readonly PartName[]): RecordPart[] =>
  parts.filter((part): part is RecordPart => part !== 'asked' && part !== 'said')

/** The letter as it would go now: what is written by hand, and what the record says. */
async function composed(
  tx: Tx,
  house: ReferralPeople,
  of: { readonly personId: PersonId; readonly classBit: number },
  protocol: Protocol,
  letter: Letter,
): Promise<Part[]> {
  const chosen = partsChosen(partsAllowed(protocol.classes, CLASS_BITS), letter.parts)
  const known = await house.fromRecord(tx, of.personId, fromRecordOnly(chosen))
  return [askedPart(letter, of.classBit), ...known]
}

/**
 * Begins a referral under a protocol in force, of a young person the writer may know.
 * @returns refused `already-open` where one under the same protocol is under way: sent twice, it is one
 */
export async function draftReferral(
  tx: Tx,
  house: ReferralPeople,
  personId: PersonId,
  protocolId: RowId,
  writer: Writer,
  letter: Letter,
): Promise<Result<RowId, WriteTrouble>> {
  const person = await findPerson(tx, personId)
  if (person?.state !== 'active' || person.diedOn !== null) return refused('unknown')
  const protocol = await findProtocol(tx, protocolId)
  if (!protocol || protocol.endedOn !== null || protocol.fromId !== writer.organisationId) return refused('no-protocol')
  const [from, to] = [await findOrganisation(tx, protocol.fromId), await findOrganisation(tx, protocol.toId)]
  if (!from || to?.state !== 'open') return refused('no-protocol')
  if (await isBarred(tx, personId, protocol.toId)) return refused('barred')
  await holdReferrals(tx, personId)
  const open = (await listReferralsOn(tx, personId)).find(r => r.protocolId === protocolId && r.overOn === null)
  if (open) return refused('already-open')
  const classBit = to.discloses || from.discloses || CLASS_BITS.sessions
  const { fromId, toId, teamId } = protocol
  const id = await insertReferral(tx, {
    ...{ personId, classBit, protocolId, fromId, toId, teamId },
    sentFor: writer.isOwnService ? writer.accountId : writer.organisationId,
    madeBy: writer.accountId,
  })
  for (const part of await composed(tx, house, { personId, classBit }, protocol, letter))
    await insertPart(tx, { rowId: id, personId, originPersonId: personId }, part)
  await record(tx, { action: 'referral.drafted', about: [personId], target: id, payload: { to: toId } })
  return ok(id)
}

/** Writes a draft anew: what it said before is kept. */
export async function redraftReferral(
  tx: Tx,
  house: ReferralPeople,
  referral: Referral,
  letter: Letter,
): Promise<Result<null, 'stale' | 'over'>> {
  if (referral.state !== 'draft') return refused('over')
  if ((await updateVersion(tx, referral)) === 0) return refused('stale')
  await rewrite(tx, house, referral, letter)
  await record(tx, { action: 'referral.redrafted', about: [referral.personId], target: referral.rowId })
  return ok(null)
}

/**
 * Puts the letter as it would go now in the place of what it said: what did not change stays as it is. A part the writer does not see goes too: the
 * letter is whoever's who writes it last.
 */
async function rewrite(
  tx: Tx,
  house: ReferralPeople,
  referral: Referral,
  letter: Letter,
  sending?: Sending,
): Promise<void> {
  const protocol = await findProtocol(tx, referral.protocolId)
  if (!protocol) return
  const before = await asHouse(tx, 'all a letter says', worker => listParts(worker, referral.rowId))
  const said = sending ? saidPart(sending, referral.classBit) : []
  const after = [...(await composed(tx, house, referral, protocol, letter)), ...said]
  const same = (a: Part, b: Part) =>
    a.part === b.part && a.classBit === b.classBit && JSON.stringify(a.lines) === JSON.stringify(b.lines)
  const gone = before.filter(one => !after.some(other => same(one, other)))
  await asHouse(tx, 'a letter that is written anew', worker =>
    replaceParts(
      worker,
      referral.rowId,
      gone.map(one => one.part),
    ),
  )
  for (const part of after.filter(one => !before.some(other => same(one, other)))) await insertPart(tx, referral, part)
}

function saidOf(tx: Tx, accountId: AccountId, sending: Sending) {
  return {
    view: sending.view,
    viewWords: sending.viewWords,
    viewAnswer: sending.view === 'objects' ? sending.viewAnswer : '',
    shownOn: sending.isShown ? tx.acting.today : null,
    withheldBy: sending.isShown ? null : accountId,
    withheldWhy: sending.isShown ? '' : sending.withheldWhy,
    withheldReviewOn: sending.isShown ? null : sending.withheldReviewOn,
  }
}

/**
 * Whether a barrier keeps the other agency from knowing of somebody: a restricted record, or the agency is shut out (K4). Sent all the same,
 * it would wait there for nobody.
 */
async function isBarred(tx: Tx, personId: PersonId, toId: OrganisationId): Promise<boolean> {
  const barriers = await listBarriers(tx, personId)
  return barriers.some(one => one.kind === 'restricted' || (one.kind === 'shut-out' && one.holderId === toId))
}

/** Sends a draft as it stands: what the young person was shown is what goes. */
export async function sendReferral(
  tx: Tx,
  house: ReferralPeople,
  referral: Referral,
  accountId: AccountId,
  sending: Sending,
): Promise<Result<null, SendTrouble | 'stale' | 'over' | 'no-protocol' | 'unknown' | 'barred' | 'write-anew'>> {
  if (referral.state !== 'draft') return refused('over')
  const person = await findPerson(tx, referral.personId)
  if (person?.state !== 'active' || person.diedOn !== null) return refused('unknown')
  const protocol = await findProtocol(tx, referral.protocolId)
  const to = await findOrganisation(tx, referral.toId)
  if (!protocol || protocol.endedOn !== null || to?.state !== 'open') return refused('no-protocol')
  if (await isBarred(tx, referral.personId, referral.toId)) return refused('barred')
  const checked = checkSending(sending, protocol, tx.acting.today)
  if (!checked.ok) return checked
  const against = checkAgainstSay(sending, await findSayInForce(tx, referral))
  if (!against.ok) return against
  if (!(await goesAsItStands(tx, house, referral, protocol))) return refused('write-anew')
  const clock = clockAfter('send', protocol, referral, tx.acting.today)
  const said = { ...saidOf(tx, accountId, sending), sentOn: tx.acting.today, sentBy: accountId }
  if ((await updateReferral(tx, referral, { state: 'sent', ...clock }, said)) === 0) return refused('stale')
  for (const part of saidPart(sending, referral.classBit)) await insertPart(tx, referral, part)
  await insertStep(tx, referral, 'send')
  await endLinksTo(tx, referral.rowId, 'The letter was sent')
  await tell(tx, await receiversOf(tx, house, referral), 'referral.sent', referral)
  await record(tx, {
    action: 'referral.sent',
    about: [referral.personId],
    target: referral.rowId,
    payload: {
      to: referral.toId,
      basis: protocol.basis,
      law: protocol.law,
      view: sending.view,
      shown: sending.isShown,
    },
  })
  return ok(null)
}

/**
 * Changes the letter of one that is sent: old and new are kept, the other agency is told, and it is shown to the young person as the first
 * was. Where it was accepted, the right it opened follows what the letter says now.
 */
export async function amendReferral(
  tx: Tx,
  house: ReferralPeople,
  referral: Referral,
  accountId: AccountId,
  changed: { readonly letter: Letter; readonly sending: Sending; readonly why: string },
): Promise<Result<null, SendTrouble | 'stale' | 'over' | 'no-protocol'>> {
  const person = await findPerson(tx, referral.personId)
  if (referral.sentOn === null || referral.overOn !== null || person?.diedOn !== null) return refused('over')
  const protocol = await findProtocol(tx, referral.protocolId)
  if (!protocol) return refused('no-protocol')
  const checked = checkSending(changed.sending, protocol, tx.acting.today)
  if (!checked.ok) return checked
  const { state, dueOn, daysLeft } = referral
  const said = saidOf(tx, accountId, changed.sending)
  const all = () => asHouse(tx, 'all a letter says', worker => listParts(worker, referral.rowId))
  const before = await all()
  if ((await updateReferral(tx, referral, { state, dueOn, daysLeft }, said)) === 0) return refused('stale')
  await rewrite(tx, house, referral, changed.letter, changed.sending)
  if (await answerByLess(tx, referral, accountId, { before, after: await all(), why: changed.why }))
    await updateQuestion(tx, referral.rowId, dueAfterQuestion(referral, tx.acting.today))
  await insertStep(tx, referral, 'amend', changed.why)
  // Kept back from them now, it is no longer theirs to read by a link.
  await endLinksTo(tx, referral.rowId, 'The letter was changed', changed.sending.isShown ? ['agency'] : undefined)
  const after = await findReferral(tx, referral.rowId)
  if (after?.grantId != null) await reopenGrant(tx, after, protocol, 'The referral was changed')
  await tell(tx, await receiversOf(tx, house, referral), 'referral.amended', referral)
  await record(tx, {
    action: 'referral.amended',
    about: [referral.personId],
    target: referral.rowId,
    payload: {
      why: changed.why,
      from: referral.version,
      basis: protocol.basis,
      law: protocol.law,
      before: { view: referral.view, words: referral.viewWords, answer: referral.viewAnswer },
      view: changed.sending.view,
      shown: changed.sending.isShown,
    },
  })
  return ok(null)
}
