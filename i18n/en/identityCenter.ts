/** What IAM Identity Center's pages say to people. */
export const identityCenter = {
  party: 'Identity Center',
  signedInAs: (name: string, company: string) => `Signed in as ${name}, through ${company}`,
  notSignedIn: 'IAM Identity Center of this sandbox',
  hop: (number: number, of: number) => `Hop ${number} of ${of}`,
  approve: {
    title: 'Approve a client',
    heading: 'Allow this client to access your data?',
    codeQuestion: 'Is this the code in your terminal?',
    endsIn: (time: string) => `Ends in ${time}`,
    client: 'Client',
    may: 'May',
    askedFrom: 'Asked from',
    secondsAgo: (address: string, seconds: number) =>
      seconds === 1 ? `${address}, 1 second ago` : `${address}, ${seconds} seconds ago`,
    warning:
      'If you did not start this, deny it. Whoever holds the matching device code gets your access: this page cannot know who that is.',
    deny: 'Deny',
    allow: 'Allow access',
    scopes: {
      'sso:account:access': 'list your accounts and roles, and get credentials for them',
    },
    otherScope: 'use the scope',
  },
  enterCode: {
    title: 'Enter your code',
    heading: 'Enter the code of your terminal',
    lead: 'A client that asks for access to your accounts shows it: eight letters.',
    code: 'Code',
    submit: 'Go on',
    wrong: 'That is not a code: it has eight letters, as in BCDF-GHJK.',
  },
  start: {
    title: 'Your accounts',
    count: (accounts: number, roles: number) =>
      `${accounts === 1 ? '1 account' : `${accounts} accounts`}, ${roles === 1 ? '1 role' : `${roles} roles`}`,
    none: 'Nothing is assigned to you: neither to you nor to a group that you are in.',
    byGroup: (group: string) => `by the group ${group}`,
    direct: 'to you directly',
    lasts: (duration: string) => `sessions of ${duration}`,
    sessionEnds: (time: string) => `This session ends at ${time}.`,
    signOut: 'Sign out',
    signOutNote:
      'Signing out ends this session and the access of your terminals. Credentials that were handed out before live on until they expire.',
  },
  next: {
    accounts: 'See your accounts',
    anotherCode: 'Enter another code',
    signIn: 'Sign in again',
  },
  messages: {
    approved: {
      heading: 'Access allowed',
      text: 'You can close this window and go back to your terminal.',
    },
    denied: {
      heading: 'Access denied',
      text: 'The client gets nothing. You can close this window.',
    },
    signedOut: {
      heading: 'You are signed out',
      text: 'Credentials that were handed out before live on until they expire. So does the sign-in at your company: it will not ask for your password until it ends or you sign out there.',
    },
    unknownCode: {
      heading: 'This code is not known',
      text: 'It has been used, has expired, or was never given out. Start again in your terminal.',
    },
    signInFailed: {
      heading: 'Your request could not be completed',
      text: 'The statement of your identity provider was not accepted. AWS says no more than that; this sandbox shows which check failed.',
    },
    staleForm: {
      heading: 'This page had become too old',
      text: 'Nothing was changed. Start again in your terminal.',
    },
    tooManyCodes: {
      heading: 'Too many codes',
      text: 'You have entered too many codes that are not known. Wait a quarter of an hour, then start again in your terminal.',
    },
    unavailable: {
      heading: 'You cannot sign in now',
      text: 'The identity provider of your company does not answer.',
    },
    noInstance: {
      heading: 'There is no Identity Center here',
      text: 'The seed of this sandbox sets up none.',
    },
  },
  failedCheck: {
    check: 'Failed check',
    reason: 'Reason',
    expected: 'Expected',
    found: 'Found',
  },
} as const
