import { beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '#test/database.ts'
import {
  eventsOf,
  headingOf,
  openTestHouse,
  summaryOf,
  type TestColleague,
  type TestPartnership,
  type TestVisitor,
  tokenIn,
  withoutTokens,
} from '#test/house.ts'
import { setAccountState, totpCode } from './index.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const PASSWORD = 'kettle orbit walnut'
let partnership: TestPartnership
let addresses = 0

beforeAll(async () => {
  partnership = await house.partnership()
})

/** A browser at an address nobody else in this file uses: addresses are counted, too. */
const browser = () => house.visitor(`198.51.${Math.floor(++addresses / 250)}.${addresses % 250}`)
const type = (at: TestVisitor, email: string, password: string) => at.post('/sign-in', { email, password }, '/sign-in')

type Ready = {
  readonly colleague: TestColleague
  readonly at: TestVisitor
  readonly secret: string
  readonly codes: readonly string[]
}

/** A colleague whose password and second step are set up, by the pages; the browser is signed in and known. */
async function ready(): Promise<Ready> {
  const colleague = await partnership.colleague('universal-adviser')
  const at = browser()
  const link = `/link/${colleague.linkToken}`
  expect((await at.post(link, { password: PASSWORD }, link)).to).toBe('/sign-in?set=1')
  expect((await type(at, colleague.email, PASSWORD)).to).toBe('/sign-in/set-up')
  const secret = secretIn((await at.get('/sign-in/set-up')).body)
  const done = await at.post('/sign-in/set-up', { code: await code(secret) }, '/sign-in/set-up')
  expect(headingOf(done.body)).toBe('Keep your recovery codes')
  return {
    colleague,
    at,
    secret,
    codes: [...done.body.matchAll(/class="cx-key">([^<]+)</g)].map(match => match[1] ?? ''),
  }
}

const code = (secret: string) => totpCode(secret, house.clock.now())
const secretIn = (body: string) => (/class="cx-key">([^<]+)</.exec(body)?.[1] ?? '').replaceAll(' ', '')
const isIn = async (at: TestVisitor) => (await at.get('/account')).status === 200

describe('Signing in', () => {
  it('says the same of a wrong password, an unknown email and an account switched off', async () => {
    const { colleague } = await ready()
    const off = await ready()
    await house.command(partnership.id, tx => setAccountState(tx, off.colleague.accountId, 'disabled'))
    const said = []
    for (const [email, password] of [
      [colleague.email, 'not the password at all'],
      ['nobody@sample.example', PASSWORD],
      [off.colleague.email, PASSWORD],
    ] as const) {
      const answer = await type(browser(), email, password)
      expect(answer.status).toBe(422)
      expect(summaryOf(answer.body)).toEqual([
        '#email Email and password do not go together. Check both',
        '#password Type your password again',
      ])
      expect(answer.body).not.toContain(password)
      said.push(withoutTokens(answer).replaceAll(email, 'EMAIL'))
    }
    expect(new Set(said).size).toBe(1)
  })

  it('writes a failed try down although nobody is signed in, and never what was typed', async () => {
    const { colleague } = await ready()
    const answer = await type(browser(), colleague.email, 'not the password at all')
    const events = await eventsOf(test, { requestId: answer.requestId })
    expect(events).toMatchObject([
      { action: 'account.sign-in-failed', outcome: 'refused', actor_kind: 'nobody', target_id: colleague.accountId },
    ])
  })

  it('asks for email and password, each at its field', async () => {
    const answer = await type(browser(), '', '')
    expect(answer.status).toBe(422)
    expect(summaryOf(answer.body)).toEqual(['#email Enter your work email', '#password Enter your password'])
  })

  it('takes the email in any case', async () => {
    const { colleague } = await ready()
    expect((await type(browser(), `  ${colleague.email.toUpperCase()} `, PASSWORD)).to).toBe('/sign-in/code')
  })

  it('is shut to strangers after ten wrong tries, while the owner gets in on a computer they have used', async () => {
    const { colleague, at } = await ready()
    for (let n = 0; n < 10; n++)
      expect((await type(browser(), colleague.email, `wrong password ${n}`)).status).toBe(422)
    const stranger = await type(browser(), colleague.email, PASSWORD)
    expect(stranger.status).toBe(429)
    expect(summaryOf(stranger.body)[0]).toContain('Too many tries')
    at.cookies.delete('connexions')
    expect((await type(at, colleague.email, PASSWORD)).to).toBe('/sign-in/code')
    house.clock.advance(15 * 60_000 + 1)
    expect((await type(browser(), colleague.email, PASSWORD)).to).toBe('/sign-in/code')
  })

  it('is shut to an unknown email in the same way, so that the limit tells nothing', async () => {
    for (let n = 0; n < 10; n++) await type(browser(), 'never.there@sample.example', `wrong password ${n}`)
    expect((await type(browser(), 'never.there@sample.example', PASSWORD)).status).toBe(429)
  })

  it('is shut to an address after fifty wrong tries, whoever is tried', async () => {
    const { colleague } = await ready()
    const from = browser()
    for (let n = 0; n < 50; n++)
      expect((await type(from, `nobody-${n}@sample.example`, 'wrong password')).status).toBe(422)
    expect((await type(from, colleague.email, PASSWORD)).status).toBe(429)
    expect((await type(browser(), colleague.email, PASSWORD)).to).toBe('/sign-in/code')
  }, 60_000)
})

describe('The second step', () => {
  it('refuses a code that was used, in setting up or in signing in', async () => {
    const { colleague, secret } = await ready()
    const at = browser()
    await type(at, colleague.email, PASSWORD)
    const replayed = await at.post('/sign-in/code', { code: await code(secret) }, '/sign-in/code')
    expect(replayed.status).toBe(422)
    expect(summaryOf(replayed.body)[0]).toContain('That code does not work')
    house.clock.advance(31_000)
    const fresh = await code(secret)
    expect((await at.post('/sign-in/code', { code: fresh }, '/sign-in/code')).to).toBe('/')
    const again = browser()
    await type(again, colleague.email, PASSWORD)
    expect((await again.post('/sign-in/code', { code: fresh }, '/sign-in/code')).status).toBe(422)
    expect(await isIn(again)).toBe(false)
  })

  it('takes a code of a moment ago and refuses one of two minutes ago', async () => {
    const { colleague, secret } = await ready()
    house.clock.advance(60_000)
    const old = await code(secret)
    const at = browser()
    await type(at, colleague.email, PASSWORD)
    house.clock.advance(120_000)
    expect((await at.post('/sign-in/code', { code: old }, '/sign-in/code')).status).toBe(422)
    const late = await code(secret)
    house.clock.advance(30_000)
    expect((await at.post('/sign-in/code', { code: late }, '/sign-in/code')).to).toBe('/')
  })

  it('takes a recovery code once, however it is written', async () => {
    const { colleague, codes } = await ready()
    expect(new Set(codes).size).toBe(10)
    const [first = ''] = codes
    const at = browser()
    await type(at, colleague.email, PASSWORD)
    expect(
      (await at.post('/sign-in/code', { code: ` ${first.toLowerCase().replace('-', ' ')} ` }, '/sign-in/code')).to,
    ).toBe('/')
    expect((await at.get('/account')).body).toContain('9 recovery codes left')
    const again = browser()
    await type(again, colleague.email, PASSWORD)
    expect((await again.post('/sign-in/code', { code: first }, '/sign-in/code')).status).toBe(422)
  })

  it('refuses recovery codes that were replaced', async () => {
    const { colleague, at, codes } = await ready()
    const renewed = await at.post('/account/recovery-codes')
    expect(headingOf(renewed.body)).toBe('Keep your recovery codes')
    const elsewhere = browser()
    await type(elsewhere, colleague.email, PASSWORD)
    expect((await elsewhere.post('/sign-in/code', { code: codes[1] ?? '' }, '/sign-in/code')).status).toBe(422)
  })

  it('starts again from the password after six wrong codes', async () => {
    const { colleague } = await ready()
    const at = browser()
    await type(at, colleague.email, PASSWORD)
    for (let n = 0; n < 5; n++)
      expect((await at.post('/sign-in/code', { code: `00000${n}` }, '/sign-in/code')).status).toBe(422)
    expect((await at.post('/sign-in/code', { code: '000009' }, '/sign-in/code')).status).toBe(429)
    expect((await at.get('/sign-in/code')).to).toBe('/sign-in')
  })

  it('cannot be guessed by beginning anew for every few codes; the owner still gets in on a computer they have used', async () => {
    const { colleague, at, secret } = await ready()
    const statuses = []
    for (let n = 0; n < 4; n++) {
      const thief = browser()
      await type(thief, colleague.email, PASSWORD)
      for (let m = 0; m < 3; m++)
        statuses.push((await thief.post('/sign-in/code', { code: `1${n}${m}000` }, '/sign-in/code')).status)
    }
    expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 422))
    expect(statuses.slice(10)).toEqual([429, 429])
    house.clock.advance(31_000)
    const thief = browser()
    await type(thief, colleague.email, PASSWORD)
    expect((await thief.post('/sign-in/code', { code: await code(secret) }, '/sign-in/code')).status).toBe(429)
    at.cookies.delete('connexions')
    await type(at, colleague.email, PASSWORD)
    expect((await at.post('/sign-in/code', { code: await code(secret) }, '/sign-in/code')).to).toBe('/')
  })

  it('is set up before anything else: the password alone opens nothing, and a wrong code changes nothing', async () => {
    const colleague = await partnership.colleague('manager')
    const at = browser()
    const link = `/link/${colleague.linkToken}`
    await at.post(link, { password: PASSWORD }, link)
    await type(at, colleague.email, PASSWORD)
    expect((await at.get('/account')).to).toBe('/sign-in/set-up')
    const secret = secretIn((await at.get('/sign-in/set-up')).body)
    const wrong = await at.post('/sign-in/set-up', { code: '000000' }, '/sign-in/set-up')
    expect(wrong.status).toBe(422)
    expect(secretIn(wrong.body)).toBe(secret)
    expect(await isIn(at)).toBe(false)
  })

  it('gives the session a new token: the cookie of before is worth nothing', async () => {
    const { colleague, secret } = await ready()
    const at = browser()
    await type(at, colleague.email, PASSWORD)
    const before = at.cookies.get('connexions') ?? ''
    house.clock.advance(31_000)
    await at.post('/sign-in/code', { code: await code(secret) }, '/sign-in/code')
    expect(at.cookies.get('connexions')).not.toBe(before)
    expect(await isIn(at)).toBe(true)
    const thief = browser()
    thief.cookies.set('connexions', before)
    expect((await thief.get('/account')).to).toBe('/sign-in')
  })
})

