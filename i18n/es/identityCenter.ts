/** Lo que las páginas de IAM Identity Center dicen a las personas. */
import type { identityCenter as en } from '#i18n/en/identityCenter.ts'
import type { Same } from '#i18n/same.ts'

export const identityCenter = {
  party: 'Identity Center',
  signedInAs: (name, company) => `Sesión iniciada como ${name}, a través de ${company}`,
  notSignedIn: 'IAM Identity Center de este sandbox',
  hop: (number, of) => `Salto ${number} de ${of}`,
  approve: {
    title: 'Aprobar un cliente',
    heading: '¿Permitir que este cliente acceda a tus datos?',
    codeQuestion: '¿Es este el código de tu terminal?',
    endsIn: (time) => `Termina en ${time}`,
    client: 'Cliente',
    may: 'Podrá',
    askedFrom: 'Lo pide',
    secondsAgo: (address, seconds) =>
      seconds === 1 ? `${address}, hace 1 segundo` : `${address}, hace ${seconds} segundos`,
    warning:
      'Si no lo has empezado tú, deniégalo. Quien tenga el código de dispositivo correspondiente recibe tu acceso: esta página no puede saber quién es.',
    deny: 'Denegar',
    allow: 'Permitir acceso',
    scopes: {
      'sso:account:access': 'ver tus cuentas y roles, y obtener credenciales para ellos',
    },
    otherScope: 'usar el ámbito',
  },
  enterCode: {
    title: 'Introduce tu código',
    heading: 'Introduce el código de tu terminal',
    lead: 'Lo muestra el cliente que pide acceso a tus cuentas: ocho letras.',
    code: 'Código',
    submit: 'Continuar',
    wrong: 'Eso no es un código: tiene ocho letras, como BCDF-GHJK.',
  },
  start: {
    title: 'Tus cuentas',
    count: (accounts, roles) =>
      `${accounts === 1 ? '1 cuenta' : `${accounts} cuentas`}, ${roles === 1 ? '1 rol' : `${roles} roles`}`,
    none: 'No tienes nada asignado: ni tú ni ningún grupo en el que estés.',
    byGroup: (group) => `por el grupo ${group}`,
    direct: 'asignado directamente a ti',
    lasts: (duration) => `sesiones de ${duration}`,
    sessionEnds: (time) => `Esta sesión termina a las ${time}.`,
    signOut: 'Cerrar sesión',
    signOutNote:
      'Al cerrar la sesión acaban ella y el acceso de tus terminales. Las credenciales ya entregadas siguen vivas hasta que caduquen.',
  },
  next: {
    accounts: 'Ver tus cuentas',
    anotherCode: 'Introducir otro código',
    signIn: 'Iniciar sesión otra vez',
  },
  messages: {
    approved: {
      heading: 'Acceso permitido',
      text: 'Puedes cerrar esta ventana y volver a tu terminal.',
    },
    denied: {
      heading: 'Acceso denegado',
      text: 'El cliente no recibe nada. Puedes cerrar esta ventana.',
    },
    signedOut: {
      heading: 'Has cerrado la sesión',
      text: 'Las credenciales ya entregadas siguen vivas hasta que caduquen. También la sesión en tu empresa: no te pedirá la contraseña hasta que termine o la cierres allí.',
    },
    unknownCode: {
      heading: 'Este código no se conoce',
      text: 'Ya se ha usado, ha caducado o nunca se entregó. Empieza de nuevo en tu terminal.',
    },
    signInFailed: {
      heading: 'No se ha podido completar tu petición',
      text: 'La declaración de tu proveedor de identidad no se ha aceptado. AWS no dice más; este sandbox muestra qué comprobación ha fallado.',
    },
    staleForm: {
      heading: 'Esta página se había quedado antigua',
      text: 'No se ha cambiado nada. Empieza de nuevo en tu terminal.',
    },
    tooManyCodes: {
      heading: 'Demasiados códigos',
      text: 'Has introducido demasiados códigos que no se conocen. Espera un cuarto de hora y empieza de nuevo en tu terminal.',
    },
    unavailable: {
      heading: 'Ahora no puedes iniciar sesión',
      text: 'El proveedor de identidad de tu empresa no responde.',
    },
    noInstance: {
      heading: 'Aquí no hay Identity Center',
      text: 'La semilla de este sandbox no configura ninguno.',
    },
  },
  failedCheck: {
    check: 'Comprobación fallida',
    reason: 'Motivo',
    expected: 'Esperado',
    found: 'Encontrado',
  },
} as const satisfies Same<typeof en>
