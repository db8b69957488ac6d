/** The register of agreements: what is in force, a new one, and looking at one again. */
import { z } from 'zod'
import type { Tx } from '#ground/database/tx.ts'
import { formatDay, isAfter } from '#ground/day.ts'
import type { AccountId, OrganisationId, RowId } from '#ground/ids.ts'
import { findOrganisation, listOrganisations } from '#rooms/directory/index.ts'
import { get, type HouseRoute, html, listColleagues, post, type Visit } from '#rooms/identity/index.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { fieldsFor, makeAgreement, reviewAgreement, type Terms } from '../actions/agreements.ts'
import { agreementForm } from '../forms.ts'
import { AgreementPage, AgreementsPage, ReviewAgreementPage } from '../pages/agreement-pages.tsx'
import type { Agreement } from '../run.ts'
import { findAgreement, listAgreements } from '../store/agreements.ts'
import { en } from '../words.ts'

const agreementParam = z.object({
  agreementId: idParam<RowId>(),
})

export function agreementRoutes(): HouseRoute[] {
  return [
    get('/agreements', { permission: 'agreement.manage', audit: 'agreement.list-viewed' }, async visit => {
      const names = new Map((await listOrganisations(visit.tx)).map(o => [o.id as string, o.name]))
      const lines = (await listAgreements(visit.tx)).map(agreement => ({
        agreement,
        partner: names.get(agreement.organisationId) ?? '',
      }))
      // Whatever is to be looked at soonest stands first; of one day, by name.
      const sorted = lines.toSorted(
        (a, b) => a.agreement.reviewOn.localeCompare(b.agreement.reviewOn) || a.partner.localeCompare(b.partner, 'en'),
      )
      return page(html(<AgreementsPage visitor={visit.visitor} today={visit.tx.acting.today} lines={sorted} />))
    }),
    get('/agreements/new', { permission: 'agreement.manage', audit: { none: 'an empty form' } }, async visit =>
      page(
        html(
          <AgreementPage
            visitor={visit.visitor}
            form={agreementForm.fill({ youngest: 13, oldest: 25, fields: fieldsFor('college') })}
            {...(await choices(visit.tx))}
          />,
        ),
      ),
    ),
    post('/agreements/new', { permission: 'agreement.manage', audit: 'agreement.made' }, async visit => {
      const form = agreementForm.read(visit.body)
      const offered = await choices(visit.tx)
      const shown = (state: Parameters<typeof AgreementPage>[0]['form']) =>
        again(html(<AgreementPage visitor={visit.visitor} form={state} {...offered} />))
      if (!form.ok) return shown(form)
      const { value } = form
      if (!offered.partners.some(o => o.id === value.partner))
        return shown(addError(form, en.missingPartner, 'partner'))
      if (!isAfter(value.review, visit.tx.acting.today)) return shown(addError(form, en.reviewPast, 'review'))
      await makeAgreement(visit.tx, termsOf(value, offered.officers))
      return go('/agreements')
    }),
    get(
      '/agreements/:agreementId/review',
      { permission: 'agreement.manage', audit: 'agreement.review-opened', params: agreementParam },
      visit =>
        withAgreement(visit, async agreement => {
          const form = agreementForm.fill({
            partner: agreement.organisationId,
            purpose: agreement.purpose,
            power: agreement.power,
            reference: agreement.assessmentReference,
            youngest: agreement.youngest,
            oldest: agreement.oldest,
            fields: agreement.fields,
            officer: agreement.missingOfficerId,
          })
          return page(await reviewHtml(visit, agreement, form), { target: agreement.id })
        }),
    ),
    post(
      '/agreements/:agreementId/review',
      { permission: 'agreement.manage', audit: 'agreement.reviewed', params: agreementParam },
      visit =>
        withAgreement(visit, async agreement => {
          // Whose agreement it is does not change by reviewing it.
          const form = agreementForm.read({ ...visit.body, partner: agreement.organisationId })
          if (!form.ok) return again(await reviewHtml(visit, agreement, form))
          if (!isAfter(form.value.review, visit.tx.acting.today))
            return again(await reviewHtml(visit, agreement, addError(form, en.reviewPast, 'review')))
          const { officers } = await choices(visit.tx)
          const outcome = await reviewAgreement(visit.tx, agreement, termsOf(form.value, officers))
          return outcome.ok
            ? go('/agreements')
            : again(await reviewHtml(visit, agreement, addError(form, en.reviewMovedOn)), {}, 409)
        }),
    ),
  ]
}

/** The agreement of an address. Reviewing a version that another has taken the place of is refused when it is saved. */
async function withAgreement(
  visit: Visit<{ agreementId: RowId }, unknown>,
  work: (agreement: Agreement) => Promise<Answer>,
): Promise<Answer> {
  const agreement = await findAgreement(visit.tx, visit.params.agreementId)
  return agreement ? work(agreement) : nothing('unknown')
}

async function reviewHtml(
  visit: Visit<unknown, unknown>,
  agreement: Agreement,
  form: Parameters<typeof AgreementPage>[0]['form'],
): Promise<Drawn> {
  const { officers } = await choices(visit.tx)
  return html(
    <ReviewAgreementPage
      visitor={visit.visitor}
      form={form}
      id={agreement.id}
      partner={(await findOrganisation(visit.tx, agreement.organisationId))?.name ?? ''}
      due={formatDay(agreement.reviewOn)}
      officers={officers}
    />,
  )
}

type Value = Extract<ReturnType<typeof agreementForm.read>, { ok: true }>['value']

function termsOf(value: Value, officers: readonly { id: string }[]): Terms {
  const officer = officers.find(o => o.id === value.officer)
  return {
    organisationId: value.partner as OrganisationId,
    purpose: value.purpose,
    power: value.power,
    fields: value.fields,
    youngest: value.youngest,
    oldest: value.oldest,
    assessmentReference: value.reference,
    reviewOn: value.review,
    missingOfficerId: (officer?.id as AccountId | undefined) ?? null,
  }
}

async function choices(tx: Tx) {
  const partners = (await listOrganisations(tx))
    .filter(o => o.state === 'open' && o.kind !== 'partnership-service')
    .map(o => ({ id: o.id as string, name: o.name }))
  const officers = (await listColleagues(tx))
    .filter(c => c.state === 'active')
    .map(c => ({ id: c.accountId as string, name: c.name }))
  return { partners, officers }
}
