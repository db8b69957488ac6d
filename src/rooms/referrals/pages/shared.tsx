import type { ComponentChildren, JSX } from 'preact'
import type { Day } from '#ground/day.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { StaffPage } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { DueDay } from '#web/shell/due-day.tsx'
import { PageHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import type { Referral, State } from '../referral.ts'
import { en, states } from '../words.ts'

/** A page about a referral: under the young person's name where the visitor may know the record, by itself where not. */
export function ReferralFrame(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame | undefined
  readonly title: string
  readonly form: FormState
  readonly back: { readonly href: string; readonly text: string }
  readonly children: ComponentChildren
}): JSX.Element {
  if (p.frame)
    return (
      <FramedPage visitor={p.visitor} frame={p.frame} title={p.title} form={p.form} back={p.back}>
        {p.children}
      </FramedPage>
    )
  return (
    <StaffPage visitor={p.visitor} title={p.title} current="/referrals" hasErrors={p.form.errors.length > 0}>
      <PageHead title={p.title} back={p.back} form={p.form} />
      {p.children}
    </StaffPage>
  )
}

const TONES: Readonly<Record<State, 'quiet' | 'care' | 'good' | 'late'>> = {
  draft: 'quiet',
  sent: 'care',
  'more-asked': 'care',
  accepted: 'good',
  started: 'good',
  ended: 'good',
  declined: 'late',
  withdrawn: 'quiet',
}

export function StateTag(p: { readonly state: State }): JSX.Element {
  return <StatusTag kind={TONES[p.state]}>{states[p.state]}</StatusTag>
}

/** Whether the receiver is still on its way to an answer, and has said where. */
export function isAtStage({ state, stage }: Pick<Referral, 'state' | 'stage'>): boolean {
  return stage !== '' && (state === 'sent' || state === 'more-asked')
}

/** How it stands, as a list shows it: with the stage, while the receiver is on its way to an answer. */
export function Stands(p: { readonly referral: Pick<Referral, 'state' | 'stage'> }): JSX.Element {
  return (
    <>
      <StateTag state={p.referral.state} />
      {isAtStage(p.referral) && <div class="cx-quiet">{p.referral.stage}</div>}
    </>
  )
}

/** By when the next step is due, and how late it is. */
export function Due(p: {
  readonly of: Pick<Referral, 'dueOn'>
  readonly today: Day
  readonly long?: boolean
}): JSX.Element {
  return <DueDay dueOn={p.of.dueOn} today={p.today} late={en.late} long={p.long} />
}
