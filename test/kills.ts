/**
 * Kills the program, the database or both, while people write and records are joined and taken apart, while partners'
 * lists go in, while one is taken back and while a backup is made, and looks at what is left: nothing that was acknowledged may be
 * lost, nothing may be there by half or twice, a list that was under way goes on by itself, and no server may be left over. Of ten
 * kills four each hit writing and lists, one a taking back and one a backup. When a kill comes is drawn over the length each of these takes
 * undisturbed, measured at the start; every second kill of writing waits until the database is in the middle of a commit.
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
import { ADMINISTRATOR, findRunning } from '#ground/database/embedded/index.ts'
import { Random } from '#ground/random.ts'
import { backupMaker } from '#test/killed-backups.ts'
import { joinerAt } from '#test/killed-joins.ts'
import {
  faultsOf,
  goOnWith,
  listMaker,
  officerAt,
  type Phase,
  sendByCommand,
  sendByUpload,
  stateOf,
} from '#test/killed-lists.ts'
import { beginUndo, goOnUndoing, rehearse, undoFaultsOf } from '#test/killed-undos.ts'
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
const random = new Random(Number(values.seed))
const next = () => random.share()
const dataDir = newDataDir()
const say = (line: string) => process.stdout.write(`${line}\n`)

const WRITERS = 4
const TARGETS = ['the program', 'the database', 'both'] as const
/** What the program answered "kept" to: the text sent, by the id it was given. */
const acknowledged = new Map<string, string>()
/** Everything that was ever sent: what was under way at a kill may be there or not, once. */
const sent = new Set<string>()

