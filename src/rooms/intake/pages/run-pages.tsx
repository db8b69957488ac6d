import type { ComponentChildren, JSX } from 'preact'
import { dayOf, timeOf } from '#ground/clock.ts'
import { type Day, formatDay, shortDay } from '#ground/day.ts'
import type { JobProgress } from '#ground/jobs/index.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { DayField, ErrorSummaryOf, FileField, PostForm, SelectField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Alert } from '#web/shell/alert.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { ProgressBar, Steps } from '#web/shell/steps.tsx'
import type { Suggestion } from '../actions/runs.ts'
import type { Agreement, Run } from '../run.ts'
import { en, fieldNames, states } from '../words.ts'

export type RunLine = { readonly run: Run; readonly partner: string }

/** Every list that was sent in, the latest first. */
export function ListsPage(p: { visitor: Visitor; today: Day; lines: readonly RunLine[] }): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.lists} current="/lists">
      <PageHead
        title={en.lists}
        lead={en.listsLead}
        actions={
          <>
            <Button href="/agreements" classes="govuk-button--secondary">
              {en.agreements}
            </Button>
            <Button href="/lists/new">{en.send}</Button>
          </>
        }
      />
      {p.lines.length === 0 ? (
        <EmptyState title={en.noLists}>{en.noListsText}</EmptyState>
      ) : (
        <DataTable
          caption={en.lists}
          rows={p.lines}
          columns={[
            {
              key: 'file',
              heading: en.list,
              cell: l => (
                <a class="govuk-link" href={`/lists/${l.run.id}`}>
                  {l.run.fileName}
                </a>
              ),
            },
            { key: 'partner', heading: en.partner, cell: l => l.partner, phone: { lead: true } },
            { key: 'state', heading: en.state, cell: l => stateTag(l.run) },
            {
              key: 'rows',
              heading: en.rows,
              numeric: true,
              cell: l => l.run.rowsRead.toLocaleString('en-GB'),
              phone: { label: en.rows },
            },
            {
              key: 'sent',
              heading: en.sent,
              cell: l => `${shortDay(dayOf(l.run.madeAt), p.today)}, ${timeOf(l.run.madeAt)}`,
              tight: true,
              phone: { label: en.sent },
            },
          ]}
        />
      )}
    </StaffPage>
  )
}

function stateTag(run: Run): JSX.Element {
  const kind = {
    mapping: 'care',
    ready: 'care',
    reading: 'note',
    applying: 'note',
    stopping: 'note',
    undoing: 'note',
    applied: 'good',
    undone: 'quiet',
    cancelled: 'quiet',
    refused: 'stop',
    failed: 'stop',
  } as const
  return <StatusTag kind={kind[run.state]}>{states[run.state]}</StatusTag>
}

/** Choosing a partner and a file. */
export function SendPage(p: {
  visitor: Visitor
  form: FormState<'partner' | 'file'>
  partners: readonly { id: string; name: string }[]
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.send} current="/lists" hasErrors={p.form.errors.length > 0}>
      <PageHead form={p.form} title={en.send} back={{ href: '/lists', text: en.lists }} />
      <PostForm action="/lists/new" csrfToken={p.visitor.csrfToken} multipart>
        <SelectField
          form={p.form}
          name="partner"
          label={en.partner}
          empty=""
          items={p.partners.map(o => ({ value: o.id, label: o.name }))}
        />
        <FileField
          form={p.form}
          name="file"
          label={en.file}
          hint={en.fileHint}
          accept=".csv,.tsv,.txt,.xml,.zip,text/csv,text/xml"
        />
        <Button>{en.sendButton}</Button>
      </PostForm>
    </StaffPage>
  )
}

export type Framed = {
  readonly visitor: Visitor
  readonly run: Run
  readonly partner: string
  readonly agreement: Agreement
}

/** States in which a list has touched no record. */
const NOT_YET: ReadonlySet<Run['state']> = new Set<Run['state']>(['mapping', 'reading', 'ready'])

/** The frame of a list's page: whose, under which agreement, how far. */
export function RunFrame(
  p: Framed & {
    step: number
    actions?: ComponentChildren
    refreshSeconds?: number
    hasErrors?: boolean
    children: ComponentChildren
  },
): JSX.Element {
  const now = p.run.state === 'applied' || p.run.state === 'undone' ? en.steps.length : p.step
  return (
    <StaffPage
      visitor={p.visitor}
      title={`${p.run.fileName}: ${states[p.run.state]}`}
      current="/lists"
      {...(p.refreshSeconds === undefined ? {} : { refreshSeconds: p.refreshSeconds })}
      {...(p.hasErrors === undefined ? {} : { hasErrors: p.hasErrors })}
    >
      <PageHead
        back={{ href: '/lists', text: en.lists }}
        over={p.partner}
        title={p.run.fileName}
        lead={[en.under(formatDay(p.agreement.startedOn)), ...(NOT_YET.has(p.run.state) ? [en.notYet] : [])].join(' ')}
        actions={p.actions}
      />
      <Steps
        label={en.stepsLabel}
        steps={en.steps.map((text, i) => ({
          text,
          state: i < now ? 'done' : i === now ? 'now' : 'next',
          ...(i < now ? { stateWord: en.stepDone } : i === now ? { stateWord: en.stepNow } : {}),
        }))}
      />
      {p.children}
    </StaffPage>
  )
}

