/** A draft of an assessment that saves itself: what its writer sees again is kept, once, and nobody else's words are lost by it. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '#ground/ids.ts'
import { INTENSIVE_CLASSES } from '#rooms/access/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { openTestHouse, type TestColleague, type TestPartnership } from '#test/house.ts'
import { addPerson, letSee } from '#test/people.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let dana: TestColleague
let imran: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana, imran } = await staffOf(partnership, 'dana', 'imran'))
})

let made = 0
async function begun(): Promise<{ id: PersonId; at: string }> {
  const id = await addPerson(house, partnership, { given: 'Drew', family: `Draftsample${(made += 1)}`, lead: dana })
  await letSee(house, partnership, { id, by: imran, classes: INTENSIVE_CLASSES })
  const { to = '' } = await dana.post(`/people/${id}/assessment/begin`, { depth: 'initial' }, `/people/${id}`)
  house.clock.advance(1000)
  return { id, at: to.replace(/\/education$/, '') }
}

/** What a page shows of each factor, as hidden fields. */
const seenIn = (body: string): Record<string, string> =>
  Object.fromEntries([...body.matchAll(/name="(seen-[a-z-]+)" value="([^"]*)"/g)].map(m => [m[1], m[2]]))

async function keep(by: TestColleague, path: string, fields: Record<string, string>, seen?: Record<string, string>) {
  const shown = seen ?? seenIn((await by.get(path)).body)
  house.clock.advance(1000)
  return by.post(path, { ...shown, ...fields, then: 'keep' }, path)
}

const rowsOf = (id: PersonId) =>
  test.owner
    .selectFrom('assessment_rating')
    .select(['factor', 'evidence', 'replaced_at'])
    .where('person_id', '=', id)
    .orderBy('recorded_at')
    .execute()
const HOUSING = {
  'staff-housing': '2',
  'own-housing': '1',
  'evidence-housing': 'Sofa at an aunt’s 🛋',
  'source-housing': 'told-me',
}

describe('A draft that saves itself', () => {
  it('keeps what was written, leads back to the same page, and says when', async () => {
    const { id, at } = await begun()
    expect(await keep(dana, `${at}/home`, HOUSING)).toMatchObject({ status: 303, to: `${at}/home` })
    const page = (await dana.get(`${at}/home`)).body
    expect(page).toContain('Sofa at an aunt’s 🛋')
    expect(page).toMatch(/id="saved"[^>]*>Saved \d/)
    expect(page).toContain('data-saves-itself="saved"')
    expect(await rowsOf(id)).toMatchObject([{ factor: 'housing', replaced_at: null }])
  })

  it('writes nothing where nothing changed, and only what changed', async () => {
    const { id, at } = await begun()
    await keep(dana, `${at}/home`, HOUSING)
    await keep(dana, `${at}/home`, HOUSING)
    expect(await rowsOf(id)).toHaveLength(1)
    await keep(dana, `${at}/home`, { ...HOUSING, 'evidence-housing': 'A bed by now' })
    expect((await rowsOf(id)).map(row => [row.evidence, row.replaced_at === null])).toEqual([
      ['Sofa at an aunt’s 🛋', false],
      ['A bed by now', true],
    ])
  })

  it('never goes over what somebody else saved meanwhile', async () => {
    const { id, at } = await begun()
    const before = seenIn((await dana.get(`${at}/home`)).body)
    await keep(imran, `${at}/home`, { ...HOUSING, 'evidence-housing': 'By the other' })
    const late = await keep(dana, `${at}/home`, HOUSING, before)
    expect(late.status).toBe(409)
    expect(late.body).toContain('By the other')
    expect((await rowsOf(id)).map(row => row.evidence)).toEqual(['By the other'])
  })

  it('leaves for a press what its writer does not see again: what is kept close, and parts they do not see (K6)', async () => {
    const { id, at } = await begun()
    const close = { ...HOUSING, 'close-housing': 'yes', 'answer-housing': 'acted', 'did-housing': 'Rang' }
    for (let i = 0; i < 2; i++) expect((await keep(dana, `${at}/home`, close)).status).toBe(303)
    expect(await rowsOf(id)).toEqual([])
    const blind = { 'staff-substance-use': '2', 'evidence-substance-use': 'Told me', 'source-substance-use': 'told-me' }
    const own = { ...blind, 'answer-substance-use': 'acted', 'did-substance-use': 'Rang' }
    for (let i = 0; i < 2; i++) await keep(dana, `${at}/self`, own)
    expect(await rowsOf(id)).toEqual([])
  })

  it('says what is missing instead, and saves nothing half-done', async () => {
    const { id, at } = await begun()
    const { status } = await keep(dana, `${at}/home`, { ...HOUSING, 'evidence-housing': 'x'.repeat(10_001) })
    expect(status).toBe(422)
    expect(await rowsOf(id)).toEqual([])
  })
})
