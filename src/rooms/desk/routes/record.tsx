/** The register of the record: overview, details, who can see it. */
import { dayOf } from '#ground/clock.ts'
import { shortDay } from '#ground/day.ts'
import { type RowId } from '#ground/ids.ts'
import { type Grant, listGrantsOn } from '#rooms/access/index.ts'
import { listOrganisations } from '#rooms/directory/index.ts'
import {
  actorOfVisit,
  findNames,
  get,
  type HouseRoute,
  html,
  post,
  roleMay,
  type Visit,
} from '#rooms/identity/index.ts'
import { listMerges, type Merge, undoAddress } from '#rooms/matching/index.ts'
import {
  endAlert,
  listAddresses,
  listAdults,
  listContactDetails,
  listDetails,
  listIdentifiers,
  offeredCharacteristics,
} from '#rooms/people/index.ts'
import { alongTo } from '#rooms/sessions/index.ts'
import { listSpellVersions, spellOfNow } from '#rooms/tracking/index.ts'
import { idParam } from '#web/params.ts'
import { go, nothing, page } from '#web/register.ts'
import { classWords } from '../class-words.ts'
import { DetailsPage } from '../pages/details-pages.tsx'
import { OverviewPage } from '../pages/record-pages.tsx'
import { WhoPage } from '../pages/who-page.tsx'
import { lastDayOf } from '../record.ts'
import { holdersOf } from '../round/holders.ts'
import { loadStory, type StoryFrame } from '../story/load.ts'
import { storyQuery } from '../story/routes.ts'
import { chosen } from '../story/story.ts'
import { characteristicsOf, placesOf, tagsOf } from './about.ts'
import { framed, framedStory, personParam } from './framed.ts'

const alertParam = personParam.extend({
  alertId: idParam<RowId>(),
})

