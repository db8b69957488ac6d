/** The made-up organisations, their lists and the staff who lead. */
import { STAFF } from '../staff.ts'
import { PEOPLES } from './names.ts'
import { type Chance, chanceOf } from './random.ts'

export type ListKind = 'school-roll' | 'enrolments' | 'starts-and-leavers' | 'attendance' | 'youth-justice'

export type MadeUpOrganisation = {
  readonly key: string
  readonly name: string
  readonly kind: 'school' | 'college' | 'training-provider' | 'youth-offending-team'
  readonly town: string
  readonly urn: string | null
  readonly laestab: string | null
  readonly ukprn: string | null
  /** A school with Years 12 and 13. */
  readonly sixthForm: boolean
}

export type MadeUpFile = {
  readonly name: string
  readonly organisation: string
  readonly list: ListKind
  /** Which of the ways of writing such a list this organisation has. */
  readonly style: number
  readonly format: ListFormat
}

/** Rows and columns, a Common Transfer File, or a OneRoster 1.2 zip. */
export type ListFormat = 'table' | 'ctf' | 'oneroster'

export type MadeUpAdviser = { readonly email: string; readonly name: string; readonly intensive: boolean }

const SCHOOLS: readonly (readonly [string, string])[] = [
  ['Made-up Beck High School', 'Halifax'],
  ['Pretend Moor Academy', 'Halifax'],
  ['Samplegate Grammar School', 'Halifax'],
  ['Figment Hill School', 'Brighouse'],
  ['Draft Dyke High School', 'Elland'],
  ['Testerby Community School', 'Sowerby Bridge'],
  ['Patternroyd School', 'Hebden Bridge'],
  ['Storybook Valley High School', 'Todmorden'],
  ['Placeholder Park Academy', 'Halifax'],
  ['Specimen Edge School', 'Brighouse'],
  ['Proofcliffe Catholic High School', 'Halifax'],
  ['Modelshaw School', 'Elland'],
]
const COLLEGES = ['Made-up Calder College', 'Pretend Ridge Sixth Form and Further Education College']
const PROVIDERS = ['Sample Skills', 'Figment Training', 'Draftwell Apprenticeships', 'Second Chance (Pretend) Training']

/** Organisations enough for so many people: a dozen schools, more where a dozen could not hold them. */
export function makeOrganisations(people: number): MadeUpOrganisation[] {
  const schools = Array.from({ length: Math.max(SCHOOLS.length, Math.ceil(people / 1500)) }, (_, i) => {
    const [name, town] = SCHOOLS[i % SCHOOLS.length] ?? ['', '']
    const again = Math.floor(i / SCHOOLS.length)
    return {
      key: `school-${i + 1}`,
      name: `${name}${again === 0 ? '' : ` ${again + 1}`} (demo)`,
      kind: 'school' as const,
      town,
      urn: String(990_001 + i),
      laestab: `381${9001 + i}`,
      ukprn: null,
      sixthForm: i % 2 === 0,
    }
  })
  const other = (key: string, name: string, kind: MadeUpOrganisation['kind'], ukprn: string | null) => ({
    key,
    name: `${name} (demo)`,
    kind,
    town: 'Halifax',
    urn: null,
    laestab: null,
    ukprn,
    sixthForm: false,
  })
  return [
    ...schools,
    ...COLLEGES.map((name, i) => other(`college-${i + 1}`, name, 'college', String(19_900_001 + i))),
    ...PROVIDERS.map((name, i) => other(`provider-${i + 1}`, name, 'training-provider', String(19_900_101 + i))),
    other('youth-justice', 'Made-up Calderdale Youth Justice Service', 'youth-offending-team', null),
  ]
}

/** The lists they send. */
export function makeFiles(organisations: readonly MadeUpOrganisation[]): MadeUpFile[] {
  return organisations.flatMap((organisation): MadeUpFile[] => {
    const style = Number(/\d+$/.exec(organisation.key)?.[0] ?? 1) - 1
    const base = { organisation: organisation.key, style, format: 'table' } as const
    switch (organisation.kind) {
      case 'school':
        return [{ ...base, ...rollOf(organisation, style), list: 'school-roll' }]
      case 'college':
        return [{ ...base, name: `${slug(organisation.name)}-enrolments.csv`, list: 'enrolments' }]
      case 'training-provider':
        return [
          { ...base, name: `${slug(organisation.name)}-starts-and-leavers.tsv`, list: 'starts-and-leavers' },
          { ...base, name: `${slug(organisation.name)}-attendance.csv`, list: 'attendance' },
        ]
      case 'youth-offending-team':
        return [{ ...base, name: 'youth-justice-list.csv', list: 'youth-justice' }]
    }
  })
}

/** How a school sends its roll: one as a Common Transfer File, by the name such files have, one as a OneRoster, all others as a table. */
function rollOf({ name, laestab }: MadeUpOrganisation, style: number): Pick<MadeUpFile, 'name' | 'format'> {
  const authority = laestab?.slice(0, 3) ?? ''
  if (style === 4) return { name: `${laestab}_CTF_${authority}LLLL_001.xml`, format: 'ctf' }
  if (style === 5) return { name: `${slug(name)}-oneroster.zip`, format: 'oneroster' }
  return { name: `${slug(name)}-roll.csv`, format: 'table' }
}

/** Advisers enough for so many people: the demo's own first, then made-up colleagues. */
export function makeAdvisers(people: number, seed: number): MadeUpAdviser[] {
  const own = STAFF.filter(person => /adviser$/.test(person.role)).map(({ email, name, role }) => ({
    email,
    name,
    intensive: role === 'intensive-adviser',
  }))
  const more = Math.max(0, Math.ceil(people / 300) - own.length)
  const chance = chanceOf(seed, -2)
  return [...own, ...Array.from({ length: more }, (_, i) => makeColleague(chance, i))]
}

function makeColleague(chance: Chance, i: number): MadeUpAdviser {
  const people = chance.pick(PEOPLES)
  const given = chance.pick([...people.girls, ...people.boys])
  const family = chance.pick(people.families)
  const box = slug(`${given} ${family}`).replaceAll('-', '.')
  return { email: `${box}.${i + 1}@partnership.example`, name: `${given} ${family}`, intensive: i % 7 === 0 }
}

/** `pretend-moor-academy` of a name, without its (demo) and its accents. */
export function slug(name: string): string {
  return name
    .replace(' (demo)', '')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}
