/** Data quality by partner: counted of what the reader may know, with examples of the partner's own rows. */
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, type Day, toDay } from '#ground/day.ts'
import type { OrganisationId, PersonId } from '#ground/ids.ts'
import { setBarrier } from '#rooms/access/index.ts'
import { addIdentifier } from '#rooms/people/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { eventsOf, openTestHouse, type TestColleague, type TestPartnership, withoutTokens } from '#test/house.ts'
import { csv, openLists, upn } from '#test/lists.ts'
import { type Counted, measuresOf, rhythmOf, shareOf, worstFirst } from './rules.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const lists = await openLists(test, house)

let partnership: TestPartnership
let officer: TestColleague
let school: OrganisationId
let college: OrganisationId

const SCHOOL = 'UPN,Surname,Forename,DOB,Postcode'
const COLLEGE = 'ULN,Surname,Forename,DOB,Postcode,Objection'

beforeAll(async () => {
  partnership = await house.partnership()
  officer = await partnership.colleague('data-officer', 'Owen Testcase')
  school = await lists.partner(partnership, 'school')
  college = await lists.partner(partnership, 'college')
  await lists.take(
    officer,
    school,
    csv(
      SCHOOL,
      `${upn(1)},Fullsample,Ada,01/03/2010,HX1 1AA`,
      `${upn(2)},Noplacesample,Bo,02/03/2010,`,
      `,=Sumsample,Cy,03/03/2010,HX1 1AB`,
      `,Nothingsample,Di,04/03/2010,`,
      `Z123456789012,Badnumbersample,Ed,05/03/2010,HX1 1AC`,
      `,Badplacesample,Flo,06/03/2010,nowhere at all`,
    ),
  )
  await lists.take(
    officer,
    college,
    csv(COLLEGE, ',Objectsample,Gil,07/03/2008,HX2 2AA,Y', ',Plainsample,Hal,08/03/2008,HX2 2AB,N'),
  )
})

async function personOf(family: string): Promise<PersonId> {
  const rows = await test.owner.selectFrom('person_name').select('person_id').where('family', '=', family).execute()
  return rows[0]?.person_id as PersonId
}

/** The cells of a measure on a partner's page: how many, and the share. */
async function measure(of: OrganisationId, words: string): Promise<string | undefined> {
  const { body } = await officer.get(`/matching/quality/${of}`)
  return new RegExp(`<th scope="row">${words}</th><td[^>]*>([^<]*)</td>`).exec(body)?.[1]
}

