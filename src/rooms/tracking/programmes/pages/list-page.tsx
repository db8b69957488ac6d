import type { JSX } from 'preact'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import type { PlaceLine, Programme, Stage } from '../programme.ts'
import { en } from '../words.ts'
import { stageColumn, whoColumn } from './shared.tsx'

/** Every programme, and who is on one without an adviser (row 243). */
export function ProgrammesPage(p: {
  readonly visitor: Visitor
  readonly programmes: readonly Programme[]
  readonly runBy: ReadonlyMap<string, string>
  readonly stages: readonly Stage[]
  /** Who is on which. */
  readonly places: readonly Pick<PlaceLine, 'programmeId'>[]
  /** Undefined for those who could not do anything about it. */
  readonly alone: readonly PlaceLine[] | undefined
  readonly isPlace: boolean
  readonly mayKeep: boolean
}): JSX.Element {
  const onIt = (id: string) => p.places.filter(one => one.programmeId === id).length
  return (
    <StaffPage visitor={p.visitor} title={en.title} current="/programmes">
      <PageHead
        title={en.title}
        lead={en.lead}
        actions={p.mayKeep ? <Button href="/programmes/new">{en.add}</Button> : undefined}
      />
      {p.programmes.length === 0 ? (
        <EmptyState title={en.none}>{p.isPlace ? en.noneForPlace : en.noneText}</EmptyState>
      ) : (
        <DataTable
          caption={en.title}
          rows={p.programmes}
          columns={[
            {
              key: 'name',
              heading: en.name,
              cell: one => (
                <>
                  <a class="govuk-link" href={`/programmes/${one.id}`}>
                    {one.name}
                  </a>
                  {one.closedOn !== null && (
                    <>
                      {' '}
                      <StatusTag kind="quiet">{en.closed}</StatusTag>
                    </>
                  )}
                </>
              ),
            },
            { key: 'by', heading: en.runBy, cell: one => p.runBy.get(one.organisationId) ?? '', phone: { lead: true } },
            {
              key: 'ages',
              heading: en.ages,
              cell: one => en.agesOf(one.minAge, one.maxAge),
              phone: { label: en.ages },
            },
            {
              key: 'stages',
              heading: en.stages,
              wide: true,
              cell: one =>
                p.stages
                  .filter(stage => stage.programmeId === one.id)
                  .map(stage => stage.name)
                  .join(' · '),
              phone: { label: en.stages },
            },
            {
              key: 'on',
              heading: (
                <>
                  {en.onIt}
                  <span class="govuk-visually-hidden">: {en.onItHint}</span>
                </>
              ),
              numeric: true,
              cell: one => String(onIt(one.id)),
              phone: { label: en.onIt },
            },
          ]}
        />
      )}
      {p.alone !== undefined && p.programmes.length > 0 && (
        <>
          <SectionHead>{en.alone}</SectionHead>
          {p.alone.length === 0 ? (
            <p>{en.aloneNone}</p>
          ) : (
            <>
              <p>{en.aloneLead}</p>
              <DataTable
                caption={en.alone}
                rows={p.alone}
                columns={[
                  whoColumn,
                  { key: 'programme', heading: en.name, cell: one => one.programme, phone: { lead: true } },
                  stageColumn,
                  {
                    key: 'record',
                    heading: en.toRecord,
                    hidesHeading: true,
                    cell: one => (
                      <a class="govuk-link" href={`/people/${one.personId}`}>
                        {en.toRecord}
                        <span class="govuk-visually-hidden">: {one.name}</span>
                      </a>
                    ),
                  },
                ]}
              />
            </>
          )}
        </>
      )}
    </StaffPage>
  )
}
