import type { JSX } from 'preact'
import { dayOf, type Instant, timeOf } from '#ground/clock.ts'
import { formatDay, shortDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type Person, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { HiddenField, PostForm, RadiosField, TextareaField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Alert } from '#web/shell/alert.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, FactList, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import type { Breach, Filed } from '../breach.ts'
import { hoursLeft } from '../rules.ts'
import { filedKinds, misfiled, breaches as words } from '../words.ts'

/** Takes one thing off a record it does not belong on; those whom it may be about stand in the form once looked for. */
export function MisfiledPage(p: {
  visitor: Visitor
  frame: PersonFrame
  form: FormState<'why' | 'right' | 'to'>
  what: Filed
  action: string
  said: string
  /** Whether it can be filed on another record instead. */
  isMovable: boolean
  found: readonly Person[]
}): JSX.Element {
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={misfiled.title} form={p.form}>
      <p class="govuk-body">{misfiled.lead}</p>
      <FactList facts={[{ label: filedKinds[p.what], value: p.said }]} />
      <PostForm action={p.action} csrfToken={p.visitor.csrfToken}>
        <TextareaField form={p.form} name="why" label={misfiled.why} hint={misfiled.whyHint} rows={2} />
        {p.isMovable && (
          <TextField form={p.form} name="right" label={misfiled.right} hint={misfiled.rightHint} autocomplete="off" />
        )}
        {p.found.length > 0 && (
          <RadiosField
            form={p.form}
            name="to"
            label={misfiled.to}
            hint={misfiled.toHint}
            items={p.found.map(person => ({
              value: person.id as string,
              label: `${person.given} ${person.family}`,
              hint: person.bornOn === null ? undefined : misfiled.born(formatDay(person.bornOn)),
            }))}
          />
        )}
        <Button classes="govuk-button--warning">{misfiled.button}</Button>
      </PostForm>
    </FramedPage>
  )
}

/** What to do for whoever saw it. */
export function AdvicePage(p: { visitor: Visitor }): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={misfiled.advice}>
      <PageHead title={misfiled.advice} lead={misfiled.adviceLead} />
      <ul class="govuk-list govuk-list--bullet">
        {misfiled.adviceDo.map(line => (
          <li>{line}</li>
        ))}
      </ul>
    </StaffPage>
  )
}

export type BreachRow = { readonly breach: Breach; readonly about: string | undefined }

/** The breach log: open entries first, with what is left of the 72 hours. */
export function BreachesPage(p: { visitor: Visitor; now: Instant; rows: readonly BreachRow[] }): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={words.title} current="/breaches">
      <PageHead title={words.title} lead={words.lead} />
      {p.rows.length === 0 ? (
        <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
      ) : (
        <DataTable
          caption={words.list}
          rows={p.rows}
          columns={[
            {
              key: 'what',
              heading: words.what,
              cell: r => (
                <a class="govuk-link" href={`/breaches/${r.breach.id}`}>
                  {filedKinds[r.breach.what]}
                </a>
              ),
              phone: { lead: true },
            },
            {
              key: 'about',
              heading: words.about,
              cell: r => r.about ?? <span class="cx-quiet">{words.hidden}</span>,
              phone: { label: words.about },
            },
            {
              key: 'found',
              heading: words.found,
              cell: r => `${shortDay(dayOf(r.breach.foundAt))}, ${timeOf(r.breach.foundAt)}`,
              phone: { label: words.found },
            },
            { key: 'left', heading: words.left, cell: r => leftCell(r.breach, p.now) },
          ]}
        />
      )}
    </StaffPage>
  )
}

function leftCell(breach: Breach, now: Instant): JSX.Element {
  if (breach.closedAt !== null)
    return (
      <StatusTag kind="quiet" bare>
        {words.closed}
      </StatusTag>
    )
  if (breach.toldRegulator !== null) return <StatusTag kind="note">{words.answered}</StatusTag>
  const left = hoursLeft(breach.foundAt, now)
  return <StatusTag kind={left < 0 ? 'late' : 'care'}>{words.hours(left)}</StatusTag>
}

