/** Agreements under which partners' lists come in. */
import type { Tx } from '#ground/database/tx.ts'
import type { OrganisationId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import { FIELDS, type Field, isHeldField, mayCarryUpn } from '../reading/fields.ts'
import { reviewOf } from '../rules.ts'
import type { Agreement } from '../run.ts'
import { endAgreement, insertAgreement, listAgreements } from '../store/agreements.ts'

export type Terms = Omit<Agreement, 'id' | 'startedOn' | 'finishedOn' | 'insteadOf'>

/** Puts an agreement on record: from now lists of this partner may come in under it. */
export async function makeAgreement(tx: Tx, wanted: Terms): Promise<RowId> {
  const id = await insertAgreement(tx, { ...wanted, insteadOf: null })
  await record(tx, {
    action: 'agreement.made',
    target: id,
    payload: { partner: wanted.organisationId, power: wanted.power, fields: wanted.fields },
  })
  return id
}

/**
 * Confirms an agreement with a new day of review, or changes it. Either way a new version counts from now; the one before
 * stays on record, and lists that are under way finish under it.
 * @returns refused `moved-on` when somebody reviewed it first
 */
export async function reviewAgreement(tx: Tx, before: Agreement, terms: Terms): Promise<Result<RowId, 'moved-on'>> {
  if ((await endAgreement(tx, before.id)) === 0) return refused('moved-on')
  const id = await insertAgreement(tx, { ...terms, organisationId: before.organisationId, insteadOf: before.id })
  await record(tx, {
    action: 'agreement.reviewed',
    target: id,
    payload: { partner: before.organisationId, before: before.id, reviewOn: terms.reviewOn },
  })
  return ok(id)
}

/** The agreement a partner's list comes in under: the newest in force. */
export async function agreementOf(tx: Tx, organisationId: OrganisationId): Promise<Agreement | undefined> {
  return (await listAgreements(tx)).find(a => a.organisationId === organisationId)
}

/** Agreements whose day of review is near or has passed, the most urgent first. */
export async function listAgreementsToReview(tx: Tx): Promise<Agreement[]> {
  return (await listAgreements(tx))
    .filter(a => reviewOf(a.reviewOn, tx.acting.today) !== 'later')
    .toSorted((a, b) => (a.reviewOn < b.reviewOn ? -1 : 1))
}

/**
 * Fields a kind of partner may bring: what a new agreement starts from. What is held back on its way is never among them: it
 * comes in where an agreement names it on purpose (K7).
 */
export function fieldsFor(kind: Parameters<typeof mayCarryUpn>[0]): Field[] {
  const never: Field[] = mayCarryUpn(kind) ? ['nhs'] : ['nhs', 'upn', 'former-upn', 'ethnicity', 'sen', 'ehc-plan']
  return FIELDS.filter(f => !never.includes(f) && !isHeldField(f))
}
