import { beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '#test/database.ts'
import type { TestVisitor } from '#test/house.ts'
import { eventsOf, headingOf, openTestHouse, summaryOf, type TestPartnership, withoutTokens } from '#test/house.ts'
import { addPerson } from '#test/people.ts'
import { refusalPages, totpCode } from './index.ts'
import { roleNamesIn, shellIn, wordsIn } from './words.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const PASSWORD = 'kettle orbit walnut'
const PROBE = 3
let partnership: TestPartnership

beforeAll(async () => {
  partnership = await house.partnership()
})

const langOf = (body: string) => /<html lang="(\w+)"/.exec(body)?.[1]
/** A browser on which Welsh was chosen, by the link of a page. */
async function welshBrowser(): Promise<TestVisitor> {
  const at = house.visitor('198.51.100.7')
  expect((await at.get('/sign-in?lang=cy')).to).toBe('/sign-in')
  return at
}

/** Every word of a catalogue by its path; a word made of a value is made of one. */
function wordsOf(part: unknown, path = ''): [string, string][] {
  if (typeof part === 'string') return [[path, part]]
  if (typeof part === 'function') return [[path, (part as (n: number) => string)(PROBE)]]
  return Object.entries(part as object).flatMap(([key, inner]) => wordsOf(inner, `${path}.${key}`))
}

describe('The Welsh catalogue', () => {
  const all = (language: 'en' | 'cy') => ({
    words: wordsIn(language),
    shell: shellIn(language),
    roles: roleNamesIn(language),
  })

  it('has every word of the English one, and no English left in it but the name', () => {
    const english = wordsOf(all('en'))
    const welsh = new Map(wordsOf(all('cy')))
    expect([...welsh.keys()].toSorted()).toEqual(english.map(([path]) => path).toSorted())
    expect(english.filter(([path, word]) => welsh.get(path) === word)).toEqual([['.shell.productName', 'Connexions']])
  })

  it('counts recovery codes as Welsh counts', () => {
    expect([0, 1, 2, 3, 4, 6, 10].map(wordsIn('cy').account.codesLeft)).toEqual([
      'Dim codau adfer ar ôl',
      '1 cod adfer ar ôl',
      '2 god adfer ar ôl',
      '3 chod adfer ar ôl',
      '4 cod adfer ar ôl',
      '6 chod adfer ar ôl',
      '10 cod adfer ar ôl',
    ])
  })
})

describe('Signing in in Welsh', () => {
  it('goes in Welsh from the one-time link to the recovery codes, and says that nobody has checked it', async () => {
    const { email, linkToken } = await partnership.colleague('universal-adviser')
    const at = await welshBrowser()
    const link = `/link/${linkToken}`
    const asked = await at.get(link)
    expect([langOf(asked.body), headingOf(asked.body)]).toEqual(['cy', 'Dewiswch gyfrinair'])
    expect(asked.body).toContain('Mae’r ddolen hon yn gweithio tan 26 Tachwedd 2026.')
    expect(asked.body).toContain(
      'Nid yw siaradwr Cymraeg wedi gwirio’r dudalen hon eto. <span lang="en">A Welsh speaker has not checked this page yet.',
    )
    expect(summaryOf((await at.post(link, { password: 'byr' }, link)).body)).toEqual([
      '#password Defnyddiwch o leiaf 12 nod',
    ])
    expect((await at.post(link, { password: PASSWORD }, link)).to).toBe('/sign-in?set=1')
    const wrong = await at.post('/sign-in', { email, password: 'nid hwn ydyw' }, '/sign-in')
    expect([wrong.status, langOf(wrong.body)]).toEqual([422, 'cy'])
    expect(wrong.body).toContain('<title>Gwall: Mewngofnodi – Connexions</title>')
    expect(summaryOf(wrong.body)).toEqual([
      '#email Nid yw’r e-bost a’r cyfrinair yn cyfateb. Gwiriwch y ddau',
      '#password Teipiwch eich cyfrinair eto',
    ])
    expect((await at.post('/sign-in', { email, password: PASSWORD }, '/sign-in')).to).toBe('/sign-in/set-up')
    const setUp = await at.get('/sign-in/set-up')
    expect(headingOf(setUp.body)).toBe('Gosodwch eich ail gam')
    const secret = (/class="cx-key">([^<]+)</.exec(setUp.body)?.[1] ?? '').replaceAll(' ', '')
    const code = await totpCode(secret, house.clock.now())
    const done = await at.post('/sign-in/set-up', { code }, '/sign-in/set-up')
    expect([langOf(done.body), headingOf(done.body)]).toEqual(['cy', 'Cadwch eich codau adfer'])
    // A link would lead away from codes that are shown once.
    expect(done.body).not.toContain('?lang=')
  })

  it('follows a browser that puts Welsh first, until somebody chooses', async () => {
    const asked = (cookie: string) =>
      house.app.inject({ url: '/sign-in', headers: { 'accept-language': 'cy, en;q=0.5', cookie } })
    const answer = await asked('')
    expect(langOf(answer.body)).toBe('cy')
    expect(String(answer.headers['vary'])).toMatch(/cookie, accept-language/)
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(langOf((await asked('connexions-language=en')).body)).toBe('en')
  })
})

describe('The language chosen on a browser', () => {
  it('is kept for a year where no script reads it, by a link back to the same page', async () => {
    const page = await house.visitor().get('/sign-in')
    expect(page.body).toContain('href="?lang=cy" rel="alternate" lang="cy" hreflang="cy">Cymraeg</a>')
    const answer = await house.visitor().get('/no/such?page=2&lang=cy')
    expect([answer.status, answer.to]).toEqual([303, '/no/such?page=2'])
    expect(String(answer.headers['set-cookie'])).toBe(
      'connexions-language=cy; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax',
    )
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  it.each(['//elsewhere.example/sign-in', '/%5C/elsewhere.example', '/\\elsewhere.example'])(
    'never leads to another site: %s',
    async path => {
      const { to = '' } = await house.visitor().get(`${path}?lang=cy`)
      expect(new URL(to, 'http://here.example').origin).toBe('http://here.example')
    },
  )

  it('gives pages for nothing, for a form too old, for too many and for trouble in Welsh', async () => {
    const at = await welshBrowser()
    expect(headingOf((await at.get('/nowhere')).body)).toBe('Nid oes dim byd i chi yn y cyfeiriad hwn')
    const stale = await at.post('/sign-in', { _csrf: 'none' })
    expect([stale.status, headingOf(stale.body)]).toEqual([403, 'Bu’r dudalen hon ar agor yn rhy hir'])
    const notTaken = await house.app.inject({
      method: 'POST',
      url: '/sign-in',
      headers: { 'content-type': 'text/odd', cookie: 'connexions-language=cy' },
      payload: 'x',
    })
    expect([notTaken.statusCode, headingOf(notTaken.body)]).toEqual([415, 'Ni ellid darllen yr hyn a anfonwyd'])
    const spoken = { chosen: 'cy', preferred: undefined } as const
    for (const kind of ['trouble', 'full', 'tooMany', 'notTaken'] as const)
      expect(langOf(refusalPages.troublePage(spoken, '7KQ4-WX9P-M2', kind))).toBe('cy')
  })

  it('tells who sends more forms than people do to wait, in their language', async () => {
    const at = house.visitor('198.51.100.99')
    at.cookies.set('connexions-language', 'cy')
    for (let n = 0; n < 300; n++) await at.post('/sign-out', { _csrf: 'none' })
    const answer = await at.post('/sign-out', { _csrf: 'none' })
    expect([answer.status, headingOf(answer.body)]).toEqual([429, 'Gormod o gynigion ar unwaith'])
  })
})

describe('The language of an account', () => {
  it('is asked for and set by its owner, and goes before the one of the browser', async () => {
    const mine = await partnership.colleague('universal-adviser')
    expect(langOf((await mine.get('/account')).body)).toBe('en')
    const none = await mine.post('/account/language', {}, '/account')
    expect([none.status, summaryOf(none.body)]).toEqual([422, ['#language Select a language']])
    const set = await mine.post('/account/language', { language: 'cy' }, '/account')
    expect(set.to).toBe('/account')
    expect(mine.cookies.get('connexions-language')).toBe('cy')
    expect(await eventsOf(test, { requestId: set.requestId })).toMatchObject([
      { action: 'account.language-chosen', outcome: 'done', target_id: mine.accountId },
    ])
    mine.cookies.set('connexions-language', 'en')
    const account = await mine.get('/account')
    expect([langOf(account.body), headingOf(account.body)]).toEqual(['cy', 'Fy nghyfrif'])
    expect(account.body).toMatch(/<input[^>]*value="cy"[^>]*checked/)
    const nothing = await mine.get('/nowhere')
    expect(langOf(nothing.body)).toBe('cy')
    // The list of pages leads to English pages and says so; the link would change nothing.
    expect(nothing.body).toContain('<div class="cx-nav__group" lang="en">')
    expect(nothing.body).not.toContain('?lang=')
  })

  it('leaves a page that is not translated English, whoever asks', async () => {
    const mine = await partnership.colleague('universal-adviser')
    await mine.post('/account/language', { language: 'cy' }, '/account')
    const { body } = await mine.get('/caseload')
    expect(langOf(body)).toBe('en')
    expect(body).toContain('Skip to main content')
    expect(body).not.toContain('Neidio')
  })

  it('makes an unknown record and one that may not be known the same bytes in Welsh', async () => {
    const adviser = await partnership.colleague('universal-adviser')
    const id = await addPerson(house, partnership, { family: 'Cymraegsample' })
    for (const own of [false, true]) {
      if (own) await adviser.post('/account/language', { language: 'cy' }, '/account')
      else adviser.cookies.set('connexions-language', 'cy')
      const unknown = await adviser.get('/people/0195f000-0000-7000-8000-000000000000')
      const barred = await adviser.get(`/people/${id}`)
      expect([unknown.status, barred.status, langOf(barred.body)]).toEqual([404, 404, 'cy'])
      expect(withoutTokens(barred)).toBe(withoutTokens(unknown))
      expect(withoutTokens(await adviser.get('/accounts'))).toBe(withoutTokens(unknown))
    }
  })
})
