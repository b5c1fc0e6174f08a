/** What attacks say: what somebody has and does, what stops it, what it teaches. AWS's names and codes stay as they are. */
export const attacks = {
  of: {
    'device-phishing': {
      title: 'A stranger starts the sign-in, and you approve it',
      attacker:
        'Has nothing but your address. Starts a sign-in of their own and sends you its link. The page is real, the password goes to your own company, and you approve.',
      stopped:
        'Nothing. A device code belongs to whoever asked for it, wherever that is. The code and the name of the client on the page are all that could make you wonder. With PKCE the answer goes only to the machine whose browser signed in, so a link from a stranger brings the stranger nothing.',
      teaches:
        'Approve only what you have started yourself. Clients that can open a browser on the same machine should use the authorization code with PKCE, as the AWS CLI does unless it is told --use-device-code.',
    },
    'tamper-assertion': {
      title: "A person writes another name into the IdP's answer",
      attacker:
        'Signs in as themselves. The signed answer passes through their own browser, where they put the name of an administrator in place of their own.',
      stopped:
        'Identity Center computes the digest of what was signed again. One changed letter makes another digest, and nothing in the answer is believed.',
      teaches:
        'It does not matter whose hands a signed statement goes through. It matters that the receiver verifies it, and reads only what was signed.',
    },
    'replay-assertion': {
      title: "Somebody posts the IdP's answer a second time",
      attacker:
        'Got hold of an answer that a browser has posted: genuine, signed, not a minute old. Posts it from another browser.',
      stopped:
        'Identity Center remembers each assertion by its ID until it is over, and takes it once. The sign-in is also tied to the browser that began it.',
      teaches:
        'A signature says who wrote something, not that it is new. What must work once has to be remembered.',
    },
    'not-assigned': {
      title: 'A person asks for a role in an account that nobody gave them',
      attacker:
        'Is signed in, with a good access token. Puts the number of another account into the request.',
      stopped:
        'Identity Center looks for an assignment of this person, or of a group of theirs, to this permission set in this account. There is none, so STS is never asked.',
      teaches: 'To be signed in is not to be allowed. The assignment is looked up at each request.',
    },
    'outsider-on-reserved-role': {
      title: "Somebody takes Identity Center's assertion to STS themselves",
      attacker:
        'Overheard the assertion with which Identity Center takes the role: genuine, addressed to STS, still good for minutes. Sends it to STS, unsigned, as the API allows.',
      stopped:
        'The role is reserved: STS gives a session of AWSReservedSSO_* to Identity Center alone, and knows it by its signature on the call. Nothing in the request could say so in its place.',
      teaches:
        'A bearer statement is worth as much to a thief as to its owner. Where it matters, the caller has to prove who they are as well.',
    },
    late: {
      title: 'A request with a good signature, fifteen minutes and a second old',
      attacker: 'Has good credentials, and sends what was signed a quarter of an hour ago.',
      stopped:
        'S3 holds the date, which the signature covers, against its own clock. More than 15 minutes apart is refused before anybody is asked whose key it is.',
      teaches:
        'The date in a signature is what makes it expire. It also means that a machine whose clock is wrong cannot use AWS; SDKs correct themselves by the time in the answer.',
    },
    'replay-request': {
      title: 'Somebody sends a recorded request again',
      attacker:
        'Recorded one request on its way. Cannot change a byte of it, and sends the same bytes after 14 minutes, and again after 16.',
      stopped:
        'For 15 minutes nothing: a signature is not used up, and the same bytes are the same request. After that the date is too old. What would have stopped it at once is TLS, under which there is nothing to record.',
      teaches:
        'Signature Version 4 proves who asked for what, and when; not that it is asked for the first time. Operations that must not happen twice need a token of their own.',
    },
    'brute-force': {
      title: 'Somebody guesses the secret from one recorded request',
      attacker:
        'Recorded one request of the development key. Tries secrets against its signature on a machine of their own, where no service sees them.',
      stopped:
        'Nobody can refuse what nobody is asked. A secret that is a word falls at once. The secrets that AWS makes have 40 random characters: all computers of the world would not live to find one.',
      teaches:
        'The length of the secret is the whole protection against guessing. Never choose one yourself; and test is for this machine alone.',
    },
    'tamper-signature': {
      title: 'A signed request is changed on its way',
      attacker:
        'Sits on the way of a signed request, without the secret. Changes one digit of the signature; then leaves it alone and asks for another bucket.',
      stopped:
        'S3 computes the signature of what arrived again, with a key that IAM derived from the secret. Method, path, query, date, token and every signed header are in it.',
      teaches:
        'What the signature covers cannot be changed by whoever lacks the secret. What it does not cover, such as user-agent, can: never decide anything by it.',
    },
    'swap-token': {
      title: 'Somebody puts a seen token beside a key of their own',
      attacker:
        'Has a session of their own, and saw the token of another: it travels with every request. Signs with their own key and sends the other token.',
      stopped:
        'IAM opens the seal of the token. The key inside is not the one that signed, so the two are no session.',
      teaches:
        'A session token is no password: it says whose session it is, and only the secret, which never travels, proves that it is yours.',
    },
    expire: {
      title: 'Stolen credentials are used after their hour',
      attacker:
        'Has all three parts of a session: key, secret and token. Uses them a second too late.',
      stopped:
        'IAM reads the end of the session inside the sealed token, where nobody can move it, and holds it against the clock.',
      teaches:
        'Short-lived credentials limit a theft in time without anybody noticing it. That is the main reason to have no long-lived ones.',
    },
    'no-permission': {
      title: 'A person tries what nobody allowed them',
      attacker:
        'Is signed in with a permission set that lists buckets and says nothing of making them.',
      stopped:
        'IAM finds no statement that grants s3:CreateBucket. Nothing denies it either; no grant is enough to refuse.',
      teaches: 'Everything is denied until a policy allows it.',
    },
    'explicit-deny': {
      title: 'A grant on everything meets a denial of one name',
      attacker:
        'Has a permission set that grants s3:CreateBucket on everything, and denies it for one name. Asks for that name.',
      stopped:
        'IAM weighs all statements that match. One denial outweighs any number of grants, wherever they stand.',
      teaches:
        'The order of statements does not matter. A denial is how to take a part out of a wide grant for good.',
    },
    scp: {
      title: 'An account grants what its organization denies',
      attacker:
        'Has the permission in the account. The organization attached a service control policy that denies it there.',
      stopped:
        'IAM asks Organizations for the policies above the account, and weighs them with the others. Nobody in the account, not even its root user, can change them.',
      teaches:
        'A service control policy grants nothing. It is the fence within which the administrators of an account may grant.',
    },
    boundary: {
      title: 'A role is granted more than its boundary lets through',
      attacker:
        'Has a role that grants s3:CreateBucket, and a permissions boundary on it that only reads. The role is an ordinary one, since IAM lets nobody edit the reserved role of a permission set: that attempt is refused too.',
      stopped:
        'IAM lets through only what the policies of the role grant and its boundary allows: both, not one of them.',
      teaches:
        'With a boundary one can let others make roles without letting them give more than they should.',
    },
    revoke: {
      title: 'A revoked session goes on being used',
      attacker:
        'Stole a session of a role, with most of its hour left. The sessions of the role have just been revoked. It is an ordinary one: the reserved role of a permission set refuses the edit, as is shown, and there the denial goes into the permission set or an SCP.',
      stopped:
        'AWSRevokeOlderSessions denies everything to sessions that were issued before now. Policies are weighed at each request, so it bites at the next one. Who takes the role anew may go on.',
      teaches:
        'A session cannot be deleted, but every request of it can be denied. Ending the sign-in stops new credentials only, not those that are out.',
    },
    'tamper-body': {
      title: 'The body of a signed request is exchanged',
      attacker:
        'Sits on the way of a signed request and puts another body under the same signature.',
      stopped:
        'The signature covers the hash of the body. S3 hashes what arrived and compares, after IAM had said yes and before anything is made.',
      teaches:
        'A body is protected only by its hash among the signed headers. With UNSIGNED-PAYLOAD it could be changed, and only TLS would stand in the way.',
    },
    'foreign-decision': {
      title: 'A decision of IAM is put in the place of another',
      attacker:
        'Sits between S3 and IAM. Keeps the signed answer "allowed" to one request, and gives it to S3 in the place of the denial of another.',
      stopped:
        'The signature of IAM is genuine. But the statement names the question that it answers and the request that it is about, and S3 finds that it is neither. S3 has no decision, so it fails and makes nothing: a 500, for it is not the client who did wrong.',
      teaches:
        'It is not enough that an answer is signed: it has to say to what. And who gets no answer has to refuse.',
    },
    'expired-hop': {
      title: 'A leaked credential between services is used too late',
      attacker:
        'Has a hop credential with which S3 proves itself to IAM, and signs the questions of S3 with it: while it lives, and after its fifteen minutes.',
      stopped:
        'The internal listener of IAM refuses a credential that is over, whatever the question. S3 gets no decision, so it fails and makes nothing: a 500 to the client, never a bucket.',
      teaches:
        'Services, too, prove themselves with credentials that expire and are renewed by themselves. What leaks is worth little, and not for long.',
    },
  },

  /**
   * What is held against the claim that an attack ended as it should, as a rule that holds or does not.
   * Keys and parameters travel in reports; the words are chosen where they are read.
   */
  conditions: {
    cameToTheAttack: 'all that comes before the attack went through',
    refusedAsDeclared: 'it is refused as declared: {status} {code}',
    acceptedAsDeclared: 'it is accepted, as declared: {status}',
    foundOffline: 'there is a result, and no service was asked for it',
    nothingChanged:
      'nothing has changed anywhere: {compared} entries of all accounts and services compared, {differences} differ',

    unalteredAccepted: 'the legitimate request is accepted: {status}',
    otherNameRefused: 'so is another bucket under the old signature refused: {code}',
    iamHadAllowed: 'IAM had allowed the request: only the hash of the body stood in the way',
    youngerAccepted: 'half a minute younger, it is accepted',
    replayAccepted: 'after 14 minutes the same bytes are accepted: {status}',
    capturedWasGood: 'the recorded request is a real one, and was accepted',
    secretFell: 'guess number {guesses} is the secret of the key',
    longSecretHolds:
      'a secret of 40 characters is not among them; at 10^12 guesses a second it would take {years} years',
    ownTokenAccepted: 'the key of the attacker is accepted with its own token',
    lastSecondAccepted: 'a second before {expiresAt} it is accepted',
    listAccepted: 'the same credentials may list buckets',
    nobodyDenies: 'no policy denies it',
    layerDenies: '{layer}: denies it',
    layerDoesNotAllow: '{layer}: does not allow it',
    layerAllows: '{layer}: would allow it',
    grantMatchedToo: 'a statement that grants it matches as well',
    reservedRoleRefuses: 'the reserved role of Identity Center refuses the same edit: {code}',
    freshSessionAccepted: 'a session that was taken afterwards is accepted',
    responseAccepted: 'the same kind of answer, as the IdP signed it, opens a session',
    ownRoleAccepted: 'for the account that was assigned the same request is answered',
    identityCenterAccepted: 'from Identity Center the same assertion is accepted',
    assertionWasGood: 'STS found the assertion genuine and in time: only who sent it was wrong',
    decisionsDiffered: 'IAM had denied this request and allowed the other',
    s3DidNotBelieve: 'S3 did not believe the answer: {outcome}',
    listenerRefused: 'IAM refused the question itself: {status} {code}, the credential has expired',
    victimApproved: '{userName} approved the code, with their own password, on the real page',
    tokenIsTheVictims: 'the stranger holds an access token of {userName}',
    attackerMadeABucket: 'the stranger has made a bucket with it',
  },

  /** What a seed lacks for an attack. */
  doesNotFit: {
    noMemberAccount:
      'it needs the account of the first assignment to be a member of the organization, which this seed does not say.',
    noAccount:
      'it needs an account in which the first permission set is assigned to nobody, and this seed has none.',
    noCommonSecret:
      'it needs a first access key whose secret is a common word, and this seed has none.',
  },

  needsBytesOnAHop:
    '{name} changes bytes between services, and with --hops local there are none; use --hops http.',
  skipped: '{id}: skipped, it needs --hops http',
  skippedForSeed: '{id}: skipped, {reason}',
  list: 'Attacks on {scenario} (--attack ID, or all)',
  progress: '[{n}/{of}]',
  attackerTitle: 'The attacker',
  changedTitle: 'What is different',
  changedNothing: 'not a byte: every request is as its sender signed it',
  changedAbsent: '(absent)',
  changedEmpty: '(empty)',
  answerTitle: 'What came back',
  answerAccepted: '{party} accepts it: {status}',
  answerRefused: '{party} refuses: {status} {code}',
  answerOffline: 'nobody was asked; found: {result}',
  answerNone: 'nothing: it did not come to the attack',
  conditionsTitle: 'What was checked',
  stopped: 'What stopped it',
  shouldStop: 'What should have stopped it',
  wouldStop: 'What would have stopped it',
  teaches: 'What it teaches',
  allAsDeclared: 'Every attack ended as declared.',
  notAllAsDeclared:
    'Not every attack ended as declared; the conditions marked above say what did not hold.',
} as const
