/** The formats a made-up partner's list is written in: rows and columns, a Common Transfer File, a OneRoster 1.2 zip. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type CellName, type Layout, layoutOf } from './layouts.ts'
import type { MadeUpFile, MadeUpOrganisation } from './partnership.ts'
import { line, openSheet, PLAIN, type Sheet } from './sheet.ts'
import { writeZip } from './zip.ts'

export type ListWriter = {
  readonly layout: Layout
  /** The number its first row has when it is read. */
  readonly firstRow: 1 | 2
  /** @param cells by the columns of the layout */
  add(cells: readonly string[]): Promise<void>
  close(): Promise<void>
}

/** Opens a list for writing in the format its sender uses. */
export async function openList(
  folder: string,
  file: MadeUpFile,
  sender: MadeUpOrganisation | undefined,
): Promise<ListWriter> {
  const layout = layoutOf(file.list, file.style, file.format)
  switch (file.format) {
    case 'table':
      return openTable(folder, file.name, layout)
    case 'ctf':
      return openCtf(await openSheet(folder, file.name, layout), sender)
    case 'oneroster':
      return openRoster(folder, file.name, layout, sender)
  }
}

async function openTable(folder: string, name: string, layout: Layout): Promise<ListWriter> {
  const sheet = await openSheet(folder, name, layout)
  await sheet.add(
    line(
      layout.columns.map(([header]) => header),
      layout,
    ),
  )
  return { layout, firstRow: 2, add: cells => sheet.add(line(cells, layout)), close: sheet.close }
}

type Cells = (name: CellName) => string

function cellsBy(layout: Layout, cells: readonly string[]): Cells {
  const named = new Map(layout.columns.map(([, cell], i) => [cell, cells[i] ?? '']))
  return name => named.get(name) ?? ''
}

async function openCtf(sheet: Sheet, sender: MadeUpOrganisation | undefined): Promise<ListWriter> {
  const { layout } = sheet
  const school = element('LEA', sender?.laestab?.slice(0, 3) ?? '') + element('Estab', sender?.laestab?.slice(3) ?? '')
  const header =
    element('DocumentName', 'Common Transfer File') +
    element('CTFversion', '26.0') +
    element('DocumentQualifier', 'partial') +
    within('SourceSchool', school + element('URN', sender?.urn ?? '') + element('SchoolName', sender?.name ?? ''))
  await sheet.add(`<?xml version="1.0" encoding="UTF-8"?>\n<CTfile>\n${within('Header', header)}\n<CTFpupilData>\n`)
  return {
    layout,
    firstRow: 1,
    add: cells => sheet.add(`${pupil(cellsBy(layout, cells), school)}\n`),
    close: async () => {
      await sheet.add('</CTFpupilData>\n</CTfile>\n')
      await sheet.close()
    },
  }
}

function pupil(of: Cells, school: string): string {
  const [forename = '', ...surname] = of('adultName').split(' ')
  const adult =
    element('Surname', surname.join(' ')) + element('Forename', forename) + element('Relationship', of('adultRelation'))
  const lines = (['line1', 'line2', 'town'] as const).map(of).filter(part => part !== '')
  const details =
    element('PreferredSurname', of('preferredFamily')) +
    element('PreferredForename', of('preferredGiven')) +
    element('MiddleNames', of('middle')) +
    element('NCyearActual', of('year')) +
    element('Ethnicity', of('ethnicity'))
  return within(
    'Pupil',
    element('UPN', of('upn')) +
      element('UniqueLearnerNumber', of('uln')) +
      element('Surname', of('family')) +
      element('Forename', of('given')) +
      element('DOB', of('born')) +
      element('Sex', of('sex')) +
      within('BasicDetails', details) +
      within('LookedAfter', element('InCare', of('care') === 'Y' ? 'true' : 'false')) +
      within('SENhistory', within('SEN', element('SENprovision', of('sen')))) +
      within(
        'Address',
        within('AddressLines', lines.map((part, i) => element(`AddressLine${i + 1}`, part)).join('')) +
          element('PostCode', of('postcode')),
      ) +
      within('Phones', within('Phone', element('PhoneNo', of('phone')))) +
      within('Contacts', adult === '' ? '' : within('Contact', element('Order', '1') + adult)) +
      within('SchoolHistory', within('School', school + element('LeavingDate', of('left')))),
  )
}

