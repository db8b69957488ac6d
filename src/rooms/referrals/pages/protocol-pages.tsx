import type { JSX } from 'preact'
import { type Day, formatDay } from '#ground/day.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import {
  CheckboxesField,
  DayField,
  PostForm,
  RadiosField,
  SelectField,
  TextareaField,
  TextField,
} from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, FactList, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { en as askedWords } from '../asked-for/words.ts'
import { PROTOCOL_CLASSES, type Protocol, type ProtocolReview } from '../referral.ts'
import { reviewStanding } from '../rules.ts'
import { bases, en, protocolClasses, protocolWords as words } from '../words.ts'

type Listed = {
  readonly protocols: readonly Protocol[]
  readonly names: ReadonlyMap<string, string>
  readonly today: Day
}
type Named = { readonly id: string; readonly name: string }

/** What agencies agreed about referring. */
export function ProtocolsPage(p: Listed & { readonly visitor: Visitor }): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={words.title} current="/protocols">
      <PageHead title={words.title} lead={words.lead} actions={<Button href="/protocols/new">{words.add}</Button>} />
      {p.protocols.length === 0 ? <EmptyState title={words.none}>{words.noneText}</EmptyState> : <Sections {...p} />}
    </StaffPage>
  )
}

/** What is to be looked at first, then what is in force, then what is over. */
function Sections(p: Listed): JSX.Element {
  const of = (standings: readonly string[]) =>
    p.protocols.filter(one => standings.includes(reviewStanding(one, p.today)))
  const late = of(['late', 'soon']).toSorted((a, b) => (a.reviewOn < b.reviewOn ? -1 : 1))
  const parts = [
    { heading: words.reviewList, protocols: late },
    { heading: words.others, protocols: of(['later']) },
    { heading: words.over, protocols: of(['ended']) },
  ].filter(part => part.protocols.length > 0)
  return (
    <>
      {parts.map(({ heading, protocols }) => (
        <>
          <SectionHead aside={String(protocols.length)}>{heading}</SectionHead>
          <Agreements {...p} caption={heading} protocols={protocols} />
        </>
      ))}
    </>
  )
}

function Agreements(p: Listed & { readonly caption: string }): JSX.Element {
  const nameOf = (id: string) => p.names.get(id) ?? ''
  return (
    <DataTable
      caption={p.caption}
      rows={p.protocols}
      columns={[
        {
          key: 'pair',
          heading: en.between,
          cell: one => {
            const pair = en.fromTo(nameOf(one.fromId), nameOf(one.toId))
            return one.endedOn === null ? (
              <a class="govuk-link" href={`/protocols/${one.id}`}>
                {pair}
                <span class="govuk-visually-hidden">, {one.purpose}</span>
              </a>
            ) : (
              pair
            )
          },
        },
        { key: 'what', heading: en.forWhat, cell: one => one.purpose, phone: { lead: true } },
        {
          key: 'ground',
          heading: words.basis,
          cell: one => `${bases[one.basis]}. ${one.law}`,
          wide: true,
          phone: { label: words.basis },
        },
        {
          key: 'days',
          heading: words.daysHead,
          cell: one => words.days(one.answerDays, one.startDays, one.reportDays),
          phone: { label: words.daysHead },
        },
        { key: 'state', heading: en.stands, cell: one => <Standing protocol={one} today={p.today} /> },
      ]}
    />
  )
}

function Standing({ protocol, today }: { protocol: Protocol; today: Day }): JSX.Element {
  if (protocol.endedOn !== null) return <StatusTag kind="quiet">{words.ended(formatDay(protocol.endedOn))}</StatusTag>
  const standing = reviewStanding(protocol, today)
  return (
    <>
      {standing === 'late' ? (
        <StatusTag kind="late">{words.reviewLate(formatDay(protocol.reviewOn))}</StatusTag>
      ) : (
        words.review(formatDay(protocol.reviewOn))
      )}
      {standing !== 'later' && (
        <div>
          <a class="govuk-link" href={`/protocols/${protocol.id}/review`}>
            {words.reviewWay}
            <span class="govuk-visually-hidden">, {protocol.purpose}</span>
          </a>
        </div>
      )}
    </>
  )
}

