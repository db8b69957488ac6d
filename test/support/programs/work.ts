/** Runs counting jobs on a database until it is ended: `work.ts PLACE-AS-JSON`. Says when it has begun. */
import { systemClock } from '#ground/clock.ts'
import { openDatabase } from '#ground/database/open.ts'
import { startJobs } from '#ground/jobs/index.ts'
import { openLog } from '#ground/log.ts'
import { countingJob } from '#test/counting-job.ts'

const place = JSON.parse(process.argv[2] ?? '') as { host: string; port: number; user: string; database: string }
const database = await openDatabase(place, { connections: 2 })
const log = openLog('silent')
const jobs = await startJobs({ place, database, clock: systemClock(), log, definitions: [countingJob], everyMs: 20 })
console.log(JSON.stringify({ began: true }))
process.on('SIGTERM', () => void jobs.stop().then(() => process.exit(0)))
process.stdin.on('end', () => process.exit(0)).resume()
