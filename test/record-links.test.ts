/** Nobody hunts for a page: what a role can open about a young person is linked from their record, and nothing that it cannot. */
import { beforeAll, describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import {
  ADVISER_CLASSES,
  DATA_OFFICER_CLASSES,
  FRONT_DESK_CLASSES,
  OWN_ROLL_CLASSES,
  openGrant,
  type RecordClass,
  SAFEGUARDING_CLASSES,
  TRACKING_CLASSES,
} from '#rooms/access/index.ts'
import { ROLES, type Role, roleMay } from '#rooms/identity/index.ts'
import { setActivity } from '#rooms/tracking/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { openTestHouse, type TestPartnership } from '#test/house.ts'
import { addPerson } from '#test/people.ts'
import { registerLines } from '#test/register.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const pages = registerLines()
  .filter(line => line.method === 'GET' && line.path.startsWith('/people/:personId'))
  .map(line => line.path)

const CLASSES: Partial<Readonly<Record<Role, readonly RecordClass[]>>> = {
  'data-officer': DATA_OFFICER_CLASSES,
  'tracking-officer': TRACKING_CLASSES,
  'front-desk': FRONT_DESK_CLASSES,
  'partner-practitioner': OWN_ROLL_CLASSES,
  'safeguarding-lead': SAFEGUARDING_CLASSES,
  'safeguarding-deputy': SAFEGUARDING_CLASSES,
}

let partnership: TestPartnership
let personId: PersonId
beforeAll(async () => {
  partnership = await house.partnership()
  personId = await addPerson(house, partnership, { given: 'Amira', family: 'Example' })
  // Without an activity there is nothing to confirm, and no way to it.
  const activity = { code: '430', organisationId: null, detail: '', startedOn: toDay('2026-09-01') }
  const source = { kind: 'staff', organisationId: null, saidOn: toDay('2026-09-01') } as const
  await house.command(partnership.id, tx =>
    setActivity(tx, personId, { ...activity, verifiedOn: toDay('2026-09-01') }, source),
  )
})

it('there are pages about a young person to link to', () => {
  expect(pages.length).toBeGreaterThan(10)
})

describe.each(ROLES.filter(role => roleMay(role, 'person.open')))('As a %s', role => {
  it('every page about a young person that opens is linked from their record, and every link opens', async () => {
    const me = await partnership.colleague(role)
    await house.command(partnership.id, tx =>
      openGrant(tx, {
        scope: { kind: 'person', personId },
        holderId: me.accountId,
        classes: CLASSES[role] ?? ADVISER_CLASSES,
        basis: 'public-task',
        source: 'lead-adviser',
      }),
    )
    const record = await me.get(`/people/${personId}`)
    expect(record.status).toBe(200)
    const linked = new Set<string>()
    // What a plan leads to is linked from the plan, a new letter from the letters, what a tool said from the list of that, and a new pathway from the pathways.
    const parts = [
      'details',
      'applications',
      'plan',
      'letters',
      'school-data',
      'capacity',
      'confidentiality',
      'transfers',
      'other-tools',
      'plan/dates',
      'pathways',
      'ehc-plan',
      'care',
    ].map(part => `/people/${personId}/${part}`)
    for (const { body } of [record, ...(await Promise.all(parts.map(part => me.get(part))))])
      for (const [, href = ''] of body.matchAll(/href="(\/people\/[^"?]+)/g)) linked.add(href)
    // A row of its own has pages of its own.
    for (const href of linked) if (href.includes('/misfiled/')) linked.delete(href)
    const opens: string[] = []
    for (const path of pages) {
      const address = path.replace(':personId', personId)
      if ((await me.get(address)).status === 200) opens.push(address)
    }
    const sorted = (paths: Iterable<string>) => [...paths].toSorted((a, b) => a.localeCompare(b))
    expect(sorted(linked)).toEqual(sorted(opens))
  })
})
