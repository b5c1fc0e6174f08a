/** The two ways in which AWS canonicalises, and the four in which it words a refused signature. */

/** S3 encodes the path once and keeps it as sent; everybody else normalises it and encodes it twice. */
export type CanonicalStyle = 's3' | 'standard'

/** Whose codes, texts and statuses a refusal carries. */
export type SignatureStyle = 's3' | 'query' | 'json' | 'rest-json'

export const canonicalStyle = (style: SignatureStyle): CanonicalStyle =>
  style === 's3' ? 's3' : 'standard'
