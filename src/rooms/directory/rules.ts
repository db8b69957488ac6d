/** What an organisation's kind gives away, and the partnerships the report names. */
import type { OrganisationKind } from './organisation.ts'

// Bits of access/classes.ts, written out: floor 2 rules import no rule of another room.
const HEALTH = 256
const OFFENDING = 512
const CARE = 1024

/**
 * The class that being in touch with such an organisation tells of by itself (K6): a young person's page names a youth
 * offending team only to those who may see the offending class; to others it reads "another agency".
 */
export function disclosedBy(kind: OrganisationKind): number {
  switch (kind) {
    case 'youth-offending-team':
    case 'police':
    case 'probation':
      return OFFENDING
    case 'social-care':
      return CARE
    case 'health':
      return HEALTH
    default:
      return 0
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
