/** The register of what a support group does: its own steps, and those for each who belongs to it. */
import type { RowId } from '#ground/ids.ts'
import { fromBits } from '#rooms/access/index.ts'
import {
  actorOfVisit,
  findNames,
  get,
  type HouseRoute,
  html,
  post,
  roleMay,
  type Visit,
} from '#rooms/identity/index.ts'
import type { PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { type Answer, again, go, nothing, page } from '#web/register.ts'
import { asShown, isStale } from '#web/stale.ts'
import { accountsOf } from '../../groups/routes/shared.tsx'
import { askedForm, groupStepForm, stepForm, wentForm } from '../forms.ts'
import { GroupStepPage } from '../pages/group-forms.tsx'
import { type StepFormFields, StepPage } from '../pages/member-pages.tsx'
import { isShared } from '../rules.ts'
import { changeGroupStep, changeStep, endGroupStep, endStep, shareStep, unshareStep } from '../steps.ts'
import { findGroup, listRunnersOf } from '../store/groups.ts'
import { findGroupStep, findStep, listBefore } from '../store/steps.ts'
import type { GroupStep, MemberStep, Runner, SupportGroup } from '../support-group.ts'
import { en, troubles } from '../words.ts'
import { STEP_AT } from './members.tsx'
import { doers, type KnownMember, knownMember, permission, type SupportHouse, stepParam } from './shared.tsx'

type StepVisit = Visit<{ stepId: RowId }, unknown>
type GroupStepKnown = {
  readonly step: GroupStep
  readonly group: SupportGroup
  readonly runners: readonly Runner[]
  readonly isRunner: boolean
  readonly mayWrite: boolean
}
type Went = FormState<'state' | 'went'>
type GroupShown = { readonly change?: FormState<'what' | 'who' | 'due'>; readonly went?: Went }
type Shown = {
  readonly change?: FormState<StepFormFields>
  readonly went?: Went
  readonly share?: FormState<'asked' | 'agreed'>
}
/** What is said of one, to tell a form sent twice from another. */
type Said = { readonly what: string; readonly who: string; readonly due: string; readonly tells?: string }
type Known = { readonly step: MemberStep; readonly frame: PersonFrame; readonly member: KnownMember | undefined }

const TOGETHER = '/support-group-steps/:stepId'
const ONE = '/support-steps/:stepId'

export function supportStepRoutes(house: SupportHouse): HouseRoute[] {
  return [
    get(TOGETHER, { permission, audit: 'support-group.step-viewed', params: stepParam }, visit =>
      withGroupStep(visit, async known => page(await groupStepHtml(visit, known), { target: known.step.rowId })),
    ),
    post(TOGETHER, { permission, audit: 'support-group.step-changed', params: stepParam }, visit =>
      withRunGroupStep(visit, async known => {
        const { step } = known
        const form = groupStepForm(accountsOf(await doers(visit.tx, known.runners, step.accountId))).read(visit.body)
        if (!isOpen(known))
          return form.ok && says(step, form.value)
            ? go(`/support-groups/${known.group.rowId}`)
            : groupStepOver(visit, known, { change: addError(form, en.over) })
        if (isStale(visit, step)) return groupStepAgain(visit, known, { change: addError(form, en.stale) }, 409)
        if (!form.ok) return groupStepAgain(visit, known, { change: form })
        const { what, who, due } = form.value
        const done = await changeGroupStep(visit.tx, step, { what, accountId: who, dueOn: due })
        if (done.ok) return go(`/support-groups/${known.group.rowId}`)
        return done.why === 'stale'
          ? groupStepAgain(visit, known, { change: addError(form, en.stale) }, 409)
          : groupStepAgain(visit, known, { change: addError(form, troubles[done.why], 'due') })
      }),
    ),
    post(`${TOGETHER}/went`, { permission, audit: 'support-group.step-ended', params: stepParam }, visit =>
      withRunGroupStep(visit, async known => {
        const form = wentForm.read(visit.body)
        // Pressed twice, it was said the first time: by what it says, so that nobody's words are passed over.
        if (!isOpen(known))
          return form.ok && went(known.step, form.value)
            ? go(`/support-groups/${known.group.rowId}`)
            : groupStepOver(visit, known, { went: addError(form, en.over) })
        if (isStale(visit, known.step)) return groupStepAgain(visit, known, { went: addError(form, en.stale) }, 409)
        if (!form.ok) return groupStepAgain(visit, known, { went: form })
        const end = { state: form.value.state, went: form.value.went ?? '' }
        const done = await endGroupStep(visit.tx, asShown(visit, known.step), end)
        if (done.ok) return go(`/support-groups/${known.group.rowId}`)
        return groupStepAgain(visit, known, { went: addError(form, en.stale) }, 409)
      }),
    ),
    get(ONE, { permission, audit: 'support-group.member-step-viewed', params: stepParam }, visit =>
      withStep(house, visit, async known => page(await stepHtml(visit, known), seenOf(known))),
    ),
    post(ONE, { permission, audit: 'support-group.member-step-changed', params: stepParam }, visit =>
      withRun(house, visit, async (known, member) => {
        const { step } = known
        const form = stepForm(accountsOf(await doers(visit.tx, member.runners, step.accountId))).read(visit.body)
        if (step.state !== 'open' || !member.mayWrite)
          return form.ok && says(step, form.value)
            ? go(memberAt(step))
            : stepOver(visit, known, { change: addError(form, en.over) })
        if (isStale(visit, step)) return stepAgain(visit, known, { change: addError(form, en.stale) }, 409)
        if (!form.ok) return stepAgain(visit, known, { change: form })
        const { what, who, due, tells } = form.value
        const classBit = Number(tells)
        if (classBit === 4096 && !known.frame.seen.has('restricted')) return nothing('class')
        // Read by a yes alone, it is not theirs to say that it tells of something else: others would read it whom nobody asked for.
        if (classBit !== step.classBit && !mayMove(visit, known))
          return stepAgain(visit, known, { change: addError(form, en.notToMove, 'tells') })
        const to = { what, accountId: who, dueOn: due, classBit }
        const done = await changeStep(visit.tx, step, member.member, actorOfVisit(visit).accountId, to)
        if (done.ok) return go(memberAt(step))
        if (done.why === 'stale') return stepAgain(visit, known, { change: addError(form, en.stale) }, 409)
        const field = STEP_AT[done.why]
        return field === 'agreed' || field === 'shared'
          ? stepAgain(visit, known, { change: addError(form, troubles[done.why]) })
          : stepAgain(visit, known, { change: addError(form, troubles[done.why], field) })
      }),
    ),
    post(`${ONE}/went`, { permission, audit: 'support-group.member-step-ended', params: stepParam }, visit =>
      withRun(house, visit, async (known, member) => {
        const { step } = known
        const form = wentForm.read(visit.body)
        // Pressed twice, it was said the first time: by what it says, so that nobody's words are passed over.
        if (step.state !== 'open' || !member.mayWrite)
          return form.ok && went(step, form.value)
            ? go(memberAt(step))
            : stepOver(visit, known, { went: addError(form, en.over) })
        if (isStale(visit, step)) return stepAgain(visit, known, { went: addError(form, en.stale) }, 409)
        if (!form.ok) return stepAgain(visit, known, { went: form })
        const end = { state: form.value.state, went: form.value.went ?? '' }
        const done = await endStep(visit.tx, step, actorOfVisit(visit).accountId, end)
        return done.ok ? go(memberAt(step)) : stepAgain(visit, known, { went: addError(form, en.stale) }, 409)
      }),
    ),
    post(`${ONE}/agreed`, { permission, audit: 'support-group.member-step-agreed', params: stepParam }, visit =>
      withRun(house, visit, async (known, member) => {
        const { step } = known
        const form = askedForm(accountsOf(await doers(visit.tx, member.runners))).read(visit.body)
        const isSaid = form.ok && step.sharedAskedBy === form.value.asked && step.sharedAgreedOn === form.value.agreed
        if (isShared(step) && isSaid) return go(stepAt(step))
        if (!member.mayWrite) return stepOver(visit, known, { share: addError(form, en.over) })
        if (isShared(step)) return stepOver(visit, known, { share: addError(form, en.saidOtherwise) })
        if (isStale(visit, step)) return stepAgain(visit, known, { share: addError(form, en.stale) }, 409)
        if (!form.ok) return stepAgain(visit, known, { share: form })
        const done = await shareStep(visit.tx, step, { askedBy: form.value.asked, agreedOn: form.value.agreed })
        if (done.ok) return go(stepAt(step))
        if (done.why === 'stale') return stepAgain(visit, known, { share: addError(form, en.stale) }, 409)
        return stepAgain(visit, known, { share: addError(form, troubles[done.why], 'agreed') })
      }),
    ),
    post(`${ONE}/apart`, { permission, audit: 'support-group.member-step-apart', params: stepParam }, visit =>
      withStep(house, visit, async known => {
        if (known.frame.person.diedOn !== null) return nothing('unknown')
        await unshareStep(visit.tx, known.step)
        // Who read it by their agreement alone does not any more.
        const stays = (await findStep(visit.tx, known.step.rowId)) !== undefined
        return go(stays ? stepAt(known.step) : `/people/${known.step.personId}`)
      }),
    ),
  ]
}

const memberAt = (step: MemberStep) => `/support-members/${step.memberId}`
const stepAt = (step: MemberStep) => `/support-steps/${step.rowId}`
/** Whether a step says what was sent. */
function says(step: GroupStep | MemberStep, said: Said): boolean {
  const isSame = step.what === said.what && step.accountId === said.who && step.dueOn === said.due
  return isSame && (!('classBit' in step) || String(step.classBit) === said.tells)
}

/** Whether it went as was sent. */
function went(step: GroupStep | MemberStep, said: { readonly state: string; readonly went: string | null }): boolean {
  return step.state === said.state && step.went === (said.went ?? '')
}

/** Who may say that a step tells of something else than it said: whoever wrote it, or sees that part of the record. */
function mayMove(visit: Parameters<typeof stepHtml>[0], { step, frame }: Known): boolean {
  return step.writtenBy === actorOfVisit(visit).accountId || fromBits(step.classBit).every(one => frame.seen.has(one))
}

const seenOf = ({ step }: Known) => ({ about: [step.personId], target: step.rowId })

async function withGroupStep(visit: StepVisit, work: (known: GroupStepKnown) => Promise<Answer>): Promise<Answer> {
  const { tx } = visit
  const step = await findGroupStep(tx, visit.params.stepId)
  const group = step && (await findGroup(tx, step.groupId))
  if (!step || !group) return nothing('unknown')
  const runners = await listRunnersOf(tx, [group.rowId])
  const isRunner = runners.some(one => one.accountId === actorOfVisit(visit).accountId)
  return work({ step, group, runners, isRunner, mayWrite: isRunner && group.endedOn === null })
}

/** The same for what changes it, also where it is over by now. */
function withRunGroupStep(visit: StepVisit, work: (known: GroupStepKnown) => Promise<Answer>): Promise<Answer> {
  return withGroupStep(visit, async known => (known.isRunner ? work(known) : nothing('unknown')))
}

const isOpen = ({ step, mayWrite }: GroupStepKnown) => mayWrite && step.state === 'open'

/** A colleague ended it meanwhile: the page as it stands, with what was typed. */
async function groupStepOver(visit: StepVisit, known: GroupStepKnown, shown: GroupShown) {
  return again(await groupStepHtml(visit, known, shown), { target: known.step.rowId }, 409)
}

async function groupStepAgain(visit: StepVisit, known: GroupStepKnown, shown: GroupShown, status: 409 | 422 = 422) {
  return again(await groupStepHtml(visit, known, shown, status === 409), { target: known.step.rowId }, status)
}

async function groupStepHtml(visit: StepVisit, known: GroupStepKnown, shown: GroupShown = {}, hasMoved = false) {
  const { step } = known
  const runners = await doers(visit.tx, known.runners, step.accountId)
  const { what, accountId, dueOn } = step
  return html(
    <GroupStepPage
      visitor={visit.visitor}
      group={known.group}
      step={step}
      change={shown.change ?? groupStepForm(accountsOf(runners)).fill({ what, who: accountId, due: dueOn })}
      went={shown.went ?? wentForm.empty()}
      runners={runners}
      doer={(await findNames(visit.tx, [accountId])).get(accountId) ?? ''}
      isStale={hasMoved}
      mayWrite={known.mayWrite}
    />,
  )
}

/** A step for somebody, for whoever may read it; whoever does not, there is nothing (K8). */
async function withStep(
  house: SupportHouse,
  visit: StepVisit,
  work: (known: Known) => Promise<Answer>,
): Promise<Answer> {
  const step = await findStep(visit.tx, visit.params.stepId)
  const frame = step && (await house.frame(visit, step.personId))
  if (!step || !frame) return nothing('unknown')
  return work({ step, frame, member: await knownMember(house, visit, step.memberId) })
}

/** The same for who runs the group, also where it is over by now; not of somebody who has died. */
function withRun(
  house: SupportHouse,
  visit: StepVisit,
  work: (known: Known, member: KnownMember) => Promise<Answer>,
): Promise<Answer> {
  return withStep(house, visit, async known =>
    known.member?.isRunner && known.member.isAlive ? work(known, known.member) : nothing('unknown'),
  )
}

/** A colleague ended it meanwhile: the page as it stands, with what was typed. */
async function stepOver(visit: StepVisit, known: Known, shown: Shown) {
  return again(await stepHtml(visit, known, shown), seenOf(known), 409)
}

async function stepAgain(visit: StepVisit, known: Known, shown: Shown, status: 409 | 422 = 422) {
  return again(await stepHtml(visit, known, shown, status === 409), seenOf(known), status)
}

async function stepHtml(visit: StepVisit, known: Known, shown: Shown = {}, hasMoved = false) {
  const { tx } = visit
  const { step, frame, member } = known
  const before = await listBefore(tx, step.rowId)
  const runners = member ? await doers(tx, member.runners, step.accountId) : []
  const { accountId, role } = actorOfVisit(visit)
  const { what, dueOn, classBit } = step
  return html(
    <StepPage
      visitor={visit.visitor}
      {...{ frame, step, before, runners, today: tx.acting.today }}
      group={member?.group}
      names={await findNames(tx, [...new Set([step.accountId, ...before.map(one => one.accountId)])])}
      change={
        shown.change ??
        stepForm(accountsOf(runners)).fill({ what, who: step.accountId, due: dueOn, tells: String(classBit) })
      }
      went={shown.went ?? wentForm.empty()}
      share={shown.share ?? askedForm(accountsOf(runners)).fill({ asked: accountId, agreed: tx.acting.today })}
      mayWrite={member?.mayWrite ?? false}
      mayTakeBack={frame.person.diedOn === null}
      mayCorrect={roleMay(role, 'record.correct')}
      mayKeepClose={frame.seen.has('restricted')}
      isStale={hasMoved}
    />,
  )
}
