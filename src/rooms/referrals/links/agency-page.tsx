import type { ComponentChildren, JSX } from 'preact'
import { formatDay } from '#ground/day.ts'
import { type Visitor, YoungPage } from '#rooms/identity/index.ts'
import { leaveOf } from '#rooms/sharing/index.ts'
import type { FormState } from '#web/form/field.ts'
import { ErrorSummaryOf, PostForm } from '#web/form/fields.tsx'
import { NO_FORM } from '#web/form/form.ts'
import { Button } from '#web/govuk/button.tsx'
import { FactList } from '#web/shell/layout.tsx'
import { QuestionNote } from '../objections/parts.tsx'
import { LetterParts } from '../pages/letter-pages.tsx'
import { MoveForms } from '../pages/move-forms.tsx'
import type { Move, Step } from '../referral.ts'
import { owedBy } from '../rules.ts'
import { bases, en, states, steps as stepWords } from '../words.ts'
import type { OpenedReferral } from './agency.ts'
import { agencyWords as words } from './agency-words.ts'
import { classNamesOf } from './forms.ts'

type Agency = { readonly visitor: Visitor; readonly token: string }

/** The letter as it was sent, and the one answer this link takes; or what was answered. */
export function AgencyPage(
  p: Agency & { readonly opened: OpenedReferral; readonly form: FormState; readonly typed: Move | undefined },
): JSX.Element {
  const { link, referral, protocol, parts, steps, from, to, moves } = p.opened
  const isAnswered = link.usedAt !== null
  const isOurs = owedBy(referral.state) === 'receiver' && referral.dueOn !== null
  const due = referral.dueOn === null ? '' : formatDay(referral.dueOn)
  return (
    <AgencyFrame
      {...p}
      title={isAnswered ? words.thanks : words.title(from)}
      lead={isAnswered ? words.thanksText(from) : words.lead(link.forName, to, protocol.purpose)}
      hasErrors={p.form.errors.length > 0}
    >
      <ErrorSummaryOf form={p.form} />
      {isAnswered ? (
        <p>
          {words.stands}: <strong>{states[referral.state]}</strong>. {isOurs && words.next(due)}
        </p>
      ) : (
        isOurs && <p>{words.by(due)}</p>
      )}
      {referral.questionOn !== null && <QuestionNote />}
      <h2>{words.letter}</h2>
      {parts.length === 0 ? <p>{words.letterGone}</p> : <LetterParts parts={parts} />}
      {moves.size > 0 && (
        <>
          <h2>{words.answer}</h2>
          <p>{words.once}</p>
          <MoveForms
            visitor={p.visitor}
            referral={referral}
            moves={moves}
            workers={[]}
            lead={undefined}
            form={p.form}
            typed={p.typed}
            base={`/open/${p.token}/referral`}
            acceptAs={words.acceptAs(link.forName)}
          />
        </>
      )}
      <h2>{words.terms}</h2>
      <FactList
        stacked
        facts={[
          { label: en.ground, value: `${bases[protocol.basis]}. ${protocol.law}` },
          ...(protocol.condition === '' ? [] : [{ label: en.condition, value: protocol.condition }]),
          { label: words.mayGo, value: [words.always, ...classNamesOf(protocol.classes)].join('; ') },
        ]}
      />
      {steps.length > 0 && <History steps={steps} />}
      {referral.overOn === null && <AskAnother {...p} isAsked={link.askedAt !== null} />}
      <PostForm action={`/open/${p.token}/done`} csrfToken={p.visitor.csrfToken}>
        <Button classes="govuk-button--secondary">{words.close}</Button>
      </PostForm>
    </AgencyFrame>
  )
}

/** The link is over; whoever had opened it in this browser can ask for another. */
export function AgencyOverPage(p: Agency & { readonly isAsked: boolean }): JSX.Element {
  return (
    <AgencyFrame
      {...p}
      title={p.isAsked ? words.asked : words.overTitle}
      lead={p.isAsked ? words.askedText : words.overText}
    >
      {p.isAsked ? null : <AskAnother {...p} />}
    </AgencyFrame>
  )
}

function AskAnother(p: Agency & { readonly isAsked: boolean }): JSX.Element {
  if (p.isAsked)
    return (
      <p>
        <strong>{words.asked}.</strong> {words.askedText}
      </p>
    )
  return (
    <>
      <p>{words.anotherText}</p>
      <PostForm action={`/open/${p.token}/another`} csrfToken={p.visitor.csrfToken}>
        <Button classes="govuk-button--secondary">{words.another}</Button>
      </PostForm>
    </>
  )
}

function History(p: { readonly steps: readonly Step[] }): JSX.Element {
  return (
    <>
      <h2>{words.history}</h2>
      <FactList
        facts={p.steps.map(step => ({
          label: formatDay(step.onDay),
          value: (
            <>
              {stepWords[step.step]}
              {step.words !== '' && <div class="cx-lines">{step.words}</div>}
              {step.byName !== '' && <div class="cx-quiet">{words.byLink(step.byName)}</div>}
            </>
          ),
        }))}
      />
    </>
  )
}

function AgencyFrame(
  p: Agency & {
    readonly title: string
    readonly lead: string
    readonly hasErrors?: boolean
    readonly children: ComponentChildren
  },
): JSX.Element {
  return (
    <YoungPage
      language="en"
      title={p.title}
      {...(p.hasErrors === undefined ? {} : { hasErrors: p.hasErrors })}
      head={
        <>
          <h1>{p.title}</h1>
          <p>{p.lead}</p>
        </>
      }
      leaveHref={leaveOf(p.token)}
      worried={{ href: `/open/${p.token}/worried`, text: words.worried }}
    >
      {p.children}
    </YoungPage>
  )
}

/** A page nothing was typed on yet. */
export const UNTYPED = { form: NO_FORM, typed: undefined } as const
