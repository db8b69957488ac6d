import type { JSX } from 'preact'
import { type Day, formatDay, shortDay } from '#ground/day.ts'
import type { RowId } from '#ground/ids.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { DayField, PostForm, RadiosField, TextareaField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { EmptyState, FactList, SectionHead } from '#web/shell/layout.tsx'
import { ENTRY_KINDS, type Entry, type Evidence } from './entry.ts'
import { en, kinds } from './words.ts'

/** How much is shared, and the way there: for the page of the plan. */
export function FileLine(p: { readonly personId: string; readonly count: number }): JSX.Element {
  return (
    <>
      <SectionHead
        aside={
          <a class="govuk-link" href={`/people/${p.personId}/plan/file`}>
            {en.all}
          </a>
        }
      >
        {en.way}
      </SectionHead>
      <p class="cx-quiet">{p.count === 0 ? `${en.none}.` : `${en.count(p.count)}.`}</p>
    </>
  )
}

/** What shows that a target was worked on; of what was taken back, that there was something. */
export function EvidenceLines(p: { readonly evidence: readonly Evidence[] }): JSX.Element {
  return (
    <>
      {p.evidence.map(one => (
        <div>{saidOf(one)}</div>
      ))}
    </>
  )
}

/** The same in one line, for beside a question. */
export function saidOf(one: Evidence): string {
  return one.did === null ? `${en.takenBack}.` : en.evidence(one.did)
}

/** What they share, and what was written down with them. */
export function FilePage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly entries: readonly Entry[]
  readonly evidence: readonly Evidence[]
  readonly targets: ReadonlyMap<RowId, string>
  readonly names: ReadonlyMap<string, string>
  readonly form: FormState
  readonly mayWrite: boolean
  readonly mayCorrect: boolean
  readonly today: Day
}): JSX.Element {
  const { person } = p.frame
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={en.title(person.given)}
      form={p.form}
      back={{ href: `/people/${person.id}/plan`, text: en.toPlan }}
    >
      <p>{en.lead(person.given)}</p>
      {p.entries.length === 0 ? (
        <EmptyState title={en.none}>{en.noneText}</EmptyState>
      ) : (
        <FactList
          facts={p.entries.map(entry => ({
            label: (
              <>
                {kinds[entry.kind]}
                <br />
                <span class="cx-quiet">{shortDay(entry.happenedOn ?? entry.writtenOn, p.today)}</span>
              </>
            ),
            value: <EntryText {...p} entry={entry} />,
          }))}
        />
      )}
      {p.mayWrite && (
        <>
          <SectionHead>{en.addHead}</SectionHead>
          <p>{en.addLead(person.given)}</p>
          <PostForm action={`/people/${person.id}/plan/file`} csrfToken={p.visitor.csrfToken}>
            <RadiosField
              form={p.form}
              name="kind"
              label={en.kind}
              classes="govuk-radios--small"
              items={ENTRY_KINDS.map(value => ({ value, label: kinds[value] }))}
            />
            <TextareaField form={p.form} name="did" label={en.did} rows={3} />
            <TextareaField form={p.form} name="shows" label={en.shows} rows={2} />
            <DayField form={p.form} name="on" label={en.on} hint={en.onHint} />
            <div class="cx-buttons">
              <Button>{en.save}</Button>
            </div>
          </PostForm>
        </>
      )}
    </FramedPage>
  )
}

function EntryText(p: {
  readonly entry: Entry
  readonly evidence: readonly Evidence[]
  readonly targets: ReadonlyMap<RowId, string>
  readonly names: ReadonlyMap<string, string>
  readonly mayCorrect: boolean
}): JSX.Element {
  const { entry } = p
  const of = p.evidence.flatMap(one => {
    const target = one.entryId === entry.rowId && one.did !== null ? p.targets.get(one.targetId) : undefined
    return target === undefined ? [] : [target]
  })
  return (
    <>
      <div>“{entry.did}”</div>
      {entry.shows !== '' && <div>{en.showsOf(entry.shows)}</div>}
      {of.map(target => (
        <div>{en.evidenceOf(target)}</div>
      ))}
      <div class="cx-quiet">
        {entry.writtenBy === null ? en.own : en.writtenDown(p.names.get(entry.writtenBy) ?? '')}
        {entry.happenedOn === null ? '' : `, ${formatDay(entry.writtenOn)}`}
      </div>
      {p.mayCorrect && entry.writtenBy !== null && (
        <div>
          <a class="govuk-link cx-quiet" href={`/people/${entry.personId}/misfiled/progress-entry/${entry.rowId}`}>
            {en.misfiled}
            <span class="govuk-visually-hidden">{en.misfiledOf(entry.did.slice(0, 80))}</span>
          </a>
        </div>
      )}
    </>
  )
}
