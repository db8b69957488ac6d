/** Lists of the national return about a young person and what they do. Source and certainty: docs/rules/returns.md */
import { ACTIVITY_CODES } from '../codes.ts'
import { DESTINATION_CODES, GUARANTEE_CODES } from '../offers/codes.ts'
import { type Listed, listed } from './listed.ts'

/** YP10. Those but P and G are cohort leavers: sent once, in the month they leave. */
export const COHORT_STATUSES: readonly Listed[] = listed(`
P Primary cohort
G No longer in the primary cohort but covered by the September Guarantee
A Age reached, active record no longer needed
L Aged over the compulsory range and the plan has ceased
T Transferred to another local authority
E Left England
M Duplicate
D Deceased`)

/** Statuses of a cohort leaver. */
export const LEAVER_STATUSES: ReadonlySet<string> = new Set(['A', 'L', 'T', 'E', 'M', 'D'])

/** YP07. The fourth code was N in 2015-16 and W in 2019-20; when it changed is not known, so both are good between. */
export const GENDERS: readonly Listed[] = [
  ...listed(`
F Female
M Male
U Not known`),
  ...listed('N Withheld', { last: 2018, sure: 'likely' }),
  ...listed('W Withheld', { first: 2016, sure: 'likely' }),
]

/** YP27. */
export const ETHNICITIES: readonly Listed[] = [
  ...listed(`
WBRI White British
WIRI White Irish
WROM Gypsy / Roma
WOTH Any other white background
MWBC White and Black Caribbean
MWBA White and Black African
MWAS White and Asian
MOTH Any other mixed background
AIND Indian
APKN Pakistani
ABAN Bangladeshi
AOTH Any other Asian background
CHNE Chinese
BCRB Caribbean
BAFR African
BOTH Any other Black background
OARA Other ethnic group: Arab
OOTH Any other ethnic group
REFU Refused
NOBT Information not obtained`),
  ...listed('BBRI Black British', { first: 2020 }),
]

/** IC01. 200 was there by 2019-20 and 210 by 2025; since when is not known. */
export const CHARACTERISTICS: readonly Listed[] = [
  ...listed(`
110 Looked after / in care
120 Parent: caring for own child
130 Refugee or asylum seeker
140 Carer: not own child
150 Substance misuse
160 Care leaver
170 Supervised by a youth offending team
180 Pregnant
190 Parent: not caring for own child`),
  ...listed('200 Alternative provision', { first: 2016, sure: 'likely' }),
  ...listed('210 Mental health', { first: 2021, sure: 'likely' }),
]

/** CA13: the values are certain, the labels likely. */
export const LEVELS_OF_NEED: readonly Listed[] = listed(`
1 Intensive
2 Extra
3 Minimum`)

export const YES_NO: readonly Listed[] = listed(`
Y Yes
N No`)

/** CA01: the codes of tracking, and the one that ended in March 2018. */
export const ACTIVITIES: readonly Listed[] = [
  ...[...ACTIVITY_CODES.values()].map(
    ({ code, label }): Listed => ({ code, label, first: null, last: null, sure: 'certain' }),
  ),
  ...listed('720 Refugees and asylum seekers', { last: 2017 }),
]

/** Of compulsory age: to the end of Year 11. */
export function isCompulsoryCode(code: string): boolean {
  return ACTIVITY_CODES.get(code)?.group === 'compulsory'
}

/** SG02 and SG11: the codes of the guarantee. */
export const GUARANTEE_STATUSES: readonly Listed[] = GUARANTEE_CODES.map(
  ({ code, label }): Listed => ({ code, label, first: null, last: null, sure: 'certain' }),
)

/** Guarantee statuses that only somebody of the Year 12 cohort can have. */
export const YEAR_12_STATUSES: ReadonlySet<string> = new Set(
  GUARANTEE_CODES.filter(one => one.year12Only).map(one => one.code),
)

/** ID01: the codes of intended destinations. Those that were before ended before the first profile (about 2015). */
export const DESTINATIONS: readonly Listed[] = DESTINATION_CODES.map(
  ({ code, label, to }): Listed => ({ code, label, first: null, last: to, sure: to === null ? 'certain' : 'likely' }),
)
