import type { ComponentChildren, JSX } from 'preact'
import { type Shape, ShapeIcon } from './icons.tsx'

export type StatusKind = 'good' | 'note' | 'care' | 'late' | 'stop' | 'protected' | 'unknown' | 'quiet'

const SHAPE: Readonly<Record<StatusKind, Shape>> = {
  good: 'dot',
  note: 'ring',
  care: 'triangle',
  late: 'triangle',
  stop: 'square',
  protected: 'diamond',
  unknown: 'ring',
  quiet: 'dot',
}

/**
 * A state: a shape and a word. `quiet` is for ordinary states; a filled tag means "look here". `bare` leaves out edge and
 * ground, for rows of a list.
 */
export function StatusTag(p: {
  readonly kind: StatusKind
  readonly shape?: Shape | undefined
  readonly bare?: boolean | undefined
  readonly children: ComponentChildren
}): JSX.Element {
  return (
    <span class={`cx-tag cx-tag--${p.kind}${p.bare ? ' cx-tag--bare' : ''}`}>
      <ShapeIcon shape={p.shape ?? SHAPE[p.kind]} />
      <span>{p.children}</span>
    </span>
  )
}
