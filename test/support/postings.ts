/** People, rolls and questions for tests of what a deployment, cover, duty day or list opens. */
import { toDay } from '#ground/day.ts'
import type { GroupId, OrganisationId, PersonId } from '#ground/ids.ts'
import { addMembers, classesOn, endMembers } from '#rooms/access/index.ts'
import { assignLead } from '#rooms/deployment/index.ts'
import { addOrganisation } from '#rooms/directory/index.ts'
import { createPerson } from '#rooms/people/index.ts'
import type { TestDatabase } from './database.ts'
import type { TestColleague, TestHouse, TestPartnership } from './house.ts'

export function openPostings(test: TestDatabase, house: TestHouse, partnership: () => TestPartnership) {
  const command = <T>(work: Parameters<typeof house.command<T>>[1]) => house.command(partnership().id, work)

  return {
    command,
    /** A made-up young person, led for by a colleague or by nobody. */
    async newPerson(given: string, family: string, lead?: TestColleague, isIntensive = false): Promise<PersonId> {
      return command(async tx => {
        const id = await createPerson(tx, {
          legal: { given, middle: '', family },
          preferred: null,
          bornOn: toDay('2010-03-03'),
          source: { kind: 'staff', organisationId: null, saidOn: tx.acting.today },
        })
        if (lead) await assignLead(tx, id, { accountId: lead.accountId, isIntensive, reason: 'Made up' })
        return id
      })
    },
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
