/** Records kept apart (K5), new identities, and one bad Monday: two sisters, one in a refuge, one adopted, and a school that lists both. */
import { beforeAll, describe, expect, it } from 'vitest'
import { asHouse } from '#ground/database/tx.ts'
import type { OrganisationId, PersonId } from '#ground/ids.ts'
import { setBarrier } from '#rooms/access/index.ts'
import { ROLES } from '#rooms/identity/index.ts'
import { findPairsOf } from '#rooms/matching/index.ts'
import { addIdentifier, setAddress } from '#rooms/people/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { eventsOf, openTestHouse, type TestColleague, type TestPartnership, withoutTokens } from '#test/house.ts'
import { csv, openLists, upn } from '#test/lists.ts'
import { addPerson } from '#test/people.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const lists = await openLists(test, house)

let partnership: TestPartnership
let governance: TestColleague
let officer: TestColleague
let adviser: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  governance = await partnership.colleague('information-governance', 'Gwen Testcase')
  officer = await partnership.colleague('data-officer', 'Owen Testcase')
  adviser = await partnership.colleague('universal-adviser', 'Dana Testcase')
})

const find = (ids: readonly PersonId[]) =>
  house.command(partnership.id, tx => asHouse(tx, 'a test', worker => findPairsOf(worker, ids, 'finder')))

const pairsOf = async (id: string) =>
  (await test.owner.selectFrom('match_pair').selectAll().execute()).filter(
    r => r.low_person_id === id || r.high_person_id === id,
  )

const as = (given: string, family: string, born: string) => {
  const [year = '', month = '', day = ''] = born.split('-')
  return { given, family, 'born-day': day, 'born-month': month, 'born-year': year }
}

const WHY = { reason: 'A made-up order' }

describe('Two records kept apart', () => {
  it('are never queued again, cannot be joined, and only information governance is told', async () => {
    const one = await addPerson(house, partnership, { given: 'Ada', family: 'Apartsample', born: '2009-05-06' })
    const two = await addPerson(house, partnership, { given: 'Ada', family: 'Apartsampel', born: '2009-05-06' })
    await find([one])
    const [pair] = await pairsOf(one)
    expect((await officer.get(`/review/${pair?.id}`)).status).toBe(200)
    const path = `/protection/${one}/apart`
    expect(await governance.post(path, { ...as('Ada', 'Apartsampel', '2009-05-06'), ...WHY })).toMatchObject({
      status: 303,
      to: path,
    })
    expect((await governance.get(path)).body).toContain('Ada Apartsampel')
    const nothing = withoutTokens(await officer.get('/nowhere'))
    expect(withoutTokens(await officer.get(`/review/${pair?.id}`))).toBe(nothing)
    expect(withoutTokens(await officer.get(`/people/${one}/merge/${two}`))).toBe(nothing)
    expect((await officer.get('/review')).body).not.toContain('Apartsampel')
    await find([one, two])
    expect((await officer.get('/review')).body).not.toContain('Apartsampel')
    for (const id of [one, two])
      for (const page of ['', '/details', '/who']) {
        const shown = (await officer.get(`/people/${id}${page}`)).body
        expect(shown).not.toContain('apart')
        expect(shown).not.toContain('A made-up order')
      }

    const apart = /\/apart\/([0-9a-f-]{36})/.exec((await governance.get(path)).body)?.[1] ?? ''
    expect((await governance.post(`${path}/${apart}`, { reason: '' })).status).toBe(422)
    expect(await governance.post(`${path}/${apart}`, { reason: 'No longer needed' })).toMatchObject({ status: 303 })
    await find([one])
    expect((await officer.get(`/review/${pair?.id}`)).status).toBe(200)
  })

  it('names the other to nobody who is shut out of it, and is not set between two that are one', async () => {
    const one = await addPerson(house, partnership, { given: 'Dora', family: 'Apartshut', born: '2009-05-06' })
    await addPerson(house, partnership, { given: 'Edna', family: 'Apartshat', born: '2009-05-07' })
    const path = `/protection/${one}/apart`
    await governance.post(path, { ...as('Edna', 'Apartshat', '2009-05-07'), ...WHY })
    const second = await partnership.colleague('information-governance')
    expect((await second.get(path)).body).toContain('Edna Apartshat')
    const other = (
      await test.owner.selectFrom('person').select('id').where('known_family', '=', 'Apartshat').execute()
    ).map(p => p.id as PersonId)
    await house.command(partnership.id, tx =>
      setBarrier(tx, other[0] as PersonId, { holderId: second.accountId, reason: 'Her aunt', ground: 'own-family' }),
    )
    const shown = (await second.get(path)).body
    expect(shown).not.toContain('Apartshat')
    expect(shown).toContain('A record you may not open')
    expect((await governance.get(path)).body).toContain('Edna Apartshat')
  })

  it('asks for the other exactly, and says in words what does not fit', async () => {
    const one = await addPerson(house, partnership, { given: 'Bea', family: 'Apartwords', born: '2009-05-06' })
    const path = `/protection/${one}/apart`
    const same = await governance.post(path, { ...as('Bea', 'Apartwords', '2009-05-06'), ...WHY })
    expect(same).toMatchObject({ status: 422 })
    expect(same.body).toContain('This is the same record')
    const nobody = await governance.post(path, { ...as('Bea', 'Nobody', '2009-05-06'), ...WHY })
    expect(nobody.body).toContain('No record fits exactly')
    expect((await governance.post(path, { given: '', family: '', reason: '' })).status).toBe(422)
  })

  it.each(ROLES.filter(role => role !== 'information-governance'))('is nothing to a %s', async role => {
    const one = await addPerson(house, partnership, { given: 'Cleo', family: 'Apartroles', born: '2009-05-06' })
    const who = await partnership.colleague(role)
    const nothing = withoutTokens(await who.get('/nowhere'))
    for (const part of ['apart', 'new-identity', 'since', 'begun'])
      expect(withoutTokens(await who.get(`/protection/${one}/${part}`)), part).toBe(nothing)
  })
})

