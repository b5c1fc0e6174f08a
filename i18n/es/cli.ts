/** Los mismos textos que en/cli.ts. */
import type { cli as english } from '../en/cli.ts'
import type { Same } from '../same.ts'

export const cli = {
  help: {
    titles: {
      usage: 'Uso:',
      arguments: 'Argumentos:',
      options: 'Opciones:',
      commands: 'Comandos:',
      examples: 'Ejemplos:',
    },
    commandUsage: '[opciones]',
    scenarioUsage: '[nombre] [opciones]',
    programUsage: '<comando> [opciones]',
    program:
      'Un AWS local que puedes ver por dentro: inicio de sesión, STS, IAM y S3 como servicios reales que comprueban cada petición y explican cada respuesta.',
    programExamples: `  hopscope scenario               de la contraseña al bucket, salto a salto
  hopscope start                  un sandbox para cualquier cliente de AWS
  eval "$(hopscope env)"          los clientes de este shell ven el sandbox
  hopscope start --help           lo que admite start`,
    help: 'muestra esta ayuda',
    version: 'muestra la versión',
    language: 'idioma de los textos: en o es (si no, HOPSCOPE_LANG, LC_ALL, LC_MESSAGES, LANG)',

    start: 'inicia un sandbox y lo deja en marcha hasta Ctrl-C',
    startExamples: `  hopscope start
  hopscope start --port 0 --json  puertos libres; una línea de JSON
  hopscope start --seed mia.yaml  tus cuentas, personas y permisos
  AWS_ENDPOINT_URL=http://127.0.0.1:4566 aws s3 ls`,
    startPort:
      'puerto del gateway, 4566 si no indicas otro; los demás parten de él; 0: todos libres',
    host: 'dirección en la que escucha, 127.0.0.1 si no indicas otra',
    seed: 'cuentas, personas y conjuntos de permisos de un archivo YAML o JSON',
    startHops: 'cómo se preguntan los servicios: local (por defecto) o http',
    processes: 'cada servicio en su propio proceso; siempre http',
    record: 'guarda una grabación de las últimas peticiones: on (por defecto) u off',
    journal: 'llamadas de API que guarda el diario, 100000 si no indicas otra cifra',
    startJson: 'escribe en stdout una línea de JSON y nada más',
    quiet: 'escribe solo avisos y errores',

    scenario: 'ejecuta un escenario: clientes y comprobaciones reales, salto a salto',
    scenarioExamples: `  hopscope scenario               el único, o la lista de todos
  hopscope scenario create-bucket --run
  hopscope scenario create-bucket --attack all
  hopscope scenario create-bucket --ci --json informe.json
  hopscope scenario --list --lang es`,
    scenarioName: 'escenario que se ejecuta; --list los muestra',
    list: 'muestra los escenarios',
    run: 'todos los pasos seguidos, con lo que comprobó cada salto',
    ci: 'sin colores, una línea por salto, detalles solo de los fallos',
    until: 'se detiene después de este paso',
    attack:
      'prueba un ataque contra él, cada uno en un sandbox nuevo: su id, o all; --list los nombra',
    entry: 'cómo entra la persona: cli',
    scenarioHops: 'cómo se preguntan los servicios: http (por defecto) o local',
    randomSeed: 'ids y secretos a partir de este número, para repetir una ejecución',
    scenarioJson: 'escribe el informe en un archivo; con -, en stdout y los textos en stderr',

    env: 'prepara los clientes de AWS para el sandbox en marcha, en una carpeta personal propia',
    envExamples: `  eval "$(hopscope env)"                este shell; después: aws sso login
  hopscope env --user luis@example.com  dónde puede entrar una persona
  hopscope env --account 333333333333 --role ReadOnly
  hopscope env --home ./aws --json      en esta carpeta; lo mismo como datos
  (e=$(hopscope env) && eval "$e" && aws s3 ls)    un solo comando`,
    envPort: 'puerto del gateway de un sandbox; si no, el del más reciente',
    envControl: 'el sandbox por la URL de su API de control',
    envAccount: 'AWS_PROFILE es un perfil de esta cuenta',
    envRole: 'AWS_PROFILE es un perfil de este conjunto de permisos',
    envUser: 'solo perfiles en los que esta persona puede entrar, por sí misma o por un grupo',
    envHome: 'escribe aquí y no en una carpeta de la carpeta de estado',
    envJson: 'escribe las variables y los perfiles como una línea de JSON',

    doctor: 'revisa Node, puertos, clientes, reloj e idioma de esta máquina',
    doctorExamples: `  hopscope doctor
  hopscope doctor --json          lo mismo para un script`,
    doctorJson: 'escribe lo encontrado como JSON',
  },

  notYet: {
    entry:
      '--entry {value} todavía no está; --entry cli recorre el mismo camino desde la línea de comandos.',
    watch: '--watch todavía no está; vuelve a ejecutar el comando después de un cambio.',
    open: '--open todavía no está; la terminal muestra cada salto y start escribe las direcciones.',
    ndjson: '--ndjson todavía no está; --json ARCHIVO escribe el informe.',
    junit:
      '--junit todavía no está; --json ARCHIVO escribe el informe y el código de salida sirve a tu CI.',
    report:
      '--report todavía no está; --run muestra cada salto y --json ARCHIVO escribe el informe.',
    data: '--data todavía no está; --seed ARCHIVO trae las mismas cuentas y personas en cada inicio.',
    store:
      '--store todavía no está; --seed ARCHIVO trae las mismas cuentas y personas en cada inicio.',
    tls: '--tls todavía no está; el sandbox responde en HTTP sin cifrar dentro de esta máquina.',
    why: 'why todavía no está; el código y el mensaje de la respuesta dicen qué la rechazó.',
    recordCommand:
      'record todavía no está; ejecuta el comando con AWS_ENDPOINT_URL en un sandbox de start, que comprueba cada petición.',
    idp: 'idp todavía no está; workforce en un archivo de semilla (--seed) dice quién puede entrar.',
    explain: 'explain todavía no está; scenario --run muestra lo que comprobó cada salto.',
    trace: 'trace todavía no está; scenario --run muestra lo que comprobó cada salto.',
  },

  usage: {
    unknownCommand: 'no existe el comando {name}; hopscope --help los muestra.',
    unknownCommandNear: 'no existe el comando {name}; ¿querías decir {near}?',
    unknownOption: '{command} no tiene la opción {name}; hopscope {command} --help las muestra.',
    unknownOptionNear: '{command} no tiene la opción {name}; ¿querías decir {near}?',
    unknownOptionOfProgram: 'no existe la opción {name}; hopscope --help las muestra.',
    missingValue: '{name} necesita un valor; hopscope {command} --help dice cuál.',
    tooMany: '{command} admite menos argumentos; hopscope {command} --help los muestra.',
    other: '{reason}; hopscope --help muestra lo que hay.',
    choice: '{name} admite {known}, no {value}.',
    choiceNear: '{name} admite {known}, no {value}; ¿querías decir {near}?',
    number: '{name} admite un número entero de {least} a {most}, no {value}.',
    port: '--port admite 0 (todos los puertos libres) o un número de {least} a {most}, no {value}.',
    host: '--host admite una dirección o un nombre de máquina, no {value}.',
    localProcesses:
      '--hops local no puede ir con --processes: entre procesos no hay llamadas a funciones; quita uno.',
    listAlone: '--list no va con {name}; quita uno.',
    unknownScenario: 'no existe el escenario {name}; hopscope scenario --list los muestra.',
    unknownScenarioNear: 'no existe el escenario {name}; ¿querías decir {near}?',
    unknownAttack:
      '{scenario} no tiene el ataque {name}; hopscope scenario --list nombra los suyos, y all los prueba todos.',
    unknownAttackNear: '{scenario} no tiene el ataque {name}; ¿querías decir {near}?',
    attackWithUntil:
      '--until no puede ir con --attack: un ataque dice él mismo dónde entra; quita uno.',
    attackDoesNotFit: '--attack {name} no encaja en esta semilla: {reason}',
    unknownStep: '{scenario} no tiene el paso {name}; sus pasos son {known}.',
    unknownStepNear: '{scenario} no tiene el paso {name}; ¿querías decir {near}?',
    controlUrl: '--control admite una URL como http://127.0.0.1:4565, no {value}.',
    account: '--account admite las doce cifras de una cuenta, no {value}.',
    home: '--home admite una carpeta.',
    unknownUser: 'este sandbox no conoce a {user}; conoce a {known}.',
    unknownUserNear: 'este sandbox no conoce a {user}; ¿querías decir {near}?',
    noPeople:
      'este sandbox no conoce a {user}: su semilla no tiene personas que puedan iniciar sesión.',
    userWithoutRoles:
      '{user} no puede entrar en ninguna cuenta: ni esa persona ni un grupo suyo tiene asignado un conjunto de permisos.',
    noProfile: 'no hay nada para {asked}; hay {known}.',
    foreignHome: 'hopscope no escribió {path} y lo deja como está; elige otra carpeta con --home.',
    noFolder: '--json nombra la carpeta {folder}, que no existe; créala o indica otra.',
  },

  environment: {
    noSandbox:
      'no hay ningún sandbox en marcha; inicia uno con hopscope start, en otra terminal, y déjalo encendido.',
    otherSandboxes: 'ningún sandbox responde en {where}; los que están en marcha: {known}.',
    silentSandbox:
      'el sandbox del proceso {pid} no responde en {control}; detenlo e inícialo de nuevo.',
    wrongAnswer:
      'el sandbox del proceso {pid} en {control} no responde como debería ({status}); detenlo e inícialo de nuevo.',
    noProfiles:
      'este sandbox no tiene asignaciones ni claves que un cliente pueda usar; añade alguna a su semilla (--seed).',
    portBusy:
      'el puerto {port} está en uso; detén lo que escucha ahí o elige otros con --port N (0: todos libres).',
    portBusyByUs:
      'el puerto {port} lo usa el hopscope del proceso {pid}; detenlo o elige otros con --port N (0: todos libres).',
    portReserved:
      'el puerto {port} está en uso o reservado para el sistema; elige uno desde 1024 con --port N (0: todos libres).',
    hostElsewhere: '{host} no es una dirección de esta máquina; --host admite una de las suyas.',
    cannotWrite: 'no se puede escribir {file} ({reason}); elige un lugar donde puedas escribir.',
  },

  failure: 'esto es un defecto de hopscope, no tuyo: {reason}',
  warning: 'aviso: {text}',

  start: {
    beyondLoopback:
      'escucha en {host}: quien llegue a esta máquina llega al sandbox y a sus claves.',
    noInstanceFile:
      'no se puede escribir la carpeta de estado {folder} ({reason}): otros comandos no encontrarán este sandbox.',
    slowStop: 'no todo se detuvo a tiempo; el resto termina con este proceso.',
    title: 'hopscope está en marcha. Cada petición se comprueba de verdad.',
    endpoints: 'Direcciones',
    endpointNotes: {
      gateway: 'todo AWS en un solo puerto',
      control: 'reloj, reinicio, grabaciones',
      idp: 'el inicio de sesión de la empresa',
      'identity-center': 'IAM Identity Center',
      sts: 'credenciales temporales',
      iam: 'usuarios, roles, políticas',
      s3: 'buckets y objetos',
    },
    pointClient: 'Dirige un cliente al sandbox',
    secretOfSeed: '<el secreto de tu semilla>',
    signIn: 'Inicia sesión como una persona',
    startUrl: 'URL de inicio (start URL) {url}',
    signInCli: 'con AWS CLI: {command}',
    signInAs: 'como {user}, contraseña {password}',
    signInAsOfSeed: 'como {user}, con la contraseña de tu semilla',
    notAsInAws: 'Distinto de AWS, y bueno saberlo',
    differences: {
      secureTransport:
        'aws:SecureTransport es true también por este http, como si TLS terminara delante',
      sourceIp:
        'aws:SourceIp es 127.0.0.1 hasta que la API de control dé otra dirección a una clave',
      bucketNames:
        'los nombres de bucket son globales, entre todas las cuentas de este sandbox como en AWS',
      clock:
        'las peticiones pueden llevar la hora de esta máquina cuando se ha movido la del sandbox',
    },
    stop: 'Ctrl-C lo detiene; no se guarda nada.',
  },

  env: {
    title: 'Los clientes de AWS ven el sandbox en {endpoint} y nada más.',
    profile: 'AWS_PROFILE',
    others: 'otros',
    signIn: 'entrar',
    signInHow:
      'aws sso login, con --use-device-code desde la versión 2.22 de AWS CLI; las personas y contraseñas son las de la semilla',
    homeIs: 'HOME',
    homeNote:
      'es {home}, donde se guarda el inicio de sesión; hasta que lo restablezcas, este shell no ve lo que otros programas guardan en tu carpeta personal',
    oneCommand:
      'Para un solo comando, sin tocar el shell: (e=$(hopscope env) && eval "$e" && aws …)',
    notYetRead:
      'Todavía no ha cambiado nada: haz que el shell lea estas líneas, eval "$(hopscope env)"',
  },

  /** Junto a la petición que tocan: en su grabación y en lo que se cuenta de ella. */
  badges: {
    hostClock:
      'vigente solo por el reloj de esta máquina: el del sandbox va {offsetSeconds} segundos adelantado, y por ese caducan tokens y sesiones',
    secureTransport:
      'una política preguntó por aws:SecureTransport: aquí es true, como si TLS terminara delante del sandbox',
    sourceIp:
      'una política preguntó por aws:SourceIp: {sourceIp}, que da el sandbox; POST /source-ip de la API de control da otra a una clave',
    globalBucketNames:
      'otra cuenta de este sandbox tiene el bucket {bucket}: los nombres son globales; empiézalos con el bucketPrefix de una cuenta nueva',
    realKey:
      '{accessKeyId} parece una clave real de AWS y llegó al sandbox: no se guarda nada de ella; revisa adónde apunta ese cliente',
  },

  doctor: {
    title: 'Esta máquina, para hopscope {version}',
    names: {
      node: 'Node.js',
      ports: 'puertos',
      clock: 'reloj',
      language: 'idioma',
      'aws-v2': 'AWS CLI 2',
      'aws-v1': 'AWS CLI 1',
      boto3: 'Python con boto3',
      terraform: 'Terraform',
      chromium: 'Chromium',
    },
    nodeOld: '{version} es demasiado antiguo; instala Node.js {least} o posterior',
    portsFree: 'de {first} a {last}, libres donde escucha hopscope',
    portsBusy: '{ports} en uso; detén lo que escucha ahí o inicia con --port N (0: todos libres)',
    clockSane: '{now}',
    clockWrong:
      '{now} no puede ser correcto; ajusta el reloj o no coincidirá con clientes y certificados',
    languageIs: '{language}, porque {reason}',
    languageReasons: {
      flag: 'lo dice --lang',
      variable: 'lo dice {name}',
      none: 'nada dice lo contrario',
    },
    clientFound: '{version}',
    clientMissing: 'no encontrado; solo hace falta para seguir los pasos con él',
    allWell: 'Está todo lo que hopscope necesita.',
    notWell: 'Lo marcado arriba hace falta para que hopscope funcione.',
  },
} as const satisfies Same<typeof english>
