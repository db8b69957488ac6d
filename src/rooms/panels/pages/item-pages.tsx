import type { ComponentChildren, JSX } from 'preact'
import { type Day, formatDay } from '#ground/day.ts'
import type { AccountId, RowId } from '#ground/ids.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { DayField, PostForm, RadiosField, SelectField, TextareaField, TextField } from '#web/form/fields.tsx'
import { NO_FORM } from '#web/form/form.ts'
import { StepBehind, StepForm } from '#web/form/step-form.tsx'
import { Button } from '#web/govuk/button.tsx'
import { EmptyState, FactList, PageHead, SectionHead, SideColumn } from '#web/shell/layout.tsx'
import { lineBox, outcomeForm } from '../forms.ts'
import { KNOWN, type Line, OUTCOMES, type PanelAction, type PanelClass, REASONS, VIEWS } from '../panel.ts'
import type { KnownItem, TypedAt } from '../routes/items.tsx'
import { isUnderWay } from '../rules.ts'
import { classWords, en, knowns, outcomes, reasons, views } from '../words.ts'
import { ActionTable, ItemTag, Lines, TheirView, whenOf } from './parts.tsx'

/** To which meeting, why, and with what question. */
export function BringPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly meetings: readonly { readonly rowId: RowId; readonly panel: string; readonly onDay: Day }[]
  readonly form: FormState
}): JSX.Element {
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={en.bringTitle} form={p.form}>
      {p.meetings.length === 0 ? (
        <EmptyState title={en.bringTitle}>{en.bringNone}</EmptyState>
      ) : (
        <PostForm action={`/people/${p.frame.person.id}/panel`} csrfToken={p.visitor.csrfToken}>
          <p>{en.bringLead}</p>
          <RadiosField
            form={p.form}
            name="meeting"
            label={en.meetingAsk}
            classes="govuk-radios--small"
            items={p.meetings.map(one => ({ value: one.rowId, label: `${one.panel}, ${formatDay(one.onDay)}` }))}
          />
          <SelectField
            form={p.form}
            name="reason"
            label={en.reasonAsk}
            items={REASONS.map(value => ({ value, label: reasons[value] }))}
            empty=""
          />
          <TextField form={p.form} name="question" label={en.questionAsk} hint={en.questionHint} autocomplete="off" />
          <div class="cx-buttons">
            <Button>{en.bringSave}</Button>
          </div>
        </PostForm>
      )}
    </FramedPage>
  )
}

export type ItemProps = {
  readonly visitor: Visitor
  readonly known: KnownItem
  /** Undefined for whoever may not open the record. */
  readonly frame: PersonFrame | undefined
  readonly hasSeat: boolean
  readonly lines: readonly Line[]
  readonly actions: readonly PanelAction[]
  readonly owners: readonly AccountId[]
  readonly leadId: AccountId | undefined
  readonly names: ReadonlyMap<string, string>
  readonly mayCorrect: boolean
  readonly form: FormState
  readonly typed: TypedAt | undefined
  readonly today: Day
}

/** Why they are brought, and why it is kept back from them, is for the chair and for those who work with them: no roll opens it (K2, K3). */
function seesWhy({ known, frame }: Pick<ItemProps, 'known' | 'frame'>): boolean {
  return known.isChair || frame?.seen.has('sessions') === true
}

/** Round a page about somebody on an agenda: with the identity bar for whoever may open the record, without for others. */
function Around(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame | undefined
  readonly title: string
  readonly back: { readonly href: string; readonly text: string }
  readonly form: FormState
  readonly children: ComponentChildren
}): JSX.Element {
  if (p.frame)
    return (
      <FramedPage visitor={p.visitor} frame={p.frame} title={p.title} form={p.form} back={p.back}>
        {p.children}
      </FramedPage>
    )
  return (
    <StaffPage visitor={p.visitor} title={p.title} current="/panels" hasErrors={p.form.errors.length > 0}>
      <PageHead title={p.title} back={p.back} form={p.form} />
      {p.children}
    </StaffPage>
  )
}