const HEADER = 'UPN,Surname,Forename,Date of birth,Postcode,Address 1,Mobile'
const REFUGE = 'Refugehidden Lane'

describe('One bad Monday', () => {
  let school: OrganisationId
  let college: OrganisationId
  let orla: PersonId
  let old: PersonId
  let mabel: PersonId

  const personOf = async (given: string, family: string) =>
    (
      await test.owner
        .selectFrom('person')
        .selectAll()
        .where('partnership_id', '=', partnership.id)
        .where('known_given', '=', given)
        .where('known_family', '=', family)
        .execute()
    ).map(p => ({ id: p.id as PersonId, state: p.state }))
  const sisters = [
    `${upn(901)},Mondaysample,Orla,04/09/2009,HX1 1AA,9 Sample Street,07700900901`,
    `${upn(902)},Mondaysample,Maeve,17/01/2011,HX1 1AA,9 Sample Street,07700900901`,
  ]

  beforeAll(async () => {
    school = await lists.partner(partnership, 'school')
    college = await lists.partner(partnership, 'college')
    await lists.take(officer, school, csv(HEADER, ...sisters))
    orla = (await personOf('Orla', 'Mondaysample'))[0]?.id as PersonId
    old = (await personOf('Maeve', 'Mondaysample'))[0]?.id as PersonId
    // One sister is in a refuge: her whereabouts are protected, and then her new address is written down.
    const protect = await governance.post(`/protection/${orla}/address`, { ground: 'domestic-abuse', ...WHY })
    expect(protect.status).toBe(303)
    const address = { line1: REFUGE, line2: '', town: 'Sampleton', postcode: 'HX7 7ZZ', isProtected: true }
    await house.command(partnership.id, tx =>
      setAddress(tx, orla, address, { kind: 'staff', organisationId: null, saidOn: tx.acting.today }),
    )
    // The other is adopted: a new identity starts.
    const begun = await governance.post(`/protection/${old}/new-identity`, {
      ...as('Mabel', 'Newmonday', '2011-01-17'),
      ...WHY,
    })
    expect(begun.to).toMatch(/^\/protection\/[0-9a-f-]{36}\/begun$/)
    mabel = (await personOf('Mabel', 'Newmonday'))[0]?.id as PersonId
    await house.command(partnership.id, tx =>
      addIdentifier(
        tx,
        mabel,
        { kind: 'upn', value: upn(903) },
        { kind: 'staff', organisationId: null, saidOn: tx.acting.today },
      ),
    )
  })

  it('the school’s file with both sisters under the old name and address makes nobody, joins nobody and changes nothing', async () => {
    const before = await personOf('Maeve', 'Mondaysample')
    const run = await lists.take(officer, school, csv(HEADER, ...sisters))
    expect(run.counts).toMatchObject({ same: 2, new: 0, changed: 0, question: 0 })
    expect(await personOf('Maeve', 'Mondaysample')).toEqual(before)
    expect(before).toEqual([{ id: old, state: 'sealed' }])
  })

  it('another partner’s file reads as two rows like any others, and still makes nobody of the sealed identity', async () => {
    const run = await lists.read(officer, college, csv(`${HEADER},Course`, ...sisters.map(row => `${row},Sampling`)))
    expect(run.counts).toMatchObject({ new: 1, question: 0 })
    const preview = (await officer.get(`/lists/${run.id}?show=new`)).body
    expect(preview).toContain('Nobody like them on record')
    expect(preview).not.toContain(old)
    expect(preview).not.toContain(mabel)
    await lists.apply(officer, run)
    expect(await personOf('Maeve', 'Mondaysample')).toEqual([{ id: old, state: 'sealed' }])
    expect(await test.owner.selectFrom('enrolment').selectAll().where('person_id', '=', old).execute()).toHaveLength(1)
  })

  it('nobody is asked about any of the three, whoever looks for doubles', async () => {
    await find([orla, mabel])
    for (const id of [orla, old, mabel]) expect(await pairsOf(id)).toEqual([])
    const asked = await test.owner.selectFrom('intake_question').selectAll().where('state', '=', 'open').execute()
    expect(asked.filter(q => q.person_ids.some(id => [orla, old, mabel].includes(id as PersonId)))).toEqual([])
  })

  it.each(['data-officer', 'universal-adviser', 'front-desk', 'team-leader', 'safeguarding-lead'] as const)(
    'to a %s the sealed identity is not there, and nothing of it stands on the new record',
    async role => {
      const who = await partnership.colleague(role)
      const nothing = withoutTokens(await who.get('/nowhere'))
      for (const part of ['', '/details', '/who', '/identity'])
        expect(withoutTokens(await who.get(`/people/${old}${part}`)), part).toBe(nothing)
      expect((await who.get('/find?q=Maeve%20Mondaysample')).body).not.toContain(old)
      for (const path of [`/people/${mabel}`, `/people/${mabel}/details`, '/find?q=Newmonday', '/review', '/questions'])
        for (const trace of ['Maeve', old, upn(902), '9 Sample Street', 'HX1 1AA'])
          expect((await who.get(path)).body, path).not.toContain(trace)
      for (const path of [`/people/${orla}`, `/people/${orla}/details`, '/find?q=Mondaysample', '/lists'])
        for (const trace of [REFUGE, 'HX7 7ZZ']) expect((await who.get(path)).body, path).not.toContain(trace)
    },
  )

  it('the page that proves it says so for both, and nobody but information governance reads it', async () => {
    for (const id of [orla, mabel]) {
      const page = await governance.get(`/protection/${id}/since`)
      expect(page.status).toBe(200)
      expect(page.body).toContain(
        id === orla ? 'no address, phone or email was brought in' : 'Nothing was joined, asked or changed.',
      )
      expect(page.body).toContain('csv')
      for (const trace of [REFUGE, 'HX7 7ZZ', upn(902), upn(903)]) expect(page.body).not.toContain(trace)
      expect((await eventsOf(test, { requestId: page.requestId })).map(e => e.action)).toEqual(['protection.proved'])
      expect((await adviser.get(`/protection/${id}/since`)).status).toBe(404)
    }
    expect((await governance.get(`/protection/${mabel}/since`)).body).toContain('the sealed identity are among them')
    expect((await governance.get(`/protection/${mabel}/apart`)).body).toContain('A sealed identity')
    expect((await governance.get(`/protection/${mabel}/apart`)).body).not.toContain('Maeve')
  })

  it('her own new school brings the new number, and it is she', async () => {
    const other = await lists.partner(partnership, 'school')
    const run = await lists.take(
      officer,
      other,
      csv(HEADER, `${upn(903)},Newmonday,Mabel,17/01/2011,HX5 5EE,3 Sample Row,`),
    )
    expect(run.counts).toMatchObject({ changed: 1, new: 0, question: 0 })
    expect(await pairsOf(mabel)).toEqual([])
  })
})

