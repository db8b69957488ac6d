/** Every way somebody can stand to a young person's record, and whether a row of one class is theirs to see then. */
import { CLASS_BITS } from '#rooms/access/index.ts'

/** Ids and moments a relation is written with. `AT` is the moment of asking. */
export type Standing = {
  readonly partnership: string
  readonly elsewhere: string
  readonly person: string
  readonly otherPerson: string
  readonly group: string
  readonly account: string
  readonly organisation: string
  readonly someoneElse: string
  /** The class of the row asked about, and every other one. */
  readonly bit: number
  readonly others: number
}

export type Relation = {
  readonly name: string
  /** Statements that make it so, as the owner. */
  readonly given: (s: Standing) => readonly string[]
  readonly sees: boolean | ((bit: number) => boolean)
  /** Acting in the other partnership; otherwise in the record's own. */
  readonly actsElsewhere?: true
}

export const AT = '2026-11-23T09:52:00.000Z'
const BEFORE = '2026-11-01T00:00:00.000Z'
const JUST_BEFORE = '2026-11-23T09:51:59.999Z'
const JUST_AFTER = '2026-11-23T09:52:00.001Z'
/** The day of asking in Europe/London. */
const DAY_START = '2026-11-23T00:00:00.000Z'
const DAY_END = '2026-11-24T00:00:00.000Z'
const ALL = Object.values(CLASS_BITS).reduce((sum, bit) => sum | bit, 0)
const RESTRICTED = CLASS_BITS.restricted

/** Every class but one. */
export function otherClasses(bit: number): number {
  return ALL & ~bit
}

type Times = { from?: string; until?: string; source?: string }

/** Sources of a posting: how each is written, while it is in force, before and after, and before a barrier. */
const POSTINGS: readonly {
  readonly name: string
  readonly opens: (s: Standing, times: Times) => readonly string[]
}[] = [
  {
    name: 'a deployment to where they learn',
    opens: (s, times) => [group(s, s.account, s.bit, { ...times, source: 'deployment' }), member(s)],
  },
  {
    name: 'a tracking list they are on',
    opens: (s, times) => [group(s, s.account, s.bit, { ...times, source: 'tracking-list' }), member(s)],
  },
  {
    name: 'cover for their lead adviser',
    // A caseload is a group under the lead's own account id.
    opens: (s, times) => {
      const caseload = { ...s, group: s.someoneElse }
      return [group(caseload, s.account, s.bit, { ...times, source: 'cover' }), member(caseload)]
    },
  },
  {
    name: 'a day on the duty desk',
    opens: (s, times) => [partnership(s, s.account, s.bit, { until: DAY_END, ...times, source: 'duty-desk' })],
  },
]

function postings(): Relation[] {
  return POSTINGS.flatMap(({ name, opens }): Relation[] => [
    { name: `${name}, in force`, given: s => opens(s, { from: DAY_START }), sees: true },
    { name: `${name}, not begun`, given: s => opens(s, { from: JUST_AFTER, until: DAY_END }), sees: false },
    { name: `${name}, over`, given: s => opens(s, { from: DAY_START, until: AT }), sees: false },
    {
      name: `${name}, ended before it began`,
      given: s => opens(s, { from: JUST_AFTER, until: JUST_AFTER }),
      sees: false,
    },
    { name: `${name}, and the record restricted`, given: s => [...opens(s, {}), restricted(s)], sees: false },
    { name: `${name}, and shut out of the record`, given: s => [...opens(s, {}), shutOut(s, s.account)], sees: false },
  ])
}

