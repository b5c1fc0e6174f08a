/** The table with its names resolved: what every walk (read, write, validate, audit) goes over. Made once by `link.ts`. */
import type { Constraint } from './constraint.ts'
import type { ScalarShape, ServiceModel, ServiceTraits, TimestampFormat } from './model.ts'
import type { PathTemplate, RouteTable } from './rest/route.ts'

export interface LinkedApi {
  readonly model: ServiceModel
  readonly traits: ServiceTraits
  /** The operations that we have. */
  readonly operations: ReadonlyMap<string, LinkedOperation>
  /** Modelled errors by their code on the wire. */
  readonly errors: ReadonlyMap<string, LinkedStructure>
  /** Empty where the path does not name the operation (query, ec2, json). */
  readonly routes: RouteTable
}

export interface LinkedOperation {
  readonly name: string
  readonly method: string
  /** `/{Bucket}/{Key+}`, cut into its parts. */
  readonly path: PathTemplate
  /** The members that stand in the path, in its order. */
  readonly labels: readonly LinkedMember[]
  /** A structure without members where the operation takes or gives nothing. */
  readonly input: LinkedStructure
  readonly output: LinkedStructure
  readonly wrapper: string | undefined
  readonly root: string | undefined
  readonly unwrapped: boolean
  readonly status: number
  readonly unsigned: boolean
  /** Codes on the wire of the errors that the model declares. */
  readonly errors: readonly string[]
}

export type LinkedShape = LinkedStructure | LinkedList | LinkedMap | LinkedScalar

export interface LinkedStructure {
  readonly type: 'structure'
  readonly name: string
  /** None: what a structure asks, its members ask. */
  readonly constraints: readonly []
  readonly members: readonly LinkedMember[]
  /** The same members by the place where they travel. */
  readonly body: readonly LinkedMember[]
  readonly attributes: readonly LinkedMember[]
  readonly headers: readonly LinkedMember[]
  readonly prefixes: readonly LinkedMember[]
  readonly queries: readonly LinkedMember[]
  readonly statusCode: LinkedMember | undefined
  readonly payload: LinkedMember | undefined
  /** Body members by their name on the wire. */
  readonly byWire: ReadonlyMap<string, LinkedMember>
  readonly ns: readonly [prefix: string, uri: string] | undefined
}

export interface LinkedList extends LinkedBounds {
  readonly type: 'list'
  readonly name: string
  readonly of: LinkedMember
}

export interface LinkedMap extends LinkedBounds {
  readonly type: 'map'
  readonly name: string
  readonly key: LinkedMember
  readonly value: LinkedMember
}

export interface LinkedScalar extends LinkedBounds {
  readonly type: ScalarShape['type']
  readonly name: string
  readonly pattern: LinkedPattern | undefined
  readonly enum: ReadonlySet<string> | undefined
}

export interface LinkedPattern {
  /** As AWS shows it in a refusal. */
  readonly text: string
  readonly regexp: RegExp
}

export interface LinkedBounds {
  readonly min: number | undefined
  readonly max: number | undefined
  /** Bounds, pattern and enum, in the order in which the service tells them. */
  readonly constraints: readonly Constraint[]
}

export type MemberPlace = 'body' | 'attribute' | 'header' | 'prefix' | 'query' | 'uri' | 'status'

/** A member of a structure, or the element of a list, key or value of a map (then `name` is empty). */
export interface LinkedMember {
  readonly name: string
  /** The name in refusals and in CloudTrail: first letter lowered. */
  readonly path: string
  /** Name in an XML or JSON body. */
  readonly wire: string
  /** Name in a form (query, ec2). */
  readonly param: string
  /** What stands between this name and an index in a form: `member`, `entry`, or nothing. */
  readonly segment: string | undefined
  readonly place: MemberPlace
  /** Name of the header, prefix, query parameter or label. */
  readonly bound: string
  /** The same in lower case: headers are compared so. */
  readonly boundKey: string
  readonly shape: LinkedShape
  readonly required: boolean
  readonly flat: boolean
  readonly stream: boolean
  readonly sensitive: boolean
  /** How a timestamp is written here. */
  readonly format: TimestampFormat
  readonly ns: readonly [prefix: string, uri: string] | undefined
}