describe('A list that mixes a new identity with the old one', () => {
  it('brings no number, name, address, adult or contact of the old one to the new, and keeps her place', async () => {
    const [school, college] = [await lists.partner(partnership, 'school'), await lists.partner(partnership, 'college')]
    const wide = 'UPN,Surname,Forename,Former surname,Date of birth,Postcode,Address 1,Mobile,Course'
    const old = `${upn(961)},Oldmixed,Petra,,17/01/2011,HX1 1AA,9 Sample Street,07700900961,`
    await lists.take(officer, school, csv(wide, old))
    const [was] = await test.owner.selectFrom('person').selectAll().where('known_family', '=', 'Oldmixed').execute()
    await governance.post(`/protection/${was?.id}/new-identity`, { ...as('Petra', 'Newmixed', '2011-01-17'), ...WHY })
    const [now] = await test.owner.selectFrom('person').selectAll().where('known_family', '=', 'Newmixed').execute()
    await house.command(partnership.id, tx =>
      setAddress(
        tx,
        now?.id as PersonId,
        { line1: '3 Sample Row', line2: '', town: 'Sampleton', postcode: 'HX5 5EE', isProtected: false },
        { kind: 'staff', organisationId: null, saidOn: tx.acting.today },
      ),
    )
    const mixed = `${upn(961)},Newmixed,Petra,Oldmixed,17/01/2011,HX5 5EE,3 Sample Row,07700900961,Sampling`
    const run = await lists.take(officer, college, csv(wide, mixed))
    expect(run.counts).toMatchObject({ changed: 1, new: 0, question: 0 })
    const mine = now?.id as string
    const identifiers = test.owner.selectFrom('person_identifier').selectAll().where('person_id', '=', mine)
    const details = test.owner.selectFrom('person_contact_detail').selectAll().where('person_id', '=', mine)
    const names = test.owner.selectFrom('person_name').selectAll().where('person_id', '=', mine)
    const places = test.owner.selectFrom('enrolment').selectAll().where('person_id', '=', mine)
    expect(await identifiers.execute()).toEqual([])
    expect(await details.execute()).toEqual([])
    expect((await names.execute()).map(n => n.family)).toEqual(['Newmixed'])
    expect(await places.execute()).toHaveLength(1)
    const kept = JSON.stringify(
      await test.owner
        .selectFrom('source_row')
        .selectAll()
        .where('person_id', '=', now?.id as string)
        .execute(),
    )
    for (const trace of [upn(961), 'Oldmixed', '07700900961']) expect(kept).not.toContain(trace)
    // The same list once more is the same.
    expect((await lists.take(officer, college, csv(wide, mixed))).counts).toMatchObject({ same: 1, changed: 0 })
  })
})

