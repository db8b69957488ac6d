/** The steps of an application: the likeliest open, the others behind a line. */
import type { ComponentChildren, JSX } from 'preact'
import type { FormState } from '#web/form/field.ts'
import { CheckboxesField, DayField, RadiosField, SelectField, TextareaField, TextField } from '#web/form/fields.tsx'
import { StepBehind, StepForm } from '#web/form/step-form.tsx'
import { SectionHead } from '#web/shell/layout.tsx'
import { type Application, KIT, type Move, PREPARED, REASONS, SEES_TO, TELLS, WITH_THEM } from '../application.ts'
import { en, kit, prepared, reasons, seesTo, tells, withThem } from '../application-words.ts'
import { FORMS } from '../forms.ts'
import { FITS } from '../opportunity.ts'
import { fits, en as place } from '../words.ts'
import type { ApplicationView } from './application-page.tsx'

/** Every step that can be taken now; and what was typed for one that cannot be any more, so that it is not lost. */
export function MoveForms(p: ApplicationView): JSX.Element {
  const { application: a } = p
  return (
    <>
      {p.moves.map((move, i) => {
        const sending = {
          action: `/applications/${a.rowId}/${move}`,
          csrfToken: p.visitor.csrfToken,
          version: a.version,
          button: titleOf(move, a),
        }
        const fields = <Fields move={move} form={p.typed === move ? p.form : filled(move, a)} />
        return i === 0 ? (
          <>
            <SectionHead>{titleOf(move, a)}</SectionHead>
            <StepForm {...sending}>{fields}</StepForm>
          </>
        ) : (
          <StepBehind {...sending} summary={titleOf(move, a)} open={p.typed === move}>
            {fields}
          </StepBehind>
        )
      })}
      {p.typed !== undefined && !p.moves.includes(p.typed) && (
        <>
          <SectionHead>{en.typedHead}</SectionHead>
          <p>{en.typedText}</p>
          <Fields move={p.typed} form={p.form} />
        </>
      )}
    </>
  )
}

function titleOf(move: Move, a: Application): string {
  if (move === 'interview' && a.state === 'interview') return en.interviewMoved
  return {
    want: en.want,
    'put-forward': en.putForward,
    prepare: en.prepare,
    interview: en.interview,
    result: en.result,
    accept: en.accept,
    start: en.start,
    withdraw: en.withdraw,
  }[move]
}

/** What is known already stands in the form. */
function filled(move: Move, a: Application): FormState {
  switch (move) {
    case 'want':
      return FORMS.want.fill({ needs: a.needs })
    case 'prepare':
      return FORMS.prepare.fill({ prepared: a.prepared, 'prepared-words': a.preparedWords })
    case 'interview':
      return a.interviewOn === null
        ? FORMS.interview.empty()
        : FORMS.interview.fill({
            ...{ 'interview-on': a.interviewOn, 'interview-at': a.interviewAt, journey: a.journey },
            ...(a.withThem === null ? {} : { 'with-them': a.withThem }),
            ...Object.fromEntries(
              KIT.flatMap(item => (a.kit[item] === undefined ? [] : [[`kit-${item}`, a.kit[item]]])),
            ),
          })
    case 'put-forward':
    case 'result':
    case 'accept':
    case 'start':
    case 'withdraw':
      return FORMS[move].empty()
    default:
      return move satisfies never
  }
}

type FieldsOf = { readonly move: Move; readonly form: FormState }

function Fields({ move, form }: FieldsOf): JSX.Element {
  const yesNo = (name: string, label: string, yes: string, no: string) => (
    <RadiosField
      form={form}
      name={name}
      label={label}
      items={[
        { value: 'yes', label: yes },
        { value: 'no', label: no },
      ]}
    />
  )
  const words = (name: string, label: string, hint?: string) => (
    <TextareaField form={form} name={name} label={label} hint={hint} rows={3} />
  )
  const ticks = (name: string, label: string, items: readonly { value: string; label: string }[], hint?: string) => (
    <CheckboxesField
      form={form}
      name={name}
      label={label}
      hint={hint}
      classes="govuk-checkboxes--small"
      items={items}
    />
  )
  const all: Readonly<Record<Move, ComponentChildren>> = {
    want: (
      <>
        {yesNo('wants', en.wantsAsk, en.wantsYes, en.wantsNo)}
        {words('own-words', en.ownAsk)}
        {ticks(
          'needs',
          en.needsAsk,
          FITS.map(value => ({ value, label: fits[value] })),
          en.needsHint,
        )}
      </>
    ),
    'put-forward': (
      <>
        <p>{en.putText}</p>
        <DayField form={form} name="put-on" label={en.putOnAsk} hint={place.dayHint} />
        {ticks(
          'tells',
          en.tellsAsk,
          TELLS.map(value => ({ value, label: tells[value] })),
          en.tellsHint,
        )}
        {words('tells-words', en.tellsWordsAsk)}
      </>
    ),
    prepare: (
      <>
        {ticks(
          'prepared',
          en.preparedAsk,
          PREPARED.map(value => ({ value, label: prepared[value] })),
          en.preparedHint,
        )}
        {words('prepared-words', en.preparedWordsAsk)}
      </>
    ),
    interview: (
      <>
        <DayField form={form} name="interview-on" label={en.interviewOnAsk} hint={place.dayHint} />
        <TextField
          form={form}
          name="interview-at"
          label={en.interviewAtAsk}
          classes="govuk-input--width-5"
          autocomplete="off"
        />
        <RadiosField
          form={form}
          name="with-them"
          label={en.withThemAsk}
          classes="govuk-radios--small"
          items={WITH_THEM.map(value => ({ value, label: withThem[value] }))}
        />
        {words('journey', en.journeyAsk, en.journeyHint)}
        {KIT.map(item => (
          <SelectField
            form={form}
            name={`kit-${item}`}
            label={en.kitAsk(kit[item])}
            empty={en.kitNobody}
            items={SEES_TO.map(value => ({ value, label: seesTo[value] }))}
          />
        ))}
      </>
    ),
    result: (
      <>
        {yesNo('offered', en.offeredAsk, en.offeredYes, en.offeredNo)}
        {words('result-words', en.resultAsk, en.resultHint)}
      </>
    ),
    accept: (
      <>
        <DayField form={form} name="starts-on" label={en.startsAsk} hint={place.dayHint} />
        {words('accept-words', en.acceptAsk)}
      </>
    ),
    start: (
      <>
        {yesNo('started', en.startedAsk, en.startedYes, en.startedNo)}
        {words('start-words', en.startAsk)}
      </>
    ),
    withdraw: (
      <>
        <RadiosField
          form={form}
          name="reason"
          label={en.reasonAsk}
          classes="govuk-radios--small"
          items={REASONS.map(value => ({ value, label: reasons[value] }))}
        />
        {words('withdraw-words', en.withdrawAsk)}
      </>
    ),
  }
  return <>{all[move]}</>
}
