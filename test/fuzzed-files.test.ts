/** A few hundred of the files that `npm run test:fuzz` sends by the hundred thousand. */
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { damagedFile, fuzzFolder, soundFile } from '#test/fuzzed-files.ts'

const files = fuzzFolder()
afterAll(() => files.clear())

describe('A file of any format', () => {
  it('that is sound is read to its end, and every bad row is told with its place', async () => {
    await fc.assert(
      fc.asyncProperty(soundFile, async file => {
        const came = await files.read(file.format, file.bytes)
        expect('refused' in came ? came : came.bad).toEqual(file.bad)
        expect('rows' in came && came.rows.length).toBe(file.rows)
      }),
      { numRuns: 100, seed: 1 },
    )
  })

  it('that is damaged is rows or a word why not, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(damagedFile, async file => {
        const came = await files.read(file.format, file.bytes)
        expect('rows' in came || came.refused !== '').toBe(true)
      }),
      { numRuns: 300, seed: 1 },
    )
  })
})
