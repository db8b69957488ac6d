/** Furnishes the demo's database, once: a made-up partnership with its staff. A second start finds it and leaves it be. */
import type { Clock } from '#ground/clock.ts'
import type { Database } from '#ground/database/open.ts'
import type { AccountId, OrganisationId } from '#ground/ids.ts'
import { createTeam, joinTeam } from '#rooms/deployment/index.ts'
import { addOrganisation, createPartnership, listPartnerships } from '#rooms/directory/index.ts'
import { inviteColleague } from '#rooms/identity/index.ts'
import { commandActing } from '../acting.ts'
import { grantRole } from '../role-grants.ts'
import { furnishCaseload, furnishHistory } from './people.ts'
import { STAFF } from './staff.ts'

export type Furnishing = {
  readonly database: Database
  readonly clock: Clock
  readonly dataDir: string
  readonly people: number
  say(line: string): void
}

/** Makes the partnership when there is none. */
export async function furnishDemo({ database, clock, say }: Furnishing): Promise<void> {
  const there = await database.transaction(commandActing(clock, 'demo'), listPartnerships)
  if (there.length > 0) return
  say('Making a made-up partnership…')
  const made = await database.transaction(commandActing(clock, 'demo'), tx =>
    createPartnership(tx, {
      name: 'Calderdale partnership (demo)',
      model: 'direct-delivery',
      controllers: 'Made-up Calderdale Council',
      processors: '',
      isDemo: true,
    }),
  )
  if (!made.ok) throw new Error(`the demo partnership could not be made: ${made.why}`)
  const furnished = await database.transaction(commandActing(clock, 'demo', made.value), async tx => {
    const service: OrganisationId = await addOrganisation(tx, {
      name: 'Connexions Calderdale (demo)',
      kind: 'partnership-service',
    })
    const accounts = new Map<string, AccountId>()
    for (const person of STAFF) {
      const invited = await inviteColleague(tx, {
        email: person.email,
        name: person.name,
        role: person.role,
        jobTitle: person.jobTitle,
        organisationId: service,
      })
      await grantRole(tx, { accountId: invited.accountId, role: person.role })
      accounts.set(person.name, invited.accountId)
    }
    const leader = accounts.get('Priya Specimen') ?? null
    const team = await createTeam(tx, { name: 'Upper Valley', leaderId: leader })
    const advisers = [
      { name: 'Dana Example', isIntensive: false, count: 60 },
      { name: 'Imran Demo', isIntensive: true, count: 18 },
      { name: 'Mair Sample', isIntensive: false, count: 40 },
    ]
    let first = 0
    for (const { name, isIntensive, count } of advisers) {
      const accountId = accounts.get(name)
      if (!accountId) continue
      await joinTeam(tx, team, accountId)
      await furnishCaseload(tx, { accountId, isIntensive }, service, first, count)
      first += count
    }
    return { service, accounts }
  })
  for (const name of ['Dana Example', 'Imran Demo', 'Mair Sample']) {
    const accountId = furnished.accounts.get(name)
    if (accountId === undefined) continue
    const acting = {
      ...commandActing(clock, 'demo', made.value),
      holders: [accountId],
      actorKind: 'account' as const,
      actorId: accountId,
      organisationId: furnished.service,
    }
    await database.transaction(acting, tx => furnishHistory(tx, accountId))
  }
}
