import type { JSX } from 'preact'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { PostForm, TextareaField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { FilterBox, FilterSelect } from '#web/shell/filter-box.tsx'
import { EmptyState, PageHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import type { Protocol } from '../referral.ts'
import { protocolWords } from '../words.ts'
import type { AskedLine, Span } from './rules.ts'
import { en, marks, spans } from './words.ts'

/** Why young people are referred to advisers, by who refers. */
export function AskedForPage(p: {
  readonly visitor: Visitor
  readonly lines: readonly AskedLine[]
  readonly names: ReadonlyMap<string, string>
  readonly span: Span
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.title} current="/asked-for">
      <PageHead
        title={en.title}
        lead={en.lead}
        actions={
          <Button href="/adviser-role" classes="govuk-button--secondary">
            {en.role}
          </Button>
        }
      />
      <FilterBox action="/asked-for" summary={en.filter} apply={en.apply}>
        <FilterSelect
          id="filter-span"
          name="span"
          label={en.span}
          value={p.span}
          options={(['this', 'last'] as const).map(value => ({ value, text: spans[value] }))}
        />
      </FilterBox>
      <p class="cx-quiet">{en.note}</p>
      {p.lines.length === 0 ? (
        <EmptyState title={en.none}>{en.noneText}</EmptyState>
      ) : (
        <>
          <DataTable
            caption={`${en.caption}: ${spans[p.span]}`}
            rows={p.lines}
            columns={[
              { key: 'agency', heading: en.agency, cell: one => p.names.get(one.fromId) ?? '' },
              { key: 'purpose', heading: en.purpose, wide: true, phone: { lead: true }, cell: one => one.purpose },
              {
                key: 'sent',
                heading: en.sent,
                numeric: true,
                phone: { label: en.sent },
                cell: one => (one.told.isFew ? en.few : String(one.told.value)),
              },
              {
                key: 'mark',
                heading: en.mark,
                wide: true,
                cell: one =>
                  one.mark === undefined ? (
                    ''
                  ) : (
                    <>
                      <StatusTag kind={one.mark === 'most-not-task' ? 'care' : 'quiet'} bare>
                        {marks[one.mark]}
                      </StatusTag>
                      {one.notTask !== '' && <div class="cx-quiet">{one.notTask}</div>}
                    </>
                  ),
              },
            ]}
          />
          {p.lines.some(one => one.mark === 'most-not-task') && <p>{en.roleText}</p>}
        </>
      )}
    </StaffPage>
  )
}

/** Whoever keeps agreements says that something is no adviser's task, or that it is. */
export function TaskPage(p: {
  readonly visitor: Visitor
  readonly protocol: Protocol
  readonly from: string
  readonly form: FormState
}): JSX.Element {
  const here = `/protocols/${p.protocol.id}`
  return (
    <StaffPage visitor={p.visitor} title={en.taskTitle} current="/protocols" hasErrors={p.form.errors.length > 0}>
      <PageHead
        title={en.taskTitle}
        lead={en.taskLead(p.from, p.protocol.purpose)}
        form={p.form}
        back={{ href: here, text: protocolWords.change }}
      />
      <PostForm action={`${here}/task`} csrfToken={p.visitor.csrfToken}>
        <input type="hidden" name="version" value={String(p.protocol.version)} />
        <TextareaField form={p.form} name="why" label={en.whyAsk} hint={en.whyHint} rows={3} />
        <div class="cx-buttons">
          <Button>{en.save}</Button>
        </div>
      </PostForm>
    </StaffPage>
  )
}