export const RELATIONS: readonly Relation[] = [
  { name: 'nobody to them', given: () => [], sees: false },
  { name: 'a grant on the person with the class', given: s => [person(s, s.account, s.bit)], sees: true },
  { name: 'a grant on the person with every other class', given: s => [person(s, s.account, s.others)], sees: false },
  {
    name: 'a grant on the person held by their organisation',
    given: s => [person(s, s.organisation, s.bit)],
    sees: true,
  },
  { name: 'a grant on the person held by somebody else', given: s => [person(s, s.someoneElse, s.bit)], sees: false },
  {
    name: 'a grant on another person',
    given: s => [person({ ...s, person: s.otherPerson }, s.account, ALL)],
    sees: false,
  },
  { name: 'a grant that ended before', given: s => [person(s, s.account, s.bit, { until: JUST_BEFORE })], sees: false },
  { name: 'a grant that ends at this moment', given: s => [person(s, s.account, s.bit, { until: AT })], sees: false },
  {
    name: 'a grant that ends a moment later',
    given: s => [person(s, s.account, s.bit, { until: JUST_AFTER })],
    sees: true,
  },
  { name: 'a grant that begins at this moment', given: s => [person(s, s.account, s.bit, { from: AT })], sees: true },
  {
    name: 'a grant that begins a moment later',
    given: s => [person(s, s.account, s.bit, { from: JUST_AFTER })],
    sees: false,
  },
  {
    name: 'two grants, one ended and one live',
    given: s => [person(s, s.account, s.bit, { until: JUST_BEFORE }), person(s, s.account, s.bit)],
    sees: true,
  },
  { name: 'a grant on a group they are in', given: s => [group(s, s.account, s.bit), member(s)], sees: true },
  {
    name: 'a grant on a group they are in, held by their organisation',
    given: s => [group(s, s.organisation, s.bit), member(s)],
    sees: true,
  },
  { name: 'a grant on a group they are not in', given: s => [group(s, s.account, s.bit)], sees: false },
  {
    name: 'a grant of other classes on a group they are in',
    given: s => [group(s, s.account, s.others), member(s)],
    sees: false,
  },
  {
    name: 'a grant on a group they left',
    given: s => [group(s, s.account, s.bit), member(s, { until: AT })],
    sees: false,
  },
  {
    name: 'a grant on a group they join later',
    given: s => [group(s, s.account, s.bit), member(s, { from: JUST_AFTER })],
    sees: false,
  },
  {
    name: 'an ended grant on a group they are in',
    given: s => [group(s, s.account, s.bit, { until: AT }), member(s)],
    sees: false,
  },
  {
    name: 'a group they are in, held by somebody else',
    given: s => [group(s, s.someoneElse, s.bit), member(s)],
    sees: false,
  },
  { name: 'a grant on the partnership with the class', given: s => [partnership(s, s.account, s.bit)], sees: true },
  {
    name: 'a grant on the partnership held by their organisation',
    given: s => [partnership(s, s.organisation, s.bit)],
    sees: true,
  },
  {
    name: 'a grant on the partnership with every other class',
    given: s => [partnership(s, s.account, s.others)],
    sees: false,
  },
  {
    name: 'a grant on the partnership that ended',
    given: s => [partnership(s, s.account, s.bit, { until: AT })],
    sees: false,
  },
  {
    name: 'a grant on the partnership that begins later',
    given: s => [partnership(s, s.account, s.bit, { from: JUST_AFTER })],
    sees: false,
  },
  {
    name: 'a grant on the whole of another partnership, acting there',
    given: s => [partnership({ ...s, partnership: s.elsewhere }, s.account, ALL)],
    sees: false,
    actsElsewhere: true,
  },
  {
    name: 'a grant on the person, acting in another partnership',
    given: s => [person(s, s.account, ALL)],
    sees: false,
    actsElsewhere: true,
  },
  {
    name: 'a grant on the person filed in another partnership',
    given: s => [person({ ...s, partnership: s.elsewhere }, s.account, ALL)],
    sees: false,
  },
  {
    name: 'a grant on a restricted record without the restricted class',
    given: s => [person(s, s.account, s.bit), restricted(s)],
    sees: bit => bit === RESTRICTED,
  },
  {
    name: 'named on a restricted record',
    given: s => [person(s, s.account, s.bit), person(s, s.account, RESTRICTED), restricted(s)],
    sees: true,
  },
  {
    name: 'named on a restricted record by their organisation',
    given: s => [person(s, s.account, s.bit), person(s, s.organisation, RESTRICTED), restricted(s)],
    sees: true,
  },
  {
    name: 'no longer named on a restricted record',
    given: s => [partnership(s, s.account, s.bit), person(s, s.account, RESTRICTED, { until: AT }), restricted(s)],
    sees: false,
  },
  {
    name: 'a restricted record where somebody else is named',
    given: s => [partnership(s, s.account, s.bit), person(s, s.someoneElse, RESTRICTED), restricted(s)],
    sees: false,
  },
  {
    name: 'a grant of everything on the partnership, before a restricted record',
    given: s => [partnership(s, s.account, ALL), restricted(s)],
    sees: false,
  },
  {
    name: 'a grant of everything on a group, before a restricted record',
    given: s => [group(s, s.account, ALL), member(s), restricted(s)],
    sees: false,
  },
  {
    name: 'a grant on a record whose address is protected: that is for the class of its rows',
    given: s => [person(s, s.account, s.bit), barrier(s, `'whereabouts', '${s.person}', null`)],
    sees: true,
  },
  {
    name: 'a grant on a record whose restriction was lifted',
    given: s => [person(s, s.account, s.bit), restricted(s, { until: AT })],
    sees: true,
  },
  {
    name: 'a grant on a record that is restricted from later',
    given: s => [person(s, s.account, s.bit), restricted(s, { from: JUST_AFTER })],
    sees: true,
  },
  {
    name: 'shut out of a record they have',
    given: s => [person(s, s.account, ALL), shutOut(s, s.account)],
    sees: false,
  },
  {
    name: 'their organisation shut out',
    given: s => [person(s, s.account, ALL), shutOut(s, s.organisation)],
    sees: false,
  },
  {
    name: 'shut out, whatever the partnership grants',
    given: s => [partnership(s, s.account, ALL), shutOut(s, s.account)],
    sees: false,
  },
  { name: 'somebody else shut out', given: s => [person(s, s.account, s.bit), shutOut(s, s.someoneElse)], sees: true },
  {
    name: 'no longer shut out',
    given: s => [person(s, s.account, s.bit), shutOut(s, s.account, { until: AT })],
    sees: true,
  },
  ...postings(),
  {
    name: 'a deployment to where they learned until now',
    given: s => [group(s, s.account, s.bit, { source: 'deployment' }), member(s, { until: AT })],
    sees: false,
  },
  {
    name: 'cover for somebody who led for them until now',
    given: s => {
      const caseload = { ...s, group: s.someoneElse }
      return [group(caseload, s.account, s.bit, { source: 'cover' }), member(caseload, { until: AT })]
    },
    sees: false,
  },
]

