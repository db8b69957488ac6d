import type { JSX } from 'preact'
import type { Day } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { CheckboxesField, PostForm } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, PageHead, SectionHead } from '#web/shell/layout.tsx'
import type { HandoverLine } from '../handover.ts'
import { en, kinds } from '../words.ts'
import { DueOn, nameOf, StateTag } from './shared.tsx'

export type Section = { readonly heading: string; readonly lines: readonly HandoverLine[] }

/** Hand-overs of the visitor, and of the team they lead: what is theirs to do first. */
export function HandoversPage(p: {
  readonly visitor: Visitor
  readonly sections: readonly Section[]
  /** Those that wait for the visitor's answer, when there are several: they are answered at once. */
  readonly several: readonly HandoverLine[]
  readonly form: FormState
  readonly names: ReadonlyMap<string, string>
  readonly showsOver: boolean
  readonly today: Day
}): JSX.Element {
  const shown = p.sections.filter(section => section.lines.length > 0)
  return (
    <StaffPage visitor={p.visitor} title={en.title} current="/hand-overs" hasErrors={p.form.errors.length > 0}>
      <PageHead
        title={p.showsOver ? en.over : en.title}
        lead={p.showsOver ? en.overLead : en.lead}
        form={p.form}
        actions={
          <Button href={p.showsOver ? '/hand-overs' : '/hand-overs?show=over'} classes="govuk-button--secondary">
            {p.showsOver ? en.backToOpen : en.over}
          </Button>
        }
      />
      {shown.length === 0 && <EmptyState title={en.none}>{en.noneText}</EmptyState>}
      {shown.map(({ heading, lines }) => (
        <>
          <SectionHead aside={String(lines.length)}>{heading}</SectionHead>
          <Lines {...p} caption={heading} lines={lines} />
          {heading === en.toAnswer && p.several.length > 1 && <AnswerSeveral {...p} />}
        </>
      ))}
    </StaffPage>
  )
}

function AnswerSeveral(p: {
  readonly visitor: Visitor
  readonly several: readonly HandoverLine[]
  readonly form: FormState
  readonly names: ReadonlyMap<string, string>
}): JSX.Element {
  return (
    <PostForm action="/hand-overs/accept" csrfToken={p.visitor.csrfToken}>
      <CheckboxesField
        form={p.form}
        name="hand-overs"
        label={en.acceptTicked}
        classes="govuk-checkboxes--small"
        items={p.several.map(one => ({
          value: one.rowId,
          label: one.name,
          hint: en.askedBy(nameOf(p.names, one.fromId), one.why),
        }))}
      />
      <p>
        <a class="govuk-link" href="/hand-overs?tick=all">
          {en.tickAll}
        </a>
      </p>
      <div class="cx-buttons">
        <Button>{en.acceptTicked}</Button>
      </div>
    </PostForm>
  )
}

function Lines(p: {
  readonly caption: string
  readonly lines: readonly HandoverLine[]
  readonly names: ReadonlyMap<string, string>
  readonly today: Day
}): JSX.Element {
  return (
    <DataTable
      caption={p.caption}
      rows={p.lines}
      columns={[
        {
          key: 'who',
          heading: en.who,
          cell: one => (
            <a class="govuk-link" href={`/hand-overs/${one.rowId}`}>
              {one.name || en.whoGone}
            </a>
          ),
        },
        {
          key: 'between',
          heading: en.between,
          cell: one => en.fromTo(nameOf(p.names, one.fromId), nameOf(p.names, one.toId)),
          phone: { lead: true },
        },
        { key: 'kind', heading: en.kind, cell: one => kinds[one.kind], phone: { label: en.kind } },
        { key: 'state', heading: en.stands, cell: one => <StateTag state={one.state} /> },
        {
          key: 'due',
          heading: en.next,
          cell: one => <DueOn of={one} today={p.today} />,
          phone: { label: en.next },
        },
      ]}
    />
  )
}
