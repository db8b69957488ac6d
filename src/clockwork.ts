/** What happens because time passes: concerns nobody read go further, somebody who is out is missed, objections are asked again at 16, messages leave the outbox, matching learns by night. */
import { appendFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '#ground/clock.ts'
import type { Database } from '#ground/database/open.ts'
import { type Acting, asHouse, type Tx } from '#ground/database/tx.ts'
import type { PartnershipId } from '#ground/ids.ts'
import type { Log } from '#ground/log.ts'
import { chaseSignals, chaseTransfers } from '#rooms/assessment/index.ts'
import { chaseHandovers, chaseTerms, tidyHandovers } from '#rooms/deployment/index.ts'
import { listPartnerships } from '#rooms/directory/index.ts'
import { chaseApplications, chaseAsks, chaseReadings } from '#rooms/guidance/index.ts'
import { findAccount } from '#rooms/identity/index.ts'
import { askObjections, lastListIn } from '#rooms/intake/index.ts'
import { keepIndex, type MatchingJobs, workByNight } from '#rooms/matching/index.ts'
import { listUnsent, markSent } from '#rooms/notices/index.ts'
import { chaseActions } from '#rooms/panels/index.ts'
import { chaseDates, chaseHeld, chasePartners, chasePathways, chaseSafetyPlans } from '#rooms/plans/index.ts'
import {
  chaseObjections,
  chaseProtocols,
  chaseReferrals,
  chaseUnopened,
  returnFromClosed,
} from '#rooms/referrals/index.ts'
import { escalateUnread } from '#rooms/safeguarding/index.ts'
import { chaseFirstContacts, forgetEnded, listOverdueVisits, raiseAlarm } from '#rooms/sessions/index.ts'
import { chaseCapacity } from '#rooms/sharing/index.ts'
import { chaseAbsences, chasePlaces, tellAlone, tellNotHanded } from '#rooms/tracking/index.ts'
import { commandActing } from './acting.ts'
import { absencePeople } from './house-absences.ts'
import { guidancePeople } from './house-guidance.ts'
import { programmeParts } from './house-programmes.ts'
import { referralPeople } from './house-referrals.ts'
import { sessionsHouse } from './house-sessions.ts'
import { signalPeople } from './house-signals.ts'

/** So many thousand people at most are put into the index of matching a turn: after an upgrade everybody is to be. */
const PAGES_A_TURN = 5

export type Clockwork = {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  /** Where messages are handed over when nothing else is set: one JSON line each, without names. */
  readonly outboxFolder: string
  readonly publicUrl: string
  readonly matching: MatchingJobs
  readonly everyMs?: number
}

/** Runs until stopped. */
export function startClockwork(work: Clockwork): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const again = async (turn: (work: Clockwork) => Promise<void>, failed: string) => {
    while (!stopping.signal.aborted) {
      await turn(work).catch((trouble: Error) => work.log.error({ kind: trouble.name }, failed))
      await wait(work.everyMs ?? 20_000, undefined, { signal: stopping.signal, ref: false }).catch(() => {})
    }
  }
  // Somebody who is missed waits for nothing else that is done by the clock.
  const running = Promise.all([again(tickAlarms, 'the alarms failed'), again(tick, 'the clockwork failed')])
  return {
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

/** As whom the clock acts in a partnership. */
function actingIn(clock: Clock, id: PartnershipId): Acting {
  return { ...commandActing(clock, 'clockwork', id), actorKind: 'clock' }
}

/** Tells of everybody of whom nothing was heard in time. What fails of one keeps nobody else waiting. */
export async function tickAlarms({ database, clock }: Pick<Clockwork, 'database' | 'clock'>): Promise<void> {
  const partnerships = await database.transaction(commandActing(clock, 'clockwork'), listPartnerships)
  const troubles: unknown[] = []
  for (const { id } of partnerships) {
    const asClock = <T>(work: (worker: Tx) => Promise<T>) =>
      database.transaction(actingIn(clock, id), tx => asHouse(tx, 'nothing heard of somebody who is out', work))
    const note = (trouble: unknown) => void troubles.push(trouble)
    for (const visitId of (await asClock(listOverdueVisits).catch(note)) ?? [])
      await asClock(worker => raiseAlarm(worker, visitId, sessionsHouse.leaderOf)).catch(note)
  }
  if (troubles.length > 0) throw troubles[0]
}

/** One turn: every partnership's overdue concerns and objections to ask again, its outbox, and by night its matching. */
export async function tick({
  database,
  clock,
  outboxFolder,
  publicUrl,
  matching,
}: Omit<Clockwork, 'log'>): Promise<void> {
  const partnerships = await database.transaction(commandActing(clock, 'clockwork'), listPartnerships)
  for (const { id } of partnerships) {
    const acting = actingIn(clock, id)
    const asClock = (why: string, work: (worker: Tx) => Promise<unknown>) =>
      database.transaction(acting, tx => asHouse(tx, why, work))
    await asClock('concerns nobody read', escalateUnread)
    await asClock('objections to ask again at 16', askObjections)
    await asClock('steps of referrals that are late', async worker => {
      await returnFromClosed(worker, referralPeople)
      await chaseReferrals(worker, referralPeople)
      await chaseUnopened(worker, referralPeople)
      await chaseObjections(worker, referralPeople)
      await chaseProtocols(worker)
    })
    await asClock('hand-overs that are late or go on with nobody', async worker => {
      await tidyHandovers(worker)
      await chaseHandovers(worker)
    })
    await asClock('absences nobody took in hand', worker => chaseAbsences(worker, absencePeople))
    await asClock('programmes: what is late, and who has no adviser', async worker => {
      await tellAlone(worker)
      await tellNotHanded(worker)
      await chasePlaces(worker, programmeParts)
    })
    await asClock('what was agreed with hosts', chaseTerms)
    await asClock('decisions to be looked at again', chaseCapacity)
    await asClock('transfer summaries that did not come', worker => chaseTransfers(worker, absencePeople))
    await asClock('what places of learning were asked', worker => chaseAsks(worker, absencePeople))
    await asClock('first contacts that are late', worker => chaseFirstContacts(worker, absencePeople))
    await asClock('samples nobody answered', worker => chaseReadings(worker, absencePeople))
    await asClock('dates beside plans that are past', worker => chaseDates(worker, absencePeople))
    await asClock('plans of others to ask about', worker => chaseHeld(worker, absencePeople))
    await asClock('partners who did not say whether they take a step on', worker =>
      chasePartners(worker, absencePeople),
    )
    await asClock('signals nobody answered', worker => chaseSignals(worker, signalPeople))
    await asClock('plans kept close to be looked at again', worker => chaseSafetyPlans(worker, absencePeople))
    await asClock('support pathways of which something is past', worker => chasePathways(worker, absencePeople))
    await asClock('what panels agreed and is late', chaseActions)
    await asClock('newcomers whose days are over', forgetEnded)
    await asClock('steps of applications that are late', worker => chaseApplications(worker, guidancePeople))
    await database.transaction(acting, tx => sendOut(tx, outboxFolder, publicUrl))
  }
  // Last, and apart: should it fail in one partnership, no other's concerns wait for it.
  for (const { id } of partnerships) {
    await database.transaction(actingIn(clock, id), tx =>
      asHouse(tx, 'the index of matching', worker => keepIndex(worker, PAGES_A_TURN)),
    )
    await database.transaction(actingIn(clock, id), tx => workByNight(tx, matching, lastListIn))
  }
}

/**
 * Hands messages over: written to the file before they are marked, so that a kill in between says one twice and never
 * none. A message is a kind and a link; what it is about is read after signing in.
 */
async function sendOut(tx: Tx, folder: string, publicUrl: string): Promise<void> {
  const messages = await asHouse(tx, 'the outbox', worker => listUnsent(worker, 200))
  if (messages.length === 0) return
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const lines: string[] = []
  for (const message of messages) {
    const account = await findAccount(tx, message.accountId)
    if (account)
      lines.push(
        JSON.stringify({
          id: message.id,
          to: account.email,
          kind: message.kind,
          link: publicUrl,
          made: message.madeAt,
        }),
      )
  }
  await appendFile(join(folder, 'messages.jsonl'), lines.map(line => `${line}\n`).join(''), { mode: 0o600 })
  await asHouse(tx, 'the outbox', worker =>
    markSent(
      worker,
      messages.map(m => m.id),
    ),
  )
}
