/** Alerts: first words that all who open a record must see, and who looks at them again. */
import { sql } from 'kysely'
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import type { AlertKind, AlertReview, PersonAlert } from '../person.ts'

type AlertRow = {
  id: RowId
  kind: AlertKind
  first_words: string
  words: string
  started_on: Day
  finished_on: Day | null
  made_from: string
  review_on: Day | null
  reviewer_id: AccountId | null
  told: PersonAlert['told']
  told_why: string
}

function alertFrom(row: AlertRow): PersonAlert {
  return {
    rowId: row.id,
    kind: row.kind,
    firstWords: row.first_words,
    words: row.words,
    startedOn: row.started_on,
    finishedOn: row.finished_on,
    isFromConcern: row.made_from === 'concern',
    reviewOn: row.review_on,
    reviewerId: row.reviewer_id,
    told: row.told,
    toldWhy: row.told_why,
  }
}

/** Alerts in force on a day, the stops first. */
export async function listAlerts(tx: Tx, personId: PersonId): Promise<PersonAlert[]> {
  const found = await sql<AlertRow>`
    select id, kind, first_words, words, started_on, finished_on, made_from, review_on, reviewer_id, told, told_why from person_alert
    where partnership_id = ${tx.acting.partnershipId} and person_id = ${personId} and started_on <= ${tx.acting.today}
      and (finished_on is null or finished_on > ${tx.acting.today})
    order by array_position(array['stop', 'care', 'note'], kind), started_on desc, id`.execute(tx.db)
  return found.rows.map(alertFrom)
}

/** An alert that is to be looked at again, with whose it is. */
export type AlertDue = PersonAlert & { readonly personId: PersonId; readonly given: string; readonly family: string }

/** Alerts in force to be looked at again up to a day: those somebody is named for, and those of people they lead for. The longest late first. */
export async function listAlertsDue(
  tx: Tx,
  whose: { readonly reviewerId: AccountId; readonly ledIds: readonly PersonId[]; readonly until: Day },
): Promise<AlertDue[]> {
  const found = await sql<AlertRow & { person_id: PersonId; given: string; family: string }>`
    select a.id, a.kind, a.first_words, a.words, a.started_on, a.finished_on, a.made_from, a.review_on, a.reviewer_id, a.told, a.told_why, a.person_id,
      p.known_given as given, p.known_family as family
    from person_alert a join person p on p.partnership_id = a.partnership_id and p.id = a.person_id and p.state = 'active' and p.died_on is null
    where a.partnership_id = ${tx.acting.partnershipId} and a.review_on <= ${whose.until}
      -- Each by its own index, where "or" would read everybody's.
      and a.id in (select x.id from person_alert x where x.partnership_id = ${tx.acting.partnershipId} and x.reviewer_id = ${whose.reviewerId}
          and x.review_on <= ${whose.until}
        union select x.id from unnest(${[...whose.ledIds]}::uuid[]) l(id)
          join person_alert x on x.partnership_id = ${tx.acting.partnershipId} and x.person_id = l.id and x.review_on <= ${whose.until})
      and (a.finished_on is null or a.finished_on > ${tx.acting.today}) and a.made_from <> 'concern'
    order by a.review_on, p.sort_key, a.id limit 200`.execute(tx.db)
  return found.rows.map(row => ({ ...alertFrom(row), personId: row.person_id, given: row.given, family: row.family }))
}

/** Keeps when an alert is looked at again and by whom. Returns how many: none where it is over, or the database lets only safeguarding change it. */
export async function updateAlertReview(
  tx: Tx,
  personId: PersonId,
  id: RowId,
  review: AlertReview,
  /** What stood when whoever reviews it looked. */
  before: Day | null,
): Promise<number> {
  const updated = await sql`
    update person_alert set review_on = ${review.reviewOn}, reviewer_id = ${review.reviewerId}, told = ${review.told}, told_why = ${review.toldWhy}
    where partnership_id = ${tx.acting.partnershipId} and person_id = ${personId} and id = ${id} and review_on is not distinct from ${before}
      and (finished_on is null or finished_on > ${tx.acting.today})`.execute(tx.db)
  return Number(updated.numAffectedRows ?? 0)
}

export type NewAlert = {
  readonly kind: AlertKind
  readonly firstWords: string
  readonly words: string
  readonly finishedOn: Day | null
  /** `staff`, or the concern that raised it. */
  readonly from: string
  /** None for one a concern raised. */
  readonly review?: AlertReview
}

export async function insertAlert(tx: Tx, personId: PersonId, alert: NewAlert): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await sql`
    insert into person_alert (partnership_id, id, person_id, origin_person_id, kind, first_words, words, started_on, finished_on, made_by, made_from, review_on, reviewer_id, told, told_why, recorded_at)
    values (${tx.acting.partnershipId}, ${id}, ${personId}, ${personId}, ${alert.kind}, ${alert.firstWords}, ${alert.words}, ${tx.acting.today},
      ${alert.finishedOn}, ${tx.acting.actorId}, ${alert.from}, ${alert.review?.reviewOn ?? null}, ${alert.review?.reviewerId ?? null},
      ${alert.review?.told ?? null}, ${alert.review?.toldWhy ?? ''}, ${tx.acting.at})`.execute(tx.db)
  return id
}

/** Ends an alert today. Returns how many: none where it is over, or the database lets only safeguarding change it. */
export async function updateAlertEnd(tx: Tx, personId: PersonId, id: RowId): Promise<number> {
  const ended = await sql`
    update person_alert set finished_on = ${tx.acting.today}
    where partnership_id = ${tx.acting.partnershipId} and person_id = ${personId} and id = ${id} and (finished_on is null or finished_on > ${tx.acting.today})`.execute(
    tx.db,
  )
  return Number(ended.numAffectedRows ?? 0)
}
