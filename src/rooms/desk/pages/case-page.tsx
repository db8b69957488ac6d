import type { JSX } from 'preact'
import { type Day, formatDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { BackLink } from '#web/govuk/back-link.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { FactList, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import type { Part, Standing, Worked } from '../case/rules.ts'
import { en, gaps, parts } from '../case/words.ts'
import type { DeskFrame } from '../frame.tsx'

/** Where each part of the work is done. */
const AT: Readonly<Record<Part, string>> = {
  assessment: '/assessment',
  plan: '/plan',
  sessions: '',
  referrals: '/referrals',
  tracking: '/activity',
  confidentiality: '/confidentiality',
}

type Case = {
  readonly visitor: Visitor
  readonly frame: DeskFrame
  readonly standings: readonly Standing[]
  readonly baselineOn: Day | undefined
  readonly worked: readonly Worked[]
  readonly agencies: readonly { readonly label: string; readonly value: string }[]
  readonly steps: readonly { readonly label: string; readonly value: string }[]
  /** Undefined where there is nothing to hold the baseline against. */
  readonly moved: { readonly up: readonly string[]; readonly down: readonly string[] } | undefined
}

/** The five parts of the work on one page, and who has worked with them. */
export function CasePage(p: Case): JSX.Element {
  const { person } = p.frame
  const title = en.title(person.given)
  const missing = p.standings.filter(one => one.gap !== undefined).length
  return (
    <StaffPage visitor={p.visitor} title={title} aboutId={person.id} identityBar={p.frame.bar}>
      <BackLink href={`/people/${person.id}`}>{`${person.given} ${person.family}`}</BackLink>
      {p.frame.alerts}
      <PageHead title={title} lead={en.lead} />
      <SectionHead>{en.partsHead}</SectionHead>
      <p>
        <StatusTag kind={missing === 0 ? 'good' : 'care'} bare>
          {missing === 0 ? en.whole : en.missing(missing)}
        </StatusTag>
      </p>
      <DataTable
        caption={en.caption}
        rows={p.standings}
        columns={[
          { key: 'part', heading: en.part, cell: one => parts[one.part] },
          { key: 'standing', heading: en.standing, phone: { lead: true }, cell: one => <Stands one={one} /> },
          {
            key: 'open',
            heading: en.open,
            hidesHeading: true,
            cell: one => (
              <a class="govuk-link cx-row-link" href={`/people/${person.id}${AT[one.part]}`}>
                {en.open}
                <span class="govuk-visually-hidden">{en.openOf(parts[one.part])}</span>
              </a>
            ),
          },
        ]}
      />
      <Together {...p} />
    </StaffPage>
  )
}

function Stands({ one }: { one: Standing }): JSX.Element {
  if (one.gap !== undefined)
    return (
      <StatusTag kind="late" bare>
        {gaps[one.gap](one.days)}
      </StatusTag>
    )
  return (
    <StatusTag kind="good" bare>
      {one.part === 'sessions' && one.days !== undefined ? en.ago(one.days) : en.fine}
    </StatusTag>
  )
}

const HOUR = 60

/** Hours and minutes, as people say them. */
const hoursOf = (minutes: number): string =>
  minutes < HOUR ? `${minutes} min` : `${Math.floor(minutes / HOUR)} h ${String(minutes % HOUR).padStart(2, '0')}`

function Together(p: Case): JSX.Element {
  return (
    <>
      <SectionHead>{en.moved}</SectionHead>
      {p.moved === undefined ? (
        <p>{en.oneOnly}</p>
      ) : (
        <p>
          {p.moved.up.length > 0 && en.up(p.moved.up.join(', '))}{' '}
          {p.moved.down.length > 0 && en.down(p.moved.down.join(', '))}
          {p.moved.up.length + p.moved.down.length === 0 && en.notMoved}
        </p>
      )}
      <SectionHead>{en.workedHead}</SectionHead>
      <p>{p.baselineOn === undefined ? en.sinceEver : en.since(formatDay(p.baselineOn))}</p>
      {p.worked.length === 0 ? (
        <p class="cx-quiet">{en.nobody}</p>
      ) : (
        <DataTable
          caption={en.workedCaption}
          rows={p.worked}
          columns={[
            { key: 'who', heading: en.who, cell: one => one.who },
            { key: 'times', heading: en.times, tight: true, phone: { label: en.times }, cell: one => `${one.times}` },
            {
              key: 'hours',
              heading: en.hours,
              tight: true,
              phone: { label: en.hours },
              cell: one => (one.minutes === 0 ? '–' : hoursOf(one.minutes)),
            },
            { key: 'last', heading: en.last, phone: { label: en.last }, cell: one => formatDay(one.lastOn) },
          ]}
        />
      )}
      <h3 class="govuk-heading-s">{en.agencies}</h3>
      {p.agencies.length === 0 ? <p class="cx-quiet">{en.noAgencies}</p> : <FactList facts={p.agencies} />}
      <h3 class="govuk-heading-s">{en.steps}</h3>
      {p.steps.length === 0 ? <p class="cx-quiet">{en.noSteps}</p> : <FactList facts={p.steps} />}
      <SectionHead>{en.sayHead}</SectionHead>
      <p>
        {en.own} {en.say}
      </p>
    </>
  )
}
