import { parseArgs } from 'node:util'
import { pendingMigrations } from '#ground/database/migrate.ts'
import { record } from '#rooms/audit/index.ts'
import { commandActing } from '../acting.ts'
import { backUp, sizeOf } from './backing-up.ts'
import { type Command, CommandTrouble, needed } from './command.ts'
import { databaseMeant, openFor } from './open.ts'

export const upgrade: Command = {
  usage:
    'upgrade --backup FILE [--demo] [--data DIR]   makes a backup, then brings the database up to this program; stop the old one first',
  async run(args, { config, clock, log, say, version }) {
    const { values } = parseArgs({
      args,
      options: { backup: { type: 'string' }, demo: { type: 'boolean' }, data: { type: 'string' } },
    })
    const file = needed(values.backup, '--backup')
    if (file === '-') throw new CommandTrouble('--backup must be a file.')
    const meant = databaseMeant(config, values)
    const opening = {
      config,
      clock,
      log,
      ...meant,
      what: 'connexions upgrade',
      // A database in use by the old program must not change under it.
      join: false,
    }
    const before = await openFor({ ...opening, behind: 'leave' })
    let pending: string[]
    try {
      pending = await pendingMigrations(before.ownerPlace)
      if (pending.length === 0) {
        say('The database is up to date: there was nothing to do, and no backup was made.')
        return 0
      }
      await backUp({ ready: before, clock, version, dataDir: meant.dataDir, file, withKeys: false })
      say(`Written and read back: ${file} (${await sizeOf(file)}). The keys are not in it.`)
    } finally {
      await before.close()
    }
    const after = await openFor({ ...opening, behind: 'upgrade' })
    try {
      await after.database.transaction(commandActing(clock, 'upgrade'), tx =>
        record(tx, { action: 'installation.upgraded', about: [], payload: { steps: pending } }),
      )
    } finally {
      await after.close()
    }
    say(`Up to date: ${pending.length === 1 ? 'one step' : `${pending.length} steps`}, the last ${pending.at(-1)}.`)
    say(
      'To go back: the program as it was, "connexions restore" of that backup into a new data folder, with the keys folder put there first.',
    )
    return 0
  },
}
