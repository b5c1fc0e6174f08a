/** Something in the way that we did not write, and leave as it is. */
export class ForeignFolder extends Error {
  readonly path: string

  constructor(path: string) {
    super(`${path} is not ours`)
    this.name = 'ForeignFolder'
    this.path = path
  }
}
