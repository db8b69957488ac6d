/** Organisations, sites, committee areas and the partnership itself, over HTTP. */
import { beforeAll, describe, expect, it } from 'vitest'
import { newId, type OrganisationId } from '#ground/ids.ts'
import { INTENSIVE_CLASSES, listGrantsHeld, openGrant } from '#rooms/access/index.ts'
import { openTestDatabase } from '#test/database.ts'
import {
  eventsOf,
  openTestHouse,
  summaryOf,
  type TestColleague,
  type TestPartnership,
  withoutTokens,
} from '#test/house.ts'
import { addOrganisation } from './actions/organisations.ts'
import { createPartnership } from './actions/partnerships.ts'
import type { OrganisationFacts } from './organisation.ts'
import { OPERATING_MODELS } from './partnership.ts'
import { ANNEX_PARTNERSHIPS } from './rules.ts'
import { findOrganisation } from './store/organisations.ts'
import { listPartnerships } from './store/partnerships.ts'
import { listSites } from './store/sites.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)

let partnership: TestPartnership
let administrator: TestColleague
let adviser: TestColleague
beforeAll(async () => {
  partnership = await house.partnership()
  administrator = await partnership.colleague('administrator')
  adviser = await partnership.colleague('universal-adviser')
})

const add = (facts: OrganisationFacts): Promise<OrganisationId> =>
  house.command(partnership.id, tx => addOrganisation(tx, facts))
const read = (id: OrganisationId) => house.command(partnership.id, tx => findOrganisation(tx, id))
/** The form of a page as a browser would send it back. */
async function formOf(who: TestColleague, path: string): Promise<Record<string, string>> {
  const { body } = await who.get(path)
  const fields: Record<string, string> = {}
  for (const [, name = '', value = ''] of body.matchAll(/<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g))
    if (name !== 'q') fields[name] = value
  for (const [, name = '', options = ''] of body.matchAll(/<select[^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g))
    fields[name] = /<option value="([^"]*)" selected/.exec(options)?.[1] ?? ''
  return fields
}

