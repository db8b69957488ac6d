import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, toDay } from '#ground/day.ts'
import { choice, choices, yesNo } from './choice.ts'
import { cleanLine, cleanLines } from './clean.ts'
import { day } from './day-field.ts'
import { dayWords } from './examples.ts'
import type { Field } from './field.ts'
import { addError, form } from './form.ts'
import { integer } from './integer.ts'
import { email, hidden, longText, secret, text } from './text.ts'
import { time } from './time-field.ts'

type Case = readonly [name: string, body: Record<string, unknown>, expected: unknown]

/** A value, or the message and the place it leads to. */
function readOne(field: Field<unknown>, body: unknown): unknown {
  const reading = form({ q: field }).read(body)
  if (reading.ok) return reading.value.q
  const { message, href, boxes } = reading.errors[0] ?? { message: '', href: '' }
  return boxes ? `${message} -> ${href} [${boxes.join()}]` : `${message} -> ${href}`
}

function table(title: string, field: unknown, cases: readonly Case[]): void {
  describe(title, () => {
    it.each(cases)('%s', (_, body, expected) => expect(readOne(field as Field<unknown>, body)).toEqual(expected))
  })
}

table('a line of text', text({ missing: 'Say it', max: 10, tooLong: 'Too long' }), [
  ['is taken as typed', { q: 'Sample' }, 'Sample'],
  ['loses the space round it and within it', { q: '  Two \t words\r\n' }, 'Two words'],
  ['is missing when only white space', { q: ' \u00a0\n' }, 'Say it -> #q'],
  ['is missing when not there', {}, 'Say it -> #q'],
  ['is missing when it is not text', { q: { toString: 'no' } }, 'Say it -> #q'],
  ['is the first when it comes twice', { q: ['one', 'two'] }, 'one'],
  ['may have the greatest length', { q: '1234567890' }, '1234567890'],
  ['may not be longer', { q: '12345678901' }, 'Too long -> #q'],
  ['loses control and direction characters', { q: 'a\u0000b\u202ec\u2066d\u200be\ufeff' }, 'abcde'],
  ['loses half characters, which cannot be stored', { q: 'a\ud800b' }, 'ab'],
  ['is composed, so that one name is one text', { q: 'Sia\u0302n' }, 'Siân'],
])

table('text that may be left out', text({ optional: true, max: 10, tooLong: 'Too long' }), [
  ['reads as nothing', { q: ' ' }, null],
  ['is still bounded', { q: '12345678901' }, 'Too long -> #q'],
])

table('several lines', longText({ missing: 'Say it', max: 20, tooLong: 'Too long' }), [
  ['keep their breaks, of every kind', { q: 'a\r\nb\rc\u2028d' }, 'a\nb\nc\nd'],
  ['lose the space at the ends of lines', { q: ' a  \n b ' }, 'a\n b'],
])

table('an email address', email({ missing: 'Say it', notAnEmail: 'Not one' }), [
  ['is taken', { q: ' dana@partnership.example ' }, 'dana@partnership.example'],
  ['needs an at', { q: 'dana' }, 'Not one -> #q'],
  ['needs a dot after it', { q: 'dana@example' }, 'Not one -> #q'],
  ['has no space', { q: 'da na@example.org' }, 'Not one -> #q'],
  ['is not longer than mail allows', { q: `${'a'.repeat(250)}@example.org` }, 'Not one -> #q'],
])

table('a choice', choice(['red', 'green'], { missing: 'Choose' }), [
  ['is one of those offered', { q: 'green' }, 'green'],
  ['refuses what was not offered', { q: 'blue' }, 'Choose -> #q'],
  ['must be made', {}, 'Choose -> #q'],
])
table('a choice that may be left', choice(['red', 'green'], { optional: true, notOffered: 'Not there' }), [
  ['reads as nothing', { q: '' }, null],
  ['refuses what was not offered', { q: 'blue' }, 'Not there -> #q'],
])
table('choices', choices(['a', 'b', 'c'], { missing: 'Choose' }), [
  ['come in the order offered, each once', { q: ['c', 'a', 'a'] }, ['a', 'c']],
  ['may be one', { q: 'b' }, ['b']],
  ['need one', { q: [] }, 'Choose -> #q'],
  ['refuse what was not offered', { q: ['a', 'z'] }, 'Choose -> #q'],
])
table('yes or no', yesNo({ missing: 'Choose' }), [
  ['is yes', { q: 'yes' }, true],
  ['is no', { q: 'no' }, false],
  ['is not silence', {}, 'Choose -> #q'],
])
table('a whole number', integer({ missing: 'Say', notANumber: 'NaN', min: -5, max: 5000, outOfRange: 'Far' }), [
  ['is read', { q: ' 42 ' }, 42],
  ['may have its thousands parted', { q: '1,234' }, 1234],
  ['may be below nought', { q: '-3' }, -3],
  ['has no fraction', { q: '1.5' }, 'NaN -> #q'],
  ['is not a word', { q: 'ten' }, 'NaN -> #q'],
  ['stays in its range', { q: '5001' }, 'Far -> #q'],
  ['is never minus nought', { q: '-0' }, 0],
])

