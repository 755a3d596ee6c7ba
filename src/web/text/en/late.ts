// Words about time that is running out, delays, and due dates that were computed anew.

export const late = {
  promise: 'the promise',
  step: (activity: string): string => `the step "${activity}"`,
  audience: {
    holder: 'who holds the work',
    superior: 'their superior',
    head: 'the head of the office',
    applicant: 'the applicant',
    administrator: 'the administrators',
  },
  events: {
    share: (share: string, what: string): string => `${share} of the time of ${what} is used up`,
    due: (what: string): string => `The due date of ${what} has passed`,
    after: (span: string, what: string): string => `The due date of ${what} passed ${span} ago`,
    told: (audiences: string): string => `Told to ${audiences}`,
    explained: (what: string, reason: string): string => `Why ${what} was late: ${reason}`,
    acknowledged: (what: string): string => `A superior has taken note of why ${what} was late`,
    moved: 'Due dates were computed anew',
    movedFrom: (what: string, from: string, to: string): string => `${what}: from ${from} to ${to}`,
    none: 'no due date',
    movedForApplicant: 'The promised date was computed anew',
  },
}
