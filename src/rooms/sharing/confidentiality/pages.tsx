import type { JSX } from 'preact'
import { type Day, formatDay, isAfter } from '#ground/day.ts'
import type { RowId } from '#ground/ids.ts'
import { StaffPage, type Visitor, YoungPage } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { DayField, ErrorSummaryOf, PostForm, RadiosField, TextareaField } from '#web/form/fields.tsx'
import { BackLink } from '#web/govuk/back-link.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Details } from '#web/govuk/details.tsx'
import { HARMLESS } from '#web/govuk/exit-this-page.tsx'
import { EmptyState, FactList, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { inForceOn, type ReadStanding } from './rules.ts'
import { HOWS, type Reading, type Statement, UNDERSTOOD } from './statement.ts'
import { StatementWords } from './statement-words.tsx'
import { en, hows, standings, understoods } from './words.ts'

type Names = ReadonlyMap<string, string>

/** Every version: the one in force in full, the others behind a line each. */
export function StatementsPage(p: {
  readonly visitor: Visitor
  readonly statements: readonly Statement[]
  readonly names: Names
  readonly mayWrite: boolean
  readonly today: Day
}): JSX.Element {
  const inForce = inForceOn(p.statements, p.today)
  const ahead = p.statements.filter(one => isAfter(one.fromDay, p.today))
  const before = p.statements.filter(one => one !== inForce && !ahead.includes(one))
  const by = (one: Statement) => en.madeBy(p.names.get(one.madeBy) ?? '')
  const add = p.mayWrite ? <Button href="/confidentiality/new">{en.add}</Button> : undefined
  return (
    <StaffPage visitor={p.visitor} title={en.title} current="/confidentiality">
      <PageHead title={en.title} lead={en.lead} />
      {p.statements.length === 0 ? (
        <EmptyState title={en.none} action={add}>
          {en.noneText}
        </EmptyState>
      ) : (
        <>
          {add && <div class="cx-buttons">{add}</div>}
          {ahead.map(one => (
            <Details summary={en.ahead(one.number, formatDay(one.fromDay))}>
              <StatementWords statement={one} heads={en} />
              <p class="cx-quiet">{by(one)}</p>
            </Details>
          ))}
          {inForce && (
            <>
              <SectionHead>{en.inForce(inForce.number, formatDay(inForce.fromDay))}</SectionHead>
              <StatementWords statement={inForce} heads={en} />
              <p class="cx-quiet">{by(inForce)}</p>
            </>
          )}
          {before.length > 0 && <SectionHead>{en.before}</SectionHead>}
          {before.map(one => (
            <Details summary={en.beforeOf(one.number, formatDay(one.fromDay))}>
              <StatementWords statement={one} heads={en} />
              <p class="cx-quiet">{by(one)}</p>
            </Details>
          ))}
        </>
      )}
    </StaffPage>
  )
}

/** A new version, beginning with the words before, or with those offered. */
export function StatementPage(p: {
  readonly visitor: Visitor
  readonly form: FormState
  /** The number of the newest version the page was drawn from. */
  readonly seen: number
}): JSX.Element {
  const fields = (['stays', 'told', 'rights'] as const).map(part => (
    <TextareaField form={p.form} name={part} label={en[part]} rows={6} />
  ))
  return (
    <StaffPage visitor={p.visitor} title={en.newTitle} hasErrors={p.form.errors.length > 0}>
      <BackLink href="/confidentiality">{en.title}</BackLink>
      <ErrorSummaryOf form={p.form} />
      <PageHead title={en.newTitle} lead={en.newLead} />
      <PostForm action="/confidentiality/new" csrfToken={p.visitor.csrfToken}>
        <input type="hidden" name="seen" value={String(p.seen)} />
        {fields}
        <DayField form={p.form} name="from-day" label={en.fromDay} />
        <div class="cx-buttons">
          <Button>{en.save}</Button>
        </div>
      </PostForm>
    </StaffPage>
  )
}

const TONES: Readonly<Record<ReadStanding, 'good' | 'care' | 'late'>> = {
  nothing: 'care',
  never: 'late',
  'to-confirm': 'care',
  'not-understood': 'care',
  older: 'care',
  read: 'good',
}

/** Whether it was read with somebody: one line, with its tone. */
export function ReadStandingTag({ standing }: { readonly standing: ReadStanding }): JSX.Element {
  return (
    <StatusTag kind={TONES[standing]} bare>
      {standings[standing]}
    </StatusTag>
  )
}

/** When it was read with somebody, and what they said. */
export function ReadingsPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly readings: readonly Reading[]
  readonly standing: ReadStanding
  readonly names: Names
  readonly mayRead: boolean
  /** May make a link to their own pages. */
  readonly maySend: boolean
  readonly mayWriteStatement: boolean
  readonly mayCorrect: boolean
  /** The newest, where they read it by their link and nobody has spoken of it with them yet. */
  readonly toConfirm: RowId | undefined
  readonly form: FormState
}): JSX.Element {
  const { person } = p.frame
  const here = `/people/${person.id}/confidentiality`
  const read = p.mayRead && p.standing !== 'nothing' && (
    <Button href={`${here}/read`} {...(p.standing === 'read' ? { classes: 'govuk-button--secondary' } : {})}>
      {p.readings.length === 0 ? en.readWith : en.readAgain}
    </Button>
  )
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={en.personTitle(person.given)} form={p.form}>
      <p>
        <ReadStandingTag standing={p.standing} />
      </p>
      <div class="cx-buttons">
        {read}
        {p.mayRead && p.maySend && p.standing !== 'nothing' && (
          <Button href={`/people/${person.id}/plan/link`} classes="govuk-button--secondary">
            {en.sendLink}
          </Button>
        )}
        {p.standing === 'nothing' && p.mayWriteStatement && <Button href="/confidentiality/new">{en.write}</Button>}
      </div>
      {p.readings.length === 0 ? (
        <EmptyState title={en.noReadings}>{en.noReadingsText}</EmptyState>
      ) : (
        <SectionHead>{en.readings}</SectionHead>
      )}
      {p.readings.map(one => (
        <section aria-labelledby={`reading-${one.rowId}`}>
          <h3 class="govuk-heading-s" id={`reading-${one.rowId}`}>
            {(one.linkId === null ? en.lineOf : en.lineByLink)(
              formatDay(one.readOn),
              one.number,
              p.names.get(one.readBy) ?? '',
            )}
          </h3>
          <FactList
            facts={[
              { label: en.how, value: hows[one.how] },
              { label: one.linkId === null ? en.understood : en.saysUnderstood, value: understoods[one.understood] },
              ...(one.said === '' ? [] : [{ label: en.said, value: `“${one.said}”` }]),
              ...(one.wishes === '' ? [] : [{ label: en.wishes, value: `“${one.wishes}”` }]),
              ...(one.confirmed === null || one.confirmedOn === null || one.confirmedBy === null
                ? []
                : [
                    {
                      label: en.found,
                      value: en.foundBy(
                        understoods[one.confirmed],
                        formatDay(one.confirmedOn),
                        p.names.get(one.confirmedBy) ?? '',
                      ),
                    },
                  ]),
            ]}
          />
          {p.mayRead && one.rowId === p.toConfirm && (
            <PostForm action={`${here}/${one.rowId}/confirm`} csrfToken={p.visitor.csrfToken}>
              <RadiosField
                form={p.form}
                name="found"
                label={en.confirmQuestion}
                classes="govuk-radios--small"
                items={UNDERSTOOD.map(value => ({ value, label: understoods[value] }))}
              />
              <Button>{en.confirm}</Button>
            </PostForm>
          )}
          {p.mayCorrect && (
            <p>
              <a class="govuk-link" href={`/people/${one.personId}/misfiled/reading/${one.rowId}`}>
                {en.misfiled}
              </a>
            </p>
          )}
        </section>
      ))}
    </FramedPage>
  )
}

