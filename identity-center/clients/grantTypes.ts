/** Grant types by their names on the wire: the one that we have, and those of the real API that we lack. */

/** RFC 8628 3.4. */
export const deviceCodeGrant = 'urn:ietf:params:oauth:grant-type:device_code'

export const lackingGrants: readonly string[] = ['authorization_code', 'refresh_token']
