/** The register of who belongs to a support group: their yes, what is done for them, how they leave, and the part of their record. */
import { z } from 'zod'
import { isId, newId, type PersonId, type RowId } from '#ground/ids.ts'
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
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, go, nothing, page } from '#web/register.ts'
import { isNext, isStale } from '#web/stale.ts'
import { accountsOf, runnerChoices } from '../../groups/routes/shared.tsx'
import { askedForm, leaveForm, newStepForm } from '../forms.ts'
import { agreeKnown, endKnown, leaveGroup, supportOn } from '../members.ts'
import { type LeaveFields, MemberPage, type NewStepFields, NewStepPage } from '../pages/member-pages.tsx'
import { OnRecordPage } from '../pages/record-page.tsx'
import { canBeShared, isKnown } from '../rules.ts'
import { type StepTrouble, setStep } from '../steps.ts'
import { findMember } from '../store/members.ts'
import { listStepsOn } from '../store/steps.ts'
import { en, troubles } from '../words.ts'
import {
  type AnyVisit,
  doers,
  type KnownMember,
  type MemberVisit,
  memberParam,
  permission,
  type SupportHouse,
  withMember,
  withOwnMember,
  withRunMember,
} from './shared.tsx'

const personParam = z.object({ personId: idParam<PersonId>() })
const ONE = '/support-members/:memberId'

/** Where a fault of a step stands. */
export const STEP_AT = {
  'due-past': 'due',
  'due-far': 'due',
  'agreed-ahead': 'agreed',
  'agreed-old': 'agreed',
  'apart-doer': 'who',
  'doer-gone': 'who',
  'not-shared': 'shared',
} as const satisfies Readonly<Record<StepTrouble | 'doer-gone', NewStepFields>>

const LEAVE_AT = { 'left-ahead': 'left', 'left-before-joined': 'left', 'left-words': 'words' } as const

type Shown = { readonly known?: FormState<'asked' | 'agreed'>; readonly leave?: FormState<LeaveFields> }

export function supportMemberRoutes(house: SupportHouse): HouseRoute[] {
  return [
    get(
      '/people/:personId/support-groups',
      { permission: 'person.open', audit: 'support-group.of-person-viewed', params: personParam },
      visit => onRecord(house, visit),
    ),
    get(ONE, { permission, audit: 'support-group.member-viewed', params: memberParam }, visit =>
      withMember(house, visit, async known => page(await memberHtml(visit, known), seenOf(known))),
    ),
    post(`${ONE}/known`, { permission, audit: 'support-group.known-agreed', params: memberParam }, visit =>
      withRunMember(house, visit, async known => {
        const { member } = known
        const form = askedForm(accountsOf(await runnerChoices(visit.tx))).read(visit.body)
        // Pressed twice, it was saved the first time.
        const isSaid = form.ok && member.knownAskedBy === form.value.asked && member.knownAgreedOn === form.value.agreed
        if (isSaid && isNext(visit, member) && isKnown(member)) return go(at(known))
        if (!known.mayWrite) return shown(visit, known, { known: addError(form, en.over) }, 409)
        if (isKnown(member)) return shown(visit, known, { known: addError(form, en.saidOtherwise) }, 409)
        if (isStale(visit, member)) return shown(visit, known, { known: addError(form, en.stale) }, 409)
        if (!form.ok) return shown(visit, known, { known: form })
        const asked = { askedBy: form.value.asked, agreedOn: form.value.agreed }
        const done = await agreeKnown(visit.tx, member, asked)
        if (done.ok) return go(at(known))
        return done.why === 'stale'
          ? shown(visit, known, { known: addError(form, en.stale) }, 409)
          : done.why === 'passing'
            ? shown(visit, known, { known: addError(form, en.passing) })
            : shown(visit, known, { known: addError(form, troubles[done.why], 'agreed') })
      }),
    ),
    post(`${ONE}/known/end`, { permission, audit: 'support-group.known-ended', params: memberParam }, visit =>
      withMember(house, visit, async known => {
        if (!known.isAlive) return nothing('unknown')
        await endKnown(visit.tx, known.member)
        // Who knew them by this alone does not any more.
        const stays = (await findMember(visit.tx, known.member.rowId)) !== undefined
        return go(stays ? at(known) : `/support-groups/${known.group.rowId}`)
      }),
    ),
    post(`${ONE}/leave`, { permission, audit: 'support-group.member-left', params: memberParam }, visit =>
      withMember(house, visit, async known => {
        const group = `/support-groups/${known.group.rowId}`
        if (!known.isRunner) return nothing('unknown')
        const form = leaveForm.read(visit.body)
        // Pressed twice, it was written down the first time: by what it says, so that nobody's words are passed over.
        if (form.ok && hasLeft(known.member, form.value)) return go(group)
        if (!known.isAlive) return nothing('unknown')
        if (!known.mayWrite) return shown(visit, known, { leave: addError(form, en.over) }, 409)
        if (isStale(visit, known.member)) return shown(visit, known, { leave: addError(form, en.stale) }, 409)
        if (!form.ok) return shown(visit, known, { leave: form })
        const { left, reason, words } = form.value
        const done = await leaveGroup(visit.tx, known.member, { on: left, reason, words: words ?? '' })
        if (done.ok) return go(group)
        return done.why === 'stale'
          ? shown(visit, known, { leave: addError(form, en.stale) }, 409)
          : shown(visit, known, { leave: addError(form, troubles[done.why], LEAVE_AT[done.why]) })
      }),
    ),
    get(
      `${ONE}/steps/new`,
      { permission, audit: 'support-group.member-step-form-opened', params: memberParam },
      visit =>
        withOwnMember(house, visit, async known => {
          const form = newStepForm(accountsOf(await doers(visit.tx, known.runners))).fill({
            id: newId<'row'>(visit.tx.acting.at),
            who: actorOfVisit(visit).accountId,
            ...{ tells: '64', shared: 'apart' },
          })
          return page(await newStepHtml(visit, known, form), seenOf(known))
        }),
    ),
    post(`${ONE}/steps/new`, { permission, audit: 'support-group.member-step-set', params: memberParam }, visit =>
      withRunMember(house, visit, async known => {
        const runners = accountsOf(await doers(visit.tx, known.runners))
        const form = newStepForm(runners).read(visit.body)
        const askAgain = async (state: FormState<NewStepFields>, status: 409 | 422 = 422) =>
          again(await newStepHtml(visit, known, state), seenOf(known), status)
        const isOver = () => askAgain(addError(form, en.over), 409)
        if (!form.ok) return known.mayWrite ? askAgain(form) : isOver()
        const { id, what, who, due, tells, shared, asked, agreed } = form.value
        if (!isId(id)) return askAgain(addError(form, en.missingId))
        const classBit = Number(tells)
        if (classBit === 4096 && !known.frame.seen.has('restricted')) return nothing('class')
        const isAsked = shared === 'agreed' && canBeShared({ classBit }) && asked !== null && agreed !== null
        // Kept close, a yes that everybody reads it is told, and not passed over.
        if (shared === 'agreed' && classBit === 4096) return askAgain(addError(form, troubles['not-shared'], 'shared'))
        const set = await setStep(visit.tx, known.member, actorOfVisit(visit).accountId, {
          ...{ id: id as RowId, what, accountId: who, dueOn: due, classBit },
          shared: isAsked ? { askedBy: asked, agreedOn: agreed } : null,
        })
        if (set.ok) return go(at(known))
        if (set.why === 'over') return isOver()
        if (set.why === 'saved-already') return askAgain(addError(form, en.savedAlready), 409)
        return askAgain(addError(form, troubles[set.why], STEP_AT[set.why]))
      }),
    ),
  ]
}

