import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { utf8Of } from './utf8.ts'
import { FlatXml, type XmlHandler } from './xml.ts'
import { XmlBroken } from './xml-trouble.ts'

/** All that is told of a text, or `cause at line N`. */
async function told(bytes: Buffer, pieces: number[] = []): Promise<string[]> {
  const events: string[] = []
  const handler: XmlHandler = {
    open: ({ text }, line) => void events.push(`<${text} ${line}`),
    text: value => void events.push(`"${value}"`),
    close: ({ text }, line) => void events.push(`>${text} ${line}`),
    leaf: (name, value, line, endLine) => {
      handler.open(name, line)
      if (value !== '') handler.text(value, endLine)
      handler.close(name, endLine)
    },
  }
  const xml = new FlatXml(handler)
  async function* cut(): AsyncGenerator<Buffer> {
    let from = 0
    for (const piece of pieces) {
      yield bytes.subarray(from, from + piece)
      from += piece
    }
    yield bytes.subarray(from)
  }
  try {
    for await (const piece of utf8Of(cut())) xml.write(piece)
    xml.end()
  } catch (trouble) {
    if (!(trouble instanceof XmlBroken)) throw trouble
    events.push(
      `${trouble.cause} at line ${trouble.line || xml.line}${trouble.detail === '' ? '' : `: ${trouble.detail}`}`,
    )
  }
  return events
}

const last = async (text: string | Buffer) => (await told(Buffer.from(text as string))).at(-1)

const WHOLE = `\uFEFF<?xml version="1.0"
  encoding="utf-8"?>
<!DOCTYPE NCCIS SYSTEM "a>b[c">
<!-- Ünder
lines - and > -->
<NCCIS a="1 > 0" b='"'>
  <A>  Zoë &amp; Ann &lt;&#x1F600;&#65;&gt; </A><B/>
  <C
  ></C ><D>one<!-- cut -->two<![CDATA[ <three> & \r\n]] ]]></D>
  <?do what?>
  <E>\r\nline\rend\r\n</E>
</NCCIS>
<!-- after -->
`
const EVENTS = [
  '<NCCIS 6',
  '<A 7',
  '"Zoë & Ann <😀A>"',
  '>A 7',
  '<B 7',
  '>B 7',
  '<C 8',
  '>C 9',
  '<D 9',
  '"onetwo <three> & \n]]"',
  '>D 10',
  '<E 12',
  '"line\nend"',
  '>E 14',
  '>NCCIS 15',
]

describe('The reader of flat XML', () => {
  it('tells elements and text with their lines, and passes over attributes, comments, instructions and a plain DOCTYPE', async () => {
    expect(await told(Buffer.from(WHOLE))).toEqual(EVENTS)
  })

  it('tells the same, however the bytes come in pieces', async () => {
    const bytes = Buffer.from(WHOLE)
    expect(
      await told(
        bytes,
        Array.from({ length: bytes.length }, () => 1),
      ),
    ).toEqual(EVENTS)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 40 }), { maxLength: 30 }), async pieces => {
        expect(await told(bytes, pieces)).toEqual(EVENTS)
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['', 'empty at line 1'],
    [' \n\n', 'empty at line 3'],
    ['Name,Birth date\nAmira,2009', 'not-xml at line 1'],
    ['{"NCCIS": []}', 'not-xml at line 1'],
    ['%PDF-1.7', 'not-xml at line 1'],
    ['PK\u0003\u0004\u0000\u0000', 'bad-sign at line 1'],
    ['<a></b>', 'mismatch at line 1: b'],
    ['<a>\n<b>\n</a>', 'mismatch at line 3: a'],
    ['</a>', 'mismatch at line 1: a'],
    ['<a>\n<b>', 'cut-off at line 2: a'],
    ['<a>\n<b', 'cut-off at line 2'],
    ['<a><!-- x', 'cut-off at line 1'],
    ['<a>&</a>', 'ampersand at line 1'],
    ['<a>\n\nExample & Sons</a>', 'ampersand at line 3'],
    ['<a>\r\n\r\nA&B;</a>', 'entity at line 3: B'],
    ['<a>&nbsp;</a>', 'entity at line 1: nbsp'],
    ['<a>&constructor;</a>', 'entity at line 1: constructor'],
    ['<a>&#0;</a>', 'bad-sign at line 1'],
    ['<a>&#xFFFFFFF;</a>', 'bad-sign at line 1'],
    ['<a>\n\u0001</a>', 'bad-sign at line 2'],
    ['<a>\uFFFF</a>', 'bad-sign at line 1'],
    ['<a>]]></a>', 'bad-text at line 1'],
    ['<a><!-- x -- y --></a>', 'bad-comment at line 1'],
    ['<a><b c></b></a>', 'bad-tag at line 1: b'],
    ['<a><1></1></a>', 'bad-tag at line 1: 1'],
    ['<a>1 < 2</a>', 'bad-tag at line 1'],
    ['<a>1 < 2 > 1</a>', 'bad-tag at line 1'],
    ['<a></a>text', 'text-outside at line 1'],
    ['<a></a>\n<b></b>', 'two-roots at line 2: b'],
    ['<a></a><a/>', 'two-roots at line 1: a'],
    ['\n<?xml version="1.0"?><a/>', 'late-declaration at line 2'],
    ['<?xml version="1.0" encoding="ISO-8859-1"?><a/>', 'other-encoding at line 1: ISO-8859-1'],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'declares at line 1'],
    ['<!DOCTYPE a\n[', 'declares at line 1'],
    ['<!DOCTYPE a><!DOCTYPE a><a/>', 'bad-tag at line 1: !DOCTYPE'],
    ['<a><!ENTITY b "c"></a>', 'bad-tag at line 1: !ENTITY'],
    ['<a>'.repeat(25), 'too-deep at line 1'],
    [`<a>${'x'.repeat(10_001)}</a>`, 'too-long at line 1'],
    [`<a>${'x'.repeat(1_000_000)}`, 'too-long at line 1'],
    [`<a><![CDATA[${'x'.repeat(20_000)}]]></a>`, 'too-long at line 1'],
    [`<a><b c="${'x'.repeat(100_000)}"/></a>`, 'too-long at line 1'],
    [`<${'a'.repeat(200)}/>`, `not-xml at line 1: ${'a'.repeat(40)}`],
    ['x'.repeat(100_000), 'not-xml at line 1'],
  ])('says of %j: %s', async (text, word) => {
    expect(await last(text)).toBe(word)
  })

  it('says what is not written in UTF-8, with the line', async () => {
    expect(await last(Buffer.concat([Buffer.from('<a>\n<b>Zo'), Buffer.from([0xeb]), Buffer.from('</b>\n</a>')]))).toBe(
      'not-utf8 at line 2',
    )
    expect(await last(Buffer.from('<a>é</a>').subarray(0, 4))).toBe('not-utf8 at line 1')
    expect(await last(Buffer.from('\uFEFF<a/>', 'utf16le'))).toBe('utf-16 at line 1')
    expect(await last(Buffer.from('<a/>', 'utf16le'))).toBe('utf-16 at line 1')
  })

  it('takes a value of 10,000 signs, and any number of spaces between elements', async () => {
    expect(await last(`<a>${'x'.repeat(10_000)}</a>`)).toBe('>a 1')
    expect(await last(`<a>${' \n'.repeat(1_000_000)}<b/></a>`)).toBe('>a 1000001')
  })
})
