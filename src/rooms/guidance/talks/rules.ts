/** What a need tells, where it leads, and both sides of a talk beside each other. docs/rules/guidance.md */
import type { RecordClass } from '#rooms/access/index.ts'
import { ACHIEVEMENT, LEARNING, type Mark, NEED_KINDS, type NeedKind, type TalkMark } from './talk.ts'

/** The class a need has by its kind (K6). */
const CLASS_OF: Readonly<Record<NeedKind, RecordClass>> = {
  housing: 'guidance',
  travel: 'guidance',
  money: 'guidance',
  family: 'family',
  caring: 'family',
  health: 'health',
  care: 'care',
  justice: 'offending',
  other: 'guidance',
}

/** The factor of the assessment that looks at a need in depth; none where none does. */
const FACTOR_OF: Readonly<Partial<Record<NeedKind, string>>> = {
  housing: 'housing',
  money: 'income',
  family: 'parents-carers',
  caring: 'family-history',
  health: 'physical-health',
  justice: 'offending-risk',
}

export function classOfNeed(kind: NeedKind): RecordClass {
  return CLASS_OF[kind]
}

export function factorOfNeed(kind: NeedKind): string | undefined {
  return FACTOR_OF[kind]
}

/** Kinds somebody may note: of those they would read again (K6). */
export function needsOffered(seen: ReadonlySet<RecordClass>): NeedKind[] {
  return NEED_KINDS.filter(kind => seen.has(CLASS_OF[kind]))
}

export type BothSides = {
  readonly mark: Mark
  readonly own: TalkMark | undefined
  readonly adviser: TalkMark | undefined
}

/** Each mark with what either side says of it: never one number for both. */
export function sideBySide(marks: readonly TalkMark[], of: readonly Mark[]): BothSides[] {
  const said = (mark: Mark, side: TalkMark['side']) => marks.find(one => one.mark === mark && one.side === side)
  return of.map(mark => ({ mark, own: said(mark, 'young-person'), adviser: said(mark, 'adviser') }))
}

/** What a side is asked: how it went is theirs alone to say. */
export function marksOf(side: TalkMark['side']): readonly Mark[] {
  return side === 'adviser' ? ACHIEVEMENT : [...ACHIEVEMENT, ...LEARNING]
}
