/** The start URL that a person would give to `aws configure sso`: here the sandbox's own portal. */
import type { World } from './world.ts'

export const startUrlOf = ({ sandbox }: World): string =>
  `${sandbox.endpoints['identity-center']}/start`
