import type { JSX } from 'preact'
import { dayOf } from '#ground/clock.ts'
import { type Day, formatDay, shortDay } from '#ground/day.ts'
import type { RecordClass } from '#rooms/access/index.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import {
  ABOUT_FIELDS,
  type Address,
  type Adult,
  alertKindWords,
  type Characteristic,
  type ContactDetail,
  characteristicLabel,
  type Detail,
  detailLabels,
  detailValue,
  type Enrolment,
  endsAlert,
  type Identifier,
  kindLabel,
  mayBeToldWords,
  type PersonAlert,
  type Recorded,
  type RecordedName,
  responsibilityWords,
  type SafeContact,
  shownNumber,
  supportLevelWords,
} from '#rooms/people/index.ts'
import type { ActivitySpell, SpellVersion } from '#rooms/tracking/index.ts'
import { PostForm } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Details } from '#web/govuk/details.tsx'
import { FactList, SectionHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import type { DeskFrame } from '../frame.tsx'
import { en, objections } from '../words.ts'
import { Learning, MisfiledLink } from './learning-section.tsx'
import { RecordFrame } from './record-pages.tsx'
import { said } from './said.tsx'

export type DetailsView = {
  today: Day
  readonly visitor: Visitor
  readonly frame: DeskFrame
  readonly names: readonly RecordedName[]
  readonly details: readonly Detail[]
  readonly addresses: readonly Address[]
  readonly contactDetails: readonly ContactDetail[]
  readonly safe: SafeContact | undefined
  readonly adults: readonly Adult[]
  /** Undefined for who may not see where somebody learns; empty where nothing is on record. */
  readonly learning: readonly Enrolment[] | undefined
  readonly spells: readonly ActivitySpell[] | undefined
  readonly versions: readonly SpellVersion[]
  readonly changers: ReadonlyMap<string, string>
  readonly identifiers: readonly Identifier[]
  readonly alerts: readonly PersonAlert[]
  readonly characteristics: readonly Characteristic[]
  /** Whether there is any kind of characteristic the viewer may write: told by their classes, never by the rows. */
  readonly mayCharacterise: boolean
  readonly organisations: ReadonlyMap<string, string>
  readonly seen: ReadonlySet<RecordClass>
  readonly may: Readonly<Record<'edit' | 'endAlerts' | 'markDeath' | 'correct', boolean>>
}

/** Every fact with who said it and since when, and what stood there before. */
export function DetailsPage(p: DetailsView): JSX.Element {
  const { person } = p.frame
  const edit = (path: string, needs: RecordClass, word = en.change) =>
    p.may.edit &&
    p.seen.has(needs) && (
      <a class="govuk-link" href={`/people/${person.id}/${path}`}>
        {word}
      </a>
    )
  const current = <T extends Recorded>(rows: readonly T[]) => rows.filter(r => r.replacedAt === null)
  const past = [...p.names, ...p.details, ...p.addresses, ...p.contactDetails, ...p.characteristics].filter(
    r => r.replacedAt !== null,
  )
  const about = current(p.details).filter(d => (ABOUT_FIELDS as readonly string[]).includes(d.field) && d.value !== '')
  const objection = current(p.details).find(d => d.field === 'objection')
  const level = current(p.details).find(d => d.field === 'support-level')?.value
  return (
    <RecordFrame
      visitor={p.visitor}
      frame={p.frame}
      part="details"
      title={`${person.given} ${person.family}: ${en.details}`}
    >
      <SectionHead aside={edit('identity', 'identity')}>{en.names}</SectionHead>
      <FactList
        facts={[
          ...current(p.names).map(n => ({
            label: n.kind === 'former' ? en.former : n.kind === 'preferred' ? en.preferred : en.legal,
            value: said(p, `${n.given} ${n.middle} ${n.family}`, n),
          })),
          ...(person.bornOn === null ? [] : [{ label: en.birth, value: formatDay(person.bornOn) }]),
        ]}
      />
      <SectionHead aside={edit('about', 'identity')}>{en.aboutThem}</SectionHead>
      {about.length === 0 ? (
        <p class="cx-quiet">{en.noAbout}</p>
      ) : (
        <FactList
          facts={about.map(d => ({ label: detailLabels[d.field], value: said(p, detailValue(d.field, d.value), d) }))}
        />
      )}
      {p.seen.has('tracking') && (
        <>
          <SectionHead aside={edit('support-level', 'tracking')}>{en.level}</SectionHead>
          <FactList
            facts={[
              {
                label: en.levelColumn,
                value:
                  level === undefined
                    ? en.noLevel
                    : (supportLevelWords[level as keyof typeof supportLevelWords] ?? level),
              },
            ]}
          />
        </>
      )}
      {objection !== undefined && (
        <>
          <SectionHead>{en.objection}</SectionHead>
          <FactList
            facts={[{ label: en.now, value: said(p, objections[objection.value] ?? objection.value, objection) }]}
          />
        </>
      )}
      <SectionHead aside={edit('safe-contact', 'safe-contact')}>{en.safeContact}</SectionHead>
      <FactList facts={[{ label: en.safeHow, value: p.safe ? said(p, p.safe.rule, p.safe) : en.safeUnknown }]} />
      {p.seen.has('contact-details') && (
        <>
          <SectionHead aside={edit('address', 'contact-details')}>{en.addresses}</SectionHead>
          {current(p.addresses).length === 0 ? (
            <p class="cx-quiet">{en.noAddress}</p>
          ) : (
            <FactList
              facts={current(p.addresses).map(a => ({
                label: a.isProtected ? (
                  <StatusTag kind="protected">{en.protectedAddress}</StatusTag>
                ) : (
                  en.sinceLabel(shortDay(a.startedOn))
                ),
                value: said(p, [a.line1, a.line2, a.town, a.postcode].filter(Boolean).join(', '), a, 'address'),
              }))}
            />
          )}
          <SectionHead aside={edit('contact-details', 'contact-details')}>{en.contactDetails}</SectionHead>
          {current(p.contactDetails).length === 0 ? (
            <p class="cx-quiet">{en.noContactDetails}</p>
          ) : (
            <FactList
              facts={current(p.contactDetails).map(c => ({
                label: en.detailKinds[c.kind],
                value: said(p, c.value, c, 'contact-detail'),
              }))}
            />
          )}
        </>
      )}
      {p.seen.has('family') && (
        <>
          <SectionHead aside={edit('adults', 'family', en.add)}>{en.adults}</SectionHead>
          {p.adults.length === 0 ? (
            <p class="cx-quiet">{en.noAdults}</p>
          ) : (
            <FactList
              facts={p.adults.map(a => ({
                label: a.name,
                value: said(
                  p,
                  [
                    a.relationship,
                    responsibilityWords[a.responsibility],
                    a.evidence,
                    a.courtOrder,
                    mayBeToldWords[a.mayBeTold],
                    a.phone,
                  ]
                    .filter(Boolean)
                    .join('. '),
                  a,
                  'adult',
                ),
              }))}
            />
          )}
        </>
      )}
      {p.seen.has('identifiers') && (
        <>
          <SectionHead aside={edit('identifiers', 'identifiers', en.add)}>{en.identifiers}</SectionHead>
          {p.identifiers.length === 0 ? (
            <p class="cx-quiet">{en.noContactDetails}</p>
          ) : (
            <FactList
              facts={p.identifiers.map(i => ({
                label: kindLabel(i.kind),
                value: said(p, shownNumber(i), i, 'identifier'),
              }))}
            />
          )}
        </>
      )}
      <Learning
        {...p}
        person={person}
        csrfToken={p.visitor.csrfToken}
        mayCorrect={p.may.correct}
        mayEdit={p.may.edit}
      />
      {p.mayCharacterise && <Characteristics {...p} />}
      <SectionHead aside={edit('alerts', 'identity', en.add)}>{en.alerts}</SectionHead>
      {p.alerts.length === 0 ? (
        <p class="cx-quiet">{en.noContactDetails}</p>
      ) : (
        <FactList
          facts={p.alerts.map(a => ({
            label: alertKindWords[a.kind],
            value: (
              <>
                {a.firstWords} {a.words} ({en.since(shortDay(a.startedOn))}
                {a.reviewOn !== null && en.alertReviewOn(shortDay(a.reviewOn))}
                {a.told !== null && `, ${en.alertTold[a.told]}`}){' '}
                {p.may.endAlerts && !a.isFromConcern && (
                  <a class="govuk-link" href={`/people/${person.id}/alerts/${a.rowId}/review`}>
                    {en.alertStill}
                    <span class="govuk-visually-hidden">: {a.firstWords}</span>
                  </a>
                )}{' '}
                {p.may.correct && endsAlert(a, p.seen) && (
                  <MisfiledLink personId={person.id} what="alert" rowId={a.rowId} about={a.firstWords} />
                )}
                {p.may.endAlerts && !endsAlert(a, p.seen) && <p class="cx-quiet">{en.endedBySafeguarding}</p>}
                {p.may.endAlerts && endsAlert(a, p.seen) && (
                  <PostForm action={`/people/${person.id}/alerts/${a.rowId}/end`} csrfToken={p.visitor.csrfToken}>
                    <Button classes="govuk-button--secondary cx-small">{en.end}</Button>
                  </PostForm>
                )}
              </>
            ),
          }))}
        />
      )}
      {past.length > 0 && (
        <Details summary={en.historyOf}>
          <FactList
            facts={past.map(r => ({
              label: r.replacedAt === null ? '' : en.until(shortDay(dayOf(r.replacedAt))),
              value: said(p, wordsOf(r), r),
            }))}
          />
        </Details>
      )}
      {p.may.markDeath && person.diedOn === null && (
        <p>
          <a class="govuk-link" href={`/people/${person.id}/death`}>
            {en.markDeath}
          </a>
        </p>
      )}
    </RecordFrame>
  )
}

function wordsOf(row: RecordedName | Detail | Address | ContactDetail | Characteristic): string {
  if ('code' in row) return `${characteristicLabel(row.code)}, ${periodOf(row)}`
  if ('family' in row) return `${row.given} ${row.middle} ${row.family}`
  if ('field' in row)
    return row.field === 'objection'
      ? `${en.objection}: ${objections[row.value] ?? row.value}`
      : `${detailLabels[row.field]}: ${detailValue(row.field, row.value)}`
  if ('line1' in row) return [row.line1, row.line2, row.town, row.postcode].filter(Boolean).join(', ')
  return `${row.kind}: ${row.value}`
}

/** A value and, quietly, who said it and when. A partner's name may tell too much (K6): then it is "another agency". */

/** Whether this section stands is told by the viewer's classes alone: no page differs by a row they may not see (K6). */
function Characteristics(p: DetailsView): JSX.Element {
  const base = `/people/${p.frame.person.id}/characteristics`
  const rows = p.characteristics.filter(c => c.replacedAt === null)
  return (
    <>
      <SectionHead
        aside={
          p.may.edit && (
            <a class="govuk-link" href={base}>
              {en.add}
            </a>
          )
        }
      >
        {en.characteristics}
      </SectionHead>
      {rows.length === 0 ? (
        <p class="cx-quiet">{en.noCharacteristics}</p>
      ) : (
        <FactList
          facts={rows.map(c => ({
            label: characteristicLabel(c.code),
            value: (
              <>
                {said(p, periodOf(c), c, 'characteristic', characteristicLabel(c.code))}
                {p.may.edit && (
                  <>
                    {' '}
                    <a class="govuk-link" href={`${base}/${c.rowId}`}>
                      {en.change}
                      <span class="govuk-visually-hidden">: {characteristicLabel(c.code)}</span>
                    </a>
                  </>
                )}
              </>
            ),
          }))}
        />
      )}
    </>
  )
}

function periodOf(c: Characteristic): string {
  const since = en.since(shortDay(c.startedOn))
  return c.finishedOn === null ? since : `${since}, ${en.until(shortDay(c.finishedOn))}`
}
