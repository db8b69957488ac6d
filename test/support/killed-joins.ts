/**
 * Records that are joined and taken apart again over and over while the program, the database or both are killed, by the form
 * of the demo's data officer. Whole or not at all, and never lost once it was answered: that is asked of the database.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { MOVED } from '../../src/rooms/matching/merging/tables.ts'
import type { Asking } from './killed-lists.ts'

type Pair = {
  readonly keep: string
  readonly join: string
  /** What was answered last, and what was sent since: a kill leaves open whether that was kept. */
  acknowledged: 'joined' | 'parted'
  sent: 'joined' | 'parted' | undefined
  /** How many rows each of the two had before they were joined for the first time. */
  readonly before: string
}

const PAIRS = 3
/** What stays with the record that went: the same place of learning twice, an activity without days left. */
const MAY_STAY = new Set(['enrolment', 'activity_spell'])
/** What joining and taking apart add to. */
const GROWS = new Set(['notice', 'person_merge', 'lead_adviser', 'intake_row'])

/** What a browser would send of a page's form: hidden fields, what is chosen, and the first of what is not. */
function fieldsOf(html: string): URLSearchParams {
  const body = new URLSearchParams()
  const main = html.slice(html.indexOf('<main'))
  for (const [tag] of main.matchAll(/<input[^>]*>/g)) {
    const of = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]
    const [name, value, type] = [of('name'), of('value'), of('type')]
    if (name === undefined || name === 'q') continue
    if (type === 'radio' ? /\bchecked\b/.test(tag) || !body.has(name) : type === 'hidden') body.set(name, value ?? '')
  }
  for (const [, name] of main.matchAll(/<textarea[^>]*\bname="([^"]+)"/g)) body.set(name ?? '', 'A kill test')
  return body
}

