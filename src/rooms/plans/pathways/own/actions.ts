/** What a young person says to a pathway of support by their own link: to a step of theirs, and a yes that is taken back. */
import type { Tx } from '#ground/database/tx.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import { findPerson } from '#rooms/people/index.ts'
import { type Link, tellMaker, useLink } from '#rooms/sharing/index.ts'
import { withdrawYes } from '../actions.ts'
import { moveStep } from '../parts.ts'
import type { OwnSay, Pathway, PathwayStep } from '../pathway.ts'
import { findPathway, findStep, listPathwaysOn, listSteps } from '../store.ts'
import { isOpenToThem, isTakenBack, type OwnKind, ownPathways, ownSteps } from './rules.ts'
import { updateOwnSay } from './store.ts'

export type OwnPathway = {
  readonly pathway: Pathway & { readonly kind: OwnKind }
  readonly toDo: readonly PathwayStep[]
  readonly done: readonly PathwayStep[]
}
export type OwnPathways = { readonly going: readonly OwnPathway[]; readonly isTakenBack: boolean }

/** What stands behind their link; undefined where nothing does any more. */
export async function openOwnPathways(tx: Tx, personId: PersonId): Promise<OwnPathways | undefined> {
  const person = await findPerson(tx, personId)
  if (person?.state !== 'active' || person.diedOn !== null) return undefined
  const all = await listPathwaysOn(tx, personId)
  const going = ownPathways(all)
  const ids = going.map(one => one.rowId)
  const steps = await listSteps(tx, ids)
  return {
    going: going.map(pathway => ({ pathway, ...ownSteps(steps.filter(one => one.pathwayId === pathway.rowId)) })),
    isTakenBack: all.some(one => isTakenBack(one, tx.acting.today)),
  }
}

/**
 * They say how a step of theirs stands. "Done" makes it done; the others stand beside it, for the adviser to speak of. Sent twice, it is once.
 * @param version of what the page showed
 * @returns refused `gone` where it is no step of theirs to be done any more, `stale` where it was changed meanwhile
 */
export async function sayStep(
  tx: Tx,
  link: Link,
  stepId: RowId,
  version: number,
  to: { readonly say: OwnSay; readonly words: string },
): Promise<Result<null, 'gone' | 'stale'>> {
  const step = await findStep(tx, stepId)
  const pathway = step && (await findPathway(tx, step.pathwayId))
  const isTheirs = pathway?.personId === link.personId && isOpenToThem(pathway) && pathway.state !== 'ended'
  if (!step || !isTheirs || step.owner !== 'young-person') return refused('gone')
  if (step.ownSay === to.say && step.ownWords === to.words && step.ownLink === link.rowId) return ok(null)
  if (step.state !== 'to-do') return refused('gone')
  if ((await updateOwnSay(tx, { rowId: stepId, version }, link.rowId, to)) === 0) return refused('stale')
  await record(tx, {
    ...{ action: 'pathway.step-said', about: [link.personId], target: stepId },
    payload: { say: to.say },
  })
  if (to.say === 'done') {
    const done = await moveStep(tx, pathway, { ...step, version: version + 1 }, { state: 'done', words: '' })
    if (!done.ok) return refused('gone')
  }
  await told(tx, link, pathway)
  return ok(null)
}

/** They take back their yes to work with their family: it ends at once. Pressed twice, it is once. */
export async function takeBackYes(tx: Tx, link: Link, pathwayId: RowId, words: string): Promise<Result<null, 'gone'>> {
  const pathway = await findPathway(tx, pathwayId)
  if (pathway?.personId !== link.personId || !isOpenToThem(pathway) || pathway.kind !== 'family') return refused('gone')
  if (isTakenBack(pathway, tx.acting.today)) return ok(null)
  // Whatever was changed of it meanwhile: it is the work they say no to.
  if (!(await withdrawYes(tx, pathway, words)).ok) return refused('gone')
  await told(tx, link, pathway)
  return ok(null)
}

async function told(tx: Tx, link: Link, pathway: Pathway): Promise<void> {
  await useLink(tx, link)
  await tellMaker(tx, link, 'pathway.said-by-link', pathway.rowId)
}
