/** A record as one partner left it. Pure. */
import { nameKeyOf } from './apart.ts'
import type { ReadRow } from './reading/read-row.ts'
import { contactsOf, courseOf, detailsOf, numbersOf, type OnRecord } from './rules.ts'

/**
 * What would be on record if this partner's last word were all there is. A row about a record that must not be known of is told
 * against it: then it reads as it would of anybody else, changed where the partner changed something and the same where not,
 * and tells nothing but what the partner said itself (K8).
 */
export function recordLeftBy(before: ReadRow, { isSixteen }: Pick<OnRecord, 'isSixteen'>): OnRecord {
  const contact = (kind: 'mobile' | 'phone' | 'email') => contactsOf(before).find(c => c.kind === kind)?.value ?? null
  const detail = (field: 'sex' | 'ethnicity') => detailsOf(before).find(d => d.field === field)?.value ?? null
  return {
    given: before.legal.given,
    family: before.legal.family,
    hasPreferred: before.preferred !== null,
    names: [before.legal, before.preferred, before.former].flatMap(name =>
      name ? [nameKeyOf(name, before.legal)] : [],
    ),
    bornOn: before.bornOn,
    isProtected: false,
    isDead: false,
    isRestricted: false,
    postcode: before.postcode,
    mobile: contact('mobile'),
    phone: contact('phone'),
    email: contact('email'),
    ethnicity: detail('ethnicity'),
    sex: detail('sex'),
    identifiers: numbersOf(before).map(n => n.value),
    adults: before.adult ? [before.adult.name] : [],
    enrolment: before.objection
      ? null
      : { id: '', course: courseOf(before), yearGroup: before.yearGroup, finishedOn: before.leftOn },
    hasOpenActivity: !before.objection && before.leftOn === null,
    characteristics: Object.entries(before.characteristics ?? {}).map(([code, isTrue]) => ({
      id: code,
      code,
      startedOn: before.bornOn,
      finishedOn: isTrue ? null : before.bornOn,
      stands: isTrue,
      isOwn: true,
      isReplaced: false,
      byPerson: false,
    })),
    objection: before.objection ? 'on-list' : null,
    isSixteen,
    apart: [],
  }
}
