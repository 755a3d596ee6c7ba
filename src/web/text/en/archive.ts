// Words about a whole dossier as one ZIP, and its index.
import type { archive as id } from '../id/archive.ts'
import type { Widened } from '../text.ts'

export const archive: Widened<typeof id> = {
  download: 'Download the whole dossier (ZIP)',
  hint: 'All papers that you may see, an index with their SHA-256 fingerprints, and the history.',
  title: (number) => `Dossier ${number}`,
  office: 'Office',
  service: 'Service',
  client: 'Applicant',
  papers: 'Papers in this archive',
  noPapers: 'This dossier holds no paper that you may see.',
  file: 'File in the archive',
  paper: 'Paper',
  kind: 'Kind',
  number: 'Number',
  size: 'Size',
  bytes: 'Size (bytes)',
  filed: 'Filed',
  by: 'By',
  at: 'Time',
  fingerprint: 'SHA-256',
  replaced: 'replaced',
  states: {
    withheld: 'held back: not checked yet, or dangerous; left out',
    whole: 'whole',
    damaged: 'damaged in the storage, left out',
    missing: 'gone from the storage, left out',
  },
  howToCheck: 'To make sure that nothing has changed since the download, run in this folder (Linux, macOS):',
  history: 'History of the dossier',
}
