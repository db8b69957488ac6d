import type { JSX } from 'preact'
import type { FormState } from '#web/form/field.ts'
import { ErrorSummaryOf, PostForm, RadiosField, SelectField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { LANGUAGES, languageNames } from '#web/language.ts'
import { DataTable } from '#web/shell/data-table.tsx'
import { FactList, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import type { Membership } from '../account.ts'
import { otherLanguageFor, PlainPage, StaffPage } from '../page.tsx'
import { ROLES } from '../roles.ts'
import type { Colleague } from '../store/colleagues.ts'
import type { Visitor } from '../visit.ts'
import { colleagues, roleNames, roleNamesIn, shellIn, wordsIn } from '../words.ts'

/** One's own account: recovery codes, keys, other computers. */
export function AccountPage(p: {
  visitor: Visitor
  codesLeft: number
  organisationName: string
  home: FormState<'postcode'>
  keepsHome: boolean
  language: FormState<'language'>
}): JSX.Element {
  const words = wordsIn(p.visitor.language)
  if (p.visitor.kind !== 'actor')
    return (
      <PlainPage title={words.account.title} language={p.visitor.language}>
        {null}
      </PlainPage>
    )
  const { actor, csrfToken, language, session } = p.visitor
  return (
    <StaffPage
      visitor={p.visitor}
      title={words.account.title}
      language={language}
      hasErrors={p.home.errors.length + p.language.errors.length > 0}
    >
      <ErrorSummaryOf form={p.home} />
      <ErrorSummaryOf form={p.language} />
      <PageHead title={words.account.title} lead={session.account.email} />
      <FactList
        facts={[
          {
            label: words.account.role,
            value: [roleNamesIn(language)[actor.role], actor.jobTitle].filter(Boolean).join(', '),
          },
          { label: words.account.organisation, value: p.organisationName },
          {
            label: words.account.secondStep,
            value: session.account.totpConfirmedAt ? words.account.on : words.account.off,
          },
        ]}
      />
      <SectionHead>{words.account.codesLeft(p.codesLeft)}</SectionHead>
      <OneButton action="/account/recovery-codes" csrfToken={csrfToken} text={words.account.newCodes} />
      <SectionHead>{words.account.keys}</SectionHead>
      <p class="govuk-body">{words.account.keysText}</p>
      <PostForm action="/account/keys" csrfToken={csrfToken}>
        <input type="hidden" name="on" value={actor.singleKeys ? 'no' : 'yes'} />
        <Button classes="govuk-button--secondary">
          {actor.singleKeys ? words.account.keysOff : words.account.keysOn}
        </Button>
      </PostForm>
      <SectionHead>{words.account.language}</SectionHead>
      <p class="govuk-body">{words.account.languageText}</p>
      <PostForm action="/account/language" csrfToken={csrfToken}>
        <RadiosField
          form={p.language}
          name="language"
          label={words.account.languageLabel}
          items={LANGUAGES.map(value => ({ value, label: <span lang={value}>{languageNames[value]}</span> }))}
        />
        <Button classes="govuk-button--secondary">{words.account.languageButton}</Button>
      </PostForm>
      <SectionHead>{words.account.home}</SectionHead>
      <p class="govuk-body">{words.account.homeText}</p>
      <PostForm action="/account/home" csrfToken={csrfToken}>
        <TextField
          form={p.home}
          name="postcode"
          label={words.account.homePostcode}
          hint={p.keepsHome ? words.account.homeKept : undefined}
          autocomplete="off"
        />
        <Button classes="govuk-button--secondary">{words.account.homeButton}</Button>
      </PostForm>
      <SectionHead>{words.account.elsewhere}</SectionHead>
      <p class="govuk-body">{words.account.elsewhereText}</p>
      <OneButton action="/account/sign-out-everywhere" csrfToken={csrfToken} text={words.account.elsewhereButton} />
    </StaffPage>
  )
}

/** Which partnership and role to act as. */
export function ChoosePage(p: {
  form: FormState<'membership'>
  visitor: Visitor
  memberships: readonly Membership[]
}): JSX.Element {
  const { csrfToken, language } = p.visitor
  const words = wordsIn(language)
  return (
    <PlainPage
      title={words.choose.title}
      language={language}
      hasErrors={p.form.errors.length > 0}
      other={otherLanguageFor(p.visitor)}
    >
      <ErrorSummaryOf form={p.form} />
      <PageHead title={words.choose.title} lead={p.memberships.length === 0 ? words.choose.none : undefined} />
      {p.memberships.length > 0 && (
        <PostForm action="/sign-in/choose" csrfToken={csrfToken}>
          <RadiosField
            form={p.form}
            name="membership"
            label={words.account.role}
            items={p.memberships.map(m => ({
              value: m.id as string,
              label: `${m.partnershipName}: ${roleNamesIn(language)[m.role]}`,
              hint: m.jobTitle || undefined,
            }))}
          />
          <Button>{words.choose.button}</Button>
        </PostForm>
      )}
      <OneButton action="/sign-out" csrfToken={csrfToken} text={shellIn(language).signOut} />
    </PlainPage>
  )
}

/** Everyone who may sign in to this partnership. */
export function AccountsPage(p: {
  visitor: Visitor
  colleagues: readonly Colleague[]
  organisations: ReadonlyMap<string, string>
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={colleagues.title} current="/accounts">
      <PageHead
        title={colleagues.title}
        lead={colleagues.lead}
        actions={<Button href="/accounts/new">{colleagues.invite}</Button>}
      />
      <DataTable
        caption={colleagues.title}
        rows={p.colleagues}
        columns={[
          { key: 'name', heading: colleagues.name, cell: c => c.name, tight: true },
          { key: 'role', heading: colleagues.role, cell: roleOf, phone: { lead: true }, wide: true },
          {
            key: 'organisation',
            heading: colleagues.organisation,
            cell: c => p.organisations.get(c.organisationId) ?? '',
          },
          { key: 'email', heading: colleagues.email, cell: c => c.email },
          { key: 'state', heading: colleagues.state, cell: stateOf, tight: true },
          {
            key: 'actions',
            heading: colleagues.actions,
            hidesHeading: true,
            tight: true,
            cell: c => <AccountActions visitor={p.visitor} colleague={c} />,
          },
        ]}
      />
    </StaffPage>
  )
}

/** The role, and under it the job title where it says more. */
function roleOf(c: Colleague): JSX.Element {
  const role = roleNames[c.role]
  return (
    <>
      {role}
      {c.jobTitle !== '' && c.jobTitle !== role && <div class="cx-quiet">{c.jobTitle}</div>}
    </>
  )
}

function stateOf(c: Colleague): JSX.Element {
  if (c.state === 'disabled') return <StatusTag kind="unknown">{colleagues.disabled}</StatusTag>
  return c.hasSecondStep ? (
    <StatusTag kind="quiet" bare>
      {colleagues.active}
    </StatusTag>
  ) : (
    <StatusTag kind="care">{colleagues.noSecondStep}</StatusTag>
  )
}

function AccountActions(p: { visitor: Visitor; colleague: Colleague }): JSX.Element {
  const { csrfToken } = p.visitor
  const base = `/accounts/${p.colleague.accountId}`
  return (
    <details class="cx-row-menu">
      <summary>
        {colleagues.actions}
        <span class="govuk-visually-hidden">: {p.colleague.name}</span>
      </summary>
      <OneButton action={`${base}/reset`} csrfToken={csrfToken} text={colleagues.reset} />
      <OneButton action={`${base}/reset-second-step`} csrfToken={csrfToken} text={colleagues.resetBoth} />
      <OneButton
        action={`${base}/${p.colleague.state === 'active' ? 'disable' : 'enable'}`}
        csrfToken={csrfToken}
        text={p.colleague.state === 'active' ? colleagues.disable : colleagues.enable}
      />
      <OneButton
        action={`${base}/memberships/${p.colleague.membershipId}/end`}
        csrfToken={csrfToken}
        text={colleagues.end}
      />
    </details>
  )
}

export type InviteFields = 'name' | 'email' | 'role' | 'job-title' | 'organisation'

/** A new account, or a new role for somebody who has one. */
export function InvitePage(p: {
  visitor: Visitor
  form: FormState<InviteFields>
  organisations: readonly { id: string; name: string }[]
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={colleagues.invite} current="/accounts" hasErrors={p.form.errors.length > 0}>
      <ErrorSummaryOf form={p.form} />
      <PageHead title={colleagues.invite} />
      <PostForm action="/accounts/new" csrfToken={p.visitor.csrfToken}>
        <TextField form={p.form} name="name" label={colleagues.name} autocomplete="off" />
        <TextField form={p.form} name="email" label={colleagues.email} type="email" autocomplete="off" />
        <SelectField
          form={p.form}
          name="role"
          label={colleagues.role}
          hint={colleagues.roleHint}
          empty=""
          items={ROLES.map(r => ({ value: r, label: roleNames[r] }))}
        />
        <TextField form={p.form} name="job-title" label={colleagues.jobTitle} autocomplete="off" />
        <SelectField
          form={p.form}
          name="organisation"
          label={colleagues.organisation}
          empty=""
          items={p.organisations.map(o => ({ value: o.id, label: o.name }))}
        />
        <Button>{colleagues.button}</Button>
      </PostForm>
    </StaffPage>
  )
}

/** The one-time link, this once. */
export function LinkPage(p: { visitor: Visitor; link: string | undefined }): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={colleagues.linkTitle} current="/accounts">
      <PageHead title={colleagues.linkTitle} lead={p.link === undefined ? colleagues.added : colleagues.linkText} />
      {p.link !== undefined && (
        <p class="govuk-body">
          <strong class="cx-key">{p.link}</strong>
        </p>
      )}
      <p>
        <a class="govuk-link" href="/accounts">
          {colleagues.back}
        </a>
      </p>
    </StaffPage>
  )
}

