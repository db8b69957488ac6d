/** A document as the answer to a request. */
import type { Tx } from '#ground/database/tx.ts'
import { BusyTrouble } from '../busy.ts'
import type { Answer, Seen } from '../register.ts'
import type { PdfDocument } from './document.ts'
import { pdf } from './pdf.ts'

/**
 * Sets a document and hands it over as a file to keep.
 * @param name of the file: what it is, and never whose
 * @throws when it cannot be made: then nothing was printed, and nothing says that it was. Where too many wait, a page says to ask again in a moment
 */
export async function pdfFile(tx: Tx, name: string, document: PdfDocument, seen: Seen = {}): Promise<Answer> {
  const made = await pdf(document, tx.acting.at)
  if (!made.ok && made.why === 'busy') throw new BusyTrouble('too many PDFs at once')
  if (!made.ok) throw new Error(`no PDF was made: ${made.why}`)
  return { kind: 'file', name: `${name}.pdf`, type: 'application/pdf', body: made.value, seen }
}
