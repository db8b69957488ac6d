/** How long a concern may wait unread before it goes further. docs/rules/safeguarding.md */
import { addMs, type Instant } from '#ground/clock.ts'

const MINUTE = 60_000
/** With somebody in danger now, and without: then everyone with the role and the managers are told. */
export const ESCALATE_MS = { yes: 15 * MINUTE, no: 60 * MINUTE, 'not-said': 30 * MINUTE } as const

export function escalatesAt(concern: { dangerNow: keyof typeof ESCALATE_MS; raisedAt: Instant }): Instant {
  return addMs(concern.raisedAt, ESCALATE_MS[concern.dangerNow])
}

export function isOverdue(
  concern: { state: string; dangerNow: keyof typeof ESCALATE_MS; raisedAt: Instant; escalatedAt: Instant | null },
  at: Instant,
): boolean {
  return concern.state === 'raised' && concern.escalatedAt === null && escalatesAt(concern) <= at
}
