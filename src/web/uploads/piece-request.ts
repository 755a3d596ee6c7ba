// A piece of a file is no form: its body is read by whoever takes the piece, and the key of the session stands in a head.
export const UPLOADS_PATH = '/uploads'

/** Carries the key that forms carry in a field. */
export const KEY_HEADER = 'x-mipp-key'

export const isPiece = (path: string, contentType: string): boolean =>
  path.startsWith(`${UPLOADS_PATH}/`) && contentType === 'application/octet-stream'