/**
 * For the young person to read, or to hear; then what they say it means. The screen is turned to them: no alert, no note of whoever works with them and nobody
 * else's name stands on it (K2, K4).
 */
export function ReadPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly statement: Statement
  readonly form: FormState
}): JSX.Element {
  const { person } = p.frame
  const list = `/people/${person.id}/confidentiality`
  return (
    <YoungPage
      language="en"
      title={en.readTitle(person.given)}
      hasErrors={p.form.errors.length > 0}
      head={
        <>
          <h1>{en.readTitle(person.given)}</h1>
          <p>{en.readLead}</p>
        </>
      }
      leaveHref={HARMLESS}
      worried={{ href: `/concerns/new?about=${person.id}`, text: en.worried }}
    >
      <ErrorSummaryOf form={p.form} />
      <StatementWords statement={p.statement} heads={en} level="h2" />
      <PostForm action={`${list}/read`} csrfToken={p.visitor.csrfToken}>
        <input type="hidden" name="statement" value={p.statement.rowId} />
        <RadiosField
          form={p.form}
          name="how"
          label={en.howQuestion}
          classes="govuk-radios--small"
          items={HOWS.map(value => ({ value, label: hows[value] }))}
        />
        <RadiosField
          form={p.form}
          name="understood"
          label={en.understoodQuestion}
          classes="govuk-radios--small"
          items={UNDERSTOOD.map(value => ({ value, label: understoods[value] }))}
        />
        <TextareaField form={p.form} name="said" label={en.saidQuestion} hint={en.saidHint} rows={3} />
        <TextareaField form={p.form} name="wishes" label={en.wishesQuestion} rows={3} />
        <div class="cx-buttons">
          <Button>{en.keep}</Button>
        </div>
      </PostForm>
      <p>
        <a class="govuk-link" href={list}>
          {en.backToAdviser}
        </a>
      </p>
    </YoungPage>
  )
}
