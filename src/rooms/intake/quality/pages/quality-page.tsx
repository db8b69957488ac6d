import type { JSX } from 'preact'
import { type Day, shortDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { Button } from '#web/govuk/button.tsx'
import { type Column, DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, PageHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import type { PartnerQuality } from '../actions.ts'
import { COLUMNS, type ColumnName, columnOf, shareOf } from '../rules.ts'
import { columnHeads, countAndShare, en } from '../words.ts'

/** Every partner that sends lists, and what is missing or wrong in them. */
export function QualityPage(p: { visitor: Visitor; today: Day; partners: readonly PartnerQuality[] }): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.title} current="/matching/quality">
      <PageHead
        title={en.title}
        lead={en.lead}
        actions={
          p.partners.length > 0 && (
            <Button href="/matching/quality.csv" classes="govuk-button--secondary">
              {en.getAll}
            </Button>
          )
        }
      />
      {p.partners.length === 0 ? (
        <EmptyState
          title={en.noLists}
          action={
            <a class="govuk-link" href="/lists">
              {en.toLists}
            </a>
          }
        >
          {en.noListsText}
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption={en.title}
            rows={p.partners}
            stickyHead
            columns={[
              {
                key: 'partner',
                heading: en.partner,
                wide: true,
                cell: q => (
                  <a class="govuk-link" href={`/matching/quality/${q.partner.id}`}>
                    {q.partner.name}
                  </a>
                ),
              },
              {
                key: 'last',
                heading: en.lastList,
                cell: q => lastList(q, p.today),
                tight: true,
                phone: { label: en.lastList },
              },
              {
                key: 'people',
                heading: en.people,
                numeric: true,
                cell: q => q.people.toLocaleString('en-GB'),
                phone: { label: en.people },
              },
              ...(Object.keys(COLUMNS) as ColumnName[]).map(measureColumn),
            ]}
          />
          <p class="cx-quiet">{en.baseHow}</p>
          <p class="cx-quiet">{en.numbersOnly}</p>
          <p class="cx-quiet">{en.lateHow}</p>
        </>
      )}
    </StaffPage>
  )
}

function measureColumn(name: ColumnName): Column<PartnerQuality> {
  return {
    key: name,
    heading: columnHeads[name],
    numeric: true,
    cell: q => {
      const measure = columnOf(q.measures, name)
      return measure === undefined ? en.notAsked : countAndShare(measure.count, shareOf(measure))
    },
    phone: { label: columnHeads[name] },
  }
}

/** When the last list came, and a word where the next one is overdue. */
export function lastList({ rhythm }: PartnerQuality, today: Day): JSX.Element {
  if (rhythm === undefined) return <>{en.never}</>
  return (
    <>
      {shortDay(rhythm.lastOn, today)}{' '}
      {rhythm.isLate && (
        <StatusTag kind="late" bare>
          {en.late}
        </StatusTag>
      )}
    </>
  )
}
