import { describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import { dayIn, firstLanguage, languageChosen, plural, spokenBy } from './language.ts'

describe('The language a browser puts first', () => {
  it.each([
    ['cy', 'cy'],
    ['CY-gb, cy;q=0.9, en;q=0.8', 'cy'],
    ['en;q=0.5, cy;q=0.9', 'cy'],
    ['cy, en', 'cy'],
    ['en-GB, cy;q=0.9', 'en'],
    ['cy;q=0.5, en;q=0.9', 'en'],
    ['en, cy', 'en'],
    ['fr, cy;q=0.9', 'en'],
    ['cy;q=0', 'en'],
    ['cym', 'en'],
    ['*', 'en'],
    ['', 'en'],
    [',;q=,', 'en'],
    [undefined, 'en'],
  ])('is in %j: %s', (header, expected) => {
    expect(firstLanguage(spokenBy({}, header).preferred)).toBe(expected)
  })

  it('goes after the one chosen on this browser, and what is no language counts for nothing', () => {
    const spoken = (cookie: string) => {
      const { chosen, preferred } = spokenBy({ 'connexions-language': cookie }, 'cy')
      return firstLanguage(chosen, preferred)
    }
    expect([spoken('en'), spoken('cy'), spoken('fr'), spoken('')]).toEqual(['en', 'cy', 'cy', 'cy'])
  })
})

describe('An address that chooses a language', () => {
  it.each([
    ['/sign-in?lang=cy', 'cy', '/sign-in'],
    ['/sign-in?out=1&lang=en', 'en', '/sign-in?out=1'],
    ['/find?q=%C5%B4yn+a%26b&lang=cy', 'cy', '/find?q=%C5%B4yn+a%26b'],
    ['/?lang=cy', 'cy', '/'],
    ['//elsewhere.example/?lang=cy', 'cy', '/'],
    ['/\\elsewhere.example/?lang=cy', 'cy', '/'],
    ['/.//elsewhere.example?lang=cy', 'cy', '/'],
    ['http://elsewhere.example/?lang=cy', 'cy', '/'],
  ])('%s keeps %s and leads to %s, which is never another site', (url, language, to) => {
    expect(languageChosen('GET', url)).toEqual({ language, to })
  })

  it.each(['/sign-in', '/sign-in?lang=', '/sign-in?lang=fr', '/sign-in?language=cy', '/lang=cy'])(
    '%s chooses none',
    url => {
      expect(languageChosen('GET', url)).toBeUndefined()
    },
  )

  it('chooses only where a page is asked for', () => {
    expect(languageChosen('POST', '/sign-in?lang=cy')).toBeUndefined()
  })
})

describe('Numbers and days', () => {
  it('have the six forms of Welsh, and any other form where one is not given', () => {
    const forms = { zero: 'dim', one: '# ci', two: '# gi', few: '# chi', many: '# chi (6)', other: '# ci (arall)' }
    expect([0, 1, 2, 3, 4, 6, 10].map(n => plural('cy', n, forms))).toEqual([
      'dim',
      '1 ci',
      '2 gi',
      '3 chi',
      '4 ci (arall)',
      '6 chi (6)',
      '10 ci (arall)',
    ])
    expect([1, 2].map(n => plural('en', n, { one: '# dog', other: '# dogs' }))).toEqual(['1 dog', '2 dogs'])
  })

  it('say the month in the language', () => {
    const day = toDay('2009-03-03')
    expect([dayIn('en', day), dayIn('cy', day)]).toEqual(['3 March 2009', '3 Mawrth 2009'])
  })
})
