import { parseArgs } from 'node:util'
import {
  ANNEX_PARTNERSHIPS,
  addOrganisation,
  createPartnership,
  listPartnerships,
  type OperatingModel,
} from '#rooms/directory/index.ts'
import { commandActing } from '../acting.ts'
import { type Command, CommandTrouble, needed } from './command.ts'
import { openFor } from './open.ts'

const MODELS: readonly OperatingModel[] = ['direct-delivery', 'subcontracting', 'lead-body']

export const partnership: Command = {
  usage:
    'partnership create --name NAME --model direct-delivery|subcontracting|lead-body --controllers "A; B" [--processors "C"] | partnership list | partnership names',
  async run(args, { config, clock, log, say }) {
    const [verb, ...rest] = args
    const { values } = parseArgs({
      args: rest,
      options: {
        name: { type: 'string' },
        model: { type: 'string' },
        controllers: { type: 'string' },
        processors: { type: 'string' },
        data: { type: 'string' },
      },
    })
    if (verb === 'names') {
      // The fifteen of the report's annex, for copying.
      for (const name of ANNEX_PARTNERSHIPS) say(name)
      return 0
    }
    if (verb !== 'create' && verb !== 'list')
      throw new CommandTrouble('Say "partnership create", "partnership list" or "partnership names".')
    const dataDir = values.data ?? config.DATA_DIR ?? './data'
    const ready = await openFor({
      config,
      clock,
      log,
      kind: 'live',
      what: 'connexions partnership',
      dataDir,
      mayUseServer: true,
      join: true,
      mayMake: verb === 'create',
    })
    try {
      if (verb === 'list') {
        for (const p of await ready.database.transaction(commandActing(clock, 'command'), listPartnerships))
          say(`${p.name} (${p.model}; ${p.controllers})`)
        return 0
      }
      const name = needed(values.name, '--name')
      const model = MODELS.find(m => m === values.model)
      if (!model) throw new CommandTrouble(`--model must be one of ${MODELS.join(', ')}.`)
      const made = await ready.database.transaction(commandActing(clock, 'command'), tx =>
        createPartnership(tx, {
          name,
          model,
          controllers: values.controllers ?? '',
          processors: values.processors ?? '',
          isDemo: false,
        }),
      )
      if (!made.ok)
        throw new CommandTrouble(
          made.why === 'name-taken'
            ? `There is a partnership called "${name}" already.`
            : '--controllers is needed: name the council or councils that answer for the data.',
        )
      await ready.database.transaction(commandActing(clock, 'command', made.value), tx =>
        addOrganisation(tx, { name, kind: 'partnership-service' }),
      )
      say(`Made the partnership "${name}".`)
      return 0
    } finally {
      await ready.close()
    }
  },
}
