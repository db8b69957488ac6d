import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decode } from './decode.ts'
import { allOf, file, inPieces, readWhole } from './examples.ts'
import { ListRefused } from './refusal.ts'
import { readTable } from './table.ts'

const WELSH = 'Name;Town\r\nSiân Sampleŵick;Hebden Bridge\r\nZoë Examplé;Ynys Môn\r\n'

describe('Reading a file', () => {
  it.each([
    ['utf-8', Buffer.from(WELSH)],
    ['utf-8-bom', Buffer.from(`\ufeff${WELSH}`)],
    ['utf-16le', Buffer.from(`\ufeff${WELSH}`, 'utf16le')],
    ['utf-16be', iconv.encode(WELSH, 'utf-16be', { addBOM: true })],
  ])('reads %s and says so, whatever the pieces it comes in', async (encoding, bytes) => {
    for (const size of [1, 2, 3, 7, 65_536]) {
      const whole = await readWhole(bytes, size)
      expect(whole.encoding).toBe(encoding)
      expect(whole.rows.map(row => row.cells['Name'])).toEqual(['Siân Sampleŵick', 'Zoë Examplé'])
    }
  })

  it('reads Windows-1252, and a file in both codes letter by letter', async () => {
    const old = iconv.encode('Name\r\nZoë Example – O’Demo\r\n', 'win1252')
    expect(await readWhole(old)).toMatchObject({
      encoding: 'windows-1252',
      rows: [{ cells: { Name: 'Zoë Example – O’Demo' } }],
    })
    const both = Buffer.concat([Buffer.from('Name\nSiân\nZoë\nRhûn\n'), iconv.encode('Chloé\n', 'win1252')])
    const decoded = await decode(inPieces(both))
    expect((await allOf(decoded.text)).join('')).toBe('Name\nSiân\nZoë\nRhûn\nChloé\n')
    expect(decoded.seen()).toEqual({ encoding: 'utf-8', strayBytes: 1 })
  })

  it('decides late when the first letters beyond ASCII come late', async () => {
    const plain = `Name\n${'Ann Example\n'.repeat(20_000)}`
    expect((await readWhole(Buffer.concat([Buffer.from(plain), iconv.encode('Zoë\n', 'win1252')]))).encoding).toBe(
      'windows-1252',
    )
    expect((await readWhole(Buffer.from(`${plain}Zoë\n`))).encoding).toBe('utf-8')
  })

  it.each([
    ['nothing', Buffer.alloc(0), 'empty-file'],
    ['only a mark', Buffer.from('\ufeff'), 'empty-file'],
    ['only empty lines', Buffer.from('\r\n\r\n  \r\n'), 'empty-file'],
    ['zeroes', Buffer.from('Name\0\0\x01\nx\n'), 'binary'],
    ['noise', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 37) % 31)), 'binary'],
    ['a workbook', Buffer.from('PK\x03\x04rest'), 'spreadsheet'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'spreadsheet'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'pdf'],
    ['a header twice', file('Name,DOB,name', 'a,b,c'), 'header-twice'],
    ['a column with no name', file('Name,,DOB', 'a,b,c'), 'header-missing'],
    ['10,000 columns', file(Array.from({ length: 10_000 }, (_, i) => `c${i}`).join(','), '1'), 'too-many-columns'],
    ['one endless line', Buffer.from(`Name,${'x'.repeat(1_200_000)}`), 'line-too-long'],
    ['an endless row', file('Name,DOB', `a,"${'x\n'.repeat(800_000)}"`), 'line-too-long'],
    ['an open quotation mark', file('Name,DOB', 'a,"b', 'c,d'), 'quote-not-closed'],
    ['ten thousand rows with cells missing', Buffer.from(`Name,DOB\n${'a\n'.repeat(10_001)}`), 'ragged'],
    ['ten thousand lines of spaces', Buffer.from(`Name,DOB\na,b\n${'  \n'.repeat(10_001)}`), 'ragged'],
    ['a header alone', file('Name,DOB'), 'no-rows'],
  ])('refuses %s', async (_, bytes, why) => {
    const trouble = await readWhole(bytes).catch((caught: unknown) => caught)
    expect(trouble).toBeInstanceOf(ListRefused)
    expect(trouble).toMatchObject({ why })
  })

  it.each([
    ['"Ann ""Annie"" Lee"', 'Ann "Annie" Lee'],
    ['Ann "Annie" Lee', 'Ann "Annie" Lee'],
    ['""""""', '""'],
    ['"a""b"c', '"a"b"c'],
  ])('keeps quotation marks within quotation marks, and the rows after them: %s', async (written, read) => {
    const { rows } = await readWhole(file('Key,One,Two', `k1,${written},x`, 'k2,c,d'))
    expect(rows.map(row => [row.row, row.cells['One']])).toEqual([
      [2, read],
      [3, 'c'],
    ])
  })

  it('names the column that is there twice', async () => {
    await expect(readWhole(file('DOB,Surname, surname ', 'a,b,c'))).rejects.toMatchObject({ detail: 'surname' })
  })

  it.each([
    [',', 'Name,DOB (dd;mm)'],
    [';', 'Name;DOB'],
    ['\t', 'Name, first then last\tDOB'],
    ['|', 'Name|DOB'],
    [',', '"Name; known as; called",DOB'],
  ])('finds the %j between the columns of %j', async (delimiter, header) => {
    const table = await readTable((await decode(inPieces(file(header, `a${delimiter}b`)))).text)
    expect(table.columns).toHaveLength(2)
    expect((await allOf(table.rows)).map(row => Object.values(row.cells))).toEqual([['a', 'b']])
  })

  it('counts rows as a spreadsheet does: empty lines count, breaks inside quotes do not', async () => {
    const whole = await readWhole(file('sep=,', '', 'Name,Town', 'a,"one', 'two"', '', 'b,c', ',,', '"d ""x""",e'))
    expect(whole.rows.map(({ row, cells }) => [row, cells['Name'], cells['Town']])).toEqual([
      [4, 'a', 'one\ntwo'],
      [6, 'b', 'c'],
      [8, 'd "x"', 'e'],
    ])
    expect(whole.seen.blank).toBe(2)
  })

  it('keeps ragged rows out and names them; an extra empty cell is no harm', async () => {
    const whole = await readWhole(file('Name,Town,', 'a,b', 'c', 'd,e,,', 'f,g,h', 'x",y'))
    expect(whole.columns).toEqual(['Name', 'Town'])
    expect(whole.rows.map(row => row.row)).toEqual([2, 4, 6])
    expect(whole.seen.ragged).toEqual([
      { row: 3, cells: 1, expected: 2 },
      { row: 5, cells: 3, expected: 2 },
    ])
  })

  it('takes out control signs and those that turn the writing direction, and counts them', async () => {
    const whole = await readWhole(file('Name,__proto__', 'An\u202en\u0007 Ex\u200bample\u00a0,x', 'Ben,y'))
    expect(whole.rows[0]?.cells['Name']).toBe('Ann Example')
    expect(whole.rows[0]?.cells['__proto__']).toBe('x')
    expect(whole.seen).toMatchObject({ strippedSigns: 3, strippedRows: [2] })
  })

  it('reads lines that end in any way, even mixed', async () => {
    for (const size of [1, 5, 65_536]) {
      const whole = await readWhole(Buffer.from('Name,Town\ra,b\r\nc,d\ne,f'), size)
      expect(whole.rows.map(row => row.cells['Town'])).toEqual(['b', 'd', 'f'])
    }
  })

  it('lets the source go when reading stops early', async () => {
    let ended = false
    async function* source() {
      try {
        for (let i = 0; ; i++) yield Buffer.from(i === 0 ? 'Name,Town\n' : 'a,b\n'.repeat(1000))
      } finally {
        ended = true
      }
    }
    const table = await readTable((await decode(source())).text)
    for await (const row of table.rows) if (row.row > 50) break
    await new Promise(resolve => setImmediate(resolve))
    expect(ended).toBe(true)
  })

  it('passes on a trouble of the disk as it is', async () => {
    async function* source() {
      yield Buffer.from(`Name,Town\n${'a,b\n'.repeat(20_000)}`)
      throw new Error('the disk is gone')
    }
    const read = async () => allOf((await readTable((await decode(source())).text)).rows)
    await expect(read()).rejects.toThrow('the disk is gone')
  })

  it('never throws on any bytes but its own refusal', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.string({ unit: 'binary', maxLength: 200 }).map(text => Buffer.from(text)),
      fc
        .array(fc.constantFrom('a', '"', ',', '\n', '\r', ';', '\t', 'é', '\ud83d\ude00', '=', ' '), { maxLength: 60 })
        .map(p => Buffer.from(p.join(''))),
      fc.uint8Array({ maxLength: 100 }).map(a => Buffer.concat([Buffer.from([0xff, 0xfe]), a])),
    )
    await fc.assert(
      fc.asyncProperty(bytes, fc.integer({ min: 1, max: 50 }), async (some, size) => {
        const trouble = await readWhole(some, size).catch((caught: unknown) => caught)
        if (trouble instanceof Error) expect(trouble).toBeInstanceOf(ListRefused)
      }),
      { numRuns: 400 },
    )
  })

  it('gives back every row of a good file, cell for cell', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'b', 'É', 'ŵ', '"', ',', ';', ' ', '\n', "'"), maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 64 }),
        async (rows, size) => {
          const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
          const text = ['Key,One,Two', ...rows.map((row, i) => [`k${i}`, ...row.map(quoted)].join(','))].join('\r\n')
          const whole = await readWhole(Buffer.from(text), size)
          expect(whole.rows.map(({ row, cells }) => [row, cells['Key'], cells['One'], cells['Two']])).toEqual(
            rows.map(([one, two], i) => [i + 2, `k${i}`, one.trim(), two.trim()]),
          )
        },
      ),
      { numRuns: 200 },
    )
  })
})
