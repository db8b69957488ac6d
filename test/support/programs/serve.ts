/** Serves a data folder until it is ended: `serve.ts FOLDER [PROGRAMS]`. Says where it serves, or what the trouble is. */
import { startEmbedded } from '#ground/database/embedded/index.ts'
import { DatabaseTrouble } from '#ground/database/trouble.ts'
import { openLog } from '#ground/log.ts'

const [dataDir = '', programs] = process.argv.slice(2)
const say = (words: Record<string, unknown>) => console.log(JSON.stringify(words))
try {
  const server = await startEmbedded({
    dataDir,
    log: openLog('silent'),
    what: 'a test',
    ...(programs === undefined ? {} : { programs: { dir: programs, version: 'test' } }),
  })
  say({ url: server.url('postgres', 'postgres'), cluster: server.cluster, socketDir: server.socketDir })
  process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)))
  process.stdin.on('end', () => process.exit(0)).resume()
} catch (error) {
  const advice = error instanceof DatabaseTrouble ? error.advice : undefined
  say({ trouble: (error as Error).message, advice })
}
