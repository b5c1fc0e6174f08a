/** Los mismos textos que en/attacks.ts. */
import type { attacks as english } from '../en/attacks.ts'
import type { Same } from '../same.ts'

export const attacks = {
  of: {
    'device-phishing': {
      title: 'Un extraño empieza el inicio de sesión, y tú lo apruebas',
      attacker:
        'No tiene más que tu dirección. Empieza un inicio de sesión propio y te manda el enlace. La página es la auténtica, la contraseña va a tu propia empresa, y tú apruebas.',
      stopped:
        'Nada. Un código de dispositivo es de quien lo pidió, esté donde esté. El código y el nombre del cliente en la página son lo único que podría hacerte dudar. Con PKCE la respuesta llega solo a la máquina cuyo navegador inició la sesión, así que el enlace de un extraño no le trae nada al extraño.',
      teaches:
        'Aprueba solo lo que hayas empezado tú. Los clientes que pueden abrir un navegador en la misma máquina deben usar el código de autorización con PKCE, como hace la AWS CLI si no se le dice --use-device-code.',
    },
    'tamper-assertion': {
      title: 'Una persona escribe otro nombre en la respuesta del IdP',
      attacker:
        'Inicia sesión como ella misma. La respuesta firmada pasa por su propio navegador, y allí pone el nombre de un administrador en lugar del suyo.',
      stopped:
        'Identity Center vuelve a calcular el resumen de lo firmado. Una letra cambiada da otro resumen, y de la respuesta no se cree nada.',
      teaches:
        'No importa por qué manos pasa una declaración firmada. Importa que quien la recibe la verifique y lea solo lo que se firmó.',
    },
    'replay-assertion': {
      title: 'Alguien envía por segunda vez la respuesta del IdP',
      attacker:
        'Se hizo con una respuesta que un navegador ya envió: auténtica, firmada, de hace menos de un minuto. La envía desde otro navegador.',
      stopped:
        'Identity Center recuerda cada aserción por su ID hasta que caduca, y la acepta una vez. Además, el inicio de sesión está ligado al navegador que lo empezó.',
      teaches:
        'Una firma dice quién escribió algo, no que sea nuevo. Lo que debe valer una sola vez hay que recordarlo.',
    },
    'not-assigned': {
      title: 'Una persona pide un rol en una cuenta que nadie le dio',
      attacker:
        'Ha iniciado sesión y tiene un buen token de acceso. Pone en la petición el número de otra cuenta.',
      stopped:
        'Identity Center busca una asignación de esta persona, o de un grupo suyo, a este conjunto de permisos en esta cuenta. No la hay, así que ni se pregunta a STS.',
      teaches:
        'Haber iniciado sesión no es tener permiso. La asignación se busca en cada petición.',
    },
    'outsider-on-reserved-role': {
      title: 'Alguien lleva a STS la aserción de Identity Center',
      attacker:
        'Oyó la aserción con la que Identity Center toma el rol: auténtica, dirigida a STS, válida aún unos minutos. La envía a STS sin firmar la llamada, como la API permite.',
      stopped:
        'El rol está reservado: STS da sesiones de AWSReservedSSO_* solo a Identity Center, y lo reconoce por su firma en la llamada. Nada dentro de la petición podría decirlo en su lugar.',
      teaches:
        'Una declaración al portador vale para un ladrón lo mismo que para su dueño. Donde importa, quien llama tiene que demostrar además quién es.',
    },
    late: {
      title: 'Una petición bien firmada, de hace quince minutos y un segundo',
      attacker: 'Tiene buenas credenciales y envía lo que se firmó hace un cuarto de hora.',
      stopped:
        'S3 compara la fecha, que la firma cubre, con su propio reloj. Más de 15 minutos de diferencia se rechazan antes de preguntar a nadie de quién es la clave.',
      teaches:
        'La fecha dentro de la firma es lo que la hace caducar. También significa que una máquina con el reloj mal no puede usar AWS; los SDK se corrigen con la hora de la respuesta.',
    },
    'replay-request': {
      title: 'Alguien vuelve a enviar una petición grabada',
      attacker:
        'Grabó una petición en su camino. No puede cambiarle un byte, y envía los mismos bytes a los 14 minutos, y otra vez a los 16.',
      stopped:
        'Durante 15 minutos, nada: una firma no se gasta, y los mismos bytes son la misma petición. Después la fecha es demasiado vieja. Lo que lo habría parado desde el principio es TLS, bajo el cual no hay nada que grabar.',
      teaches:
        'Signature Version 4 demuestra quién pidió qué, y cuándo; no que lo pida por primera vez. Las operaciones que no deben ocurrir dos veces necesitan un identificador propio.',
    },
    'brute-force': {
      title: 'Alguien adivina el secreto a partir de una petición grabada',
      attacker:
        'Grabó una petición de la clave de desarrollo. Prueba secretos contra su firma en una máquina propia, donde ningún servicio los ve.',
      stopped:
        'Nadie puede rechazar lo que nadie le pregunta. Un secreto que es una palabra cae enseguida. Los que hace AWS tienen 40 caracteres al azar: ni todos los ordenadores del mundo llegarían a encontrar uno.',
      teaches:
        'La longitud del secreto es toda la protección frente a quien adivina. Nunca elijas uno tú; y test es solo para esta máquina.',
    },
    'tamper-signature': {
      title: 'Una petición firmada se cambia por el camino',
      attacker:
        'Está en el camino de una petición firmada, sin el secreto. Cambia un dígito de la firma; luego la deja como está y pide otro bucket.',
      stopped:
        'S3 vuelve a calcular la firma de lo que llegó, con una clave que IAM derivó del secreto. Dentro están el método, la ruta, la consulta, la fecha, el token y cada cabecera firmada.',
      teaches:
        'Lo que la firma cubre no lo puede cambiar quien no tiene el secreto. Lo que no cubre, como user-agent, sí: nunca decidas nada por ello.',
    },
    'swap-token': {
      title: 'Alguien pone un token visto junto a una clave propia',
      attacker:
        'Tiene una sesión propia y vio el token de otra: viaja con cada petición. Firma con su clave y envía el otro token.',
      stopped:
        'IAM abre el sello del token. La clave que hay dentro no es la que firmó, así que las dos no son una sesión.',
      teaches:
        'Un token de sesión no es una contraseña: dice de quién es la sesión, y solo el secreto, que nunca viaja, demuestra que es tuya.',
    },
    expire: {
      title: 'Se usan credenciales robadas cuando su hora ha pasado',
      attacker:
        'Tiene las tres partes de una sesión: clave, secreto y token. Las usa un segundo tarde.',
      stopped:
        'IAM lee el fin de la sesión dentro del token sellado, donde nadie puede moverlo, y lo compara con el reloj.',
      teaches:
        'Las credenciales de vida corta limitan un robo en el tiempo sin que nadie lo note. Es la razón principal para no tener de las largas.',
    },
    'no-permission': {
      title: 'Una persona intenta lo que nadie le permitió',
      attacker:
        'Ha iniciado sesión con un conjunto de permisos que enumera buckets y no dice nada de crearlos.',
      stopped:
        'IAM no encuentra ninguna sentencia que conceda s3:CreateBucket. Tampoco la niega nada; que nadie conceda basta para rechazar.',
      teaches: 'Todo está denegado mientras una política no lo permita.',
    },
    'explicit-deny': {
      title: 'Un permiso sobre todo se encuentra con un nombre denegado',
      attacker:
        'Tiene un conjunto de permisos que concede s3:CreateBucket sobre todo, y lo deniega para un nombre. Pide ese nombre.',
      stopped:
        'IAM sopesa todas las sentencias que coinciden. Una denegación pesa más que cualquier número de permisos, estén donde estén.',
      teaches:
        'El orden de las sentencias no importa. Denegar es la forma de sacar para siempre una parte de un permiso amplio.',
    },
    scp: {
      title: 'Una cuenta concede lo que su organización deniega',
      attacker:
        'Tiene el permiso en la cuenta. La organización le puso una política de control de servicios que allí lo deniega.',
      stopped:
        'IAM pide a Organizations las políticas que hay por encima de la cuenta y las sopesa con las demás. Nadie en la cuenta, ni su usuario raíz, puede cambiarlas.',
      teaches:
        'Una política de control de servicios no concede nada. Es la valla dentro de la cual pueden conceder los administradores de una cuenta.',
    },
    boundary: {
      title: 'A un rol se le concede más de lo que deja pasar su límite',
      attacker:
        'Tiene un rol que concede s3:CreateBucket y, sobre él, un límite de permisos que solo lee. El rol es uno corriente, porque IAM no deja que nadie edite el rol reservado de un conjunto de permisos: ese intento también se rechaza.',
      stopped:
        'IAM deja pasar solo lo que conceden las políticas del rol y permite su límite: las dos cosas, no una de ellas.',
      teaches:
        'Con un límite se puede dejar que otros creen roles sin que puedan dar más de lo que deben.',
    },
    revoke: {
      title: 'Una sesión revocada se sigue usando',
      attacker:
        'Robó una sesión de un rol, a la que le queda casi toda su hora. Acaban de revocarse las sesiones del rol. Es uno corriente: el rol reservado de un conjunto de permisos rechaza el cambio, como se ve, y allí la denegación va en el conjunto de permisos o en una SCP.',
      stopped:
        'AWSRevokeOlderSessions deniega todo a las sesiones emitidas antes de ahora. Las políticas se sopesan en cada petición, así que muerde en la siguiente. Quien tome el rol de nuevo puede seguir.',
      teaches:
        'Una sesión no se puede borrar, pero se puede denegar cada petición suya. Cerrar el inicio de sesión impide solo credenciales nuevas, no las que ya están fuera.',
    },
    'tamper-body': {
      title: 'Se cambia el cuerpo de una petición firmada',
      attacker: 'Está en el camino de una petición firmada y pone otro cuerpo bajo la misma firma.',
      stopped:
        'La firma cubre el hash del cuerpo. S3 calcula el de lo que llegó y compara, después de que IAM haya dicho que sí y antes de crear nada.',
      teaches:
        'A un cuerpo lo protege solo su hash entre las cabeceras firmadas. Con UNSIGNED-PAYLOAD se podría cambiar, y solo TLS lo impediría.',
    },
    'foreign-decision': {
      title: 'Una decisión de IAM se pone en el lugar de otra',
      attacker:
        'Está entre S3 e IAM. Guarda la respuesta firmada «permitido» a una petición y se la da a S3 en lugar de la denegación de otra.',
      stopped:
        'La firma de IAM es auténtica. Pero la declaración nombra la pregunta a la que responde y la petición de la que trata, y S3 ve que no son estas. S3 se queda sin decisión, así que falla y no crea nada: un 500, porque no es el cliente quien hizo algo mal.',
      teaches:
        'No basta con que una respuesta esté firmada: tiene que decir a qué responde. Y quien no recibe respuesta tiene que rechazar.',
    },
    'expired-hop': {
      title: 'Una credencial filtrada entre servicios se usa demasiado tarde',
      attacker:
        'Tiene una credencial de salto con la que S3 se identifica ante IAM, y firma con ella las preguntas de S3: mientras vive, y pasados sus quince minutos.',
      stopped:
        'La escucha interna de IAM rechaza una credencial caducada, sea cual sea la pregunta. S3 no recibe decisión, así que falla y no crea nada: un 500 para el cliente, nunca un bucket.',
      teaches:
        'También los servicios se identifican con credenciales que caducan y se renuevan solas. Lo que se filtra vale poco, y no por mucho tiempo.',
    },
  },

  conditions: {
    cameToTheAttack: 'todo lo que va antes del ataque salió bien',
    refusedAsDeclared: 'se rechaza como se declaró: {status} {code}',
    acceptedAsDeclared: 'se acepta, como se declaró: {status}',
    foundOffline: 'hay un resultado, y no se pidió a ningún servicio',
    nothingChanged:
      'nada ha cambiado en ninguna parte: {compared} entradas de todas las cuentas y servicios comparadas, {differences} distintas',

    unalteredAccepted: 'la petición legítima se acepta: {status}',
    otherNameRefused: 'también se rechaza otro bucket bajo la firma antigua: {code}',
    iamHadAllowed: 'IAM había permitido la petición: solo se interpuso el hash del cuerpo',
    youngerAccepted: 'medio minuto más joven, se acepta',
    replayAccepted: 'a los 14 minutos los mismos bytes se aceptan: {status}',
    capturedWasGood: 'la petición grabada es de verdad, y se aceptó',
    secretFell: 'el intento número {guesses} es el secreto de la clave',
    longSecretHolds:
      'un secreto de 40 caracteres no está entre ellos; a 10^12 intentos por segundo llevaría {years} años',
    ownTokenAccepted: 'con su propio token, la clave del atacante se acepta',
    lastSecondAccepted: 'un segundo antes de {expiresAt} se acepta',
    listAccepted: 'las mismas credenciales pueden enumerar buckets',
    nobodyDenies: 'ninguna política lo deniega',
    layerDenies: '{layer}: lo deniega',
    layerDoesNotAllow: '{layer}: no lo permite',
    layerAllows: '{layer}: lo permitiría',
    grantMatchedToo: 'coincide también una sentencia que lo concede',
    reservedRoleRefuses: 'el rol reservado de Identity Center rechaza el mismo cambio: {code}',
    freshSessionAccepted: 'una sesión tomada después se acepta',
    responseAccepted: 'una respuesta así, tal como la firmó el IdP, abre una sesión',
    ownRoleAccepted: 'para la cuenta asignada la misma petición obtiene respuesta',
    identityCenterAccepted: 'de Identity Center la misma aserción se acepta',
    assertionWasGood:
      'STS vio que la aserción es auténtica y está en plazo: solo fallaba quién la envió',
    decisionsDiffered: 'IAM había denegado esta petición y permitido la otra',
    s3DidNotBelieve: 'S3 no creyó la respuesta: {outcome}',
    listenerRefused: 'IAM rechazó la pregunta misma: {status} {code}, la credencial ha caducado',
    victimApproved: '{userName} aprobó el código, con su contraseña, en la página auténtica',
    tokenIsTheVictims: 'el extraño tiene un token de acceso de {userName}',
    attackerMadeABucket: 'el extraño ha creado un bucket con él',
  },

  doesNotFit: {
    noMemberAccount:
      'necesita que la cuenta de la primera asignación sea miembro de la organización, y esta semilla no lo dice.',
    noAccount:
      'necesita una cuenta en la que el primer conjunto de permisos no esté asignado a nadie, y esta semilla no la tiene.',
    noCommonSecret:
      'necesita una primera clave de acceso cuyo secreto sea una palabra corriente, y esta semilla no la tiene.',
  },

  needsBytesOnAHop:
    '{name} cambia bytes entre servicios, y con --hops local no los hay; usa --hops http.',
  skipped: '{id}: omitido, necesita --hops http',
  skippedForSeed: '{id}: omitido, {reason}',
  list: 'Ataques a {scenario} (--attack ID, o all)',
  progress: '[{n}/{of}]',
  attackerTitle: 'El atacante',
  changedTitle: 'Qué es distinto',
  changedNothing: 'ni un byte: cada petición es como la firmó quien la envía',
  changedAbsent: '(no está)',
  changedEmpty: '(vacío)',
  answerTitle: 'Qué volvió',
  answerAccepted: '{party} lo acepta: {status}',
  answerRefused: '{party} lo rechaza: {status} {code}',
  answerOffline: 'no se preguntó a nadie; encontrado: {result}',
  answerNone: 'nada: no se llegó al ataque',
  conditionsTitle: 'Qué se comprobó',
  stopped: 'Qué lo paró',
  shouldStop: 'Qué debía haberlo parado',
  wouldStop: 'Qué lo habría parado',
  teaches: 'Qué enseña',
  allAsDeclared: 'Cada ataque terminó como se declaró.',
  notAllAsDeclared:
    'No todos los ataques terminaron como se declaró; las condiciones marcadas arriba dicen qué no se cumplió.',
} as const satisfies Same<typeof english>
