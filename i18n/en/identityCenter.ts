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
      text: 'Credentials that were handed out before live on until they expire.',
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
  },
  failedCheck: {
    check: 'Failed check',
    reason: 'Reason',
    expected: 'Expected',
    found: 'Found',
  },
} as const
