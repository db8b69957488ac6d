/**
 * Furnishes the demo's database, once: a made-up partnership whose young people exist only through the lists its partners
 * send, with staff, caseloads and history. A second start finds it and leaves it be.
 */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '#ground/clock.ts'
import type { ReadyDatabase } from '#ground/database/begin.ts'
import { isFurnished, markFurnished } from '#ground/database/furnished.ts'
import type { Acting } from '#ground/database/tx.ts'
import { addDays, addMonths, type Day } from '#ground/day.ts'
import type { AccountId, OrganisationId, RowId } from '#ground/ids.ts'
import { startJobs } from '#ground/jobs/index.ts'
import type { Log } from '#ground/log.ts'
import { createTeam, joinTeam } from '#rooms/deployment/index.ts'
import { addOrganisation, addSite, createPartnership, listPartnerships } from '#rooms/directory/index.ts'
import { inviteColleague } from '#rooms/identity/index.ts'
import { fieldsFor, listFolder, makeAgreement } from '#rooms/intake/index.ts'
import { commandActing } from '../acting.ts'
import { houseJobs } from '../house-jobs.ts'
import { grantRole } from '../role-grants.ts'
import { takeIn } from '../take-in.ts'
import { furnishAbsenceLinks } from './absence-links.ts'
import { furnishAbsences } from './absences.ts'
import { furnishActivities } from './activities.ts'
import { furnishAdultLinks } from './adult-links.ts'
import { furnishAdvice } from './advice.ts'
import { furnishAgencyLinks } from './agency-links.ts'
import { furnishAlerts } from './alerts.ts'
import { furnishAssessments } from './assessments.ts'
import { furnishCapacity } from './capacity.ts'
import { furnishConfidentiality } from './confidentiality.ts'
import { furnishDailyWork } from './daily-work.ts'
import { furnishDiary } from './diary.ts'
import { furnishGroups } from './groups.ts'
import { furnishHandovers } from './handovers.ts'
import { furnishHeldPlans } from './held-plans.ts'
import { furnishHosting } from './hosting.ts'
import { furnishJointMeetings } from './joint-meetings.ts'
import { furnishLetters } from './letters.ts'
import { type MadeUp, makePartnership, writeFiles } from './made-up/index.ts'
import { furnishNotebook } from './notebook.ts'
import { furnishObservations } from './observations.ts'
import { furnishOffers } from './offers.ts'
import { furnishOpportunities } from './opportunities.ts'
import { furnishOtherTools } from './other-tools.ts'
import { furnishPanels } from './panels.ts'
import { furnishPartnerFeedback } from './partner-feedback.ts'
import { furnishPathways } from './pathways.ts'
import { furnishPlanAsks } from './plan-asks.ts'
import { furnishPlanDates } from './plan-dates.ts'
import { furnishPlanLog } from './plan-log.ts'
import { furnishPlans } from './plans.ts'
import { furnishPostings } from './postings.ts'
import { furnishProgrammes } from './programmes.ts'
import { furnishProgressFiles } from './progress-files.ts'
import { furnishProtection } from './protection.ts'
import { furnishReadiness } from './readiness.ts'
import { furnishReferrals } from './referrals.ts'
import { furnishRuns } from './runs.ts'
import { furnishSafetyPlans } from './safety-plans.ts'
import { furnishSamples } from './samples.ts'
import { furnishSchoolDays } from './school-days.ts'
import { furnishServices } from './services.ts'
import { furnishSettings } from './settings.ts'
import { STAFF } from './staff.ts'
import { furnishSupportGroups } from './support-groups.ts'
import { furnishTalks } from './talks.ts'
import { furnishTransfers } from './transfers.ts'
import { furnishVisits } from './visits.ts'
import { furnishWhatWorks } from './what-works.ts'

export type Furnishing = {
  readonly ready: ReadyDatabase
  readonly clock: Clock
  readonly log: Log
  readonly dataDir: string
  readonly people: number
  say(line: string): void
}

const SEED = 2026

/** Whether a demo was begun and cut off before all of it was there: killed in the middle, say. */
export async function isCutOff({ ready, clock }: Pick<Furnishing, 'ready' | 'clock'>): Promise<boolean> {
  const begun = await ready.database.transaction(commandActing(clock, 'demo'), listPartnerships)
  return begun.length > 0 && !(await isFurnished(ready.ownerPlace))
}

