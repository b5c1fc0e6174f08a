/** What is wrong with a body, as a sentence for people, out of a finding of the schema's validator. */

interface Finding {
  readonly instancePath: string
  readonly keyword: string
  readonly message?: string | undefined
  readonly params: Readonly<Record<string, unknown>>
}

export function sentenceOf(finding: Finding | undefined): string {
  if (!finding) return 'the body is of another form'
  const { keyword, params, message = 'is of another form' } = finding
  const where = finding.instancePath.slice(1) || 'the body'
  switch (keyword) {
    case 'required':
      return `the body lacks "${params['missingProperty']}"`
    case 'additionalProperties':
      return `the body has "${params['additionalProperty']}", which is not known here`
    default:
      return `${where} ${message}`
  }
}
