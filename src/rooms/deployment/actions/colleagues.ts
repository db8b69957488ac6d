/** Who may be sent, and who may not send themselves. */
import type { Tx } from '#ground/database/tx.ts'
import type { AccountId } from '#ground/ids.ts'
import { type Colleague, listColleaguesAmong, listColleaguesAs, ROLES } from '#rooms/identity/index.ts'
import { isAdviser } from '../rules.ts'

/** Those who may lead, be deployed, cover and sit on the duty desk: each account once. */
export async function listAdvisers(tx: Tx): Promise<Colleague[]> {
  return advisersAmong(await listColleaguesAs(tx, ROLES.filter(isAdviser)))
}

/** Of everybody with a membership, those who are listed as advisers. */
export function advisersAmong(colleagues: readonly Colleague[]): Colleague[] {
  const advisers = colleagues.filter(c => c.state === 'active' && isAdviser(c.role))
  // Somebody with two roles is shown with the one that sees more.
  const wide = (c: Colleague) => (c.role === 'intensive-adviser' ? 0 : 1)
  // The last of an account stays.
  const widestLast = advisers.toSorted((a, b) => wide(b) - wide(a))
  const once = [...new Map(widestLast.map(c => [c.accountId, c])).values()]
  return once.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

/** Those who may lead a team. */
export async function listLeaders(tx: Tx): Promise<Colleague[]> {
  return (await listColleaguesAs(tx, ['team-leader'])).filter(c => c.state === 'active')
}

export async function findAdviser(tx: Tx, accountId: AccountId): Promise<Colleague | undefined> {
  return advisersAmong(await listColleaguesAmong(tx, [accountId]))[0]
}

/** True when the one who acts would open records to themselves: that is for somebody else to decide. */
export function isOneself(tx: Tx, accountId: AccountId | null): boolean {
  return accountId !== null && tx.acting.actorKind === 'account' && tx.acting.actorId === accountId
}

/** The account that acts, or null where it is a command. */
export function actingAccount(tx: Tx): AccountId | null {
  return tx.acting.actorKind === 'account' ? (tx.acting.actorId as AccountId | null) : null
}
