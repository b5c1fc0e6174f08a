/** One member of the table, linked: where it travels, and under which name and format there. */
import type { LinkedMember, LinkedShape, MemberPlace } from './linked.ts'
import type { Member, MemberRef, ProtocolName, ServiceModel, TimestampFormat } from './model.ts'

export interface Linking {
  readonly model: ServiceModel
  readonly shapes: ReadonlyMap<string, LinkedShape>
}

export function linkMember(
  name: string,
  ref: MemberRef,
  plainName: string,
  { model, shapes }: Linking,
): LinkedMember {
  const member: Member = typeof ref === 'string' ? { shape: ref } : ref
  const target = model.shapes[member.shape]
  const shape = shapes.get(member.shape)
  if (!shape) throw new Error(`INVARIANT: shape ${member.shape} is not in the table`)
  const flat = member.flat === true || (target !== undefined && 'flat' in target)
  const wire = (flat && flatName(target)) || member.name || plainName
  const [place, bound] = placeOf(member)
  return {
    name,
    path: lowerFirst(name),
    wire,
    param: paramName(member, wire, model.protocol),
    segment: model.protocol === 'ec2' || flat ? undefined : segmentOf(target),
    place,
    bound,
    boundKey: bound.toLowerCase(),
    shape,
    required: false,
    flat,
    stream: member.stream === true,
    sensitive: member.sensitive === true || (target !== undefined && 'sensitive' in target),
    format: formatOf(member, target, place, model.protocol),
    ns: member.ns,
  }
}

type Target = ServiceModel['shapes'][string] | undefined

/** The elements of a flat list have no list around them: their own name, if any, is the one on the wire. */
function flatName(target: Target): string | undefined {
  if (target?.type !== 'list' || typeof target.of === 'string') return undefined
  return target.of.name
}

function segmentOf(target: Target): string | undefined {
  if (target?.type === 'map') return 'entry'
  if (target?.type !== 'list') return undefined
  return (typeof target.of === 'object' && target.of.name) || 'member'
}

/** EC2 forms: `queryName`, else the wire name with its first letter raised. */
function paramName(member: Member, wire: string, protocol: ProtocolName): string {
  if (protocol !== 'ec2') return wire
  return member.queryName ?? wire.charAt(0).toUpperCase() + wire.slice(1)
}

function placeOf(member: Member): [place: MemberPlace, bound: string] {
  if (member.header !== undefined) return ['header', member.header]
  if (member.prefix !== undefined) return ['prefix', member.prefix]
  if (member.query !== undefined) return ['query', member.query]
  if (member.uri !== undefined) return ['uri', member.uri]
  if (member.statusCode) return ['status', '']
  return [member.attr ? 'attribute' : 'body', '']
}

/** Without a word in the model: headers as HTTP writes dates, JSON as numbers, the rest as ISO 8601. */
function formatOf(
  member: Member,
  target: Target,
  place: MemberPlace,
  protocol: ProtocolName,
): TimestampFormat {
  const own = member.format ?? (target && 'format' in target ? target.format : undefined)
  if (own) return own
  if (place === 'header') return 'rfc822'
  return place === 'body' && protocol.endsWith('json') ? 'unixTimestamp' : 'iso8601'
}

export const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)
