import type { JSX } from 'preact'
import { type Day, formatDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { CheckboxesField, PostForm, SelectField, TextareaField, TextField } from '#web/form/fields.tsx'
import { StepForm } from '#web/form/step-form.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Alert } from '#web/shell/alert.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, FactList, factsSaid, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { byFreshness, isOld } from './rules.ts'
import { type Need, SAME_DAY, type Service, type Tip } from './service.ts'
import { isSought, type Sought } from './sought.ts'
import { labelsOf, SoughtBox, StillSo } from './sought-box.tsx'
import { en, sameDayWords, soughtWords } from './words.ts'

/** Everything near by, sought by need and words. */
export function ServicesPage(p: {
  readonly visitor: Visitor
  readonly services: readonly Service[]
  readonly needs: readonly Need[]
  readonly sought: Sought
  readonly mayKeep: boolean
}): JSX.Element {
  const isFiltered = isSought(p.sought)
  return (
    <StaffPage visitor={p.visitor} title={en.title} current="/services">
      <PageHead
        title={en.title}
        lead={en.lead}
        actions={
          <>
            <Button href="/services/today" classes="govuk-button--secondary">
              {en.todayTitle}
            </Button>
            {p.mayKeep && <Button href="/services/new">{en.add}</Button>}
          </>
        }
      />
      <SoughtBox action="/services" sought={p.sought} needs={p.needs} />
      {p.services.length === 0 ? (
        <EmptyState title={isFiltered ? en.noneFit : en.none}>{isFiltered ? en.noneFitText : en.noneText}</EmptyState>
      ) : (
        <DataTable
          caption={en.caption}
          rows={p.services}
          columns={[
            {
              key: 'name',
              heading: en.name,
              cell: one => (
                <>
                  <a class="govuk-link" href={`/services/${one.rowId}`}>
                    {one.name}
                  </a>{' '}
                  {one.closedOn !== null && (
                    <StatusTag kind="quiet" bare>
                      {en.closed(formatDay(one.closedOn))}
                    </StatusTag>
                  )}
                  <div class="cx-quiet">{one.runBy}</div>
                </>
              ),
            },
            {
              key: 'needs',
              heading: soughtWords.need,
              wide: true,
              phone: { lead: true },
              cell: one => labelsOf(one.needs, p.needs),
            },
            {
              key: 'ages',
              heading: en.ages,
              tight: true,
              phone: { label: en.ages },
              cell: one => en.agesLine(one.minAge, one.maxAge),
            },
            { key: 'place', heading: en.place, phone: { label: en.place }, cell: one => one.place || '–' },
          ]}
        />
      )}
    </StaffPage>
  )
}

/** What a service is, in short facts: for its own page and for what stands above a stale form. */
export function serviceFacts(service: Service, needs: readonly Need[]) {
  return factsSaid([
    [en.runBy, service.runBy],
    [en.about, service.about],
    [soughtWords.need, labelsOf(service.needs, needs)],
    [en.ages, en.agesLine(service.minAge, service.maxAge)],
    [en.place, service.place],
    [en.cost, service.cost],
    [en.howTo, service.howTo],
    [en.sameDayFact, service.sameDay.map(what => sameDayWords[what]).join(', ')],
    [en.openWhen, service.openWhen],
  ])
}

/** One service, and what those who know it say. */
export function ServicePage(p: {
  readonly visitor: Visitor
  readonly service: Service
  readonly needs: readonly Need[]
  readonly tips: readonly Tip[]
  readonly names: ReadonlyMap<string, string>
  readonly form: FormState
  readonly mayKeep: boolean
  readonly today: Day
}): JSX.Element {
  const { service } = p
  const here = `/services/${service.rowId}`
  const { csrfToken } = p.visitor
  const isOpen = service.closedOn === null
  return (
    <StaffPage visitor={p.visitor} title={service.name} current="/services" hasErrors={p.form.errors.length > 0}>
      <PageHead
        title={service.name}
        form={p.form}
        back={{ href: '/services', text: en.title }}
        actions={p.mayKeep && isOpen ? <Button href={`${here}/change`}>{en.change}</Button> : undefined}
      />
      <StillSo
        over={service.closedOn === null ? undefined : en.closed(formatDay(service.closedOn))}
        checkedOn={service.checkedOn}
        today={p.today}
      />
      <FactList facts={serviceFacts(service, p.needs)} />
      <SectionHead>{en.tips}</SectionHead>
      {p.tips.length === 0 && <p class="cx-quiet">{en.noTips}</p>}
      {byFreshness(p.tips).map(tip => (
        <section aria-label={tip.words.slice(0, 60)}>
          <p>
            “{tip.words}”{' '}
            <span class="cx-quiet">
              {en.tipBy(p.names.get(tip.saidBy) ?? '', formatDay(tip.saidOn))}
              {tip.stillOn > tip.saidOn && `, ${en.tipStill(formatDay(tip.stillOn))}`}
            </span>{' '}
            {isOld(tip.stillOn, p.today) && (
              <StatusTag kind="care" bare>
                {en.tipOld}
              </StatusTag>
            )}
          </p>
          {p.mayKeep && isOpen && (
            <PostForm action={`${here}/tips/${tip.rowId}`} csrfToken={csrfToken}>
              <div class="cx-buttons">
                {(['still', 'over'] as const).map(what => (
                  <Button name="what" value={what} classes="govuk-button--secondary">
                    {en[what]}
                    <span class="govuk-visually-hidden">{en.ofTip(tip.words.slice(0, 60))}</span>
                  </Button>
                ))}
              </div>
            </PostForm>
          )}
        </section>
      ))}
      {p.mayKeep && isOpen && (
        <>
          <PostForm action={`${here}/tips`} csrfToken={csrfToken}>
            <TextareaField form={p.form} name="words" label={en.addTip} hint={en.addTipHint} rows={2} />
            <div class="cx-buttons">
              <Button>{en.saveTip}</Button>
            </div>
          </PostForm>
          <SectionHead>{en.close}</SectionHead>
          <p>{en.closeText}</p>
          <StepForm action={`${here}/close`} csrfToken={csrfToken} version={service.version} button={en.close} second />
        </>
      )}
    </StaffPage>
  )
}

/** Adding one, or changing it. When somebody saved in between, theirs stands above the form. */
export function ServiceFormPage(p: {
  readonly visitor: Visitor
  readonly service: Service | undefined
  readonly needs: readonly Need[]
  readonly offered: readonly { readonly id: string; readonly name: string }[]
  readonly form: FormState
  readonly isStale: boolean
}): JSX.Element {
  const { form, service } = p
  const title = service === undefined ? en.addTitle : en.changeTitle(service.name)
  const here = service === undefined ? '/services/new' : `/services/${service.rowId}/change`
  const back =
    service === undefined
      ? { href: '/services', text: en.title }
      : { href: `/services/${service.rowId}`, text: service.name }
  return (
    <StaffPage visitor={p.visitor} title={title} current="/services" hasErrors={form.errors.length > 0}>
      <PageHead title={title} form={form} back={back} />
      {p.isStale && service !== undefined && (
        <>
          <Alert kind="care" kindWord="Care" first={`${en.stale}.`} />
          <FactList facts={serviceFacts(service, p.needs)} />
        </>
      )}
      <PostForm action={here} csrfToken={p.visitor.csrfToken}>
        {service !== undefined && <input type="hidden" name="version" value={String(service.version)} />}
        <TextField form={form} name="name" label={en.nameAsk} autocomplete="off" />
        <SelectField
          form={form}
          name="organisation"
          label={en.organisationAsk}
          hint={en.organisationHint}
          empty={en.notListed}
          items={p.offered.map(one => ({ value: one.id, label: one.name }))}
        />
        <TextField form={form} name="run-by" label={en.runByAsk} autocomplete="off" />
        <TextareaField form={form} name="about" label={en.aboutAsk} rows={3} />
        <CheckboxesField
          form={form}
          name="needs"
          label={en.needsAsk}
          classes="govuk-checkboxes--small"
          items={p.needs.map(one => ({ value: one.code, label: one.label }))}
        />
        <TextField form={form} name="min-age" label={en.minAgeAsk} inputmode="numeric" classes="govuk-input--width-3" />
        <TextField form={form} name="max-age" label={en.maxAgeAsk} inputmode="numeric" classes="govuk-input--width-3" />
        <TextField form={form} name="place" label={en.placeAsk} autocomplete="off" />
        <TextField form={form} name="cost" label={en.costAsk} autocomplete="off" />
        <TextareaField form={form} name="how-to" label={en.howToAsk} rows={3} />
        <CheckboxesField
          form={form}
          name="same-day"
          label={en.sameDay}
          classes="govuk-checkboxes--small"
          items={SAME_DAY.map(value => ({ value, label: sameDayWords[value] }))}
        />
        <TextField form={form} name="open-when" label={en.openWhenAsk} hint={en.openWhenHint} autocomplete="off" />
        <div class="cx-buttons">
          <Button>{en.save}</Button>
        </div>
      </PostForm>
    </StaffPage>
  )
}
