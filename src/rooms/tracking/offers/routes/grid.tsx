/** The register of the guarantee by school: looked at, set in the rows, and by rows a school sends. */
import { z } from 'zod'
import { isId, type OrganisationId, type PersonId } from '#ground/ids.ts'
import { listOrganisations } from '#rooms/directory/index.ts'
import { get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { type Answer, again, go, page } from '#web/register.ts'
import { onePage, type PagePart, pageOf, pageQuery } from '#web/shell/list-pages.tsx'
import { lookAtRows, MOST_AT_PLACE } from '../actions/pasting.ts'
import { type Moved, saveMany } from '../actions/statuses.ts'
import { GUARANTEE_CODES, HEADS, type Head, headOf, NOT_RECORDED } from '../codes.ts'
import { gridForm, MOST_PASTED, pasteForm } from '../forms.ts'
import { en } from '../grid-words.ts'
import type { OffersHouse } from '../house.ts'
import { GridPage, type GridWanted, gridHref, PastePage, PreviewPage } from '../pages/grid-pages.tsx'
import { bornForGroup, educatedOn, guaranteeYears } from '../rules.ts'
import { type Chosen, type GridRow, ITEMS } from '../status.ts'
import { listAtPlace, listEverywhere, listThese } from '../store/grid.ts'
import { en as words } from '../words.ts'
import { PLACES_TO_LEARN, seenIn } from './record.tsx'

/** Rows of a page: two lists of codes in each. */
const ROWS = 50
const permission = 'guarantee.keep'
const gridQuery = z.object({
  place: z.string().max(60).catch('').default(''),
  year: z.coerce.number().int().catch(0).default(0),
  group: z.enum(['11', '12']).catch('11').default('11'),
  show: z
    .enum(['every', ...HEADS])
    .catch('every')
    .default('every'),
  page: pageQuery,
  saved: z.coerce.number().int().min(0).max(1000).optional().catch(undefined),
})
const pasteQuery = z.object({
  place: z.string().max(60).catch('').default(''),
  year: z.coerce.number().int().catch(0).default(0),
})
type AnyVisit = Visit<unknown, unknown>
type Places = readonly { readonly id: OrganisationId; readonly name: string }[]

export function gridRoutes(house: OffersHouse): HouseRoute[] {
  return [
    get('/guarantee', { permission, audit: 'guarantee.grid-viewed', query: gridQuery }, async visit => {
      const { drawn, about } = await gridPage(visit, visit.query, { saved: visit.query.saved })
      return page(drawn, { about })
    }),
    post('/guarantee', { permission, audit: 'guarantee.set' }, visit => save(visit)),
    get('/guarantee/paste', { permission, audit: { none: 'an empty form' }, query: pasteQuery }, async visit => {
      const places = await placesOf(visit)
      const form = pasteForm(places.map(one => one.id)).fill({ place: visit.query.place as OrganisationId })
      return page(pastePage(visit, places, yearIn(visit, visit.query.year), form))
    }),
    post('/guarantee/paste', { permission, audit: 'guarantee.pasted', query: pasteQuery }, visit =>
      preview(house, visit, visit.query.year),
    ),
    post('/guarantee/paste/apply', { permission, audit: 'guarantee.set' }, visit => apply(visit)),
  ]
}

/** Schools and colleges whose names tell nothing more (K6). */
async function placesOf({ tx }: AnyVisit): Promise<Places> {
  return (await listOrganisations(tx)).filter(one => one.discloses === 0 && PLACES_TO_LEARN.includes(one.kind))
}

/** The year asked for, where it is offered; else the one worked on. */
function yearIn(visit: AnyVisit, asked: number): number {
  const years = guaranteeYears(visit.tx.acting.today)
  return years.find(one => one === asked) ?? years[0]
}

type Asked = z.infer<typeof gridQuery>
type State = {
  readonly saved?: number | undefined
  readonly chosen?: ReadonlyMap<string, string>
  readonly moved?: Moved
  readonly form?: FormState
}

async function gridPage(visit: AnyVisit, asked: Asked, state: State) {
  const { tx } = visit
  const places = await placesOf(visit)
  const wanted: GridWanted = {
    place: places.find(one => one.id === asked.place)?.id ?? '',
    year: yearIn(visit, asked.year),
    group: asked.group === '12' ? 12 : 11,
    show: asked.show,
  }
  const on = educatedOn(wanted.year, tx.acting.today)
  const { part: found, counts } = await rowsOf(visit, wanted, asked.page)
  // Whom a choice is kept for stands here also where a colleague's change would put them on another page.
  const here = new Set(found.rows.map(row => row.personId))
  const kept = [...(state.chosen?.keys() ?? [])].map(key => key.slice(key.indexOf(':') + 1) as PersonId)
  const beside = await listThese(tx, wanted.year, [...new Set(kept.filter(id => !here.has(id)))])
  const part = { ...found, rows: [...beside, ...found.rows] }
  const drawn = html(
    <GridPage
      visitor={visit.visitor}
      wanted={wanted}
      places={places}
      years={guaranteeYears(tx.acting.today)}
      part={part}
      counts={counts}
      on={on}
      chosen={state.chosen ?? new Map()}
      moved={state.moved ?? new Map()}
      saved={state.saved}
      form={state.form ?? gridForm.fill({ on: tx.acting.today, by: 'provider' })}
      today={tx.acting.today}
    />,
  )
  return { drawn, about: part.rows.map(row => row.personId) }
}

/** The rows of a page: of a place all are read, counted and cut; everywhere only so many as the page has. */
async function rowsOf(
  { tx }: AnyVisit,
  wanted: GridWanted,
  pageWanted: number,
): Promise<{ readonly part: PagePart<GridRow>; readonly counts: ReadonlyMap<Head, number> | undefined }> {
  const { year, group, show } = wanted
  const cohort = { year, ...bornForGroup(year, group), on: educatedOn(year, tx.acting.today) }
  if (wanted.place !== '') {
    const all = await listAtPlace(tx, { ...cohort, organisationId: wanted.place as OrganisationId }, MOST_AT_PLACE)
    const headOfRow = (row: GridRow) => headOf(row.guarantee?.code ?? NOT_RECORDED)
    const counts = new Map(HEADS.map(head => [head, all.filter(row => headOfRow(row) === head).length]))
    const shown = show === 'every' ? all : all.filter(row => headOfRow(row) === show)
    return { part: pageOf(shown, pageWanted, ROWS), counts }
  }
  const codes = show === 'every' ? null : GUARANTEE_CODES.filter(one => one.head === show).map(one => one.code)
  // One more than the page has says whether there is another.
  const found = await listEverywhere(
    tx,
    { ...cohort, organisationId: null },
    { codes, limit: ROWS + 1, offset: (pageWanted - 1) * ROWS },
  )
  // Those left out were read all the same: that there is another page does not hang on them.
  const part = { ...onePage(found.rows, pageWanted, ROWS), pages: found.read > ROWS ? pageWanted + 1 : pageWanted }
  return { part, counts: undefined }
}

/** What a body chose: those that differ from what the page showed. */
function chosenIn(body: Readonly<Record<string, unknown>>): {
  readonly typed: Map<string, string>
  readonly chosen: Chosen[]
} {
  const typed = new Map<string, string>()
  const chosen: Chosen[] = []
  for (const item of ITEMS) {
    for (const [key, code] of Object.entries(body)) {
      const id = key.startsWith(`${item}:`) ? key.slice(item.length + 1) : ''
      if (!isId(id) || typeof code !== 'string') continue
      const was = body[`was:${key}`]
      const [seen = '', before = ''] = typeof was === 'string' ? was.split('|') : []
      if (code === before || code === '') continue
      typed.set(key, code)
      chosen.push({ personId: id as string as PersonId, item, code, seen: seenIn(seen) })
    }
  }
  return { typed, chosen: chosen.slice(0, ROWS * 2) }
}

async function save(visit: AnyVisit): Promise<Answer> {
  const asked = gridQuery.parse(visit.body)
  const { typed, chosen } = chosenIn(visit.body)
  const read = gridForm.read(visit.body)
  const shown = async (state: State, status: 409 | 422) => {
    const { drawn, about } = await gridPage(visit, asked, { chosen: typed, ...state })
    return again(drawn, { about }, status)
  }
  if (!read.ok) return shown({ form: read }, 422)
  if (read.value.on > visit.tx.acting.today) return shown({ form: addError(read, words.inFuture, 'on') }, 422)
  const year = yearIn(visit, asked.year)
  const { saved, moved } = await saveChosen(visit, year, chosen, read.value)
  if (moved.size > 0) return shown({ moved, form: addError(read, en.movedN(moved.size)) }, 409)
  const group = asked.group === '12' ? 12 : 11
  return go(`${gridHref({ ...asked, place: asked.place, year, group }, asked.page)}&saved=${saved}`)
}

/** Saves for those the visitor may know of those chosen. */
async function saveChosen(
  { tx }: AnyVisit,
  year: number,
  chosen: readonly Chosen[],
  said: {
    readonly by: Parameters<typeof saveMany>[4]['saidBy']
    readonly on: Parameters<typeof saveMany>[4]['saidOn']
  },
) {
  const rows = await listThese(
    tx,
    year,
    chosen.map(one => one.personId),
  )
  const bornOn = new Map(rows.map(row => [row.personId, row.bornOn]))
  return saveMany(tx, year, chosen, bornOn, { saidBy: said.by, saidOn: said.on })
}

function pastePage(visit: AnyVisit, places: Places, year: number, form: FormState) {
  const years = guaranteeYears(visit.tx.acting.today)
  return html(<PastePage visitor={visit.visitor} places={places} year={year} years={years} form={form} />)
}

async function preview(house: OffersHouse, visit: AnyVisit, asked: number): Promise<Answer> {
  const { tx } = visit
  const year = yearIn(visit, asked)
  const places = await placesOf(visit)
  const read = pasteForm(places.map(one => one.id)).read(visit.body)
  if (!read.ok) return again(pastePage(visit, places, year, read))
  const lines = read.value.rows.split(/\r?\n/).filter(line => line.trim() !== '').length
  if (lines > MOST_PASTED)
    return again(pastePage(visit, places, year, addError(read, en.tooManyRows(MOST_PASTED), 'rows')))
  const place = read.value.place as OrganisationId
  const looked = await lookAtRows(tx, house, { place, year }, read.value.rows)
  const about = looked.changes.map(one => one.row.personId)
  const drawn = html(
    <PreviewPage
      visitor={visit.visitor}
      place={place}
      year={year}
      {...looked}
      moved={new Map()}
      form={gridForm.fill({ on: tx.acting.today, by: 'provider' })}
    />,
  )
  return page(drawn, { about, payload: { changes: about.length, same: looked.same, troubled: looked.troubled.length } })
}

const applyBody = z.object({
  place: z.string().refine(isId),
  year: z.coerce.number().int(),
  row: z.union([z.string(), z.array(z.string())]).transform(row => (Array.isArray(row) ? row : [row])),
})

async function apply(visit: AnyVisit): Promise<Answer> {
  const { tx } = visit
  const places = await placesOf(visit)
  const parsed = applyBody.safeParse(visit.body)
  const chosen = (parsed.data?.row ?? []).slice(0, MOST_PASTED).map((line): Chosen => {
    const [personId = '', code = '', seen = ''] = line.split('|')
    return { personId: personId as PersonId, item: 'guarantee', code, seen: seenIn(seen) }
  })
  if (!parsed.success || chosen.some(one => !isId(one.personId))) {
    const form = addError(pasteForm(places.map(one => one.id)).empty(), en.resend, 'rows')
    return again(pastePage(visit, places, yearIn(visit, 0), form))
  }
  const year = yearIn(visit, parsed.data.year)
  const { place } = parsed.data
  const read = gridForm.read(visit.body)
  const shown = async (form: FormState, moved: Moved, status: 409 | 422) => {
    const rows = await listThese(
      tx,
      year,
      chosen.map(one => one.personId),
    )
    const codes = new Map(chosen.map(one => [one.personId, one.code]))
    const changes = rows.map(row => ({ row, code: codes.get(row.personId) ?? NOT_RECORDED }))
    const drawn = html(
      <PreviewPage visitor={visit.visitor} {...{ place, year, changes, same: 0, troubled: [], moved, form }} />,
    )
    return again(drawn, { about: rows.map(row => row.personId) }, status)
  }
  if (!read.ok) return shown(read, new Map(), 422)
  if (read.value.on > tx.acting.today) return shown(addError(read, words.inFuture, 'on'), new Map(), 422)
  const { saved, moved } = await saveChosen(visit, year, chosen, read.value)
  if (moved.size > 0) return shown(addError(read, en.movedN(moved.size)), moved, 409)
  return go(`${gridHref({ place, year, group: 11, show: 'every' })}&saved=${saved}`)
}
