/** The register of their own file, behind their own link: what they write, share, take back. */
import { z } from 'zod'
import type { Tx } from '#ground/database/tx.ts'
import type { RowId } from '#ground/ids.ts'
import { record } from '#rooms/audit/index.ts'
import { findNames, get, type HouseRoute, html, post } from '#rooms/identity/index.ts'
import { findPerson } from '#rooms/people/index.ts'
import {
  asOwn,
  BY_LINK,
  doOwn,
  type Link,
  type LinkVisit,
  linkParam,
  type OwnPart,
  showOwn,
  type Within,
} from '#rooms/sharing/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { pdfFile } from '#web/pdf/answer.ts'
import { type Answer, go } from '#web/register.ts'
import { findPlan } from '../store.ts'
import { chooseEvidence, chooseWord, giveWord, type Move, moveOwn, standingOfFile, writeOwn } from './actions.ts'
import { contentOf, entryForm, newWordForm, wordForm } from './forms.ts'
import { type OwnFile, OwnFilePage, ownFileDocument } from './own-page.tsx'
import { takesEvidence } from './rules.ts'
import { listEntries, listEvidence } from './store.ts'
import { ownFileIn } from './words.ts'

const entryParam = linkParam.extend({ entryId: idParam<RowId>() })
const MOVES = ['share', 'take-back', 'take-out'] as const satisfies readonly Move[]
const moveParam = entryParam.extend({ move: z.enum(MOVES) })

export function ownFileRoutes(within: Within): HouseRoute[] {
  return [
    get('/open/:token/file', { ...BY_LINK, params: linkParam }, visit => showOwn(within, visit, PART)),
    get('/open/:token/file.pdf', { ...BY_LINK, params: linkParam }, visit => keep(within, visit)),
    post('/open/:token/file', { ...BY_LINK, params: linkParam }, visit => write(within, visit)),
    post('/open/:token/file/word', { ...BY_LINK, params: linkParam }, visit => give(within, visit)),
    post('/open/:token/file/new-word', { ...BY_LINK, params: linkParam }, visit => choose(within, visit)),
    post('/open/:token/file/:entryId/evidence', { ...BY_LINK, params: entryParam }, visit => {
      const chosen = visit.body[`target-${visit.params.entryId}`]
      return moved(within, visit, async (tx, link) => {
        const target = idParam<RowId>().safeParse(chosen)
        if (target.success) await chooseEvidence(tx, link.personId, visit.params.entryId, target.data, 'young-person')
      })
    }),
    post('/open/:token/file/:entryId/:move', { ...BY_LINK, params: moveParam }, visit =>
      moved(within, visit, async (tx, link) => {
        await moveOwn(tx, link, visit.params.entryId, visit.params.move)
      }),
    ),
  ]
}

/** Undefined where nothing is behind the link any more: the record was restricted, or they have died. */
async function openedFile(tx: Tx, link: Link): Promise<OwnFile | undefined> {
  const person = await findPerson(tx, link.personId)
  if (person?.state !== 'active' || person.diedOn !== null) return undefined
  const [standing, entries, evidence, { targets }] = await Promise.all([
    standingOfFile(tx, link),
    listEntries(tx, link.personId),
    listEvidence(tx, link.personId),
    findPlan(tx, link.personId),
  ])
  const theirs = targets.filter(target => !target.isRestricted && target.alsoBit === null)
  return {
    pages: link.pages,
    ...{ standing, entries, evidence },
    steps: theirs.filter(takesEvidence),
    stepNames: new Map(theirs.map(target => [target.rowId, target.what])),
    names: await findNames(tx, [...new Set(entries.flatMap(one => one.writtenBy ?? []))]),
  }
}

const PART: OwnPart<OwnFile> = {
  which: 'file',
  open: openedFile,
  draw: ({ visitor, params }, file, form) =>
    html(<OwnFilePage visitor={visitor} token={params.token} {...file} form={form} />),
  empty: ({ visitor }) => entryForm(ownFileIn(visitor.language)).empty(),
  viewed: { action: 'progress.viewed-by-link' },
}

/** What the page shows, to keep. */
async function keep(within: Within, visit: LinkVisit): Promise<Answer> {
  const { language } = visit.visitor
  const made = await asOwn(within, visit, 'file', async (tx, link) => {
    const file = await openedFile(tx, link)
    if (!file || file.entries.length === 0) return null
    const answer = await pdfFile(tx, 'my-progress-file', ownFileDocument({ ...file, language, today: tx.acting.today }))
    await record(tx, { action: 'progress.printed-by-link', about: [link.personId], target: link.rowId })
    return answer
  })
  return made ?? go(made === null ? `/open/${visit.params.token}/file` : `/open/${visit.params.token}`)
}

/** Does something with an open file: on to it afterwards, or shown again with what is wrong. */
function withFile(
  within: Within,
  visit: LinkVisit,
  work: (tx: Tx, link: Link) => Promise<FormState | undefined>,
): Promise<Answer> {
  return doOwn(within, visit, PART, async (tx, link) => {
    const form = await work(tx, link)
    return form && { form, status: 422 }
  })
}

function moved(within: Within, visit: LinkVisit, work: (tx: Tx, link: Link) => Promise<void>): Promise<Answer> {
  return withFile(within, visit, async (tx, link) => {
    await work(tx, link)
    return undefined
  })
}

function write(within: Within, visit: LinkVisit): Promise<Answer> {
  const words = ownFileIn(visit.visitor.language)
  const read = entryForm(words).read(visit.body)
  return withFile(within, visit, async (tx, link) => {
    if (!read.ok) return read
    const done = await writeOwn(tx, link, contentOf(read.value))
    if (done.ok) return undefined
    return done.why === 'ahead' ? addError(read, words.ahead, 'on') : addError(read, words.shutText)
  })
}

function give(within: Within, visit: LinkVisit): Promise<Answer> {
  const words = ownFileIn(visit.visitor.language)
  const read = wordForm(words).read(visit.body)
  return withFile(within, visit, async (tx, link) => {
    if (!read.ok) return read
    const done = await giveWord(tx, link, read.value.word)
    if (done.ok) return undefined
    return addError(wordForm(words).empty(), done.why === 'wrong' ? words.wordWrong : words.tooMany, 'word')
  })
}

function choose(within: Within, visit: LinkVisit): Promise<Answer> {
  const words = ownFileIn(visit.visitor.language)
  const read = newWordForm(words).read(visit.body)
  return withFile(within, visit, async (tx, link) => {
    if (!read.ok) return read
    const done = await chooseWord(tx, link, read.value['new-word'])
    return done.ok ? undefined : addError(newWordForm(words).empty(), words.tooManyWords, 'new-word')
  })
}
