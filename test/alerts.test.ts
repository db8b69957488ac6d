/** Alerts over HTTP: what to do and never why, looked at again by a day, known to the young person or kept from them for a reason. */
import { beforeAll, describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import { assignLead } from '#rooms/deployment/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { addPerson, letSee } from '#test/people.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let dana: TestColleague
let mair: TestColleague
beforeAll(async () => {
  partnership = await house.partnership()
  dana = await partnership.colleague('universal-adviser', 'Dana Testcase')
  mair = await partnership.colleague('universal-adviser', 'Mair Testcase')
})

const ALERT = { kind: 'care', first: 'Go in pairs.', told: 'yes', ...dayFields('review', [2027, 2, 1]) }
const ledByDana = (given: string) => addPerson(house, partnership, { given, family: 'Alertsample', lead: dana })
const rowOf = (id: PersonId) =>
  test.owner.selectFrom('person_alert').selectAll().where('person_id', '=', id).executeTakeFirstOrThrow()
async function withAlert(given: string, reviewOn: string, told = 'yes'): Promise<{ id: PersonId; alert: RowId }> {
  const id = await ledByDana(given)
  const why = told === 'withheld' ? { 'told-why': 'It would be read at home' } : {}
  expect((await dana.post(`/people/${id}/alerts`, { ...ALERT, told, ...why })).status).toBe(303)
  const { id: alert } = await rowOf(id)
  await test.owner
    .updateTable('person_alert')
    .set({ review_on: toDay(reviewOn) })
    .where('id', '=', alert)
    .execute()
  house.clock.advance(1000)
  return { id, alert: alert as RowId }
}

describe('An alert', () => {
  it.each([
    ['without a day to look at it again', { 'review-day': '', 'review-month': '', 'review-year': '' }, '#review'],
    ['looked at again today', dayFields('review', [2026, 11, 23]), '#review'],
    ['looked at again in two years', dayFields('review', [2028, 11, 1]), '#review'],
    ['of which nobody says whether they know', { told: '' }, '#told'],
    ['kept from them without a reason', { told: 'withheld' }, '#told-why'],
  ])('%s is refused at the field', async (_words, fields, field) => {
    const id = await ledByDana('Ada')
    const answer = await dana.post(`/people/${id}/alerts`, { ...ALERT, ...fields })
    expect(answer.status).toBe(422)
    expect(summaryOf(answer.body)[0]).toContain(field)
    expect(answer.body).toContain('Go in pairs.')
  })

  it('stands in the list of whoever set it when its day comes, and says until when it is needed now', async () => {
    const { id, alert } = await withAlert('Bo', '2026-11-20')
    const later = await withAlert('Cy', '2027-02-01')
    const list = (await dana.get('/alerts')).body
    expect(list).toContain('3 days late')
    expect(list).toContain(`/people/${id}/alerts/${alert}/review`)
    expect(list).not.toContain(later.alert)
    const path = `/people/${id}/alerts/${alert}/review`
    const keep = { ...ALERT, ...dayFields('review', [2027, 3, 1]), shown: '2026-11-20' }
    expect((await dana.post(path, keep)).status).toBe(303)
    expect((await dana.get('/alerts')).body).not.toContain(alert)
    expect((await dana.get(`/people/${id}/details`)).body).toContain('looked at again by 1 Mar')
    // Somebody who had the page open from before is told.
    const stale = await dana.post(path, keep)
    expect(stale.status).toBe(409)
    expect(stale.body).toContain('Somebody looked at it meanwhile')
    expect((await dana.post(`/people/${id}/alerts/${alert}/end`)).status).toBe(303)
    expect((await dana.get(path)).status).toBe(404)
  })

  it('whose setter no longer leads stands in the list of whoever does', async () => {
    const { id, alert } = await withAlert('Di', '2026-11-24')
    expect((await mair.get('/alerts')).body).not.toContain(alert)
    await house.command(partnership.id, tx =>
      assignLead(tx, id, { accountId: mair.accountId, isIntensive: false, reason: 'Made up' }),
    )
    house.clock.advance(1000)
    expect((await mair.get('/alerts')).body).toContain(alert)
    expect((await dana.get('/alerts')).body).not.toContain(alert)
  })

  it('kept from the young person is seen by no partner either (K2)', async () => {
    const { id } = await withAlert('Eli', '2027-02-01', 'withheld')
    const school = await partnership.colleague('partner-practitioner', 'Hana Testcase')
    await letSee(house, partnership, { id, by: school, classes: ['identity', 'learning'] })
    for (const path of [`/people/${id}`, `/people/${id}/details`]) {
      const { status, body } = await school.get(path)
      expect(status).toBe(200)
      expect(body).not.toContain('Go in pairs')
      expect((await dana.get(path)).body).toContain('Go in pairs')
    }
  })
})