describe('A question that was asked before an identity was over', () => {
  it('is answered like any other, and makes nobody anew of it', async () => {
    const [school, college] = [await lists.partner(partnership, 'school'), await lists.partner(partnership, 'college')]
    const row = `${upn(971)},Askedsample,Quintin,17/01/2011,HX1 1AA,9 Sample Street,`
    await lists.take(officer, school, csv(HEADER, row))
    const near = `,Askedsample,Quintin,17/01/2011,HX9 9ZZ,1 Other Street,`
    const run = await lists.take(officer, college, csv(HEADER, near))
    expect(run.counts).toMatchObject({ question: 1 })
    const [was] = await test.owner.selectFrom('person').selectAll().where('known_family', '=', 'Askedsample').execute()
    // Of a question that is open already nobody is left once a record is sealed; one that comes of a list on its way may be there.
    await governance.post(`/protection/${was?.id}/new-identity`, { ...as('Quin', 'Newasked', '2011-01-17'), ...WHY })
    await test.owner
      .updateTable('intake_question')
      .set({ state: 'open', answer: null, answered_at: null, answered_by: null })
      .where('run_id', '=', run.id)
      .execute()
    const [question] = await test.owner.selectFrom('intake_question').selectAll().where('run_id', '=', run.id).execute()
    expect((await officer.post(`/questions/${question?.id}`, { answer: 'new-person' })).status).toBe(303)
    const made = await test.owner.selectFrom('person').selectAll().where('known_family', '=', 'Askedsample').execute()
    expect(made.map(p => [p.id, p.state])).toEqual([[was?.id, 'sealed']])
    expect(
      await test.owner
        .selectFrom('enrolment')
        .selectAll()
        .where('person_id', '=', was?.id ?? '')
        .execute(),
    ).toHaveLength(1)
  })
})

