/** What colleagues of the demo say of themselves, and what is written down of advisers: all in a team are ready, some for not much longer. */
import { addDays } from '#ground/day.ts'
import { findTeamOf, ITEM_KINDS, listAdvisers, noteItem, writeProfile } from '#rooms/deployment/index.ts'
import { accountOf, done } from './caseloads.ts'
import { actingAs, type DailyWork } from './daily-work.ts'

type Profile = Parameters<typeof writeProfile>[2]

const PROFILES: Readonly<Record<string, Profile>> = {
  'dana.example': { background: 'careers', askAbout: 'Apprenticeships, and who takes on at Easter', languages: '' },
  'imran.demo': { background: 'youth-work', askAbout: 'Families who do not open the door', languages: 'Urdu, Punjabi' },
  'mair.sample': { background: 'teaching', askAbout: 'Moving from school to college with support', languages: 'Welsh' },
  'lena.mockford': { background: 'other', askAbout: 'Finding somebody nobody can find', languages: 'Polish' },
  'ruth.placeholder': { background: 'social-work', askAbout: 'What happens after a concern', languages: 'BSL' },
}

/** What of whom ends soon, by days since it was done: a year holds for data protection, two for safeguarding. */
const DAYS_AGO: Readonly<Record<string, number>> = { 'data-protection': 320, safeguarding: 690, assessment: 400 }
const ORDINARY = 100

export async function furnishReadiness(work: DailyWork): Promise<void> {
  for (const [name, profile] of Object.entries(PROFILES)) {
    const id = accountOf(work, name)
    await work.database.transaction(actingAs(work, id), async tx => done(await writeProfile(tx, id, profile, 0)))
  }
  const asking = accountOf(work, 'dana.example')
  const advisers = await work.database.transaction(actingAs(work, asking), listAdvisers)
  for (const { accountId } of advisers) {
    const leaderId = await work.database.transaction(
      actingAs(work, asking),
      async tx => (await findTeamOf(tx, accountId))?.leaderId,
    )
    if (leaderId == null || leaderId === accountId) continue
    await work.database.transaction(actingAs(work, leaderId), async tx => {
      for (const kind of ITEM_KINDS) {
        const doneOn = addDays(tx.acting.today, -(DAYS_AGO[kind] ?? ORDINARY))
        done(await noteItem(tx, leaderId, { accountId, kind, doneOn, evidence: 'Certificate seen (made up)' }))
      }
    })
  }
}
