/** Real clients that can follow along: none is needed, all work unmodified. */
import { text } from '#i18n/text.ts'
import type { Texts } from '../texts.ts'
import type { Finding, FindingId } from './finding.ts'
import { firstAnswer, type Question } from './firstAnswer.ts'

export const questions = {
  'aws-v2': { names: ['aws'], args: ['--version'], answer: /aws-cli\/(2\.[\d.]+)/ },
  'aws-v1': { names: ['aws'], args: ['--version'], answer: /aws-cli\/(1\.[\d.]+)/ },
  boto3: {
    names: ['python3', 'python'],
    args: ['-c', 'import boto3; print("boto3", boto3.__version__)'],
    answer: /^boto3 ([\w.]+)/m,
  },
  terraform: { names: ['terraform'], args: ['-version'], answer: /^Terraform v([\w.-]+)/m },
  chromium: {
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    args: ['--version'],
    answer: /(?:Chromium|Chrome) ([\d.]+)/,
  },
} as const satisfies Partial<Record<FindingId, Question>>

export function clients(path: string | undefined, texts: Texts): Promise<Finding[]> {
  const ids = Object.keys(questions) as (keyof typeof questions)[]
  return Promise.all(ids.map((id) => client(id, path, texts)))
}

async function client(
  id: keyof typeof questions,
  path: string | undefined,
  { cli }: Texts,
): Promise<Finding> {
  const found = await firstAnswer(questions[id], path)
  return found === undefined
    ? { id, verdict: 'missing', sentence: cli.doctor.clientMissing }
    : { id, verdict: 'ok', sentence: text(cli.doctor.clientFound, { version: found.version }) }
}
