/** What an organisation's name gives away, who answers for what in a partnership, and the partnerships the report names. */
import type { Disclosure, OrganisationKind } from './organisation.ts'
import type { Partnership } from './partnership.ts'

// Bits of access/classes.ts, written out: floor 2 rules import no rule of another room.
const BITS: Readonly<Record<Disclosure, number>> = { health: 256, offending: 512, care: 1024, immigration: 65536 }

/**
 * The class that being in touch with such an organisation tells of by itself (K6): a young person's page names a youth
 * offending team only to those who may see the offending class; to others it reads "another agency".
 */
export function disclosedBy(kind: OrganisationKind): number {
  switch (kind) {
    case 'youth-offending-team':
    case 'police':
    case 'probation':
      return BITS.offending
    case 'social-care':
      return BITS.care
    case 'health':
      return BITS.health
    default:
      return 0
  }
}

/**
 * What the name of an organisation tells of, as a bit: what its kind does, or, where the kind tells nothing, what the name
 * itself does (a voluntary group for refugees). A kind that tells something cannot be made to tell nothing, or another thing.
 */
export function disclosedByBoth(kind: OrganisationKind, named: Disclosure | null): number | undefined {
  const byKind = disclosedBy(kind)
  if (named === null) return byKind
  return byKind === 0 || byKind === BITS[named] ? BITS[named] : undefined
}

/** The class said by the name beyond what the kind says, for a form that stands filled. */
export function namedDisclosure(kind: OrganisationKind, discloses: number): Disclosure | null {
  if (discloses === disclosedBy(kind)) return null
  return (Object.keys(BITS) as Disclosure[]).find(name => BITS[name] === discloses) ?? null
}

/**
 * Whether somebody reads of an organisation in the directory: of one whose name tells of a class only who may see that
 * class of somebody's record, or who keeps the directory or its agreements and so must know who is in it.
 * @param held the classes the reader may see of anybody, as bits
 */
export function mayReadOf(
  organisation: { readonly discloses: number },
  held: number,
  keepsDirectory: boolean,
): boolean {
  return keepsDirectory || organisation.discloses === 0 || (organisation.discloses & held) !== 0
}

/** Who stands in the line from the grant to the adviser. An empty name is nobody named yet. */
export type Party = {
  readonly kind: 'department' | 'partnership' | 'lead-body' | 'contractors' | 'advisers'
  readonly name: string
}
export type Step = {
  readonly from: Party
  readonly does: 'gives-grant' | 'contracts' | 'employs' | 'employs-or-contracts'
  readonly to: Party
}

/**
 * Who holds the grant, who contracts and who employs, drawn from the operating model (HMI 521 paragraph 7): in direct
 * delivery a company that employs; in subcontracting a company that contracts with those who employ; with a lead body
 * the partnership is no legal entity, and the lead body answers in law for the grant.
 */
export function accountabilityOf(p: Pick<Partnership, 'name' | 'model' | 'leadBody' | 'contractors'>): readonly Step[] {
  const department: Party = { kind: 'department', name: '' }
  const partnership: Party = { kind: 'partnership', name: p.name }
  const leadBody: Party = { kind: 'lead-body', name: p.leadBody }
  const contractors: Party = { kind: 'contractors', name: p.contractors }
  const advisers: Party = { kind: 'advisers', name: '' }
  switch (p.model) {
    case 'direct-delivery':
      return [
        { from: department, does: 'gives-grant', to: partnership },
        { from: partnership, does: 'employs', to: advisers },
      ]
    case 'subcontracting':
      return [
        { from: department, does: 'gives-grant', to: partnership },
        { from: partnership, does: 'contracts', to: contractors },
        { from: contractors, does: 'employs', to: advisers },
      ]
    case 'lead-body':
      return [
        { from: department, does: 'gives-grant', to: leadBody },
        { from: leadBody, does: 'employs-or-contracts', to: advisers },
      ]
    default:
      return p.model satisfies never
  }
}

/** The fifteen partnerships of HMI 521's annex, by name. */
export const ANNEX_PARTNERSHIPS = [
  'Connexions Cheshire and Warrington',
  'Connexions Coventry and Warwickshire',
  'Connexions Cumbria',
  'Connexions Cornwall and Devon Ltd',
  'Greater Merseyside Connexions Partnership Ltd',
  'Connexions Humber',
  'Connexions Lincolnshire and Rutland',
  'North London Connexions',
  'Connexions Milton Keynes, Oxfordshire and Buckinghamshire Ltd',
  'The Shropshire, Telford and the Wrekin Connexions Partnership',
  'South London Connexions',
  'Connexions South Yorkshire Ltd',
  'Suffolk Connexions',
  'Black Country Connexions',
  'Connexions for the West of England',
] as const
