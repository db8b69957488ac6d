/**
 * The bench's own rows, written in bulk by the owner of the tables: what would take the rooms' doors an hour. Everything
 * hangs on tables, dropped again, that number the people and the advisers of each partnership.
 */
import { escapeLiteral } from 'pg'
import type { Instant } from '#ground/clock.ts'
import { IN_THE_WAY } from '#ground/database/backup/load-sql.ts'
import { type Place, withClient } from '#ground/database/connect.ts'
import type { Day } from '#ground/day.ts'
import { ADVISER_CLASSES, CLASS_BITS, TRACKING_CLASSES, toBits } from '#rooms/access/index.ts'
import { casework } from './casework.ts'
import { helping } from './helping.ts'

/** Young people an adviser leads for. */
export const CASELOAD = 100
/** Events in the audit for each young person. */
const EVENTS = 5
/** Advisers a school has. */
const DEPLOYED = 2

type InTheWay = { readonly lay_aside: string; readonly bring_back: string }

/** The tables with many rows for each person: their indexes and references are laid aside while they fill, as for a restore. */
const FILLED = [
  'activity_spell',
  'contact',
  'audit_event',
  'audit_payload',
  'access_member',
  'lead_adviser',
  'appointment',
  'plan_target',
  'assessment_rating',
]

/**
 * Adds caseloads, grants, groups, activity, contacts, barriers and audit to the people who are there.
 * @param at now; what the rows say was recorded lies before it
 * @param contacts of each young person
 */
export async function furnishInBulk(owner: Place, at: Instant, today: Day, contacts: number): Promise<void> {
  await withClient(owner, 'owner', async client => {
    await client.query("set work_mem = '128MB'; set maintenance_work_mem = '512MB'")
    for (const text of NUMBERED) await client.query(text)
    const { rows } = await client.query<InTheWay>(
      `select lay_aside, bring_back from (${IN_THE_WAY}) as found where step < 3`,
    )
    // Triggers stay: what they make of a row belongs to it.
    const inTheWay = rows.filter(row => FILLED.some(name => row.bring_back.includes(` app.${name} `)))
    for (const one of inTheWay.toReversed()) await client.query(one.lay_aside)
    await Promise.all([
      sayAll(owner, [...leads(at, today), ...groups(at), ...audit(at)]),
      sayAll(owner, [...dailyWork(at, today, contacts), ...planned(at, today)]),
    ])
    for (const text of [...casework(at, today), ...helping(at, today)]) await client.query(text)
    for (const one of inTheWay) await client.query(one.bring_back)
    await client.query('drop table bench_person, bench_adviser, bench_advised; drop function bench_new_id')
    await client.query('analyze')
  })
}

/** Says statements one after the other, on a connection of their own. */
function sayAll(owner: Place, texts: readonly string[]): Promise<void> {
  return withClient(owner, 'owner', async client => {
    await client.query("set work_mem = '128MB'")
    for (const text of texts) await client.query(text)
  })
}

/** Looks at every table as the database's own housekeeping would, and writes down what waits to be written. */
export async function settle(owner: Place): Promise<void> {
  await withClient(owner, 'owner', async client => {
    await client.query('vacuum analyze')
    await client.query('checkpoint').catch(() => {}) // On a server its administrator's to do.
  })
}

const LEARNING = toBits(TRACKING_CLASSES)
const ADVISER = toBits(ADVISER_CLASSES)
const STAFF = `'staff', null::uuid`

const NUMBERED = [
  // As the program makes them: by time, then at random.
  `create function bench_new_id() returns uuid language sql volatile as $$
    select (lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0') || '7' || substr(md5(random()::text), 1, 3)
      || '8' || substr(md5(random()::text), 1, 15))::uuid $$`,
  `create unlogged table bench_person as
    select partnership_id, id, born_on, (row_number() over (partition by partnership_id order by id) - 1)::int as n from person`,
  `create unlogged table bench_adviser as
    select m.partnership_id, m.account_id, (row_number() over (partition by m.partnership_id order by a.email) - 1)::int as n,
      (select p.team_id from team_place p where p.partnership_id = m.partnership_id and p.account_id = m.account_id) as team_id
    from membership m join account a on a.id = m.account_id where m.role = 'universal-adviser'`,
  `create unlogged table bench_advised as
    select p.*, a.account_id, a.team_id from bench_person p
    join bench_adviser a on a.partnership_id = p.partnership_id and a.n = p.n / ${CASELOAD}`,
  'analyze bench_person, bench_adviser, bench_advised',
]

