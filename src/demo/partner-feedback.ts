/**
 * Partners and advisers in the demo, made up: what practitioners say of working with advisers (many answered last school year; this year one answered, one put it
 * off, others wait), and a school that asks for what is no adviser's task.
 */
import { academicYearStart, addDays, addMonths } from '#ground/day.ts'
import type { OrganisationId } from '#ground/ids.ts'
import { toBits } from '#rooms/access/index.ts'
import { listTeams } from '#rooms/deployment/index.ts'
import { type FeedbackSaid, upsertPutOff, upsertSaid } from '#rooms/directory/index.ts'
import { inviteColleague, listColleagues } from '#rooms/identity/index.ts'
import { addProtocol, updateNotTask } from '#rooms/referrals/index.ts'
import { commandActing } from '../acting.ts'
import { done } from './caseloads.ts'
import type { DailyWork } from './daily-work.ts'

const HELPS = [
  'She rings back the same day (made up)',
  'A room of her own here',
  '',
  'It is always the same adviser',
  '',
]
const CHANGE = ['More hours before the summer', '', 'Tell us sooner when the adviser is away (made up)', '', '']
const PRACTITIONERS = ['Bel Pastoral', 'Cas Pastoral', 'Dov Pastoral', 'Eda Pastoral']

/** @param schools places of learning whose practitioners are asked */
export async function furnishPartnerFeedback(work: DailyWork, schools: readonly OrganisationId[]): Promise<void> {
  await work.database.transaction(commandActing(work.clock, 'demo', work.partnershipId), async tx => {
    // All at one place: others are to be without accounts.
    const [organisationId] = schools
    for (const name of PRACTITIONERS) {
      if (organisationId === undefined) continue
      const email = `${name.toLowerCase().replace(' ', '.')}@school.example`
      await inviteColleague(tx, { email, name, role: 'partner-practitioner', jobTitle: 'Head of year', organisationId })
    }
    const partners = (await listColleagues(tx)).filter(one => one.role === 'partner-practitioner')
    const thisYear = academicYearStart(tx.acting.today)
    for (const [i, { accountId, organisationId }] of partners.entries()) {
      const said: FeedbackSaid = {
        ...{ reach: i % 4 === 0 ? 'disagree' : 'agree', helps: 'agree', told: i % 3 === 0 ? 'disagree' : 'agree' },
        ...{ clear: i % 5 === 0 ? 'cannot-say' : 'agree', together: i % 2 === 0 ? 'agree' : 'cannot-say' },
        ...{ whatHelps: HELPS[i % HELPS.length] ?? '', whatToChange: CHANGE[i % CHANGE.length] ?? '' },
      }
      const before = { accountId, organisationId, yearFrom: addMonths(thisYear, -12) }
      await upsertSaid(tx, before, said)
      const now = { ...before, yearFrom: thisYear }
      if (i === 0) await upsertPutOff(tx, now, addDays(tx.acting.today, 20))
      if (i === 1) await upsertSaid(tx, now, said)
    }
    const [, school] = schools
    const [team] = await listTeams(tx)
    if (school === undefined || team === undefined) return
    const protocol = await addProtocol(tx, {
      ...{ fromId: school, toId: work.service, teamId: team.id, purpose: 'extra hands for behaviour' },
      ...{ basis: 'public-task', law: 'Education and Skills Act 2008, section 68 (made up)', condition: '' },
      classes: toBits(['identity', 'safe-contact', 'learning']),
      ...{ answerDays: 5, startDays: 10, reportDays: 60, stages: [], reviewOn: addMonths(tx.acting.today, 12) },
    })
    await updateNotTask(tx, done(protocol), 1, 'Behaviour in class is the school’s own to lead (made up)')
  })
}
