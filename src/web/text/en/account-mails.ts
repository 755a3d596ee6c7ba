// Mails about accounts in English. The name of who registered is left out: anybody can fill in anything there.
type Place = { office: string; contact: string }
type MadeToken = { name: string; hint: string; scopes: string; until: string }

const letter = (place: Place, ...parts: string[]): string =>
  ['Dear Sir or Madam,', ...parts, `${place.office}\n${place.contact}`].join('\n\n')

export const mails = {
  invitation: {
    subject: (office: string) => `Invitation to MIPP ${office}`,
    body: (place: Place, link: string, until: string) =>
      letter(
        place,
        `Your account at MIPP ${place.office} is ready. Set a password with this link:`,
        link,
        `The link works until ${until}, and once. Do not pass this mail on.`,
      ),
  },
  approved: {
    subject: (office: string) => `Your registration at MIPP ${office} is approved`,
    body: (place: Place, link: string, until: string) =>
      letter(
        place,
        'Your registration is approved. Set a password with this link; then you can ask for services:',
        link,
        `The link works until ${until}, and once. Do not pass this mail on.`,
      ),
  },
  reset: {
    subject: (office: string) => `New password for MIPP ${office}`,
    body: (place: Place, link: string, until: string) =>
      letter(
        place,
        'A new password was asked for your account. Set it with this link:',
        link,
        `The link works until ${until}, and once. If you did not ask for it, ignore this mail; your password stays as it is.`,
      ),
  },
  registered: {
    subject: (office: string) => `Registration at MIPP ${office}`,
    body: (place: Place) =>
      letter(
        place,
        `We have received a registration with this address. ${place.office} checks it and will write to you.`,
        'If it was not you, ignore this mail.',
      ),
  },
  alreadyKnown: {
    subject: (office: string) => `You already have an account at MIPP ${office}`,
    body: (place: Place, link: string) =>
      letter(
        place,
        'Somebody registered with this address, which already has an account. Your account is unchanged.',
        'If it was you and you have forgotten the password, ask for a new link at:',
        link,
      ),
  },
  closed: {
    subject: (office: string) => `Your account at MIPP ${office} is closed`,
    body: (place: Place) =>
      letter(
        place,
        'Somebody registered with this address, but its account has been closed or its registration refused.',
        'If you need an account again, contact our office.',
      ),
  },
  refused: {
    subject: (office: string) => `Your registration at MIPP ${office} could not be approved`,
    body: (place: Place, reason: string) =>
      letter(
        place,
        'Your registration could not be approved, for this reason:',
        reason,
        'To ask or to correct something, contact our office.',
      ),
  },
  tokenMade: {
    subject: (office: string) => `A new access token in your account at MIPP ${office}`,
    body: (place: Place, token: MadeToken, path: string) =>
      letter(
        place,
        'A new access token was made for your account. With it a program can work in your name.',
        `Name: ${token.name}\nBegins with: ${token.hint}…\nScopes: ${token.scopes}\nValid until: ${token.until}`,
        'If it was not you, revoke that token at once on this page and change your password, or contact our office:',
        path,
      ),
  },
  waits: {
    subject: (office: string) => `A registration awaits approval (MIPP ${office})`,
    body: (place: Place, link: string) => letter(place, 'A registration of an applicant awaits your approval:', link),
  },
}
