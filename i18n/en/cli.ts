/** What the command says: help, refusals, start and doctor. Wire texts and flags stay as they are. */
export const cli = {
  help: {
    titles: {
      usage: 'Usage:',
      arguments: 'Arguments:',
      options: 'Options:',
      commands: 'Commands:',
      examples: 'Examples:',
    },
    commandUsage: '[options]',
    scenarioUsage: '[name] [options]',
    programUsage: '<command> [options]',
    program:
      'A local AWS you can see through: sign-in, STS, IAM and S3 as real services that check every request and explain every answer.',
    programExamples: `  hopscope scenario               from password to bucket, hop by hop
  hopscope start                  a sandbox for any AWS client
  eval "$(hopscope env)"          this shell's AWS clients see the sandbox
  hopscope start --help           what start takes`,
    help: 'show this help',
    version: 'show the version',
    language: 'language of the texts: en or es (else HOPSCOPE_LANG, LC_ALL, LC_MESSAGES, LANG)',

    start: 'start a sandbox and keep it up until Ctrl-C',
    startExamples: `  hopscope start
  hopscope start --port 0 --json  free ports; one line of JSON
  hopscope start --seed mine.yaml your accounts, people and permissions
  AWS_ENDPOINT_URL=http://127.0.0.1:4566 aws s3 ls`,
    startPort:
      'port of the gateway, 4566 unless said otherwise; the others follow from it; 0: all free ports',
    host: 'address to listen on, 127.0.0.1 unless said otherwise',
    seed: 'accounts, people and permission sets from a YAML or JSON file',
    startHops: 'how services ask each other: local (default) or http',
    processes: 'each service in an OS process of its own; always http',
    record: 'keep a recording of the last requests: on (default) or off',
    journal: 'API calls that the journal keeps, 100000 unless said otherwise',
    startJson: 'print one ready line of JSON on stdout, nothing else',
    quiet: 'print warnings and errors only',

    scenario: 'run a scenario: real clients, real checks, hop by hop',
    scenarioExamples: `  hopscope scenario               the only one, or the list of them
  hopscope scenario create-bucket --run
  hopscope scenario create-bucket --attack all
  hopscope scenario create-bucket --ci --json report.json
  hopscope scenario --list --lang es`,
    scenarioName: 'scenario to run; --list shows them',
    list: 'list the scenarios',
    run: 'all steps at once, with what each hop checked',
    ci: 'no colours, one line a hop, details of failures only',
    until: 'stop after this step',
    attack: 'try an attack against it, each on a fresh sandbox: its id, or all; --list names them',
    entry: 'how the person enters: cli',
    scenarioHops: 'how services ask each other: http (default) or local',
    randomSeed: 'ids and secrets from this number, so that runs repeat',
    scenarioJson: 'write the report to a file; - is stdout, texts then go to stderr',

    env: 'set up AWS clients for the running sandbox, in a home folder of their own',
    envExamples: `  eval "$(hopscope env)"                this shell; then: aws sso login
  hopscope env --user luis@example.com  what one person may enter
  hopscope env --account 333333333333 --role ReadOnly
  hopscope env --home ./aws --json      in this folder; the same as data
  (e=$(hopscope env) && eval "$e" && aws s3 ls)    one command alone`,
    envPort: "port of the sandbox's gateway; the newest sandbox unless said otherwise",
    envControl: 'the sandbox by the URL of its control API',
    envAccount: 'AWS_PROFILE is a profile of this account',
    envRole: 'AWS_PROFILE is a profile of this permission set',
    envUser: 'only profiles that this person may enter, directly or by a group',
    envHome: 'write here, not into a folder of the state folder',
    envJson: 'print the variables and profiles as one line of JSON',

    doctor: 'check Node, ports, clients, clock and language of this machine',
    doctorExamples: `  hopscope doctor
  hopscope doctor --json          the same for a script`,
    doctorJson: 'print the findings as JSON',
  },

  /** One sentence each: what is not there yet, and what works instead. */
  notYet: {
    entry: '--entry {value} is not there yet; --entry cli goes the same way from the command line.',
    watch: '--watch is not there yet; run the command again after a change.',
    open: '--open is not there yet; the terminal shows every hop, and start prints the addresses.',
    ndjson: '--ndjson is not there yet; --json FILE writes the report.',
    junit: '--junit is not there yet; --json FILE writes the report, and the exit code tells CI.',
    report: '--report is not there yet; --run prints every hop, and --json FILE writes the report.',
    data: '--data is not there yet; --seed FILE brings the same accounts and people at every start.',
    store:
      '--store is not there yet; --seed FILE brings the same accounts and people at every start.',
    tls: '--tls is not there yet; the sandbox answers plain HTTP on loopback.',
    why: 'why is not there yet; the code and message of the answer name what refused it.',
    recordCommand:
      'record is not there yet; run the command with AWS_ENDPOINT_URL at a sandbox of start, which checks each request.',
    idp: 'idp is not there yet; workforce in a seed file (--seed) names the people who can sign in.',
    explain: 'explain is not there yet; scenario --run prints what every hop checked.',
    trace: 'trace is not there yet; scenario --run prints what every hop checked.',
  },

  usage: {
    unknownCommand: 'there is no command {name}; hopscope --help lists them.',
    unknownCommandNear: 'there is no command {name}; did you mean {near}?',
    unknownOption: '{command} has no option {name}; hopscope {command} --help lists them.',
    unknownOptionNear: '{command} has no option {name}; did you mean {near}?',
    unknownOptionOfProgram: 'there is no option {name}; hopscope --help lists them.',
    missingValue: '{name} needs a value; hopscope {command} --help says which.',
    tooMany: '{command} takes fewer arguments; hopscope {command} --help lists them.',
    other: '{reason}; hopscope --help lists what there is.',
    choice: '{name} takes {known}, not {value}.',
    choiceNear: '{name} takes {known}, not {value}; did you mean {near}?',
    number: '{name} takes a whole number from {least} to {most}, not {value}.',
    port: '--port takes 0 (all free ports) or a number from {least} to {most}, not {value}.',
    host: '--host takes an address or a host name, not {value}.',
    localProcesses:
      '--hops local cannot go with --processes: no function calls between processes; leave out one.',
    listAlone: '--list goes with no {name}; leave out one.',
    unknownScenario: 'there is no scenario {name}; hopscope scenario --list lists them.',
    unknownScenarioNear: 'there is no scenario {name}; did you mean {near}?',
    unknownAttack:
      '{scenario} has no attack {name}; hopscope scenario --list names its attacks, and all runs them.',
    unknownAttackNear: '{scenario} has no attack {name}; did you mean {near}?',
    attackWithUntil:
      '--until cannot go with --attack: an attack says itself where it comes in; leave out one.',
    attackDoesNotFit: '--attack {name} does not fit this seed: {reason}',
    unknownStep: '{scenario} has no step {name}; its steps are {known}.',
    unknownStepNear: '{scenario} has no step {name}; did you mean {near}?',
    controlUrl: '--control takes a URL such as http://127.0.0.1:4565, not {value}.',
    account: '--account takes the twelve digits of an account, not {value}.',
    home: '--home takes a folder.',
    unknownUser: 'this sandbox knows no person {user}; it knows {known}.',
    unknownUserNear: 'this sandbox knows no person {user}; did you mean {near}?',
    noPeople: 'this sandbox knows no person {user}: its seed has no people who could sign in.',
    userWithoutRoles:
      '{user} may enter no account: no permission set is assigned to them or to a group of theirs.',
    noProfile: 'there is nothing for {asked}; there is {known}.',
    foreignHome:
      '{path} was not written by hopscope and stays as it is; choose another folder with --home.',
    noFolder: '--json names the folder {folder}, which does not exist; make it or name another.',
  },

  environment: {
    noSandbox:
      'no sandbox is running; start one with hopscope start, in another terminal, and leave it up.',
    otherSandboxes: 'no sandbox answers at {where}; those that run: {known}.',
    silentSandbox:
      'the sandbox of process {pid} does not answer at {control}; stop it and start it again.',
    wrongAnswer:
      'the sandbox of process {pid} at {control} does not answer as it should ({status}); stop it and start it again.',
    noProfiles:
      'this sandbox has neither assignments nor keys that a client could use; add some to its seed (--seed).',
    portBusy:
      'port {port} is in use; stop what listens there, or take others with --port N (0: all free).',
    portBusyByUs:
      'port {port} is in use by the hopscope of process {pid}; stop it, or take others with --port N (0: all free).',
    portReserved:
      'port {port} is in use or reserved for the system; take one from 1024 on with --port N (0: all free).',
    hostElsewhere: '{host} is no address of this machine; --host takes one of its own.',
    cannotWrite: '{file} cannot be written ({reason}); choose a place that you may write to.',
  },

  failure: 'this is a defect of hopscope, not of yours: {reason}',
  warning: 'warning: {text}',

  start: {
    beyondLoopback:
      'listening on {host}: whoever reaches this machine reaches the sandbox and its keys.',
    noInstanceFile:
      'the state folder {folder} cannot be written ({reason}): other commands will not find this sandbox.',
    slowStop: 'not everything stopped in time; the rest ends with this process.',
    title: 'hopscope is up. Every request is checked for real.',
    endpoints: 'Endpoints',
    endpointNotes: {
      gateway: 'all of AWS on one port',
      control: 'clock, reset, recordings',
      idp: "the company's own sign-in",
      'identity-center': 'IAM Identity Center',
      sts: 'temporary credentials',
      iam: 'users, roles, policies',
      s3: 'buckets and objects',
    },
    pointClient: 'Point a client at it',
    secretOfSeed: '<the secret in your seed>',
    signIn: 'Sign in as a person',
    startUrl: 'start URL {url}',
    signInCli: 'with the AWS CLI: {command}',
    signInAs: 'as {user}, password {password}',
    signInAsOfSeed: 'as {user}, with the password in your seed',
    notAsInAws: 'Not as in AWS, and good to know',
    differences: {
      secureTransport:
        'aws:SecureTransport is true over this http too, as if TLS ended in front of it',
      sourceIp: 'aws:SourceIp is 127.0.0.1 until the control API gives a key another address',
      bucketNames:
        'bucket names are global, between all accounts of this sandbox as between all of AWS',
      clock: "requests may be dated by this machine's clock when the sandbox's has been moved",
    },
    stop: 'Ctrl-C stops it; nothing is kept.',
  },

  env: {
    title: "AWS's clients see the sandbox at {endpoint} and nothing else.",
    profile: 'AWS_PROFILE',
    others: 'others',
    signIn: 'sign in',
    signInHow:
      'aws sso login, with --use-device-code from version 2.22 of the AWS CLI on; people and passwords are those of the seed',
    homeIs: 'HOME',
    homeNote:
      'is {home}, where the sign-in is kept; until it is set back, this shell does not see what programs keep in your own home folder',
    oneCommand:
      'For one command, with the shell left as it is: (e=$(hopscope env) && eval "$e" && aws …)',
    notYetRead: 'Nothing has changed yet: let the shell read these lines, eval "$(hopscope env)"',
  },

  /** Beside the request that they touch: in what is recorded of it, and what is told from that. */
  badges: {
    hostClock:
      "fresh by this machine's clock alone: the sandbox's is {offsetSeconds} seconds ahead, and tokens and sessions expire by that one",
    secureTransport:
      'a policy asked for aws:SecureTransport: true here, as if TLS ended in front of the sandbox',
    sourceIp:
      'a policy asked for aws:SourceIp: {sourceIp}, which the sandbox gives; POST /source-ip of the control API gives a key another',
    globalBucketNames:
      'another account of this sandbox has the bucket {bucket}: names are global; begin them with the bucketPrefix of a new account',
    realKey:
      '{accessKeyId} looks like a real key of AWS, and was sent to the sandbox: nothing of it is kept; check where that client points',
  },

  doctor: {
    title: 'This machine, for hopscope {version}',
    names: {
      node: 'Node.js',
      ports: 'ports',
      clock: 'clock',
      language: 'language',
      'aws-v2': 'AWS CLI 2',
      'aws-v1': 'AWS CLI 1',
      boto3: 'Python with boto3',
      terraform: 'Terraform',
      chromium: 'Chromium',
    },
    nodeOld: '{version} is too old; install Node.js {least} or later',
    portsFree: '{first} to {last} are free where hopscope listens',
    portsBusy: '{ports} in use; stop what listens there, or start with --port N (0: all free)',
    clockSane: '{now}',
    clockWrong: '{now} cannot be right; set the clock, or clients and certificates will disagree',
    languageIs: '{language}, because {reason}',
    languageReasons: {
      flag: '--lang says so',
      variable: '{name} says so',
      none: 'nothing says otherwise',
    },
    clientFound: '{version}',
    clientMissing: 'not found; only needed to follow along with it',
    allWell: 'All that hopscope needs is there.',
    notWell: 'What is marked above is needed before hopscope can run.',
  },
} as const
