import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { academicYearStart, addDays, ageOn, type Day, schoolYearOn, toDay, weekday } from '#ground/day.ts'
import { ACTIVITY_CODES } from '../codes.ts'
import { isNeet } from '../rules.ts'
import { academicAge, cohortOf, dutyOf, isUnderDuty, neetSince, participationOf, schoolLeavingDay } from './rules.ts'

const days = (from: string, to: string): fc.Arbitrary<Day> =>
  fc
    .date({ min: new Date(`${from}T00:00:00Z`), max: new Date(`${to}T00:00:00Z`), noInvalidDate: true })
    .map(date => toDay(date.toISOString().slice(0, 10)))

describe('Academic age', () => {
  it.each([
    ['the last of a year', '2010-08-31', '2026-09-01', 16],
    ['the first of the next', '2010-09-01', '2026-09-01', 15],
    ['the day before the year turns', '2010-08-31', '2026-08-31', 15],
    ['born on a leap day', '2008-02-29', '2026-11-28', 18],
    ['born on a leap day, the year before', '2008-02-29', '2026-08-31', 17],
  ])('%s', (_words, born, on, age) => {
    expect(academicAge(toDay(born), toDay(on))).toBe(age)
  })

  it('is four more than the school year, stays through an academic year and grows by one into the next', () => {
    fc.assert(
      fc.property(days('1995-01-01', '2015-12-31'), days('2016-01-01', '2030-12-31'), (born, on) => {
        const start = academicYearStart(on)
        expect(academicAge(born, on)).toBe(schoolYearOn(born, on) + 4)
        expect(academicAge(born, start)).toBe(academicAge(born, on))
        expect(academicAge(born, addDays(start, -1))).toBe(academicAge(born, start) - 1)
      }),
    )
  })
})

describe('The end of compulsory school age', () => {
  it.each([
    ['16 in the autumn', '2010-09-01', '2027-06-25'],
    ['16 in spring', '2010-03-15', '2026-06-26'],
    ['16 in August, after the Friday', '2010-08-31', '2026-06-26'],
    ['16 on a 29 February there is', '2008-02-29', '2024-06-28'],
    ['where the thirtieth is the Friday', '2007-05-01', '2023-06-30'],
  ])('%s', (_words, born, on) => {
    expect(schoolLeavingDay(toDay(born))).toBe(on)
  })

  it('is the last Friday of June of the academic year somebody becomes 16', () => {
    fc.assert(
      fc.property(days('1995-01-01', '2015-12-31'), born => {
        const on = schoolLeavingDay(born)
        expect([weekday(on), on.slice(5, 7), addDays(on, 7).slice(5, 7)]).toEqual([5, '06', '07'])
        expect(ageOn(born, addDays(academicYearStart(on), 364))).toBeGreaterThanOrEqual(16)
        expect(ageOn(born, addDays(academicYearStart(on), -1))).toBe(15)
      }),
    )
  })
})

describe('Whom the return asks for', () => {
  it.each([
    ['Year 10', '2011-09-01', false, '2026-11-28', 'outside'],
    ['Year 11', '2010-09-01', false, '2026-11-28', 'year-11'],
    ['academic age 16', '2010-08-31', false, '2026-11-28', 'sixteen-seventeen'],
    ['academic age 17, the oldest', '2008-09-01', false, '2026-11-28', 'sixteen-seventeen'],
    ['academic age 18', '2008-08-31', false, '2026-11-28', 'outside'],
    ['academic age 18 with a plan', '2008-08-31', true, '2026-11-28', 'plan'],
    ['academic age 24 with a plan', '2001-09-01', true, '2026-11-28', 'plan'],
    ['academic age 25 with a plan', '2001-08-31', true, '2026-11-28', 'outside'],
    ['academic age 18 to August 2016', '1997-08-31', false, '2016-08-31', 'eighteen'],
    ['academic age 18 from September 2016', '1998-08-31', false, '2016-09-01', 'outside'],
    ['academic age 25 with a plan to August 2016', '1990-08-31', true, '2016-08-31', 'plan'],
  ])('%s', (_words, born, hasPlan, on, cohort) => {
    expect(cohortOf({ bornOn: toDay(born), hasPlan }, toDay(on))).toBe(cohort)
  })
})

