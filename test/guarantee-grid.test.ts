/** The September Guarantee by school over HTTP: who is there, several set in one save, rows of a school, and whom nobody may know. */
import { beforeAll, describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import { newId, type OrganisationId, type PersonId, type RowId } from '#ground/ids.ts'
import { DATA_OFFICER_CLASSES, setBarrier } from '#rooms/access/index.ts'
import { addOrganisation } from '#rooms/directory/index.ts'
import { addIdentifier, insertEnrolments } from '#rooms/people/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { eventsOf, openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { addPerson, letSee } from '#test/people.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let owen: TestColleague
let leader: TestColleague
let dana: TestColleague
let school: OrganisationId

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ owen, leader, dana } = await staffOf(partnership, 'owen', 'leader', 'dana'))
  school = await place('Made-up High')
})

function place(name: string): Promise<OrganisationId> {
  return house.command(partnership.id, tx => addOrganisation(tx, { name, kind: 'school' }))
}

let made = 0
type Wanted = { given?: string; born?: string; at?: OrganisationId; from?: string; until?: string }
/** Somebody at a school, in Year 11 of the guarantee of 2027 where nothing else is said. */
async function pupil(wanted: Wanted = {}): Promise<{ id: PersonId; family: string; given: string }> {
  const { given = 'Ade', born = '2011-03-04', at = school, from = '2025-09-01', until } = wanted
  const family = `Gsample${(made += 1)}`
  const id = await addPerson(house, partnership, { given, family, born })
  await house.command(partnership.id, async tx => {
    const row = { id: newId<'row'>(tx.acting.at), personId: id, organisationId: at, classBit: 4 }
    const when = { startedOn: toDay(from), finishedOn: until === undefined ? null : toDay(until) }
    await insertEnrolments(tx, [{ ...row, ...when, yearGroup: null, course: '', leftReason: '' }], {
      ...{ kind: 'staff', organisationId: null, saidOn: tx.acting.today },
    })
  })
  house.clock.advance(1000)
  return { id, family, given }
}

const grid = async (by: TestColleague, more = '') => (await by.get(`/guarantee?place=${school}&year=2027${more}`)).body
const SAID = { by: 'provider', ...dayFields('on', [2026, 11, 20]) }
async function send(by: TestColleague, path: string, fields: Record<string, string | string[]>) {
  house.clock.advance(1000)
  const answer = await by.post(path, fields)
  house.clock.advance(1000)
  return answer
}
const latest = async (id: PersonId, table: 'guarantee_status' | 'intended_destination' = 'guarantee_status') =>
  (
    await test.owner
      .selectFrom(table)
      .select(['code', 'said_by', 'id'])
      .where('person_id', '=', id)
      .orderBy('recorded_at', 'desc')
      .execute()
  )[0]
const WANTED = { year: '2027', group: '11', show: 'every', page: '1' }
/** What a browser sends of the rows of a page: the code chosen, and what stood there. */
function chosen(id: PersonId, code: string, was = '|159', item = 'guarantee'): Record<string, string> {
  return { [`${item}:${id}`]: code, [`was:${item}:${id}`]: was }
}

