import type { JSX } from 'preact'
import { dayOf } from '#ground/clock.ts'
import { type Day, isBefore, shortDay } from '#ground/day.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import type { Enrolment, FiledHere } from '#rooms/people/index.ts'
import { type ActivitySpell, activityLabel, type SpellVersion, Standing, verifierWords } from '#rooms/tracking/index.ts'
import { PostForm } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Details } from '#web/govuk/details.tsx'
import { FactList, SectionHead } from '#web/shell/layout.tsx'
import { activityWords } from '../activity-words.ts'
import { en } from '../words.ts'

/** Where somebody learns and learned, what they do and did: whether each section stands is told by the viewer's classes alone (K6). */
export function Learning(p: {
  person: { readonly id: PersonId; readonly bornOn: Day | null }
  learning: readonly Enrolment[] | undefined
  spells: readonly ActivitySpell[] | undefined
  /** What those said before, and who changed them. */
  versions: readonly SpellVersion[]
  changers: ReadonlyMap<string, string>
  /** Names of places, as far as the viewer may read them. */
  organisations: ReadonlyMap<string, string>
  csrfToken: string
  mayEdit: boolean
  today: Day
  mayCorrect: boolean
}): JSX.Element {
  const wrong = (what: 'place' | 'activity', rowId: RowId, about: string) =>
    p.mayCorrect && <MisfiledLink personId={p.person.id} what={what} rowId={rowId} about={about} />
  return (
    <>
      {p.learning !== undefined && (
        <>
          <SectionHead>{en.learning}</SectionHead>
          {p.learning.length === 0 ? (
            <p class="cx-quiet">{en.noLearning}</p>
          ) : (
            <FactList
              facts={p.learning.map(e => ({
                label: e.organisationName,
                value: (
                  <>
                    {[e.course, e.yearGroup === null ? '' : `Year ${e.yearGroup}`, periodOf(e)]
                      .filter(Boolean)
                      .join(', ')}
                    {wrong('place', e.rowId, e.organisationName)}
                  </>
                ),
              }))}
            />
          )}
        </>
      )}
      {p.spells !== undefined && (
        <>
          <SectionHead>{en.activity}</SectionHead>
          {p.spells.length === 0 ? (
            <p class="cx-quiet">{en.notKnown}</p>
          ) : (
            <FactList
              facts={p.spells.map(s => ({
                label: activityLabel(s.code),
                value: (
                  <>
                    {[
                      s.isPrimary ? '' : activityWords.beside,
                      p.organisations.get(s.organisationId ?? ''),
                      s.detail,
                      periodOf(s),
                      ...aheadOf(s, p.today),
                    ]
                      .filter(Boolean)
                      .join(', ')}
                    {wrong('activity', s.rowId, activityLabel(s.code))}
                    {p.mayEdit && !s.isPrimary && s.finishedOn === null && (
                      <PostForm action={`/people/${p.person.id}/activity/${s.rowId}/end`} csrfToken={p.csrfToken}>
                        <Button classes="govuk-button--secondary cx-small">
                          {activityWords.endBeside}
                          <span class="govuk-visually-hidden">: {activityLabel(s.code)}</span>
                        </Button>
                      </PostForm>
                    )}
                  </>
                ),
              }))}
            />
          )}
          {p.versions.length > 0 && (
            <Details summary={activityWords.earlier}>
              <FactList facts={p.versions.map(v => ({ label: activityLabel(v.code), value: versionWords(v, p) }))} />
            </Details>
          )}
          <Standing spells={p.spells} bornOn={p.person.bornOn} today={p.today} />
        </>
      )}
    </>
  )
}

/** Of what goes on: when it is expected to end, when it is looked at again, and until when it counts as known. */
function aheadOf(spell: ActivitySpell, today: Day): string[] {
  if (spell.finishedOn !== null) return []
  const { verifiedOn, verifiedBy, predictedEndOn, reviewOn, lapsesOn } = spell
  const on = shortDay(verifiedOn)
  return [
    verifiedBy === null ? activityWords.confirmed(on) : activityWords.confirmedBy(on, verifierWords[verifiedBy]),
    predictedEndOn === null ? '' : activityWords.expectedUntil(shortDay(predictedEndOn)),
    reviewOn === null ? '' : activityWords.lookAgainOn(shortDay(reviewOn)),
    lapsesOn === null
      ? ''
      : isBefore(today, lapsesOn)
        ? activityWords.knownUntil(shortDay(lapsesOn))
        : activityWords.lapsedSince(shortDay(lapsesOn)),
  ]
}

function versionWords(
  v: SpellVersion,
  p: { readonly organisations: ReadonlyMap<string, string>; readonly changers: ReadonlyMap<string, string> },
): string {
  const by = v.changedBy === null ? '' : (p.changers.get(v.changedBy) ?? '')
  return [
    p.organisations.get(v.organisationId ?? ''),
    v.detail,
    periodOf(v),
    activityWords.confirmed(shortDay(v.verifiedOn)),
    activityWords.changedOn(shortDay(dayOf(v.until)), by),
    v.why === '' ? '' : activityWords.because(v.why),
  ]
    .filter(Boolean)
    .join(', ')
}

function periodOf(row: Pick<Enrolment, 'startedOn' | 'finishedOn'>): string {
  const since = en.since(shortDay(row.startedOn))
  return row.finishedOn === null ? since : `${since}, ${en.until(shortDay(row.finishedOn))}`
}

/** The way to take something off that is about somebody else (K9). */
export function MisfiledLink(p: {
  personId: PersonId
  what: FiledHere | 'activity'
  rowId: RowId
  about: string
}): JSX.Element {
  return (
    <>
      {' '}
      <a class="govuk-link cx-quiet" href={`/people/${p.personId}/misfiled/${p.what}/${p.rowId}`}>
        {en.misfiled}
        <span class="govuk-visually-hidden">: {p.about}</span>
      </a>
    </>
  )
}
