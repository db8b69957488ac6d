import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, schoolYearOn, toDay } from '#ground/day.ts'
import { RETURN_CASES } from '#test/return-cases.ts'
import { isNeet } from '../rules.ts'
import { academicAgeOf, groupOfNode, nodeOfGroup, yearGroupOf } from './age.ts'
import { AUTHORITIES } from './authorities.ts'
import { ACTIVITIES } from './codes.ts'
import { EXAMPLE_PERIOD, exampleContext, exampleRecord } from './examples.ts'
import { factsOf } from './facts.ts'
import { isInForce } from './listed.ts'
import { listsOf } from './lists.ts'
import { brokenBy, RECORD_RULES, rulesFor } from './rules/all.ts'
import { isAdvice, priorityOf } from './rules/rule.ts'
import { howKnown, RETURN_YEARS, readYear, returnYearOf, yearText } from './year.ts'

function brokenIn(record: ReturnType<typeof exampleRecord>, period = EXAMPLE_PERIOD): string[] {
  const context = exampleContext(period)
  return brokenBy(rulesFor(context), record, factsOf(record, context), context).map(one => one.key)
}

describe('Errors of one person, each by its number', () => {
  it.each(
    RETURN_CASES.map(one => {
      const rule = RECORD_RULES.find(known => known.key === one.key)
      return { ...one, error: rule?.error ?? 'no such rule', sure: rule?.sure ?? 'no such rule' }
    }),
  )('$error ($sure): $key: tells $bad and lets $good pass', ({ key, bad, good, also = [], period, yearGroup }) => {
    expect(brokenIn(exampleRecord(bad, period, yearGroup), period).toSorted()).toEqual([key, ...also].toSorted())
    expect(brokenIn(exampleRecord(good, period, yearGroup), period)).toEqual([])
  })

  it('has such a pair for every rule, and no two rules are called the same', () => {
    const keys = RECORD_RULES.map(one => one.key)
    expect(keys.filter(key => !RETURN_CASES.some(one => one.key === key))).toEqual([])
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  })

  it('knows every number of the published list that is about one person', () => {
    const listed =
      '1 2 3 4 5 6 7 8 9 10 11 13 14 15 19 24 25 26 27 29 30 31 32 34 35 36 37 38 39 40 41 42 43 44 45 46 100 101 102 103 104 200 201 202 203 220 221 224 225 226 ' +
      '228 229 230 231 232 233 234 235 237 238 242 243 244 251 253 254 255 256 257 258 259 260 261 262 301 302 303 304 305 306 902 903 905 906 909'
    const known = new Set(RECORD_RULES.flatMap(one => one.error.split(', ')))
    expect(listed.split(' ').filter(number => !known.has(number))).toEqual([])
  })

  it('finds nothing to say about a made-up young person of any year, month and year group', () => {
    for (const year of RETURN_YEARS)
      for (let month = 0; month < 12; month++) {
        const period = addDays(addMonths(toDay(`${year}-05-01`), month), -1)
        for (const group of [11, 12, 13, 14, 16] as const)
          expect([period, group, brokenIn(exampleRecord({}, period, group), period)]).toEqual([period, group, []])
      }
  })

  it('asks nothing that hangs on the header where the header does not say', () => {
    const context = {
      ...exampleContext(),
      periodEnd: undefined,
      databases: new Set<string>(),
      authorities: new Set<string>(),
    }
    const record = exampleRecord({ YoungPersonsID: '9990000000001', LeadLEA: '381', DOB: '1990-01-01' })
    expect(brokenBy(rulesFor(context), record, factsOf(record, context), context)).toEqual([])
  })

  it('takes 908 for advice and no other, and says of no other what its priority is', () => {
    for (const year of RETURN_YEARS) {
      expect([priorityOf('908', year), isAdvice('908', year)]).toEqual([3, true])
      for (const { error } of RECORD_RULES)
        expect([priorityOf(error, year), isAdvice(error, year)]).toEqual(['unknown', false])
    }
  })

  it('shows no name, address, birth date or number of a person with any rule', () => {
    const never = /Name$|Address|Town|County|Postcode|DOB|YPID|PersonsID|UniqueLearner|UniquePupil/
    expect(
      RECORD_RULES.flatMap(one => one.shows).filter(item => never.test(item) && item !== 'EstablishmentName'),
    ).toEqual([])
  })
})

