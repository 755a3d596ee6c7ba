// Words of the public page that checks whether a letter is genuine.
import type { check as id } from '../id/check.ts'
import type { Widened } from '../text.ts'

export const check: Widened<typeof id> = {
  title: 'Check a letter',
  lead: 'Type the check code that is printed under the QR code of the letter. A number alone only tells whether it is void, or its letter not signed yet.',
  code: 'Check code',
  find: 'Check',
  genuine: 'This letter was issued by our office',
  genuineLead:
    'Compare what stands below with the letter in your hand. Where it differs, that letter is not a true copy.',
  demo: 'For demonstration only; not an official letter',
  demoLead:
    'Our office issued this letter with a seal for demonstration, which has no legal force. Do not use it as an official letter.',
  withdrawn: 'This letter was withdrawn and is no longer valid',
  withdrawnOn: (day) => `Our office issued this letter, and withdrew it on ${day}.`,
  replaced: (number) => `In its place came letter number ${number}`,
  replacedWithoutNumber: 'The letter in its place',
  notReplaced: 'No letter has come in its place.',
  unsigned: 'The letter of this number has not been signed',
  unsignedLead:
    'This number stands in the book of our office, but no letter has been issued under it. A print or file that bears it is not valid. Check again later, or ask the office.',
  voided: 'This number is void',
  voidedOn: (day) =>
    `Our office made this number void on ${day}. No letter was issued under it; whatever bears it is not valid.`,
  destroyed: 'The file of this letter was destroyed',
  destroyedBy: (record, day) =>
    `Its time of keeping had ended, and its file was destroyed on ${day} by official record number ${record}. What stands below comes from the book of outgoing letters.`,
  stillCompared: 'The fingerprint of the letter is kept: your file can still be compared.',
  nothingToCompare: 'The fingerprint of the letter was not kept, so your file cannot be compared any more.',
  notKept: 'not kept any more',
  unknown:
    'This code is not in our records. It cannot be said that a letter with this code is genuine: the code may be mistyped, be the number of the letter, or not from this office. Ask the office.',
  number: 'Number of the letter',
  date: 'Date of the letter',
  letter: 'Kind of letter',
  post: 'Signed by',
  office: 'Office',
  subject: 'Dossier about',
  hidden: 'not shown, because of the nature of the letter',
  signing: 'How it was signed',
  signed: {
    none: 'Issued in MIPP, without an electronic signature',
    seal: (level) => `Sealed electronically with the certificate of the office (PAdES ${level})`,
    bsre: (level) => `Signed electronically through BSrE (PAdES ${level})`,
    wet: 'Signed by hand on paper; what is kept is its scan',
  },
  certificate: 'Certificate',
  certificateOf: (subject, issuer) => `${subject}, issued by ${issuer}`,
  demoCertificate: 'a certificate for demonstration, without legal force',
  fingerprint: 'Fingerprint of the file (SHA-256)',
  file: {
    title: 'Compare your PDF file',
    lead: 'Every file has a fingerprint (SHA-256), which changes when a single letter is changed. You need not send us the file.',
    drop: 'Drop a PDF here, or choose one:',
    choose: 'Choose a PDF file',
    stays: 'The fingerprint is computed on your device. The file is not sent; only its fingerprint is.',
    working: 'Computing the fingerprint …',
    broken: 'The browser cannot read this file. Compute its fingerprint with the command below.',
    typed: 'Fingerprint of your file',
    typedHint: '64 letters and digits',
    compare: 'Compare',
    byHand: 'How to compute the fingerprint yourself',
    commands: 'Run this on your computer, and paste the 64 letters and digits that come out:',
    systems: { linux: 'Linux', windows: 'Windows', mac: 'macOS' },
    malformed: 'A SHA-256 fingerprint has 64 signs, digits 0 to 9 and letters a to f. Copy all of it again.',
    same: 'Your file is the one that we issued',
    sameLead: 'Every byte is the same: nothing was changed.',
    sameWithdrawn: 'Every byte is the same, but this letter was withdrawn.',
    frozen: 'Your file is the page before it was signed',
    frozenLead:
      'This page was printed to be signed; it is not the signed letter. It says the same, but is not valid by itself.',
    different: 'Your file is not the one that we issued',
    differentLead:
      'It may have been changed, or be a scan, a photograph, or another saving of the same letter. What counts is what the office has on record: compare what stands below, or ask the office for a copy.',
    other: 'Your file is another letter of our office',
    otherLead: 'The code that you opened and the file that you chose are not the same letter.',
    openOther: 'See what is known of that letter',
    none: 'No letter of ours is the same as that file',
    noneLead:
      'It may have been changed, or be a scan, a photograph, or another saving. Try the check code that is printed on the letter.',
  },
}
