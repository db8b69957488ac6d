/** What was agreed with the places advisers work at in the demo, made up: in order and changed since, without an induction, to be looked at again, and nothing yet. */
import { addDays } from '#ground/day.ts'
import type { OrganisationId } from '#ground/ids.ts'
import {
  deploy,
  listDeployments,
  listTeams,
  type TermsFacts,
  upsertPosts,
  writeTerms,
} from '#rooms/deployment/index.ts'
import { commandActing } from '../acting.ts'
import { accountOf, done, onDay } from './caseloads.ts'
import type { DailyWork } from './daily-work.ts'

type Words = Pick<
  TermsFacts,
  'base' | 'phone' | 'directs' | 'mayTell' | 'mayNotTell' | 'hours' | 'notice' | 'agreedWith'
>
const WORDS: Words = {
  ...{ base: 'Room 4 beside the library', phone: 'Extension 104 (made up)', directs: 'Jo Madeup, head of year 11' },
  ...{ mayTell: 'That somebody was seen, and what they say may be told', mayNotTell: 'What was said, health, family' },
  ...{ hours: 'Mondays and Thursdays, 9 to 3', notice: 'Half a term', agreedWith: 'Sam Madeup, deputy head' },
}

/** @param schools places of learning, of which the first has somebody at work already */
export async function furnishHosting(work: DailyWork, schools: readonly OrganisationId[]): Promise<void> {
  const [priya, nia] = [accountOf(work, 'priya.specimen'), accountOf(work, 'nia.pretend')]
  const today = work.clock.today()
  const [, second, third, fourth] = schools
  await work.database.transaction(commandActing(work.clock, 'demo', work.partnershipId), async tx => {
    // To come, so that no roll is opened to anybody by them yet.
    for (const [name, organisationId] of [
      ['nia.pretend', second],
      ['imran.demo', third],
      ['mair.sample', fourth],
    ] as const)
      if (organisationId !== undefined)
        done(
          await deploy(tx, {
            accountId: accountOf(work, name),
            organisationId,
            hours: 'Fridays',
            from: addDays(today, 30),
            lastOn: null,
          }),
        )
  })
  const agreed = (name: string, daysAgo: number, version: number, facts: Partial<TermsFacts>) =>
    onDay({ work, accountId: priya }, daysAgo, async (tx, on) => {
      const [deployment] = await listDeployments(tx, accountOf(work, name))
      if (!deployment) return
      const days = { inductedOn: on, agreedOn: on, lookOn: addDays(on, 300) }
      done(await writeTerms(tx, deployment, version, { ...WORDS, managerId: nia, ...days, ...facts }))
    })
  await work.database.transaction(commandActing(work.clock, 'demo', work.partnershipId), async tx => {
    for (const [i, team] of (await listTeams(tx)).entries())
      if (i < 2) await upsertPosts(tx, team.id, { posts: i === 0 ? 5 : 1, fromOn: addDays(today, -90) })
  })
  await agreed('mair.sample', 55, 0, { inductedOn: null, base: 'A desk in the staff room' })
  await agreed('mair.sample', 20, 1, {})
  await agreed('nia.pretend', 10, 0, {
    ...{ inductedOn: null, hours: 'Fridays, 9 to 12', managerId: accountOf(work, 'alex.overview') },
  })
  await agreed('imran.demo', 190, 0, { hours: 'Fridays, all day', lookOn: addDays(today, -12) })
}
