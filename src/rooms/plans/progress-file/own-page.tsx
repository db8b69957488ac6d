import type { JSX } from 'preact'
import type { Day } from '#ground/day.ts'
import type { RowId } from '#ground/ids.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { BackToOwnPages, OwnFrame, type OwnPage } from '#rooms/sharing/index.ts'
import type { FormState } from '#web/form/field.ts'
import {
  DayField,
  ErrorSummaryOf,
  PasswordField,
  PostForm,
  RadiosField,
  SelectField,
  TextareaField,
} from '#web/form/fields.tsx'
import { NO_FORM } from '#web/form/form.ts'
import { BackLink } from '#web/govuk/back-link.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Details } from '#web/govuk/details.tsx'
import { dayIn, type Language } from '#web/language.ts'
import type { PdfDocument, PdfPart } from '#web/pdf/document.ts'
import { PlainCard } from '#web/shell/young-parts.tsx'
import type { Target } from '../plan.ts'
import type { Move } from './actions.ts'
import { ENTRY_KINDS, type Entry, type Evidence, type FileStanding } from './entry.ts'
import { movesOf } from './rules.ts'
import { type OwnFileWords, ownFileIn } from './words.ts'

/** Their file, as far as it is open to them here. */
export type OwnFile = {
  /** What the link opens to them. */
  readonly pages: readonly OwnPage[]
  readonly standing: FileStanding
  readonly entries: readonly Entry[]
  readonly evidence: readonly Evidence[]
  /** Steps of their plan that something may be evidence of. */
  readonly steps: readonly Pick<Target, 'rowId' | 'what'>[]
  /** What each step is called, also those that are over. */
  readonly stepNames: ReadonlyMap<RowId, string>
  readonly names: ReadonlyMap<string, string>
}

type Shown = OwnFile & { readonly visitor: Visitor; readonly here: string; readonly words: OwnFileWords }

/** Their file on their own phone: what is in it, and the way to write more. */
export function OwnFilePage(
  p: OwnFile & { readonly visitor: Visitor; readonly token: string; readonly form: FormState },
): JSX.Element {
  const { language } = p.visitor
  const words = ownFileIn(language)
  const here = `/open/${p.token}/file`
  const shown = { ...p, here, words }
  return (
    <OwnFrame visitor={p.visitor} token={p.token} title={words.title} lead={words.lead} form={p.form}>
      {p.pages.includes('plan') && <BackLink href={`/open/${p.token}/plan`}>{words.back}</BackLink>}
      <BackToOwnPages token={p.token} pages={p.pages} language={language} />
      <ErrorSummaryOf form={p.form} />
      {p.standing === 'no-word' && <NewWord {...shown} />}
      {p.standing === 'shut' && <GiveWord {...shown} />}
      {p.entries.length === 0 && p.standing === 'open' && <p>{words.empty}</p>}
      {p.entries.map(entry => (
        <EntryCard {...shown} entry={entry} />
      ))}
      {p.standing === 'open' && <p>{words.shareNote}</p>}
      {p.entries.length > 0 && (
        <p>
          <a class="govuk-link" href={`${here}.pdf`}>
            {words.pdf}
          </a>
        </p>
      )}
      {/* What was typed as the file was shut by another page stays to be copied. */}
      {(p.standing === 'open' || 'did' in p.form.answers) && <Write {...shown} />}
    </OwnFrame>
  )
}

function NewWord(p: Shown & { readonly form: FormState }): JSX.Element {
  return (
    <PlainCard>
      <h2>{p.words.chooseHead}</h2>
      <p>{p.words.chooseText}</p>
      <NewWordForm {...p} />
    </PlainCard>
  )
}

function NewWordForm(p: Shown & { readonly form: FormState; readonly second?: boolean }): JSX.Element {
  return (
    <PostForm action={`${p.here}/new-word`} csrfToken={p.visitor.csrfToken}>
      <PasswordField
        form={p.form}
        name="new-word"
        label={p.words.newWord}
        hint={p.words.newWordHint}
        autocomplete="new-password"
      />
      <Button {...(p.second ? { classes: 'govuk-button--secondary' } : {})}>{p.words.chooseButton}</Button>
    </PostForm>
  )
}

function GiveWord(p: Shown & { readonly form: FormState }): JSX.Element {
  const { words } = p
  return (
    <PlainCard>
      <h2>{words.shutHead}</h2>
      <p>{words.shutText}</p>
      <PostForm action={`${p.here}/word`} csrfToken={p.visitor.csrfToken}>
        <PasswordField form={p.form} name="word" label={words.word} autocomplete="current-password" />
        <Button>{words.openButton}</Button>
      </PostForm>
      <Details summary={words.forgot} open={p.form.errors.some(one => one.field === 'new-word')}>
        <p>{words.forgotText}</p>
        <NewWordForm {...p} second />
      </Details>
    </PlainCard>
  )
}

