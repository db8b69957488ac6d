import { parseArgs } from 'node:util'
import { movedClock } from '#ground/clock.ts'
import { emptyDemo } from '#ground/database/furnished.ts'
import { listFolder } from '#rooms/intake/index.ts'
import { furnishDemo, isCutOff } from '../demo/furnish.ts'
import { type Command, CommandTrouble } from './command.ts'
import { openFor } from './open.ts'
import { serve } from './serve.ts'
import { portOf } from './start.ts'

export const demo: Command = {
  usage:
    'demo [--port N] [--data DIR] [--people N] [--now ISO] [--database-url]   a made-up partnership in a folder of its own (./data-demo)',
  async run(args, context) {
    const { config, log, say, version } = context
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        people: { type: 'string' },
        now: { type: 'string' },
        'database-url': { type: 'boolean' },
      },
    })
    const clock = values.now === undefined ? context.clock : movedClock(values.now)
    const people = values.people === undefined ? 2000 : Number(values.people)
    if (!Number.isInteger(people) || people < 50 || people > 200_000)
      throw new CommandTrouble('--people must be 50 to 200000.')
    const dataDir = values.data ?? './data-demo'
    const open = () =>
      openFor({
        config,
        clock,
        log,
        kind: 'demo',
        what: 'connexions demo',
        dataDir,
        mayUseServer: values['database-url'] === true,
        join: false,
        mayMake: true,
      })
    let ready = await open()
    try {
      if (await isCutOff({ ready, clock })) {
        // In a folder of its own nobody's work can be lost by it; a database on a server may be meant for something else.
        if (values['database-url'] === true)
          throw new CommandTrouble(
            'The demo in this database was cut off before all of it was there.',
            'Give the demo an empty database, or its own folder (leave out --database-url).',
          )
        say('The demo was cut off before all of it was there: it is made anew.')
        await emptyDemo(ready.ownerPlace)
        await ready.close()
        await listFolder(dataDir).empty()
        ready = await open()
      }
      await furnishDemo({ ready, clock, log, dataDir, people, say })
      const served = await serve({
        ready,
        clock,
        log,
        dataDir,
        host: values.host ?? config.HOST,
        port: portOf(values.port) ?? config.PORT,
        publicUrl: undefined,
        proxies: false,
        uploadBytes: config.UPLOAD_MB * 1_048_576,
        version,
      })
      say('')
      say(`The demo is at ${served.address}`)
      say(
        'Open it in a browser and choose who to be. Everyone in it is made up. Stop it with Ctrl+C; the next start keeps what you did.',
      )
      await served.closed
      return 0
    } catch (trouble) {
      // It may be closed already: what went wrong is what is told.
      await ready.close().catch(() => {})
      throw trouble
    }
  },
}
