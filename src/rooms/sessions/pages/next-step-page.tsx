import type { JSX } from 'preact'
import { formatDay } from '#ground/day.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { PostForm, RadiosField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { FactList } from '#web/shell/layout.tsx'
import type { Contact } from '../contact.ts'
import { en, nextKinds } from '../words.ts'

/** A next step: done, or not going to be done and why. */
export function NextStepPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly contact: Contact
  readonly form: FormState<'how' | 'why-not'>
}): JSX.Element {
  const { contact } = p
  const isOpen = contact.nextStep !== '' && contact.nextDoneOn === null
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={en.nextTitle}
      form={p.form}
      back={{ href: `/contacts/${contact.rowId}`, text: en.nextBack }}
    >
      <FactList
        facts={[
          { label: en.nextStep, value: contact.nextStep },
          { label: en.nextKind, value: contact.nextKind ? nextKinds[contact.nextKind] : '' },
          { label: en.nextOn, value: contact.nextOn === null ? '' : formatDay(contact.nextOn) },
          {
            label: contact.nextNotDone === '' ? en.nextDone : en.nextSaidOn,
            value: contact.nextDoneOn === null ? '' : formatDay(contact.nextDoneOn),
          },
          { label: en.nextNotDone, value: contact.nextNotDone },
        ].filter(fact => fact.value !== '')}
      />
      {isOpen && (
        <PostForm action={`/contacts/${contact.rowId}/next-step`} csrfToken={p.visitor.csrfToken}>
          <input type="hidden" name="version" value={String(contact.version)} />
          <RadiosField
            form={p.form}
            name="how"
            label={en.nextHow}
            items={[
              { value: 'done', label: en.nextHows.done },
              {
                value: 'not-done',
                label: en.nextHows['not-done'],
                conditional: <TextField form={p.form} name="why-not" label={en.nextWhyNot} autocomplete="off" />,
              },
            ]}
          />
          <Button>{en.nextSave}</Button>
        </PostForm>
      )}
    </FramedPage>
  )
}
