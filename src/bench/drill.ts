/** A backup and what it is for: how long each takes, by the commands' own way. */
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { rowsIn } from '#ground/database/backup/manifest.ts'
import { beginForOwner } from '#ground/database/begin.ts'
import { backUp } from '../commands/backing-up.ts'
import { restoreBackup } from '../commands/restore.ts'
import { type Benching, openBench } from './opening.ts'
import { emptyAgain } from './store/contents.ts'

export type Drill = {
  readonly rows: number
  readonly bytes: number
  readonly saving: number
  readonly restoring: number
}

/**
 * Backs the bench's database up and restores it: into a folder of its own beside it, or, on a server, into the same database,
 * emptied before.
 */
export async function measureDrill(benching: Benching): Promise<Drill> {
  const { clock, log, dataDir, onServer, version } = benching
  const file = join(dataDir, 'bench-backup.zip')
  const target = onServer ? dataDir : join(dataDir, 'restored')
  await rm(file, { force: true })
  try {
    const ready = await openBench(benching)
    const began = performance.now()
    const manifest = await backUp({ ready, clock, version, dataDir, file, withKeys: true }).finally(() => ready.close())
    const saving = (performance.now() - began) / 1000
    const { size } = await stat(file)
    if (onServer) await emptyAgain(ready.ownerPlace)
    const owner = ready.ownerPlace
    const again = performance.now()
    await restoreBackup({
      file,
      reason: 'A drill of the bench',
      mayBeNew: false,
      dataDir: target,
      clock,
      log,
      openTarget: async () =>
        onServer
          ? { owner, close: () => Promise.resolve() }
          : beginForOwner({ dataDir: target, what: 'connexions bench', log }),
    })
    const restoring = (performance.now() - again) / 1000
    return { rows: rowsIn(manifest), bytes: size, saving, restoring }
  } finally {
    await rm(file, { force: true })
    if (!onServer) await rm(target, { recursive: true, force: true })
  }
}
