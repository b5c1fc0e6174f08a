/** Whether a form comes from a page of this very origin, as far as the browser says (Fetch, the Origin header). */
import type { IncomingHttpHeaders } from 'node:http'

/** Clients that are no browsers send none; a page without origin sends `null`, and is not ours. */
export const isOwnOrigin = ({ origin, host }: IncomingHttpHeaders): boolean =>
  origin === undefined || origin === `http://${host}` || origin === `https://${host}`
