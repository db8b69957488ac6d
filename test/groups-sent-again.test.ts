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

describe('A new session sent again after it was saved', () => {
  it('that says something else, or of others, is told to be saved already, with what was typed', async () => {
    const [ada, bo] = [await young('Amira'), await young('Bodhi')]
    const first = { id: freshId(), came: [ada], 'with-1': mair.accountId }
    const { to: at = '' } = await record(first)
    const others: Fields[] = [
      { came: [ada, bo] },
      { came: [] },
      { notes: 'Soup, and words typed since' },
      { 'with-1': '' },
    ]
    for (const other of others) {
      const { status, body } = await record({ ...first, ...other })
      expect(status).toBe(409)
      for (const words of ['This session is saved already', `href="${at}/change"`, `href="${at}/people"`])
        expect(body).toContain(words)
      if (other['notes']) expect(body).toContain('Soup, and words typed since')
      if (other.came?.includes(bo)) expect(body).toMatch(new RegExp(`value="${bo}"[^>]*checked`))
    }
    expect(await partsOf(bo)).toEqual([])
    const same = await record(first)
    expect([same.status, same.to]).toEqual([303, at])
    expect(await cameTo(at)).toHaveLength(1)
  })

  it('under the id of a session of somebody else tells nothing of it', async () => {
    const first = { id: freshId(), came: [] }
    const { to: at = '' } = await post(mair, '/groups/new', { ...SESSION, ...first, notes: 'Of Mair alone' })
    const other = await record(first)
    expect([other.status, other.body.includes('Of Mair alone')]).toEqual([409, false])
    expect((await dana.get(at)).status).toBe(404)
  })
})

describe('Somebody who came and is not on record, written down again', () => {
  const newcomersOf = (path: string) =>
    test.owner.selectFrom('group_newcomer').selectAll().where('session_id', '=', rowIdIn(path)).orderBy('id').execute()
  const formId = async (path: string) => /name="id" value="([^"]*)"/.exec((await dana.get(path)).body)?.[1] ?? ''
  const note = async (path: string, said: Fields) => {
    const { status } = await post(dana, `${path}/newcomers`, {
      id: await formId(path),
      called: 'Jay',
      wanted: '',
      ...said,
    })
    expect(status).toBe(303)
  }

  it('is one where the same form came twice, and two where two have one name', async () => {
    const at = await held([])
    const id = await formId(at)
    await note(at, { id })
    await note(at, { id })
    expect(await newcomersOf(at)).toHaveLength(1)
    await note(at, {})
    expect(await newcomersOf(at)).toHaveLength(2)
    await note(at, { id, called: 'Kay' })
    expect((await newcomersOf(at)).map(one => one.called).sort()).toEqual(['Jay', 'Jay', 'Kay'])
    const bare = await post(dana, `${at}/newcomers`, { id: 'none', called: 'Lee' })
    expect([bare.status, bare.body.includes('value="Lee"')]).toEqual([422, true])
  })

  it('and put on the record of one who stands there already is written onto what is there', async () => {
    const ada = await young('Amira')
    const at = await held([ada])
    await post(dana, `${at}/parts`, await part(at, ada, { note: 'Made the soup' }))
    await note(at, { wanted: 'Somewhere to stay' })
    const link = async () =>
      post(dana, `/groups/newcomers/${(await newcomersOf(at))[0]?.id}`, {
        ...{ person: ada, asked: dana.accountId },
        ...dayFields('agreed', [2026, 11, 23]),
      })
    expect((await link()).status).toBe(303)
    expect(await cameTo(at)).toMatchObject([{ person_id: ada, asked_by: dana.accountId, agreed_on: '2026-11-23' }])
    expect(await partsOf(ada)).toMatchObject([{ notes: 'Made the soup\n\nSomewhere to stay', version: 3 }])
    expect(await newcomersOf(at)).toEqual([])
    await note(at, {})
    expect((await link()).status).toBe(303)
    expect(await partsOf(ada)).toMatchObject([{ version: 3 }])
  })

  it('stays as it is where it does not fit into what stands', async () => {
    const ada = await young('Amira')
    const at = await held([ada])
    await post(dana, `${at}/parts`, await part(at, ada, { note: 'x'.repeat(9_990) }))
    await note(at, { wanted: 'Somewhere to stay' })
    const long = await post(dana, `/groups/newcomers/${(await newcomersOf(at))[0]?.id}`, {
      ...{ person: ada, asked: dana.accountId },
      ...dayFields('agreed', [2026, 11, 23]),
    })
    expect([long.status, summaryOf(long.body)[0]]).toEqual([422, expect.stringContaining('does not fit')])
    expect(await newcomersOf(at)).toHaveLength(1)
    expect(await cameTo(at)).toMatchObject([{ asked_by: null }])
  })
})
