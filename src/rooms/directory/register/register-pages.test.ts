/** The establishment register over HTTP: who may send it, what is shown, what is done, and what is done the second time. */
import { beforeAll, describe, expect, it } from 'vitest'
import { listGrantsHeld } from '#rooms/access/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { eventsOf, openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { establishment, registerOf } from '#test/registers.ts'
import { postFields, postFile } from '#test/uploads.ts'
import { addOrganisation } from '../actions/organisations.ts'
import type { Organisation } from '../organisation.ts'
import { listOrganisations } from '../store/organisations.ts'
import { listSites } from '../store/sites.ts'
import { PHASES } from './establishment.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const PATH = '/organisations/register'

let partnership: TestPartnership
let administrator: TestColleague
beforeAll(async () => {
  partnership = await house.partnership()
  administrator = await partnership.colleague('administrator')
})

const ROWS = [
  establishment('990101', 'Register Dyke School'),
  establishment('990102', 'Register Unit', { 'TypeOfEstablishment (code)': '14' }),
  establishment('990103', 'Register Renamed School', { Street: '3 Newer Road' }),
  establishment('990104', 'Register Gone School', { 'EstablishmentStatus (code)': '2', CloseDate: '31-08-2026' }),
  establishment('990105', 'Register Academy', {
    'PreviousLA (code)': '381',
    PreviousEstablishmentNumber: '0104',
  }),
  establishment('990106', 'Register Cross', { Postcode: '<b>no</b>' }),
]
const FIELDS = [['authorities', '381'], ...PHASES.map(phase => ['phases', phase] as const)] as const
const send = (by: TestColleague, content: Uint8Array, fields: Iterable<readonly [string, string]> = FIELDS) =>
  postFile(house, by, PATH, fields, { name: 'edubasealldata20261101.csv', content })
const all = (): Promise<Organisation[]> => house.command(partnership.id, listOrganisations)
const named = async (name: string) => (await all()).find(o => o.name === name)
/** The boxes of a preview, by their group. */
const boxesOf = (body: string) =>
  [...body.matchAll(/<input[^>]*name="(add|fill|differ|close)"[^>]*value="([^"]*)"/g)].map(
    ([, group = '', key = '']) => [group, key] as const,
  )

describe('The establishment register', () => {
  it('is there for who keeps organisations, and for nobody else', async () => {
    for (const role of ['universal-adviser', 'data-officer'] as const) {
      const other = await partnership.colleague(role)
      expect((await other.get(PATH)).status, role).toBe(404)
      expect((await send(other, registerOf(ROWS))).status, role).toBe(404)
      expect((await other.get('/organisations')).body).not.toContain(PATH)
    }
    expect((await administrator.get('/organisations')).body).toContain(PATH)
    expect((await administrator.get(`${PATH}/${partnership.id}`)).status).toBe(404)
  })

  it('is told at the field what is wrong with what was sent', async () => {
    const none = await postFile(house, administrator, PATH, FIELDS, undefined)
    expect([none.status, summaryOf(none.body)]).toEqual([422, ['#file Choose the file']])
    const table = await send(administrator, Buffer.from('UPN,Surname\n1,Sample\n'))
    expect(summaryOf(table.body)[0]).toContain('#file This is not the register of establishments')
    const codes = await send(administrator, registerOf(ROWS), [['authorities', 'Calderdale']])
    expect(summaryOf(codes.body)[0]).toContain('#authorities Enter codes of three figures')
    expect(await named('Register Dyke School')).toBeUndefined()
  })

  it('is looked at, done line by line, and changes nothing the second time', async () => {
    await house.command(partnership.id, async tx => {
      await addOrganisation(tx, { name: 'Register Old Name', kind: 'school', urn: '990103', phone: '01632 960 001' })
      await addOrganisation(tx, { name: 'Register Gone School', kind: 'school', urn: '990104' })
    })
    const sent = await send(administrator, registerOf(ROWS))
    const path = sent.to ?? ''
    const preview = await administrator.get(path)
    for (const words of ['6 rows of edubasealldata20261101.csv', 'Closed on 31 August 2026', 'Register Academy'])
      expect(preview.body).toContain(words)
    expect(preview.body).toContain('&lt;b>no&lt;/b>')
    const boxes = boxesOf(preview.body)
    expect(boxes.map(([group, key]) => [group, key.split(':')[0]])).toEqual([
      ['add', 'add'],
      ['add', 'add'],
      ['add', 'add'],
      ['fill', 'laestab'],
      ['fill', 'ukprn'],
      ['fill', 'site'],
      ['differ', 'name'],
      ['close', 'close'],
    ])
    const nothing = await administrator.post(path, {}, path)
    expect([nothing.status, summaryOf(nothing.body)]).toEqual([422, ['#add Tick at least one line']])
    const stale = await postFields(house, administrator, path, [['add', 'add:999999']])
    expect([stale.status, summaryOf(stale.body)[0]]).toEqual([
      422,
      '#add Something was changed since you looked. Nothing was done: look again',
    ])
    // Everything but the name, which is better as it stands; and the unit's name tells of health.
    const ticked = boxes.filter(([group]) => group !== 'differ')
    const done = await postFields(house, administrator, path, [...ticked, ['tells-990102', 'health']])
    expect(done.to).toBe(path)
    expect((await administrator.get(path)).body).toContain('Added 3, changed 1, addresses 1, closed 1.')
    const dyke = await named('Register Dyke School')
    expect(dyke).toMatchObject({ kind: 'school', urn: '990101', laestab: '3810101', ukprn: '19990101', discloses: 0 })
    expect(await named('Register Unit')).toMatchObject({ kind: 'pupil-referral-unit', discloses: 256 })
    const kept = await named('Register Old Name')
    expect(kept).toMatchObject({ laestab: '3810103', ukprn: '19990103', phone: '01632 960 001' })
    if (!dyke || !kept) throw new Error('they are there')
    const [site] = await house.command(partnership.id, tx => listSites(tx, kept.id))
    expect(site).toMatchObject({ name: 'Main site', address: '3 Newer Road\nSampleton', postcode: 'HX1 9ZZ' })
    const gone = await named('Register Gone School')
    expect(gone).toMatchObject({ state: 'closed', closedOn: '2026-08-31' })
    expect(gone?.successorId).toBe((await named('Register Academy'))?.id)
    expect(await house.command(partnership.id, tx => listGrantsHeld(tx, dyke.id))).toHaveLength(1)
    expect(await house.command(partnership.id, tx => listGrantsHeld(tx, gone?.id ?? dyke.id))).toEqual([])

    const before = await all()
    const again = await send(administrator, registerOf(ROWS))
    const second = await administrator.get(again.to ?? '')
    expect(boxesOf(second.body).map(([group]) => group)).toEqual(['differ'])
    await postFields(house, administrator, again.to ?? '', boxesOf(second.body))
    const third = await administrator.get((await send(administrator, registerOf(ROWS))).to ?? '')
    expect(third.body).toContain('The directory says what the register says')
    expect(await named('Register Renamed School')).toMatchObject({ id: kept.id, phone: '01632 960 001' })
    expect(await all()).toHaveLength(before.length)
    const events = (await eventsOf(test, { partnershipId: partnership.id })).map(e => e.action)
    expect(events).toEqual(
      expect.arrayContaining([
        'register.read',
        'register.applied',
        'register.viewed',
        'organisation.succeeded',
        'site.added',
      ]),
    )
    // Of another partnership there is nothing to look at.
    const elsewhere = await (await house.partnership()).colleague('administrator')
    expect((await elsewhere.get(path)).status).toBe(404)
  })
})
