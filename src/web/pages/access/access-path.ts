// Where the log of who opened secret dossiers stands; the pages themselves are drawn with the page around them.
export const ACCESS_PATH = '/access-log'
