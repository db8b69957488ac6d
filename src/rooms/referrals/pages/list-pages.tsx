import type { JSX } from 'preact'
import type { Day } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import { NO_FORM } from '#web/form/form.ts'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, PageHead, SectionHead } from '#web/shell/layout.tsx'
import type { Referral, Side } from '../referral.ts'
import { en } from '../words.ts'
import { Due, Stands } from './shared.tsx'

/** A referral as a list shows it: the names of the agencies and what it is for beside. */
export type Line = {
  readonly referral: Referral
  readonly name: string
  readonly from: string
  readonly to: string
  readonly purpose: string
  /** On which side the reader stands: their own agency need not be named to them. */
  readonly side: Side | undefined
}

function betweenOf({ side, from, to }: Line): string {
  if (side === undefined) return en.fromTo(from, to)
  return side === 'sender' ? en.toAgency(to) : en.fromAgency(from)
}

export type Section = { readonly heading: string; readonly lines: readonly Line[] }

/** What is asked of others and of oneself, what is due first. */
export function ReferralsPage(p: {
  readonly visitor: Visitor
  readonly sections: readonly Section[]
  readonly showsOver: boolean
  readonly today: Day
}): JSX.Element {
  const shown = p.sections.filter(section => section.lines.length > 0)
  return (
    <StaffPage visitor={p.visitor} title={en.title} current="/referrals">
      <PageHead
        title={p.showsOver ? en.over : en.title}
        lead={p.showsOver ? en.overLead : en.lead}
        actions={
          <Button href={p.showsOver ? '/referrals' : '/referrals?show=over'} classes="govuk-button--secondary">
            {p.showsOver ? en.backToOpen : en.over}
          </Button>
        }
      />
      {shown.length === 0 && <EmptyState title={en.none}>{en.noneText}</EmptyState>}
      {shown.map(({ heading, lines }) => (
        <>
          <SectionHead aside={String(lines.length)}>{heading}</SectionHead>
          <Lines caption={heading} lines={lines} today={p.today} />
        </>
      ))}
    </StaffPage>
  )
}

/** Everything that was referred about one young person, as far as the visitor may see it. */
export function PersonReferralsPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly lines: readonly Line[]
  readonly today: Day
  readonly mayRefer: boolean
}): JSX.Element {
  const way = <Button href={`/people/${p.frame.person.id}/referrals/new`}>{en.new}</Button>
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={en.ofPerson} form={NO_FORM}>
      {p.lines.length === 0 ? (
        <EmptyState title={en.ofPersonNone} action={p.mayRefer ? way : undefined}>
          {en.ofPersonNoneText}
        </EmptyState>
      ) : (
        <>
          {p.mayRefer && <div class="cx-buttons">{way}</div>}
          <Lines caption={en.ofPerson} lines={p.lines} today={p.today} isOfOne />
        </>
      )}
    </FramedPage>
  )
}

function Lines(p: {
  readonly caption: string
  readonly lines: readonly Line[]
  readonly today: Day
  readonly isOfOne?: boolean
}): JSX.Element {
  const link = (line: Line, text: string) => (
    <a class="govuk-link" href={`/referrals/${line.referral.rowId}`}>
      {text}
    </a>
  )
  return (
    <DataTable
      caption={p.caption}
      rows={p.lines}
      columns={[
        p.isOfOne
          ? { key: 'what', heading: en.forWhat, cell: line => link(line, line.purpose) }
          : { key: 'who', heading: en.who, cell: line => link(line, line.name || en.whoGone) },
        {
          key: 'between',
          heading: p.isOfOne ? en.between : en.agency,
          cell: line => betweenOf(line),
          phone: { lead: true },
        },
        ...(p.isOfOne
          ? []
          : [{ key: 'what', heading: en.forWhat, cell: (line: Line) => line.purpose, phone: { label: en.forWhat } }]),
        { key: 'state', heading: en.stands, cell: line => <Stands referral={line.referral} /> },
        {
          key: 'due',
          heading: en.next,
          cell: line => <Due of={line.referral} today={p.today} />,
          phone: { label: en.next },
        },
      ]}
    />
  )
}
