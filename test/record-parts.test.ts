/** Which parts a record has ever had is noted by triggers, and read in one place to leave out what never was. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { asHouse } from '#ground/database/tx.ts'
import type { PersonId } from '#ground/ids.ts'
import { NOTED_PARTS, partsOf } from '#rooms/people/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { openTestHouse } from '#test/house.ts'
import { addPerson } from '#test/people.ts'
import { PERSONAL, rowSql } from '#test/personal-rows.ts'

const SRC = resolve(import.meta.dirname, '../src')
const test = await openTestDatabase()
const house = await openTestHouse(test)
const own = await house.partnership()
const manager = await own.colleague('manager')
const asked = async (person: PersonId) => {
  const has = await house.command(own.id, tx => asHouse(tx, 'a test', worker => partsOf(worker, person)))
  return NOTED_PARTS.filter(has)
}
const onOwner = (text: string) => sql.raw(text).execute(test.owner)
const given = (table: string, person: string) =>
  onOwner(
    rowSql(table, PERSONAL[table]?.bits[0] ?? 0, {
      partnership: own.id,
      person,
      row: v7(),
      account: manager.accountId,
      organisation: own.organisationId,
    }),
  )

describe('Which parts a record has', () => {
  it('is noted of these tables and no others, when a row comes and when it goes to another record', async () => {
    const { rows } = await sql<{ name: string; triggers: string[] }>`
      select c.relname as name, array_agg(t.tgname::text order by t.tgname) as triggers from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where t.tgname like 'part\_%' group by 1 order by 1`.execute(test.owner)
    expect(rows).toEqual(NOTED_PARTS.map(name => ({ name, triggers: ['part_moved', 'part_noted'] })))
  })

  it('is nothing at first, what came since then, and what came along from another record', async () => {
    const [one, other] = [
      await addPerson(house, own, { family: 'Sample' }),
      await addPerson(house, own, { family: 'Sample' }),
    ]
    expect(await asked(one)).toEqual([])
    await given('letter', one)
    await given('letter', one)
    await given('referral', other)
    expect([await asked(one), await asked(other)]).toEqual([['letter'], ['referral']])
    await onOwner(`update app.letter set person_id = '${other}' where person_id = '${one}'`)
    // Only added to: what is asked for in vain costs a moment, what is not asked for is not seen.
    expect([await asked(one), await asked(other)]).toEqual([['letter'], ['letter', 'referral']])
  })

  it('is asked for in one place alone', () => {
    const naming = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
      .filter(path => /\.tsx?$/.test(path) && path !== 'ground/database/tables.ts')
      .filter(path => readFileSync(join(SRC, path), 'utf8').includes('person_part'))
    expect(naming.toSorted((a, b) => a.localeCompare(b))).toEqual([
      'rooms/matching/merging/tables.ts',
      'rooms/people/store/parts.ts',
    ])
  })
})
