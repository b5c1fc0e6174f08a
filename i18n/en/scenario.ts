/** What scenarios say: titles, parties, and what each hop checks. AWS's names and codes stay as they are. */
export const scenario = {
  titles: {
    'create-bucket': 'One person signs in and creates a bucket',
  },
  kinds: {
    tour: 'tour',
    lesson: 'lesson',
    challenge: 'challenge',
    incident: 'incident',
  },
  parties: {
    cli: 'CLI',
    browser: 'browser',
    idp: 'IdP',
    'identity-center': 'Identity Center',
    sts: 'STS',
    iam: 'IAM',
    s3: 'S3',
  },

  /** Layers of policies by their ids, as the checks of hop 11 name them. */
  layers: {
    scp: 'SCP',
    rcp: 'RCP',
    resource: 'resource policy',
    boundary: 'permissions boundary',
    session: 'session policy',
    identity: 'identity policy',
  },

  castTitle: 'Who answers, each on its own port of this machine',
  castRoles: {
    'identity-center': 'knows who may take which role',
    idp: 'alone knows the passwords',
    sts: 'issues credentials that expire',
    s3: 'keeps the buckets; asks IAM first',
    iam: 'knows keys, roles and policies',
  },

  /** What a hop is there for, by who is asked and for what. */
  hopMeaning: {
    'identity-center:StartDeviceAuthorization':
      'The CLI wants to act for a person, and is given a code for that person to approve.',
    'idp:AuthnRequest':
      "The browser opens the page for the code. Nobody is signed in there, so it is sent on to the company's identity provider: who is this?",
    'idp:Login': 'The person proves who they are. Only the company sees the password.',
    'identity-center:SAMLResponse':
      'The identity provider answers with a signed statement, and the browser carries it back.',
    'identity-center:Approve': 'Signed in now, the person compares the code and lets the CLI in.',
    'identity-center:CreateToken':
      'The CLI has kept asking, and gets an access token. It opens Identity Center, nothing else.',
    'identity-center:GetRoleCredentials': 'With that token the CLI asks for a role in an account.',
    'sts:AssumeRoleWithSAML':
      'Before it answers, Identity Center has STS issue credentials for the role.',
    's3:CreateBucket': 'The CLI signs its request with them. The secret key itself is never sent.',
    'iam:resolveCaller':
      'S3 has never seen this key. It asks IAM whose it is, and gets what this one signature is checked with.',
    'iam:authorize': 'S3 knows now who asks, and asks IAM whether they may.',
    'cli:CreateBucket': 'Only now is there a bucket, a record for the auditor, and an answer.',
  },

  /** Whom an assignment names. */
  principals: {
    GROUP: 'the group',
    USER: 'the user',
  },

  list: 'Scenarios',
  listHint: 'hopscope scenario NAME runs one.',
  legend:
    "Each party checks what it is given and trusts nobody's word. [post n] is step n of the post that tells this flow in nine: 1 to 4 sign in, once; 5 to 9 are one request.",
  doesNotHold: 'not so: {check}',
  post: '[post {steps}]',
  validUntil: 'valid until {until}, {left}',
  validUntilAlone: 'valid until {until}',
  refused: 'a client was refused: {message}',
  onlyRepeat: 'same credentials: only hops {hops} repeat',
  auditTitle: 'What the auditor sees',
  auditAt: 'Time',
  auditAccount: 'Account',
  auditEvent: 'Event',
  auditWho: 'Who',
  auditError: 'Error',
  auditEmpty: 'nothing was recorded',
  allHold: 'Every hop checked what it was given, and all of it held.',
  notAllHold: 'Not everything held; the hops marked above say what did not.',
  interrupted: 'interrupted; nothing more was sent',

  /**
   * What each hop checks, as a rule that holds or does not: the mark before it says which.
   * Keys and parameters travel in reports and recordings; the words are chosen where they are read.
   */
  hopCheck: {
    // 1  CLI -> Identity Center: register, then authorize or start the device authorization
    clientRegistered: 'the client {client} is registered, with a secret of its own',
    grantRegistered: 'the client asks for the grant that it registered: {grant}',
    startUrlIsOurs: 'the start URL {startUrl} is that of this directory',
    redirectIsLoopback: 'the redirect {redirectUri} leads to this machine; its port may vary',
    challengeKept: 'the code challenge ({method}) is kept for the exchange at hop 6',

    pendingUntilApproved:
      'as long as nobody has approved, there is no token: authorization_pending',

    // 2  Identity Center -> browser -> IdP: AuthnRequest
    serviceProviderKnown: 'the service provider {issuer} is one that the IdP knows',
    acsRegistered: 'the answer goes to the registered address {acsUrl}',
    browserCarries: 'the browser carries the request; Identity Center never calls the IdP',

    // 3  person -> IdP
    passwordMatches: 'the password of {userName} matches its scrypt hash',
    totpMatches: 'the one-time code of {userName} is that of this half minute, and unused',
    attemptsWithinLimit: '{failures} failed attempts, fewer than the {limit} that lock the user',
    formIsOurs: 'the form was ours: its token belongs to this browser',

    // 4  IdP -> browser -> Identity Center's ACS
    assertionSigned: 'the assertion is signed ({algorithm}) by the configured certificate',
    issuerIsConfigured: 'it is issued by {issuer}, the configured IdP',
    answersOurRequest: 'it answers our own request {inResponseTo}',
    audienceIsUs: 'its audience is {audience}',
    recipientIsUs: 'its recipient is {recipient}',
    withinTimes: 'now is between {notBefore} and {notOnOrAfter}',
    assertionUsedOnce: 'the assertion {assertionId} was not used before',
    userExists: '{userName} exists in the identity store and is enabled',

    // 5  person -> Identity Center: "allow this client?"
    sameBrowserSession: 'the approval comes from the browser that signed in',
    approvalIsOurs: 'the approval form was ours: its token belongs to this session',
    userCodeMatches: 'the code {userCode} belongs to a waiting client',
    userEnabled: '{userName} is still enabled',

    // 6  CLI -> Identity Center: CreateToken
    clientSecretMatches: 'the client proves itself with its secret',
    codeUsedOnce: 'the code is redeemed for the first time',
    verifierMatches: 'the code verifier hashes to the challenge of hop 1',
    deviceApproved: 'the person approved this device code',
    pollingInterval: 'the client waited the {seconds} s between its questions',

    // 7  CLI -> Identity Center: GetRoleCredentials
    bearerAlive: 'the access token is ours and alive',
    portalSessionAlive: 'the portal session behind it was not ended',
    assigned: '{userName} has {permissionSet} in account {account}, through {through}',

    // 8  Identity Center -> STS: AssumeRoleWithSAML
    assertionKeyKnown: 'the assertion is signed by the provider {provider}',
    callerMayUseReservedRole: 'the caller is {principal}: nobody else may take this role',
    trustPolicyAllows: 'the trust policy of {role} lets this assertion in',
    durationWithin: '{seconds} s are within the {maximum} s that the role allows',

    // 9  CLI -> S3
    authorizationWellFormed: 'the Authorization header is well formed ({algorithm})',
    scopeMatches: 'the scope is today, {region}, {service}',
    dateFresh: 'the date is {skew} s from our clock, within 15 minutes',
    sessionTokenSigned: 'the session token is among the signed headers',
    signedAgain: 'another implementation of Signature Version 4 computes the same signature',
    hostSigned: 'the host is among the signed headers',

    // 10  S3 -> IAM: "whose key?"
    sealOpens: 'IAM opens the seal that STS put on the session token',
    keyBelongsToToken: 'the key {accessKeyId} belongs to this token',
    sessionAlive: 'the session lives until {expiresAt}',
    derivedKeyOnly: 'the answer holds a key for {date}, {region}, {service} only, not the secret',
    signatureMatches: 'the signature that S3 computes is the one that came',

    // 11  S3 -> IAM: "may they?"
    noExplicitDeny: 'no policy denies {action} on {resource}',
    capAllows: '{layer} lets it through',
    capAbsent: '{layer}: there is none, so it caps nothing',
    granted: '{policy} ({layer}) grants it',
    decisionSigned: 'the decision comes back signed by {issuer}',
    decisionFromOwner: 'the decision is the answer of {issuer}; a function call needs no signature',

    // 12  S3
    decisionIsForThisRequest: 'the decision is bound to this very request',
    bodyMatchesHash: 'the body is the one whose hash was signed',
    bucketNameFree: 'no account has a bucket {bucket}',
    recordedWithChange: '{eventName} is recorded in the commit of the change',
  },
} as const
