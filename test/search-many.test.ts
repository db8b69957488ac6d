/** Finding one of many who bear the very name: whom the searcher may know is found, however many others stand before them. */
import { expect, it } from 'vitest'
import { findAnyone, readQuery } from '#rooms/people/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { openTestHouse } from '#test/house.ts'
import { addPerson } from '#test/people.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)

/** More than are asked about at first. */
const OTHERS = 230

it('finds the one they lead for behind hundreds of others of that name, and a data officer finds a page of them', async () => {
  const partnership = await house.partnership()
  const { dana, owen } = await staffOf(partnership, 'dana', 'owen')
  for (let i = 0; i < OTHERS; i += 1)
    await addPerson(house, partnership, { given: 'Robin', family: 'Manysample', still: true })
  house.clock.advance(1000)
  // By its id the last of all.
  const own = await addPerson(house, partnership, { given: 'Robin', family: 'Manysample', lead: dana })
  const found = (who: typeof dana) =>
    test.database.transaction(who.acting(), tx => findAnyone(tx, readQuery('robin manysample')))
  expect((await found(dana)).map(f => f.person.id)).toEqual([own])
  const page = await found(owen)
  expect(page).toHaveLength(50)
  expect(new Set(page.map(f => f.person.id)).size).toBe(50)
}, 60_000)
