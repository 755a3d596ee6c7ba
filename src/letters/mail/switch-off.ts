// The address by which a mail lets its reader stop mails like it: sealed, so that nobody can make one up for another.

const SWITCH_OFF_PATH = '/notices/off'

export const switchOffPath = (
  seal: (text: string) => Uint8Array,
  what: { agency: string; person: string; topic: string },
): string => `${SWITCH_OFF_PATH}/${Buffer.from(seal(JSON.stringify(what))).toString('base64url')}`
