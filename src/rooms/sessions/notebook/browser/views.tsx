/** The pages of the notebook, drawn on the device. */
import type { JSX } from 'preact'
import { PasswordField } from '#web/form/fields.tsx'
import { PageHead } from '#web/shell/layout.tsx'
import { device, en } from '../words.ts'
import { ReadView, ThrowView, WriteView } from './note-views.tsx'
import { OpenView } from './open-view.tsx'
import { Danger, type Drawn, OwnForm, Press, Said } from './parts.tsx'

/** The page that is to be seen now, with what is always on it: whom to ring (K10), where notes are written before them. */
export function Screen(p: Drawn): JSX.Element {
  const isThere = p.shown.view.at === 'open' || p.shown.view.at === 'write'
  return (
    <>
      {viewOf(p)}
      {!isThere && <Danger ring={p.shown.caseload?.ring} />}
      <p>
        <a class="govuk-link" href="/">
          {device.toDesk}
        </a>
      </p>
    </>
  )
}

function viewOf(p: Drawn): JSX.Element {
  const { view } = p.shown
  switch (view.at) {
    case 'none':
      return <NoneView {...p} />
    case 'locked':
      return <LockedView {...p} />
    case 'open':
      return <OpenView {...p} />
    case 'throw-all':
      return <ThrowAllView {...p} />
    case 'write':
      return <WriteView {...p} view={view} />
    case 'read':
      return <ReadView {...p} note={view.note} />
    case 'throw':
      return <ThrowView {...p} note={view.note} />
    default:
      return view satisfies never
  }
}

/** What went wrong before anything could be opened: the browser keeps nothing, or a script failed. */
export function BrokenView(): JSX.Element {
  return (
    <>
      <PageHead title={en.title} />
      <p>{device.broken}</p>
      <Danger ring={null} />
    </>
  )
}

function NoneView(p: Drawn): JSX.Element {
  const { standing, take } = p.shown
  if (standing === 'unreachable')
    return (
      <>
        <PageHead title={en.title} />
        <Said {...p} />
        <p>{device.takeOffline}</p>
        <Press kind="secondary" on={p.doing.retry}>
          {device.again}
        </Press>
      </>
    )
  if (standing.who !== 'same')
    return (
      <>
        <PageHead title={en.title} />
        <Said {...p} />
        <p>{standing.who === 'nobody' ? device.takeSignIn : device.takeNotYours}</p>
        {standing.who === 'nobody' && (
          <a class="govuk-button" href="/sign-in">
            {device.signIn}
          </a>
        )}
      </>
    )
  return (
    <>
      <PageHead title={device.take} lead={device.takeText} form={take} />
      <Said {...p} />
      <OwnForm on={({ words = '', again = '' }) => p.doing.take(words, again)}>
        <PasswordField
          form={take}
          name="words"
          label={device.words}
          hint={device.wordsHint}
          autocomplete="new-password"
        />
        <PasswordField form={take} name="again" label={device.wordsAgain} autocomplete="new-password" />
        <button class="govuk-button">{device.takeButton}</button>
      </OwnForm>
    </>
  )
}

function LockedView(p: Drawn): JSX.Element {
  const { box, standing, unlock, unsent } = p.shown
  const who = standing === 'unreachable' ? undefined : standing.who
  const isShut = box?.byWords === null
  return (
    <>
      <PageHead title={device.lockedTitle} form={unlock} />
      <Said {...p} />
      {unsent > 0 && <p>{device.keptNotes(unsent)}</p>}
      {isShut && who !== 'same' && <p>{who === 'other' ? device.keptOther : device.keptSignIn}</p>}
      {isShut && (who === 'nobody' || who === undefined) && (
        <p>
          <a class="govuk-link" href="/sign-in">
            {device.signIn}
          </a>
        </p>
      )}
      {!isShut && (
        <OwnForm on={({ words = '' }) => p.doing.unlock(words)}>
          <PasswordField form={unlock} name="words" label={device.unlock} autocomplete="current-password" />
          <button class="govuk-button">{device.unlockButton}</button>
        </OwnForm>
      )}
      {who === 'same' && (
        <>
          <p>{device.bySignInText}</p>
          <Press kind="secondary" on={p.doing.openBySignIn}>
            {device.bySignIn}
          </Press>
        </>
      )}
      <p>
        <Press kind="secondary" on={() => p.doing.show({ at: 'throw-all' })}>
          {device.throwAll}
        </Press>
      </p>
    </>
  )
}

function ThrowAllView(p: Drawn): JSX.Element {
  const back = p.shown.caseload === undefined && p.shown.notes.length === 0 ? 'locked' : 'open'
  return (
    <>
      <PageHead title={device.throwAll} lead={device.throwAllText(p.shown.unsent)} />
      <Said {...p} />
      <div class="cx-buttons">
        <Press kind="warning" on={p.doing.throwAll}>
          {device.throwAllSure}
        </Press>
        <Press kind="secondary" on={() => p.doing.show({ at: back })}>
          {device.keep}
        </Press>
      </div>
    </>
  )
}
