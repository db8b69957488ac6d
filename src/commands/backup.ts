import { parseArgs } from 'node:util'
import { checkBackup } from '#ground/database/backup/archive.ts'
import type { Manifest } from '#ground/database/backup/manifest.ts'
import { hasDatabase } from '#ground/database/embedded/index.ts'
import { backUp, sizeOf } from './backing-up.ts'
import { type Command, CommandTrouble } from './command.ts'
import { openFor } from './open.ts'

export const backup: Command = {
  usage:
    'backup FILE [--with-keys] [--demo] [--data DIR]   everything on record, in one file; "-" writes to standard output | backup --check FILE',
  async run(args, { config, clock, log, say, version }) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        'with-keys': { type: 'boolean' },
        check: { type: 'string' },
        demo: { type: 'boolean' },
        data: { type: 'string' },
      },
    })
    if (values.check !== undefined) {
      tell(await checkBackup(values.check), say)
      say('It is whole: every part is as it was written.')
      return 0
    }
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new CommandTrouble('Say which file: "backup FILE".')
    const demo = values.demo === true
    const dataDir = values.data ?? (demo ? './data-demo' : (config.DATA_DIR ?? './data'))
    const mayUseServer = !demo
    if (!(mayUseServer && config.DATABASE_URL !== undefined) && !hasDatabase(dataDir))
      throw new CommandTrouble(`There is no database in ${dataDir}.`, 'Name its folder with --data.')
    const ready = await openFor({
      config,
      clock,
      log,
      kind: demo ? 'demo' : 'live',
      what: 'connexions backup',
      dataDir,
      mayUseServer,
      behind: 'leave',
      join: true,
    })
    // What stands on standard output is the backup, and nothing else.
    const tellThem = file === '-' ? (line: string) => void process.stderr.write(`${line}\n`) : say
    try {
      const withKeys = values['with-keys'] === true
      const manifest = await backUp({ ready, clock, version, dataDir, file, withKeys })
      tell(manifest, tellThem)
      if (file !== '-') tellThem(`Written and read back: ${file} (${await sizeOf(file)}).`)
      tellThem(
        withKeys
          ? 'The keys are in it: whoever has this file can read everything and sign a log that looks true. Lock it away.'
          : 'The keys are not in it: keep a copy of the folder "keys" somewhere else, or nobody can sign in after a restore.',
      )
      return 0
    } finally {
      await ready.close()
    }
  },
}

function tell(manifest: Manifest, say: (line: string) => void): void {
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  const people = manifest.tables.find(table => table.name === 'person')?.rows ?? 0
  say(
    `${manifest.tables.length} tables with ${rows.toLocaleString('en-GB')} rows (${people.toLocaleString('en-GB')} young people), as of ${manifest.madeAt}, ${manifest.kind}, made by ${manifest.madeBy}.`,
  )
}
