/** Every escape as the byte that it stands for, one character a byte; what is no escape stays. */
export const uriDecode = (text: string): string =>
  text.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
