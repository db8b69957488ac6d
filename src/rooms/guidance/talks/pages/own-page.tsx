import type { JSX } from 'preact'
import { type Visitor, YoungPage } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { ErrorSummaryOf, PostForm, RadiosField, TextareaField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { HARMLESS } from '#web/govuk/exit-this-page.tsx'
import { PlainCard } from '#web/shell/young-parts.tsx'
import { fieldsOf } from '../forms.ts'
import { ACHIEVEMENT, LEARNING, type Mark, SAID, type Talk } from '../talk.ts'
import { en, ownMarks, ownSaidOf } from '../words.ts'

type Own = { readonly visitor: Visitor; readonly talk: Talk; readonly given: string }

/**
 * Their own side, on the adviser's screen turned to them: nothing of what the adviser says, no alerts, and nobody else's name.
 */
export function OwnPage(p: Own & { readonly form: FormState }): JSX.Element {
  const { form } = p
  return (
    <YoungPage
      language="en"
      title={en.ownTitle}
      hasErrors={form.errors.length > 0}
      head={
        <>
          <h1>{en.ownTitle}</h1>
          <p>{en.ownLead(p.given)}</p>
        </>
      }
      leaveHref={HARMLESS}
      worried={worriedOf(p.talk)}
    >
      <ErrorSummaryOf form={form} />
      <PostForm action={`/talks/${p.talk.rowId}/own`} csrfToken={p.visitor.csrfToken}>
        <input type="hidden" name="version" value={String(p.talk.version)} />
        <h2>{en.ownWent}</h2>
        {LEARNING.map(mark => (
          <OwnMark form={form} mark={mark} />
        ))}
        <h2>{en.ownAchieved}</h2>
        {ACHIEVEMENT.map(mark => (
          <OwnMark form={form} mark={mark} hasLine />
        ))}
        <TextareaField form={form} name="own-words" label={en.ownWords} rows={4} />
        <RadiosField
          form={form}
          name="own-how"
          label={en.ownHowAsk}
          items={[
            { value: 'own-hands', label: en.ownHowHands },
            { value: 'said', label: en.ownHowSaid },
          ]}
        />
        <p>{en.ownReads}</p>
        <Button>{en.ownButton}</Button>
      </PostForm>
      <p>
        <a class="govuk-link" href={`/talks/${p.talk.rowId}`}>
          {en.ownBack}
        </a>
      </p>
    </YoungPage>
  )
}

/** One mark: a choice in a row, and of what they take with them a line on how they notice. */
function OwnMark(p: { readonly form: FormState; readonly mark: Mark; readonly hasLine?: boolean }): JSX.Element {
  const n = fieldsOf(p.mark)
  return (
    <>
      <RadiosField
        form={p.form}
        name={n.said}
        label={ownMarks[p.mark]}
        classes="govuk-radios--small govuk-radios--inline"
        items={SAID.map(value => ({ value, label: ownSaidOf(p.mark)[value] }))}
      />
      {p.hasLine && (
        <TextField
          form={p.form}
          name={n.evidence}
          label={
            <>
              {en.ownEvidence}
              <span class="govuk-visually-hidden">{en.needOf(ownMarks[p.mark])}</span>
            </>
          }
          autocomplete="off"
        />
      )}
    </>
  )
}

/** It is kept: they give the screen back. */
export function OwnThanksPage(p: Own): JSX.Element {
  return (
    <YoungPage
      language="en"
      title={en.ownThanks}
      head={
        <>
          <h1>{en.ownThanks}</h1>
          <p>{en.ownThanksText}</p>
        </>
      }
      leaveHref={HARMLESS}
      worried={worriedOf(p.talk)}
    >
      <PlainCard>
        <p>
          <a class="govuk-link" href={`/talks/${p.talk.rowId}`}>
            {en.ownBack}
          </a>
        </p>
      </PlainCard>
    </YoungPage>
  )
}

const worriedOf = (talk: Talk) => ({ href: `/concerns/new?about=${talk.personId}`, text: en.ownWorried })
