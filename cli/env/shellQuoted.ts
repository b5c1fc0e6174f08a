/** A word that a POSIX shell takes as it is (XCU 2.2.2): between single quotes nothing has a meaning but the quote. */
export const shellQuoted = (value: string): string => `'${value.replaceAll("'", "'\\''")}'`
