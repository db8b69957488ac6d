import type { JSX } from 'preact'
import { type Day, formatDay, shortDay } from '#ground/day.ts'
import type { RowId } from '#ground/ids.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import {
  CheckboxesField,
  HiddenField,
  PostForm,
  RadiosField,
  SelectField,
  TextareaField,
  TextField,
} from '#web/form/fields.tsx'
import { NO_FORM } from '#web/form/form.ts'
import { StepBehind } from '#web/form/step-form.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Details } from '#web/govuk/details.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, FactList, PageHead, SectionHead, SideColumn } from '#web/shell/layout.tsx'
import { classNames } from '../classes.ts'
import { BASES, KINDS, type Meeting, PANEL_CLASSES, type Panel, TELLS } from '../panel.ts'
import type { KnownPanel } from '../routes/shared.ts'
import { bases, classWords, en, kinds, tells } from '../words.ts'
import { classList, MeetingTag, whenOf } from './parts.tsx'

type Choosable = { readonly value: string; readonly label: string }

/** Panels one chairs, attends, or may look after. */
export function PanelsPage(p: {
  readonly visitor: Visitor
  readonly panels: readonly Panel[]
  readonly meetings: readonly Meeting[]
  readonly names: ReadonlyMap<string, string>
  readonly ownId: string
  readonly attended: ReadonlySet<RowId>
  readonly mayKeep: boolean
  readonly today: Day
}): JSX.Element {
  const nextOf = (panel: Panel) =>
    p.meetings.findLast(one => one.panelId === panel.rowId && (one.state === 'preparing' || one.state === 'sent'))
  const partOf = (panel: Panel) =>
    panel.chairId === p.ownId ? en.youChair : p.attended.has(panel.rowId) ? en.youAttend : en.youOversee
  return (
    <StaffPage visitor={p.visitor} title={en.title} current="/panels">
      <PageHead
        title={en.title}
        lead={en.lead}
        actions={
          <>
            {p.mayKeep && <Button href="/panels/new">{en.newOne}</Button>}
            <Button href="/panel-actions" classes="govuk-button--secondary">
              {en.ownTitle}
            </Button>
          </>
        }
      />
      {p.panels.length === 0 ? (
        <EmptyState title={en.none}>{en.noneText}</EmptyState>
      ) : (
        <DataTable
          caption={en.title}
          rows={p.panels}
          columns={[
            {
              key: 'panel',
              heading: en.panel,
              cell: one => (
                <a class="govuk-link" href={`/panels/${one.rowId}`}>
                  {one.title}
                </a>
              ),
            },
            { key: 'kind', heading: en.kind, tight: true, cell: one => kinds[one.kind], phone: { lead: true } },
            {
              key: 'next',
              heading: en.next,
              phone: { label: en.next },
              cell: one => {
                const next = nextOf(one)
                if (one.endedOn !== null) return en.ended(shortDay(one.endedOn, p.today))
                if (!next) return <span class="cx-quiet">{en.noNext}</span>
                const words = `${shortDay(next.onDay, p.today)}, ${next.atTime}`
                return p.attended.has(one.rowId) ? (
                  <a class="govuk-link" href={`/panel-meetings/${next.rowId}`}>
                    {words}
                    <span class="govuk-visually-hidden">: {one.title}</span>
                  </a>
                ) : (
                  words
                )
              },
            },
            {
              key: 'chair',
              heading: en.chair,
              cell: one => (one.chairId === null ? en.noChair : (p.names.get(one.chairId) ?? '')),
              phone: { label: en.chair },
            },
            { key: 'part', heading: en.yours, tight: true, cell: partOf },
          ]}
        />
      )}
    </StaffPage>
  )
}

export type PanelProps = {
  readonly visitor: Visitor
  readonly known: KnownPanel
  readonly meetings: readonly Meeting[]
  readonly counts: ReadonlyMap<RowId, number>
  readonly names: ReadonlyMap<string, string>
  readonly offered: readonly Choosable[]
  readonly chairs: readonly Choosable[]
  readonly form: FormState
  readonly typed: 'attender' | 'chair' | 'end' | undefined
  readonly today: Day
}

