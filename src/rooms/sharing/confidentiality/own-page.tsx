import type { JSX } from 'preact'
import type { Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { ErrorSummaryOf, PostForm, RadiosField, TextareaField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { PlainCard } from '#web/shell/young-parts.tsx'
import type { OwnPage } from '../links/link.ts'
import { BackToOwnPages, CloseOwn, OwnFrame } from '../links/own-pages.tsx'
import { type Reading, type Statement, UNDERSTOOD } from './statement.ts'
import { StatementWords } from './statement-words.tsx'
import { ownStatementIn } from './words.ts'

/** What stays between them, on their own phone: the words in force, and what they say to them; or what they said. */
export function OwnStatementPage(p: {
  readonly visitor: Visitor
  readonly token: string
  readonly pages: readonly OwnPage[]
  readonly adviser: string
  readonly statement: Statement
  readonly said: Reading | undefined
  readonly form: FormState
}): JSX.Element {
  const { language } = p.visitor
  const words = ownStatementIn(language)
  return (
    <OwnFrame
      visitor={p.visitor}
      token={p.token}
      title={p.said ? words.thanks : words.title}
      lead={p.said ? words.thanksText(p.adviser) : words.lead(p.adviser)}
      form={p.form}
    >
      <ErrorSummaryOf form={p.form} />
      {p.said && (
        <PlainCard>
          <h2>{words.yourAnswer}</h2>
          <p>
            {words.understoodQuestion} {words.understood[p.said.understood]}
          </p>
          {p.said.said !== '' && <blockquote class="cx-quote">{p.said.said}</blockquote>}
          {p.said.wishes !== '' && (
            <>
              <h3>{words.yourWishes}</h3>
              <blockquote class="cx-quote">{p.said.wishes}</blockquote>
            </>
          )}
        </PlainCard>
      )}
      <StatementWords statement={p.statement} heads={words} level="h2" />
      {!p.said && (
        <PostForm action={`/open/${p.token}/statement`} csrfToken={p.visitor.csrfToken}>
          <input type="hidden" name="statement" value={p.statement.rowId} />
          <RadiosField
            form={p.form}
            name="understood"
            label={words.understoodQuestion}
            items={UNDERSTOOD.map(value => ({ value, label: words.understood[value] }))}
          />
          <TextareaField form={p.form} name="said" label={words.said} hint={words.saidHint} rows={4} />
          <TextareaField form={p.form} name="wishes" label={words.wishes} hint={words.wishesHint} rows={3} />
          <Button>{words.button}</Button>
        </PostForm>
      )}
      <BackToOwnPages token={p.token} pages={p.pages} language={language} />
      <CloseOwn token={p.token} csrfToken={p.visitor.csrfToken} language={language} />
    </OwnFrame>
  )
}
