import { choice } from '#web/form/choice.ts'
import type { FormState } from '#web/form/field.ts'
import { form } from '#web/form/form.ts'
import { hidden, longText, text } from '#web/form/text.ts'
import { DISCLOSURES, ORGANISATION_KINDS, type Organisation, type OrganisationFacts } from './organisation.ts'
import { OPERATING_MODELS, type Partnership } from './partnership.ts'
import { namedDisclosure } from './rules.ts'
import { KNOWN, type Site, type SiteFacts } from './site.ts'
import { en } from './words.ts'

const PHONE = /^(?=(?:\D*\d){10,15}\D*$)\+?[\d\s()]+$/
/** The shape of a postcode (BS 7666), with or without its space. */
const POSTCODE = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/

const phone = text({ optional: true, max: 40, tooLong: en.badPhone })

function faultOfPhone(value: { phone: string | null }) {
  return value.phone !== null && !PHONE.test(value.phone) ? [{ field: 'phone' as const, message: en.badPhone }] : []
}

const facts = {
  name: text({ missing: en.missingName, max: 200, tooLong: en.tooLong }),
  kind: choice(ORGANISATION_KINDS, { missing: en.missingKind }),
  discloses: choice(DISCLOSURES, { optional: true, notOffered: en.badDiscloses }),
  phone,
  urn: text({ optional: true, max: 10, tooLong: en.badUrn }),
  laestab: text({ optional: true, max: 10, tooLong: en.badLaestab }),
  ukprn: text({ optional: true, max: 10, tooLong: en.badUkprn }),
}

type Facts = Pick<OrganisationFacts, 'name' | 'kind'> & {
  readonly [K in 'phone' | 'urn' | 'laestab' | 'ukprn']: string | null
}

function faultsOf(value: Facts) {
  return [
    ...faultOfPhone(value),
    ...(value.urn !== null && !/^\d{6}$/.test(value.urn) ? [{ field: 'urn' as const, message: en.badUrn }] : []),
    ...(value.laestab !== null && !/^\d{3}\/?\d{4}$/.test(value.laestab)
      ? [{ field: 'laestab' as const, message: en.badLaestab }]
      : []),
    ...(value.ukprn !== null && !/^1\d{7}$/.test(value.ukprn)
      ? [{ field: 'ukprn' as const, message: en.badUkprn }]
      : []),
  ]
}

export const organisationForm = form(facts, faultsOf)
/** Changing one: with the version its editor saw. */
export const changeForm = form({ ...facts, version: hidden({ missing: en.missingVersion }) }, faultsOf)

export type OrganisationForm = FormState<keyof typeof facts>

/** The form as an organisation stands. */
export function filledWith(o: Organisation) {
  return changeForm.fill({
    name: o.name,
    kind: o.kind,
    discloses: namedDisclosure(o.kind, o.discloses),
    phone: o.phone,
    urn: o.urn,
    laestab: o.laestab,
    ukprn: o.ukprn,
    version: String(o.version),
  })
}

/** The version a form carried: what is no number is older than any. */
export function versionIn(typed: string): number {
  return /^\d{1,9}$/.test(typed) ? Number(typed) : 0
}

/** What takes its place is always answered: "nothing" is an answer, silence is not. */
export const NOTHING = 'nothing'
export const closeForm = form({
  successor: text({ missing: en.missingSuccessor, max: 60, tooLong: en.missingSuccessor }),
})

const siteFields = {
  name: text({ missing: en.missingSiteName, max: 200, tooLong: en.tooLong }),
  address: longText({ optional: true, max: 300, tooLong: en.addressTooLong }),
  postcode: text({ optional: true, max: 10, tooLong: en.badPostcode }),
  phone,
  hours: longText({ optional: true, max: 500, tooLong: en.hoursTooLong }),
  private: choice(KNOWN, { missing: en.missingPrivate }),
  accessible: choice(KNOWN, { missing: en.missingAccessible }),
}

function faultsOfSite(value: { phone: string | null; postcode: string | null }) {
  return [
    ...(value.postcode !== null && toPostcode(value.postcode) === undefined
      ? [{ field: 'postcode' as const, message: en.badPostcode }]
      : []),
    ...faultOfPhone(value),
  ]
}

export const siteForm = form(siteFields, faultsOfSite)
export const changeSiteForm = form({ ...siteFields, version: hidden({ missing: en.missingVersion }) }, faultsOfSite)
export type SiteForm = FormState<keyof typeof siteFields>
type SiteValue = Extract<ReturnType<typeof siteForm.read>, { ok: true }>['value']

export function siteFrom(value: SiteValue): SiteFacts {
  return {
    name: value.name,
    address: value.address ?? '',
    postcode: value.postcode === null ? null : (toPostcode(value.postcode) ?? null),
    phone: value.phone ?? '',
    openingHours: value.hours ?? '',
    hasPrivateRoom: value.private,
    isAccessible: value.accessible,
  }
}

export function filledWithSite(s: Site) {
  return changeSiteForm.fill({
    name: s.name,
    address: s.address,
    postcode: s.postcode,
    phone: s.phone,
    hours: s.openingHours,
    private: s.hasPrivateRoom,
    accessible: s.isAccessible,
    version: String(s.version),
  })
}

/** A postcode in its written form; undefined for what is none. */
export function toPostcode(typed: string): string | undefined {
  const parts = POSTCODE.exec(typed.toUpperCase().replaceAll(' ', ''))
  return parts ? `${parts[1]} ${parts[2]}` : undefined
}

/** The partnership: whoever the model makes answerable must be named. */
export const partnershipForm = form(
  {
    name: text({ missing: en.missingPartnershipName, max: 120, tooLong: en.partnershipNameTooLong }),
    model: choice(OPERATING_MODELS, { missing: en.missingModel }),
    leadBody: text({ optional: true, max: 300, tooLong: en.leadBodyTooLong }),
    contractors: longText({ optional: true, max: 1000, tooLong: en.wordsTooLong }),
    controllers: longText({ missing: en.missingControllers, max: 1000, tooLong: en.wordsTooLong }),
    processors: longText({ optional: true, max: 1000, tooLong: en.wordsTooLong }),
    version: hidden({ missing: en.missingVersion }),
  },
  value => [
    ...(value.model === 'lead-body' && value.leadBody === null
      ? [{ field: 'leadBody' as const, message: en.missingLeadBody }]
      : []),
    ...(value.model === 'subcontracting' && value.contractors === null
      ? [{ field: 'contractors' as const, message: en.missingContractors }]
      : []),
  ],
)

export function filledWithPartnership(p: Partnership) {
  return partnershipForm.fill({ ...p, version: String(p.version) })
}

export const areaForm = form({ name: text({ missing: en.missingAreaName, max: 120, tooLong: en.areaNameTooLong }) })
export const areaPartForm = form({ part: text({ missing: en.missingPart, max: 60, tooLong: en.missingPart }) })
