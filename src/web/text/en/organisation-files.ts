// Words of importing and exporting the organisation in English.
export const organisationFiles = {
  title: 'CSV files',
  lead: 'The organisation as tables for a spreadsheet: download, change, upload again. Nothing changes before you have agreed to its preview.',
  exportTitle: 'Download',
  exportLead:
    'Separated by semicolons, with column headings. Names of people stand only in these files, so keep them well.',
  kinds: {
    units: 'Units',
    posts: 'Posts',
    mandates: 'People and mandates',
    substitutes: 'Substitutes',
    clients: 'Agencies',
  },
  importTitle: 'Upload',
  importLead:
    'One file or several at once; what they are is known by the column headings. Rows are matched by key, or by mail address, post and first day. What is not in a file is left alone. An address without an account is invited after you have agreed.',
  file: 'CSV files',
  fileHint: '200 KB in all.',
  fileMissing: 'Choose at least one CSV file.',
  tooBig: 'All files together may have 200 KB. Upload them one after the other.',
  preview: 'See the preview',
  previewTitle: 'Preview of the import',
  previewLead: 'Nothing has been written yet. Look at every line, then agree.',
  line: 'Line',
  what: 'Content',
  verdict: 'Effect',
  says: 'Remark',
  verdicts: { new: 'New', changed: 'Changed', unchanged: 'Unchanged', ended: 'Ended', refused: 'Refused' },
  counts: (counts: { fresh: number; changed: number; unchanged: number; ended: number; refused: number }) =>
    `${counts.fresh} new, ${counts.changed} changed, ${counts.ended} ended, ${counts.unchanged} unchanged, ${counts.refused} refused.`,
  refused:
    'Mend the refused lines in their file and upload it again. As long as one is refused nothing can be written.',
  nothing: 'Nothing would change, so there is nothing to agree to.',
  hash: (sha256: string) => `Fingerprint of the file (SHA-256): ${sha256}`,
  confirm: 'Agree and write',
  again: 'Upload other files',
  done: (count: number) => `${count} ${count === 1 ? 'change' : 'changes'} written.`,
  stale: 'The organisation has changed since that preview was made, so nothing was written. This is the new preview.',
  broken: 'That preview can no longer be read. Upload the files once more.',
}
