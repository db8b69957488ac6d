import type { JSX } from 'preact'
import { type Day, formatDay, shortDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { DayField, PostForm, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Details } from '#web/govuk/details.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { FactList, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { tells } from '../../groups/words.ts'
import { isKeptClose, isKnown } from '../rules.ts'
import type { SessionDay } from '../store/groups.ts'
import type { GroupStep, MemberStep, NamedMember, Runner, SupportGroup } from '../support-group.ts'
import { en, leftReasons } from '../words.ts'
import { type Names, Steps } from './shared.tsx'

export type GroupProps = {
  readonly visitor: Visitor
  readonly group: SupportGroup
  readonly runners: readonly Runner[]
  /** Each who runs it as this reader may read it: with their agency for those who run it (K6). */
  readonly names: Names
  /** Accounts that are still here. */
  readonly here: ReadonlySet<string>
  readonly members: readonly NamedMember[]
  readonly steps: readonly GroupStep[]
  /** What it does for each, of what the reader may read. */
  readonly memberSteps: readonly MemberStep[]
  readonly days: readonly SessionDay[]
  readonly today: Day
  readonly mayWrite: boolean
  /** Names who runs it: whoever does, or who leads a team where nobody does any more. */
  readonly mayName: boolean
  readonly mayPlan: boolean
  readonly form: FormState<'on' | 'end-why'>
  /** Why somebody could not be taken off. */
  readonly trouble: FormState
}

/** A group: what it is for, who runs it, who belongs to it of those the reader may know, what is done, and its sessions. */
export function GroupPage(p: GroupProps): JSX.Element {
  const { group } = p
  const at = `/support-groups/${group.rowId}`
  const form = p.form.errors.length > 0 ? p.form : p.trouble
  return (
    <StaffPage visitor={p.visitor} title={group.name} current="/groups" hasErrors={form.errors.length > 0}>
      <PageHead
        title={group.name}
        lead={group.meets}
        back={{ href: '/support-groups', text: en.backToList }}
        form={form}
        actions={
          p.mayWrite && (
            <>
              <Button href={`${at}/members/new`}>{en.addMember}</Button>
              {p.mayPlan && (
                <Button href={`/groups/plan?group=${group.rowId}`} classes="govuk-button--secondary">
                  {en.planDay}
                </Button>
              )}
              <Button href={`${at}/change`} classes="govuk-button--secondary">
                {en.change}
              </Button>
            </>
          )
        }
      />
      {group.endedOn !== null && (
        <p>
          <StatusTag kind="quiet">{en.endedOn(formatDay(group.endedOn))}</StatusTag> {group.endedWhy}
        </p>
      )}
      <FactList
        facts={[
          { label: en.purpose, value: <span class="cx-lines">{group.purpose}</span> },
          ...(group.discloses === 0 ? [] : [{ label: en.tellsLabel, value: tells[String(group.discloses)] ?? '' }]),
        ]}
      />
      <Runners {...p} at={at} />
      <Members {...p} />
      <Plan {...p} at={at} />
      <SectionHead>{en.days}</SectionHead>
      {p.days.length === 0 ? <p class="cx-quiet">{en.daysNone}</p> : <Days days={p.days} today={p.today} />}
      {(p.mayWrite || p.form.errors.length > 0) && (
        <Details summary={en.end} open={p.form.errors.length > 0}>
          <p>{en.endText}</p>
          <PostForm action={`${at}/end`} csrfToken={p.visitor.csrfToken}>
            <input type="hidden" name="version" value={String(group.version)} />
            <DayField form={p.form} name="on" label={en.endOnAsk} />
            <TextField form={p.form} name="end-why" label={en.endWhyAsk} autocomplete="off" />
            {p.mayWrite && (
              <div class="cx-buttons">
                <Button classes="govuk-button--secondary">{en.end}</Button>
              </div>
            )}
          </PostForm>
        </Details>
      )}
    </StaffPage>
  )
}

function Runners(p: GroupProps & { readonly at: string }): JSX.Element {
  const nameOf = (one: Runner) => p.names.get(one.accountId) ?? ''
  return (
    <>
      <SectionHead
        aside={
          p.mayName && (
            <a class="govuk-link" href={`${p.at}/runners`}>
              {en.addRunner}
            </a>
          )
        }
      >
        {en.runs}
      </SectionHead>
      <DataTable
        caption={en.runs}
        rows={p.runners}
        columns={[
          {
            key: 'who',
            heading: en.who,
            cell: one => (
              <>
                {nameOf(one)}
                {!p.here.has(one.accountId) && (
                  <>
                    {' '}
                    <StatusTag kind="care">{en.notHere}</StatusTag>
                  </>
                )}
              </>
            ),
          },
          { key: 'for', heading: en.thereFor, phone: { label: en.thereFor }, cell: one => one.thereFor },
          ...(p.mayName
            ? [
                {
                  key: 'off',
                  heading: en.takeOff,
                  hidesHeading: true,
                  cell: (one: Runner) => (
                    <PostForm action={`${p.at}/runners/${one.rowId}/off`} csrfToken={p.visitor.csrfToken}>
                      <Button classes="govuk-button--secondary">
                        {en.takeOff}
                        <span class="govuk-visually-hidden">{en.takeOffOf(nameOf(one))}</span>
                      </Button>
                    </PostForm>
                  ),
                },
              ]
            : []),
        ]}
      />
    </>
  )
}

function Members(p: GroupProps): JSX.Element {
  const there = p.members.filter(one => one.leftOn === null)
  const left = p.members.filter(one => one.leftOn !== null)
  return (
    <>
      <SectionHead>{en.members}</SectionHead>
      {there.length === 0 ? (
        <p class="cx-quiet">{en.membersNone}</p>
      ) : (
        <DataTable
          caption={en.members}
          rows={there}
          columns={[
            { key: 'who', heading: en.name, cell: one => <MemberLink one={one} /> },
            {
              key: 'since',
              heading: en.since,
              tight: true,
              phone: { label: en.since },
              cell: one => shortDay(one.joinedOn, p.today),
            },
            { key: 'known', heading: en.knownTo, phone: { label: en.knownTo }, cell: knownWords },
          ]}
        />
      )}
      {left.length > 0 && (
        <Details summary={en.leftBefore}>
          <ul class="govuk-list">
            {left.map(one => (
              <li>
                <MemberLink one={one} />,{' '}
                {one.leftOn !== null &&
                  one.leftReason !== null &&
                  en.leftLine(formatDay(one.leftOn), leftReasons[one.leftReason].toLowerCase())}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}

function MemberLink({ one }: { readonly one: NamedMember }): JSX.Element {
  return <a class="govuk-link" href={`/support-members/${one.rowId}`}>{`${one.given} ${one.family}`}</a>
}

function knownWords(one: NamedMember): string {
  if (isKeptClose(one)) return en.keptClose
  return isKnown(one) ? en.knownAll : en.knownSome
}

/** What is planned, together and for each. */
function Plan(p: GroupProps & { readonly at: string }): JSX.Element {
  const names = new Map(p.members.map(one => [one.personId as string, `${one.given} ${one.family}`]))
  const runners = new Set(p.runners.map(one => one.accountId))
  const open = p.memberSteps.filter(one => one.state === 'open' && names.has(one.personId))
  const shown = { names: p.names, runners, today: p.today }
  return (
    <>
      <SectionHead
        aside={
          p.mayWrite && (
            <a class="govuk-link" href={`${p.at}/steps/new`}>
              {en.addGroupStep}
            </a>
          )
        }
      >
        {en.plan}
      </SectionHead>
      {p.steps.length === 0 ? (
        <p class="cx-quiet">{en.planNone}</p>
      ) : (
        <Steps {...shown} caption={en.plan} steps={p.steps} hrefOf={one => `/support-group-steps/${one.rowId}`} />
      )}
      <SectionHead>{en.forEach}</SectionHead>
      {open.length === 0 ? (
        <p class="cx-quiet">{en.forEachNone}</p>
      ) : (
        <Steps
          {...shown}
          caption={en.forEach}
          steps={open}
          whose={one => names.get(one.personId) ?? ''}
          hrefOf={one => `/support-steps/${one.rowId}`}
        />
      )}
    </>
  )
}

function Days(p: { readonly days: readonly SessionDay[]; readonly today: Day }): JSX.Element {
  return (
    <ul class="govuk-list">
      {p.days.map(one => (
        <li>
          <a class="govuk-link" href={`/groups/${one.rowId}`}>
            {shortDay(one.happenedOn, p.today)}, {one.title}
          </a>{' '}
          <StatusTag kind={one.state === 'planned' ? 'note' : 'quiet'}>{en.dayStates[one.state]}</StatusTag>
        </li>
      ))}
    </ul>
  )
}
