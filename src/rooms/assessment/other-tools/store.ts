import { filingIn } from '#ground/database/filing.ts'
import { hold } from '#ground/database/hold.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import { type AccountId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import { CLASS_BITS, fromBits } from '#rooms/access/index.ts'
import type {
  Edition,
  Finding,
  FindingContent,
  Heading,
  SayingContent,
  SayingRow,
  ToolFacts,
  ToolPart,
} from './tool.ts'

type HeadingRow = Omit<Heading, 'part'> & { readonly classBit: number }
type EditionRow = Omit<Edition, 'part' | 'headings'> & {
  readonly classBit: number
  readonly headings: readonly HeadingRow[]
}

const EDITION = `select e.id as "editionId", e.tool_id as "toolId", e.number, e.name, e.kind, e.class as "classBit", e.steps, e.hard_end as "hardEnd",
    e.written_by as "writtenBy", e.written_on as "writtenOn", t.ended_on as "endedOn", t.version,
    coalesce((select json_agg(json_build_object('code', h.code, 'name', h.name, 'factor', h.factor, 'classBit', h.class) order by h.place)
      from other_tool_heading h where h.partnership_id = e.partnership_id and h.edition_id = e.id), '[]') as headings
  from other_tool_edition e join other_tool t on t.partnership_id = e.partnership_id and t.id = e.tool_id
  where e.partnership_id = $1`

function partOf(classBit: number): ToolPart {
  const [part] = fromBits(classBit)
  return part as ToolPart
}

function editionOf({ classBit, headings, ...row }: EditionRow): Edition {
  return {
    ...{ ...row, part: partOf(classBit) },
    headings: headings.map(({ classBit: of, ...heading }) => ({ ...heading, part: partOf(of) })),
  }
}

/** Every tool as it is described now, by name; ended ones last. */
export async function listTools(tx: Tx): Promise<Edition[]> {
  const rows = await query<EditionRow>(
    tx,
    `${EDITION} and not exists (select 1 from other_tool_edition n
       where n.partnership_id = e.partnership_id and n.tool_id = e.tool_id and n.number > e.number)
     order by t.ended_on nulls first, lower(e.name), e.id limit 500`,
    [tx.acting.partnershipId],
  )
  return rows.map(editionOf)
}

/** A tool as it was described each time, the newest first; none where there is no such tool. */
export async function listEditions(tx: Tx, toolId: RowId): Promise<Edition[]> {
  const rows = await query<EditionRow>(tx, `${EDITION} and e.tool_id = $2 order by e.number desc`, [
    tx.acting.partnershipId,
    toolId,
  ])
  return rows.map(editionOf)
}

/** Tools as they were described when something was said under them. */
export async function listEditionsById(tx: Tx, ids: readonly RowId[]): Promise<Edition[]> {
  if (ids.length === 0) return []
  const rows = await query<EditionRow>(tx, `${EDITION} and e.id = any($2::uuid[])`, [tx.acting.partnershipId, ids])
  return rows.map(editionOf)
}

/** To the end of the transaction nobody else describes a tool. */
export async function holdTools(tx: Tx): Promise<void> {
  await hold(tx, 'other-tools', tx.acting.partnershipId)
}

export async function insertTool(tx: Tx): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(tx, `insert into other_tool (partnership_id, id, recorded_at, recorded_by) values ($1, $2, $3, $4)`, [
    ...[tx.acting.partnershipId, id, tx.acting.at, tx.acting.actorId],
  ])
  return id
}

