import type { JSX } from 'preact'
import { Wheel } from '#web/charts/wheel.tsx'
import type { Factor, GroupCode, Level, Rating } from '../assessment.ts'
import { en, factorLabel, levels } from '../words.ts'

type Trace = {
  readonly name: string
  readonly ratings: readonly Rating[]
  readonly view: 'staffLevel' | 'ownLevel'
}

/** What an adviser and a young person say, beside each other. */
export function bothViews(given: string, ratings: readonly Rating[]): readonly Trace[] {
  return [
    { name: en.yourView, ratings, view: 'staffLevel' },
    { name: en.own(given), ratings, view: 'ownLevel' },
  ]
}

/** The wheel of an assessment: two traces, of two views or of two days. */
export function AssessmentWheel(p: {
  readonly id: string
  readonly factors: readonly Factor[]
  readonly traces: readonly Trace[]
  readonly currentGroup?: GroupCode | undefined
}): JSX.Element {
  const traces = p.traces.map(({ name, ratings, view }) => ({
    name,
    values: p.factors.map(factor => ratings.find(r => r.factor === factor.code)?.[view] ?? null),
  }))
  const asked = p.factors.filter((_, index) => traces.some(trace => trace.values[index] !== null)).length
  return (
    <>
      <Wheel
        id={p.id}
        title={en.looksNow}
        description={en.chartSays(asked, p.factors.length)}
        asTable={en.asTable}
        spokes={p.factors.map(({ code, group }) => ({ label: factorLabel(code), group }))}
        {...(p.currentGroup === undefined ? {} : { currentGroup: p.currentGroup })}
        traces={traces}
        levels={5}
        spokesHead={en.factor}
        notAsked={en.notAsked}
        format={value => levels[value as Level] ?? String(value)}
      />
      <p class="cx-quiet">{en.chartNote}</p>
    </>
  )
}
