import type { JSX } from 'preact'
import { dayOf } from '#ground/clock.ts'
import { type Day, daysBetween, formatDay } from '#ground/day.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { DayField, PostForm, SelectField, TextareaField, TextField } from '#web/form/fields.tsx'
import { NO_FORM } from '#web/form/form.ts'
import { Button } from '#web/govuk/button.tsx'
import { Details } from '#web/govuk/details.tsx'
import { Alert } from '#web/shell/alert.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, FactList, SectionHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { en as assessmentWords, factorLabel } from '../words.ts'
import { findingFields } from './forms.ts'
import { isOld, stepWord } from './rules.ts'
import type { Edition, Finding, Heading, Saying } from './tool.ts'
import { en, kinds } from './words.ts'

type Common = { readonly visitor: Visitor; readonly frame: PersonFrame; readonly today: Day }
type Names = ReadonlyMap<string, string>
const listOf = ({ person }: PersonFrame) => `/people/${person.id}/other-tools`

/** What other agencies' tools said of somebody, the newest first. */
export function SaidPage(
  p: Common & {
    readonly sayings: readonly Saying[]
    readonly names: Names
    readonly mayWrite: boolean
    readonly mayCorrect: boolean
    readonly maySeeTools: boolean
  },
): JSX.Element {
  const { id } = p.frame.person
  const add = <Button href={`${listOf(p.frame)}/new`}>{en.say}</Button>
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={en.saidTitle}
      form={NO_FORM}
      back={{ href: `/people/${id}/assessment`, text: assessmentWords.title }}
    >
      <p>{en.saidLead}</p>
      {p.mayWrite && p.sayings.length > 0 && <div class="cx-buttons">{add}</div>}
      {p.sayings.length === 0 && (
        <EmptyState title={en.saidNone} action={p.mayWrite ? add : undefined}>
          {en.saidNoneText}
        </EmptyState>
      )}
      {p.sayings.map(one => (
        <Entry {...p} one={one} />
      ))}
      {p.maySeeTools && (
        <p>
          <a class="govuk-link" href="/other-tools">
            {en.describedTools}
          </a>
        </p>
      )}
    </FramedPage>
  )
}

function Entry(
  p: Common & {
    readonly one: Saying
    readonly names: Names
    readonly mayWrite: boolean
    readonly mayCorrect: boolean
  },
): JSX.Element {
  const { one } = p
  const { edition } = one
  const of = en.correctOf(edition.name, formatDay(one.saidOn))
  return (
    <section aria-labelledby={`said-${one.entryId}`}>
      <SectionHead
        id={`said-${one.entryId}`}
        aside={
          p.mayWrite ? (
            <a class="govuk-link" href={`/tools-said/${one.entryId}`}>
              {en.correct}
              <span class="govuk-visually-hidden">{of}</span>
            </a>
          ) : undefined
        }
      >
        {edition.name}, {formatDay(one.saidOn)}
      </SectionHead>
      <p>
        {one.saidBy}{' '}
        <span class="cx-quiet">
          {kinds[edition.kind]}, {assessmentWords.age(daysBetween(one.saidOn, p.today))}. {en.notOurs}
        </span>{' '}
        {isOld(one.saidOn, p.today) && <StatusTag kind="unknown">{en.old}</StatusTag>}
      </p>
      {one.words !== '' && <p class="cx-lines">{one.words}</p>}
      {one.findings.length > 0 && (
        <DataTable
          caption={`${edition.name}, ${formatDay(one.saidOn)}`}
          rows={one.findings}
          columns={[
            { key: 'heading', heading: en.heading, cell: finding => headingOf(edition, finding.code)?.name ?? '' },
            {
              key: 'step',
              heading: en.step,
              phone: { lead: true },
              cell: finding => <Step edition={edition} step={finding.step} />,
            },
            {
              key: 'words',
              heading: en.words,
              wide: true,
              cell: finding => <span class="cx-lines">{finding.words}</span>,
            },
            {
              key: 'factor',
              heading: en.factor,
              phone: { label: en.factor },
              cell: finding => besideOf(headingOf(edition, finding.code)),
            },
          ]}
        />
      )}
      <p class="cx-quiet">
        {en.writtenBy(p.names.get(one.writtenBy) ?? '', formatDay(dayOf(one.recordedAt)))}
        {p.mayCorrect && (
          <>
            {'. '}
            <a class="govuk-link" href={`/people/${one.personId}/misfiled/tool-said/${one.entryId}`}>
              {en.wrong}
              <span class="govuk-visually-hidden">{of}</span>
            </a>
          </>
        )}
      </p>
      <Before {...p} />
    </section>
  )
}

