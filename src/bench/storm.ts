/** A Monday morning: many colleagues sign in at the same moment, with password and second step, while others work. */
import { Agent } from 'node:http'
import { join } from 'node:path'
import type { Clock } from '#ground/clock.ts'
import type { ReadyDatabase } from '#ground/database/begin.ts'
import { addOrganisation } from '#rooms/directory/index.ts'
import { findAccountByEmail, hashPassword, inviteColleague, openSealer, totpCode } from '#rooms/identity/index.ts'
import { grantRole } from '../role-grants.ts'
import { askOnce, type Measure, type Reply } from './asking.ts'
import { type Percentiles, percentilesOf } from './figures.ts'
import { askSteadily } from './mixed.ts'
import { actingIn, adviserName, emailOf, type Place } from './people.ts'
import { giveSignIn } from './store/contents.ts'

/** How many sign in at once. */
export const STORM = 150
/** Records opened each second by those who are in already. */
const RECORDS_A_SECOND = 10

// Made-up colleagues of a database that is thrown away: they may all have the same.
const PASSWORD = 'every bench colleague has this one'
const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

export type Storm = {
  readonly colleagues: number
  /** Sign-ins that met trouble, and records that could not be opened meanwhile. */
  readonly errors: number
  /** From giving the password to the first page. */
  readonly signIns: Percentiles
  /** Opening a record before and during it. */
  readonly before: Percentiles
  readonly meanwhile: Percentiles
}

/** Makes sure there are so many colleagues with a password and a second step; answers with their emails. */
export async function prepareStorm(
  ready: ReadyDatabase,
  options: { clock: Clock; place: Place; dataDir: string },
): Promise<string[]> {
  const { clock, place, dataDir } = options
  const emails = Array.from({ length: STORM }, (_, n) => emailOf(place, adviserName(n)))
  await ready.database.transaction(actingIn(clock, place), async tx => {
    const missing: string[] = []
    for (const email of emails) if (!(await findAccountByEmail(tx, email))) missing.push(email)
    if (missing.length === 0) return
    const role = 'universal-adviser'
    const organisationId = await addOrganisation(tx, { name: 'New colleagues', kind: 'partnership-service' })
    for (const email of missing) {
      const invited = { email, name: 'Made-up colleague', role, jobTitle: '', organisationId } as const
      const { accountId } = await inviteColleague(tx, invited)
      await grantRole(tx, { accountId, role })
    }
  })
  const sealer = await openSealer(join(dataDir, 'keys'))
  const given = { emails, passwordHash: await hashPassword(PASSWORD), sealedSecret: sealer.seal(SECRET) }
  await giveSignIn(ready.ownerPlace, given)
  return emails
}

/** Signs everybody in at once. */
export async function measureStorm(
  port: number,
  options: { clock: Clock; emails: readonly string[]; record: Measure },
): Promise<Storm> {
  const { clock, emails, record } = options
  let opened = 0
  const draw = () => ({ question: record.question(opened++), status: record.status, name: record.name })
  const quiet = performance.now() + 5000
  const before = await askSteadily(port, draw, RECORDS_A_SECOND, () => performance.now() < quiet)
  // Everybody has the sign-in page open already.
  const visitors: Visitor[] = []
  for (const email of emails) visitors.push(await arrive(port, email))
  let going = true
  const working = askSteadily(port, draw, RECORDS_A_SECOND, () => going)
  try {
    const taken = await Promise.all(visitors.map(visitor => signIn(visitor, clock).catch(() => undefined)))
    going = false
    const meanwhile = await working
    const inside = taken.filter(ms => ms !== undefined)
    return {
      colleagues: emails.length,
      errors: taken.length - inside.length + before.errors + meanwhile.errors,
      signIns: percentilesOf(inside),
      before: percentilesOf(before.ms),
      meanwhile: percentilesOf(meanwhile.ms),
    }
  } finally {
    going = false
    await working.catch(() => {})
    for (const { agent } of visitors) agent.destroy()
  }
}

type Visitor = {
  readonly email: string
  readonly port: number
  readonly agent: Agent
  readonly cookies: Map<string, string>
  token: string
}

async function arrive(port: number, email: string): Promise<Visitor> {
  const visitor = { email, port, agent: new Agent({ keepAlive: true }), cookies: new Map<string, string>(), token: '' }
  await visit(visitor, '/sign-in')
  return visitor
}

/** Milliseconds from giving the password to the first page. */
async function signIn(visitor: Visitor, clock: Clock): Promise<number> {
  const started = performance.now()
  await send(visitor, '/sign-in', { email: visitor.email, password: PASSWORD })
  await visit(visitor, '/sign-in/code')
  let to = await send(visitor, '/sign-in/code', { code: await totpCode(SECRET, clock.now()) })
  for (let hop = 0; hop < 3; hop++) {
    const reply = await ask(visitor, to)
    if (reply.status === 200) return performance.now() - started
    to = reply.headers.location ?? '/'
  }
  throw new Error('signing in led nowhere')
}

async function visit(visitor: Visitor, path: string): Promise<void> {
  const reply = await ask(visitor, path)
  const token = /name="_csrf" value="([^"]+)"/.exec(reply.body.toString('utf8'))?.[1]
  if (reply.status !== 200 || token === undefined) throw new Error(`${path}: answered ${reply.status}`)
  visitor.token = token
}

async function send(visitor: Visitor, path: string, form: Readonly<Record<string, string>>): Promise<string> {
  const reply = await ask(visitor, path, { ...form, _csrf: visitor.token })
  if (reply.status !== 303) throw new Error(`${path}: answered ${reply.status} where 303 was due`)
  return reply.headers.location ?? '/'
}

async function ask(visitor: Visitor, path: string, form?: Readonly<Record<string, string>>): Promise<Reply> {
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const question = { path, cookie: cookie === '' ? undefined : cookie, ...(form === undefined ? {} : { form }) }
  const reply = await askOnce(visitor.agent, visitor.port, question, true)
  for (const text of reply.headers['set-cookie'] ?? []) {
    const [pair = ''] = text.split(';')
    visitor.cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
  }
  return reply
}
