/** The matching is measured as somebody else would measure it: a file, a truth, and what comes out. Bad files are told in plain words. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { Gatherer, Index, linkAll } from '#rooms/matching/index.ts'
import { otherForms } from '#rooms/people/index.ts'
import { makeUpPeople } from './made-up.ts'
import { type Asked, measureMatching } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'matching-'))
afterAll(() => rmSync(folder, { recursive: true }))

const ASKED: Asked = {
  records: undefined,
  with: undefined,
  map: 'auto',
  truth: 'person',
  without: [],
  out: undefined,
  generate: undefined,
  twins: 0,
  seed: 1,
  say: () => {},
}
const measure = (asked: Partial<Asked>) => measureMatching({ ...ASKED, ...asked })

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** Made-up people as a file, as a partner would send it. */
function sent(name: string, count: number, twins = 0, seed = 3): string {
  const lines = ['given_name,surname,date_of_birth,postcode,school,phone,person']
  makeUpPeople(count, twins, seed, row => lines.push(row.join(',')))
  return file(name, lines.join('\n'))
}

describe('People made up for it', () => {
  it('are put together with hardly a wrong pair, twins never, and what was measured is written down', async () => {
    const out = join(folder, 'out.json')
    const result = await measure({ generate: 6000, twins: 100, out })
    expect(result.twins_joined).toBe(0)
    expect(result.clusters.p).toBeGreaterThan(0.985)
    expect(result.clusters.f1).toBeGreaterThan(0.97)
    expect(result.links.wrong).toBeLessThanOrEqual(2)
    expect(result.links.r).toBeGreaterThan(0.7)
    expect(result.blocking_recall).toBeGreaterThan(0.97)
    expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual(result)
  })

  it('are the same for the same seed, and the same is found', async () => {
    const [once, again] = [await measure({ generate: 1500, seed: 9 }), await measure({ generate: 1500, seed: 9 })]
    expect({ ...once, seconds: {}, peak_mb: 0 }).toEqual({ ...again, seconds: {}, peak_mb: 0 })
  })
})

describe('Somebody new', () => {
  it('is found among everybody without a run over all, the likeliest first, and a twin is not offered as the same', () => {
    const columns = ['given', 'family', 'date', 'postcode'] as const
    const gatherer = new Gatherer(columns.map(kind => ({ name: kind, kind })))
    const rows: string[][] = []
    makeUpPeople(4000, 60, 5, row => rows.push(row.slice(0, 4)))
    rows.push(['Kitara', 'Examplesson', '2009-03-04', 'HX1 1AA'])
    for (const row of rows) gatherer.add(row)
    const records = gatherer.done()
    const linked = linkAll(records, { forms: otherForms })
    const index = new Index(records, linked.model, linked.choice.keys, otherForms, linked.household)
    const [first] = index.find(['kitarra', 'Examplesson', '4/3/2009', 'HX1 1AB'], 0)
    expect(rows[first?.record ?? 0]?.[0]).toBe('Kitara')
    expect(index.find(['Bodwyn', 'Examplesson', '2009-03-04', 'HX1 1AA'], 0)).toEqual([])
    expect(index.find(['Nobody', 'Hereabouts', '1999-01-02', 'AB1 2CD'], 0)).toEqual([])
  })
})

describe('A file', () => {
  it('is measured with its columns guessed, and told by a map alike', async () => {
    const records = sent('people.csv', 3000)
    const guessed = await measure({ records })
    const map = file(
      'map.json',
      JSON.stringify({
        given_name: 'given_name',
        surname: 'surname',
        date_of_birth: 'date_of_birth',
        postcode: 'postcode',
        school: 'other',
        other: 'phone',
      }),
    )
    const told = await measure({ records, map })
    expect(guessed.clusters.f1).toBeGreaterThan(0.96)
    expect(told.clusters.f1).toBeGreaterThan(0.96)
    expect(guessed.twins_joined).toBeNull()
  })

  it('of names and birth dates alone has fewer links, and no more wrong ones', async () => {
    const records = sent('thin.csv', 3000)
    const thin = await measure({ records, without: ['postcode', 'school', 'phone'] })
    expect(thin.links.wrong).toBeLessThanOrEqual(2)
    expect(thin.clusters.f1).toBeGreaterThan(0.75)
  })

  it('in two parts is read as one', async () => {
    const whole = readFileSync(sent('whole.csv', 1000), 'utf8').split('\n')
    const [head] = whole as [string]
    const one = file('one.csv', whole.slice(0, 500).join('\n'))
    const two = file('two.csv', [head, ...whole.slice(500)].join('\n'))
    expect((await measure({ records: one, with: two })).records).toBe(1000)
  })

  it('in Windows-1252, with tabs, is read', async () => {
    const rows = readFileSync(sent('utf8.csv', 400), 'utf8').replaceAll(',', '\t').replaceAll('e', 'é')
    const records = file('win.tsv', Buffer.from(rows.replaceAll('datéofbirth', 'x'), 'latin1'))
    const truth = 'pérson'
    expect((await measure({ records, truth })).records).toBe(400)
  })
})

