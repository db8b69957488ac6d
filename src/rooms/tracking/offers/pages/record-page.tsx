import type { JSX } from 'preact'
import { dayOf } from '#ground/clock.ts'
import { type Day, formatDay, shortDay } from '#ground/day.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { DayField, PostForm, RadiosField, SelectField, TextareaField } from '#web/form/fields.tsx'
import { NO_FORM } from '#web/form/form.ts'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, FactList, SectionHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { VERIFIERS } from '../../activity.ts'
import type { PlaceApplication, StepKind } from '../application.ts'
import { destinationLabel, guaranteeLabel, headOf, NOT_RECORDED } from '../codes.ts'
import { countedBy, groupIn, schoolYearOf } from '../rules.ts'
import type { Item, Status } from '../status.ts'
import { en, saidBy, saidByWords, steps, ways } from '../words.ts'

export const TONES: Readonly<Record<StepKind, 'note' | 'good' | 'care' | 'quiet'>> = {
  ...{ applied: 'note', interview: 'note', 'offer-conditional': 'note', offer: 'note', accepted: 'note' },
  ...{ enrolled: 'good', 'not-started': 'care', declined: 'quiet', 'turned-down': 'care', withdrawn: 'quiet' },
}

type Names = ReadonlyMap<string, string>

/** All about what comes next for one young person: applications, the guarantee of two years, and what they want to do. */
export function RecordPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly applications: readonly PlaceApplication[]
  /** Undefined where the visitor may not see what they do. */
  readonly statuses: { readonly guarantee: readonly Status[]; readonly destination: readonly Status[] } | undefined
  readonly years: readonly number[]
  /** Years of which it is proposed that there is no appropriate provision. */
  readonly proposed: ReadonlySet<number>
  readonly mayAdd: boolean
  readonly today: Day
}): JSX.Element {
  const { person } = p.frame
  const base = `/people/${person.id}`
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={en.title} form={NO_FORM}>
      <p>{en.lead}</p>
      {p.mayAdd && (
        <div class="cx-buttons">
          <Button href={`${base}/applications/new`}>{en.add}</Button>
        </div>
      )}
      {p.applications.length === 0 ? (
        <EmptyState title={en.none}>{en.noneText}</EmptyState>
      ) : (
        <DataTable
          caption={en.title}
          rows={p.applications}
          columns={[
            {
              key: 'place',
              heading: en.place,
              wide: true,
              cell: one => (
                <a class="govuk-link" href={`/place-applications/${one.rowId}`}>
                  {one.place}
                </a>
              ),
            },
            { key: 'course', heading: en.course, cell: one => one.course, phone: { lead: true } },
            { key: 'way', heading: en.way, cell: one => ways[one.way], phone: { label: en.way } },
            {
              key: 'autumn',
              heading: en.autumn,
              cell: one => String(one.autumn),
              numeric: true,
              phone: { label: en.autumn },
            },
            {
              key: 'state',
              heading: en.stands,
              tight: true,
              cell: one => (
                <StatusTag kind={TONES[one.state]} bare>
                  {steps[one.state]}
                </StatusTag>
              ),
            },
            {
              key: 'since',
              heading: en.since,
              tight: true,
              cell: one => shortDay(one.stateOn, p.today),
              phone: { label: en.since },
            },
          ]}
        />
      )}
      {p.statuses && (
        <>
          {yearsOf(p.years, p.frame.person.bornOn, p.statuses.guarantee).map(year => (
            <Guarantee {...p} year={year} statuses={p.statuses?.guarantee ?? []} proposed={p.proposed.has(year)} />
          ))}
          {yearsOf(p.years, p.frame.person.bornOn, p.statuses.destination).map(year => (
            <Destination {...p} year={year} statuses={p.statuses?.destination ?? []} />
          ))}
        </>
      )}
    </FramedPage>
  )
}