/** Everybody has a lead with a grant; every third had another one before, whose grant has ended. */
function leads(at: Instant, today: Day): string[] {
  const now = `${escapeLiteral(at)}::timestamptz`
  const day = `${escapeLiteral(today)}::date`
  return [
    `insert into lead_adviser (partnership_id, id, person_id, origin_person_id, account_id, team_id, reason, started_on, recorded_at)
      select partnership_id, bench_new_id(), id, id, account_id, team_id, 'Works where the young person learns', ${day} - n % 600, ${now} from bench_advised`,
    `insert into lead_adviser (partnership_id, id, person_id, origin_person_id, account_id, reason, started_on, finished_on, recorded_at)
      select p.partnership_id, bench_new_id(), p.id, p.id, a.account_id, 'Led before', ${day} - 1000, ${day} - p.n % 600, ${now}
      from bench_advised p join bench_adviser a on a.partnership_id = p.partnership_id and a.n = (p.n * 7 + 3) % greatest(1, p.n / ${CASELOAD})
      where p.n % 3 = 0`,
    `insert into access_grant (partnership_id, id, scope, person_id, holder_id, classes, basis, source, started_at)
      select partnership_id, bench_new_id(), 'person', id, account_id, ${ADVISER}, 'public-task', 'lead-adviser', ${now} - (n % 600 + 1) * interval '1 day'
      from bench_advised`,
    `insert into access_grant (partnership_id, id, scope, person_id, holder_id, classes, basis, source, started_at, ended_at, end_reason)
      select partnership_id, bench_new_id(), 'person', person_id, account_id, ${ADVISER}, 'public-task', 'lead-adviser', ${now} - interval '1000 days',
        ${now} - interval '1 day', 'No longer the lead adviser' from lead_adviser where finished_on is not null`,
  ]
}

/** Teams see what their advisers lead for; caseloads are groups too, for cover; schools' advisers see who learns there; some records are shut. */
function groups(at: Instant): string[] {
  const since = `${escapeLiteral(at)}::timestamptz - interval '300 days'`
  return [
    `insert into access_member (partnership_id, id, group_id, person_id, started_at)
      select partnership_id, bench_new_id(), team_id, id, ${since} from bench_advised where team_id is not null`,
    `insert into access_member (partnership_id, id, group_id, person_id, started_at)
      select partnership_id, bench_new_id(), account_id, id, ${since} from bench_advised`,
    `insert into access_member (partnership_id, id, group_id, person_id, started_at)
      select distinct on (partnership_id, organisation_id, person_id) partnership_id, bench_new_id(), organisation_id, person_id, ${since}
      from enrolment where finished_on is null`,
    `insert into access_grant (partnership_id, id, scope, group_id, holder_id, classes, basis, source, started_at)
      select s.partnership_id, bench_new_id(), 'group', s.id, a.account_id, ${LEARNING}, 'public-task', 'deployment', ${since}
      from (select partnership_id, id, (row_number() over (partition by partnership_id order by id) - 1)::int as n from organisation where kind = 'school') s
      join bench_adviser a on a.partnership_id = s.partnership_id and a.n between s.n * ${DEPLOYED} and s.n * ${DEPLOYED} + ${DEPLOYED - 1}`,
    `insert into access_barrier (partnership_id, id, kind, person_id, reason, started_at)
      select partnership_id, bench_new_id(), 'restricted', id, 'Made up', ${since} from bench_person where n % 211 = 150`,
    `update person_address a set class = ${CLASS_BITS.restricted} from bench_person p
      where p.partnership_id = a.partnership_id and p.id = a.person_id and p.n % 97 = 5`,
  ]
}

const NOTES = [
  'Talked about what comes after the exams and which courses look right.',
  'Wants to work with animals; looked up two apprenticeships together and wrote the first lines of an application.',
  'Worried about travel. Agreed to ask about the bus pass.',
  'Said the new timetable is better. Attendance is up. Will bring the reference next time and ring if anything changes before then.',
]

