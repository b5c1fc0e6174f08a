/** Policies stand in answers URL-encoded (RFC 3986: all but the unreserved characters), as the API reference says. */
export const encodedDocument = (document: string): string =>
  encodeURIComponent(document).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
