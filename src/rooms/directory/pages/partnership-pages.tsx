import type { JSX } from 'preact'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { HiddenField, PostForm, RadiosField, TextareaField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { FactList, PageHead, SectionHead, SideColumn } from '#web/shell/layout.tsx'
import type { Area } from '../area.ts'
import { OPERATING_MODELS, type Partnership } from '../partnership.ts'
import { accountabilityOf, type Party } from '../rules.ts'
import { en, modelHints, models, parties, stepWords } from '../words.ts'
import { Theirs } from './organisation-forms.tsx'

/** The partnership: how it is built, who answers for what, its committee areas. */
export function PartnershipPage(p: {
  visitor: Visitor
  partnership: Partnership
  areas: readonly Area[]
}): JSX.Element {
  const { partnership: it } = p
  return (
    <StaffPage visitor={p.visitor} title={en.partnership} current="/partnership">
      <PageHead
        title={it.name}
        lead={en.partnershipLead}
        actions={
          <Button href="/partnership/edit" classes="govuk-button--secondary">
            {en.partnershipEdit}
          </Button>
        }
      />
      <SideColumn
        side={
          <>
            <SectionHead>{en.dataHead}</SectionHead>
            <FactList
              facts={[
                { label: en.controllers, value: <Lines text={it.controllers} none={en.notNamed} /> },
                { label: en.processors, value: <Lines text={it.processors} none={en.noProcessors} /> },
              ]}
            />
            <SectionHead
              aside={
                <a class="govuk-link" href="/partnership/areas">
                  {en.areasOpen}
                  <span class="govuk-visually-hidden">{en.of(en.areas)}</span>
                </a>
              }
            >
              {en.inAreas}
            </SectionHead>
            {p.areas.length === 0 ? (
              <p class="cx-quiet">{en.areasNone}</p>
            ) : (
              <ul class="govuk-list">
                {p.areas.map(area => (
                  <li>
                    <a class="govuk-link" href={`/partnership/areas/${area.id}`}>
                      {area.name}
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </>
        }
      >
        <SectionHead>{en.map}</SectionHead>
        <p class="govuk-body">
          <strong>{models[it.model]}.</strong> {modelHints[it.model]}
        </p>
        <FactList facts={answerable(it)} />
        <AccountabilityMap partnership={it} />
      </SideColumn>
    </StaffPage>
  )
}

/** The same as the picture, as three answers in words. */
function answerable(it: Partnership) {
  const leadBody = it.leadBody || en.notNamed
  const contractors = <Lines text={it.contractors} none={en.notNamed} />
  switch (it.model) {
    case 'direct-delivery':
      return [
        { label: en.holdsGrant, value: it.name },
        { label: en.contracts, value: en.noContracts },
        { label: en.employs, value: it.name },
      ]
    case 'subcontracting':
      return [
        { label: en.holdsGrant, value: it.name },
        { label: en.contracts, value: it.name },
        { label: en.employs, value: contractors },
      ]
    case 'lead-body':
      return [
        { label: en.holdsGrant, value: leadBody },
        { label: en.contracts, value: leadBody },
        { label: en.employs, value: it.leadBody === '' ? en.notNamed : en.orItsContractors(it.leadBody) },
      ]
    default:
      return it.model satisfies never
  }
}

/** From the grant to the adviser, one under the other: a list for those who hear it, boxes and arrows for those who see. */
function AccountabilityMap(p: { partnership: Partnership }): JSX.Element {
  const steps = accountabilityOf(p.partnership)
  const [first] = steps
  return (
    <ol class="cx-chain" aria-label={en.map}>
      {first && (
        <li class="cx-chain__link">
          <Box party={first.from} />
        </li>
      )}
      {steps.map(step => (
        <li class="cx-chain__link">
          <span class="cx-chain__does">{stepWords[step.does]}</span>
          <Box party={step.to} />
        </li>
      ))}
    </ol>
  )
}

function Box(p: { party: Party }): JSX.Element {
  const { kind, name } = p.party
  const isNamed = kind === 'department' || kind === 'advisers'
  return (
    <span class="cx-chain__box">
      <strong>{parties[kind]}</strong>
      {!isNamed && <Lines text={name} none={en.notNamed} />}
    </span>
  )
}

function Lines(p: { text: string; none: string }): JSX.Element {
  const lines = p.text.split(/[\n;]/).flatMap(line => line.trim() || [])
  if (lines.length === 0) return <span class="cx-quiet">{p.none}</span>
  return (
    <>
      {lines.map((line, i) => (
        <>
          {i > 0 && <br />}
          {line}
        </>
      ))}
    </>
  )
}

/** Changing it. When somebody saved in between, theirs stands above the form. */
export function ChangePartnershipPage(p: {
  visitor: Visitor
  partnership: Partnership
  form: FormState<'name' | 'model' | 'leadBody' | 'contractors' | 'controllers' | 'processors' | 'version'>
  isStale: boolean
}): JSX.Element {
  const { form, partnership: it } = p
  return (
    <StaffPage visitor={p.visitor} title={en.partnershipEdit} current="/partnership" hasErrors={form.errors.length > 0}>
      <PageHead form={form} title={en.partnershipEdit} back={{ href: '/partnership', text: en.partnership }} />
      {p.isStale && (
        <Theirs
          facts={[
            { label: en.partnershipName, value: it.name },
            { label: en.model, value: models[it.model] },
            { label: en.leadBody, value: it.leadBody || en.notNamed },
            { label: en.contractors, value: it.contractors || en.notNamed },
            { label: en.controllers, value: it.controllers },
            { label: en.processors, value: it.processors || en.noProcessors },
          ]}
        />
      )}
      <PostForm action="/partnership/edit" csrfToken={p.visitor.csrfToken}>
        <HiddenField form={form} name="version" />
        <TextField form={form} name="name" label={en.partnershipName} autocomplete="off" />
        <RadiosField
          form={form}
          name="model"
          label={en.model}
          items={OPERATING_MODELS.map(value => ({ value, label: models[value], hint: modelHints[value] }))}
        />
        <TextField form={form} name="leadBody" label={en.leadBody} hint={en.leadBodyHint} autocomplete="off" />
        <TextareaField form={form} name="contractors" label={en.contractors} hint={en.contractorsHint} rows={3} />
        <TextareaField form={form} name="controllers" label={en.controllers} hint={en.controllersHint} rows={3} />
        <TextareaField form={form} name="processors" label={en.processors} hint={en.processorsHint} rows={3} />
        <Button>{en.saveChanges}</Button>
      </PostForm>
    </StaffPage>
  )
}
