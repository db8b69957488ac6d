import type { JSX } from 'preact'
import { type Day, formatDay, monthHeading, timelineDay } from '#ground/day.ts'
import { roleMay, type Visitor } from '#rooms/identity/index.ts'
import type { PersonFrame } from '#rooms/people/index.ts'
import { CapacityNote } from '#rooms/sharing/index.ts'
import type { FormState } from '#web/form/field.ts'
import { PostForm } from '#web/form/fields.tsx'
import { NO_FORM } from '#web/form/form.ts'
import { Button } from '#web/govuk/button.tsx'
import { Details } from '#web/govuk/details.tsx'
import { InsetText } from '#web/govuk/inset-text.tsx'
import { FactList, SectionHead, SideColumn } from '#web/shell/layout.tsx'
import { Timeline, TimelineEntry } from '#web/shell/timeline.tsx'
import type { Person } from '../house.ts'
import { agencyLinkWords, agencyWords } from '../links/agency-words.ts'
import type { Say } from '../links/say.ts'
import { Says } from '../links/staff-page.tsx'
import { letterLinkWords } from '../links/words.ts'
import type { Objection } from '../objections/objection.ts'
import { AnswerObjection, ObjectForm, ObjectionsBefore, QuestionNote } from '../objections/parts.tsx'
import { mayObject } from '../objections/rules.ts'
import { objectionWords } from '../objections/words.ts'
import type { Move, Part, Protocol, Referral, Side, Step } from '../referral.ts'
import { owedBy } from '../rules.ts'
import { bases, declineReasons, en, outcomes, steps, withdrawReasons } from '../words.ts'
import { LetterParts } from './letter-pages.tsx'
import { MoveForms } from './move-forms.tsx'
import { SayFields } from './say-fields.tsx'
import { Due, isAtStage, ReferralFrame, StateTag } from './shared.tsx'

export type ReferralPageProps = {
  readonly visitor: Visitor
  /** Undefined where the visitor has no right over the record: the letter is all they see. */
  readonly frame: PersonFrame | undefined
  readonly referral: Referral
  readonly protocol: Protocol
  readonly from: string
  readonly to: string
  readonly side: Side | undefined
  readonly moves: ReadonlySet<Move>
  readonly parts: readonly Part[]
  readonly partsBefore: readonly Part[]
  readonly steps: readonly Step[]
  /** What they said by their links, which is the sender's side's to read. */
  readonly says: readonly Say[]
  readonly sayInForce: Say | undefined
  /** What they objected to while it is under way: the sender's side's to read. */
  readonly objections: readonly Objection[]
  /** The other agency owes a step, has nobody who signs in, and no link that waits. */
  readonly wantsLink: boolean
  readonly names: ReadonlyMap<string, string>
  /** Who may be chosen to work with them; the lead there is already. */
  readonly workers: readonly Person[]
  readonly lead: string | undefined
  readonly today: Day
  readonly mayCorrect: boolean
  /** What was typed into which form, when it is shown again. */
  readonly form: FormState
  readonly typed: Move | 'object' | 'answer' | undefined
}

/** One referral: what goes along, where it stands, whose step is next, and the step itself. */
export function ReferralPage(p: ReferralPageProps): JSX.Element {
  const { referral, protocol } = p
  const isDraft = referral.state === 'draft'
  return (
    <ReferralFrame
      visitor={p.visitor}
      frame={p.frame}
      title={en.titleOf[p.side ?? 'other'](p.from, p.to, protocol.purpose)}
      form={p.form}
      back={{ href: '/referrals', text: en.goBack }}
    >
      <SideColumn side={<Standing {...p} />}>
        {p.wantsLink && <WantsLink {...p} />}
        <Question {...p} />
        {!isDraft && <Steps {...p} />}
        <SectionHead
          aside={
            p.side === 'sender' &&
            referral.overOn === null &&
            p.frame && (
              <a class="govuk-link" href={`/referrals/${referral.rowId}/edit`}>
                {isDraft ? en.edit : en.amend}
              </a>
            )
          }
        >
          {en.letter}
        </SectionHead>
        <p class="cx-quiet">
          {p.parts.length === 0 ? en.letterGone : isDraft ? en.letterLead(p.to) : en.letterLeadSent}{' '}
          {isDraft && en.opens}
        </p>
        <LetterParts parts={p.parts} />
        {p.partsBefore.length > 0 && (
          <Details summary={en.before}>
            <LetterParts parts={p.partsBefore} />
          </Details>
        )}
        {isDraft && p.moves.has('send') && <SendForm {...p} />}
        {isDraft && <Steps {...p} />}
      </SideColumn>
    </ReferralFrame>
  )
}

