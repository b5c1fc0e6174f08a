/** For whom an assertion is that opens a role, and where it is posted: AWS's sign-in endpoint (`SAML:aud`). */
export const awsAudience = 'https://signin.aws.amazon.com/saml'