function person(s: Standing, holder: string, classes: number, times?: Times): string {
  return grant(s, `'person', '${s.person}', null`, holder, classes, times)
}

function group(s: Standing, holder: string, classes: number, times?: Times): string {
  return grant(s, `'group', null, '${s.group}'`, holder, classes, times)
}

function partnership(s: Standing, holder: string, classes: number, times?: Times): string {
  return grant(s, `'partnership', null, null`, holder, classes, times)
}

function grant(s: Standing, scope: string, holder: string, classes: number, times: Times = {}): string {
  return `insert into app.access_grant (partnership_id, id, scope, person_id, group_id, holder_id, classes, basis, source, started_at, ended_at)
    values ('${s.partnership}', gen_random_uuid(), ${scope}, '${holder}', ${classes}, 'public-task', '${times.source ?? 'role'}', ${period(times)})`
}

function member(s: Standing, times?: Times): string {
  return `insert into app.access_member (partnership_id, id, group_id, person_id, started_at, ended_at)
    values ('${s.partnership}', gen_random_uuid(), '${s.group}', '${s.person}', ${period(times)})`
}

function restricted(s: Standing, times?: Times): string {
  return barrier(s, `'restricted', '${s.person}', null`, times)
}

function shutOut(s: Standing, holder: string, times?: Times): string {
  return barrier(s, `'shut-out', '${s.person}', '${holder}'`, times)
}

function barrier(s: Standing, what: string, times?: Times): string {
  return `insert into app.access_barrier (partnership_id, id, kind, person_id, holder_id, reason, started_at, ended_at)
    values ('${s.partnership}', gen_random_uuid(), ${what}, 'a test', ${period(times)})`
}

function period({ from = BEFORE, until }: Times = {}): string {
  return `'${from}', ${until === undefined ? 'null' : `'${until}'`}`
}
