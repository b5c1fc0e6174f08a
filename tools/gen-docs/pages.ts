/** The pages with generated parts, as they should be now. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadDefinition } from '#sandbox/definitions.ts'
import { fill, operationsTable, simplificationsTable } from './serviceTables.ts'
import { simplificationsIn } from './simplifications.ts'

export interface Page {
  /** From the repository's root. */
  readonly path: string
  readonly text: string
}

const folders: Readonly<Record<string, string>> = {
  idp: 'idp',
  'identity-center': 'identity-center',
  sts: 'sts',
  iam: 'iam',
  s3: 's3',
  organizations: 'services/organizations',
}

export async function pages(root: string): Promise<Page[]> {
  const services = Object.entries(folders).map(([name, folder]) => servicePage(root, name, folder))
  return [...(await Promise.all(services)), kernelPage(root)]
}

async function servicePage(root: string, name: string, folder: string): Promise<Page> {
  const definition = await loadDefinition(name)
  const page = readFileSync(join(root, folder, 'README.md'), 'utf8')
  const differences = simplificationsTable(simplificationsIn(root, folder), folder)
  const filled = required(folder, fill(page, 'simplifications', differences))
  if (definition.apis.length === 0) return { path: `${folder}/README.md`, text: filled }
  const text = required(folder, fill(filled, 'operations', operationsTable(definition)))
  return { path: `${folder}/README.md`, text }
}

/** What all services share differs from AWS in all of them: told on the kernel's page. */
function kernelPage(root: string): Page {
  const page = readFileSync(join(root, 'kernel/README.md'), 'utf8')
  const differences = simplificationsTable(simplificationsIn(root, 'kernel'), 'kernel')
  return {
    path: 'kernel/README.md',
    text: required('kernel', fill(page, 'simplifications', differences)),
  }
}

function required(folder: string, text: string | undefined): string {
  if (text === undefined) throw new Error(`${folder}/README.md lacks the marks of a generated part`)
  return text
}
