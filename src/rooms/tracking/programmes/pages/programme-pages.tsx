import type { ComponentChildren, JSX } from 'preact'
import { type Day, formatDay, shortDay } from '#ground/day.ts'
import { told } from '#ground/few.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { BarList } from '#web/charts/bar-list.tsx'
import type { FormState } from '#web/form/field.ts'
import { DayField, PostForm, TextareaField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Details } from '#web/govuk/details.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { DueDay } from '#web/shell/due-day.tsx'
import { FactList, LinkTabs, PageHead, SectionHead, SideColumn } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import type { Lesson, PlaceLine, Programme, Stage } from '../programme.ts'
import type { Ended } from '../store/programmes.ts'
import { asks, en, states } from '../words.ts'
import { stageColumn, TONES, whoColumn } from './shared.tsx'

type ProgrammePageProps = {
  readonly visitor: Visitor
  readonly programme: Programme
  readonly runBy: string
  readonly stages: readonly Stage[]
  readonly places: readonly PlaceLine[]
  readonly showsOver: boolean
  /** Names of whoever leads, by young person. */
  readonly leads: ReadonlyMap<string, string>
  readonly staff: ReadonlyMap<string, string>
  /** Undefined where it is not for the reader. */
  readonly ended: readonly Ended[] | undefined
  readonly lessons: readonly Lesson[]
  readonly mayKeep: boolean
  readonly form: FormState
  readonly today: Day
}

/** One programme: what it asks, its stages, who is on it as far as the reader may see them, and what leavers taught. */
export function ProgrammePage(p: ProgrammePageProps): JSX.Element {
  const { programme, mayKeep } = p
  const here = `/programmes/${programme.id}`
  return (
    <StaffPage visitor={p.visitor} title={programme.name} current="/programmes" hasErrors={p.form.errors.length > 0}>
      <PageHead
        title={programme.name}
        lead={programme.about === '' ? undefined : programme.about}
        back={{ href: '/programmes', text: en.back }}
        form={p.form}
        actions={
          mayKeep && programme.closedOn === null ? (
            <Button href={`${here}/change`} classes="govuk-button--secondary">
              {en.change}
            </Button>
          ) : undefined
        }
      />
      <SideColumn side={<Facts {...p} />}>
        <LinkTabs
          label={en.onIt}
          tabs={[
            { href: here, text: en.showNow, current: !p.showsOver },
            { href: `${here}?show=over`, text: en.showOver, current: p.showsOver },
          ]}
        />
        {p.places.length === 0 ? <p>{p.showsOver ? en.overNone : en.onNowNone}</p> : <People {...p} />}
        {!p.showsOver && <Where {...p} />}
        {p.ended !== undefined && <EndedTable ended={p.ended} />}
        {p.ended !== undefined && <Lessons {...p} />}
      </SideColumn>
    </StaffPage>
  )
}

function People(p: ProgrammePageProps): JSX.Element {
  return (
    <DataTable
      caption={p.showsOver ? en.lastOver : en.onNow}
      rows={p.places}
      columns={[
        whoColumn,
        p.showsOver
          ? {
              key: 'state',
              heading: en.stands,
              cell: one => <StatusTag kind={TONES[one.state]}>{states[one.state]}</StatusTag>,
            }
          : stageColumn,
        {
          key: 'adviser',
          heading: en.adviser,
          cell: one => p.leads.get(one.personId) ?? <StatusTag kind="late">{en.nobody}</StatusTag>,
          phone: { label: en.adviser },
        },
        {
          key: 'due',
          heading: en.next,
          tight: true,
          cell: one => <DueDay dueOn={one.dueOn} today={p.today} late={en.late} />,
          phone: { label: en.next },
        },
      ]}
    />
  )
}

/** Where those who are on it are, drawn, with the numbers beside. */
function Where(p: ProgrammePageProps): JSX.Element | null {
  if (p.places.length < 2) return null
  const rows = [
    { label: en.toStart, value: p.places.filter(one => one.state === 'waiting').length },
    ...p.stages.map(stage => ({
      label: stage.name,
      value: p.places.filter(one => one.state === 'on' && one.position === stage.position).length,
    })),
  ]
  return (
    <>
      <SectionHead>{en.whereTheyAre}</SectionHead>
      <BarList
        id="where-they-are"
        title={en.whereTheyAre}
        description={en.whereText}
        asTable={en.asTable}
        head={[en.stage, en.count]}
        labelWidth={200}
        width={560}
        rows={rows.map(row => ({ ...row, text: String(row.value) }))}
      />
    </>
  )
}

