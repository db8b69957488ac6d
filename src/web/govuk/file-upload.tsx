import type { JSX } from 'preact'
import { describedBy, FieldHead, type FieldOptions, FormGroup } from './form-group.tsx'
import { type Attributes, cx, type FormGroupOptions, i18n, own, type Plurals } from './options.ts'

export interface FileUploadOptions extends FieldOptions {
  readonly multiple?: boolean | undefined
  /** Adds the drop zone, with scripts. */
  readonly javascript?: boolean | undefined
  readonly wrapperClasses?: string | undefined
  readonly wrapperAttributes?: Attributes | undefined
  readonly chooseFilesButtonText?: string | undefined
  readonly noFileChosenText?: string | undefined
  readonly multipleFilesChosenText?: Plurals | undefined
  readonly dropInstructionText?: string | undefined
  readonly enteredDropZoneText?: string | undefined
  readonly leftDropZoneText?: string | undefined
  readonly formGroup?: FormGroupOptions | undefined
}

/** A file to send. */
export function FileUpload(o: FileUploadOptions): JSX.Element {
  const id = o.id ?? o.name
  const input = (
    <input
      {...own(o.attributes)}
      class={cx('govuk-file-upload', o.classes, Boolean(o.errorMessage) && 'govuk-file-upload--error')}
      id={id}
      name={o.name}
      type="file"
      disabled={o.disabled}
      multiple={o.multiple}
      aria-describedby={describedBy(id, o)}
    />
  )
  return (
    <FormGroup group={o.formGroup} error={Boolean(o.errorMessage)}>
      <FieldHead id={id} label={o.label} hint={o.hint} errorMessage={o.errorMessage} />
      {o.formGroup?.beforeInput}
      {o.javascript ? dropZone(o, input) : input}
      {o.formGroup?.afterInput}
    </FormGroup>
  )
}

function dropZone(o: FileUploadOptions, input: JSX.Element): JSX.Element {
  return (
    <div
      {...own(o.wrapperAttributes)}
      {...i18n('choose-files-button', o.chooseFilesButtonText)}
      {...i18n('no-file-chosen', o.noFileChosenText)}
      {...i18n('multiple-files-chosen', o.multipleFilesChosenText)}
      {...i18n('drop-instruction', o.dropInstructionText)}
      {...i18n('entered-drop-zone', o.enteredDropZoneText)}
      {...i18n('left-drop-zone', o.leftDropZoneText)}
      class={cx('govuk-file-upload-wrapper', o.wrapperClasses)}
      data-module="govuk-file-upload"
    >
      {input}
    </div>
  )
}