function Write(p: Shown & { readonly form: FormState }): JSX.Element {
  const { words } = p
  return (
    <PlainCard>
      <h2>{words.addHead}</h2>
      <PostForm action={p.here} csrfToken={p.visitor.csrfToken}>
        <TextareaField form={p.form} name="did" label={words.did} rows={4} />
        <TextareaField form={p.form} name="shows" label={words.shows} rows={3} />
        <RadiosField
          form={p.form}
          name="kind"
          label={words.kind}
          items={ENTRY_KINDS.map(value => ({ value, label: words.kinds[value] }))}
        />
        <DayField form={p.form} name="on" label={words.on} hint={words.onHint} />
        <Button>{words.saveButton}</Button>
      </PostForm>
    </PlainCard>
  )
}

function EntryCard(p: Shown & { readonly entry: Entry }): JSX.Element {
  const { entry, words } = p
  const evidence = p.evidence.filter(one => one.entryId === entry.rowId && one.takenBackOn === null)
  const free = p.steps.filter(step => !evidence.some(one => one.targetId === step.rowId))
  const at = `${p.here}/${entry.rowId}`
  return (
    <PlainCard>
      <h2>{entry.did}</h2>
      <p>{factsOf(entry, words, p.visitor.language)}</p>
      {entry.shows !== '' && <p>{entry.shows}</p>}
      {evidence.map(
        one => p.stepNames.has(one.targetId) && <p>{words.evidenceOf(p.stepNames.get(one.targetId) ?? '')}</p>,
      )}
      <p>
        <strong>{whoseOf(entry, words, p.names)}</strong>
      </p>
      {entry.state === 'shared' && free.length > 0 && (
        <PostForm action={`${at}/evidence`} csrfToken={p.visitor.csrfToken}>
          <SelectField
            form={NO_FORM}
            name={`target-${entry.rowId}`}
            label={
              <>
                {words.showsStep}
                <OfEntry {...p} />
              </>
            }
            empty={words.noStep}
            items={free.map(step => ({ value: step.rowId, label: step.what }))}
          />
          <Button classes="govuk-button--secondary">{words.chooseStep}</Button>
        </PostForm>
      )}
      {movesOf(entry).map(move =>
        move === 'take-out' ? (
          <Details
            summary={
              <>
                {words['take-out']}
                <OfEntry {...p} />
              </>
            }
          >
            <p>{words.takeOutText}</p>
            <MoveForm {...p} move={move} said={words.takeOutYes} />
          </Details>
        ) : (
          <MoveForm {...p} move={move} said={words[move]} />
        ),
      )}
    </PlainCard>
  )
}

/** Which entry is meant, for those who do not see where the button stands. */
function OfEntry(p: { readonly entry: Entry; readonly words: OwnFileWords }): JSX.Element {
  return <span class="govuk-visually-hidden">{p.words.of(p.entry.did.slice(0, 80))}</span>
}

function MoveForm(p: Shown & { readonly entry: Entry; readonly move: Move; readonly said: string }): JSX.Element {
  return (
    <PostForm action={`${p.here}/${p.entry.rowId}/${p.move}`} csrfToken={p.visitor.csrfToken}>
      <Button classes="govuk-button--secondary">
        {p.said}
        <OfEntry {...p} />
      </Button>
    </PostForm>
  )
}

function factsOf(entry: Entry, words: OwnFileWords, language: Language): string {
  const when = entry.happenedOn === null ? '' : dayIn(language, entry.happenedOn)
  return [words.kinds[entry.kind], when].filter(Boolean).join(', ')
}

function whoseOf(entry: Entry, words: OwnFileWords, names: ReadonlyMap<string, string>): string {
  if (entry.writtenBy !== null) return words.writtenDown(names.get(entry.writtenBy) ?? '')
  return entry.state === 'shared' ? words.shared : words.mine
}

/** The same as a file of their own: what the page shows, and nothing that is not open on it. */
export function ownFileDocument(p: OwnFile & { readonly language: Language; readonly today: Day }): PdfDocument {
  const words = ownFileIn(p.language)
  return {
    ...{ language: p.language, size: 'large', title: words.title },
    footer: words.foot(dayIn(p.language, p.today)),
    parts: p.entries.flatMap((entry): PdfPart[] => [
      { kind: 'heading', level: 2, text: entry.did.length > 120 ? words.kinds[entry.kind] : entry.did },
      ...(entry.did.length > 120 ? [{ kind: 'text', text: entry.did } as const] : []),
      { kind: 'text', tone: 'quiet', text: factsOf(entry, words, p.language) },
      ...(entry.shows === '' ? [] : [{ kind: 'text', text: entry.shows } as const]),
      ...p.evidence.flatMap(one =>
        one.entryId === entry.rowId && one.takenBackOn === null && p.stepNames.has(one.targetId)
          ? [{ kind: 'text', text: words.evidenceOf(p.stepNames.get(one.targetId) ?? '') } as const]
          : [],
      ),
    ]),
  }
}
