import type { JSX } from 'preact'
import { dayOf } from '#ground/clock.ts'
import { formatDay } from '#ground/day.ts'
import type { JobProgress } from '#ground/jobs/index.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { ErrorSummaryOf, PostForm } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Alert } from '#web/shell/alert.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, FactList, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { ProgressBar } from '#web/shell/steps.tsx'
import { signed } from '../../comparing/compared.tsx'
import type { Live } from '../../weighing/live.ts'
import type { Setting } from '../../weighing/store/setting.ts'
import { about, costOf } from '../rules.ts'
import type { ModelInBrief } from '../store.ts'
import { en, modelStates, oneWrongIn, whyWords } from '../words.ts'
import { GoesBy } from './goes-by.tsx'
import { TradeSection } from './trade-section.tsx'

export type ModelsShown = {
  readonly live: Live
  readonly setting: Setting
  /** All there are, the newest first. */
  readonly models: readonly ModelInBrief[]
  /** The learning that was asked for last. */
  readonly job: JobProgress | undefined
  readonly isLearning: boolean
  /** Colleagues and partners by their ids. */
  readonly names: ReadonlyMap<string, string>
  readonly partners: ReadonlyMap<string, string>
}

/** What matching goes by now, and what came before it. */
export function ModelsPage(p: {
  visitor: Visitor
  shown: ModelsShown
  form: FormState<'threshold'>
  trouble?: string | undefined
}): JSX.Element {
  const { live, setting, models, isLearning } = p.shown
  const own = models.find(m => m.id === live.id)
  return (
    <StaffPage
      visitor={p.visitor}
      title={en.title}
      current="/matching/models"
      hasErrors={p.form.errors.length > 0 || p.trouble !== undefined}
      {...(isLearning && p.trouble === undefined && p.form.errors.length === 0 ? { refreshSeconds: 2 } : {})}
    >
      <ErrorSummaryOf form={p.form} />
      <PageHead title={en.title} lead={en.lead} actions={<Actions {...p} />} />
      {p.trouble !== undefined && <Alert kind="stop" kindWord={en.careWord} first={p.trouble} />}
      <Learning {...p.shown} />
      {setting.frozenAt !== null && (
        <Alert
          kind="note"
          kindWord={en.noteWord}
          first={en.frozen(nameOf(p.shown.names, setting.frozenBy), formatDay(dayOf(setting.frozenAt)))}
        >
          {en.frozenText}
        </Alert>
      )}
      {own === undefined ? (
        <EmptyState title={en.nothingLearned}>{en.nothingLearnedText}</EmptyState>
      ) : (
        <>
          <SectionHead
            aside={
              <a class="govuk-link" href={`/matching/models/${own.id}/export.json`}>
                {en.exportIt}
              </a>
            }
          >
            {en.inUse}
          </SectionHead>
          <ModelFacts {...p.shown} model={own} />
        </>
      )}
      <GoesBy document={live.document} partners={p.shown.partners} />
      <TradeSection visitor={p.visitor} live={live} setting={setting} form={p.form} />
      <SectionHead>{en.before}</SectionHead>
      <Before {...p.shown} />
    </StaffPage>
  )
}

function Actions(p: { visitor: Visitor; shown: ModelsShown }): JSX.Element {
  const { setting, isLearning } = p.shown
  return (
    <>
      <PostForm action="/matching/models/freeze" csrfToken={p.visitor.csrfToken}>
        <input type="hidden" name="version" value={String(setting.version)} />
        <Button name="frozen" value={setting.frozenAt === null ? 'yes' : 'no'} classes="govuk-button--secondary">
          {setting.frozenAt === null ? en.freeze : en.unfreeze}
        </Button>
      </PostForm>
      {!isLearning && (
        <PostForm action="/matching/models/learn" csrfToken={p.visitor.csrfToken}>
          <Button>{en.learnNow}</Button>
        </PostForm>
      )}
    </>
  )
}

