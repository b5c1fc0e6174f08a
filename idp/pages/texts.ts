/** The texts of the identity provider by language. */
import { idp as en } from '#i18n/en/idp.ts'
import { idp as es } from '#i18n/es/idp.ts'
import type { Language } from '#i18n/language.ts'
import type { Same } from '#i18n/same.ts'

export type IdpTexts = Same<typeof en>

export const texts: Readonly<Record<Language, IdpTexts>> = { en, es }
