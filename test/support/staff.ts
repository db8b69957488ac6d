/** The colleagues most tests need, each by one name everywhere; all made up. */
import type { Role } from '#rooms/identity/index.ts'
import type { TestColleague, TestPartnership } from './house.ts'

const STAFF = {
  admin: ['administrator', 'Kofi Testcase'],
  leader: ['team-leader', 'Priya Testcase'],
  /** A second team leader, of another team. */
  other: ['team-leader', 'Nia Testcase'],
  dana: ['universal-adviser', 'Dana Testcase'],
  mair: ['universal-adviser', 'Mair Testcase'],
  imran: ['intensive-adviser', 'Imran Testcase'],
  owen: ['data-officer', 'Owen Testcase'],
  lena: ['tracking-officer', 'Lena Testcase'],
} as const satisfies Readonly<Record<string, readonly [Role, string]>>

type Name = keyof typeof STAFF

/** Adds those named to a partnership, each signed in with the grants of the role. */
export async function staffOf<Wanted extends Name>(
  partnership: TestPartnership,
  ...wanted: readonly Wanted[]
): Promise<Record<Wanted, TestColleague>> {
  const made: [string, TestColleague][] = []
  for (const name of wanted) {
    const [role, called]: readonly [Role, string] = STAFF[name]
    made.push([name, await partnership.colleague(role, called)])
  }
  return Object.fromEntries(made) as Record<Wanted, TestColleague>
}
