/** What panels are handed down from rooms they do not know: who leads for somebody, and the lists a chair picks from. */

import type { Tx } from '#ground/database/tx.ts'
import { addMonths } from '#ground/day.ts'
import type { AccountId } from '#ground/ids.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'
import { dueOf, listStandings } from '#rooms/assessment/index.ts'
import { type CaseloadRow, findLead, listCaseload } from '#rooms/deployment/index.ts'
import { type Candidate, type ListName, listUnled, type PanelPeople } from '#rooms/panels/index.ts'
import { listPlanStandings, planDueOf } from '#rooms/plans/index.ts'
import { listDeclined } from '#rooms/referrals/index.ts'
import { listLastMissed } from '#rooms/sessions/index.ts'
import {
  absenceKindWords,
  activityLabel,
  groupOf,
  isNeet,
  listAbsences,
  listOwnLists,
  listRows,
} from '#rooms/tracking/index.ts'
import { sessionsHouse } from './house-sessions.ts'

/** So many of one list are offered at most: an agenda holds a few. */
const MOST = 200
/** Of compulsory school age this says that it is not known (docs/rules/tracking.md). */
const NOT_KNOWN_AT_SCHOOL_AGE = '150'
/** So long ago a meeting was missed at most. */
const MISSED_MONTHS = 3

type Led = Pick<CaseloadRow, 'personId' | 'given' | 'family' | 'activityCode'>

export const panelPeople: PanelPeople = {
  leadOf: async (tx, personId) => (await findLead(tx, personId))?.accountId,

  teamOf: async (tx, accountId) => (await sessionsHouse.teamOf(tx, accountId)).map(one => one.accountId),

  async onList(tx, accountId, list) {
    const found = await LISTS[list](tx, await accountsOf(tx, accountId), accountId)
    const once = new Map(found.map(one => [one.personId, one]))
    return [...once.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en')).slice(0, MOST)
  },
}

/** Whoever asks, and those in the teams they lead. */
async function accountsOf(tx: Tx, accountId: AccountId): Promise<AccountId[]> {
  const team = await sessionsHouse.teamOf(tx, accountId)
  return [...new Set([accountId, ...team.map(one => one.accountId)])]
}

/** Those some advisers lead for, alive, as far as the asker may see them. */
async function ledBy(tx: Tx, accounts: readonly AccountId[]): Promise<CaseloadRow[]> {
  const all: CaseloadRow[] = []
  for (const one of accounts) all.push(...(await listCaseload(tx, one)))
  return all.filter(one => one.diedOn === null)
}

const named = (one: Pick<Led, 'personId' | 'given' | 'family'>, detail: string): Candidate => ({
  personId: one.personId,
  name: `${one.family}, ${one.given}`,
  detail,
})

/** By what they do now: of a caseload, or of the lists a tracking officer is given. */
async function byActivity(
  tx: Tx,
  accounts: readonly AccountId[],
  accountId: AccountId,
  fits: (code: string | null) => boolean,
): Promise<Candidate[]> {
  const rows: Led[] = [...(await ledBy(tx, accounts))]
  for (const list of await listOwnLists(tx, accountId))
    rows.push(...(await listRows(tx, list.id)).filter(one => one.diedOn === null))
  return rows.flatMap(one =>
    fits(one.activityCode) ? [named(one, one.activityCode === null ? '' : activityLabel(one.activityCode))] : [],
  )
}

type Asked = (tx: Tx, accounts: readonly AccountId[], accountId: AccountId) => Promise<readonly Candidate[]>

const LISTS: Readonly<Record<ListName, Asked>> = {
  'nobody-leads': async tx => (await listUnled(tx, MOST)).map(one => ({ ...one, detail: '' })),

  'not-known': (tx, accounts, accountId) =>
    byActivity(
      tx,
      accounts,
      accountId,
      code => code === null || code === NOT_KNOWN_AT_SCHOOL_AGE || groupOf(code) === 'not-known',
    ),

  'not-in-learning': (tx, accounts, accountId) =>
    byActivity(tx, accounts, accountId, code => code !== null && isNeet(code)),

  async missed(tx, accounts) {
    const from = addMonths(tx.acting.today, -MISSED_MONTHS)
    const found: Candidate[] = []
    for (const one of accounts)
      for (const entry of await listLastMissed(tx, one, from))
        if (!entry.isRestricted) found.push(named(entry, entry.onDay))
    return found
  },

  async absence(tx, accounts) {
    const found: Candidate[] = []
    // What the name of a place tells is no reason to be given on a list (K6).
    for (const leadId of accounts)
      for (const one of await listAbsences(tx, { places: [], leadId }, 'open', MOST))
        if (one.classBit === CLASS_BITS.learning && one.name !== '')
          found.push({ personId: one.personId, name: one.name, detail: absenceKindWords[one.kind] })
    return found
  },

  async 'review-late'(tx, accounts) {
    const led = await ledBy(tx, accounts)
    const ids = led.map(one => one.personId)
    const { today } = tx.acting
    const assessed = new Map((await listStandings(tx, ids)).map(one => [one.personId, one]))
    const planned = new Map((await listPlanStandings(tx, ids)).map(one => [one.personId, one]))
    return led.flatMap(one => {
      const assessment = assessed.get(one.personId)
      const plan = planned.get(one.personId)
      const isAssessmentLate =
        assessment?.reviewOn != null &&
        (dueOf({
          ...{ leadSince: one.since, supportLevel: one.supportLevel, today },
          ...{ lastAgreedOn: assessment.lastAgreedOn, reviewOn: assessment.reviewOn },
        })?.daysLate ?? 0) > 0
      const planDue = planDueOf(
        { hasGoals: plan !== undefined, last: plan?.isAgreed ? plan : undefined, leadSince: one.since },
        today,
      )
      const details = [
        ...(isAssessmentLate ? ['Assessment'] : []),
        ...(planDue?.what === 'review-late' ? ['Plan'] : []),
      ]
      return details.length === 0 ? [] : [named(one, details.join(', '))]
    })
  },

  'referral-declined': async (tx, accounts) => (await listDeclined(tx, accounts, MOST)).map(one => named(one, one.to)),
}
