/** The register of their support, behind a young person's own link: what is theirs, what they say to it, and a yes that is taken back. */
import type { Tx } from '#ground/database/tx.ts'
import type { RowId } from '#ground/ids.ts'
import { record } from '#rooms/audit/index.ts'
import { findNames, freshPage, get, type HouseRoute, html, post } from '#rooms/identity/index.ts'
import { findPerson } from '#rooms/people/index.ts'
import { asOwn, BY_LINK, type Link, type LinkVisit, linkParam, OverPage, type Within } from '#rooms/sharing/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError, NO_FORM } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, go, page } from '#web/register.ts'
import type { OwnSay } from '../pathway.ts'
import { openOwnPathways, sayStep, takeBackYes } from './actions.ts'
import { fieldsOf, sayForm, takeBackForm } from './forms.ts'
import { OwnPathwaysPage } from './page.tsx'
import { ownPathwayIn } from './words.ts'

const stepParam = linkParam.extend({ stepId: idParam<RowId>() })
const pathwayParam = linkParam.extend({ pathwayId: idParam<RowId>() })

export function ownPathwayRoutes(within: Within): HouseRoute[] {
  return [
    get('/open/:token/pathway', { ...BY_LINK, params: linkParam }, visit => look(within, visit)),
    post('/open/:token/pathway/steps/:stepId', { ...BY_LINK, params: stepParam }, visit =>
      say(within, visit, visit.params.stepId),
    ),
    post('/open/:token/pathway/taken-back/:pathwayId', { ...BY_LINK, params: pathwayParam }, visit =>
      takeBack(within, visit, visit.params.pathwayId),
    ),
  ]
}

async function opened(tx: Tx, link: Link) {
  const found = await openOwnPathways(tx, link.personId)
  const person = found && (await findPerson(tx, link.personId))
  if (!found || !person) return undefined
  const names = await findNames(tx, [link.madeBy])
  return { ...found, pages: link.pages, given: person.given, adviser: names.get(link.madeBy) ?? '' }
}

type Opened = NonNullable<Awaited<ReturnType<typeof opened>>>

const drawn = (visit: LinkVisit, found: Opened, form: FormState) =>
  html(<OwnPathwaysPage visitor={visit.visitor} token={visit.params.token} {...found} form={form} />)

const nothingLeft = (visit: LinkVisit): Answer =>
  page(html(<OverPage visitor={visit.visitor} token={visit.params.token} />))

async function look(within: Within, visit: LinkVisit): Promise<Answer> {
  const found = await asOwn(within, visit, 'pathway', async (tx, link) => {
    const behind = await opened(tx, link)
    if (behind) await record(tx, { action: 'pathway.viewed-by-link', about: [link.personId], target: link.rowId })
    return behind ?? null
  })
  if (found === undefined) return go(`/open/${visit.params.token}`)
  return found === null ? nothingLeft(visit) : freshPage(visit, drawn(visit, found, NO_FORM))
}

/** Does something on the page: back to it afterwards, or shown again with what is wrong. */
async function does(
  within: Within,
  visit: LinkVisit,
  work: (tx: Tx, link: Link) => Promise<{ readonly form: FormState; readonly status: 409 | 422 } | undefined>,
): Promise<Answer> {
  const { token } = visit.params
  const outcome = await asOwn(within, visit, 'pathway', async (tx, link) => {
    const wrong = await work(tx, link)
    return wrong ? { ...wrong, found: await opened(tx, link) } : null
  })
  if (outcome === undefined) return go(`/open/${token}`)
  if (outcome === null) return go(`/open/${token}/pathway`)
  return outcome.found ? again(drawn(visit, outcome.found, outcome.form), {}, outcome.status) : nothingLeft(visit)
}

function say(within: Within, visit: LinkVisit, stepId: RowId): Promise<Answer> {
  const words = ownPathwayIn(visit.visitor.language)
  const at = fieldsOf(stepId)
  const read = sayForm(stepId, words).read(visit.body)
  const version = Number(visit.body['version']) || 0
  return does(within, visit, async (tx, link) => {
    if (!read.ok) return { form: read, status: 422 }
    const said = { say: read.value[at.say] as OwnSay, words: read.value[at.words] ?? '' }
    const done = await sayStep(tx, link, stepId, version, said)
    // What is no step of theirs any more is not on the page they come back to.
    return done.ok || done.why === 'gone' ? undefined : { form: addError(read, words.stale, at.say), status: 409 }
  })
}

function takeBack(within: Within, visit: LinkVisit, pathwayId: RowId): Promise<Answer> {
  const { words } = fieldsOf(pathwayId)
  const read = takeBackForm(pathwayId, ownPathwayIn(visit.visitor.language)).read(visit.body)
  return does(within, visit, async (tx, link) => {
    if (!read.ok) return { form: read, status: 422 }
    await takeBackYes(tx, link, pathwayId, read.value[words] ?? '')
    return undefined
  })
}
