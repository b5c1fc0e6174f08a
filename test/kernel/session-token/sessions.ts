/** Sessions to seal in tests: one as Identity Center's users have it, and any. */
import fc from 'fast-check'
import type { Session } from '#kernel/hops/caller.ts'
import type { SealedSession } from '#kernel/session-token/sealedSession.ts'

export const anaSession: SealedSession = {
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYzEXAMPLEKEY',
  caller: {
    type: 'AssumedRole',
    accountId: '222222222222',
    arn: 'arn:aws:sts::222222222222:assumed-role/AWSReservedSSO_BucketCreator_0123456789abcdef/ana@example.com',
    userId: 'AROATEZWYVYOY3KLEQK6B:ana@example.com',
    accessKeyId: 'ASIATEZWYVYOQ5HVRUTF',
    tags: { department: 'research' },
    session: {
      issuedAt: 1_795_000_000,
      expiresAt: 1_795_003_600,
      sessionName: 'ana@example.com',
      roleArn:
        'arn:aws:iam::222222222222:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_BucketCreator_0123456789abcdef',
      roleId: 'AROATEZWYVYOY3KLEQK6B',
      policyArns: [],
      transitiveTagKeys: ['department'],
      chained: false,
      federatedProvider:
        'arn:aws:iam::222222222222:saml-provider/AWSSSO_0123456789abcdef_DO_NOT_DELETE',
      context: {
        'saml:sub': ['ana@example.com'],
        'saml:iss': ['https://portal.sso.us-east-1.amazonaws.com/saml/assertion/abcdef'],
        'identitystore:UserId': ['9067642ac7-5f9f5d0c-3b3c-4d52-9c52-0a6e8c5b4a11'],
      },
    },
  },
}

const text = fc.string({ unit: 'binary', maxLength: 40 })
const texts = fc.array(text, { maxLength: 5 })
const instant = fc.integer({ min: 0, max: 4_000_000_000 })
const optional = { requiredKeys: [] as never[] }

const session: fc.Arbitrary<Session> = fc
  .tuple(
    fc.record({
      issuedAt: instant,
      expiresAt: instant,
      sessionName: text,
      policyArns: texts,
      transitiveTagKeys: texts,
      chained: fc.boolean(),
      context: fc.dictionary(text, texts),
    }),
    fc.record(
      {
        roleArn: text,
        roleId: text,
        sourceIdentity: text,
        mfaAt: instant,
        policy: fc.string({ maxLength: 2048 }),
        federatedProvider: text,
      },
      optional,
    ),
  )
  .map(([needed, given]) => ({ ...needed, ...given }))

export const anySession: fc.Arbitrary<SealedSession> = fc
  .tuple(
    fc.record({
      type: fc.constantFrom('AssumedRole' as const, 'FederatedUser' as const, 'IAMUser' as const),
      accountId: text,
      arn: text,
      userId: text,
      accessKeyId: text,
      tags: fc.dictionary(text, text),
      session,
    }),
    fc.record({ userName: text, invokedBy: text }, optional),
    text,
  )
  .map(([needed, given, secretAccessKey]) => ({
    secretAccessKey,
    caller: { ...needed, ...given },
  }))