export function CancelForm(p: { visitor: Visitor; run: Run }): JSX.Element {
  return (
    <PostForm action={`/lists/${p.run.id}/cancel`} csrfToken={p.visitor.csrfToken}>
      <Button classes="govuk-button--secondary">{en.cancel}</Button>
    </PostForm>
  )
}

/** Which column is what: guessed, shown, corrected here, and remembered. */
export function MappingPage(
  p: Framed & { suggestions: readonly Suggestion[]; trouble: string | undefined; asAt: FormState<'as-at'> },
): JSX.Element {
  const allowed = p.agreement.fields
  return (
    <RunFrame
      {...p}
      step={0}
      actions={<CancelForm visitor={p.visitor} run={p.run} />}
      hasErrors={p.trouble !== undefined || p.asAt.errors.length > 0}
    >
      <ErrorSummaryOf
        form={{
          ...p.asAt,
          errors: [
            ...(p.trouble === undefined ? [] : [{ field: 'column-0', href: '#column-0', message: p.trouble }]),
            ...p.asAt.errors,
          ],
        }}
      />
      <SectionHead>{en.columns}</SectionHead>
      <p class="govuk-body">{en.columnsLead(p.run.columns.length)}</p>
      <PostForm action={`/lists/${p.run.id}/columns`} csrfToken={p.visitor.csrfToken}>
        <DataTable
          caption={en.columns}
          rows={p.suggestions.map((s, i) => ({ ...s, i }))}
          columns={[
            { key: 'column', heading: en.column, cell: s => <label for={`column-${s.i}`}>{s.column}</label> },
            { key: 'sample', heading: en.sample, cell: s => s.sample.slice(0, 40), phone: { label: en.sample } },
            {
              key: 'field',
              heading: en.isField,
              cell: s => (
                <>
                  <select class="govuk-select" id={`column-${s.i}`} name={`column-${s.i}`}>
                    <option value="">{en.dropped}</option>
                    {allowed.map(field => (
                      <option value={field} selected={s.field === field}>
                        {fieldNames[field]}
                      </option>
                    ))}
                  </select>{' '}
                  {s.field !== null && s.confidence < 0.7 && (
                    <StatusTag kind="care" bare>
                      {en.unsure}
                    </StatusTag>
                  )}
                </>
              ),
            },
          ]}
        />
        <DayField form={p.asAt} name="as-at" label={en.asAt} hint={en.asAtHint} />
        <Button>{en.confirm}</Button>
      </PostForm>
    </RunFrame>
  )
}

/** While a list applies: the way to stop it. */
function StopForm(p: { visitor: Visitor; run: Run }): JSX.Element {
  return (
    <PostForm action={`/lists/${p.run.id}/cancel`} csrfToken={p.visitor.csrfToken}>
      <Button classes="govuk-button--warning" attributes={{ 'aria-describedby': 'stop-text' }}>
        {en.stop}
      </Button>
    </PostForm>
  )
}

/** A list at work: how far it is, and until it is done the way to stop it. */
export function ProgressPage(p: Framed & { job: JobProgress | undefined; trouble: string | undefined }): JSX.Element {
  const done = p.job?.done ?? 0
  const total = p.job?.total ?? null
  return (
    <RunFrame
      {...p}
      step={p.run.state === 'reading' ? 1 : 3}
      // A sentence that says why something cannot be done stays until it is read.
      {...(p.trouble === undefined ? { refreshSeconds: 2 } : { hasErrors: true })}
      actions={
        p.run.state === 'reading' ? (
          <CancelForm visitor={p.visitor} run={p.run} />
        ) : p.run.state === 'applying' ? (
          <StopForm visitor={p.visitor} run={p.run} />
        ) : null
      }
    >
      {p.trouble !== undefined && (
        <Alert kind="stop" kindWord={en.notStopped} first={en.notStopped}>
          {p.trouble}
        </Alert>
      )}
      <ProgressBar
        id="progress"
        label={states[p.run.state]}
        done={done}
        total={total ?? Math.max(done, 1)}
        words={total === null ? en.progressUnknown(done) : en.progress(done, total)}
        live
      >
        {en.leave}
      </ProgressBar>
      {p.run.state === 'applying' && (
        <p class="cx-quiet" id="stop-text">
          {en.stopText}
        </p>
      )}
    </RunFrame>
  )
}

/** A list that was sent back, cancelled or failed. */
export function EndedPage(p: Framed): JSX.Element {
  return (
    <RunFrame {...p} step={0}>
      <Alert
        kind={p.run.state === 'cancelled' ? 'note' : 'stop'}
        kindWord={states[p.run.state]}
        first={p.run.state === 'refused' ? en.refused : states[p.run.state]}
      >
        {p.run.state === 'cancelled' ? en.cancelledText : p.run.refusal}
      </Alert>
      <Button href="/lists/new">{en.send}</Button>
    </RunFrame>
  )
}
