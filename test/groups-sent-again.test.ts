/** Forms of groups that are sent again, or by two at once: nothing that was typed is lost, and nothing stands twice. */
import { beforeAll, describe, expect, it } from 'vitest'
import { newId, type PersonId, type RowId } from '#ground/ids.ts'
import { ADVISER_CLASSES } from '#rooms/access/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { addPerson, letSee } from '#test/people.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let dana: TestColleague
let mair: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana, mair } = await staffOf(partnership, 'dana', 'mair'))
})

let made = 0
/** Somebody Dana leads for, whom Mair may see too. */
async function young(given: string): Promise<PersonId> {
  const id = await addPerson(house, partnership, { given, family: `Againsample${(made += 1)}`, lead: dana })
  await letSee(house, partnership, { id, by: mair, classes: ADVISER_CLASSES })
  return id
}

type Fields = Readonly<Record<string, string | readonly string[]>>
const SESSION = {
  ...{ kind: 'group', title: 'Cooking on a budget', minutes: '90', place: 'Hub kitchen', tells: '0' },
  ...{ notes: 'Soup and bread', time: '16:00' },
  ...dayFields('on', [2026, 11, 20]),
}
const freshId = () => newId<'row'>(house.clock.now())

async function post(by: TestColleague, path: string, fields: Fields) {
  house.clock.advance(1000)
  const answer = await by.post(path, fields as Record<string, string>)
  house.clock.advance(1000)
  return answer
}

const record = (fields: Fields) => post(dana, '/groups/new', { ...SESSION, ...fields })

/** A session Dana and Mair ran, by its address. */
async function held(came: readonly PersonId[]): Promise<string> {
  const { status, to = '', body } = await record({ id: freshId(), came, 'with-1': mair.accountId })
  if (status !== 303) throw new Error(`${status} ${summaryOf(body).join()}`)
  return to
}
const rowIdIn = (path: string) => (path.split('/')[2] ?? '') as RowId
const partsOf = (id: PersonId) =>
  test.owner.selectFrom('contact').selectAll().where('person_id', '=', id).orderBy('id').execute()
const cameTo = (path: string) =>
  test.owner.selectFrom('group_attendance').selectAll().where('session_id', '=', rowIdIn(path)).orderBy('id').execute()
const part = async (
  path: string,
  id: PersonId,
  words: { note?: string; next?: string; came?: string },
  version = 1,
) => {
  const rowId = (await cameTo(path)).find(one => one.person_id === id)?.id
  return {
    ...Object.fromEntries(Object.entries(words).map(([name, typed]) => [`${name}-${rowId}`, typed])),
    [`version-${rowId}`]: String(version),
  }
}

describe('What each did, written by two at once', () => {
  it('is shown with what stands and with all that was typed, and saved once that was seen', async () => {
    const [ada, bo] = [await young('Amira'), await young('Bodhi')]
    const at = await held([ada, bo])
    const first = await part(at, ada, { note: 'Words of Mair', next: 'Step of Mair' })
    expect((await post(mair, `${at}/parts`, first)).status).toBe(303)
    const typed = {
      ...(await part(at, ada, { note: 'Long words on Amira' })),
      ...(await part(at, bo, { note: 'Long words on Bodhi', came: 'late' })),
    }
    const late = await post(dana, `${at}/parts`, typed)
    expect([late.status, summaryOf(late.body)[0]]).toEqual([409, expect.stringContaining('Somebody wrote of one')])
    for (const words of ['Words of Mair', 'Step of Mair', 'Long words on Amira', 'Long words on Bodhi'])
      expect(late.body).toContain(words)
    expect((await partsOf(bo))[0]?.notes).toBe('')
    const seen = { ...typed, ...(await part(at, ada, { note: 'Words of both' }, 2)) }
    expect((await post(dana, `${at}/parts`, seen)).status).toBe(303)
    expect(await partsOf(ada)).toMatchObject([{ notes: 'Words of both', next_step: 'Step of Mair', version: 3 }])
    expect(await partsOf(bo)).toMatchObject([{ notes: 'Long words on Bodhi' }])
    const kept = await test.owner
      .selectFrom('contact_version')
      .select('why')
      .where('contact_id', '=', (await partsOf(ada))[0]?.id as RowId)
      .orderBy('version')
      .execute()
    expect(kept.at(-1)?.why).toContain('after seeing what stood')
  })

  it('sent twice is one; the same words by another hand are shown', async () => {
    const [ada, bo] = [await young('Amira'), await young('Bodhi')]
    const at = await held([ada, bo])
    const typed = await part(at, ada, { note: 'Made the soup', next: 'A recipe', came: 'late' })
    for (let i = 0; i < 2; i += 1) {
      const saved = await post(dana, `${at}/parts`, typed)
      expect([saved.status, saved.to]).toEqual([303, at])
    }
    expect(await partsOf(ada)).toMatchObject([{ notes: 'Made the soup', version: 2 }])
    const more = { ...typed, ...(await part(at, bo, { note: 'Baked' })) }
    expect((await post(mair, `${at}/parts`, more)).status).toBe(409)
    expect((await post(dana, `${at}/parts`, more)).status).toBe(303)
    expect(await partsOf(bo)).toMatchObject([{ notes: 'Baked' }])
  })

  it('of somebody whose part is gone meanwhile still shows what was typed', async () => {
    const ada = await young('Amira')
    const at = await held([ada])
    const typed = await part(at, ada, { note: 'Words on nobody here' })
    await test.owner
      .updateTable('group_attendance')
      .set({ sealed_at: house.clock.now() as never })
      .where('session_id', '=', rowIdIn(at))
      .execute()
    const late = await post(dana, `${at}/parts`, typed)
    expect([late.status, late.body.includes('Words on nobody here')]).toEqual([409, true])
  })
})
