import type { JSX } from 'preact'
import { formatDay } from '#ground/day.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { PostForm } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { FactList, SectionHead } from '#web/shell/layout.tsx'
import type { AlongLine } from '../../along/companion.ts'
import { alongFacts } from '../../along/pages.tsx'
import { en as alongWords } from '../../along/words.ts'
import { purposes } from '../../words.ts'
import type { Appointment, Turn } from '../appointment.ts'
import { diary as en, reasonWords, stateWords, toldWords } from '../words.ts'
import { meetingFact, Over, turnFacts } from './appointment-pages.tsx'
import { CameFields } from './outcome-page.tsx'

/** A meeting that is over, or of somebody who has died: as it was arranged, how it ended, and the way to put that right. */
export function OverPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly known: Appointment
  readonly whose: string
  readonly turn: Turn | undefined
  /** Who was to go, and, of what came of it, who was there. */
  readonly lines: readonly AlongLine[]
  readonly there: readonly string[]
  /** The contact that came of it, where the visitor may see it. */
  readonly hasContact: boolean
  readonly form: FormState<'came' | 'reason' | 'reason-words'>
  readonly isStale: boolean
  readonly mayCorrect: boolean
}): JSX.Element {
  const { known } = p
  const isAnswered = known.state !== 'set' && known.state !== 'cancelled'
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={en.overTitle} form={p.form}>
      {p.isStale && <Over one={known} />}
      <FactList
        facts={[
          meetingFact(known),
          ...turnFacts(p.turn),
          { label: en.purpose, value: known.aim || purposes[known.purpose] },
          { label: en.method, value: known.method },
          { label: en.bring, value: known.bring },
          {
            label: en.told,
            value:
              known.toldHow === null || known.toldOn === null
                ? en.toldNot
                : `${toldWords[known.toldHow]}, ${formatDay(known.toldOn)}`,
          },
          { label: en.overWhose, value: p.whose },
          ...(p.there.length === 0
            ? alongFacts(p.lines)
            : [{ label: alongWords.wereThere, value: p.there.join(', ') }]),
          { label: en.overStands, value: stateWords[known.state] },
          {
            label: en.overWhy,
            value: [known.reason && reasonWords[known.reason], known.reasonWords].filter(Boolean).join('. '),
          },
        ].filter(fact => fact.value !== '')}
      />
      {p.hasContact && (
        <p>
          <a class="govuk-link" href={`/contacts/${known.contactId}`}>
            {en.overOpenContact}
          </a>
        </p>
      )}
      {known.state === 'set' && (
        <p>
          <a class="govuk-link" href={`/appointments/${known.rowId}/call-off`}>
            {en.callOff}
          </a>
        </p>
      )}
      {isAnswered && (
        <>
          <SectionHead>{en.correct}</SectionHead>
          <p>{en.correctText}</p>
          <PostForm action={`/appointments/${known.rowId}/came`} csrfToken={p.visitor.csrfToken}>
            <input type="hidden" name="version" value={String(known.version)} />
            <CameFields form={p.form} />
            <Button classes="govuk-button--secondary">{en.correctSave}</Button>
          </PostForm>
        </>
      )}
      {p.mayCorrect && (
        <p>
          <a class="govuk-link" href={`/people/${p.frame.person.id}/misfiled/appointment/${known.rowId}`}>
            {en.wrongPerson}
          </a>
        </p>
      )}
    </FramedPage>
  )
}
