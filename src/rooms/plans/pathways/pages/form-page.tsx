import type { JSX } from 'preact'
import type { Day } from '#ground/day.ts'
import { FramedPage } from '#rooms/people/index.ts'
import { CapacityNote } from '#rooms/sharing/index.ts'
import { DayField, PostForm, RadiosField, SelectField, TextareaField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { type Offered, OTHER } from '../forms.ts'
import { askWords, kindWords } from '../kind-words.ts'
import { KINDS } from '../kinds.ts'
import type { Pathway, PathwayKind } from '../pathway.ts'
import { en } from '../words.ts'
import type { Common } from './shared.tsx'

type Asking = Common & {
  readonly kind: PathwayKind
  readonly offered: Offered
  /** The one that is changed; none while one is started. */
  readonly pathway: Pathway | undefined
  readonly today: Day
}

/** What is written of a pathway, when it is started and later. */
export function PathwayFormPage(p: Asking): JSX.Element {
  const { kind, pathway, form, frame } = p
  const { asks } = KINDS[kind]
  const words = kindWords[kind]
  const list = `/people/${frame.person.id}/pathways`
  return (
    <FramedPage
      visitor={p.visitor}
      frame={frame}
      title={(pathway ? en.changeOf : en.startOf)(words.name)}
      form={form}
      back={pathway ? { href: `/pathways/${pathway.rowId}`, text: en.toPathway } : { href: list, text: en.toList }}
    >
      {pathway === undefined && <p>{words.about}</p>}
      <PostForm
        action={pathway ? `/pathways/${pathway.rowId}/change` : `${list}/new?kind=${kind}`}
        csrfToken={p.visitor.csrfToken}
      >
        {pathway && <input type="hidden" name="version" value={String(pathway.version)} />}
        {pathway === undefined && kind === 'family' && <Said {...p} />}
        <Stage {...p} />
        <Who {...p} />
        <Anchor {...p} />
        {asks.map(({ ask }) => (
          <TextareaField
            form={form}
            name={ask}
            label={askWords[ask].label}
            hint={askWords[ask].hint || undefined}
            rows={ask === 'place' || ask === 'youth-justice' ? 2 : 3}
          />
        ))}
        <Review {...p} />
        {pathway === undefined && <p class="cx-quiet">{en.startNote}</p>}
        <div class="cx-buttons">
          <Button>{pathway ? en.changeButton : en.startButton}</Button>
        </div>
      </PostForm>
    </FramedPage>
  )
}

function Stage(p: Asking): JSX.Element {
  const { stages } = kindWords[p.kind]
  return (
    <RadiosField
      form={p.form}
      name="stage"
      label={en.stage}
      hint={p.pathway === undefined ? en.stageHint : undefined}
      classes="govuk-radios--small"
      items={KINDS[p.kind].stages.map(value => ({ value, label: stages[value] ?? value }))}
    />
  )
}

function Anchor(p: Asking): JSX.Element | null {
  const { anchor } = KINDS[p.kind]
  if (anchor === 'none') return null
  const hint = anchor === 'may' ? `${en.anchorHint} ${en.anchorMay}` : en.anchorHint
  return <DayField form={p.form} name="anchor" label={kindWords[p.kind].anchor} hint={hint} />
}

function Review(p: Asking): JSX.Element | null {
  const { reviewWeeks } = KINDS[p.kind]
  if (reviewWeeks === null) return null
  return <DayField form={p.form} name="review" label={en.reviewOn} hint={en.reviewHint(reviewWeeks)} />
}

function Who(p: Asking): JSX.Element | null {
  const { form, kind, offered } = p
  const words = kindWords[kind]
  switch (KINDS[kind].who) {
    case 'none':
      return null
    case 'named':
      return (
        <TextField
          form={form}
          name="with-name"
          label={words.who}
          hint={words.whoHint || undefined}
          autocomplete="off"
        />
      )
    case 'family':
      return (
        <RadiosField
          form={form}
          name="adult"
          label={en.whomAdult}
          classes="govuk-radios--small"
          items={[
            ...offered.adults.map(one => ({ value: one.rowId, label: `${one.name}, ${one.relationship}` })),
            {
              value: OTHER,
              label: en.adultOther,
              conditional: <TextField form={form} name="with-name" label={en.whomName} autocomplete="off" />,
            },
          ]}
        />
      )
    case 'mentor':
      return <Mentor {...p} />
  }
}

function Mentor(p: Asking): JSX.Element {
  const { form, offered } = p
  return (
    <>
      <SelectField
        form={form}
        name="mentor"
        label={en.mentorWho}
        hint={en.mentorNote}
        empty=""
        items={[
          { value: OTHER, label: en.mentorVolunteer },
          ...offered.colleagues.map(one => ({ value: one.accountId, label: one.name })),
        ]}
      />
      <TextField form={form} name="with-name" label={en.mentorName} autocomplete="off" />
      <DayField form={form} name="seen" label={en.seenOn} hint={en.seenHint} />
      <SelectField
        form={form}
        name="goal"
        label={en.goal}
        empty={en.goalNone}
        items={offered.goals.map(one => ({ value: one.rowId, label: one.words }))}
      />
    </>
  )
}

/** The young person's own word comes first: without it nothing of this begins, but where a reason is written (K2, K11). */
function Said(p: Asking): JSX.Element {
  const { form } = p
  return (
    <>
      <CapacityNote person={p.frame.person} today={p.today} />
      <RadiosField
        form={form}
        name="said"
        label={en.said}
        items={[
          {
            value: 'yes',
            label: en.saidYes,
            hint: en.saidYesHint,
            conditional: <TextareaField form={form} name="said-words" label={en.saidWords} rows={2} />,
          },
          {
            value: 'without',
            label: en.saidWithout,
            conditional: (
              <TextareaField form={form} name="without-why" label={en.withoutWhy} hint={en.withoutHint} rows={3} />
            ),
          },
        ]}
      />
    </>
  )
}
