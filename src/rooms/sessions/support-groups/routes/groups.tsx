/** The register of support groups: the list, a new one, one, how it is changed and ended, and who runs it. */
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { aboutThese, asHouse, together } from '#ground/database/tx.ts'
import { isId, newId, type RowId } from '#ground/ids.ts'
import { actorOfVisit, findNames, get, type HouseRoute, html, post, roleMay } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError, NO_FORM } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { again, go, nothing, page } from '#web/register.ts'
import { pageOf, pageQuery } from '#web/shell/list-pages.tsx'
import { isStale } from '#web/stale.ts'
import { accountsOf, namesOf, runnerChoices } from '../../groups/routes/shared.tsx'
import { accountsHere, addRunner, changeGroup, endGroup, makeGroup, removeRunner } from '../actions.ts'
import { changeGroupForm, contentOf, endGroupForm, newGroupForm, runnerForm } from '../forms.ts'
import { type ChangeFields, ChangeGroupPage, NewGroupPage, RunnerPage } from '../pages/group-forms.tsx'
import { GroupPage } from '../pages/group-page.tsx'
import { ListPage } from '../pages/list-page.tsx'
import { findGroup, listDaysOf, listGroupsOf, listRunnersOf } from '../store/groups.ts'
import { listMembers } from '../store/members.ts'
import { listGroupSteps, listOpenOfGroup } from '../store/steps.ts'
import type { GroupContent } from '../support-group.ts'
import { en, troubles } from '../words.ts'
import {
  type AnyVisit,
  type GroupVisit,
  groupParam,
  type Known,
  permission,
  type SupportHouse,
  unrunGroups,
  withGroup,
  withOwnGroup,
  withRunGroup,
} from './shared.tsx'

const listQuery = z.object({ of: z.enum(['self', 'team']).catch('self').default('self'), page: pageQuery })
const runnerParam = groupParam.extend({ runnerId: idParam<RowId>() })
const LIST = '/support-groups'
const ONE = `${LIST}/:groupId`

