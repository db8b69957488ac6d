import type { JSX } from 'preact'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { CheckboxesField, PostForm, SelectField, TextareaField, TextField } from '#web/form/fields.tsx'
import { ScaleField } from '#web/form/scale-field.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Details } from '#web/govuk/details.tsx'
import { Alert } from '#web/shell/alert.tsx'
import { FactList, SectionHead, SideColumn } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import {
  ANSWERS,
  type Factor,
  GROUPS,
  type GroupCode,
  LEVELS,
  type Level,
  type Rating,
  SOURCES,
} from '../assessment.ts'
import type { KnownBeside } from '../beside.ts'
import { closerWords, openings } from '../depth-words.ts'
import { fieldsOf } from '../forms.ts'
import { BesideFactor } from '../other-tools/beside.tsx'
import { anchors, answers, en, factorLabel, groups, levels, sources } from '../words.ts'
import { AssessmentWheel, bothViews } from './wheel.tsx'

export type GroupPageProps = {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly assessmentId: string
  readonly group: GroupCode
  readonly form: FormState
  /** All factors of the day it was begun, and those of which the visitor sees nothing that stands. */
  readonly factors: readonly Factor[]
  readonly blind: ReadonlySet<string>
  readonly ratings: readonly Rating[]
  /** What was agreed last of each factor, and what other lists and records hold. */
  readonly before: readonly { readonly on: string; readonly rating: Rating; readonly age: string }[]
  readonly beside: KnownBeside
  readonly inDepth: ReadonlySet<string>
  /** Where it is in depth: what is looked at closer; all of it where there is none. */
  readonly closer: ReadonlySet<string> | undefined
  readonly talkAbout: readonly string[]
  readonly savedAt: string | undefined
  readonly hereToo: readonly string[]
  /** Whoever fills it in does not see again what is kept close. */
  readonly hidesClose: boolean
  /** What stands beside the newest of a factor: said by somebody who did not see it. */
  readonly besides: readonly Rating[]
  /** What others saved while this was written; without a rating where it was taken out, or is not to be seen. */
  readonly theirs: readonly { readonly factor: string; readonly rating: Rating | undefined; readonly by: string }[]
  /** Who agreed it while this was written; nothing while it is a draft. */
  readonly overWords: string | undefined
}

/** One group of factors: both views of each, and why. */
export function GroupPage(p: GroupPageProps): JSX.Element {
  const { given } = p.frame.person
  const own = p.factors.filter(factor => factor.group === p.group)
  const seen = p.factors.filter(factor => !p.blind.has(factor.code))
  const asked = p.ratings.filter(r => r.staffLevel !== null || r.ownLevel !== null)
  const next = GROUPS[GROUPS.indexOf(p.group) + 1]
  const allBlind = own.every(factor => p.blind.has(factor.code))
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={en.groupTitle(groups[p.group])}
      form={p.form}
      back={{ href: `/people/${p.frame.person.id}/assessment`, text: en.title }}
    >
      <p class="cx-quiet">
        {en.place(GROUPS.indexOf(p.group) + 1, GROUPS.length, asked.length, seen.length)}{' '}
        <span
          id="saved"
          role="status"
          data-offline={en.notSaved.offline}
          data-not-yet={en.notSaved.notYet}
          data-signed-out={en.notSaved.signedOut}
        >
          {p.savedAt !== undefined && en.savedAt(p.savedAt)}
        </span>{' '}
        {p.hereToo.length > 0 && en.hereToo(p.hereToo)}
      </p>
      {p.theirs.length > 0 && <Theirs theirs={p.theirs} />}
      {p.overWords !== undefined && <OverMeanwhile words={p.overWords} />}
      <SideColumn
        wide
        side={
          <>
            <SectionHead>{en.looksNow}</SectionHead>
            <AssessmentWheel
              id="wheel"
              factors={p.factors}
              currentGroup={p.group}
              traces={bothViews(given, p.ratings)}
            />
            {p.talkAbout.length > 0 && (
              <p>
                <strong>{en.talkAbout}</strong>
                {en.talkAboutText(p.talkAbout.map(factorLabel), given)}
              </p>
            )}
            <SectionHead>{en.scale}</SectionHead>
            <FactList facts={LEVELS.toReversed().map(level => ({ label: levels[level], value: anchors[level] }))} />
            <p class="cx-quiet">{en.ours}</p>
          </>
        }
      >
        <PostForm
          action={`/assessments/${p.assessmentId}/${p.group}`}
          csrfToken={p.visitor.csrfToken}
          savesItself={p.overWords === undefined ? 'saved' : undefined}
        >
          {/* What Enter in a line of text presses: the first button of a form, and never one that says something. */}
          <button class="govuk-visually-hidden" name="then" value="stay" tabIndex={-1} aria-hidden="true">
            {en.saveLeave}
          </button>
          {p.beside.told.map(one => (
            <Details summary={en.toldBefore(one.from, one.age)}>
              <p class="cx-lines">{one.words}</p>
            </Details>
          ))}
          {allBlind && <BlindNote />}
          <Factors {...p} factors={p.factors} own={own} alone={!allBlind} />
          {p.overWords === undefined ? (
            <div class="cx-buttons">
              <Button name="then" value={next === undefined ? 'agree' : 'next'}>
                {next === undefined ? en.toAgreeing : en.next(groups[next])}
              </Button>
              <Button name="then" value="leave" classes="govuk-button--secondary">
                {en.saveLeave}
              </Button>
            </div>
          ) : (
            <p>
              <a class="govuk-link" href={`/people/${p.frame.person.id}/assessment`}>
                {en.toOverview}
              </a>
            </p>
          )}
        </PostForm>
      </SideColumn>
    </FramedPage>
  )
}

