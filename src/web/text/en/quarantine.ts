// Words for files that are held: not scanned yet, or in quarantine.

export const quarantine = {
  title: 'Quarantine',
  lead: 'Files in which malware was found. Their bytes are kept apart, made harmless, and can be downloaded by nobody.',
  heldTitle: 'Waiting for a decision',
  decidedTitle: 'Decided',
  none: 'No file is waiting for a decision.',
  noneDecided: 'Nothing has been decided yet.',
  scanner: 'Malware scanner',
  noScanner:
    'Not set: files from outside are not scanned. Install ClamAV and set MIPP_CLAMD; "mipp scan" then scans what is there.',
  isSet: (name: string): string => `Set: ${name}`,
  waiting: 'Waiting to be scanned',
  waitingFiles: (count: number): string => `${count} ${count === 1 ? 'file' : 'files'}`,
  file: 'File',
  found: 'Found',
  sender: 'Sender',
  noSender: 'without an account, or scanned again',
  foundAt: 'When',
  decision: 'Decision',
  decided: (state: string, who: string, when: string): string => `${state} by ${who}, ${when}`,
  states: { held: 'held', released: 'Released', destroyed: 'Destroyed' },
  decide: 'Decide',
  reason: 'Reason',
  reasonHint: 'It is recorded with your name. Release it only when you are sure that the scanner is wrong.',
  release: 'Release',
  destroy: 'Destroy',
  needsReason: 'Write the reason, in ten letters at least.',
  doneReleased: 'The file is released. Its sender can upload it again; a paper of a dossier can be opened now.',
  doneDestroyed: 'The file is destroyed.',
  tooLate: 'Somebody else has decided, or its bytes are no longer in the quarantine. This list is up to date.',
  waitingPageTitle: 'The file is being checked',
  waitingPage:
    'The malware scanner has not finished with this file, so it cannot be opened yet. Try again in a few minutes.',
  infectedPageTitle: 'The file is in quarantine',
  infectedPage:
    'The malware scanner found something in this file, so it cannot be opened. Ask its sender for another file, or ask the administrators.',
}
