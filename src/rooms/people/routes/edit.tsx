/** The register of changing one thing at a time about a young person. */
import type { Tx } from '#ground/database/tx.ts'
import { isAfter } from '#ground/day.ts'
import { type PersonId } from '#ground/ids.ts'
import type { RecordClass } from '#rooms/access/index.ts'
import { get, type HouseRoute, html, type Permission, post, type Visit } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError, type Form } from '#web/form/form.ts'
import { again, go, nothing, page } from '#web/register.ts'
import { setAlert } from '../actions/alerts.ts'
import {
  addIdentifier,
  markDeath,
  protectAddress,
  setAddress,
  setAdult,
  setContactDetail,
  setDetail,
  setSafeContact,
} from '../actions/record.ts'
import { toPostcode } from '../fold.ts'
import {
  addressForm,
  adultForm,
  alertForm,
  contactDetailForm,
  deathForm,
  identifierForm,
  levelForm,
  safeContactForm,
} from '../forms.ts'
import type { PersonFrame } from '../frame.ts'
import { readIdentifier } from '../identifiers.ts'
import { AlertPage } from '../pages/alert-pages.tsx'
import {
  AddressPage,
  AdultPage,
  ContactDetailPage,
  DeathPage,
  IdentifierPage,
  LevelPage,
  SafeContactPage,
} from '../pages/edit-pages.tsx'
import { en } from '../words.ts'
import { reviewFault, reviewOf } from './alerts.tsx'

import { bySelf, framed, type PeopleHouse, personParam } from './shared.ts'

export function editOneRoutes(house: PeopleHouse): HouseRoute[] {
  return [
    ...editRoutes(
      house,
      'address',
      'contact-details',
      'person.edit',
      'person.address-set',
      addressForm,
      AddressPage,
      async (tx, personId, value) => {
        const { line1, line2, town, postcode } = value
        await setAddress(
          tx,
          personId,
          {
            line1: line1 ?? '',
            line2: line2 ?? '',
            town: town ?? '',
            postcode: postcode === null ? null : (toPostcode(postcode) ?? null),
            isProtected: value.protect === 'yes',
          },
          bySelf(tx),
        )
        if (value.protect === 'yes') await protectAddress(tx, personId, en.protect)
      },
    ),
    ...editRoutes(
      house,
      'contact-details',
      'contact-details',
      'person.edit',
      'person.contact-detail-set',
      contactDetailForm,
      ContactDetailPage,
      async (tx, personId, value) => {
        for (const kind of ['mobile', 'phone', 'email'] as const) {
          const given = value[kind]
          if (given !== null) await setContactDetail(tx, personId, { kind, value: given, note: '' }, bySelf(tx))
        }
      },
    ),
    ...editRoutes(
      house,
      'safe-contact',
      'safe-contact',
      'person.edit',
      'person.safe-contact-set',
      safeContactForm,
      SafeContactPage,
      (tx, personId, value) => {
        const never = new Set<string>(value.never)
        return setSafeContact(
          tx,
          personId,
          {
            rule: value.rule,
            noPost: never.has('post'),
            noVoicemail: never.has('voicemail'),
            noHomeVisit: never.has('home-visit'),
          },
          bySelf(tx),
        )
      },
    ),
    ...editRoutes(
      house,
      'adults',
      'family',
      'person.edit',
      'person.adult-set',
      adultForm,
      AdultPage,
      (tx, personId, value) =>
        setAdult(
          tx,
          personId,
          {
            name: value.name,
            relationship: value.relationship,
            responsibility: value.responsibility,
            evidence: value.evidence ?? '',
            courtOrder: value.order ?? '',
            mayBeTold: value.told,
            phone: value.phone ?? '',
          },
          bySelf(tx),
        ),
    ),
    ...editRoutes(
      house,
      'identifiers',
      'identifiers',
      'person.edit',
      'person.identifier-added',
      identifierForm,
      IdentifierPage,
      async (tx, personId, value) => {
        // K7: off until the partnership has recorded a ground; no setting for it exists before the sharing room does.
        if (value.kind === 'nhs') return { field: 'kind', message: en.nhsOff }
        const read = readIdentifier(value.kind, value.value)
        if (!read.ok) return { field: 'value', message: en.identifierTroubles[read.why] }
        await addIdentifier(tx, personId, { kind: value.kind, value: read.value }, bySelf(tx))
        return undefined
      },
    ),
    ...editRoutes(
      house,
      'alerts',
      'identity',
      'person.edit',
      'person.alert-set',
      alertForm,
      AlertPage,
      async (tx, personId, value) => {
        const fault = reviewFault(tx, value.review)
        if (fault) return fault
        await setAlert(tx, personId, {
          kind: value.kind,
          firstWords: value.first,
          words: value.more ?? '',
          finishedOn: value.until,
          from: 'staff',
          review: reviewOf(tx, value),
        })
        return undefined
      },
    ),
    ...editRoutes(
      house,
      'death',
      'identity',
      'person.mark-death',
      'person.died',
      deathForm,
      DeathPage,
      async (tx, personId, value) => {
        if (isAfter(value.on, tx.acting.today)) return { field: 'on', message: en.diedFuture }
        await markDeath(tx, personId, value.on, bySelf(tx))
        return undefined
      },
    ),
    ...editRoutes(
      house,
      'support-level',
      'tracking',
      'person.edit',
      'person.detail-set',
      levelForm,
      LevelPage,
      (tx, personId, value) => setDetail(tx, personId, 'support-level', value.level, bySelf(tx)),
    ),
  ]
}

type Fault<Name extends string> = { readonly field: Name; readonly message: string }

/** The two lines of a page that changes one thing: show the form, take the form. */
function editRoutes<Value, Name extends string>(
  house: PeopleHouse,
  path: string,
  /** The class the change belongs to: who may not see it may not write it. */
  needs: RecordClass,
  permission: Permission,
  audit: string,
  form: Form<Value, Name>,
  Shown: (p: {
    visitor: Visit['visitor']
    frame: PersonFrame
    form: FormState<Name>
  }) => ReturnType<typeof AddressPage>,
  save: (tx: Tx, personId: PersonId, value: Value) => Promise<Fault<Name> | undefined | void>,
): HouseRoute[] {
  const address = `/people/:personId/${path}`
  const shown = (visit: Visit<unknown, unknown>, frame: PersonFrame, state: FormState<Name>) =>
    html(<Shown visitor={visit.visitor} frame={frame} form={state} />)
  return [
    get(address, { permission, audit: 'person.edit-opened', params: personParam }, visit =>
      framed(house, visit, async frame =>
        frame.seen.has(needs)
          ? page(shown(visit, frame, form.empty()), { about: [frame.person.id] })
          : nothing('class', [frame.person.id]),
      ),
    ),
    post(address, { permission, audit, params: personParam }, visit =>
      framed(house, visit, async frame => {
        if (!frame.seen.has(needs)) return nothing('class', [frame.person.id])
        const read = form.read(visit.body)
        const seen = { about: [frame.person.id] }
        if (!read.ok) return again(shown(visit, frame, read), seen)
        const fault = await save(visit.tx, frame.person.id, read.value)
        return fault
          ? again(shown(visit, frame, addError(read, fault.message, fault.field)), seen)
          : go(`/people/${frame.person.id}/details`)
      }),
    ),
  ]
}
