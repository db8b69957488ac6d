/** The register of telling by a file: send it, look at the rows, tell of all that can be, keep the rest as a file. */
import { actorOfVisit, get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import { csvNameOf, csvOf } from '#web/csv.ts'
import { addError, form } from '#web/form/form.ts'
import { text } from '#web/form/text.ts'
import { type Answer, again, go, page } from '#web/register.ts'
import type { AbsenceHouse } from '../house.ts'
import { FileRefused, type FileSeen, MOST_BYTES, MOST_CARRIED } from './absence-file.ts'
import { lookAtFile, tellAll } from './actions.ts'
import { bytesOf, carriedGood, carriedTroubled, readCarried, readMending } from './carrying.ts'
import { FilePage, FilePreviewPage, FileToldPage } from './pages.tsx'
import { en, fileSentence } from './words.ts'

const permission = 'absence.tell'
const fileForm = form({ file: text({ optional: true, max: 300, tooLong: en.missingFile }) })

export function absenceFileRoutes(house: AbsenceHouse): HouseRoute[] {
  return [
    get('/absences/file', { permission, audit: { none: 'an empty form' } }, visit =>
      page(html(<FilePage visitor={visit.visitor} form={fileForm.empty()} />)),
    ),
    post('/absences/file', { permission, audit: 'absence.file-looked-at', upload: true }, visit => look(house, visit)),
    post('/absences/file/tell', { permission, audit: 'absence.file-sent' }, async visit => {
      const rows = readCarried(visit.body['row'])
      if (rows === undefined) return wrong(visit, en.resend)
      const done = await tellAll(visit.tx, house, actorOfVisit(visit), rows)
      if (done.left.length > 0) return page(html(<FileToldPage visitor={visit.visitor} done={done} />))
      return go(`/absences?told=${done.told}&before=${done.before}`)
    }),
    post('/absences/file/mend', { permission, audit: 'absence.file-kept' }, visit => {
      const file = readMending(visit.body)
      if (file === undefined) return wrong(visit, en.resend)
      return {
        kind: 'file',
        name: csvNameOf(en.keptName, actorOfVisit(visit).name, visit.tx.acting.at),
        type: 'text/csv; charset=utf-8',
        body: csvOf(file.header, file.rows),
        seen: { payload: { rows: file.rows.length } },
      }
    }),
  ]
}

async function look(house: AbsenceHouse, visit: Visit<unknown, unknown>): Promise<Answer> {
  const { upload } = visit
  if (visit.body['upload-too-large'] === 'yes' || (upload?.bytes ?? 0) > MOST_BYTES) return wrong(visit, en.tooLarge)
  if (!upload) return wrong(visit, en.missingFile)
  try {
    const table = await house.openFile(upload.path)
    const seen = await lookAtFile(visit.tx, house, table, actorOfVisit(visit).organisationId)
    refuseTooMuch(seen)
    const { good, before, troubled } = seen
    return page(html(<FilePreviewPage visitor={visit.visitor} seen={seen} />), {
      about: [...good, ...before].map(one => one.personId),
      payload: { good: good.length, before: before.length, troubled: troubled.length },
    })
  } catch (trouble) {
    if (trouble instanceof FileRefused) return wrong(visit, fileSentence(trouble.why, trouble.detail))
    throw trouble
  }
}

/** What the page could not carry back is not shown as if it could. */
function refuseTooMuch({ columns, good, troubled }: FileSeen): void {
  const most = Math.max(bytesOf(carriedGood(good)), bytesOf(carriedTroubled(columns, troubled)))
  if (most > MOST_CARRIED) throw new FileRefused('too-much-text')
}

function wrong(visit: Visit<unknown, unknown>, message: string): Answer {
  return again(html(<FilePage visitor={visit.visitor} form={addError(fileForm.empty(), message, 'file')} />))
}
