import type { JSX } from 'preact'
import type { Instant } from '#ground/clock.ts'
import type { Day } from '#ground/day.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { type Adult, FramedPage, mayBeTold, type PersonFrame, responsibilities } from '#rooms/people/index.ts'
import { type Link, LinksBefore, staffLinkWords } from '#rooms/sharing/index.ts'
import type { FormState } from '#web/form/field.ts'
import { CheckboxesField, PostForm, RadiosField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { InsetText } from '#web/govuk/inset-text.tsx'
import type { Goal, Plan } from '../plan.ts'
import { SAYS } from './rules.ts'
import { SharedPart } from './shared-part.tsx'
import { en } from './words.ts'

type Common = { readonly visitor: Visitor; readonly frame: PersonFrame }

/** Chooses for whom and which goals, and shows how links made before stand. */
export function ChooseAdultPage(
  p: Common & {
    readonly form: FormState<'adult' | 'goals'>
    /** Those who may be told, as far as the visitor sees them. */
    readonly adults: readonly Adult[]
    readonly goals: readonly Goal[]
    readonly links: readonly Link[]
    readonly names: ReadonlyMap<string, string>
    readonly at: Instant
  },
): JSX.Element {
  const { person } = p.frame
  const base = `/people/${person.id}/plan`
  const adultNames = new Map(p.adults.map(one => [one.rowId as string, one.name]))
  const links = p.links.map(link => ({ ...link, forName: adultNames.get(link.adultId ?? '') ?? en.anAdult }))
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={en.title} form={p.form} back={{ href: base, text: en.back }}>
      {p.goals.length === 0 || p.adults.length === 0 ? (
        <p>{p.goals.length === 0 ? en.noPlan : en.noAdult}</p>
      ) : (
        <>
          <p>{en.lead(person.given)}</p>
          <InsetText>{en.never}</InsetText>
          <PostForm action={`${base}/adult`} csrfToken={p.visitor.csrfToken}>
            <RadiosField
              form={p.form}
              name="adult"
              label={en.adult}
              hint={en.adultHint}
              items={p.adults.map(one => ({
                value: one.rowId,
                label: one.name,
                hint: [one.relationship, responsibilities[one.responsibility], mayBeTold[one.mayBeTold]].join('. '),
              }))}
            />
            <CheckboxesField
              form={p.form}
              name="goals"
              label={en.goals}
              hint={en.goalsHint}
              items={p.goals.map(goal => ({ value: goal.rowId, label: `“${goal.words}”` }))}
            />
            <div class="cx-buttons">
              <Button>{en.showButton}</Button>
            </div>
          </PostForm>
        </>
      )}
      <LinksBefore links={links} names={p.names} at={p.at} csrfToken={p.visitor.csrfToken} base={`${base}/adult`} />
    </FramedPage>
  )
}

/** All that would be read, shown to the young person first, with what they say to it (K2). */
export function ShownPage(
  p: Common & {
    readonly form: FormState<'says'>
    readonly adult: Adult
    readonly part: Pick<Plan, 'goals' | 'targets'>
    readonly stamp: string
    readonly adviser: string
    readonly reviewOn: Day | null
  },
): JSX.Element {
  const { person } = p.frame
  const base = `/people/${person.id}/plan`
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={en.shownTitle(p.adult.name)}
      form={p.form}
      back={{ href: `${base}/adult`, text: en.other }}
    >
      <p>{en.shownLead(person.given)}</p>
      <div class="cx-copy">
        <SharedPart language="en" part={p.part} given={person.given} adviser={p.adviser} reviewOn={p.reviewOn} />
      </div>
      <PostForm action={`${base}/adult/make`} csrfToken={p.visitor.csrfToken}>
        <input type="hidden" name="adult" value={p.adult.rowId} />
        {p.part.goals.map(goal => (
          <input type="hidden" name="goals" value={goal.rowId} />
        ))}
        <input type="hidden" name="stamp" value={p.stamp} />
        <RadiosField
          form={p.form}
          name="says"
          label={en.says(person.given)}
          items={SAYS.map(one => ({ value: one, label: en.saysOf[one](person.given) }))}
        />
        <p>{staffLinkWords.how}</p>
        <div class="cx-buttons">
          <Button>{staffLinkWords.button}</Button>
        </div>
      </PostForm>
    </FramedPage>
  )
}
