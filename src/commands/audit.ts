import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { asHouse } from '#ground/database/tx.ts'
import { INSTALLATION } from '#ground/ids.ts'
import { anchorText, type Fault, openSigningKey, type Verdict, verifyLog } from '#rooms/audit/index.ts'
import { listPartnerships } from '#rooms/directory/index.ts'
import { commandActing } from '../acting.ts'
import { sealAll } from '../sealing.ts'
import { type Command, CommandTrouble } from './command.ts'
import { databaseMeant, openFor } from './open.ts'

const SAID: Readonly<Record<Fault, string>> = {
  'event-missing': 'an event was taken out',
  'event-changed': 'an event was changed',
  'payload-changed': 'what was typed or changed in an event was altered',
  'position-missing': 'positions are missing: events were cut off or taken out',
  'root-does-not-match': 'a signed root does not stand over these events',
  'frontier-wrong': 'what the sealer goes on from was altered',
  'root-missing': 'events stand after the last signed root',
  'signature-wrong': 'a root was not signed by this key',
  'chain-broken': 'the chain of roots is broken',
  'never-sealed': 'events were kept from being sealed',
  'anchor-not-met': 'the anchor you gave is not in this log: it was cut off or rewritten',
  'anchor-unreadable': 'the anchor could not be read: give the whole line that an earlier run printed',
}

export const audit: Command = {
  usage:
    'audit verify [--since ROOT] [--demo] [--data DIR]   proves that nothing in the log was changed, cut or swapped',
  async run(args, { config, clock, log, say }) {
    const [verb, ...rest] = args
    if (verb !== 'verify') throw new CommandTrouble('Say "audit verify".')
    const { values } = parseArgs({
      args: rest,
      options: { since: { type: 'string' }, data: { type: 'string' }, demo: { type: 'boolean' } },
    })
    const meant = databaseMeant(config, values)
    const { dataDir } = meant
    const ready = await openFor({
      config,
      clock,
      log,
      ...meant,
      what: 'connexions audit',
      join: true,
    })
    try {
      const key = await openSigningKey(join(dataDir, 'keys'))
      await sealAll({ database: ready.database, clock, key })
      const partnerships = await ready.database.transaction(commandActing(clock, 'audit-verify'), listPartnerships)
      const logs = [{ id: INSTALLATION, name: 'The installation' }, ...partnerships]
      let faults = 0
      for (const one of logs) {
        const since = values.since?.startsWith(one.id) ? values.since : undefined
        const verdict = await ready.database.transaction(
          commandActing(clock, 'audit-verify', one.id),
          tx => asHouse(tx, 'verifying the audit', worker => verifyLog(worker, key, since)),
          { isolation: 'repeatable read', statementSeconds: 3600 },
        )
        faults += verdict.findings.length
        tell(one.name, verdict, say)
      }
      if (values.since !== undefined && !logs.some(one => values.since?.startsWith(one.id))) {
        say(`Anchor: ${SAID['anchor-unreadable']}.`)
        faults += 1
      }
      say(
        faults === 0
          ? 'The log is whole.'
          : 'The log is NOT whole. Keep this output, stop the program, and call your information-governance lead.',
      )
      if (values.since === undefined)
        say(
          'Without --since, a log cut off at a root cannot be told from a shorter true one: keep a root of each run outside.',
        )
      return faults === 0 ? 0 : 1
    } finally {
      await ready.close()
    }
  },
}

function tell(name: string, verdict: Verdict, say: (line: string) => void): void {
  say(
    `${name}: ${verdict.sealed} events sealed under ${verdict.roots} roots, ${verdict.waiting} waiting, ${verdict.erased} with erased content.`,
  )
  for (const found of verdict.findings.slice(0, 50))
    say(
      `  FAULT ${SAID[found.fault]}${found.position === null ? '' : ` (epoch ${found.epoch}, position ${found.position})`}${found.count > 1 ? `, ${found.count} times` : ''}`,
    )
  if (verdict.lastRoot) say(`  Root to keep outside: ${anchorText(verdict.lastRoot)}`)
}
