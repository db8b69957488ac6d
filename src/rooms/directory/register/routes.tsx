/** The lines of the establishment register: send the file, look at what it would change, do it. */
import { z } from 'zod'
import type { RowId } from '#ground/ids.ts'
import { get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, go, nothing, page } from '#web/register.ts'
import type { DirectoryHouse } from '../routes/house.ts'
import { applyRegister, proposals, takeRegister } from './actions.ts'
import { PHASES, RegisterRefused } from './establishment.ts'
import { choiceOf, GROUPS, type Grouped, grouped, MOST_LINES, previewForm, registerForm, tellsIn } from './forms.ts'
import { RegisterPage, RegisterPreviewPage } from './pages.tsx'
import { findReading, markApplied, type RegisterReading } from './store.ts'
import { en } from './words.ts'

const permission = 'organisation.manage'
const params = z.object({ readingId: idParam<RowId>() })

export function registerRoutes(house: DirectoryHouse): HouseRoute[] {
  return [
    get('/organisations/register', { permission, audit: { none: 'an empty form' } }, visit =>
      page(html(<RegisterPage visitor={visit.visitor} form={registerForm.fill({ phases: [...PHASES] })} />)),
    ),
    post('/organisations/register', { permission, audit: 'register.sent', upload: true }, async visit => {
      const form = registerForm.read(visit.body)
      const wrong = (state: Parameters<typeof RegisterPage>[0]['form']) =>
        again(html(<RegisterPage visitor={visit.visitor} form={state} />))
      if (visit.body['upload-too-large'] === 'yes') return wrong(addError(form, en.tooLarge, 'file'))
      const { upload } = visit
      if (!upload) return wrong(addError(form, en.missingFile, 'file'))
      if (!form.ok) return wrong(form)
      try {
        const table = await house.openTable(upload.path)
        const { id } = await takeRegister(visit.tx, table, upload.name, choiceOf(form.value))
        return go(`/organisations/register/${id}`)
      } catch (trouble) {
        if (trouble instanceof RegisterRefused) return wrong(addError(form, trouble.sentence, 'file'))
        throw trouble
      }
    }),
    get('/organisations/register/:readingId', { permission, audit: 'register.viewed', params }, visit =>
      withReading(visit, async reading => {
        const { shown, more } = await linesOf(visit, reading)
        const all = Object.fromEntries(GROUPS.map(group => [group, shown[group].map(one => one.key)]))
        const form = previewForm(shown).fill(all)
        return page(
          html(<RegisterPreviewPage visitor={visit.visitor} reading={reading} shown={shown} more={more} form={form} />),
          { target: reading.id },
        )
      }),
    ),
    post('/organisations/register/:readingId', { permission, audit: 'register.apply-sent', params }, visit =>
      withReading(visit, async reading => {
        const { shown, more } = await linesOf(visit, reading)
        const form = previewForm(shown).read(visit.body)
        if (!form.ok)
          return again(
            html(
              <RegisterPreviewPage visitor={visit.visitor} reading={reading} shown={shown} more={more} form={form} />,
            ),
            { target: reading.id },
          )
        const ticked = new Set(GROUPS.flatMap(group => form.value[group]))
        const chosen = GROUPS.flatMap(group => shown[group]).filter(one => ticked.has(one.key))
        const applied = await applyRegister(
          visit.tx,
          reading.id,
          chosen,
          tellsIn(visit.body, shown.add),
          house.organisationEnded,
        )
        await markApplied(visit.tx, reading.id, applied)
        return go(`/organisations/register/${reading.id}`)
      }),
    ),
  ]
}

/** The lines of a reading as the directory stands now, as many as a page holds. */
async function linesOf(
  visit: Visit<unknown, unknown>,
  reading: RegisterReading,
): Promise<{ readonly shown: Grouped; readonly more: number }> {
  const all = await proposals(visit.tx, reading.establishments)
  return { shown: grouped(all.slice(0, MOST_LINES)), more: Math.max(0, all.length - MOST_LINES) }
}

async function withReading(
  visit: Visit<{ readingId: RowId }, unknown>,
  work: (reading: RegisterReading) => Promise<Answer>,
): Promise<Answer> {
  const reading = await findReading(visit.tx, visit.params.readingId)
  return reading ? work(reading) : nothing('unknown')
}
