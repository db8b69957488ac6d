import { filingIn, sealedIn } from '#ground/database/filing.ts'
import { hold } from '#ground/database/hold.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import type { AimNote, NeedKind, OwnHow, Talk, TalkMark, TalkNeed } from './talk.ts'

const COLUMNS = `t.id as "rowId", t.person_id as "personId", t.class as "classBit", t.state, t.appointment_id as "appointmentId", t.contact_id as "contactId",
  t.made_by as "madeBy", t.made_on as "madeOn", t.held_on as "heldOn", t.about, t.aim_words as "aimWords", t.aim_asks as "aimAsks",
  t.aim_source as "aimSource", t.aim_on as "aimOn", t.higher, t.takes, t.aim_answer as "aimAnswer", t.own_how as "ownHow", t.own_on as "ownOn",
  t.own_words as "ownWords", t.why, t.version`
/** What hangs on a talk is filed on whom the talk was filed on, so that it goes back with it when records are taken apart. */
const OF = 'talk t where t.partnership_id = $1 and t.id = $5 and t.person_id = $3'

export async function findTalk(tx: Tx, id: RowId): Promise<Talk | undefined> {
  const [row] = await query<Talk>(
    tx,
    `select ${COLUMNS} from talk t where t.partnership_id = $1 and t.id = $2 and t.sealed_at is null`,
    [tx.acting.partnershipId, id],
  )
  return row
}

/** The talks with somebody, newest first, as far as the caller may see them. */
export function listTalksOn(tx: Tx, personId: PersonId): Promise<Talk[]> {
  return query<Talk>(
    tx,
    `select ${COLUMNS} from talk t where t.partnership_id = $1 and t.person_id = $2 and t.sealed_at is null
     order by coalesce(t.held_on, t.made_on) desc, t.id desc limit 100`,
    [tx.acting.partnershipId, personId],
  )
}

/** To the end of the transaction nobody else begins or ties a talk of this person. */
export async function holdTalks(tx: Tx, personId: PersonId): Promise<void> {
  await hold(tx, 'talk', personId)
}

export async function insertTalk(
  tx: Tx,
  personId: PersonId,
  talk: { readonly madeBy: AccountId; readonly appointmentId: RowId | null; readonly classBit: number },
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into talk (partnership_id, id, person_id, origin_person_id, class, appointment_id, made_by, made_on, recorded_at, recorded_by)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[tx.acting.partnershipId, id, personId, talk.classBit, talk.appointmentId, talk.madeBy, tx.acting.today],
      ...[tx.acting.at, tx.acting.actorId],
    ],
  )
  return id
}

type Seen = Pick<Talk, 'rowId' | 'version'>

/** Their aim and the challenge. Returns 0 when it was changed meanwhile. */
export async function updateAim(tx: Tx, before: Seen, to: AimNote): Promise<number> {
  const rows = await query(
    tx,
    `update talk set aim_words = $4, aim_asks = $5, aim_source = $6, aim_on = $7, higher = $8, takes = $9, aim_answer = $10, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and state <> 'dropped' and sealed_at is null returning 1`,
    [
      ...[tx.acting.partnershipId, before.rowId, before.version, to.aimWords, to.aimAsks, to.aimSource, to.aimOn],
      ...[to.higher, to.takes, to.aimAnswer],
    ],
  )
  return rows.length
}

/** It was held: the session it was, and what was talked about. As close as the session. Returns 0 when it was changed meanwhile. */
export async function updateHeld(
  tx: Tx,
  before: Seen,
  to: { readonly contactId: RowId; readonly heldOn: Day; readonly about: string; readonly classBit: number },
): Promise<number> {
  const rows = await query(
    tx,
    `update talk set state = 'held', contact_id = $4, held_on = $5, about = $6, class = greatest(class, $7::integer), version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and state <> 'dropped' and sealed_at is null returning 1`,
    [tx.acting.partnershipId, before.rowId, before.version, to.contactId, to.heldOn, to.about, to.classBit],
  )
  return rows.length
}

/** Their own side was written down. Returns 0 when it was changed meanwhile. */
export async function updateOwn(
  tx: Tx,
  before: Seen,
  own: { readonly how: OwnHow; readonly words: string } | null,
): Promise<number> {
  const [set, values] =
    own === null ? ['', []] : [', own_how = $4, own_on = $5, own_words = $6', [own.how, tx.acting.today, own.words]]
  const rows = await query(
    tx,
    `update talk set version = version + 1${set}
     where partnership_id = $1 and id = $2 and version = $3 and state <> 'dropped' and sealed_at is null returning 1`,
    [tx.acting.partnershipId, before.rowId, before.version, ...values],
  )
  return rows.length
}

