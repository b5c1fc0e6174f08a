/** A person's sign-in for a client, as `aws sso login` does it: a device code, a browser, an access token. */
import type { ClientAnswer, ClientCall } from './awsClient.ts'

/** One operation of Identity Center's two APIs, which are not signed. */
export type Ask = (
  service: Extract<ClientCall['service'], 'sso-oidc' | 'sso'>,
  operation: string,
  input: Readonly<Record<string, unknown>>,
) => Promise<ClientAnswer>

const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code'

/** `approve` is the person: it opens the address, signs in and allows the client. Resolves to the access token. */
export async function deviceSignIn(
  ask: Ask,
  startUrl: string,
  approve: (url: string) => Promise<void>,
): Promise<string> {
  const { clientId, clientSecret } = await answered(
    ask('sso-oidc', 'RegisterClient', { clientName: 'client-test', clientType: 'public' }),
  )
  const client = { clientId, clientSecret }
  const device = await answered(
    ask('sso-oidc', 'StartDeviceAuthorization', { ...client, startUrl }),
  )
  await approve(String(device['verificationUriComplete']))
  const grant = { ...client, grantType: deviceGrant, deviceCode: device['deviceCode'] }
  const { accessToken } = await answered(ask('sso-oidc', 'CreateToken', grant))
  return String(accessToken)
}

/** The output; a refusal here is a failure of the test. */
export async function answered(
  pending: Promise<ClientAnswer>,
): Promise<Readonly<Record<string, unknown>>> {
  const { output, code, message } = await pending
  if (output === undefined) throw new Error(`${code ?? 'failed'}: ${message}`)
  return output
}
