import type { JSX } from 'preact'
import { formatDay, shortDay } from '#ground/day.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import { PostForm } from '#web/form/fields.tsx'
import { NO_FORM } from '#web/form/form.ts'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, SectionHead, SideColumn } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import type { Full } from '../actions.ts'
import type { Depth, Factor, Level } from '../assessment.ts'
import { looks } from '../looks/words.ts'
import type { Distance, Signal } from '../rules.ts'
import { answers, depths, en, factorLabel, levels, sources } from '../words.ts'
import { AssessmentWheel } from './wheel.tsx'

/** Where a young person stands, and the distance travelled since the baseline. */
export function AssessmentPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly factors: readonly Factor[]
  readonly blind: ReadonlySet<string>
  /** The oldest first. */
  readonly agreed: readonly Full[]
  /** Mostly one; after two records were joined there may be two. */
  readonly drafts: readonly Full[]
  /** Drafts nobody goes on with. */
  readonly left: readonly Full[]
  readonly distances: readonly Distance[]
  readonly signals: readonly Signal[]
  readonly names: ReadonlyMap<string, string>
  /** What may be begun; none for whoever only reads. */
  readonly offered: readonly Depth[]
  /** Whether whoever begins one has training in assessing on record. */
  readonly isTrained: boolean
  /** Assessments of which the visitor reads why nobody looked at them. */
  readonly readsWhy: ReadonlySet<string>
  readonly mayCorrect: boolean
}): JSX.Element {
  const { id } = p.frame.person
  const [first, last] = [p.agreed[0], p.agreed.at(-1)]
  const latest = p.distances.flatMap(d => d.latest ?? [])
  const begin = (depth: Depth, isMain: boolean) => (
    <PostForm action={`/people/${id}/assessment/begin`} csrfToken={p.visitor.csrfToken}>
      <Button name="depth" value={depth} {...(isMain ? {} : { classes: 'govuk-button--secondary' })}>
        {en.begin[depth]}
      </Button>
    </PostForm>
  )
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={en.title} form={NO_FORM}>
      {!p.isTrained && <p class="cx-quiet">{en.notTrained}</p>}
      <p>
        <a class="govuk-link" href={`/people/${id}/other-tools`}>
          {en.otherTools}
        </a>
      </p>
      {p.drafts.map(draft => (
        <>
          <p>{en.draftBy(depths[draft.depth], formatDay(draft.startedOn), p.names.get(draft.startedBy) ?? '')}</p>
          {p.offered.length > 0 && (
            <div class="cx-buttons">
              <Button href={`/assessments/${draft.rowId}/education`}>{en.goOn(depths[draft.depth])}</Button>
              <a class="govuk-link" href={`/assessments/${draft.rowId}/leave`}>
                {en.leave}
              </a>
            </div>
          )}
          {p.mayCorrect && <WrongPerson personId={id} one={draft} />}
        </>
      ))}
      {p.drafts.length === 0 && p.offered.length > 0 && (
        <div class="cx-buttons">{p.offered.map((depth, index) => begin(depth, index === 0))}</div>
      )}
      {first === undefined || last === undefined ? (
        p.drafts.length === 0 && (
          <EmptyState title={en.none}>{p.offered.length > 0 ? en.noneText : en.noneReader}</EmptyState>
        )
      ) : (
        <SideColumn
          wide
          side={
            <>
              <SectionHead>{en.looksNow}</SectionHead>
              <AssessmentWheel
                id="wheel"
                factors={p.factors}
                traces={[
                  { name: en.latest, ratings: latest, view: 'staffLevel' },
                  ...(p.agreed.length > 1
                    ? [{ name: en.baseline, ratings: first.ratings, view: 'staffLevel' as const }]
                    : [{ name: en.own(p.frame.person.given), ratings: latest, view: 'ownLevel' as const }]),
                ]}
              />
              <SectionHead>{en.history}</SectionHead>
              {p.agreed.toReversed().map(one => (
                <section aria-label={depths[one.depth]}>
                  <p>
                    <strong>
                      {en.historyLine(
                        depths[one.depth],
                        formatDay(one.agreedOn ?? one.startedOn),
                        p.names.get(one.agreedBy ?? one.startedBy) ?? '',
                      )}
                    </strong>
                    <br />
                    {one.agreement !== null && en.agreement[one.agreement]}{' '}
                    {one.agreementWords !== '' && en.agreementWords(one.agreementWords)}{' '}
                    {one.reviewOn !== null && one === last && en.reviewOn(formatDay(one.reviewOn))}
                  </p>
                  <Looked one={one} names={p.names} reads={p.readsWhy.has(one.rowId)} />
                  {p.mayCorrect && <WrongPerson personId={id} one={one} />}
                </section>
              ))}
              <p class="cx-quiet">{en.ours}</p>
            </>
          }
        >
          <SectionHead>{en.travelled}</SectionHead>
          <p>
            {p.agreed.length > 1
              ? en.travelledText(
                  formatDay(first.agreedOn ?? first.startedOn),
                  formatDay(last.agreedOn ?? last.startedOn),
                )
              : en.onlyBaseline(formatDay(first.agreedOn ?? first.startedOn))}
          </p>
          <DataTable
            caption={en.distanceCaption}
            rows={p.distances}
            columns={[
              { key: 'factor', heading: en.factor, cell: d => factorLabel(d.factor.code) },
              {
                key: 'staff',
                heading: en.staffChange,
                phone: { label: en.staffChange },
                cell: d => (p.blind.has(d.factor.code) ? en.kept : <Step {...d} view="staffLevel" steps={d.staff} />),
              },
              {
                key: 'own',
                heading: en.ownChange,
                phone: { label: en.ownChange },
                cell: d => (p.blind.has(d.factor.code) ? '' : <Step {...d} view="ownLevel" steps={d.own} />),
              },
              {
                key: 'because',
                heading: en.because,
                wide: true,
                phone: { label: en.because },
                cell: d =>
                  d.latest === undefined ? (
                    ''
                  ) : (
                    <Because
                      {...d}
                      signals={p.signals}
                      personId={id}
                      answerAt={p.offered.length > 0 ? `/assessments/${last.rowId}/answers` : undefined}
                    />
                  ),
              },
            ]}
          />
        </SideColumn>
      )}
      <LeftDrafts {...p} />
    </FramedPage>
  )
}

