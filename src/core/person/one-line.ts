// A name that somebody typed, wherever they typed it: on a page, in a program, on the command line.

/** One line as people mean it: no control or direction marks, single blanks. */
export const oneLine = (text: string): string =>
  text
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