/** One of those on an agenda: the question, what they want said, what the panel reads, what came of it. */
export function ItemPage(p: ItemProps): JSX.Element {
  const { item, named, panel, meeting, isChair } = p.known
  const back = p.hasSeat
    ? { href: `/panel-meetings/${meeting.rowId}`, text: en.backToMeeting }
    : { href: `/people/${item.personId}`, text: en.backToItem }
  const isOver = item.outcomeWords !== '' || p.actions.length > 0
  return (
    <Around
      visitor={p.visitor}
      frame={p.frame}
      title={p.frame ? panel.title : en.itemTitle(named.name, panel.title)}
      back={back}
      form={p.form}
    >
      <SideColumn side={<Facts {...p} />}>
        <SectionHead>{en.asked}</SectionHead>
        <p>{item.question === '' ? en.noQuestion : item.question}</p>
        <SectionHead>{en.viewHead}</SectionHead>
        <TheirView item={item} />
        {seesWhy(p) && item.known === 'withheld' && (
          <>
            <p class="cx-lines">{item.withheldWhy}</p>
            <p class="cx-quiet">
              {en.withheldBy(
                p.names.get(item.askedBy ?? '') ?? '',
                item.withheldReviewOn === null ? '' : formatDay(item.withheldReviewOn),
              )}
            </p>
          </>
        )}
        <SectionHead>{en.lines}</SectionHead>
        <Lines lines={p.lines} />
        {p.known.mayPrepare && (
          <div class="cx-buttons">
            <Button href={`/panel-items/${item.rowId}/prepare`}>{en.prepare}</Button>
          </div>
        )}
        {isOver && <SectionHead>{en.outcome}</SectionHead>}
        {item.outcomeWords !== '' && <p class="cx-lines">{item.outcomeWords}</p>}
        {p.actions.length > 0 && <ActionTable caption={en.actions} rows={p.actions} names={p.names} today={p.today} />}
        {isChair && isUnderWay(meeting, p.today) && item.state !== 'off' && <Decide {...p} />}
        {p.known.mayPrepare && (
          <StepBehind
            action={`/panel-items/${item.rowId}/off`}
            csrfToken={p.visitor.csrfToken}
            version={item.version}
            button={en.takeOff}
            summary={en.takeOff}
            open={p.typed === 'off'}
          >
            <TextField
              form={p.typed === 'off' ? p.form : NO_FORM}
              name="item-off-why"
              label={en.takeOffAsk}
              autocomplete="off"
            />
          </StepBehind>
        )}
      </SideColumn>
    </Around>
  )
}

function Decide(p: ItemProps): JSX.Element {
  const { item } = p.known
  const at = `/panel-items/${item.rowId}`
  const standing =
    item.state === 'on' || item.state === 'off'
      ? NO_FORM
      : outcomeForm.fill({ outcome: item.state, 'outcome-words': item.outcomeWords })
  const form = p.typed === 'outcome' ? p.form : standing
  const action = p.typed === 'action' ? p.form : NO_FORM
  return (
    <>
      <SectionHead>{en.decide}</SectionHead>
      <StepForm action={`${at}/outcome`} csrfToken={p.visitor.csrfToken} version={item.version} button={en.outcomeSave}>
        <RadiosField
          form={form}
          name="outcome"
          label={en.outcomeAsk}
          classes="govuk-radios--small"
          items={OUTCOMES.map(value => ({ value, label: outcomes[value] }))}
        />
        <TextareaField form={form} name="outcome-words" label={en.outcomeWordsAsk} rows={3} />
      </StepForm>
      <SectionHead>{en.addAction}</SectionHead>
      <StepForm
        action={`${at}/actions`}
        csrfToken={p.visitor.csrfToken}
        version={item.version}
        button={en.actionSave}
        second
      >
        <TextField form={action} name="what" label={en.whatAsk} autocomplete="off" />
        <SelectField
          form={action}
          name="owner"
          label={en.ownerAsk}
          items={p.owners.map(value => ({ value, label: p.names.get(value) ?? '' }))}
          empty=""
        />
        <TextField form={action} name="partner" label={en.partnerAsk} hint={en.partnerHint} autocomplete="off" />
        <DayField form={action} name="due" label={en.dueAsk} />
      </StepForm>
    </>
  )
}

