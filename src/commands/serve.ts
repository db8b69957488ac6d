/** Opens the house's door: the server listens, what goes on in the background runs on its thread, and everything stops in order. */
import { join } from 'node:path'
import closeWithGrace from 'close-with-grace'
import type { Clock } from '#ground/clock.ts'
import type { ReadyDatabase } from '#ground/database/begin.ts'
import { type Log, placeOf } from '#ground/log.ts'
import { openSigningKey } from '#rooms/audit/index.ts'
import { openSealer } from '#rooms/identity/index.ts'
import { listFolder } from '#rooms/intake/index.ts'
import { assetFolder } from '#web/assets.ts'
import { type Background, startBackground } from '../background.ts'
import { buildHouse } from '../house.ts'
import { houseJobs } from '../house-jobs.ts'
import { listenForMonitor, openMetrics } from '../metrics.ts'

export type ServeOptions = {
  readonly ready: ReadyDatabase
  readonly clock: Clock
  readonly log: Log
  readonly dataDir: string
  readonly host: string
  readonly port: number
  readonly publicUrl: string | undefined
  readonly proxies: string | false
  readonly uploadBytes: number
  readonly version: string
  /** Where a monitor may ask for `/metrics`; nowhere when it is not given. */
  readonly monitor?: { readonly host: string; readonly port: number } | undefined
}

export type Served = { readonly address: string; readonly closed: Promise<void>; close(): Promise<void> }

/** Serves until told to stop (SIGTERM, SIGINT) or until the database is gone. */
export async function serve(options: ServeOptions): Promise<Served> {
  const { ready, clock, log } = options
  const keys = join(options.dataDir, 'keys')
  const assets = assetFolder()
  if (assets === undefined) throw new Error('the pages’ files are not built: run "npm run build"')
  const address = `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${options.port}`
  const folder = listFolder(options.dataDir)
  const defined = houseJobs(folder)
  const publicUrl = options.publicUrl ?? address
  // Made before anything is served: a backup takes it along.
  await openSigningKey(keys)
  let background: Background | undefined
  // Before it is there nothing need be said: it looks for work when it begins.
  const nudge = () => background?.nudge()
  const metrics = options.monitor === undefined ? undefined : openMetrics({ database: ready.database, clock })
  const app = await buildHouse({
    answered: metrics?.answered,
    database: ready.database,
    clock,
    log,
    sealer: await openSealer(keys),
    publicUrl,
    assets,
    proxies: options.proxies,
    uploadBytes: options.uploadBytes,
    version: options.version,
    intake: { folder, jobs: defined.intake, nudge },
    matching: { jobs: defined.matching, nudge },
  })
  let settle: () => void = () => {}
  const closed = new Promise<void>(resolve => {
    settle = resolve
  })
  let closing: Promise<void> | undefined
  const close = () => (closing ??= closeAll())
  const closeAll = async () => {
    // First no new requests, then what they left to do, then the ground they stand on.
    await app.close()
    await monitored?.close()
    await background?.stop()
    await ready.close()
    settle()
  }
  const monitored = metrics && options.monitor && (await listenForMonitor(metrics, { ...options.monitor, log }))
  await app.listen({ host: options.host, port: options.port })
  background = startBackground({ place: ready.programPlace, clock, log, dataDir: options.dataDir, publicUrl })
  closeWithGrace({ delay: 10_000, logger: false }, async ({ err }) => {
    if (err) log.error({ kind: err.name, at: placeOf(err.stack) }, 'stopping after an error')
    await close()
  })
  const stopAfter = (why: string, about: { kind: string; at?: string | undefined }) => {
    log.error(about, why)
    void close().finally(() => process.exit(1))
  }
  void ready.serverGone.then(() => {
    // Ours goes as well when we stop.
    if (closing === undefined) stopAfter('the database is gone: stopping', { kind: 'gone' })
  })
  void background.lost.then(trouble => {
    const about = { kind: trouble.name, at: placeOf(trouble.stack) }
    if (closing === undefined) stopAfter('the background failed: stopping', about)
    else log.error(about, 'the background failed while stopping')
  })
  const bound = app.server.address()
  const port = typeof bound === 'object' && bound !== null ? bound.port : options.port
  return { address: address.replace(/:\d+$/, `:${port}`), closed, close }
}
