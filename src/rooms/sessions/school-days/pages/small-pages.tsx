import type { JSX } from 'preact'
import { formatDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { PostForm, TextareaField } from '#web/form/fields.tsx'
import { BackLink } from '#web/govuk/back-link.tsx'
import { Button } from '#web/govuk/button.tsx'
import { PageHead, SectionHead } from '#web/shell/layout.tsx'
import type { SchoolDay, Slot } from '../school-day.ts'
import { copyWords, en } from '../words.ts'

type OfDay = { readonly visitor: Visitor; readonly day: SchoolDay; readonly school: string }
const nameOf = ({ given, family }: Slot) => `${given} ${family}`

/** An invitation for each, to print and hand out: whoever finds one learns of a talk with an adviser and nothing of it. */
export function InvitationsPage(
  p: OfDay & { readonly adviser: string; readonly slots: readonly Slot[]; readonly showsAll: boolean },
): JSX.Element {
  const here = `/school-days/${p.day.id}`
  return (
    <StaffPage visitor={p.visitor} title={en.invitationsTitle} current="/school-days">
      <BackLink href={here}>{en.backToDay}</BackLink>
      <PageHead title={en.invitationsTitle} lead={en.invitationsLead} />
      <p class="cx-copy__note">
        <a class="govuk-link" href={p.showsAll ? `${here}/invitations` : `${here}/invitations?show=all`}>
          {p.showsAll ? en.showNew : en.showAll}
        </a>
      </p>
      {p.slots.length === 0 ? (
        <p>{en.noInvitations}</p>
      ) : (
        <div class="cx-copy">
          {p.slots.map(slot => (
            <section aria-label={en.invitationFor(nameOf(slot))}>
              <h2>{en.invitationFor(nameOf(slot))}</h2>
              <p>
                <strong>{en.invitationLine(formatDay(p.day.onDay), slot.atTime, p.day.minutes)}</strong>
                <br />
                {p.school}, {p.day.place}
              </p>
              <p>{en.invitationWith(p.adviser)}</p>
              {p.day.invitation !== '' && <p class="cx-lines">{p.day.invitation}</p>}
              <p>{en.invitationCannot}</p>
            </section>
          ))}
        </div>
      )}
    </StaffPage>
  )
}

/** Asks once more before a day is called off. */
export function CallOffPage(p: OfDay & { readonly waiting: number }): JSX.Element {
  const here = `/school-days/${p.day.id}`
  const title = en.callOffTitle(p.school)
  return (
    <StaffPage visitor={p.visitor} title={title} current="/school-days">
      <PageHead title={title} lead={formatDay(p.day.onDay)} back={{ href: here, text: en.backToDay }} />
      <p>{en.callOffText(p.waiting)}</p>
      <PostForm action={`${here}/call-off`} csrfToken={p.visitor.csrfToken}>
        <div class="cx-buttons">
          <Button classes="govuk-button--warning">{en.callOffButton}</Button>
          <a class="govuk-link" href={here}>
            {en.callOffNo}
          </a>
        </div>
      </PostForm>
    </StaffPage>
  )
}

/** What the school hears of an interview: agreed words, or nothing. */
export function CopyPage(p: {
  readonly visitor: Visitor
  readonly slot: Slot
  readonly form: FormState<'copy' | 'words'>
}): JSX.Element {
  const { slot, form } = p
  const title = en.copyTitle(nameOf(slot))
  const here = `/school-days/${slot.schoolDayId}`
  return (
    <StaffPage
      visitor={p.visitor}
      title={title}
      current="/school-days"
      aboutId={slot.personId}
      hasErrors={form.errors.length > 0}
    >
      <PageHead title={title} lead={en.copyLead} back={{ href: here, text: en.backToDay }} form={form} />
      {slot.copy !== null && (
        <>
          <SectionHead>{en.copyStands}</SectionHead>
          <p>{copyWords[slot.copy]}</p>
          {slot.copyWords !== '' && <p class="cx-lines">{slot.copyWords}</p>}
        </>
      )}
      {slot.state === 'came' ? (
        <PostForm action={`/school-slots/${slot.rowId}/copy`} csrfToken={p.visitor.csrfToken}>
          <input type="hidden" name="version" value={String(slot.version)} />
          <TextareaField form={form} name="words" label={en.copyAsk} hint={en.copyHint} rows={4} />
          <div class="cx-buttons">
            <Button name="copy" value="agreed">
              {en.copyYes}
            </Button>
            <Button name="copy" value="not-agreed" classes="govuk-button--secondary">
              {en.copyNo}
            </Button>
          </div>
        </PostForm>
      ) : (
        <p>{en.copyNotYet}</p>
      )}
    </StaffPage>
  )
}
