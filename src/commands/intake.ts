import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { startJobs } from '#ground/jobs/index.ts'
import { findPartnershipByName, listOrganisations, listPartnerships, type Partnership } from '#rooms/directory/index.ts'
import { intakeJobs, listFolder } from '#rooms/intake/index.ts'
import { commandActing } from '../acting.ts'
import { takeIn } from '../take-in.ts'
import { type Command, CommandTrouble, needed } from './command.ts'
import { openFor } from './open.ts'

export const intake: Command = {
  usage:
    'intake FILE --partner ORGANISATION [--partnership NAME] [--apply] [--demo] [--data DIR]   reads a list; with --apply it goes in',
  async run(args, { config, clock, log, say }) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        partner: { type: 'string' },
        partnership: { type: 'string' },
        apply: { type: 'boolean' },
        demo: { type: 'boolean' },
        data: { type: 'string' },
      },
    })
    const file = needed(positionals[0], 'A file')
    const found = await stat(file).catch(() => undefined)
    if (!found?.isFile()) throw new CommandTrouble(`There is no file "${file}".`)
    const wanted = needed(values.partner, '--partner')
    const demo = values.demo === true
    const dataDir = values.data ?? (demo ? './data-demo' : (config.DATA_DIR ?? './data'))
    const ready = await openFor({
      config,
      clock,
      log,
      kind: demo ? 'demo' : 'live',
      what: 'connexions intake',
      dataDir,
      mayUseServer: !demo,
      join: true,
    })
    const folder = listFolder(dataDir)
    const definitions = intakeJobs(folder)
    const jobs = await startJobs({
      place: ready.programPlace,
      database: ready.database,
      clock,
      log,
      definitions: Object.values(definitions),
    })
    try {
      const partnership = await chosen(values.partnership)
      const acting = () => commandActing(clock, 'command', partnership.id)
      const partners = await ready.database.transaction(acting(), listOrganisations)
      const partner = partners.find(o => o.name.toLowerCase() === wanted.toLowerCase())
      if (!partner)
        throw new CommandTrouble(
          `There is no organisation called "${wanted}".`,
          `There are: ${partners.map(o => o.name).join(', ')}.`,
        )
      const taken = await takeIn(
        { database: ready.database, acting, folder, definitions, jobs },
        {
          organisationId: partner.id,
          path: file,
          name: basename(file),
          bytes: found.size,
          apply: values.apply === true,
        },
      )
      if (!taken.ok) throw new CommandTrouble(taken.why, 'Agreements are made under "Lists in" in the browser.')
      const { run } = taken.value
      say(`${run.fileName}: ${run.state}. ${run.rowsRead} rows read.`)
      const c = run.counts
      say(
        `New ${c.new}, changed ${c.changed}, same ${c.same}, missing ${c.missing}, questions ${c.question}, to mend ${c.fault}, not kept ${c.notKept}.`,
      )
      if (run.state === 'refused') say(run.refusal)
      if (run.state === 'ready')
        say(`Nothing is saved yet. Look at it in the browser under "Lists in", or run this again with --apply.`)
      return run.state === 'refused' || run.state === 'failed' ? 1 : 0
    } finally {
      await jobs.stop()
      await ready.close()
    }

    async function chosen(name: string | undefined): Promise<Partnership> {
      const all = await ready.database.transaction(commandActing(clock, 'command'), listPartnerships)
      const one =
        name === undefined
          ? all.length === 1
            ? all[0]
            : undefined
          : await ready.database.transaction(commandActing(clock, 'command'), tx => findPartnershipByName(tx, name))
      if (one) return one
      throw new CommandTrouble(
        name === undefined ? 'Say which partnership with --partnership.' : `There is no partnership called "${name}".`,
        `There are: ${all.map(p => p.name).join(', ')}.`,
      )
    }
  },
}