let failed = 0
await killFirstStart()
let served = await serve('demo', ['--people', '60'], { dataDir, mayEnd: true })
const session = await signIn(served.base, 'Mair Sample')
const officerSession = await signIn(served.base, 'Owen Testcase')
const officer = officerAt(() => served.base, officerSession)
const joiner = joinerAt(() => served.base, officerSession, ask)
await joiner.prepare()
const schools = (
  await ask<{ name: string }>(
    `select o.name from app.organisation o join app.partner_agreement a on a.organisation_id = o.id where o.kind = 'school' order by o.name`,
  )
).map(row => row.name)
const lists = listMaker(schools)
const listsApart = listMaker(schools, true)
const backups = backupMaker(dataDir)
const [whole] = await ask<{ partnerships: number; furnished: boolean; stuck: number }>(
  `select (select count(*)::int from app.partnership) as partnerships, furnished_at is not null as furnished,
    (select count(*)::int from app.intake_run where state <> 'applied') as stuck from app.installation`,
)
if (whole?.partnerships !== 1 || !whole.furnished || whole.stuck !== 0) {
  failed += 1
  say(`✗ the demo was not made anew after its first start was killed: ${JSON.stringify(whole)}`)
} else say('✓ the demo’s first start was killed half-way, and the next made it anew')
/** How many kills found each of these under way. */
const amid = { reading: 0, applying: 0, undoing: 0, joining: 0, commit: 0, backup: 0 }
try {
  const lengths = { ...(await rehearse(officer, ask, listsApart.next())), backup: await backups.rehearse() }
  say(
    `✓ undisturbed: ${Object.entries(lengths)
      .map(([what, ms]) => `${what} ${Math.round(ms)} ms`)
      .join(', ')}`,
  )
  for (let n = 1; n <= times; n++) {
    const target = TARGETS[Math.floor(next() * TARGETS.length)] ?? 'both'
    const chance = [next(), next(), next()] as const
    const { faults, told } = await killing(n, lengths)(target, chance)
    if (faults.length > 0) failed += 1
    say(`${faults.length === 0 ? '✓' : '✗'} ${n}: ${target} killed ${told}`)
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
  for (const maker of [lists, listsApart, backups]) maker.clear()
  await until(() => leftOver().length === 0, 20_000).catch(() => {
    failed += 1
    say(`✗ left over after an orderly stop: ${leftOver().join(', ')}`)
  })
  rmSync(dataDir, { recursive: true, force: true })
}
say(
  `kills: ${times - failed} passed, ${failed} failed; ${acknowledged.size} of ${sent.size} writes were acknowledged, ${joiner.answered} records joined or parted; found under way: ${Object.entries(
    amid,
  )
    .map(([what, n]) => `${what} ${n}`)
    .join(', ')}; seed ${values.seed}`,
)
if (values.results !== undefined)
  writeFileSync(values.results, JSON.stringify({ passed: Math.max(times - failed, 0), failed }))
// Kills that hit nothing prove nothing: of fifty, five each must have come inside applying and inside a commit.
const wanted = { applying: times >= 50 ? 5 : 0, commit: times >= 50 ? 5 : 0, joining: times > 3 ? 1 : 0 }
const missed = Object.entries(wanted).filter(([what, least]) => amid[what as keyof typeof amid] < least)
const amidLists = amid.reading + amid.applying
for (const [what, least] of missed) say(`✗ fewer than ${least} kills came amid ${what}`)
process.exitCode = failed > 0 || acknowledged.size === 0 || missed.length > 0 || (times > 3 && amidLists === 0) ? 1 : 0

/** Kills the demo while it is made for the first time: the next start must not take it for finished, but make it anew. */
async function killFirstStart(): Promise<void> {
  const cutOff = serve('demo', ['--people', '60'], { dataDir, mayEnd: true }).then(
    () => 'it came to its end',
    () => undefined,
  )
  await until(async () => {
    const [found] = await ask<{ people: number }>('select count(*)::int as people from app.person').catch(() => [])
    return (found?.people ?? 0) > 0
  }, 60_000)
  for (const pid of leftOver()) process.kill(pid, 'SIGKILL')
  if ((await cutOff) !== undefined) throw new Error('the first start was not cut off')
  await until(() => leftOver().length === 0, 20_000)
}

type Target = (typeof TARGETS)[number]
type Chance = readonly [number, number, number]
type Killed = { readonly faults: readonly string[]; readonly told: string }
type Drawn = Readonly<Record<Phase | 'undoing' | 'backup', number>>

/** What the nth kill is to hit. */
function killing(n: number, lengths: Drawn): (target: Target, chance: Chance) => Promise<Killed> {
  if (n % 10 === 0) return (target, chance) => killWhileBackup(target, chance, lengths)
  if (n % 10 === 5) return (target, chance) => killWhileUndone(target, chance, lengths)
  return n % 2 === 0
    ? (target, chance) => killWhileListGoesIn(target, chance, lengths)
    : (target, chance) => killWhileWriting(target, chance, n % 4 === 3)
}

async function killWhileWriting(target: Target, [chance]: Chance, inCommit: boolean): Promise<Killed> {
  const wait = 200 + Math.floor(chance * 1000)
  const before = acknowledged.size
  const stopping = new AbortController()
  const joined = joiner.answered
  const joining = joiner.keepJoining(stopping.signal)
  const writers = Array.from({ length: WRITERS }, (_, i) => keepWriting(served.base, i, stopping.signal))
  await pause(wait)
  if (await joiner.amid(joined, 3000)) amid.joining += 1
  const committing = inCommit && (await untilCommit())
  if (committing) amid.commit += 1
  await kill(target)
  stopping.abort()
  await Promise.all([...writers, joining])
  const faults = [...(await startAgain()), ...(await compare()), ...(await joiner.faults())]
  return {
    faults,
    told: `${committing ? 'in the middle of a commit' : `after ${wait} ms`}, ${acknowledged.size - before} acknowledged writes and ${joiner.answered - joined} records joined or parted`,
  }
}

/** Waits until the database is in the middle of a commit; false when none was seen for two seconds. */
async function untilCommit(): Promise<boolean> {
  const running = findRunning(dataDir)
  if (running === undefined) return false
  // Only the administrator sees what others do.
  return withClient(running.place(ADMINISTRATOR, 'connexions'), 'plain', async client => {
    for (const began = performance.now(); performance.now() - began < 2000; ) {
      const { rowCount } = await client.query(
        `select from pg_stat_activity where state = 'active' and query = 'commit' and usename <> current_user`,
      )
      if ((rowCount ?? 0) > 0) return true
    }
    return false
  }).catch(() => false)
}

async function killWhileUndone(target: Target, [, , long]: Chance, { undoing }: Drawn): Promise<Killed> {
  const list = listsApart.next()
  const brought = await beginUndo(officer, ask, list)
  await pause(Math.floor(long * undoing))
  const found = await stateOf(ask, list)
  if (found === 'undoing') amid.undoing += 1
  await kill(target)
  const faults = await startAgain()
  const stuck = await goOnUndoing(officer, ask, list).then(
    () => [],
    (trouble: Error) => [trouble.message],
  )
  return {
    faults: [...faults, ...stuck, ...(await undoFaultsOf(ask, list, brought)), ...(await compare())],
    told: `while ${list.name} was taken back (${found})`,
  }
}

async function killWhileBackup(target: Target, [how, , long]: Chance, lengths: Drawn): Promise<Killed> {
  const { file, child } = backups.begin()
  await pause(Math.floor(long * lengths.backup))
  if (child.exitCode === null) amid.backup += 1
  // The command alone, or what it copies from under it.
  if (how < 0.5) child.kill('SIGKILL')
  else await kill(target)
  const faults = how < 0.5 ? [] : await startAgain()
  await until(() => child.exitCode !== null || child.signalCode !== null, 20_000)
  return {
    faults: [...faults, ...(await backups.faults(file)), ...(await compare())],
    told: `${how < 0.5 ? '(no: the command alone) ' : ''}while a backup was made`,
  }
}

async function killWhileListGoesIn(target: Target, [how, when, long]: Chance, lengths: Drawn): Promise<Killed> {
  const list = lists.next()
  const phase: Phase = when < 0.5 ? 'reading' : 'applying'
  const byCommand = how < 0.5
  const sending = byCommand ? sendByCommand(list, dataDir) : undefined
  let killed = false
  let refused: Error | undefined
  const sent =
    sending === undefined
      ? sendByUpload(officer, ask, list, phase).catch((trouble: Error) => {
          // Cut off by the kill it may be; before it nothing may go wrong.
          if (!killed) refused = trouble
        })
      : undefined
  await until(async () => {
    if (refused) throw refused
    return [phase, 'applied'].includes((await stateOf(ask, list)) ?? '')
  }, 60_000)
  await pause(Math.floor(long * lengths[phase]))
  const found = await stateOf(ask, list)
  if (found === 'reading' || found === 'applying') amid[found] += 1
  killed = true
  await kill(target)
  // Whoever sends by command is cut off with the program: its work is taken up by the next.
  sending?.kill('SIGKILL')
  await sent
  const faults = await startAgain()
  const stuck = await goOnWith(officer, ask, list).then(
    () => [],
    (trouble: Error) => [trouble.message],
  )
  return {
    faults: [...faults, ...stuck, ...(await faultsOf(ask, list)), ...(await compare())],
    told: `while ${list.name} (${list.rows} rows, by ${byCommand ? 'command' : 'upload'}) was ${found}`,
  }
}

async function kill(target: Target): Promise<void> {
  const database = serverPid(clusterOf())
  if (target !== 'the program') process.kill(database, 'SIGKILL')
  if (target !== 'the database') process.kill(served.pid, 'SIGKILL')
  await Promise.race([served.gone, pause(15_000)])
}

/** Starts the program again once nothing of it is left. What is left is a fault. */
async function startAgain(): Promise<string[]> {
  const faults: string[] = []
  await until(() => leftOver().length === 0, 20_000).catch(() => {
    faults.push(`left over: processes ${leftOver().join(', ')}`)
  })
  served = await serve('demo', ['--people', '60'], { dataDir, mayEnd: true })
  return faults
}

/** Asks the database as its owner. */
async function ask<Row>(text: string, given: readonly unknown[] = []): Promise<Row[]> {
  const running = findRunning(dataDir)
  if (running === undefined) throw new Error('the database does not run')
  return withClient(
    running.place(OWNER_LOGIN, 'connexions'),
    'owner',
    async client => (await client.query(text, [...given])).rows as Row[],
  )
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
  const concerns = await ask<{ id: string; what: string }>(`select id, what from app.concern`)
  const byId = new Map(concerns.map(row => [row.id, row.what]))
  for (const [id, text] of acknowledged) if (byId.get(id) !== text) faults.push(`lost: ${text}`)
  for (const { what } of concerns) if (!sent.has(what)) faults.push(`nobody sent: ${what}`)
  if (new Set(byId.values()).size !== concerns.length) faults.push('something is there twice')
  const halves = await ask<{ what: string }>(`
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
  return faults
}

/** Chooses somebody in the demo: the cookie outlives every restart. */
async function signIn(base: string, who: string): Promise<string> {
  const page = await fetch(`${base}/demo`)
  const cookies = page.headers.getSetCookie().map(cookie => cookie.split(';')[0])
  const html = await page.text()
  const form = html.split('<form').find(part => part.includes(who)) ?? ''
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