export function recordRoutes(): HouseRoute[] {
  return [
    get(
      '/people/:personId',
      { permission: 'person.open', audit: 'record.viewed', params: personParam, query: storyQuery },
      visit => {
        const read = (within: typeof visit, frame: StoryFrame) => {
          const { id } = frame.person
          return Promise.all([
            loadStory(within, frame),
            placesOf(within, id),
            listAdults(within.tx, id),
            tagsOf(within, id),
            listGrantsOn(within.tx, id),
            listMerges(within.tx, id),
          ])
        }
        return framedStory(visit, read, async (frame, [story, learning, adults, tags, grants, merges]) => {
          const { id } = frame.person
          const actor = actorOfVisit(visit)
          const { lead, seen, staff } = frame
          const ahead = story.arranged.filter(one => one.state === 'set')
          // By itself: each colleague is asked about with their own rights, and nothing else may be asked meanwhile.
          const along = await alongTo(visit.tx, ahead)
          const own = ownGrant(grants, visit)
          return page(
            html(
              <OverviewPage
                visitor={visit.visitor}
                frame={frame}
                timeline={chosen(story.items, visit.query, visit.tx.acting.today)}
                filter={visit.query}
                hasOlder={story.hasOlder}
                names={story.names}
                learning={seen.has('learning') ? learning.slice(0, 3) : undefined}
                adults={seen.has('family') ? adults : undefined}
                tags={tags}
                groups={story.groups}
                runs={story.runs}
                turns={story.turns}
                along={along}
                ahead={seen.has('sessions') ? ahead : undefined}
                today={visit.tx.acting.today}
                lead={
                  lead && {
                    name: staff.get(lead.accountId) ?? '',
                    reason: lead.reason,
                    since: shortDay(lead.startedOn),
                  }
                }
                joined={await joinedOf(visit, merges)}
                why={
                  own && {
                    source: own.source,
                    since: shortDay(dayOf(own.startedAt)),
                    until: own.endedAt === null ? '' : shortDay(lastDayOf(own.endedAt)),
                  }
                }
                may={{
                  assign: roleMay(actor.role, 'lead.assign'),
                  askCorrection: roleMay(actor.role, 'question.ask'),
                  edit: roleMay(actor.role, 'person.edit') && seen.has('tracking'),
                  brief: roleMay(actor.role, 'diary.use'),
                  arrange: roleMay(actor.role, 'diary.use') && frame.person.diedOn === null,
                  // There must be something to confirm.
                  confirm:
                    roleMay(actor.role, 'contact.record') &&
                    spellOfNow(frame.spells) !== undefined &&
                    frame.person.diedOn === null,
                }}
              />,
            ),
            { about: [id] },
          )
        })
      },
    ),
    get(
      '/people/:personId/details',
      { permission: 'person.open', audit: 'record.details-viewed', params: personParam },
      visit =>
        framed(visit, async frame => {
          const { tx } = visit
          const { id } = frame.person
          const actor = actorOfVisit(visit)
          const { seen } = frame
          const [
            versions,
            organisations,
            details,
            addresses,
            contactDetails,
            adults,
            learning,
            identifiers,
            characteristics,
          ] = await Promise.all([
            listSpellVersions(tx, id),
            listOrganisations(tx),
            listDetails(tx, id),
            listAddresses(tx, id),
            listContactDetails(tx, id),
            listAdults(tx, id),
            placesOf(visit, id),
            listIdentifiers(tx, id),
            characteristicsOf(visit, id),
          ])
          const changers = await findNames(
            tx,
            versions.flatMap(one => one.changedBy ?? []),
          )
          // An organisation whose very name tells more is named to those who may see that class (K6).
          const open = organisations.filter(o => o.discloses === 0 || hasBit(seen, o.discloses))
          return page(
            html(
              <DetailsPage
                visitor={visit.visitor}
                frame={frame}
                today={tx.acting.today}
                names={frame.names}
                details={details}
                addresses={addresses}
                contactDetails={contactDetails}
                safe={frame.safe}
                adults={adults}
                learning={seen.has('learning') ? learning : undefined}
                spells={seen.has('tracking') ? frame.spells : undefined}
                versions={versions}
                changers={changers}
                identifiers={identifiers}
                alerts={frame.alertRows}
                characteristics={characteristics}
                mayCharacterise={offeredCharacteristics(seen, tx.acting.today).length > 0}
                organisations={new Map(open.map(o => [o.id as string, o.name]))}
                seen={seen}
                may={{
                  edit: roleMay(actor.role, 'person.edit'),
                  endAlerts: roleMay(actor.role, 'alert.end'),
                  markDeath: roleMay(actor.role, 'person.mark-death'),
                  correct: roleMay(actor.role, 'record.correct'),
                }}
              />,
            ),
            { about: [id] },
          )
        }),
    ),
    get('/people/:personId/who', { permission: 'access.why', audit: 'record.who-viewed', params: personParam }, visit =>
      framed(visit, async frame => {
        const rows = (await holdersOf(visit, frame))
          // One's own lines first: that is what is asked most. The rest by name.
          .toSorted((a, b) => Number(b.isYou) - Number(a.isYou) || a.who.localeCompare(b.who, 'en'))
        return page(
          html(
            <WhoPage
              visitor={visit.visitor}
              frame={frame}
              rows={rows}
              seen={frame.seen}
              classWords={g => g.classes.map(c => classWords[c]).join(', ')}
            />,
          ),
          { about: [frame.person.id] },
        )
      }),
    ),
    post(
      '/people/:personId/alerts/:alertId/end',
      { permission: 'alert.end', audit: 'person.alert-ended', params: alertParam },
      visit =>
        framed(visit, async frame => {
          const { alertId } = visit.params
          const ended = await endAlert(visit.tx, frame.person.id, alertId)
          if (!ended.ok) return nothing(ended.why === 'unknown' ? 'unknown' : 'class', [frame.person.id])
          return go(`/people/${frame.person.id}/details`)
        }),
    ),
  ]
}

/** Records that were joined to this one, for those who may know of numbers; the way back for those who may join. */
async function joinedOf(visit: Visit<unknown, unknown>, merges: readonly Merge[]) {
  if (merges.length === 0) return []
  const names = await findNames(
    visit.tx,
    merges.flatMap(m => (m.mergedBy === null ? [] : [m.mergedBy])),
  )
  const mayUndo = roleMay(actorOfVisit(visit).role, 'people.merge')
  return merges.map(m => ({
    on: shortDay(dayOf(m.mergedAt)),
    by: (m.mergedBy && names.get(m.mergedBy)) ?? '',
    undoHref: mayUndo ? undoAddress(m.id) : undefined,
  }))
}

/** The grant that speaks for the visitor: the nearest to the person first. */
function ownGrant(grants: readonly Grant[], visit: Visit<unknown, unknown>): Grant | undefined {
  const nearest = { person: 0, group: 1, partnership: 2 }
  return (
    grants
      // A part that was given opens more of a record, never the record: another right speaks for the visitor.
      .filter(g => visit.tx.acting.holders.includes(g.holderId) && g.source !== 'named-class')
      // Nor does who they are by a young person's yes, where there is another.
      .toSorted(
        (a, b) =>
          Number(a.source === 'agreement') - Number(b.source === 'agreement') || nearest[a.scope] - nearest[b.scope],
      )[0]
  )
}

function hasBit(seen: ReadonlySet<keyof typeof classWords>, bit: number): boolean {
  const needed = { 256: 'health', 512: 'offending', 1024: 'care', 65536: 'immigration' } as const
  const name = needed[bit as keyof typeof needed]
  return name !== undefined && seen.has(name)
}