describe('Participation and duty are two flags', () => {
  it.each([
    ['210', 'full-time-education', 'meets'],
    ['310', 'apprenticeship', 'meets'],
    ['460', 'work-based-learning', 'meets'],
    ['250', 'part-time-education', 'depends'],
    ['381', 'employment-with-study', 'meets'],
    ['430', 'other-training', 'depends'],
    ['530', null, 'meets'],
    ['260', null, 'does-not-meet'],
    ['615', null, 'does-not-meet'],
    ['616', null, 'start-agreed'],
    ['330', null, 'does-not-meet'],
    ['340', null, 'depends'],
    ['440', null, 'outside'],
    ['710', null, 'outside'],
    ['720', null, 'outside'],
    ['619', null, 'does-not-meet'],
    ['810', null, 'not-known'],
    ['140', null, 'compulsory'],
    ['150', null, 'compulsory'],
    ['999', null, 'not-known'],
  ])('%s', (code, head, duty) => {
    expect([participationOf(code), dutyOf(code)]).toEqual([head, duty])
  })

  it('counts nobody as participating and NEET, and nobody of compulsory age as either', () => {
    for (const { code, group } of ACTIVITY_CODES.values()) {
      const flags = [participationOf(code) !== null, isNeet(code), group === 'not-known']
      expect(flags.filter(Boolean).length, code).toBeLessThanOrEqual(1)
      if (group === 'compulsory') expect(flags, code).toEqual([false, false, false])
    }
  })

  it.each([
    ['on the last day of school', '2010-03-15', null, null, '2026-06-26', false],
    ['the day after', '2010-03-15', null, null, '2026-06-27', true],
    ['the day before 18', '2010-03-15', null, null, '2028-03-14', true],
    ['at 18', '2010-03-15', null, null, '2028-03-15', false],
    ['with level 3', '2010-03-15', '2027-08-12', null, '2027-08-12', false],
    ['the day before level 3', '2010-03-15', '2027-08-12', null, '2027-08-11', true],
    ['who has died', '2010-03-15', null, '2027-01-05', '2027-01-05', false],
  ])('the duty: %s', (_words, born, level, died, on, isUnder) => {
    const who = {
      bornOn: toDay(born),
      levelThreeOn: level === null ? null : toDay(level),
      diedOn: died === null ? null : toDay(died),
    }
    expect(isUnderDuty(who, toDay(on))).toBe(isUnder)
  })
})

const spell = (code: string, from: string, to: string | null) => ({
  code,
  startedOn: toDay(from),
  finishedOn: to === null ? null : toDay(to),
})

describe('Since when somebody is NEET without a break', () => {
  it.each([
    ['one spell', [spell('619', '2026-03-01', null)], '2026-03-01'],
    ['two kinds of it', [spell('619', '2026-03-01', '2026-06-01'), spell('640', '2026-06-01', null)], '2026-03-01'],
    ['in any order', [spell('640', '2026-06-01', null), spell('619', '2026-03-01', '2026-06-01')], '2026-03-01'],
    [
      'not known between',
      [
        spell('619', '2026-01-01', '2026-03-01'),
        spell('810', '2026-03-01', '2026-06-01'),
        spell('619', '2026-06-01', null),
      ],
      '2026-06-01',
    ],
    [
      'a course between',
      [
        spell('619', '2026-01-01', '2026-03-01'),
        spell('230', '2026-03-01', '2026-06-01'),
        spell('619', '2026-06-01', null),
      ],
      '2026-06-01',
    ],
    [
      'a day between of which nothing is known',
      [spell('619', '2026-01-01', '2026-03-01'), spell('619', '2026-03-02', null)],
      '2026-03-02',
    ],
    ['in learning now', [spell('619', '2026-01-01', '2026-03-01'), spell('230', '2026-03-01', null)], undefined],
    ['ended, and nothing since', [spell('619', '2026-01-01', '2026-03-01')], undefined],
    [
      'a start that lies ahead',
      [spell('619', '2026-01-01', '2026-12-01'), spell('230', '2026-12-01', null)],
      '2026-01-01',
    ],
    ['nothing at all', [], undefined],
  ])('%s', (_words, spells, since) => {
    expect(neetSince(spells, toDay('2026-11-28'))).toBe(since)
  })

  it('never later than the spell of now, and all of it NEET', () => {
    const some = fc.array(
      fc.record({
        code: fc.constantFrom('619', '640', '810', '230'),
        length: fc.integer({ min: 1, max: 200 }),
        gap: fc.constantFrom(0, 0, 0, 5),
      }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(some, parts => {
        let at = toDay('2020-01-01')
        const spells = parts.map((part, index) => {
          const startedOn = addDays(at, part.gap)
          at = addDays(startedOn, part.length)
          return { code: part.code, startedOn, finishedOn: index === parts.length - 1 ? null : at }
        })
        const since = neetSince(spells, toDay('2026-11-28'))
        const last = spells.at(-1)
        expect(since !== undefined).toBe(last !== undefined && isNeet(last.code))
        if (since === undefined) return
        const within = spells.filter(one => one.startedOn >= since)
        expect(within.every(one => isNeet(one.code))).toBe(true)
        expect(within[0]?.startedOn).toBe(since)
      }),
    )
  })
})
