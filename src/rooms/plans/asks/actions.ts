/** Asking the partner who owns a target whether they take it on, and what they say. It opens no right: whoever is asked may read the target already. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { chaseOn, escalatesSince } from '#ground/lateness.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { colleaguesSeeing } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { listOrganisations } from '#rooms/directory/index.ts'
import { type Colleague, listColleaguesAmong, listColleaguesWho } from '#rooms/identity/index.ts'
import { putAway, sendNotice } from '#rooms/notices/index.ts'
import { findPerson } from '#rooms/people/index.ts'
import type { Target } from '../plan.ts'
import { findTarget, holdPlan } from '../store.ts'
import type { Ask, Asked } from './ask.ts'
import { answerDay, asksTheSame, toldTrouble } from './rules.ts'
import { findAsk, insertAsk, listAsksOf, listDueAsks, updateAsk, updateAskChased, updateAsksClass } from './store.ts'

const MOST_A_TURN = 200

/** Notices that are put away with the ask they are of. */
const WAITING = ['plan-ask.asked', 'plan-ask.late', 'plan-ask.still-late'] as const

type Classed = Pick<Target, 'personId' | 'classBit' | 'alsoBit'>

/** Of some colleagues, those who see all that something of a plan tells. As the house. */
const seeing = <One extends Pick<Colleague, 'accountId' | 'organisationId'>>(
  worker: Tx,
  of: Classed,
  colleagues: readonly One[],
): Promise<One[]> =>
  colleaguesSeeing(worker, { personId: of.personId, classBits: [of.classBit, of.alsoBit ?? 0] }, colleagues)

/** Of some accounts, those who see it; each once, in the order given. As the house. */
export async function accountsSeeing(worker: Tx, of: Classed, accounts: readonly AccountId[]): Promise<AccountId[]> {
  const colleagues = (await listColleaguesAmong(worker, accounts)).filter(one => one.state === 'active')
  const asked = accounts.flatMap(id => colleagues.filter(one => one.accountId === id))
  return [...new Set((await seeing(worker, of, asked)).map(one => one.accountId))]
}

/** Colleagues who may read a target and answer for it, partners first, by name. */
export async function listAskable(tx: Tx, target: Target, by: AccountId): Promise<Asked[]> {
  const colleagues = (await listColleaguesWho(tx, 'plan.confirm')).filter(one => one.accountId !== by)
  const found = await asHouse(tx, 'who may read a target', worker => seeing(worker, target, colleagues))
  const organisations = new Map((await listOrganisations(tx)).map(one => [one.id, one]))
  const isOurs = (one: Colleague) => organisations.get(one.organisationId)?.kind === 'partnership-service'
  const all = found.toSorted((a, b) => Number(isOurs(a)) - Number(isOurs(b)))
  return [...new Map(all.map(one => [one.accountId, one])).values()].map(one => ({
    accountId: one.accountId,
    name: one.name,
    organisation: organisations.get(one.organisationId)?.name ?? '',
  }))
}

export type AskTrouble = 'unknown' | 'not-open' | 'not-theirs' | 'stale'

/** The target as it stands and is a partner's, while nobody else writes to the plan. */
async function holdOpen(tx: Tx, shown: Target): Promise<Result<Target, AskTrouble>> {
  const person = await findPerson(tx, shown.personId)
  if (person?.state !== 'active' || person.diedOn !== null) return refused('unknown')
  await holdPlan(tx, shown.personId)
  const target = await findTarget(tx, shown.rowId)
  if (target?.personId !== shown.personId) return refused('unknown')
  if (target.state !== 'open' || target.owner !== 'partner') return refused('not-open')
  return target.version === shown.version ? ok(target) : refused('stale')
}

/**
 * Asks a colleague who may read the target whether they take it on. Whoever was asked before and has not answered is asked no more. Sent twice, it is one.
 * @param shown the target in the version the page showed: what is asked is what was read
 */
