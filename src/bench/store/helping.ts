/** What helps them, of the bench, in bulk: assessments, pathways, talks, exercises, places put forward, and what advisers know and ask of each other. */
import { escapeLiteral } from 'pg'
import type { Instant } from '#ground/clock.ts'
import type { Day } from '#ground/day.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'
import { planFactors } from '#rooms/assessment/index.ts'

/** Services near by and ways that work which a partnership has for so many young people. */
const PEOPLE_A_SERVICE = 500

/** Places on offer for so many young people. */
const PEOPLE_A_PLACE = 100

/**
 * Of every second young person an agreed assessment of all factors, and of every twentieth a draft; of every sixth a pathway of support with four steps; of
 * every fourth a careers talk held; of every twelfth an exercise; of every tenth a place they are put forward for; what stays between us read with two in three; of
 * every fifteenth attainment asked of the school; of every seventh what another agency's tool said; of every second step of a plan what was done. Of each adviser a support group to which one in nine of theirs belongs, with three steps each, a profile, an observed talk and something they asked. Reads `bench_advised`
 * and `bench_adviser`, which number people and advisers.
 */
export function helping(at: Instant, today: Day): string[] {
  const now = `${escapeLiteral(at)}::timestamptz`
  const day = `${escapeLiteral(today)}::date`
  return [
    ...assessed(now, day, today),
    ...supported(now, day),
    ...talked(now, day),
    ...toldBeside(now, day),
    ...grouped(now, day),
    ...nearBy(now, day),
    ...colleagues(now, day),
  ]
}

function assessed(now: string, day: string, today: Day): string[] {
  const factors = planFactors(today)
    .map(({ code, discloses }) => `(${escapeLiteral(code)}, ${CLASS_BITS[discloses ?? 'assessment']})`)
    .join(', ')
  return [
    `insert into assessment (partnership_id, id, person_id, origin_person_id, depth, state, started_on, started_by, agreed_on, agreed_by, agreement, review_on, recorded_at,
        signals_looked_at)
      select partnership_id, bench_new_id(), id, id, 'initial', 'agreed', ${day} - 60, account_id, ${day} - 55, account_id, 'agreed', ${day} + n % 120 - 20, ${now}, ${now}
      from bench_advised where n % 2 = 0`,
    `insert into assessment (partnership_id, id, person_id, origin_person_id, depth, started_on, started_by, recorded_at)
      select partnership_id, bench_new_id(), id, id, 'review', ${day} - 5, account_id, ${now} from bench_advised where n % 20 = 4`,
    `insert into assessment_rating (partnership_id, id, person_id, origin_person_id, class, assessment_id, factor, staff_level, own_level, evidence, own_words, source,
        said_on, recorded_at)
      select a.partnership_id, bench_new_id(), a.person_id, a.person_id, f.class, a.id, f.code, 1 + (length(f.code) + get_byte(uuid_send(a.id), 15)) % 5,
        1 + (length(f.code) + get_byte(uuid_send(a.id), 14)) % 5, 'Talked about it together', 'It is all right', 'told-me', ${day} - 60, ${now}
      from assessment a cross join (values ${factors}) f (code, class) where a.state = 'agreed'`,
  ]
}

