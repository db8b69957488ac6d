/** Takes a list in from start to finish without a browser: for the command line and the demo. The columns are as they look. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '#ground/database/open.ts'
import type { Acting } from '#ground/database/tx.ts'
import { formatDay } from '#ground/day.ts'
import type { OrganisationId, RowId } from '#ground/ids.ts'
import type { Jobs } from '#ground/jobs/index.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import {
  agreementOf,
  askApply,
  askStop,
  cancelRun,
  checkMapping,
  confirmMapping,
  findAgreement,
  findRun,
  type IntakeJobs,
  type ListFolder,
  type Run,
  startRun,
  suggestMapping,
} from '#rooms/intake/index.ts'

export type Taking = {
  readonly database: Database
  /** Made anew for each transaction: the time goes on. */
  acting(): Acting
  readonly folder: ListFolder
  readonly definitions: IntakeJobs
  readonly jobs: Jobs
  /** Ends the waiting: the run stays as far as it came, and its job goes on when a runner is there again. */
  readonly signal?: AbortSignal
}

/** Sends, reads and, when asked, applies a list. Answers with the run as it ended, or a sentence on why it could not start. */
export async function takeIn(
  taking: Taking,
  list: { organisationId: OrganisationId; path: string; name: string; bytes: number; apply: boolean },
): Promise<Result<{ run: Run }>> {
  const { database, folder, definitions } = taking
  const started = await database.transaction(taking.acting(), tx => startRun(tx, folder, list))
  if (!started.ok) return refused(await sentenceOn(taking, list.organisationId, started.why))
  const { runId } = started.value
  if (started.value.state === 'refused') return ok({ run: await settled(taking, runId, []) })
  const trouble = await database.transaction(taking.acting(), async tx => {
    const run = await findRun(tx, runId)
    const agreement = run && (await findAgreement(tx, run.agreementId))
    if (!run || !agreement) return 'The list is gone.'
    const suggested = await suggestMapping(tx, folder, run, agreement)
    const mapping = checkMapping(Object.fromEntries(suggested.map(s => [s.column, s.field ?? ''])), run, agreement)
    if (!mapping.ok)
      return 'It could not be told which columns hold the name and the birth date. Confirm the columns once in the browser: they are remembered.'
    await confirmMapping(tx, run, mapping.value, definitions.reading)
    return undefined
  })
  return trouble === undefined ? goOn(taking, runId, list.apply) : refused(trouble)
}

/** Waits for a list that is under way, and applies it when asked. */
export async function goOn(taking: Taking, runId: RowId, apply: boolean): Promise<Result<{ run: Run }>> {
  let run = await settled(taking, runId, ['reading'])
  if (apply && run.state === 'ready' && taking.signal?.aborted !== true)
    await taking.database.transaction(taking.acting(), tx => askApply(tx, run, taking.definitions.applying))
  run = await settled(taking, runId, ['applying', 'stopping', 'undoing'])
  return ok({ run })
}

/** Stops a list that is under way: what was applied of it is taken back. Answers with the run as it ended. */
export async function callOff(taking: Taking, runId: RowId): Promise<Result<{ run: Run }>> {
  const stopped = await taking.database.transaction(taking.acting(), async tx => {
    const run = await findRun(tx, runId)
    if (!run) return refused('unknown')
    return run.state === 'applying' ? askStop(tx, run, taking.definitions.undoing) : cancelRun(tx, taking.folder, run)
  })
  if (stopped.ok) return ok({ run: await settled(taking, runId, ['stopping']) })
  switch (stopped.why) {
    case 'newer':
      return refused(
        'A list that went in meanwhile names young people this one brought, so it cannot be stopped. Let it finish; then undo both in the browser, the newer first.',
      )
    case 'moved-on':
      return refused(
        'This list cannot be cancelled any more. An applied list is undone in the browser under "Lists in".',
      )
    default:
      return refused('There is no such list.')
  }
}

async function sentenceOn(
  taking: Taking,
  organisationId: OrganisationId,
  why: 'unknown-partner' | 'no-agreement' | 'agreement-lapsed',
): Promise<string> {
  if (why === 'unknown-partner') return 'There is no such partner.'
  if (why === 'no-agreement') return 'There is no agreement with this partner on record.'
  const agreement = await taking.database.transaction(taking.acting(), tx => agreementOf(tx, organisationId))
  const day = agreement === undefined ? '' : ` by ${formatDay(agreement.reviewOn)}`
  return `The agreement with this partner was to be looked at again${day}. A data officer must review it before another list can come in.`
}

/** Waits until a run is in none of the states. A runner elsewhere (a served folder) may be the one that does the work. */
async function settled(taking: Taking, runId: RowId, working: readonly Run['state'][]): Promise<Run> {
  for (;;) {
    taking.jobs.nudge()
    const run = await taking.database.transaction(taking.acting(), tx => findRun(tx, runId))
    if (!run) throw new Error('the run is gone')
    if (!working.includes(run.state) || taking.signal?.aborted === true) return run
    await wait(100)
  }
}