function d(dayOfMonth: string, month: string, year: string): Record<string, string> {
  return { 'q-day': dayOfMonth, 'q-month': month, 'q-year': year }
}
const limits = {
  notBefore: { day: toDay('2000-01-01'), message: 'Too early' },
  notAfter: { day: toDay('2026-11-23'), message: 'Too late' },
}
table('a day', day({ missing: 'When?', ...dayWords, ...limits }), [
  ['is read from figures', d('3', '03', '2009'), '2009-03-03'],
  ['is read from the name of a month', d('3', 'March', '2009'), '2009-03-03'],
  ['is read from a short name', d('3rd', 'Sept.', '2009'), '2009-09-03'],
  ['is read from a Welsh name', d('3', 'mawrth', '2009'), '2009-03-03'],
  ['is missing as a whole', {}, 'When? -> #q-day [day,month,year]'],
  ['says which box is empty', d('3', '', '2009'), 'Empty: month -> #q-month [month]'],
  ['says which boxes are empty', d('', '3', ''), 'Empty: day, year -> #q-day [day,year]'],
  ['says that a day is none', d('32', '3', '2009'), 'Wrong: day -> #q-day [day]'],
  ['says that a month is none', d('3', '13', '2009'), 'Wrong: month -> #q-month [month]'],
  ['says that a month is ambiguous', d('3', 'ma', '2009'), 'Wrong: month -> #q-month [month]'],
  ['says that a year has four figures', d('3', '3', '09'), 'Wrong: year -> #q-year [year]'],
  ['knows the months', d('31', '11', '2009'), 'No such day -> #q-day [day]'],
  ['knows leap years', d('29', '2', '2009'), 'No such day -> #q-day [day]'],
  ['is not too early', d('31', '12', '1999'), 'Too early -> #q-day [day,month,year]'],
  ['is not too late', d('24', '11', '2026'), 'Too late -> #q-day [day,month,year]'],
])
table('a day that may be left out', day({ optional: true, ...dayWords }), [
  ['reads as nothing', d('', ' ', ''), null],
  ['is still asked for whole', d('1', '', ''), 'Empty: month, year -> #q-month [month,year]'],
])

table('a time', time({ missing: 'When?', notATime: 'No time' }), [
  ['is read from a clock of 24 hours', { q: '14:05' }, '14:05'],
  ['may have one figure, a dot or nothing between', { q: '9.30' }, '09:30'],
  ['may be four figures', { q: '0930' }, '09:30'],
  ['may be of the afternoon', { q: '4:15 PM' }, '16:15'],
  ['may be an hour with its half of the day', { q: '4pm' }, '16:00'],
  ['knows noon and midnight', { q: '12am' }, '00:00'],
  ['may be in Welsh', { q: '4.15 yh' }, '16:15'],
  ['is not an hour alone, which may be either', { q: '4' }, 'No time -> #q'],
  ['has no 60th minute', { q: '9:60' }, 'No time -> #q'],
  ['has no 24th hour', { q: '24:00' }, 'No time -> #q'],
  ['has no 13 pm', { q: '13pm' }, 'No time -> #q'],
  ['is missing when empty', { q: '' }, 'When? -> #q'],
])