function supported(now: string, day: string): string[] {
  return [
    `insert into pathway (partnership_id, id, person_id, origin_person_id, class, kind, edition, stage, anchor_on, opened_on, opened_by, review_on, due_on, recorded_at)
      select partnership_id, bench_new_id(), id, id, ${CLASS_BITS.learning}, 'reintegration', ${day}, 'small', ${day} - 20, ${day} - 40, account_id, ${day} + 20,
        ${day} + n % 9 - 3, ${now}
      from bench_advised where n % 6 = 1`,
    `insert into pathway_step (partnership_id, id, person_id, origin_person_id, class, pathway_id, stage, what, days, due_on, owner, made_by, recorded_at)
      select p.partnership_id, bench_new_id(), p.person_id, p.person_id, p.class, p.id, 'small', 'Step of the bench ' || k, k * 7, ${day} + k * 7 - 10, 'adviser', p.opened_by,
        ${now}
      from pathway p cross join generate_series(1, 4) k`,
    `insert into opportunity (partnership_id, id, title, kind, employer, starts_on, places, apply_by, town, entry, min_age, max_age, recorded_at)
      select partnership_id, bench_new_id(), 'Place of the bench ' || k, 'apprenticeship', 'Made-up Joinery', ${day} + 30 + k % 60, 2, ${day} + k % 40, 'Halifax',
        'No qualifications needed', 16, 19, ${now}
      from (select partnership_id, max(n) as most from bench_advised group by partnership_id) p cross join generate_series(0, most / ${PEOPLE_A_PLACE}) k`,
    `insert into application (partnership_id, id, person_id, origin_person_id, class, opportunity_id, state, put_by, suggested_on, why, tells, put_on, due_on, recorded_at)
      select a.partnership_id, bench_new_id(), a.id, a.id, ${CLASS_BITS.guidance}, o.id, 'put-forward', a.account_id, ${day} - 12, 'Likes working with wood',
        array['name', 'phone'], ${day} - 8, ${day} + a.n % 9 - 4, ${now}
      from bench_advised a join opportunity o on o.partnership_id = a.partnership_id and o.title = 'Place of the bench ' || a.n / ${PEOPLE_A_PLACE}
      where a.n % 10 = 6`,
  ]
}

function talked(now: string, day: string): string[] {
  return [
    // Each about a session of their own that is on record.
    `insert into talk (partnership_id, id, person_id, origin_person_id, state, contact_id, made_by, made_on, held_on, about, aim_words, recorded_at)
      select distinct on (c.partnership_id, c.person_id) c.partnership_id, bench_new_id(), c.person_id, c.person_id, 'held', c.id, a.account_id, c.happened_on - 7,
        c.happened_on, 'What comes after the exams', 'Work with animals', ${now}
      from bench_advised a join contact c on c.partnership_id = a.partnership_id and c.person_id = a.id
      where a.n % 4 = 2 and c.purpose = 'guidance' order by c.partnership_id, c.person_id, c.happened_on desc`,
    `insert into exercise_done (partnership_id, id, person_id, origin_person_id, exercise, edition, answers, how, done_on, with_id, recorded_at)
      select partnership_id, bench_new_id(), id, id, 'strengths', '2026-11-01', '{"did": "Fixed my sister’s bike"}', 'said', ${day} - 30, account_id, ${now}
      from bench_advised where n % 12 = 3`,
    `insert into school_ask (partnership_id, id, person_id, origin_person_id, class, organisation_id, asks, told, asked_by, asked_on, due_on, recorded_at)
      select a.partnership_id, bench_new_id(), a.id, a.id, ${CLASS_BITS.learning}, (select o.id from organisation o where o.partnership_id = a.partnership_id
          and o.kind = 'school' order by o.id limit 1), array['attainment', 'options'], 'yes', a.account_id, ${day} - 9, ${day} + a.n % 9 - 4, ${now}
      from bench_advised a where a.n % 15 = 8`,
    `insert into confidentiality_statement (partnership_id, id, number, stays, told, rights, from_day, made_by, recorded_at)
      select distinct on (partnership_id) partnership_id, bench_new_id(), 1, 'What you tell me', 'When somebody is not safe', 'You can see it', ${day} - 400, account_id, ${now}
      from bench_adviser order by partnership_id, n`,
    `insert into confidentiality_reading (partnership_id, id, person_id, origin_person_id, statement_id, how, understood, said, read_on, read_by, recorded_at)
      select a.partnership_id, bench_new_id(), a.id, a.id, s.id, 'aloud', 'yes', 'You tell nobody but when I am not safe', ${day} - 200, a.account_id, ${now}
      from bench_advised a join confidentiality_statement s on s.partnership_id = a.partnership_id where a.n % 3 > 0`,
  ]
}

