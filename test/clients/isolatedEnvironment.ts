/** An environment in which a client finds the sandbox and nothing else: no profile, key or proxy of this machine. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Keys {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string | undefined
}

export interface IsolatedEnvironment {
  /** The client's home, and a place for its files. */
  readonly folder: string
  /** Of a client that signs with these keys; `endpoint` as AWS_ENDPOINT_URL, where the client is to find it there. */
  of(keys: Keys | undefined, endpoint?: string): NodeJS.ProcessEnv
  remove(): Promise<void>
}

/** What programs need of this machine. */
const kept = ['PATH', 'TMPDIR', 'SYSTEMROOT', 'PYENV_ROOT', 'PYENV_VERSION', 'VIRTUAL_ENV']

/** Version 1 of the AWS CLI fetches a parameter that looks like an address, a start URL too, unless told not to. */
const config = '[default]\ncli_follow_urlparam = false\n'

export async function isolatedEnvironment(): Promise<IsolatedEnvironment> {
  const folder = await mkdtemp(join(tmpdir(), 'hopscope-client-'))
  await writeFile(join(folder, 'config'), config)
  const base: NodeJS.ProcessEnv = {
    ...Object.fromEntries(kept.map((name) => [name, process.env[name]])),
    HOME: folder,
    // Packages that a person installed for themselves, boto3 among them, lie in the real home.
    PYTHONUSERBASE: process.env['PYTHONUSERBASE'] ?? join(homedir(), '.local'),
    LC_ALL: 'C.UTF-8',
    AWS_CONFIG_FILE: join(folder, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_REGION: 'us-east-1',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_PAGER: '',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    // A refusal is what these tests wait for: nobody is to try it again.
    AWS_MAX_ATTEMPTS: '1',
    HOPSCOPE_STATE: join(folder, 'state'),
  }
  return {
    folder,
    of: (keys, endpoint) => ({ ...base, ...keyVariables(keys), ...endpointVariable(endpoint) }),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

const keyVariables = (keys: Keys | undefined): NodeJS.ProcessEnv => ({
  ...(keys && {
    AWS_ACCESS_KEY_ID: keys.accessKeyId,
    AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
  }),
  ...(keys?.sessionToken !== undefined && { AWS_SESSION_TOKEN: keys.sessionToken }),
})

const endpointVariable = (endpoint: string | undefined): NodeJS.ProcessEnv =>
  endpoint === undefined ? {} : { AWS_ENDPOINT_URL: endpoint }
