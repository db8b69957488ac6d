import type { JSX } from 'preact'
import { type Day, formatDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { FactList, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { faultSentence } from '../../reading/words.ts'
import { fieldNames } from '../../words.ts'
import type { PartnerQuality, PartnerRows } from '../actions.ts'
import { type MeasureName, shareOf, worstFirst } from '../rules.ts'
import type { Conflict, OnList } from '../store.ts'
import { adviceWords, countAndShare, en, kindWords, measureWords } from '../words.ts'
import { lastList } from './quality-page.tsx'

export type PartnerShown = {
  readonly quality: PartnerQuality
  readonly rows: PartnerRows
  readonly partners: ReadonlyMap<string, string>
}

/** Of each kind so many examples are shown. */
export const EXAMPLES = 5

/** One partner's lists: the worst first, with examples of its own rows. */
export function PartnerPage(p: { visitor: Visitor; today: Day; shown: PartnerShown }): JSX.Element {
  const { quality } = p.shown
  const worst = worstFirst(quality.measures)
  const found = worst.filter(m => m.count > 0)
  return (
    <StaffPage visitor={p.visitor} title={`${quality.partner.name}: ${en.title}`} current="/matching/quality">
      <PageHead
        back={{ href: '/matching/quality', text: en.title }}
        title={quality.partner.name}
        lead={en.worstFirst}
        actions={
          <Button href={`/matching/quality/${quality.partner.id}/rows.csv`} classes="govuk-button--secondary">
            {en.getRows}
          </Button>
        }
      />
      <Facts {...p} />
      <SectionHead>{found.length === 0 ? en.nothingWrong : en.title}</SectionHead>
      <DataTable
        caption={en.title}
        classes="cx-table--words"
        rows={worst}
        columns={[
          { key: 'what', heading: en.what, cell: m => measureWords[m.name] },
          {
            key: 'many',
            heading: en.howMany,
            numeric: true,
            cell: m => countAndShare(m.count, shareOf(m)),
            phone: { label: en.howMany },
          },
          {
            key: 'do',
            heading: en.toDo,
            wide: true,
            cell: m => (m.count === 0 ? '' : adviceWords[m.name]),
            phone: { lead: true },
          },
        ]}
      />
      {found.map(m => (
        <Examples name={m.name} count={m.count} shown={p.shown} />
      ))}
    </StaffPage>
  )
}

function Facts({ shown, today }: { shown: PartnerShown; today: Day }): JSX.Element {
  const { people, rhythm, lists } = shown.quality
  return (
    <FactList
      facts={[
        { label: en.onLists, value: en.youngPeople(people) },
        { label: en.lastList, value: lastList(shown.quality, today) },
        {
          label: en.usual,
          value: rhythm?.usualDays == null ? en.notUsual : en.everyDays(rhythm.usualDays),
        },
        ...(rhythm?.lateFrom == null ? [] : [{ label: en.lateFrom, value: formatDay(rhythm.lateFrom) }]),
        {
          label: en.lists,
          value: lists.map(list => (
            <div>
              <a class="govuk-link" href={`/lists/${list.id}`}>
                {list.fileName}
              </a>{' '}
              ({en.ofRows(list.rows)})
            </div>
          )),
        },
      ]}
    />
  )
}

function Examples(p: { name: MeasureName; count: number; shown: PartnerShown }): JSX.Element | null {
  const { rows } = p.shown
  switch (p.name) {
    case 'no-postcode':
    case 'no-upn':
    case 'no-uln':
      return <People title={en.examples(measureWords[p.name])} people={rows.missing[p.name]} count={p.count} />
    case 'objections':
      return <People title={en.examples(measureWords[p.name])} people={rows.objections} count={p.count} />
    case 'shared-number':
    case 'two-numbers':
      return (
        <Conflicts
          title={en.examples(measureWords[p.name])}
          conflicts={rows.conflicts.filter(c => c.measure === p.name)}
          shown={p.shown}
        />
      )
    case 'to-mend':
      return <Faults shown={p.shown} />
    case 'questions':
    case 'bad-number':
      // Questions have a page of their own; a bad number stands among the rows to mend.
      return null
    default:
      return p.name satisfies never
  }
}

function People(p: { title: string; people: readonly OnList[]; count: number }): JSX.Element {
  const shown = p.people.slice(0, EXAMPLES)
  return (
    <>
      <SectionHead>{p.title}</SectionHead>
      <ul class="govuk-list govuk-list--bullet">
        {shown.map(person => (
          <li>
            <PersonLink {...person} />
          </li>
        ))}
      </ul>
      {p.count > shown.length && <p class="cx-quiet">{en.more(p.count - shown.length)}</p>}
    </>
  )
}

function PersonLink(p: OnList): JSX.Element {
  return (
    <a class="govuk-link" href={`/people/${p.personId}`}>
      {p.given} {p.family}
    </a>
  )
}

function Conflicts(p: { title: string; conflicts: readonly Conflict[]; shown: PartnerShown }): JSX.Element {
  const shown = p.conflicts.slice(0, EXAMPLES)
  return (
    <>
      <SectionHead>{p.title}</SectionHead>
      <ul class="govuk-list govuk-list--bullet">
        {shown.map(conflict => (
          <li>
            <PersonLink {...conflict} />: {conflictWords(conflict, p.shown.partners)}
          </li>
        ))}
      </ul>
      {p.conflicts.length > shown.length && <p class="cx-quiet">{en.more(p.conflicts.length - shown.length)}</p>}
    </>
  )
}

/** Which kind of number, and who said the other one. */
function conflictWords(c: Conflict, partners: ReadonlyMap<string, string>): string {
  const other = c.otherOrganisationId
  const who =
    other === null ? en.nobodyOfPartners : other === c.organisationId ? en.itself : (partners.get(other) ?? en.another)
  return en.saidBy(kindWords[c.kind], who)
}

function Faults({ shown }: { shown: PartnerShown }): JSX.Element {
  const { faults, faultsByColumn } = shown.rows
  const names = new Map(shown.quality.lists.map(l => [l.id, l.fileName]))
  return (
    <>
      <SectionHead>{en.byColumn}</SectionHead>
      <DataTable
        caption={en.byColumn}
        classes="cx-table--words"
        rows={faultsByColumn}
        columns={[
          { key: 'column', heading: en.column, cell: f => fieldNames[f.field] },
          {
            key: 'wrong',
            heading: en.wrong,
            wide: true,
            cell: f => faultSentence({ trouble: f.trouble, suggestion: null }),
            phone: { lead: true },
          },
          { key: 'rows', heading: en.rows, numeric: true, cell: f => String(f.rows), phone: { label: en.rows } },
        ]}
      />
      <SectionHead>{en.examples(measureWords['to-mend'])}</SectionHead>
      <DataTable
        caption={measureWords['to-mend']}
        classes="cx-table--words"
        rows={faults.slice(0, EXAMPLES)}
        columns={[
          { key: 'row', heading: en.row, cell: f => `${en.row} ${f.row}` },
          {
            key: 'list',
            heading: en.list,
            cell: f => (
              <a class="govuk-link" href={`/lists/${f.runId}`}>
                {names.get(f.runId) ?? ''}
              </a>
            ),
            phone: { label: en.list },
          },
          {
            key: 'wrong',
            heading: en.wrong,
            wide: true,
            cell: f => `${f.column || fieldNames[f.field]}: ${faultSentence({ trouble: f.trouble, suggestion: null })}`,
            phone: { lead: true },
          },
        ]}
      />
    </>
  )
}