/** The factors of a group: in depth those that ask for it, the others behind a line. */
function Factors(p: GroupPageProps & { readonly own: readonly Factor[]; readonly alone: boolean }): JSX.Element {
  const { closer, own } = p
  const of = (factor: Factor, isCloser: boolean) => (
    <FactorFields {...p} factor={factor} isBlind={p.blind.has(factor.code)} isCloser={isCloser} />
  )
  if (closer === undefined) return <>{own.map(factor => of(factor, false))}</>
  const isAll = closer.size === 0
  const main = own.filter(factor => isAll || closer.has(factor.code))
  const others = own.filter(factor => !main.includes(factor))
  const hasError = others.some(({ code }) =>
    p.form.errors.some(one => Object.values(fieldsOf(code)).includes(one.field)),
  )
  return (
    <>
      <p>{isAll ? closerWords.whichAll : main.length > 0 ? closerWords.lead : closerWords.nothingHere}</p>
      {main.map(factor => of(factor, true))}
      {others.length > 0 && (
        <details class="cx-factor__more" open={hasError}>
          <summary>{closerWords.others(others.length)}</summary>
          {others.map(factor => of(factor, false))}
        </details>
      )}
    </>
  )
}

/** What may be asked where one stays with a factor. */
function Openings(p: { readonly code: string }): JSX.Element | null {
  const asked = openings[p.code] ?? []
  if (asked.length === 0) return null
  return (
    <ul class="cx-openings">
      {asked.map(one => (
        <li>{one}</li>
      ))}
    </ul>
  )
}

function BlindNote(): JSX.Element {
  return (
    <Alert kind="note" kindWord="Note" first={`${en.blind}.`}>
      {en.blindText}
    </Alert>
  )
}