export type BreachFields =
  | 'consequence'
  | 'told-person'
  | 'told-person-why'
  | 'told-regulator'
  | 'told-regulator-why'
  | 'version'

/** One entry: the sealed stub, and what follows from it. Closed, it is read only. */
export function BreachPage(p: {
  visitor: Visitor
  row: BreachRow
  now: Instant
  name: (id: string | null) => string
  form: FormState<BreachFields>
  isStale: boolean
}): JSX.Element {
  const { breach } = p.row
  const { form } = p
  const at = (when: Instant) => `${formatDay(dayOf(when))}, ${timeOf(when)}`
  return (
    <StaffPage
      visitor={p.visitor}
      title={words.entry(filedKinds[breach.what])}
      current="/breaches"
      hasErrors={form.errors.length > 0}
    >
      <PageHead
        form={form}
        title={words.entry(filedKinds[breach.what])}
        back={{ href: '/breaches', text: words.title }}
      />
      <FactList
        facts={[
          { label: words.about, value: p.row.about ?? words.hidden },
          {
            label: words.filed,
            value: words.by(breach.filedBy === null ? words.list2 : p.name(breach.filedBy), at(breach.filedAt)),
          },
          { label: words.found, value: words.by(p.name(breach.foundBy), at(breach.foundAt)) },
          { label: words.left, value: leftCell(breach, p.now) },
          { label: words.why, value: breach.why },
          {
            label: words.seen,
            value: breach.seenBy.length === 0 ? words.seenNone : breach.seenBy.map(p.name).join(', '),
          },
          ...(breach.readByLink.length === 0
            ? []
            : [{ label: words.readByLink, value: words.linkReaders(breach.readByLink) }]),
          { label: words.moved, value: breach.moved ? words.yes : words.no },
        ]}
      />
      {(breach.closedAt !== null || p.isStale) && (
        <>
          <SectionHead>{p.isStale ? words.theirs : words.decide}</SectionHead>
          {p.isStale && (
            <Alert kind="care" kindWord={words.staleKind} first={words.stale}>
              {words.staleText}
            </Alert>
          )}
          <FactList facts={answersOf(breach)} />
        </>
      )}
      {breach.closedAt === null ? (
        <PostForm action={`/breaches/${breach.id}`} csrfToken={p.visitor.csrfToken}>
          <SectionHead>{words.decide}</SectionHead>
          <HiddenField form={form} name="version" />
          <TextareaField
            form={form}
            name="consequence"
            label={words.consequence}
            hint={words.consequenceHint}
            rows={3}
          />
          <RadiosField
            form={form}
            name="told-person"
            label={words.toldPerson}
            hint={words.toldPersonHint}
            items={YES_NO}
          />
          <TextareaField form={form} name="told-person-why" label={`${words.because} (young person)`} rows={2} />
          <RadiosField
            form={form}
            name="told-regulator"
            label={words.toldRegulator}
            hint={words.toldRegulatorHint}
            items={YES_NO}
          />
          <TextareaField form={form} name="told-regulator-why" label={`${words.because} (regulator)`} rows={2} />
          <div class="cx-buttons">
            <Button name="then" value="close">
              {words.close}
            </Button>
            <Button name="then" value="save" classes="govuk-button--secondary">
              {words.save}
            </Button>
          </div>
        </PostForm>
      ) : (
        <p class="cx-quiet">{words.isClosed(p.name(breach.closedBy), formatDay(dayOf(breach.closedAt)))}</p>
      )}
    </StaffPage>
  )
}

const YES_NO = [
  { value: 'yes', label: words.yes },
  { value: 'no', label: words.no },
]

function answersOf(breach: Breach) {
  const told = (answer: 'yes' | 'no' | null, why: string) =>
    answer === null ? words.notYet : `${words[answer]}. ${why}`
  return [
    { label: words.consequence, value: breach.consequence || words.notYet },
    { label: words.toldPerson, value: told(breach.toldPerson, breach.toldPersonWhy) },
    { label: words.toldRegulator, value: told(breach.toldRegulator, breach.toldRegulatorWhy) },
  ]
}
