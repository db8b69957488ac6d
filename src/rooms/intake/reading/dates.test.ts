import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayFromParts, formatDay } from '#ground/day.ts'
import { judgeDateColumn } from './date-column.ts'
import { readDate } from './dates.ts'

const BIRTHS = { from: 1916, to: 2026 }

describe('Dates', () => {
  it.each([
    ['3/3/2009', '2009-03-03'],
    ['03-03-09', '2009-03-03'],
    ['03.03.2009', '2009-03-03'],
    ['3 Mar 2009', '2009-03-03'],
    ['3-Mar-09', '2009-03-03'],
    ['03 March 2009', '2009-03-03'],
    ['3rd of March 2009', '2009-03-03'],
    ['Tuesday 3 March 2009', '2009-03-03'],
    ['Mar 3, 2009', '2009-03-03'],
    ['2009-03-03', '2009-03-03'],
    ['20090303', '2009-03-03'],
    ['03032009', '2009-03-03'],
    ['20012010', '2010-01-20'],
    ['03/03/2009 00:00:00', '2009-03-03'],
    ['2009-03-03T00:00:00.000Z', '2009-03-03'],
    ['4/3/2009', '2009-03-04'],
    ['29/02/2008', '2008-02-29'],
  ])('reads %s the British way', (typed, day) => {
    expect(readDate(typed, BIRTHS)).toEqual({ ok: true, value: day })
  })

  it.each([
    ['', 'empty', null],
    ['31/02/2010', 'no-such-day', null],
    ['29/02/2009', 'no-such-day', null],
    ['31 April 2009', 'no-such-day', null],
    ['00/03/2009', 'no-such-day', null],
    ['45/45/2009', 'no-such-day', null],
    ['03/04/0202', 'year-0202', '2002-04-03'],
    ['03/04/0209', 'year-0202', '2009-04-03'],
    ['0009-04-03', 'year-0202', '2009-04-03'],
    ['03/04/9999', 'year-0202', null],
    ['03/25/2009', 'ambiguous-american', '2009-03-25'],
    ['03/04/20', 'two-figure-year', null],
    ['03/04/1899', 'year-0202', null],
    ['03/04/2099', 'outside-years', null],
    ['2009-03-02T23:00:00Z', 'not-a-date', null],
    ['39875', 'not-a-date', null],
    ['in March', 'not-a-date', null],
    ['3 Marmalade 2009', 'not-a-date', null],
  ])('says what is wrong with "%s": %s', (typed, why, suggestion) => {
    expect(readDate(typed, BIRTHS)).toEqual({ ok: false, why, suggestion })
  })

  it('reads a spreadsheet’s own numbers only where the whole column is made of them', () => {
    expect(judgeDateColumn(['39875', '', '40000']).serials).toBe(true)
    expect(judgeDateColumn(['39875', '3/3/2009']).serials).toBe(false)
    expect(judgeDateColumn(['', '']).serials).toBe(false)
    expect(readDate('39875', { ...BIRTHS, serials: true })).toEqual({ ok: true, value: '2009-03-03' })
  })

  it.each([
    [['03/25/2009', '04/03/2009'], 'american'],
    [['25/03/2009', '04/03/2009'], 'british'],
    [['25/03/2009', '03/25/2009'], 'mixed'],
    [['04/03/2009', '2009-12-25'], 'either'],
  ])('judges the column %j: %s', (values, order) => {
    expect(judgeDateColumn(values).order).toBe(order)
  })

  it('reads every day back from every British form', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1930, max: 2026 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        (year, month, dayOfMonth) => {
          const day = dayFromParts(year, month, dayOfMonth)
          fc.pre(day !== undefined)
          const forms = [
            `${dayOfMonth}/${month}/${year}`,
            `${dayOfMonth}.${month}.${year}`,
            `${dayOfMonth}-${month}-${year}`,
            formatDay(day),
            day,
            day.replaceAll('-', ''),
          ]
          for (const form of forms) expect(readDate(form, BIRTHS), form).toEqual({ ok: true, value: day })
        },
      ),
    )
  })

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        expect(typeof readDate(text, BIRTHS).ok).toBe('boolean')
      }),
    )
  })
})
