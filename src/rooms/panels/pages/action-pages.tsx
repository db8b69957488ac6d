import type { JSX } from 'preact'
import { type Day, formatDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { RadiosField, TextareaField } from '#web/form/fields.tsx'
import { StepForm } from '#web/form/step-form.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, FactList, LinkTabs, PageHead, SectionHead, SideColumn } from '#web/shell/layout.tsx'
import type { Item, Named, PanelAction } from '../panel.ts'
import { en } from '../words.ts'
import { ActionState, ownerOf, TheirView } from './parts.tsx'

/** What one owes of what panels agreed. */
export function OwnActionsPage(p: {
  readonly visitor: Visitor
  readonly rows: readonly PanelAction[]
  readonly named: ReadonlyMap<string, Named>
  readonly showsOver: boolean
  readonly today: Day
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.ownTitle} current="/panels">
      <PageHead title={en.ownTitle} lead={en.ownLead} back={{ href: '/panels', text: en.back }} />
      <LinkTabs
        label={en.ownWhich}
        tabs={[
          { href: '/panel-actions', text: en.ownOpen, current: !p.showsOver },
          { href: '/panel-actions?show=over', text: en.ownOver, current: p.showsOver },
        ]}
      />
      {p.rows.length === 0 ? (
        <EmptyState title={p.showsOver ? en.ownOverNone : en.ownNone}>{en.ownNoneText}</EmptyState>
      ) : (
        <OwnedTable {...p} caption={en.ownTitle} />
      )}
    </StaffPage>
  )
}

/** What is owed, as it stands on the own list and on the page of the day. */
export function OwnedTable(p: {
  readonly caption: string
  readonly rows: readonly PanelAction[]
  readonly named: ReadonlyMap<string, Named>
  readonly today: Day
}): JSX.Element {
  return (
    <DataTable
      caption={p.caption}
      rows={p.rows}
      columns={[
        {
          key: 'what',
          heading: en.what,
          cell: one => (
            <a class="govuk-link" href={`/panel-actions/${one.rowId}`}>
              {one.what}
            </a>
          ),
        },
        {
          key: 'about',
          heading: en.about,
          cell: one => p.named.get(one.personId)?.name ?? '',
          phone: { label: en.about },
        },
        { key: 'panel', heading: en.panel, cell: one => one.panel, phone: { label: en.panel } },
        { key: 'due', heading: en.due, tight: true, cell: one => <ActionState action={one} today={p.today} /> },
      ]}
    />
  )
}

/** One of them: whom it is about, who owes it, and whether it happened. */
export function ActionPage(p: {
  readonly visitor: Visitor
  readonly action: PanelAction
  readonly named: Named
  readonly mayFinish: boolean
  /** Undefined where the reader no longer sees it. */
  readonly item: Item | undefined
  readonly mayCorrect: boolean
  readonly names: ReadonlyMap<string, string>
  readonly form: FormState
  readonly today: Day
}): JSX.Element {
  const { action, named } = p
  // That they have died is not told here to those who do not know them.
  const isLeft = named.hasDied && action.state === 'open'
  const shows = p.mayFinish || p.form.errors.length > 0
  return (
    <StaffPage visitor={p.visitor} title={action.what} current="/panels" hasErrors={p.form.errors.length > 0}>
      <PageHead
        title={action.what}
        over={en.actionTitle}
        lead={named.name}
        back={{ href: '/panel-actions', text: en.ownTitle }}
        form={p.form}
      />
      <SideColumn side={<Links {...p} hasItem={p.item !== undefined} />}>
        {p.item?.known === 'withheld' && <TheirView item={p.item} />}
        <FactList
          facts={[
            { label: en.panel, value: action.panel },
            { label: en.owner, value: ownerOf(action, p.names) },
            { label: en.due, value: formatDay(action.dueOn) },
            {
              label: en.state,
              value: isLeft ? en.nothingLeft : <ActionState action={action} today={p.today} />,
            },
            ...(action.overOn === null ? [] : [{ label: en.overOn, value: formatDay(action.overOn) }]),
          ]}
        />
        {action.overWords !== '' && <p class="cx-lines">{action.overWords}</p>}
        {shows && (
          <>
            <SectionHead>{en.overHead}</SectionHead>
            <StepForm
              action={`/panel-actions/${action.rowId}/over`}
              csrfToken={p.visitor.csrfToken}
              version={action.version}
              button={en.overSave}
            >
              <RadiosField
                form={p.form}
                name="over"
                label={en.overAsk}
                classes="govuk-radios--small"
                items={[
                  { value: 'done', label: en.overDone },
                  { value: 'not-done', label: en.overNot },
                ]}
              />
              <TextareaField form={p.form} name="over-words" label={en.overWordsAsk} rows={3} />
            </StepForm>
          </>
        )}
      </SideColumn>
    </StaffPage>
  )
}

function Links(p: {
  readonly action: PanelAction
  readonly named: Named
  readonly hasItem: boolean
  readonly mayCorrect: boolean
}): JSX.Element {
  const { action } = p
  const link = (href: string, text: string) => (
    <p>
      <a class="govuk-link" href={href}>
        {text}
      </a>
    </p>
  )
  return (
    <>
      <SectionHead>{en.about}</SectionHead>
      <p>{p.named.name}</p>
      {p.named.isKnown && link(`/people/${action.personId}`, en.record)}
      {p.hasItem && link(`/panel-items/${action.itemId}`, en.toItem)}
      {p.mayCorrect && link(`/people/${action.personId}/misfiled/panel-action/${action.rowId}`, en.wrongPerson)}
    </>
  )
}
