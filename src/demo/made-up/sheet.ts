/** A file of lines that is written as they come, in the code and the way of its list. */
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import type { Layout } from './layouts.ts'

const FLUSH_AT = 65_536

/** Commas, UTF-8, days as they are: for files of ours. */
export const PLAIN: Layout = { columns: [], delimiter: ',', encoding: 'utf-8', newline: '\n', date: day => day }

/** One row of a table as its layout writes it. */
export function line(cells: readonly string[], { delimiter, newline, quoteAll }: Layout): string {
  const quote = (cell: string) =>
    quoteAll === true || cell.includes(delimiter) || /["\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  return cells.map(quote).join(delimiter) + newline
}

export type Sheet = { readonly layout: Layout; add(text: string): Promise<void>; close(): Promise<void> }

/** Opens a file of a folder for writing; what is there is replaced. */
export async function openSheet(folder: string, name: string, layout: Layout): Promise<Sheet> {
  const handle: FileHandle = await open(join(folder, name), 'w')
  let text = layout.encoding === 'utf-8-bom' || layout.encoding === 'utf-16le' ? '\ufeff' : ''
  const flush = async () => {
    const bytes = encode(text, layout.encoding)
    text = ''
    await handle.write(bytes)
  }
  return {
    layout,
    add: async more => {
      text += more
      if (text.length >= FLUSH_AT) await flush()
    },
    close: async () => {
      try {
        if (text !== '') await flush()
      } finally {
        await handle.close()
      }
    },
  }
}

function encode(text: string, encoding: Layout['encoding']): Buffer {
  if (encoding === 'windows-1252') return iconv.encode(text.replaceAll(BEYOND_1252, nearest), 'win1252')
  return Buffer.from(text, encoding === 'utf-16le' ? 'utf16le' : 'utf8')
}

/** Letters Windows-1252 does not have, of the names we make. */
const BEYOND_1252 = /[\u0100-\u0151\u0154-\u015f\u0162-\u0177\u0179-\u017c\u1e00-\u1eff]/g

/** As old systems do: the letter without its sign. */
function nearest(letter: string): string {
  return WHOLE[letter] ?? letter.normalize('NFD').replaceAll(/\p{M}/gu, '')
}

const WHOLE: Readonly<Record<string, string>> = { ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ı: 'i' }