/** Who with training looked at it with whoever agreed it; that nobody did is read by those two alone whom it is for. */
function Looked(p: { one: Full; names: ReadonlyMap<string, string>; reads: boolean }): JSX.Element | null {
  const { lookedWith, lookedWhy } = p.one
  if (lookedWith !== null) return <p>{looks.lookedWith(p.names.get(lookedWith) ?? '')}</p>
  return lookedWhy !== '' && p.reads ? <p>{looks.nobody(lookedWhy)}</p> : null
}

/** The way to take one off that was filed on the wrong young person (K9). */
function WrongPerson(p: { personId: string; one: Full }): JSX.Element {
  return (
    <p>
      <a class="govuk-link" href={`/people/${p.personId}/misfiled/assessment/${p.one.rowId}`}>
        {en.wrongPerson}
        <span class="govuk-visually-hidden">
          {en.wrongPersonOf(depths[p.one.depth], formatDay(p.one.agreedOn ?? p.one.startedOn))}
        </span>
      </a>
    </p>
  )
}

function Step(p: Distance & { view: 'staffLevel' | 'ownLevel'; steps: number | null }): JSX.Element {
  const word = (level: Level | null | undefined) =>
    level === null || level === undefined ? en.notAsked : levels[level]
  const now = word(p.latest?.[p.view])
  if (p.steps === null) return <>{now}</>
  return (
    <>
      {en.fromTo(word(p.first?.[p.view]), now)}{' '}
      {p.steps === 0 ? <span class="cx-quiet">{en.steps(0)}</span> : <strong>{en.steps(p.steps)}</strong>}
    </>
  )
}

function Because(
  p: Distance & { signals: readonly Signal[]; personId: string; answerAt: string | undefined },
): JSX.Element {
  const { latest } = p
  const signal = p.signals.find(s => s.factor === p.factor.code)
  return (
    <>
      {latest?.evidence} {latest !== undefined && latest.ownWords !== '' && `“${latest.ownWords}”`}{' '}
      {latest !== undefined && (
        <span class="cx-quiet">
          {sources[latest.source]}, {shortDay(latest.saidOn)}
        </span>
      )}
      {signal !== undefined &&
        (signal.answer === undefined ? (
          <>
            {' '}
            <StatusTag kind="care">{en.signal}</StatusTag>{' '}
            {p.answerAt !== undefined && (
              <a class="govuk-link" href={p.answerAt}>
                {en.answerIt}
                <span class="govuk-visually-hidden">: {factorLabel(p.factor.code)}</span>
              </a>
            )}
          </>
        ) : (
          <span class="cx-quiet"> {en.answered(answers[signal.answer.answer], signal.answer.words)}</span>
        ))}
      {signal !== undefined && p.factor.discloses === 'health' && (
        <div>
          <a class="govuk-link" href={`/people/${p.personId}/safety-plan`}>
            {en.safetyPlan}
          </a>
        </div>
      )}
    </>
  )
}

/** Drafts nobody goes on with, each with why, and the way back to it. */
function LeftDrafts(
  p: Pick<
    Parameters<typeof AssessmentPage>[0],
    'visitor' | 'frame' | 'left' | 'names' | 'drafts' | 'offered' | 'mayCorrect'
  >,
): JSX.Element | null {
  if (p.left.length === 0) return null
  return (
    <>
      <SectionHead>{en.leftHead}</SectionHead>
      {p.left.map(one => (
        <section aria-label={depths[one.depth]}>
          <p>
            {en.leftOn(
              depths[one.depth],
              formatDay(one.leftOn ?? one.startedOn),
              p.names.get(one.leftBy ?? one.startedBy) ?? '',
            )}
            : {one.leftWhy}
          </p>
          {p.drafts.length === 0 && p.offered.length > 0 && (
            <PostForm action={`/assessments/${one.rowId}/take-up`} csrfToken={p.visitor.csrfToken}>
              <div class="cx-buttons">
                <Button classes="govuk-button--secondary">{en.takeUp}</Button>
              </div>
            </PostForm>
          )}
          {p.mayCorrect && <WrongPerson personId={p.frame.person.id} one={one} />}
        </section>
      ))}
    </>
  )
}
