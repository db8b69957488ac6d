/** What of a pathway of support a young person reads by their own link. Pure. docs/rules/plans.md#pathways-by-their-own-link */
import type { Day } from '#ground/day.ts'
import type { Pathway, PathwayKind, PathwayStep } from '../pathway.ts'

/** Kinds a link may open: what tells of custody stands on no phone. */
export type OwnKind = Exclude<PathwayKind, 'custody'>
type OfKind = Pick<Pathway, 'kind' | 'said'>

/** Whether a link may show it: never custody, nor work with the family that began without their yes, of which one speaks face to face (K2). */
export function isOpenToThem<P extends OfKind>(pathway: P): pathway is P & { readonly kind: OwnKind } {
  return pathway.kind !== 'custody' && pathway.said !== 'without'
}

/** They took their yes back today: that stands on the page until the day is over. */
export function isTakenBack(pathway: Pick<Pathway, 'kind' | 'outcome' | 'overOn'>, today: Day): boolean {
  return pathway.kind === 'family' && pathway.outcome === 'withdrawn' && pathway.overOn === today
}

/** Pathways of theirs that go on or are paused. */
export function ownPathways<P extends OfKind & Pick<Pathway, 'state'>>(
  pathways: readonly P[],
): (P & { readonly kind: OwnKind })[] {
  return pathways.filter(isOpenToThem).filter(one => one.state !== 'ended')
}

/** Steps that are theirs: those to be done by their days, and those that are done. What somebody else does is not there. */
export function ownSteps<S extends Pick<PathwayStep, 'owner' | 'state' | 'dueOn'>>(
  steps: readonly S[],
): { readonly toDo: readonly S[]; readonly done: readonly S[] } {
  const theirs = steps.filter(one => one.owner === 'young-person')
  return {
    toDo: theirs
      .filter(one => one.state === 'to-do')
      .toSorted((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9')),
    done: theirs.filter(one => one.state === 'done'),
  }
}