function headingOf(edition: Edition, code: number): Heading | undefined {
  return edition.headings.find(one => one.code === code)
}

function besideOf(heading: Heading | undefined) {
  return heading?.factor == null ? <span class="cx-quiet">{en.noFactor}</span> : factorLabel(heading.factor)
}

function Step(p: { readonly edition: Edition; readonly step: number | null }): JSX.Element | null {
  const { steps, hardEnd } = p.edition
  if (p.step === null) return null
  return (
    <>
      <strong>{stepWord(p.edition, p.step)}</strong>{' '}
      <span class="cx-quiet">{en.onScale(p.step, steps.length, hardEnd === 'first' ? 1 : steps.length)}</span>
    </>
  )
}

/** What stood before it was put right, as far as the reader sees it. */
function Before(p: { readonly one: Saying; readonly names: Names }): JSX.Element | null {
  const { edition, before } = p.one
  if (before.rows.length + before.findings.length === 0) return null
  const facts = [
    ...before.rows.map(row => ({
      at: row.replacedAt ?? row.recordedAt,
      label: `${formatDay(row.saidOn)}, ${row.saidBy}`,
      said: row.words,
    })),
    ...before.findings.map(finding => ({
      at: finding.replacedAt ?? finding.recordedAt,
      label: headingOf(edition, finding.code)?.name ?? '',
      said: saidUnder(edition, finding),
    })),
  ].toSorted((a, b) => (a.at < b.at ? 1 : -1))
  return (
    <Details summary={en.putRight}>
      <FactList
        facts={facts.map(({ at, label, said }) => ({
          label,
          value: (
            <>
              <span class="cx-lines">{said}</span> <span class="cx-quiet">{en.untilOn(formatDay(dayOf(at)))}</span>
            </>
          ),
        }))}
      />
    </Details>
  )
}

function saidUnder(edition: Edition, finding: Finding): string {
  return [stepWord(edition, finding.step), finding.words].filter(Boolean).join(': ')
}

/** Which tool it was. */
export function WhichToolPage(p: Common & { readonly tools: readonly Edition[] }): JSX.Element {
  const list = listOf(p.frame)
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={en.whichTool}
      form={NO_FORM}
      back={{ href: list, text: en.saidTitle }}
    >
      {p.tools.length === 0 ? (
        <EmptyState title={en.noTools}>{en.noToolsText}</EmptyState>
      ) : (
        <>
          <p>{en.whichHint}</p>
          <DataTable
            caption={en.whichTool}
            rows={p.tools}
            columns={[
              {
                key: 'name',
                heading: en.name,
                cell: one => (
                  <a class="govuk-link" href={`${list}/new?tool=${one.toolId}`}>
                    {one.name}
                  </a>
                ),
              },
              { key: 'kind', heading: en.kind, cell: one => kinds[one.kind], phone: { lead: true } },
            ]}
          />
        </>
      )}
    </FramedPage>
  )
}

