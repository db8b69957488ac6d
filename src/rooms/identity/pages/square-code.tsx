import type { JSX } from 'preact'
import QRCode from 'qrcode'

/** A square code (QR) drawn as one path: dark on white in both colour schemes, since readers expect it so. */
export function SquareCode(p: { text: string; title: string }): JSX.Element {
  const { modules } = QRCode.create(p.text, { errorCorrectionLevel: 'M' })
  const quiet = 4
  const path = Array.from({ length: modules.size }, (_, y) =>
    Array.from({ length: modules.size }, (_, x) =>
      modules.get(y, x) ? `M${x + quiet} ${y + quiet}h1v1h-1z` : '',
    ).join(''),
  ).join('')
  const side = modules.size + 2 * quiet
  return (
    <svg
      class="cx-square-code"
      viewBox={`0 0 ${side} ${side}`}
      width="232"
      height="232"
      role="img"
      aria-label={p.title}
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" shape-rendering="crispEdges" />
    </svg>
  )
}
