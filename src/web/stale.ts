/** Whether a form was drawn from what stands: it carries the version it showed. */
import type { Body } from './form/clean.ts'

type Sent = { readonly body: Body }
type Versioned = { readonly version: number }

/** Whether a form was sent about what is no longer so: nothing of it is saved before what stands now was seen. */
export function isStale(sent: Sent, of: Versioned): boolean {
  return versionOf(sent) !== of.version
}

/** Whether what stands is the very next after what the form showed: then it may be the form's own, sent twice. */
export function isNext(sent: Sent, of: Versioned): boolean {
  return versionOf(sent) + 1 === of.version
}

/** What stands, in the version the form showed: an action that changes it from an older one is refused. None is version 0, which nothing has. */
export function asShown<Of extends Versioned>(sent: Sent, of: Of): Of {
  return { ...of, version: versionSent(sent) }
}

/** The version the form showed; 0, which nothing has, where it says none. */
export function versionSent(sent: Sent): number {
  return versionOf(sent) || 0
}

/** Not a number, and so no version, where the form says none. */
function versionOf({ body }: Sent): number {
  return Number(body['version'])
}