describe('a form', () => {
  const both = form(
    {
      from: integer({ missing: 'From?', notANumber: 'NaN', min: 0, max: 99, outOfRange: 'Far' }),
      to: integer({ missing: 'To?', notANumber: 'NaN', min: 0, max: 99, outOfRange: 'Far' }),
    },
    value => (value.to < value.from ? [{ field: 'to', message: 'Ends before it starts' }] : []),
  )

  it('tells all errors at once, in the order asked, and keeps the answers', () => {
    expect(both.read({ from: 'x' })).toEqual({
      ok: false,
      fields: { from: 'from', to: 'to' },
      answers: { from: 'x', to: '' },
      errors: [
        { field: 'from', href: '#from', message: 'NaN' },
        { field: 'to', href: '#to', message: 'To?' },
      ],
    })
  })
  it('checks fields against each other once each is right', () => {
    expect(both.read({ from: '5', to: '4' }).errors).toEqual([
      { field: 'to', href: '#to', message: 'Ends before it starts' },
    ])
    expect(both.read({ from: '4', to: '5' })).toMatchObject({ ok: true, value: { from: 4, to: 5 }, errors: [] })
  })
  it('leads to the first box of a day when only the whole can tell', () => {
    const two = form({ a: day({ missing: 'm', ...dayWords }) }, () => [{ field: 'a', message: 'Not then' }])
    const body = { 'a-day': '1', 'a-month': '1', 'a-year': '2020' }
    expect(two.read(body).errors).toEqual([{ field: 'a', href: '#a-day', message: 'Not then' }])
    expect(addError(two.empty(), 'Taken', 'a').errors[0]?.href).toBe('#a-day')
  })
  it('takes one more error from the action, with a field or without', () => {
    const state = addError(addError(both.empty(), 'They do not go together'), 'Taken', 'to')
    expect(state.errors).toEqual([
      { field: '', href: '', message: 'They do not go together' },
      { field: 'to', href: '#to', message: 'Taken' },
    ])
  })
  it('never keeps a secret, and leads nowhere for what nobody can mend', () => {
    const f = form({
      pass: secret({ missing: 'Type it', max: 5, tooLong: 'Long' }),
      version: hidden({ missing: 'Stale' }),
    })
    expect(f.read({ pass: ' 1234567 ' })).toMatchObject({
      answers: { version: '' },
      errors: [
        { field: 'pass', message: 'Long' },
        { field: 'version', href: '', message: 'Stale' },
      ],
    })
    expect(f.read({ pass: ' 12 ', version: '3' })).toMatchObject({ ok: true, value: { pass: ' 12 ', version: '3' } })
  })
})

describe('whatever is sent', () => {
  const everything = form({
    line: text({ missing: 'm', max: 20, tooLong: 't' }),
    lines: longText({ optional: true, max: 50, tooLong: 't' }),
    mail: email({ optional: true, notAnEmail: 'n' }),
    one: choice(['a', 'b'], { missing: 'm' }),
    some: choices(['a', 'b'], { optional: true, notOffered: 'n' }),
    born: day({ optional: true, ...dayWords }),
    count: integer({ optional: true, notANumber: 'n', min: 0, max: 9, outOfRange: 'o' }),
    sure: yesNo({ missing: 'm' }),
    at: time({ optional: true, notATime: 'n' }),
    pass: secret({ missing: 'm', max: 9, tooLong: 't' }),
  })
  const names = [
    'line',
    'lines',
    'mail',
    'one',
    'some',
    'born-day',
    'born-month',
    'born-year',
    'count',
    'sure',
    'at',
    'pass',
  ]
  const anyBody = fc.oneof(fc.anything(), fc.dictionary(fc.constantFrom(...names), fc.anything()))

  it('a form does not throw, and gives a value or says why not', () => {
    fc.assert(
      fc.property(anyBody, body => {
        const reading = everything.read(body)
        expect(reading.ok).toBe(reading.errors.length === 0)
      }),
    )
  })
  it('reading an answer once more gives the same answer', () => {
    fc.assert(
      fc.property(anyBody, body => {
        const { answers } = everything.read(body)
        expect(everything.read(answers).answers).toEqual(answers)
      }),
    )
  })
  it('cleaning twice is cleaning once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), typed => {
        expect(cleanLine(cleanLine(typed))).toBe(cleanLine(typed))
        expect(cleanLines(cleanLines(typed))).toBe(cleanLines(typed))
      }),
    )
  })
  it('every day there is can be typed', () => {
    const days = fc.integer({ min: 0, max: daysBetween(toDay('1900-01-01'), toDay('2200-12-31')) })
    const field = form({ q: day({ missing: 'm', ...dayWords }) })
    fc.assert(
      fc.property(days, count => {
        const value = addDays(toDay('1900-01-01'), count)
        expect(field.read(field.fill({ q: value }).answers)).toMatchObject({ ok: true, value: { q: value } })
      }),
    )
  })
})
