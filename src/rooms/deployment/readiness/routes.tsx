/** The register of colleagues: who knows what, and whether an adviser is ready to take cases. */
import { z } from 'zod'
import type { AccountId, RowId } from '#ground/ids.ts'
import {
  actorOfVisit,
  type Colleague,
  findNames,
  get,
  type HouseRoute,
  html,
  listColleagues,
  listColleaguesAmong,
  listStaffIds,
  post,
  type Visit,
} from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { type PagePart, pageOf, pageQuery } from '#web/shell/list-pages.tsx'
import { versionSent } from '#web/stale.ts'
import { advisersAmong } from '../actions/colleagues.ts'
import { isAdviser } from '../rules.ts'
import { leadsFor, levelOf, noteItem, takeOffItem, writeProfile } from './actions.ts'
import { itemForm, profileForm } from './forms.ts'
import { ColleaguePage, ColleaguesPage, type Known, ProfilePage } from './pages.tsx'
import type { Profile } from './readiness.ts'
import { readinessOf } from './rules.ts'
import { findProfile, listItems, listProfiles, listProfilesOf } from './store.ts'
import { en, noteTroubles } from './words.ts'

const colleagueParam = z.object({ accountId: idParam<AccountId>() })
const itemParam = colleagueParam.extend({ itemId: idParam<RowId>() })
const listQuery = z.object({
  q: z.string().max(200).catch('').default(''),
  background: z.string().max(40).catch('').default(''),
  page: pageQuery,
})
type AnyVisit = Visit<unknown, unknown>
type ColleagueVisit = Visit<{ accountId: AccountId }, unknown>

export function colleagueRoutes(): HouseRoute[] {
  return [
    get(
      '/colleagues',
      { permission: 'organisation.see', audit: 'colleague.list-viewed', query: listQuery },
      async visit => {
        const filter = { q: visit.query.q.trim(), background: visit.query.background }
        const isSought = filter.q !== '' || filter.background !== ''
        const part = isSought
          ? pageOf(
              (await knownColleagues(visit)).filter(one => fits(one, filter)),
              visit.query.page,
            )
          : await anyColleagues(visit, visit.query.page)
        return page(html(<ColleaguesPage visitor={visit.visitor} part={part} filter={filter} />))
      },
    ),
    get('/colleagues/me', { permission: 'organisation.see', audit: { none: 'their own words' } }, async visit => {
      const own = await ownProfile(visit)
      const form =
        own === undefined
          ? profileForm.empty()
          : profileForm.fill({ background: own.background, 'ask-about': own.askAbout, languages: own.languages })
      return page(profilePage(visit, form, own?.version ?? 0))
    }),
    post('/colleagues/me', { permission: 'organisation.see', audit: 'colleague.profile-written' }, async visit => {
      const read = profileForm.read(visit.body)
      const version = versionSent(visit)
      if (!read.ok) return again(profilePage(visit, read, version))
      const { accountId } = actorOfVisit(visit)
      const { background, languages } = read.value
      const content = { background, askAbout: read.value['ask-about'] ?? '', languages: languages ?? '' }
      const done = await writeProfile(visit.tx, accountId, content, version)
      if (done.ok) return go(`/colleagues/${accountId}`)
      const now = await ownProfile(visit)
      return again(profilePage(visit, addError(read, en.stale, 'background'), now?.version ?? 0), {}, 409)
    }),
    get(
      '/colleagues/:accountId',
      { permission: 'organisation.see', audit: 'colleague.viewed', params: colleagueParam },
      visit =>
        withColleague(visit, async one =>
          page(await colleaguePage(visit, one, itemForm.empty()), { target: one.colleague.accountId }),
        ),
    ),
    post(
      '/colleagues/:accountId/items',
      { permission: 'lead.assign', audit: 'colleague.item-noted', params: colleagueParam },
      visit => withColleague(visit, one => note(visit, one)),
    ),
    post(
      '/colleagues/:accountId/items/:itemId',
      { permission: 'lead.assign', audit: 'colleague.item-taken-off', params: itemParam },
      visit =>
        withColleague(visit, async ({ colleague: { accountId } }) => {
          const done = await takeOffItem(visit.tx, actorOfVisit(visit).accountId, accountId, visit.params.itemId)
          return done.ok ? go(`/colleagues/${accountId}`) : nothing(done.why)
        }),
    ),
  ]
}

