import type { JSX } from 'preact'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { maskUpn } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { FileField, PostForm } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Alert } from '#web/shell/alert.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { kinds, reasons } from '../words.ts'
import type { FileSeen, GoodRow, TroubledRow } from './absence-file.ts'
import type { FileTold } from './actions.ts'
import { carriedGood, carriedTroubled } from './carrying.ts'
import { en, lastThere, rowTroubles } from './words.ts'

const HERE = '/absences/file'
const BACK = { href: '/absences', text: en.back }

/** Choosing the file, and what it needs. */
export function FilePage(p: { readonly visitor: Visitor; readonly form: FormState<'file'> }): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.title} current="/absences" hasErrors={p.form.errors.length > 0}>
      <PageHead form={p.form} title={en.title} lead={en.lead} back={BACK} />
      <PostForm action={HERE} csrfToken={p.visitor.csrfToken} multipart>
        <FileField form={p.form} name="file" label={en.file} hint={en.fileHint} accept=".csv,text/csv" />
        <Button>{en.button}</Button>
      </PostForm>
      <SectionHead>{en.needs}</SectionHead>
      <p>{en.needsText}</p>
      <ul class="govuk-list govuk-list--bullet">
        {en.needsLines.map(line => (
          <li>{line}</li>
        ))}
      </ul>
      <p>{en.danger}</p>
      <p>{en.kept}</p>
    </StaffPage>
  )
}

/** Every row as it would be told, what was told of before, and what is to be mended. The page itself carries the rows. */
export function FilePreviewPage(p: { readonly visitor: Visitor; readonly seen: FileSeen }): JSX.Element {
  const { good, before, troubled, columns } = p.seen
  return (
    <StaffPage visitor={p.visitor} title={en.previewTitle} current="/absences">
      <PageHead title={en.previewTitle} lead={en.previewLead} back={{ href: HERE, text: en.again }} />
      {good.length === 0 ? (
        <EmptyState title={en.noneGood}>{en.noneGoodText}</EmptyState>
      ) : (
        <>
          <SectionHead>{en.summary(good.length)}</SectionHead>
          <GoodTable caption={en.summary(good.length)} rows={good} />
          <PostForm action={`${HERE}/tell`} csrfToken={p.visitor.csrfToken}>
            <Carried name="row" values={carriedGood(good)} />
            <div class="cx-buttons">
              <Button>{en.tellAll(good.length)}</Button>
            </div>
          </PostForm>
        </>
      )}
      {troubled.length > 0 && (
        <>
          <SectionHead>{en.troubled(troubled.length)}</SectionHead>
          <p>{en.troubledText}</p>
          <DataTable
            caption={en.troubled(troubled.length)}
            rows={troubled}
            columns={[
              { key: 'row', heading: en.row, cell: one => `${en.row} ${one.row}`, tight: true },
              { key: 'says', heading: en.says, cell: saysOf, phone: { label: en.says } },
              {
                key: 'todo',
                heading: en.todo,
                cell: one => one.troubles.map(why => <div>{rowTroubles[why]}</div>),
                phone: { lead: true },
              },
            ]}
          />
          <PostForm action={`${HERE}/mend`} csrfToken={p.visitor.csrfToken}>
            <Carried name="column" values={columns.map(one => one.column)} />
            <Carried name="row" values={carriedTroubled(columns, troubled)} />
            <div class="cx-buttons">
              <Button classes="govuk-button--secondary">{en.keep}</Button>
            </div>
          </PostForm>
        </>
      )}
      {before.length > 0 && (
        <>
          <SectionHead>{en.before(before.length)}</SectionHead>
          <p>{en.beforeText}</p>
          <GoodTable caption={en.before(before.length)} rows={before} />
        </>
      )}
    </StaffPage>
  )
}

/** What was told, where not all of it could be. */
export function FileToldPage(p: { readonly visitor: Visitor; readonly done: FileTold }): JSX.Element {
  const { told, before, left } = p.done
  return (
    <StaffPage visitor={p.visitor} title={en.resultTitle} current="/absences">
      <PageHead title={en.resultTitle} back={BACK} />
      <Alert kind="note" kindWord={en.done} first={en.told(told, before)} />
      <SectionHead>{en.left(left.length)}</SectionHead>
      <p>{en.leftText}</p>
      <DataTable
        caption={en.left(left.length)}
        rows={left}
        columns={[
          { key: 'who', heading: en.who, cell: one => one.name || en.unnamed },
          { key: 'todo', heading: en.todo, cell: one => rowTroubles[one.why], phone: { lead: true } },
        ]}
      />
    </StaffPage>
  )
}

function Carried(p: { readonly name: string; readonly values: readonly string[] }): JSX.Element {
  return (
    <>
      {p.values.map(value => (
        <input type="hidden" name={p.name} value={value} />
      ))}
    </>
  )
}

function GoodTable(p: { readonly caption: string; readonly rows: readonly GoodRow[] }): JSX.Element {
  return (
    <DataTable
      caption={p.caption}
      rows={p.rows}
      columns={[
        {
          key: 'who',
          heading: en.who,
          cell: one => (
            <a class="govuk-link" href={`/people/${one.personId}`}>
              {one.name}
            </a>
          ),
        },
        { key: 'kind', heading: en.kind, cell: one => kinds[one.telling.kind], phone: { label: en.kind } },
        { key: 'seen', heading: en.lastSeen, cell: lastThere, tight: true, phone: { label: en.lastSeen } },
        { key: 'reason', heading: en.reason, cell: one => reasons[one.telling.reason], phone: { label: en.reason } },
        {
          key: 'words',
          heading: en.words,
          cell: one => [one.telling.words, one.telling.tried].filter(text => text !== '').join(' · ') || '–',
          phone: { label: en.words },
        },
      ]}
    />
  )
}

function saysOf(one: TroubledRow): string {
  return (
    Object.entries(one.cells)
      .map(([field, text]) => (field === 'upn' && text !== '' ? maskUpn(text) : text))
      .filter(text => text !== '')
      .map(text => (text.length > 60 ? `${text.slice(0, 60)}…` : text))
      .join(' · ') || '–'
  )
}
