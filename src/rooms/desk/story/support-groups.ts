/** What a timeline tells of support groups: that they joined and left one, and how each step for them went. */
import { leftReasons, type OnRecord, supportGroupWords, supportStepStates } from '#rooms/sessions/index.ts'
import type { TimelineItem } from '../record.ts'

/** Entries of groups, each as far as whoever looks may know of it (K6). */
export function fromSupportGroups(
  { belongings, steps }: Pick<OnRecord, 'belongings' | 'steps'>,
  personId: string,
): TimelineItem[] {
  const href = `/people/${personId}/support-groups`
  const entry = { tone: 'brand', ownWords: '', by: null, href, text: [] } as const
  const groups = belongings.flatMap((one): TimelineItem[] => {
    const joined: TimelineItem = {
      ...{ ...entry, shape: 'diamond', part: 'agencies', key: `${one.rowId}-joined`, on: one.joinedOn },
      title: supportGroupWords.joined(one.group.name),
      by: one.askedBy,
    }
    if (one.leftOn === null || one.leftReason === null) return [joined]
    const title = supportGroupWords.left(one.group.name, leftReasons[one.leftReason].toLowerCase())
    const left: TimelineItem = {
      ...{ ...entry, shape: 'diamond', part: 'agencies', key: `${one.rowId}-left`, on: one.leftOn, title },
      text: [one.leftWords].filter(Boolean),
    }
    return [joined, left]
  })
  const done = steps.flatMap((one): TimelineItem[] =>
    one.overOn === null
      ? []
      : [
          {
            ...{ ...entry, shape: 'dot', part: 'plans', key: one.rowId, on: one.overOn },
            title: supportGroupWords.stepOver(supportStepStates[one.state]),
            text: [one.what, one.went].filter(Boolean),
            by: one.accountId,
          },
        ],
  )
  return [...groups, ...done]
}
