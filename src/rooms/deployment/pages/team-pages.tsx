import type { JSX } from 'preact'
import { type Colleague, roleNames, StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import { BarList } from '#web/charts/bar-list.tsx'
import type { FormState } from '#web/form/field.ts'
import { PostForm, SelectField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, PageHead } from '#web/shell/layout.tsx'
import type { AdviserLoad, Team } from '../deployment.ts'
import { en } from '../words.ts'

/** How the work of a team is shared out. */
export function TeamPage(p: {
  visitor: Visitor
  team: Team | undefined
  loads: readonly AdviserLoad[]
  mayOpen: boolean
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.team} current="/team">
      <PageHead title={en.team} lead={p.team && en.teamLead(p.team.name)} />
      {p.team === undefined || p.loads.length === 0 ? (
        <EmptyState title={en.noTeam}>{en.noTeamText}</EmptyState>
      ) : (
        <>
          <BarList
            id="loads"
            title={en.loads}
            description={p.loads.map(l => `${l.name}: ${en.people(l.count)}`).join('. ')}
            asTable={en.table}
            head={[en.adviser, en.leadsFor]}
            rows={p.loads.map(l => ({ label: l.name, value: l.count, text: String(l.count) }))}
          />
          <DataTable
            caption={en.loads}
            rows={p.loads}
            columns={[
              {
                key: 'adviser',
                heading: en.adviser,
                cell: l =>
                  p.mayOpen ? (
                    <a class="govuk-link" href={`/team/${l.accountId}/caseload`}>
                      {l.name}
                    </a>
                  ) : (
                    l.name
                  ),
              },
              {
                key: 'count',
                heading: en.leadsFor,
                numeric: true,
                cell: l => en.people(l.count),
                phone: { lead: true },
              },
            ]}
          />
        </>
      )}
    </StaffPage>
  )
}

/** Who leads from now, and why: for all to read. */
export function AssignPage(p: {
  visitor: Visitor
  frame: PersonFrame
  form: FormState<'adviser' | 'reason'>
  advisers: readonly Colleague[]
}): JSX.Element {
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={en.assign} form={p.form}>
      <PostForm action={`/people/${p.frame.person.id}/lead`} csrfToken={p.visitor.csrfToken}>
        <SelectField
          form={p.form}
          name="adviser"
          label={en.assignTo}
          empty=""
          items={p.advisers.map(a => ({ value: a.accountId, label: `${a.name} (${roleNames[a.role]})` }))}
        />
        <TextField form={p.form} name="reason" label={en.assignReason} hint={en.assignReasonHint} />
        <Button>{en.assignButton}</Button>
      </PostForm>
    </FramedPage>
  )
}
