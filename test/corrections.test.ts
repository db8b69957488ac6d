/** A partner corrects by question (K3): its practitioner says what is wrong, a data officer answers. */
import { beforeAll, describe, expect, it } from 'vitest'
import { query } from '#ground/database/tx.ts'
import type { GroupId, PersonId } from '#ground/ids.ts'
import { addMembers, endMembers, OWN_ROLL_CLASSES, openGrant } from '#rooms/access/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { openTestHouse, type TestColleague, type TestPartnership } from '#test/house.ts'
import { addPerson } from '#test/people.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const WRONG = 'Their family name is Rightsample now.'
let partnership: TestPartnership
let officer: TestColleague
let hana: TestColleague
let colleague: TestColleague
let person: PersonId

beforeAll(async () => {
  partnership = await house.partnership()
  officer = await partnership.colleague('data-officer', 'Owen Testcase')
  hana = await partnership.colleague('partner-practitioner', 'Hana Testcase')
  colleague = await partnership.colleague('partner-practitioner', 'Ben Testcase')
  person = await addPerson(house, partnership, { family: 'Wrongsample', born: '2010-03-03' })
  await house.command(partnership.id, async tx => {
    const groupId = partnership.organisationId as string as GroupId
    await addMembers(tx, groupId, [person])
    const scope = { kind: 'group', groupId } as const
    const holderId = partnership.organisationId
    await openGrant(tx, { scope, holderId, classes: OWN_ROLL_CLASSES, basis: 'public-task', source: 'own-roll' })
  })
})

/** The one open correction, as the data officer finds it. */
async function openQuestion(): Promise<string> {
  const { body } = await officer.get('/questions')
  expect(body).toContain('A partner says something is wrong')
  return /href="(\/questions\/[^"]+)"/.exec(body)?.[1] ?? ''
}

describe('One’s own roll', () => {
  it('is a list of who is on it, with what the roll brought and who leads', async () => {
    const roll = await hana.get('/roll')
    expect(roll.status).toBe(200)
    expect(roll.body).toContain('Wrongsample, Robin')
    expect(roll.body).toContain('Lead adviser')
    for (const hidden of ['Current activity', 'Last seen', 'Checked']) expect(roll.body).not.toContain(hidden)
    const stranger = await (await house.partnership()).colleague('partner-practitioner', 'Kim Testcase')
    expect((await stranger.get('/roll')).body).not.toContain('Wrongsample')
    expect((await officer.get('/roll')).status).toBe(404)
  })

  it('shows who is being helped, by name and who leads alone', async () => {
    const dana = await partnership.colleague('universal-adviser', 'Dana Testcase')
    const helped = await addPerson(house, partnership, { family: 'Helpedsample', born: '2010-03-03', lead: dana })
    await house.command(partnership.id, tx => addMembers(tx, partnership.organisationId as string as GroupId, [helped]))
    const list = async (lead: string) => (await hana.get(`/roll?lead=${lead}`)).body
    const some = await list('some')
    for (const words of ['Helpedsample', 'Dana Testcase', 'Being helped: somebody leads']) expect(some).toContain(words)
    expect(some).not.toContain('Wrongsample')
    const none = await list('none')
    expect([none.includes('Wrongsample'), none.includes('Helpedsample')]).toEqual([true, false])
    expect(await list('nonsense')).toContain('Helpedsample')
  })
})

describe('A correction by question', () => {
  it('is not sent without words, and only by those whose roll it is', async () => {
    expect((await hana.post(`/people/${person}/correction`, { text: ' ' })).status).toBe(422)
    expect((await officer.get(`/people/${person}/correction`)).status).toBe(404)
    const stranger = await (await house.partnership()).colleague('partner-practitioner', 'Zoe Testcase')
    expect((await stranger.get(`/people/${person}/correction`)).status).toBe(404)
  })

  it('changes nothing, waits for a data officer, and is answered to the one who asked', async () => {
    expect((await hana.get(`/people/${person}`)).body).toContain(`/people/${person}/correction`)
    expect((await hana.post(`/people/${person}/correction`, { text: WRONG })).status).toBe(303)
    expect((await hana.get(`/people/${person}/correction`)).body).toContain('Waits for an answer')
    const question = await openQuestion()
    expect((await officer.get(question)).body).toContain(WRONG)
    // That it stays as it is wants a reason.
    expect((await officer.post(question, { answer: 'not-corrected' })).status).toBe(422)
    expect(
      (await officer.post(question, { answer: 'not-corrected', words: 'The school census says so too.' })).status,
    ).toBe(303)
    expect((await hana.get('/')).body).toContain('What you said was wrong has been answered')
    const answered = await hana.get(`/people/${person}/correction`)
    expect(answered.body).toContain('Left as it is. The school census says so too.')
    expect((await officer.get(question)).status).toBe(404)
  })

  it('is read by colleagues of the same organisation, by nobody else, and never from the table of questions', async () => {
    expect((await colleague.get(`/people/${person}/correction`)).body).toContain(WRONG)
    const rows = await test.database.transaction(hana.acting(), tx => query(tx, 'select id from intake_question'))
    expect(rows).toEqual([])
  })

  it('ends with the roll: there is no such page for who has left it', async () => {
    await house.command(partnership.id, tx => endMembers(tx, partnership.organisationId as string as GroupId, [person]))
    house.clock.advance(1000)
    expect((await hana.get(`/people/${person}/correction`)).status).toBe(404)
    expect((await hana.post(`/people/${person}/correction`, { text: WRONG })).status).toBe(404)
  })
})