/** A new agreement, or one that is changed. Between whom it is does not change. */
export function ProtocolPage(p: {
  readonly visitor: Visitor
  readonly form: FormState
  readonly organisations: readonly Named[]
  readonly teams: readonly Named[]
  readonly protocol: Protocol | undefined
}): JSX.Element {
  const { protocol, form } = p
  const title = protocol === undefined ? words.add : words.change
  const nameOf = (id: string) => p.organisations.find(o => o.id === id)?.name ?? ''
  const options = p.organisations.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <StaffPage visitor={p.visitor} title={title} current="/protocols" hasErrors={form.errors.length > 0}>
      <PageHead title={title} back={{ href: '/protocols', text: words.title }} form={form} />
      <PostForm action={`/protocols/${protocol?.id ?? 'new'}`} csrfToken={p.visitor.csrfToken}>
        {protocol === undefined ? (
          <>
            <SelectField form={form} name="from" label={words.from} empty={en.choose} items={options} />
            <SelectField form={form} name="to" label={words.to} empty={en.choose} items={options} />
          </>
        ) : (
          <>
            <input type="hidden" name="version" value={String(protocol.version)} />
            <FactList
              facts={[
                { label: words.from, value: nameOf(protocol.fromId) },
                { label: words.to, value: nameOf(protocol.toId) },
              ]}
            />
          </>
        )}
        <SelectField
          form={form}
          name="team"
          label={words.team}
          hint={words.teamHint}
          empty="–"
          items={p.teams.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField form={form} name="purpose" label={words.purpose} hint={words.purposeHint} autocomplete="off" />
        <RadiosField
          form={form}
          name="basis"
          label={words.basis}
          items={(['public-task', 'legal-duty', 'vital-interests', 'consent', 'contract'] as const).map(value => ({
            value,
            label: bases[value],
          }))}
        />
        <TextField form={form} name="law" label={words.law} hint={words.lawHint} autocomplete="off" />
        <CheckboxesField
          form={form}
          name="classes"
          label={words.classes}
          items={PROTOCOL_CLASSES.map(value => ({ value, label: protocolClasses[value] }))}
        />
        <TextField form={form} name="condition" label={words.condition} hint={words.conditionHint} autocomplete="off" />
        {(['answer-days', 'start-days', 'report-days'] as const).map(name => (
          <TextField
            form={form}
            name={name}
            label={
              { 'answer-days': words.answerDays, 'start-days': words.startDays, 'report-days': words.reportDays }[name]
            }
            inputmode="numeric"
            autocomplete="off"
            classes="govuk-input--width-4"
          />
        ))}
        <TextareaField form={form} name="stages" label={words.stages} hint={words.stagesHint} rows={4} />
        <DayField form={form} name="review" label={words.reviewOn} hint={en.dayHint} />
        <Button>{words.save}</Button>
      </PostForm>
      {protocol !== undefined && (
        <>
          <p>
            <a class="govuk-link" href={`/protocols/${protocol.id}/review`}>
              {words.reviewWay}
            </a>
          </p>
          {protocol.teamId !== null && (
            <p>
              <a class="govuk-link" href={`/protocols/${protocol.id}/task`}>
                {askedWords.taskWay}
              </a>
            </p>
          )}
          <SectionHead>{words.end}</SectionHead>
          <p>{words.endText}</p>
          <PostForm action={`/protocols/${protocol.id}/end`} csrfToken={p.visitor.csrfToken}>
            <Button classes="govuk-button--secondary">{words.end}</Button>
          </PostForm>
        </>
      )}
    </StaffPage>
  )
}

/** An agreement is looked at again: what was found, and until when it stands. */
export function ReviewProtocolPage(p: {
  readonly visitor: Visitor
  readonly form: FormState<'words' | 'review-on'>
  readonly protocol: Protocol
  readonly reviews: readonly ProtocolReview[]
  readonly names: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, string>
}): JSX.Element {
  const { protocol } = p
  const here = `/protocols/${protocol.id}`
  const allowed = PROTOCOL_CLASSES.filter(name => (protocol.classes & CLASS_BITS[name]) !== 0)
  return (
    <StaffPage visitor={p.visitor} title={words.reviewTitle} current="/protocols" hasErrors={p.form.errors.length > 0}>
      <PageHead
        title={words.reviewTitle}
        over={en.fromTo(p.names.get(protocol.fromId) ?? '', p.names.get(protocol.toId) ?? '')}
        lead={words.reviewLead}
        back={{ href: '/protocols', text: words.title }}
        form={p.form}
        actions={
          <Button href={here} classes="govuk-button--secondary">
            {words.changeWay}
          </Button>
        }
      />
      <FactList
        facts={[
          { label: words.purpose, value: protocol.purpose },
          { label: words.basis, value: `${bases[protocol.basis]}. ${protocol.law}` },
          ...(protocol.condition === '' ? [] : [{ label: words.condition, value: protocol.condition }]),
          { label: words.classes, value: allowed.map(name => protocolClasses[name]).join(', ') || '–' },
          { label: words.daysHead, value: words.days(protocol.answerDays, protocol.startDays, protocol.reportDays) },
          ...(protocol.stages.length === 0 ? [] : [{ label: words.stages, value: protocol.stages.join(', ') }]),
        ]}
      />
      <PostForm action={`${here}/review`} csrfToken={p.visitor.csrfToken}>
        <input type="hidden" name="version" value={String(protocol.version)} />
        <TextareaField form={p.form} name="words" label={words.reviewWords} rows={4} />
        <DayField form={p.form} name="review-on" label={words.reviewUntil} hint={en.dayHint} />
        <Button>{words.reviewButton}</Button>
      </PostForm>
      {p.reviews.length > 0 && (
        <>
          <SectionHead>{words.reviewsBefore}</SectionHead>
          <FactList
            stacked
            facts={p.reviews.map(one => ({
              label: words.reviewed(formatDay(one.reviewedOn), p.people.get(one.by ?? '') ?? ''),
              value: one.words,
            }))}
          />
        </>
      )}
    </StaffPage>
  )
}