describe('An organisation', () => {
  it('is found by a piece of its name, without accents, and by its kind, and its page has phone and sites', async () => {
    const id = await add({ name: 'Ysgol Siân Example', kind: 'school', phone: '01632 960 001' })
    await administrator.post(
      `/organisations/${id}/sites/new`,
      { name: 'Upper site', address: '2 Example Road', postcode: 'hx19zz', private: 'yes', accessible: 'no' },
      '/organisations/new',
    )
    for (const query of ['q=sian', 'q=SIÂN+EXA', 'kind=school', 'q=example&kind=school'])
      expect((await adviser.get(`/organisations?${query}`)).body, query).toContain('Ysgol Siân Example')
    expect((await adviser.get('/organisations?q=sian&kind=college')).body).toContain('No organisation fits')
    const { body } = await adviser.get(`/organisations/${id}`)
    for (const words of ['01632 960 001', 'Upper site', '2 Example Road, HX1 9ZZ']) expect(body).toContain(words)
    expect(body).not.toContain(`/organisations/${id}/edit`)
    expect(body).not.toContain('Agreements')
  })

  it('is told at the field what is wrong with it, all at once', async () => {
    await add({ name: 'Example Taken', kind: 'school', urn: '100001' })
    const wrong = await administrator.post(
      '/organisations/new',
      { name: '', kind: '', phone: 'ring us', urn: '12', laestab: 'x', ukprn: '2' },
      '/organisations/new',
    )
    expect(wrong.status).toBe(422)
    expect(summaryOf(wrong.body)).toEqual(['#name Enter the name', '#kind Select the kind'])
    const numbers = await administrator.post(
      '/organisations/new',
      { name: 'Example', kind: 'school', phone: 'ring us', urn: '12', laestab: 'x', ukprn: '2' },
      '/organisations/new',
    )
    expect(summaryOf(numbers.body).map(line => line.split(' ')[0])).toEqual(['#phone', '#urn', '#laestab', '#ukprn'])
    for (const [fields, field] of [
      [{ name: 'EXAMPLE  taken', kind: 'school' }, '#name'],
      [{ name: 'Example Other', kind: 'school', urn: '100001' }, '#urn'],
      [{ name: 'Example Police', kind: 'police', discloses: 'health' }, '#discloses'],
    ] as const) {
      const answer = await administrator.post('/organisations/new', fields, '/organisations/new')
      expect([answer.status, summaryOf(answer.body)[0]?.split(' ')[0]]).toEqual([422, field])
    }
  })

  it('changed by two at once keeps the first save, and shows the second both', async () => {
    const id = await add({ name: 'Example Stale', kind: 'school' })
    const path = `/organisations/${id}/edit`
    // What a browser sends back, but for the token, which is asked for again.
    const { _csrf: _token, ...mine } = await formOf(administrator, path)
    expect(mine).toMatchObject({ name: 'Example Stale', kind: 'school', version: '1' })
    const first = await administrator.post(path, { ...mine, name: 'Example Theirs' }, path)
    expect(first.to).toBe(`/organisations/${id}`)
    const second = await administrator.post(path, { ...mine, name: 'Example Mine' }, path)
    expect(second.status).toBe(409)
    expect(second.body).toContain('Somebody saved this while you were writing')
    expect(second.body).toContain('Example Theirs')
    expect(second.body).toContain('value="Example Mine"')
    expect((await read(id))?.name).toBe('Example Theirs')
    // The form carries the new version: saved again, it goes through.
    expect(second.body).toContain('name="version" value="2"')
    const third = await administrator.post(path, { ...mine, name: 'Example Mine', version: '2' }, path)
    expect(third.to).toBe(`/organisations/${id}`)
    expect((await read(id))?.name).toBe('Example Mine')
  })

  it('that closes sees its own roll no more, loses its sites and areas, and names what took its place; opened again it sees it again', async () => {
    const school = await add({ name: 'Example Closing School', kind: 'school' })
    const academy = await add({ name: 'Example Academy', kind: 'school' })
    await administrator.post(
      `/organisations/${school}/sites/new`,
      { name: 'Old building', private: 'not-known', accessible: 'not-known' },
      '/organisations/new',
    )
    const made = await administrator.post('/partnership/areas/new', { name: 'Closing area' }, '/organisations/new')
    await administrator.post(`${made.to}/members`, { part: `organisation:${school}` }, '/organisations/new')
    const rolls = () => house.command(partnership.id, tx => listGrantsHeld(tx, school))
    expect(await rolls()).toHaveLength(1)
    const path = `/organisations/${school}/close`
    const unanswered = await administrator.post(path, { successor: '' }, path)
    expect(summaryOf(unanswered.body)).toEqual(['#successor Select what takes its place, or that nothing does'])
    expect((await administrator.post(path, { successor: school }, path)).status).toBe(422)
    expect((await administrator.post(path, { successor: academy }, path)).to).toBe(`/organisations/${school}`)
    expect(await rolls()).toEqual([])
    const sites = await house.command(partnership.id, tx => listSites(tx, school))
    expect(sites.map(s => s.closedOn)).toEqual([house.clock.today()])
    expect((await administrator.get(made.to ?? '')).body).toContain('Nothing is in this area yet')
    expect((await adviser.get(`/organisations/${school}`)).body).toContain(`href="/organisations/${academy}"`)
    expect((await adviser.get(`/organisations/${academy}`)).body).toContain(`href="/organisations/${school}"`)
    expect((await adviser.get('/organisations?q=closing')).body).not.toContain('Example Closing School')
    expect((await adviser.get('/organisations?q=closing&state=all')).body).toContain('Example Closing School')
    // A closed one is closed once, and is no account's to act for.
    expect((await administrator.get(path)).status).toBe(404)
    expect((await administrator.get('/accounts/new')).body).not.toContain('Example Closing School')
    await administrator.post(`/organisations/${school}/reopen`, {}, '/organisations/new')
    expect(await rolls()).toHaveLength(1)
    const events = (await eventsOf(test, { target: school })).map(e => e.action)
    expect(events).toEqual(expect.arrayContaining(['organisation.closed', 'access.ended', 'organisation.reopened']))
  })

  it('whose name tells of a class is not there for who may see that class of nobody', async () => {
    const refuge = await add({ name: 'Example Recovery House', kind: 'voluntary', discloses: 'health' })
    const justice = await add({ name: 'Example Justice Team', kind: 'youth-offending-team' })
    const nothing = withoutTokens(await adviser.get('/nowhere'))
    for (const id of [refuge, justice]) {
      const answer = await adviser.get(`/organisations/${id}`)
      expect([answer.status, withoutTokens(answer)]).toEqual([404, nothing])
    }
    const blind = await adviser.get('/organisations?q=example')
    expect(blind.body).not.toContain('Example Recovery House')
    expect(blind.body).not.toContain('Example Justice Team')
    const intensive = await partnership.colleague('intensive-adviser')
    await house.command(partnership.id, tx =>
      openGrant(tx, {
        scope: { kind: 'group', groupId: newId<'group'>(tx.acting.at) },
        holderId: intensive.accountId,
        classes: INTENSIVE_CLASSES,
        basis: 'public-task',
        source: 'team',
      }),
    )
    const seeing = (await intensive.get('/organisations?q=example')).body
    expect(seeing).toContain('Example Recovery House')
    expect(seeing).not.toContain('Example Justice Team')
    expect((await intensive.get(`/organisations/${refuge}`)).status).toBe(200)
    expect((await administrator.get(`/organisations/${justice}`)).status).toBe(200)
  })

  it('that was replaced by one whose name tells of a class does not name it to who may not know', async () => {
    const house1 = await add({ name: 'Example Drop-in', kind: 'voluntary' })
    const clinic = await add({ name: 'Example Clinic Trust', kind: 'health' })
    const path = `/organisations/${house1}/close`
    await administrator.post(path, { successor: clinic }, path)
    const { body } = await adviser.get(`/organisations/${house1}`)
    expect(body).toContain('another agency')
    expect(body).not.toContain('Example Clinic Trust')
    expect(body).not.toContain(clinic)
  })

  it('shows its agreement to who keeps agreements, and to nobody else', async () => {
    const id = await add({ name: 'Example Agreed', kind: 'school' })
    const officer = await partnership.colleague('data-officer')
    expect((await officer.get(`/organisations/${id}`)).body).toContain('No agreement is in force')
    expect((await adviser.get(`/organisations/${id}`)).body).not.toContain('agreement')
  })
})

