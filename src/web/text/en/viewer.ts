// Words of the page on which one paper is read.
import type { viewer as id } from '../id/viewer.ts'
import type { Widened } from '../text.ts'

export const viewer: Widened<typeof id> = {
  open: 'Read on a page of its own',
  back: 'Back to the dossier',
  download: 'Download',
  print: 'For printing',
  none: 'This paper cannot be shown here: it has not been checked yet, is held back as dangerous, or is no PDF or picture that can be read. Where the download works, open it with a program of your own.',
  zoom: 'Size',
  zooms: { fit: 'As wide as the screen', '100': '100%', '150': '150%', '200': '200%' },
  pages: 'Pages of the paper',
  page: (page, of) => `Page ${page} of ${of}`,
  toPage: (page) => `Page ${page}`,
  textOf: (page) => `Text of page ${page}`,
  wholeText: 'Text of the whole paper',
  sheets: 'The paper',
  onlyFirst: (count) => `Only the first ${count} pages are shown. Download it to read the others.`,
  find: 'Find in this paper',
  findButton: 'Find',
  found: (count) => `Found on ${count} ${count === 1 ? 'page' : 'pages'}`,
  notFound: (query) => `"${query}" was not found. A scan without text cannot be searched.`,
  kinds: { pdf: 'PDF', picture: 'Picture', other: 'File' },
}