/** One panel: its meetings, who attends and reads what, and what it rests on. */
export function PanelPage(p: PanelProps): JSX.Element {
  const { panel, isChair } = p.known
  const at = `/panels/${panel.rowId}`
  const goesOn = panel.endedOn === null
  return (
    <StaffPage visitor={p.visitor} title={panel.title} current="/panels" hasErrors={p.form.errors.length > 0}>
      <PageHead
        title={panel.title}
        lead={panel.endedOn === null ? kinds[panel.kind] : en.ended(formatDay(panel.endedOn))}
        back={{ href: '/panels', text: en.back }}
        form={p.form}
        actions={
          isChair &&
          goesOn && (
            <>
              <Button href={`${at}/meetings/new`}>{en.plan}</Button>
              <Button href={`${at}/change`} classes="govuk-button--secondary">
                {en.change}
              </Button>
            </>
          )
        }
      />
      <SideColumn side={<About {...p} />}>
        <SectionHead>{en.meetings}</SectionHead>
        {p.meetings.length === 0 ? <p class="cx-quiet">{en.meetingsNone}</p> : <Meetings {...p} />}
        <SectionHead>{en.attenders}</SectionHead>
        <Attenders {...p} />
        {isChair && goesOn && panel.kind === 'cases' && (
          <PostForm action={`${at}/team`} csrfToken={p.visitor.csrfToken}>
            <p class="cx-quiet">{en.addTeamText}</p>
            <div class="cx-buttons">
              <Button classes="govuk-button--secondary">{en.addTeam}</Button>
            </div>
          </PostForm>
        )}
        {isChair && goesOn && <AddAttender {...p} />}
        {goesOn && p.chairs.length > 0 && (
          <Details summary={en.nameChair} open={p.typed === 'chair'}>
            <PostForm action={`${at}/chair`} csrfToken={p.visitor.csrfToken}>
              <SelectField
                form={p.typed === 'chair' ? p.form : NO_FORM}
                name="chair"
                label={en.chairAsk}
                items={p.chairs}
                empty=""
              />
              <div class="cx-buttons">
                <Button classes="govuk-button--secondary">{en.chairSave}</Button>
              </div>
            </PostForm>
          </Details>
        )}
        {isChair && goesOn && (
          <StepBehind
            action={`${at}/end`}
            csrfToken={p.visitor.csrfToken}
            version={panel.version}
            button={en.endPanel}
            summary={en.endPanel}
            open={p.typed === 'end'}
          >
            <p>{en.endText}</p>
          </StepBehind>
        )}
      </SideColumn>
    </StaffPage>
  )
}

function Meetings(p: PanelProps): JSX.Element {
  return (
    <DataTable
      caption={en.meetings}
      rows={p.meetings}
      columns={[
        {
          key: 'when',
          heading: en.day,
          cell: one =>
            p.known.isMember ? (
              <a class="govuk-link" href={`/panel-meetings/${one.rowId}`}>
                {whenOf(one)}
              </a>
            ) : (
              whenOf(one)
            ),
        },
        {
          key: 'state',
          heading: en.state,
          tight: true,
          cell: one => <MeetingTag state={one.state} />,
          phone: { lead: true },
        },
        {
          key: 'agenda',
          heading: en.agenda,
          tight: true,
          cell: one => {
            const count = p.counts.get(one.rowId)
            return count === undefined ? '–' : en.agendaOf(count)
          },
        },
      ]}
    />
  )
}

function Attenders(p: PanelProps): JSX.Element {
  const { panel, isChair, members } = p.known
  return (
    <DataTable
      caption={en.attenders}
      rows={members}
      columns={[
        {
          key: 'who',
          heading: en.attender,
          cell: one => (
            <>
              {p.names.get(one.accountId) ?? ''}
              {one.accountId === panel.chairId && ` (${en.chair.toLowerCase()})`}
              <div class="cx-quiet">{p.names.get(one.organisationId) ?? ''}</div>
            </>
          ),
        },
        {
          key: 'reads',
          heading: en.reads,
          cell: one => classList(one.classes),
          phone: { label: en.reads },
        },
        ...(isChair && panel.endedOn === null
          ? [
              {
                key: 'take',
                heading: en.takeAway,
                hidesHeading: true,
                tight: true,
                cell: (one: (typeof members)[number]) =>
                  one.accountId === panel.chairId ? null : (
                    <PostForm action={`/panels/${panel.rowId}/attenders/take-away`} csrfToken={p.visitor.csrfToken}>
                      <input type="hidden" name="account" value={one.accountId} />
                      <button class="govuk-button govuk-button--secondary cx-small" type="submit">
                        {en.takeAway}
                        <span class="govuk-visually-hidden">: {p.names.get(one.accountId) ?? ''}</span>
                      </button>
                    </PostForm>
                  ),
              },
            ]
          : []),
      ]}
    />
  )
}