/** The demo's way in: choose who to be. */
export function DemoPage(p: {
  form: FormState<'membership'>
  visitor: Visitor
  colleagues: readonly Colleague[]
}): JSX.Element {
  const { csrfToken, language } = p.visitor
  const words = wordsIn(language)
  return (
    <PlainPage
      title={words.demo.title}
      language={language}
      hasErrors={p.form.errors.length > 0}
      other={otherLanguageFor(p.visitor)}
    >
      <ErrorSummaryOf form={p.form} />
      <PageHead title={words.demo.title} lead={words.demo.lead} />
      <ul class="cx-demo">
        {p.colleagues.map(c => (
          <li>
            <PostForm action="/demo" csrfToken={csrfToken}>
              <input type="hidden" name="membership" value={c.membershipId} />
              <button class="cx-demo__choice" type="submit">
                <strong>{c.name}</strong>
                <span>{[roleNamesIn(language)[c.role], c.jobTitle].filter(Boolean).join(' · ')}</span>
              </button>
            </PostForm>
          </li>
        ))}
      </ul>
    </PlainPage>
  )
}

function OneButton(p: { action: string; csrfToken: string; text: string }): JSX.Element {
  return (
    <PostForm action={p.action} csrfToken={p.csrfToken}>
      <Button classes="govuk-button--secondary">{p.text}</Button>
    </PostForm>
  )
}
