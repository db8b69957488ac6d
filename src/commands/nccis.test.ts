import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { ReturnRecord } from '#rooms/tracking/index.ts'
import { runCommand } from '#test/commands.ts'
import { run as runMain } from '../main.ts'
import { exampleFile, examplePeople } from '../rooms/returns/examples.ts'
import { CommandTrouble } from './command.ts'
import { nccis } from './nccis.ts'

const folder = mkdtempSync(join(tmpdir(), 'connexions-nccis-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, content: Buffer | string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const check = (...words: string[]) => runCommand(nccis, ['check', ...words])
const people = (count: number): ReturnRecord[] => [...examplePeople(count)]
const good = async () => file('good.xml', await exampleFile(people(3)))

/** Eight people without a gender, one of them with status X, and two alike. */
async function broken() {
  const many = people(8).map((one, at) => ({ ...one, Gender: '', CohortStatus: at === 7 ? 'X' : 'P' }))
  const [first] = many as [ReturnRecord]
  const like = { ...first, Gender: 'F', YoungPersonsID: '3830000000099', UniqueLearnerNo: '1234567890' }
  return file('broken.xml', await exampleFile([...many, like]))
}

describe('connexions nccis check', () => {
  it('ends with 0 on a good file, says what it is, and claims no validation', async () => {
    const { code, said } = await check(await good())
    expect(code).toBe(0)
    expect(said.split('\n').slice(0, 3)).toEqual([
      'good.xml: a return of authority 383 for the period to 30 November 2019, 3 people.',
      'It passes our checks. Pieces of advice: none.',
      'The checks are based on the published error list of 2019-20. They are not validated by the Department for Education.',
    ])
    expect(said).toContain('Not covered:\n  - Errors the department added between 2021 and 2025')
  })

  it('ends with 1 when something stands in the way: first what the file is refused for, then errors by number, then advice', async () => {
    const { code, said } = await check(await broken())
    expect(code).toBe(1)
    const lines = said.split('\n')
    expect(lines[1]).toBe(
      'It does NOT pass our checks: 9 errors to be mended, 1 of which the file is refused as a whole for. Pieces of advice: 1.',
    )
    const heads = lines.filter(line => /^(The file is refused|To be|Advice)| {2}(File|Error)/.test(line))
    expect(heads.map(line => line.slice(0, 34))).toEqual([
      'The file is refused as a whole for',
      '  Error 904: CohortStatus is none ',
      'To be mended:',
      '  Error 4, 5: Gender: The gender i',
      'Advice, which does not count:',
      '  Error 908: Given name, family na',
    ])
    expect(said).toMatch(
      /The gender is missing\. Put it on the record\. 8 times\.\n {4}line \d+, person 3830000000001\n/,
    )
    expect(said).toContain('    and 3 more (all with --format json)')
    expect(said).not.toMatch(/Amira|Example-/)
  })

  it('tells all of it as JSON: a list of error, line, person and message', async () => {
    const { code, said } = await check(await broken(), '--format', 'json')
    expect(code).toBe(1)
    const list = JSON.parse(said) as Record<string, unknown>[]
    expect(list.map(one => one['error'])).toEqual(['904', ...people(8).map(() => '4, 5'), '908'])
    for (const one of list) expect(Object.keys(one)).toEqual(['error', 'line', 'person', 'message'])
    expect(JSON.parse((await check(await good(), '--format', 'json')).said)).toEqual([])
  })

  it('tells a hundred thousand errors as one list', async () => {
    const many = [...examplePeople(20_000)].map(one => ({
      ...one,
      Gender: '',
      Ethnicity: '',
      DOB: '',
      Postcode: '',
      SENDFlag: '',
    }))
    const { said } = await check(file('many.xml', await exampleFile(many)), '--format', 'json')
    expect((JSON.parse(said) as unknown[]).length).toBe(100_000)
  })

  it('counts advice alone as passing', async () => {
    const [a, b] = people(2) as [ReturnRecord, ReturnRecord]
    const path = file(
      'alike.xml',
      await exampleFile([a, { ...a, YoungPersonsID: b.YoungPersonsID, UniqueLearnerNo: '' }]),
    )
    const { code, said } = await check(path)
    expect(code).toBe(0)
    expect(said).toContain('It passes our checks. Pieces of advice: 1.')
  })

  it('is checked against another year when asked, and says what that rests on', async () => {
    const path = await good()
    const { said } = await check(path, '--year', '2020-21')
    expect(said).toContain('the published error list of 2019-20 with the changes known of 2020-21')
    expect(said).toContain('You asked for 2020-21; the period is in 2019-20.')
    expect((await check(path, '--year', '2026-27')).said).toContain(
      'what else changed by 2026-27 is not known, so it is carried over',
    )
    expect((await check(path, '--year', '2017-18')).said).toContain('so 2017-18 is carried over')
  })

  it.each([
    ['an empty file', '', 'The file is empty.'],
    ['no XML', 'UPN,Surname\nB801200005001,Example\n', 'This is no XML file.'],
    ['broken XML', '<NCCIS>\n<FileHeader>\n</NCCIS>', '</NCCIS> closes what is not open.'],
    [
      'an entity bomb',
      '<!DOCTYPE a [<!ENTITY a "&b;"><!ENTITY b "&a;">]>\n<NCCIS>&a;</NCCIS>',
      'The DOCTYPE declares things of its own',
    ],
    [
      'an entity from elsewhere',
      '<!DOCTYPE a SYSTEM "file:///etc/passwd">\n<NCCIS>&a;</NCCIS>',
      '&a; is not known here.',
    ],
    [
      'another encoding',
      '<?xml version="1.0" encoding="windows-1252"?>\n<NCCIS/>',
      'The file says it is written in windows-1252.',
    ],
    [
      'bytes of another encoding',
      Buffer.from('<NCCIS>\n\u00eb</NCCIS>', 'latin1'),
      'This line is not written in UTF-8.',
    ],
    ['far too deep', '<NCCIS>'.repeat(100_000), 'Elements lie in each other far deeper than in a return.'],
    [
      'far too long',
      `<NCCIS><A>${'x'.repeat(1_000_000)}</A></NCCIS>`,
      'There is a tag or a value of more than 10,000 signs.',
    ],
    ['another file of XML', '<CTfile/>', 'The file begins with <CTfile>.'],
  ])('says of %s what it is, with the line, and ends with 1', async (_name, content, words) => {
    const path = file('bad.xml', content)
    const text = await check(path)
    expect([text.code, text.said]).toEqual([1, expect.stringContaining(words)])
    const json = await check(path, '--format', 'json')
    expect(json.code).toBe(1)
    expect((JSON.parse(json.said) as unknown[])[0]).toEqual({
      error: 'file',
      line: expect.any(Number) as number,
      person: '',
      message: expect.stringContaining(words) as string,
    })
  })

  it('ends with 2 where it is said wrongly or there is no such file, so that 1 always means the file', async () => {
    const path = await good()
    for (const words of [
      [],
      ['check'],
      ['mend', path],
      ['check', path, path],
      ['check', path, '--year', '2014-15'],
      ['check', path, '--format', 'csv'],
      ['check', path, '--colour'],
      ['check', join(folder, 'nothing.xml')],
      ['check', folder],
    ]) {
      const trouble: unknown = await runCommand(nccis, words).catch((error: unknown) => error)
      expect([words, trouble]).toEqual([words, expect.any(CommandTrouble)])
      expect((trouble as CommandTrouble).code).toBe(2)
    }
    expect(await runMain(['nccis', 'check', join(folder, 'nothing.xml')])).toBe(2)
  })
})
