/** Whether all that a demo is to hold is there, told by its database, and how one that was cut off is emptied. */
import type { Clock } from '../clock.ts'
import { type Place, withClient } from './connect.ts'

/** True once `markFurnished` was called on this database. */
export async function isFurnished(owner: Place): Promise<boolean> {
  return withClient(owner, 'owner', async client => {
    const { rows } = await client.query('select from app.installation where furnished_at is not null')
    return rows.length > 0
  })
}

/** Says that everything is there: the last thing that is done, so that what was cut off before never looks finished. */
export async function markFurnished(owner: Place, clock: Clock): Promise<void> {
  await withClient(owner, 'owner', client =>
    client.query('update app.installation set furnished_at = coalesce(furnished_at, $1)', [clock.now()]),
  )
}

/**
 * Takes everything out of a demo's database; the next start makes it anew. Refuses any other: the database itself says what
 * it is, in the statement that empties it.
 */
export async function emptyDemo(owner: Place): Promise<void> {
  await withClient(owner, 'owner', client =>
    client.query(`do $body$ begin
      if not exists (select from app.installation where kind = 'demo' and furnished_at is null) then
        raise exception 'not an unfinished demo';
      end if;
      drop schema app cascade;
      drop schema pgboss cascade;
    end $body$`),
  )
}