export function supportGroupRoutes(house: SupportHouse): HouseRoute[] {
  return [
    get(LIST, { permission, audit: 'support-group.list-viewed', query: listQuery }, visit =>
      list(house, visit, visit.query),
    ),
    get(`${LIST}/new`, { permission: 'group.record', audit: 'support-group.form-opened' }, visit => {
      const form = newGroupForm.fill({ id: newId<'row'>(visit.tx.acting.at), tells: '0' })
      return Promise.resolve(page(html(<NewGroupPage visitor={visit.visitor} form={form} />)))
    }),
    post(`${LIST}/new`, { permission: 'group.record', audit: 'support-group.made' }, async visit => {
      const form = newGroupForm.read(visit.body)
      const shown = (state: Parameters<typeof NewGroupPage>[0]['form'], status: 409 | 422 = 422) =>
        again(html(<NewGroupPage visitor={visit.visitor} form={state} />), {}, status)
      if (!form.ok) return shown(form)
      const { id, 'there-for': thereFor } = form.value
      if (!isId(id)) return shown(addError(form, en.missingId))
      const wanted = { id: id as RowId, content: contentOf(form.value), thereFor }
      const made = await makeGroup(visit.tx, actorOfVisit(visit).accountId, wanted)
      return made.ok ? go(`${LIST}/${id}`) : shown(addError(form, en.savedAlready), 409)
    }),
    get(ONE, { permission, audit: 'support-group.viewed', params: groupParam }, visit =>
      withGroup(house, visit, async known => {
        const { drawn, seen } = await groupHtml(visit, known)
        return page(drawn, seen)
      }),
    ),
    get(`${ONE}/change`, { permission, audit: 'support-group.form-opened', params: groupParam }, visit =>
      withOwnGroup(house, visit, ({ group }) => {
        const { name, purpose, meets, discloses } = group
        const form = changeGroupForm.fill({ name, purpose, meets, tells: String(discloses) })
        return page(changeHtml(visit, group, form), { target: group.rowId })
      }),
    ),
    post(`${ONE}/change`, { permission, audit: 'support-group.changed', params: groupParam }, visit =>
      withRunGroup(house, visit, async ({ group }) => {
        const form = changeGroupForm.read(visit.body)
        const seen = { target: group.rowId }
        const shown = (state: FormState<ChangeFields>, now = group) =>
          again(
            changeHtml(visit, now, state, now !== group || isStale(visit, group)),
            seen,
            isStale(visit, now) ? 409 : 422,
          )
        if (group.endedOn !== null)
          return form.ok && isDeepStrictEqual(contentOf(form.value), contentIn(group))
            ? go(`${LIST}/${group.rowId}`)
            : again(changeHtml(visit, group, addError(form, en.over)), seen, 409)
        if (isStale(visit, group)) return shown(addError(form, en.stale))
        if (!form.ok) return shown(form)
        const changed = await changeGroup(visit.tx, group, contentOf(form.value), form.value.why)
        if (changed.ok) return go(`${LIST}/${group.rowId}`)
        return shown(addError(form, en.stale), (await findGroup(visit.tx, group.rowId)) ?? group)
      }),
    ),
    post(`${ONE}/end`, { permission, audit: 'support-group.ended', params: groupParam }, visit =>
      withGroup(house, visit, async known => {
        const { group } = known
        if (!known.isRunner) return nothing('unknown')
        const form = endGroupForm.read(visit.body)
        const shown = async (state: FormState<'on' | 'end-why'>, status: 409 | 422 = 422) => {
          const { drawn, seen } = await groupHtml(visit, known, { form: state })
          return again(drawn, seen, status)
        }
        // Pressed twice, it has ended: by what it says, so that nobody's words are passed over.
        const isSaid = form.ok && group.endedOn === form.value.on && group.endedWhy === form.value['end-why']
        if (isSaid) return go(`${LIST}/${group.rowId}`)
        if (group.endedOn !== null) return shown(addError(form, en.over), 409)
        if (isStale(visit, group)) return shown(addError(form, en.stale), 409)
        if (!form.ok) return shown(form)
        const ended = await endGroup(visit.tx, group, { on: form.value.on, why: form.value['end-why'] })
        if (ended.ok) return go(`${LIST}/${group.rowId}`)
        return ended.why === 'stale'
          ? shown(addError(form, en.stale), 409)
          : shown(addError(form, troubles[ended.why], 'on'))
      }),
    ),
    get(`${ONE}/runners`, { permission, audit: 'support-group.form-opened', params: groupParam }, visit =>
      withGroup(house, visit, known => (known.mayName ? runnerPage(visit, known) : nothing('unknown'))),
    ),
    post(`${ONE}/runners`, { permission, audit: 'support-group.runner-added', params: groupParam }, visit =>
      withGroup(house, visit, async known => {
        if (!known.mayName && !known.isRunner) return nothing('unknown')
        const { accountId } = actorOfVisit(visit)
        const form = runnerForm(accountsOf(await runnerChoices(visit.tx))).read(visit.body)
        if (!form.ok) return runnerPage(visit, known, form)
        const wanted = { accountId: form.value.who, thereFor: form.value['there-for'] }
        const added = await addRunner(visit.tx, known.group, accountId, wanted)
        if (added.ok) return go(`${LIST}/${known.group.rowId}`)
        if (added.why === 'over') return runnerPage(visit, known, addError(form, en.over), 409)
        return runnerPage(visit, known, addError(form, added.why === 'yourself' ? en.yourself : en.notOffered, 'who'))
      }),
    ),
    post(
      `${ONE}/runners/:runnerId/off`,
      { permission, audit: 'support-group.runner-off', params: runnerParam },
      visit =>
        withGroup(house, visit, async known => {
          if (!known.mayName) return nothing('unknown')
          const off = await removeRunner(visit.tx, known.group, visit.params.runnerId)
          if (!off.ok) {
            const { drawn, seen } = await groupHtml(visit, known, { trouble: addError(NO_FORM, en.lastRunner) })
            return again(drawn, seen)
          }
          const { accountId } = actorOfVisit(visit)
          const isOwn = known.runners.some(one => one.rowId === visit.params.runnerId && one.accountId === accountId)
          return go(isOwn ? LIST : `${LIST}/${known.group.rowId}`)
        }),
    ),
  ]
}

