import type { JSX } from 'preact'
import { formatDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { CheckboxesField, FileField, type OptionItem, PostForm, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Select } from '#web/govuk/select.tsx'
import { Alert } from '#web/shell/alert.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { DISCLOSURES } from '../organisation.ts'
import { disclosures, kinds } from '../words.ts'
import { PHASES } from './establishment.ts'
import { GROUPS, type Group, type Grouped, type PreviewForm, type RegisterForm, tellsName } from './forms.ts'
import { addressOf, type Proposal } from './propose.ts'
import type { Applied, RegisterReading } from './store.ts'
import { en, fieldWords, leftWords, phaseWords, rowTroubles } from './words.ts'

const ADDRESS = '/organisations/register'

/** Choosing the file, and of what it is read. */
export function RegisterPage(p: { visitor: Visitor; form: RegisterForm }): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.title} current="/organisations" hasErrors={p.form.errors.length > 0}>
      <PageHead form={p.form} title={en.title} lead={en.lead} back={{ href: '/organisations', text: en.back }} />
      <PostForm action={ADDRESS} csrfToken={p.visitor.csrfToken} multipart>
        <FileField form={p.form} name="file" label={en.file} hint={en.fileHint} accept=".csv,text/csv" />
        <TextField
          form={p.form}
          name="authorities"
          label={en.authorities}
          hint={en.authoritiesHint}
          autocomplete="off"
          classes="govuk-input--width-20"
        />
        <CheckboxesField
          form={p.form}
          name="phases"
          label={en.phases}
          items={PHASES.map(value => ({ value, label: phaseWords[value] }))}
        />
        <Button>{en.look}</Button>
      </PostForm>
    </StaffPage>
  )
}

/** What a register would change, each line with a box. */
export function RegisterPreviewPage(p: {
  visitor: Visitor
  reading: RegisterReading
  shown: Grouped
  /** Lines that are left for the next time. */
  more: number
  form: PreviewForm
}): JSX.Element {
  const { reading } = p
  const chosen = reading.authorities.length === 0 ? en.noneChosen : en.chosen(reading.authorities.join(', '))
  const isEmpty = GROUPS.every(group => p.shown[group].length === 0)
  return (
    <StaffPage
      visitor={p.visitor}
      title={en.previewTitle}
      current="/organisations"
      hasErrors={p.form.errors.length > 0}
    >
      <PageHead
        form={p.form}
        title={en.previewTitle}
        lead={`${en.read(reading.rows.toLocaleString('en-GB'), reading.fileName)} ${chosen}`}
        back={{ href: ADDRESS, text: en.title }}
      />
      {reading.applied !== null && <Outcome applied={reading.applied} />}
      {isEmpty ? (
        <EmptyState title={en.nothing}>{en.nothingText}</EmptyState>
      ) : (
        <PostForm action={`${ADDRESS}/${reading.id}`} csrfToken={p.visitor.csrfToken}>
          {GROUPS.filter(group => p.shown[group].length > 0).map(group => (
            <CheckboxesField
              form={p.form}
              name={group}
              label={legends[group](p.shown[group].length)}
              hint={hints[group]}
              items={p.shown[group].map(itemOf)}
            />
          ))}
          {p.more > 0 && <p class="govuk-body">{en.more(p.more)}</p>}
          <Button>{en.apply}</Button>
        </PostForm>
      )}
      {reading.faultCount > 0 && (
        <>
          <SectionHead>{en.faults(reading.faultCount.toLocaleString('en-GB'))}</SectionHead>
          <p class="govuk-body">{en.faultsText}</p>
          <DataTable
            caption={en.faults(String(reading.faultCount))}
            rows={reading.faults}
            columns={[
              { key: 'row', heading: en.row, cell: f => f.row, phone: { lead: true } },
              { key: 'why', heading: en.why, cell: f => rowTroubles[f.trouble] },
              { key: 'said', heading: en.said, cell: f => f.value || '–', phone: { label: en.said } },
            ]}
          />
        </>
      )}
    </StaffPage>
  )
}

const legends: Readonly<Record<Group, (n: number) => string>> = {
  add: en.add,
  fill: en.fill,
  differ: en.differ,
  close: en.close,
}
const hints: Readonly<Record<Group, string | undefined>> = {
  add: en.addHint,
  fill: undefined,
  differ: en.differHint,
  close: en.closeHint,
}

function Outcome(p: { applied: Applied }): JSX.Element {
  const { added, changed, sites, closed, left } = p.applied
  return (
    <>
      <Alert kind="note" kindWord={en.done} first={en.done}>
        {en.outcome(added, changed, sites, closed)}
      </Alert>
      {left.length > 0 && (
        <>
          <SectionHead>{en.left}</SectionHead>
          <DataTable
            caption={en.left}
            rows={left}
            columns={[
              { key: 'name', heading: en.organisation, cell: l => l.name },
              { key: 'why', heading: en.why, cell: l => leftWords[l.why] ?? l.why },
            ]}
          />
        </>
      )}
    </>
  )
}

function itemOf(one: Proposal): OptionItem {
  return {
    value: one.key,
    label: one.name,
    hint: hintOf(one),
    conditional: one.what === 'add' ? tellsBox(one) : undefined,
  }
}

/** What a line would do, in words. */
export function hintOf(one: Proposal): string {
  switch (one.what) {
    case 'add': {
      const { kind, urn } = one.establishment
      return [en.numbers(kinds[kind], urn), addressOf(one.establishment)].filter(part => part !== '').join('. ')
    }
    case 'change':
      return en.fromTo(fieldWords[one.field], one.from ?? en.nobody, one.to)
    case 'site':
      return en.fromTo(en.address, one.from || en.nobody, one.to)
    case 'close':
      return [
        one.on === null ? en.closedSome : en.closedOn(formatDay(one.on)),
        ...(one.successor === null ? [] : [en.successor(one.successor.name)]),
      ].join('. ')
    default:
      return one satisfies never
  }
}

/** Where a name may tell something of whoever goes there, whoever adds it says what (K6). */
function tellsBox({ establishment: e }: Proposal): JSX.Element | undefined {
  if (!e.mayTell) return undefined
  const name = tellsName(e.urn)
  return (
    <Select
      id={name}
      name={name}
      label={{ children: en.tells }}
      hint={{ children: en.tellsHint }}
      value={e.tells ?? ''}
      items={[
        { value: '', children: en.byKind },
        ...DISCLOSURES.map(value => ({ value, children: disclosures[value] })),
      ]}
    />
  )
}
