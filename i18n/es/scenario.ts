/** Los mismos textos que en/scenario.ts. */
import type { scenario as english } from '../en/scenario.ts'
import type { Same } from '../same.ts'

export const scenario = {
  titles: {
    'create-bucket': 'Una persona inicia sesión y crea un bucket',
  },
  kinds: {
    tour: 'recorrido',
    lesson: 'lección',
    challenge: 'reto',
    incident: 'incidente',
  },
  parties: {
    cli: 'CLI',
    browser: 'navegador',
    idp: 'IdP',
    'identity-center': 'Identity Center',
    sts: 'STS',
    iam: 'IAM',
    s3: 'S3',
  },

  layers: {
    scp: 'SCP',
    rcp: 'RCP',
    resource: 'política del recurso',
    boundary: 'límite de permisos',
    session: 'política de sesión',
    identity: 'política de identidad',
  },

  castTitle: 'Quién responde, cada cual en su puerto de esta máquina',
  castRoles: {
    'identity-center': 'sabe quién puede tomar qué rol',
    idp: 'solo él conoce las contraseñas',
    sts: 'emite credenciales que caducan',
    s3: 'guarda los buckets; pregunta a IAM',
    iam: 'conoce claves, roles y políticas',
  },

  hopMeaning: {
    'identity-center:StartDeviceAuthorization':
      'La CLI quiere actuar por una persona y recibe un código que esa persona debe aprobar.',
    'idp:AuthnRequest':
      'El navegador abre la página del código. Allí nadie ha iniciado sesión, así que se le envía al proveedor de identidad de la empresa: ¿quién es?',
    'idp:Login': 'La persona demuestra quién es. Solo la empresa ve la contraseña.',
    'identity-center:SAMLResponse':
      'El proveedor de identidad responde con una declaración firmada, y el navegador la lleva de vuelta.',
    'identity-center:Approve':
      'Con la sesión ya iniciada, la persona compara el código y deja entrar a la CLI.',
    'identity-center:CreateToken':
      'La CLI ha seguido preguntando y recibe un token de acceso. Abre Identity Center y nada más.',
    'identity-center:GetRoleCredentials': 'Con ese token, la CLI pide un rol en una cuenta.',
    'sts:AssumeRoleWithSAML':
      'Antes de responder, Identity Center hace que STS emita credenciales para el rol.',
    's3:CreateBucket': 'La CLI firma su petición con ellas. La clave secreta no se envía nunca.',
    'iam:resolveCaller':
      'S3 no ha visto nunca esta clave. Pregunta a IAM de quién es y recibe con qué comprobar esta firma y ninguna otra.',
    'iam:authorize': 'S3 ya sabe quién pide, y pregunta a IAM si puede.',
    'cli:CreateBucket': 'Solo ahora hay un bucket, un registro para el auditor y una respuesta.',
  },

  principals: {
    GROUP: 'el grupo',
    USER: 'el usuario',
  },

  list: 'Escenarios',
  listHint: 'hopscope scenario NOMBRE ejecuta uno.',
  legend:
    'Cada parte comprueba lo que recibe y no se fía de la palabra de nadie. [post n] es el paso n de la publicación que cuenta este flujo en nueve: del 1 al 4 se inicia sesión, una vez; del 5 al 9 es una petición.',
  doesNotHold: 'no se cumple: {check}',
  post: '[post {steps}]',
  validUntil: 'válido hasta {until}, {left}',
  validUntilAlone: 'válido hasta {until}',
  refused: 'se rechazó a un cliente: {message}',
  onlyRepeat: 'mismas credenciales: solo se repiten los saltos {hops}',
  auditTitle: 'Lo que ve el auditor',
  auditAt: 'Hora',
  auditAccount: 'Cuenta',
  auditEvent: 'Evento',
  auditWho: 'Quién',
  auditError: 'Error',
  auditEmpty: 'no se registró nada',
  allHold: 'Cada salto comprobó lo que recibió, y todo se cumplió.',
  notAllHold: 'No todo se cumplió; los saltos marcados arriba dicen qué no.',
  interrupted: 'interrumpido; no se envió nada más',

  hopCheck: {
    clientRegistered: 'el cliente {client} está registrado, con su propio secreto',
    grantRegistered: 'el cliente pide la concesión que registró: {grant}',
    startUrlIsOurs: 'la URL de inicio {startUrl} es la de este directorio',
    redirectIsLoopback: 'la redirección {redirectUri} lleva a esta máquina; su puerto puede variar',
    challengeKept: 'el reto del código ({method}) se guarda para el canje del salto 6',
    pendingUntilApproved: 'mientras nadie apruebe no hay token: authorization_pending',

    serviceProviderKnown: 'el IdP conoce al proveedor de servicio {issuer}',
    acsRegistered: 'la respuesta va a la dirección registrada {acsUrl}',
    browserCarries: 'el navegador lleva la petición; Identity Center nunca llama al IdP',

    passwordMatches: 'la contraseña de {userName} coincide con su hash de scrypt',
    totpMatches:
      'el código de un solo uso de {userName} es el de este medio minuto y está sin usar',
    attemptsWithinLimit:
      '{failures} intentos fallidos, menos que los {limit} que bloquean al usuario',
    formIsOurs: 'el formulario era nuestro: su token pertenece a este navegador',

    assertionSigned: 'la aserción está firmada ({algorithm}) por el certificado configurado',
    issuerIsConfigured: 'la emite {issuer}, el IdP configurado',
    answersOurRequest: 'responde a nuestra propia petición {inResponseTo}',
    audienceIsUs: 'su audiencia es {audience}',
    recipientIsUs: 'su destinatario es {recipient}',
    withinTimes: 'ahora está entre {notBefore} y {notOnOrAfter}',
    assertionUsedOnce: 'la aserción {assertionId} no se había usado antes',
    userExists: '{userName} existe en el almacén de identidades y está habilitado',

    sameBrowserSession: 'la aprobación viene del navegador que inició sesión',
    approvalIsOurs: 'el formulario de aprobación era nuestro: su token pertenece a esta sesión',
    userCodeMatches: 'el código {userCode} pertenece a un cliente que espera',
    userEnabled: '{userName} sigue habilitado',

    clientSecretMatches: 'el cliente se identifica con su secreto',
    codeUsedOnce: 'el código se canjea por primera vez',
    verifierMatches: 'el hash del verificador es el reto del salto 1',
    deviceApproved: 'la persona aprobó este código de dispositivo',
    pollingInterval: 'el cliente esperó los {seconds} s entre sus preguntas',

    bearerAlive: 'el token de acceso es nuestro y sigue vivo',
    portalSessionAlive: 'la sesión del portal de la que viene no se ha cerrado',
    assigned: '{userName} tiene {permissionSet} en la cuenta {account}, por {through}',

    assertionKeyKnown: 'la aserción está firmada por el proveedor {provider}',
    callerMayUseReservedRole: 'quien llama es {principal}: nadie más puede asumir este rol',
    trustPolicyAllows: 'la política de confianza de {role} admite esta aserción',
    durationWithin: '{seconds} s están dentro de los {maximum} s que permite el rol',

    authorizationWellFormed: 'la cabecera Authorization está bien formada ({algorithm})',
    scopeMatches: 'el ámbito es hoy, {region}, {service}',
    dateFresh: 'la fecha está a {skew} s de nuestro reloj, dentro de los 15 minutos',
    sessionTokenSigned: 'el token de sesión está entre las cabeceras firmadas',
    signedAgain: 'otra implementación de Signature Version 4 calcula la misma firma',
    hostSigned: 'el host está entre las cabeceras firmadas',

    sealOpens: 'IAM abre el sello que STS puso al token de sesión',
    keyBelongsToToken: 'la clave {accessKeyId} pertenece a este token',
    sessionAlive: 'la sesión vive hasta {expiresAt}',
    derivedKeyOnly:
      'la respuesta trae una clave solo para {date}, {region}, {service}, no el secreto',
    signatureMatches: 'la firma que calcula S3 es la que llegó',

    noExplicitDeny: 'ninguna política deniega {action} en {resource}',
    capAllows: '{layer} lo deja pasar',
    capAbsent: '{layer}: no hay, así que no limita nada',
    granted: '{policy} ({layer}) lo concede',
    decisionSigned: 'la decisión vuelve firmada por {issuer}',
    decisionFromOwner:
      'la decisión es la respuesta de {issuer}; una llamada a función no necesita firma',

    decisionIsForThisRequest: 'la decisión está atada a esta misma petición',
    bodyMatchesHash: 'el cuerpo es aquel cuyo hash se firmó',
    bucketNameFree: 'ninguna cuenta tiene un bucket {bucket}',
    recordedWithChange: '{eventName} se registra en el mismo commit que el cambio',
  },
} as const satisfies Same<typeof english>
