/** Lists that are taken back while the program, the database or both are killed. */
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { type Asking, goOnWith, type Officer, type SentList, stateOf } from './killed-lists.ts'
import { until } from './processes.ts'

/** How long each part of a list's way takes when nothing is killed, in milliseconds. */
export type Lengths = { readonly reading: number; readonly applying: number; readonly undoing: number }

/** Lets a list go in and takes it back, undisturbed, and times each part: what kills are drawn over. */
export async function rehearse(officer: Officer, ask: Asking, list: SentList): Promise<Lengths> {
  const address = await officer.send(list)
  if (address === undefined) throw new Error('the list was not taken')
  await officer.confirm(address)
  const reading = await timed(ask, list, 'ready')
  await officer.apply(address)
  const applying = await timed(ask, list, 'applied')
  await officer.undo(address)
  return { reading, applying, undoing: await timed(ask, list, 'undone') }
}

async function timed(ask: Asking, list: SentList, end: string): Promise<number> {
  const began = performance.now()
  await until(async () => (await stateOf(ask, list)) === end, 60_000)
  return performance.now() - began
}

/** Brings a list in to its end and asks for it to be taken back. Gives whom it had brought. */
export async function beginUndo(officer: Officer, ask: Asking, list: SentList): Promise<readonly string[]> {
  await goOnWith(officer, ask, list)
  const brought = await ask<{ id: string }>(
    `select unnest(e.row_ids) as id from app.intake_effect e join app.intake_run r on r.id = e.run_id
      where r.file_name = $1 and e.kind = 'added' and e.table_name = 'person'`,
    [list.name],
  )
  await officer.undo(await addressOf(ask, list))
  return brought.map(row => row.id)
}

/** After the restart: taking back goes on by itself; it is asked again only where the asking itself was cut off. */
export async function goOnUndoing(officer: Officer, ask: Asking, list: SentList): Promise<void> {
  const began = performance.now()
  while (performance.now() - began < 40_000) {
    const state = await stateOf(ask, list)
    if (state === 'undone') return
    if (state === 'applied') await officer.undo(await addressOf(ask, list))
    await pause(50)
  }
  throw new Error(`${list.name} is stuck: ${await stateOf(ask, list)}`)
}

async function addressOf(ask: Asking, list: SentList): Promise<string> {
  const [run] = await ask<{ id: string }>('select id from app.intake_run where file_name = $1', [list.name])
  return `/lists/${run?.id}`
}

/** What is wrong with a list that was taken back: whatever it brought must be out of sight, once, and its events there. */
export async function undoFaultsOf(ask: Asking, list: SentList, brought: readonly string[]): Promise<string[]> {
  const wrong = await ask<{ what: string }>(
    `with run as (select * from app.intake_run where file_name = $1),
      brought as (select unnest($2::uuid[]) as id),
      events as (select e.action, count(*) as n from app.audit_event e join run on run.id = e.target_id::uuid where e.outcome = 'done' group by e.action)
    select 'is ' || state as what from run where state <> 'undone'
    union all select 'still on record: ' || count(*) from brought b join app.person p on p.id = b.id where p.state = 'active' having count(*) > 0
    union all select 'still on a roll: ' || count(*) from brought b join app.access_member m on m.person_id = b.id where m.ended_at is null having count(*) > 0
    union all select 'still remembered: ' || count(*) from app.source_row s join run on run.id = s.last_run_id where s.state <> 'withdrawn' having count(*) > 0
    union all select 'still asked: ' || count(*) from app.intake_question q join run on run.id = q.run_id where q.state = 'open' having count(*) > 0
    union all select 'events of list.undone: ' || coalesce((select n from events where action = 'list.undone'), 0)
      where coalesce((select n from events where action = 'list.undone'), 0) <> 1`,
    [list.name, brought],
  )
  const whom = brought.length === list.counts.new ? [] : [`it had brought ${brought.length}`]
  return [...whom, ...wrong.map(one => one.what)].map(what => `${list.name}: ${what}`)
}
