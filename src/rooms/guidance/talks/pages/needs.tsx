import type { JSX } from 'preact'
import { RadiosField, TextareaField } from '#web/form/fields.tsx'
import { NO_FORM } from '#web/form/form.ts'
import { StepBehind, StepForm } from '#web/form/step-form.tsx'
import { SectionHead } from '#web/shell/layout.tsx'
import { en, needs as needWords } from '../words.ts'
import type { TalkPageProps } from './talk-page.tsx'

/** What else came up, each with what the house has for it: one press, and only what the visitor may. */
export function Needs(p: TalkPageProps & { readonly isOpen: boolean }): JSX.Element {
  const here = `/talks/${p.talk.rowId}`
  const { personId, version } = p.talk
  return (
    <>
      <SectionHead>{en.needsHead}</SectionHead>
      {p.needs.length === 0 && <p>{en.needsNone}</p>}
      {p.needs.map(need => (
        <section class="cx-card" aria-label={needWords[need.kind]}>
          <p>
            <strong>{needWords[need.kind]}</strong>
          </p>
          {need.words !== '' && <p class="cx-lines">{need.words}</p>}
          <ul class="govuk-list">
            {need.factorPath !== undefined && <Way href={need.factorPath} text={en.needFactor} of={need.kind} />}
            {p.mayRefer && <Way href={`/people/${personId}/referrals/new`} text={en.needRefer} of={need.kind} />}
            <Way href={`/concerns/new?about=${personId}`} text={en.needConcern} of={need.kind} />
          </ul>
          {p.isOpen && (
            <StepForm
              action={`${here}/needs/${need.rowId}/over`}
              csrfToken={p.visitor.csrfToken}
              version={version}
              button={en.needOver}
              second
            />
          )}
        </section>
      ))}
      {p.isOpen && (
        <>
          <StepBehind
            action={`${here}/needs`}
            csrfToken={p.visitor.csrfToken}
            version={version}
            summary={en.needAdd}
            button={en.needAdd}
            open={p.typed === 'need'}
          >
            <RadiosField
              form={p.typed === 'need' ? p.form : NO_FORM}
              name="kind"
              label={en.needKind}
              classes="govuk-radios--small"
              items={p.offered.map(value => ({ value, label: needWords[value] }))}
            />
            <TextareaField
              form={p.typed === 'need' ? p.form : NO_FORM}
              name="words"
              label={en.needWords}
              hint={en.needWordsHint}
              rows={2}
            />
          </StepBehind>
          <p class="cx-quiet">
            {en.needUnseen}{' '}
            <a class="govuk-link" href={`/concerns/new?about=${personId}`}>
              {en.needConcern}
            </a>
          </p>
        </>
      )}
    </>
  )
}

function Way(p: { readonly href: string; readonly text: string; readonly of: keyof typeof needWords }): JSX.Element {
  return (
    <li>
      <a class="govuk-link" href={p.href}>
        {p.text}
        <span class="govuk-visually-hidden">{en.needOf(needWords[p.of])}</span>
      </a>
    </li>
  )
}
