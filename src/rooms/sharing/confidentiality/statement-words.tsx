import type { JSX } from 'preact'
import { PlainCard } from '#web/shell/young-parts.tsx'
import type { Statement } from './statement.ts'

const PARTS = ['stays', 'told', 'rights'] as const

/** The three parts, in large plain words: the partnership's own, under the heads of a language. */
export function StatementWords(p: {
  readonly statement: Statement
  readonly heads: Readonly<Record<(typeof PARTS)[number], string>>
  readonly level?: 'h2' | 'h3'
}): JSX.Element {
  const { statement, level: Heading = 'h3' } = p
  return (
    <>
      {PARTS.map(part => (
        <PlainCard>
          <Heading>{p.heads[part]}</Heading>
          {statement[part].split(/\n+/).map(line => (
            <p>{line}</p>
          ))}
        </PlainCard>
      ))}
    </>
  )
}
