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
  message: {
    check: 'Failed check',
    expected: 'Expected',
    found: 'Found',
  },
} as const
