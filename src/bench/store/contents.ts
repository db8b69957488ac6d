/** What is in the bench's database: counted, looked up, and taken out again. */
import type { Client } from 'pg'
import { kindOf } from '#ground/database/backup/catalogue.ts'
import { CLEAR } from '#ground/database/backup/load-sql.ts'
import { type Place, withClient } from '#ground/database/connect.ts'
import type { PartnershipId, PersonId } from '#ground/ids.ts'

/** Where the bench's people get their mail; nobody else's do. */
export const MAIL = '@bench.example'

/** What is in the database, and which database it is. */
export type Contents = {
  readonly people: number
  readonly contacts: number
  readonly spells: number
  readonly grants: number
  readonly server: string
  readonly memory: string
  readonly bytes: number
}

export async function countContents(owner: Place): Promise<Contents> {
  return withClient(owner, 'owner', async client => {
    const { rows } = await client.query<Contents>(`
      select (select count(*)::int from person) as people, (select count(*)::int from contact) as contacts,
        (select count(*)::int from activity_spell) as spells, (select count(*)::int from access_grant) as grants,
        split_part(current_setting('server_version'), ' ', 1) as server, current_setting('shared_buffers') as memory,
        pg_database_size(current_database())::float8 as bytes`)
    const [row] = rows
    if (row === undefined) throw new Error('the database said nothing')
    return row
  })
}

export type Somebody = { readonly id: PersonId; readonly given: string; readonly family: string }

/** Some of a partnership's people, spread evenly; none whose record is shut. */
export async function someOf(owner: Place, partnershipId: PartnershipId, count: number): Promise<Somebody[]> {
  return withClient(owner, 'owner', async (client: Client) => {
    const { rows } = await client.query<Somebody>(
      `select id, known_given as given, known_family as family from (
        select p.*, row_number() over (order by id) as n, count(*) over () as whole from person p where p.partnership_id = $1 and not exists (
          select 1 from access_barrier b where b.partnership_id = p.partnership_id and b.person_id = p.id)) p
      where n % greatest(1, whole / $2::int) = 0 limit $2::int`,
      [partnershipId, count],
    )
    return rows
  })
}

/** Whose a database is: nobody's yet, the bench's (whole, or cut off while it was made), or somebody's who uses it. */
export type Standing = 'empty' | 'whole' | 'cut-off' | 'in-use'

/** Tells whose a database is by what is in it: the bench's own has its accounts and no other. */
export async function standingOf(owner: Place): Promise<Standing> {
  return withClient(owner, 'owner', standing)
}

async function standing(client: Client): Promise<Standing> {
  if ((await kindOf(client)) === undefined) return 'empty'
  const { rows } = await client.query<{ accounts: number; others: number; whole: boolean; places: number }>(
    `select (select count(*)::int from account) as accounts, (select count(*)::int from account where email not like '%' || $1) as others,
      (select count(*)::int from partnership) as places, exists (select from installation where furnished_at is not null) as whole`,
    [MAIL],
  )
  const [found] = rows
  if (found === undefined) throw new Error('the database said nothing')
  if (found.accounts === 0 && found.places === 0) return 'empty'
  if (found.accounts === 0 || found.others > 0) return 'in-use'
  return found.whole ? 'whole' : 'cut-off'
}

/** Takes everything out of the bench's own database again. Refuses any other, in the same transaction. */
export async function emptyAgain(owner: Place): Promise<void> {
  await withClient(owner, 'owner', async client => {
    await client.query('begin')
    if ((await standing(client)) === 'in-use') throw new Error('this database is not the bench’s own')
    await client.query(CLEAR)
    await client.query('commit')
  })
}

/** Counts a partnership's people. */
export async function countPeople(owner: Place, partnershipId: PartnershipId): Promise<number> {
  return withClient(owner, 'owner', async client => {
    const { rows } = await client.query<{ n: number }>(
      'select count(*)::int as n from person where partnership_id = $1',
      [partnershipId],
    )
    return rows[0]?.n ?? 0
  })
}

/** Asks about one of the database's processes while it is sure to be there: that of the very connection. */
export async function oneOfItsProcesses<T>(owner: Place, ask: (pid: number) => T): Promise<T> {
  return withClient(owner, 'owner', async client => {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    return ask(rows[0]?.pid ?? 0)
  })
}

/** Gives accounts a password and a second step that is set up, as if they had done so themselves. */
export async function giveSignIn(
  owner: Place,
  given: { emails: readonly string[]; passwordHash: string; sealedSecret: Buffer },
): Promise<void> {
  await withClient(owner, 'owner', client =>
    client.query(
      `update account set password_hash = $2, totp_secret = $3, totp_confirmed_at = now(), totp_last_step = 0 where email = any($1)`,
      [given.emails, given.passwordHash, given.sealedSecret],
    ),
  )
}
