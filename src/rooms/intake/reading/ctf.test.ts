import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from './decode.ts'
import { allOf, checkWhole, inPieces } from './examples.ts'
import { tableOf } from './open.ts'
import { ListRefused } from './refusal.ts'

const HEADER = `<Header><DocumentName>Common Transfer File</DocumentName><CTFversion>26.0</CTFversion>
  <SourceSchool><LEA>383</LEA><Estab>4001</Estab><SchoolName>Example School</SchoolName></SourceSchool></Header>`

const PUPIL = `<Pupil>
  <UPN>B801200005001</UPN><UniqueLearnerNumber>1000000027</UniqueLearnerNumber>
  <Surname>O&apos;Sample</Surname><Forename>Siân</Forename><DOB>2010-03-04</DOB><Sex>F</Sex>
  <BasicDetails><FormerUPN>H801200001001</FormerUPN><PreferredForename>Shan</PreferredForename>
    <FormerSurname>Exampleby</FormerSurname><MiddleNames>Mair</MiddleNames><NCyearActual>11</NCyearActual><Ethnicity>WBRI</Ethnicity></BasicDetails>
  <LookedAfter><InCare>true</InCare></LookedAfter>
  <SENhistory><SEN><StartDate>2024-09-01</StartDate><SENprovision>K</SENprovision></SEN>
    <SEN><StartDate>2025-09-01</StartDate><SENprovision>E</SENprovision></SEN></SENhistory>
  <FSMhistory><FSMinstance><FSMstartDate>2023-01-01</FSMstartDate><FSMendDate>2024-01-01</FSMendDate></FSMinstance></FSMhistory>
  <Address><BS7666Address><PAON>12</PAON><Street>Sample Street</Street><Town>Sampleton</Town></BS7666Address><PostCode>HX1 1AA</PostCode></Address>
  <Phones><Phone><TelephoneType>H</TelephoneType><PhoneNo>01422 000000</PhoneNo></Phone>
    <Phone><TelephoneType>M</TelephoneType><PhoneNo>07700 900123</PhoneNo></Phone></Phones>
  <Email>sian@example.org</Email>
  <Contacts>
    <Contact><Order>2</Order><Surname>Second</Surname><Forename>Sam</Forename><Relationship>OTH</Relationship></Contact>
    <Contact><Order>1</Order><Surname>Sample</Surname><Forename>Gwen</Forename><Relationship>MOT</Relationship>
      <Address><PostCode>HX9 9ZZ</PostCode></Address><Phones><Phone><PhoneNo>07700 900456</PhoneNo></Phone></Phones></Contact>
  </Contacts>
  <SchoolHistory><School><LEA>383</LEA><Estab>9999</Estab><EntryDate>2015-09-01</EntryDate><LeavingDate>2021-07-20</LeavingDate></School>
    <School><LEA>383</LEA><Estab>4001</Estab><EntryDate>2021-09-03</EntryDate></School></SchoolHistory>
</Pupil>`

