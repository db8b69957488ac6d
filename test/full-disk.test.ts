/** A database whose disk is full: nothing by half, and whoever was saving is told so in plain words. */
import { afterEach, expect, it } from 'vitest'
import { withClient } from '#ground/database/connect.ts'
import { openTestDatabase } from './support/database.ts'
import { headingOf, openTestHouse } from './support/house.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const partnership = await house.partnership()
const adviser = await partnership.colleague('universal-adviser')
await partnership.colleague('safeguarding-lead')
const onOwner = (text: string) => withClient(test.ownerPlace, 'owner', client => client.query(text))

/** From now on a table takes no more rows, as where its file cannot grow. */
async function fill(table: string): Promise<void> {
  await onOwner(`
    create function app.no_room() returns trigger language plpgsql as $$
      begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$;
    create trigger no_room before insert on app.${table} for each row execute function app.no_room();`)
}
afterEach(() => onOwner('drop function app.no_room cascade'))

it('says that there is no room and that nothing was kept', async () => {
  await fill('notice')
  const answer = await adviser.post('/concerns/new', { what: 'They said that' })
  expect([answer.status, headingOf(answer.body)]).toEqual([507, 'There is no room left to save'])
  expect(await test.owner.selectFrom('concern').selectAll().execute()).toEqual([])
})

it('shows nothing that cannot be written down, and says why', async () => {
  await fill('audit_event')
  const answer = await adviser.get('/caseload')
  expect([answer.status, headingOf(answer.body)]).toEqual([507, 'There is no room left to save'])
})
