/**
 * Lists that go in while the program, the database or both are killed: sent by upload as the demo's data officer, or by
 * command. What must hold of each once the program runs again is asked of the database.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { upn } from './made-up-numbers.ts'
import { until } from './processes.ts'

/** Asks the demo's database, as its owner. Fails while there is none. */
export type Asking = <Row>(text: string, values?: readonly unknown[]) => Promise<Row[]>

export type SentList = {
  readonly name: string
  readonly path: string
  readonly partner: string
  readonly text: string
  /** How many rows it has, and what each must come to. */
  readonly rows: number
  readonly counts: Readonly<Record<'new' | 'changed' | 'same' | 'question' | 'fault', number>>
}

export type Phase = 'reading' | 'applying'

const HEADER = 'UPN,Surname,Forename,DOB,Postcode,Address 1,Town,Year,Reg group'
const NEW_PEOPLE = 300
const MOVED = 20
/** After so many lists another partner sends: lists would grow for ever. */
const LISTS_OF_ONE = 4
/** Numbers set aside for a series; it uses fewer than a quarter of them, and lists apart the others. */
const NUMBERS = 5000
const command = resolve(import.meta.dirname, '../../scripts/connexions.mjs')

/**
 * Makes lists one after another: each is the one before, with some moved, and new people; one row twice, two to mend.
 * @param apart lists that have nobody in common, with each other or with those of another maker: to be taken back
 */