export async function insertEdition(
  tx: Tx,
  toolId: RowId,
  by: AccountId,
  facts: Omit<ToolFacts, 'headings'> & { readonly number: number; readonly headings: readonly Heading[] },
): Promise<RowId> {
  const { partnershipId, today, at, actorId } = tx.acting
  const id = newId<'row'>(at)
  await query(
    tx,
    `insert into other_tool_edition (partnership_id, id, tool_id, number, name, kind, class, steps, hard_end, written_by, written_on, recorded_at,
       recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[partnershipId, id, toolId, facts.number, facts.name, facts.kind, CLASS_BITS[facts.part], [...facts.steps]],
      ...[facts.hardEnd, by, today, at, actorId],
    ],
  )
  await query(
    tx,
    `insert into other_tool_heading (partnership_id, edition_id, code, place, name, factor, class)
     select $1, $2, h.code, h.place, h.name, h.factor, h.class
     from json_to_recordset($3::json) as h (code integer, place integer, name text, factor text, class integer)`,
    [
      ...[partnershipId, id],
      JSON.stringify(
        facts.headings.map((one, index) => ({
          ...{ code: one.code, place: index + 1, name: one.name, factor: one.factor, class: CLASS_BITS[one.part] },
        })),
      ),
    ],
  )
  return id
}

/** It is changed, or ended. Returns 0 when that happened meanwhile. */
export async function updateTool(
  tx: Tx,
  before: Pick<Edition, 'toolId' | 'version'>,
  isEnded: boolean,
): Promise<number> {
  const rows = await query(
    tx,
    `update other_tool set version = version + 1, ended_on = $4
     where partnership_id = $1 and id = $2 and version = $3 and ended_on is null returning 1`,
    [tx.acting.partnershipId, before.toolId, before.version, isEnded ? tx.acting.today : null],
  )
  return rows.length
}

const SAYING = `s.id as "rowId", s.entry_id as "entryId", s.person_id as "personId", s.class as "classBit", s.edition_id as "editionId", s.said_on as "saidOn",
  s.said_by as "saidBy", s.words, s.written_by as "writtenBy", s.recorded_at as "recordedAt", s.replaced_at as "replacedAt"`
const FINDING = `f.id as "rowId", f.entry_id as "entryId", f.code, f.step, f.words, f.recorded_at as "recordedAt", f.replaced_at as "replacedAt"`

/** What was said of somebody, as it stands and as it stood, as far as the caller may see it. */
export function listSayingRows(tx: Tx, personId: PersonId): Promise<SayingRow[]> {
  return query<SayingRow>(
    tx,
    `select ${SAYING} from tool_saying s where s.partnership_id = $1 and s.person_id = $2 and s.sealed_at is null
     order by s.recorded_at desc, s.id desc limit 500`,
    [tx.acting.partnershipId, personId],
  )
}

export function listFindings(tx: Tx, personId: PersonId): Promise<Finding[]> {
  return query<Finding>(
    tx,
    `select ${FINDING} from tool_finding f where f.partnership_id = $1 and f.person_id = $2 and f.sealed_at is null
     order by f.recorded_at desc, f.id desc limit 5000`,
    [tx.acting.partnershipId, personId],
  )
}

/** Of whom an entry is, where the caller may see it. */
export async function findPersonOf(tx: Tx, entryId: RowId): Promise<PersonId | undefined> {
  const [row] = await query<{ personId: PersonId }>(
    tx,
    `select s.person_id as "personId" from tool_saying s
     where s.partnership_id = $1 and s.entry_id = $2 and s.replaced_at is null and s.sealed_at is null`,
    [tx.acting.partnershipId, entryId],
  )
  return row?.personId
}

/** To the end of the transaction nobody else writes down what a tool said of this person. */
export async function holdSayings(tx: Tx, personId: PersonId): Promise<void> {
  await hold(tx, 'tool-said', personId)
}

/**
 * A row of an entry.
 * @param of the entry it belongs to; none for the first of one
 */
export async function insertSaying(
  tx: Tx,
  personId: PersonId,
  by: AccountId,
  row: Omit<SayingContent, 'findings'> & { readonly editionId: RowId; readonly classBit: number },
  of: RowId | undefined,
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  // Filed on whom the entry was filed on, so that all of it goes one way when joined records are taken apart.
  await query(
    tx,
    `insert into tool_saying (partnership_id, id, person_id, origin_person_id, class, entry_id, edition_id, said_on, said_by, words, written_by,
       recorded_at, recorded_by)
     select $1, $2, $3, coalesce((select b.origin_person_id from tool_saying b where b.partnership_id = $1 and b.id = $5), $3), $4, $5, $6, $7, $8, $9,
       $10, $11, $12`,
    [
      ...[tx.acting.partnershipId, id, personId, row.classBit, of ?? id, row.editionId, row.saidOn, row.saidBy],
      ...[row.words, by, tx.acting.at, tx.acting.actorId],
    ],
  )
  return id
}

export async function insertFinding(
  tx: Tx,
  entryId: RowId,
  by: AccountId,
  finding: FindingContent & { readonly classBit: number },
): Promise<void> {
  await query(
    tx,
    `insert into tool_finding (partnership_id, id, person_id, origin_person_id, class, entry_id, code, step, words, written_by, recorded_at, recorded_by)
     select s.partnership_id, $2, s.person_id, s.origin_person_id, $4, s.entry_id, $5, $6, $7, $8, $9, $10
     from tool_saying s where s.partnership_id = $1 and s.id = $3`,
    [
      ...[tx.acting.partnershipId, newId(tx.acting.at), entryId, finding.classBit, finding.code, finding.step],
      ...[finding.words, by, tx.acting.at, tx.acting.actorId],
    ],
  )
}

/** A newer row takes its place. Returns 0 when one did meanwhile. */
export async function updateReplaced(tx: Tx, table: 'tool_saying' | 'tool_finding', id: RowId): Promise<number> {
  const rows = await query(
    tx,
    `update ${table} set replaced_at = $3, replaced_by = $4
     where partnership_id = $1 and id = $2 and replaced_at is null and sealed_at is null returning 1`,
    [tx.acting.partnershipId, id, tx.acting.at, tx.acting.actorId],
  )
  return rows.length
}

/** When and by whom an entry was written down. */
export const findSayingFiling = filingIn('tool_saying', 'written_by')

/** Takes an entry off with all that was said in it, in every class (K9). As the house. Returns how many: one, or none when it was before. */
export async function updateSayingSealed(worker: Tx, personId: PersonId, entryId: RowId): Promise<number> {
  const { partnershipId, at } = worker.acting
  const counts: number[] = []
  for (const table of ['tool_saying', 'tool_finding']) {
    const rows = await query(
      worker,
      `update ${table} set sealed_at = $4 where partnership_id = $1 and person_id = $2 and entry_id = $3 and sealed_at is null returning 1`,
      [partnershipId, personId, entryId, at],
    )
    counts.push(rows.length)
  }
  return (counts[0] ?? 0) > 0 ? 1 : 0
}
