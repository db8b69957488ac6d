import type { JSX } from 'preact'
import type { Visitor } from '#rooms/identity/index.ts'
import { OwnFrame } from '#rooms/sharing/index.ts'
import type { FormState } from '#web/form/field.ts'
import { ErrorSummaryOf, PostForm, RadiosField, SelectField, TextareaField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import type { Language } from '#web/language.ts'
import { FactList } from '#web/shell/layout.tsx'
import { PlainCard } from '#web/shell/young-parts.tsx'
import type { Part } from '../referral.ts'
import type { OpenedLetter } from './actions.ts'
import { partsOf } from './forms.ts'
import type { Say } from './say.ts'
import { type OwnLetterWords, ownLetterIn } from './words.ts'

type Own = { readonly visitor: Visitor; readonly token: string; readonly opened: OpenedLetter }

/** The letter exactly as the other agency would read it, with the question whether it is right; or what they said to it. */
export function OwnLetterPage(p: Own & { readonly form: FormState }): JSX.Element {
  const { language } = p.visitor
  const words = ownLetterIn(language)
  const { parts, adviser, to, said, protocol, referral } = p.opened
  const lead = referral.sentOn === null ? words.lead : words.sentLead
  return (
    <OwnFrame
      visitor={p.visitor}
      token={p.token}
      title={said ? words.thanks : words.title}
      lead={said ? words.thanksText(adviser) : lead(adviser, to)}
      form={p.form}
    >
      <ErrorSummaryOf form={p.form} />
      {said ? <Answered words={words} said={said} /> : <p>{words.only(to)}</p>}
      {parts.map(part => (
        <PartCard part={part} words={words} language={language} />
      ))}
      {!said && (
        <>
          <PlainCard>
            <h2>{words.why}</h2>
            <p {...english(language)}>{protocol.law}</p>
          </PlainCard>
          <SayForm {...p} words={words} />
        </>
      )}
      <PostForm action={`/open/${p.token}/done`} csrfToken={p.visitor.csrfToken}>
        <Button classes="govuk-button--secondary">{words.close}</Button>
      </PostForm>
    </OwnFrame>
  )
}

/** What stands on record is in the language it was written in. */
const english = (language: Language) => (language === 'en' ? {} : { lang: 'en' })

function PartCard(p: {
  readonly part: Part
  readonly words: OwnLetterWords
  readonly language: Language
}): JSX.Element {
  const { part, words } = p
  const labels: Readonly<Record<string, string>> = words.lines
  const views: Readonly<Record<string, string>> = words.views
  return (
    <PlainCard>
      <h2>{words.parts[part.part]}</h2>
      <FactList
        stacked
        facts={part.lines
          .filter(line => line.value !== '')
          .map(line => ({
            label: labels[line.label] ?? <span {...english(p.language)}>{line.label}</span>,
            value: (
              <span class="cx-lines" {...(line.label === 'view' ? {} : english(p.language))}>
                {line.label === 'view' ? views[line.value] : line.value}
              </span>
            ),
          }))}
      />
    </PlainCard>
  )
}

function SayForm(p: Own & { readonly form: FormState; readonly words: OwnLetterWords }): JSX.Element {
  const { words, form } = p
  const { parts, adviser, to, stamp, referral } = p.opened
  const isSent = referral.sentOn !== null
  return (
    <PostForm action={`/open/${p.token}/letter`} csrfToken={p.visitor.csrfToken}>
      <input type="hidden" name="stamp" value={stamp} />
      <RadiosField
        form={form}
        name="say"
        label={words.question}
        items={[
          { value: 'right', label: words.right },
          {
            value: 'wrong',
            label: words.wrong,
            conditional: (
              <SelectField
                form={form}
                name="part"
                label={words.part}
                empty={words.anyPart}
                items={partsOf(parts).map(value => ({ value, label: words.parts[value] }))}
              />
            ),
          },
          isSent
            ? { value: 'objects', label: words.objectsSent, hint: words.objectsSentHint(adviser) }
            : { value: 'objects', label: words.objects, hint: words.objectsHint(adviser) },
        ]}
      />
      <TextareaField form={form} name="words" label={words.words} hint={words.wordsHint(adviser, to)} rows={4} />
      <Button>{words.button}</Button>
    </PostForm>
  )
}

function Answered(p: { readonly words: OwnLetterWords; readonly said: Say }): JSX.Element {
  const { words, said } = p
  return (
    <>
      <PlainCard>
        <h2>{words.yourAnswer}</h2>
        <p>{words.said[said.say]}</p>
        {said.part !== null && <p>{words.parts[said.part]}</p>}
        {said.words !== '' && <blockquote class="cx-quote">{said.words}</blockquote>}
      </PlainCard>
      <h2>{words.letter}</h2>
    </>
  )
}
