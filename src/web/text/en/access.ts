// Words about who opened secret dossiers.
import type { access as id } from '../id/access.ts'
import type { Widened } from '../text.ts'

export const access: Widened<typeof id> = {
  title: 'Access log',
  lead: 'Who opened a restricted or secret dossier, and who was refused. The same opening within ten minutes is noted once.',
  ofDossier: (number) => `Who opened dossier ${number}`,
  back: 'Back to the dossier',
  all: 'The whole access log',
  link: 'Who opened this dossier',
  none: 'Nobody has opened it yet.',
  open: 'This dossier is neither restricted nor secret; who opens it is not noted.',
  at: 'When',
  who: 'Who',
  hat: 'As',
  what: 'What was opened',
  dossier: 'Dossier',
  gone: 'the dossier is no longer there',
  kinds: {
    dossier: 'Page of the dossier',
    paper: 'Paper',
    sheet: 'Disposition sheet',
    archive: 'The whole dossier (ZIP)',
  },
  over: { pages: 'on the pages', api: 'by a program' },
  refused: 'Refused',
  allowed: 'Opened',
  older: 'Older',
}
