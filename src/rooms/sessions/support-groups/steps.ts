/** What a support group does, together and for each who belongs to it; what stands apart unless it was agreed. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { CLASS_BITS, holdersOf, listUnbarred } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import type { FiledRow } from '#rooms/people/index.ts'
import {
  type AgreedTrouble,
  agreedTrouble,
  apartDoer,
  canBeShared,
  changedStep,
  classOfStep,
  type DueTrouble,
  dueTrouble,
  endTrouble,
  isApart,
  mayDo,
} from './rules.ts'
import { findGroup, holdGroup, listRunnersOf } from './store/groups.ts'
import { findMember } from './store/members.ts'
import {
  findGroupStep,
  findStep,
  findStepFiling,
  insertGroupStep,
  insertStep,
  updateGroupStep,
  updateGroupStepEnded,
  updateShared,
  updateSharedEnded,
  updateStep,
  updateStepEnded,
  updateStepSealed,
} from './store/steps.ts'
import type { Asked, GroupStep, Member, MemberStep, StepContent, StepEnd, SupportGroup } from './support-group.ts'
import { en } from './words.ts'

type GroupStepContent = Omit<StepContent, 'classBit'>

/**
 * Holds a group to the end of the transaction, and looks at it anew: a colleague may have ended it meanwhile, or taken somebody off.
 * @returns refused `over` where it goes on no more, or the actor does not run it; `doer-gone` where whoever is to do something there does not
 */
async function holdOpen(
  tx: Tx,
  groupId: RowId,
  who: { readonly by: AccountId; readonly doer: AccountId },
): Promise<Result<null, 'over' | 'doer-gone'>> {
  await holdGroup(tx, groupId)
  const group = await findGroup(tx, groupId)
  const runners = (await listRunnersOf(tx, [groupId])).map(one => one.accountId)
  if (group?.endedOn !== null || !runners.includes(who.by)) return refused('over')
  return runners.includes(who.doer) ? ok(null) : refused('doer-gone')
}

/** Sets a step the group does together. Sent twice, it is one. */
export async function setGroupStep(
  tx: Tx,
  group: SupportGroup,
  by: AccountId,
  wanted: GroupStepContent & { readonly id: RowId },
): Promise<Result<null, DueTrouble | 'saved-already' | 'over' | 'doer-gone'>> {
  const trouble = dueTrouble(wanted.dueOn, tx.acting.today)
  if (trouble) return refused(trouble)
  const open = await holdOpen(tx, group.rowId, { by, doer: wanted.accountId })
  const sent = await findGroupStep(tx, wanted.id)
  if (sent) return sent.groupId === group.rowId && sent.what === wanted.what ? ok(null) : refused('saved-already')
  if (!open.ok) return open
  await insertGroupStep(tx, wanted.id, group.rowId, by, wanted)
  if (!(await findGroupStep(tx, wanted.id))) return refused('saved-already')
  await record(tx, { action: 'support-group.step-set', target: wanted.id })
  return ok(null)
}

export async function changeGroupStep(
  tx: Tx,
  before: GroupStep,
  to: GroupStepContent,
): Promise<Result<null, DueTrouble | 'stale'>> {
  const trouble = dueTrouble(to.dueOn, tx.acting.today, before.dueOn)
  if (trouble) return refused(trouble)
  if ((await updateGroupStep(tx, before, to)) === 0) return refused('stale')
  await record(tx, { action: 'support-group.step-changed', target: before.rowId, payload: { from: before.version } })
  return ok(null)
}

export async function endGroupStep(
  tx: Tx,
  seen: GroupStep,
  end: StepEnd,
): Promise<Result<null, 'went-missing' | 'stale'>> {
  const trouble = endTrouble(end)
  if (trouble) return refused(trouble)
  if ((await updateGroupStepEnded(tx, seen, end)) === 0) return refused('stale')
  await record(tx, { action: 'support-group.step-ended', target: seen.rowId, payload: { state: end.state } })
  return ok(null)
}

export type StepTrouble = DueTrouble | AgreedTrouble | 'apart-doer' | 'not-shared'

/**
 * Sets a step for one who belongs to the group. Sent twice, it is one.
 * @param wanted.shared their agreement that everybody who runs the group reads it; null where it stands apart, or tells of nothing besides
 * @returns refused `apart-doer` where it stands apart and is to be done by somebody who would not read it
 */
export async function setStep(
  tx: Tx,
  member: Member,
  by: AccountId,
  wanted: StepContent & { readonly id: RowId; readonly shared: Asked | null },
): Promise<Result<null, StepTrouble | 'saved-already' | 'over' | 'doer-gone'>> {
  const { today } = tx.acting
  const { shared, id } = wanted
  const open = await holdOpen(tx, member.groupId, { by, doer: wanted.accountId })
  const sent = await findStep(tx, id)
  if (sent) return sent.memberId === member.rowId && sent.what === wanted.what ? ok(null) : refused('saved-already')
  if (!open.ok) return open
  // As it stands once nobody else changes it.
  const now = await findMember(tx, member.rowId)
  if (now?.leftOn !== null) return refused('over')
  const classBit = classOfStep(now, wanted.classBit)
  if (shared && !canBeShared({ classBit })) return refused('not-shared')
  const trouble = dueTrouble(wanted.dueOn, today) ?? (shared ? agreedTrouble(shared.agreedOn, today) : undefined)
  if (trouble) return refused(trouble)
  const standing = { classBit, sharedAgreedOn: shared?.agreedOn ?? null, sharedEndedOn: null }
  if (!mayDo(standing, wanted.accountId, [by])) return refused('apart-doer')
  const content = { ...wanted, classBit }
  const isNew = (await asHouse(tx, 'what a group does for somebody', w => insertStep(w, id, now, by, content))) > 0
  if (!isNew) return refused('saved-already')
  await record(tx, {
    ...{ action: 'support-group.member-step-set', about: [member.personId], target: id },
    ...(shared ? { payload: { asked: shared.askedBy, agreed: shared.agreedOn } } : {}),
  })
  return ok(null)
}

