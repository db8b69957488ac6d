import type { JSX } from 'preact'
import { type Day, shortDay } from '#ground/day.ts'
import { type Colleague, StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { detailValue } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { CheckboxesField, PostForm } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { EmptyState, PageHead } from '#web/shell/layout.tsx'
import type { CaseloadRow } from '../../deployment.ts'
import { en } from '../words.ts'
import { Who, Why } from './begin-page.tsx'

/** Many at once, from one adviser's caseload: tick, choose, ask. */
export function MovePage(p: {
  readonly visitor: Visitor
  readonly from: { readonly accountId: string; readonly name: string }
  /** They work here no more. */
  readonly isGone: boolean
  readonly rows: readonly CaseloadRow[]
  /** How many more of theirs are being handed over already. */
  readonly underWay: number
  readonly advisers: readonly Colleague[]
  readonly form: FormState
  readonly today: Day
}): JSX.Element {
  const here = `/team/${p.from.accountId}/move`
  const title = en.moveTitle(p.from.name)
  return (
    <StaffPage visitor={p.visitor} title={title} current="/team" hasErrors={p.form.errors.length > 0}>
      <PageHead title={title} lead={p.isGone ? en.moveLeft(p.from.name) : en.moveLead} form={p.form} />
      {p.underWay > 0 && <p>{en.moveUnderWay(p.underWay)}</p>}
      {p.rows.length === 0 ? (
        <EmptyState title={en.moveNobody}>{en.moveNobodyText}</EmptyState>
      ) : (
        <PostForm action={here} csrfToken={p.visitor.csrfToken}>
          <p>
            <a class="govuk-link" href={`${here}?tick=all`}>
              {en.tickAll}
            </a>{' '}
            <a class="govuk-link" href={here}>
              {en.tickNone}
            </a>
          </p>
          <CheckboxesField
            form={p.form}
            name="people"
            label={en.movePeople}
            classes="govuk-checkboxes--small cx-ticks"
            items={p.rows.map(row => ({
              value: row.personId,
              label: `${row.family}, ${row.given}`,
              hint: aboutOf(row, p.today),
            }))}
          />
          <Who form={p.form} advisers={p.advisers} />
          <Why form={p.form} />
          <div class="cx-buttons">
            <Button>{en.moveButton}</Button>
          </div>
        </PostForm>
      )}
    </StaffPage>
  )
}

function aboutOf(row: CaseloadRow, today: Day): string {
  const level = row.supportLevel === null ? en.noLevel : en.levelOf(detailValue('support-level', row.supportLevel))
  const seen = row.lastContactOn === null ? en.noContact : en.lastContact(shortDay(row.lastContactOn, today))
  return `${level}, ${seen}`
}
