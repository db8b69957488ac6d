import type { ComponentChildren, JSX } from 'preact'
import { type Day, formatDay, shortDay } from '#ground/day.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { TextareaField } from '#web/form/fields.tsx'
import { NO_FORM } from '#web/form/form.ts'
import { StepBehind } from '#web/form/step-form.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { FactList, SectionHead, SideColumn } from '#web/shell/layout.tsx'
import type { SchoolFact } from '../../school-data/ask.ts'
import { Aims } from '../../school-data/known-page.tsx'
import { ageWords, kinds as schoolKinds } from '../../school-data/words.ts'
import type { Aim, Session } from '../house.ts'
import { type BothSides, sideBySide } from '../rules.ts'
import { ACHIEVEMENT, LEARNING, type NeedKind, type Talk, type TalkMark, type TalkNeed } from '../talk.ts'
import { en, marks as markWords, ownHow, ownSaidOf, said } from '../words.ts'
import { TalkTag } from './list-page.tsx'
import { Needs } from './needs.tsx'

export type TalkTyped = 'need' | 'drop'
export type TalkPageProps = {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly talk: Talk
  readonly facts: readonly SchoolFact[]
  readonly aims: readonly Aim[]
  /** The session it was, as far as the visitor sees it. */
  readonly session: Session | undefined
  readonly marks: readonly TalkMark[]
  readonly needs: readonly (TalkNeed & { readonly factorPath: string | undefined })[]
  readonly offered: readonly NeedKind[]
  readonly mayRefer: boolean
  readonly mayCorrect: boolean
  readonly names: ReadonlyMap<string, string>
  readonly form: FormState
  readonly typed: TalkTyped | undefined
  readonly today: Day
}

/** One talk: the aim beside what they have reached, what was talked about, what else came up, and what either side takes from it. */
export function TalkPage(p: TalkPageProps): JSX.Element {
  const { talk, frame } = p
  const here = `/talks/${talk.rowId}`
  const isOpen = frame.person.diedOn === null && talk.state !== 'dropped'
  return (
    <FramedPage
      visitor={p.visitor}
      frame={frame}
      title={en.title(frame.person.given)}
      form={p.form}
      back={{ href: `/people/${talk.personId}/talks`, text: en.toList }}
    >
      <SideColumn side={<TalkFacts {...p} />}>
        <SectionHead aside={isOpen && link(`${here}/aim`, en.noteAim)}>{en.beside}</SectionHead>
        <p class="cx-quiet">{en.besideNote}</p>
        <Beside {...p} />
        <SectionHead>{en.aboutHead}</SectionHead>
        {talk.about === '' ? <p>{en.notSaid}</p> : <p class="cx-lines">{talk.about}</p>}
        {isOpen && (
          <div class="cx-buttons">
            <Button href={`${here}/session`} {...(talk.state === 'held' ? { classes: 'govuk-button--secondary' } : {})}>
              {en.hold}
            </Button>
          </div>
        )}
        <Needs {...p} isOpen={isOpen} />
        {talk.state === 'held' && <Learnt {...p} isOpen={isOpen} />}
        {talk.why !== '' && (
          <>
            <SectionHead>{en.whyHead}</SectionHead>
            <p class="cx-lines">{talk.why}</p>
          </>
        )}
        {talk.state === 'before' && isOpen && (
          <StepBehind
            action={`${here}/drop`}
            csrfToken={p.visitor.csrfToken}
            version={talk.version}
            summary={en.drop}
            button={en.drop}
            open={p.typed === 'drop'}
          >
            <TextareaField form={p.typed === 'drop' ? p.form : NO_FORM} name="why" label={en.why} rows={2} />
          </StepBehind>
        )}
      </SideColumn>
    </FramedPage>
  )
}

const link = (href: string, text: string) => (
  <a class="govuk-link" href={href}>
    {text}
  </a>
)
const wordsOr = (words: string, none: ComponentChildren) =>
  words === '' ? <span class="cx-quiet">{none}</span> : <span class="cx-lines">{words}</span>

