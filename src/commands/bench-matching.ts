/** `connexions bench-matching`: the matching against a truth that is known. */
import { parseArgs } from 'node:util'
import { FileTrouble } from '../bench/matching/reading.ts'
import { measureMatching } from '../bench/matching/run.ts'
import { type Command, CommandTrouble } from './command.ts'

export const benchMatching: Command = {
  usage:
    'bench-matching --records FILE [--with FILE2] --map MAP.json|auto --truth COLUMN|febrl [--without NAME,...] [--out FILE] | --generate N [--twins K] [--seed S]   measures the matching on a labelled file, or on people made up for it',
  async run(args, { say }) {
    const { values } = parseArgs({
      args,
      options: {
        records: { type: 'string' },
        with: { type: 'string' },
        map: { type: 'string' },
        truth: { type: 'string' },
        without: { type: 'string' },
        out: { type: 'string' },
        generate: { type: 'string' },
        twins: { type: 'string' },
        seed: { type: 'string' },
      },
    })
    const generate = values.generate === undefined ? undefined : countOf(values.generate, '--generate', 10, 5_000_000)
    if (generate === undefined && values.truth === undefined)
      throw new CommandTrouble('Name the column of the truth with --truth.', 'For FEBRL files: --truth febrl.')
    try {
      const result = await measureMatching({
        records: values.records,
        with: values.with,
        map: values.map ?? 'auto',
        truth: values.truth ?? 'person',
        without: (values.without ?? '')
          .split(',')
          .map(name => name.trim())
          .filter(Boolean),
        out: values.out,
        generate,
        twins: values.twins === undefined ? 0 : countOf(values.twins, '--twins', 0, 1_000_000),
        seed: values.seed === undefined ? 1 : countOf(values.seed, '--seed', 0, 4_294_967_295),
        say,
      })
      say(JSON.stringify(result, null, 2))
      return 0
    } catch (trouble) {
      if (trouble instanceof FileTrouble) throw new CommandTrouble(trouble.message)
      throw trouble
    }
  },
}

function countOf(text: string, option: string, least: number, most: number): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < least || count > most)
    throw new CommandTrouble(`${option} must be ${least} to ${most}.`)
  return count
}
