/**
 * The website endpoint as a table of shapes: no API of AWS's describes it, since browsers need none. A site is read,
 * at its root or below, and nothing else.
 */
import type { ServiceModel } from '#kernel/protocol/model.ts'

const header = (name: string) => ({ shape: 'string', header: name })
const Bucket = { shape: 'string', uri: 'Bucket' }

const ROOT = '/{Bucket}'
const DOCUMENT = '/{Bucket}/{Key+}'
const read = (http: string, input: string) => ({ http, input, output: 'WebsiteAnswer' })

export const websiteModel: ServiceModel = {
  service: 's3-website',
  protocol: 'rest-xml',
  version: '2006-03-01',
  signingName: 's3',
  operations: {
    GetRoot: read(`GET ${ROOT}`, 'RootRequest'),
    HeadRoot: read(`HEAD ${ROOT}`, 'RootRequest'),
    GetDocument: read(`GET ${DOCUMENT}`, 'DocumentRequest'),
    HeadDocument: read(`HEAD ${DOCUMENT}`, 'DocumentRequest'),
  },
  known: {
    GetRoot: `GET ${ROOT}`,
    HeadRoot: `HEAD ${ROOT}`,
    GetDocument: `GET ${DOCUMENT}`,
    HeadDocument: `HEAD ${DOCUMENT}`,
  },
  shapes: {
    RootRequest: { type: 'structure', required: ['Bucket'], members: { Bucket } },
    DocumentRequest: {
      type: 'structure',
      required: ['Bucket', 'Key'],
      members: { Bucket, Key: { shape: 'string', uri: 'Key' } },
    },
    WebsiteAnswer: {
      type: 'structure',
      payload: 'Body',
      members: {
        Status: { shape: 'integer', statusCode: true },
        Location: header('Location'),
        // As the server writes it: of HEAD it says the length of what is not sent.
        ContentLength: { shape: 'long', header: 'content-length' },
        CacheControl: header('Cache-Control'),
        ContentDisposition: header('Content-Disposition'),
        ContentEncoding: header('Content-Encoding'),
        ContentLanguage: header('Content-Language'),
        ContentType: header('Content-Type'),
        Expires: header('Expires'),
        ETag: header('ETag'),
        LastModified: { shape: 'timestamp', header: 'Last-Modified', format: 'rfc822' },
        Body: { shape: 'blob', stream: true },
      },
    },
  },
}

export interface WebsiteRequest {
  readonly Bucket: string
  readonly Key?: string | undefined
}

export interface WebsiteAnswer {
  readonly Status: number
  readonly Location?: string | undefined
  readonly ETag?: string | undefined
  readonly LastModified?: Date | undefined
  readonly ContentLength?: number | undefined
  readonly Body?: Buffer | undefined
}