/** It was not held. Returns 0 when it moved meanwhile. */
export async function updateDropped(tx: Tx, before: Seen, why: string): Promise<number> {
  const rows = await query(
    tx,
    `update talk set state = 'dropped', why = $4, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and state = 'before' and sealed_at is null returning 1`,
    [tx.acting.partnershipId, before.rowId, before.version, why],
  )
  return rows.length
}

/** Marks of a side, each said anew over what was said before. */
export async function upsertMarks(
  tx: Tx,
  talk: Pick<Talk, 'rowId' | 'personId' | 'classBit'>,
  marks: readonly TalkMark[],
): Promise<void> {
  for (const one of marks)
    await query(
      tx,
      `insert into talk_mark (partnership_id, id, person_id, origin_person_id, class, talk_id, mark, side, said, evidence, recorded_at, recorded_by)
       select t.partnership_id, $2, t.person_id, t.origin_person_id, $4, t.id, $6, $7, $8, $9, $10, $11 from ${OF}
       on conflict (partnership_id, talk_id, mark, side) do update set said = excluded.said, evidence = excluded.evidence,
         recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by, version = talk_mark.version + 1`,
      [
        ...[tx.acting.partnershipId, newId(tx.acting.at), talk.personId, talk.classBit, talk.rowId, one.mark, one.side],
        ...[one.said, one.evidence, tx.acting.at, tx.acting.actorId],
      ],
    )
}

export function listMarks(tx: Tx, talkId: RowId): Promise<TalkMark[]> {
  return query<TalkMark>(
    tx,
    `select mark, side, said, evidence from talk_mark where partnership_id = $1 and talk_id = $2 and sealed_at is null`,
    [tx.acting.partnershipId, talkId],
  )
}

/** Needs that came up and stand, oldest first, as far as the caller may see them. */
export function listNeeds(tx: Tx, talkId: RowId): Promise<TalkNeed[]> {
  return query<TalkNeed>(
    tx,
    `select id as "rowId", kind, words, noted_on as "notedOn", version from talk_need
     where partnership_id = $1 and talk_id = $2 and over_on is null and sealed_at is null order by recorded_at, id limit 100`,
    [tx.acting.partnershipId, talkId],
  )
}

export async function insertNeed(
  tx: Tx,
  talk: Pick<Talk, 'rowId' | 'personId'>,
  need: {
    readonly kind: NeedKind
    readonly words: string
    readonly classBit: number
    readonly notedBy: AccountId
  },
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into talk_need (partnership_id, id, person_id, origin_person_id, class, talk_id, kind, words, noted_by, noted_on, recorded_at, recorded_by)
     select t.partnership_id, $2, t.person_id, t.origin_person_id, $4, t.id, $6, $7, $8, $9, $10, $11 from ${OF}`,
    [
      ...[tx.acting.partnershipId, id, talk.personId, need.classBit, talk.rowId, need.kind, need.words],
      ...[need.notedBy, tx.acting.today, tx.acting.at, tx.acting.actorId],
    ],
  )
  return id
}

/** It is no need any more. Returns 0 when it was over before. */
export async function updateNeedOver(tx: Tx, id: RowId): Promise<number> {
  const rows = await query(
    tx,
    `update talk_need set over_on = $3, version = version + 1 where partnership_id = $1 and id = $2 and over_on is null and sealed_at is null returning 1`,
    [tx.acting.partnershipId, id, tx.acting.today],
  )
  return rows.length
}

/** When and by whom it was begun. */
export const findTalkFiling = filingIn('talk', 'made_by')
/** Takes it off view with all that hangs on it (K9): by a trigger. As the house. Returns how many. */
export const updateTalkSealed = sealedIn('talk')

/** The talk a session was, as the house: it is taken off with that (K9). */
export async function findTalkOf(worker: Tx, contactId: RowId): Promise<Pick<Talk, 'rowId' | 'personId'> | undefined> {
  const [row] = await query<Pick<Talk, 'rowId' | 'personId'>>(
    worker,
    `select id as "rowId", person_id as "personId" from talk where partnership_id = $1 and contact_id = $2 and sealed_at is null`,
    [worker.acting.partnershipId, contactId],
  )
  return row
}