/** The year worked on, and the one before where they were in a year group of it or something was said. */
function yearsOf(years: readonly number[], bornOn: Day | null, statuses: readonly Status[]): readonly number[] {
  const isOf = (year: number) =>
    (bornOn !== null && groupIn(bornOn, year) !== undefined) || statuses.some(one => one.year === year)
  return years.filter((year, i) => i === 0 || isOf(year))
}

type YearProps = {
  readonly frame: PersonFrame
  readonly statuses: readonly Status[]
  readonly year: number
  readonly today: Day
}

function Guarantee(p: YearProps & { readonly proposed: boolean; readonly mayAdd: boolean }): JSX.Element {
  const { bornOn, id } = p.frame.person
  const group = bornOn === null ? undefined : groupIn(bornOn, p.year)
  const now = p.statuses.find(one => one.year === p.year)
  return (
    <>
      <SectionHead>{en.guaranteeOf(p.year)}</SectionHead>
      <p>
        {bornOn === null
          ? en.noBirth
          : group === undefined
            ? en.notIn(p.year)
            : en.groupNow(group, p.year, schoolYearOf(group, p.year, p.today))}
      </p>
      {group !== undefined && <StatusNow status={now} item="guarantee" />}
      {group !== undefined && p.proposed && <p>{en.proposal}</p>}
      <p>
        <a class="govuk-link" href={`/people/${id}/guarantee?year=${p.year}`}>
          {`${p.mayAdd && group !== undefined ? en.setGuarantee : en.history} (${p.year})`}
        </a>
      </p>
    </>
  )
}

function Destination(p: YearProps & { readonly mayAdd: boolean }): JSX.Element {
  const { bornOn, id } = p.frame.person
  const isEleven = bornOn !== null && groupIn(bornOn, p.year) === 11
  return (
    <>
      <SectionHead>{en.destinationOf(p.year)}</SectionHead>
      {isEleven ? (
        <StatusNow status={p.statuses.find(one => one.year === p.year)} item="destination" />
      ) : (
        <p>{en.destinationNot(p.year)}</p>
      )}
      <p>
        <a class="govuk-link" href={`/people/${id}/destination?year=${p.year}`}>
          {`${p.mayAdd && isEleven ? en.setDestination : en.history} (${p.year})`}
        </a>
      </p>
    </>
  )
}

/** A code with its label. */
export function codeWords(item: Item, code: string, year: number): string {
  return `${code} ${item === 'guarantee' ? guaranteeLabel(code) : destinationLabel(code, year)}`
}

function StatusNow(p: { readonly status: Status | undefined; readonly item: Item }): JSX.Element {
  const { status } = p
  const code = status?.code ?? NOT_RECORDED
  const kind = p.item === 'guarantee' && headOf(code) === 'made' ? 'good' : 'note'
  return (
    <FactList
      facts={[
        {
          label: en.stands,
          value:
            status === undefined ? (
              <StatusTag kind="unknown">
                {p.item === 'guarantee' ? codeWords('guarantee', NOT_RECORDED, 0) : en.unset}
              </StatusTag>
            ) : (
              <StatusTag kind={kind}>{codeWords(p.item, code, status.year)}</StatusTag>
            ),
        },
        ...(status === undefined
          ? []
          : [
              { label: en.saidBy, value: saidByWords(status.saidBy) },
              { label: en.day, value: formatDay(status.saidOn) },
              ...(status.words === '' ? [] : [{ label: en.words, value: status.words }]),
            ]),
      ]}
    />
  )
}