const ctf = (...pupils: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<CTfile>${HEADER}<CTFpupilData>${pupils.join('\n')}</CTFpupilData></CTfile>`

const rowsOf = async (text: string, size?: number) =>
  allOf((await tableOf((await decode(inPieces(Buffer.from(text), size))).text)).rows)

const refusalOf = async (text: string) => {
  const trouble = await rowsOf(text).catch((caught: unknown) => caught)
  expect(trouble).toBeInstanceOf(ListRefused)
  return trouble as ListRefused
}

describe('A Common Transfer File', () => {
  it.each([1, 7, 65_536])('reads one pupil a row, in pieces of %i bytes', async size => {
    const [row, ...more] = await rowsOf(ctf(PUPIL), size)
    expect(more).toEqual([])
    expect(row?.row).toBe(1)
    expect({ ...row?.cells }).toEqual({
      UPN: 'B801200005001',
      'Former UPN': 'H801200001001',
      'Unique learner number': '1000000027',
      Surname: "O'Sample",
      Forename: 'Siân',
      'Middle names': 'Mair',
      'Preferred surname': '',
      'Preferred forename': 'Shan',
      'Former surname': 'Exampleby',
      'Former forename': '',
      'Date of birth': '2010-03-04',
      Sex: 'F',
      Ethnicity: 'WBRI',
      'Year group': '11',
      'Address line 1': '12 Sample Street',
      'Address line 2': '',
      'Address line 3': '',
      'Address line 4': '',
      Town: 'Sampleton',
      Postcode: 'HX1 1AA',
      Telephone: '01422 000000',
      Mobile: '07700 900123',
      Email: 'sian@example.org',
      'SEN provision': 'E',
      'Free school meals': 'N',
      'Looked after': 'Y',
      'Parent or carer': 'Gwen Sample',
      'Parent or carer relationship': 'MOT',
      'Parent or carer telephone': '07700 900456',
      'Start date': '2021-09-03',
      'Leaving date': '',
      'Leaving reason': '',
    })
  })

  it('is understood column by column without anybody’s help', async () => {
    const [checked] = await checkWhole(Buffer.from(ctf(PUPIL, PUPIL)))
    expect(checked).toMatchObject({
      outcome: 'good',
      value: {
        upn: 'B801200005001',
        formerUpn: 'H801200001001',
        uln: '1000000027',
        legal: { given: 'Siân', family: "O'Sample" },
        preferred: { given: 'Shan', family: '' },
        former: { given: '', family: 'Exampleby' },
        bornOn: '2010-03-04',
        yearGroup: 11,
        addressLines: ['12 Sample Street', 'Sampleton'],
        postcode: 'HX1 1AA',
        phone: '01422 000000',
        mobile: '07700 900123',
        adult: { name: 'Gwen Sample', relationship: 'MOT', phone: '07700 900456' },
        sen: 'E',
        startedOn: '2021-09-03',
        leftOn: null,
      },
    })
  })

  it('leaves out a former UPN that does not add up, and takes the row', async () => {
    const [checked] = await checkWhole(Buffer.from(ctf(PUPIL.replace('H801200001001', 'H801200001002'))))
    expect(checked).toMatchObject({
      outcome: 'good',
      value: { formerUpn: null },
      notes: [{ field: 'former-upn', trouble: 'wrong-former-upn' }],
    })
  })

  it('reads names of elements with a prefix, older names, and addresses in lines', async () => {
    const old = ctf(
      '<Pupil><UPN>B801200005001</UPN><Surname>Sample</Surname><Forename>Ann</Forename><DOB>2010-01-01</DOB><Gender>F</Gender>' +
        '<Address><AddressLines><AddressLine1>1 Sample Row</AddressLine1><AddressLine2>Sampleton</AddressLine2></AddressLines></Address></Pupil>',
    ).replaceAll(/<(\/?)(\w)/g, '<$1x:$2')
    const [row] = await rowsOf(old.replace('<x:CTfile>', '<x:CTfile xmlns:x="urn:example">'))
    expect(row?.cells).toMatchObject({ Sex: 'F', 'Address line 1': '1 Sample Row', 'Address line 2': 'Sampleton' })
  })
})

const BOMB = `<!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>`

describe('An XML file that will not do', () => {
  it.each([
    ['an entity bomb', ctf(PUPIL.replace('Shan', '&b;')).replace('<CTfile>', `${BOMB}<CTfile>`), 'xml-doctype'],
    [
      'an external entity',
      ctf(PUPIL).replace('<CTfile>', '<!DOCTYPE CTfile [<!ENTITY x SYSTEM "file:///etc/passwd">]><CTfile>'),
      'xml-doctype',
    ],
    ['a DOCTYPE without anything inside', ctf(PUPIL).replace('<CTfile>', '<!DOCTYPE CTfile><CTfile>'), 'xml-doctype'],
    ['a DOCTYPE that points elsewhere', `<!DOCTYPE CTfile SYSTEM "http://example.org/x.dtd">${ctf()}`, 'xml-doctype'],
    ['an entity nobody declared', ctf(PUPIL.replace('Shan', '&who;')), 'xml-broken'],
    ['a file that was cut off', ctf(PUPIL, PUPIL).slice(0, 2000), 'xml-broken'],
    ['tags that do not close in order', ctf('<Pupil><UPN></Pupil></UPN>'), 'xml-broken'],
    ['elements within elements without end', ctf(`<Pupil>${'<a>'.repeat(100_000)}`), 'xml-broken'],
    ['a value of a million signs', ctf(`<Pupil><UPN>${'9'.repeat(1_000_000)}</UPN></Pupil>`), 'line-too-long'],
    ['a comment without end', ctf(`<!-- ${'x'.repeat(1_000_000)}`), 'xml-broken'],
    ['an attribute without end', ctf(`<Pupil a="${'x'.repeat(1_000_000)}`), 'xml-broken'],
    ['another kind of XML', '<html><body>Hello</body></html>', 'not-ctf'],
    ['an admission file', '<ATfile><ATFpupilData/></ATfile>', 'not-ctf'],
    ['a web page with a DOCTYPE', '<!DOCTYPE html><html></html>', 'xml-doctype'],
    ['something that only begins like XML', '< this is no list', 'not-ctf'],
    ['no pupil', ctf(), 'no-rows'],
    ['a header alone', '<CTfile/>', 'no-rows'],
  ])('is refused: %s', async (_, text, why) => {
    expect(await refusalOf(text)).toMatchObject({ why })
  })

  it('is told by its line', async () => {
    const broken = `<CTfile>\n<CTFpupilData>\n<Pupil></UPN>`
    const { why, detail } = await refusalOf(broken)
    expect([why, detail]).toEqual(['xml-broken', '3'])
  })

  it('declared in another code than it is written in is read by its letters', async () => {
    const said = ctf(PUPIL).replace('encoding="UTF-8"', 'encoding="windows-1252"')
    expect((await rowsOf(said))[0]?.cells['Forename']).toBe('Siân')
    const old = Buffer.from(ctf(PUPIL), 'latin1')
    const rows = await allOf((await tableOf((await decode(inPieces(old))).text)).rows)
    expect(rows[0]?.cells['Forename']).toBe('Siân')
  })
})

describe('Whatever is sent as XML', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      PUPIL,
      '<Pupil>',
      '</Pupil>',
      '<UPN>',
      '</UPN>',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '&amp;',
      '&x;',
      '<?x ?>',
    ),
    fc.constantFrom(
      '<CTfile>',
      '</CTfile>',
      '<CTFpupilData>',
      '</CTFpupilData>',
      '<!DOCTYPE',
      '"',
      "'",
      '>',
      '<',
      '\u0000',
      '\n',
    ),
    fc.string({ maxLength: 20 }),
  )
  it('is rows or a word why not, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), fc.integer({ min: 1, max: 64 }), async (pieces, size) => {
        const text = `<CTfile>${pieces.join('')}`
        const outcome = await rowsOf(text, size).catch((caught: unknown) => caught)
        expect(outcome instanceof ListRefused || Array.isArray(outcome)).toBe(true)
      }),
      { numRuns: 500, seed: 20_261_126 },
    )
  })

  it('cut off anywhere is a word, never half a list taken for whole', async () => {
    const whole = ctf(PUPIL)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 10, max: whole.length - 10 }), async end => {
        await refusalOf(whole.slice(0, end))
      }),
      { numRuns: 200, seed: 20_261_126 },
    )
  })
})
