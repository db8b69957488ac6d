/** The whole house over HTTP on a test file's database: partnerships of their own, colleagues, and visitors with cookies. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { afterAll } from 'vitest'
import { addMs, type Instant, stoppedClock } from '#ground/clock.ts'
import type { Acting, Tx } from '#ground/database/tx.ts'
import { type AccountId, type OrganisationId, type PartnershipId, type RowId } from '#ground/ids.ts'
import { openLog } from '#ground/log.ts'
import { addOrganisation, createPartnership } from '#rooms/directory/index.ts'
import {
  findAccount,
  inviteColleague,
  listMemberships,
  openSession,
  type Role,
  type Sealer,
  sealerFrom,
} from '#rooms/identity/index.ts'
import { type IntakeHouse, listFolder } from '#rooms/intake/index.ts'
import type { MatchingHouse } from '#rooms/matching/index.ts'
import { assetFolder } from '#web/assets.ts'
import { commandActing } from '../../src/acting.ts'
import { buildHouse } from '../../src/house.ts'
import { houseJobs } from '../../src/house-jobs.ts'
import { grantRole } from '../../src/role-grants.ts'
import type { TestDatabase } from './database.ts'
import { readPdf } from './read-pdf.ts'

export type TestHouse = {
  readonly app: FastifyInstance
  readonly clock: ReturnType<typeof stoppedClock>
  readonly sealer: Sealer
  /** Where sent lists lie, and the long work on them. Nothing runs it: a test that wants it run starts a runner. */
  readonly intake: IntakeHouse
  readonly matching: Pick<MatchingHouse, 'jobs' | 'nudge'>
  /** A new partnership with one organisation and nobody in it. */
  partnership(options?: { isDemo?: boolean }): Promise<TestPartnership>
  /** A browser of nobody in particular, with cookies of its own. */
  visitor(address?: string): TestVisitor
  /** Runs work as whoever runs the installation. */
  command<T>(partnershipId: PartnershipId | undefined, work: (tx: Tx) => Promise<T>): Promise<T>
}

export type TestPartnership = {
  readonly id: PartnershipId
  readonly organisationId: OrganisationId
  /** A colleague with a role, its grants, and a browser that is signed in; of the partnership’s own service, unless another organisation is given. */
  colleague(role: Role, name?: string, of?: OrganisationId): Promise<TestColleague>
}

export type TestColleague = TestVisitor & {
  readonly accountId: AccountId
  readonly membershipId: RowId
  readonly email: string
  readonly name: string
  readonly linkToken: string | undefined
  /** On whose behalf this colleague's requests act. */
  acting(): Acting
}

export type Answered = {
  readonly status: number
  readonly body: string
  /** The bytes of a PDF, of which `body` is the text. */
  readonly file?: Buffer
  readonly to: string | undefined
  readonly headers: LightMyRequestResponse['headers']
  readonly requestId: string
}

export type TestVisitor = {
  readonly cookies: Map<string, string>
  get(path: string): Promise<Answered>
  /** Sends a form with the token of a page just fetched (of `from`), unless `_csrf` is among the fields. */
  post(path: string, fields?: Fields, from?: string): Promise<Answered>
}

/** What a form sends: several of one name for boxes that are ticked. */
type Fields = Readonly<Record<string, string | readonly string[]>>

let made = 0

