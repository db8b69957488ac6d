import type { JSX } from 'preact'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { BarList } from '#web/charts/bar-list.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, LinkTabs, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { groupKinds } from '../groups/words.ts'
import { kinds } from '../words.ts'
import {
  byKind,
  byLevel,
  type Came,
  type Counted,
  groupsByKind,
  groupsByLevel,
  hoursWords,
  type Joined,
  joinedByKind,
  type Ran,
  SPANS,
  type Span,
  type Sum,
  sumBy,
  sumOf,
} from './rules.ts'
import { en, levels, spans } from './words.ts'

type Row = { readonly label: string; readonly sum: Sum }

/** Hours by kind and by level of support; of a team, by colleague too. */
export function HoursPage(p: {
  readonly visitor: Visitor
  readonly counted: readonly Counted[]
  readonly joined: readonly Joined[]
  readonly ran: readonly Ran[]
  readonly came: readonly Came[]
  readonly span: Span
  /** Colleagues of the team that is shown, by account; undefined for one's own hours. */
  readonly team: ReadonlyMap<string, string> | undefined
  readonly mayShowTeam: boolean
}): JSX.Element {
  const of = p.team === undefined ? '' : '&of=team'
  const all = sumOf(p.counted)
  const ofKinds = byKind(p.counted).map(({ name, sum }) => ({ label: kinds[name], sum }))
  const timed = ofKinds.filter(row => row.sum.minutes > 0)
  const ofLevels = byLevel(p.counted).map(({ name, sum }) => ({ label: levels[name], sum }))
  const colleagues = [...(p.team ?? [])]
  const ofColleagues = sumBy(
    p.counted,
    colleagues.map(([id]) => id),
    one => one.accountId,
  ).map(({ name, sum }) => ({ label: p.team?.get(name) ?? '', sum }))
  return (
    <StaffPage visitor={p.visitor} title={en.title} current="/hours">
      <PageHead title={en.title} lead={p.team === undefined ? en.lead : en.teamLead} />
      {p.mayShowTeam && (
        <LinkTabs
          label={en.title}
          tabs={[
            { href: `/hours?span=${p.span}`, text: en.own, current: p.team === undefined },
            { href: `/hours?span=${p.span}&of=team`, text: en.team, current: p.team !== undefined },
          ]}
        />
      )}
      <LinkTabs
        label={en.spans}
        tabs={SPANS.map(span => ({ href: `/hours?span=${span}${of}`, text: spans[span], current: span === p.span }))}
      />
      {all.contacts === 0 && p.ran.length === 0 && p.joined.length === 0 && (
        <EmptyState title={en.none}>{en.noneText}</EmptyState>
      )}
      {all.contacts > 0 && (
        <>
          <p>
            {en.total(hoursWords(all.minutes), all.contacts)} {all.untimed > 0 && en.untimed(all.untimed)}
          </p>
          <SectionHead>{en.byKind}</SectionHead>
          {timed.length > 0 && (
            <BarList
              id="hours-by-kind"
              title={en.byKind}
              description={timed.map(row => `${row.label}: ${hoursWords(row.sum.minutes)}`).join('. ')}
              asTable={en.asTable}
              head={[en.kind, en.hours]}
              labelWidth={220}
              width={640}
              rows={timed.map(row => ({ label: row.label, value: row.sum.minutes, text: hoursWords(row.sum.minutes) }))}
            />
          )}
          <Sums caption={en.byKind} head={en.kind} rows={ofKinds} />
          <SectionHead>{en.byLevel}</SectionHead>
          <p class="cx-quiet">{en.byLevelLead}</p>
          <Sums caption={en.byLevel} head={en.level} rows={ofLevels} />
          {p.team !== undefined && (
            <>
              <SectionHead>{en.byColleague}</SectionHead>
              <Sums caption={en.byColleague} head={en.colleague} rows={ofColleagues} />
            </>
          )}
        </>
      )}
      {p.joined.length > 0 && (
        <>
          <SectionHead>{en.joint}</SectionHead>
          <p class="cx-quiet">{p.team === undefined ? en.jointLead : en.jointTeamLead}</p>
          <Sums
            caption={en.joint}
            head={en.kind}
            contacts={en.meetings}
            rows={joinedByKind(p.joined).map(({ kind, sum }) => ({ label: kinds[kind], sum }))}
          />
        </>
      )}
      {p.ran.length > 0 && <Groups ran={p.ran} came={p.came} team={p.team} />}
    </StaffPage>
  )
}

/** Groups, drop-ins and outreach: apart, for an hour with many is not an hour with each. */
function Groups(p: {
  readonly ran: readonly Ran[]
  readonly came: readonly Came[]
  readonly team: ReadonlyMap<string, string> | undefined
}): JSX.Element {
  const kindsOf = groupsByKind(p.ran, p.came)
  const timed = kindsOf.filter(row => row.minutes > 0)
  const levelsOf = groupsByLevel(p.came)
  return (
    <>
      <SectionHead>{en.groups}</SectionHead>
      <p class="cx-quiet">{p.team === undefined ? en.groupsLead : en.groupsTeamLead}</p>
      {timed.length > 0 && (
        <BarList
          id="hours-of-groups"
          title={en.groups}
          description={timed.map(row => `${groupKinds[row.kind]}: ${hoursWords(row.minutes)}`).join('. ')}
          asTable={en.asTable}
          head={[en.kind, en.hours]}
          labelWidth={220}
          width={640}
          rows={timed.map(row => ({
            label: groupKinds[row.kind],
            value: row.minutes,
            text: hoursWords(row.minutes),
          }))}
        />
      )}
      <DataTable
        caption={en.groups}
        rows={kindsOf}
        columns={[
          { key: 'kind', heading: en.kind, cell: row => groupKinds[row.kind] },
          { key: 'hours', heading: en.hours, cell: row => hoursWords(row.minutes), phone: { lead: true } },
          { key: 'sessions', heading: en.sessions, cell: row => String(row.sessions), phone: { label: en.sessions } },
          { key: 'came', heading: en.came, cell: row => String(row.came), phone: { label: en.came } },
          { key: 'without', heading: en.without, cell: row => String(row.untimed), phone: { label: en.without } },
        ]}
      />
      {levelsOf.length > 0 && (
        <DataTable
          caption={en.cameByLevel}
          rows={levelsOf}
          columns={[
            { key: 'level', heading: en.level, cell: row => levels[row.level] },
            { key: 'came', heading: en.came, cell: row => String(row.came), phone: { label: en.came } },
          ]}
        />
      )}
    </>
  )
}

function Sums(p: {
  readonly caption: string
  readonly head: string
  /** What is counted, where that is no contact of theirs. */
  readonly contacts?: string
  readonly rows: readonly Row[]
}): JSX.Element {
  const counted = p.contacts ?? en.contacts
  return (
    <DataTable
      caption={p.caption}
      rows={p.rows}
      columns={[
        { key: 'label', heading: p.head, cell: row => row.label },
        { key: 'hours', heading: en.hours, cell: row => hoursWords(row.sum.minutes), phone: { lead: true } },
        { key: 'contacts', heading: counted, cell: row => String(row.sum.contacts), phone: { label: counted } },
        { key: 'without', heading: en.without, cell: row => String(row.sum.untimed), phone: { label: en.without } },
      ]}
    />
  )
}
