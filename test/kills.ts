/**
 * Kills the program, the database or both, while people write, and looks at what is left: nothing that was acknowledged may
 * be lost, nothing may be there by half, and no server may be left over.
 *
 *     npm run test:kills -- --times 50 --seed 7
 *
 * The same seed kills the same things after the same pauses; what was under way then is the machine's to say.
 */
import { rmSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { OWNER_LOGIN } from '#ground/database/admin-script.ts'
import { withClient } from '#ground/database/connect.ts'
import { findRunning } from '#ground/database/embedded/index.ts'
import { processesWith, serverPid, until } from '#test/processes.ts'
import { newDataDir, serve } from '#test/served.ts'

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    results: { type: 'string' },
  },
})
const times = Number(values.times)
const next = seeded(Number(values.seed))
const dataDir = newDataDir()
const say = (line: string) => process.stdout.write(`${line}\n`)

const WRITERS = 4
const TARGETS = ['the program', 'the database', 'both'] as const
/** What the program answered "kept" to: the text sent, by the id it was given. */
const acknowledged = new Map<string, string>()
/** Everything that was ever sent: what was under way at a kill may be there or not, once. */
const sent = new Set<string>()

let failed = 0
let served = await serve('demo', ['--people', '60'], { dataDir, mayEnd: true })
const session = await signIn(served.base)
try {
  for (let n = 1; n <= times; n++) {
    const target = TARGETS[Math.floor(next() * TARGETS.length)] ?? 'both'
    const wait = 200 + Math.floor(next() * 1300)
    const before = acknowledged.size
    const faults = await killOnce(target, wait)
    if (faults.length > 0) failed += 1
    say(
      `${faults.length === 0 ? '✓' : '✗'} ${n}: ${target} killed after ${wait} ms and ${acknowledged.size - before} acknowledged writes`,
    )
    for (const fault of faults) say(`  ! ${fault}`)
  }
  const { base, run } = served
  const verdict = await run('audit', 'verify', '--demo').catch((trouble: Error) => trouble.message)
  if (!verdict.includes('The log is whole.')) {
    failed += 1
    say(`✗ the audit log is not whole:\n${verdict}`)
  }
  if ((await fetch(`${base}/health`)).status !== 200) failed += 1
} finally {
  await served.stop()
  await until(() => leftOver().length === 0, 20_000).catch(() => {
    failed += 1
    say(`✗ left over after an orderly stop: ${leftOver().join(', ')}`)
  })
  rmSync(dataDir, { recursive: true, force: true })
}
say(
  `kills: ${times - failed} passed, ${failed} failed; ${acknowledged.size} of ${sent.size} writes were acknowledged, seed ${values.seed}`,
)
if (values.results !== undefined)
  writeFileSync(values.results, JSON.stringify({ passed: Math.max(times - failed, 0), failed }))
process.exitCode = failed > 0 || acknowledged.size === 0 ? 1 : 0

async function killOnce(target: (typeof TARGETS)[number], wait: number): Promise<string[]> {
  const faults: string[] = []
  const stopping = new AbortController()
  const writers = Array.from({ length: WRITERS }, (_, i) => keepWriting(served.base, i, stopping.signal))
  await pause(wait)
  const database = serverPid(clusterOf())
  if (target !== 'the program') process.kill(database, 'SIGKILL')
  if (target !== 'the database') process.kill(served.pid, 'SIGKILL')
  await Promise.race([served.gone, pause(15_000)])
  stopping.abort()
  await Promise.all(writers)
  await until(() => leftOver().length === 0, 20_000).catch(() => {
    faults.push(`left over: processes ${leftOver().join(', ')}`)
  })
  served = await serve('demo', ['--people', '60'], { dataDir, mayEnd: true })
  return [...faults, ...(await compare())]
}