/** Changes a step that is open; what it said before is kept. Their agreement was to the words as they were, and does not outlive them. */
export async function changeStep(
  tx: Tx,
  before: MemberStep,
  member: Member,
  by: AccountId,
  to: StepContent,
): Promise<Result<null, StepTrouble | 'stale'>> {
  const content = { ...to, classBit: classOfStep(member, to.classBit) }
  const trouble = dueTrouble(to.dueOn, tx.acting.today, before.dueOn)
  if (trouble) return refused(trouble)
  const { endsSharing, ...standing } = changedStep(before, content)
  if (!mayDo(standing, to.accountId, [by, before.writtenBy])) return refused('apart-doer')
  const keepsAgreement = standing.sharedAgreedOn !== null
  const changed = { ...content, keepsAgreement }
  const count = await asHouse(tx, 'a step of a group is changed', w => updateStep(w, before, by, changed))
  if (count === 0) return refused('stale')
  await record(tx, {
    ...{ action: 'support-group.member-step-changed', about: [before.personId], target: before.rowId },
    payload: { from: before.version, endsAgreement: endsSharing },
  })
  return ok(null)
}

/** How a step went, or why it is not going to be done. */
export async function endStep(
  tx: Tx,
  seen: MemberStep,
  by: AccountId,
  end: StepEnd,
): Promise<Result<null, 'went-missing' | 'stale'>> {
  const trouble = endTrouble(end)
  if (trouble) return refused(trouble)
  if ((await asHouse(tx, 'how a step of a group went', w => updateStepEnded(w, seen, by, end))) === 0)
    return refused('stale')
  await record(tx, {
    ...{ action: 'support-group.member-step-ended', about: [seen.personId], target: seen.rowId },
    payload: { state: end.state },
  })
  return ok(null)
}

/** They agree that everybody who runs the group reads this very step. */
export async function shareStep(
  tx: Tx,
  seen: MemberStep,
  asked: Asked,
): Promise<Result<null, AgreedTrouble | 'not-shared' | 'stale'>> {
  if (!canBeShared(seen)) return refused('not-shared')
  const trouble = agreedTrouble(asked.agreedOn, tx.acting.today)
  if (trouble) return refused(trouble)
  if ((await asHouse(tx, 'a step everybody reads', w => updateShared(w, seen, asked))) === 0) return refused('stale')
  await record(tx, {
    ...{ action: 'support-group.member-step-agreed', about: [seen.personId], target: seen.rowId },
    payload: { asked: asked.askedBy, agreed: asked.agreedOn },
  })
  return ok(null)
}

/**
 * They take it back, at once and whatever was changed meanwhile: the step stands apart again, and is done by somebody who runs the group and reads it. Where nobody
 * does, it is not going to be done by the group.
 */
export async function unshareStep(tx: Tx, step: MemberStep): Promise<void> {
  await holdGroup(tx, step.groupId)
  const count = await asHouse(tx, 'a step that stands apart again', async worker => {
    const now = await findStep(worker, step.rowId)
    if (!now) return 0
    const { personId, classBit } = now
    const runners = (await listRunnersOf(worker, [now.groupId])).map(one => one.accountId)
    const holders = await holdersOf(worker, { personId, classBit })
    const seeing = runners.filter(one => holders.has(one))
    // Who wrote it reads it as long as they may know of them at all.
    const knowing = await holdersOf(worker, { personId, classBit: CLASS_BITS.identity })
    const unbarred = (await listUnbarred(worker, personId, runners)).filter(one => knowing.has(one))
    const doer = apartDoer(now, unbarred, seeing)
    return updateSharedEnded(worker, now.rowId, doer === undefined ? { went: en.droppedByNobody } : { doer })
  })
  if (count > 0)
    await record(tx, { action: 'support-group.member-step-apart', about: [step.personId], target: step.rowId })
}

/** A step as filed on a young person, where the actor may see it: for taking it off the wrong record (K9). */
export async function findFiledStep(tx: Tx, personId: PersonId, id: RowId): Promise<FiledRow | undefined> {
  const step = await findStep(tx, id)
  if (step?.personId !== personId) return undefined
  const filed = await findStepFiling(tx, id)
  return (
    filed && {
      ...{ rowId: id, said: step.what, classBit: step.classBit, filedBy: filed.by, filedAt: filed.at },
      // Whoever runs the group read it where they belong to it and on the page of the group, unless it stood apart all along.
      shownIn: isApart(step) && step.sharedAgreedOn === null ? [] : [step.memberId, step.groupId],
    }
  )
}

/** Seals a step with what it said before; asked as the house. Returns how many: one, or none when it was before. */
export function sealStep(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  return updateStepSealed(worker, personId, id)
}
