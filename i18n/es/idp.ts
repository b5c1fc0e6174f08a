/** Lo que el proveedor de identidad de la empresa dice a las personas. */
import type { idp as en } from '#i18n/en/idp.ts'
import type { Same } from '#i18n/same.ts'

export const idp = {
  say: 'El inicio de sesión de la empresa, no de AWS. La contraseña se queda aquí.',
  hop: (number, of) => `Salto ${number} de ${of}`,
  footer: 'Almadía es una empresa inventada. Esta página se ejecuta en tu equipo.',
  login: {
    title: 'Iniciar sesión en Almadía',
    heading: 'Te damos la bienvenida',
    lead: 'Inicia sesión con tu cuenta de la empresa.',
    userName: 'Correo electrónico',
    password: 'Contraseña',
    submit: 'Iniciar sesión',
    destination: (name) => `Volverás a ${name} con una declaración firmada de quién eres.`,
  },
  code: {
    title: 'Escribe tu código · Almadía',
    heading: 'Un paso más',
    lead: 'La contraseña es correcta. Ahora, el código de tu aplicación de autenticación.',
    code: 'Código de seis cifras',
    submit: 'Continuar',
  },
  alerts: {
    credentials: {
      title: 'El correo y la contraseña no coinciden.',
      text: 'Revisa ambos e inténtalo de nuevo.',
    },
    locked: {
      title: 'Demasiados intentos.',
      text: (seconds) => `Vuelve a intentarlo dentro de ${seconds} segundos.`,
    },
    codeWrong: {
      title: 'Ese código no ha servido.',
      text: 'Espera al siguiente en tu aplicación e inténtalo de nuevo.',
      field: 'No es el código de este momento.',
    },
    codeStale: {
      title: 'Ese código no ha servido.',
      text: 'Espera al siguiente en tu aplicación e inténtalo de nuevo.',
      field: 'Este código es de otros 30 segundos, ya pasados.',
    },
    codeUsed: {
      title: 'Ese código ya se usó.',
      text: 'Cada código sirve una sola vez. Espera al siguiente en tu aplicación.',
      field: 'Con este código ya se ha iniciado una sesión.',
    },
    form: {
      title: 'Esta página se había quedado antigua.',
      text: 'No se ha enviado nada. Inicia sesión de nuevo.',
    },
    challenge: {
      title: 'Ha pasado demasiado tiempo.',
      text: 'Empieza otra vez con tu correo y tu contraseña.',
    },
  },
  triesLeft: (count) => (count === 1 ? 'Queda 1 intento.' : `Quedan ${count} intentos.`),
  respond: {
    title: 'De vuelta · Almadía',
    signedIn: {
      heading: 'Sesión iniciada',
      lead: (name) => `Almadía ha firmado para ${name} una declaración de quién eres.`,
    },
    status: {
      heading: 'No se ha iniciado ninguna sesión',
      lead: (name) => `Almadía comunica a ${name} que no puede responder a esta petición.`,
    },
    submit: 'Continuar',
    manual: 'Si no ocurre nada, pulsa el botón.',
  },
  account: {
    link: 'Servicios de Almadía',
    title: 'Tu cuenta · Almadía',
    signedIn: (name) => `Has iniciado sesión como ${name}`,
    signedOut: 'No has iniciado sesión',
    services: 'Servicios que confían en Almadía',
    signOut: 'Cerrar sesión',
    lastsUntil: (instant) => `Esta sesión termina el ${instant} (hora del sandbox).`,
  },
  signedOut: {
    title: 'Sesión cerrada · Almadía',
    heading: 'Has cerrado la sesión',
    text: 'Almadía volverá a pedirte la contraseña. Las sesiones en otros servicios siguen vivas hasta que terminen.',
  },
  refusals: {
    title: 'Almadía no puede hacer esto',
    unknownServiceProvider: {
      heading: 'Almadía no sabe quién pregunta',
      text: 'La petición viene de un servicio que no está registrado aquí. No se le ha enviado nada.',
    },
    foreignAcs: {
      heading: 'La respuesta iría a una dirección ajena',
      text: 'La petición da una dirección que no está registrada para este servicio. Almadía solo envía declaraciones de quién eres a direcciones registradas.',
    },
    otherDestination: {
      heading: 'La petición era para otro',
      text: 'Da como destino otro proveedor de identidad.',
    },
    badRequest: {
      heading: 'La petición no se entiende',
      text: 'Lo que ha enviado el servicio no es una petición SAML que Almadía pueda leer.',
    },
  },
} as const satisfies Same<typeof en>
