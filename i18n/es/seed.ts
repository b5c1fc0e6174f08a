/** Los mismos textos que en/seed.ts. */
import type { seed as english } from '../en/seed.ts'
import type { Same } from '../same.ts'

export const seed = {
  wholeFile: 'el archivo',
  heading: 'No se puede usar la semilla {file}:',
  more: 'y {count} más',

  /** Each follows the path of a field. */
  problem: {
    fileMissing: 'no existe; indica la ruta de un archivo YAML o JSON',
    fileUnreadable: 'no se puede leer ({reason}); indica un archivo que puedas leer',
    fileTooLarge: 'ocupa más de {limit} bytes; quita lo que el sandbox no necesita',
    notUtf8: 'no es texto UTF-8; guárdalo como UTF-8',
    syntax: 'no es YAML ni JSON en la línea {line}, columna {column}: {reason}',
    tooManyAliases: 'repite sus anclas demasiadas veces; escribe los valores completos',
    tooDeep: 'tiene más de {limit} niveles de anidamiento; hazlo más plano',
    tooManyValues: 'tiene más de {limit} valores; quita lo que el sandbox no necesita',
    unknownField: 'no es un campo de la semilla; aquí se admiten {known}',
    unknownFieldNear: 'no es un campo de la semilla; ¿querías decir {near}?',
    missing: 'es obligatorio; añádelo',
    mustBeText: 'debe ser texto; ponlo entre comillas',
    mustBeList: 'debe ser una lista; escribe sus elementos como [a, b] o cada uno tras un guion',
    mustBeObject: 'debe tener campos; escríbelos como nombre: valor',
    tooShort: 'no puede tener menos de {limit}; complétalo',
    tooLong: 'no puede tener más de {limit}; acórtalo',
    mustBeOneOf: 'debe ser uno de {known}; corrígelo',
    malformed:
      'tiene una forma que la semilla no admite; mira el ejemplo de la semilla por defecto',
    accountId: 'debe tener doce dígitos entre comillas, como "111122223333"; corrígelo',
    canonicalUserId: 'debe tener 64 dígitos hexadecimales en minúscula; corrígelo o quítalo',
    permissionSetName:
      'debe tener de 1 a 32 de los caracteres A-Z a-z 0-9 _ + = , . @ -; renómbralo',

    duplicateAccount: '{id} ya es la cuenta de {first}; da a cada cuenta su propio id',
    duplicateAccessKey: 'ya es la clave de {first}; da a cada clave su propio id',
    duplicateUser:
      '{name} ya es el usuario de {first}; IAM no distingue mayúsculas, así que elige otro nombre',
    duplicatePerson:
      '{name} ya es la persona de {first}; no se distinguen mayúsculas, así que elige otro nombre',
    duplicatePermissionSet:
      '{name} ya es el conjunto de permisos de {first}; cambia el nombre de uno de ellos',
    duplicateOu: '{name} ya es la unidad organizativa de {first}; cambia el nombre de una de ellas',
    reservedOu: 'root es la raíz de la organización; elige otro nombre',
    duplicatePolicy: '{name} ya es la política de {first}; cambia el nombre de una de ellas',
    noAccount: 'no hay ninguna cuenta {name}; añádela a accounts o corrige el id',
    noAccountNear: 'no hay ninguna cuenta {name}; ¿querías decir {near}?',
    placedTwice: 'la cuenta {id} ya está en {first}; déjala en un solo sitio',
    noTarget:
      'no hay ningún destino {name}; escribe root, el nombre de una OU o una cuenta de ella',
    noTargetNear: 'no hay ningún destino {name}; ¿querías decir {near}?',
    noPermissionSet:
      'no hay ningún conjunto de permisos {name}; añádelo a identityCenter.permissionSets',
    noPermissionSetNear: 'no hay ningún conjunto de permisos {name}; ¿querías decir {near}?',
    noGroup: 'nadie de workforce está en el grupo {name}; añádelo a los groups de una persona',
    noGroupNear: 'nadie de workforce está en el grupo {name}; ¿querías decir {near}?',
    noPerson: 'no hay ninguna persona {name} en workforce.users; añádela o corrige el nombre',
    noPersonNear: 'no hay ninguna persona {name} en workforce.users; ¿querías decir {near}?',
    groupOrUser: 'admite exactamente uno de group y user; deja solo uno',
    sessionDuration: 'debe estar entre PT1H y PT12H; {value} no lo está',
    notBase32: 'debe ser base32 (A-Z y 2-7), con al menos 16 caracteres; codifica así el secreto',
    policyTooLarge: 'tiene {size} caracteres y AWS admite {limit}; acorta la política',
  },
} as const satisfies Same<typeof english>
