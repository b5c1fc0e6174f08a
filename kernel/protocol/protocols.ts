/** The protocols by the name that a table gives. */
import { awsJson } from './awsJson.ts'
import { awsQuery } from './awsQuery.ts'
import { ec2Query } from './ec2Query.ts'
import type { ProtocolName } from './model.ts'
import type { Protocol } from './protocol.ts'
import { restJson1 } from './restJson1.ts'
import { restXml } from './restXml.ts'

export const protocols: Readonly<Record<ProtocolName, Protocol>> = {
  query: awsQuery,
  ec2: ec2Query,
  'rest-xml': restXml,
  'rest-json': restJson1,
  json: awsJson,
}
