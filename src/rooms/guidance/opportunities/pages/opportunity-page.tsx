import type { JSX } from 'preact'
import { type Day, formatDay } from '#ground/day.ts'
import { fromBits } from '#rooms/access/index.ts'
import { type Disclosure, disclosureWords } from '#rooms/directory/index.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { PostForm } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { FactList, PageHead, SectionHead, SideColumn } from '#web/shell/layout.tsx'
import type { ApplicationLine } from '../application.ts'
import { en as applied } from '../application-words.ts'
import { type Opportunity, STATES } from '../opportunity.ts'
import { isOpen } from '../rules.ts'
import { en, kinds } from '../words.ts'
import { ApplicationTag, fitWords, longStart, OpportunityTag } from './parts.tsx'

/** One opportunity: all that is known of it, and, for an adviser, who of theirs was put forward. */
export function OpportunityPage(p: {
  readonly visitor: Visitor
  readonly opportunity: Opportunity
  /** Those the visitor may see; undefined for whoever puts nobody forward. */
  readonly applications: readonly ApplicationLine[] | undefined
  readonly mayKeep: boolean
  readonly form: FormState
  readonly today: Day
}): JSX.Element {
  const { opportunity: o, today } = p
  const here = `/opportunities/${o.rowId}`
  return (
    <StaffPage visitor={p.visitor} title={o.title} current="/opportunities" hasErrors={p.form.errors.length > 0}>
      <PageHead
        title={o.title}
        lead={`${kinds[o.kind]}, ${o.offeredBy}`}
        back={{ href: '/opportunities', text: en.title }}
        form={p.form}
        actions={
          <>
            {p.mayKeep && (
              <Button href={`${here}/change`} classes="govuk-button--secondary">
                {en.change}
              </Button>
            )}
            {p.applications !== undefined && isOpen(o, today) && (
              <Button href={`${here}/suits`}>{en.whoItSuits}</Button>
            )}
          </>
        }
      />
      <SideColumn side={<Side {...p} />}>
        <FactList facts={factsOf(o)} />
        {p.applications !== undefined && (
          <>
            <SectionHead>{en.yours}</SectionHead>
            {p.applications.length === 0 ? <p>{en.noneOfYours}</p> : <Yours lines={p.applications} />}
          </>
        )}
      </SideColumn>
    </StaffPage>
  )
}

function Yours(p: { readonly lines: readonly ApplicationLine[] }): JSX.Element {
  return (
    <DataTable
      caption={en.yours}
      rows={p.lines}
      columns={[
        {
          key: 'who',
          heading: en.who,
          cell: one => (
            <a class="govuk-link" href={`/applications/${one.rowId}`}>
              {one.name}
            </a>
          ),
        },
        { key: 'state', heading: applied.stands, cell: one => <ApplicationTag state={one.state} /> },
      ]}
    />
  )
}

/** What is known of it, without what stands at the side. */
function factsOf(o: Opportunity) {
  const lines = (text: string) => <span class="cx-lines">{text}</span>
  const [named] = fromBits(o.discloses) as Disclosure[]
  return [
    { label: en.address, value: lines(o.address === '' ? o.town : `${o.address}\n${o.town}`) },
    { label: en.travel, value: lines(o.travel || en.notKnown) },
    { label: en.entry, value: lines(o.entry || en.nothingAsked) },
    { label: en.hours, value: lines(o.hours || en.notKnown) },
    { label: en.pay, value: o.pay || en.notKnown },
    { label: en.fits, value: fitWords(o.fits) || en.fitsNothing },
    ...(o.support === '' ? [] : [{ label: en.support, value: lines(o.support) }]),
    { label: en.ring, value: o.ring || en.notKnown },
    ...(named === undefined ? [] : [{ label: en.discloses, value: disclosureWords[named] }]),
  ]
}

function Side(p: Parameters<typeof OpportunityPage>[0]): JSX.Element {
  const { opportunity: o } = p
  return (
    <>
      <SectionHead>{en.stands}</SectionHead>
      <FactList
        stacked
        facts={[
          { label: applied.now, value: <OpportunityTag of={o} today={p.today} /> },
          { label: en.startsOn, value: longStart(o.startsOn) },
          { label: en.applyBy, value: o.applyBy === null ? en.noLastDay : formatDay(o.applyBy) },
          { label: en.ages, value: en.agesLine(o.minAge, o.maxAge) },
          { label: en.places, value: o.places === null ? en.notKnown : String(o.places) },
        ]}
      />
      {p.mayKeep && (
        <>
          <SectionHead>{en.stateHead}</SectionHead>
          <PostForm action={`/opportunities/${o.rowId}/state`} csrfToken={p.visitor.csrfToken}>
            <input type="hidden" name="version" value={String(o.version)} />
            {o.state === 'open' && <p>{en.stateText}</p>}
            <div class="cx-buttons">
              {STATES.filter(state => (o.state === 'open' ? state !== 'open' : state === 'open')).map(state => (
                <Button name="state" value={state} classes="govuk-button--secondary">
                  {en.setState[state]}
                </Button>
              ))}
            </div>
          </PostForm>
        </>
      )}
    </>
  )
}