function FactorFields(
  p: GroupPageProps & {
    readonly factor: Factor
    readonly isBlind: boolean
    readonly alone: boolean
    readonly isCloser: boolean
  },
): JSX.Element {
  const { code } = p.factor
  const { given } = p.frame.person
  const n = fieldsOf(code)
  const label = factorLabel(code)
  const items = LEVELS.map(level => ({ value: String(level), label: levels[level] }))
  const apart = { value: 'none', label: en.notAsked }
  const before = p.before.find(one => one.rating.factor === code)
  const isSaid = p.ratings.some(r => r.factor === code)
  // Many of the same stand on a page: each says which it is to whoever hears it.
  const labelled = (words: string) => (
    <>
      {words}
      <Hidden>{`: ${label}`}</Hidden>
    </>
  )
  return (
    <section class="cx-factor" id={`factor-${code}`} aria-labelledby={`name-${code}`}>
      <div class="cx-factor__head">
        <h3 class="cx-factor__name" id={`name-${code}`}>
          {label}
        </h3>
        {p.inDepth.has(code) && <StatusTag kind="care">{en.inDepth}</StatusTag>}
      </div>
      {p.isBlind && p.alone && <BlindNote />}
      {p.isCloser && <Openings code={code} />}
      {(p.beside.known[code] ?? []).map(one => (
        <div class="cx-known">
          <p>
            {one.text}. <span class="cx-quiet">{en.knownAlready(one.source, one.age)}</span>
          </p>
        </div>
      ))}
      <BesideFactor label={label} said={p.beside.otherTools[code]} today={p.beside.today} />
      {p.besides
        .filter(r => r.factor === code)
        .map(rating => (
          <div class="cx-known">
            <p>
              {sayBefore(rating)} <span class="cx-quiet">{en.alsoSaid}</span>
            </p>
          </div>
        ))}
      {before !== undefined && !isSaid && p.overWords === undefined && (
        <div class="cx-known">
          <p>
            {sayBefore(before.rating)}{' '}
            <span class="cx-quiet">{en.knownAlready(en.beforeSource(before.on), before.age)}</span>
          </p>
          <button class="cx-link-button" name="then" value={`still-${code}`}>
            {en.stillTrue}
            <span class="govuk-visually-hidden">{en.stillTrueOf(label)}</span>
          </button>
        </div>
      )}
      {!p.isBlind && <input type="hidden" name={`seen-${code}`} value={seenIn(p, code)} />}
      <ScaleField
        form={p.form}
        name={n.staff}
        legend={en.yourView}
        of={label}
        items={items}
        apart={apart}
        look="round"
      />
      <ScaleField
        form={p.form}
        name={n.own}
        legend={en.own(given)}
        of={label}
        items={items}
        apart={apart}
        look="square"
      />
      {p.closer === undefined ? (
        <TextField form={p.form} name={n.evidence} label={labelled(en.evidence)} autocomplete="off" />
      ) : (
        <TextareaField
          form={p.form}
          name={n.evidence}
          label={labelled(p.isCloser ? closerWords.evidence : en.evidence)}
          rows={p.isCloser ? 5 : 2}
        />
      )}
      {p.isBlind && <AnswerFields form={p.form} code={code} />}
      <details
        class="cx-factor__more"
        open={p.form.errors.some(e => [n.ownWords, n.source, n.close, n.answer, n.did].includes(e.field))}
      >
        <summary>{en.more(label)}</summary>
        <TextareaField form={p.form} name={n.ownWords} label={labelled(en.ownWords(given))} rows={2} />
        <SelectField
          form={p.form}
          name={n.source}
          label={labelled(en.source)}
          items={SOURCES.map(value => ({ value, label: sources[value] }))}
        />
        <CheckboxesField
          form={p.form}
          name={n.close}
          label={labelled(en.close)}
          hint={en.closeHint}
          items={[{ value: 'yes', label: en.keepClose }]}
        />
        {p.hidesClose && !p.isBlind && <AnswerFields form={p.form} code={code} />}
      </details>
    </section>
  )
}

function AnswerFields(p: { form: FormState; code: string }): JSX.Element {
  const n = fieldsOf(p.code)
  const label = factorLabel(p.code)
  return (
    <>
      <SelectField
        form={p.form}
        name={n.answer}
        label={
          <>
            {en.answer}
            <Hidden>{`: ${label}`}</Hidden>
          </>
        }
        empty=""
        items={ANSWERS.map(value => ({ value, label: answers[value] }))}
      />
      <TextField
        form={p.form}
        name={n.did}
        label={
          <>
            {en.answerText}
            <Hidden>{` ${label}`}</Hidden>
          </>
        }
        autocomplete="off"
      />
    </>
  )
}

/** Told to whoever was writing while somebody else agreed it, or left it. */
export function OverMeanwhile(p: { words: string }): JSX.Element {
  return (
    <Alert kind="care" kindWord="Care" first={`${p.words}.`}>
      {en.agreedMeanwhileText}
    </Alert>
  )
}

function Hidden(p: { children: string }): JSX.Element {
  return <span class="govuk-visually-hidden">{p.children}</span>
}

/** The row the form stands on: the one of today, so that saving again after a warning is a decision and not an accident. */
function seenIn(p: GroupPageProps, code: string): string {
  return p.ratings.find(r => r.factor === code)?.rowId ?? ''
}

function wordOf(level: Level | null): string {
  return level === null ? en.notAsked : levels[level]
}

/** Both views and why, in one line. */
export function sayBefore(rating: Rating): string {
  return en.beforeText(
    en.beforeViews.staff(wordOf(rating.staffLevel)),
    en.beforeViews.own(wordOf(rating.ownLevel)),
    rating.evidence,
  )
}

function Theirs(p: { theirs: GroupPageProps['theirs'] }): JSX.Element {
  return (
    <>
      <Alert kind="care" kindWord="Care" first={`${en.stale}.`}>
        {en.staleText}
      </Alert>
      <FactList
        facts={p.theirs.map(({ factor, rating, by }) => ({
          label: rating === undefined ? factorLabel(factor) : en.staleLine(by, factorLabel(factor)),
          value: rating === undefined ? en.staleGone : sayBefore(rating),
        }))}
      />
    </>
  )
}
