import type { JSX } from 'preact'
import { addMs, dayOf } from '#ground/clock.ts'
import { formatDay } from '#ground/day.ts'
import { NAMED_CLASSES } from '#rooms/access/index.ts'
import type { FormState } from '#web/form/field.ts'
import { DayField, PostForm, RadiosField, SelectField, TextareaField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { EmptyState, FactList, SectionHead } from '#web/shell/layout.tsx'
import { CONDITIONS, type GivenClass } from '../given-class.ts'
import { conditions, namedClassWords, given as words } from '../words.ts'
import { CasePage, type CaseProps, type Choice } from './protection-pages.tsx'

/** What stands of it on the page of a record's protection. */
export function GivenClasses(p: {
  recordId: string
  given: readonly GivenClass[]
  holderName: (id: string) => string
}): JSX.Element {
  const base = `/protection/${p.recordId}/classes`
  return (
    <>
      <SectionHead
        aside={
          <a class="govuk-link" href={base}>
            {words.button}
          </a>
        }
      >
        {words.section}
      </SectionHead>
      {p.given.length === 0 ? (
        <p class="cx-quiet">{words.none}</p>
      ) : (
        <FactList
          facts={p.given.map(g => ({
            label: namedClassWords[g.recordClass],
            value: (
              <>
                {words.until(p.holderName(g.holderId), lastDay(g))}. {g.reason}{' '}
                <a class="govuk-link" href={`${base}/${g.id}`}>
                  {words.end}
                  <span class="govuk-visually-hidden">
                    : {namedClassWords[g.recordClass]}, {p.holderName(g.holderId)}
                  </span>
                </a>
              </>
            ),
          }))}
        />
      )}
    </>
  )
}

function lastDay(g: GivenClass): string {
  return g.endedAt === null ? '' : formatDay(dayOf(addMs(g.endedAt, -1)))
}

export type GiveFields = 'who' | 'part' | 'condition' | 'reason' | 'last'

export function GiveClassPage(p: CaseProps & { form: FormState<GiveFields>; holders: readonly Choice[] }): JSX.Element {
  return (
    <CasePage {...p} title={words.title} lead={words.lead} back>
      {p.holders.length === 0 ? (
        <EmptyState title={words.section}>{words.nobody}</EmptyState>
      ) : (
        <PostForm action={`/protection/${p.case.recordId}/classes`} csrfToken={p.visitor.csrfToken}>
          <SelectField form={p.form} name="who" label={words.who} hint={words.whoHint} empty="" items={p.holders} />
          <RadiosField
            form={p.form}
            name="part"
            label={words.part}
            items={NAMED_CLASSES.map(value => ({ value, label: namedClassWords[value] }))}
          />
          <RadiosField
            form={p.form}
            name="condition"
            label={words.condition}
            items={CONDITIONS.map(value => ({ value, label: conditions[value] }))}
          />
          <TextareaField form={p.form} name="reason" label={words.reason} hint={words.reasonHint} rows={3} />
          <DayField form={p.form} name="last" label={words.last} hint={words.lastHint} />
          <Button>{words.give}</Button>
        </PostForm>
      )}
    </CasePage>
  )
}

export function EndClassPage(
  p: CaseProps & { form: FormState<'reason'>; given: GivenClass; holderName: (id: string) => string },
): JSX.Element {
  const { recordClass, holderId, id } = p.given
  return (
    <CasePage
      {...p}
      title={words.endTitle(namedClassWords[recordClass], p.holderName(holderId))}
      lead={words.endLead}
      back
    >
      <PostForm action={`/protection/${p.case.recordId}/classes/${id}`} csrfToken={p.visitor.csrfToken}>
        <TextareaField form={p.form} name="reason" label={words.endReason} rows={3} />
        <Button classes="govuk-button--warning">{words.endButton}</Button>
      </PostForm>
    </CasePage>
  )
}