export async function askPartner(
  tx: Tx,
  shown: Target,
  by: AccountId,
  askedAccount: AccountId,
): Promise<Result<RowId, AskTrouble>> {
  const held = await holdOpen(tx, shown)
  if (!held.ok) return held
  const target = held.value
  if (!(await listAskable(tx, target, by)).some(one => one.accountId === askedAccount)) return refused('not-theirs')
  const waiting = (await listAsksOf(tx, target.rowId)).filter(one => one.state === 'asked')
  const same = waiting.find(one => one.askedAccount === askedAccount && asksTheSame(one, target))
  if (same) return ok(same.rowId)
  for (const one of waiting) await takeBack(tx, one)
  return ok(await ask(tx, target, by, askedAccount))
}

async function ask(tx: Tx, target: Target, by: AccountId, askedAccount: AccountId): Promise<RowId> {
  const id = await insertAsk(tx, target, {
    ...{ state: 'asked', askedAccount, who: '', askedBy: by, answerBy: answerDay(tx.acting.today) },
    ...{ answeredOn: null, answeredBy: null, words: '' },
  })
  await record(tx, { action: 'plan-ask.asked', about: [target.personId], target: id })
  await sendNotice(tx, { accountId: askedAccount, kind: 'plan-ask.asked', personId: target.personId, targetId: id })
  return id
}

export type Told = {
  readonly who: string
  readonly on: Day
  readonly says: 'yes' | 'no'
  readonly words: string
}

/** Writes down what somebody of the partner said: for those without an account, and for what was said by telephone. Sent twice, it is one. */
export async function noteTold(
  tx: Tx,
  shown: Target,
  by: AccountId,
  told: Told,
): Promise<Result<RowId, AskTrouble | 'ahead' | 'before'>> {
  const held = await holdOpen(tx, shown)
  if (!held.ok) return held
  const target = held.value
  const trouble = toldTrouble(told.on, target.setOn, tx.acting.today)
  if (trouble) return refused(trouble)
  const before = await listAsksOf(tx, target.rowId)
  const [last] = before
  const isSame =
    last?.state === told.says && last.who === told.who && last.answeredOn === told.on && last.words === told.words
  if (last && isSame && asksTheSame(last, target)) return ok(last.rowId)
  for (const one of before.filter(each => each.state === 'asked')) await takeBack(tx, one)
  const id = await insertAsk(tx, target, {
    ...{ state: told.says, askedAccount: null, who: told.who, askedBy: by, answerBy: tx.acting.today },
    ...{ answeredOn: told.on, answeredBy: by, words: told.words },
  })
  await record(tx, { action: 'plan-ask.noted', about: [target.personId], target: id, payload: { says: told.says } })
  return ok(id)
}

/** They are asked no more. */
async function takeBack(tx: Tx, one: Ask): Promise<void> {
  if ((await updateAsk(tx, one, { state: 'withdrawn', by: null, words: '' })) === 0) return
  await asHouse(tx, 'notices of what is asked no more', worker => putAway(worker, WAITING, one.rowId))
  await record(tx, { action: 'plan-ask.withdrawn', about: [one.personId], target: one.rowId })
}

/** Takes back what is asked of a target, from the version the page showed. */
export async function withdrawAsk(tx: Tx, shown: Ask): Promise<Result<null, 'stale'>> {
  await holdPlan(tx, shown.personId)
  const now = await findAsk(tx, shown.rowId)
  if (now?.state !== 'asked' || now.version !== shown.version) return refused('stale')
  await takeBack(tx, now)
  return ok(null)
}

export type AnswerTrouble = 'unknown' | 'over' | 'stale'

/**
 * The colleague who was asked says yes or no, in the version the page showed. Whoever asked is told.
 * @returns refused `unknown` to everybody else, `over` where the target was answered, reworded or goes to somebody else since
 */