/** Writing down what a tool said, or putting it right. */
export function SaidFormPage(
  p: Common & {
    readonly form: FormState
    readonly edition: Edition
    readonly headings: readonly Heading[]
    /** The entry that is put right, as it stood when the form was drawn first. */
    readonly entry: { readonly one: Saying; readonly stamp: string; readonly isStale: boolean } | undefined
    /** What was typed under headings that are gone. */
    readonly gone: readonly { readonly heading: string; readonly said: string }[]
  },
): JSX.Element {
  const { form, edition, entry } = p
  const list = listOf(p.frame)
  const { given } = p.frame.person
  const title = entry === undefined ? en.sayTitle(given) : en.correctTitle(edition.name)
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={title} form={form} back={{ href: list, text: en.saidTitle }}>
      {p.gone.length > 0 && (
        <>
          <Alert kind="care" kindWord="Care" first={`${en.goneHead}:`} />
          <FactList facts={p.gone.map(one => ({ label: one.heading, value: one.said }))} />
        </>
      )}
      {entry?.isStale && <Theirs one={entry.one} />}
      {entry !== undefined && <p>{en.correctLead}</p>}
      <FactList
        facts={[
          {
            label: en.name,
            value: (
              <>
                <strong>{edition.name}</strong> <span class="cx-quiet">{kinds[edition.kind]}</span>{' '}
                {entry === undefined && (
                  <a class="govuk-link" href={`${list}/new`}>
                    {en.otherTool}
                  </a>
                )}
              </>
            ),
          },
        ]}
      />
      <PostForm
        action={entry === undefined ? `${list}/new` : `/tools-said/${entry.one.entryId}`}
        csrfToken={p.visitor.csrfToken}
      >
        {entry === undefined ? (
          <input type="hidden" name="edition" value={edition.editionId} />
        ) : (
          <input type="hidden" name="stamp" value={entry.stamp} />
        )}
        <DayField form={form} name="said-on" label={en.saidOn} hint={en.saidOnHint} />
        <TextField form={form} name="said-by" label={en.saidBy} hint={en.saidByHint} autocomplete="off" />
        <TextareaField form={form} name="words" label={en.all} hint={en.allHint} rows={3} />
        {p.headings.length > 0 && <SectionHead>{en.headings}</SectionHead>}
        {p.headings.map(heading => (
          <UnderHeading form={form} edition={edition} heading={heading} />
        ))}
        <div class="cx-buttons">
          <Button>{en.saveSaying}</Button>
        </div>
      </PostForm>
    </FramedPage>
  )
}

function Theirs(p: { readonly one: Saying }): JSX.Element {
  const { one } = p
  return (
    <>
      <SectionHead>{en.theirsHead}</SectionHead>
      <FactList
        facts={[
          { label: formatDay(one.saidOn), value: [one.saidBy, one.words].filter(Boolean).join(': ') },
          ...one.findings.map(finding => ({
            label: headingOf(one.edition, finding.code)?.name ?? '',
            value: saidUnder(one.edition, finding),
          })),
        ]}
      />
    </>
  )
}

function UnderHeading(p: { readonly form: FormState; readonly edition: Edition; readonly heading: Heading }) {
  const { heading, edition } = p
  const n = findingFields(heading.code)
  const labelled = (words: string) => (
    <>
      {words}
      <span class="govuk-visually-hidden">{en.stepOf(heading.name)}</span>
    </>
  )
  const hard = edition.hardEnd === 'first' ? 1 : edition.steps.length
  return (
    <section class="cx-factor" aria-labelledby={`heading-${heading.code}`}>
      <div class="cx-factor__head">
        <h3 class="cx-factor__name" id={`heading-${heading.code}`}>
          {heading.name}
        </h3>
        <span class="cx-quiet">
          {heading.factor === null ? en.noFactor : `${en.factor}: ${factorLabel(heading.factor)}`}
        </span>
      </div>
      {edition.steps.length > 0 && (
        <SelectField
          form={p.form}
          name={n.step}
          label={labelled(en.step)}
          items={[
            { value: 'none', label: en.notSaid },
            ...edition.steps.map((word, index) => ({
              value: String(index + 1),
              label: index + 1 === hard ? `${word} (${en.harder})` : word,
            })),
          ]}
        />
      )}
      <TextareaField form={p.form} name={n.words} label={labelled(en.words)} rows={2} />
    </section>
  )
}
