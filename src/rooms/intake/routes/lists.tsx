/** The register of lists: send, confirm the columns, look, apply, undo. */
import { z } from 'zod'
import { type Day, formatDay } from '#ground/day.ts'
import { type OrganisationId, type RowId } from '#ground/ids.ts'
import { findJob } from '#ground/jobs/index.ts'
import { findOrganisation, listOrganisations } from '#rooms/directory/index.ts'
import { actorOfVisit, get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import { undoAddress } from '#rooms/matching/index.ts'
import { findPerson, listPeople } from '#rooms/people/index.ts'
import { csvNameOf, csvOf } from '#web/csv.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { agreementOf } from '../actions/agreements.ts'
import {
  askApply,
  askStop,
  askUndo,
  cancelRun,
  checkMapping,
  confirmMapping,
  heldBackIn,
  joinedSince,
  newerThan,
  startRun,
  suggestMapping,
} from '../actions/runs.ts'
import { asAtTrouble } from '../activity/rules.ts'
import { asAtForm, sendForm } from '../forms.ts'
import type { IntakeHouse } from '../house.ts'
import { PreviewPage } from '../pages/preview-page.tsx'
import { EndedPage, ListsPage, MappingPage, ProgressPage, SendPage } from '../pages/run-pages.tsx'
import { faultSentence } from '../reading/words.ts'
import type { Agreement, Run, RunRow, Verdict } from '../run.ts'
import { findAgreement, listAgreements } from '../store/agreements.ts'
import { findRow, listRows } from '../store/rows.ts'
import { findRun, listRuns } from '../store/runs.ts'
import { en } from '../words.ts'

const runParam = z.object({
  runId: idParam<RowId>(),
})
const rowParam = runParam.extend({ row: z.coerce.number().int().min(1).max(2_000_000_000) })
const showQuery = z.object({
  show: z.enum(['new', 'changed', 'same', 'missing', 'question']).optional().catch(undefined),
})
const SHOWN = 200

export function runRoutes(house: IntakeHouse): HouseRoute[] {
  const { folder, jobs } = house
  return [
    get('/lists', { permission: 'intake.run', audit: 'list.list-viewed' }, async visit => {
      const names = await partnerNames(visit)
      const lines = (await listRuns(visit.tx, 100)).map(run => ({ run, partner: names.get(run.organisationId) ?? '' }))
      return page(html(<ListsPage visitor={visit.visitor} today={visit.tx.acting.today} lines={lines} />))
    }),
    get('/lists/new', { permission: 'intake.run', audit: { none: 'an empty form' } }, async visit =>
      page(
        html(
          <SendPage visitor={visit.visitor} form={sendForm.empty()} partners={await partnersWithAgreement(visit)} />,
        ),
      ),
    ),
    post('/lists/new', { permission: 'intake.run', audit: 'list.sent', upload: true }, async visit => {
      const form = sendForm.read(visit.body)
      const partners = await partnersWithAgreement(visit)
      const wrong = (state: Parameters<typeof SendPage>[0]['form']) =>
        again(html(<SendPage visitor={visit.visitor} form={state} partners={partners} />))
      if (visit.body['upload-too-large'] === 'yes') return wrong(addError(form, en.tooLarge, 'file'))
      if (!form.ok) return wrong(visit.upload ? form : addError(form, en.missingFile, 'file'))
      if (!visit.upload) return wrong(addError(form, en.missingFile, 'file'))
      const { upload } = visit
      const organisationId = form.value.partner as OrganisationId
      if (!partners.some(o => o.id === organisationId)) return wrong(addError(form, en.missingPartner, 'partner'))
      const started = await startRun(visit.tx, folder, {
        organisationId,
        path: upload.path,
        name: upload.name,
        bytes: upload.bytes,
      })
      if (started.ok) return go(`/lists/${started.value.runId}`)
      const lapsed = started.why === 'agreement-lapsed' ? await agreementOf(visit.tx, organisationId) : undefined
      const partner = partners.find(o => o.id === organisationId)?.name ?? ''
      return wrong(addError(form, lapsed ? en.lapsed(partner, formatDay(lapsed.reviewOn)) : en.noAgreement, 'partner'))
    }),
    get(
      '/lists/:runId',
      { permission: 'intake.run', audit: 'list.viewed', params: runParam, query: showQuery },
      visit =>
        withRun(visit, async facts => {
          const { run } = facts
          switch (run.state) {
            case 'mapping': {
              const suggestions = await suggestMapping(visit.tx, folder, run, facts.agreement)
              return page(
                html(
                  <MappingPage
                    {...facts}
                    visitor={visit.visitor}
                    suggestions={suggestions}
                    trouble={undefined}
                    asAt={asAtForm.empty()}
                  />,
                ),
                { target: run.id },
              )
            }
            case 'reading':
            case 'applying':
            case 'stopping':
            case 'undoing':
              house.nudge()
              return page(await progressHtml(visit, facts, undefined), { target: run.id })
            case 'cancelled':
            case 'refused':
            case 'failed':
              return page(html(<EndedPage {...facts} visitor={visit.visitor} />), { target: run.id })
            default:
              return preview(visit, facts, visit.query.show ?? firstWithRows(run))
          }
        }),
    ),
    get('/lists/:runId/rows/:row', { permission: 'intake.run', audit: 'list.row-followed', params: rowParam }, visit =>
      withRun(visit, async ({ run }) => {
        const row = await findRow(visit.tx, run.id, visit.params.row)
        const person = row?.personId && (await findPerson(visit.tx, row.personId))
        return person ? go(`/people/${person.id}`) : nothing('unknown')
      }),
    ),
    post(
      '/lists/:runId/columns',
      { permission: 'intake.run', audit: 'list.columns-confirmed', params: runParam },
      visit =>
        withRun(visit, async facts => {
          const { run, agreement } = facts
          const wanted = Object.fromEntries(run.columns.map((column, i) => [column, textOf(visit.body[`column-${i}`])]))
          const checked = checkMapping(wanted, run, agreement)
          const day = readAsAt(visit.body, visit.tx.acting.today)
          const outcome =
            checked.ok && day.ok
              ? await confirmMapping(visit.tx, run, checked.value, jobs.reading, day.value['as-at'])
              : checked
          if (outcome.ok && day.ok) {
            house.nudge()
            return go(`/lists/${run.id}`)
          }
          if (run.state !== 'mapping') return go(`/lists/${run.id}`)
          const suggestions = (await suggestMapping(visit.tx, folder, run, agreement)).map(s => ({
            ...s,
            field: agreement.fields.find(f => f === wanted[s.column]) ?? null,
          }))
          return again(
            html(
              <MappingPage
                {...facts}
                visitor={visit.visitor}
                suggestions={suggestions}
                trouble={outcome.ok ? undefined : en.mappingTroubles[outcome.why]}
                asAt={day}
              />,
            ),
          )
        }),
    ),
    post('/lists/:runId/apply', { permission: 'intake.run', audit: 'list.apply-asked', params: runParam }, visit =>
      withRun(visit, async ({ run }) => {
        await askApply(visit.tx, run, jobs.applying)
        house.nudge()
        return go(`/lists/${run.id}`)
      }),
    ),
    post('/lists/:runId/cancel', { permission: 'intake.run', audit: 'list.cancelled', params: runParam }, visit =>
      withRun(visit, async facts => {
        const { run } = facts
        if (run.state !== 'applying') {
          await cancelRun(visit.tx, folder, run)
          return go(`/lists/${run.id}`)
        }
        const stopped = await askStop(visit.tx, run, jobs.undoing)
        if (!stopped.ok && stopped.why === 'newer')
          return again(await progressHtml(visit, facts, en.newerWhileApplying), { target: run.id }, 409)
        house.nudge()
        return go(`/lists/${run.id}`)
      }),
    ),
    post('/lists/:runId/undo', { permission: 'intake.run', audit: 'list.undo-asked', params: runParam }, visit =>
      withRun(visit, async ({ run }) => {
        await askUndo(visit.tx, run, jobs.undoing)
        house.nudge()
        return go(`/lists/${run.id}`)
      }),
    ),
    get(
      '/lists/:runId/to-mend.csv',
      { permission: 'intake.run', audit: 'list.faults-downloaded', params: runParam },
      visit =>
        withRun(visit, async ({ run }) => {
          const rows = await listRows(visit.tx, run.id, 'fault', 0, 100_000)
          // The columns as they came, so that the file can be mended and sent again; the last one says what is wrong.
          const columns = run.columns.filter(column => (run.mapping?.[column] ?? null) !== null)
          const body = csvOf(
            [...columns, en.wrong],
            rows.map(r => [
              ...columns.map(column => r.cells?.[column] ?? ''),
              r.faults.map(f => `${en.row} ${r.row}, ${f.column || f.field}: ${faultSentence(f)}`).join(' '),
            ]),
          )
          return {
            kind: 'file',
            name: csvNameOf(`to-mend-${run.fileName}`, actorOfVisit(visit).name, visit.tx.acting.at),
            type: 'text/csv; charset=utf-8',
            body,
            seen: { target: run.id },
          }
        }),
    ),
  ]
}

function textOf(given: unknown): string {
  return typeof given === 'string' ? given : ''
}

/** The day a list speaks of, as it was typed: none that lies ahead, and none long past. */
function readAsAt(body: Readonly<Record<string, unknown>>, today: Day) {
  const read = asAtForm.read(body)
  const asAt = read.ok ? read.value['as-at'] : null
  const trouble = asAt === null ? undefined : asAtTrouble(asAt, today)
  if (trouble === undefined) return read
  return { ...addError(read, trouble === 'ahead' ? en.asAtAhead : en.asAtTooOld, 'as-at'), ok: false as const }
}

async function progressHtml(visit: Visit<unknown, unknown>, facts: Facts, trouble: string | undefined): Promise<Drawn> {
  const { jobId } = facts.run
  const job = jobId === null ? undefined : await findJob(visit.tx, jobId)
  return html(<ProgressPage {...facts} visitor={visit.visitor} job={job} trouble={trouble} />)
}

type Facts = { readonly run: Run; readonly agreement: Agreement; readonly partner: string }

async function withRun(
  visit: Visit<{ runId: RowId }, unknown>,
  work: (facts: Facts) => Promise<Answer>,
): Promise<Answer> {
  const run = await findRun(visit.tx, visit.params.runId)
  const agreement = run && (await findAgreement(visit.tx, run.agreementId))
  const partner = run && (await findOrganisation(visit.tx, run.organisationId))
  return run && agreement && partner ? work({ run, agreement, partner: partner.name }) : nothing('unknown')
}

async function preview(visit: Visit<unknown, unknown>, facts: Facts, show: Verdict | 'missing'): Promise<Answer> {
  const { run } = facts
  const rows: RunRow[] = show === 'missing' ? [] : await listRows(visit.tx, run.id, show, 0, SHOWN)
  const ids = rows.flatMap(r => (r.personId === null ? [] : [r.personId]))
  const known = new Set<string>((await listPeople(visit.tx, ids)).map(p => p.id))
  const total = show === 'missing' || show === 'fault' || show === 'not-kept' ? rows.length : run.counts[show]
  const faults = await listRows(visit.tx, run.id, 'fault', 0, 50)
  const joined = run.state === 'applied' ? await joinedSince(visit.tx, run.id) : undefined
  return page(
    html(
      <PreviewPage
        {...facts}
        visitor={visit.visitor}
        verdict={show}
        rows={rows}
        more={Math.max(0, total - rows.length)}
        faults={faults}
        heldBack={await heldBackIn(visit.tx, run.id)}
        newer={run.state === 'applied' ? await newerThan(visit.tx, run.id) : undefined}
        joinedHref={joined === undefined ? undefined : undoAddress(joined)}
      />,
    ),
    {
      target: run.id,
      about: ids.filter(id => known.has(id)),
    },
  )
}

function firstWithRows(run: Run): Verdict {
  return (['changed', 'new', 'question', 'same'] as const).find(verdict => run.counts[verdict] > 0) ?? 'new'
}

async function partnerNames(visit: Visit<unknown, unknown>): Promise<ReadonlyMap<string, string>> {
  return new Map((await listOrganisations(visit.tx)).map(o => [o.id as string, o.name]))
}

/** A list can only be sent for an open partner with an agreement on record. */
async function partnersWithAgreement(visit: Visit<unknown, unknown>) {
  const agreed = new Set((await listAgreements(visit.tx)).map(a => a.organisationId))
  return (await listOrganisations(visit.tx)).filter(o => o.state === 'open' && agreed.has(o.id))
}