describe('A site', () => {
  it('is told at the field what is wrong, is changed by one at a time, and closes', async () => {
    const id = await add({ name: 'Example Sited', kind: 'college' })
    const path = `/organisations/${id}/sites/new`
    const wrong = await administrator.post(path, { name: '', postcode: 'nowhere' }, path)
    expect(summaryOf(wrong.body).map(line => line.split(' ')[0])).toEqual(['#name', '#private', '#accessible'])
    const fields = { name: 'Centre', private: 'yes', accessible: 'yes' }
    expect(summaryOf((await administrator.post(path, { ...fields, postcode: 'nowhere' }, path)).body)).toEqual([
      '#postcode Enter a whole postcode, such as HX1 1AA',
    ])
    expect((await administrator.post(path, fields, path)).to).toBe(`/organisations/${id}`)
    const [site] = await house.command(partnership.id, tx => listSites(tx, id))
    const own = `/organisations/${id}/sites/${site?.id}`
    expect((await administrator.post(own, { ...fields, hours: 'Mondays', version: '1' }, own)).status).toBe(303)
    const late = await administrator.post(own, { ...fields, hours: 'Fridays', version: '1' }, own)
    expect([late.status, late.body.includes('Mondays'), late.body.includes('Fridays')]).toEqual([409, true, true])
    // The address names the organisation the site is of, or there is nothing there.
    const other = await add({ name: 'Example Unsited', kind: 'college' })
    expect((await administrator.get(`/organisations/${other}/sites/${site?.id}`)).status).toBe(404)
    expect((await administrator.post(`${own}/close`, {}, own)).to).toBe(`/organisations/${id}`)
    expect((await administrator.get(own)).status).toBe(404)
    const events = (await eventsOf(test, { target: site?.id ?? '' })).map(e => e.action)
    expect(events).toEqual(expect.arrayContaining(['site.added', 'site.change-opened', 'site.changed', 'site.closed']))
  })
})