function AddAttender(p: PanelProps): JSX.Element {
  const { panel } = p.known
  const form = p.typed === 'attender' ? p.form : NO_FORM
  const allowed = classNames(panel.allows)
  return (
    <Details summary={en.addAttender} open={p.typed === 'attender'}>
      <p>{en.addText}</p>
      <PostForm action={`/panels/${panel.rowId}/attenders`} csrfToken={p.visitor.csrfToken}>
        <SelectField form={form} name="who" label={en.whoAsk} items={p.offered} empty="" />
        {allowed.length > 0 && (
          <CheckboxesField
            form={form}
            name="reads"
            label={en.readsAsk}
            hint={en.readsHint}
            classes="govuk-checkboxes--small"
            items={allowed.map(value => ({ value, label: classWords[value] }))}
          />
        )}
        <div class="cx-buttons">
          <Button classes="govuk-button--secondary">{en.add}</Button>
        </div>
      </PostForm>
    </Details>
  )
}

function About(p: PanelProps): JSX.Element {
  const { panel } = p.known
  return (
    <>
      <SectionHead>{en.facts}</SectionHead>
      <FactList
        stacked
        facts={[
          { label: en.chair, value: panel.chairId === null ? en.noChair : (p.names.get(panel.chairId) ?? '') },
          { label: en.purpose, value: <span class="cx-lines">{panel.purpose}</span> },
          { label: en.ground, value: `${bases[panel.basis]}: ${panel.law}` },
          ...(panel.condition === '' ? [] : [{ label: en.condition, value: panel.condition }]),
          { label: en.allows, value: classList(panel.allows) },
          ...(panel.discloses === 0 ? [] : [{ label: en.tellsAsk, value: tells[String(panel.discloses)] ?? '' }]),
        ]}
      />
    </>
  )
}

/** A new panel, or one that is changed. */
export function PanelFormPage(p: {
  readonly visitor: Visitor
  readonly panel: Panel | undefined
  readonly form: FormState
}): JSX.Element {
  const title = p.panel ? en.changeTitle : en.formTitle
  const back = p.panel ? { href: `/panels/${p.panel.rowId}`, text: en.backToPanel } : { href: '/panels', text: en.back }
  return (
    <StaffPage visitor={p.visitor} title={title} current="/panels" hasErrors={p.form.errors.length > 0}>
      <PageHead title={title} back={back} form={p.form} />
      <PostForm action={p.panel ? `${back.href}/change` : '/panels/new'} csrfToken={p.visitor.csrfToken}>
        <HiddenField form={p.form} name="id" />
        {p.panel && <input type="hidden" name="version" value={String(p.panel.version)} />}
        <RadiosField
          form={p.form}
          name="kind"
          label={en.kindAsk}
          classes="govuk-radios--small"
          items={KINDS.map(value => ({ value, label: kinds[value] }))}
        />
        <TextField form={p.form} name="title" label={en.titleAsk} autocomplete="off" />
        <SelectField
          form={p.form}
          name="tells"
          label={en.tellsAsk}
          hint={en.tellsHint}
          items={TELLS.map(value => ({ value: String(value), label: tells[String(value)] ?? '' }))}
        />
        <TextareaField form={p.form} name="purpose" label={en.purposeAsk} rows={3} />
        <RadiosField
          form={p.form}
          name="basis"
          label={en.basisAsk}
          classes="govuk-radios--small"
          items={BASES.map(value => ({ value, label: bases[value] }))}
        />
        <TextField form={p.form} name="law" label={en.lawAsk} hint={en.lawHint} autocomplete="off" />
        <CheckboxesField
          form={p.form}
          name="allows"
          label={en.allowsAsk}
          hint={en.allowsHint}
          classes="govuk-checkboxes--small cx-many"
          items={PANEL_CLASSES.map(value => ({ value, label: classWords[value] }))}
        />
        <TextField form={p.form} name="condition" label={en.conditionAsk} hint={en.conditionHint} autocomplete="off" />
        <div class="cx-buttons">
          <Button>{en.save}</Button>
        </div>
      </PostForm>
    </StaffPage>
  )
}