describe('The guarantee by school', () => {
  it('has who is there, of the year group, and counts them by head', async () => {
    const here = await pupil()
    const older = await pupil({ born: '2010-02-01' })
    const elsewhere = await pupil({ at: await place('Another High') })
    const gone = await pupil({ until: '2026-09-01' })
    const body = await grid(owen)
    expect(body).toContain(here.family)
    for (const one of [older, elsewhere, gone]) expect(body).not.toContain(one.family)
    expect(await grid(owen, '&group=12')).toContain(older.family)
    expect((await owen.get('/guarantee?year=2027')).body).toContain(elsewhere.family)
    expect(body).toMatch(/Not recorded<\/th><td[^>]*>\d+<\/td><td[^>]*>100\.0 %/)
    // The guarantee before: they were there on 30 June.
    const leaver = await pupil({ born: '2010-03-04', until: '2026-09-01' })
    expect((await owen.get(`/guarantee?place=${school}&year=2026`)).body).toContain(leaver.family)
  })

  it('keeps several changes in one save, and says how many', async () => {
    const [one, two, three] = [await pupil(), await pupil(), await pupil()]
    const answer = await send(owen, '/guarantee', {
      ...{ ...WANTED, ...SAID, place: school },
      ...chosen(one.id, '110'),
      ...chosen(one.id, '111', '|', 'destination'),
      ...chosen(two.id, '151'),
      ...chosen(three.id, '159'),
    })
    expect(answer.status, summaryOf(answer.body).join()).toBe(303)
    expect(answer.to).toContain('saved=3')
    expect((await owen.get(answer.to ?? '')).body).toContain('3 changes saved.')
    expect([(await latest(one.id))?.code, (await latest(one.id, 'intended_destination'))?.code]).toEqual(['110', '111'])
    expect([(await latest(two.id))?.said_by, await latest(three.id)]).toEqual(['provider', undefined])
    expect(await grid(owen, '&show=none')).toContain(two.family)
    expect(await grid(owen, '&show=none')).not.toContain(one.family)
    expect((await eventsOf(test, { partnershipId: partnership.id })).map(event => event.action)).toContain(
      'guarantee.set',
    )
  })

  it('where a colleague was first saves nothing, shows what they set and keeps what was chosen', async () => {
    const [one, two] = [await pupil(), await pupil()]
    const both = { ...WANTED, ...SAID, place: school, show: 'not-recorded' }
    await send(owen, '/guarantee', { ...both, ...chosen(one.id, '110') })
    const late = await send(owen, '/guarantee', { ...both, ...chosen(one.id, '150'), ...chosen(two.id, '140') })
    expect([late.status, summaryOf(late.body)[0]]).toEqual([409, expect.stringContaining('nothing is saved yet')])
    expect(late.body).toContain('A colleague set: 110 Offer made')
    for (const code of ['150', '140']) expect(late.body).toMatch(new RegExp(`<option value="${code}" selected`))
    expect([(await latest(one.id))?.code, await latest(two.id)]).toEqual(['110', undefined])
    const row = await latest(one.id)
    const again = { ...both, ...chosen(one.id, '150', `${row?.id}|110`), ...chosen(two.id, '140') }
    expect((await send(owen, '/guarantee', again)).status).toBe(303)
    expect([(await latest(one.id))?.code, (await latest(two.id))?.code]).toEqual(['150', '140'])
  })

  it('leaves alone what a colleague changed and this page did not', async () => {
    const [one, two] = [await pupil(), await pupil()]
    const both = { ...WANTED, ...SAID, place: school }
    await send(owen, '/guarantee', { ...both, ...chosen(one.id, '110') })
    const answer = await send(owen, '/guarantee', { ...both, ...chosen(one.id, '159'), ...chosen(two.id, '140') })
    expect(answer.status).toBe(303)
    expect((await latest(one.id))?.code).toBe('110')
  })

  it('says at the field what is wrong, and keeps what was chosen', async () => {
    const one = await pupil()
    const fields = { ...WANTED, place: school, ...dayFields('on', [2026, 12, 24]), ...chosen(one.id, '122') }
    const empty = await send(owen, '/guarantee', fields)
    expect([empty.status, summaryOf(empty.body)[0]]).toEqual([422, expect.stringContaining('#by')])
    expect(empty.body).toMatch(/<option value="122" selected/)
    const ahead = await send(owen, '/guarantee', { ...fields, by: 'provider' })
    expect(summaryOf(ahead.body)[0]).toContain('today or earlier')
  })
})

describe('Whom nobody may know', () => {
  it('is on no page, and cannot be set by their id (K4, K8)', async () => {
    const { id, family } = await pupil()
    await house.command(partnership.id, tx => setBarrier(tx, id, { holderId: null, reason: 'A test' }))
    house.clock.advance(1000)
    expect(await grid(owen)).not.toContain(family)
    const set = { ...WANTED, ...SAID, place: school, ...chosen(id, '110') }
    expect((await send(owen, '/guarantee', set)).to).toContain('saved=0')
    expect(await latest(id)).toBeUndefined()
    // Also for whoever may see the record itself: no restricted record is on a list.
    await letSee(house, partnership, { id, by: owen, classes: [...DATA_OFFICER_CLASSES, 'restricted'] })
    expect((await owen.get(`/people/${id}`)).status).toBe(200)
    expect(await grid(owen)).not.toContain(family)
  })

  it('of a team leader is whoever is of no team of theirs', async () => {
    const mine = await pupil()
    const other = await pupil()
    await letSee(house, partnership, { id: mine.id, by: leader, classes: DATA_OFFICER_CLASSES })
    for (const path of [`/guarantee?place=${school}&year=2027`, '/guarantee?year=2027']) {
      const { body } = await leader.get(path)
      expect([path, body.includes(mine.family), body.includes(other.family)]).toEqual([path, true, false])
    }
    const set = { ...WANTED, ...SAID, place: school, ...chosen(other.id, '110'), ...chosen(mine.id, '110') }
    expect((await send(leader, '/guarantee', set)).to).toContain('saved=1')
    expect(await latest(other.id)).toBeUndefined()
    for (const path of ['/guarantee', '/guarantee/paste']) expect((await dana.get(path)).status).toBe(404)
  })
})