/** What other agencies' tools said, and what was done towards steps. */
function toldBeside(now: string, day: string): string[] {
  const bit = CLASS_BITS.assessment
  return [
    `insert into other_tool (partnership_id, id, recorded_at) select distinct partnership_id, bench_new_id(), ${now}
      from (select distinct partnership_id from bench_adviser) p`,
    `insert into other_tool_edition (partnership_id, id, tool_id, number, name, kind, class, steps, hard_end, written_by, written_on, recorded_at)
      select t.partnership_id, bench_new_id(), t.id, 1, 'Tool of the bench', 'early-help', ${bit}, '{Fine,Some worry,Much worry}', 'last',
        (select a.account_id from bench_adviser a where a.partnership_id = t.partnership_id and a.n = 0), ${day} - 300, ${now} from other_tool t`,
    `insert into other_tool_heading (partnership_id, edition_id, code, place, name, factor, class)
      select e.partnership_id, e.id, k, k, 'Heading ' || k, (array['housing', 'income', 'motivation', null])[k], ${bit}
      from other_tool_edition e cross join generate_series(1, 4) k`,
    `insert into tool_saying (partnership_id, id, person_id, origin_person_id, class, entry_id, edition_id, said_on, said_by, words, written_by, recorded_at)
      select a.partnership_id, a.entry, a.id, a.id, ${bit}, a.entry, e.id, ${day} - 40 - a.n % 400, 'Early help (made up)', 'Doing better', a.account_id, ${now}
      from (select *, bench_new_id() as entry from bench_advised where n % 7 = 5) a join other_tool_edition e on e.partnership_id = a.partnership_id`,
    `insert into tool_finding (partnership_id, id, person_id, origin_person_id, class, entry_id, code, step, words, written_by, recorded_at)
      select partnership_id, bench_new_id(), person_id, person_id, class, entry_id, k, 1 + k % 3, 'As they told us', written_by, ${now}
      from tool_saying cross join generate_series(1, 4) k`,
    `insert into plan_log (partnership_id, id, person_id, origin_person_id, class, target_id, done_on, done_by, words, written_on, written_by, recorded_at)
      select partnership_id, bench_new_id(), person_id, person_id, class, id, ${day} - 30 * k, 'young-person', 'Rang, and nobody was there', ${day} - 29 * k, set_by, ${now}
      from plan_target cross join generate_series(1, 2) k where what = 'Ring the bench 1'`,
  ]
}

/** Support groups, one of each adviser under their own id, with who belongs to it, the rights by that, and what it does. */
function grouped(now: string, day: string): string[] {
  const theirs = `(select * from bench_advised where n % 9 = 4) a`
  return [
    `insert into support_group (partnership_id, id, name, purpose, meets, recorded_at)
      select partnership_id, account_id, 'Group of the bench', 'To cook and talk', 'Thursdays, the hub', ${now} from bench_adviser`,
    `insert into support_group_runner (partnership_id, id, group_id, account_id, there_for, started_at)
      select b.partnership_id, bench_new_id(), b.account_id, r.account_id, 'adviser', ${now}
      from bench_adviser b join bench_adviser r on r.partnership_id = b.partnership_id and r.n in (b.n, b.n + 1)`,
    `insert into support_group_member (partnership_id, id, person_id, origin_person_id, class, group_id, joined_on, asked_by, agreed_on, known_asked_by,
        known_agreed_on, recorded_at)
      select partnership_id, bench_new_id(), id, id, ${CLASS_BITS.sessions}, account_id, ${day} - 30, account_id, ${day} - 30, account_id, ${day} - 30, ${now} from ${theirs}`,
    `insert into support_group_right (partnership_id, id, person_id, origin_person_id, class, member_id, account_id, grant_id, recorded_at)
      select m.partnership_id, bench_new_id(), m.person_id, m.person_id, m.class, m.id, r.account_id, bench_new_id(), ${now}
      from support_group_member m join support_group_runner r on r.partnership_id = m.partnership_id and r.group_id = m.group_id`,
    `insert into access_grant (partnership_id, id, scope, person_id, holder_id, classes, basis, source, started_at)
      select partnership_id, grant_id, 'person', person_id, account_id, ${CLASS_BITS.identity}, 'consent', 'agreement', ${now} from support_group_right`,
    `insert into support_step (partnership_id, id, person_id, origin_person_id, class, group_id, member_id, what, account_id, due_on, written_by, changed_by, recorded_at)
      select m.partnership_id, bench_new_id(), m.person_id, m.person_id, (array[${CLASS_BITS.plan}, ${CLASS_BITS.plan}, ${CLASS_BITS.health}])[k], m.group_id, m.id,
        'Go along ' || k, m.asked_by, ${day} + 10 * k, m.asked_by, m.asked_by, ${now}
      from support_group_member m cross join generate_series(1, 3) k`,
    `insert into support_group_step (partnership_id, id, group_id, what, account_id, due_on, written_by, recorded_at)
      select partnership_id, bench_new_id(), id, 'Ask for the room ' || k, id, ${day} + 10 * k, id, ${now} from support_group cross join generate_series(1, 5) k`,
  ]
}

