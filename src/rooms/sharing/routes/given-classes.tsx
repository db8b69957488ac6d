/** The register of classes given by name: information governance gives and ends, and sees nothing of the content. */
import { z } from 'zod'
import type { GrantId, RowId } from '#ground/ids.ts'
import { get, type HouseRoute, html, post, roleNames, type Visit } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { giveClass, listGiven, listHoldable, takeClass } from '../actions/given-classes.ts'
import { giveForm, liftForm } from '../forms.ts'
import type { GivenClass } from '../given-class.ts'
import { EndClassPage, GiveClassPage, type GiveFields } from '../pages/given-class-pages.tsx'
import type { Choice } from '../pages/protection-pages.tsx'
import type { Case, Nameable } from '../protection.ts'
import { given as words } from '../words.ts'
import { namesOf, withCase } from './protection.tsx'

const caseParam = z.object({ recordId: idParam<RowId>() })
const grantParam = caseParam.extend({ grantId: idParam<GrantId>() })
const permission = 'person.protect'
type GrantVisit = Visit<z.infer<typeof grantParam>, unknown>

export function givenClassRoutes(): HouseRoute[] {
  return [
    get('/protection/:recordId/classes', { permission, audit: 'protection.form-opened', params: caseParam }, visit =>
      withCase(visit, async one =>
        page(giveHtml(visit, one, await listHoldable(visit.tx, one), giveForm([]).empty()), { about: [one.person.id] }),
      ),
    ),
    post('/protection/:recordId/classes', { permission, audit: 'access.opened', params: caseParam }, visit =>
      withCase(visit, async one => {
        const holdable = await listHoldable(visit.tx, one)
        const read = giveForm(holdable.map(n => n.colleague.accountId)).read(visit.body)
        const shown = (form: FormState<GiveFields>) =>
          again(giveHtml(visit, one, holdable, form), { about: [one.person.id] })
        if (!read.ok) return shown(read)
        const { who, part, condition, reason, last } = read.value
        const outcome = await giveClass(visit.tx, {
          case: one,
          accountId: who,
          recordClass: part,
          condition,
          reason,
          lastOn: last,
        })
        if (outcome.ok) return go(`/protection/${one.recordId}`)
        const field = {
          'over-already': 'last',
          'too-long': 'last',
          'not-holdable': 'who',
          'has-it': 'who',
        } as const satisfies Record<typeof outcome.why, GiveFields>
        return shown(addError(read, words.troubles[outcome.why], field[outcome.why]))
      }),
    ),
    get(
      '/protection/:recordId/classes/:grantId',
      { permission, audit: 'protection.form-opened', params: grantParam },
      visit =>
        withGiven(visit, async (one, given) =>
          page(await endHtml(visit, one, given, liftForm.empty()), { about: [one.person.id], target: given.id }),
        ),
    ),
    post('/protection/:recordId/classes/:grantId', { permission, audit: 'access.ended', params: grantParam }, visit =>
      withGiven(visit, async (one, given) => {
        const read = liftForm.read(visit.body)
        if (!read.ok) return again(await endHtml(visit, one, given, read), { about: [one.person.id] })
        const outcome = await takeClass(visit.tx, one.person.id, given.id, read.value.reason)
        return outcome.ok ? go(`/protection/${one.recordId}`) : nothing('unknown', [one.person.id])
      }),
    ),
  ]
}

function withGiven(visit: GrantVisit, work: (one: Case, given: GivenClass) => Promise<Answer>): Promise<Answer> {
  return withCase(visit, async one => {
    const given = (await listGiven(visit.tx, one.person.id)).find(g => g.id === visit.params.grantId)
    return given ? work(one, given) : nothing('unknown', [one.person.id])
  })
}

function giveHtml(
  visit: Visit<unknown, unknown>,
  one: Case,
  holdable: readonly Nameable[],
  form: FormState<GiveFields>,
): Drawn {
  const holders = holdable.map(
    ({ colleague }): Choice => ({
      value: colleague.accountId,
      label: `${colleague.name}, ${roleNames[colleague.role].toLowerCase()}`,
    }),
  )
  return html(<GiveClassPage visitor={visit.visitor} case={one} form={form} holders={holders} />)
}

async function endHtml(visit: GrantVisit, one: Case, given: GivenClass, form: FormState<'reason'>): Promise<Drawn> {
  const holderName = await namesOf(visit)
  return html(<EndClassPage visitor={visit.visitor} case={one} form={form} given={given} holderName={holderName} />)
}
