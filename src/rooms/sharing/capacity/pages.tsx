import type { JSX } from 'preact'
import { addDays, type Day, formatDay, isAfter, shortDay } from '#ground/day.ts'
import type { RowId } from '#ground/ids.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { type Adult, FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { CheckboxesField, DayField, PostForm, RadiosField, TextareaField, TextField } from '#web/form/fields.tsx'
import { NO_FORM } from '#web/form/form.ts'
import { Button } from '#web/govuk/button.tsx'
import { EmptyState, FactList } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { ABOUTS, type CapacityDecision, OUTCOMES, type Outcome, PARTS } from './capacity.ts'
import { compulsoryUntil, decidesOnEhc, isResponsible, standingOn } from './rules.ts'
import { abouts, en, outcomes, parts, standings } from './words.ts'

const TONES: Readonly<Record<Outcome, 'good' | 'note' | 'care'>> = {
  can: 'good',
  'with-help': 'note',
  'not-now': 'care',
}
const nameOf = ({ person }: PersonFrame) => `${person.given} ${person.family}`

/** Who decides, and what was judged: one question after the other. */
export function CapacityPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly decisions: readonly CapacityDecision[]
  /** Undefined where the viewer may not see who is round them. */
  readonly adults: readonly Adult[] | undefined
  readonly hasEhc: boolean
  readonly names: ReadonlyMap<string, string>
  readonly mayCorrect: boolean
  readonly today: Day
}): JSX.Element {
  const { person } = p.frame
  const here = `/people/${person.id}/capacity`
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={en.titleOf(person.given)} form={NO_FORM}>
      <p>
        <strong>{standings[standingOn(person.bornOn, p.today)]}</strong> {en.lead}
      </p>
      {p.hasEhc && person.bornOn !== null && <p>{ehcWords(person.bornOn, p.today)}</p>}
      {p.adults !== undefined && <Responsible adults={p.adults} />}
      {person.diedOn === null && (
        <div class="cx-buttons">
          <Button href={`${here}/new`}>{en.judge}</Button>
        </div>
      )}
      {p.decisions.length === 0 ? (
        <EmptyState title={en.none}>{en.noneText}</EmptyState>
      ) : (
        p.decisions.map(one => <Decision {...p} one={one} here={here} />)
      )}
    </FramedPage>
  )
}

function ehcWords(bornOn: Day, today: Day): string {
  const until = compulsoryUntil(bornOn)
  return decidesOnEhc(bornOn, today) ? en.ehcTheirs(formatDay(addDays(until, 1))) : en.ehcLater(formatDay(until))
}

function Responsible(p: { readonly adults: readonly Adult[] }): JSX.Element {
  const with_ = p.adults.filter(isResponsible)
  if (with_.length === 0) return <p>{en.noResponsible}</p>
  return (
    <p>
      {en.responsible}: {with_.map(adult => `${adult.name} (${adult.relationship})`).join(', ')}
    </p>
  )
}

type Of = Pick<Parameters<typeof CapacityPage>[0], 'frame' | 'adults' | 'names' | 'mayCorrect' | 'today'>

function Decision(p: Of & { readonly one: CapacityDecision; readonly here: string }): JSX.Element {
  const { one } = p
  const age = one.wasSixteen === null ? '' : one.wasSixteen ? en.over : en.under
  return (
    <section aria-labelledby={`decision-${one.rowId}`}>
      <h3 class="govuk-heading-s" id={`decision-${one.rowId}`}>
        {one.question}
      </h3>
      <p>
        <StatusTag kind={one.againOn === null ? TONES[one.outcome] : 'quiet'}>{outcomes[one.outcome]}</StatusTag>{' '}
        {standsHow(one, p.today)}
      </p>
      <FactList
        facts={[
          { label: en.about, value: abouts[one.about] },
          { label: en.help, value: one.help },
          { label: en.could, value: one.could.map(part => parts[part]).join('. ') || '–' },
          { label: en.how, value: one.how },
          { label: en.wishes, value: `“${one.wishes}”` },
          ...(one.decider === null ? [] : [{ label: en.decides, value: deciderOf(one, p.adults) }]),
          {
            label: en.judgedBy(p.names.get(one.judgedBy) ?? '', shortDay(one.judgedOn, p.today)),
            value: age,
          },
        ]}
      />
      <p class="cx-buttons">
        {one.againOn === null && p.frame.person.diedOn === null && (
          <a class="govuk-link" href={`${p.here}/new?again=${one.rowId}`}>
            {en.again}
          </a>
        )}
        {p.mayCorrect && (
          <a class="govuk-link" href={`/people/${one.personId}/misfiled/capacity/${one.rowId}`}>
            {en.misfiled}
          </a>
        )}
      </p>
    </section>
  )
}

