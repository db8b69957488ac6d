/** The register of a timeline's print: exactly what whoever prints it sees there, with their name on each page. */
import { z } from 'zod'
import { actorOfVisit, findNames, get, type HouseRoute } from '#rooms/identity/index.ts'
import { pdfFile } from '#web/pdf/answer.ts'
import { go } from '#web/register.ts'
import { framedStory, personParam } from '../routes/framed.ts'
import { storyDocument } from './document.ts'
import { loadStory } from './load.ts'
import { chosen, MOST_PRINTED, STORY_PARTS, STORY_SPANS } from './story.ts'

/** What is no choice of ours is none. */
export const storyQuery = z.object({
  show: z
    .enum(['', ...STORY_PARTS])
    .catch('')
    .default(''),
  months: z
    .enum(['', ...STORY_SPANS])
    .catch('')
    .default(''),
})

export function storyRoutes(): HouseRoute[] {
  return [
    get(
      '/people/:personId/story.pdf',
      { permission: 'person.open', audit: 'record.printed', params: personParam, query: storyQuery },
      visit =>
        framedStory(visit, loadStory, async (frame, story) => {
          const { tx, query } = visit
          const { accountId } = actorOfVisit(visit)
          const all = chosen(story.items, query, tx.acting.today)
          // As on the page: where nothing stands there is nothing to print.
          if (all.length === 0) return go(`/people/${frame.person.id}`)
          const items = all.slice(0, MOST_PRINTED)
          const document = storyDocument({
            name: `${frame.person.given} ${frame.person.family}`,
            items,
            all: all.length,
            filter: query,
            names: story.names,
            hasOlder: story.hasOlder,
            printedBy: (await findNames(tx, [accountId])).get(accountId) ?? '',
            at: tx.acting.at,
          })
          const payload = { entries: items.length, ...query }
          return pdfFile(tx, 'story', document, { about: [frame.person.id], payload })
        }),
    ),
  ]
}
