/** The texts of Identity Center's pages by language. */
import { identityCenter as en } from '#i18n/en/identityCenter.ts'
import { identityCenter as es } from '#i18n/es/identityCenter.ts'
import type { Language } from '#i18n/language.ts'
import type { Same } from '#i18n/same.ts'

export type IdentityCenterTexts = Same<typeof en>

export const texts: Readonly<Record<Language, IdentityCenterTexts>> = { en, es }
