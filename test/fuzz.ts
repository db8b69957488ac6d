/**
 * Sends damaged and sound files of every format through their readers: each must come to rows or to a word why not, in bounded time, and
 * every bad row of a sound file must be told with its place.
 *
 *     npm run -s test:fuzz -- --cases 100000 --seed 1
 *
 * The same seed makes the same files; what is found is made smaller by itself and printed.
 */
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { damagedFile, fuzzFolder, soundFile } from '#test/fuzzed-files.ts'

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
})
const cases = Number(values.cases)
const seed = Number(values.seed)
const say = (line: string) => process.stdout.write(`${line}\n`)
const files = fuzzFolder()
const counts = { read: 0, refused: 0 }
const began = performance.now()
try {
  const sound = Math.floor(cases / 4)
  await fc.assert(
    fc.asyncProperty(soundFile, async file => {
      const came = await files.read(file.format, file.bytes)
      if ('refused' in came) throw new Error(`a sound file was refused: ${came.refused}`)
      counts.read += 1
      if (JSON.stringify(came.bad) !== JSON.stringify(file.bad) || came.rows.length !== file.rows)
        throw new Error(`in trouble are ${file.bad.join()}, told were ${came.bad.join()} of ${came.rows.length} rows`)
    }),
    { numRuns: sound, seed },
  )
  say(`${sound} sound files: every row read, every bad one told with its place`)
  await fc.assert(
    fc.asyncProperty(damagedFile, async file => {
      const came = await files.read(file.format, file.bytes)
      counts['refused' in came ? 'refused' : 'read'] += 1
    }),
    { numRuns: cases - sound, seed },
  )
  say(`${cases - sound} damaged files: rows or a word why not`)
  say(
    `fuzz: ${cases} cases, ${counts.read} read, ${counts.refused} refused, ${Math.round((performance.now() - began) / 1000)} s, seed ${seed}`,
  )
} catch (trouble) {
  say((trouble as Error).message)
  process.exitCode = 1
} finally {
  files.clear()
}
