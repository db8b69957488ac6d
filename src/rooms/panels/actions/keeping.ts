/** What is done with a panel itself: set up, changed, who attends and reads what, who chairs it, its end. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { AccountId, OrganisationId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { listUnbarred } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { type Colleague, listColleaguesWho, type Role, roleMay } from '#rooms/identity/index.ts'
import { sendNotice } from '#rooms/notices/index.ts'
import { classesAtFirst, classOfItem } from '../classes.ts'
import type { Panel, PanelContent } from '../panel.ts'
import { listOwedPanels, updateOwner } from '../store/actions.ts'
import { endSeats, listMeetings, updateSeats } from '../store/meetings.ts'
import {
  endMember,
  findPanel,
  insertPanel,
  listMembers,
  listPartsOf,
  narrowMembers,
  putMember,
  updateChair,
  updateClasses,
  updateEnded,
  updatePanel,
} from '../store/panels.ts'

/** Colleagues of every agency who may attend a panel. */
export function listAttenders(tx: Tx): Promise<Colleague[]> {
  return listColleaguesWho(tx, 'panel.see')
}

type By = { readonly accountId: AccountId; readonly role: Role; readonly organisationId: OrganisationId }

/** Sets up a panel; whoever does chairs it. Sent twice, it is one: the form brings its id along. */
export async function makePanel(tx: Tx, id: RowId, by: By, content: PanelContent): Promise<void> {
  if ((await insertPanel(tx, id, by.accountId, content)) === 0) return
  await putMember(tx, id, { ...by, classes: classesAtFirst(by.role, content.allows) })
  await record(tx, { action: 'panel.made', target: id, payload: { kind: content.kind, law: content.law } })
}

/** Changes a panel; nobody reads more than its purpose needs from then on, and what its name tells counts for everybody who was brought. */
export async function changePanel(tx: Tx, before: Panel, content: PanelContent): Promise<Result<null, 'stale'>> {
  if ((await updatePanel(tx, before, content)) === 0) return refused('stale')
  await narrowMembers(tx, before.rowId, content.allows)
  await updateSeats(tx, before.rowId)
  if (before.discloses !== content.discloses)
    await asHouse(tx, 'what the name of a panel tells', worker =>
      updateClasses(worker, before.rowId, classOfItem(content)),
    )
  await record(tx, { action: 'panel.changed', target: before.rowId, payload: { from: before.version } })
  return ok(null)
}

/**
 * Puts somebody in for one of their organisations, or says anew what they read. Nobody gives themselves more than their role may see.
 * @param classes undefined for what their role may see already
 */
export async function putAttender(
  tx: Tx,
  panel: Panel,
  colleague: Colleague,
  classes: number | undefined,
): Promise<void> {
  const { accountId, organisationId, role } = colleague
  const isOwn = accountId === tx.acting.actorId
  const reads = isOwn || classes === undefined ? classesAtFirst(role, panel.allows) : classes & panel.allows
  const isNew = !(await listMembers(tx, panel.rowId)).some(one => one.accountId === accountId)
  await putMember(tx, panel.rowId, { accountId, organisationId, classes: reads })
  await updateSeats(tx, panel.rowId)
  await record(tx, {
    action: 'panel.attender-put',
    target: panel.rowId,
    payload: { account: accountId, organisation: organisationId, classes: reads },
  })
  if (isNew && !isOwn) await sendNotice(tx, { accountId, kind: 'panel.seat-given', targetId: panel.rowId })
}

/** Takes somebody out: they read nothing of any of its meetings from then on. What they owe they still owe. */
export async function takeAttender(tx: Tx, panel: Panel, accountId: AccountId): Promise<Result<null, 'chairs-it'>> {
  if (accountId === panel.chairId) return refused('chairs-it')
  if ((await endMember(tx, panel.rowId, accountId)) === 0) return ok(null)
  await endSeats(tx, panel.rowId, accountId)
  await record(tx, { action: 'panel.attender-taken', target: panel.rowId, payload: { account: accountId } })
  return ok(null)
}

/** Hands the chair to another, who attends from then on. The caller has decided that it is not themselves. */
export async function handChair(tx: Tx, panel: Panel, to: Colleague): Promise<Result<null, 'stale'>> {
  if ((await updateChair(tx, panel, to.accountId)) === 0) return refused('stale')
  await putAttender(tx, panel, to, undefined)
  await record(tx, { action: 'panel.chair-handed', target: panel.rowId, payload: { account: to.accountId } })
  return ok(null)
}

/** Ends a panel whose meetings are all over. */
export async function endPanel(tx: Tx, panel: Panel): Promise<Result<null, 'stale' | 'open-meetings'>> {
  const meetings = await listMeetings(tx, [panel.rowId])
  if (meetings.some(one => one.state === 'preparing' || one.state === 'sent')) return refused('open-meetings')
  if ((await updateEnded(tx, panel)) === 0) return refused('stale')
  await record(tx, { action: 'panel.ended', target: panel.rowId })
  return ok(null)
}

/**
 * Somebody leaves, or leaves an organisation they attended for: they have no seat any more, and what they owe goes to the chair; a panel they chaired waits for
 * another chair. In the transaction of their leaving.
 */
export async function releasePanels(
  tx: Tx,
  accountId: AccountId,
  left: { readonly roles: readonly Role[]; readonly agencies: readonly OrganisationId[] },
): Promise<void> {
  const mayAttend = left.roles.some(role => roleMay(role, 'panel.see'))
  const mayChair = left.roles.some(role => roleMay(role, 'panel.keep'))
  await asHouse(tx, 'panels of somebody who leaves', async worker => {
    for (const part of await listPartsOf(worker, accountId)) {
      const panel = await findPanel(worker, part.panelId)
      if (!panel) continue
      const staysFor = part.organisationId === null || left.agencies.includes(part.organisationId)
      const attends = mayAttend && staysFor
      if (attends && (!part.isChair || mayChair)) continue
      if (part.isChair) await updateChair(worker, panel, null)
      if (attends) continue
      await endMember(worker, part.panelId, accountId)
      await endSeats(worker, part.panelId, accountId)
      await record(worker, { action: 'panel.attender-left', target: part.panelId, payload: { account: accountId } })
    }
    if (mayAttend) return
    for (const panelId of await listOwedPanels(worker, accountId)) {
      const chairId = (await findPanel(worker, panelId))?.chairId
      if (chairId == null || chairId === accountId) continue
      for (const owed of await updateOwner(worker, { ownerId: accountId, panelId }, chairId)) {
        // A chair who may not know of the young person is told nothing of them (K4).
        for (const told of await listUnbarred(worker, owed.personId, [chairId]))
          await sendNotice(worker, {
            ...{ accountId: told, kind: 'panel.action-given', personId: owed.personId, targetId: owed.id },
          })
        await record(worker, { action: 'panel.action-passed-on', about: [owed.personId], target: owed.id })
      }
    }
  })
}
