/** What the company's identity provider says to people. */
export const idp = {
  say: 'The company’s own sign-in, not AWS. The password stays here.',
  hop: (number: number, of: number) => `Hop ${number} of ${of}`,
  footer: 'Almadía is a made-up company. This page runs on your machine.',
  login: {
    title: 'Sign in to Almadía',
    heading: 'Welcome',
    lead: 'Sign in with your company account.',
    userName: 'Email',
    password: 'Password',
    submit: 'Sign in',
    destination: (name: string) =>
      `You will go back to ${name} with a signed statement of who you are.`,
  },
  code: {
    title: 'Enter your code · Almadía',
    heading: 'One more step',
    lead: 'Your password is right. Now the code from your authenticator app.',
    code: 'Six-digit code',
    submit: 'Continue',
  },
  alerts: {
    credentials: {
      title: 'That email and password do not match.',
      text: 'Check both and try again.',
    },
    locked: {
      title: 'Too many attempts.',
      text: (seconds: number) => `Try again in ${seconds} seconds.`,
    },
    codeWrong: {
      title: 'That code did not work.',
      text: 'Wait for the next one in your app and try again.',
      field: 'This is not the code of this moment.',
    },
    codeStale: {
      title: 'That code did not work.',
      text: 'Wait for the next one in your app and try again.',
      field: 'This code belongs to an earlier 30 seconds.',
    },
    codeUsed: {
      title: 'That code was used already.',
      text: 'Each code works once. Wait for the next one in your app.',
      field: 'This code has signed somebody in before.',
    },
    form: {
      title: 'This page had become too old.',
      text: 'Nothing was sent. Sign in again.',
    },
    challenge: {
      title: 'That took too long.',
      text: 'Start again with your email and password.',
    },
  },
  triesLeft: (count: number) => (count === 1 ? '1 try left.' : `${count} tries left.`),
  respond: {
    title: 'Going back · Almadía',
    signedIn: {
      heading: 'You are signed in',
      lead: (name: string) => `Almadía has signed a statement of who you are for ${name}.`,
    },
    status: {
      heading: 'Nobody was signed in',
      lead: (name: string) => `Almadía tells ${name} that it cannot answer this request.`,
    },
    submit: 'Continue',
    manual: 'If nothing happens, press the button.',
  },
  account: {
    link: 'Services of Almadía',
    title: 'Your account · Almadía',
    signedIn: (name: string) => `You are signed in as ${name}`,
    signedOut: 'You are not signed in',
    services: 'Services that trust Almadía',
    signOut: 'Sign out',
    lastsUntil: (instant: string) => `This session ends at ${instant} (sandbox time).`,
  },
  signedOut: {
    title: 'Signed out · Almadía',
    heading: 'You are signed out',
    text: 'Almadía will ask for your password again. Sessions elsewhere live on until they end.',
  },
  refusals: {
    title: 'Almadía cannot do this',
    unknownServiceProvider: {
      heading: 'Almadía does not know who is asking',
      text: 'The request comes from a service that is not registered here. Nothing was sent to it.',
    },
    foreignAcs: {
      heading: 'The answer would go to a foreign address',
      text: 'The request names an address that is not registered for this service. Almadía sends statements of who you are only to registered addresses.',
    },
    otherDestination: {
      heading: 'The request was meant for somebody else',
      text: 'It names another identity provider as its destination.',
    },
    badRequest: {
      heading: 'The request cannot be understood',
      text: 'What the service sent is not a SAML request that Almadía can read.',
    },
  },
} as const
