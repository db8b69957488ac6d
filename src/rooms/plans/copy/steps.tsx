import type { JSX } from 'preact'
import type { CopyGoal } from './copy.ts'

/** What is to be done for a goal, large and numbered. */
export function CopySteps(p: { readonly steps: CopyGoal['steps']; readonly none: string }): JSX.Element {
  if (p.steps.length === 0) return <p>{p.none}</p>
  return (
    <ol class="cx-copy__steps">
      {p.steps.map(step => (
        <li>
          <strong>{step.title}</strong>
          {step.lines.map(line => (
            <p>{line}</p>
          ))}
        </li>
      ))}
    </ol>
  )
}
