import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { RowId } from '#ground/ids.ts'
import type { ActivityQuestion } from './question.ts'

type Row = Omit<ActivityQuestion, 'spell'> & {
  spell_id: RowId
  spell_version: number
  spell_code: string
  spell_detail: string
  spell_started: Day
  spell_verified: Day
  spell_by: string | null
  spell_stands: boolean
}

const QUESTION = `q.id as "rowId", q.person_id as "personId", p.known_given as given, p.known_family as family, q.organisation_id as "organisationId",
  case when o.discloses = 0 then o.name else '' end as place, q.said_code as code, q.detail, q.started_on as "startedOn", q.as_at as "asAt", q.version,
  s.id as spell_id, s.version as spell_version, s.code as spell_code, s.detail as spell_detail, s.started_on as spell_started, s.verified_on as spell_verified,
  s.verified_by as spell_by, s.finished_on is null and s.is_primary as spell_stands`
const FROM = `from activity_question q
  join person p on p.partnership_id = q.partnership_id and p.id = q.person_id and p.state = 'active' and p.died_on is null
  join activity_spell s on s.partnership_id = q.partnership_id and s.id = q.spell_id and s.person_id = q.person_id and s.sealed_at is null
  join organisation o on o.partnership_id = q.partnership_id and o.id = q.organisation_id
  where q.partnership_id = $1 and q.over_on is null and q.sealed_at is null`

function questionFrom(row: Row): ActivityQuestion {
  const {
    spell_id,
    spell_version,
    spell_code,
    spell_detail,
    spell_started,
    spell_verified,
    spell_by,
    spell_stands,
    ...rest
  } = row
  return {
    ...rest,
    spell: {
      ...{ rowId: spell_id, version: spell_version, code: spell_code, detail: spell_detail, startedOn: spell_started },
      ...{ verifiedOn: spell_verified, verifiedBy: spell_by, stands: spell_stands },
    },
  }
}

/** Open questions of whom the caller may see, the newest list first. Where something else is on record by now, there is nothing to decide any more. */
export async function listActivityQuestions(tx: Tx, most: number): Promise<ActivityQuestion[]> {
  const found = await query<Row>(
    tx,
    `select ${QUESTION} ${FROM} and s.finished_on is null and s.is_primary order by q.as_at desc, p.sort_key, q.id limit $2`,
    [tx.acting.partnershipId, most],
  )
  return found.map(questionFrom)
}

export async function findActivityQuestion(tx: Tx, id: RowId): Promise<ActivityQuestion | undefined> {
  const [row] = await query<Row>(tx, `select ${QUESTION} ${FROM} and q.id = $2`, [tx.acting.partnershipId, id])
  return row && questionFrom(row)
}

/** Answers a question as it was seen. Returns how many: none when somebody was first. */
export async function updateActivityQuestion(
  tx: Tx,
  question: Pick<ActivityQuestion, 'rowId' | 'version'>,
  state: 'list' | 'record' | 'withdrawn',
): Promise<number> {
  const found = await query(
    tx,
    `update activity_question set state = $4, over_on = $5, answered_by = $6, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and over_on is null returning 1`,
    [
      ...[tx.acting.partnershipId, question.rowId, question.version, state, tx.acting.today],
      tx.acting.actorKind === 'account' ? tx.acting.actorId : null,
    ],
  )
  return found.length
}
