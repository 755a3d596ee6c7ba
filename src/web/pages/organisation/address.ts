// Where the pages of the organisation stand.

export const ORGANISATION_PATH = '/organisation'

export const unitPath = (unit: string): string => `${ORGANISATION_PATH}/units/${unit}`
export const postPath = (post: string): string => `${ORGANISATION_PATH}/posts/${post}`
export const clientPath = (client: string): string => `${ORGANISATION_PATH}/clients/${client}`

/** No key has an underscore, so this is the address of none. */
export const NEW = '_new'
