import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { Timed } from '../times.ts'

/**
 * What was sent since a day, as it is counted. As the house, for counts that name nobody: of restricted records nothing is among them (K4), nor
 * what was taken back before anybody answered, of whoever has died, or of an agency that closed.
 */
export function listTimed(worker: Tx, since: Day): Promise<Timed[]> {
  return query<Timed>(
    worker,
    `select r.protocol_id as "protocolId", r.sent_on as "sentOn", r.state in ('sent', 'more-asked') as "isWaiting",
       case when r.state = 'sent' then r.due_on end as "dueOn",
       coalesce((select jsonb_agg(jsonb_build_object('step', s.step, 'onDay', s.on_day) order by s.recorded_at, s.id) from referral_step s
         where s.partnership_id = r.partnership_id and s.referral_id = r.id and s.step in ('ask', 'tell', 'accept', 'decline')), '[]') as steps
     from referral r
     where r.partnership_id = $1 and r.sent_on >= $2 and r.sealed_at is null
       and r.reason is distinct from 'agency-closed'
       and exists (select 1 from person p where p.partnership_id = r.partnership_id and p.id = r.person_id and p.died_on is null)
       and not (r.state = 'withdrawn' and not exists (select 1 from referral_step a
         where a.partnership_id = r.partnership_id and a.referral_id = r.id and a.step in ('accept', 'decline')))
       and not exists (select 1 from access_barrier b where b.partnership_id = r.partnership_id and b.person_id = r.person_id and b.kind = 'restricted'
         and b.started_at <= $3 and (b.ended_at is null or b.ended_at > $3))`,
    [worker.acting.partnershipId, since, worker.acting.at],
  )
}
