import type { JSX } from 'preact'
import { shortDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { HiddenField, PostForm, RadiosField, TextareaField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { PageHead, SectionHead } from '#web/shell/layout.tsx'
import type { SiteForm } from '../forms.ts'
import type { Organisation } from '../organisation.ts'
import { KNOWN, type Site } from '../site.ts'
import { en, knownWords } from '../words.ts'
import { Theirs } from './organisation-forms.tsx'

/** The places an organisation works at, with what private talk needs. */
export function SitesTable(p: { sites: readonly Site[]; base: string; mayManage: boolean }): JSX.Element {
  return (
    <DataTable
      caption={en.sites}
      rows={p.sites}
      columns={[
        {
          key: 'name',
          heading: en.name,
          cell: s =>
            p.mayManage && s.closedOn === null ? (
              <a class="govuk-link" href={`${p.base}/sites/${s.id}`}>
                {s.name}
              </a>
            ) : (
              s.name
            ),
        },
        {
          key: 'address',
          heading: en.address,
          cell: s =>
            s.closedOn === null
              ? [s.address.replaceAll('\n', ', '), s.postcode].filter(Boolean).join(', ') || en.noNumber
              : en.closedOn(shortDay(s.closedOn)),
          phone: { lead: true },
        },
        { key: 'phone', heading: en.phone, cell: s => s.phone || '–', phone: { label: en.phone } },
        { key: 'hours', heading: en.hours, cell: s => s.openingHours || '–', phone: { label: en.hours } },
        {
          key: 'private',
          heading: en.privateColumn,
          cell: s => knownWords[s.hasPrivateRoom],
          phone: { label: en.privateColumn },
        },
        {
          key: 'accessible',
          heading: en.accessible,
          cell: s => knownWords[s.isAccessible],
          phone: { label: en.accessible },
        },
      ]}
    />
  )
}

/** Adding a site. */
export function AddSitePage(p: { visitor: Visitor; organisation: Organisation; form: SiteForm }): JSX.Element {
  const { organisation: o } = p
  const title = en.addSiteFor(o.name)
  return (
    <StaffPage visitor={p.visitor} title={title} current="/organisations" hasErrors={p.form.errors.length > 0}>
      <PageHead form={p.form} title={title} back={{ href: `/organisations/${o.id}`, text: o.name }} />
      <PostForm action={`/organisations/${o.id}/sites/new`} csrfToken={p.visitor.csrfToken}>
        <Fields form={p.form} />
        <Button>{en.save}</Button>
      </PostForm>
    </StaffPage>
  )
}

/** Changing a site in use, and closing it. When somebody saved in between, theirs stands above the form. */
export function ChangeSitePage(p: {
  visitor: Visitor
  organisation: Organisation
  site: Site
  form: SiteForm & FormState<'version'>
  isStale: boolean
}): JSX.Element {
  const { organisation: o, site } = p
  const base = `/organisations/${o.id}/sites/${site.id}`
  const title = en.editTitle(site.name)
  return (
    <StaffPage visitor={p.visitor} title={title} current="/organisations" hasErrors={p.form.errors.length > 0}>
      <PageHead form={p.form} title={title} back={{ href: `/organisations/${o.id}`, text: o.name }} />
      {p.isStale && (
        <Theirs
          facts={[
            { label: en.siteName, value: site.name },
            { label: en.address, value: site.address || en.noNumber },
            { label: en.postcode, value: site.postcode ?? en.noNumber },
            { label: en.phone, value: site.phone || en.noNumber },
            { label: en.hours, value: site.openingHours || en.noNumber },
            { label: en.privateRoom, value: knownWords[site.hasPrivateRoom] },
            { label: en.accessible, value: knownWords[site.isAccessible] },
          ]}
        />
      )}
      <PostForm action={base} csrfToken={p.visitor.csrfToken}>
        <HiddenField form={p.form} name="version" />
        <Fields form={p.form} />
        <Button>{en.saveChanges}</Button>
      </PostForm>
      <SectionHead>{en.siteClose}</SectionHead>
      <p class="govuk-body">{en.siteCloseText}</p>
      <PostForm action={`${base}/close`} csrfToken={p.visitor.csrfToken}>
        <Button classes="govuk-button--warning">{en.siteCloseButton}</Button>
      </PostForm>
    </StaffPage>
  )
}

function Fields(p: { form: SiteForm }): JSX.Element {
  const { form } = p
  const items = KNOWN.map(value => ({ value, label: knownWords[value] }))
  return (
    <>
      <TextField form={form} name="name" label={en.siteName} hint={en.siteNameHint} autocomplete="off" />
      <TextareaField form={form} name="address" label={en.address} rows={3} />
      <TextField form={form} name="postcode" label={en.postcode} autocomplete="off" classes="govuk-input--width-10" />
      <TextField
        form={form}
        name="phone"
        label={en.phone}
        hint={en.phoneHint}
        inputmode="tel"
        autocomplete="off"
        classes="govuk-input--width-20"
      />
      <TextareaField form={form} name="hours" label={en.hours} hint={en.hoursHint} rows={2} />
      <RadiosField form={form} name="private" label={en.privateRoom} hint={en.privateHint} items={items} />
      <RadiosField form={form} name="accessible" label={en.accessible} hint={en.accessibleHint} items={items} />
    </>
  )
}
