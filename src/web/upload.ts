/** Uploads go straight to disk, in a private folder of the request, and are gone when it is over. */
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { FastifyRequest } from 'fastify'
import type { Upload } from './register.ts'

export type Posted = {
  readonly body: Readonly<Record<string, unknown>>
  readonly upload: Upload | undefined
  /** The file was larger than allowed: it was not kept. */
  readonly tooLarge: boolean
  discard(): Promise<void>
}

/** A field that stands in a form more than once has all its values, as in a form without a file. */
function together(before: unknown, value: unknown): unknown {
  return before === undefined ? value : Array.isArray(before) ? [...(before as unknown[]), value] : [before, value]
}

/** Reads a multipart form with at most one file. The file is never in memory as a whole. */
export async function readMultipart(request: FastifyRequest): Promise<Posted> {
  const folder = await mkdtemp(join(tmpdir(), 'connexions-upload-'))
  const discard = () => rm(folder, { recursive: true, force: true })
  const body: Record<string, unknown> = {}
  let upload: Upload | undefined
  let tooLarge = false
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') {
        body[part.fieldname] = together(body[part.fieldname], part.value)
        continue
      }
      const path = join(folder, 'file')
      await pipeline(part.file, createWriteStream(path, { mode: 0o600 }))
      if (part.file.truncated) tooLarge = true
      else if (part.filename !== '')
        upload = { path, name: part.filename, bytes: part.file.bytesRead, field: part.fieldname }
    }
    return { body, upload, tooLarge, discard }
  } catch (trouble) {
    await discard()
    throw trouble
  }
}
