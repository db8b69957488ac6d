import type { JSX } from 'preact'
import { type Day, formatDay, shortDay } from '#ground/day.ts'
import { lateBy } from '#ground/lateness.ts'
import { StatusTag } from './status-tag.tsx'

/** By when a step is due, or how late it is; a dash where nothing is due. */
export function DueDay(p: {
  readonly dueOn: Day | null
  readonly today: Day
  /** Says how late it is, in days. */
  readonly late: (days: number) => string
  /** The day with its year. */
  readonly long?: boolean | undefined
}): JSX.Element {
  if (p.dueOn === null) return <>–</>
  const late = lateBy(p.dueOn, p.today)
  if (late > 0)
    return (
      <StatusTag kind="late" bare>
        {p.late(late)}
      </StatusTag>
    )
  return <>{p.long ? formatDay(p.dueOn) : shortDay(p.dueOn, p.today)}</>
}
