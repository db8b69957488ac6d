import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { isId, type RowId } from '#ground/ids.ts'
import { startJobs } from '#ground/jobs/index.ts'
import { findPartnershipByName, listOrganisations, listPartnerships, type Partnership } from '#rooms/directory/index.ts'
import { findRun, listFolder, type Run } from '#rooms/intake/index.ts'
import { commandActing } from '../acting.ts'
import { houseJobs } from '../house-jobs.ts'
import { callOff, goOn, type Taking, takeIn } from '../take-in.ts'
import { type Command, CommandTrouble, needed } from './command.ts'
import { databaseMeant, openFor } from './open.ts'

/** What a shell says of a program that ended because it was told to stop (128 and the signal's number). */
const STOPPED = 130

export const intake: Command = {
  usage:
    'intake FILE --partner ORGANISATION | --go-on LIST | --cancel LIST  [--partnership NAME] [--apply] [--demo] [--data DIR]   reads a list; with --apply it goes in',
  async run(args, { config, clock, log, say }) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        partner: { type: 'string' },
        partnership: { type: 'string' },
        'go-on': { type: 'string' },
        cancel: { type: 'string' },
        apply: { type: 'boolean' },
        demo: { type: 'boolean' },
        data: { type: 'string' },
      },
    })
    const underWay = values['go-on'] ?? values.cancel
    const list = underWay === undefined ? await fileOf(positionals[0], values.partner, config.UPLOAD_MB) : undefined
    const meant = databaseMeant(config, values)
    const { dataDir } = meant
    const ready = await openFor({
      config,
      clock,
      log,
      ...meant,
      what: 'connexions intake',
      join: true,
    })
    const folder = listFolder(dataDir)
    const { intake: definitions, all } = houseJobs(folder)
    const jobs = await startJobs({
      place: ready.programPlace,
      database: ready.database,
      clock,
      log,
      definitions: [...all],
    })
    // Told to stop, it lets go of its work at the next save and says how far the list is: nothing is lost by it.
    const stopping = new AbortController()
    const stop = () => stopping.abort()
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
    try {
      const partnership = await chosen(values.partnership)
      const acting = () => commandActing(clock, 'command', partnership.id)
      const taking: Taking = {
        database: ready.database,
        acting,
        folder,
        definitions,
        jobs,
        signal: stopping.signal,
      }
      const taken = list === undefined ? await takeUp(taking, underWay ?? '') : await takeIn(taking, await sent(acting))
      if (!taken.ok)
        throw new CommandTrouble(taken.why, 'Agreements are made and reviewed under "Lists in" in the browser.')
      const { run } = taken.value
      sayRun(run)
      if (!stopping.signal.aborted || ENDED.has(run.state))
        return run.state === 'refused' || run.state === 'failed' ? 1 : 0
      sayStopped(run)
      return STOPPED
    } finally {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop)
      await jobs.stop()
      await ready.close()
    }

    async function sent(acting: Taking['acting']) {
      if (list === undefined) throw new Error('a list that is sent has a file')
      const partners = (await ready.database.transaction(acting(), listOrganisations)).filter(o => o.state === 'open')
      const partner = partners.find(o => o.name.toLowerCase() === list.partner.toLowerCase())
      if (!partner)
        throw new CommandTrouble(
          `There is no organisation called "${list.partner}".`,
          `There are: ${partners.map(o => o.name).join(', ')}.`,
        )
      const { path, bytes } = list
      return { organisationId: partner.id, path, name: basename(path), bytes, apply: values.apply === true }
    }

    async function takeUp(taking: Taking, given: string) {
      const known =
        isId(given) && (await taking.database.transaction(taking.acting(), tx => findRun(tx, given as RowId)))
      if (!known)
        throw new CommandTrouble(`There is no list "${given}".`, 'Its number stands in the address of its page.')
      return values.cancel === undefined ? goOn(taking, known.id, values.apply === true) : callOff(taking, known.id)
    }

    function sayRun(run: Run): void {
      say(`${run.fileName}: ${run.state}. ${run.rowsRead} rows read.`)
      const c = run.counts
      say(
        `New ${c.new}, changed ${c.changed}, same ${c.same}, missing ${c.missing}, questions ${c.question}, to mend ${c.fault}, not kept ${c.notKept}.`,
      )
      if (run.state === 'refused') say(run.refusal)
      if (run.state === 'ready' && !stopping.signal.aborted)
        say(
          `Nothing is saved yet. Look at it in the browser under "Lists in", or go on: ${again(run, '--go-on')} --apply`,
        )
    }

    function sayStopped(run: Run): void {
      say(
        run.state === 'reading' || run.state === 'ready'
          ? 'Stopped. Nothing of this list is saved to any record yet.'
          : 'Stopped. What was applied so far is saved, and each row of it once.',
      )
      say(`To go on:  ${again(run, '--go-on')}${values.apply === true ? ' --apply' : ''}`)
      say(`To cancel: ${again(run, '--cancel')}`)
      if (run.state !== 'ready')
        say(
          'Left alone it goes on by itself the next time Connexions runs on this data. Both can be done in the browser, too.',
        )
    }

    function again(run: Run, how: '--go-on' | '--cancel'): string {
      const where = [
        ...(values.partnership === undefined ? [] : ['--partnership', `"${values.partnership}"`]),
        ...(values.demo === true ? ['--demo'] : []),
        ...(values.data === undefined ? [] : ['--data', values.data]),
      ]
      return ['connexions intake', how, run.id, ...where].join(' ')
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

/** States in which nothing more happens by itself. */
const ENDED: ReadonlySet<Run['state']> = new Set<Run['state']>(['applied', 'undone', 'cancelled', 'refused', 'failed'])

/** The file to send, and whose it is. */
async function fileOf(given: string | undefined, partner: string | undefined, mostMb: number) {
  const path = needed(given, 'A file')
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) throw new CommandTrouble(`There is no file "${path}".`)
  if (found.size > mostMb * 1_048_576)
    throw new CommandTrouble(
      `That file has ${Math.ceil(found.size / 1_048_576).toLocaleString('en-GB')} MB; a list may have ${mostMb}.`,
      'Send it in parts, or set UPLOAD_MB higher (up to 2000).',
    )
  return { path, bytes: found.size, partner: needed(partner, '--partner') }
}
