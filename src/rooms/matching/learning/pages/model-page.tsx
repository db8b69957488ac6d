import type { JSX } from 'preact'
import { dayOf } from '#ground/clock.ts'
import { formatDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { PostForm } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Alert } from '#web/shell/alert.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { FactList, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { signed } from '../../comparing/compared.tsx'
import type { ModelDocument } from '../../weighing/document.ts'
import { about, compareModels, type WeightCompared } from '../rules.ts'
import type { ModelInBrief } from '../store.ts'
import { en, levelName, lineName, modelStates, ofHundred } from '../words.ts'
import { whyOf } from './models-page.tsx'

export type ModelShown = {
  readonly model: ModelInBrief
  readonly document: ModelDocument
  /** What is in use now; the careful figures where nothing is learned. */
  readonly live: ModelDocument
  readonly isLive: boolean
  readonly names: ReadonlyMap<string, string>
}

/** A model beside the one in use, line by line. */
export function ModelPage(p: { visitor: Visitor; shown: ModelShown; trouble?: string | undefined }): JSX.Element {
  const { model, document, live, isLive, names } = p.shown
  const compared = compareModels(live, document)
  const changed = compared.filter(c => c.isChanged)
  return (
    <StaffPage
      visitor={p.visitor}
      title={`${en.model} ${en.number(model.generation)}`}
      current="/matching/models"
      hasErrors={p.trouble !== undefined}
    >
      <PageHead
        back={{ href: '/matching/models', text: en.title }}
        title={`${en.model} ${en.number(model.generation)}`}
        lead={isLive ? en.thisIsLive : en.compareLead}
        actions={
          <>
            <Button href={`/matching/models/${model.id}/export.json`} classes="govuk-button--secondary">
              {en.exportIt}
            </Button>
            {model.state === 'past' && (
              <PostForm action={`/matching/models/${model.id}/back`} csrfToken={p.visitor.csrfToken}>
                <Button attributes={{ 'aria-describedby': 'back-text' }}>{en.goBack}</Button>
              </PostForm>
            )}
          </>
        }
      />
      {p.trouble !== undefined && <Alert kind="stop" kindWord={en.careWord} first={p.trouble} />}
      <FactList
        facts={[
          { label: en.state, value: modelStates[model.state] },
          { label: en.made, value: formatDay(dayOf(model.madeAt)) },
          { label: en.why, value: whyOf(model, names) },
          { label: en.from, value: en.rowsOfPeople(about(document.records), about(document.people)) },
          { label: en.took, value: en.seconds(document.seconds) },
          { label: en.finds, value: en.findsFact(ofHundred(document.recall)) },
          { label: en.threshold, value: signed(document.threshold.link) },
        ]}
      />
      {model.state === 'past' && (
        <p class="cx-quiet" id="back-text">
          {en.goBackText}
        </p>
      )}
      {!isLive && (
        <>
          <SectionHead>{en.changed(changed.length)}</SectionHead>
          {changed.length > 0 && <Weights caption={en.isChanged} rows={changed} />}
          <SectionHead>{en.allLines}</SectionHead>
          <Weights caption={en.allLines} rows={compared} />
        </>
      )}
    </StaffPage>
  )
}

function Weights(p: { caption: string; rows: readonly WeightCompared[] }): JSX.Element {
  return (
    <DataTable
      caption={p.caption}
      rows={p.rows}
      columns={[
        { key: 'line', heading: en.line, cell: c => lineName(c.line) },
        { key: 'how', heading: en.how, cell: c => levelName(c.line, c.level), phone: { lead: true } },
        {
          key: 'now',
          heading: en.weightNow,
          numeric: true,
          cell: c => weightOf(c.now),
          phone: { label: en.weightNow },
        },
        {
          key: 'then',
          heading: en.weightThen,
          numeric: true,
          cell: c => weightOf(c.then),
          phone: { label: en.weightThen },
        },
        {
          key: 'changed',
          heading: en.isChanged,
          hidesHeading: true,
          cell: c =>
            c.isChanged ? (
              <StatusTag kind="note" bare>
                {en.isChanged}
              </StatusTag>
            ) : null,
        },
      ]}
    />
  )
}

function weightOf(bits: number | null): string {
  return bits === null || !Number.isFinite(bits) ? en.none : signed(bits)
}