/** What they want, what they have reached and what it asks for, one beside the other; then the challenge and their answer. */
export function Beside(p: Pick<TalkPageProps, 'talk' | 'facts' | 'aims' | 'today' | 'frame'>): JSX.Element {
  const { talk } = p
  return (
    <>
      <FactList
        facts={[
          {
            label: en.aimHead,
            value: (
              <>
                {talk.aimWords !== '' && <div class="cx-lines">“{talk.aimWords}”</div>}
                {(talk.aimWords === '' || p.aims.length > 0) && <Aims aims={p.aims} today={p.today} />}
              </>
            ),
          },
          ...(p.frame.seen.has('learning') ? [{ label: en.reached, value: <Reached {...p} /> }] : []),
          {
            label: en.asksFor,
            value: (
              <>
                {wordsOr(talk.aimAsks, en.asksNone)}
                {talk.aimOn !== null && (
                  <div class="cx-quiet">
                    {`${en.sourceLine(talk.aimSource, shortDay(talk.aimOn, p.today))}, ${ageWords(talk.aimOn, p.today)}`}
                  </div>
                )}
              </>
            ),
          },
          { label: en.higherHead, value: wordsOr(talk.higher, en.notSaid) },
          { label: en.takesHead, value: wordsOr(talk.takes, en.notSaid) },
          {
            label: en.answerHead,
            value: wordsOr(talk.aimAnswer === '' ? '' : `“${talk.aimAnswer}”`, en.notSaid),
          },
        ]}
      />
    </>
  )
}

function Reached(p: Pick<TalkPageProps, 'facts' | 'today'>): JSX.Element {
  if (p.facts.length === 0) return <span class="cx-quiet">{en.nothingKnown}</span>
  return (
    <ul class="govuk-list">
      {p.facts.map(one => (
        <li>
          <strong>{schoolKinds[one.kind]}</strong>
          <br />
          <span class="cx-lines">{one.words}</span>
          <br />
          <span class="cx-quiet">{`${one.source}, ${shortDay(one.asOf, p.today)}, ${ageWords(one.asOf, p.today)}`}</span>
        </li>
      ))}
    </ul>
  )
}

function Learnt(p: TalkPageProps & { readonly isOpen: boolean }): JSX.Element {
  const { talk } = p
  const here = `/talks/${talk.rowId}`
  const own = sideBySide(p.marks, LEARNING)
  return (
    <>
      <SectionHead>{en.learntHead}</SectionHead>
      <p class="cx-quiet">{en.learntText}</p>
      <DataTable
        caption={en.learntHead}
        rows={sideBySide(p.marks, ACHIEVEMENT)}
        columns={[
          { key: 'mark', heading: en.mark, cell: one => markWords[one.mark] },
          { key: 'own', heading: en.theirs, cell: one => <Side of={one} side="own" />, phone: { label: en.theirs } },
          {
            key: 'adviser',
            heading: en.yours,
            cell: one => <Side of={one} side="adviser" />,
            phone: { label: en.yours },
          },
        ]}
      />
      <SectionHead>{en.ownHead}</SectionHead>
      {talk.ownOn === null || talk.ownHow === null ? (
        <p>{en.ownNone}</p>
      ) : (
        <>
          <p class="cx-quiet">{en.ownLine(ownHow[talk.ownHow], formatDay(talk.ownOn))}</p>
          <FactList facts={own.map(one => ({ label: markWords[one.mark], value: <Side of={one} side="own" /> }))} />
          {talk.ownWords !== '' && <blockquote class="cx-quote">{talk.ownWords}</blockquote>}
        </>
      )}
      {p.isOpen && (
        <>
          <p>{en.ownTurn}</p>
          <div class="cx-buttons">
            <Button href={`${here}/own`}>{en.sayOwn}</Button>
            <Button href={`${here}/learnt`} classes="govuk-button--secondary">
              {en.sayLearnt}
            </Button>
          </div>
        </>
      )}
    </>
  )
}

function Side(p: { readonly of: BothSides; readonly side: 'own' | 'adviser' }): JSX.Element {
  const mark = p.of[p.side]
  if (mark === undefined) return <span class="cx-quiet">{en.nobody}</span>
  return (
    <>
      {p.side === 'adviser' ? said[mark.said] : ownSaidOf(mark.mark)[mark.said]}
      {mark.evidence !== '' && (
        <>
          <br />
          <span class="cx-lines">{p.side === 'own' ? `“${mark.evidence}”` : mark.evidence}</span>
        </>
      )}
    </>
  )
}

function TalkFacts(p: TalkPageProps): JSX.Element {
  const { talk, session } = p
  return (
    <>
      <SectionHead>{en.state}</SectionHead>
      <FactList
        stacked
        facts={[
          { label: en.now, value: <TalkTag state={talk.state} /> },
          {
            label: en.session,
            value:
              talk.contactId === null
                ? en.noSession
                : session === undefined
                  ? en.unseenSession
                  : link(`/contacts/${session.rowId}`, `${session.said}, ${formatDay(session.on)}`),
          },
          { label: en.preparedBy, value: en.byLine(p.names.get(talk.madeBy) ?? '', formatDay(talk.madeOn)) },
        ]}
      />
      <p>{link(`/people/${talk.personId}/school-data`, en.toKnown)}</p>
      {p.mayCorrect && <p>{link(`/people/${talk.personId}/misfiled/talk/${talk.rowId}`, en.wrongPerson)}</p>}
    </>
  )
}