describe('The quality of lists', () => {
  it('counts for each partner what is missing, with its share of the young people on its lists', async () => {
    expect(await measure(school, 'Without a postcode')).toBe('2 (50%)')
    expect(await measure(school, 'Without a UPN')).toBe('2 (50%)')
    expect(await measure(school, 'Without a ULN')).toBeUndefined()
    expect(await measure(college, 'Without a UPN')).toBeUndefined()
  })

  it('asks nothing more of somebody under objection, and counts objections as no fault', async () => {
    expect(await measure(college, 'Without a ULN')).toBe('1 (100%)')
    expect(await measure(college, 'Objections')).toBe('1 (50%)')
    const { body } = await officer.get(`/matching/quality/${college}`)
    expect(body.indexOf('>Objections<')).toBeGreaterThan(body.indexOf('>Rows that were questions<'))
  })

  it('counts rows to mend by column, and numbers that cannot be right, of the last list', async () => {
    expect(await measure(school, 'Rows to mend')).toBe('2 (33%)')
    expect(await measure(school, 'Numbers that cannot be right')).toBe('1 (17%)')
    const { body } = await officer.get(`/matching/quality/${school}`)
    expect(body).toContain('This cannot be a postcode.')
    expect(body, 'a value may tell where somebody lives').not.toContain('nowhere at all')
    expect(body).toMatch(/<a class="govuk-link" href="\/lists\/[0-9a-f-]+">list\.csv<\/a> \(6 rows\)/)
  })

  it('shows examples of the partner’s own rows, whom it was about is on record, and nothing of another’s', async () => {
    const answer = await officer.get(`/matching/quality/${school}`)
    expect(answer.body).toContain('Di Nothingsample')
    for (const theirs of ['Objectsample', 'Plainsample']) expect(answer.body).not.toContain(theirs)
    const [event] = await eventsOf(test, { requestId: answer.requestId })
    expect(event).toMatchObject({ action: 'quality.partner-viewed', target_id: school })
    expect(event?.person_ids).toContain(await personOf('Nothingsample'))
    expect(event?.person_ids).not.toContain(await personOf('Fullsample'))
  })

  it('goes out as files that no spreadsheet runs', async () => {
    const all = await officer.get('/matching/quality.csv')
    expect(all.headers['content-type']).toContain('text/csv')
    expect(all.body).toContain('Without a postcode,2,4,50')
    const own = await officer.get(`/matching/quality/${school}/rows.csv`)
    expect(own.body).toContain(`"'=Sumsample, Cy"`)
    expect(own.body).not.toMatch(/(^|,|")=Sum/m)
    expect(own.body).not.toContain('Objectsample')
  })

  it('is there for a data officer alone, and a partner without lists reads like none', async () => {
    const manager = await partnership.colleague('manager')
    const nothing = withoutTokens(await manager.get('/nowhere'))
    for (const path of ['/matching/quality', '/matching/quality.csv', `/matching/quality/${school}`])
      expect(withoutTokens(await manager.get(path))).toBe(nothing)
    const silent = await lists.partner(partnership, 'employer')
    expect(withoutTokens(await officer.get(`/matching/quality/${silent}`))).toBe(
      withoutTokens(await officer.get('/nowhere')),
    )
    const empty = await (await house.partnership()).colleague('data-officer')
    expect((await empty.get('/matching/quality')).body).toContain('No lists have gone in yet')
    expect((await empty.get(`/matching/quality/${school}`)).status).toBe(404)
  })
})

describe('Numbers that conflict', () => {
  it('are said with their kind and who said the other, on the page of each who said one', async () => {
    const [ada, cy] = [await personOf('Fullsample'), await personOf('=Sumsample')]
    const from = (organisationId: OrganisationId | null) =>
      ({
        kind: organisationId === null ? 'staff' : 'partner-list',
        organisationId,
        saidOn: house.clock.today(),
      }) as const
    await house.command(partnership.id, tx => addIdentifier(tx, ada, { kind: 'upn', value: upn(77) }, from(college)))
    await house.command(partnership.id, tx => addIdentifier(tx, cy, { kind: 'upn', value: upn(1) }, from(null)))
    expect(await measure(school, 'Two numbers of one kind')).toBe('1 (25%)')
    expect(await measure(school, 'A number two people have')).toBe('1 (25%)')
    const { body } = await officer.get(`/matching/quality/${school}`)
    expect(body).toMatch(/UPN; the other was said by Example college \d+/)
    expect(body).toContain('UPN; the other was said by staff or the young person')
    for (const number of [upn(1), upn(77)]) expect(body, 'no number is shown').not.toContain(number)
  })
})

describe('Somebody a reader may not know', () => {
  it('is in no count, no example and no file: the pages read as if their rows were not there', async () => {
    const paths = [
      '/matching/quality',
      '/matching/quality.csv',
      `/matching/quality/${school}`,
      `/matching/quality/${school}/rows.csv`,
    ]
    const hidden = ['Noplacesample', 'Nothingsample', '=Sumsample']
    for (const family of hidden) {
      const id = await personOf(family)
      await house.command(partnership.id, tx => setBarrier(tx, id, { holderId: null, reason: 'a test' }))
    }
    expect(await measure(school, 'Without a postcode')).toBe('0')
    expect(await measure(school, 'Without a UPN')).toBe('0')
    expect(await measure(school, 'A number two people have'), 'the other is not there').toBe('0')
    expect((await officer.get(`/matching/quality/${school}`)).body).toContain('1 young person')
    for (const path of paths) {
      const answer = await officer.get(path)
      for (const family of hidden) expect(answer.body, path).not.toContain(family)
      for (const event of await eventsOf(test, { requestId: answer.requestId }))
        expect(event.person_ids, path).not.toContain(await personOf('Nothingsample'))
    }
  })
})

describe('The rhythm of a partner', () => {
  const days = (...gaps: number[]) =>
    gaps.reduce<Day[]>((all, gap) => [...all, addDays(all.at(-1) as Day, gap)], [toDay('2026-01-05')])
  it.each([
    ['nothing is usual with two lists', days(30), '2027-01-01', null, false],
    ['two lists of a day are one', days(0, 30), '2027-01-01', null, false],
    ['the middle gap counts, not the longest', days(30, 31, 90), '2026-06-05', 31, false],
    ['not late at half as long again', days(30, 30), '2026-04-20', 30, false],
    ['late a day after', days(30, 30), '2026-04-21', 30, true],
    ['a daily list is late after four days', days(1, 1, 1), '2026-01-13', 1, true],
    ['and not before', days(1, 1, 1), '2026-01-12', 1, false],
    ['only the last six gaps tell', days(90, 90, 90, 7, 7, 7, 7, 7, 7), '2026-12-31', 7, true],
  ] as const)('%s', (_, known, today, usualDays, isLate) => {
    expect(rhythmOf(known.toReversed(), toDay(today))).toMatchObject({ usualDays, isLate })
  })
  it('is not known of somebody who never sent one', () => {
    expect(rhythmOf([], toDay('2026-01-01'))).toBeUndefined()
  })
})

describe('The measures', () => {
  const counted: Counted = {
    kind: 'college',
    people: 10,
    unobjected: 8,
    noPostcode: 1,
    noUpn: 8,
    noUln: 4,
    objections: 9,
    sharedNumbers: 0,
    twoNumbers: 0,
    rows: 0,
    toMend: 0,
    badNumbers: 0,
    questions: 0,
  }
  it('stand with the worst first, and objections, which are a right, last', () => {
    const names = worstFirst(measuresOf(counted)).map(m => m.name)
    expect(names.slice(0, 2)).toEqual(['no-uln', 'no-postcode'])
    expect(names.at(-1)).toBe('objections')
  })
  it('are a share of nothing where there is nothing', () => {
    expect(shareOf({ count: 0, of: 0 })).toBe(0)
  })
  it.each([
    ['school', 'no-upn'],
    ['training-provider', 'no-uln'],
  ] as const)('of a %s ask for the number it knows: %s', (kind, name) => {
    const asked = measuresOf({ ...counted, kind }).map(m => m.name)
    expect(asked.filter(m => m === 'no-upn' || m === 'no-uln')).toEqual([name])
  })
  it('of others ask for neither', () => {
    expect(measuresOf({ ...counted, kind: 'youth-offending-team' }).map(m => m.name)).not.toEqual(
      expect.arrayContaining(['no-uln']),
    )
  })
})
