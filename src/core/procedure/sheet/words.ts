// The fixed words of the sheet; they are given from outside, so that the core knows no language of paper.
export type SheetWords = {
  title: string
  number: string
  created: string
  revised: string
  effective: string
  approvedBy: string
  name: string
  legalBasis: string
  qualifications: string
  related: string
  equipment: string
  warning: string
  recordKeeping: string
  no: string
  activity: string
  actors: string
  standard: string
  needs: string
  time: string
  makes: string
  note: string
  start: string
  process: string
  decision: string
  end: string
  /** Beside a symbol drawn with a broken line. */
  inferred: string
  continuedOn: (letters: string, page: number) => string
  continuedFrom: (letters: string, page: number) => string
  undrawn: (ways: string) => string
  pageOf: (page: number, pages: number) => string
  additions: string
  additionsLead: string
  addedSteps: string
  addedRules: string
  remarks: string
  step: (no: string) => string
  rules: {
    return: (from: string, to: string) => string
    sendBack: (from: string, to: string) => string
    fourEyes: (steps: string) => string
    reject: (by: string) => string
    pauses: { applicant: (step: string) => string; 'third-party': (step: string) => string }
    extension: (most: string) => string
    withdraw: string
    withdrawBefore: (step: string) => string
    initials: (letter: string, by: string) => string
    counter: string
    rating: string
  }
}
