import type { JSX } from 'preact'
import { type Day, isBefore, shortDay } from '#ground/day.ts'
import { StaffPage } from '#rooms/identity/index.ts'
import type { SafeContact } from '#rooms/people/index.ts'
import { byDay, doneBy, openPart, pathwayKinds, safetyWords, waitingWords } from '#rooms/plans/index.ts'
import {
  type Appointment,
  alongWords,
  alongWordsOf,
  closedGroupWords,
  expectedHow,
  hoursOf,
  lastAimFacts,
  meetingKindWords,
  purposeWords,
  StandsTag,
  supportGroupWords,
  type Turn,
  turnWords,
} from '#rooms/sessions/index.ts'
import { isToRead, ReadStandingTag } from '#rooms/sharing/index.ts'
import { BackLink } from '#web/govuk/back-link.tsx'
import { Button } from '#web/govuk/button.tsx'
import { FactList, factsSaid, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { brief as en } from '../brief-words.ts'
import { type Brief, Known, LAST, LastTimes, Others, School, Stands } from './brief-parts.tsx'

/** All that whoever meets a young person may know of them, on one page. What they may not see is left out, not told as if there were none. */
export function BriefPage(p: Brief): JSX.Element {
  const { person, seen } = p.frame
  const title = en.title(person.given)
  return (
    <StaffPage visitor={p.visitor} title={title} aboutId={person.id} identityBar={p.frame.bar}>
      <BackLink href={`/people/${person.id}`}>{`${person.given} ${person.family}`}</BackLink>
      {p.frame.alerts}
      <PageHead title={title} lead={en.lead} />
      <Arranged {...p} />
      {isToRead(p.read) && (
        <p>
          {en.confidential}: <ReadStandingTag standing={p.read} />{' '}
          <a class="govuk-link" href={`/people/${person.id}/confidentiality`}>
            {en.readIt}
          </a>
        </p>
      )}
      {seen.has('safe-contact') && <Reach safe={p.frame.safe} />}
      {seen.has('plan') && <Wants {...p} />}
      <Safety {...p} />
      <Support {...p} />
      <Groups {...p} />
      <LastTimes {...p} />
      <Others {...p} />
      {seen.has('assessment') && <Stands {...p} />}
      <Known {...p} />
      {p.school !== undefined && seen.has('learning') && <School {...p.school} today={p.today} personId={person.id} />}
      <p class="cx-quiet">{en.print}</p>
    </StaffPage>
  )
}

function Arranged(p: Brief): JSX.Element {
  const { person } = p.frame
  return (
    <>
      <SectionHead>{en.next}</SectionHead>
      {p.appointments.length + p.groups.length === 0 && <p>{en.noNext}</p>}
      {p.appointments.map(one => (
        <FactList
          facts={factsSaid([
            [whenOf(one, p.today), [meetingKindWords[one.kind], one.place].filter(Boolean).join(', ')],
            [en.turn, turnOf(p.turns.get(one.rowId))],
            [en.ofRun, [p.runs.get(one.rowId)?.title, p.runs.get(one.rowId)?.part].filter(Boolean).join(', ')],
            [en.aim, one.aim || purposeWords[one.purpose]],
            [en.method, one.method],
            [en.bring, one.bring],
            [en.needs, one.needs],
            [alongWords.whoComes, alongWordsOf(p.along.get(one.rowId))],
            [en.others, one.others],
            [en.told, <StandsTag entry={one} />],
          ])}
        />
      ))}
      <FactList
        facts={p.groups.map(one => ({
          label: [shortDay(one.onDay, p.today), one.atTime].filter(Boolean).join(', '),
          value: closedGroupWords.expectedAt(one.title, expectedHow[one.how]),
        }))}
      />
      <FactList facts={lastAimFacts(p.lastAim)} />
      {p.mayArrange && (
        <Button href={`/people/${person.id}/appointments/new`} classes="govuk-button--secondary">
          {en.arrange}
        </Button>
      )}
    </>
  )
}

function turnOf(turn: Turn | undefined): string {
  return turn === undefined ? '' : turnWords[turn]
}

function whenOf(one: Appointment, today: Day): string {
  return `${shortDay(one.onDay, today)}, ${hoursOf(one)}`
}

function Reach(p: { readonly safe: SafeContact | undefined }): JSX.Element {
  const { safe } = p
  const not = [safe?.noPost && en.noPost, safe?.noVoicemail && en.noVoicemail, safe?.noHomeVisit && en.noHomeVisit]
  return (
    <>
      <SectionHead>{en.care}</SectionHead>
      <FactList
        facts={factsSaid([
          [en.reach, safe?.rule ?? en.reachUnknown],
          [en.notThis, not.filter(Boolean).join(', ')],
        ])}
      />
      <p>
        <a class="govuk-link" href="/services/today">
          {en.helpToday}
        </a>
      </p>
    </>
  )
}

function Wants(p: Brief): JSX.Element {
  const { goals, targets } = openPart(p.plan)
  return (
    <>
      <SectionHead>{en.want}</SectionHead>
      {goals.length === 0 && <p>{en.noPlan}</p>}
      {goals.map(goal => (
        <>
          <p>
            <strong>“{goal.words}”</strong>
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {byDay(targets.filter(t => t.goalId === goal.rowId)).map(target => (
              <li>
                {target.what}. {en.by(doneBy(target), target.dueOn === null ? '' : shortDay(target.dueOn, p.today))}
                {target.dueOn !== null && isBefore(target.dueOn, p.today) && <strong> ({en.late})</strong>}
              </li>
            ))}
          </ul>
        </>
      ))}
    </>
  )
}

/** What they made together for when it gets bad; nothing where there is none, or it may not be known. */
function Safety(p: Brief): JSX.Element | null {
  if (p.safety === undefined) return null
  return (
    <>
      <SectionHead>{safetyWords.title}</SectionHead>
      <p>
        {safetyWords.briefLine(shortDay(p.safety.reviewOn, p.today))}{' '}
        <a class="govuk-link" href={`/people/${p.safety.personId}/safety-plan`}>
          {safetyWords.open}
        </a>
      </p>
    </>
  )
}

/** Groups they belong to; nothing where there is none the reader may know of. */
function Groups(p: Brief): JSX.Element | null {
  if (p.belongings.length === 0) return null
  return (
    <>
      <SectionHead>{supportGroupWords.onRecord}</SectionHead>
      <FactList
        facts={p.belongings.map(one => ({
          label: one.group.name,
          value: `${supportGroupWords.since} ${shortDay(one.joinedOn, p.today)}`,
        }))}
      />
    </>
  )
}

/** What is next of support that goes step by step; nothing where none goes on, or none may be known. */
function Support(p: Brief): JSX.Element | null {
  if (p.pathways.length === 0) return null
  return (
    <>
      <SectionHead>{en.support}</SectionHead>
      {p.pathways.map(({ pathway, waiting }) => (
        <>
          <p>
            <a class="govuk-link" href={`/pathways/${pathway.rowId}`}>
              {pathwayKinds[pathway.kind].name}
            </a>
            : {pathwayKinds[pathway.kind].stages[pathway.stage]}
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {waiting.slice(0, LAST).map(one => (
              <li>
                {waitingWords(one)}. {en.due(shortDay(one.on, p.today))}
                {isBefore(one.on, p.today) && <strong> ({en.late})</strong>}
              </li>
            ))}
          </ul>
        </>
      ))}
    </>
  )
}