/** Joins pairs of the demo's people by page. */
export function joinerAt(base: () => string, cookie: string, ask: Asking) {
  const pairs: Pair[] = []
  const page = async (path: string) => {
    const answer = await fetch(`${base()}${path}`, { headers: { cookie }, signal: AbortSignal.timeout(10_000) })
    return answer.status === 200 ? answer.text() : undefined
  }
  const send = async (path: string, sending: () => void): Promise<number> => {
    const html = await page(path)
    if (html === undefined) return 404
    sending()
    const answer = await fetch(`${base()}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      body: fieldsOf(html),
      signal: AbortSignal.timeout(10_000),
    })
    return answer.status
  }
  const rowsOf = async (ids: readonly string[]): Promise<string> => {
    const tables = MOVED.filter(t => !GROWS.has(t.name)).map(t => t.name)
    const found = await ask<{ line: string }>(
      tables
        .map(
          t =>
            `select '${t}:' || person_id || ':' || count(*) as line from app.${t} where person_id = any($1::uuid[]) group by person_id`,
        )
        .join(' union all ') + ' order by 1',
      [ids],
    )
    return found.map(r => r.line).join('\n')
  }
  const standing = async ({ keep, join }: Pair): Promise<string | undefined> =>
    (
      await ask<{ id: string }>(
        'select id from app.person_merge where person_id = $1 and gone_person_id = $2 and undone_at is null',
        [keep, join],
      )
    )[0]?.id

  async function step(pair: Pair): Promise<void> {
    const merge = await standing(pair)
    const wanted = merge === undefined ? 'joined' : 'parted'
    const path = merge === undefined ? `/people/${pair.keep}/merge/${pair.join}` : `/matching/merges/${merge}`
    const status = await send(path, () => {
      pair.sent = wanted
    })
    // Only a redirect says that it was done; a page that asks again is no answer.
    if (status === 303) pair.acknowledged = wanted
    pair.sent = undefined
  }

  return {
    /** How many joinings and partings were answered. */
    answered: 0,
    /** Finds pairs whose page is there for the officer. */
    async prepare(): Promise<void> {
      const people = await ask<{ id: string }>(
        `select p.id from app.person p where p.state = 'active' and not exists (select from app.access_barrier b where b.person_id = p.id) order by p.id limit 40`,
      )
      for (let n = 0; n + 1 < people.length && pairs.length < PAIRS; n += 2) {
        const [keep = '', join = ''] = [people[n]?.id, people[n + 1]?.id]
        if ((await page(`/people/${keep}/merge/${join}`)) === undefined) continue
        pairs.push({ keep, join, acknowledged: 'parted', sent: undefined, before: await rowsOf([keep, join]) })
      }
      if (pairs.length < PAIRS) throw new Error('too few pairs to join')
    },
    /** Waits until more than so many were answered and one is on its way, no longer than so many milliseconds. Whether there is. */
    async amid(answered: number, most: number): Promise<boolean> {
      const isAmid = () => pairs.some(p => p.sent !== undefined)
      for (let waited = 0; waited < most && !(isAmid() && this.answered > answered); waited += 5) await pause(5)
      return isAmid()
    },
    /** Joins and takes apart until it is told to stop. */
    async keepJoining(signal: AbortSignal): Promise<void> {
      for (let n = 0; !signal.aborted; n++) {
        try {
          const pair = pairs[n % PAIRS] as Pair
          const before = pair.acknowledged
          await step(pair)
          if (pair.acknowledged !== before) this.answered += 1
        } catch {
          // Cut off: it may have been kept or not, and nobody was told.
          await pause(20)
          if (pairs.some(p => p.sent !== undefined)) return
        }
      }
    },
    /** What is wrong with what was joined; then what is joined is taken apart, and nothing may be left of it. */
    async faults(): Promise<string[]> {
      const faults: string[] = []
      for (const pair of pairs) {
        const now = (await standing(pair)) === undefined ? 'parted' : 'joined'
        if (now !== pair.acknowledged && now !== pair.sent)
          faults.push(`${pair.keep}: ${pair.acknowledged} was answered, ${now} it is`)
        pair.acknowledged = now
        pair.sent = undefined
      }
      const left = MOVED.filter(t => !MAY_STAY.has(t.name)).map(
        t =>
          `select 'left behind in ${t.name}: ' || count(*) as what from app.${t.name} r join app.person p on p.id = r.person_id and p.state = 'merged' having count(*) > 0`,
      )
      const wrong = await ask<{ what: string }>(
        `select 'merged without a merge, or into another: ' || p.id as what from app.person p where p.state = 'merged'
          and not exists (select from app.person_merge m where m.gone_person_id = p.id and m.person_id = p.merged_into and m.undone_at is null)
        union all select 'a merge of a record that is there: ' || m.id from app.person_merge m join app.person p on p.id = m.gone_person_id
          where m.undone_at is null and p.state <> 'merged'
        union all select 'taken apart and still gone: ' || p.id from app.person p where p.state <> 'merged' and p.merged_into is not null
        union all select 'a right to a record that went: ' || g.id from app.access_grant g join app.person p on p.id = g.person_id and p.state = 'merged'
          where g.ended_at is null
        union all select 'a merge without its event, or with two: ' || m.id from app.person_merge m
          where (select count(*) from app.audit_event e where e.action = 'record.joined' and e.outcome = 'done' and e.target_id = m.id) <> 1
        union all select 'a parting without its event, or an event without it: ' || m.id from app.person_merge m
          where (select count(*) from app.audit_event e where e.action = 'record.parted' and e.outcome = 'done' and e.target_id = m.id)
            <> (m.undone_at is not null)::int
        union all ${left.join(' union all ')}`,
      )
      faults.push(...wrong.map(w => w.what))
      for (const pair of pairs) {
        if (pair.acknowledged === 'joined') await step(pair)
        if (pair.acknowledged === 'joined') faults.push(`${pair.keep}: cannot be taken apart again`)
        else if ((await rowsOf([pair.keep, pair.join])) !== pair.before)
          faults.push(`${pair.keep}: taken apart it is not as it was before`)
      }
      return faults
    },
  }
}
