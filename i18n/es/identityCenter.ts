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
      text: 'Las credenciales ya entregadas siguen vivas hasta que caduquen.',
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
  },
  failedCheck: {
    check: 'Comprobación fallida',
    reason: 'Motivo',
    expected: 'Esperado',
    found: 'Encontrado',
  },
} as const satisfies Same<typeof en>
