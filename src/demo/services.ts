/** Services near by in the demo, made up: fresh and old, run by the directory's organisations and by others, one that is gone; with tips. */
import type { OrganisationId } from '#ground/ids.ts'
import { addService, addTip, answerTip, closeService, listTips, type ServiceFacts } from '#rooms/directory/index.ts'
import { accountOf, done, onDay } from './caseloads.ts'
import type { DailyWork } from './daily-work.ts'

const OURS: Omit<ServiceFacts, 'name' | 'needs' | 'howTo'> = {
  ...{ sameDay: [], openWhen: '' },
  ...{ organisationId: null, runBy: 'Made-up Valley Trust', about: '', minAge: 13, maxAge: 19 },
  ...{ place: 'Hebden Bridge', cost: 'Free' },
}

type Made = ServiceFacts & { readonly daysAgo: number; readonly tips?: readonly string[]; readonly isGone?: true }

const SERVICES: readonly Made[] = [
  {
    ...OURS,
    ...{ name: 'Sofa to Key (made up)', needs: ['housing', 'income'], minAge: 16 },
    ...{
      about: 'Finds a room, helps with the deposit, goes along to look',
      howTo: 'Ring before ten, ask for the key line',
    },
    daysAgo: 40,
    tips: ['Ask for Jo on Tuesdays, she answers', 'The bus to the office stops at the corner'],
  },
  {
    ...OURS,
    ...{ name: 'Quiet Room (made up)', needs: ['emotional-health', 'self-image', 'relationships'] },
    ...{ about: 'A room to talk in, no forms', howTo: 'Walk in after four, or text first', place: 'Halifax' },
    daysAgo: 500,
    tips: ['Go in with them the first time'],
  },
  {
    ...OURS,
    ...{ name: 'Maths over Soup (made up)', needs: ['basic-skills', 'achievements', 'motivation'] },
    ...{ about: 'Numbers at a kitchen table, twice a week', howTo: 'Come on Thursday at five', place: 'Todmorden' },
    daysAgo: 90,
  },
  {
    ...OURS,
    ...{ name: 'Saturday Boxing (made up)', needs: ['community', 'motivation', 'relationships'], runBy: 'Made-up Gym' },
    ...{ howTo: 'Turn up with trainers', cost: 'The first time is free' },
    daysAgo: 200,
  },
  {
    ...OURS,
    ...{ name: 'Open Cupboard (made up)', needs: ['income', 'community'], runBy: 'Made-up Church' },
    ...{
      howTo: 'Walk in; nobody asks for a name',
      sameDay: ['food', 'clothes', 'baby'],
      openWhen: 'Monday to Friday, ten to two',
    },
    daysAgo: 20,
  },
  {
    ...OURS,
    ...{ name: 'Night Porch (made up)', needs: ['housing'], minAge: 16, place: 'Halifax' },
    ...{
      howTo: 'Ring 01632 960 555 before nine in the evening',
      sameDay: ['bed', 'travel'],
      openWhen: 'Every night from seven',
    },
    daysAgo: 420,
  },
  {
    ...OURS,
    ...{ name: 'Job Bus (made up)', needs: ['participation', 'aspirations'], howTo: 'It came on Mondays' },
    daysAgo: 300,
    isGone: true,
  },
]

/** Lists services, each by an adviser who knows it. */
export async function furnishServices(work: DailyWork, partner: OrganisationId | undefined): Promise<void> {
  const accountId = accountOf(work, 'mair.sample')
  for (const [i, { daysAgo, tips = [], isGone, ...facts }] of SERVICES.entries()) {
    const isPartners = i === 2 && partner !== undefined
    const whole = isPartners ? { ...facts, organisationId: partner, runBy: '' } : facts
    const id = await onDay({ work, accountId }, daysAgo, async tx => {
      const added = done(await addService(tx, whole))
      for (const words of tips) await addTip(tx, added, accountId, words)
      return added
    })
    await onDay({ work, accountId }, 10, async tx => {
      const [tip] = await listTips(tx, [id])
      if (tip && daysAgo < 400) await answerTip(tx, id, tip.rowId, 'still')
      if (isGone) await closeService(tx, id)
    })
  }
}
