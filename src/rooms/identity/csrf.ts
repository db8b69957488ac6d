/** Form tokens. Each page carries a fresh salted one, so that compression gives nothing away. */
import CsrfTokens from '@fastify/csrf'

export const Tokens = new CsrfTokens({})
