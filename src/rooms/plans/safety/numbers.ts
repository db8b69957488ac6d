/** Numbers to ring at once or at night, dated: looked up again when an edition is added. They stand on every safety plan and promise nothing. */
import { type Day, isAfter, toDay } from '#ground/day.ts'
import type { HelpLine } from './plan.ts'
import { helpWords as w } from './words.ts'

const EDITIONS: readonly [{ readonly from: Day; readonly lines: readonly HelpLine[] }] = [
  {
    from: toDay('2026-01-01'),
    lines: [
      { who: w.emergency, number: '999', when: w.emergencyWhen },
      { who: w.nhs, number: '111', when: w.nhsWhen },
      { who: w.samaritans, number: '116 123', when: w.samaritansWhen },
      { who: w.childline, number: '0800 1111', when: w.childlineWhen },
      { who: w.shout, number: '85258', when: w.shoutWhen },
    ],
  },
]

export function helpLinesOn(day: Day): readonly HelpLine[] {
  return (EDITIONS.findLast(one => !isAfter(one.from, day)) ?? EDITIONS[0]).lines
}
