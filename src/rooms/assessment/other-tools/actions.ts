/** Describing a tool the partnership meets, changing how it is described, and ending it. */
import type { Tx } from '#ground/database/tx.ts'
import type { AccountId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import { isDescribedSo, numbered } from './rules.ts'
import { holdTools, insertEdition, insertTool, listEditions, listTools, updateTool } from './store.ts'
import type { Edition, ToolFacts } from './tool.ts'

export type ToolTrouble = 'name-taken' | 'stale' | 'ended'

/** Describes a tool. Sent twice it is one. */
export async function addTool(tx: Tx, by: AccountId, facts: ToolFacts): Promise<Result<RowId, 'name-taken'>> {
  await holdTools(tx)
  const same = await calledSo(tx, facts.name)
  if (same) return isDescribedSo(same, facts) ? ok(same.toolId) : refused('name-taken')
  const toolId = await insertTool(tx)
  await insertEdition(tx, toolId, by, { ...facts, number: 1, headings: numbered(facts.headings, [], 0) })
  await record(tx, { action: 'other-tool.added', target: toolId })
  return ok(toolId)
}

/** Describes it anew, from the version the page showed: what was said under the one before stays under that. Saved as it was, nothing is changed. */
export async function changeTool(
  tx: Tx,
  by: AccountId,
  shown: Pick<Edition, 'toolId' | 'version'>,
  facts: ToolFacts,
): Promise<Result<null, ToolTrouble>> {
  await holdTools(tx)
  const editions = await listEditions(tx, shown.toolId)
  const [now] = editions
  if (!now || now.endedOn !== null) return refused('ended')
  if (isDescribedSo(now, facts)) return ok(null)
  if (now.version !== shown.version) return refused('stale')
  const same = await calledSo(tx, facts.name)
  if (same && same.toolId !== now.toolId) return refused('name-taken')
  if ((await updateTool(tx, now, false)) === 0) return refused('stale')
  const all = editions.flatMap(one => one.headings)
  const highest = Math.max(0, ...all.map(one => one.code))
  const headings = numbered(facts.headings, all, highest)
  await insertEdition(tx, now.toolId, by, { ...facts, number: now.number + 1, headings })
  await record(tx, { action: 'other-tool.changed', target: now.toolId })
  return ok(null)
}

/** Nothing more is written down under it. Sent twice it is once. */
export async function endTool(tx: Tx, shown: Pick<Edition, 'toolId' | 'version'>): Promise<Result<null, 'stale'>> {
  await holdTools(tx)
  const [now] = await listEditions(tx, shown.toolId)
  if (now?.endedOn !== null) return ok(null)
  if ((await updateTool(tx, shown, true)) === 0) return refused('stale')
  await record(tx, { action: 'other-tool.ended', target: shown.toolId })
  return ok(null)
}

/** The one of that name which is not ended. */
async function calledSo(tx: Tx, name: string): Promise<Edition | undefined> {
  const folded = name.toLocaleLowerCase('en-GB')
  return (await listTools(tx)).find(one => one.endedOn === null && one.name.toLocaleLowerCase('en-GB') === folded)
}