/** Makes the partnership when there is none. */
export async function furnishDemo(furnishing: Furnishing): Promise<void> {
  const { ready, clock, say, people } = furnishing
  const { database } = ready
  if ((await database.transaction(commandActing(clock, 'demo'), listPartnerships)).length > 0) return
  say('Making a made-up partnership…')
  const madeUp = makePartnership({ people, seed: SEED, today: clock.today() })
  const made = await database.transaction(commandActing(clock, 'demo'), tx =>
    createPartnership(tx, {
      name: madeUp.name,
      model: 'direct-delivery',
      controllers: 'Made-up Calderdale Council',
      processors: '',
      isDemo: true,
    }),
  )
  if (!made.ok) throw new Error(`the demo partnership could not be made: ${made.why}`)
  const acting = () => commandActing(clock, 'demo', made.value)
  // They have been there for a while: what the demo did in the weeks before was done by colleagues.
  const before = { ...acting(), today: addDays(clock.today(), -STAFF_DAYS_THERE) }
  const placed = await database.transaction(before, tx => furnishStaff(tx, madeUp, clock.today()))
  const runs = await sendLists(furnishing, madeUp, placed, acting)
  const work = { database, clock, partnershipId: made.value, folder: listsOf(furnishing), runs, ...placed }
  await furnishDailyWork(work)
  const school = madeUp.organisations.find(o => o.kind === 'school')
  await furnishPostings(work, placed.partners.get(school?.key ?? ''))
  const schools = madeUp.organisations.filter(o => o.kind === 'school').flatMap(o => placed.partners.get(o.key) ?? [])
  await furnishHosting(work, schools)
  await furnishProtection(work)
  await furnishAssessments(work)
  await furnishPlans(work)
  await furnishDiary(work)
  await furnishVisits(work)
  await furnishAlerts(work)
  await furnishReferrals(work, placed.partners.get(madeUp.organisations[0]?.key ?? ''))
  await furnishAgencyLinks(work)
  await furnishHandovers(work)
  await furnishAbsences(work, placed.partners.get(madeUp.organisations[0]?.key ?? ''))
  await furnishActivities(work)
  await furnishProgrammes(work, placed.partners.get(school?.key ?? ''))
  await furnishJointMeetings(work)
  await furnishGroups(work)
  await furnishSupportGroups(work)
  await furnishRuns(work)
  await furnishSettings(work)
  await furnishSchoolDays(work, placed.partners.get(school?.key ?? ''))
  await furnishOpportunities(work, placed.partners)
  await furnishOffers(work)
  await furnishLetters(work)
  await furnishTalks(work)
  await furnishObservations(work)
  await furnishSamples(work)
  await furnishSafetyPlans(work)
  await furnishCapacity(work)
  await furnishReadiness(work)
  await furnishWhatWorks(work)
  await furnishAdvice(work)
  await furnishServices(work, placed.partners.get(madeUp.organisations[0]?.key ?? ''))
  await furnishPartnerFeedback(work, schools)
  await furnishConfidentiality(work)
  await furnishTransfers(work)
  await furnishOtherTools(work)
  await furnishPlanAsks(work)
  await furnishPlanLog(work)
  await furnishPlanDates(work)
  await furnishHeldPlans(work)
  await furnishPathways(work)
  await furnishAdultLinks(work)
  await furnishAbsenceLinks(work)
  await furnishProgressFiles(work)
  await furnishNotebook(work)
  await furnishPanels(work, placed.partners.get(madeUp.organisations[0]?.key ?? ''))
  await markFurnished(ready.ownerPlace, clock)
}

const MAIN_SITE = {
  name: 'Main building',
  address: '1 Example Street\nSampleton',
  postcode: 'HX1 9ZZ',
  phone: '',
  openingHours: 'Monday to Friday, 8.30 to 4, in term',
  hasPrivateRoom: 'yes',
  isAccessible: 'not-known',
} as const

const STAFF_DAYS_THERE = 200

type Placed = {
  readonly service: OrganisationId
  readonly partners: ReadonlyMap<string, OrganisationId>
  readonly accounts: ReadonlyMap<string, AccountId>
}

