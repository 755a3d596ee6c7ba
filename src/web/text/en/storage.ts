// Words about the storage of papers: which are damaged or missing.
import type { storage as id } from '../id/storage.ts'
import type { Widened } from '../text.ts'

export const storage: Widened<typeof id> = {
  title: 'Storage of papers',
  lead: 'Each paper is compared with its fingerprint (SHA-256) whenever it is read, and all of them once a week. What is damaged is handed to nobody.',
  troubles: 'Papers that are damaged or missing',
  none: 'None is known to be damaged or missing.',
  more: (count) => `Only the first ${count} are shown. The whole list: mipp files verify.`,
  howTo:
    'Put the file back from a backup into the storage folder under the same name, then run mipp files verify. What is found whole again leaves this list.',
  state: 'State',
  states: { damaged: 'damaged', missing: 'missing' },
  dossier: 'Dossier',
  paper: 'Paper',
  found: 'Found',
  fingerprint: 'SHA-256',
  walk: 'The last look at all of them',
  noWalk: 'They have never been looked through as a whole. That is done every night, or by mipp files verify.',
  began: 'Began',
  ended: 'Ended',
  going: 'not complete; it goes on tonight',
  looked: 'Looked at',
  lookedAt: (files, size) => `${files} papers, ${size}`,
  result: 'Result',
  results: (damaged, missing) => `${damaged} damaged, ${missing} missing`,
}
