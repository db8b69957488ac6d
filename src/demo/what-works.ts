/** What works here, in the demo: fresh, old, and one that was put away. All made up. */
import { addPractice, type PracticeFacts, putAwayPractice } from '#rooms/directory/index.ts'
import { accountOf, onDay } from './caseloads.ts'
import type { DailyWork } from './daily-work.ts'

type Made = PracticeFacts & { readonly by: string; readonly daysAgo: number; readonly isOver?: true }

const PRACTICES: readonly Made[] = [
  {
    ...{ by: 'mair.sample', daysAgo: 30, title: 'Walk the way to college before the first day' },
    what: 'Go along once, at the hour they will go. Buy the ticket, find the door, drink something in the canteen. (Made up.)',
    ...{ fits: 'Not where they have gone there before.', needs: ['participation', 'motivation'] },
  },
  {
    ...{ by: 'imran.demo', daysAgo: 500, title: 'Ask the aunt' },
    what: 'Where nobody opens the door, ask who the young person rings when something is good. Ring that person. (Made up.)',
    ...{ fits: 'Only where the young person named them.', needs: ['relationships', 'housing'] },
  },
  {
    ...{ by: 'dana.example', daysAgo: 200, title: 'Leaflets in the post', isOver: true },
    ...{ what: 'Send them. (Made up: nobody read them.)', fits: '', needs: [] },
  },
]

export async function furnishWhatWorks(work: DailyWork): Promise<void> {
  for (const { by, daysAgo, isOver, ...facts } of PRACTICES) {
    const accountId = accountOf(work, by)
    await onDay({ work, accountId }, daysAgo, async tx => {
      const id = await addPractice(tx, accountId, facts)
      if (isOver) await putAwayPractice(tx, id)
    })
  }
}
