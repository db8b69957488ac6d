import type { JSX } from 'preact'
import { type Day, formatDay } from '#ground/day.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import { RadiosField } from '#web/form/fields.tsx'
import { NO_FORM } from '#web/form/form.ts'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { DueDay } from '#web/shell/due-day.tsx'
import { EmptyState, FactList, SectionHead } from '#web/shell/layout.tsx'
import { kindWords } from '../kind-words.ts'
import type { PathwayKind } from '../pathway.ts'
import type { PathwayLine } from '../reading.ts'
import { stepsIn } from '../rules.ts'
import { en } from '../words.ts'
import { type Common, StateTag, waitingWords } from './shared.tsx'

/** All pathways of somebody that the visitor may know of, and the way to start one. */
export function PathwaysPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly lines: readonly PathwayLine[]
  readonly mayStart: boolean
  readonly today: Day
}): JSX.Element {
  const { person } = p.frame
  const start = p.mayStart && <Button href={`/people/${person.id}/pathways/new`}>{en.start}</Button>
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={en.title(person.given)} form={NO_FORM}>
      <p>{en.lead}</p>
      {p.lines.length === 0 ? (
        <EmptyState title={en.none} action={start || undefined}>
          {en.noneText}
        </EmptyState>
      ) : (
        <>
          {start !== false && <div class="cx-buttons">{start}</div>}
          <DataTable
            caption={en.caption}
            rows={p.lines}
            columns={[
              {
                key: 'what',
                heading: en.what,
                cell: ({ pathway }) => (
                  <>
                    <a class="govuk-link" href={`/pathways/${pathway.rowId}`}>
                      {kindWords[pathway.kind].name}
                    </a>
                    <div class="cx-quiet">{en.since(formatDay(pathway.openedOn))}</div>
                  </>
                ),
              },
              {
                key: 'where',
                heading: en.where,
                phone: { lead: true },
                cell: line => <Stands line={line} today={p.today} />,
              },
              {
                key: 'next',
                heading: en.next,
                wide: true,
                phone: { label: en.next },
                cell: line => <Next line={line} today={p.today} />,
              },
            ]}
          />
        </>
      )}
    </FramedPage>
  )
}

function Stands(p: { line: PathwayLine; today: Day }): JSX.Element {
  const { pathway, steps } = p.line
  if (pathway.state === 'ended') return <StateTag pathway={pathway} today={p.today} />
  const own = stepsIn(steps, pathway.stage)
  return (
    <>
      {en.stageNow(kindWords[pathway.kind].stages[pathway.stage] ?? pathway.stage, own.over, own.steps.length)}
      <StateTag pathway={pathway} today={p.today} />
    </>
  )
}

function Next(p: { line: PathwayLine; today: Day }): JSX.Element {
  const { pathway, waiting } = p.line
  const [first] = waiting
  if (pathway.state === 'ended') return <>{pathway.overWords}</>
  if (first === undefined) return <>{en.nothingNext}</>
  return (
    <>
      {waitingWords(first)} <DueDay dueOn={first.on} today={p.today} late={en.late} />
    </>
  )
}

/** Pathways that go on, in a few lines: for the page of the plan. */
export function PathwaysAhead(p: {
  readonly personId: string
  readonly lines: readonly PathwayLine[]
  readonly today: Day
}): JSX.Element {
  const going = p.lines.filter(one => one.pathway.state !== 'ended')
  return (
    <>
      <SectionHead
        aside={
          <a class="govuk-link" href={`/people/${p.personId}/pathways`}>
            {en.all}
          </a>
        }
      >
        {en.head}
      </SectionHead>
      {going.length === 0 ? (
        <p class="cx-quiet">{en.noneShort}</p>
      ) : (
        <FactList
          stacked
          facts={going.map(line => ({
            label: (
              <a class="govuk-link" href={`/pathways/${line.pathway.rowId}`}>
                {kindWords[line.pathway.kind].name}
              </a>
            ),
            value: <Next line={line} today={p.today} />,
          }))}
        />
      )}
    </>
  )
}

/** Which support it is to be, of those the visitor may know of. */
export function KindPage(p: Common & { readonly offered: readonly PathwayKind[] }): JSX.Element {
  const { person } = p.frame
  const back = `/people/${person.id}/pathways`
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={en.start}
      form={p.form}
      back={{ href: back, text: en.toList }}
    >
      <p>{en.chooseLead}</p>
      <form method="get" action={`${back}/new`}>
        <RadiosField
          form={p.form}
          name="kind"
          label={en.chooseKind}
          items={p.offered.map(value => ({ value, label: kindWords[value].name, hint: kindWords[value].about }))}
        />
        <div class="cx-buttons">
          <Button>{en.go}</Button>
        </div>
      </form>
    </FramedPage>
  )
}
