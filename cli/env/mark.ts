/** The first line of the files that we write: by it we know our own again. */
export const mark = '# Written by `hopscope env`, which writes it anew each time.'
