import type { JSX } from 'preact'
import { characteristicLabel } from '#rooms/people/index.ts'
import { PostForm } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Alert } from '#web/shell/alert.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { Change, EmptyState, FactList, SectionHead } from '#web/shell/layout.tsx'
import { CountTabs } from '#web/shell/steps.tsx'
import { faultSentence } from '../reading/words.ts'
import type { RunRow, Verdict } from '../run.ts'
import { en, fieldNames, verdicts, whys } from '../words.ts'

import { CancelForm, type Framed, RunFrame } from './run-pages.tsx'

export type PreviewView = Framed & {
  readonly verdict: Verdict | 'missing'
  readonly rows: readonly RunRow[]
  readonly more: number
  readonly faults: readonly RunRow[]
  /** Characteristics whose values nobody sees on their way, and how many rows carry each. */
  readonly heldBack: readonly { readonly code: string; readonly count: number }[]
  /** Of an applied list: the newer one that is about some of the same people, and is undone first. */
  readonly newer: { readonly id: string; readonly fileName: string } | undefined
  /** Of an applied list: where the joining of records it names is undone first. */
  readonly joinedHref: string | undefined
}

/** What a list would change, by kind; after applying, what it changed. */
export function PreviewPage(p: PreviewView): JSX.Element {
  const { run } = p
  const base = `/lists/${run.id}`
  const counts = {
    new: run.counts.new,
    changed: run.counts.changed,
    same: run.counts.same,
    missing: run.counts.missing,
    question: run.counts.question,
  }
  const signs = { new: '+', changed: '→', same: '=', missing: '○', question: '▲' } as const
  return (
    <RunFrame {...p} step={2} actions={<PreviewActions {...p} />}>
      {run.state === 'undone' && (
        <Alert kind="note" kindWord={en.undo} first={en.undone}>
          {en.undoneText}
        </Alert>
      )}
      <CountTabs
        label={en.counts}
        tabs={(Object.keys(counts) as (keyof typeof counts)[]).map(key => ({
          href: `${base}?show=${key}`,
          count: counts[key].toLocaleString('en-GB'),
          sign: signs[key],
          text: verdicts[key],
          current: p.verdict === key,
        }))}
      />
      <SectionHead>{verdicts[p.verdict]}</SectionHead>
      {p.verdict === 'missing' && <p class="govuk-body">{en.missingText}</p>}
      {p.rows.length === 0 ? (
        p.verdict !== 'missing' && <EmptyState title={en.nothingHere}>{en.nothingHereText}</EmptyState>
      ) : (
        <RowsTable {...p} />
      )}
      {p.more > 0 && <p class="cx-quiet">{en.more(p.more)}</p>}
      {run.counts.fault > 0 && (
        <>
          <SectionHead
            aside={
              <a class="govuk-link" href={`${base}/to-mend.csv`}>
                {en.getRows} ({run.counts.fault})
              </a>
            }
          >
            {en.toMend}
          </SectionHead>
          <p class="govuk-body">{en.toMendLead}</p>
          <FaultsTable rows={p.faults} />
        </>
      )}
      {run.counts.notKept > 0 && <p class="cx-quiet">{en.notKept(run.counts.notKept)}</p>}
      {p.heldBack.length > 0 && (
        <>
          <SectionHead>{en.heldBack}</SectionHead>
          <p class="govuk-body">{en.heldBackText}</p>
          <FactList
            facts={p.heldBack.map(h => ({ label: characteristicLabel(h.code), value: en.heldBackRows(h.count) }))}
          />
        </>
      )}
      {run.leftOut.length > 0 && (
        <>
          <SectionHead>{en.leftOut}</SectionHead>
          <p class="cx-quiet">{en.leftOutText(run.leftOut.join(', '))}</p>
        </>
      )}
      {run.state === 'applied' && (
        <>
          <SectionHead>{en.undo}</SectionHead>
          {p.newer === undefined && p.joinedHref !== undefined ? (
            <Alert kind="care" kindWord={en.undo} first={`${en.joinedFirst}.`}>
              {en.joinedText}{' '}
              <a class="govuk-link" href={p.joinedHref}>
                {en.joinedLink}
              </a>
            </Alert>
          ) : p.newer === undefined ? (
            <>
              <p class="govuk-body">{en.undoText}</p>
              <PostForm action={`${base}/undo`} csrfToken={p.visitor.csrfToken}>
                <Button classes="govuk-button--warning">{en.undoButton}</Button>
              </PostForm>
            </>
          ) : (
            <Alert kind="care" kindWord={en.undo} first={`${en.newerFirst}.`}>
              {en.newerText}{' '}
              <a class="govuk-link" href={`/lists/${p.newer.id}`}>
                {p.newer.fileName}
              </a>
            </Alert>
          )}
        </>
      )}
    </RunFrame>
  )
}

function PreviewActions(p: PreviewView): JSX.Element | null {
  if (p.run.state !== 'ready') return null
  return (
    <>
      <CancelForm visitor={p.visitor} run={p.run} />
      <PostForm action={`/lists/${p.run.id}/apply`} csrfToken={p.visitor.csrfToken}>
        <Button>{en.apply}</Button>
      </PostForm>
    </>
  )
}

function RowsTable(p: PreviewView): JSX.Element {
  const who = (r: RunRow) =>
    // The same for every row: whose record its reader may not know is not to be told by a link that is missing (K8).
    r.verdict === 'changed' ? (
      <a class="govuk-link" href={`/lists/${p.run.id}/rows/${r.row}`}>
        {r.shownName}
      </a>
    ) : (
      r.shownName
    )
  return (
    <DataTable
      caption={verdicts[p.verdict]}
      rows={p.rows}
      columns={[
        { key: 'row', heading: en.row, cell: r => String(r.row), phone: { label: en.row } },
        { key: 'who', heading: en.who, cell: who, phone: { lead: true } },
        ...(p.verdict === 'changed'
          ? [
              {
                key: 'what',
                heading: en.nowNew,
                cell: (r: RunRow) =>
                  r.changes.map(c => (
                    <div>
                      {c.what}:{' '}
                      <Change before={c.before} after={c.after} words={{ before: en.before, after: en.after }} />
                    </div>
                  )),
              },
            ]
          : []),
        { key: 'why', heading: en.why, cell: r => whys[r.why] ?? r.why, phone: { label: en.why } },
      ]}
    />
  )
}

function FaultsTable(p: { rows: readonly RunRow[] }): JSX.Element {
  return (
    <DataTable
      caption={en.toMend}
      rows={p.rows}
      columns={[
        { key: 'row', heading: en.row, cell: r => String(r.row), phone: { label: en.row } },
        {
          key: 'wrong',
          heading: en.wrong,
          cell: r =>
            r.faults.map(f => (
              <div>
                <strong>{f.column || fieldNames[f.field]}</strong>{' '}
                <span class="cx-bad">{f.value === '' ? en.empty : f.value}</span> {faultSentence(f)}
              </div>
            )),
        },
      ]}
    />
  )
}