function nearBy(now: string, day: string): string[] {
  const several = `(select partnership_id, max(n) as most, (array_agg(account_id))[1] as account_id from bench_advised group by partnership_id) p
      cross join generate_series(0, most / ${PEOPLE_A_SERVICE}) k`
  return [
    `insert into local_service (partnership_id, id, name, run_by, about, needs, min_age, max_age, place, how_to, same_day, open_when, checked_on, recorded_at)
      select partnership_id, bench_new_id(), 'Project of the bench ' || k, 'Made-up trust', 'Two evenings a week', array[(array['housing', 'income', 'emotional-health',
        'motivation'])[1 + k % 4]], 13, 19, 'Halifax', 'Ring and ask for Jo', case k % 3 when 0 then array['food'] else '{}' end, 'Every day', ${day} - k % 400, ${now} from ${several}`,
    `insert into local_tip (partnership_id, id, service_id, words, said_by, said_on, still_on, recorded_at)
      select s.partnership_id, bench_new_id(), s.id, 'Go along the first time', a.account_id, ${day} - 60, ${day} - 30, ${now}
      from local_service s join bench_adviser a on a.partnership_id = s.partnership_id and a.n = 0 cross join generate_series(1, 2)`,
    `insert into good_practice (partnership_id, id, title, what, needs, written_by, written_on, checked_on, recorded_at)
      select partnership_id, bench_new_id(), 'Way of the bench ' || k, 'Begin with what they are good at', array[(array['housing', 'income', 'emotional-health',
        'motivation'])[1 + k % 4]], account_id, ${day} - 100, ${day} - k % 300, ${now} from ${several}`,
  ]
}

function colleagues(now: string, day: string): string[] {
  return [
    `insert into colleague_profile (partnership_id, account_id, background, ask_about, languages, recorded_at)
      select partnership_id, account_id, (array['careers', 'youth-work', 'social-work', 'teaching'])[1 + n % 4], 'Apprenticeships', 'English, Urdu', ${now}
      from bench_adviser`,
    `insert into practice_observation (partnership_id, id, kind, observed_id, observer_id, on_day, year_group, marks, feedback, next, state, given_on, recorded_at)
      select partnership_id, bench_new_id(), 'self', account_id, account_id, ${day} - 20 - n % 40, 11, '{}', 'Went well', 'Ask more', 'given', ${day} - 19 - n % 40, ${now}
      from bench_adviser cross join generate_series(1, 3)`,
    `insert into advice (partnership_id, id, team_id, asked_by, asked_of, asked_on, question, recorded_at)
      select partnership_id, bench_new_id(), team_id, account_id, account_id, ${day} - 2, 'Who knows of a bursary for tools?', ${now}
      from bench_adviser where team_id is not null`,
    `insert into team_posts (partnership_id, id, team_id, posts, from_on, recorded_at)
      select distinct partnership_id, bench_new_id(), team_id, 9, ${day} - 100, ${now}
      from (select distinct partnership_id, team_id from bench_adviser where team_id is not null) t`,
  ]
}