function standsHow(one: CapacityDecision, today: Day): string {
  if (one.againOn !== null) return en.againOn(shortDay(one.againOn, today))
  if (one.reviewOn === null) return ''
  const day = shortDay(one.reviewOn, today)
  return isAfter(today, one.reviewOn) ? en.lateOn(day) : en.dueOn(day)
}

/** The name of an adult is of the family part: whoever does not see that reads that it is one. */
function deciderOf({ decider }: CapacityDecision, adults: readonly Adult[] | undefined): string {
  if (decider?.kind === 'representative') return decider.name
  if (decider?.kind !== 'adult') return en.nobodyYet
  const adult = adults?.find(one => one.rowId === decider.adultId)
  return adult ? en.adult(adult.name) : en.anAdult
}

/** Judging one question. */
export function JudgePage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly form: FormState
  /** Adults on record as having parental responsibility. */
  readonly adults: readonly Adult[]
  readonly again: RowId | undefined
  readonly today: Day
}): JSX.Element {
  const { form, frame } = p
  const list = `/people/${frame.person.id}/capacity`
  const standing = standingOn(frame.person.bornOn, p.today)
  return (
    <FramedPage
      visitor={p.visitor}
      frame={frame}
      title={p.again === undefined ? en.newTitle(frame.person.given) : en.againTitle}
      form={form}
      back={{ href: list, text: en.titleOf(nameOf(frame)) }}
    >
      <p>{en.newLead}</p>
      {standing === 'presumed' && <p>{en.sixteen}</p>}
      <PostForm action={`${list}/new`} csrfToken={p.visitor.csrfToken}>
        {p.again !== undefined && <input type="hidden" name="again" value={p.again} />}
        <RadiosField
          form={form}
          name="about"
          label={en.about}
          classes="govuk-radios--small"
          items={ABOUTS.map(value => ({ value, label: abouts[value] }))}
        />
        <TextField form={form} name="question" label={en.question} hint={en.questionHint} autocomplete="off" />
        <TextareaField form={form} name="help" label={en.help} rows={3} />
        <CheckboxesField
          form={form}
          name="could"
          label={en.could}
          hint={en.couldHint}
          classes="govuk-checkboxes--small"
          items={PARTS.map(value => ({ value, label: parts[value] }))}
        />
        <TextareaField form={form} name="how" label={en.how} hint={en.howHint} rows={3} />
        <TextareaField form={form} name="wishes" label={en.wishes} hint={en.wishesHint} rows={3} />
        <RadiosField
          form={form}
          name="outcome"
          label={en.outcome}
          items={OUTCOMES.map(value => ({ value, label: outcomes[value] }))}
        />
        <RadiosField
          form={form}
          name="decider"
          label={en.decider}
          hint={en.deciderHint}
          classes="govuk-radios--small"
          items={[
            ...p.adults.map(adult => ({ value: adult.rowId as string, label: en.adult(adult.name) })),
            { value: 'representative', label: en.representative },
            { value: 'nobody-yet', label: en.nobodyYet },
          ]}
        />
        <TextField form={form} name="representative" label={en.representativeName} autocomplete="off" />
        <DayField form={form} name="review-on" label={en.reviewOn} hint={en.reviewHint} />
        <div class="cx-buttons">
          <Button>{en.save}</Button>
        </div>
      </PostForm>
    </FramedPage>
  )
}
