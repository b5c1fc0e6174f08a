/** A refusal out of a service's traits row, its blanks filled. */
import { AwsError } from '#kernel/errors/awsError.ts'
import type { RefusalTemplate } from './model.ts'

export function refusal(
  template: RefusalTemplate,
  blanks: Readonly<Record<string, string>>,
  detail?: Readonly<Record<string, unknown>>,
): AwsError {
  const members = Object.entries(template.members ?? {}).map(
    ([name, text]) => [name, fill(text, blanks)] as const,
  )
  return new AwsError({
    code: template.code,
    status: template.status,
    message: fill(template.message, blanks),
    members: Object.fromEntries(members),
    ...(detail && { detail }),
  })
}

function fill(text: string, blanks: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (blank, name: string) =>
    Object.hasOwn(blanks, name) ? (blanks[name] ?? '') : blank,
  )
}
