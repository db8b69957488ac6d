/** Who works where in the demo: a deployment to a school, a cover under way, a duty day today, a tracking list with its officer. */
import type { Tx } from '#ground/database/tx.ts'
import { addDays } from '#ground/day.ts'
import type { OrganisationId } from '#ground/ids.ts'
import { deploy, setCover, setDuty } from '#rooms/deployment/index.ts'
import { recordContact } from '#rooms/sessions/index.ts'
import { assignList, findList, makeList, readList } from '#rooms/tracking/index.ts'
import { commandActing } from '../acting.ts'
import { accountOf, done } from './caseloads.ts'
import { actingAs, type DailyWork } from './daily-work.ts'

/** @param school the school Mair Sample is deployed to */
export async function furnishPostings(work: DailyWork, school: OrganisationId | undefined): Promise<void> {
  const lena = accountOf(work, 'lena.mockford')
  await work.database.transaction(commandActing(work.clock, 'demo', work.partnershipId), async tx => {
    const { today } = tx.acting
    if (school !== undefined)
      done(
        await deploy(tx, {
          accountId: accountOf(work, 'mair.sample'),
          organisationId: school,
          hours: 'Mondays and Thursdays, 9 to 3',
          from: addDays(today, -60),
          lastOn: null,
        }),
      )
    done(
      await setCover(tx, {
        awayId: accountOf(work, 'dana.example'),
        accountId: accountOf(work, 'imran.demo'),
        reason: 'On leave (made up)',
        from: today,
        lastOn: addDays(today, 13),
      }),
    )
    done(await setDuty(tx, { accountId: accountOf(work, 'dana.example'), onDay: today }))
    done(await setDuty(tx, { accountId: accountOf(work, 'mair.sample'), onDay: addDays(today, 1) }))
  })
  // A list holds whom its maker may see: the demo's data officer makes it, as they would by hand.
  const listId = await work.database.transaction(actingAs(work, accountOf(work, 'owen.testcase')), async tx => {
    const criteria = { activity: 'any', organisationId: null, schoolYear: 12, lead: 'any' } as const
    const made = await makeList(tx, 'Year 12: what they do now', criteria)
    if (!made.ok) return undefined
    const list = await findList(tx, made.value)
    if (list) done(await assignList(tx, list, { accountId: lena, lastOn: addDays(today(tx), 120) }))
    return made.value
  })
  if (listId === undefined) return
  await work.database.transaction(actingAs(work, lena), async tx => {
    for (const [i, row] of (await readList(tx, listId)).slice(0, 4).entries())
      done(
        await recordContact(tx, row.personId, lena, {
          happenedOn: addDays(today(tx), -3 * (i + 1)),
          atTime: null,
          minutes: 5,
          kind: i % 2 === 0 ? 'tried' : 'phone',
          place: '',
          purpose: 'tracking',
          outcome: i % 2 === 0 ? 'not-reached' : 'done',
          present: '',
          notes: i % 2 === 0 ? 'Rang, nobody there' : 'Still at college',
          ownWords: '',
          nextStep: '',
          nextOn: null,
          aloneOffered: null,
          aimResult: null,
          aimWhy: '',
          aim: '',
          agreed: null,
          isRestricted: false,
        }),
      )
  })
}

function today(tx: Tx) {
  return tx.acting.today
}
