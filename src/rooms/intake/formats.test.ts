/** Lists that are no tables: read by the same rules, about the same people. */
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '#test/database.ts'
import { openTestHouse, type TestColleague, type TestPartnership } from '#test/house.ts'
import { csv, givenOf, openLists, upn } from '#test/lists.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const lists = await openLists(test, house)

let partnership: TestPartnership
let officer: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  officer = await partnership.colleague('data-officer', 'Owen Testcase')
})

type Told = { upn: string; formerUpn?: string; given: string; family: string; more?: string }

const pupil = (p: Told) => `<Pupil><UPN>${p.upn}</UPN><Surname>${p.family}</Surname><Forename>${p.given}</Forename>
  <DOB>2010-03-04</DOB><Sex>F</Sex><BasicDetails>${p.formerUpn ? `<FormerUPN>${p.formerUpn}</FormerUPN>` : ''}${p.more ?? ''}
  <NCyearActual>11</NCyearActual></BasicDetails><Address><PostCode>HX1 1AA</PostCode></Address></Pupil>`

const ctf = (...pupils: readonly Told[]) =>
  `<?xml version="1.0" encoding="UTF-8"?><CTfile><Header><SourceSchool><LEA>383</LEA><Estab>4001</Estab></SourceSchool></Header>
  <CTFpupilData>${pupils.map(pupil).join('\n')}</CTFpupilData></CTfile>`

const peopleNamed = (family: string) =>
  test.owner
    .selectFrom('person')
    .select(['id', 'known_given'])
    .where('partnership_id', '=', partnership.id)
    .where('known_family', '=', family)
    .execute()

const namedEver = (family: string) =>
  test.owner.selectFrom('person_name').selectAll().where('family', '=', family).execute()

const numbersOf = async (id: string) =>
  (
    await test.owner
      .selectFrom('person_identifier')
      .select(['kind', 'value'])
      .where('person_id', '=', id)
      .where('replaced_at', 'is', null)
      .orderBy('kind')
      .execute()
  ).map(n => [n.kind, n.value])

