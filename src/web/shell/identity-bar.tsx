import type { ComponentChildren, JSX } from 'preact'

export interface IdentityFact {
  readonly label: ComponentChildren
  readonly value: ComponentChildren
}

/**
 * Whose page this is and what could hurt, in sight at every scroll position; on a phone only name and tag stay.
 * The name is the page's `h1`.
 */
export function IdentityBar(p: {
  readonly name: string
  readonly fullName?: ComponentChildren
  /** At most one, the gravest. */
  readonly tag?: ComponentChildren
  readonly facts: readonly IdentityFact[]
  /** One main button, and at most one more. */
  readonly actions?: ComponentChildren
}): JSX.Element {
  return (
    <section class="cx-identity" aria-labelledby="identity-name">
      <div class="cx-identity__head">
        <h1 class="cx-identity__name" id="identity-name">
          {p.name}
        </h1>
        {p.fullName !== undefined && <span class="cx-identity__full">{p.fullName}</span>}
        {p.tag}
      </div>
      {p.fullName !== undefined && <p class="cx-identity__full-line">{p.fullName}</p>}
      <dl class="cx-identity__facts">
        {p.facts.map(fact => (
          <div>
            <dt>{fact.label}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
      {p.actions !== undefined && <div class="cx-identity__actions">{p.actions}</div>}
    </section>
  )
}
