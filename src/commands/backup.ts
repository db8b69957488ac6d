import { parseArgs } from 'node:util'
import { checkBackup } from '#ground/database/backup/archive.ts'
import { type Manifest, rowsIn } from '#ground/database/backup/manifest.ts'
import { backUp, sizeOf } from './backing-up.ts'
import { type Command, CommandTrouble } from './command.ts'
import { databaseMeant, openFor } from './open.ts'

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
    const meant = databaseMeant(config, values)
    const ready = await openFor({
      config,
      clock,
      log,
      ...meant,
      what: 'connexions backup',
      behind: 'leave',
      join: true,
    })
    // What stands on standard output is the backup, and nothing else.
    const tellThem = file === '-' ? (line: string) => void process.stderr.write(`${line}\n`) : say
    try {
      const withKeys = values['with-keys'] === true
      const manifest = await backUp({ ready, clock, version, dataDir: meant.dataDir, file, withKeys })
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
  const people = manifest.tables.find(table => table.name === 'person')?.rows ?? 0
  say(
    `${manifest.tables.length} tables with ${rowsIn(manifest).toLocaleString('en-GB')} rows (${people.toLocaleString('en-GB')} young people), as of ${manifest.madeAt}, ${manifest.kind}, made by ${manifest.madeBy}.`,
  )
}
