import type { ComponentChildren, JSX } from 'preact'
import { formatDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { PostForm, RadiosField, SelectField, TextareaField, TextField } from '#web/form/fields.tsx'
import { StepForm } from '#web/form/step-form.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Details } from '#web/govuk/details.tsx'
import { Alert } from '#web/shell/alert.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, FactList, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import type { Factor } from '../assessment.ts'
import { PARTS } from '../transfers/actions.ts'
import { factorLabel } from '../words.ts'
import { headingFields, MOST_HEADINGS, OPEN_HEADINGS, SCALES } from './forms.ts'
import { type Edition, KINDS } from './tool.ts'
import { en, kinds, parts } from './words.ts'

const LIST = '/other-tools'

function State(p: { readonly one: Edition }): JSX.Element {
  const { endedOn } = p.one
  return endedOn === null ? <>{en.inUse}</> : <StatusTag kind="quiet">{en.ended(formatDay(endedOn))}</StatusTag>
}

/** The tools that the partnership meets. */
export function ToolsPage(p: {
  readonly visitor: Visitor
  readonly tools: readonly Edition[]
  readonly mayKeep: boolean
}): JSX.Element {
  const add = <Button href={`${LIST}/new`}>{en.add}</Button>
  return (
    <StaffPage visitor={p.visitor} title={en.tools} current={LIST}>
      <PageHead title={en.tools} lead={en.toolsLead} actions={p.mayKeep && p.tools.length > 0 ? add : undefined} />
      {p.tools.length === 0 ? (
        <EmptyState title={en.toolsNone} action={p.mayKeep ? add : undefined}>
          {en.toolsNoneText}
        </EmptyState>
      ) : (
        <DataTable
          caption={en.tools}
          rows={p.tools}
          columns={[
            {
              key: 'name',
              heading: en.name,
              cell: one => (
                <a class="govuk-link" href={`${LIST}/${one.toolId}`}>
                  {one.name}
                </a>
              ),
            },
            { key: 'kind', heading: en.kind, cell: one => kinds[one.kind], phone: { lead: true } },
            { key: 'scale', heading: en.scale, cell: scaleOf, phone: { label: en.scale } },
            {
              key: 'headings',
              heading: en.headings,
              numeric: true,
              cell: one => String(one.headings.length),
              phone: { label: en.headings },
            },
            { key: 'state', heading: en.state, cell: one => <State one={one} />, phone: { label: en.state } },
          ]}
        />
      )}
    </StaffPage>
  )
}

function scaleOf({ steps }: Edition): string {
  return steps.length === 0 ? en.wordsOnly : en.stepCount(steps.length)
}

/** How a tool is described, now or before. */
function Described(p: { readonly one: Edition; readonly by: string }): JSX.Element {
  const { one } = p
  const hardest = one.hardEnd === 'first' ? 0 : one.steps.length - 1
  return (
    <>
      <FactList
        facts={[
          { label: en.kind, value: kinds[one.kind] },
          { label: en.part, value: parts[one.part] },
          {
            label: en.scale,
            value:
              one.steps.length === 0 ? (
                en.wordsOnly
              ) : (
                <ol class="cx-openings">
                  {one.steps.map((word, index) => (
                    <li>
                      {word}
                      {index === hardest && <span class="cx-quiet"> ({en.harder})</span>}
                    </li>
                  ))}
                </ol>
              ),
          },
        ]}
      />
      <DataTable
        caption={en.headings}
        rows={one.headings}
        columns={[
          { key: 'name', heading: en.heading, cell: heading => heading.name },
          {
            key: 'factor',
            heading: en.factor,
            wide: true,
            phone: { label: en.factor },
            cell: ({ factor }) => (factor === null ? <span class="cx-quiet">{en.noFactor}</span> : factorLabel(factor)),
          },
          { key: 'part', heading: en.part, phone: { label: en.part }, cell: heading => parts[heading.part] },
        ]}
      />
      <p class="cx-quiet">{en.describedBy(p.by, formatDay(one.writtenOn))}</p>
    </>
  )
}

/** One tool, with how it was described before. */
export function ToolPage(p: {
  readonly visitor: Visitor
  readonly editions: readonly [Edition, ...Edition[]]
  readonly names: ReadonlyMap<string, string>
  readonly mayKeep: boolean
  readonly form: FormState
}): JSX.Element {
  const [one, ...before] = p.editions
  const here = `${LIST}/${one.toolId}`
  const isOpen = p.mayKeep && one.endedOn === null
  const by = (edition: Edition) => p.names.get(edition.writtenBy) ?? ''
  return (
    <StaffPage visitor={p.visitor} title={one.name} current={LIST} hasErrors={p.form.errors.length > 0}>
      <PageHead
        title={one.name}
        back={{ href: LIST, text: en.tools }}
        form={p.form}
        actions={isOpen ? <Button href={`${here}/change`}>{en.change}</Button> : undefined}
      />
      {one.endedOn !== null && (
        <Alert kind="note" kindWord="Note" first={`${en.ended(formatDay(one.endedOn))}.`}>
          {en.endedText}
        </Alert>
      )}
      <p>{en.mapping}</p>
      <Described one={one} by={by(one)} />
      {before.length > 0 && (
        <>
          <SectionHead>{en.before}</SectionHead>
          <p>{en.beforeText}</p>
          {before.map(edition => (
            <Details summary={en.editionOf(edition.number, formatDay(edition.writtenOn))}>
              <p>
                <strong>{edition.name}</strong>
              </p>
              <Described one={edition} by={by(edition)} />
            </Details>
          ))}
        </>
      )}
      {isOpen && (
        <>
          <SectionHead>{en.end}</SectionHead>
          <p>{en.endText}</p>
          <StepForm
            action={`${here}/end`}
            csrfToken={p.visitor.csrfToken}
            version={one.version}
            button={en.end}
            second
          />
        </>
      )}
    </StaffPage>
  )
}

/** Describing a tool, or describing it anew; where somebody did in between, theirs stands above. */
export function ToolFormPage(p: {
  readonly visitor: Visitor
  readonly tool: Edition | undefined
  readonly theirs: { readonly one: Edition; readonly by: string } | undefined
  readonly form: FormState
  readonly factors: readonly Factor[]
}): JSX.Element {
  const { form, tool } = p
  const title = tool === undefined ? en.addTitle : en.changeTitle(tool.name)
  const here = tool === undefined ? LIST : `${LIST}/${tool.toolId}`
  const places = Array.from({ length: MOST_HEADINGS }, (_, index) => index + 1)
  const written = places.filter(place => (form.answers[headingFields(place).name] ?? '') !== '')
  const open = Math.min(MOST_HEADINGS, Math.max(OPEN_HEADINGS, (written.at(-1) ?? 0) + 2))
  const isWrong = (place: number) =>
    Object.values(headingFields(place)).some(name => form.errors.some(e => e.field === name))
  const drawn = (those: readonly number[]) =>
    those.map(place => <HeadingFields form={form} place={place} factors={p.factors} />)
  return (
    <StaffPage visitor={p.visitor} title={title} current={LIST} hasErrors={form.errors.length > 0}>
      <PageHead
        title={title}
        lead={tool === undefined ? en.formLead : en.changeLead}
        form={form}
        back={{ href: here, text: tool?.name ?? en.tools }}
      />
      {p.theirs !== undefined && (
        <>
          <Alert kind="care" kindWord="Care" first={`${en.stale}.`} />
          <Described one={p.theirs.one} by={p.theirs.by} />
        </>
      )}
      <PostForm action={tool === undefined ? `${LIST}/new` : `${here}/change`} csrfToken={p.visitor.csrfToken}>
        {tool !== undefined && <input type="hidden" name="version" value={String(tool.version)} />}
        <TextField form={form} name="name" label={en.nameLabel} autocomplete="off" />
        <SelectField
          form={form}
          name="kind"
          label={en.kindLabel}
          empty=""
          items={KINDS.map(value => ({ value, label: kinds[value] }))}
        />
        <RadiosField
          form={form}
          name="part"
          label={en.partLabel}
          hint={en.partHint}
          classes="govuk-radios--small"
          items={PARTS.map(value => ({ value, label: parts[value] }))}
        />
        <RadiosField
          form={form}
          name="scale"
          label={en.scaleLabel}
          classes="govuk-radios--small"
          items={SCALES.map(value => ({ value, label: SCALE_WORDS[value] }))}
        />
        <TextareaField form={form} name="steps" label={en.stepsLabel} hint={en.stepsHint} rows={5} />
        <SectionHead>{en.headingsHead}</SectionHead>
        <p>{en.headingsText}</p>
        <p>{en.mapping}</p>
        {drawn(places.slice(0, open))}
        {open < MOST_HEADINGS && <More open={places.slice(open).some(isWrong)}>{drawn(places.slice(open))}</More>}
        <div class="cx-buttons">
          <Button>{en.save}</Button>
        </div>
      </PostForm>
    </StaffPage>
  )
}

const SCALE_WORDS: Readonly<Record<(typeof SCALES)[number], string>> = {
  first: en.scaleFirst,
  last: en.scaleLast,
  words: en.scaleWords,
}

function More(p: { readonly open: boolean; readonly children: ComponentChildren }): JSX.Element {
  return (
    <Details summary={en.moreHeadings} open={p.open}>
      {p.children}
    </Details>
  )
}

function HeadingFields(p: {
  readonly form: FormState
  readonly place: number
  readonly factors: readonly Factor[]
}): JSX.Element {
  const n = headingFields(p.place)
  const labelled = (words: string) => (
    <>
      {words}
      <span class="govuk-visually-hidden">{en.ofHeading(p.place)}</span>
    </>
  )
  return (
    <div class="cx-field-row">
      <TextField
        form={p.form}
        name={n.name}
        label={en.headingLabel(p.place)}
        classes="govuk-input--width-20"
        autocomplete="off"
      />
      <SelectField
        form={p.form}
        name={n.factor}
        label={labelled(en.factorLabel)}
        empty={en.noFactor}
        items={p.factors.map(({ code }) => ({ value: code, label: factorLabel(code) }))}
      />
      <SelectField
        form={p.form}
        name={n.part}
        label={labelled(en.headingPart)}
        empty={en.asTool}
        items={PARTS.map(value => ({ value, label: parts[value] }))}
      />
    </div>
  )
}