function Facts(p: ItemProps): JSX.Element {
  const { item, meeting, named } = p.known
  const isTheirs = seesWhy(p)
  const link = (href: string, text: string) => (
    <p>
      <a class="govuk-link" href={href}>
        {text}
      </a>
    </p>
  )
  return (
    <>
      <SectionHead>{en.facts}</SectionHead>
      <FactList
        stacked
        facts={[
          { label: en.state, value: <ItemTag state={item.state} /> },
          { label: en.day, value: whenOf(meeting) },
          ...(isTheirs
            ? [
                { label: en.because, value: reasons[item.reason] },
                { label: en.broughtBy, value: p.names.get(item.broughtBy) ?? '' },
                { label: en.named, value: item.namedWhy === '' ? en.initials : en.namedAll(item.namedWhy) },
              ]
            : []),
          ...(!isTheirs || p.frame === undefined
            ? []
            : [{ label: en.leadIs, value: p.leadId === undefined ? en.nobody : (p.names.get(p.leadId) ?? '') }]),
          ...(item.offWhy === '' ? [] : [{ label: en.takeOff, value: item.offWhy === 'died' ? en.died : item.offWhy }]),
        ]}
      />
      {named.isKnown && link(`/people/${item.personId}`, en.record)}
      {p.mayCorrect && link(`/people/${item.personId}/misfiled/panel/${item.rowId}`, en.wrongPerson)}
    </>
  )
}

/** What the panel is asked and reads, and what the young person says to it. */
export function PreparePage(p: {
  readonly visitor: Visitor
  readonly known: KnownItem
  readonly form: FormState
  readonly classes: readonly PanelClass[]
}): JSX.Element {
  const { item, named, panel } = p.known
  const at = `/panel-items/${item.rowId}`
  const title = en.prepareTitle(named.name)
  const { form } = p
  return (
    <StaffPage visitor={p.visitor} title={title} current="/panels" hasErrors={form.errors.length > 0}>
      <PageHead
        title={title}
        lead={`${panel.title} · ${whenOf(p.known.meeting)}`}
        back={{ href: at, text: en.backToItem }}
        form={form}
      />
      <PostForm action={`${at}/prepare`} csrfToken={p.visitor.csrfToken}>
        <input type="hidden" name="version" value={String(item.version)} />
        <TextField form={form} name="question" label={en.questionAsk} hint={en.questionHint} autocomplete="off" />
        <RadiosField
          form={form}
          name="known"
          label={en.knownAsk(named.name)}
          items={KNOWN.map(value => ({
            value,
            label: knowns[value],
            conditional: value === 'told' ? <Told form={form} /> : <Withheld form={form} />,
          }))}
        />
        <SectionHead>{en.linesHead}</SectionHead>
        <p>{en.linesText}</p>
        {p.classes.map(name => (
          <TextareaField form={form} name={lineBox(name)} label={classWords[name]} rows={2} />
        ))}
        <TextField form={form} name="named-why" label={en.namedAsk} hint={en.namedHint} autocomplete="off" />
        <div class="cx-buttons">
          <Button>{en.prepareSave}</Button>
        </div>
      </PostForm>
    </StaffPage>
  )
}

function Told({ form }: { readonly form: FormState }): JSX.Element {
  return (
    <>
      <RadiosField
        form={form}
        name="view"
        label={en.viewAsk}
        classes="govuk-radios--small"
        items={VIEWS.map(value => ({ value, label: views[value] }))}
      />
      <TextareaField form={form} name="view-words" label={en.viewWordsAsk} rows={2} />
      <TextareaField form={form} name="view-answer" label={en.viewAnswerAsk} rows={2} />
    </>
  )
}

function Withheld({ form }: { readonly form: FormState }): JSX.Element {
  return (
    <>
      <TextField form={form} name="withheld-why" label={en.withheldWhyAsk} autocomplete="off" />
      <DayField form={form} name="withheld-review" label={en.withheldReviewAsk} />
    </>
  )
}
