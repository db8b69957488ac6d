import type { JSX } from 'preact'
import { formatDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { Person, PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { ErrorSummaryOf, HiddenField, PostForm, RadiosField, TextareaField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Input } from '#web/govuk/input.tsx'
import { WarningText } from '#web/govuk/warning-text.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, FactList, PageHead, SectionHead } from '#web/shell/layout.tsx'
import type { Comparison } from '../actions/compare.ts'
import { mergeAddress } from '../address.ts'
import type { KeptRow } from '../halves.ts'
import type { Side } from '../merge.ts'
import { en, warnings } from '../words.ts'

/** Looking for the other record. */
export function FindOtherPage(p: {
  visitor: Visitor
  frame: PersonFrame
  typed: string
  found: readonly Person[]
}): JSX.Element {
  const { person } = p.frame
  const words = en.find
  const title = words.title(`${person.given} ${person.family}`)
  return (
    <StaffPage visitor={p.visitor} title={title} aboutId={person.id} identityBar={p.frame.bar}>
      <PageHead title={title} lead={words.lead} />
      <form method="get" action={`/people/${person.id}/join`}>
        <Input
          id="q"
          name="q"
          label={{ children: words.label }}
          hint={{ children: words.hint }}
          value={p.typed}
          autocomplete="off"
        />
        <Button classes="govuk-button--secondary">{words.button}</Button>
      </form>
      {p.found.length === 0 ? (
        <EmptyState title={p.typed === '' ? words.nothingYet : words.nobody}>
          {p.typed === '' ? words.nothingYetText : words.nobodyText}
        </EmptyState>
      ) : (
        <>
          <SectionHead>{words.found}</SectionHead>
          <DataTable
            caption={words.found}
            rows={p.found}
            columns={[
              {
                key: 'name',
                heading: words.name,
                cell: one => (
                  <a class="govuk-link" href={mergeAddress(person.id, one.id)}>
                    {one.given} {one.family}
                    <span class="govuk-visually-hidden">: {words.compare}</span>
                  </a>
                ),
              },
              {
                key: 'born',
                heading: words.born,
                cell: one => (one.bornOn === null ? en.none : formatDay(one.bornOn)),
                tight: true,
                phone: { label: words.born },
              },
            ]}
          />
        </>
      )}
    </StaffPage>
  )
}

/** One thing of which only one can stand, as it is asked. */
export type Asked = {
  readonly field: string
  readonly label: string
  readonly hint: string
  readonly values: Readonly<Record<Side, { readonly says: string; readonly tells: string }>>
}

export type MergePageProps = {
  readonly visitor: Visitor
  readonly seen: Comparison
  readonly form: FormState
  readonly asked: readonly Asked[]
  readonly same: readonly { readonly label: string; readonly says: string }[]
  readonly kept: readonly KeptRow[]
  /** Names of those who would see no more of it. */
  readonly losing: readonly string[]
}

/** Both records beside each other, what is chosen, and what follows. */
export function MergePage(p: MergePageProps): JSX.Element {
  const { keep, join, pair } = p.seen
  const name = (one: Person) => `${one.given} ${one.family}`
  return (
    <StaffPage visitor={p.visitor} title={en.title} hasErrors={p.form.errors.length > 0}>
      <ErrorSummaryOf form={p.form} />
      <PageHead
        title={en.title}
        lead={en.lead(bornName(keep), bornName(join))}
        actions={
          <a class="govuk-link" href={mergeAddress(pair.join, pair.keep)}>
            {en.swap}
          </a>
        }
      />
      <FactList
        facts={[
          { label: en.stays, value: <PersonLink person={keep} name={name(keep)} /> },
          { label: en.other, value: <PersonLink person={join} name={name(join)} /> },
        ]}
      />
      {p.seen.warnings.length > 0 && <SectionHead>{en.warning}</SectionHead>}
      {p.seen.warnings.map(one => (
        <WarningText>{warnings[one]}</WarningText>
      ))}
      <PostForm action={mergeAddress(pair.keep, pair.join)} csrfToken={p.visitor.csrfToken}>
        <HiddenField form={p.form} name="stamp" />
        {p.seen.warnings.length > 0 && (
          <TextareaField form={p.form} name="despite" label={en.despite} hint={en.despiteHint} rows={3} />
        )}
        {p.asked.length > 0 && (
          <>
            <SectionHead>{en.choose}</SectionHead>
            <p class="govuk-body">{en.chooseText}</p>
            {p.asked.map(one => (
              <RadiosField
                form={p.form}
                name={one.field}
                label={one.label}
                hint={one.hint}
                items={(['keep', 'join'] as const).map(side => ({
                  value: side,
                  label: one.values[side].says,
                  hint: one.values[side].tells,
                }))}
              />
            ))}
          </>
        )}
        {p.same.length > 0 && (
          <>
            <SectionHead>{en.same}</SectionHead>
            <FactList facts={p.same.map(one => ({ label: one.label, value: one.says }))} />
          </>
        )}
        <SectionHead>{en.kept}</SectionHead>
        {p.kept.length === 0 ? (
          <p class="cx-quiet">{en.keptNone}</p>
        ) : (
          <>
            <p class="govuk-body">{en.keptText}</p>
            <DataTable
              caption={en.kept}
              rows={p.kept}
              columns={[
                { key: 'what', heading: en.what, cell: row => row.what, tight: true },
                { key: 'keep', heading: en.stays, cell: row => lines(row.keep), phone: { label: en.stays } },
                { key: 'join', heading: en.other, cell: row => lines(row.join), phone: { label: en.other } },
              ]}
            />
          </>
        )}
        <SectionHead>{en.losing}</SectionHead>
        {p.asked.some(one => one.field === 'lead') && <p class="govuk-body">{en.losingLead}</p>}
        {p.losing.length === 0 ? (
          !p.asked.some(one => one.field === 'lead') && <p class="cx-quiet">{en.losingNone}</p>
        ) : (
          <>
            <p class="govuk-body">{en.losingText}</p>
            <ul class="govuk-list govuk-list--bullet">
              {p.losing.map(one => (
                <li>{one}</li>
              ))}
            </ul>
          </>
        )}
        <TextareaField form={p.form} name="reason" label={en.reason} hint={en.reasonHint} rows={3} />
        <Button>{en.join}</Button>
      </PostForm>
    </StaffPage>
  )
}

function PersonLink(p: { person: Person; name: string }): JSX.Element {
  return (
    <>
      {p.name}
      {p.person.bornOn !== null && `, ${formatDay(p.person.bornOn)}`}{' '}
      <a class="govuk-link" href={`/people/${p.person.id}`}>
        {en.open}
        <span class="govuk-visually-hidden">: {p.name}</span>
      </a>
    </>
  )
}

function bornName(person: Person): string {
  return `${person.given} ${person.family}`
}

function lines(said: readonly string[]): JSX.Element | string {
  if (said.length === 0) return en.none
  return (
    <>
      {said.map(line => (
        <div>{line}</div>
      ))}
    </>
  )
}