async function furnishStaff(tx: Parameters<typeof addOrganisation>[0], madeUp: MadeUp, today: Day): Promise<Placed> {
  const service = await addOrganisation(tx, { name: 'Connexions Calderdale (demo)', kind: 'partnership-service' })
  const accounts = new Map<string, AccountId>()
  const advisers = madeUp.advisers.filter(a => !STAFF.some(s => s.email === a.email))
  const everyone = [
    ...STAFF,
    ...advisers.map(a => ({
      ...a,
      role: a.intensive ? ('intensive-adviser' as const) : ('universal-adviser' as const),
      jobTitle: 'Personal adviser',
    })),
  ]
  for (const person of everyone) {
    const invited = await inviteColleague(tx, {
      email: person.email,
      name: person.name,
      role: person.role,
      jobTitle: person.jobTitle,
      organisationId: service,
    })
    await grantRole(tx, { accountId: invited.accountId, role: person.role })
    accounts.set(person.email, invited.accountId)
  }
  const upper = await createTeam(tx, {
    name: 'Upper Valley',
    leaderId: accounts.get('priya.specimen@partnership.example') ?? null,
  })
  const lower = await createTeam(tx, {
    name: 'Lower Valley',
    leaderId: accounts.get('nia.pretend@partnership.example') ?? null,
  })
  for (const [i, adviser] of madeUp.advisers.entries()) {
    const accountId = accounts.get(adviser.email)
    // Two teams of much the same size; the first two of the demo's own advisers are in the upper one.
    if (accountId) await joinTeam(tx, i % 4 < 2 ? upper : lower, accountId)
  }
  const officer = accounts.get('lena.mockford@partnership.example') ?? null
  const partners = new Map<string, OrganisationId>()
  for (const o of madeUp.organisations) {
    const id = await addOrganisation(tx, {
      name: o.name,
      kind: o.kind,
      urn: o.urn,
      laestab: o.laestab,
      ukprn: o.ukprn,
      // A block of numbers that are given to nobody, set apart by Ofcom for drama.
      phone: `01632 960 ${String(100 + partners.size).padStart(3, '0')}`,
    })
    partners.set(o.key, id)
    await addSite(tx, id, MAIN_SITE)
    await makeAgreement(tx, {
      organisationId: id,
      purpose: 'To know what young people of 13 to 19 do, and to support those who need it (made up)',
      power: 'Education and Skills Act 2008, sections 68 to 72',
      // Of the made-up schools it is agreed that they say who is looked after.
      fields: o.kind === 'school' ? [...fieldsFor(o.kind), 'looked-after'] : fieldsFor(o.kind),
      youngest: 13,
      oldest: 25,
      assessmentReference: 'DPIA-DEMO-1',
      reviewOn: addMonths(today, 12),
      missingOfficerId: officer,
    })
  }
  await furnishPractitioner(tx, partners.get(madeUp.organisations[0]?.key ?? ''))
  return { service, partners, accounts }
}

/** One practitioner of a partner agency, who sees their own roll and no more (K3). */
async function furnishPractitioner(
  tx: Parameters<typeof addOrganisation>[0],
  school: OrganisationId | undefined,
): Promise<void> {
  if (school === undefined) return
  await inviteColleague(tx, {
    email: 'hana.pastoral@school.example',
    name: 'Hana Pastoral',
    role: 'partner-practitioner',
    jobTitle: 'Head of year',
    organisationId: school,
  })
}

function listsOf({ dataDir }: Furnishing): string {
  return join(dataDir, 'made-up-lists')
}

/** Writes the partners' files and sends each in, as a data officer would. */
async function sendLists(
  furnishing: Furnishing,
  madeUp: MadeUp,
  placed: Placed,
  acting: () => Acting,
): Promise<ReadonlyMap<string, RowId>> {
  const { ready, clock, log, dataDir, say } = furnishing
  const written = await writeFiles(madeUp, listsOf(furnishing))
  const folder = listFolder(dataDir)
  const { intake: definitions, all } = houseJobs(folder)
  const jobs = await startJobs({
    place: ready.programPlace,
    database: ready.database,
    clock,
    log,
    definitions: [...all],
    everyMs: 200,
  })
  const runs = new Map<string, RowId>()
  let rows = 0
  try {
    for (const file of written.files) {
      const organisationId = placed.partners.get(file.organisation)
      // In a small partnership a partner may have nobody to tell of: an empty list is refused as a mistake.
      if (organisationId === undefined || file.rows === 0) continue
      const path = join(written.folder, file.name)
      const { size } = await stat(path)
      const taken = await takeIn(
        { database: ready.database, acting, folder, definitions, jobs },
        { organisationId, path, name: file.name, bytes: size, apply: true },
      )
      if (!taken.ok) throw new Error(`${file.name}: ${taken.why}`)
      const { run } = taken.value
      if (run.state !== 'applied' || run.rowsRead !== file.rows)
        throw new Error(`${file.name}: ${run.state}, ${run.rowsRead} of ${file.rows} rows`)
      runs.set(file.name, run.id)
      rows += run.rowsRead
      // What a list taught is known before the next: the same seed makes the same demo.
      await jobs.idle()
    }
  } finally {
    await jobs.stop()
  }
  say(`${written.files.length} lists of made-up partners went in: ${rows} rows, as many as the files hold.`)
  return runs
}
