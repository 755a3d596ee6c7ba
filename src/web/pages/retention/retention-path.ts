// Where the pages of retention stand.
export const RETENTION_PATH = '/retention'
