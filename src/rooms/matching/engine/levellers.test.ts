/** The quick ways to a level say what reading both texts says, and what features are worth is counted rightly among many. */
import { describe, expect, it } from 'vitest'
import { Random } from '#ground/random.ts'
import { Book, type Column, countsOf } from './columns.ts'
import { allFeaturesOf } from './features.ts'
import { type Kind, prepared } from './kinds.ts'
import { levellerOf } from './levellers.ts'
import { LEVELS, levelOf } from './levels.ts'

const forms = (given: string) => (given === 'kate' ? ['katherine'] : given === 'katherine' ? ['kate'] : [])

/** A column in which each text stands once: what many bear is another matter. */
function columnOf(kind: Kind, texts: readonly string[]): Column {
  const book = new Book()
  for (const text of texts) if (text !== '') book.numberOf(text)
  const ids = Int32Array.from(book.texts.keys())
  return { name: kind, kind, book, ids, counts: countsOf(ids, ids.length, book) }
}

const STEMS: Readonly<Record<Kind, readonly string[]>> = {
  given: ['kate', 'katherine', 'kit', 'k', 'sam', 'samwise', 'mary jane', 'mary', 'amira', 'joseph', 'jo'],
  family: ['smith', 'smith jones', 'mc gregor', 'mcgregor', 'example', 'o', 'pattern', 'phatern'],
  date: ['20090403', '20090304', '20091128', '19911128', '20110101', '20110110', '20091340'],
  postcode: ['HX11AA', 'HX14ZZ', 'LS64ZZ', 'E16AN', 'SW1A1AA', '2119', '219', '21'],
  place: ['sample street', 'sample road', 'samplestreet', 'market place', 'halifax', 'of'],
  identifier: ['1804974', 'A804974', '9911223', '1804'],
  upn: ['B801200005001', 'B801200005002', 'H801200001001'],
  uln: ['1234500005', '1234500014', '9876500001'],
  nhs: ['9434765919', '9434765870'],
  phone: ['07700900123', '07700900132', '01422123456', '442079460'],
  email: ['kit@a.example', 'kit@b.example', 'kitt@a.example', 'x@y', '@'],
  number: ['1', '12', '21', '122', '7'],
  category: ['school 1', 'school 12', 'school 21', 'college', 'm', 'f'],
}

/** Every stem, and what comes of it by a letter dropped, added, changed or swapped, once or twice. */
function slipped(kind: Kind, random: Random): string[] {
  const letters = /\d/.test(STEMS[kind][0] as string) ? '0123456789' : 'abeiknst '
  const slip = (text: string) => {
    const at = random.below(text.length)
    const letter = letters[random.below(letters.length)] as string
    const [head, own, next] = [text.slice(0, at), text[at] ?? '', text[at + 1] ?? '']
    const made = [head + text.slice(at + 1), head + letter + text.slice(at), head + letter + text.slice(at + 1)]
    return [...made, head + next + own + text.slice(at + 2)][random.below(4)] as string
  }
  const once = STEMS[kind].flatMap(text => [text, ...Array.from({ length: 9 }, () => slip(text))])
  return [...new Set([...once, ...once.map(text => slip(text))].map(text => prepared(kind, text) || text.trim()))]
}

describe('A level', () => {
  it.each(Object.keys(LEVELS) as Kind[])('of a %s is the same told quickly and read, asked once or again', kind => {
    const column = columnOf(kind, slipped(kind, new Random(7)))
    const { texts } = column.book
    const leveller = levellerOf(column, kind, forms)
    expect(texts.length).toBeGreaterThan(20)
    const wrong: string[] = []
    for (let round = 0; round < 2; round++)
      for (let a = 1; a < texts.length; a++)
        for (let b = a + 1; b < texts.length; b++) {
          const read = levelOf(kind, texts[a] as string, texts[b] as string, forms)
          if (leveller.level(a, b) !== read) wrong.push(`${texts[a]} and ${texts[b]}: not ${read}`)
        }
    expect(wrong).toEqual([])
  })

  it('is read where a text came after the column was made, and where names are many', () => {
    for (const kind of ['given', 'postcode', 'phone', 'date'] as const) {
      const many = Array.from({ length: 1100 }, (_, n) =>
        `${kind === 'given' ? 'q' : '5'}${n.toString(9)}000000`.slice(0, 8),
      )
      const column = columnOf(kind, [...STEMS[kind], ...many])
      const leveller = levellerOf(column, kind, forms)
      const [first, second] = STEMS[kind] as [string, string]
      const late = column.book.numberOf(`${first.slice(0, -1)}9`)
      expect(leveller.level(1, late)).toBe(levelOf(kind, first, column.book.texts[late] as string, forms))
      expect(leveller.level(1, 2)).toBe(levelOf(kind, first, second, forms))
      expect(leveller.level(1, 2)).toBe(levelOf(kind, first, second, forms))
    }
  })
})

describe('A feature', () => {
  it('of few values among many records is as common as it is', () => {
    const book = new Book()
    const size = 450_000
    const years = Array.from({ length: 15 }, (_, n) => book.numberOf(`${2003 + n}0403`))
    const ids = Int32Array.from({ length: size }, (_, n) => years[n % 15] as number)
    const column: Column = { name: 'born', kind: 'date', book, ids, counts: countsOf(ids, size, book) }
    const features = allFeaturesOf({ size, columns: [column] }, forms)
    expect(features.find(f => f.name === 'born.year')?.chance).toBeCloseTo(1 / 15, 4)
    expect(features.find(f => f.name === 'born.day')?.chance).toBe(1)
  })
})
