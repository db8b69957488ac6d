import { describe, expect, it } from 'vitest'
import { type Day, toDay } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import { ok, refused } from '#ground/result.ts'
import type { DayCell, OnRoll } from '../absences/file/absence-file.ts'
import { GUARANTEE_CODES } from './codes.ts'
import { judgePasted, readPasted, statusOf } from './pasting.ts'

const born = (cell: string): DayCell => {
  const [day, month, year] = cell.split('/')
  if (cell === '') return refused('empty')
  return year === undefined ? refused('wrong') : ok(toDay(`${year}-${month}-${day}`))
}
function someone(family: string, given: string, bornOn: string, uln: string): OnRoll {
  const personId = `${family}-${given}` as PersonId
  return { personId, given, family, bornOn: bornOn as Day, names: [{ given, family }], ulns: [uln], upns: [] }
}
const roll = [
  someone('Example', 'Amira', '2011-03-04', '1000000108'),
  someone('Sample', 'Siân', '2010-11-30', '1000000116'),
  someone('Sample', 'Tom', '2010-03-30', ''),
]
const judged = (text: string) => judgePasted(readPasted(text), roll, born, () => ['110', '140', '151', '159'])

describe('A status as a school says it', () => {
  it.each([
    ['110', '110'],
    [' 140 Application made', '140'],
    ['Offer made', '110'],
    ['NOT APPLIED', '151'],
    ['Unable to contact', '154'],
    ['No appropriate provision', '150'],
    ['999', undefined],
    ['1100', undefined],
    ['perhaps', undefined],
    ['', undefined],
  ])('%s is %s', (cell, code) => {
    expect(statusOf(cell)).toBe(code)
  })

  it('in the words of each code is that code', () => {
    for (const one of GUARANTEE_CODES) expect(statusOf(one.label), one.label).toBe(one.code)
  })
})

describe('Rows from a school', () => {
  it('are read with tabs, semicolons or commas, and name somebody by birth date or ULN', () => {
    const { good, troubled } = judged(
      'Example\tAmira\t04/03/2011\toffer made\n\nsample; sian; 1000000116; 140\r\n"Sample","Tom","30/03/2010","151"',
    )
    expect(troubled).toEqual([])
    expect(good).toEqual([
      { line: 1, personId: 'Example-Amira', code: '110' },
      { line: 3, personId: 'Sample-Siân', code: '140' },
      { line: 4, personId: 'Sample-Tom', code: '151' },
    ])
  })

  it.each([
    ['Nobody\tNever\t04/03/2011\t110', 'not-ours'],
    ['Example\tAmira\t05/03/2011\t110', 'not-ours'],
    ['Example\tAmira\tspring 2011\t110', 'born-wrong'],
    ['Example\tAmira\t\t110', 'who-missing'],
    ['Sample\tTom\t1000000116\t110', undefined],
    ['Example\tAmira\t1000000116\t110', 'number-and-name'],
    ['Example\tAmira\t1000000109\t110', 'uln-wrong'],
    ['Example\tAmira\t04/03/2011\t', 'status-missing'],
    ['Example\tAmira\t04/03/2011\tmaybe', 'status-unknown'],
    ['Example\tAmira\t04/03/2011\t114', 'status-not-theirs'],
    ['Example', 'who-missing'],
  ])('%s: %s', (text, trouble) => {
    const { troubled } = judged(text)
    expect(troubled[0]?.trouble).toBe(trouble)
  })

  it('that say the same young person twice count once, and the second is told', () => {
    const { good, troubled } = judged('Example\tAmira\t04/03/2011\t110\nExample\tAmira\t04/03/2011\t140')
    expect([good.length, troubled]).toEqual([1, [expect.objectContaining({ line: 2, trouble: 'twice' })]])
  })
})