async function list(house: SupportHouse, visit: AnyVisit, query: z.infer<typeof listQuery>) {
  const { tx } = visit
  const { accountId, role } = actorOfVisit(visit)
  const mayShowTeam = roleMay(role, 'lead.assign')
  const showsTeam = mayShowTeam && query.of === 'team'
  const team = showsTeam ? (await house.teamOf(tx, accountId)).map(one => one.accountId) : []
  // That a team runs a group tells of nobody: no young person stands in it.
  const groups = showsTeam
    ? await asHouse(tx, 'groups of one’s team', worker => listGroupsOf(worker, team))
    : await listGroupsOf(tx, [accountId])
  const unrun = mayShowTeam ? await unrunGroups(tx) : []
  const part = pageOf(groups, query.page)
  const runners = await listRunnersOf(
    tx,
    [...part.rows, ...unrun].map(one => one.rowId),
  )
  const names = await findNames(tx, [...new Set(runners.map(one => one.accountId))])
  return page(
    html(
      <ListPage
        visitor={visit.visitor}
        groups={part}
        unrun={unrun}
        runners={runners}
        names={names}
        showsTeam={showsTeam}
        mayShowTeam={mayShowTeam}
        mayMake={roleMay(role, 'group.record')}
      />,
    ),
  )
}

async function groupHtml(
  visit: GroupVisit,
  known: Known,
  shown: { readonly form?: FormState<'on' | 'end-why'>; readonly trouble?: FormState } = {},
) {
  const { tx } = visit
  const { group, runners, isRunner } = known
  const [members, days, here] = await Promise.all([
    listMembers(tx, group.rowId),
    listDaysOf(tx, group.rowId),
    accountsHere(
      tx,
      runners.map(one => one.accountId),
    ),
  ])
  const people = [...new Set(members.map(one => one.personId))]
  // What the group does is seen by whoever runs it or may know of somebody in it: the same people.
  const [steps, memberSteps] = await aboutThese(tx, people, within =>
    together([
      known.isSeen ? listGroupSteps(within, group.rowId) : Promise.resolve([]),
      listOpenOfGroup(within, group.rowId),
    ]),
  )
  const whom = [...runners, ...steps, ...memberSteps].map(one => one.accountId)
  const names = await namesOf(tx, whom, isRunner)
  const drawn = html(
    <GroupPage
      visitor={visit.visitor}
      group={group}
      runners={runners}
      names={names}
      here={here}
      members={members}
      steps={steps}
      memberSteps={memberSteps}
      days={days}
      today={tx.acting.today}
      mayWrite={known.mayWrite}
      mayName={known.mayName}
      mayPlan={roleMay(actorOfVisit(visit).role, 'group.record')}
      form={shown.form ?? endGroupForm.fill({ on: tx.acting.today })}
      trouble={shown.trouble ?? NO_FORM}
    />,
  )
  return { drawn, seen: { about: people, target: group.rowId } }
}

/** What is said of a group, as a form says it. */
const contentIn = ({ name, purpose, meets, discloses }: Known['group']): GroupContent => ({
  ...{ name, purpose, meets, discloses },
})

function changeHtml(visit: AnyVisit, group: Known['group'], form: FormState<ChangeFields>, hasMoved = false) {
  return html(
    <ChangeGroupPage
      visitor={visit.visitor}
      group={group}
      form={form}
      isStale={hasMoved}
      isOver={group.endedOn !== null}
    />,
  )
}

async function runnerPage(
  visit: GroupVisit,
  known: Known,
  form?: FormState<'who' | 'there-for'>,
  status: 409 | 422 = 422,
) {
  const there = new Set<string>(known.runners.map(one => one.accountId))
  const here: ReadonlySet<string> = await accountsHere(visit.tx)
  const colleagues = (await runnerChoices(visit.tx, actorOfVisit(visit).accountId)).filter(
    one => here.has(one.value) && !there.has(one.value),
  )
  const state = form ?? runnerForm([]).empty()
  const drawn = html(<RunnerPage visitor={visit.visitor} group={known.group} form={state} colleagues={colleagues} />)
  return form ? again(drawn, { target: known.group.rowId }, status) : page(drawn, { target: known.group.rowId })
}