function within(name: string, content: string): string {
  return content === '' ? '' : `<${name}>${content}</${name}>`
}

function element(name: string, value: string): string {
  return within(name, value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'))
}

const USERS =
  'sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,resourceSourcedIds,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns'
const ROLES =
  'sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId'
const DEMOGRAPHICS =
  'sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity,countryOfBirthCode,stateOfBirthAbbreviation,cityOfBirth,publicSchoolResidenceStatus'
const ORGS = 'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId'
const ORG_ID = 'org-1'
const PARTS = ['manifest', 'orgs', 'users', 'roles', 'demographics'] as const

async function openRoster(
  folder: string,
  name: string,
  layout: Layout,
  sender: MadeUpOrganisation | undefined,
): Promise<ListWriter> {
  const partName = (part: string) => `${name}.${part}.csv`
  const open = async (part: string, ...lines: readonly string[]) => {
    const sheet = await openSheet(folder, partName(part), PLAIN)
    await sheet.add(lines.map(text => `${text}\n`).join(''))
    return sheet
  }
  const row = (header: string, cells: Readonly<Record<string, string>>) =>
    line(
      header.split(',').map(column => cells[column] ?? ''),
      PLAIN,
    )
  const sheets = {
    manifest: await open(
      'manifest',
      'propertyName,value',
      'manifest.version,1.0',
      'oneroster.version,1.2',
      ...PARTS.slice(1).map(part => `file.${part},bulk`),
      'source.systemName,Made up',
    ),
    orgs: await open('orgs', ORGS),
    users: await open('users', USERS),
    roles: await open('roles', ROLES),
    demographics: await open('demographics', DEMOGRAPHICS),
  }
  const org = { sourcedId: ORG_ID, name: sender?.name ?? '', type: 'school', identifier: sender?.urn ?? '' }
  await sheets.orgs.add(row(ORGS, org))
  let students = 0
  return {
    layout,
    firstRow: 2,
    add: async cells => {
      const of = cellsBy(layout, cells)
      const id = `student-${++students}`
      const numbers = [
        ['UPN', of('upn')],
        ['ULN', of('uln')],
      ] as const
      await sheets.users.add(
        row(USERS, {
          sourcedId: id,
          enabledUser: 'true',
          username: id,
          userIds: numbers.flatMap(([kind, value]) => (value === '' ? [] : [`{${kind}:${value}}`])).join(','),
          givenName: of('given'),
          familyName: of('family'),
          middleName: of('middle'),
          phone: of('phone'),
          grades: of('year'),
          preferredGivenName: of('preferredGiven'),
          preferredFamilyName: of('preferredFamily'),
          primaryOrgSourcedId: ORG_ID,
        }),
      )
      const role = { sourcedId: `role-${students}`, userSourcedId: id, roleType: 'primary', role: 'student' }
      await sheets.roles.add(row(ROLES, { ...role, orgSourcedId: ORG_ID }))
      const sex = of('sex') === 'F' ? 'female' : 'male'
      await sheets.demographics.add(row(DEMOGRAPHICS, { sourcedId: id, birthDate: of('born'), sex }))
    },
    close: async () => {
      for (const sheet of Object.values(sheets)) await sheet.close()
      const parts = PARTS.map(part => ({ name: `${part}.csv`, from: join(folder, partName(part)) }))
      await writeZip(join(folder, name), parts)
      for (const { from } of parts) await rm(from)
    },
  }
}
