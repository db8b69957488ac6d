import type { JSX } from 'preact'
import { type Colleague, roleNames, StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import { BarList } from '#web/charts/bar-list.tsx'
import type { FormState } from '#web/form/field.ts'
import { PostForm, SelectField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, PageHead, SectionHead } from '#web/shell/layout.tsx'
import type { TeamTask } from '../advice/advice.ts'
import { TaskPart } from '../advice/pages.tsx'
import type { AdviserLoad, Team } from '../deployment.ts'
import { en as ready } from '../readiness/words.ts'
import { en } from '../words.ts'

/** How the work of a team is shared out. */
export function TeamPage(p: {
  visitor: Visitor
  team: Team | undefined
  loads: readonly AdviserLoad[]
  /** Those who left and still lead for somebody. */
  left: readonly AdviserLoad[]
  mayOpen: boolean
  /** Whether the team takes on the adviser's task together, and whom it asks. */
  task: TeamTask | undefined
  specialist: string
  isSpecialist: boolean
  leads: boolean
  /** What colleagues can be asked about, by account. */
  asked: ReadonlyMap<string, string>
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.team} current="/team">
      <PageHead title={en.team} lead={p.team && en.teamLead(p.team.name)} />
      {p.mayOpen && p.left.length > 0 && (
        <>
          <SectionHead>{en.left}</SectionHead>
          <p>{en.leftText}</p>
          <DataTable
            caption={en.left}
            rows={p.left}
            columns={[
              {
                key: 'adviser',
                heading: en.adviser,
                cell: l => (
                  <a class="govuk-link" href={`/team/${l.accountId}/move`}>
                    {en.moveFrom(l.name)}
                  </a>
                ),
              },
              { key: 'count', heading: en.wait, numeric: true, cell: l => en.people(l.count), phone: { lead: true } },
            ]}
          />
        </>
      )}
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
              {
                key: 'ask',
                heading: ready.askAbout,
                wide: true,
                cell: l => p.asked.get(l.accountId) ?? '',
                phone: { label: ready.askAbout },
              },
              ...(p.mayOpen
                ? [
                    {
                      key: 'move',
                      heading: en.move,
                      hidesHeading: true,
                      cell: (l: AdviserLoad) =>
                        l.count > 0 && (
                          <a class="govuk-link" href={`/team/${l.accountId}/move`}>
                            {en.move}
                            <span class="govuk-visually-hidden">{en.for(l.name)}</span>
                          </a>
                        ),
                    },
                  ]
                : []),
            ]}
          />
        </>
      )}
      {p.team !== undefined && <TaskPart {...p} />}
    </StaffPage>
  )
}

/** Who leads from now, and why: for all to read. */
export function AssignPage(p: {
  visitor: Visitor
  frame: PersonFrame
  form: FormState<'adviser' | 'reason' | 'all-the-same'>
  /** Whoever was chosen is not ready to take cases: why they take this one. */
  asksWhy: boolean
  advisers: readonly Colleague[]
  /** Who leads now, if anybody does who works here. */
  leadName: string | undefined
}): JSX.Element {
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={en.assign} form={p.form}>
      {p.leadName !== undefined && (
        <p>
          {en.assignAtOnce(p.leadName)}{' '}
          <a class="govuk-link" href={`/people/${p.frame.person.id}/hand-over`}>
            {en.handOver}
          </a>
        </p>
      )}
      <PostForm action={`/people/${p.frame.person.id}/lead`} csrfToken={p.visitor.csrfToken}>
        <SelectField
          form={p.form}
          name="adviser"
          label={en.assignTo}
          empty=""
          items={p.advisers.map(a => ({ value: a.accountId, label: `${a.name} (${roleNames[a.role]})` }))}
        />
        <TextField form={p.form} name="reason" label={en.assignReason} hint={en.assignReasonHint} />
        {p.asksWhy && (
          <TextField
            form={p.form}
            name="all-the-same"
            label={ready.whyAllTheSame}
            hint={ready.whyHint}
            autocomplete="off"
          />
        )}
        <Button>{en.assignButton}</Button>
      </PostForm>
    </FramedPage>
  )
}
