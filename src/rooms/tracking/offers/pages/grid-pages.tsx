import type { JSX } from 'preact'
import { type Day, formatDay, shortDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { PostForm, SelectField, TextareaField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { FilterBox, FilterSelect, ListState } from '#web/shell/filter-box.tsx'
import { Change, EmptyState, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { ListPages, type PagePart } from '#web/shell/list-pages.tsx'
import type { Moved } from '../actions/statuses.ts'
import { destinationCodesOf, guaranteeCodesOf, HEADS, type Head, NOT_RECORDED } from '../codes.ts'
import { en, pasteTroubles } from '../grid-words.ts'
import type { PastedTrouble } from '../pasting.ts'
import type { GridRow, Item } from '../status.ts'
import { heads, saidByWords, en as words } from '../words.ts'
import { codeWords, WhoSaid } from './record-page.tsx'

export type GridWanted = {
  readonly place: string
  readonly year: number
  readonly group: 11 | 12
  readonly show: Head | 'every'
}

/** The address of the grid as it is narrowed. */
export function gridHref(wanted: GridWanted, page = 1): string {
  const { place, year, group, show } = wanted
  return `/guarantee?${new URLSearchParams({ place, year: String(year), group: String(group), show, page: String(page) })}`
}

export type GridProps = {
  readonly visitor: Visitor
  readonly wanted: GridWanted
  readonly places: readonly { readonly id: string; readonly name: string }[]
  readonly years: readonly number[]
  readonly part: PagePart<GridRow>
  /** How many stand under each head; undefined where no place was chosen. */
  readonly counts: ReadonlyMap<Head, number> | undefined
  /** The day on which it counted who was at the place. */
  readonly on: Day
  /** What was chosen and is not saved, by its key. */
  readonly chosen: ReadonlyMap<string, string>
  readonly moved: Moved
  readonly saved: number | undefined
  readonly form: FormState
  readonly today: Day
}

/** Who stands where with the guarantee: one row a young person, set in the rows, several in one save. */
export function GridPage(p: GridProps): JSX.Element {
  const { wanted, part } = p
  const pasteHref = `/guarantee/paste?${new URLSearchParams({ place: wanted.place, year: String(wanted.year) })}`
  return (
    <StaffPage visitor={p.visitor} title={en.gridTitle} current="/guarantee" hasErrors={p.form.errors.length > 0}>
      <PageHead
        form={p.form}
        title={en.gridTitle}
        lead={en.gridLead}
        actions={
          <Button href={pasteHref} classes="govuk-button--secondary">
            {en.paste}
          </Button>
        }
      />
      <FilterBox action="/guarantee" summary={en.filter} apply={en.show}>
        <FilterSelect
          id="grid-place"
          name="place"
          label={en.school}
          value={wanted.place}
          options={[{ value: '', text: en.chooseSchool }, ...p.places.map(one => ({ value: one.id, text: one.name }))]}
        />
        <FilterSelect
          id="grid-year"
          name="year"
          label={en.year}
          value={String(wanted.year)}
          options={p.years.map(year => ({ value: String(year), text: String(year) }))}
        />
        <FilterSelect
          id="grid-group"
          name="group"
          label={en.group}
          value={String(wanted.group)}
          options={[11, 12].map(group => ({ value: String(group), text: en.groupOf(group) }))}
        />
        <FilterSelect
          id="grid-show"
          name="show"
          label={en.status}
          value={wanted.show}
          options={[{ value: 'every', text: en.every }, ...HEADS.map(value => ({ value, text: heads[value] }))]}
        />
      </FilterBox>
      {p.saved !== undefined && (
        <p role="status">
          <strong>{en.savedN(p.saved)}</strong>
        </p>
      )}
      <Counts counts={p.counts} />
      {wanted.place !== '' && <p class="cx-quiet">{en.onDay(formatDay(p.on))}</p>}
      {part.rows.length === 0 ? (
        <EmptyState title={en.gridNone}>{en.gridNoneText}</EmptyState>
      ) : (
        <PostForm action="/guarantee" csrfToken={p.visitor.csrfToken}>
          {(['place', 'year', 'group', 'show'] as const).map(name => (
            <input type="hidden" name={name} value={String(wanted[name])} />
          ))}
          <input type="hidden" name="page" value={String(part.page)} />
          {wanted.place !== '' && <ListState count={en.people(part.total)} />}
          <Rows {...p} />
          <SectionHead>{en.saveAll}</SectionHead>
          <p>{en.saveHint}</p>
          <WhoSaid form={p.form} dayLabel={words.saidOnAsk} />
          <Button>{en.saveAll}</Button>
        </PostForm>
      )}
      <ListPages
        page={part.page}
        pages={part.pages}
        hrefOf={page => gridHref(wanted, page)}
        words={{ pages: en.pages, previous: en.previous, next: en.nextPage }}
      />
    </StaffPage>
  )
}

function Counts(p: { readonly counts: GridProps['counts'] }): JSX.Element {
  const { counts } = p
  if (counts === undefined) return <p class="cx-quiet">{en.countsAll}</p>
  const all = [...counts.values()].reduce((sum, n) => sum + n, 0)
  return (
    <>
      <SectionHead aside={en.people(all)}>{en.counts}</SectionHead>
      <DataTable
        caption={en.counts}
        rows={HEADS}
        columns={[
          { key: 'head', heading: en.head, cell: head => heads[head] },
          { key: 'count', heading: en.count, numeric: true, cell: head => String(counts.get(head) ?? 0) },
          {
            key: 'share',
            heading: en.share,
            numeric: true,
            cell: head => (all === 0 ? '' : `${(((counts.get(head) ?? 0) * 100) / all).toFixed(1)} %`),
          },
        ]}
      />
    </>
  )
}

function Rows(p: GridProps): JSX.Element {
  const { group, year } = p.wanted
  const guarantee = guaranteeCodesOf(year, group).map(one => one.code)
  const destination = group === 11 ? destinationCodesOf(year).map(one => one.code) : undefined
  return (
    <DataTable
      caption={en.gridTitle}
      stickyHead
      rows={p.part.rows}
      columns={[
        {
          key: 'who',
          heading: en.who,
          cell: row => (
            <a class="govuk-link" href={`/people/${row.personId}/applications`}>
              {nameOf(row)}
            </a>
          ),
        },
        { key: 'born', heading: en.born, tight: true, cell: row => formatDay(row.bornOn), phone: { label: en.born } },
        {
          key: 'status',
          heading: en.status,
          wide: true,
          cell: row => <Choice {...p} row={row} item="guarantee" codes={guarantee} />,
        },
        ...(destination === undefined
          ? []
          : [
              {
                key: 'wants',
                heading: en.wants,
                wide: true,
                cell: (row: GridRow) => <Choice {...p} row={row} item="destination" codes={destination} />,
              },
            ]),
      ]}
    />
  )
}

/** One list of codes in a row: typing a code chooses it. What stood there when the page was drawn goes along. */
function Choice(
  p: GridProps & { readonly row: GridRow; readonly item: Item; readonly codes: readonly string[] },
): JSX.Element {
  const { row, item } = p
  const stands = row[item]
  const key = `${item}:${row.personId}`
  const start = item === 'guarantee' ? NOT_RECORDED : ''
  const value = p.chosen.get(key) ?? stands?.code ?? start
  const moved = p.moved.get(key)
  const label = `${item === 'guarantee' ? en.status : en.wants}: ${nameOf(row)}`
  // A code that is no longer offered stays to be read.
  const offered = value === '' || p.codes.includes(value) ? p.codes : [value, ...p.codes]
  return (
    <>
      {moved && (
        <p id={`${key}-moved`} class="govuk-error-message">
          {en.colleague(codeWords(item, moved.code, p.wanted.year))}
        </p>
      )}
      <input type="hidden" name={`was:${key}`} value={`${stands?.rowId ?? ''}|${stands?.code ?? start}`} />
      <select
        class="govuk-select cx-table__choice"
        name={key}
        id={key}
        aria-label={label}
        aria-describedby={moved ? `${key}-moved` : undefined}
      >
        {item === 'destination' && <option value="">{en.unset}</option>}
        {offered.map(code => (
          <option value={code} selected={code === value}>
            {codeWords(item, code, p.wanted.year)}
          </option>
        ))}
      </select>
      {stands && <span class="cx-quiet">{`${saidByWords(stands.saidBy)}, ${shortDay(stands.saidOn, p.today)}`}</span>}
    </>
  )
}

function nameOf(row: Pick<GridRow, 'given' | 'family'>): string {
  return `${row.family}, ${row.given}`
}

/** Where rows of a school are pasted. */
export function PastePage(p: {
  readonly visitor: Visitor
  readonly places: GridProps['places']
  readonly year: number
  readonly years: readonly number[]
  readonly form: FormState
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.paste} current="/guarantee" hasErrors={p.form.errors.length > 0}>
      <PageHead form={p.form} title={en.paste} lead={en.pasteLead} back={{ href: '/guarantee', text: en.gridTitle }} />
      <PostForm action={`/guarantee/paste?year=${p.year}`} csrfToken={p.visitor.csrfToken}>
        <SelectField
          form={p.form}
          name="place"
          label={en.school}
          empty=""
          items={p.places.map(one => ({ value: one.id, label: one.name }))}
        />
        <p>
          {en.pasteYear(p.year)}{' '}
          {p.years
            .filter(year => year !== p.year)
            .map(year => (
              <a class="govuk-link" href={`/guarantee/paste?year=${year}`}>
                {words.otherYear(year)}
              </a>
            ))}
        </p>
        <TextareaField form={p.form} name="rows" label={en.pasteAsk} hint={en.pasteHint} rows={12} />
        <Button>{en.look}</Button>
      </PostForm>
    </StaffPage>
  )
}

export type Previewed = { readonly row: GridRow; readonly code: string }

/** What rows of a school would change, and which are to be mended. */
export function PreviewPage(p: {
  readonly visitor: Visitor
  readonly place: string
  readonly year: number
  readonly changes: readonly Previewed[]
  readonly same: number
  readonly troubled: readonly PastedTrouble[]
  readonly moved: Moved
  readonly form: FormState
}): JSX.Element {
  const pasteHref = `/guarantee/paste?${new URLSearchParams({ place: p.place, year: String(p.year) })}`
  return (
    <StaffPage visitor={p.visitor} title={en.previewTitle} current="/guarantee" hasErrors={p.form.errors.length > 0}>
      <PageHead form={p.form} title={en.previewTitle} back={{ href: pasteHref, text: en.pasteAgain }} />
      <SectionHead aside={en.same(p.same)}>{en.wouldChange(p.changes.length)}</SectionHead>
      {p.changes.length === 0 ? (
        <p>{en.applyNothing}</p>
      ) : (
        <PostForm action="/guarantee/paste/apply" csrfToken={p.visitor.csrfToken}>
          <input type="hidden" name="place" value={p.place} />
          <input type="hidden" name="year" value={String(p.year)} />
          <DataTable
            caption={en.previewTitle}
            rows={p.changes}
            columns={[
              { key: 'who', heading: en.who, cell: one => nameOf(one.row) },
              { key: 'born', heading: en.born, tight: true, cell: one => formatDay(one.row.bornOn) },
              {
                key: 'change',
                heading: en.status,
                wide: true,
                cell: one => {
                  const stands = one.row.guarantee
                  const moved = p.moved.get(`guarantee:${one.row.personId}`)
                  return (
                    <>
                      {moved && (
                        <p class="govuk-error-message">{en.colleague(codeWords('guarantee', moved.code, p.year))}</p>
                      )}
                      <input
                        type="hidden"
                        name="row"
                        value={`${one.row.personId}|${one.code}|${stands?.rowId ?? ''}`}
                      />
                      <Change
                        before={codeWords('guarantee', stands?.code ?? NOT_RECORDED, p.year)}
                        after={codeWords('guarantee', one.code, p.year)}
                        words={{ before: en.before, after: en.after }}
                      />
                    </>
                  )
                },
              },
            ]}
          />
          <WhoSaid form={p.form} dayLabel={words.saidOnAsk} />
          <Button>{en.apply}</Button>
        </PostForm>
      )}
      {p.troubled.length > 0 && (
        <>
          <SectionHead>{en.toMend(p.troubled.length)}</SectionHead>
          <DataTable
            caption={en.toMend(p.troubled.length)}
            rows={p.troubled}
            columns={[
              { key: 'line', heading: en.line, cell: one => String(one.line) },
              { key: 'row', heading: en.row, wide: true, cell: one => one.text },
              { key: 'todo', heading: en.whatToDo, wide: true, cell: one => pasteTroubles[one.trouble] },
            ]}
          />
        </>
      )}
    </StaffPage>
  )
}
