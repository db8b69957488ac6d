/** The register of saying that one is worried or not safe, by a link (K10): never refused for being half filled in. */
import { asHouse } from '#ground/database/tx.ts'
import { record } from '#rooms/audit/index.ts'
import { freshPage, get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import { listAdults } from '#rooms/people/index.ts'
import { asOpened, BY_LINK, type Link, type LinkVisit, linkParam, type Within } from '#rooms/sharing/index.ts'
import { choice } from '#web/form/choice.ts'
import { form } from '#web/form/form.ts'
import { longText } from '#web/form/text.ts'
import type { Language } from '#web/language.ts'
import { type Answer, again, go } from '#web/register.ts'
import { raiseConcern } from '../actions.ts'
import { en } from '../words.ts'
import { WorriedPage, WorriedSentPage } from './pages.tsx'
import { worriedFor } from './words.ts'

function worriedFormIn(language: Language) {
  const words = worriedFor(language, 'letter')
  return form({
    what: longText({ optional: true, max: 5000, tooLong: words.tooLong }),
    danger: choice(['yes', 'no', 'not-said'] as const, { optional: true, notOffered: words.bad }),
  })
}

export function worriedRoutes(within: Within): HouseRoute[] {
  return [
    get('/open/:token/worried', { ...BY_LINK, params: linkParam }, async visit => {
      const seen = async (tx: Visit['tx'], link: Link) => {
        await record(tx, { action: 'concern.form-opened-by-link', about: [link.personId], target: link.rowId })
        return link
      }
      const opened = await asOpened(within, visit, undefined, seen, true)
      if (!opened) return go(`/open/${visit.params.token}`)
      const { visitor } = visit
      return freshPage(
        visit,
        html(
          <WorriedPage
            visitor={visitor}
            token={visit.params.token}
            kind={opened.kind}
            form={worriedFormIn(visitor.language).empty()}
          />,
        ),
      )
    }),
    post('/open/:token/worried', { ...BY_LINK, params: linkParam }, visit => tell(within, visit)),
  ]
}

/** Who says it, for whoever answers: at an agency as the sender named them, a parent or carer as they are on record; empty for the young person. */
async function whoSays(tx: Visit['tx'], { kind, personId, adultId, forName }: Link): Promise<string> {
  if (kind !== 'adult') return forName
  const adults = await asHouse(tx, 'who says that somebody is not safe', worker => listAdults(worker, personId))
  const adult = adults.find(one => one.rowId === adultId)
  return (adult ? `${adult.name}, ${adult.relationship}` : en.anAdult).slice(0, 120)
}

async function tell(within: Within, visit: LinkVisit): Promise<Answer> {
  const { visitor, params } = visit
  const read = worriedFormIn(visitor.language).read(visit.body)
  // It took as long as it took to write: that the hour is over keeps nobody from being heard.
  const isEver = true
  const kind = await asOpened(
    within,
    visit,
    undefined,
    async (tx, link) => {
      if (read.ok) {
        const { what, danger } = read.value
        const said = { aboutName: '', what: what ?? '', dangerNow: danger ?? 'not-said', doneSoFar: '' } as const
        await raiseConcern(tx, { linkId: link.rowId, name: await whoSays(tx, link) }, { ...said, about: link.personId })
      }
      return link.kind
    },
    isEver,
  )
  if (!kind) return go(`/open/${params.token}`)
  if (!read.ok) return again(html(<WorriedPage visitor={visitor} token={params.token} kind={kind} form={read} />))
  return freshPage(visit, html(<WorriedSentPage visitor={visitor} token={params.token} kind={kind} />))
}
