import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import {
  applyRegister,
  type Choice,
  codesIn,
  findPartnershipByName,
  findReading,
  hintOf,
  markApplied,
  overwrites,
  PHASES,
  type Proposal,
  proposals,
  RegisterRefused,
  rowTroubles,
  takeRegister,
} from '#rooms/directory/index.ts'
import { releaseAgency } from '#rooms/sessions/index.ts'
import { commandActing } from '../acting.ts'
import { openTable } from '../house-tables.ts'
import { type Command, CommandTrouble, needed } from './command.ts'
import { databaseMeant, openFor } from './open.ts'

/** As many rows in trouble are said. */
const MOST_SAID = 20

export const directory: Command = {
  usage:
    'directory establishments FILE --partnership NAME [--authority CODE,...] [--phase PHASE,...] [--apply [--overwrite]] [--demo] [--data DIR]   reads the establishment register; with --apply schools and colleges are added, completed and closed; with --overwrite names, numbers and addresses that stand here are replaced too',
  async run(args, { config, clock, log, say }) {
    const [verb, ...rest] = args
    if (verb !== 'establishments') throw new CommandTrouble('Say "directory establishments FILE".')
    const { values, positionals } = parseArgs({
      args: rest,
      allowPositionals: true,
      options: {
        partnership: { type: 'string' },
        authority: { type: 'string' },
        phase: { type: 'string' },
        apply: { type: 'boolean' },
        overwrite: { type: 'boolean' },
        demo: { type: 'boolean' },
        data: { type: 'string' },
      },
    })
    const path = positionals[0]
    const isFile = path !== undefined && (await stat(path).catch(() => undefined))?.isFile() === true
    if (!isFile) throw new CommandTrouble(path === undefined ? 'Name the file.' : `There is no file ${path}.`)
    const choice = choiceOf(values.authority ?? '', values.phase)
    const name = needed(values.partnership, '--partnership')
    const ready = await openFor({
      config,
      clock,
      log,
      ...databaseMeant(config, values),
      what: 'connexions directory',
      join: true,
    })
    try {
      const { database } = ready
      const partnership = await database.transaction(commandActing(clock, 'command'), tx =>
        findPartnershipByName(tx, name),
      )
      if (!partnership) throw new CommandTrouble(`There is no partnership called "${name}".`)
      await database.transaction(commandActing(clock, 'command', partnership.id), async tx => {
        const { id, read } = await takeRegister(tx, await openTable(path), basename(path), choice)
        say(`${read.rows} rows read; ${read.faultCount} of them were not taken.`)
        for (const fault of read.faults.slice(0, MOST_SAID))
          say(`  row ${fault.row}: ${rowTroubles[fault.trouble]} (${fault.value || 'empty'})`)
        const reading = await findReading(tx, id)
        const all = await proposals(tx, reading?.establishments ?? [])
        for (const one of all) say(`  ${signOf(one)} ${one.name}. ${hintOf(one)}`)
        if (all.length === 0) say('Nothing to change: the directory says what the register says.')
        else if (values.apply === true) {
          const chosen = all.filter(one => values.overwrite === true || !overwrites(one))
          const done = await applyRegister(tx, id, chosen, new Map(), releaseAgency)
          await markApplied(tx, id, done)
          say(`Added ${done.added}, changed ${done.changed}, addresses ${done.sites}, closed ${done.closed}.`)
          for (const { name: of, why } of done.left) say(`  not done: ${of} (${why})`)
          if (chosen.length < all.length)
            say(
              `${all.length - chosen.length} lines marked ! stand here otherwise, and were left: --overwrite does them.`,
            )
        } else
          say('Nothing is changed yet: --apply does it, but for lines marked !, which write over what stands here.')
      })
      return 0
    } catch (trouble) {
      if (trouble instanceof RegisterRefused) throw new CommandTrouble(trouble.sentence)
      throw trouble
    } finally {
      await ready.close()
    }
  },
}

function signOf(one: Proposal): string {
  return one.what === 'add' ? '+' : one.what === 'close' ? '-' : overwrites(one) ? '!' : '='
}

function choiceOf(authority: string, phase: string | undefined): Choice {
  const authorities = codesIn(authority)
  if (authorities === undefined) throw new CommandTrouble('--authority takes codes of three figures, such as 381,382.')
  const asked = phase?.split(',') ?? [...PHASES]
  const phases = PHASES.filter(known => asked.includes(known))
  if (phases.length < asked.length) throw new CommandTrouble(`--phase takes some of ${PHASES.join(', ')}.`)
  return { authorities, phases }
}
