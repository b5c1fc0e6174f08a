/** Los mismos textos que en/why.ts. */
import type { why as english } from '../en/why.ts'
import type { Same } from '../same.ts'

export const why = {
  nothing:
    'No se rechazó nada: en la grabación de este sandbox no hay ninguna petición que un servicio haya negado.',
  noSuchRefusal: 'hay {count} rechazos en la grabación; hopscope why --list los muestra.',
  recordingOff:
    'el sandbox del proceso {pid} no guarda grabación; inícialo con --record on (así es si no se dice nada) y vuelve a enviar la petición.',

  title: '{party} rechazó {operation}: {status} {code}',
  titleOfPage: '{party} rechazó {method} {path}: {status}',
  by: 'Petición',
  requestLine: '{method} {target}',
  times: 'el {at}, id de petición {requestId}',
  timesMoved:
    'el {at} en el sandbox, {host} según el reloj de esta máquina, id de petición {requestId}',
  where: 'Dónde',
  hop: 'salto {n} de 12 (de {from} a {to})',
  noHop: '{party}, en un camino que los doce saltos no recorren',
  stage: 'etapa "{stage}"',
  hopAndStage: '{hop}, {stage}',
  answer: 'Respuesta',
  why: 'Por qué',
  inside: 'Mientras respondía, preguntó a su vez: {what}',
  fix: 'qué hacer: {fix}',

  list: 'Los últimos rechazos, primero el más reciente; hopscope why --nth N explica uno',

  parties: {
    organizations: 'Organizations',
    gateway: 'el gateway',
  },

  decision: {
    title: 'La decisión',
    deny: 'Deny',
    on: 'sobre {resource}',
    principal: 'para {principal}',
    none: 'no hay',
    allows: 'permite',
    allowsNothing: 'no permite nada de esto',
    denies: 'lo niega',
    decides: 'esto decidió',
    policyAt: '{policy} en {level}',
    policyOfGroup: '{policy}, del grupo {group}',
    statement: 'declaración {n}',
    statementSid: 'declaración {n} "{sid}"',
    effect: '{statement}, {effect}',
    further: 'y {count} declaraciones más, más lejos de coincidir',
    noPolicies: 'no hay ninguna política adjunta',
    elements: {
      action: 'acción',
      resource: 'recurso',
      principal: 'principal',
      condition: 'condición',
    },
  },

  reasons: {
    actionMatches: '{got} está en {wanted}',
    noActionMatches: '{got} no está en {wanted}',
    actionExcluded: '{got} queda fuera por NotAction {wanted}',
    actionNotExcluded: '{got} no queda fuera por NotAction {wanted}',
    resourceMatches: '{got} encaja en {wanted}',
    noResourceMatches: '{got} no encaja en {wanted}',
    resourceExcluded: '{got} queda fuera por NotResource {wanted}',
    resourceNotExcluded: '{got} no queda fuera por NotResource {wanted}',
    principalMatches: '{got} está nombrado: {wanted}',
    principalMatchesRole: 'el rol de {got} está nombrado: {wanted}',
    principalMatchesAccount: 'la cuenta de {got} está nombrada: {wanted}',
    principalMatchesEveryone: '{got} es alguien, y {wanted} es cualquiera',
    noPrincipalMatches: '{got} no está nombrado: {wanted}',
    principalExcluded: '{got} queda fuera por NotPrincipal {wanted}',
    principalNotExcluded: '{got} no queda fuera por NotPrincipal {wanted}',
    boundaryDefeatsNotPrincipal:
      '{got} tiene un límite de permisos, al que NotPrincipal {wanted} nunca exime',
    conditionHolds: '{operator} {contextKey}: {got} frente a {wanted} se cumple',
    conditionFails: '{operator} {contextKey}: {got} frente a {wanted} no se cumple',
    contextKeyAbsent: '{operator} {contextKey}: la petición no tiene esa clave; se pedía {wanted}',
    contextKeyAbsentHolds:
      '{operator} {contextKey}: la petición no tiene esa clave, y así se cumple',
    written: '{reason} (en la política: {written})',
  },

  signature: {
    title: 'La firma',
    mistakes: 'Lo que el cliente hizo de otro modo, y que da exactamente la firma que envió:',
    service: '{party} firma',
    client: 'el cliente firmó',
    nothingThere: '(nada)',
    parts: {
      method: 'método',
      uri: 'ruta',
      query: 'consulta',
      header: 'cabecera',
      blankLine: 'línea vacía tras las cabeceras',
      signedHeaders: 'lista de cabeceras firmadas',
      payloadHash: 'hash del cuerpo',
      date: 'fecha en el texto que se firma',
      canonicalRequest: 'petición canónica en el texto que se firma',
    },
    covered: 'La firma cubre: {parts}.',
    coveredParts: 'método, ruta, consulta, {headers} y el hash del cuerpo',
    coveredPartsNotBody: 'método, ruta, consulta y {headers}, pero no el cuerpo',
    notCovered: 'No cubre: {headers}. Eso pudo cambiar por el camino.',
    allCovered: 'Ninguna cabecera que llegó queda fuera de ella.',
  },

  mistakes: {
    pathEncodedTwice: {
      what: 'la ruta se codificó dos veces',
      fix: 'codifícala una sola vez para S3 (botocore: S3SigV4Auth; JavaScript: uriEscapePath: false); todos los demás servicios la quieren dos veces',
    },
    pathEncodedOnce: {
      what: 'la ruta se codificó una sola vez',
      fix: 'al firmar, codifica cada segmento una segunda vez; solo S3 la quiere una vez',
    },
    pathNotEncoded: {
      what: 'la ruta se firmó sin codificación URI',
      fix: 'firma la ruta con codificación de porcentaje, con los escapes en mayúsculas',
    },
    pathNormalised: {
      what: 'la ruta se normalizó: se quitaron "//", "." y ".."',
      fix: 'para S3 firma la ruta tal como es; pueden ser parte de una clave',
    },
    pathNotNormalised: {
      what: 'la ruta no se normalizó: contiene "//", "." o ".."',
      fix: 'quítalos antes de firmar (RFC 3986, 5.2.4); solo S3 los conserva',
    },
    slashesEncoded: {
      what: 'las barras de la ruta se codificaron como %2F',
      fix: 'codifica los segmentos de la clave uno a uno y deja las barras entre ellos',
    },
    trailingSlash: {
      what: 'la ruta se firmó con otro final: una barra de más, o de menos',
      fix: 'firma exactamente la ruta que se envía',
    },
    escapesInLowerCase: {
      what: 'los escapes de porcentaje se firmaron en minúsculas',
      fix: 'escribe los escapes en mayúsculas: %2F, no %2f',
    },
    queryNotSorted: {
      what: 'la consulta no estaba ordenada',
      fix: 'al firmar, ordena los parámetros por nombre codificado y luego por valor codificado',
    },
    queryNotEncoded: {
      what: 'la consulta se firmó sin codificación URI',
      fix: 'al firmar, codifica nombres y valores; solo quedan A-Z a-z 0-9 - . _ ~',
    },
    queryEncodedTwice: {
      what: 'la consulta se codificó dos veces',
      fix: 'da al firmante los parámetros sin codificar, o haz que no los codifique de nuevo',
    },
    plusForSpace: {
      what: 'los espacios de la consulta se firmaron como signos más',
      fix: 'firma un espacio como %20 (Python: quote, no quote_plus; JavaScript: encodeURIComponent, no URLSearchParams)',
    },
    equalsMissing: {
      what: 'un parámetro sin valor se firmó sin "="',
      fix: 'firma ?tagging como tagging=',
    },
    queryNotSigned: {
      what: 'la consulta no se firmó',
      fix: 'firma la petición después de añadir el último parámetro',
    },
    hostPort: {
      what: 'Host se firmó como {signed} y se envió de otro modo',
      fix: 'firma Host exactamente como se envía, con el puerto si no es 80 ni 443',
    },
    otherHost: {
      what: 'la petición se firmó para el host {signed}',
      fix: 'firma para el host al que se envía; un proxy intermedio debe conservar Host',
    },
    bodyChanged: {
      what: 'el cuerpo no es el que se firmó',
      fix: 'firma los bytes que se envían; busca lo que añade un salto de línea o reescribe el cuerpo',
    },
    emptyPayloadHash: {
      what: 'el hash del cuerpo era el de un cuerpo vacío',
      fix: 'calcula el hash del cuerpo antes de firmar, de los mismos bytes que se envían',
    },
    unsignedPayload: {
      what: 'se firmó {literal} en el lugar del hash del cuerpo',
      fix: 'firma lo que dice la cabecera x-amz-content-sha256; los servicios que no son S3 quieren el hash del cuerpo',
    },
    payloadHashInUpperCase: {
      what: 'el hash del cuerpo se firmó en mayúsculas',
      fix: 'escribe los hashes en hexadecimal en minúsculas',
    },
    methodInLowerCase: {
      what: 'el método se firmó en minúsculas',
      fix: 'firma el método en mayúsculas, tal como se envía',
    },
    otherMethod: {
      what: 'la petición se firmó como {signed}',
      fix: 'firma el método que se envía; busca una redirección o un proxy que lo cambie',
    },
    otherDate: {
      what: 'el texto que se firma dice {signed}, y la cabecera otra fecha',
      fix: 'lee el reloj una sola vez y pon el mismo yyyymmddThhmmssZ en X-Amz-Date y en el texto que se firma',
    },
    repeatedHeader: {
      what: 'la cabecera repetida {name} se firmó de otro modo',
      fix: 'une los valores de una cabecera repetida con una coma sin espacio, en el orden en que se envían',
    },
    contentTypeChanged: {
      what: 'Content-Type se firmó como {signed}',
      fix: 'pon tú Content-Type antes de firmar, para que ninguna biblioteca añada o quite un charset; o no lo firmes',
    },
    headerNotListed: {
      what: 'la cabecera {name} se firmó y no está en SignedHeaders',
      fix: 'enumera todas las cabeceras firmadas, en minúsculas y ordenadas',
    },
    headerNotSigned: {
      what: 'SignedHeaders nombra {name}, que no se firmó',
      fix: 'enumera exactamente las cabeceras firmadas; no añadas ninguna después de firmar',
    },
    headerNotTrimmed: {
      what: 'el valor de {name} se firmó con sus espacios',
      fix: 'al firmar, recorta los valores y deja un solo espacio de cada serie de espacios',
    },
    blankAfterColon: {
      what: 'las cabeceras se firmaron como "nombre: valor"',
      fix: 'fírmalas como "nombre:valor", sin espacio tras los dos puntos',
    },
    headersNotSorted: {
      what: 'las cabeceras no se firmaron en orden',
      fix: 'al firmar, ordena las líneas de cabecera y SignedHeaders por nombre en minúsculas',
    },
    headerNamesNotLowerCase: {
      what: 'los nombres de las cabeceras se firmaron como están escritos',
      fix: 'firma los nombres en minúsculas',
    },
    blankLineMissing: {
      what: 'falta la línea vacía tras las cabeceras',
      fix: 'acaba cada cabecera con un salto de línea y añade uno más antes de la lista de nombres',
    },
    canonicalRequestNotHashed: {
      what: 'el texto que se firma acaba en la propia petición canónica',
      fix: 'pon ahí su SHA-256, en hexadecimal en minúsculas',
    },
    signatureNotHex: {
      what: 'la firma es correcta, pero no está escrita en hexadecimal en minúsculas',
      fix: 'escríbela con 64 dígitos, de la a a la f en minúsculas',
    },
  },

  because: {
    explicitDeny:
      '{policy} ({layer}) niega {action}, y ningún permiso de ningún sitio pesa más que una negación.',
    explicitDenyAt:
      '{policy} ({layer}, adjunta en {level}) niega {action}, y ningún permiso de ningún sitio pesa más que una negación.',
    noGuardrail:
      'Ninguna {layer} en {level} permite {action}. Una petición debe estar permitida en cada nivel: raíz, cada OU y cuenta.',
    noAllowInCap:
      '{action} sobre {resource} no está permitido por: {layer} ({policies}). Lo que ahí no se permite no puede concederlo nadie.',
    noIdentityPolicy: '{principal} no tiene ninguna política, así que nada permite {action}.',
    noIdentityAllow:
      'Ninguna de las políticas de identidad permite {action} sobre {resource}: {policies}.',
    noResourcePolicy:
      '{resource} no tiene política propia, y solo ella podría dejar entrar a un principal de otra cuenta.',
    noResourceAllow: 'La política de {resource} no permite {action} a {principal}.',
    noTrust: 'La política de confianza de {resource} no deja entrar a {principal}.',

    signatureMismatch:
      'La firma que llegó no es la que {party} calcula con la clave de {accessKeyId}.',
    nothingGuessed:
      'Ningún error que se pueda probar, solo o junto con otro, da la firma que llegó ({tried} probados). Así que está mal el secreto, o se firmaron bytes que aquí nadie puede adivinar.',
    searchEnded:
      'Los errores probables, y parejas de ellos, no dan la firma que llegó ({tried} probados; esta petición es demasiado larga para probar todas las parejas).',
    cannotBeTried:
      'Lo que no se puede probar sin el secreto: un espacio o salto de línea al final de él, el secreto de otra clave, una clave derivada para otra región, servicio o día.',
    noSignature:
      'Lo que llegó como Signature no es ningún HMAC-SHA256: tiene otra longitud u otros signos.',

    notSigned: 'La petición no lleva firma, y {party} no acepta ninguna de desconocidos.',
    noSuchKey: 'En este sandbox no existe ninguna clave de acceso {accessKeyId}.',
    keyInactive: 'La clave de acceso {accessKeyId} existe y está inactiva.',
    holderGone:
      'Aquel a quien pertenecía la clave {accessKeyId} ya no está, o se creó de nuevo con el mismo nombre.',
    tokenMissing:
      '{accessKeyId} es una clave temporal, y la petición no trajo ningún token de sesión con ella.',
    tokenWithLongTermKey:
      '{accessKeyId} es una clave permanente, y con ella llegó un token de sesión: busca uno que haya quedado en el entorno.',
    sealDoesNotOpen:
      'IAM no puede abrir el token de sesión: se cortó o se cambió, o viene de otro sandbox o de AWS.',
    tokenOfAnotherKey:
      'El token de sesión es auténtico, pero se emitió con una clave de acceso distinta de {accessKeyId}.',
    tokenExpired:
      'El token de sesión caducó el {expiresAt}; en el sandbox es {now}, {late} más tarde.',
    hopKeyAtGateway:
      'Las claves con que los servicios de este sandbox se preguntan entre sí no existen para los clientes.',
    foreignKey:
      'Parece una clave de AWS mismo: mira qué credenciales usa este cliente. Aquí no se guarda nada de la clave.',
    keyRefused: 'La clave {accessKeyId} fue rechazada.',

    clockSkew:
      'La petición lleva la fecha {requestedAt}, y el reloj del sandbox dice {now}: hay {distance} de diferencia, y se admiten {window}.',
    clockSkewOnHost: 'Según el reloj de esta máquina, {host}, hay {distance}.',
    scopeDateDiffers:
      'El ámbito de la credencial es del {given}, y la petición lleva la fecha {date}: deben ser el mismo día (UTC).',
    missingDate: 'No hay ni X-Amz-Date ni Date.',
    malformedDate: '"{given}" no es una fecha de la forma yyyymmddThhmmssZ.',
    malformedScopeDate: '"{given}" en el ámbito no es un día de la forma yyyymmdd.',

    severalMechanisms: 'La petición está firmada de más de una manera a la vez.',
    unsupportedMechanism: 'La autorización "{scheme}" no es AWS4-HMAC-SHA256.',
    notImplementedPart: 'AWS lo tiene, este sandbox todavía no: {name}.',
    repeatedHeader: 'La cabecera {name} llega más de una vez: se comprobaría una y se usaría otra.',
    authorizationWithoutSpace:
      'La cabecera Authorization no tiene espacio entre el algoritmo y el resto.',
    authorizationComponent: 'Un componente de la cabecera Authorization no tiene signo igual.',
    authorizationMissing: 'A la cabecera Authorization le falta {missing}.',
    authorizationCount:
      'La cabecera Authorization tiene {count} componentes; lleva Credential, SignedHeaders y Signature.',
    malformedCredential:
      'La credencial tiene {parts} partes entre barras; lleva cinco: clave, día, región, servicio, aws4_request.',

    wrongRegion: 'Está firmada para la región {given}; {party} responde aquí por {expected}.',
    noRegion: 'Está firmada para "{given}", que no es ninguna región.',
    wrongService: 'Está firmada para el servicio {given}, y llegó a {expected}.',
    wrongTerminator: 'Su ámbito acaba en "{given}"; lleva {expected}.',

    missingPayloadHash: 'S3 quiere la cabecera x-amz-content-sha256, y falta.',
    malformedPayloadHash:
      'x-amz-content-sha256 es "{given}": ni un SHA-256 en hexadecimal ni uno de los literales de S3.',
    payloadHashDiffers:
      'El cuerpo que llegó tiene el hash {computed}, y se firmó {declared}: cambió después de firmar.',
    headersNotSigned:
      'La firma no se mira mientras {names} lleguen sin firmar: Host y toda cabecera x-amz- deben estarlo.',

    samlCheck: 'Falló la comprobación "{check}" de la aserción: {because}.',
    samlExpected: 'Se esperaba {expected}, se encontró {found}.',
    credentials: 'El usuario y la contraseña no coinciden, o el usuario está deshabilitado.',
    lockedForNow: 'Demasiados intentos: el usuario está bloqueado por ahora.',
    codeWrong: 'El código de un solo uso no es el de este medio minuto.',
    codeStale: 'El código de un solo uso pertenece a un medio minuto anterior.',
    codeUsed: 'El código de un solo uso ya se había usado.',
    challenge: 'El segundo paso llegó demasiado tarde, o sin el primero.',
    form: 'Esta página no dio el formulario a este navegador, o ya es demasiado viejo.',
    staleForm: 'Esta página no dio el formulario a esta sesión, o ya es demasiado viejo.',
    unknownCode:
      'Ningún cliente en espera tiene este código de usuario: se usó, caducó o nunca existió.',
    tooManyCodes: 'Se escribieron demasiados códigos de usuario desconocidos.',
    unavailable: 'El proveedor de identidad no responde.',
    noInstance: 'La semilla no define ningún Identity Center, o esta dirección no es la suya.',
    unknownServiceProvider:
      'Ningún proveedor de servicio {found} está registrado en el proveedor de identidad.',
    foreignAcs:
      'La respuesta iría a {found}, que no está registrada para este proveedor de servicio.',
    otherDestination: 'La petición nombra otro destino: {found}.',
    badRequest: 'La petición no se puede leer: {found}.',

    hopFailed:
      '{from} preguntó a {to} ({about}) y no obtuvo respuesta que pudiera creer: {outcome}.',
    hopSaid: 'Se le dijo: {message}.',
    unknownService: 'Nada en la petición nombra un servicio que este sandbox tenga.',
    failed: 'Algo nuestro se rompió: {message}',
    found: '{name}: {value}',
    passed: 'La respuesta dice qué está mal. Hasta ahí había pasado: {stages}.',
  },
} as const satisfies Same<typeof english>
