import type { JSX } from 'preact'
import { type Day, formatDay, isAfter, shortDay } from '#ground/day.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { DayField, PostForm, RadiosField, SelectField, TextareaField, TextField } from '#web/form/fields.tsx'
import { StepBehind } from '#web/form/step-form.tsx'
import { Button } from '#web/govuk/button.tsx'
import { EmptyState, FactList, factsSaid, SectionHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { CARE_STATUSES, HELD_KINDS, type HeldKind, type HeldPlan, LIVES, OVER_REASONS, SOURCES } from './held.ts'
import { classOfHeld, type Doubt } from './rules.ts'
import { doubts, en, kinds, livesWords, overReasons, sources, statuses } from './words.ts'

/** Where the page of a kind is. */
export function pathOf(personId: string, kind: HeldKind): string {
  return `/people/${personId}/${kind === 'ehc' ? 'ehc-plan' : 'care'}`
}

/** What others hold, in a few lines: for the page of the plan. Only kinds of a part the viewer sees (K6). */
export function HeldLines(p: { readonly frame: PersonFrame; readonly held: readonly HeldPlan[] }): JSX.Element | null {
  const offered = HELD_KINDS.filter(kind => p.frame.seen.has(classOfHeld(kind)))
  if (offered.length === 0) return null
  return (
    <>
      <SectionHead>{en.head}</SectionHead>
      <FactList
        stacked
        facts={offered.map(kind => {
          const now = p.held.find(one => one.kind === kind && one.overOn === null)
          return {
            label: kinds[kind],
            value: (
              <a class="govuk-link" href={pathOf(p.frame.person.id, kind)}>
                {now === undefined ? en.none2 : shortOf(now)}
              </a>
            ),
          }
        })}
      />
    </>
  )
}

/** Of one, what is worth knowing beforehand. */
export function shortOf(one: HeldPlan): string {
  const what = one.status === null ? one.place : statuses[one.status]
  return [what, one.council].filter(Boolean).join(', ')
}

/** What stands of one kind, what is to be asked about, and the ways on. */
export function HeldPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly kind: HeldKind
  readonly live: readonly HeldPlan[]
  readonly over: readonly HeldPlan[]
  readonly doubts: readonly Doubt[]
  readonly form: FormState
  readonly mayWrite: boolean
  readonly mayCorrect: boolean
  readonly today: Day
}): JSX.Element {
  const { kind, frame } = p
  const here = pathOf(frame.person.id, kind)
  const [now] = p.live
  return (
    <FramedPage
      visitor={p.visitor}
      frame={frame}
      title={kinds[kind]}
      form={p.form}
      back={{ href: `/people/${frame.person.id}/plan`, text: en.toPlan }}
    >
      <p>{en.lead[kind]}</p>
      {p.doubts.length > 0 && (
        <ul class="govuk-list">
          {p.doubts.map(doubt => (
            <li>
              <StatusTag kind="care">{en.doubt}</StatusTag> {doubts[doubt]}{' '}
              {doubt.includes('marked') ? (
                <a class="govuk-link" href={`/people/${frame.person.id}/characteristics`}>
                  {en.characteristics}
                </a>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {now === undefined ? (
        <EmptyState
          title={en.none[kind]}
          action={p.mayWrite ? <Button href={`${here}/change`}>{en.write}</Button> : undefined}
        >
          {en.noneText[kind]}
        </EmptyState>
      ) : (
        p.live.map(one => <Facts one={one} today={p.today} />)
      )}
      {now !== undefined && p.mayWrite && (
        <>
          <p>
            <Button href={`${here}/change`} classes="govuk-button--secondary">
              {en.change}
            </Button>
          </p>
          <StepBehind
            action={`${here}/over`}
            csrfToken={p.visitor.csrfToken}
            version={now.version}
            button={en.over}
            summary={en.over}
            open={p.form.errors.length > 0}
          >
            <input type="hidden" name="id" value={now.rowId} />
            <DayField form={p.form} name="over-on" label={en.overOn} />
            <RadiosField
              form={p.form}
              name="reason"
              label={en.overReason}
              classes="govuk-radios--small"
              items={OVER_REASONS[kind].map(value => ({ value, label: overReasons[value] }))}
            />
            <TextareaField form={p.form} name="words" label={en.overWords} rows={2} />
          </StepBehind>
        </>
      )}
      {p.mayCorrect && p.live.map(one => <Misfiled one={one} />)}
      {p.over.length > 0 && (
        <>
          <SectionHead>{en.overHead}</SectionHead>
          <FactList
            facts={p.over.map(one => ({
              label: shortOf(one),
              value: (
                <>
                  {one.overOn !== null && one.overReason !== null
                    ? en.overLine(formatDay(one.overOn), overReasons[one.overReason])
                    : ''}
                  {one.overWords !== '' && <> {one.overWords}</>}
                  {p.mayCorrect && <Misfiled one={one} />}
                </>
              ),
            }))}
          />
        </>
      )}
    </FramedPage>
  )
}

function Misfiled(p: { readonly one: HeldPlan }): JSX.Element {
  return (
    <p>
      <a class="govuk-link" href={`/people/${p.one.personId}/misfiled/held-plan/${p.one.rowId}`}>
        {en.misfiled}
      </a>
    </p>
  )
}

function Facts(p: { readonly one: HeldPlan; readonly today: Day }): JSX.Element {
  const { one } = p
  const dayOr = (day: Day | null) => (day === null ? '' : formatDay(day))
  const due =
    one.dueOn === null ? (
      ''
    ) : isAfter(p.today, one.dueOn) ? (
      <StatusTag kind="late">{en.checkLate(shortDay(one.dueOn, p.today))}</StatusTag>
    ) : (
      formatDay(one.dueOn)
    )
  return (
    <>
      <FactList
        facts={factsSaid([
          [en.status, one.status === null ? '' : statuses[one.status]],
          [en.councilFact, one.council],
          [en.worker[one.kind], one.worker],
          [en.workerWays[one.kind], one.workerWays],
          [en.adviser, one.adviser],
          [en.adviserWays, one.adviserWays],
          [en.reviewer, one.reviewer],
          [en.virtualSchool, one.virtualSchool],
          [en.livesFact, one.lives === null ? '' : livesWords[one.lives]],
          [en.tell, one.tell],
          [en.place, one.place],
          [en.placeFrom, dayOr(one.placeFrom)],
          [en.issuedOn, dayOr(one.issuedOn)],
          [en.wants, one.wants && `“${one.wants}”`],
          [en.checkBy, due],
        ])}
      />
      <p class="cx-quiet">{en.asOfLine(formatDay(one.asOf), sources[one.source].toLowerCase())}</p>
    </>
  )
}

/** The form of a kind, with what stands in it. */
export function HeldFormPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly kind: HeldKind
  readonly live: readonly HeldPlan[]
  /** Which rows the form was drawn from. */
  readonly shown: string
  readonly form: FormState
  /** Whether something else stands by now: it is shown above. */
  readonly isStale: boolean
  readonly today: Day
}): JSX.Element {
  const { kind, form } = p
  const here = pathOf(p.frame.person.id, kind)
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={kinds[kind]}
      form={form}
      back={{ href: here, text: en.toHeld[kind] }}
    >
      {(p.isStale || p.live.length > 1) && p.live.map(one => <Facts one={one} today={p.today} />)}
      <PostForm action={`${here}/change`} csrfToken={p.visitor.csrfToken}>
        <input type="hidden" name="shown" value={p.shown} />
        {kind === 'care' && (
          <SelectField
            form={form}
            name="status"
            label={en.status}
            hint={en.statusHint}
            empty=""
            items={CARE_STATUSES.map(value => ({ value, label: statuses[value] }))}
          />
        )}
        <TextField form={form} name="council" label={en.council[kind]} autocomplete="off" />
        <TextField form={form} name="worker" label={en.worker[kind]} autocomplete="off" />
        <TextField form={form} name="worker-ways" label={en.workerWays[kind]} autocomplete="off" />
        {kind === 'care' ? <CareFields form={form} /> : <EhcFields form={form} />}
        <DayField form={form} name="as-of" label={en.asOf} />
        <RadiosField
          form={form}
          name="source"
          label={en.source}
          classes="govuk-radios--small"
          items={SOURCES.map(value => ({ value, label: sources[value] }))}
        />
        <div class="cx-buttons">
          <Button>{en.save}</Button>
        </div>
      </PostForm>
    </FramedPage>
  )
}

function EhcFields({ form }: { readonly form: FormState }): JSX.Element {
  return (
    <>
      <TextField form={form} name="place" label={en.place} autocomplete="off" />
      <DayField form={form} name="place-from" label={en.placeFrom} />
      <DayField form={form} name="issued-on" label={en.issuedOn} />
      <TextareaField form={form} name="wants" label={en.wants} hint={en.wantsHint} rows={4} />
    </>
  )
}

function CareFields({ form }: { readonly form: FormState }): JSX.Element {
  return (
    <>
      <TextField form={form} name="adviser" label={en.adviser} autocomplete="off" />
      <TextField form={form} name="adviser-ways" label={en.adviserWays} autocomplete="off" />
      <TextField form={form} name="reviewer" label={en.reviewer} autocomplete="off" />
      <TextField form={form} name="virtual-school" label={en.virtualSchool} autocomplete="off" />
      <RadiosField
        form={form}
        name="lives"
        label={en.lives}
        hint={en.livesHint}
        classes="govuk-radios--small"
        items={LIVES.map(value => ({ value, label: livesWords[value] }))}
      />
      <TextareaField form={form} name="tell" label={en.tell} rows={3} />
    </>
  )
}
