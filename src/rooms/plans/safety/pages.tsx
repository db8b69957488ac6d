import type { ComponentChildren, JSX } from 'preact'
import { type Day, formatDay, isBefore } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { CheckboxesField, DayField, PostForm, RadiosField, TextareaField } from '#web/form/fields.tsx'
import { NO_FORM } from '#web/form/form.ts'
import { BackLink } from '#web/govuk/back-link.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Details } from '#web/govuk/details.tsx'
import { InsetText } from '#web/govuk/inset-text.tsx'
import type { PdfDocument } from '#web/pdf/document.ts'
import { EmptyState, FactList, PageHead, SectionHead, SideColumn } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { COPIES } from '../plan.ts'
import { copies } from '../words.ts'
import { helpLinesOn } from './numbers.ts'
import { SAFETY_PARTS, type SafetyPart, type SafetyPlan } from './plan.ts'
import { inForce, weeksFor } from './rules.ts'
import { en, parts, safetyStates } from './words.ts'

type Common = { readonly visitor: Visitor; readonly frame: PersonFrame; readonly today: Day }
const baseOf = ({ person }: PersonFrame) => `/people/${person.id}/safety-plan`

function Numbers(p: { readonly today: Day }): JSX.Element {
  return (
    <FactList
      facts={helpLinesOn(p.today).map(line => ({ label: line.who, value: en.number(line.number, line.when) }))}
    />
  )
}

/** The concern button stands over every page; here it is said once more. */
function Danger(p: { readonly frame: PersonFrame }): JSX.Element {
  return (
    <InsetText>
      {en.raiseText}{' '}
      <a class="govuk-link" href={`/concerns/new?about=${p.frame.person.id}`}>
        {en.raise}
      </a>
    </InsetText>
  )
}

/** What holds now, how it stands, and what it was before. */
export function SafetyPage(
  p: Common & {
    readonly all: readonly SafetyPlan[]
    readonly names: ReadonlyMap<string, string>
    readonly mayWrite: boolean
    readonly mayCorrect: boolean
  },
): JSX.Element {
  const base = baseOf(p.frame)
  const now = inForce(p.all)
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={en.title} form={NO_FORM}>
      <Danger frame={p.frame} />
      {now === undefined && (
        <EmptyState title={en.none} action={p.mayWrite ? <Button href={`${base}/new`}>{en.make}</Button> : undefined}>
          {en.noneText}
        </EmptyState>
      )}
      {now !== undefined && (
        <>
          <div class="cx-buttons">
            {p.mayWrite && <Button href={`${base}/new`}>{en.change}</Button>}
            {p.mayWrite && (
              <Button href={`${base}/copy`} classes="govuk-button--secondary">
                {en.copy}
              </Button>
            )}
            {p.mayWrite && (
              <Button href={`${base}/end`} classes="govuk-button--secondary">
                {en.end}
              </Button>
            )}
          </div>
          <SideColumn side={<Standing {...p} one={now} />}>
            <Said one={now} />
            <p class="cx-quiet">{en.promise}</p>
          </SideColumn>
        </>
      )}
      <SectionHead>{en.numbers}</SectionHead>
      <Numbers today={p.today} />
      {p.all.length > (now ? 1 : 0) && <SectionHead>{en.before}</SectionHead>}
      {p.all
        .filter(one => one !== now)
        .map(one => (
          <Details summary={en.versionOf(formatDay(one.madeOn), safetyStates[one.state])}>
            <Said one={one} />
            {one.state === 'ended' && one.overOn !== null && <p>{en.ended(formatDay(one.overOn), one.why)}</p>}
          </Details>
        ))}
    </FramedPage>
  )
}

function Said(p: { readonly one: SafetyPlan }): JSX.Element {
  const said = SAFETY_PARTS.filter(part => p.one[part] !== '')
  return (
    <FactList
      stacked
      facts={said.map(part => ({ label: parts[part], value: <span class="cx-lines">{p.one[part]}</span> }))}
    />
  )
}

function Standing(
  p: Common & {
    readonly one: SafetyPlan
    readonly names: ReadonlyMap<string, string>
    readonly mayCorrect: boolean
  },
): JSX.Element {
  const { one } = p
  const isLate = isBefore(one.reviewOn, p.today)
  return (
    <>
      <SectionHead>{en.stand}</SectionHead>
      {one.isRestricted && <StatusTag kind="care">{en.keptClose}</StatusTag>}
      <FactList
        stacked
        facts={[
          { label: en.made, value: en.madeOn(formatDay(one.madeOn), p.names.get(one.madeBy) ?? '') },
          {
            label: en.review,
            value: (
              <>
                {formatDay(one.reviewOn)}
                {isLate && <StatusTag kind="late">{en.late}</StatusTag>}
              </>
            ),
          },
          { label: en.said, value: `${en.agreement[one.agreement]} ${one.words === '' ? '' : `“${one.words}”`}` },
          { label: en.copyGiven, value: copies[one.copyGiven] },
        ]}
      />
      {p.mayCorrect && (
        <a class="govuk-link cx-quiet" href={`/people/${one.personId}/misfiled/close-plan/${one.rowId}`}>
          {en.wrong}
        </a>
      )}
    </>
  )
}