/** Builds the house on a database of this test file; it closes itself. */
export async function openTestHouse(
  test: TestDatabase,
  options: { publicUrl?: string; at?: string } = {},
): Promise<TestHouse> {
  const clock = stoppedClock(options.at ?? '2026-11-23T09:52:00Z')
  const sealer = sealerFrom(randomBytes(32))
  const assets = assetFolder()
  if (assets === undefined) throw new Error('the pages’ files are not built: npm run build')
  const dataDir = mkdtempSync(join(tmpdir(), 'connexions-house-'))
  const folder = listFolder(dataDir)
  const jobs = houseJobs(folder)
  const intake: IntakeHouse = { folder, jobs: jobs.intake, nudge: () => {} }
  const matching: TestHouse['matching'] = { jobs: jobs.matching, nudge: () => {} }
  const app = await buildHouse({
    database: test.database,
    clock,
    log: openLog('silent'),
    sealer,
    publicUrl: options.publicUrl ?? 'http://127.0.0.1:3000',
    assets,
    proxies: false,
    uploadBytes: 1_048_576,
    version: 'test',
    intake,
    matching,
  })
  afterAll(async () => {
    await app.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  const command = <T>(partnershipId: PartnershipId | undefined, work: (tx: Tx) => Promise<T>) =>
    test.database.transaction(commandActing(clock, 'test', partnershipId), work)

  async function partnership({ isDemo = false } = {}): Promise<TestPartnership> {
    const created = await command(undefined, tx =>
      createPartnership(tx, {
        name: `Example partnership ${++made}-${process.pid}`,
        model: 'direct-delivery',
        controllers: 'Made-up Council',
        processors: '',
        isDemo,
      }),
    )
    if (!created.ok) throw new Error(created.why)
    const id = created.value
    const organisationId = await command(id, tx =>
      addOrganisation(tx, { name: 'Example service', kind: 'partnership-service' }),
    )
    return { id, organisationId, colleague: (role, name, of = organisationId) => colleague(id, of, role, name) }
  }

  async function colleague(
    partnershipId: PartnershipId,
    organisationId: OrganisationId,
    role: Role,
    given?: string,
  ): Promise<TestColleague> {
    const email = `colleague-${++made}-${process.pid}@sample.example`
    const name = given ?? `${role} Testcase`
    const opened = await command(partnershipId, async tx => {
      const invited = await inviteColleague(tx, { email, name, role, jobTitle: '', organisationId })
      await grantRole(tx, { accountId: invited.accountId, role })
      const account = await findAccount(tx, invited.accountId)
      const [membership] = await listMemberships(tx, invited.accountId)
      if (!account || !membership) throw new Error('the colleague is not there')
      return { ...invited, session: await openSession(tx, account, 'signed-in', membership) }
    })
    const browser = visitor()
    browser.cookies.set('connexions', opened.session.token)
    return {
      ...browser,
      accountId: opened.accountId,
      membershipId: opened.membershipId,
      linkToken: opened.linkToken,
      email,
      name,
      acting: () => ({
        partnershipId,
        holders: [opened.accountId, organisationId],
        actorKind: 'account',
        actorId: opened.accountId,
        organisationId,
        at: clock.now(),
        today: clock.today(),
        requestId: 'test',
        reason: null,
      }),
    }
  }

  function visitor(address = '192.0.2.1'): TestVisitor {
    const cookies = new Map<string, string>()
    const ask = async (method: 'GET' | 'POST', url: string, fields?: Fields): Promise<Answered> => {
      const answer = await app.inject({
        method,
        url,
        remoteAddress: address,
        headers: {
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          ...(fields === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        },
        ...(fields === undefined ? {} : { payload: payloadOf(fields) }),
      })
      for (const { name, value, maxAge } of answer.cookies) {
        if (maxAge === 0) cookies.delete(name)
        else cookies.set(name, value)
      }
      const answered = answeredBy(answer)
      // What a PDF says lies packed in it: tests read it as anybody does.
      if (answer.headers['content-type'] !== 'application/pdf') return answered
      return { ...answered, body: (await readPdf(answer.rawPayload)).text, file: answer.rawPayload }
    }
    const get = (path: string) => ask('GET', path)
    return {
      cookies,
      get,
      post: async (path, fields = {}, from = '/no-such-page') => {
        if ('_csrf' in fields) return ask('POST', path, fields)
        return ask('POST', path, { ...fields, _csrf: tokenIn((await get(from)).body) })
      },
    }
  }

  return { app, clock, sealer, intake, matching, partnership, visitor, command }
}

function payloadOf(fields: Fields): string {
  const sent = new URLSearchParams()
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) sent.append(name, value)
  return sent.toString()
}

/** What tests look at of an answer. */
export function answeredBy(answer: LightMyRequestResponse): Answered {
  const { location } = answer.headers
  return {
    status: answer.statusCode,
    body: answer.body,
    to: typeof location === 'string' ? location : undefined,
    headers: answer.headers,
    requestId: String(answer.headers['x-request-id']),
  }
}

/** The form token of a page. */
export function tokenIn(body: string): string {
  return /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? ''
}

/** The page's main heading, as text. */
export function headingOf(body: string): string {
  return textOf(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(body)?.[1] ?? '')
}

/** The lines of the error summary, each with the field it leads to. */
export function summaryOf(body: string): string[] {
  const list = /govuk-error-summary__list"?>([\s\S]*?)<\/ul>/.exec(body)?.[1] ?? ''
  return [...list.matchAll(/<li>(?:<a href="([^"]*)">)?([\s\S]*?)(?:<\/a>)?<\/li>/g)].map(match =>
    `${match[1] ?? ''} ${textOf(match[2] ?? '')}`.trim(),
  )
}

/** A page without what differs from one answer to the next: the request id and the form token. */
export function withoutTokens(answer: Answered): string {
  return answer.body.replaceAll(answer.requestId, 'REQUEST').replaceAll(/name="_csrf" value="[^"]*"/g, 'name="_csrf"')
}

/** Events of a partnership, oldest first, as the owner reads them. */
export async function eventsOf(
  test: TestDatabase,
  where: { partnershipId?: string; requestId?: string; target?: string },
) {
  let asked = test.owner
    .selectFrom('audit_event')
    .select(['action', 'outcome', 'actor_id', 'actor_kind', 'person_ids', 'target_id', 'partnership_id'])
  if (where.partnershipId !== undefined) asked = asked.where('partnership_id', '=', where.partnershipId)
  if (where.requestId !== undefined) asked = asked.where('request_id', '=', where.requestId)
  if (where.target !== undefined) asked = asked.where('target_id', '=', where.target)
  return asked.orderBy('id').execute()
}

/** A moment so many minutes after another. */
export function minutesAfter(at: Instant, minutes: number): Instant {
  return addMs(at, minutes * 60_000)
}

function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&#39;|&apos;/g, '’')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
