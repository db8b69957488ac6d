/** Referrals, hand-overs, absences, a programme and days in school of the bench, in bulk, so that their lists are of the size of a partnership at work. */
import type { Instant } from '#ground/clock.ts'
import type { Day } from '#ground/day.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`

/** One programme for so many young people, of whom every twelfth is on it. */
const PEOPLE_A_PROGRAMME = 6000

/**
 * Of every tenth young person a referral, three in four over; of every fifteenth an absence, half of them open; of every thirtieth a hand-over, half
 * of them open; every twelfth on a programme; of each adviser a day in school with what is arranged next.
 * Reads `bench_advised` and `bench_adviser`, which number people and advisers.
 */
export function casework(at: Instant, today: Day): string[] {
  const now = `${quoted(at)}::timestamptz`
  const day = `${quoted(today)}::date`
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
  ]
}