describe('A committee area', () => {
  it('has organisations and sites in it, of which one may be in several', async () => {
    const id = await add({ name: 'Example In Two', kind: 'college' })
    const at = '/organisations/new'
    const sitePath = `/organisations/${id}/sites/new`
    await administrator.post(sitePath, { name: 'Valley centre', private: 'yes', accessible: 'yes' }, at)
    const [site] = await house.command(partnership.id, tx => listSites(tx, id))
    const north = (await administrator.post('/partnership/areas/new', { name: 'North' }, at)).to ?? ''
    const south = (await administrator.post('/partnership/areas/new', { name: 'South' }, at)).to ?? ''
    expect(summaryOf((await administrator.post('/partnership/areas/new', { name: 'NORTH' }, at)).body)).toEqual([
      '#name There is an area of that name already. Enter another name',
    ])
    expect((await administrator.post(`${north}/members`, { part: `organisation:${id}` }, at)).to).toBe(north)
    expect((await administrator.post(`${south}/members`, { part: `site:${site?.id}` }, at)).to).toBe(south)
    const twice = await administrator.post(`${north}/members`, { part: `organisation:${id}` }, at)
    expect(summaryOf(twice.body)).toEqual(['#part It is in this area already. Select something else'])
    for (const part of ['', 'organisation:x', `site:${id}`, `person:${id}`])
      expect((await administrator.post(`${north}/members`, { part }, at)).status, part).toBe(422)
    expect((await adviser.get(`/organisations/${id}`)).body).toContain('North, South')
    await administrator.post(`${south}/end`, {}, at)
    expect((await adviser.get(`/organisations/${id}`)).body).not.toContain('North, South')
    expect((await administrator.get(south)).status).toBe(404)
  })
})

describe('The partnership', () => {
  it('is shown with who answers for what, and asks for a lead body where the model has one', async () => {
    const path = '/partnership/edit'
    const before = await administrator.get('/partnership')
    expect(before.body).toContain('Direct delivery')
    expect(before.body).toContain('Made-up Council')
    const fields = { name: 'Example renamed', model: 'lead-body', controllers: 'A Council\nB Council', version: '1' }
    const wrong = await administrator.post(path, fields, path)
    expect(summaryOf(wrong.body)).toEqual(['#leadBody Enter who the lead body is'])
    const nobody = await administrator.post(path, { ...fields, leadBody: 'A Council', controllers: ' ' }, path)
    expect(summaryOf(nobody.body)).toEqual(['#controllers Enter who answers in law for the data'])
    const unnamed = await administrator.post(path, { ...fields, model: 'subcontracting' }, path)
    expect(summaryOf(unnamed.body)).toEqual(['#contractors Enter who employs the advisers'])
    expect((await administrator.post(path, { ...fields, leadBody: 'A Council' }, path)).to).toBe('/partnership')
    const { body } = await administrator.get('/partnership')
    for (const words of ['Example renamed', 'The lead body', 'A Council, or those it has contracts with', 'B Council'])
      expect(body).toContain(words)
    const late = await administrator.post(path, { ...fields, name: 'Example late', leadBody: 'B Council' }, path)
    expect([late.status, late.body.includes('Example late')]).toEqual([409, true])
  })

  it('does not take the name of another', async () => {
    const other = await house.partnership()
    const all = await house.command(undefined, listPartnerships)
    const name = all.find(p => p.id === other.id)?.name ?? ''
    const mine = all.find(p => p.id === partnership.id)
    const path = '/partnership/edit'
    const answer = await administrator.post(
      path,
      { name, model: 'direct-delivery', controllers: 'A', version: String(mine?.version) },
      path,
    )
    expect(summaryOf(answer.body)).toEqual(['#name Another partnership here has that name. Enter another name'])
  })

  it('is made under each of the names in the report’s annex, fifteen of them, in any model', async () => {
    expect(new Set(ANNEX_PARTNERSHIPS).size).toBe(15)
    for (const [i, name] of ANNEX_PARTNERSHIPS.entries()) {
      const model = OPERATING_MODELS[i % OPERATING_MODELS.length] ?? 'direct-delivery'
      const wanted = { name, model, controllers: 'Made-up Council', processors: '', isDemo: false }
      const made = await house.command(undefined, tx => createPartnership(tx, wanted))
      expect(made.ok, name).toBe(true)
      expect(await house.command(undefined, tx => createPartnership(tx, wanted)), name).toMatchObject({
        ok: false,
        why: 'name-taken',
      })
    }
    const names = (await house.command(undefined, listPartnerships)).map(p => p.name)
    expect(names).toEqual(expect.arrayContaining([...ANNEX_PARTNERSHIPS]))
  })
})
