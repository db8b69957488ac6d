/** Pictures drawn by us. All are decoration: the word stands beside each, so none has a name of its own. */
import type { JSX } from 'preact'

export type Shape =
  | 'dot'
  | 'ring'
  | 'half'
  | 'triangle'
  | 'warning'
  | 'square'
  | 'open-square'
  | 'diamond'
  | 'octagon'
  | 'info'

function Icon(p: { box: number; class: string; children: JSX.Element | readonly JSX.Element[] }): JSX.Element {
  return (
    <svg class={p.class} viewBox={`0 0 ${p.box} ${p.box}`} aria-hidden="true" focusable="false">
      {p.children}
    </svg>
  )
}

/** Two strands that cross. */
export function Mark(): JSX.Element {
  return (
    <Icon box={32} class="cx-mark">
      <path class="cx-mark__cool" d="M4 7c10 0 14 18 24 18" />
      <path class="cx-mark__warm" d="M4 25c10 0 14-18 24-18" />
    </Icon>
  )
}

/** The mark drawn wide, where the strands meet in a ring: for the sign-in page only. */
export function LargeMark(): JSX.Element {
  return (
    <svg class="cx-mark-large" viewBox="0 0 436 180" aria-hidden="true" focusable="false">
      <path class="cx-mark__cool" d="M10 12c142 0 182 156 416 156" />
      <path class="cx-mark__warm" d="M10 168c142 0 182-156 416-156" />
      <circle class="cx-mark-large__ring" cx="183.5" cy="90" r="15" />
    </svg>
  )
}

export function SearchIcon(): JSX.Element {
  return (
    <Icon box={20} class="cx-icon">
      <circle cx="8.5" cy="8.5" r="5.5" fill="none" stroke="currentColor" stroke-width="2" />
      <path d="m13 13 5 5" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
    </Icon>
  )
}

export function ShieldIcon(): JSX.Element {
  return (
    <Icon box={20} class="cx-icon">
      <path
        d="M10 1.8 17 4v5.2c0 4.2-2.9 7.3-7 9-4.1-1.7-7-4.8-7-9V4z"
        fill="none"
        stroke="currentColor"
        stroke-width="1.7"
        stroke-linejoin="round"
      />
      <path d="M10 6v4.6M10 13.3v.3" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
    </Icon>
  )
}

const YOUNG: Readonly<Record<YoungIconName, string>> = {
  home: 'M3 10.5 12 3l9 7.5M5.5 9v11.5h4.5v-6h4v6h4.5V9',
  plan: 'M5 20c3-1 1-6 4-7s5 1 7-2 0-5 3-6',
  messages: 'M4 4.5h16v11.5h-9l-4 4v-4H4z',
  people: 'M2 12c5-8 15-8 20 0-5 8-15 8-20 0zM12 9.5a2.5 2.5 0 1 0 .01 0',
}
export type YoungIconName = 'home' | 'plan' | 'messages' | 'people'

/** The four pictures of the bottom bar. */
export function YoungIcon(p: { name: YoungIconName }): JSX.Element {
  return (
    <Icon box={24} class="cx-icon cx-icon--line">
      <path d={YOUNG[p.name]} />
    </Icon>
  )
}

/** The shape of a state: shape and word together, never colour alone. */
export function ShapeIcon(p: { shape: Shape; large?: boolean }): JSX.Element {
  return (
    <Icon box={16} class={p.large ? 'cx-shape cx-shape--large' : 'cx-shape'}>
      {shapes[p.shape]}
    </Icon>
  )
}

const shapes: Readonly<Record<Shape, JSX.Element>> = {
  dot: <circle cx="8" cy="8" r="6" />,
  ring: <circle class="cx-shape__line" cx="8" cy="8" r="5.5" />,
  half: (
    <>
      <circle class="cx-shape__line" cx="8" cy="8" r="5.5" />
      <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" />
    </>
  ),
  triangle: <path d="M8 1.5 15 14H1z" />,
  warning: (
    <>
      <path d="M8 1.2 15.4 14.5H.6z" />
      <path class="cx-shape__cut" d="M8 6v3.6M8 12v.2" />
    </>
  ),
  square: <path d="M2.5 2.5h11v11h-11z" />,
  'open-square': <path class="cx-shape__line" d="M2.5 2.5h11v11h-11z" />,
  diamond: <path d="m8 1 7 7-7 7-7-7z" />,
  octagon: (
    <>
      <path d="M4.9.5h6.2l4.4 4.4v6.2l-4.4 4.4H4.9L.5 11.1V4.9z" />
      <path class="cx-shape__cut" d="M8 4v4.6M8 11.4v.3" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="7.5" />
      <path class="cx-shape__cut" d="M8 7.4v4.2M8 4.4v.3" />
    </>
  ),
}
