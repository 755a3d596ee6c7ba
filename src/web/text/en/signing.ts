// Words for the signing of letters.

export const signing = {
  methods: {
    none: 'Issued in MIPP',
    seal: 'Electronic seal of the office',
    wet: 'Signed by hand, then scanned',
    bsre: 'Electronic signature of BSrE',
  },
  events: {
    prepared: 'The page is frozen and waits for its signature',
    begun: 'The letter was sent to the signing service',
    failed: 'The letter could not be signed yet',
    unknown: 'The outcome of signing is not known',
    settled: 'Declared: no signed copy exists',
    voided: (number: string): string => `Number ${number} was given up`,
    signed: {
      seal: (level: string): string => `Sealed electronically (PAdES ${level})`,
      bsre: (level: string): string => `Signed electronically through BSrE (PAdES ${level})`,
      wet: 'Signed by hand; the scan was matched by its QR code',
      wetByEye: (reason: string): string => `Signed by hand; the scan was matched by eye: ${reason}`,
    },
  },
}
