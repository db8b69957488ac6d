import type { JSX } from 'preact'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { CheckboxesField, PostForm, TextareaField, TextField } from '#web/form/fields.tsx'
import { NO_FORM } from '#web/form/form.ts'
import { Button } from '#web/govuk/button.tsx'
import { EmptyState, FactList } from '#web/shell/layout.tsx'
import { ALWAYS, type Part, type PartName, type Protocol, type Referral, VIEWS } from '../referral.ts'
import { asked, en, parts as partWords, views } from '../words.ts'
import { SayFields } from './say-fields.tsx'

type Common = { readonly visitor: Visitor; readonly frame: PersonFrame }

/** Whom one asks: agencies with which it is agreed what may go along. */
export function ChoosePage(
  p: Common & { readonly choices: readonly { readonly protocol: Protocol; readonly to: string }[] },
): JSX.Element {
  const base = `/people/${p.frame.person.id}/referrals`
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={en.chooseAgency}
      form={NO_FORM}
      back={{ href: base, text: en.ofPerson }}
    >
      {p.choices.length === 0 ? (
        <EmptyState title={en.noProtocols}>{en.noProtocolsText}</EmptyState>
      ) : (
        <>
          <p>{en.chooseLead}</p>
          <ul class="govuk-list">
            {p.choices.map(({ protocol, to }) => (
              <li>
                <a class="govuk-link" href={`${base}/new?protocol=${protocol.id}`}>
                  {to}
                </a>
                <br />
                {protocol.purpose}, {en.answersWithin(protocol.answerDays)}
              </li>
            ))}
          </ul>
        </>
      )}
    </FramedPage>
  )
}

/** What is written by hand, and what goes along from the record. */
function LetterFields(p: { readonly form: FormState; readonly offered: readonly PartName[] }): JSX.Element {
  return (
    <>
      <TextareaField form={p.form} name="asks" label={en.asks} hint={en.asksHint} rows={3} />
      <TextareaField form={p.form} name="why-now" label={en.why} rows={5} />
      <TextareaField form={p.form} name="own-words" label={en.ownWords} hint={en.ownWordsHint} rows={3} />
      <p>
        {en.goesAlways(
          ALWAYS.filter(part => part !== 'asked' && part !== 'said')
            .map(part => partWords[part])
            .join('; '),
        )}
      </p>
      {p.offered.length > 0 && (
        <CheckboxesField
          form={p.form}
          name="parts"
          label={en.goes}
          hint={en.goesHint}
          items={p.offered.map(value => ({ value, label: partWords[value] }))}
        />
      )}
    </>
  )
}

export function NewReferralPage(
  p: Common & {
    readonly form: FormState
    readonly protocol: Protocol
    readonly to: string
    readonly offered: readonly PartName[]
    /** One to the same agency for the same that is open already. */
    readonly open: string | undefined
  },
): JSX.Element {
  const base = `/people/${p.frame.person.id}/referrals`
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={en.newTo(p.to)}
      form={p.form}
      back={{ href: `${base}/new`, text: en.chooseAgency }}
    >
      <p>{en.forPurpose(p.protocol.purpose, p.protocol.law)}</p>
      {p.open !== undefined && (
        <p>
          <a class="govuk-link" href={`/referrals/${p.open}`}>
            {en.openIt}
          </a>
        </p>
      )}
      <PostForm action={`${base}/new?protocol=${p.protocol.id}`} csrfToken={p.visitor.csrfToken}>
        <LetterFields form={p.form} offered={p.offered} />
        <Button>{en.keep}</Button>
      </PostForm>
    </FramedPage>
  )
}

/** A draft written anew, or what was sent changed: then it is shown to the young person as the first was. */
export function EditReferralPage(
  p: Common & {
    readonly form: FormState
    readonly referral: Referral
    readonly offered: readonly PartName[]
  },
): JSX.Element {
  const { rowId, sentOn, version } = p.referral
  const isSent = sentOn !== null
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={isSent ? en.amend : en.edit}
      form={p.form}
      back={{ href: `/referrals/${rowId}`, text: en.letter }}
    >
      <p>
        {isSent && en.amendLead} {en.editLead}
      </p>
      <PostForm action={`/referrals/${rowId}/edit`} csrfToken={p.visitor.csrfToken}>
        <input type="hidden" name="version" value={String(version)} />
        <LetterFields form={p.form} offered={p.offered} />
        {isSent && (
          <>
            <SayFields form={p.form} given={p.frame.person.given} />
            <TextField form={p.form} name="why" label={en.amendWhy} autocomplete="off" />
          </>
        )}
        <Button>{isSent ? en.amend : en.keep}</Button>
      </PostForm>
    </FramedPage>
  )
}

const viewOf = (code: string): string => views[VIEWS.find(view => view === code) ?? 'not-asked']

/** The letter: what the other agency sees, part by part. */
export function LetterParts(p: { readonly parts: readonly Part[] }): JSX.Element {
  return (
    <>
      {p.parts.map(part => (
        <section aria-label={partWords[part.part]}>
          <h3 class="govuk-heading-s">{partWords[part.part]}</h3>
          <FactList
            stacked={part.part === 'asked'}
            facts={part.lines
              .filter(line => line.value !== '')
              .map(line => ({
                label: asked[line.label] ?? line.label,
                value: <span class="cx-lines">{line.label === 'view' ? viewOf(line.value) : line.value}</span>,
              }))}
          />
        </section>
      ))}
    </>
  )
}
