/** Whom a row of a place's file is about, and what is wrong with it: a table of rows. */
import { describe, expect, it } from 'vitest'
import { type Day, isDay, toDay } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import { ok, refused } from '#ground/result.ts'
import { FIELDS, type OnRoll } from './absence-file.ts'
import { type DayReaders, judgeRows } from './judging.ts'

const TODAY = toDay('2026-11-23')
const someone = (id: string, given: string, family: string, bornOn: string, ulns: string[] = []): OnRoll => ({
  ...{ personId: id as PersonId, given, family, bornOn: toDay(bornOn), ulns, upns: [] },
  names: [
    { given, family },
    { given: `${given} Middle`, family },
  ],
})
const ROLL = [
  someone('abe', 'Abe', 'Sample', '2009-03-03', ['1000000027']),
  someone('bea', 'Siân', 'O’Specimen', '2009-04-04'),
  someone('twin', 'Abe', 'Twin', '2010-01-01'),
  someone('other-twin', 'Abe', 'Twin', '2010-01-01'),
]
const read = (cell: string) => (cell === '' ? refused('empty') : isDay(cell) ? ok(cell as Day) : refused('wrong'))
const days = { born: read, day: read } as DayReaders

/** A row by its cells in the order of the fields: uln, upn, family, given, born, day, kind, reason, words, tried. */
function judged(...lines: readonly string[]) {
  const rows = lines.map((line, i) => {
    const cells = line.split('|')
    return { row: i + 2, isRagged: false, cells: Object.fromEntries(FIELDS.map((field, n) => [field, cells[n] ?? ''])) }
  })
  return judgeRows(rows, ROLL, days, TODAY)
}
const END = '2026-11-18|absent'

describe('A row of a file', () => {
  it.each([
    ['by number', `1000000027|||||${END}`, 'abe'],
    ['as a spreadsheet keeps a number', `="1000000027"|||||${END}`, 'abe'],
    ['by number with what agrees', `1000000027||SAMPLE|Abraham|2009-03-03|${END}`, 'abe'],
    ['by name and birth date, without accents', `||ospecimen|Sian|2009-04-04|${END}`, 'bea'],
    ['by name and birth date where we have no number', `1000000035||O’Specimen|Siân|2009-04-04|${END}`, 'bea'],
  ])('finds them %s', (_how, line, id) => {
    const { good, troubled } = judged(line)
    expect(troubled).toEqual([])
    expect(good[0]?.personId).toBe(id)
  })

  it.each([
    ['somebody nobody knows', `||Nobody|Here|2009-04-04|${END}`, 'not-ours'],
    ['a number nobody has', `1000000035|||||${END}`, 'not-ours'],
    ['a number that does not add up', `1000000028|||||${END}`, 'uln-wrong'],
    ['a number of somebody else', `1000000027||Specimen||2009-03-03|${END}`, 'number-and-name'],
    ['a number and another birth date', `1000000027||||2009-03-04|${END}`, 'number-and-name'],
    ['a name alone', `||Sample|Abe||${END}`, 'who-missing'],
    ['two of one name born on one day', `||Twin|Abe|2010-01-01|${END}`, 'two-of-them'],
    ['a birth date that is none', `||Sample|Abe|soon|${END}`, 'born-wrong'],
    ['no day', '1000000027||||||absent', 'day-missing'],
    ['a day that is none', '1000000027|||||yesterday|absent', 'day-wrong'],
    ['a day to come', '1000000027|||||2026-11-24|absent', 'in-future'],
    ['a day long ago', '1000000027|||||2025-11-01|absent', 'too-old'],
    ['a day before they were born', '1000000027|||||2008-11-01|absent', 'before-birth'],
    ['nothing of what happened', '1000000027|||||2026-11-18|', 'kind-missing'],
    ['something else that happened', '1000000027|||||2026-11-18|ill', 'kind-wrong'],
    ['a reason that is none', `1000000027|||||${END}|pregnant`, 'reason-wrong'],
    ['a formula', `||=HYPERLINK("x")|Abe|2009-03-03|${END}`, 'formula'],
    ['too many words', `1000000027|||||${END}||${'a'.repeat(501)}`, 'words-long'],
  ])('with %s is told so', (_what, line, trouble) => {
    expect(judged(line).troubled[0]?.troubles).toEqual([trouble])
  })

  it('is told of everything that is wrong with it at once', () => {
    expect(judged('||Nobody|Here|2009-04-04|soon|ill|pregnant').troubled[0]?.troubles).toEqual([
      ...['not-ours', 'day-wrong', 'kind-wrong', 'reason-wrong'],
    ])
  })

  it('about somebody who stands in the file before is left out, whatever it says', () => {
    const { good, troubled } = judged(`1000000027|||||${END}`, `||Sample|Abe|2009-03-03|2026-11-17|left`)
    expect([good.map(one => one.row), troubled.map(one => [one.row, one.troubles])]).toEqual([[2], [[3, ['twice']]]])
  })

  it('that is longer or shorter than the header is not guessed at', () => {
    const { troubled } = judgeRows([{ row: 4, cells: {}, isRagged: true }], ROLL, days, TODAY)
    expect(troubled).toEqual([{ row: 4, cells: {}, troubles: ['cells'] }])
  })
})