/** Everybody of the partnership's own, each account once: who has two roles, in the one in which they take cases. */
async function knownColleagues({ tx }: AnyVisit): Promise<Known[]> {
  const [profiles, colleagues] = await Promise.all([listProfiles(tx), listColleagues(tx)])
  return known(profiles, colleagues)
}

/** A page of them where nobody is sought: only who is on it is read whole. */
async function anyColleagues({ tx }: AnyVisit, wanted: number): Promise<PagePart<Known>> {
  const part = pageOf(await listStaffIds(tx), wanted)
  const [profiles, colleagues] = await Promise.all([listProfilesOf(tx, part.rows), listColleaguesAmong(tx, part.rows)])
  return { ...part, rows: known(profiles, colleagues) }
}

function known(profiles: readonly Profile[], colleagues: readonly Colleague[]): Known[] {
  const said = new Map(profiles.map(one => [one.accountId, one]))
  const staff = colleagues.filter(one => one.state === 'active' && one.role !== 'partner-practitioner')
  const once = [...new Map([...staff, ...advisersAmong(staff)].map(one => [one.accountId, one])).values()]
  return once.map(colleague => ({ colleague, profile: said.get(colleague.accountId) }))
}

function fits({ colleague, profile }: Known, sought: { readonly q: string; readonly background: string }): boolean {
  const text = [colleague.name, colleague.jobTitle, profile?.askAbout, profile?.languages].join(' ').toLowerCase()
  return (
    (sought.background === '' || profile?.background === sought.background) && text.includes(sought.q.toLowerCase())
  )
}

async function ownProfile(visit: AnyVisit): Promise<Profile | undefined> {
  return findProfile(visit.tx, actorOfVisit(visit).accountId)
}

function profilePage(visit: AnyVisit, form: FormState, version: number): Drawn {
  return html(<ProfilePage visitor={visit.visitor} form={form} version={version} />)
}

async function withColleague(visit: ColleagueVisit, work: (one: Known) => Promise<Answer>): Promise<Answer> {
  const { accountId } = visit.params
  const [profile, colleagues] = await Promise.all([
    findProfile(visit.tx, accountId),
    listColleaguesAmong(visit.tx, [accountId]),
  ])
  const [one] = known(profile === undefined ? [] : [profile], colleagues)
  return one ? work(one) : nothing('unknown')
}

/** What somebody has done is theirs to see, and whoever's who leads their team. */
async function colleaguePage(visit: AnyVisit, { colleague, profile }: Known, form: FormState): Promise<Drawn> {
  const { tx } = visit
  const me = actorOfVisit(visit).accountId
  const mayNote = await leadsFor(tx, me, colleague.accountId)
  const isShown = isAdviser(colleague.role) && (mayNote || me === colleague.accountId)
  const items = isShown ? await listItems(tx, [colleague.accountId]) : []
  return html(
    <ColleaguePage
      visitor={visit.visitor}
      colleague={colleague}
      profile={profile}
      checked={isShown ? readinessOf(levelOf(colleague.role), items, tx.acting.today) : undefined}
      names={(await findNames(tx, [...new Set(items.map(one => one.notedBy))])) as ReadonlyMap<AccountId, string>}
      mayNote={mayNote && isAdviser(colleague.role)}
      form={form}
    />,
  )
}

async function note(visit: ColleagueVisit, one: Known): Promise<Answer> {
  const { accountId } = one.colleague
  const me = actorOfVisit(visit).accountId
  // Whoever does not lead them is answered as if there were no such form.
  if (!(await leadsFor(visit.tx, me, accountId))) return nothing('not-theirs')
  const read = itemForm.read(visit.body)
  if (!read.ok) return again(await colleaguePage(visit, one, read), { target: accountId })
  const { kind, done, evidence } = read.value
  const noted = await noteItem(visit.tx, me, { accountId, kind, doneOn: done, evidence })
  if (noted.ok) return go(`/colleagues/${accountId}`)
  if (noted.why === 'not-theirs') return nothing('not-theirs')
  const told: FormState = addError(read, noteTroubles[noted.why], 'done')
  return again(await colleaguePage(visit, one, told), { target: accountId })
}