describe('Rows from a school', () => {
  const paste = (rows: string, year = 2027) => send(owen, `/guarantee/paste?year=${year}`, { place: school, rows })

  it('are shown first with every fault, and saved by one press', async () => {
    const [one, two, three] = [await pupil(), await pupil(), await pupil()]
    await house.command(partnership.id, tx =>
      addIdentifier(
        tx,
        two.id,
        { kind: 'uln', value: '1000000027' },
        {
          ...{ kind: 'staff', organisationId: null, saidOn: tx.acting.today },
        },
      ),
    )
    house.clock.advance(1000)
    const seen = await paste(
      [
        `${one.family}\t${one.given}\t04/03/2011\toffer made`,
        `${two.family}\t${two.given}\t1000000027\t140`,
        `${three.family}\t${three.given}\t04/03/2011\t159`,
        `${three.family}\t${three.given}\t04/03/2012\t110`,
        `Nobody\tNever\t04/03/2011\tperhaps`,
      ].join('\n'),
    )
    expect(seen.status).toBe(200)
    for (const text of ['2 changes', '1 stands so already', '2 rows to mend', 'Nobody you may see'])
      expect(seen.body).toContain(text)
    expect(await latest(one.id)).toBeUndefined()
    const rows = [...seen.body.matchAll(/name="row" value="([^"]+)"/g)].map(([, row = '']) => row)
    const done = await send(owen, '/guarantee/paste/apply', { ...SAID, place: school, year: '2027', row: rows })
    expect([done.status, done.to?.includes('saved=2')]).toEqual([303, true])
    expect([(await latest(one.id))?.code, (await latest(two.id))?.code]).toEqual(['110', '140'])
    const late = await send(owen, '/guarantee/paste/apply', {
      ...{ ...SAID, place: school, year: '2027' },
      row: rows.map(row => row.replace('|110|', '|151|')),
    })
    expect([late.status, late.body.includes('A colleague set: 110 Offer made')]).toEqual([409, true])
    const unsaid = await send(owen, '/guarantee/paste/apply', { place: school, year: '2027', row: rows })
    expect([unsaid.status, unsaid.body.includes(one.family)]).toEqual([422, true])
  })

  it('of somebody who may not be known read as of nobody (K8)', async () => {
    const { id, family, given } = await pupil()
    await house.command(partnership.id, tx => setBarrier(tx, id, { holderId: null, reason: 'A test' }))
    house.clock.advance(1000)
    const seen = await paste(`${family}\t${given}\t04/03/2011\t110`)
    expect(seen.body).toContain('Nobody you may see was at this place')
    const forged = { ...SAID, place: school, year: '2027', row: `${id}|110|` }
    expect((await send(owen, '/guarantee/paste/apply', forged)).to).toContain('saved=0')
    expect(await latest(id)).toBeUndefined()
  })

  it('that are none, too many or changed on their way say so, and keep what was pasted', async () => {
    const none = await send(owen, '/guarantee/paste', { place: '', rows: '' })
    expect([none.status, summaryOf(none.body).map(line => line.split(' ')[0])]).toEqual([422, ['#place', '#rows']])
    const many = await paste('Example\tAmira\t04/03/2011\t110\n'.repeat(401))
    expect([many.status, many.body.includes('Paste at most 400 rows')]).toEqual([422, true])
    const odd = await send(owen, '/guarantee/paste/apply', { ...SAID, place: school, year: '2027', row: 'x|110|' })
    expect([odd.status, odd.body.includes('Paste the rows again')]).toEqual([422, true])
  })
})

it('a status row is never changed', async () => {
  const one = await pupil()
  await send(owen, '/guarantee', { ...WANTED, ...SAID, place: school, ...chosen(one.id, '110') })
  const row = await latest(one.id)
  await send(owen, '/guarantee', { ...WANTED, ...SAID, place: school, ...chosen(one.id, '151', `${row?.id}|110`) })
  const rows = await test.owner
    .selectFrom('guarantee_status')
    .select(['id', 'code'])
    .where('person_id', '=', one.id)
    .orderBy('recorded_at')
    .execute()
  expect(rows.map(r => r.code)).toEqual(['110', '151'])
  expect(rows[0]?.id).toBe(row?.id as RowId)
})

describe('A tracking list', () => {
  const preview = async (offers: string) =>
    (await owen.get(`/tracking-lists/new?offers=${offers}&institution=${school}&shown=yes`)).body

  it('is of those without an offer, or who have not said what they want to do, and says so by its name', async () => {
    const [offered, none, older, younger] = [
      await pupil(),
      await pupil(),
      await pupil({ born: '2010-03-04' }),
      await pupil({ born: '2012-03-04' }),
    ]
    await send(owen, '/guarantee', {
      ...{ ...WANTED, ...SAID, place: school, ...chosen(offered.id, '110') },
      ...chosen(none.id, '150'),
      ...chosen(none.id, '511', '|', 'destination'),
    })
    const has = (body: string) => [offered, none, older, younger].map(one => body.includes(`>${one.family}, `))
    expect(has(await preview('no-offer'))).toEqual([false, true, true, false])
    expect(has(await preview('no-destination'))).toEqual([true, false, false, false])
    const made = await send(owen, '/tracking-lists/new', { name: 'To ring', offers: 'no-offer', institution: school })
    expect(made.status).toBe(303)
    expect((await owen.get(made.to ?? '')).body).toContain('No offer, or not recorded (September Guarantee)')
  })
})
