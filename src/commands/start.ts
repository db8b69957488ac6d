import { parseArgs } from 'node:util'
import { type Command, CommandTrouble } from './command.ts'
import { openFor } from './open.ts'
import { serve } from './serve.ts'

export const start: Command = {
  usage:
    'start [--port N] [--host ADDRESS] [--data DIR]   serve; the database lies in DIR (./data) or where DATABASE_URL says',
  async run(args, { config, clock, log, say, version }) {
    const { values } = parseArgs({
      args,
      options: { port: { type: 'string' }, host: { type: 'string' }, data: { type: 'string' } },
    })
    const dataDir = values.data ?? config.DATA_DIR ?? './data'
    const ready = await openFor({
      config,
      clock,
      log,
      kind: 'live',
      what: 'connexions start',
      dataDir,
      mayUseServer: true,
      join: false,
      mayMake: true,
    })
    const served = await serve({
      ready,
      clock,
      log,
      dataDir,
      host: values.host ?? config.HOST,
      port: portOf(values.port) ?? config.PORT,
      publicUrl: config.PUBLIC_URL,
      proxies: config.TRUSTED_PROXIES ?? false,
      uploadBytes: config.UPLOAD_MB * 1_048_576,
      version,
      monitor: config.METRICS_PORT === undefined ? undefined : { host: config.METRICS_HOST, port: config.METRICS_PORT },
    }).catch(async (trouble: unknown) => {
      await ready.close()
      throw trouble
    })
    say(`Connexions is at ${config.PUBLIC_URL ?? served.address}`)
    say('Stop it with Ctrl+C. A first account: connexions partnership create, then connexions account create.')
    await served.closed
    return 0
  },
}

/** A port given on the command line. */
export function portOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new CommandTrouble('--port must be 0 to 65535.')
  return port
}
