import { v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import { openTestDatabase } from '#test/database.ts'
import {
  eventsOf,
  headingOf,
  openTestHouse,
  summaryOf,
  type TestColleague,
  type TestPartnership,
  withoutTokens,
} from '#test/house.ts'
import { findAccount, inviteColleague, openSession, setAccountState } from './index.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const secure = await openTestHouse(test, { publicUrl: 'https://connexions.example' })
const MINUTE = 60_000
let partnership: TestPartnership
let elsewhere: TestPartnership

beforeAll(async () => {
  partnership = await house.partnership()
  elsewhere = await house.partnership()
})

const isIn = async (at: { get: TestColleague['get'] }) => (await at.get('/account')).status === 200

describe('A session', () => {
  it('ends after an hour in which nobody used it', async () => {
    const colleague = await partnership.colleague('manager')
    house.clock.advance(60 * MINUTE - 1)
    expect(await isIn(colleague)).toBe(true)
    house.clock.advance(60 * MINUTE - 1)
    expect(await isIn(colleague)).toBe(true)
    house.clock.advance(60 * MINUTE)
    expect((await colleague.get('/account')).to).toBe('/sign-in')
  })

  it('ends after twelve hours however much it is used', async () => {
    const colleague = await partnership.colleague('manager')
    for (let n = 0; n < 14; n++) {
      house.clock.advance(50 * MINUTE)
      expect(await isIn(colleague)).toBe(true)
    }
    house.clock.advance(20 * MINUTE)
    expect(await isIn(colleague)).toBe(false)
  })

  it('that is half-way ends after ten minutes', async () => {
    const colleague = await partnership.colleague('manager')
    const opened = await house.command(undefined, async tx => {
      const account = await findAccount(tx, colleague.accountId)
      if (!account) throw new Error('no account')
      return openSession(tx, account, 'set-up')
    })
    const at = house.visitor()
    at.cookies.set('connexions', opened.token)
    house.clock.advance(10 * MINUTE - 1)
    expect((await at.get('/sign-in/set-up')).status).toBe(200)
    house.clock.advance(1)
    expect((await at.get('/sign-in/set-up')).to).toBe('/sign-in')
  })

  it('ends by signing out, and its cookie is worth nothing afterwards', async () => {
    const colleague = await partnership.colleague('manager')
    const token = colleague.cookies.get('connexions') ?? ''
    expect((await colleague.post('/sign-out')).to).toBe('/sign-in?out=1')
    expect(colleague.cookies.has('connexions')).toBe(false)
    const thief = house.visitor()
    thief.cookies.set('connexions', token)
    expect(await isIn(thief)).toBe(false)
  })

  it('ends on every other computer by signing out everywhere, and goes on here', async () => {
    const here = await partnership.colleague('manager')
    const there = await secondSession(here)
    expect(await isIn(there)).toBe(true)
    expect((await here.post('/account/sign-out-everywhere')).to).toBe('/account')
    expect([await isIn(here), await isIn(there)]).toEqual([true, false])
  })

  it('ends at once when the account is switched off, and does not come back when it is switched on', async () => {
    const colleague = await partnership.colleague('manager')
    await house.command(partnership.id, tx => setAccountState(tx, colleague.accountId, 'disabled'))
    expect(await isIn(colleague)).toBe(false)
    await house.command(partnership.id, tx => setAccountState(tx, colleague.accountId, 'active'))
    expect(await isIn(colleague)).toBe(false)
  })

  it('is not given by a cookie that was made up', async () => {
    const at = house.visitor()
    at.cookies.set('connexions', 'x'.repeat(43))
    expect((await at.get('/account')).to).toBe('/sign-in')
  })
})

describe('What to act as', () => {
  it('is one’s own only: a membership of somebody else is refused', async () => {
    const mine = await partnership.colleague('manager')
    const theirs = await elsewhere.colleague('safeguarding-lead')
    const answer = await mine.post('/sign-in/choose', { membership: theirs.membershipId })
    expect(answer.status).toBe(422)
    expect(summaryOf(answer.body)).toEqual(['#membership Select what you are acting as'])
    expect((await mine.get('/concerns')).status).toBe(404)
    expect((await mine.get('/account')).body).toContain('Manager')
  })

  it('changes with the choice: another partnership, another role, other pages', async () => {
    const mine = await partnership.colleague('manager')
    const second = await house.command(elsewhere.id, tx =>
      inviteColleague(tx, {
        email: mine.email,
        name: mine.name,
        role: 'administrator',
        jobTitle: '',
        organisationId: elsewhere.organisationId,
      }),
    )
    expect((await mine.get('/accounts')).status).toBe(404)
    expect((await mine.post('/sign-in/choose', { membership: second.membershipId })).to).toBe('/')
    expect((await mine.get('/accounts')).status).toBe(200)
  })
})

describe('An administrator', () => {
  let administrator: TestColleague
  beforeAll(async () => {
    administrator = await partnership.colleague('administrator')
  })

  it.each(['reset', 'reset-second-step', 'disable', 'enable'])(
    'cannot %s an account of another partnership: it reads as if there were none',
    async verb => {
      const stranger = await elsewhere.colleague('manager')
      const answer = await administrator.post(`/accounts/${stranger.accountId}/${verb}`)
      expect(answer.status).toBe(404)
      expect(withoutTokens(answer)).toBe(withoutTokens(await administrator.get('/nowhere')))
      expect(await isIn(stranger)).toBe(true)
      expect(await eventsOf(test, { requestId: answer.requestId })).toMatchObject([
        { outcome: 'refused', partnership_id: partnership.id },
      ])
    },
  )

  it.each(['reset', 'reset-second-step', 'disable'])(
    'cannot %s a colleague who works for another partnership too: the link would open that one as well',
    async verb => {
      const shared = await partnership.colleague('manager')
      await test.owner
        .insertInto('membership')
        .values({
          partnership_id: elsewhere.id,
          id: v7(),
          account_id: shared.accountId,
          organisation_id: elsewhere.organisationId,
          role: 'manager',
          started_on: toDay('2020-01-01'),
        })
        .execute()
      const answer = await administrator.post(`/accounts/${shared.accountId}/${verb}`)
      expect(answer.status).toBe(404)
      expect(answer.body).not.toContain('/link/')
      expect(await isIn(shared)).toBe(true)
    },
  )

  it('does not see accounts of another partnership in the list', async () => {
    const stranger = await elsewhere.colleague('manager', 'Otherwhere Testcase')
    const list = await administrator.get('/accounts')
    expect(list.body).toContain(administrator.email)
    expect(list.body).not.toContain(stranger.email)
    expect(list.body).not.toContain('Otherwhere')
  })

  it('cannot end a role of another partnership, nor a colleague’s role under another colleague’s name', async () => {
    const stranger = await elsewhere.colleague('manager')
    const one = await partnership.colleague('manager')
    const other = await partnership.colleague('manager')
    expect(
      (await administrator.post(`/accounts/${stranger.accountId}/memberships/${stranger.membershipId}/end`)).status,
    ).toBe(404)
    for (const membershipId of [stranger.membershipId, other.membershipId])
      expect((await administrator.post(`/accounts/${one.accountId}/memberships/${membershipId}/end`)).status).toBe(404)
    expect([await isIn(stranger), await isIn(one), await isIn(other)]).toEqual([true, true, true])
    const { rows } = await endedMemberships([stranger.membershipId, one.membershipId, other.membershipId])
    expect(rows).toEqual([])
  })

  it('ends a colleague’s role: they are signed out and cannot act as it from the next day', async () => {
    const one = await partnership.colleague('manager')
    house.clock.advance(24 * 60 * MINUTE)
    const fresh = await secondSession(one)
    const admin = await partnership.colleague('administrator')
    expect((await admin.post(`/accounts/${one.accountId}/memberships/${one.membershipId}/end`)).to).toBe('/accounts')
    expect(await isIn(fresh)).toBe(false)
    const { rows } = await endedMemberships([one.membershipId])
    expect(rows).toHaveLength(1)
    expect((await admin.get('/accounts')).body).not.toContain(one.email)
  })

  it('gives a colleague what the role opens, and takes it away with the role but for what another role opens', async () => {
    const admin = await partnership.colleague('administrator')
    const email = `both-${process.pid}@sample.example`
    for (const role of ['safeguarding-lead', 'front-desk'])
      await admin.post('/accounts/new', {
        name: 'Both Testcase',
        email,
        role,
        organisation: partnership.organisationId,
      })
    const held = await test.owner
      .selectFrom('membership')
      .innerJoin('account', 'account.id', 'membership.account_id')
      .select(['membership.id', 'membership.role', 'account.id as accountId'])
      .where('email', '=', email)
      .execute()
    const accountId = held[0]?.accountId ?? ''
    const live = async () =>
      (
        await test.owner
          .selectFrom('access_grant')
          .select('reason')
          .where('holder_id', '=', accountId)
          .where('ended_at', 'is', null)
          .execute()
      ).map(grant => grant.reason)
    expect(new Set(await live())).toEqual(new Set(['Safeguarding lead', 'Front desk']))
    const lead = held.find(one => one.role === 'safeguarding-lead')
    await admin.post(`/accounts/${accountId}/memberships/${lead?.id}/end`)
    expect(await live()).toEqual(['Front desk'])
  })

  it('switches a colleague off and on, and both are written down about them', async () => {
    const admin = await partnership.colleague('administrator')
    const one = await partnership.colleague('manager')
    await admin.post(`/accounts/${one.accountId}/disable`)
    expect(await isIn(one)).toBe(false)
    await admin.post(`/accounts/${one.accountId}/enable`)
    const events = await eventsOf(test, { target: one.accountId })
    expect(events.map(event => event.action)).toEqual(expect.arrayContaining(['account.disabled', 'account.enabled']))
    expect(events.filter(event => event.action === 'account.disabled')).toMatchObject([{ actor_id: admin.accountId }])
  })

  it('adds a colleague by a form that says what is missing and keeps what was typed', async () => {
    const admin = await partnership.colleague('administrator')
    const missing = await admin.post('/accounts/new', { name: 'Nia Testcase', email: 'not an email' })
    expect(missing.status).toBe(422)
    expect(summaryOf(missing.body).map(line => line.split(' ')[0])).toEqual(['#email', '#role', '#organisation'])
    expect(missing.body).toContain('value="Nia Testcase"')
    const added = await admin.post('/accounts/new', {
      name: 'Nia Testcase',
      email: `nia-${process.pid}@sample.example`,
      role: 'manager',
      organisation: partnership.organisationId,
    })
    expect(headingOf(added.body)).toBe('Give this link to them')
    const link = /http:\/\/127\.0\.0\.1:3000(\/link\/[\w-]{43})/.exec(added.body)?.[1] ?? ''
    expect(headingOf((await house.visitor().get(link)).body)).toBe('Choose a password')
  })

  it('cannot add a colleague to an organisation of another partnership', async () => {
    const admin = await partnership.colleague('administrator')
    const answer = await admin.post('/accounts/new', {
      name: 'Nia Testcase',
      email: `elsewhere-${process.pid}@sample.example`,
      role: 'manager',
      organisation: elsewhere.organisationId,
    })
    expect(answer.status).toBe(422)
    expect(summaryOf(answer.body)).toEqual(['#organisation Select the organisation they act for'])
  })
})

describe('Answers', () => {
  it('carry a policy that lets no inline script or style run, and are kept nowhere', async () => {
    const colleague = await partnership.colleague('manager')
    for (const answer of [
      await house.visitor().get('/sign-in'),
      await colleague.get('/account'),
      await colleague.get('/nowhere'),
    ]) {
      const policy = String(answer.headers['content-security-policy'])
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("script-src 'self'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toMatch(/unsafe|\*|data:/)
      expect(answer.body).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>|\sstyle=|\son\w+=/)
      expect(answer.headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'origin-agent-cluster': '?1',
        'x-frame-options': 'SAMEORIGIN',
        'x-permitted-cross-domain-policies': 'none',
        'x-dns-prefetch-control': 'off',
      })
    }
  })

  it('promise transport security only where there is any', async () => {
    expect((await house.visitor().get('/sign-in')).headers['strict-transport-security']).toBeUndefined()
    expect((await secure.visitor().get('/sign-in')).headers['strict-transport-security']).toBe('max-age=31536000')
  })

  it('set cookies that no script reads and no other site sends, and that travel encrypted only', async () => {
    const [plain] = [(await house.visitor().get('/sign-in')).headers['set-cookie']].flat()
    const [sealed] = [(await secure.visitor().get('/sign-in')).headers['set-cookie']].flat()
    expect(plain).toMatch(/^connexions-form=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(sealed).toMatch(/^connexions-form=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  })

  it('know no choose-a-person page in a live database', async () => {
    const stranger = house.visitor()
    const unknown = await stranger.get('/nowhere')
    const demo = await stranger.get('/demo')
    expect(demo.status).toBe(404)
    expect(withoutTokens(demo)).toBe(withoutTokens(unknown))
    const colleague = await partnership.colleague('manager')
    const posted = await stranger.post('/demo', { membership: colleague.membershipId }, '/sign-in')
    expect(posted.status).toBe(404)
    expect(stranger.cookies.has('connexions')).toBe(false)
  })

  it('tell health without a session, and nothing else with it', async () => {
    const health = await house.visitor().get('/health')
    expect(health.status).toBe(200)
    expect(JSON.parse(health.body)).toEqual({ live: true, ready: true, version: 'test' })
  })
})

async function secondSession(colleague: TestColleague) {
  const opened = await house.command(undefined, async tx => {
    const account = await findAccount(tx, colleague.accountId)
    if (!account) throw new Error('no account')
    const { partnershipId } = colleague.acting()
    return openSession(tx, account, 'signed-in', { partnershipId, id: colleague.membershipId } as Parameters<
      typeof openSession
    >[3])
  })
  const browser = house.visitor()
  browser.cookies.set('connexions', opened.token)
  return browser
}

async function endedMemberships(ids: readonly string[]) {
  const rows = await test.owner
    .selectFrom('membership')
    .select('id')
    .where('id', 'in', [...ids] as never[])
    .where('finished_on', 'is not', null)
    .execute()
  return { rows }
}
