import type { JSX } from 'preact'
import { formatDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { DayField, PostForm, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { type StatusKind, StatusTag } from '#web/shell/status-tag.tsx'
import type { Team } from '../deployment.ts'
import type { LoadState, Vacancy, Waiting } from './rules.ts'
import { en, loadStates } from './words.ts'

export type TeamStaffing = { readonly team: Team; readonly vacancy: Vacancy; readonly waiting: Waiting }
export type AdviserStaffing = { readonly name: string; readonly count: number; readonly state: LoadState }

const KIND: Readonly<Record<LoadState, StatusKind>> = {
  within: 'good',
  full: 'care',
  'too-many': 'late',
  'no-limit': 'quiet',
}

/** Posts, vacancies, caseloads and waiting. */
export function StaffingPage(p: {
  readonly visitor: Visitor
  readonly teams: readonly TeamStaffing[]
  readonly advisers: readonly AdviserStaffing[]
  readonly mayKeep: boolean
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.title} current="/staffing">
      <PageHead title={en.title} lead={en.lead} />
      {p.teams.length === 0 ? (
        <EmptyState title={en.none}>{en.noneText}</EmptyState>
      ) : (
        <DataTable
          caption={en.caption}
          rows={p.teams}
          columns={[
            {
              key: 'team',
              heading: en.team,
              cell: one =>
                p.mayKeep ? (
                  <a class="govuk-link" href={`/staffing/${one.team.id}`}>
                    {one.team.name}
                    <span class="govuk-visually-hidden">: {en.enter}</span>
                  </a>
                ) : (
                  one.team.name
                ),
            },
            {
              key: 'posts',
              heading: en.posts,
              numeric: true,
              phone: { label: en.posts },
              cell: one => (one.vacancy.posts === undefined ? en.notEntered : String(one.vacancy.posts)),
            },
            {
              key: 'advisers',
              heading: en.advisers,
              numeric: true,
              phone: { label: en.advisers },
              cell: one => String(one.vacancy.advisers),
            },
            {
              key: 'vacant',
              heading: en.vacant,
              phone: { label: en.vacant },
              cell: ({ vacancy }) =>
                vacancy.since === undefined ? (
                  vacancy.posts === undefined ? (
                    '–'
                  ) : (
                    en.noVacancy
                  )
                ) : (
                  <StatusTag kind="care" bare>
                    {en.vacantSince(vacancy.vacant, formatDay(vacancy.since))}
                  </StatusTag>
                ),
            },
            {
              key: 'waiting',
              heading: en.waiting,
              numeric: true,
              phone: { label: en.waiting },
              cell: ({ waiting }) => (waiting.count.isFew ? en.few : String(waiting.count.value)),
            },
            {
              key: 'middle',
              heading: en.middle,
              numeric: true,
              phone: { label: en.middle },
              cell: ({ waiting }) => (waiting.middleDays === undefined ? '–' : String(waiting.middleDays)),
            },
          ]}
        />
      )}
      <p class="cx-quiet">{en.note}</p>
      <SectionHead>{en.loads}</SectionHead>
      <p class="cx-quiet">{en.limits}</p>
      {p.advisers.length === 0 ? (
        <p class="cx-quiet">{en.noLoads}</p>
      ) : (
        <DataTable
          caption={en.loads}
          rows={p.advisers}
          columns={[
            { key: 'adviser', heading: en.adviser, cell: one => one.name },
            {
              key: 'count',
              heading: en.leadsFor,
              numeric: true,
              phone: { label: en.leadsFor },
              cell: one => String(one.count),
            },
            {
              key: 'state',
              heading: en.stands,
              cell: one => (
                <StatusTag kind={KIND[one.state]} bare>
                  {loadStates[one.state]}
                </StatusTag>
              ),
            },
          ]}
        />
      )}
    </StaffPage>
  )
}

/** A manager enters how many posts a team has, and from when. */
export function PostsPage(p: {
  readonly visitor: Visitor
  readonly team: Team
  readonly form: FormState<'posts' | 'from'>
}): JSX.Element {
  const title = en.formTitle(p.team.name)
  return (
    <StaffPage visitor={p.visitor} title={title} current="/staffing" hasErrors={p.form.errors.length > 0}>
      <PageHead title={title} form={p.form} back={{ href: '/staffing', text: en.title }} />
      <PostForm action={`/staffing/${p.team.id}`} csrfToken={p.visitor.csrfToken}>
        <TextField
          form={p.form}
          name="posts"
          label={en.postsAsk}
          inputmode="numeric"
          autocomplete="off"
          classes="govuk-input--width-3"
        />
        <DayField form={p.form} name="from" label={en.fromAsk} hint={en.fromHint} />
        <div class="cx-buttons">
          <Button>{en.save}</Button>
        </div>
      </PostForm>
    </StaffPage>
  )
}
