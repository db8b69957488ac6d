/** What a timeline tells of pathways of support: that one began, each step that was done, and how it ended. */
import type { PathwayLine } from '#rooms/plans/index.ts'
import { pathwayKinds, pathwayOutcomes, stepDoneBy } from '#rooms/plans/index.ts'
import type { TimelineItem } from '../record.ts'
import { en } from './words.ts'

/**
 * Entries of some pathways.
 * @param lines those of which whoever looks sees every part (K6)
 */
export function fromPathways(lines: readonly PathwayLine[]): TimelineItem[] {
  return lines.flatMap(({ pathway, steps }): TimelineItem[] => {
    const { name } = pathwayKinds[pathway.kind]
    const href = `/pathways/${pathway.rowId}`
    const entry = { shape: 'diamond', tone: 'brand', ownWords: '', by: null, href, part: 'plans' } as const
    const began: TimelineItem = {
      ...entry,
      key: `${pathway.rowId}-began`,
      on: pathway.openedOn,
      title: en.pathwayBegan(name),
      text: [],
      ownWords: pathway.saidWords,
      by: pathway.openedBy,
    }
    const done = steps.flatMap((step): TimelineItem[] =>
      step.state === 'done' && step.overOn !== null
        ? [
            {
              ...entry,
              key: step.rowId,
              on: step.overOn,
              shape: 'dot',
              title: step.what,
              text: [en.pathwayStep(name, stepDoneBy(step)), step.overWords].filter(Boolean),
            },
          ]
        : [],
    )
    if (pathway.overOn === null || pathway.outcome === null) return [began, ...done]
    const title = en.pathwayEnded(name, pathwayOutcomes[pathway.outcome])
    return [
      began,
      ...done,
      { ...entry, key: `${pathway.rowId}-over`, on: pathway.overOn, title, text: [pathway.overWords].filter(Boolean) },
    ]
  })
}
