import type { ComponentChildren, JSX } from 'preact'
import { type Day, shortDay, timelineDay } from '#ground/day.ts'
import type { Grant } from '#rooms/access/index.ts'
import { roleMay, StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { type Adult, type Enrolment, mayBeToldWords } from '#rooms/people/index.ts'
import {
  type Along,
  AlongLines,
  type Appointment,
  closedGroupWords,
  expectedHow,
  meetingKindWords,
  type PlannedFor,
  type RunLine,
  RunLines,
  StandsTag,
  type Turn,
  turnWords,
} from '#rooms/sessions/index.ts'
import { Button } from '#web/govuk/button.tsx'
import { EmptyState, FactList, LinkTabs, SectionHead, SideColumn } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { Timeline, TimelineEntry } from '#web/shell/timeline.tsx'
import type { DeskFrame } from '../frame.tsx'
import { byMonth, TIMELINE_CONTACTS, type TimelineItem } from '../record.ts'
import { PrintStory, StoryChoice } from '../story/parts.tsx'
import type { StoryFilter } from '../story/story.ts'
import { en as story } from '../story/words.ts'
import { en, grantSources } from '../words.ts'

type Part = 'overview' | 'details' | 'who'

/** The frame of every part of the record: identity bar, alerts, tabs. */
export function RecordFrame(p: {
  visitor: Visitor
  frame: DeskFrame
  part: Part
  title: string
  children: ComponentChildren
}): JSX.Element {
  const base = `/people/${p.frame.person.id}`
  return (
    <StaffPage visitor={p.visitor} title={p.title} aboutId={p.frame.person.id} identityBar={p.frame.bar}>
      {p.frame.alerts}
      <LinkTabs
        label={en.tabs}
        tabs={[
          { href: base, text: en.overview, current: p.part === 'overview' },
          { href: `${base}/details`, text: en.details, current: p.part === 'details' },
          ...(p.frame.seen.has('assessment') ? [{ href: `${base}/assessment`, text: en.assessmentTab }] : []),
          ...(p.frame.seen.has('plan') ? [{ href: `${base}/plan`, text: en.planTab }] : []),
          ...(mayRefer(p.visitor) ? [{ href: `${base}/referrals`, text: en.referralsTab }] : []),
          ...(mayAskWhy(p.visitor) ? [{ href: `${base}/who`, text: en.whoTab, current: p.part === 'who' }] : []),
        ]}
      />
      {p.children}
    </StaffPage>
  )
}

function mayRefer(visitor: Visitor): boolean {
  return visitor.kind === 'actor' && roleMay(visitor.actor.role, 'referral.use')
}

function mayAskWhy(visitor: Visitor): boolean {
  return visitor.kind === 'actor' && roleMay(visitor.actor.role, 'access.why')
}

export type Overview = {
  readonly visitor: Visitor
  readonly frame: DeskFrame
  readonly timeline: readonly TimelineItem[]
  readonly filter: StoryFilter
  /** Whether there are contacts older than those on the timeline. */
  readonly hasOlder: boolean
  readonly names: ReadonlyMap<string, string>
  /** Undefined where it is not the viewer's to see: then there is no such section. */
  readonly learning: readonly Enrolment[] | undefined
  readonly adults: readonly Adult[] | undefined
  /** Characteristics in force, those the viewer may see. */
  readonly tags: readonly string[]
  readonly lead: { name: string; reason: string; since: string } | undefined
  /** Records that were joined to this one, the newest first; the way to undo it for whoever may. */
  readonly joined: readonly { readonly on: string; readonly by: string; readonly undoHref: string | undefined }[]
  readonly why: { source: Grant['source']; since: string; until: string } | undefined
  /** What is arranged; undefined where it is not the viewer's to see. */
  readonly ahead: readonly Appointment[] | undefined
  /** Runs of meetings that go on. */
  readonly runs: readonly RunLine[]
  /** Closed groups at which they are expected, as far as the visitor may know of each. */
  readonly groups: readonly PlannedFor[]
  /** Which of those are first contacts, by meeting. */
  readonly turns: ReadonlyMap<string, Turn>
  /** Who goes to what is arranged, where that is more than one. */
  readonly along: Along
  readonly today: Day
  readonly may: {
    readonly arrange: boolean
    readonly brief: boolean
    readonly assign: boolean
    readonly askCorrection: boolean
    readonly edit: boolean
    readonly confirm: boolean
  }
}

/** The record as an adviser needs it at a glance. */
export function OverviewPage(p: Overview): JSX.Element {
  const { person } = p.frame
  const base = `/people/${person.id}`
  const isFiltered = p.filter.show !== '' || p.filter.months !== ''
  return (
    <RecordFrame visitor={p.visitor} frame={p.frame} part="overview" title={`${person.given} ${person.family}`}>
      <SideColumn
        side={
          <>
            <SectionHead
              aside={
                p.may.assign && (
                  <a class="govuk-link" href={`${base}/lead`}>
                    {en.change}
                  </a>
                )
              }
            >
              {en.lead}
            </SectionHead>
            <FactList
              stacked
              facts={[
                {
                  label: p.lead?.name ?? en.noLead,
                  value: p.lead ? `${p.lead.reason} (${en.since(p.lead.since)})` : '',
                },
              ]}
            />
            {p.tags.length > 0 && (
              <p class="cx-tags">
                {p.tags.map(tag => (
                  <>
                    <StatusTag kind="quiet">{tag}</StatusTag>{' '}
                  </>
                ))}
              </p>
            )}
            {(p.learning !== undefined || p.may.edit) && (
              <SectionHead
                aside={
                  p.may.edit && (
                    <a class="govuk-link" href={`${base}/activity`}>
                      {en.setActivity}
                    </a>
                  )
                }
              >
                {en.learning}
              </SectionHead>
            )}
            {p.learning === undefined ? null : p.learning.length === 0 ? (
              <p class="cx-quiet">{en.noLearning}</p>
            ) : (
              <FactList
                stacked
                facts={p.learning.map(e => ({
                  label: e.organisationName,
                  value: [
                    e.course,
                    e.yearGroup === null ? '' : `Year ${e.yearGroup}`,
                    en.since(shortDay(e.startedOn)),
                    e.finishedOn ? en.until(shortDay(e.finishedOn)) : '',
                  ]
                    .filter(Boolean)
                    .join(', '),
                }))}
              />
            )}
            {p.may.confirm && (
              <Button href={`${base}/activity/confirm`} classes="govuk-button--secondary">
                {en.activityCheck}
              </Button>
            )}
            {p.adults && <SectionHead>{en.adults}</SectionHead>}
            {p.adults === undefined ? null : p.adults.length === 0 ? (
              <p class="cx-quiet">{en.noAdults}</p>
            ) : (
              <FactList
                stacked
                facts={p.adults.map(a => ({
                  label: a.name,
                  value: `${a.relationship}. ${mayBeToldWords[a.mayBeTold]}`,
                }))}
              />
            )}
            {p.may.askCorrection && (
              <p>
                <a class="govuk-link" href={`${base}/correction`}>
                  {en.correction}
                </a>
              </p>
            )}
            {p.joined.map(one => (
              <p class="cx-quiet">
                {en.joined(one.on, one.by)}
                {one.undoHref !== undefined && (
                  <>
                    {' · '}
                    <a class="govuk-link" href={one.undoHref}>
                      {en.joinedUndo}
                      <span class="govuk-visually-hidden">{en.joinedUndoOf(one.on)}</span>
                    </a>
                  </>
                )}
              </p>
            ))}
            {p.why && (
              <p class="cx-quiet">
                {en.whyLine(grantSources[p.why.source], p.why.since, p.why.until)}{' '}
                {mayAskWhy(p.visitor) && (
                  <a class="govuk-link" href={`${base}/who`}>
                    {en.why}
                  </a>
                )}
              </p>
            )}
          </>
        }
      >
        {p.ahead && <Arranged {...p} ahead={p.ahead} />}
        <SectionHead aside={p.timeline.length > 0 && <PrintStory base={base} filter={p.filter} />}>
          {en.timeline}
        </SectionHead>
        {(p.timeline.length > 0 || isFiltered) && <StoryChoice base={base} filter={p.filter} />}
        {p.hasOlder && <p class="cx-quiet">{story.older(TIMELINE_CONTACTS)}</p>}
        {p.timeline.length === 0 && isFiltered ? (
          <EmptyState
            title={story.noneChosen}
            action={
              <Button href={base} classes="govuk-button--secondary">
                {story.all}
              </Button>
            }
          >
            {story.noneChosenText}
          </EmptyState>
        ) : p.timeline.length === 0 ? (
          <EmptyState title={en.noTimeline}>
            {p.frame.seen.has('sessions') ? en.noTimelineText : en.timelineOfOthers}
          </EmptyState>
        ) : (
          <Timeline
            months={byMonth(p.timeline).map(month => ({
              heading: month.heading,
              entries: month.items.map(item => entryOf(item, p.names)),
            }))}
          />
        )}
      </SideColumn>
    </RecordFrame>
  )
}

/** What is arranged, the way to arrange more, and what to read before. */
function Arranged(p: Overview & { readonly ahead: readonly Appointment[] }): JSX.Element {
  const base = `/people/${p.frame.person.id}`
  return (
    <>
      <SectionHead
        aside={
          <>
            {p.may.brief && (
              <a class="govuk-link" href={`${base}/brief`}>
                {en.brief}
              </a>
            )}{' '}
            {p.may.arrange && (
              <>
                <a class="govuk-link" href={`${base}/appointments/new`}>
                  {en.arrange}
                </a>{' '}
                <a class="govuk-link" href={`${base}/runs/new`}>
                  {en.arrangeRun}
                </a>
              </>
            )}
          </>
        }
      >
        {en.arranged}
      </SectionHead>
      {p.ahead.length + p.groups.length === 0 ? (
        <p class="cx-quiet">{en.noneArranged}</p>
      ) : (
        <ul class="govuk-list">
          {p.ahead.map(one => (
            <li>
              <a class="govuk-link" href={`/appointments/${one.rowId}`}>
                {`${shortDay(one.onDay, p.today)}, ${one.atTime}`}
              </a>{' '}
              {[p.turns.get(one.rowId) === 'first' && turnWords.first, meetingKindWords[one.kind], one.place, one.aim]
                .filter(Boolean)
                .join(', ')}{' '}
              {one.onDay < p.today || one.onDay === p.today ? (
                p.may.arrange && (
                  <a class="govuk-link" href={`/appointments/${one.rowId}/outcome`}>
                    {en.sayCame}
                  </a>
                )
              ) : (
                <StandsTag entry={one} />
              )}
              <AlongLines lines={p.along.get(one.rowId)} but="" />
            </li>
          ))}
          {p.groups.map(one => (
            <li>
              {[shortDay(one.onDay, p.today), one.atTime].filter(Boolean).join(', ')}{' '}
              <a class="govuk-link" href={`/groups/${one.sessionId}`}>
                {closedGroupWords.expectedAt(one.title, expectedHow[one.how])}
              </a>
            </li>
          ))}
        </ul>
      )}
      <RunLines runs={p.runs} />
    </>
  )
}

function entryOf(item: TimelineItem, names: ReadonlyMap<string, string>): JSX.Element {
  return (
    <TimelineEntry
      key={item.key}
      date={timelineDay(item.on)}
      dateTime={item.on}
      shape={item.shape}
      tone={item.tone}
      title={
        item.href === null ? (
          item.title
        ) : (
          <a class="govuk-link" href={item.href}>
            {item.title}
          </a>
        )
      }
    >
      {item.ownWords !== '' && <p>“{item.ownWords}”</p>}
      {item.text.map(line => (
        <p>{line}</p>
      ))}
      {item.by !== null && names.has(item.by) && <p class="cx-quiet">{names.get(item.by)}</p>}
    </TimelineEntry>
  )
}
