/** The register of their support, behind a young person's own link: what is theirs, what they say to it, and a yes that is taken back. */
import type { Tx } from '#ground/database/tx.ts'
import type { RowId } from '#ground/ids.ts'
import { findNames, get, type HouseRoute, html, post } from '#rooms/identity/index.ts'
import { findPerson } from '#rooms/people/index.ts'
import {
  BY_LINK,
  doOwn,
  type Link,
  type LinkVisit,
  linkParam,
  type OwnPart,
  showOwn,
  type Within,
} from '#rooms/sharing/index.ts'
import { addError, NO_FORM } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import type { Answer } from '#web/register.ts'
import { versionSent } from '#web/stale.ts'
import type { OwnSay } from '../pathway.ts'
import { openOwnPathways, sayStep, takeBackYes } from './actions.ts'
import { fieldsOf, sayForm, takeBackForm } from './forms.ts'
import { OwnPathwaysPage } from './page.tsx'
import { ownPathwayIn } from './words.ts'

const stepParam = linkParam.extend({ stepId: idParam<RowId>() })
const pathwayParam = linkParam.extend({ pathwayId: idParam<RowId>() })

export function ownPathwayRoutes(within: Within): HouseRoute[] {
  return [
    get('/open/:token/pathway', { ...BY_LINK, params: linkParam }, visit => showOwn(within, visit, PART)),
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

const PART: OwnPart<NonNullable<Awaited<ReturnType<typeof opened>>>> = {
  which: 'pathway',
  open: opened,
  draw: ({ visitor, params }, found, form) =>
    html(<OwnPathwaysPage visitor={visitor} token={params.token} {...found} form={form} />),
  empty: () => NO_FORM,
  viewed: { action: 'pathway.viewed-by-link' },
}

function say(within: Within, visit: LinkVisit, stepId: RowId): Promise<Answer> {
  const words = ownPathwayIn(visit.visitor.language)
  const at = fieldsOf(stepId)
  const read = sayForm(stepId, words).read(visit.body)
  const version = versionSent(visit)
  return doOwn(within, visit, PART, async (tx, link) => {
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
  return doOwn(within, visit, PART, async (tx, link) => {
    if (!read.ok) return { form: read, status: 422 }
    await takeBackYes(tx, link, pathwayId, read.value[words] ?? '')
    return undefined
  })
}