export function listMaker(partners: readonly string[], apart = false) {
  const folder = mkdtempSync(join(tmpdir(), 'connexions-killed-lists-'))
  let made = 0
  return {
    next(): SentList {
      // Odd ones are those of lists apart.
      const series = apart ? 2 * made + 1 : 2 * Math.floor(made / LISTS_OF_ONE)
      const nth = apart ? 0 : made % LISTS_OF_ONE
      const name = `killed-${apart ? 'apart-' : ''}${made}.csv`
      const first = apart ? numbersApart(made) : 20_000 + (series / 2) * NUMBERS
      made += 1
      const old = nth * NEW_PEOPLE
      const all = Array.from({ length: old + NEW_PEOPLE }, (_, i) =>
        rowOf(series, i, first + i, i < MOVED && nth > 0 ? `HX${nth} 2BB` : undefined),
      )
      const bad = ['A', 'B'].map(sign => `,${stemOf(series)},Mend${sign},31/02/2010,HX1 1AA,,,11,11A`)
      const lines = [HEADER, ...all, all.at(-1) ?? '', ...bad]
      const path = join(folder, name)
      const text = `${lines.join('\r\n')}\r\n`
      writeFileSync(path, text)
      return {
        name,
        path,
        partner: partners[Math.floor(series / 2) % partners.length] ?? '',
        text,
        rows: lines.length - 1,
        counts: {
          new: NEW_PEOPLE,
          changed: nth > 0 ? MOVED : 0,
          same: nth > 0 ? old - MOVED : 0,
          question: 1,
          fault: 2,
        },
      }
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  }
}

const GIVEN = (
  'Aisha Bruno Cerys Duncan Esme Femi Greta Hugh Ines Jonah Keeley Luca Maeve Nikhil Orla Piotr Queenie Rufus Sadia Tomos ' +
  'Uma Victor Wanda Xander Yasmin Zeb'
).split(' ')
const ENDS =
  'ford ley wick ham well ton worth thorpe shaw stone croft dale field bridge gate holme den hurst royd mere'.split(' ')

/** The first number of a list apart: where no series comes, and within five figures for some hundred and ninety lists. */
function numbersApart(made: number): number {
  const used = LISTS_OF_ONE * NEW_PEOPLE
  const room = Math.floor((NUMBERS - used) / NEW_PEOPLE)
  return 20_000 + Math.floor(made / room) * NUMBERS + used + (made % room) * NEW_PEOPLE
}

// Nothing like each other, as in life: people of nearly one name, birth date and home would rightly be asked about.
function rowOf(series: number, i: number, serial: number, postcode?: string): string {
  const n = Math.floor(i / GIVEN.length)
  const family = `${stemOf(series)}${ENDS[n % ENDS.length]}${n < ENDS.length ? '' : ENDS[Math.floor(n / ENDS.length)]}`
  const at = i + 31 * series
  const home = postcode ?? `HX${1 + (at % 9)} ${at % 10}A${'ABDEFGHJ'.charAt(at % 8)}`
  return `${upn(serial)},${family},${GIVEN[(i + 5 * series) % GIVEN.length]},${bornOf(i + 97 * series)},${home},${serial} Sample Street,Halifax,11,11A`
}

/** Birth dates spread over years, as in life: with one for all, everyone would have to be compared with everyone. */
function bornOf(i: number): string {
  const [day, month, year] = [1 + (i % 28), 1 + (Math.floor(i / 28) % 12), 2008 + (Math.floor(i / 336) % 4)]
  return `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`
}

/** Names of one series begin alike, and like no other's: with one beginning for all, thousands would rightly be asked about. */
const STEMS =
  'Killsample Mocktest Fauxhurst Shampton Dummyworth Pretendby Trialgrove Phonywick Inventham Makebelow Testwright Notreal Zerosample Quasiborough Fictley Examplecote'.split(
    ' ',
  )

function stemOf(series: number): string {
  const round = Math.floor(series / STEMS.length)
  return `${STEMS[series % STEMS.length]}${round === 0 ? '' : letters(round)}`
}

/** A number as letters: names have no figures in them. */
function letters(n: number): string {
  return Array.from(String(n), figure => 'abcdefghij'[Number(figure)]).join('')
}

/** A data officer at a browser of their own, who goes on with a list wherever it is. */
export function officerAt(base: () => string, cookie: string) {
  const page = async (path: string): Promise<string> => {
    const answer = await fetch(`${base()}${path}`, { headers: { cookie }, signal: AbortSignal.timeout(10_000) })
    return answer.text()
  }
  const tokenOf = (html: string) => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? ''
  const post = (path: string, body: FormData | URLSearchParams) =>
    fetch(`${base()}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie },
      body,
      signal: AbortSignal.timeout(10_000),
    })
  return {
    /** Sends a list. Gives the address of its page; undefined when it was not taken. */
    async send(list: SentList): Promise<string | undefined> {
      const html = await page('/lists/new')
      const offered = [...html.matchAll(/<option value="([^"]+)"[^>]*>([^<]+)</g)]
      const partner = offered.find(option => option[2] === list.partner)?.[1] ?? ''
      const body = new FormData()
      body.set('_csrf', tokenOf(html))
      body.set('partner', partner)
      body.set('file', new Blob([list.text], { type: 'text/csv' }), list.name)
      const answer = await post('/lists/new', body)
      return answer.headers.get('location') ?? undefined
    },
    /** Confirms the columns as they look. */
    async confirm(address: string): Promise<void> {
      const html = await page(address)
      const body = new URLSearchParams({ _csrf: tokenOf(html) })
      for (const [, column, options] of html.matchAll(/name="(column-\d+)">(.*?)<\/select>/gs))
        body.set(column ?? '', /<option value="([^"]*)" selected/.exec(options ?? '')?.[1] ?? '')
      await post(`${address}/columns`, body)
    },
    async apply(address: string): Promise<void> {
      await post(`${address}/apply`, new URLSearchParams({ _csrf: tokenOf(await page(address)) }))
    },
    async undo(address: string): Promise<void> {
      await post(`${address}/undo`, new URLSearchParams({ _csrf: tokenOf(await page(address)) }))
    },
  }
}

export type Officer = ReturnType<typeof officerAt>

/** Sends a list by command against the folder; it is a process to be killed with the rest. */
export function sendByCommand(list: SentList, dataDir: string): ChildProcess {
  const { PATH = '', HOME = '/' } = process.env
  const words = ['intake', list.path, '--partner', list.partner, '--demo', '--apply', '--data', dataDir]
  return spawn(process.execPath, [command, ...words], {
    cwd: dataDir,
    env: { PATH, HOME, LOG_LEVEL: 'silent' },
    stdio: 'ignore',
  })
}

/** Sends a list by upload and goes on with it until it is in a phase, or the connection breaks. */
export async function sendByUpload(officer: Officer, ask: Asking, list: SentList, phase: Phase): Promise<void> {
  const address = await officer.send(list)
  if (address === undefined) throw new Error('the list was not taken')
  await officer.confirm(address)
  if (phase === 'reading') return
  await until(async () => (await stateOf(ask, list)) === 'ready', 20_000)
  await officer.apply(address)
}

/** How far a list is; undefined while it was not taken. */
export async function stateOf(ask: Asking, list: SentList): Promise<string | undefined> {
  return (await runOf(ask, list))?.state
}

async function runOf(ask: Asking, list: SentList) {
  const [run] = await ask<{ id: string; state: string }>(
    'select id, state from app.intake_run where file_name = $1 order by made_at desc limit 1',
    [list.name],
  )
  return run
}

/**
 * After the restart: what was under way goes on by itself; only where it waits for a person is it helped on, and a list that
 * was never taken is sent again.
 */
export async function goOnWith(officer: Officer, ask: Asking, list: SentList): Promise<void> {
  const began = performance.now()
  while (performance.now() - began < 40_000) {
    const run = await runOf(ask, list)
    if (run === undefined) await officer.send(list)
    else if (run.state === 'mapping') await officer.confirm(`/lists/${run.id}`)
    else if (run.state === 'ready') await officer.apply(`/lists/${run.id}`)
    else if (run.state !== 'reading' && run.state !== 'applying') return
    await pause(50)
  }
  const jobs = await ask<{ told: string }>(
    `select concat_ws(' ', p.name, p.state, 'attempt', p.attempt, p.failure, 'queued as', j.state, 'from', j.start_after) as told
     from app.job_progress p join app.intake_run r on r.id = (p.ids ->> 'run')::uuid left join pgboss.job j on j.id = p.job_id where r.file_name = $1`,
    [list.name],
  )
  throw new Error(`${list.name} is stuck: ${await stateOf(ask, list)}; ${jobs.map(j => j.told).join('; ')}`)
}

/** What is wrong with a list that went in, and with all lists together. */
export async function faultsOf(ask: Asking, list: SentList): Promise<string[]> {
  const faults: string[] = []
  const [run] = await ask<Record<string, unknown>>(
    `select id, state, rows_read, count_new as "new", count_changed as changed, count_same as same, count_question as question, count_fault as fault,
      count_not_kept as "notKept", (select count(*)::int from app.intake_run r where r.file_name = $1) as runs
     from app.intake_run where file_name = $1`,
    [list.name],
  )
  const expected = { state: 'applied', rows_read: list.rows, ...list.counts, notKept: 0, runs: 1 }
  for (const [key, value] of Object.entries(expected))
    if (run?.[key] !== value) faults.push(`${list.name}: ${key} is ${String(run?.[key])}, not ${String(value)}`)
  const wrong = await ask<{ what: string }>(
    `with run as (select * from app.intake_run where file_name = $1),
      rows as (select i.* from app.intake_row i join run on run.id = i.run_id),
      brought as (select unnest(e.row_ids) as id from app.intake_effect e join run on run.id = e.run_id where e.kind = 'added' and e.table_name = 'person'),
      events as (select e.* from app.audit_event e join run on run.id = e.target_id::uuid where e.outcome = 'done' and e.actor_kind in ('clock', 'command', 'account'))
    select 'rows kept: ' || count(*) as what from rows having count(*) <> $2::int
    union all select 'rows not applied: ' || count(*) from rows where verdict in ('new', 'changed', 'same', 'question') and applied_at is null having count(*) > 0
    union all select 'two rows became one person: ' || person_id from rows where verdict = 'new' and person_id is not null group by person_id having count(*) > 1
    union all select 'brought twice: ' || id from brought group by id having count(*) > 1
    union all select 'brought: ' || count(*) from brought having count(*) <> $3::int
    union all select 'brought without an event, or in two: ' || count(*) from brought b
      where (select count(*) from events e where e.action = 'list.applied' and e.person_ids @> array[b.id]) <> 1 having count(*) > 0
    union all select 'not one current name, number, place: ' || count(*) from brought b
      where (select count(*) from app.person_name n where n.person_id = b.id and n.replaced_at is null) <> 1
        or (select count(*) from app.person_identifier n where n.person_id = b.id and n.replaced_at is null) <> 1
        or (select count(*) from app.person_address n where n.person_id = b.id and n.replaced_at is null) <> 1
        or (select count(*) from app.enrolment n where n.person_id = b.id) <> 1
        or (select count(*) from app.access_member n where n.person_id = b.id and n.ended_at is null) <> 1 having count(*) > 0
    union all select 'a question too many or too few: ' || count(*) from app.intake_question q join run on run.id = q.run_id where q.kind = 'who' having count(*) <> 1
    union all select 'events of ' || a.action || ': ' || (select count(*) from events e where e.action = a.action)
      from (values ('list.read'), ('list.finished')) a (action) where (select count(*) from events e where e.action = a.action) <> 1`,
    [list.name, list.rows, list.counts.new],
  )
  const all = await ask<{ what: string }>(
    `select 'stuck: ' || file_name || ' is ' || state as what from app.intake_run where state in ('reading', 'applying', 'stopping', 'undoing')
    union all select 'twice: ' || known_given || ' ' || known_family from app.person where known_family ~ $1
      group by known_given, known_family having count(*) > 1`,
    [`^(${STEMS.join('|')})`],
  )
  return [...faults, ...wrong.map(w => `${list.name}: ${w.what}`), ...all.map(w => w.what)]
}
