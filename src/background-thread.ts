/** The thread behind the pages: see `background.ts`. It has a database pool, a log and a clock of its own, and ends when it is told to. */
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { shiftedClock } from '#ground/clock.ts'
import { openDatabase } from '#ground/database/open.ts'
import { startJobs } from '#ground/jobs/index.ts'
import { openLog } from '#ground/log.ts'
import { stepBack } from '#ground/thread.ts'
import { openSigningKey } from '#rooms/audit/index.ts'
import { listFolder } from '#rooms/intake/index.ts'
import type { BackgroundData, ToBackground } from './background.ts'
import { startClockwork } from './clockwork.ts'
import { houseJobs } from './house-jobs.ts'
import { startSealing } from './sealing.ts'

/** The alarms, the clockwork, the sealer, and two jobs that may ask for another each. */
const CONNECTIONS = 7

// Heard from the first moment: whoever starts us may stop us at once.
const said: ToBackground[] = []
let hear = (word: ToBackground) => void said.push(word)
parentPort?.on('message', (word: ToBackground) => hear(word))
stepBack()
void begin(workerData as BackgroundData)

// What fails here fails the thread, and whoever started it hears why.
async function begin({ place, clockShiftMs, logLevel, dataDir, publicUrl }: BackgroundData): Promise<void> {
  const clock = shiftedClock(clockShiftMs)
  const log = openLog(logLevel)
  const database = await openDatabase(place, { connections: CONNECTIONS })
  const key = await openSigningKey(join(dataDir, 'keys'))
  const defined = houseJobs(listFolder(dataDir))
  const jobs = await startJobs({ place, database, clock, log, definitions: [...defined.all] })
  const sealing = startSealing({ database, clock, log, key })
  const outboxFolder = join(dataDir, 'outbox')
  const clockwork = startClockwork({ database, clock, log, outboxFolder, publicUrl, matching: defined.matching })
  const stop = async () => {
    // First what is left to do, then the ground it stands on; with nothing open the thread ends.
    await clockwork.stop()
    await jobs.stop()
    await sealing.stop()
    await database.close()
    parentPort?.close()
  }
  hear = word => {
    if (word === 'nudge') jobs.nudge()
    else void stop()
  }
  for (const word of said) hear(word)
}
