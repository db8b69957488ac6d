/** Wall one: every line of the register for every role. What a role is not given is not there, byte for byte, and is written down. */
import { v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { ROLES, type Role, roleMay } from '#rooms/identity/index.ts'
import { openTestDatabase } from '#test/database.ts'
import {
  type Answered,
  eventsOf,
  openTestHouse,
  type TestColleague,
  type TestPartnership,
  withoutTokens,
} from '#test/house.ts'
import { registerLines } from '#test/register.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const lines = registerLines()
const guarded = lines.flatMap(line =>
  'permission' in line.guard ? [{ ...line, permission: line.guard.permission }] : [],
)
const refusedTo = (role: Role) => guarded.filter(line => !roleMay(role, line.permission))

/** An address of a line with ids that are nobody's. */
const dummy = (path: string) => path.replaceAll(/:\w+/g, () => v7())

let partnership: TestPartnership
beforeAll(async () => {
  partnership = await house.partnership()
})

describe('The register', () => {
  it('says of every line who may ask and what is written down, or why not', () => {
    expect(guarded.length).toBeGreaterThan(30)
    for (const line of lines) {
      if (!('permission' in line.guard)) expect(line.guard.why, line.path).toMatch(/\w+ \w+/)
      if (typeof line.audit === 'string') expect(line.audit, line.path).toMatch(/^[a-z][a-z-]*(\.[a-z][a-z-]*)+$/)
      else expect(line.audit.none, line.path).toMatch(/\w+ \w+/)
    }
  })

  it('opens nothing about young people to everyone: only signing in, links, a calendar and a notebook’s page without names, and the demo', () => {
    const open = lines.filter(line => 'open' in line.guard).map(line => `${line.method} ${line.path}`)
    const [secure, rest] = [
      open.filter(line => line.includes(' /open/')),
      open.filter(line => !line.includes(' /open/')),
    ]
    expect(rest.toSorted((a, b) => a.localeCompare(b))).toEqual(
      [
        ...['GET /calendar/:file', 'GET /demo', 'GET /link/:token', 'GET /sign-in', 'POST /demo', 'POST /link/:token'],
        // The page a device keeps, its worker, and whether what was taken along is over: none of them names anybody.
        ...['GET /notebook/open', 'GET /notebook/standing', 'GET /notebook/worker.js', 'POST /sign-in'],
      ].toSorted((a, b) => a.localeCompare(b)),
    )
    // What a secure link opens stands behind its code.
    expect(secure.toSorted((a, b) => a.localeCompare(b))).toEqual(
      [
        ...['GET', 'POST'].flatMap(m => ['', '/letter', '/plan', '/worried'].map(part => `${m} /open/:token${part}`)),
        ...[
          'GET /open/:token/leave',
          'GET /open/:token/plan.pdf',
          'POST /open/:token/done',
          'POST /open/:token/another',
        ],
        ...['GET /open/:token/absence', 'POST /open/:token/absence'],
        ...['GET /open/:token/referral', 'GET /open/:token/shared', 'POST /open/:token/referral/:move'],
        'GET /open/:token/group',
        ...['GET /open/:token/pathway', 'POST /open/:token/pathway/steps/:stepId'],
        'POST /open/:token/pathway/taken-back/:pathwayId',
        ...['GET /open/:token/pages', 'GET /open/:token/statement', 'POST /open/:token/statement'],
        ...['GET /open/:token/file', 'GET /open/:token/file.pdf', 'POST /open/:token/file'],
        ...['/word', '/new-word', '/:entryId/:move', '/:entryId/evidence'].map(part => `POST /open/:token/file${part}`),
      ].toSorted((a, b) => a.localeCompare(b)),
    )
  })

  it('leads whoever has not given the code of a secure link back to where it is asked for', async () => {
    const stranger = house.visitor()
    for (const line of lines.filter(
      l => l.method === 'GET' && l.path.startsWith('/open/:token/') && !l.path.endsWith('/leave'),
    ))
      expect(await stranger.get(dummy(line.path)), line.path).toMatchObject({ status: 303, body: '' })
  })

  it('lets a stranger see no line that asks a permission: each leads to the sign-in page and tells nothing', async () => {
    const stranger = house.visitor()
    for (const line of guarded) {
      const path = dummy(line.path)
      const answer = line.method === 'GET' ? await stranger.get(path) : await stranger.post(path, { _csrf: 'none' })
      expect([answer.status, answer.to, answer.body], line.path).toEqual([303, '/sign-in', ''])
    }
  })

  it('leads somebody half-way through signing in back to the step that is still to come', async () => {
    const half = await halfWay()
    for (const line of guarded) {
      const path = dummy(line.path)
      const answer = line.method === 'GET' ? await half.get(path) : await half.post(path, { _csrf: 'none' })
      expect([answer.status, answer.to, answer.body], line.path).toEqual([303, '/sign-in/set-up', ''])
    }
  })
})

describe.each(ROLES)('To the role %s', role => {
  let colleague: TestColleague
  let unknown: Answered
  beforeAll(async () => {
    colleague = await partnership.colleague(role)
    unknown = await colleague.get('/nowhere/to-be-found')
  })

  it.each(refusedTo(role).map(line => [line.method, line.path, line] as const))(
    '%s %s is not there, and the try is written down',
    async (method, path, line) => {
      const answer =
        method === 'GET' ? await colleague.get(dummy(path)) : await colleague.post(dummy(path), { _csrf: 'none' })
      expect(answer.status).toBe(404)
      expect(withoutTokens(answer)).toBe(withoutTokens(unknown))
      expect(lasting(answer)).toEqual(lasting(unknown))
      const events = await eventsOf(test, { requestId: answer.requestId })
      expect(events).toMatchObject([
        { outcome: 'refused', actor_id: colleague.accountId, partnership_id: partnership.id },
      ])
      if (typeof line.audit === 'string') expect(events[0]?.action).toBe(line.audit)
    },
  )

  const allowed = lines.filter(
    line =>
      line.method === 'GET' &&
      line.path.includes(':') &&
      'permission' in line.guard &&
      roleMay(role, line.guard.permission),
  )
  it.each(allowed.map(line => [line.path]))(
    'GET %s of nobody reads like an address that does not exist',
    async path => {
      const answer = await colleague.get(dummy(path))
      expect(answer.status).toBe(404)
      expect(withoutTokens(answer)).toBe(withoutTokens(unknown))
      expect(lasting(answer)).toEqual(lasting(unknown))
      const malformed = await colleague.get(path.replaceAll(/:\w+/g, 'not-an-id'))
      expect(withoutTokens(malformed)).toBe(withoutTokens(unknown))
    },
  )

  const plain = lines.filter(
    line =>
      line.method === 'GET' &&
      !line.path.includes(':') &&
      'permission' in line.guard &&
      roleMay(role, line.guard.permission),
  )
  it.each(plain.map(line => [line.path]))('GET %s answers', async path => {
    expect((await colleague.get(path)).status).toBe(200)
  })
})

async function halfWay() {
  const someone = await partnership.colleague('manager')
  const browser = house.visitor()
  await browser.get(`/link/${someone.linkToken}`)
  await browser.post(`/link/${someone.linkToken}`, { password: 'kettle orbit walnut' }, `/link/${someone.linkToken}`)
  const entered = await browser.post('/sign-in', { email: someone.email, password: 'kettle orbit walnut' }, '/sign-in')
  expect(entered.to).toBe('/sign-in/set-up')
  return browser
}

/** Headers but for those that differ from one answer to the next. */
function lasting(answer: Answered): Record<string, unknown> {
  const { date: _date, 'x-request-id': _id, ...rest } = answer.headers
  return rest
}
