/** The register of what somebody says of themselves: one page, each field dated and with a history of its own. */
import type { RecordClass } from '#rooms/access/index.ts'
import { get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { again, type Drawn, go, page } from '#web/register.ts'
import { setDetail } from '../actions/record.ts'
import { aboutForm } from '../forms.ts'
import type { PersonFrame } from '../frame.ts'
import { type AboutFields, AboutPage } from '../pages/about-page.tsx'
import type { Detail } from '../person.ts'
import { ABOUT_FIELDS, type AboutField, changedFields, classOfDetail } from '../rules.ts'
import { listDetails, lockPerson } from '../store/person.ts'
import { en } from '../words.ts'
import { bySelf, framed, type PeopleHouse, personParam } from './shared.ts'

const permission = 'person.edit'

export function aboutRoutes(house: PeopleHouse): HouseRoute[] {
  return [
    get('/people/:personId/about', { permission, audit: 'person.edit-opened', params: personParam }, visit =>
      framed(house, visit, async frame => {
        const shown = fieldsOf(frame.seen)
        const now = await currentOf(visit, frame, shown)
        return page(aboutHtml(visit, frame, shown, fill(now), undefined), { about: [frame.person.id] })
      }),
    ),
    post('/people/:personId/about', { permission, audit: 'person.detail-set', params: personParam }, visit =>
      framed(house, visit, async frame => {
        const { id } = frame.person
        const shown = fieldsOf(frame.seen)
        const read = aboutForm.read(visit.body)
        const seen = { about: [id] }
        if (!read.ok) return again(aboutHtml(visit, frame, shown, read, undefined), seen)
        // Two who save at once come one after the other: the second finds what the first wrote.
        await lockPerson(visit.tx, id)
        const now = await currentOf(visit, frame, shown)
        const { said, version } = read.value
        if (version !== versionOf(now)) {
          const fresh = { ...read, answers: { ...read.answers, version: versionOf(now) } }
          return again(aboutHtml(visit, frame, shown, addError(fresh, en.aboutStale), now), seen, 409)
        }
        const wanted = Object.fromEntries([...shown].map(field => [field, read.value[field] ?? '']))
        const source = { ...bySelf(visit.tx), kind: said, ...(said === 'staff' ? {} : { organisationId: null }) }
        for (const { field, value } of changedFields(now, wanted)) await setDetail(visit.tx, id, field, value, source)
        return go(`/people/${id}/details`)
      }),
    ),
  ]
}

function fieldsOf(seen: ReadonlySet<RecordClass>): ReadonlySet<AboutField> {
  return new Set(ABOUT_FIELDS.filter(field => seen.has(classOfDetail(field))))
}

async function currentOf(
  visit: Visit<unknown, unknown>,
  frame: PersonFrame,
  shown: ReadonlySet<AboutField>,
): Promise<Detail[]> {
  return (await listDetails(visit.tx, frame.person.id)).filter(
    d => d.replacedAt === null && (shown as ReadonlySet<string>).has(d.field),
  )
}

/** What the page was made from: the rows that stood then. */
function versionOf(now: readonly Detail[]): string {
  return now.length === 0
    ? 'none'
    : now
        .map(d => d.rowId as string)
        .toSorted((a, b) => (a < b ? -1 : 1))
        .join('.')
}

function fill(now: readonly Detail[]): FormState<AboutFields> {
  const values = Object.fromEntries(now.map(d => [d.field, d.value]))
  return aboutForm.fill({ ...values, version: versionOf(now) })
}

function aboutHtml(
  visit: Visit<unknown, unknown>,
  frame: PersonFrame,
  shown: ReadonlySet<AboutField>,
  form: FormState<AboutFields>,
  theirs: readonly Detail[] | undefined,
): Drawn {
  return html(<AboutPage visitor={visit.visitor} frame={frame} form={form} shown={shown} theirs={theirs} />)
}
