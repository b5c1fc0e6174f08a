import { expect, test } from 'vitest'
import { refuseCycles } from '#kernel/hops/cycle.ts'
import { definePort } from '#kernel/hops/port.ts'
import { authorization, credentials, guardrails, roles } from '#kernel/hops/ports.ts'

const portOf = (owner: string) => definePort({ name: `of-${owner}`, owner, methods: {} })

test('services may ask in a line, and meet at one owner', () => {
  const services = [
    { name: 's3', asks: [credentials, authorization] },
    { name: 'sts', asks: [credentials, authorization, roles] },
    { name: 'iam', asks: [guardrails] },
    { name: 'organizations', asks: [] },
  ]
  expect(() => refuseCycles(services)).not.toThrow()
})

test('what a service asks itself is no hop', () => {
  expect(() => refuseCycles([{ name: 'iam', asks: [credentials, guardrails] }])).not.toThrow()
})

test('services that ask in a circle are refused by name, however long it is', () => {
  const iam = { name: 'iam', asks: [guardrails] }
  const organizations = { name: 'organizations', asks: [credentials] }
  expect(() => refuseCycles([iam, organizations])).toThrow('iam -> organizations -> iam')
  const ring = ['a', 'b', 'c', 'd'].map((name, i, all) => ({
    name,
    asks: [portOf(all[(i + 1) % all.length]!)],
  }))
  expect(() => refuseCycles([{ name: 's3', asks: [portOf('c')] }, ...ring])).toThrow(
    'c -> d -> a -> b -> c',
  )
})
