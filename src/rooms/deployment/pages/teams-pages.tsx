import type { JSX } from 'preact'
import { shortDay } from '#ground/day.ts'
import { type Colleague, roleNames, StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { PostForm, SelectField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { buttonColumn } from '#web/shell/row-columns.tsx'
import type { Team, TeamLine, TeamPlace } from '../deployment.ts'
import { en } from '../words.ts'

/** Every team of the partnership. */
export function TeamsPage(p: {
  visitor: Visitor
  teams: readonly TeamLine[]
  names: ReadonlyMap<string, string>
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.teams} current="/teams">
      <PageHead title={en.teams} lead={en.teamsLead} actions={<Button href="/teams/new">{en.makeTeam}</Button>} />
      {p.teams.length === 0 ? (
        <EmptyState title={en.noTeams}>{en.noTeamsText}</EmptyState>
      ) : (
        <DataTable
          caption={en.teams}
          rows={p.teams}
          columns={[
            {
              key: 'name',
              heading: en.team,
              cell: t =>
                t.endedOn === null ? (
                  <a class="govuk-link" href={`/teams/${t.id}`}>
                    {t.name}
                  </a>
                ) : (
                  t.name
                ),
            },
            {
              key: 'leader',
              heading: en.leader,
              cell: t => (t.leaderId === null ? en.nobody : (p.names.get(t.leaderId) ?? '')),
              phone: { lead: true },
            },
            { key: 'advisers', heading: en.advisersHead, cell: t => en.advisers(t.advisers) },
            {
              key: 'state',
              heading: en.state,
              cell: t => (t.endedOn === null ? en.works : en.ended(shortDay(t.endedOn))),
            },
          ]}
        />
      )}
    </StaffPage>
  )
}

/** Making one. */
export function NewTeamPage(p: {
  visitor: Visitor
  form: FormState<'name' | 'leader'>
  leaders: readonly Colleague[]
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.makeTeam} current="/teams" hasErrors={p.form.errors.length > 0}>
      <PageHead form={p.form} title={en.makeTeam} back={{ href: '/teams', text: en.teams }} />
      <PostForm action="/teams/new" csrfToken={p.visitor.csrfToken}>
        <TextField form={p.form} name="name" label={en.teamName} autocomplete="off" />
        <SelectField
          form={p.form}
          name="leader"
          label={en.leader}
          hint={en.leaderHint}
          empty={en.nobody}
          items={p.leaders.map(l => ({ value: l.accountId, label: l.name }))}
        />
        <Button>{en.makeTeam}</Button>
      </PostForm>
    </StaffPage>
  )
}

export type OneTeam = {
  readonly visitor: Visitor
  readonly team: Team
  readonly places: readonly TeamPlace[]
  readonly leaders: readonly Colleague[]
  readonly advisers: readonly Colleague[]
  readonly naming: FormState<'name'>
  readonly leading: FormState<'leader'>
  readonly joining: FormState<'adviser'>
}

/** One team: its name, its leader, and who works in it. */
export function OneTeamPage(p: OneTeam): JSX.Element {
  const base = `/teams/${p.team.id}`
  const { csrfToken } = p.visitor
  const here = p.places.filter(place => place.finishedOn === null)
  const before = p.places.filter(place => place.finishedOn !== null)
  const wrong = [p.naming, p.leading, p.joining].find(form => form.errors.length > 0)
  return (
    <StaffPage visitor={p.visitor} title={p.team.name} current="/teams" hasErrors={wrong !== undefined}>
      <PageHead form={wrong} title={p.team.name} back={{ href: '/teams', text: en.teams }} />
      <SectionHead>{en.inTeam}</SectionHead>
      {here.length === 0 ? (
        <EmptyState title={en.noOneInTeam}>{en.noOneInTeamText}</EmptyState>
      ) : (
        <DataTable
          caption={en.inTeam}
          rows={here}
          columns={[
            { key: 'adviser', heading: en.adviser, cell: m => m.name },
            { key: 'since', heading: en.since, cell: m => shortDay(m.startedOn), phone: { label: en.since } },
            buttonColumn<TeamPlace>({
              word: en.takeOut,
              csrfToken,
              action: m => `${base}/members/${m.accountId}/end`,
              about: m => en.for(m.name),
            }),
          ]}
        />
      )}
      <PostForm action={`${base}/members`} csrfToken={csrfToken}>
        <SelectField
          form={p.joining}
          name="adviser"
          label={en.putIn}
          hint={en.putInHint}
          empty=""
          items={p.advisers.map(a => ({ value: a.accountId, label: `${a.name} (${roleNames[a.role]})` }))}
        />
        <Button>{en.putInButton}</Button>
      </PostForm>
      <SectionHead>{en.changeLeader}</SectionHead>
      <PostForm action={`${base}/leader`} csrfToken={csrfToken}>
        <SelectField
          form={p.leading}
          name="leader"
          label={en.leader}
          hint={en.leaderHint}
          empty={en.nobody}
          items={p.leaders.map(l => ({ value: l.accountId, label: l.name }))}
        />
        <Button classes="govuk-button--secondary">{en.changeLeaderButton}</Button>
      </PostForm>
      <SectionHead>{en.rename}</SectionHead>
      <PostForm action={`${base}/name`} csrfToken={csrfToken}>
        <TextField form={p.naming} name="name" label={en.teamName} autocomplete="off" />
        <Button classes="govuk-button--secondary">{en.renameButton}</Button>
      </PostForm>
      {before.length > 0 && (
        <>
          <SectionHead>{en.placesBefore}</SectionHead>
          <DataTable
            caption={en.placesBefore}
            rows={before}
            columns={[
              { key: 'adviser', heading: en.adviser, cell: m => m.name },
              { key: 'since', heading: en.since, cell: m => shortDay(m.startedOn), phone: { label: en.since } },
              {
                key: 'until',
                heading: en.until,
                cell: m => (m.finishedOn === null ? '' : shortDay(m.finishedOn)),
                phone: { label: en.until },
              },
            ]}
          />
        </>
      )}
      {here.length === 0 && (
        <>
          <SectionHead>{en.endTeam}</SectionHead>
          <p class="govuk-body">{en.endTeamText}</p>
          <PostForm action={`${base}/end`} csrfToken={csrfToken}>
            <Button classes="govuk-button--warning">{en.endTeam}</Button>
          </PostForm>
        </>
      )}
    </StaffPage>
  )
}
