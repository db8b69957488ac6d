import type { JSX } from 'preact'
import { type Day, formatDay, shortDay } from '#ground/day.ts'
import { lateBy } from '#ground/lateness.ts'
import { StatusTag } from '#web/shell/status-tag.tsx'
import type { Handover, State } from '../handover.ts'
import { en, states } from '../words.ts'

const TONES: Readonly<Record<State, 'quiet' | 'care' | 'good' | 'late'>> = {
  asked: 'care',
  accepted: 'care',
  met: 'good',
  complete: 'good',
  declined: 'late',
  withdrawn: 'quiet',
}

export function StateTag(p: { readonly state: State }): JSX.Element {
  return <StatusTag kind={TONES[p.state]}>{states[p.state]}</StatusTag>
}

/** By when the next step is due, and how late it is. */
export function DueOn(p: {
  readonly of: Pick<Handover, 'dueOn'>
  readonly today: Day
  readonly long?: boolean
}): JSX.Element {
  const { dueOn } = p.of
  if (dueOn === null) return <>–</>
  const late = lateBy(dueOn, p.today)
  if (late > 0)
    return (
      <StatusTag kind="late" bare>
        {en.late(late)}
      </StatusTag>
    )
  return <>{p.long ? formatDay(dueOn) : shortDay(dueOn, p.today)}</>
}

/** The name of a colleague, also of one who has left. */
export function nameOf(names: ReadonlyMap<string, string>, accountId: string): string {
  return names.get(accountId) ?? en.somebody
}