/** The guarantee or the destination of one year: what stands, the form to set it, and all that was said. */
export function StatusPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly item: Item
  readonly year: number
  readonly otherYear: number
  readonly statuses: readonly Status[]
  readonly codes: readonly string[]
  /** Where they learnt on the day that counts; undefined where it is not asked. */
  readonly places: readonly string[] | undefined
  readonly mayKeep: boolean
  readonly mayCorrect: boolean
  readonly names: Names
  readonly form: FormState
  readonly today: Day
}): JSX.Element {
  const { person } = p.frame
  const [now] = p.statuses
  const group = person.bornOn === null ? undefined : groupIn(person.bornOn, p.year)
  const isGuarantee = p.item === 'guarantee'
  const title = isGuarantee ? en.guaranteeOf(p.year) : en.destinationOf(p.year)
  const none = isGuarantee ? (person.bornOn === null ? en.noBirth : en.notIn(p.year)) : en.destinationNot(p.year)
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={title}
      form={p.form}
      back={{ href: `/people/${person.id}/applications`, text: en.backTo }}
    >
      <p>{isGuarantee ? en.guaranteeLead : en.destinationLead}</p>
      <p>
        <a class="govuk-link" href={`/people/${person.id}/${p.item}?year=${p.otherYear}`}>
          {en.otherYear(p.otherYear)}
        </a>
      </p>
      {p.codes.length === 0 ? <p>{none}</p> : <StatusNow status={now} item={p.item} />}
      {isGuarantee && group !== undefined && (
        <p class="cx-quiet">
          {en.groupNow(group, p.year, schoolYearOf(group, p.year, p.today))}. {en.countedBy[countedBy(group)]}.{' '}
          {p.places === undefined || p.places.length === 0 ? en.educatedNot : `${en.educatedAt(p.places.join(', '))}.`}{' '}
          {en.councilNot}
        </p>
      )}
      {p.mayKeep && p.codes.length > 0 && (
        <PostForm action={`/people/${person.id}/${p.item}?year=${p.year}`} csrfToken={p.visitor.csrfToken}>
          <input type="hidden" name="seen" value={now?.rowId ?? ''} />
          <SelectField
            form={p.form}
            name="code"
            label={isGuarantee ? en.guaranteeAsk : en.destinationAsk}
            hint={isGuarantee ? en.handHint : undefined}
            empty=""
            items={p.codes.map(value => ({ value, label: codeWords(p.item, value, p.year) }))}
          />
          <WhoSaid form={p.form} dayLabel={en.saidOnAsk} />
          <TextareaField form={p.form} name="words" label={en.wordsAsk} hint={en.wordsHint} rows={2} />
          <Button>{en.save}</Button>
        </PostForm>
      )}
      <SectionHead>{en.history}</SectionHead>
      {p.statuses.length === 0 ? (
        <p>{en.historyNone}</p>
      ) : (
        <DataTable
          caption={en.history}
          rows={p.statuses}
          columns={[
            { key: 'code', heading: en.code, wide: true, cell: one => codeWords(p.item, one.code, one.year) },
            { key: 'by', heading: en.saidBy, cell: one => saidByWords(one.saidBy), phone: { lead: true } },
            { key: 'day', heading: en.day, tight: true, cell: one => shortDay(one.saidOn, p.today) },
            {
              key: 'writer',
              heading: en.by,
              cell: one =>
                `${p.names.get(one.recordedBy ?? '') ?? ''} ${shortDay(dayOf(one.recordedAt), p.today)}`.trim(),
              phone: { label: en.by },
            },
            { key: 'words', heading: en.words, wide: true, cell: one => one.words },
            ...(p.mayCorrect
              ? [
                  {
                    key: 'misfiled',
                    heading: en.misfiled,
                    hidesHeading: true,
                    cell: (one: Status) => (
                      <a class="govuk-link" href={`/people/${person.id}/misfiled/${p.item}/${one.rowId}`}>
                        {en.misfiled}
                      </a>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </FramedPage>
  )
}

/** Who said so, and on which day. */
export function WhoSaid(p: { readonly form: FormState; readonly dayLabel: string }): JSX.Element {
  return (
    <>
      <RadiosField
        form={p.form}
        name="by"
        label={en.saidByAsk}
        classes="govuk-radios--small"
        items={VERIFIERS.map(value => ({ value, label: saidBy[value] }))}
      />
      <DayField form={p.form} name="on" label={p.dayLabel} hint={en.dayHint} />
    </>
  )
}
