import type { JSX } from 'preact'
import { Hint } from './hint.tsx'
import { cx, i18n, ids, type Plurals } from './options.ts'
import { Textarea, type TextareaOptions } from './textarea.tsx'

export interface CharacterCountOptions extends TextareaOptions {
  readonly maxlength?: number | undefined
  readonly maxwords?: number | undefined
  /** The share of the most, in hundredths, from which the count is shown. */
  readonly threshold?: number | undefined
  readonly countType?: 'characters' | 'words' | 'length' | undefined
  /** `%{count}` stands for the most. */
  readonly textareaDescriptionText?: string | undefined
  readonly charactersUnderLimitText?: Plurals | undefined
  readonly charactersAtLimitText?: string | undefined
  readonly charactersOverLimitText?: Plurals | undefined
  readonly wordsUnderLimitText?: Plurals | undefined
  readonly wordsAtLimitText?: string | undefined
  readonly wordsOverLimitText?: Plurals | undefined
  readonly countMessage?: { readonly classes?: string | undefined } | undefined
}

/** Several lines of text, with how much is left; without scripts, how much there may be. */
export function CharacterCount(o: CharacterCountOptions): JSX.Element {
  const id = o.id ?? o.name
  const countType = o.countType ?? (o.maxwords ? 'words' : undefined)
  const most = o.maxwords || o.maxlength
  const description =
    o.textareaDescriptionText || `You can enter up to %{count} ${countType === 'words' ? 'words' : 'characters'}`
  return (
    <Textarea
      id={id}
      name={o.name}
      describedBy={ids(o.describedBy, `${id}-info`)}
      rows={o.rows}
      spellcheck={o.spellcheck}
      autocomplete={o.autocomplete}
      value={o.value}
      label={o.label}
      hint={o.hint}
      errorMessage={o.errorMessage}
      disabled={o.disabled}
      attributes={o.attributes}
      classes={cx('govuk-js-character-count', o.classes)}
      formGroup={{
        classes: cx('govuk-character-count', o.formGroup?.classes),
        attributes: { ...scriptAttributes(o, countType), ...o.formGroup?.attributes },
        beforeInput: o.formGroup?.beforeInput,
        afterInput: (
          <>
            <Hint id={`${id}-info`} classes={cx('govuk-character-count__message', o.countMessage?.classes)}>
              {most ? description.replace('%{count}', String(most)) : undefined}
            </Hint>
            {o.formGroup?.afterInput}
          </>
        ),
      }}
    />
  )
}

function scriptAttributes(o: CharacterCountOptions, countType: string | undefined) {
  // Until a script says how much there may be, it needs the words to say it with.
  const hasLimit = Boolean(o.maxwords || o.maxlength)
  const description = hasLimit || !o.textareaDescriptionText ? undefined : { other: o.textareaDescriptionText }
  return {
    'data-module': 'govuk-character-count',
    'data-maxlength': o.maxlength,
    'data-maxwords': o.maxwords,
    'data-threshold': o.threshold,
    'data-count-type': countType,
    ...i18n('textarea-description', description),
    ...i18n('characters-under-limit', o.charactersUnderLimitText),
    ...i18n('characters-at-limit', o.charactersAtLimitText),
    ...i18n('characters-over-limit', o.charactersOverLimitText),
    ...i18n('words-under-limit', o.wordsUnderLimitText),
    ...i18n('words-at-limit', o.wordsAtLimitText),
    ...i18n('words-over-limit', o.wordsOverLimitText),
  }
}