/** Raises concerns one after another until the connection breaks; a redirect to the receipt is the acknowledgement. */
async function keepWriting(base: string, writer: number, signal: AbortSignal): Promise<void> {
  for (let n = 0; !signal.aborted; n++) {
    const text = `kill test ${writer}-${n}-${sent.size}`
    try {
      const form = await fetch(`${base}/concerns/new`, {
        headers: { cookie: session },
        signal: AbortSignal.timeout(10_000),
      })
      const token = /name="_csrf" value="([^"]+)"/.exec(await form.text())?.[1]
      if (token === undefined) throw new Error('no form')
      sent.add(text)
      const answer = await fetch(`${base}/concerns/new`, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie: session, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ _csrf: token, what: text }),
        signal: AbortSignal.timeout(10_000),
      })
      const id = /^\/concerns\/([^/]+)\/receipt$/.exec(answer.headers.get('location') ?? '')?.[1]
      if (answer.status === 303 && id !== undefined) acknowledged.set(id, text)
    } catch {
      // Cut off: it may have been kept or not, and nobody was told.
      await pause(20)
    }
  }
}

/** The client's list against the database. */
async function compare(): Promise<string[]> {
  const faults: string[] = []
  const running = findRunning(dataDir)
  if (running === undefined) return ['the database does not run after the restart']
  await withClient(running.place(OWNER_LOGIN, 'connexions'), 'owner', async client => {
    const read = async <Row>(text: string) => (await client.query(text)).rows as Row[]
    const concerns = await read<{ id: string; what: string }>(`select id, what from app.concern`)
    const byId = new Map(concerns.map(row => [row.id, row.what]))
    for (const [id, text] of acknowledged) if (byId.get(id) !== text) faults.push(`lost: ${text}`)
    for (const { what } of concerns) if (!sent.has(what)) faults.push(`nobody sent: ${what}`)
    if (new Set(byId.values()).size !== concerns.length) faults.push('something is there twice')
    const halves = await read<{ what: string }>(`
      select 'a concern without its event: ' || c.id as what from app.concern c
        where not exists (select from app.audit_event e where e.target_id = c.id and e.action = 'concern.raised' and e.outcome = 'done')
      union all select 'an event without its concern: ' || e.id from app.audit_event e
        where e.action = 'concern.raised' and e.outcome = 'done' and not exists (select from app.concern c where c.id = e.target_id)
      union all select 'two events of one concern: ' || target_id from app.audit_event where action = 'concern.raised' and outcome = 'done'
        group by target_id having count(*) > 1
      union all select 'an event without what was typed: ' || e.id from app.audit_event e
        where not exists (select from app.audit_payload p where p.event_id = e.id)
      union all select 'nobody was told of ' || c.id from app.concern c
        where (select count(*) from app.notice n where n.target_id = c.id and n.kind = 'concern.raised') <> 2
          or (select count(*) from app.outbox_message m where m.target_id = c.id and m.kind = 'concern.raised') <> 2
      union all select 'an event neither sealed nor waiting: ' || e.id from app.audit_event e
        where not exists (select from app.audit_leaf l where l.event_id = e.id) and not exists (select from app.audit_pending p where p.event_id = e.id)`)
    faults.push(...halves.map(row => row.what))
  })
  return faults
}

/** Chooses somebody in the demo: the cookie outlives every restart. */
async function signIn(base: string): Promise<string> {
  const page = await fetch(`${base}/demo`)
  const cookies = page.headers.getSetCookie().map(cookie => cookie.split(';')[0])
  const html = await page.text()
  const form = html.split('<form').find(part => part.includes('Mair Sample')) ?? ''
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(form)?.[1] ?? ''
  const answer = await fetch(`${base}/demo`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookies.join('; '), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ _csrf: field('_csrf'), membership: field('membership') }),
  })
  const cookie = answer.headers
    .getSetCookie()
    .map(one => one.split(';')[0])
    .find(one => one?.startsWith('connexions='))
  if (cookie === undefined) throw new Error(`nobody could be chosen in the demo: ${answer.status}`)
  return cookie
}

function clusterOf(): string {
  const running = findRunning(dataDir)
  if (running === undefined) throw new Error('the database does not run')
  return running.cluster
}

/** Processes of ours that still run: the program's, the database's and its keeper's all name the folder. */
function leftOver(): number[] {
  return processesWith(dataDir)
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