/** Counts of everybody on it, told so that they tell of nobody. */
function EndedTable({ ended }: { readonly ended: readonly Ended[] }): JSX.Element {
  const sum = (those: readonly Ended[]) => those.reduce((all, one) => all + one.count, 0)
  const left = ended.filter(one => one.state === 'left')
  const rows = [
    { label: en.completedRow, count: sum(ended.filter(one => one.state === 'completed')) },
    { label: en.leftRow, count: sum(left) },
    { label: en.talkedRow, count: sum(left.filter(one => one.isTalkedWith)) },
  ]
  return (
    <>
      <SectionHead>{en.ended}</SectionHead>
      <p class="cx-quiet">{en.endedLead}</p>
      <DataTable
        caption={en.ended}
        rows={rows}
        columns={[
          { key: 'how', heading: en.endedHow, cell: row => row.label },
          {
            key: 'count',
            heading: en.count,
            numeric: true,
            cell: row => {
              const { value, isFew } = told(row.count)
              return isFew ? en.few : String(value)
            },
            phone: { lead: true },
          },
        ]}
      />
    </>
  )
}

function Lessons(p: ProgrammePageProps): JSX.Element {
  const here = `/programmes/${p.programme.id}/lessons`
  return (
    <>
      <SectionHead>{en.lessons}</SectionHead>
      {p.lessons.length === 0 ? (
        <p>{en.lessonsNone}</p>
      ) : (
        <DataTable
          caption={en.lessons}
          rows={p.lessons}
          columns={[
            { key: 'learnt', heading: en.lessonLearnt, cell: one => <span class="cx-lines">{one.learnt}</span> },
            {
              key: 'change',
              heading: en.lessonChange,
              cell: one => <span class="cx-lines">{one.change}</span>,
              phone: { label: en.lessonChange },
            },
            {
              key: 'by',
              heading: en.lessonBy,
              tight: true,
              cell: one =>
                one.doneOn === null ? (
                  <DueDay dueOn={one.dueOn} today={p.today} late={en.late} />
                ) : (
                  en.lessonDoneOn(shortDay(one.doneOn, p.today))
                ),
              phone: { label: en.lessonBy },
            },
            ...(p.mayKeep
              ? [
                  {
                    key: 'done',
                    heading: en.lessonDone,
                    hidesHeading: true,
                    cell: (one: Lesson) =>
                      one.doneOn === null && one.change !== '' ? (
                        <PostForm action={`${here}/${one.id}/done`} csrfToken={p.visitor.csrfToken}>
                          <Button classes="govuk-button--secondary">
                            {en.lessonDone}
                            <span class="govuk-visually-hidden">: {one.change}</span>
                          </Button>
                        </PostForm>
                      ) : null,
                  },
                ]
              : []),
          ]}
        />
      )}
      {p.mayKeep && (
        <Details summary={en.addLesson} open={p.form.errors.length > 0}>
          <PostForm action={here} csrfToken={p.visitor.csrfToken}>
            <TextareaField form={p.form} name="learnt" label={en.learntAsk} hint={en.learntHint} rows={3} />
            <TextareaField form={p.form} name="change" label={en.changeAsk} rows={2} />
            <DayField form={p.form} name="change-by" label={en.lessonDueAsk} hint={en.dayHint} />
            <Button classes="govuk-button--secondary">{en.lessonButton}</Button>
          </PostForm>
        </Details>
      )}
    </>
  )
}

function Facts(p: ProgrammePageProps): JSX.Element {
  const { programme } = p
  const asked: ComponentChildren[] = [
    en.aged(programme.minAge, programme.maxAge),
    programme.needsLead && asks.lead,
    programme.needsAssessment && asks.assessment,
    programme.needsPlan && asks.plan,
    programme.entryWords,
  ].filter(Boolean)
  const here = `/programmes/${programme.id}`
  const mayKeep = p.mayKeep && programme.closedOn === null
  return (
    <>
      <SectionHead>{en.runBy}</SectionHead>
      <p>{p.runBy}</p>
      {programme.closedOn !== null && (
        <p>
          <StatusTag kind="quiet">{en.closed}</StatusTag> {formatDay(programme.closedOn)}
        </p>
      )}
      <SectionHead>{en.entry}</SectionHead>
      <ul class="govuk-list govuk-list--bullet">
        {asked.map(one => (
          <li>{one}</li>
        ))}
      </ul>
      <SectionHead>{en.stages}</SectionHead>
      {p.stages.length === 0 && <p>{en.noStages}</p>}
      <FactList
        stacked
        facts={p.stages.map(stage => ({
          label: mayKeep ? (
            <a class="govuk-link" href={`${here}/stages/${stage.position}`}>
              {stage.position}. {stage.name}
            </a>
          ) : (
            `${stage.position}. ${stage.name}`
          ),
          value: [
            stage.weeks === null ? '' : en.weeksOf(stage.weeks),
            stage.adviserId === null ? '' : (p.staff.get(stage.adviserId) ?? ''),
            stage.doneWhen === '' ? '' : `${en.doneWhen}: ${stage.doneWhen}`,
          ]
            .filter(Boolean)
            .join('. '),
        }))}
      />
      {mayKeep && (
        <>
          <p>
            <a class="govuk-link" href={`${here}/stages/new`}>
              {en.addStage}
            </a>
          </p>
          <Details summary={en.close}>
            <PostForm action={`${here}/close`} csrfToken={p.visitor.csrfToken}>
              <p>{en.closeText}</p>
              <Button classes="govuk-button--secondary">{en.close}</Button>
            </PostForm>
          </Details>
        </>
      )}
    </>
  )
}
