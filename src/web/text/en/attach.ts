// Words for files that are attached beside the form.

export const attach = {
  title: 'Attach a file',
  lead: 'For a further file: PDF, JPEG or PNG, 10 MB at most.',
  file: 'File',
  note: 'Note',
  visible: 'Show it to the applicant',
  visibleHint: 'Without this mark only officers see the attachment.',
  send: 'Attach',
  again: 'Choose the file once more; the browser does not keep it.',
  done: 'The file is attached.',
  attached: (name: string): string => `File attached: ${name}`,
  named: (name: string): string => `Attachment: ${name}`,
  by: (who: string, when: string): string => `Attached by ${who}, ${when}`,
  inside: 'for officers only',
  forApplicant: 'for the applicant too',
}
