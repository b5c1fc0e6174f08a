/**
 * "OPTIONS object" of the API reference, which no model describes: browsers ask it before they send what a page
 * of another origin wants. It is in two places, the bucket's and the object's.
 */
import type { ServiceModel, Shape } from '#kernel/protocol/model.ts'

const header = (name: string) => ({ shape: 'string', header: name })
const members = {
  Bucket: { shape: 'string', uri: 'Bucket' },
  Origin: header('Origin'),
  RequestMethod: header('Access-Control-Request-Method'),
  RequestHeaders: header('Access-Control-Request-Headers'),
}

const shapes: Readonly<Record<string, Shape>> = {
  OptionsBucketRequest: { type: 'structure', required: ['Bucket'], members },
  OptionsObjectRequest: {
    type: 'structure',
    required: ['Bucket', 'Key'],
    members: { ...members, Key: { shape: 'string', uri: 'Key' } },
  },
}

const BUCKET = 'OPTIONS /{Bucket}'
const OBJECT = 'OPTIONS /{Bucket}/{Key+}'

export const withPreflights = (model: ServiceModel): ServiceModel => ({
  ...model,
  operations: {
    ...model.operations,
    OptionsBucket: { http: BUCKET, input: 'OptionsBucketRequest' },
    OptionsObject: { http: OBJECT, input: 'OptionsObjectRequest' },
  },
  known: { ...model.known, OptionsBucket: BUCKET, OptionsObject: OBJECT },
  shapes: { ...model.shapes, ...shapes },
})

export interface PreflightInput {
  readonly Bucket: string
  readonly Origin?: string | undefined
  readonly RequestMethod?: string | undefined
}
