/** The register of what is added to a support group: who belongs to it, with their yes, and what it does together. */
import { isId, newId, type RowId } from '#ground/ids.ts'
import { actorOfVisit, get, type HouseRoute, html, post } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { again, go, nothing, page } from '#web/register.ts'
import type { Choosable } from '../../groups/pages/session-form.tsx'
import {
  accountsOf,
  findChoices,
  findQuery,
  idsOf,
  peopleChoices,
  personChoices,
  runnerChoices,
} from '../../groups/routes/shared.tsx'
import { memberForm, newGroupStepForm } from '../forms.ts'
import { addMember } from '../members.ts'
import { AddMemberPage, type GroupStepFields, type MemberFields, NewGroupStepPage } from '../pages/group-forms.tsx'
import { setGroupStep } from '../steps.ts'
import { listMembers } from '../store/members.ts'
import { en, troubles } from '../words.ts'
import {
  doers,
  type GroupVisit,
  groupParam,
  type Known,
  permission,
  personNamed,
  type SupportHouse,
  withOwnGroup,
  withRunGroup,
} from './shared.tsx'

const LIST = '/support-groups'
const ONE = `${LIST}/:groupId`

/** Where a fault of whoever joins stands. */
const JOIN_AT = {
  'agreed-ahead': 'agreed',
  'agreed-old': 'agreed',
  'joined-ahead': 'joined',
  'joined-before-agreed': 'joined',
  'close-and-known': 'known',
} as const

export function supportAddingRoutes(house: SupportHouse): HouseRoute[] {
  return [
    get(
      `${ONE}/members/new`,
      { permission, audit: 'support-group.people-searched', params: groupParam, query: findQuery },
      visit => withOwnGroup(house, visit, known => addPage(house, visit, known, visit.query.q.trim())),
    ),
    post(`${ONE}/members/new`, { permission, audit: 'support-group.member-added', params: groupParam }, visit =>
      withRunGroup(house, visit, async known => {
        const { tx, body } = visit
        const named = await personChoices(tx, personNamed(visit))
        const form = memberForm(idsOf(named), accountsOf(await runnerChoices(tx))).read(body)
        const isOver = () => addPage(house, visit, known, '', addError(form, en.over), 409)
        if (!form.ok) return known.mayWrite ? addPage(house, visit, known, '', form) : isOver()
        const { id, person, joined, asked, agreed, known: knownTo } = form.value
        if (!isId(id)) return addPage(house, visit, known, '', addError(form, en.missingId))
        const added = await addMember(tx, known.group, {
          ...{ id: id as RowId, personId: person, joinedOn: joined, asked: { askedBy: asked, agreedOn: agreed } },
          ...{ isKnown: knownTo === 'all', isKeptClose: knownTo === 'close' },
        })
        if (added.ok) return go(`${LIST}/${known.group.rowId}`)
        const { why } = added
        if (why === 'unknown') return nothing('unknown')
        if (why === 'over') return isOver()
        if (why === 'passing') return addPage(house, visit, known, '', addError(form, en.passing, 'person'))
        if (why === 'there-already') return addPage(house, visit, known, '', addError(form, en.thereAlready, 'person'))
        if (why === 'not-close') return addPage(house, visit, known, '', addError(form, en.notClose, 'known'))
        if (why === 'saved-already') return addPage(house, visit, known, '', addError(form, en.savedAlready), 409)
        return addPage(house, visit, known, '', addError(form, troubles[why], JOIN_AT[why]))
      }),
    ),
    get(`${ONE}/steps/new`, { permission, audit: 'support-group.step-form-opened', params: groupParam }, visit =>
      withOwnGroup(house, visit, async known => {
        const runners = await doers(visit.tx, known.runners)
        const { accountId } = actorOfVisit(visit)
        const form = newGroupStepForm(accountsOf(runners)).fill({
          id: newId<'row'>(visit.tx.acting.at),
          who: accountId,
        })
        return page(newStepHtml(visit, known, form, runners), { target: known.group.rowId })
      }),
    ),
    post(`${ONE}/steps/new`, { permission, audit: 'support-group.step-set', params: groupParam }, visit =>
      withRunGroup(house, visit, async known => {
        const runners = await doers(visit.tx, known.runners)
        const form = newGroupStepForm(accountsOf(runners)).read(visit.body)
        const shown = (state: FormState<GroupStepFields>, status: 409 | 422 = 422) =>
          again(newStepHtml(visit, known, state, runners), { target: known.group.rowId }, status)
        const isOver = () => shown(addError(form, en.over), 409)
        if (!form.ok) return known.mayWrite ? shown(form) : isOver()
        const { id, what, who, due } = form.value
        if (!isId(id)) return shown(addError(form, en.missingId))
        const wanted = { id: id as RowId, what, accountId: who, dueOn: due }
        const set = await setGroupStep(visit.tx, known.group, actorOfVisit(visit).accountId, wanted)
        if (set.ok) return go(`${LIST}/${known.group.rowId}`)
        if (set.why === 'over') return isOver()
        if (set.why === 'saved-already') return shown(addError(form, en.savedAlready), 409)
        return shown(addError(form, troubles[set.why], set.why === 'doer-gone' ? 'who' : 'due'))
      }),
    ),
  ]
}

function newStepHtml(
  visit: GroupVisit,
  { group, mayWrite }: Known,
  form: FormState<GroupStepFields>,
  runners: readonly Choosable[],
) {
  return html(<NewGroupStepPage visitor={visit.visitor} {...{ group, form, runners }} isOver={!mayWrite} />)
}

/** Those found, or whom the visitor leads for; and the one who was chosen, where they may be known. */
async function addPage(
  house: SupportHouse,
  visit: GroupVisit,
  { group, mayWrite }: Known,
  typed: string,
  form?: FormState<MemberFields>,
  status: 409 | 422 = 422,
) {
  const { tx } = visit
  const all = typed === '' ? await peopleChoices(house, visit, personNamed(visit)) : await findChoices(tx, typed)
  const there = new Set<string>(
    (await listMembers(tx, group.rowId)).filter(one => one.leftOn === null).map(one => one.personId),
  )
  const people = form ? all : all.filter(one => !there.has(one.value))
  const colleagues = await runnerChoices(tx)
  const { at, today } = tx.acting
  const { accountId } = actorOfVisit(visit)
  const state =
    form ??
    memberForm(idsOf(people), accountsOf(colleagues)).fill({
      ...{ id: newId<'row'>(at), joined: today, agreed: today, asked: accountId },
    })
  const drawn = html(
    <AddMemberPage
      visitor={visit.visitor}
      group={group}
      form={state}
      typed={typed}
      people={people}
      colleagues={colleagues}
      isOver={!mayWrite}
    />,
  )
  const seen = { about: idsOf(people), target: group.rowId, payload: { searched: typed } }
  return form ? again(drawn, seen, status) : page(drawn, seen)
}
