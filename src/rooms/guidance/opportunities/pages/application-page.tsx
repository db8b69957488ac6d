import type { ComponentChildren, JSX } from 'preact'
import { type Day, formatDay } from '#ground/day.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { DueDay } from '#web/shell/due-day.tsx'
import { FactList, SectionHead, SideColumn } from '#web/shell/layout.tsx'
import { type Application, KIT, type Move, type StepLine } from '../application.ts'
import { en, kit, prepared, reasons, seesTo, steps, tells, withThem } from '../application-words.ts'
import type { Opportunity } from '../opportunity.ts'
import { isOfAge, unmet } from '../rules.ts'
import { en as place } from '../words.ts'
import { MoveForms } from './move-forms.tsx'
import { ApplicationTag, fitWords, lastDayWords, longStart } from './parts.tsx'

export type ApplicationView = {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly application: Application
  readonly opportunity: Opportunity
  readonly steps: readonly StepLine[]
  readonly names: ReadonlyMap<string, string>
  readonly moves: readonly Move[]
  readonly mayCorrect: boolean
  readonly today: Day
  readonly form: FormState
  /** The step that was tried, whose answers are kept. */
  readonly typed: Move | undefined
}

/** One: where it stands, the next step, and everything that was done. */
export function ApplicationPage(p: ApplicationView): JSX.Element {
  const { application: a, opportunity: o } = p
  const { given, family } = p.frame.person
  const missing = unmet(a.needs, o.fits)
  const isUnderWay = p.moves.length > 0
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={en.page(a.title, `${given} ${family}`)}
      form={p.form}
      back={{ href: '/applications', text: en.back }}
    >
      <SideColumn side={<Facts {...p} />}>
        {isUnderWay && missing.length > 0 && <p>{en.unmet(fitWords(missing).toLowerCase())}</p>}
        {isUnderWay && isOfAge(p.frame.person.bornOn, o, p.today) === false && <p>{en.notOfAge}</p>}
        <MoveForms {...p} />
        <Said heading={en.whyHead}>{a.why}</Said>
        <Said heading={en.ownHead}>{a.ownWords}</Said>
        {a.tells.length > 0 && (
          <Said heading={en.tellsHead}>
            {[a.tells.map(one => tells[one]).join(', '), a.tellsWords].filter(Boolean).join('\n')}
          </Said>
        )}
        {a.putOn !== null && (
          <Said heading={en.preparedHead}>
            {[...a.prepared.map(one => prepared[one]), a.preparedWords].filter(Boolean).join('\n') || en.notPrepared}
          </Said>
        )}
        <Said heading={en.resultHead}>{a.resultWords}</Said>
        <SectionHead>{en.stepsHead}</SectionHead>
        <FactList
          facts={p.steps.map(one => ({
            label: en.byLine(formatDay(one.onDay), p.names.get(one.by ?? '') ?? ''),
            value: (
              <>
                {steps[one.step]}
                {one.words !== '' && one.step !== 'suggested' && <span class="cx-lines">{`\n${one.words}`}</span>}
              </>
            ),
          }))}
        />
      </SideColumn>
    </FramedPage>
  )
}

function Said(p: { readonly heading: string; readonly children: ComponentChildren }): JSX.Element | null {
  if (p.children === '') return null
  return (
    <>
      <SectionHead>{p.heading}</SectionHead>
      <p class="cx-lines">{p.children}</p>
    </>
  )
}

function Facts(p: ApplicationView): JSX.Element {
  const { application: a, opportunity: o } = p
  const link = (href: string, text: string) => (
    <p>
      <a class="govuk-link" href={href}>
        {text}
      </a>
    </p>
  )
  return (
    <>
      <SectionHead>{en.stands}</SectionHead>
      <FactList
        stacked
        facts={[
          { label: en.now, value: <ApplicationTag state={a.state} /> },
          ...(a.dueOn === null || p.moves.length === 0
            ? []
            : [{ label: en.next, value: <DueDay dueOn={a.dueOn} today={p.today} late={en.late} long /> }]),
          ...(a.reason === null ? [] : [{ label: en.reasonHead, value: reasons[a.reason] }]),
          ...(a.interviewOn === null
            ? []
            : [
                {
                  label: en.interviewHead,
                  value: en.interviewLine(formatDay(a.interviewOn), a.interviewAt ?? ''),
                },
              ]),
          ...(a.withThem === null ? [] : [{ label: en.withHead, value: withThem[a.withThem] }]),
          ...(a.journey === '' ? [] : [{ label: en.journeyHead, value: <span class="cx-lines">{a.journey}</span> }]),
          ...KIT.flatMap(item => {
            const who = a.kit[item]
            return who === undefined ? [] : [{ label: kit[item], value: seesTo[who] }]
          }),
          ...(a.startsOn === null ? [] : [{ label: en.firstDay, value: formatDay(a.startsOn) }]),
          ...(a.needs.length === 0 ? [] : [{ label: en.needs, value: fitWords(a.needs) }]),
          { label: en.suggestedBy, value: p.names.get(a.putBy) ?? '' },
        ]}
      />
      <SectionHead>{place.what}</SectionHead>
      <FactList
        stacked
        facts={[
          { label: en.with, value: `${o.offeredBy}, ${o.town}` },
          { label: place.startsOn, value: longStart(o.startsOn) },
          { label: place.applyBy, value: lastDayWords(o.applyBy, p.today) },
          { label: place.ring, value: o.ring || place.notKnown },
        ]}
      />
      {link(`/opportunities/${o.rowId}`, en.toOpportunity)}
      {link(`/people/${a.personId}`, en.toRecord)}
      {a.state === 'started' && link(`/people/${a.personId}/activity`, en.toActivity)}
      {p.mayCorrect && link(`/people/${a.personId}/misfiled/application/${a.rowId}`, en.wrongPerson)}
    </>
  )
}