/** What waits for an answer: to the sender's side the objection, to the other that there is a question. */
function Question(p: ReferralPageProps): JSX.Element | null {
  const { referral, side, frame, objections } = p
  if (side === 'receiver' && referral.stopWords !== '')
    return <FactList stacked facts={[{ label: objectionWords.stopped, value: referral.stopWords }]} />
  if (referral.questionOn === null) return null
  const objection = objections.find(one => one.state === 'open')
  if (side !== 'sender' || !frame || !objection) return <QuestionNote />
  const form = p.typed === 'answer' ? p.form : NO_FORM
  return <AnswerObjection {...p} given={frame.person.given} objection={objection} form={form} />
}

/** The steps that are the visitor's, and, of the sender's side, that the young person objects now. */
function Steps(p: ReferralPageProps): JSX.Element {
  const { typed, side, frame, referral } = p
  const isObject = typed === 'object'
  return (
    <>
      <MoveForms {...p} stages={p.protocol.stages} typed={isObject || typed === 'answer' ? undefined : typed} />
      {side === 'sender' && frame && mayObject(referral) && (
        <ObjectForm {...p} given={frame.person.given} form={isObject ? p.form : NO_FORM} isOpen={isObject} />
      )}
    </>
  )
}

function WantsLink(p: ReferralPageProps): JSX.Element {
  return (
    <InsetText>
      {agencyLinkWords.wanted(p.to)}{' '}
      <a class="govuk-link" href={`/referrals/${p.referral.rowId}/links`}>
        {agencyLinkWords.make}
      </a>
    </InsetText>
  )
}

/** A partner's practitioner sends referrals too, and judges nothing on our record. */
const mayJudge = (visitor: Visitor) => visitor.kind === 'actor' && roleMay(visitor.actor.role, 'assessment.write')

function SendForm(p: ReferralPageProps): JSX.Element {
  return (
    <>
      <SectionHead
        aside={
          <a class="govuk-link" href={`/referrals/${p.referral.rowId}/links`}>
            {letterLinkWords.way}
          </a>
        }
      >
        {en.sendHead}
      </SectionHead>
      <PostForm action={`/referrals/${p.referral.rowId}/send`} csrfToken={p.visitor.csrfToken}>
        <input type="hidden" name="version" value={String(p.referral.version)} />
        {p.frame && mayJudge(p.visitor) && <CapacityNote person={p.frame.person} today={p.today} />}
        <SayFields form={p.form} given={p.frame?.person.given ?? ''} />
        <div class="cx-buttons">
          <Button>{en.sendTo(p.to)}</Button>
        </div>
      </PostForm>
    </>
  )
}

