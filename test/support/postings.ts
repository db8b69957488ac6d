/** People, rolls and questions for tests of what a deployment, cover, duty day or list opens. */
import type { GroupId, OrganisationId, PersonId } from '#ground/ids.ts'
import { addMembers, classesOn, endMembers } from '#rooms/access/index.ts'
import { assignLead } from '#rooms/deployment/index.ts'
import { addOrganisation } from '#rooms/directory/index.ts'
import type { TestDatabase } from './database.ts'
import type { TestColleague, TestHouse, TestPartnership } from './house.ts'
import { addPerson } from './people.ts'

export function openPostings(test: TestDatabase, house: TestHouse, partnership: () => TestPartnership) {
  const command = <T>(work: Parameters<typeof house.command<T>>[1]) => house.command(partnership().id, work)

  return {
    command,
    /** A made-up young person, led for by a colleague or by nobody. */
    newPerson: (given: string, family: string, lead?: TestColleague, isIntensive = false): Promise<PersonId> =>
      addPerson(house, partnership(), { given, family, born: '2010-03-03', lead, isIntensive, still: true }),
    leads: (personId: PersonId, lead: TestColleague) =>
      command(tx => assignLead(tx, personId, { accountId: lead.accountId, isIntensive: false, reason: 'Made up' })),
    newSchool: (name: string): Promise<OrganisationId> => command(tx => addOrganisation(tx, { name, kind: 'school' })),
    onRoll: (school: OrganisationId, ...people: PersonId[]) =>
      command(tx => addMembers(tx, school as string as GroupId, people)),
    offRoll: (school: OrganisationId, ...people: PersonId[]) =>
      command(tx => endMembers(tx, school as string as GroupId, people)),
    /** The classes of a record a colleague may see now: as the program, with row security. Nothing where they may not know of it. */
    seen: (colleague: TestColleague, personId: PersonId): Promise<string[]> =>
      test.database.transaction(colleague.acting(), async tx => [...(await classesOn(tx, personId))]),
    /** Does something as a colleague, at the time of the house's clock. */
    as: <T>(colleague: TestColleague, work: Parameters<typeof house.command<T>>[1]): Promise<T> =>
      test.database.transaction(colleague.acting(), work),
  }
}