/** How far a learning is, or what became of the last one where that is not to be seen otherwise. */
function Learning({ job, isLearning }: ModelsShown): JSX.Element | null {
  if (job === undefined) return null
  if (isLearning) {
    const [done, total] = [job.done, job.total ?? 0]
    const words = job.state === 'waiting' ? en.waiting : job.step === 'index' ? en.indexing(done, total) : en.reading
    return (
      <ProgressBar id="progress" label={en.learning} done={done} total={Math.max(total, 1)} words={words} live>
        {en.leave}
      </ProgressBar>
    )
  }
  if (job.state === 'failed')
    return (
      <Alert kind="care" kindWord={en.careWord} first={en.failed}>
        {en.failedText}
      </Alert>
    )
  return job.step === 'too-little' ? (
    <Alert kind="note" kindWord={en.noteWord} first={en.tooLittle}>
      {en.tooLittleText}
    </Alert>
  ) : null
}

/** Facts of a model: of the one in use with the threshold that counts. */
function ModelFacts(p: ModelsShown & { readonly model: ModelInBrief }): JSX.Element {
  const { live, setting, model, names } = p
  const cost = costOf(live.document, live.link)
  const moved =
    setting.linkBits === null || setting.linkAt === null
      ? en.ownThreshold
      : en.movedBy(nameOf(names, setting.linkBy), formatDay(dayOf(setting.linkAt)))
  return (
    <FactList
      facts={[
        { label: en.model, value: en.number(model.generation) },
        { label: en.since, value: model.liveAt === null ? '' : formatDay(dayOf(model.liveAt)) },
        { label: en.why, value: whyOf(model, names) },
        { label: en.from, value: en.rowsOfPeople(about(live.document.records), about(live.document.people)) },
        { label: en.took, value: en.seconds(live.document.seconds) },
        {
          label: en.linksFrom,
          value: `${en.linksText(signed(live.link), moved)}${cost === undefined ? '' : `. ${oneWrongIn(cost.oneIn)}; ${en.toLook(cost.asked)}`}`,
        },
        { label: en.learnedWhen, value: setting.frozenAt === null ? en.nightly : en.onlyAsked },
      ]}
    />
  )
}

function Before(p: ModelsShown): JSX.Element {
  const before = p.models.filter(m => m.id !== p.live.id)
  if (before.length === 0) return <p class="govuk-body">{en.noneBefore}</p>
  return (
    <DataTable
      caption={en.before}
      rows={before}
      columns={[
        {
          key: 'model',
          heading: en.model,
          cell: m =>
            m.state === 'past' ? (
              <a class="govuk-link" href={`/matching/models/${m.id}`}>
                {en.number(m.generation)}
              </a>
            ) : (
              en.number(m.generation)
            ),
        },
        {
          key: 'made',
          heading: en.made,
          cell: m => formatDay(dayOf(m.madeAt)),
          tight: true,
          phone: { label: en.made },
        },
        { key: 'why', heading: en.why, cell: m => whyOf(m, p.names), wide: true, phone: { lead: true } },
        {
          key: 'rows',
          heading: en.rows,
          numeric: true,
          cell: m => about(m.records).toLocaleString('en-GB'),
          phone: { label: en.rows },
        },
        {
          key: 'threshold',
          heading: en.threshold,
          numeric: true,
          cell: m => (m.link === null ? '' : signed(m.link)),
          phone: { label: en.threshold },
        },
        { key: 'state', heading: en.state, cell: m => modelStates[m.state], phone: { label: en.state } },
      ]}
    />
  )
}

/** What made a model, and who asked for it where somebody did. */
export function whyOf(model: ModelInBrief, names: ReadonlyMap<string, string>): string {
  return model.madeBy === null ? whyWords[model.why] : en.whyBy(whyWords[model.why], nameOf(names, model.madeBy))
}

function nameOf(names: ReadonlyMap<string, string>, id: string | null): string {
  return names.get(id ?? '') ?? en.nobodyTold
}
