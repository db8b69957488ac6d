import type { JSX } from 'preact'
import { formatDay } from '#ground/day.ts'
import type { AccountId } from '#ground/ids.ts'
import { type Colleague, pageWords, roleNames, StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { DayField, PostForm, SelectField, TextareaField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { FilterBox, FilterSelect, FilterText, ListState } from '#web/shell/filter-box.tsx'
import { EmptyState, FactList, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { ListPages, type PagePart } from '#web/shell/list-pages.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { BACKGROUNDS, ITEM_KINDS, type Profile } from './readiness.ts'
import { type Checked, type ItemState, notReady } from './rules.ts'
import { backgrounds, en, itemKinds, itemStates } from './words.ts'

export type Known = { readonly colleague: Colleague; readonly profile: Profile | undefined }

/** Who knows what. */
export function ColleaguesPage(p: {
  readonly visitor: Visitor
  readonly part: PagePart<Known>
  readonly filter: { readonly q: string; readonly background: string }
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.title} current="/colleagues">
      <PageHead
        title={en.title}
        lead={en.lead}
        actions={
          <Button href="/colleagues/me" classes="govuk-button--secondary">
            {en.ownWay}
          </Button>
        }
      />
      <FilterBox action="/colleagues" summary={en.apply} apply={en.apply}>
        <FilterText id="filter-q" name="q" label={en.searchHint} value={p.filter.q} />
        <FilterSelect
          id="filter-background"
          name="background"
          label={en.background}
          value={p.filter.background}
          options={[
            { value: '', text: en.anyBackground },
            ...BACKGROUNDS.map(value => ({ value, text: backgrounds[value] })),
          ]}
        />
      </FilterBox>
      {p.part.total === 0 ? (
        <EmptyState title={en.noneFit}>{en.noneFitText}</EmptyState>
      ) : (
        <>
          <ListState count={en.count(p.part.total)} sort={en.sortWords} />
          <DataTable
            caption={en.caption}
            rows={p.part.rows}
            columns={[
              {
                key: 'name',
                heading: en.name,
                cell: ({ colleague }) => (
                  <>
                    <a class="govuk-link" href={`/colleagues/${colleague.accountId}`}>
                      {colleague.name}
                    </a>
                    <div class="cx-quiet">{colleague.jobTitle || roleNames[colleague.role]}</div>
                  </>
                ),
              },
              {
                key: 'background',
                heading: en.background,
                phone: { lead: true },
                cell: ({ profile }) => (profile === undefined ? '–' : backgrounds[profile.background]),
              },
              {
                key: 'ask',
                heading: en.askAbout,
                wide: true,
                phone: { label: en.askAbout },
                cell: ({ profile }) => profile?.askAbout || '–',
              },
              {
                key: 'languages',
                heading: en.languages,
                phone: { label: en.languages },
                cell: ({ profile }) => profile?.languages || '–',
              },
            ]}
          />
          <ListPages
            page={p.part.page}
            pages={p.part.pages}
            hrefOf={page => `/colleagues?${new URLSearchParams({ ...p.filter, page: String(page) }).toString()}`}
            words={pageWords}
          />
        </>
      )}
    </StaffPage>
  )
}

/** What a colleague says of themselves, to be written by nobody else. */
export function ProfilePage(p: {
  readonly visitor: Visitor
  readonly form: FormState
  readonly version: number
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.own} current="/colleagues" hasErrors={p.form.errors.length > 0}>
      <PageHead title={en.own} lead={en.ownLead} form={p.form} back={{ href: '/colleagues', text: en.toList }} />
      <PostForm action="/colleagues/me" csrfToken={p.visitor.csrfToken}>
        <input type="hidden" name="version" value={String(p.version)} />
        <SelectField
          form={p.form}
          name="background"
          label={en.backgroundAsk}
          empty=""
          items={BACKGROUNDS.map(value => ({ value, label: backgrounds[value] }))}
        />
        <TextareaField form={p.form} name="ask-about" label={en.askAsk} rows={3} />
        <TextField form={p.form} name="languages" label={en.languagesAsk} autocomplete="off" />
        <div class="cx-buttons">
          <Button>{en.saveOwn}</Button>
        </div>
      </PostForm>
    </StaffPage>
  )
}

const TONES: Readonly<Record<ItemState, 'good' | 'note' | 'late'>> = {
  done: 'good',
  soon: 'note',
  over: 'late',
  missing: 'late',
}

/** A colleague: what they say of themselves; and for them and whoever leads their team, whether they are ready to take cases. */
export function ColleaguePage(p: {
  readonly visitor: Visitor
  readonly colleague: Colleague
  readonly profile: Profile | undefined
  /** Undefined where it is not the viewer's to see, or is not asked of them. */
  readonly checked: readonly Checked[] | undefined
  readonly names: ReadonlyMap<AccountId, string>
  readonly mayNote: boolean
  readonly form: FormState
}): JSX.Element {
  const { colleague, profile } = p
  const here = `/colleagues/${colleague.accountId}`
  return (
    <StaffPage visitor={p.visitor} title={colleague.name} current="/colleagues" hasErrors={p.form.errors.length > 0}>
      <PageHead
        title={colleague.name}
        lead={colleague.jobTitle || roleNames[colleague.role]}
        form={p.form}
        back={{ href: '/colleagues', text: en.toList }}
      />
      <SectionHead>{en.said}</SectionHead>
      {profile === undefined ? (
        <p class="cx-quiet">{en.notSaid}</p>
      ) : (
        <FactList
          facts={[
            { label: en.background, value: backgrounds[profile.background] },
            ...(profile.askAbout === '' ? [] : [{ label: en.askAbout, value: profile.askAbout }]),
            ...(profile.languages === '' ? [] : [{ label: en.languages, value: profile.languages }]),
          ]}
        />
      )}
      {p.checked && <Ready {...p} checked={p.checked} here={here} />}
    </StaffPage>
  )
}

function Ready(
  p: Pick<Parameters<typeof ColleaguePage>[0], 'visitor' | 'names' | 'mayNote' | 'form'> & {
    readonly checked: readonly Checked[]
    readonly here: string
  },
): JSX.Element {
  const missing = notReady(p.checked).length
  return (
    <>
      <SectionHead>{en.ready}</SectionHead>
      <p>{en.readyLead}</p>
      <p>
        <StatusTag kind={missing === 0 ? 'good' : 'late'} bare>
          {missing === 0 ? en.isReady : en.isNotReady(missing)}
        </StatusTag>
      </p>
      <DataTable
        caption={en.readyCaption}
        rows={p.checked}
        columns={[
          { key: 'what', heading: en.what, cell: one => itemKinds[one.kind] },
          {
            key: 'standing',
            heading: en.standing,
            phone: { lead: true },
            cell: one => (
              <>
                <StatusTag kind={TONES[one.state]} bare>
                  {itemStates[one.state]}
                </StatusTag>
                {one.until !== null && <div class="cx-quiet">{en.until(formatDay(one.until))}</div>}
              </>
            ),
          },
          {
            key: 'shows',
            heading: en.shows,
            wide: true,
            phone: { label: en.shows },
            cell: ({ item, kind }) =>
              item === undefined ? (
                '–'
              ) : (
                <>
                  {en.shownLine(item.evidence, p.names.get(item.notedBy) ?? '', formatDay(item.doneOn))}
                  {p.mayNote && (
                    <PostForm action={`${p.here}/items/${item.rowId}`} csrfToken={p.visitor.csrfToken}>
                      <Button classes="govuk-button--secondary">
                        {en.takeOff}
                        <span class="govuk-visually-hidden">{en.takeOffOf(itemKinds[kind])}</span>
                      </Button>
                    </PostForm>
                  )}
                </>
              ),
          },
        ]}
      />
      {p.mayNote && (
        <>
          <SectionHead>{en.note}</SectionHead>
          <PostForm action={`${p.here}/items`} csrfToken={p.visitor.csrfToken}>
            <SelectField
              form={p.form}
              name="kind"
              label={en.kindAsk}
              empty=""
              items={ITEM_KINDS.map(value => ({ value, label: itemKinds[value] }))}
            />
            <DayField form={p.form} name="done" label={en.onAsk} />
            <TextField form={p.form} name="evidence" label={en.evidenceAsk} hint={en.evidenceHint} autocomplete="off" />
            <div class="cx-buttons">
              <Button>{en.saveNote}</Button>
            </div>
          </PostForm>
        </>
      )}
    </>
  )
}