describe('Years of the return', () => {
  it('begin in April', () => {
    expect(returnYearOf(toDay('2020-03-31'))).toBe(2019)
    expect(returnYearOf(toDay('2020-04-01'))).toBe(2020)
    expect(RETURN_YEARS.map(yearText).join(' ')).toMatch(/^2015-16 .* 2019-20 .* 2026-27$/)
    expect(readYear('2019-20')).toBe(2019)
    for (const wrong of ['2019', '2019-21', '2014-15', '2027-28', '']) expect(readYear(wrong)).toBeUndefined()
    expect(yearText(1999)).toBe('1999-00')
  })

  it('say how well they are known', () => {
    expect(RETURN_YEARS.map(howKnown)).toEqual(
      RETURN_YEARS.map(year =>
        year === 2015 || year === 2019 ? 'read' : year === 2020 ? 'changes-read' : 'carried-over',
      ),
    )
  })

  it('have lists of their own', () => {
    expect(
      [2015, 2019].map(year => [...listsOf(year).genders].toSorted((a, b) => a.localeCompare(b)).join('')),
    ).toEqual(['FMNU', 'FMUW'])
    expect([2019, 2020].map(year => listsOf(year).ethnicities.has('BBRI'))).toEqual([false, true])
    expect([2017, 2018].map(year => listsOf(year).activities.has('720'))).toEqual([true, false])
    expect([2019, 2026].map(year => listsOf(year).characteristics.has('210'))).toEqual([false, true])
    expect(listsOf(2015).destinations.has('110')).toBe(false)
    expect(listsOf(2030)).toBe(listsOf(2026))
  })

  it('have the 153 authorities of 2025, and in 2019-20 Cumbria and Northamptonshire in place of their four', () => {
    const of = (year: number) => AUTHORITIES.filter(one => isInForce(one, year)).map(one => one.code)
    expect(of(2025).filter(code => code !== '702')).toHaveLength(153)
    const four = ['940', '941', '942', '943']
    expect(of(2025).filter(code => !of(2019).includes(code))).toEqual(four)
    expect(of(2019).filter(code => !of(2025).includes(code))).toEqual(['928', '909'])
  })

  it('ask for NEETStartDate for just the codes of the published text', () => {
    const neet = ACTIVITIES.map(one => one.code).filter(isNeet)
    expect(neet.join(' ')).toBe('540 610 615 616 619 620 630 640 650 660 670 680')
  })
})

describe('Year groups of a return', () => {
  const days = fc.integer({ min: 0, max: 3652 }).map(count => addDays(toDay('2015-04-01'), count))
  const births = fc.integer({ min: 0, max: 9000 }).map(count => addDays(toDay('1990-01-01'), count))

  it('are those of the school year, on every day of every year', () => {
    fc.assert(fc.property(births, days, (born, on) => yearGroupOf(born, on) === schoolYearOn(born, on)))
  })

  it('turn over on 1 September, also for whoever is born on 29 February', () => {
    expect(yearGroupOf(toDay('2004-02-29'), toDay('2020-08-31'))).toBe(11)
    expect(yearGroupOf(toDay('2004-02-29'), toDay('2020-09-30'))).toBe(12)
    expect(yearGroupOf(toDay('2004-08-31'), toDay('2020-09-30'))).toBe(12)
    expect(yearGroupOf(toDay('2004-09-01'), toDay('2020-09-30'))).toBe(11)
    expect(academicAgeOf(12)).toBe(16)
  })

  it('know whose guarantee it is in which month: to March those who have moved up', () => {
    const groups = (day: string) => (['Year11', 'Year12'] as const).map(node => groupOfNode(node, toDay(day)))
    for (const day of ['2020-04-30', '2020-08-31']) expect(groups(day)).toEqual([11, 12])
    for (const day of ['2019-09-30', '2019-12-31', '2020-01-31', '2020-02-29', '2020-03-31'])
      expect(groups(day)).toEqual([12, 13])
    expect(nodeOfGroup(12, toDay('2020-04-30'))).toBe('Year12')
    expect(nodeOfGroup(12, toDay('2020-03-31'))).toBe('Year11')
    expect(nodeOfGroup(14, toDay('2020-03-31'))).toBeUndefined()
  })

  it('let somebody born on 29 February be 15 on 1 March of other years', () => {
    // In Year 12 in November 2020.
    const neet = (NEETStartDate: string) => {
      const period = toDay('2020-11-30')
      const changes = {
        DOB: '2004-02-29',
        ActivityCode: '619',
        DueToLapseDate: '',
        PredictedEndDate: '',
        NEETStartDate,
      }
      return brokenIn(exampleRecord(changes, period), period)
    }
    expect(neet('2019-02-28')).toEqual(['NEETStartDate before 15'])
    expect(neet('2019-03-01')).toEqual([])
  })
})
