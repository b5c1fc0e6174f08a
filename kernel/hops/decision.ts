/**
 * What IAM answers to "may they?": plain data that explains itself.
 * AWS's sentence on the wire, the terminal's tree and the page are renderings of this one value.
 */
import { type Static, Type } from '@sinclair/typebox'
import { Dictionary } from './dictionary.ts'

export const LayerId = Type.Union([
  Type.Literal('scp'),
  Type.Literal('rcp'),
  Type.Literal('resource'),
  Type.Literal('boundary'),
  Type.Literal('session'),
  Type.Literal('identity'),
])
export type LayerId = Static<typeof LayerId>

/** Why one element of a statement matched or did not. `key` is a reason key that i18n renders. */
export const Reason = Type.Object({
  element: Type.Union([
    Type.Literal('action'),
    Type.Literal('resource'),
    Type.Literal('principal'),
    Type.Literal('condition'),
  ]),
  matched: Type.Boolean(),
  /** `actionMatches`, `noActionMatches`, `resourceMatches`, `noResourceMatches`, `principalMatches`, `conditionHolds`, `contextKeyAbsent` … */
  key: Type.String(),
  /** What the policy says, after variables were resolved. */
  wanted: Type.Optional(Type.Array(Type.String())),
  /** What the request brought. */
  got: Type.Optional(Type.Array(Type.String())),
  operator: Type.Optional(Type.String()),
  contextKey: Type.Optional(Type.String()),
})
export type Reason = Static<typeof Reason>

export const StatementFinding = Type.Object({
  /** Position in the policy, from 0. */
  index: Type.Integer(),
  sid: Type.Optional(Type.String()),
  effect: Type.Union([Type.Literal('Allow'), Type.Literal('Deny')]),
  matched: Type.Boolean(),
  because: Type.Array(Reason),
})
export type StatementFinding = Static<typeof StatementFinding>

export const PolicyFinding = Type.Object({
  name: Type.String(),
  arn: Type.Optional(Type.String()),
  /** Name of the group that the user has it from. */
  group: Type.Optional(Type.String()),
  /** SCP and RCP: where it is attached (`root`, an OU, the account). */
  level: Type.Optional(Type.String()),
  statements: Type.Array(StatementFinding),
})
export type PolicyFinding = Static<typeof PolicyFinding>

export const LayerFinding = Type.Object({
  layer: LayerId,
  verdict: Type.Union([
    Type.Literal('allow'),
    Type.Literal('explicitDeny'),
    Type.Literal('implicitDeny'),
    /** No such policy, or this principal is exempt. */
    Type.Literal('notApplicable'),
  ]),
  policies: Type.Array(PolicyFinding),
})
export type LayerFinding = Static<typeof LayerFinding>

export const Decision = Type.Object({
  decision: Type.Union([Type.Literal('Allow'), Type.Literal('Deny')]),
  action: Type.String(),
  resource: Type.String(),
  principal: Type.String(),
  /** The layer, policy and statement that decided; for an implicit deny the layer alone. */
  decidedBy: Type.Optional(
    Type.Object({
      layer: LayerId,
      explicit: Type.Boolean(),
      policy: Type.Optional(Type.String()),
      policyArn: Type.Optional(Type.String()),
      group: Type.Optional(Type.String()),
      /** SCP and RCP: the level that denies, or that nothing allows past. */
      level: Type.Optional(Type.String()),
      statement: Type.Optional(Type.Integer()),
      sid: Type.Optional(Type.String()),
    }),
  ),
  /** All six, always evaluated, also after a deny. */
  layers: Type.Array(LayerFinding),
  /** Every condition key that was known. */
  context: Dictionary(Type.Array(Type.String())),
  /** AWS's sentence where denied. */
  message: Type.Optional(Type.String()),
})
export type Decision = Static<typeof Decision>
