/** Who may take a role of Identity Center: whoever its own SAML provider of that account vouches for. */
import { awsAudience } from '../saml/awsAudience.ts'

export const trustPolicy = (providerArn: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: providerArn },
        Action: ['sts:AssumeRoleWithSAML', 'sts:TagSession'],
        Condition: { StringEquals: { 'SAML:aud': awsAudience } },
      },
    ],
  })
