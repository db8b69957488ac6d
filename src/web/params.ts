/** Parts of an address, checked at the edge: what cannot be an id is an address there is nothing at. */
import { type ZodType, z } from 'zod'
import { isId } from '#ground/ids.ts'

/** An id in an address, as the branded type its handler wants. Whether there is such a thing is for the handler. */
export function idParam<Id extends string>(): ZodType<Id> {
  return z
    .string()
    .refine(isId)
    .transform((id: string) => id as Id)
}