describe('A restricted record', () => {
  it('reads in a list as anybody else would when the partner says something else, and is not changed', async () => {
    const school = await lists.partner(partnership, 'school')
    const rows = (postcode: string, mobile: string) =>
      csv(
        HEADER,
        `${upn(981)},Samesample,Ursula,04/09/2009,${postcode},9 Sample Street,${mobile}`,
        `${upn(982)},Plainsample,Viola,05/10/2010,${postcode},9 Sample Street,${mobile}`,
        `${upn(983)},Shieldsample,Wilma,06/11/2010,${postcode},9 Sample Street,${mobile}`,
      )
    await lists.take(officer, school, rows('HX1 1AA', '07700900981'))
    const idOf = async (family: string) =>
      (await test.owner.selectFrom('person').select('id').where('known_family', '=', family).execute())[0]?.id ?? ''
    await governance.post(`/protection/${await idOf('Samesample')}/restrict`, {
      ground: 'domestic-abuse',
      ...WHY,
      named: (await partnership.colleague('safeguarding-lead')).accountId,
    })
    await governance.post(`/protection/${await idOf('Shieldsample')}/address`, { ground: 'domestic-abuse', ...WHY })
    expect((await lists.read(officer, school, rows('HX1 1AA', '07700900981'))).counts).toMatchObject({ same: 3 })
    const run = await lists.read(officer, school, rows('HX2 2BB', '07700900982'))
    expect(run.counts).toMatchObject({ changed: 3, same: 0 })
    const read = await test.owner
      .selectFrom('intake_row')
      .select(['changes', 'verdict'])
      .where('run_id', '=', run.id)
      .orderBy('row_number')
      .execute()
    const [restricted, plain, shielded] = read.map(r => r.changes)
    expect(plain).toEqual([
      { what: 'Address', before: 'HX1 1AA', after: 'HX2 2BB' },
      { what: 'Mobile', before: '07700900981', after: '07700900982' },
    ])
    expect([restricted, shielded]).toEqual([plain, plain])
    // The page says the same of each, to the link; following it is as looking for somebody who is not there.
    const shown = (await officer.get(`/lists/${run.id}?show=changed`)).body
    const links = [2, 3, 4].map(row => `/lists/${run.id}/rows/${row}`)
    for (const link of links) expect(shown).toContain(`href="${link}"`)
    for (const family of ['Samesample', 'Plainsample', 'Shieldsample']) expect(shown).not.toContain(await idOf(family))
    expect((await officer.get(links[1] as string)).to).toBe(`/people/${await idOf('Plainsample')}`)
    expect(withoutTokens(await officer.get(links[0] as string))).toBe(withoutTokens(await officer.get('/nowhere')))
    await lists.apply(officer, run)
    for (const family of ['Samesample', 'Shieldsample']) {
      const addresses = await test.owner
        .selectFrom('person_address')
        .select('postcode')
        .where('person_id', '=', await idOf(family))
        .execute()
      expect(addresses.map(a => a.postcode)).toEqual(['HX1 1AA'])
    }
    expect((await lists.read(officer, school, rows('HX2 2BB', '07700900982'))).counts).toMatchObject({ same: 3 })
  })

  it('ends a row that gives its number, or its name and birth date, like a row about somebody new; nobody is asked', async () => {
    const school = await lists.partner(partnership, 'school')
    await lists.take(
      officer,
      school,
      csv(HEADER, `${upn(931)},Hiddensample,Ottilie,04/09/2009,HX1 1AA,9 Sample Street,`),
    )
    const [person] = await test.owner
      .selectFrom('person')
      .selectAll()
      .where('known_family', '=', 'Hiddensample')
      .execute()
    const restricted = await governance.post(`/protection/${person?.id}/restrict`, {
      ground: 'domestic-abuse',
      ...WHY,
      named: (await partnership.colleague('safeguarding-lead')).accountId,
    })
    expect(restricted.status).toBe(303)
    const college = await lists.partner(partnership, 'college')
    const rows = [
      `,Hiddensample,Ottilie,04/09/2009,,,`,
      `${upn(931)},Anothersample,Zebedee,11/11/2010,,,`,
      `,Unknownsample,Xenia,04/09/2009,,,`,
    ]
    const run = await lists.take(officer, college, csv(HEADER, ...rows))
    expect(run.counts).toMatchObject({ new: 3, question: 0, changed: 0 })
    const made = await test.owner
      .selectFrom('person')
      .select('known_family')
      .where('partnership_id', '=', partnership.id)
      .where('known_family', 'in', ['Hiddensample', 'Anothersample', 'Unknownsample'])
      .execute()
    expect(made.map(m => m.known_family).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'Hiddensample',
      'Unknownsample',
    ])
  })

  it('gone from a list is named as the list named it, and the answer writes nothing on it', async () => {
    const school = await lists.partner(partnership, 'school')
    const row = `${upn(941)},Gonesample,Perdita,04/09/2009,HX1 1AA,9 Sample Street,`
    await lists.take(
      officer,
      school,
      csv(HEADER, row, `${upn(942)},Staysample,Rufus,05/10/2010,HX1 1AB,8 Sample Street,`),
    )
    const [person] = await test.owner
      .selectFrom('person')
      .selectAll()
      .where('known_family', '=', 'Gonesample')
      .execute()
    await governance.post(`/protection/${person?.id}/restrict`, {
      ground: 'domestic-abuse',
      ...WHY,
      named: (await partnership.colleague('safeguarding-lead')).accountId,
    })
    await lists.take(officer, school, csv(HEADER, `${upn(942)},Staysample,Rufus,05/10/2010,HX1 1AB,8 Sample Street,`))
    const page = (await officer.get('/questions')).body
    expect(page).toContain('Gonesample, Perdita')
    expect(page).not.toContain('A record you may not open')
    const [question] = (
      await test.owner
        .selectFrom('intake_question')
        .selectAll()
        .where('kind', '=', 'gone')
        .where('state', '=', 'open')
        .execute()
    ).filter(q => q.person_ids.includes(person?.id ?? ''))
    expect((await officer.post(`/questions/${question?.id}`, { answer: 'left' })).status).toBe(303)
    const places = await test.owner
      .selectFrom('enrolment')
      .selectAll()
      .where('person_id', '=', person?.id ?? '')
      .execute()
    expect(places.map(p => p.finished_on)).toEqual([null])
  })
})

describe('Two lists read before either goes in', () => {
  it('make one record of a child both name', async () => {
    const [one, two] = [await lists.partner(partnership, 'school'), await lists.partner(partnership, 'college')]
    const row = `${upn(951)},Twolistsample,Leonie,04/09/2009,HX3 1AA,7 Sample Street,`
    const [first, second] = [
      await lists.read(officer, one, csv(HEADER, row)),
      await lists.read(officer, two, csv(HEADER, row)),
    ]
    expect([first.counts.new, second.counts.new]).toEqual([1, 1])
    await lists.apply(officer, first)
    await lists.apply(officer, second)
    const made = await test.owner.selectFrom('person').selectAll().where('known_family', '=', 'Twolistsample').execute()
    expect(made).toHaveLength(1)
  })
})
