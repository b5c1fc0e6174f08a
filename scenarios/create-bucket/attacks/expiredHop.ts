/** A hop credential of S3 leaked: with it somebody asks IAM in S3's name, until its quarter of an hour is over. */
import { createHopCredentials } from '#kernel/hops/hopCredential.ts'
import { createHopSigner } from '#kernel/hops/hopSigner.ts'
import { depthHeader, hopPath } from '#kernel/hops/hopWire.ts'
import type { PostAnswer, PostRequest } from '#kernel/hops/post.ts'
import { answerOf } from '#scenarios/engine/answer.ts'
import type { Attack, Stage } from '#scenarios/engine/attack.ts'
import { type ChangedPart, changedParts } from '#scenarios/engine/changedParts.ts'
import { condition } from '#scenarios/engine/condition.ts'
import type { RawRequest } from '#scenarios/engine/rawRequest.ts'
import { createBucketRequest } from '../requests/s3Request.ts'
import { brought, type World } from '../world.ts'
import { attackersBucket } from './attackersBucket.ts'
import { playUpTo } from './playUpTo.ts'
import { unalteredAccepted } from './unalteredAccepted.ts'

const mayThey = hopPath('authorization', 'authorize')

export const expiredHop: Attack<World> = {
  id: 'expired-hop',
  hop: 12,
  party: 's3',
  expects: { outcome: 'refused', status: 500, code: 'InternalError' },
  needsBytesOnAHop: true,
  act: async ({ world, services, sandbox, wiretap, send, attacked }) => {
    await playUpTo('credentials', world)
    const sign = withLeakedCredential({ services, sandbox })
    let said: PostAnswer | undefined
    let changed: readonly ChangedPart[] = []
    wiretap.onHop = async (question, deliver) => {
      if (question.path !== mayThey) return deliver(question)
      const resigned = sign(question)
      changed = changedParts(rawOf(question), rawOf(resigned))
      said = await deliver(resigned)
      return said
    }
    const unaltered = await send(createBucketRequest(world, world.cast.bucket))
    await sandbox.clock.advance('PT20M')
    const request = createBucketRequest(world, attackersBucket(world.cast))
    const result = await attacked(() => send(request))
    const { status, body } = brought(said, 'answer of IAM')
    return { ...result, changed, others: { unaltered, listener: answerOf(status, {}, body) } }
  },
  conditions: (attempt) => {
    const { listener } = attempt.others
    const isRefused = listener?.status === 401 && listener.code === 'BadCredentials'
    return [
      unalteredAccepted(attempt),
      condition('listenerRefused', isRefused && listener.message.endsWith('has expired'), {
        status: listener?.status ?? '-',
        code: listener?.code ?? '-',
      }),
    ]
  },
}

const rawOf = ({ address: { host, port }, path, headers, body }: PostRequest): RawRequest => ({
  to: `http://${host}:${port}`,
  method: 'POST',
  target: path,
  headers: Object.entries(headers),
  body,
})

/** Signs S3's questions to IAM, at any time, with the credential of now. */
function withLeakedCredential({
  services,
  sandbox,
}: Pick<Stage<World>, 'services' | 'sandbox'>): (question: PostRequest) => PostRequest {
  const { serviceKeys } = brought(services.running.get('s3'), 'service s3').service.context
  const credentials = createHopCredentials(serviceKeys)
  const leaked = credentials.issue('iam', sandbox.clock.now())
  const signer = createHopSigner(credentials)
  return (question) => {
    const { address, path, body, headers } = question
    const request = {
      host: `${address.host}:${address.port}`,
      path,
      body,
      depth: Number(headers[depthHeader]),
    }
    return { ...question, headers: signer.sign(request, leaked, sandbox.clock.now()) }
  }
}