export async function answerAsk(
  tx: Tx,
  shown: Ask,
  by: AccountId,
  answer: { readonly says: 'yes' | 'no'; readonly words: string },
  leadOf: AskPeople['leadOf'],
): Promise<Result<null, AnswerTrouble>> {
  const person = await findPerson(tx, shown.personId)
  if (person?.state !== 'active' || person.diedOn !== null || shown.askedAccount !== by) return refused('unknown')
  await holdPlan(tx, shown.personId)
  const target = await findTarget(tx, shown.targetId)
  const isOver = target?.state !== 'open' || target.owner !== 'partner' || !asksTheSame(shown, target)
  if (isOver) return refused('over')
  if ((await updateAsk(tx, shown, { state: answer.says, by, words: answer.words })) === 0) return refused('stale')
  await record(tx, {
    action: 'plan-ask.answered',
    about: [shown.personId],
    target: shown.rowId,
    payload: { says: answer.says },
  })
  await asHouse(tx, 'whoever asked is told', async worker => {
    await putAway(worker, WAITING, shown.rowId)
    const lead = await leadOf(worker, shown.personId)
    const [whom] = await accountsSeeing(worker, shown, [shown.askedBy, ...(lead === undefined ? [] : [lead])])
    const kind = answer.says === 'yes' ? 'plan-ask.said-yes' : 'plan-ask.said-no'
    if (whom !== undefined && whom !== by)
      await sendNotice(worker, { accountId: whom, kind, personId: shown.personId, targetId: shown.targetId })
  })
  return ok(null)
}

/**
 * After a target was changed: what was asked is as close as it is now, and where it says something else than was asked, the colleague who was asked, or said
 * yes, is asked anew as long as they may read it. Whoever may not read it any more is asked no more.
 */
export async function askAnew(tx: Tx, target: Target, by: AccountId): Promise<void> {
  await asHouse(tx, 'what was asked of a target', worker => updateAsksClass(worker, target.rowId))
  const before = await listAsksOf(tx, target.rowId)
  const last = before.find(one => one.state !== 'withdrawn')
  if (last === undefined) return
  const { askedAccount } = last
  const maySee = (await listAskable(tx, target, by)).some(one => one.accountId === askedAccount)
  const isSame = target.owner === 'partner' && asksTheSame(last, target)
  if (isSame && (maySee || last.state !== 'asked')) return
  for (const one of before.filter(each => each.state === 'asked')) await takeBack(tx, one)
  const isTheirs = target.owner === 'partner' && target.ownerName === last.ownerName && last.state !== 'no'
  if (isTheirs && maySee && askedAccount !== null) await ask(tx, target, by, askedAccount)
}

/** Whom the house names: who leads now. */
export type AskPeople = { leadOf(worker: Tx, personId: PersonId): Promise<AccountId | undefined> }

/** Reminds a colleague who has not answered; some days later whoever leads now, or asked, is told. As the house, by the clock. */
export async function chasePartners(worker: Tx, house: AskPeople): Promise<number> {
  let told = 0
  const { today } = worker.acting
  for (const due of await listDueAsks(worker, MOST_A_TURN, escalatesSince(today))) {
    const what = chaseOn(due, today)
    if (what === undefined || (await updateAskChased(worker, due.rowId, what)) === 0) continue
    const lead = await house.leadOf(worker, due.personId)
    const whom = what === 'chase' ? [due.askedAccount] : [...(lead === undefined ? [] : [lead]), due.askedBy]
    const kind = what === 'chase' ? 'plan-ask.late' : 'plan-ask.still-late'
    const [accountId] = await accountsSeeing(worker, due, whom)
    // Where nobody may be told, nobody was reminded.
    if (accountId === undefined) continue
    await sendNotice(worker, { accountId, kind, personId: due.personId, targetId: due.rowId })
    const action = what === 'chase' ? 'plan-ask.reminded' : 'plan-ask.escalated'
    await record(worker, { action, about: [due.personId], target: due.rowId })
    told += 1
  }
  return told
}
