import { test } from 'vitest'
import { checkSeed } from '#sandbox/seed/checkSeed.ts'
import { parseSeed } from '#sandbox/seed/parseSeed.ts'
import { seedProblemText } from '#sandbox/seed/seedProblem.ts'
import { campaign } from './campaign.ts'
import { mutated } from './mutated.ts'

const valid = [
  'accounts:\n  - { id: "111122223333", name: dev, users: [{ name: a, policies: [arn:aws:iam::aws:policy/ReadOnlyAccess] }] }\n',
  'accounts:\n  - &dev\n    id: "111122223333"\n    name: dev\n  - { <<: *dev, id: "444455556666" }\n',
  'accounts: [{ id: "111122223333", name: dev }]\nworkforce:\n  users:\n    - userName: ana\n      password: |\n        p\n      groups: [b]\n',
  'accounts: [{ id: "111122223333", name: m }, { id: "444455556666", name: o }]\norganization:\n  managementAccountId: "111122223333"\n  accounts: ["444455556666"]\n  policies: [{ name: p, type: SCP, content: { Version: "2012-10-17", Statement: [] }, targets: [root] }]\n',
  '{"accounts":[{"id":"111122223333","name":"dev"}],"workforce":{"users":[{"userName":"ana","password":"p","groups":["b"]}]},"identityCenter":{"accountId":"111122223333","permissionSets":[{"name":"P","sessionDuration":"PT1H"}],"assignments":[{"account":"111122223333","permissionSet":"P","group":"b"}]}}',
]

const words = [
  ...[
    '\n',
    '\n  ',
    '\n\t',
    '- ',
    ': ',
    '? ',
    '{',
    '}',
    '[',
    ']',
    ', ',
    '"',
    "'",
    '|',
    '>',
    '#',
    '%',
  ],
  ...[
    '&a ',
    '*a',
    '*dev',
    '<<: ',
    '!!js/function ',
    '!!binary ',
    '!a ',
    '---\n',
    '...\n',
    '@',
    '`',
  ],
  ...[
    'null',
    'true',
    '~',
    '1e999',
    '0x1F',
    '__proto__',
    'constructor: ',
    'accounts:',
    '"111122223333"',
  ],
  ...['\0', '\xff', '\ufeff', '\u2028', '[[[[[[[[', '{a: {a: {a: ', 'PT99H', '{"a":'],
]

test('a seed file is a seed, or has problems that are named', { timeout: 600_000 }, () => {
  campaign({
    name: 'seed file',
    cases: mutated(valid, words, 40),
    holds: (text) => {
      const parsed = parseSeed(text)
      const problems = parsed.ok ? checkSeed(parsed.seed) : [parsed.problem]
      for (const problem of problems) seedProblemText(problem)
      return problems.length === 0 ? 'taken' : 'refused'
    },
  })
})