const FIELDS: Readonly<Record<SafetyPart, string>> = {
  signs: 'signs',
  helps: 'helps',
  talkTo: 'talk-to',
  atNight: 'at-night',
  safePlace: 'safe-place',
  others: 'others',
}

/** Made together, or looked at again. */
export function SafetyFormPage(
  p: Common & {
    readonly form: FormState
    readonly before: SafetyPlan | undefined
    /** What somebody else saved meanwhile. */
    readonly theirs: SafetyPlan | undefined
    readonly mayKeepClose: boolean
  },
): JSX.Element {
  const { given } = p.frame.person
  const weeks = weeksFor(p.before === undefined)
  return (
    <Form {...p} title={en.newTitle} step="new" button={en.save}>
      {p.before && <input type="hidden" name="before" value={p.before.rowId} />}
      {p.before && <input type="hidden" name="version" value={String(p.before.version)} />}
      {p.theirs && <Said one={p.theirs} />}
      <p>{en.lead}</p>
      {SAFETY_PARTS.map(part => (
        <TextareaField form={p.form} name={FIELDS[part]} label={parts[part]} rows={3} />
      ))}
      <SectionHead>{en.numbers}</SectionHead>
      <Numbers today={p.today} />
      <RadiosField
        form={p.form}
        name="agreement"
        label={en.agreeQuestion(given)}
        items={[
          { value: 'agreed', label: en.yes },
          { value: 'disagreed', label: en.no },
        ]}
      />
      <TextareaField form={p.form} name="words" label={en.said} rows={2} />
      <RadiosField
        form={p.form}
        name="copy"
        label={en.copyGiven}
        items={COPIES.map(value => ({ value, label: copies[value] }))}
      />
      <DayField form={p.form} name="review-on" label={en.review} hint={en.reviewHint(weeks)} />
      {p.mayKeepClose && (
        <CheckboxesField
          form={p.form}
          name="close"
          label={en.close}
          hint={en.closeHint}
          items={[{ value: 'yes', label: en.keepClose }]}
        />
      )}
    </Form>
  )
}

export function EndPage(p: Common & { readonly form: FormState; readonly one: SafetyPlan }): JSX.Element {
  return (
    <Form {...p} title={en.endTitle} step="end" button={en.end}>
      <input type="hidden" name="version" value={String(p.one.version)} />
      <p>{en.endText}</p>
      <TextareaField form={p.form} name="why" label={en.why} rows={3} />
    </Form>
  )
}

function Form(
  p: Common & {
    readonly form: FormState
    readonly title: string
    readonly step: string
    readonly button: string
    readonly children: ComponentChildren
  },
): JSX.Element {
  const base = baseOf(p.frame)
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={p.title} form={p.form} back={{ href: base, text: en.back }}>
      <Danger frame={p.frame} />
      <PostForm action={`${base}/${p.step}`} csrfToken={p.visitor.csrfToken}>
        {p.children}
        <div class="cx-buttons">
          <Button>{p.button}</Button>
        </div>
      </PostForm>
    </FramedPage>
  )
}

/** What the page and the file say alike: what was said, in the order in which it is used, and the numbers. */
function linesOf(one: SafetyPlan, today: Day): { readonly title: string; readonly lines: readonly string[] }[] {
  return [
    ...SAFETY_PARTS.filter(part => one[part] !== '').map(part => ({
      title: parts[part],
      lines: one[part].split(/\r?\n/).filter(Boolean),
    })),
    { title: en.numbers, lines: helpLinesOn(today).map(line => `${line.who}: ${en.number(line.number, line.when)}`) },
  ]
}

/** Large and plain, to print or read out. */
export function SafetyCopyPage(p: Common & { readonly one: SafetyPlan }): JSX.Element {
  const { id, given } = p.frame.person
  const title = en.copyTitle(given)
  return (
    <StaffPage visitor={p.visitor} title={title} aboutId={id}>
      <BackLink href={baseOf(p.frame)}>{en.back}</BackLink>
      <PageHead title={title} />
      <div class="cx-copy">
        <div class="cx-copy__note">
          <p>{en.copyNote}</p>
          <Button href={`${baseOf(p.frame)}/copy.pdf`} classes="govuk-button--secondary">
            {en.copyPdf}
          </Button>
        </div>
        {linesOf(p.one, p.today).map(part => (
          <section aria-label={part.title}>
            <h2>{part.title}</h2>
            {part.lines.map(line => (
              <p>{line}</p>
            ))}
          </section>
        ))}
        <p>{en.copyFoot(formatDay(p.one.madeOn))}</p>
      </div>
    </StaffPage>
  )
}

/** The same as a file. */
export function safetyDocument(given: string, one: SafetyPlan, today: Day): PdfDocument {
  return {
    ...{ language: 'en', size: 'large', title: en.copyTitle(given), footer: en.copyFoot(formatDay(one.madeOn)) },
    parts: linesOf(one, today).flatMap((part): PdfDocument['parts'] => [
      { kind: 'heading', level: 2, text: part.title },
      ...part.lines.map(text => ({ kind: 'text', text }) as const),
    ]),
  }
}
