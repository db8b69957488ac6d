import type { JSX } from 'preact'
import { type Day, formatDay } from '#ground/day.ts'
import { type Colleague, StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { PostForm, RadiosField, SelectField, TextareaField } from '#web/form/fields.tsx'
import { NO_FORM } from '#web/form/form.ts'
import { StepBehind, StepForm } from '#web/form/step-form.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { FactList, PageHead, SectionHead, SideColumn } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { criteriaOn } from './criteria.ts'
import { markFields, rateField } from './forms.ts'
import { gapOf, type Move } from './rules.ts'
import { type BothRatings, type Criterion, MET, type RatedFactor, type Reading, type Stands } from './sample.ts'
import { criteria, en, linesOf, mets, ones, states } from './words.ts'

type Names = ReadonlyMap<string, string>
type Levels = readonly { readonly level: number; readonly label: string }[]

/** One reading: what stands in the work, what was found, what the adviser says, and both ratings side by side. */
export function ReadingPage(p: {
  readonly visitor: Visitor
  readonly one: Reading
  readonly names: Names
  readonly moves: ReadonlySet<Move>
  readonly stands: Stands
  readonly beside: readonly (BothRatings & { readonly label: string })[]
  readonly levels: Levels
  readonly seconds: readonly Colleague[]
  readonly canAnswer: boolean
  readonly form: FormState
  readonly typed: 'answer' | 'close' | 'second' | undefined
}): JSX.Element {
  const { one } = p
  const here = `/readings/${one.rowId}`
  const title = en.readingTitle(ones[one.what], one.name)
  const sending = { csrfToken: p.visitor.csrfToken, version: one.version }
  const formOf = (step: NonNullable<typeof p.typed>) => (p.typed === step ? p.form : NO_FORM)
  return (
    <StaffPage visitor={p.visitor} title={title} aboutId={one.personId} hasErrors={p.form.errors.length > 0}>
      <PageHead title={title} back={{ href: '/samples', text: en.toList }} form={p.form} />
      <SideColumn side={<Facts {...p} />}>
        <SectionHead
          aside={
            <a class="govuk-link" href={p.stands.path}>
              {en.open}
            </a>
          }
        >
          {en.stands}
        </SectionHead>
        <ul class="govuk-list govuk-list--bullet">
          {linesOf(p.stands).map(line => (
            <li>{line}</li>
          ))}
        </ul>
        <SectionHead>{en.list}</SectionHead>
        {one.readOn === null ? <p class="cx-quiet">{en.notLooked}</p> : <Found one={one} />}
        {p.moves.has('read') && (
          <p>
            <Button href={`${here}/look`}>{en.look}</Button>
          </p>
        )}
        {one.readOn !== null && (
          <>
            <SectionHead>{en.answerHead}</SectionHead>
            {one.answer === '' ? (
              !p.moves.has('answer') && <p class="cx-quiet">{en.notAnswered}</p>
            ) : (
              <blockquote class="cx-quote">{one.answer}</blockquote>
            )}
            {one.changed !== '' && <FactList facts={[{ label: en.changed, value: one.changed }]} />}
          </>
        )}
        {p.moves.has('answer') && (
          <StepForm {...sending} action={`${here}/answer`} button={en.answerButton}>
            <TextareaField form={formOf('answer')} name="answer" label={en.answerAsk} rows={4} />
            <TextareaField
              form={formOf('answer')}
              name="changed"
              label={en.changedAsk}
              hint={en.changedHint}
              rows={2}
            />
          </StepForm>
        )}
        {one.what === 'assessment' && <Twice {...p} here={here} form={formOf('second')} sending={sending} />}
        {one.why !== '' && <FactList facts={[{ label: en.closed, value: one.why }]} />}
        {p.moves.has('close') && (
          <>
            {!p.canAnswer && <p>{en.unseenNow}</p>}
            <StepBehind
              {...sending}
              action={`${here}/close`}
              button={en.close}
              summary={en.close}
              open={p.typed === 'close'}
            >
              <TextareaField form={formOf('close')} name="why" label={en.closeWhy} rows={2} />
            </StepBehind>
          </>
        )}
      </SideColumn>
    </StaffPage>
  )
}

function Facts(p: { readonly one: Reading; readonly names: Names }): JSX.Element {
  const { one } = p
  const tone = one.state === 'answered' ? 'good' : one.state === 'closed' ? 'quiet' : 'care'
  return (
    <FactList
      stacked
      facts={[
        { label: en.state, value: <StatusTag kind={tone}>{states[one.state]}</StatusTag> },
        { label: en.whose, value: p.names.get(one.adviserId) ?? '' },
        { label: en.reader, value: p.names.get(one.readerId) ?? '' },
        ...(one.readOn === null ? [] : [{ label: en.readOn, value: formatDay(one.readOn) }]),
        ...(one.state === 'read' && one.dueOn !== null
          ? [{ label: en.answerHead, value: en.dueBy(formatDay(one.dueOn)) }]
          : []),
      ]}
    />
  )
}

/** By the list as it was when it was looked at. */
function Found(p: { readonly one: Reading }): JSX.Element {
  const { one } = p
  const list: readonly Criterion[] = criteriaOn(one.edition as Day).of[one.what]
  return (
    <>
      <DataTable
        caption={en.list}
        rows={[...list]}
        columns={[
          { key: 'criterion', heading: en.criterion, cell: criterion => criteria[criterion] },
          {
            key: 'said',
            heading: en.said,
            phone: { label: en.said },
            cell: criterion => {
              const mark = one.marks[criterion]
              return (
                mark && (
                  <>
                    {mets[mark.said]}
                    {mark.words !== '' && <div class="cx-lines">{mark.words}</div>}
                  </>
                )
              )
            },
          },
        ]}
      />
      <FactList facts={[{ label: en.overall, value: one.words || en.none2 }]} />
    </>
  )
}

/** Rated twice: the ratings side by side, or who is to do it. */
function Twice(p: {
  readonly one: Reading
  readonly names: Names
  readonly moves: ReadonlySet<Move>
  readonly beside: readonly (BothRatings & { readonly label: string })[]
  readonly levels: Levels
  readonly seconds: readonly Colleague[]
  readonly visitor: Visitor
  readonly here: string
  readonly form: FormState
  readonly sending: { readonly csrfToken: string; readonly version: number }
}): JSX.Element | null {
  const { one } = p
  const word = (level: number | null) => p.levels.find(l => l.level === level)?.label ?? en.notRated
  if (one.secondOn !== null)
    return (
      <>
        <SectionHead>{en.beside}</SectionHead>
        <DataTable
          caption={en.beside}
          rows={p.beside}
          columns={[
            { key: 'factor', heading: en.factor, cell: both => both.label },
            {
              key: 'theirs',
              heading: en.theirs,
              cell: both => word(both.adviserLevel),
              phone: { label: en.theirs },
            },
            { key: 'anew', heading: en.anew, cell: both => word(both.level), phone: { label: en.anew } },
            { key: 'gap', heading: en.apart, cell: both => en.gap(gapOf(both)), phone: { label: en.apart } },
          ]}
        />
      </>
    )
  if (p.moves.has('rate'))
    return (
      <p>
        <Button href={`${p.here}/again`}>{en.rate}</Button>
      </p>
    )
  if (!p.moves.has('ask-second')) return null
  return (
    <>
      <SectionHead>{en.second}</SectionHead>
      {one.secondId !== null && <p>{en.secondAsked(p.names.get(one.secondId) ?? '')}</p>}
      <p>{en.secondText}</p>
      {p.seconds.length === 0 ? (
        <p class="cx-quiet">{en.secondNobody}</p>
      ) : (
        <StepForm {...p.sending} action={`${p.here}/second`} button={en.secondButton}>
          <SelectField
            form={p.form}
            name="who"
            label={en.secondWho}
            empty=""
            items={p.seconds.map(c => ({
              value: c.accountId,
              label: c.accountId === p.one.readerId ? en.secondYou(c.name) : c.name,
            }))}
          />
        </StepForm>
      )}
    </>
  )
}

/** Looks at one against the list, with what stands in it at hand. */
export function LookPage(p: {
  readonly visitor: Visitor
  readonly one: Reading
  readonly list: readonly Criterion[]
  readonly stands: Stands
  readonly form: FormState
}): JSX.Element {
  const { one, form } = p
  return (
    <StaffPage visitor={p.visitor} title={en.lookTitle} aboutId={one.personId} hasErrors={form.errors.length > 0}>
      <PageHead
        title={en.lookTitle}
        lead={en.lookLead}
        back={{ href: `/readings/${one.rowId}`, text: en.readingTitle(ones[one.what], one.name) }}
        form={form}
      />
      <SectionHead
        aside={
          <a class="govuk-link" href={p.stands.path}>
            {en.open}
          </a>
        }
      >
        {en.stands}
      </SectionHead>
      <ul class="govuk-list govuk-list--bullet">
        {linesOf(p.stands).map(line => (
          <li>{line}</li>
        ))}
      </ul>
      <PostForm action={`/readings/${one.rowId}/look`} csrfToken={p.visitor.csrfToken}>
        <input type="hidden" name="version" value={String(one.version)} />
        {p.list.map(criterion => {
          const n = markFields(criterion)
          return (
            <>
              <RadiosField
                form={form}
                name={n.said}
                label={criteria[criterion]}
                classes="govuk-radios--small govuk-radios--inline"
                items={MET.map(value => ({ value, label: mets[value] }))}
              />
              <TextareaField
                form={form}
                name={n.words}
                label={
                  <>
                    {en.aWord}
                    <span class="govuk-visually-hidden">{en.aWordOf(criteria[criterion])}</span>
                  </>
                }
                rows={1}
              />
            </>
          )
        })}
        <TextareaField form={form} name="overall" label={en.overall} rows={3} />
        <div class="cx-buttons">
          <Button>{en.keep}</Button>
        </div>
      </PostForm>
    </StaffPage>
  )
}

/** Rates the factors anew: what was written is there, how the adviser rated it is not. */
export function RatePage(p: {
  readonly visitor: Visitor
  readonly one: Reading
  readonly factors: readonly RatedFactor[]
  readonly levels: Levels
  readonly form: FormState
}): JSX.Element {
  const { one, form } = p
  return (
    <StaffPage visitor={p.visitor} title={en.rateTitle} aboutId={one.personId} hasErrors={form.errors.length > 0}>
      <PageHead
        title={en.rateTitle}
        lead={en.rateLead}
        back={{ href: `/readings/${one.rowId}`, text: en.readingTitle(ones[one.what], one.name) }}
        form={form}
      />
      <PostForm action={`/readings/${one.rowId}/again`} csrfToken={p.visitor.csrfToken}>
        <input type="hidden" name="version" value={String(one.version)} />
        {p.factors.map(factor => (
          <RadiosField
            form={form}
            name={rateField(factor.factor)}
            label={factor.label}
            hint={[
              en.saidBefore(factor.evidence || en.nothingWritten),
              factor.ownWords === '' ? '' : en.ownWords(factor.ownWords),
              en.from(factor.source),
            ]
              .filter(Boolean)
              .join(' · ')}
            classes="govuk-radios--small govuk-radios--inline"
            items={[
              ...p.levels.map(({ level, label }) => ({ value: String(level), label })),
              { value: '', label: en.notEnough },
            ]}
          />
        ))}
        <div class="cx-buttons">
          <Button>{en.rateButton}</Button>
        </div>
      </PostForm>
    </StaffPage>
  )
}
