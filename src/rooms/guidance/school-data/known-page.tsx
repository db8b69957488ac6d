import type { JSX } from 'preact'
import { type Day, isAfter, shortDay } from '#ground/day.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import { NO_FORM } from '#web/form/form.ts'
import { Button } from '#web/govuk/button.tsx'
import { Details } from '#web/govuk/details.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, SectionHead, SideColumn } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import type { Aim, KnownLine } from '../talks/house.ts'
import type { AskState, SchoolAsk, SchoolFact } from './ask.ts'
import { isOld, missingOf, newestOf } from './rules.ts'
import { ageWords, en, kinds, states } from './words.ts'

const TONES: Readonly<Record<AskState, 'note' | 'good' | 'care' | 'quiet'>> = {
  asked: 'note',
  answered: 'good',
  missing: 'care',
  withdrawn: 'quiet',
}

/** How a request stands: late where its day is past. */
export function AskTag(p: { readonly ask: SchoolAsk; readonly today: Day }): JSX.Element {
  const { state, dueOn } = p.ask
  if (state === 'asked' && isAfter(p.today, dueOn))
    return <StatusTag kind="late">{en.lateSince(shortDay(dueOn, p.today))}</StatusTag>
  return <StatusTag kind={TONES[state]}>{states[state]}</StatusTag>
}

type Known = {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly facts: readonly SchoolFact[]
  readonly asks: readonly SchoolAsk[]
  readonly aims: readonly Aim[]
  readonly record: readonly KnownLine[]
  /** The address of asking, with the talk it is for. */
  readonly askHref: string
  readonly mayCorrect: boolean
  readonly today: Day
}

/** What is known of somebody before a talk: each with whose word it is and how old it is. */
export function KnownPage(p: Known): JSX.Element {
  const { person, seen } = p.frame
  const missing = missingOf(p.facts)
  const isAlive = person.diedOn === null
  const mayAsk = isAlive && seen.has('learning')
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={en.title(person.given)} form={NO_FORM}>
      <p>{en.lead}</p>
      <SideColumn side={<Side {...p} />}>
        {seen.has('learning') && (
          <>
            <SectionHead>{en.known}</SectionHead>
            {p.facts.length === 0 ? (
              <EmptyState title={en.none}>{en.noneText}</EmptyState>
            ) : (
              <Facts {...p} facts={newestOf(p.facts).newest} />
            )}
            {missing.length > 0 && p.facts.length > 0 && (
              <p>
                <StatusTag kind="care">{en.missing}</StatusTag>{' '}
                {en.missingLine(missing.map(kind => kinds[kind].toLowerCase()).join(', '))}
              </p>
            )}
          </>
        )}
        {mayAsk && (
          <div class="cx-buttons">
            <Button href={p.askHref}>{en.ask}</Button>
            <Button href={`/people/${person.id}/school-data/new`} classes="govuk-button--secondary">
              {en.write}
            </Button>
          </div>
        )}
        {newestOf(p.facts).older.length > 0 && (
          <Details summary={en.older} open={false}>
            <Facts {...p} facts={newestOf(p.facts).older} />
          </Details>
        )}
        <SectionHead>{en.asked}</SectionHead>
        {p.asks.length === 0 ? <p>{en.noAsks}</p> : <Asks {...p} />}
      </SideColumn>
    </FramedPage>
  )
}

function Facts(p: Known): JSX.Element {
  return (
    <DataTable
      caption={en.known}
      rows={p.facts}
      columns={[
        { key: 'what', heading: en.what, cell: one => kinds[one.kind] },
        { key: 'words', heading: en.words, wide: true, cell: one => <span class="cx-lines">{one.words}</span> },
        { key: 'source', heading: en.source, cell: one => one.source || en.hidden, phone: { label: en.source } },
        {
          key: 'of',
          heading: en.of,
          cell: one => (
            <>
              {`${shortDay(one.asOf, p.today)}, ${ageWords(one.asOf, p.today)}`}
              {isOld(one.asOf, p.today) && <strong> ({en.old})</strong>}
              {p.mayCorrect && (
                <>
                  <br />
                  <a
                    class="govuk-link cx-quiet"
                    href={`/people/${p.frame.person.id}/misfiled/school-fact/${one.rowId}`}
                  >
                    {en.wrongPerson}
                    <span class="govuk-visually-hidden">{en.wrongPersonOf(kinds[one.kind])}</span>
                  </a>
                </>
              )}
            </>
          ),
          phone: { label: en.of },
        },
      ]}
    />
  )
}

function Asks(p: Known): JSX.Element {
  return (
    <DataTable
      caption={en.asked}
      rows={p.asks}
      columns={[
        {
          key: 'place',
          heading: en.place,
          cell: one => (
            <a class="govuk-link" href={`/school-asks/${one.rowId}`}>
              {one.organisation || en.hidden}
            </a>
          ),
        },
        { key: 'what', heading: en.what, cell: one => one.asks.map(kind => kinds[kind]).join(', ') },
        { key: 'state', heading: en.state, cell: one => <AskTag ask={one} today={p.today} /> },
        {
          key: 'on',
          heading: en.askedOn,
          cell: one => `${shortDay(one.askedOn, p.today)}, ${en.dueBy(shortDay(one.dueOn, p.today))}`,
          phone: { label: en.askedOn },
        },
      ]}
    />
  )
}

function Side(p: Known): JSX.Element {
  return (
    <>
      <SectionHead>{en.aims}</SectionHead>
      <Aims aims={p.aims} today={p.today} />
      <SectionHead>{en.record}</SectionHead>
      {p.record.length === 0 && <p>{en.noRecord}</p>}
      <ul class="govuk-list">
        {p.record.map(one => (
          <li>
            <strong>{en[one.what]}</strong>
            <br />
            {one.text}
            <br />
            <span class="cx-quiet">{`${shortDay(one.on, p.today)}, ${ageWords(one.on, p.today)}`}</span>
          </li>
        ))}
      </ul>
      <p>
        <a class="govuk-link" href={`/people/${p.frame.person.id}/talks`}>
          {en.toTalks}
        </a>
      </p>
      <p>
        <a class="govuk-link" href={`/people/${p.frame.person.id}/exercises`}>
          {en.toExercises}
        </a>
      </p>
    </>
  )
}

/** Their aims, in their own words, with how old they are. */
export function Aims(p: { readonly aims: readonly Aim[]; readonly today: Day }): JSX.Element {
  if (p.aims.length === 0) return <span class="cx-quiet">{en.noAims}</span>
  return (
    <ul class="govuk-list">
      {p.aims.map(aim => (
        <li>
          “{aim.words}”
          <br />
          <span class="cx-quiet">{`${en.aimFrom(shortDay(aim.on, p.today))}, ${ageWords(aim.on, p.today)}`}</span>
        </li>
      ))}
    </ul>
  )
}