describe('A Common Transfer File', () => {
  it('makes the same record as a table of the same pupils, and neither makes a second', async () => {
    const [school, college] = [await lists.partner(partnership, 'school'), await lists.partner(partnership, 'college')]
    const told = { upn: upn(1101), given: 'Ottoline', family: 'Ctfsample' }
    const first = await lists.take(officer, school, ctf(told))
    expect(first.counts).toMatchObject({ new: 1, fault: 0, question: 0 })
    const table = csv('UPN,Surname,Forename,DOB,Postcode', `${told.upn},Ctfsample,Ottoline,04/03/2010,HX1 1AA`)
    expect((await lists.take(officer, college, table)).counts).toMatchObject({ new: 0, question: 0 })
    expect(await peopleNamed('Ctfsample')).toHaveLength(1)
    expect((await lists.take(officer, school, ctf(told))).counts).toMatchObject({ same: 1, new: 0, changed: 0 })
  })

  it('finds somebody by the number and the names they had before, and puts none in the place of those they have', async () => {
    const [old, now] = [await lists.partner(partnership, 'school'), await lists.partner(partnership, 'school')]
    const [was, is] = [upn(1111), upn(1112)]
    await lists.take(
      officer,
      old,
      csv('UPN,Surname,Forename,DOB,Postcode', `${was},Oldctfname,Petronella,04/03/2010,HX1 1AA`),
    )
    const moved = {
      upn: is,
      formerUpn: was,
      given: 'Petronella',
      family: 'Newctfname',
      more: '<FormerSurname>Oldctfname</FormerSurname><PreferredForename>Petra</PreferredForename>',
    }
    const run = await lists.take(officer, now, ctf(moved))
    expect(run.counts).toMatchObject({ new: 0, changed: 1, question: 0 })
    const [person, ...more] = (await namedEver('Oldctfname')).filter(n => n.kind === 'legal')
    expect(more).toEqual([])
    expect((await namedEver('Newctfname')).map(n => [n.kind, n.given, n.person_id])).toEqual([
      ['preferred', 'Petra', person?.person_id],
    ])
    // What the first list said stands; the second stands beside it.
    expect(await numbersOf(person?.person_id ?? '')).toContainEqual(['upn', was])
    expect(await numbersOf(person?.person_id ?? '')).toContainEqual(['upn', is])
    expect((await officer.get(`/find?q=${is}`)).body).toContain('Newctfname')
    expect((await lists.take(officer, now, ctf(moved))).counts).toMatchObject({ same: 1 })
  })

  it('writes a former name down beside the others, once', async () => {
    const [one, two] = [await lists.partner(partnership, 'school'), await lists.partner(partnership, 'school')]
    const told = { upn: upn(1151), given: 'Thomasina', family: 'Ctfnow' }
    await lists.take(officer, one, ctf(told))
    const more = '<FormerSurname>Ctfthen</FormerSurname>'
    for (const partner of [one, two]) await lists.take(officer, partner, ctf({ ...told, more }))
    expect((await namedEver('Ctfthen')).map(n => n.kind)).toEqual(['former'])
    expect(await peopleNamed('Ctfnow')).toHaveLength(1)
  })

  it('keeps a former number as one: it finds them, is shown by its end, and is no second UPN', async () => {
    const [one, two] = [await lists.partner(partnership, 'school'), await lists.partner(partnership, 'school')]
    const [was, is] = [upn(1121), upn(1122)]
    await lists.take(officer, one, ctf({ upn: is, formerUpn: was, given: 'Quillon', family: 'Ctfnumber' }))
    const [person] = await peopleNamed('Ctfnumber')
    expect(await numbersOf(person?.id ?? '')).toEqual([
      ['former-upn', was],
      ['upn', is],
    ])
    const page = (await officer.get(`/people/${person?.id}/details`)).body
    expect(page).toContain('Former UPN')
    expect(page).toContain(was.slice(-3))
    expect(page).not.toContain(was)
    expect((await officer.get(`/find?q=${was}`)).body).toContain('Ctfnumber')
    const run = await lists.take(
      officer,
      two,
      csv('UPN,Surname,Forename,DOB,Postcode', `${was},Ctfnumber,Quillon,04/03/2010,HX1 1AA`),
    )
    expect(run.counts).toMatchObject({ new: 0, question: 0 })
    expect(await peopleNamed('Ctfnumber')).toHaveLength(1)
  })

  it('is sent by browser like any list, and goes back with a word where it will not do', async () => {
    const school = await lists.partner(partnership, 'school')
    const sent = await lists.upload(
      officer,
      school,
      '3834001_CTF_3830000_001.XML',
      ctf({ upn: upn(1131), given: 'Rosalba', family: 'Ctfsent' }),
    )
    expect(sent.status).toBe(303)
    const columns = (await officer.get(sent.to ?? '')).body
    for (const words of ['Former UPN', 'Preferred forename', 'Rosalba']) expect(columns).toContain(words)
    const bad = await lists.upload(
      officer,
      school,
      'bad.xml',
      '<!DOCTYPE CTfile [<!ENTITY a "b">]><CTfile>&a;</CTfile>',
    )
    expect((await officer.get(bad.to ?? '')).body).toContain('DOCTYPE, which no Common Transfer File has')
    const cut = await lists.upload(
      officer,
      school,
      'cut.xml',
      ctf({ upn: upn(1132), given: 'Cut', family: 'Off' }).slice(0, 300),
    )
    expect((await officer.get(cut.to ?? '')).body).toContain('damaged or cut off')
    // Whose beginning is whole goes back once it is read to its end, and nothing of it stays.
    const many = Array.from({ length: 60 }, (_, n) => ({ upn: upn(1200 + n), given: givenOf(n), family: 'Later' }))
    expect(await lists.read(officer, school, ctf(...many).slice(0, -60))).toMatchObject({ state: 'refused' })
    expect(await peopleNamed('Later')).toEqual([])
  })

  it('of youth justice brings no UPN, former or not', async () => {
    const team = await lists.partner(partnership, 'youth-offending-team')
    const [was, is] = [upn(1141), upn(1142)]
    await lists.take(officer, team, ctf({ upn: is, formerUpn: was, given: 'Sebastiana', family: 'Ctfjustice' }))
    const [person] = await peopleNamed('Ctfjustice')
    expect(await numbersOf(person?.id ?? '')).toEqual([])
  })
})
