import type { JSX } from 'preact'
import { PostForm, TextareaField } from '#web/form/fields.tsx'
import { NO_FORM } from '#web/form/form.ts'
import { StepForm } from '#web/form/step-form.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Details } from '#web/govuk/details.tsx'
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
        <section class="cx-card" id={`need-${need.rowId}`} aria-label={needWords[need.kind]}>
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
          <Kinds {...p} action={`${here}/needs`} />
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

/** What it may be about, a press each: it is noted, and stands with its ways on. A sentence is typed first, where one is wanted. */
function Kinds(p: TalkPageProps & { readonly action: string }): JSX.Element {
  const form = p.typed === 'need' ? p.form : NO_FORM
  const fault = form.errors.find(one => one.field === 'kind')
  return (
    <PostForm action={p.action} csrfToken={p.visitor.csrfToken}>
      <input type="hidden" name="version" value={String(p.talk.version)} />
      <Details summary={en.needSentence} open={p.typed === 'need'}>
        <TextareaField form={form} name="words" label={en.needWords} hint={en.needWordsHint} rows={2} />
      </Details>
      <fieldset class="govuk-fieldset" id="kind">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{en.needAdd}</legend>
        {fault !== undefined && <p class="govuk-error-message">{fault.message}</p>}
        <div class="cx-buttons">
          {p.offered.map(kind => (
            <Button name="kind" value={kind} classes="govuk-button--secondary">
              {needWords[kind]}
            </Button>
          ))}
        </div>
      </fieldset>
    </PostForm>
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
