import type { JSX } from 'preact'
import type { Visitor } from '#rooms/identity/index.ts'
import { BackToOwnPages, CloseOwn, OwnFrame, type OwnPage } from '#rooms/sharing/index.ts'
import { dayIn } from '#web/language.ts'
import { PlainCard } from '#web/shell/young-parts.tsx'
import type { OnRecord } from '../members.ts'
import { inOrder, isKnown, isShared } from '../rules.ts'
import type { Belonging, MemberStep } from '../support-group.ts'
import { ownGroupIn } from './words.ts'

type Page = OnRecord & {
  readonly visitor: Visitor
  readonly token: string
  readonly pages: readonly OwnPage[]
  readonly given: string
  readonly names: ReadonlyMap<string, string>
}

/** Groups they go to, on their own phone: who runs each, what is done for them, and who reads it. */
export function OwnGroupsPage(p: Page): JSX.Element {
  const { language } = p.visitor
  const words = ownGroupIn(language)
  return (
    <OwnFrame visitor={p.visitor} token={p.token} title={words.title} lead={words.lead(p.given)}>
      {p.belongings.length === 0 && <p>{words.none}</p>}
      {p.belongings.map(one => (
        <OneGroup {...p} one={one} />
      ))}
      <BackToOwnPages token={p.token} pages={p.pages} language={language} />
      <CloseOwn token={p.token} csrfToken={p.visitor.csrfToken} language={language} />
    </OwnFrame>
  )
}

function OneGroup(p: Page & { readonly one: Belonging }): JSX.Element {
  const { language } = p.visitor
  const words = ownGroupIn(language)
  const { one } = p
  const runners = p.runners.filter(runner => runner.groupId === one.groupId)
  const steps = inOrder(p.steps.filter(step => step.memberId === one.rowId))
  const isKnownToAll = isKnown(one) && one.knownAgreedOn !== null
  return (
    <PlainCard>
      <h2>{one.group.name}</h2>
      <p>
        {one.leftOn === null ? words.since(dayIn(language, one.joinedOn)) : words.left(dayIn(language, one.leftOn))}
      </p>
      {one.leftOn === null && (
        <p>{isKnownToAll ? words.knownAll(dayIn(language, one.knownAgreedOn)) : words.knownSome}</p>
      )}
      <h3>{words.runs}</h3>
      <ul class="govuk-list govuk-list--bullet">
        {runners.map(runner => (
          <li>
            {p.names.get(runner.accountId) ?? ''}, {runner.thereFor}
          </li>
        ))}
      </ul>
      <h3>{words.steps}</h3>
      {steps.length === 0 && <p>{words.noSteps}</p>}
      {steps.map(step => (
        <OneStep {...p} step={step} isKnown={isKnownToAll} />
      ))}
    </PlainCard>
  )
}

function OneStep(p: Page & { readonly step: MemberStep; readonly isKnown: boolean }): JSX.Element {
  const { language } = p.visitor
  const words = ownGroupIn(language)
  const { step } = p
  return (
    <section aria-labelledby={`step-${step.rowId}`}>
      <h4 class="govuk-heading-s" id={`step-${step.rowId}`}>
        {step.what}
      </h4>
      <p>
        {words.by(p.names.get(step.accountId) ?? '', dayIn(language, step.dueOn))}. {words.states[step.state]}.
      </p>
      {step.went !== '' && <p>{words.went(step.went)}</p>}
      <p class="cx-quiet">{readers(p, step, p.isKnown)}</p>
    </section>
  )
}

function readers({ visitor: { language } }: Page, step: MemberStep, isKnownToAll: boolean): string {
  const words = ownGroupIn(language)
  if (step.classBit === 64) return isKnownToAll ? words.readAll : words.readAllSome
  if (isShared(step) && step.sharedAgreedOn !== null)
    return (isKnownToAll ? words.readShared : words.readSharedSome)(dayIn(language, step.sharedAgreedOn))
  return words.readApart
}
