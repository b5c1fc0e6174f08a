/** What `why` says of a refusal. AWS's names, codes and messages stay as they are. */
export const why = {
  nothing:
    'Nothing was refused: the recording of this sandbox has no request that a service turned away.',
  noSuchRefusal: 'there are {count} refusals in the recording; hopscope why --list shows them.',
  recordingOff:
    'the sandbox of process {pid} keeps no recording; start it with --record on (as it is where nothing is said) and send the request again.',

  title: '{party} refused {operation}: {status} {code}',
  titleOfPage: '{party} refused {method} {path}: {status}',
  by: 'The request',
  requestLine: '{method} {target}',
  times: 'at {at}, request id {requestId}',
  timesMoved: 'at {at} in the sandbox, {host} by the clock of this machine, request id {requestId}',
  where: 'Where',
  hop: 'hop {n} of 12 ({from} to {to})',
  noHop: '{party}, on a way that the twelve hops do not go',
  stage: 'stage "{stage}"',
  hopAndStage: '{hop}, {stage}',
  answer: 'Answer',
  why: 'Why',
  inside: 'While it answered, it asked on: {what}',
  fix: 'what to do: {fix}',

  list: 'The last refusals, the newest first; hopscope why --nth N explains one',

  /** Who asked whom, where it is more than one party. */
  parties: {
    organizations: 'Organizations',
    gateway: 'the gateway',
  },

  decision: {
    title: 'The decision',
    deny: 'Deny',
    on: 'on {resource}',
    principal: 'for {principal}',
    none: 'there is none',
    allows: 'allows',
    allowsNothing: 'nothing in it allows this',
    denies: 'denies it',
    decides: 'this decided',
    policyAt: '{policy} at {level}',
    policyOfGroup: '{policy}, from the group {group}',
    statement: 'statement {n}',
    statementSid: 'statement {n} "{sid}"',
    effect: '{statement}, {effect}',
    further: 'and {count} more statements, further from matching',
    noPolicies: 'no policy is attached',
    elements: {
      action: 'action',
      resource: 'resource',
      principal: 'principal',
      condition: 'condition',
    },
  },

  /** Why an element of a statement matched or not. */
  reasons: {
    actionMatches: '{got} is in {wanted}',
    noActionMatches: '{got} is not in {wanted}',
    actionExcluded: '{got} is left out by NotAction {wanted}',
    actionNotExcluded: '{got} is not left out by NotAction {wanted}',
    resourceMatches: '{got} fits {wanted}',
    noResourceMatches: '{got} does not fit {wanted}',
    resourceExcluded: '{got} is left out by NotResource {wanted}',
    resourceNotExcluded: '{got} is not left out by NotResource {wanted}',
    principalMatches: '{got} is named: {wanted}',
    principalMatchesRole: 'the role of {got} is named: {wanted}',
    principalMatchesAccount: 'the account of {got} is named: {wanted}',
    principalMatchesEveryone: '{got} is somebody, and {wanted} is everybody',
    noPrincipalMatches: '{got} is not named: {wanted}',
    principalExcluded: '{got} is left out by NotPrincipal {wanted}',
    principalNotExcluded: '{got} is not left out by NotPrincipal {wanted}',
    boundaryDefeatsNotPrincipal:
      '{got} has a permissions boundary, which NotPrincipal {wanted} never spares',
    conditionHolds: '{operator} {contextKey}: {got} against {wanted} holds',
    conditionFails: '{operator} {contextKey}: {got} against {wanted} does not hold',
    contextKeyAbsent: '{operator} {contextKey}: the request has no such key; wanted {wanted}',
    contextKeyAbsentHolds: '{operator} {contextKey}: the request has no such key, and that holds',
    written: '{reason} (in the policy: {written})',
  },

  signature: {
    title: 'The signature',
    mistakes: 'What the client did otherwise, and what gives the very signature that it sent:',
    service: '{party} signs',
    client: 'the client signed',
    nothingThere: '(nothing)',
    parts: {
      method: 'method',
      uri: 'path',
      query: 'query',
      header: 'header',
      blankLine: 'empty line after the headers',
      signedHeaders: 'list of signed headers',
      payloadHash: 'payload hash',
      date: 'date in the string to sign',
      canonicalRequest: 'canonical request in the string to sign',
    },
    covered: 'The signature covers: {parts}.',
    coveredParts: 'method, path, query, {headers}, and the hash of the body',
    coveredPartsNotBody: 'method, path, query and {headers}, but not the body',
    notCovered: 'It does not cover: {headers}. Those may have changed on the way.',
    allCovered: 'No header that came is outside it.',
  },

  /** A mistake in signing, and the one line that mends it. */
  mistakes: {
    pathEncodedTwice: {
      what: 'the path was encoded twice',
      fix: 'encode it once for S3 (botocore: S3SigV4Auth; JavaScript: uriEscapePath: false); all other services want it twice',
    },
    pathEncodedOnce: {
      what: 'the path was encoded once',
      fix: 'encode each segment a second time when signing; only S3 wants it once',
    },
    pathNotEncoded: {
      what: 'the path was signed without URI encoding',
      fix: 'sign the path percent-encoded, with upper-case escapes',
    },
    pathNormalised: {
      what: 'the path was normalised: "//", "." and ".." were taken out',
      fix: 'sign the path for S3 as it is; they may be part of a key',
    },
    pathNotNormalised: {
      what: 'the path was not normalised: it has "//", "." or ".." in it',
      fix: 'take them out before signing (RFC 3986, 5.2.4); only S3 keeps them',
    },
    slashesEncoded: {
      what: 'slashes in the path were encoded as %2F',
      fix: 'encode the segments of the key one by one, and leave the slashes between them',
    },
    trailingSlash: {
      what: 'the path was signed with another ending: a slash more, or one less',
      fix: 'sign exactly the path that is sent',
    },
    escapesInLowerCase: {
      what: 'percent escapes were signed in lower case',
      fix: 'write escapes in upper case: %2F, not %2f',
    },
    queryNotSorted: {
      what: 'the query was not sorted',
      fix: 'sort the parameters by encoded name, then by encoded value, when signing',
    },
    queryNotEncoded: {
      what: 'the query was signed without URI encoding',
      fix: 'percent-encode names and values when signing; only A-Z a-z 0-9 - . _ ~ stay',
    },
    queryEncodedTwice: {
      what: 'the query was encoded twice',
      fix: 'give the signer the decoded parameters, or let it not encode again',
    },
    plusForSpace: {
      what: 'spaces in the query were signed as plus signs',
      fix: 'sign a space as %20 (Python: quote, not quote_plus; JavaScript: encodeURIComponent, not URLSearchParams)',
    },
    equalsMissing: {
      what: 'a parameter without a value was signed without "="',
      fix: 'sign ?tagging as tagging=',
    },
    queryNotSigned: {
      what: 'the query was not signed',
      fix: 'sign the request after the last parameter was added',
    },
    hostPort: {
      what: 'Host was signed as {signed}, and sent otherwise',
      fix: 'sign Host exactly as it is sent, with the port where it is not 80 or 443',
    },
    otherHost: {
      what: 'the request was signed for the host {signed}',
      fix: 'sign for the host that it is sent to; a proxy in between must keep Host',
    },
    bodyChanged: {
      what: 'the body is not the one that was signed',
      fix: 'sign the bytes that are sent; look for what adds a newline or writes the body anew',
    },
    emptyPayloadHash: {
      what: 'the payload hash was that of an empty body',
      fix: 'hash the body before signing, the very bytes that are sent',
    },
    unsignedPayload: {
      what: '{literal} was signed in the place of the payload hash',
      fix: 'sign what the x-amz-content-sha256 header says; services other than S3 want the hash of the body',
    },
    payloadHashInUpperCase: {
      what: 'the payload hash was signed in capitals',
      fix: 'write hashes in lower-case hexadecimal',
    },
    methodInLowerCase: {
      what: 'the method was signed in lower case',
      fix: 'sign the method in capitals, as it goes on the wire',
    },
    otherMethod: {
      what: 'the request was signed as {signed}',
      fix: 'sign the method that is sent; look for a redirect or a proxy that changes it',
    },
    otherDate: {
      what: 'the string to sign says {signed}, and the header another date',
      fix: 'read the clock once, and put the same yyyymmddThhmmssZ into X-Amz-Date and the string to sign',
    },
    repeatedHeader: {
      what: 'the repeated header {name} was signed otherwise',
      fix: 'join the values of a repeated header with a comma and no blank, in the order in which they are sent',
    },
    contentTypeChanged: {
      what: 'Content-Type was signed as {signed}',
      fix: 'set Content-Type yourself before signing, so that no library adds or drops a charset; or do not sign it',
    },
    headerNotListed: {
      what: 'the header {name} was signed and is not in SignedHeaders',
      fix: 'list every header that is signed, in lower case and sorted',
    },
    headerNotSigned: {
      what: 'SignedHeaders lists {name}, which was not signed',
      fix: 'list exactly the headers that are signed; add none after signing',
    },
    headerNotTrimmed: {
      what: 'the value of {name} was signed with its blanks',
      fix: 'trim values, and make each run of blanks one space, when signing',
    },
    blankAfterColon: {
      what: 'headers were signed as "name: value"',
      fix: 'sign them as "name:value", without a blank after the colon',
    },
    headersNotSorted: {
      what: 'headers were not signed in order',
      fix: 'sort header lines and SignedHeaders by lower-case name when signing',
    },
    headerNamesNotLowerCase: {
      what: 'header names were signed as they are written',
      fix: 'sign names in lower case',
    },
    blankLineMissing: {
      what: 'the empty line after the headers is missing',
      fix: 'end each header line with a newline, and add one more before the list of names',
    },
    canonicalRequestNotHashed: {
      what: 'the string to sign ends in the canonical request itself',
      fix: 'put its SHA-256 there, in lower-case hexadecimal',
    },
    signatureNotHex: {
      what: 'the signature is right, but not written in lower-case hexadecimal',
      fix: 'write it as 64 digits, a to f in lower case',
    },
  },

  /** Why, one sentence each; several where there is more to say. */
  because: {
    // The decision of IAM
    explicitDeny: '{policy} ({layer}) denies {action}, and no allow anywhere outweighs a deny.',
    explicitDenyAt:
      '{policy} ({layer}, attached at {level}) denies {action}, and no allow anywhere outweighs a deny.',
    noGuardrail:
      'No {layer} at {level} allows {action}. A request must be allowed at each level: root, every OU, account.',
    noAllowInCap:
      'The {layer} ({policies}) allows no {action} on {resource}, and what it does not allow nobody can grant.',
    noIdentityPolicy: 'No policy is attached to {principal}, so nothing allows {action}.',
    noIdentityAllow: 'None of the identity policies allows {action} on {resource}: {policies}.',
    noResourcePolicy:
      '{resource} has no policy of its own, and only that could let in a principal of another account.',
    noResourceAllow: 'The policy of {resource} does not allow {action} to {principal}.',
    noTrust: 'The trust policy of {resource} does not let {principal} in.',

    // Signature
    signatureMismatch:
      'The signature that came is not the one that {party} computes with the key of {accessKeyId}.',
    nothingGuessed:
      'No mistake that can be tried, alone or with another, gives the signature that came ({tried} tried). So it is the secret that is wrong, or bytes were signed that nobody here can guess.',
    searchEnded:
      'The likely mistakes, and pairs of them, do not give the signature that came ({tried} tried; this request is too long to try all pairs).',
    cannotBeTried:
      'What cannot be tried without the secret: a blank or newline at its end, the secret of another key, a key derived for another region, service or day.',
    noSignature: 'What came as Signature is no HMAC-SHA256: it has another length or other signs.',

    // Key and token
    notSigned: 'The request carries no signature, and {party} takes none from strangers.',
    noSuchKey: 'No access key {accessKeyId} exists in this sandbox.',
    keyInactive: 'The access key {accessKeyId} exists, and it is inactive.',
    holderGone:
      'Whom the key {accessKeyId} belonged to is gone, or was made anew under the old name.',
    tokenMissing:
      '{accessKeyId} is a temporary key, and the request brought no session token with it.',
    tokenWithLongTermKey:
      '{accessKeyId} is a long-term key, and a session token came with it: look for one left in the environment.',
    sealDoesNotOpen:
      'IAM cannot open the session token: it was cut or changed, or comes from another sandbox or from AWS.',
    tokenOfAnotherKey:
      'The session token is genuine, but it was issued with another access key than {accessKeyId}.',
    tokenExpired:
      'The session token expired at {expiresAt}; it is {now} in the sandbox, {late} later.',
    hopKeyAtGateway:
      'Keys by which the services of this sandbox ask each other do not exist for clients.',
    foreignKey:
      'It looks like a key of AWS itself: look which credentials this client takes. Nothing of the key is kept here.',
    keyRefused: 'The key {accessKeyId} was refused.',

    // Date
    clockSkew:
      'The request is dated {requestedAt}, and the clock of the sandbox says {now}: {distance} apart, and {window} are allowed.',
    clockSkewOnHost: 'By the clock of this machine, {host}, it is {distance}.',
    scopeDateDiffers:
      'The scope of the credential is for {given}, and the request is dated {date}: the two must be the same day (UTC).',
    missingDate: 'There is neither X-Amz-Date nor Date.',
    malformedDate: '"{given}" is no date of the form yyyymmddThhmmssZ.',
    malformedScopeDate: '"{given}" in the scope is no day of the form yyyymmdd.',

    // Form
    severalMechanisms: 'The request is signed in more than one way at once.',
    unsupportedMechanism: 'The authorization "{scheme}" is not AWS4-HMAC-SHA256.',
    notImplementedPart: 'AWS has it, this sandbox does not yet: {name}.',
    repeatedHeader:
      'The header {name} comes more than once: one would be checked and another used.',
    authorizationWithoutSpace:
      'The Authorization header has no blank between the algorithm and the rest.',
    authorizationComponent: 'A component of the Authorization header has no equals sign.',
    authorizationMissing: 'The Authorization header lacks {missing}.',
    authorizationCount:
      'The Authorization header has {count} components; it takes Credential, SignedHeaders and Signature.',
    malformedCredential:
      'The credential has {parts} parts between slashes; it takes five: key, day, region, service, aws4_request.',

    // Scope
    wrongRegion: 'It is signed for the region {given}; {party} answers here for {expected}.',
    noRegion: 'It is signed for "{given}", which is no region.',
    wrongService: 'It is signed for the service {given}, and came to {expected}.',
    wrongTerminator: 'Its scope ends in "{given}"; it takes {expected}.',

    // Body and headers
    missingPayloadHash: 'S3 wants the header x-amz-content-sha256, and it is missing.',
    malformedPayloadHash:
      'x-amz-content-sha256 is "{given}": neither a SHA-256 in hexadecimal nor one of the literals of S3.',
    payloadHashDiffers:
      'The body that came has the hash {computed}, and signed was {declared}: it changed after signing.',
    headersNotSigned:
      'The signature is not looked at as long as {names} came without being signed: Host and every x-amz- header must be.',

    // Pages
    samlCheck: 'The check "{check}" of the assertion failed: {because}.',
    samlExpected: 'Expected {expected}, found {found}.',
    credentials: 'User name and password do not match, or the user is disabled.',
    lockedForNow: 'Too many attempts: the user is locked for now.',
    codeWrong: 'The one-time code is not that of this half minute.',
    codeStale: 'The one-time code belongs to an earlier half minute.',
    codeUsed: 'The one-time code was used before.',
    challenge: 'The second step came too late, or without the first.',
    form: 'The form was not given to this browser by this page, or has become too old.',
    staleForm: 'The form was not given to this session by this page, or has become too old.',
    unknownCode: 'No waiting client has this user code: it was used, has expired, or never was.',
    tooManyCodes: 'Too many unknown user codes were entered.',
    unavailable: 'The identity provider does not answer.',
    noInstance: 'The seed sets up no Identity Center, or this address is not its.',
    unknownServiceProvider: 'No service provider {found} is registered at the identity provider.',
    foreignAcs:
      'The answer would go to {found}, which is not registered for this service provider.',
    otherDestination: 'The request names another destination: {found}.',
    badRequest: 'The request cannot be read: {found}.',

    // Between services, and the rest
    hopFailed: '{from} asked {to} ({about}) and had no answer that it may believe: {outcome}.',
    hopSaid: 'It was told: {message}.',
    unknownService: 'Nothing in the request names a service that this sandbox has.',
    failed: 'Something of ours broke: {message}',
    found: '{name}: {value}',
    passed: 'The answer says what is wrong. Until then it had passed: {stages}.',
  },
} as const
