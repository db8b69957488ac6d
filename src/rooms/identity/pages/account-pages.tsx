import type { JSX } from 'preact'
import type { FormState } from '#web/form/field.ts'
import { ErrorSummaryOf, PostForm, RadiosField, SelectField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { FactList, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import type { Membership } from '../account.ts'
import { PlainPage, StaffPage } from '../page.tsx'
import { ROLES } from '../roles.ts'
import type { Colleague } from '../store.ts'
import type { Visitor } from '../visit.ts'
import { en, roleNames } from '../words.ts'

/** One's own account: recovery codes, keys, other computers. */
export function AccountPage(p: {
  visitor: Visitor
  codesLeft: number
  organisationName: string
  home: FormState<'postcode'>
  keepsHome: boolean
}): JSX.Element {
  if (p.visitor.kind !== 'actor') return <PlainPage title={en.account.title}>{null}</PlainPage>
  const { actor, csrfToken } = p.visitor
  return (
    <StaffPage visitor={p.visitor} title={en.account.title} hasErrors={p.home.errors.length > 0}>
      <ErrorSummaryOf form={p.home} />
      <PageHead title={en.account.title} lead={p.visitor.session.account.email} />
      <FactList
        facts={[
          { label: en.account.role, value: [roleNames[actor.role], actor.jobTitle].filter(Boolean).join(', ') },
          { label: en.account.organisation, value: p.organisationName },
          {
            label: en.account.secondStep,
            value: p.visitor.session.account.totpConfirmedAt ? en.account.on : en.account.off,
          },
        ]}
      />
      <SectionHead>{en.account.codesLeft(p.codesLeft)}</SectionHead>
      <OneButton action="/account/recovery-codes" csrfToken={csrfToken} text={en.account.newCodes} />
      <SectionHead>{en.account.keys}</SectionHead>
      <p class="govuk-body">{en.account.keysText}</p>
      <PostForm action="/account/keys" csrfToken={csrfToken}>
        <input type="hidden" name="on" value={actor.singleKeys ? 'no' : 'yes'} />
        <Button classes="govuk-button--secondary">{actor.singleKeys ? en.account.keysOff : en.account.keysOn}</Button>
      </PostForm>
      <SectionHead>{en.account.home}</SectionHead>
      <p class="govuk-body">{en.account.homeText}</p>
      <PostForm action="/account/home" csrfToken={csrfToken}>
        <TextField
          form={p.home}
          name="postcode"
          label={en.account.homePostcode}
          hint={p.keepsHome ? en.account.homeKept : undefined}
          autocomplete="off"
        />
        <Button classes="govuk-button--secondary">{en.account.homeButton}</Button>
      </PostForm>
      <SectionHead>{en.account.elsewhere}</SectionHead>
      <p class="govuk-body">{en.account.elsewhereText}</p>
      <OneButton action="/account/sign-out-everywhere" csrfToken={csrfToken} text={en.account.elsewhereButton} />
    </StaffPage>
  )
}

/** Which partnership and role to act as. */
export function ChoosePage(p: {
  form: FormState<'membership'>
  csrfToken: string
  memberships: readonly Membership[]
}): JSX.Element {
  return (
    <PlainPage title={en.choose.title} hasErrors={p.form.errors.length > 0}>
      <ErrorSummaryOf form={p.form} />
      <PageHead title={en.choose.title} lead={p.memberships.length === 0 ? en.choose.none : undefined} />
      {p.memberships.length > 0 && (
        <PostForm action="/sign-in/choose" csrfToken={p.csrfToken}>
          <RadiosField
            form={p.form}
            name="membership"
            label={en.account.role}
            items={p.memberships.map(m => ({
              value: m.id as string,
              label: `${m.partnershipName}: ${roleNames[m.role]}`,
              hint: m.jobTitle || undefined,
            }))}
          />
          <Button>{en.choose.button}</Button>
        </PostForm>
      )}
      <OneButton action="/sign-out" csrfToken={p.csrfToken} text="Sign out" />
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
    <StaffPage visitor={p.visitor} title={en.people.title} current="/accounts">
      <PageHead
        title={en.people.title}
        lead={en.people.lead}
        actions={<Button href="/accounts/new">{en.people.invite}</Button>}
      />
      <DataTable
        caption={en.people.title}
        rows={p.colleagues}
        columns={[
          { key: 'name', heading: en.people.name, cell: c => c.name, tight: true },
          { key: 'role', heading: en.people.role, cell: roleOf, phone: { lead: true }, wide: true },
          {
            key: 'organisation',
            heading: en.people.organisation,
            cell: c => p.organisations.get(c.organisationId) ?? '',
          },
          { key: 'email', heading: en.people.email, cell: c => c.email },
          { key: 'state', heading: en.people.state, cell: stateOf, tight: true },
          {
            key: 'actions',
            heading: en.people.actions,
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
  if (c.state === 'disabled') return <StatusTag kind="unknown">{en.people.disabled}</StatusTag>
  return c.hasSecondStep ? (
    <StatusTag kind="quiet" bare>
      {en.people.active}
    </StatusTag>
  ) : (
    <StatusTag kind="care">{en.people.noSecondStep}</StatusTag>
  )
}

function AccountActions(p: { visitor: Visitor; colleague: Colleague }): JSX.Element {
  const { csrfToken } = p.visitor
  const base = `/accounts/${p.colleague.accountId}`
  return (
    <details class="cx-row-menu">
      <summary>
        {en.people.actions}
        <span class="govuk-visually-hidden">: {p.colleague.name}</span>
      </summary>
      <OneButton action={`${base}/reset`} csrfToken={csrfToken} text={en.people.reset} />
      <OneButton action={`${base}/reset-second-step`} csrfToken={csrfToken} text={en.people.resetBoth} />
      <OneButton
        action={`${base}/${p.colleague.state === 'active' ? 'disable' : 'enable'}`}
        csrfToken={csrfToken}
        text={p.colleague.state === 'active' ? en.people.disable : en.people.enable}
      />
      <OneButton
        action={`${base}/memberships/${p.colleague.membershipId}/end`}
        csrfToken={csrfToken}
        text={en.people.end}
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
    <StaffPage visitor={p.visitor} title={en.people.invite} current="/accounts" hasErrors={p.form.errors.length > 0}>
      <ErrorSummaryOf form={p.form} />
      <PageHead title={en.people.invite} />
      <PostForm action="/accounts/new" csrfToken={p.visitor.csrfToken}>
        <TextField form={p.form} name="name" label={en.people.name} autocomplete="off" />
        <TextField form={p.form} name="email" label={en.people.email} type="email" autocomplete="off" />
        <SelectField
          form={p.form}
          name="role"
          label={en.people.role}
          hint={en.people.roleHint}
          empty=""
          items={ROLES.map(r => ({ value: r, label: roleNames[r] }))}
        />
        <TextField form={p.form} name="job-title" label={en.people.jobTitle} autocomplete="off" />
        <SelectField
          form={p.form}
          name="organisation"
          label={en.people.organisation}
          empty=""
          items={p.organisations.map(o => ({ value: o.id, label: o.name }))}
        />
        <Button>{en.people.button}</Button>
      </PostForm>
    </StaffPage>
  )
}

/** The one-time link, this once. */
export function LinkPage(p: { visitor: Visitor; link: string | undefined }): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.people.linkTitle} current="/accounts">
      <PageHead title={en.people.linkTitle} lead={p.link === undefined ? en.people.added : en.people.linkText} />
      {p.link !== undefined && (
        <p class="govuk-body">
          <strong class="cx-key">{p.link}</strong>
        </p>
      )}
      <p>
        <a class="govuk-link" href="/accounts">
          {en.people.back}
        </a>
      </p>
    </StaffPage>
  )
}

/** The demo's way in: choose who to be. */
export function DemoPage(p: {
  form: FormState<'membership'>
  csrfToken: string
  colleagues: readonly Colleague[]
}): JSX.Element {
  return (
    <PlainPage title={en.demo.title} hasErrors={p.form.errors.length > 0}>
      <ErrorSummaryOf form={p.form} />
      <PageHead title={en.demo.title} lead={en.demo.lead} />
      <ul class="cx-demo">
        {p.colleagues.map(c => (
          <li>
            <PostForm action="/demo" csrfToken={p.csrfToken}>
              <input type="hidden" name="membership" value={c.membershipId} />
              <button class="cx-demo__choice" type="submit">
                <strong>{c.name}</strong>
                <span>{[roleNames[c.role], c.jobTitle].filter(Boolean).join(' · ')}</span>
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
