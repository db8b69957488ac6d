/** Reads a PDF back, as a reader and a screen reader would: its text, its tags in order, what it says of itself. */
type Node = { role?: string; children?: Node[]; type?: string }

export type ReadPdf = {
  readonly pages: number
  readonly text: string
  readonly lines: readonly string[]
  /** Each tag with those above it, `Document/Table/TR`. */
  readonly tags: readonly string[]
  readonly outline: readonly string[]
  readonly isTagged: boolean
  readonly isUa: boolean
  readonly language: string | null
  readonly title: string
}

export async function readPdf(file: Buffer): Promise<ReadPdf> {
  // Only those tests that read one wait for the reader.
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({ data: new Uint8Array(file), useSystemFonts: false, verbosity: 0 })
  const document = await task.promise
  const lines: string[] = []
  const tags: string[] = []
  let text = ''
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n)
    const { items } = await page.getTextContent()
    let line = ''
    for (const item of items) {
      if (!('str' in item)) continue
      line += item.str
      text += item.str
      if (!item.hasEOL) continue
      text += ' '
      lines.push(line.trim())
      line = ''
    }
    text += ' '
    lines.push(line.trim())
    tagsIn((await page.getStructTree()) as Node | null, '', tags)
  }
  const { info, metadata } = await document.getMetadata()
  const outline = flat((await document.getOutline()) ?? [])
  const mark = await document.getMarkInfo()
  const read = {
    pages: document.numPages,
    text: text.replaceAll(/ +/g, ' '),
    lines,
    tags,
    outline,
    isTagged: mark?.Marked === true,
    isUa: metadata?.getRaw().includes('<pdfuaid:part>1</pdfuaid:part>') ?? false,
    language: (info as { Language?: string | null }).Language ?? null,
    title: (info as { Title?: string }).Title ?? '',
  }
  await task.destroy()
  return read
}

function tagsIn(node: Node | null, above: string, into: string[]): void {
  if (!node) return
  const here = node.role === undefined || node.role === 'Root' ? above : `${above}/${node.role}`
  if (node.role !== undefined && node.role !== 'Root') into.push(here)
  for (const child of node.children ?? []) tagsIn(child, here, into)
}

function flat(items: readonly { title: string; items: readonly unknown[] }[]): string[] {
  return items.flatMap(item => [item.title, ...flat(item.items as typeof items)])
}