describe('A one-time link', () => {
  it('sets a password once', async () => {
    const colleague = await partnership.colleague('manager')
    const link = `/link/${colleague.linkToken}`
    const at = browser()
    expect((await at.post(link, { password: PASSWORD }, link)).to).toBe('/sign-in?set=1')
    expect(headingOf((await at.get(link)).body)).toBe('This link no longer works')
    const again = await at.post(link, { password: 'another orbit walnut' }, '/sign-in')
    expect(again.status).toBe(422)
    expect((await type(at, colleague.email, PASSWORD)).to).toBe('/sign-in/set-up')
  })

  it('is over after three days', async () => {
    const colleague = await partnership.colleague('manager')
    const link = `/link/${colleague.linkToken}`
    const at = browser()
    house.clock.advance(3 * 24 * 3_600_000 - 1)
    expect(headingOf((await at.get(link)).body)).toBe('Choose a password')
    house.clock.advance(1)
    expect(headingOf((await at.get(link)).body)).toBe('This link no longer works')
    expect((await at.post(link, { password: PASSWORD }, '/sign-in')).status).toBe(422)
  })

  it('is over once a newer one was made, and opening it shows the same page as one that never was', async () => {
    const colleague = await partnership.colleague('manager')
    const administrator = await partnership.colleague('administrator')
    const made = await administrator.post(`/accounts/${colleague.accountId}/reset`)
    expect(headingOf(made.body)).toBe('Give this link to them')
    const at = browser()
    const old = await at.get(`/link/${colleague.linkToken}`)
    const never = await at.get(`/link/${'x'.repeat(43)}`)
    expect(headingOf(old.body)).toBe('This link no longer works')
    expect(withoutTokens(old)).toBe(withoutTokens(never))
  })

  it.each([
    ['short', 'Use at least 12 characters'],
    ['Password1234', 'That password is too easy to guess'],
    ['x'.repeat(201), 'Use at most 200 characters'],
    ['', 'Enter a password'],
  ])('refuses the password %j and keeps the link', async (password, words) => {
    const colleague = await partnership.colleague('manager')
    const link = `/link/${colleague.linkToken}`
    const at = browser()
    const refused = await at.post(link, { password }, link)
    expect(refused.status).toBe(422)
    expect(summaryOf(refused.body)[0]).toContain(words)
    expect((await at.post(link, { password: PASSWORD }, link)).to).toBe('/sign-in?set=1')
  })
})

