/** Which classes of record may be put before a panel, and who reads which round the table. docs/rules/panels.md */
import {
  ADVISER_CLASSES,
  CLASS_BITS,
  INTENSIVE_CLASSES,
  OWN_ROLL_CLASSES,
  type RecordClass,
  SAFEGUARDING_CLASSES,
  TRACKING_CLASSES,
  toBits,
} from '#rooms/access/index.ts'
import type { Role } from '#rooms/identity/index.ts'
import { CLOSE_CLASSES, PANEL_CLASSES, type PanelClass, type PanelContent } from './panel.ts'

const CLOSE = toBits(CLOSE_CLASSES)

/** What a role may see of those it works with: the classes it starts with round the table. */
const BY_ROLE: Partial<Readonly<Record<Role, readonly RecordClass[]>>> = {
  'universal-adviser': ADVISER_CLASSES,
  'team-leader': ADVISER_CLASSES,
  'intensive-adviser': INTENSIVE_CLASSES,
  'tracking-officer': TRACKING_CLASSES,
  'safeguarding-lead': SAFEGUARDING_CLASSES,
  'safeguarding-deputy': SAFEGUARDING_CLASSES,
  'partner-practitioner': OWN_ROLL_CLASSES,
}

/** The classes an attender starts with: what the role may see already, and nothing the purpose does not need. */
export function classesAtFirst(role: Role, allows: number): number {
  return toBits(BY_ROLE[role] ?? []) & allows
}

/** Classes of a panel, by name and in one order. */
export function classNames(bits: number): PanelClass[] {
  return PANEL_CLASSES.filter(name => (CLASS_BITS[name] & bits) !== 0)
}

/** A purpose that needs health, offending, care or family says on what condition in law (K1). */
export function lacksCondition({ allows, condition }: Pick<PanelContent, 'allows' | 'condition'>): boolean {
  return (allows & CLOSE) !== 0 && condition === ''
}

/** The class of it that somebody was brought (K6). */
export function classOfItem({ discloses }: Pick<PanelContent, 'discloses'>): number {
  return discloses === 0 ? CLASS_BITS.sessions : discloses
}
