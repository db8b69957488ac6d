/** Takes a list in from start to finish without a browser: for the command line and the demo. The columns are as they look. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '#ground/database/open.ts'
import type { Acting } from '#ground/database/tx.ts'
import type { OrganisationId, RowId } from '#ground/ids.ts'
import type { Jobs } from '#ground/jobs/index.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import {
  askApply,
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
}

/** Sends, reads and, when asked, applies a list. Answers with the run as it ended, or a sentence on why it could not start. */
export async function takeIn(
  taking: Taking,
  list: { organisationId: OrganisationId; path: string; name: string; bytes: number; apply: boolean },
): Promise<Result<{ run: Run }>> {
  const { database, folder, definitions } = taking
  const started = await database.transaction(taking.acting(), tx => startRun(tx, folder, list))
  if (!started.ok)
    return refused(
      started.why === 'no-agreement'
        ? 'There is no agreement with this partner on record.'
        : 'There is no such partner.',
    )
  const { runId } = started.value
  if (started.value.state === 'mapping') {
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
    if (trouble !== undefined) return refused(trouble)
    let run = await settled(taking, runId, ['reading'])
    if (list.apply && run.state === 'ready') {
      await database.transaction(taking.acting(), tx => askApply(tx, run, definitions.applying))
      run = await settled(taking, runId, ['applying'])
    }
    return ok({ run })
  }
  return ok({ run: await settled(taking, runId, []) })
}

/** Waits until a run is in none of the states. A runner elsewhere (a served folder) may be the one that does the work. */
async function settled(taking: Taking, runId: RowId, working: readonly Run['state'][]): Promise<Run> {
  for (;;) {
    taking.jobs.nudge()
    const run = await taking.database.transaction(taking.acting(), tx => findRun(tx, runId))
    if (!run) throw new Error('the run is gone')
    if (!working.includes(run.state)) return run
    await wait(100)
  }
}