function hasLeft(
  { leftOn, leftReason, leftWords }: KnownMember['member'],
  said: { readonly left: string; readonly reason: string; readonly words: string | null },
): boolean {
  return leftOn === said.left && leftReason === said.reason && leftWords === (said.words ?? '')
}

const at = ({ member }: KnownMember) => `/support-members/${member.rowId}`
const seenOf = ({ member }: KnownMember) => ({ about: [member.personId], target: member.rowId })

async function shown(visit: MemberVisit, known: KnownMember, forms: Shown, status: 409 | 422 = 422) {
  return again(await memberHtml(visit, known, forms), seenOf(known), status)
}

async function memberHtml(visit: MemberVisit, known: KnownMember, forms: Shown = {}) {
  const { tx } = visit
  const { member, group, runners, frame } = known
  const { accountId, role } = actorOfVisit(visit)
  const steps = (await listStepsOn(tx, member.personId)).filter(one => one.memberId === member.rowId)
  const colleagues = known.mayWrite || forms.known ? await runnerChoices(tx) : []
  const named = [...runners, ...steps].map(one => one.accountId)
  const names = await findNames(tx, [
    ...new Set([...named, member.askedBy, ...(member.knownAskedBy ? [member.knownAskedBy] : [])]),
  ])
  const { today } = tx.acting
  return html(
    <MemberPage
      visitor={visit.visitor}
      {...{ frame, today, names, member, group, runners, steps, colleagues }}
      known={forms.known ?? askedForm(accountsOf(colleagues)).fill({ asked: accountId, agreed: today })}
      leave={forms.leave ?? leaveForm.fill({ left: today })}
      mayWrite={known.mayWrite}
      mayTakeBack={known.isAlive && member.leftOn === null}
      mayCorrect={roleMay(role, 'record.correct')}
    />,
  )
}

async function newStepHtml(visit: AnyVisit, known: KnownMember, form: FormState<NewStepFields>) {
  const { member, group, frame, runners } = known
  return html(
    <NewStepPage
      visitor={visit.visitor}
      {...{ frame, member, group, form }}
      runners={await doers(visit.tx, runners)}
      isOver={!known.mayWrite}
      mayKeepClose={frame.seen.has('restricted')}
    />,
  )
}

/** What of support groups stands on a record: for whoever sees meetings, and for whoever may know of a group there. */
async function onRecord(house: SupportHouse, visit: Visit<{ personId: PersonId }, unknown>): Promise<Answer> {
  const { tx, params } = visit
  const frame = await house.frame(visit, params.personId)
  if (!frame) return nothing('unknown', [params.personId])
  const found = await supportOn(tx, params.personId)
  if (!frame.seen.has('sessions') && found.belongings.length + found.steps.length === 0)
    return nothing('class', [params.personId])
  const names = await findNames(tx, [...new Set([...found.runners, ...found.steps].map(one => one.accountId))])
  const mayOpen = roleMay(actorOfVisit(visit).role, permission)
  return page(
    html(
      <OnRecordPage
        visitor={visit.visitor}
        {...{ frame, names, found, today: tx.acting.today }}
        mayOpen={mayOpen}
        mayOpenSteps={mayOpen}
      />,
    ),
    { about: [params.personId] },
  )
}
