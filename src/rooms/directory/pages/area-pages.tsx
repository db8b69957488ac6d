import type { JSX } from 'preact'
import { shortDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { PostForm, SelectField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { buttonColumn } from '#web/shell/row-columns.tsx'
import type { Area, AreaLine, AreaMember } from '../area.ts'
import { en } from '../words.ts'

const BASE = '/partnership/areas'

/** Every area of a local management committee. */
export function AreasPage(p: { visitor: Visitor; areas: readonly AreaLine[] }): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.areas} current="/partnership">
      <PageHead
        title={en.areas}
        lead={en.areasLead}
        back={{ href: '/partnership', text: en.partnership }}
        actions={<Button href={`${BASE}/new`}>{en.addArea}</Button>}
      />
      {p.areas.length === 0 ? (
        <EmptyState title={en.areasNone}>{en.areasNoneText}</EmptyState>
      ) : (
        <DataTable
          caption={en.areas}
          rows={p.areas}
          columns={[
            {
              key: 'name',
              heading: en.area,
              cell: a =>
                a.finishedOn === null ? (
                  <a class="govuk-link" href={`${BASE}/${a.id}`}>
                    {a.name}
                  </a>
                ) : (
                  a.name
                ),
            },
            { key: 'members', heading: en.inIt, cell: a => en.membersCount(a.members), phone: { lead: true } },
            {
              key: 'state',
              heading: en.state,
              cell: a => (a.finishedOn === null ? en.areaNow : en.areaEnded(shortDay(a.finishedOn))),
            },
          ]}
        />
      )}
    </StaffPage>
  )
}

/** Adding one. */
export function AddAreaPage(p: { visitor: Visitor; form: FormState<'name'> }): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.addArea} current="/partnership" hasErrors={p.form.errors.length > 0}>
      <PageHead form={p.form} title={en.addArea} back={{ href: BASE, text: en.areas }} />
      <PostForm action={`${BASE}/new`} csrfToken={p.visitor.csrfToken}>
        <TextField form={p.form} name="name" label={en.areaName} autocomplete="off" />
        <Button>{en.save}</Button>
      </PostForm>
    </StaffPage>
  )
}

export type PartChoice = { readonly value: string; readonly label: string }

/** One area: what lies in it, its name, and its end. */
export function AreaPage(p: {
  visitor: Visitor
  area: Area
  members: readonly AreaMember[]
  choices: readonly PartChoice[]
  naming: FormState<'name'>
  joining: FormState<'part'>
}): JSX.Element {
  const base = `${BASE}/${p.area.id}`
  const { csrfToken } = p.visitor
  const wrong = [p.naming, p.joining].find(form => form.errors.length > 0)
  return (
    <StaffPage visitor={p.visitor} title={p.area.name} current="/partnership" hasErrors={wrong !== undefined}>
      <PageHead form={wrong} title={p.area.name} back={{ href: BASE, text: en.areas }} />
      <SectionHead>{en.inIt}</SectionHead>
      {p.members.length === 0 ? (
        <EmptyState title={en.nothingInArea}>{en.nothingInAreaText}</EmptyState>
      ) : (
        <DataTable
          caption={en.inIt}
          rows={p.members}
          columns={[
            {
              key: 'name',
              heading: en.name,
              cell: m => (
                <a class="govuk-link" href={`/organisations/${m.organisationId}`}>
                  {m.organisationName}
                </a>
              ),
            },
            {
              key: 'site',
              heading: en.sites,
              cell: m => m.siteName ?? en.wholeOrganisation,
              phone: { lead: true },
            },
            { key: 'since', heading: en.since, cell: m => shortDay(m.startedOn), phone: { label: en.since } },
            buttonColumn<AreaMember>({
              word: en.takeOut,
              csrfToken,
              action: m => `${base}/members/${m.id}/end`,
              about: m => en.of([m.organisationName, m.siteName].filter(Boolean).join(', ')),
            }),
          ]}
        />
      )}
      <PostForm action={`${base}/members`} csrfToken={csrfToken}>
        <SelectField form={p.joining} name="part" label={en.putIn} hint={en.putInHint} empty="" items={p.choices} />
        <Button>{en.putInButton}</Button>
      </PostForm>
      <SectionHead>{en.rename}</SectionHead>
      <PostForm action={`${base}/name`} csrfToken={csrfToken}>
        <TextField form={p.naming} name="name" label={en.areaName} autocomplete="off" />
        <Button classes="govuk-button--secondary">{en.renameButton}</Button>
      </PostForm>
      <SectionHead>{en.endArea}</SectionHead>
      <p class="govuk-body">{en.endAreaText}</p>
      <PostForm action={`${base}/end`} csrfToken={csrfToken}>
        <Button classes="govuk-button--warning">{en.endArea}</Button>
      </PostForm>
    </StaffPage>
  )
}