describe('A file that cannot be measured', () => {
  it.each([
    ['nothing at all', '', 'is empty'],
    ['one column', 'person\n1\n2\n', 'has one column only'],
    ['a column twice', 'surname,surname,person\na,b,1\n', 'two columns named "surname"'],
    ['no rows', 'given_name,surname,person\n', 'has no rows'],
    ['one row', 'given_name,surname,person\nKit,Example,1\n', 'has one row'],
    ['nothing in it', 'given_name,surname,person\n,,1\n,,2\n', 'Nothing stands in the columns'],
    ['no truth', 'given_name,surname\nKit,Example\nKit,Sample\n', 'no column "person" for the truth'],
    ['zero bytes', Buffer.from([80, 0, 81, 44, 0, 10]), 'is not text'],
  ])('%s: says so', async (name, content, said) => {
    await expect(measure({ records: file(`${name.replaceAll(' ', '-')}.csv`, content) })).rejects.toThrow(said)
  })

  it('or is not there, or a map that names what it has not: says so', async () => {
    const records = file('small.csv', 'given_name,surname,person\nKit,Example,1\nKit,Sample,2\n')
    await expect(measure({ records: join(folder, 'nowhere.csv') })).rejects.toThrow('There is no file')
    await expect(measure({ records, map: file('m.json', '{"given_name": "nickname"}') })).rejects.toThrow(
      'the file has none',
    )
    await expect(measure({ records, map: file('n.json', '[1') })).rejects.toThrow('cannot be read')
    await expect(measure({ records, without: ['hair'] })).rejects.toThrow('no column is called so')
  })
})

describe('Odd files', () => {
  it('all equal: everybody says the very same, and it ends', async () => {
    const records = file(
      'equal.csv',
      `given_name,surname,date_of_birth,person\n${'Kit,Example,2009-03-03,1\n'.repeat(5000)}`,
    )
    const result = await measure({ records })
    expect(result.records).toBe(5000)
  })

  it('one name five thousand times, each of somebody else: nobody is linked by that', async () => {
    const rows = Array.from({ length: 5000 }, (_, n) => `Kit,Example,${n}`)
    const result = await measure({ records: file('one-name.csv', `given_name,surname,person\n${rows.join('\n')}\n`) })
    expect(result.links.wrong).toBe(0)
  })

  it('one name and a few hundred birth dates among thousands: nobody can be told apart, and nobody is linked', async () => {
    const rows = Array.from({ length: 6000 }, (_, n) => `Kit,Example,2009-0${1 + (n % 9)}-${10 + (n % 19)},${n}`)
    const records = file('few-dates.csv', `given_name,surname,date_of_birth,person\n${rows.join('\n')}\n`)
    const result = await measure({ records })
    expect(result.links.wrong).toBe(0)
  })

  it('a column with one value only, and one with nothing, say nothing', async () => {
    const rows = readFileSync(sent('plain.csv', 1500), 'utf8')
      .split('\n')
      .map((line, n) => `${line},${n === 0 ? 'county,hair' : 'Calderdale,'}`)
    const result = await measure({ records: file('constant.csv', rows.join('\n')) })
    expect(result.clusters.f1).toBeGreaterThan(0.95)
  })

  it('somebody two thousand times, a little wrong each time: it ends, and they are one', async () => {
    const rows = readFileSync(sent('others.csv', 3000), 'utf8').split('\n')
    for (let n = 0; n < 2000; n++)
      rows.push(
        `Kitara,Examplesson,2009-0${1 + (n % 2)}-0${1 + (n % 9)},HX1 ${n % 10}AA,school 1,07700 9001${n % 10}${n % 7},many`,
      )
    const result = await measure({ records: file('many.csv', rows.join('\n')) })
    expect(result.clusters.p).toBeGreaterThan(0.9)
  })
})