/** Where it stands, on what ground it went, what they said to it, and what happened. */
function Standing(p: ReferralPageProps): JSX.Element {
  const { referral, protocol, names } = p
  const owing = owedBy(referral.state)
  const shown = shownLine(p)
  const isUnworked =
    referral.workerId === null &&
    referral.workerName === '' &&
    (referral.state === 'accepted' || referral.state === 'started')
  const isWaiting = referral.dueOn !== null && owing !== undefined
  const facts = [
    { label: en.stands, value: <StateTag state={referral.state} /> },
    ...(isAtStage(referral) && referral.stageOn !== null
      ? [{ label: en.stageLine, value: en.stageAt(referral.stage, formatDay(referral.stageOn)) }]
      : []),
    ...(isWaiting ? [{ label: en.next, value: <NextStep {...p} owing={owing} /> }] : []),
    ...(isUnworked ? [{ label: en.worker, value: en.unworked }] : []),
    ...(referral.workerId === null ? [] : [{ label: en.worker, value: names.get(referral.workerId) ?? '' }]),
    ...(referral.workerName === '' ? [] : [{ label: en.worker, value: agencyWords.byLink(referral.workerName) }]),
    { label: en.ground, value: `${bases[protocol.basis]}. ${protocol.law}` },
    ...(protocol.condition === '' ? [] : [{ label: en.condition, value: protocol.condition }]),
    ...(shown === '' ? [] : [{ label: en.shownHead, value: shown }]),
    ...(referral.reason === null ? [] : [{ label: en.reasonLine, value: reasonOf(referral) }]),
    ...(referral.outcome === null ? [] : [{ label: en.outcomeLine, value: outcomes[referral.outcome] }]),
  ]
  return (
    <>
      <SectionHead>{en.status}</SectionHead>
      <FactList stacked facts={facts} />
      {p.frame && (
        <p>
          <a class="govuk-link" href={`/people/${p.frame.person.id}`}>
            {en.toRecord}
          </a>
        </p>
      )}
      {p.mayCorrect && p.frame && (
        <p>
          <a class="govuk-link" href={`/people/${p.frame.person.id}/misfiled/referral/${referral.rowId}`}>
            {en.wrongPerson}
          </a>
        </p>
      )}
      <Says says={p.says} inForce={p.sayInForce} isDraft={referral.state === 'draft'} />
      <ObjectionsBefore objections={p.objections} names={names} />
      {p.steps.length > 0 && <History {...p} />}
    </>
  )
}

function NextStep(p: ReferralPageProps & { owing: Side }): JSX.Element {
  return (
    <>
      <Due of={p.referral} today={p.today} long />,{' '}
      {p.owing === p.side ? en.byYou : en.byAgency(p.owing === 'sender' ? p.from : p.to)}
      {p.referral.state === 'more-asked' && <div class="cx-quiet">{en.clockStill}</div>}
      {p.referral.questionOn !== null && <div class="cx-quiet">{objectionWords.clockStill}</div>}
    </>
  )
}

function reasonOf({ reason }: Referral): string {
  const all: Readonly<Record<string, string>> = { ...declineReasons, ...withdrawReasons }
  return reason === null ? '' : (all[reason] ?? reason)
}

/** Whether it was shown to the young person: the sender's side reads that, and nobody else (K2). What they said to it stands in the letter. */
function shownLine({ referral, side, names }: ReferralPageProps): string {
  const { shownOn, withheldBy, withheldWhy, withheldReviewOn } = referral
  if (side !== 'sender') return ''
  if (shownOn !== null) return en.shownOn(formatDay(shownOn))
  return withheldBy === null || withheldReviewOn === null
    ? ''
    : en.withheldLine(names.get(withheldBy) ?? '', withheldWhy, formatDay(withheldReviewOn))
}

/** What happened, newest first. */
function History(p: ReferralPageProps): JSX.Element {
  const months = new Map<string, Step[]>()
  for (const step of p.steps.toReversed()) {
    const heading = monthHeading(step.onDay)
    months.set(heading, [...(months.get(heading) ?? []), step])
  }
  return (
    <>
      <SectionHead>{en.history}</SectionHead>
      <Timeline
        months={[...months].map(([heading, those]) => ({
          heading,
          entries: those.map(step => <StepEntry step={step} names={p.names} />),
        }))}
      />
    </>
  )
}

/** Who wrote a question down would tell who asked it. */
const UNSAID: ReadonlySet<string> = new Set(['question', 'question-over'] satisfies Step['step'][])

function StepEntry({ step, names }: { step: Step; names: ReadonlyMap<string, string> }): JSX.Element {
  const isLate = step.step === 'chase' || step.step === 'escalate'
  const on = step.onDay
  return (
    <TimelineEntry
      date={timelineDay(on)}
      dateTime={on}
      shape={isLate ? 'triangle' : 'dot'}
      tone={isLate ? 'stop' : 'brand'}
      title={steps[step.step]}
    >
      {step.words !== '' && <p class="cx-lines">{step.words}</p>}
      {step.byName !== '' && <p class="cx-quiet">{agencyWords.byLink(step.byName)}</p>}
      {step.by !== null && !UNSAID.has(step.step) && names.has(step.by) && <p class="cx-quiet">{names.get(step.by)}</p>}
    </TimelineEntry>
  )
}
