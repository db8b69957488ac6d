import type { JSX } from 'preact'
import { dayOf } from '#ground/clock.ts'
import { formatDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { ErrorSummaryOf, PostForm, RadiosField, TextareaField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Alert } from '#web/shell/alert.tsx'
import { FactList, PageHead, SectionHead } from '#web/shell/layout.tsx'
import type { Undoable } from '../actions/undo.ts'
import { undoAddress } from '../address.ts'
import { en } from '../words.ts'

/** Taking two records apart: what is asked of what came since, and why. */
export function UndoPage(p: {
  visitor: Visitor
  frame: PersonFrame
  undoable: Undoable
  form: FormState
  by: string
  /** What each row that came since says, by its name in the form. */
  says: ReadonlyMap<string, string>
}): JSX.Element {
  const { merge, since, newer } = p.undoable
  const words = en.undo
  const on = formatDay(dayOf(merge.mergedAt))
  return (
    <StaffPage
      visitor={p.visitor}
      title={words.title}
      hasErrors={p.form.errors.length > 0}
      aboutId={merge.personId}
      identityBar={p.frame.bar}
    >
      <ErrorSummaryOf form={p.form} />
      <PageHead
        title={words.title}
        lead={words.lead(on, p.by)}
        back={{ href: `/people/${merge.personId}`, text: words.back }}
      />
      <FactList
        facts={[
          { label: words.reasonThen, value: merge.reason },
          ...(merge.despite === '' ? [] : [{ label: words.despiteThen, value: merge.despite }]),
        ]}
      />
      {newer ? (
        <Alert kind="care" kindWord={en.care} first={`${words.newer}.`}>
          {words.newerText}{' '}
          <a class="govuk-link" href={undoAddress(newer.id)}>
            {words.newerLink(formatDay(dayOf(newer.mergedAt)))}
          </a>
        </Alert>
      ) : (
        <PostForm action={undoAddress(merge.id)} csrfToken={p.visitor.csrfToken}>
          <p class="govuk-body">{words.text}</p>
          <p class="govuk-body">{words.hidden}</p>
          <SectionHead>{words.since}</SectionHead>
          {since.length === 0 ? (
            <p class="cx-quiet">{words.sinceNone}</p>
          ) : (
            <>
              <p class="govuk-body">{words.sinceText}</p>
              {since.map(one => (
                <RadiosField
                  form={p.form}
                  name={one.name}
                  label={`${one.isNew ? words.added : words.changed}: ${p.says.get(one.name) ?? ''}`}
                  items={[
                    { value: 'stays', label: words.stays },
                    { value: 'goes', label: words.goes },
                  ]}
                />
              ))}
            </>
          )}
          <TextareaField form={p.form} name="reason" label={words.reason} rows={3} />
          <Button classes="govuk-button--warning">{words.button}</Button>
        </PostForm>
      )}
    </StaffPage>
  )
}
