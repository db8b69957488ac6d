/** The threshold: what each costs, drawn, and the form that moves it. */
import type { JSX } from 'preact'
import type { Visitor } from '#rooms/identity/index.ts'
import { TradeCurve } from '#web/charts/trade-curve.tsx'
import type { FormState } from '#web/form/field.ts'
import { PostForm, RadiosField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { SectionHead } from '#web/shell/layout.tsx'
import type { Live } from '../../weighing/live.ts'
import type { Setting } from '../../weighing/store/setting.ts'
import { type Choice, choicesOf, costOf } from '../rules.ts'
import { en, oneWrongIn } from '../words.ts'

export const OWN = 'own'

/** The threshold that counts, in words. */
export function costWords(choice: Choice): string {
  return en.choice(oneWrongIn(choice.oneIn), en.toLook(choice.asked))
}

export function TradeSection(p: {
  visitor: Visitor
  live: Live
  setting: Setting
  form: FormState<'threshold'>
}): JSX.Element {
  const { document, link } = p.live
  const choices = choicesOf(document, p.setting.linkBits)
  const own = costOf(document, p.live.own)
  const now = costOf(document, link)
  const [least, most] = [choices[0], choices.at(-1)]
  if (own === undefined || now === undefined || least === undefined || most === undefined)
    return (
      <>
        <SectionHead>{en.trade}</SectionHead>
        <p class="govuk-body">{en.tradeLead}</p>
        <p class="govuk-body">{en.noTrade}</p>
        {p.setting.linkBits !== null && <ThresholdForm {...p} choices={[]} own={undefined} />}
      </>
    )
  const isMoved = p.setting.linkBits !== null
  const marks = isMoved
    ? [
        { ...mark(own), label: en.own, look: 'open' as const },
        { ...mark(now), label: en.counts, look: 'filled' as const },
      ]
    : [{ ...mark(own), label: en.ownCounts, look: 'filled' as const }]
  const rows = [...choices, ...(choices.some(c => c.bits === own.bits) ? [] : [own])].toSorted(
    (a, b) => a.bits - b.bits,
  )
  return (
    <>
      <SectionHead>{en.trade}</SectionHead>
      <p class="govuk-body">{en.tradeLead}</p>
      <TradeCurve
        id="trade"
        title={en.tradeTitle}
        description={en.tradeDescription(costWords(now), costWords(least), costWords(most))}
        asTable={en.asTable}
        axes={[en.wrongLinks, en.pairsToLook]}
        tick={oneIn => en.oneIn(oneIn.toLocaleString('en-GB'))}
        points={rows.map(choice => ({
          ...mark(choice),
          risk: oneWrongIn(choice.oneIn),
          costText: choice.asked.toLocaleString('en-GB'),
        }))}
        marks={marks}
        remarks={{
          head: en.remark,
          of: point => marks.find(m => m.oneIn === point.oneIn && m.cost === point.cost)?.label ?? '',
        }}
      />
      <ThresholdForm {...p} choices={choices} own={own} />
    </>
  )
}

function ThresholdForm(p: {
  visitor: Visitor
  setting: Setting
  form: FormState<'threshold'>
  choices: readonly Choice[]
  own: Choice | undefined
}): JSX.Element {
  return (
    <PostForm action="/matching/models" csrfToken={p.visitor.csrfToken}>
      <input type="hidden" name="version" value={String(p.setting.version)} />
      <RadiosField
        form={p.form}
        name="threshold"
        label={en.choose}
        hint={en.chooseHint}
        classes="govuk-radios--small"
        items={[
          { value: OWN, label: p.own === undefined ? en.ownChoiceBare : en.ownChoice(costWords(p.own)) },
          ...p.choices.map(choice => ({ value: String(choice.bits), label: costWords(choice) })),
        ]}
      />
      <Button>{en.save}</Button>
    </PostForm>
  )
}

function mark({ oneIn, asked }: Choice): { oneIn: number; cost: number } {
  return { oneIn, cost: asked }
}
