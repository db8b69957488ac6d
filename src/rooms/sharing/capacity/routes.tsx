/** The register of capacity: what a young person decides for themselves, judged for one decision (K11). */
import { z } from 'zod'
import type { PersonId, RowId } from '#ground/ids.ts'
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
import {
  type Adult,
  type FramePerson,
  isInForce,
  listAdults,
  listCharacteristics,
  type PersonFrame,
} from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { type JudgeTrouble, judgeCapacity } from './actions.ts'
import type { CapacityDecision, Decider } from './capacity.ts'
import { againFilled, type JudgeValue, judgeForm } from './forms.ts'
import { CapacityPage, JudgePage } from './pages.tsx'
import { isResponsible } from './rules.ts'
import { listCapacityOn } from './store.ts'
import { en, judgeTroubles } from './words.ts'

const personParam = z.object({ personId: idParam<PersonId>() })
const againQuery = z.object({ again: idParam<RowId>().optional() })
type PersonVisit = Visit<{ personId: PersonId }, unknown>

const FIELD_OF = {
  'parts-missing': 'could',
  'parts-all': 'could',
  'no-decider': 'decider',
  'no-review': 'review-on',
  'review-past': 'review-on',
  'review-far': 'review-on',
  'not-health': 'outcome',
  died: undefined,
  'not-responsible': 'decider',
  'again-done': undefined,
} as const satisfies Readonly<Record<Exclude<JudgeTrouble, 'not-theirs' | 'again-unknown'>, string | undefined>>

export function capacityRoutes(house: { readonly frame: FramePerson }): HouseRoute[] {
  const permission = 'assessment.write'
  return [
    get('/people/:personId/capacity', { permission, audit: 'capacity.viewed', params: personParam }, visit =>
      withSeen(house, visit, async frame => page(await listPage(visit, frame), { about: [frame.person.id] })),
    ),
    get(
      '/people/:personId/capacity/new',
      { permission, audit: 'capacity.form-opened', params: personParam, query: againQuery },
      visit =>
        withSeen(house, visit, async frame => {
          if (frame.person.diedOn !== null) return nothing('died', [frame.person.id])
          const before = await beforeOf(visit, frame, visit.query.again)
          if (before === null) return nothing('unknown', [frame.person.id])
          const adults = await responsibleOf(visit, frame)
          const form = before ? againFilled(deciders(adults), before) : judgeForm(deciders(adults)).empty()
          return page(judgePage(visit, frame, adults, form, before?.rowId), { about: [frame.person.id] })
        }),
    ),
    post('/people/:personId/capacity/new', { permission, audit: 'capacity.judged', params: personParam }, visit =>
      withSeen(house, visit, frame => judge(visit, frame)),
    ),
  ]
}

/** Whoever works with them sees it: of the contacts' part at least. */
async function withSeen(
  house: { readonly frame: FramePerson },
  visit: PersonVisit,
  work: (frame: PersonFrame) => Promise<Answer>,
): Promise<Answer> {
  const { personId } = visit.params
  const frame = await house.frame(visit, personId)
  return frame?.seen.has('sessions') ? work(frame) : nothing(frame ? 'class' : 'unknown', [personId])
}

async function listPage(visit: PersonVisit, frame: PersonFrame): Promise<Drawn> {
  const { tx } = visit
  const { id } = frame.person
  const decisions = await listCapacityOn(tx, id)
  const characteristics = await listCharacteristics(tx, id)
  return html(
    <CapacityPage
      visitor={visit.visitor}
      frame={frame}
      decisions={decisions}
      adults={frame.seen.has('family') ? await listAdults(tx, id) : undefined}
      hasEhc={characteristics.some(
        one => one.code === 'ehc-plan' && one.replacedAt === null && isInForce(one, tx.acting.today),
      )}
      names={await findNames(tx, [...new Set(decisions.map(one => one.judgedBy))])}
      mayCorrect={roleMay(actorOfVisit(visit).role, 'record.correct')}
      today={tx.acting.today}
    />,
  )
}

/** The decision that is looked at again: undefined where none is, null where there is no such one. */
async function beforeOf(
  visit: PersonVisit,
  frame: PersonFrame,
  id: RowId | undefined,
): Promise<CapacityDecision | undefined | null> {
  if (id === undefined) return undefined
  return (await listCapacityOn(visit.tx, frame.person.id)).find(one => one.rowId === id) ?? null
}

async function responsibleOf(visit: PersonVisit, frame: PersonFrame): Promise<readonly Adult[]> {
  if (!frame.seen.has('family')) return []
  return (await listAdults(visit.tx, frame.person.id)).filter(isResponsible)
}

const deciders = (adults: readonly Adult[]) => [
  ...adults.map(one => one.rowId as string),
  'representative',
  'nobody-yet',
]

function judgePage(
  visit: PersonVisit,
  frame: PersonFrame,
  adults: readonly Adult[],
  form: FormState,
  againId: RowId | undefined,
): Drawn {
  const { visitor, tx } = visit
  return html(
    <JudgePage visitor={visitor} frame={frame} adults={adults} form={form} again={againId} today={tx.acting.today} />,
  )
}

async function judge(visit: PersonVisit, frame: PersonFrame): Promise<Answer> {
  const { id } = frame.person
  const adults = await responsibleOf(visit, frame)
  const read = judgeForm(deciders(adults)).read(visit.body)
  const asked = againQuery.safeParse({ again: visit.body['again'] || undefined })
  const againId = asked.success ? asked.data.again : undefined
  const shown = (form: FormState) => again(judgePage(visit, frame, adults, form, againId), { about: [id] })
  if (!read.ok) return shown(read)
  const { value } = read
  if (value.outcome === 'not-now' && value.decider === 'representative' && !value.representative)
    return shown(addError(read, en.missingRepresentative, 'representative'))
  const done = await judgeCapacity(
    visit.tx,
    id,
    actorOfVisit(visit).accountId,
    { ...value, decider: deciderOf(value), reviewOn: value['review-on'] },
    againId ?? null,
  )
  if (done.ok) return go(`/people/${id}/capacity`)
  if (done.why === 'not-theirs' || done.why === 'again-unknown') return nothing('class', [id])
  return shown(addError(read, judgeTroubles[done.why], FIELD_OF[done.why]))
}

/** Who decides counts only where they cannot. */
function deciderOf(value: JudgeValue): Decider | null {
  if (value.outcome !== 'not-now' || value.decider === null) return null
  if (value.decider === 'representative') return { kind: 'representative', name: value.representative ?? '' }
  if (value.decider === 'nobody-yet') return { kind: 'nobody-yet' }
  return { kind: 'adult', adultId: value.decider as RowId }
}
