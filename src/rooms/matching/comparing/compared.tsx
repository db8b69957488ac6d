import type { JSX } from 'preact'
import { en, levelWords, lineWords } from '../words.ts'
import { type Compared, type ComparedLine, differs, type SideShown } from './rules.ts'

const WIDTH = 330
const ROW = 40
const EDGE = 14

/** Two sides beside each other, how each line compares, and the weights running down the rows to where they end. */
export function ComparedPair(p: {
  readonly left: SideShown
  readonly right: SideShown
  readonly compared: Compared
  readonly thresholds: { readonly link: number; readonly review: number }
}): JSX.Element {
  const { left, right, compared } = p
  const x = scaleOf(compared, p.thresholds)
  let at = compared.start
  return (
    <table class="cx-table cx-weighed">
      <caption class="govuk-visually-hidden">{en.isOne}</caption>
      <thead>
        <tr>
          <th scope="col">{en.what}</th>
          <SideHead side={left} />
          <SideHead side={right} />
          <th scope="col">{en.howCompared}</th>
          <th scope="col" class="cx-table__number">
            {en.weight}
          </th>
          <td class="cx-weighed__scale" aria-hidden="true">
            <span class="cx-weighed__against">{en.against}</span> <span class="cx-weighed__for">{en.for}</span>{' '}
            {en.from(signed(compared.start))}
          </td>
        </tr>
      </thead>
      <tbody>
        {compared.lines.map(line => {
          const from = at
          at += line.bits
          return (
            <tr>
              <th scope="row">{lineWords[line.line]}</th>
              <Value of={line} values={line.left} title={left.says} />
              <Value of={line} values={line.right} title={right.says} isMarked={differs(line)} />
              <td data-label={en.howCompared}>{levelWords(line.line, line.level)}</td>
              <td class="cx-table__number" data-label={en.weight}>
                {signed(line.bits)}
              </td>
              <td class="cx-weighed__scale" aria-hidden="true">
                <Step from={x(from)} to={x(at)} thresholds={[x(p.thresholds.review), x(p.thresholds.link)]} />
              </td>
            </tr>
          )
        })}
        {Object.keys(left.context).length > 0 &&
          Object.keys({ ...left.context, ...right.context })
            .filter(label => (left.context[label] ?? '') !== '' || (right.context[label] ?? '') !== '')
            .map(label => (
              <tr>
                <th scope="row">{label}</th>
                <td data-label={left.says}>{left.context[label] || <Nothing />}</td>
                <td data-label={right.says}>{right.context[label] || <Nothing />}</td>
                <td data-label={en.howCompared}>{en.saysNothing}</td>
                <td class="cx-table__number" data-label={en.weight}>
                  0
                </td>
                <td class="cx-weighed__scale" aria-hidden="true">
                  <Step
                    from={x(compared.end)}
                    to={x(compared.end)}
                    thresholds={[x(p.thresholds.review), x(p.thresholds.link)]}
                  />
                </td>
              </tr>
            ))}
        <tr class="cx-weighed__end">
          <th scope="row" colSpan={4}>
            {en.together}: {verdictOf(compared.end, p.thresholds)}
          </th>
          <td class="cx-table__number">
            <strong>{signed(compared.end)}</strong>
          </td>
          <td class="cx-weighed__scale" aria-hidden="true">
            <End at={x(compared.end)} thresholds={[x(p.thresholds.review), x(p.thresholds.link)]} />
          </td>
        </tr>
      </tbody>
    </table>
  )
}

function SideHead({ side }: { readonly side: SideShown }): JSX.Element {
  return (
    <th scope="col" class="cx-weighed__side">
      <strong>{side.href === null ? side.title : <a href={side.href}>{side.title}</a>}</strong>
      <span>{side.says}</span>
    </th>
  )
}

function Value(p: { of: ComparedLine; values: readonly string[]; title: string; isMarked?: boolean }): JSX.Element {
  const [first, ...others] = p.values
  return (
    <td data-label={p.title} class={p.isMarked ? 'cx-weighed__differs' : undefined}>
      {first ?? <Nothing />}
      {others.length > 0 && <span class="cx-weighed__also"> {others.join(', ')}</span>}
      {p.isMarked && <span class="govuk-visually-hidden"> ({en.differs})</span>}
    </td>
  )
}

function Nothing(): JSX.Element {
  return <span class="cx-weighed__nothing">{en.notGiven}</span>
}

function verdictOf(end: number, { link, review }: { link: number; review: number }): string {
  return end >= link ? en.onePerson : end >= review ? en.youDecide : en.twoPeople
}

/** A weight with its sign, one place behind the point; a real minus. */
export function signed(bits: number): string {
  const rounded = Math.round(bits * 10) / 10
  return rounded === 0 ? '0' : `${rounded > 0 ? '+' : '−'}${Math.abs(rounded).toFixed(1)}`
}

type Thresholds = readonly [number, number]

function scaleOf({ start, lines }: Compared, { link, review }: { link: number; review: number }) {
  let at = start
  const passed = [start, ...lines.map(line => (at += line.bits)), link, review]
  const [least, most] = [Math.min(...passed), Math.max(...passed)]
  return (bits: number) => Math.round(EDGE + ((bits - least) / Math.max(1, most - least)) * (WIDTH - 2 * EDGE))
}

function Step(p: { from: number; to: number; thresholds: Thresholds }): JSX.Element {
  const [left, right] = [Math.min(p.from, p.to), Math.max(p.from, p.to)]
  return (
    <svg class="cx-weighed__step" width={WIDTH} height={ROW} viewBox={`0 0 ${WIDTH} ${ROW}`} preserveAspectRatio="none">
      <Lines thresholds={p.thresholds} />
      <path class="cx-weighed__path" d={`M${p.from} 0V12M${p.to} 28V${ROW}`} />
      {right > left ? (
        <rect
          class={p.to > p.from ? 'cx-weighed__bar-for' : 'cx-weighed__bar-against'}
          x={left}
          y={12}
          width={right - left}
          height={16}
        />
      ) : (
        <path class="cx-weighed__path" d={`M${p.to} 0V${ROW}`} />
      )}
    </svg>
  )
}

function End(p: { at: number; thresholds: Thresholds }): JSX.Element {
  const [review, link] = p.thresholds
  return (
    <svg width={WIDTH} height={46} viewBox={`0 0 ${WIDTH} 46`}>
      <path class="cx-weighed__threshold" d={`M${review} 0V20M${link} 0V20`} />
      <path class="cx-weighed__diamond" d={`M${p.at} 2l8 8-8 8-8-8z`} />
      <text x={Math.max(review - 6, 0)} y={40} text-anchor={review > 70 ? 'end' : 'start'}>
        {review > 70 ? en.twoPeople : ''}
      </text>
      <text class="cx-weighed__middle" x={(review + link) / 2} y={40} text-anchor="middle">
        {link - review > 70 ? en.youDecide : ''}
      </text>
      <text x={link + 6} y={40}>
        {WIDTH - link > 76 ? en.onePerson : ''}
      </text>
    </svg>
  )
}

function Lines({ thresholds: [review, link] }: { readonly thresholds: Thresholds }): JSX.Element {
  return <path class="cx-weighed__threshold" d={`M${review} 0V${ROW}M${link} 0V${ROW}`} />
}
