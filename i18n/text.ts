/** Texts with parameters in braces: `'Signed by {issuer}'`. Parameters are typed from the text itself. */
import type { Language } from './language.ts'
import { printable } from './printable.ts'
import type { Same } from './same.ts'

export type Placeholders<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never

export type Params<T extends string> = { readonly [Name in Placeholders<T>]: string | number }

/** Puts `params` into a text whose placeholders the compiler knows. */
export function text<T extends string>(template: T, params: Params<T>): string {
  return fill(template, params)
}

/** As `text`, for a template found at run time; an unknown placeholder stays as it is. */
export function fill(template: string, params: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? printable(String(params[name])) : whole,
  )
}

/**
 * The dictionary of `language`, typed by the English one, so that parameters stay checked.
 * A test proves that both languages have the same placeholders, which the compiler cannot.
 */
export function inLanguage<D>(language: Language, dictionaries: { en: D; es: Same<D> }): D {
  return dictionaries[language] as D
}