/** Four spells of activity and so many contacts each, what is safe, and alerts. */
function dailyWork(at: Instant, today: Day, contacts: number): string[] {
  const now = `${escapeLiteral(at)}::timestamptz`
  const day = `${escapeLiteral(today)}::date`
  const notes = `(array[${NOTES.map(escapeLiteral).join(', ')}])`
  return [
    `insert into activity_spell (partnership_id, id, person_id, origin_person_id, code, started_on, finished_on, ascertained_on, verified_on, source_kind,
        said_on, recorded_at)
      select partnership_id, bench_new_id(), id, id, (array['110', '210', '310', '220'])[1 + (n + k) % 4], ${day} - 1400 + k * 350,
        case when k < 3 then ${day} - 1400 + (k + 1) * 350 end, ${day} - n % 120, ${day} - n % 120, 'staff', ${day} - n % 120, ${now}
      from bench_person cross join generate_series(0, 3) k`,
    `insert into contact (partnership_id, id, person_id, origin_person_id, account_id, happened_on, minutes, kind, place, purpose, outcome, notes, own_words,
        next_step, next_on, recorded_at, recorded_by)
      select partnership_id, bench_new_id(), id, id, account_id, ${day} - (k * 27 + n % 27), 10 + (n + k) % 5 * 10,
        (array['meeting', 'phone', 'text', 'meeting', 'home-visit', 'tried'])[1 + (n * 3 + k) % 6], case when k % 2 = 0 then 'Halifax hub' else '' end,
        (array['support', 'guidance', 'review'])[1 + (n + k) % 3], (array['done', 'done', 'more-needed'])[1 + (n + k) % 3],
        ${notes}[1 + (n + k) % 4] || ' ' || ${notes}[1 + (n + k * 3) % 4], case when k % 7 = 0 then 'I know what I want now' else '' end,
        case when k = 0 then 'Ask how it is going' else '' end, case when k = 0 then ${day} + (n * 7) % 40 - 8 end, ${now}, account_id
      from bench_advised cross join generate_series(0, ${contacts - 1}) k order by k desc, n`,
    `insert into person_safe_contact (partnership_id, id, person_id, origin_person_id, rule, source_kind, source_organisation_id, said_on, recorded_at)
      select partnership_id, bench_new_id(), id, id, 'Text own phone, no voicemail', ${STAFF}, ${day} - 30, ${now} from bench_person where n % 3 = 0`,
    `insert into person_detail (partnership_id, id, person_id, origin_person_id, field, value, source_kind, source_organisation_id, said_on, recorded_at)
      select partnership_id, bench_new_id(), id, id, 'support-level', (array['universal', 'supported', 'universal', 'intensive'])[1 + n % 4], ${STAFF},
        ${day} - 30, ${now} from bench_person`,
    `insert into person_alert (partnership_id, id, person_id, origin_person_id, kind, first_words, started_on, recorded_at)
      select partnership_id, bench_new_id(), id, id, (array['stop', 'care', 'note'])[1 + n % 3], 'Read the note first', ${day} - 60, ${now}
      from bench_person where n % 20 = 1`,
  ]
}

/** Five meetings of each young person, of which one is still to come and of every tenth the last was missed; a goal and two targets. */
function planned(at: Instant, today: Day): string[] {
  const now = `${escapeLiteral(at)}::timestamptz`
  const day = `${escapeLiteral(today)}::date`
  return [
    `insert into appointment (partnership_id, id, person_id, origin_person_id, class, account_id, on_day, at_time, minutes, kind, place, room, purpose, aim,
        told_how, told_on, state, reason, recorded_at, recorded_by)
      select partnership_id, bench_new_id(), id, id, ${CLASS_BITS.sessions}, account_id, case when k = 0 then ${day} + n % 20 when k = 1 and n % 10 = 0 then ${day} - 1
          else ${day} - (k * 30 + n % 20) end,
        lpad((9 + n % 8)::text, 2, '0') || ':' || (array['00', '15', '30', '45'])[1 + n % 4], 30, 'meeting', 'Meeting room of the bench', 'private', 'support',
        'Choose between two courses', 'text', ${day} - (k * 30 + 40), case when k = 0 then 'set' when k = 1 and n % 10 = 0 then 'missed' else 'came' end,
        case when k = 1 and n % 10 = 0 then 'forgot' end, ${now}, account_id
      from bench_advised cross join generate_series(0, 4) k where k > 0 or n % 10 > 0`,
    `insert into plan_goal (partnership_id, id, person_id, origin_person_id, words, set_on, set_by, recorded_at)
      select partnership_id, bench_new_id(), id, id, 'I want to work with animals', ${day} - 90, account_id, ${now} from bench_advised`,
    `insert into plan_target (partnership_id, id, person_id, origin_person_id, class, goal_id, what, due_on, owner, owner_name, set_on, set_by, recorded_at)
      select g.partnership_id, bench_new_id(), g.person_id, g.person_id, ${CLASS_BITS.plan}, g.id, 'Ring the bench ' || k, ${day} + 20 * k,
        case when k = 2 and right(g.id::text, 1) < '4' then 'partner' else 'young-person' end,
        case when k = 2 and right(g.id::text, 1) < '4' then 'Stables of the bench' else '' end, ${day} - 90, g.set_by, ${now} from plan_goal g cross join generate_series(1, 2) k`,
  ]
}

/** Views of the record: the audit of a partnership that has been at work. */
function audit(at: Instant): string[] {
  return [
    `with event as (
      insert into audit_event (partnership_id, id, at, actor_kind, actor_id, action, outcome, person_ids, request_id, payload_hash)
      select partnership_id, bench_new_id(), ${escapeLiteral(at)}::timestamptz - k * interval '9 days', 'account', account_id, 'record.viewed', 'done', array[id],
        'bench', sha256(id::text::bytea) from bench_advised cross join generate_series(1, ${EVENTS}) k
      returning partnership_id, id
    ) insert into audit_payload (partnership_id, event_id, salt, payload) select partnership_id, id, sha256(id::text::bytea), '{}' from event`,
  ]
}
