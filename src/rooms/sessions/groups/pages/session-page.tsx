import type { JSX } from 'preact'
import { formatDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { HiddenField, PostForm, TextareaField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Details } from '#web/govuk/details.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { FactList, PageHead, SectionHead, SideColumn } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import type { SupportGroup } from '../../support-groups/support-group.ts'
import { en as closedWords } from '../closed/words.ts'
import type { Attendance, Expected, GroupSession, Newcomer } from '../group.ts'
import { arrivals, en, groupKinds, tells } from '../words.ts'
import { dayOf, Newcomers, whenOf } from './shared.tsx'

export type NewcomerFields = 'id' | 'called' | 'wanted'

export type SessionProps = {
  readonly visitor: Visitor
  readonly session: GroupSession
  /** Who ran it, each as this reader may read it. */
  readonly staff: readonly string[]
  readonly came: readonly Attendance[]
  /** Who was expected at a closed one. */
  readonly expected: readonly Expected[]
  readonly newcomers: readonly Newcomer[]
  readonly form: FormState<NewcomerFields>
  /** Whoever ran it writes; whoever only sees that somebody came reads. */
  readonly mayWrite: boolean
  readonly isRunner: boolean
  readonly mayOpenParts: boolean
  /** The support group it is a day of, where the reader may know of it. */
  readonly group: SupportGroup | undefined
}

/** One session: what all have in common, and who came, of those the reader may know. */
export function SessionPage(p: SessionProps): JSX.Element {
  const { session: s } = p
  const at = `/groups/${s.rowId}`
  return (
    <StaffPage visitor={p.visitor} title={s.title} current="/groups" hasErrors={p.form.errors.length > 0}>
      <PageHead
        title={s.title}
        lead={whenOf(s)}
        back={{ href: '/groups', text: en.backToList }}
        form={p.form}
        actions={
          p.mayWrite && (
            <>
              <Button href={`${at}/change`} classes="govuk-button--secondary">
                {en.change}
              </Button>
              <Button
                href={`/groups/${s.access === 'closed' ? 'plan' : 'new'}?like=${s.rowId}`}
                classes="govuk-button--secondary"
              >
                {en.again}
              </Button>
            </>
          )
        }
      />
      <SideColumn side={<Side {...p} />}>
        <SectionHead>{en.happened}</SectionHead>
        {s.notes === '' ? <p class="cx-quiet">{en.nothingWritten}</p> : <p class="cx-lines">{s.notes}</p>}
        <SectionHead
          aside={
            p.mayWrite && (
              <a class="govuk-link" href={`${at}/people`}>
                {en.addPeople}
              </a>
            )
          }
        >
          {en.came}
        </SectionHead>
        {p.came.length === 0 ? <p class="cx-quiet">{en.cameNone}</p> : <Came {...p} />}
        {p.mayWrite && p.came.some(one => isUnwritten(one)) && (
          <div class="cx-buttons">
            <Button href={`${at}/parts`}>{en.writeParts}</Button>
          </div>
        )}
        <DidNotCome {...p} />
        {p.isRunner && <NotOnRecord {...p} />}
      </SideColumn>
    </StaffPage>
  )
}

/** Who was expected at a closed group and did not come: no alarm, and a way to say so where it was not said. */
function DidNotCome(p: SessionProps): JSX.Element | null {
  const missed = p.expected.filter(one => one.state === 'missed')
  const isUndecided = p.mayWrite && p.expected.some(one => one.state === 'expected')
  if (missed.length === 0 && !isUndecided) return null
  return (
    <>
      <SectionHead>{closedWords.didNotCome}</SectionHead>
      <ul class="govuk-list">
        {missed.map(one => (
          <li>
            <a class="govuk-link" href={`/people/${one.personId}`}>{`${one.given} ${one.family}`}</a>
          </li>
        ))}
      </ul>
      {isUndecided && (
        <p>
          {closedWords.undecided}{' '}
          <a class="govuk-link" href={`/groups/${p.session.rowId}/attendance`}>
            {closedWords.sayWhoCame}
          </a>
        </p>
      )}
    </>
  )
}

/** Whether nothing is said yet of somebody's part, and it is the reader's to write. */
export function isUnwritten({ part, hasDied }: Attendance): boolean {
  return part !== undefined && part.notes === '' && part.nextStep === '' && !hasDied
}

function Came(p: SessionProps): JSX.Element {
  return (
    <DataTable
      caption={en.came}
      rows={p.came}
      columns={[
        {
          key: 'who',
          heading: en.name,
          cell: one => <a class="govuk-link" href={`/people/${one.personId}`}>{`${one.given} ${one.family}`}</a>,
        },
        {
          key: 'part',
          heading: en.theirPart,
          wide: true,
          phone: { lead: true },
          cell: one => <PartOf one={one} />,
        },
        {
          key: 'open',
          heading: en.open,
          hidesHeading: true,
          cell: one =>
            one.part !== undefined && p.mayOpenParts ? (
              <a class="govuk-link" href={`/contacts/${one.contactId}`}>
                {en.open}
                <span class="govuk-visually-hidden"> {en.partOf(`${one.given} ${one.family}`)}</span>
              </a>
            ) : null,
        },
      ]}
    />
  )
}

function PartOf({ one }: { readonly one: Attendance }): JSX.Element {
  const { part } = one
  const said = part && [part.notes, part.nextStep && `${en.next}: ${part.nextStep}`].filter(Boolean)
  return (
    <>
      {one.arrival !== 'in-time' && (
        <>
          <StatusTag kind="note">{arrivals[one.arrival]}</StatusTag>{' '}
        </>
      )}
      {said === undefined && <span class="cx-quiet">{en.notYours}</span>}
      {said?.length === 0 && <span class="cx-quiet">{en.noPart}</span>}
      {said?.map(line => (
        <span class="cx-lines">{line} </span>
      ))}
      {one.agreedOn !== null && <div class="cx-quiet">{en.agreedOn(formatDay(one.agreedOn))}</div>}
    </>
  )
}

/** Those who are not on record: a number, and of some what they want to be called, for a while. */
function NotOnRecord(p: SessionProps): JSX.Element {
  const { session: s } = p
  const hasTyped = p.form.errors.length > 0
  return (
    <>
      <SectionHead>{en.newcomersTitle}</SectionHead>
      <p>{s.newcomers === 0 ? en.newcomersNone : en.newcomersCount(s.newcomers, s.newcomerWords)}</p>
      {p.newcomers.length > 0 && <Newcomers rows={p.newcomers} mayLink={p.mayWrite} />}
      {p.mayWrite && (
        <Details summary={en.noteNewcomer} open={hasTyped}>
          <p>{en.noteText}</p>
          <PostForm action={`/groups/${s.rowId}/newcomers`} csrfToken={p.visitor.csrfToken}>
            <HiddenField form={p.form} name="id" />
            <TextField
              form={p.form}
              name="called"
              label={en.calledAsk}
              hint={en.calledHint}
              autocomplete="off"
              classes="govuk-input--width-20"
            />
            <TextareaField form={p.form} name="wanted" label={en.wantedAsk} rows={2} />
            <div class="cx-buttons">
              <Button classes="govuk-button--secondary">{en.noteSave}</Button>
            </div>
          </PostForm>
        </Details>
      )}
    </>
  )
}

function Side(p: SessionProps): JSX.Element {
  const { session: s } = p
  return (
    <>
      <SectionHead>{en.facts}</SectionHead>
      <FactList
        facts={[
          { label: en.kind, value: groupKinds[s.kind] },
          { label: closedWords.who, value: closedWords[s.access] },
          { label: en.ranIt, value: p.staff.map(one => <div>{one}</div>) },
          ...dayOf(p.group),
          ...(s.discloses === 0 ? [] : [{ label: en.tellsLabel, value: tells[String(s.discloses)] ?? '' }]),
        ]}
      />
    </>
  )
}
