/** Referrals, hand-overs, absences, a programme and days in school of the bench, in bulk, so that their lists are of the size of a partnership at work. */
import { escapeLiteral } from 'pg'
import type { Instant } from '#ground/clock.ts'
import type { Day } from '#ground/day.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'

/** What the panels of the bench read at most: where they learn and what they do. */
const PANEL_ALLOWS = CLASS_BITS.learning | CLASS_BITS.tracking

/** One programme for so many young people, of whom every twelfth is on it. */
const PEOPLE_A_PROGRAMME = 6000

/**
 * Of every tenth young person a referral, three in four over; of every fifteenth an absence, half of them open; of every thirtieth a hand-over, half
 * of them open; every twelfth on a programme; of each adviser a day in school with what is arranged next, and a panel they chair with twelve young people on
 * its agenda. To what is arranged with every fifth a colleague comes along. Of every twentieth a summary asked of the agency before; of every fourth a date beside the plan; of every eighth a judgement of capacity.
 * Reads `bench_advised` and `bench_adviser`, which number people and advisers.
 */
export function casework(at: Instant, today: Day): string[] {
  const now = `${escapeLiteral(at)}::timestamptz`
  const day = `${escapeLiteral(today)}::date`
  const own = (a: string) =>
    `(select id from organisation o where o.partnership_id = ${a}.partnership_id and o.kind = 'partnership-service' order by id limit 1)`
  const school = (a: string) =>
    `(select id from organisation o where o.partnership_id = ${a}.partnership_id and o.kind = 'school' order by id limit 1)`
  return [
    `insert into referral_protocol (partnership_id, id, from_id, to_id, purpose, basis, law, classes, answer_days, start_days, report_days, started_on, review_on,
        recorded_at)
      select partnership_id, bench_new_id(), ${own('p')}, ${school('p')}, 'Mentoring (made up)', 'public-task', 'Education and Skills Act 2008, section 68', 5,
        5, 10, 30, ${day} - 300, ${day} + 300, ${now}
      from (select distinct partnership_id from bench_advised) p`,
    `insert into referral (partnership_id, id, person_id, origin_person_id, class, protocol_id, from_id, to_id, sent_for, state, view, shown_on, made_by, sent_by,
        sent_on, due_on, over_on, recorded_at, recorded_by)
      select a.partnership_id, bench_new_id(), a.id, a.id, ${CLASS_BITS.sessions}, t.id, t.from_id, t.to_id, a.account_id,
        case a.n / 10 % 4 when 0 then 'sent' else 'ended' end, 'agrees', ${day} - 40, a.account_id, a.account_id, ${day} - 40,
        case a.n / 10 % 4 when 0 then ${day} + a.n % 9 - 4 end, case a.n / 10 % 4 when 0 then null else ${day} - 4 end, ${now}, a.account_id
      from bench_advised a join referral_protocol t on t.partnership_id = a.partnership_id where a.n % 10 = 3`,
    `insert into absence_report (partnership_id, id, person_id, origin_person_id, class, organisation_id, kind, last_seen_on, reason, told_by, told_on, state, outcome,
        over_on, due_on, recorded_at)
      select partnership_id, bench_new_id(), id, id, ${CLASS_BITS.learning}, ${school('a')}, 'absent', ${day} - 9, 'not-known', account_id, ${day} - 6,
        case n / 15 % 2 when 0 then 'told' else 'answered' end, case n / 15 % 2 when 1 then 'back' end, case n / 15 % 2 when 1 then ${day} - 1 end,
        case n / 15 % 2 when 0 then ${day} + n % 5 - 2 end, ${now}
      from bench_advised a where n % 15 = 4`,
    `insert into hand_over (partnership_id, id, person_id, origin_person_id, class, kind, why, from_id, to_id, begun_on, state, over_on, due_on, recorded_at)
      select a.partnership_id, bench_new_id(), a.id, a.id, ${CLASS_BITS.sessions}, 'new-place', 'Moved to the lower valley', a.account_id, b.account_id, ${day} - 9,
        case a.n / 30 % 2 when 0 then 'asked' else 'declined' end, case a.n / 30 % 2 when 1 then ${day} - 2 end,
        case a.n / 30 % 2 when 0 then ${day} + a.n % 5 - 2 end, ${now}
      from bench_advised a join bench_adviser b on b.partnership_id = a.partnership_id and b.n = (a.n / 100 + 1) % greatest(2,
        (select count(*) from bench_adviser c where c.partnership_id = a.partnership_id)::int) and b.account_id <> a.account_id where a.n % 30 = 7`,
    // A colleague who covers comes along to what is arranged next with every fifth, and was there at what was last with every twentieth.
    `insert into access_grant (partnership_id, id, scope, person_id, holder_id, classes, basis, source, started_at)
      select a.partnership_id, bench_new_id(), 'person', a.id, b.account_id, ${CLASS_BITS.identity | CLASS_BITS.sessions}, 'public-task', 'cover',
        ${now} - interval '9 days'
      from bench_advised a join bench_adviser b on b.partnership_id = a.partnership_id and b.n = a.n / 100 + 1 and b.account_id <> a.account_id
      where a.n % 5 = 2`,
    `insert into appointment_companion (partnership_id, id, person_id, origin_person_id, class, appointment_id, account_id, on_day, state, answered_at, recorded_at)
      select p.partnership_id, bench_new_id(), p.person_id, p.person_id, p.class, p.id, b.account_id, p.on_day,
        case a.n / 5 % 2 when 0 then 'asked' else 'coming' end, case a.n / 5 % 2 when 1 then ${now} end, ${now}
      from bench_advised a join appointment p on p.partnership_id = a.partnership_id and p.person_id = a.id and p.state = 'set'
        join bench_adviser b on b.partnership_id = a.partnership_id and b.n = a.n / 100 + 1 and b.account_id <> a.account_id
      where a.n % 5 = 2`,
    `update contact c set colleagues = array[b.account_id]
      from bench_advised a join bench_adviser b on b.partnership_id = a.partnership_id and b.n = a.n / 100 + 1
      where c.partnership_id = a.partnership_id and c.person_id = a.id and a.n % 20 = 9 and c.happened_on > ${day} - 40 and b.account_id <> a.account_id`,
    `insert into programme (partnership_id, id, name, organisation_id, min_age, max_age, recorded_at)
      select partnership_id, bench_new_id(), 'Gateway of the bench ' || k, ${own('p')}, 14, 19, ${now}
      from (select partnership_id, max(n) as most from bench_advised group by partnership_id) p cross join generate_series(0, most / ${PEOPLE_A_PROGRAMME}) k`,
    `insert into programme_stage (partnership_id, programme_id, position, name, recorded_at)
      select partnership_id, id, k, 'Stage ' || k, ${now} from programme cross join generate_series(1, 3) k`,
    `insert into programme_place (partnership_id, id, person_id, origin_person_id, class, programme_id, state, agreed_on, starts_on, started_on, position, recorded_at)
      select a.partnership_id, bench_new_id(), a.id, a.id, ${CLASS_BITS.learning}, p.id, 'on', ${day} - 60, ${day} - 50, ${day} - 50, 1 + a.n % 3, ${now}
      from bench_advised a join programme p on p.partnership_id = a.partnership_id and p.name = 'Gateway of the bench ' || a.n / ${PEOPLE_A_PROGRAMME}
      where a.n % 12 = 5`,
    `insert into school_day (partnership_id, id, organisation_id, account_id, on_day, from_time, to_time, minutes, place, room, recorded_at)
      select partnership_id, bench_new_id(), ${school('a')}, account_id, ${day} + 5, '09:00', '15:00', 15, 'Room of the bench', 'private', ${now}
      from bench_adviser a`,
    `insert into school_slot (partnership_id, id, person_id, origin_person_id, school_day_id, organisation_id, appointment_id, on_day, at_time, recorded_at)
      select a.partnership_id, bench_new_id(), a.person_id, a.person_id, d.id, d.organisation_id, a.id, a.on_day, a.at_time, ${now}
      from appointment a join school_day d on d.partnership_id = a.partnership_id and d.account_id = a.account_id
      where a.state = 'set' and a.on_day between ${day} and ${day} + 5`,
    `insert into transfer_request (partnership_id, id, person_id, origin_person_id, class, from_name, asks, told, state, asked_by, asked_on, due_on, over_on, words,
        recorded_at)
      select partnership_id, bench_new_id(), id, id, ${CLASS_BITS.assessment}, 'Agency before (made up)', 'What helped, and what did not', 'yes',
        case n / 20 % 2 when 0 then 'asked' else 'received' end, account_id, ${day} - 20, case n / 20 % 2 when 0 then ${day} + n % 9 - 4 end,
        case n / 20 % 2 when 1 then ${day} - 5 end, case n / 20 % 2 when 1 then 'A made-up summary' else '' end, ${now}
      from bench_advised a where n % 20 = 6`,
    `insert into plan_date (partnership_id, id, person_id, origin_person_id, class, kind, on_day, who, state, made_by, recorded_at)
      select partnership_id, bench_new_id(), id, id, ${CLASS_BITS.learning}, 'ehc-review', ${day} + n % 90 - 5, 'The school (made up)', 'ahead', account_id, ${now}
      from bench_advised a where n % 4 = 1`,
    `insert into plan_ask (partnership_id, id, person_id, origin_person_id, class, target_id, what, due_on, owner_name, state, who, asked_on, asked_by, answer_by,
        answered_on, recorded_at)
      select t.partnership_id, bench_new_id(), t.person_id, t.person_id, t.class, t.id, t.what, t.due_on, 'Stables of the bench', 'yes', 'Jo Made-up', ${day} - 3,
        t.set_by, ${day} - 3, ${day} - 3, ${now}
      from plan_target t where t.state = 'open' and t.owner = 'partner'`,
    `insert into capacity_decision (partnership_id, id, person_id, origin_person_id, class, about, question, help, could, how, wishes, outcome, was_sixteen, judged_by,
        judged_on, recorded_at)
      select partnership_id, bench_new_id(), id, id, ${CLASS_BITS.sessions}, 'sharing', 'May the school hear of it?', 'Time alone',
        array['understands', 'keeps', 'weighs', 'free', 'says'], 'Said what is good and bad about it', 'Only my tutor', 'can', false, account_id, ${day} - 30, ${now}
      from bench_advised a where n % 8 = 2`,
    `insert into panel (partnership_id, id, kind, title, purpose, basis, law, allows, chair_id, recorded_at)
      select partnership_id, bench_new_id(), 'not-in-learning', 'Panel of the bench ' || n, 'Nobody is left without an offer', 'public-task',
        'Education and Skills Act 2008, section 68', ${PANEL_ALLOWS}, account_id, ${now}
      from bench_adviser a`,
    `insert into panel_member (partnership_id, panel_id, account_id, organisation_id, classes)
      select p.partnership_id, p.id, p.chair_id, ${own('p')}, ${PANEL_ALLOWS} from panel p`,
    `insert into panel_meeting (partnership_id, id, panel_id, on_day, at_time, place, state, recorded_at)
      select partnership_id, bench_new_id(), id, ${day} + 6, '14:00', 'Room of the bench', 'preparing', ${now} from panel`,
    `insert into panel_seat (partnership_id, meeting_id, account_id, organisation_id, classes)
      select m.partnership_id, m.id, p.chair_id, ${own('p')}, ${PANEL_ALLOWS}
      from panel_meeting m join panel p on p.partnership_id = m.partnership_id and p.id = m.panel_id`,
    `insert into panel_item (partnership_id, id, person_id, origin_person_id, class, panel_id, meeting_id, reason, question, known, view, asked_by, asked_on, brought_by,
        recorded_at)
      select a.partnership_id, bench_new_id(), a.id, a.id, ${CLASS_BITS.sessions}, p.id, m.id, 'not-in-learning', 'Who has a place that starts in January?', 'told',
        'agrees', a.account_id, ${day} - 2, a.account_id, ${now}
      from bench_advised a join panel p on p.partnership_id = a.partnership_id and p.chair_id = a.account_id
        join panel_meeting m on m.partnership_id = p.partnership_id and m.panel_id = p.id
      where a.n % 8 = 3`,
  ]
}
