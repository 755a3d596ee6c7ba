// The words for one request from start to end, on the reference page for programs.
export const walk = {
  title: 'One request from start to end',
  lead: 'These lines are tested in the demo office of Demak. Put your own service, client and answers in their place, and keep values of the answers in shell variables as told under each line.',
  tokenOfApplicant: 'applicant: read, apply',
  tokenOfOfficer: 'officer: read, work',
  answered: (status: number): string => `Answer ${status}; its shape and an example:`,
  keep: (name: string, place: string): string => `Keep \`${place}\` as \`${name}\``,
  steps: {
    services: 'The services that may be asked for. The name of a service is its `procedure`.',
    form: 'The form of that service: every `field` with its type, and the choices that are valid.',
    upload: 'Upload the request letter. Without one MIPP makes it from the form, where the service allows that.',
    check:
      'Judge without filing. Empty `faults` mean that the request can be filed. The id of the upload goes into `files`, under the name of its field.',
    file: 'File it. Under the same key there is one dossier, also when this line is repeated. The header `Location` tells its address.',
    follow: 'Follow it: `status`, `position` in one sentence, and `waits`: what is waited for, and whom.',
    tasks: 'As an officer: the work list of your posts. Find the row with that `dossier`.',
    task: 'Read the task. Its `act` says what the answer looks like; where there is a `question`, answer with `exit`. The header `ETag` may be sent as `If-Match`, so that nothing is done when the task has changed.',
    finish: 'Finish it, here for the `act` `enter`: the letter is entered in the agenda.',
    poll: 'Waiting for the system: repeat this line until `waitsForEffect` is false. Then `outcome` is `finished`, or `failure` tells the reason; the proof from outside stands in `proofs`.',
    waits: 'Back as the applicant: what waits for you is marked `forApplicant`.',
    receive: 'Say that it was received. This is the last step; the `status` of the dossier becomes `finished`.',
    papers:
      'The papers of the dossier, with the letter of the office. Their bytes come from `GET /dossiers/{dossier}/papers/{paper}/content`.',
    track: 'Whoever holds the tracking code can follow it without a token.',
  },
  chain:
    'The posts that follow repeat those three lines with their own tokens, as this SOP wants it; examples of their answers:',
  thenWait: 'then wait for the system (next line)',
}
