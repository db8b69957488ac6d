/** The register of one's own hand-overs, and of the team one leads; several are answered at once. */
import { z } from 'zod'
import type { AccountId } from '#ground/ids.ts'
import { actorOfVisit, findNames, get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { again, type Drawn, go, page } from '#web/register.ts'
import { listLeftLoads, listLoads, listTeamsLed } from '../../store/teams.ts'
import type { MoveTrouble } from '../actions/closing.ts'
import { acceptHandover } from '../actions/moving.ts'
import { acceptManyForm } from '../forms.ts'
import type { HandoverLine } from '../handover.ts'
import type { HandoverParts } from '../house.ts'
import { HandoversPage, type Section } from '../pages/list-page.tsx'
import { listHandoversOf } from '../store.ts'
import { en, moveTroubles } from '../words.ts'
import { mayLead } from './shared.ts'

const MOST_OPEN = 500
const MOST_OVER = 100

const listQuery = z.object({
  show: z.enum(['open', 'over']).catch('open').default('open'),
  tick: z.enum(['all', 'none']).catch('none').default('none'),
})

export function listRoutes(parts: HandoverParts): HouseRoute[] {
  return [
    get(
      '/hand-overs',
      { permission: 'hand-over.use', audit: 'hand-over.list-viewed', query: listQuery },
      async visit => {
        const showsOver = visit.query.show === 'over'
        const lines = await linesOf(visit, visit.query.show)
        const several = toAnswer(visit, lines).map(one => one.rowId)
        const made = acceptManyForm(several)
        const form = visit.query.tick === 'all' ? made.fill({ 'hand-overs': several }) : made.empty()
        return page(await drawn(visit, lines, showsOver, form), {
          about: [...new Set(lines.filter(one => one.name !== '').map(one => one.personId))],
        })
      },
    ),
    post('/hand-overs/accept', { permission: 'hand-over.use', audit: 'hand-over.accepted' }, async visit => {
      const lines = await linesOf(visit, 'open')
      const waiting = toAnswer(visit, lines)
      const read = acceptManyForm(waiting.map(one => one.rowId)).read(visit.body)
      const about = lines.filter(one => one.name !== '').map(one => one.personId)
      if (!read.ok) return again(await drawn(visit, lines, false, read), { about })
      const troubles: { readonly name: string; readonly why: MoveTrouble }[] = []
      for (const one of waiting.filter(w => read.value['hand-overs'].includes(w.rowId))) {
        const accepted = await acceptHandover(visit.tx, parts, one)
        if (!accepted.ok) troubles.push({ name: one.name, why: accepted.why })
      }
      if (troubles.length === 0) return go('/hand-overs')
      // What could be accepted is; of the others it is said why not.
      let form: FormState = acceptManyForm([]).empty()
      for (const { name, why } of troubles) form = addError(form, `${name}: ${moveTroubles[why]}`)
      const html = await drawn(visit, await linesOf(visit, 'open'), false, form)
      return { kind: 'page', status: 409, html, seen: { about }, keep: true }
    }),
  ]
}

/** The visitor's own, and those of advisers of teams they lead. */
async function linesOf(visit: Visit<unknown, unknown>, wanted: 'open' | 'over'): Promise<HandoverLine[]> {
  const me = actorOfVisit(visit).accountId
  const colleagues = mayLead(visit) ? await teamOf(visit, me) : []
  return listHandoversOf(visit.tx, [me, ...colleagues], wanted, wanted === 'open' ? MOST_OPEN : MOST_OVER)
}

async function teamOf({ tx }: Visit<unknown, unknown>, leaderId: AccountId): Promise<AccountId[]> {
  const ids: AccountId[] = []
  for (const team of await listTeamsLed(tx, leaderId))
    for (const { accountId } of [...(await listLoads(tx, team.id)), ...(await listLeftLoads(tx, team))])
      ids.push(accountId)
  return ids
}

function toAnswer(visit: Visit<unknown, unknown>, lines: readonly HandoverLine[]): HandoverLine[] {
  const me = actorOfVisit(visit).accountId
  return lines.filter(one => one.state === 'asked' && one.toId === me)
}

async function drawn(
  visit: Visit<unknown, unknown>,
  lines: readonly HandoverLine[],
  showsOver: boolean,
  form: FormState,
): Promise<Drawn> {
  const me = actorOfVisit(visit).accountId
  return html(
    <HandoversPage
      visitor={visit.visitor}
      sections={showsOver ? [{ heading: en.over, lines }] : sectionsOf(lines, me)}
      several={showsOver ? [] : toAnswer(visit, lines)}
      form={form}
      names={await findNames(visit.tx, [...new Set(lines.flatMap(one => [one.fromId, one.toId]))])}
      showsOver={showsOver}
      today={visit.tx.acting.today}
    />,
  )
}

/** What the visitor is to answer, whom they are to meet, what they are to close, and what waits for others. */
function sectionsOf(lines: readonly HandoverLine[], me: AccountId): Section[] {
  const mine: Readonly<Record<string, (one: HandoverLine) => boolean>> = {
    [en.toAnswer]: one => one.state === 'asked' && one.toId === me,
    [en.toMeet]: one => one.state === 'accepted' && one.toId === me,
    [en.toClose]: one => one.state === 'met' && one.fromId === me,
  }
  const isMine = (one: HandoverLine) => Object.values(mine).some(is => is(one))
  return [
    ...Object.entries(mine).map(([heading, is]) => ({ heading, lines: lines.filter(is) })),
    { heading: en.waiting, lines: lines.filter(one => !isMine(one)) },
  ]
}
