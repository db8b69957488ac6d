import { describe, expect, it } from 'vitest'
import { BANK_HOLIDAYS_COVER, bankHolidays, bankHolidaysFrom, easterSunday } from './bank-holidays.ts'
import { isWorkingDay, nextWorkingDay, toDay, weekday } from './day.ts'

describe('Bank holidays of England', () => {
  it.each([
    [2020, '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28'],
    [2021, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28'],
    [2022, '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'],
    [2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26'],
    [2024, '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26'],
    [2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
    [2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
    [2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
    [2028, '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26'],
  ])('of %i are those that are published', (year, days) => {
    expect(bankHolidays(year)).toEqual(days.split(' ').map(day => `${year}-${day}`))
  })

  it.each([
    [1961, '1961-04-02'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2038, '2038-04-25'],
  ])('Easter of %i is on %s', (year, day) => {
    expect(easterSunday(year)).toBe(day)
  })

  it('follow the rule in a year nothing is known of yet: eight weekdays, each once', () => {
    for (let year = BANK_HOLIDAYS_COVER.to + 1; year < 2100; year++) {
      const days = bankHolidays(year)
      expect(new Set(days).size, String(year)).toBe(8)
      for (const day of days) expect([1, 2, 3, 4, 5], day).toContain(weekday(day))
    }
  })

  it.each([
    ['2026-12-24', '2026-12-29'],
    ['2027-12-31', '2028-01-04'],
    ['2027-03-25', '2027-03-30'],
    ['2041-12-24', '2041-12-27'],
  ])('the working day after %s is %s', (from, next) => {
    const day = toDay(from)
    expect(nextWorkingDay(day, bankHolidaysFrom(day))).toBe(next)
    expect(isWorkingDay(toDay(next), bankHolidaysFrom(day))).toBe(true)
  })
})
