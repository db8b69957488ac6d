import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { asHouse } from '#ground/database/tx.ts'
import { listPartnerships } from '#rooms/directory/index.ts'
import { listRowPersons } from '#rooms/intake/index.ts'
import { listAsked } from '#rooms/matching/index.ts'
import { commandActing } from '../acting.ts'
import { type AuditedRow, auditDemo, type DemoAudit } from '../demo/audit.ts'
import { readTruth, readTwins } from '../demo/truth.ts'
import { type Command, CommandTrouble } from './command.ts'
import { openFor } from './open.ts'

export const matching: Command = {
  usage:
    'matching audit-demo [--data DIR]   holds what came of the demo’s lists against its truth: wrong links, missed pairs, twins',
  async run(args, { config, clock, log, say }) {
    const [verb, ...rest] = args
    if (verb !== 'audit-demo') throw new CommandTrouble('Say "matching audit-demo".')
    const { values } = parseArgs({ args: rest, options: { data: { type: 'string' } } })
    const dataDir = values.data ?? './data-demo'
    const folder = join(dataDir, 'made-up-lists')
    const text = (name: string) =>
      readFile(join(folder, name), 'utf8').catch(() => {
        throw new CommandTrouble(`There is no demo in ${dataDir}.`, 'Start it once with "npm run demo".')
      })
    const [truth, work] = await Promise.all([text('truth.csv'), text('people.jsonl')])
    const ready = await openFor({
      config,
      clock,
      log,
      kind: 'demo',
      what: 'connexions matching audit-demo',
      dataDir,
      mayUseServer: false,
      join: true,
    })
    try {
      const { database } = ready
      const [demo] = await database.transaction(commandActing(clock, 'audit-demo'), listPartnerships)
      if (!demo) throw new CommandTrouble(`There is no demo in ${dataDir}.`, 'Start it once with "npm run demo".')
      const { records, asked } = await database.transaction(commandActing(clock, 'audit-demo', demo.id), tx =>
        asHouse(tx, 'the demo’s own truth', async worker => ({
          records: await listRowPersons(worker),
          asked: await listAsked(worker),
        })),
      )
      const rows = readTruth(truth, records)
      for (const line of linesOf(auditDemo(rows, asked, readTwins(work)))) say(line)
      return 0
    } finally {
      await ready.close()
    }
  },
}

function linesOf(audit: DemoAudit): string[] {
  const place = ({ file, row, notes }: AuditedRow) => `${file} row ${row}${notes === '' ? '' : ` (${notes})`}`
  const share = audit.pairs === 0 ? 100 : (100 * audit.found) / audit.pairs
  return [
    `${audit.rows} rows of ${audit.people} people; ${audit.waiting} rows wait for a person's answer, are to be mended or were not kept.`,
    `${audit.found} of ${audit.pairs} pairs of rows of one person are on one record (${share.toFixed(2)}%).`,
    '',
    `Wrong links: ${audit.wrong.length}`,
    ...audit.wrong.flatMap(({ record, rows }) => [
      `  record ${record} holds ${new Set(rows.map(r => r.truth)).size} people:`,
      ...rows.map(r => `    ${r.truth}  ${place(r)}`),
    ]),
    `Missed pairs: ${audit.missed.length} people are on more than one record, ${audit.missed.filter(m => m.isAsked).length} of them are being asked about`,
    ...audit.missed.flatMap(({ truth, rows, isAsked }) => [
      `  ${truth}${isAsked ? ', being asked about' : ''}:`,
      ...rows.map(r => `    record ${r.record}  ${place(r)}`),
    ]),
    `Twins joined: ${audit.twinsJoined.length} of ${audit.twins} pairs`,
    ...audit.twinsJoined.map(([a, b]) => `  ${a} and ${b}`),
  ]
}