describe('A form', () => {
  it.each([
    ['without a token', {}],
    ['with a token that is none', { _csrf: 'made-up' }],
  ])('%s is not taken from a stranger', async (_words, fields) => {
    const at = browser()
    await at.get('/sign-in')
    const answer = await at.post('/sign-in', {
      _csrf: '',
      email: 'nobody@sample.example',
      password: PASSWORD,
      ...fields,
    })
    expect(answer.status).toBe(403)
    expect(headingOf(answer.body)).toBe('This page was open too long')
    expect(await eventsOf(test, { requestId: answer.requestId })).toMatchObject([
      { action: 'account.sign-in-failed', outcome: 'refused' },
    ])
  })

  it('with somebody else’s token is not taken, nothing is done, and it is written down', async () => {
    const mine = await partnership.colleague('manager')
    const theirs = await partnership.colleague('manager')
    const token = tokenIn((await theirs.get('/account')).body)
    const answer = await mine.post('/account/keys', { _csrf: token, on: 'no' })
    expect(answer.status).toBe(403)
    expect((await mine.get('/account')).body).toContain('Switch keys off')
    expect(await eventsOf(test, { requestId: answer.requestId })).toMatchObject([
      { action: 'account.keys-changed', outcome: 'refused', actor_id: mine.accountId },
    ])
  })

  it('with the token of before signing in is not taken after it', async () => {
    const { colleague, secret } = await ready()
    const at = browser()
    await type(at, colleague.email, PASSWORD)
    const early = tokenIn((await at.get('/sign-in/code')).body)
    house.clock.advance(31_000)
    await at.post('/sign-in/code', { code: await code(secret) }, '/sign-in/code')
    expect((await at.post('/account/keys', { _csrf: early, on: 'no' })).status).toBe(403)
  })
})
