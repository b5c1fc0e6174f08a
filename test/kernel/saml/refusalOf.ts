/** The check that refused, or 'accepted' if nothing did. Anything else that is thrown is a defect and comes out. */
import { type SamlCheck, SamlRefusal } from '#kernel/saml/SamlRefusal.ts'

export function refusalOf(attempt: () => unknown): SamlCheck | 'accepted' {
  try {
    attempt()
    return 'accepted'
  } catch (error) {
    if (error instanceof SamlRefusal) return error.check
    throw error
  }
}
