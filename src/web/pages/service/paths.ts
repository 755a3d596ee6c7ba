// Addresses of what there is to read about a procedure and its editions.

export const servicePath = (procedure: string): string => `/services/${procedure}`

export const editionsPath = (procedure: string): string => `${servicePath(procedure)}/editions`

export const editionFilePath = (procedure: string, edition: string): string =>
  `${servicePath(procedure)}/procedure.yaml?edition=${encodeURIComponent(edition)}`

export const sheetPath = (procedure: string, edition: string): string =>
  `${servicePath(procedure)}/sheet?edition=${encodeURIComponent(edition)}`

export const comparePath = (procedure: string, { a, b }: { a: string; b: string }): string =>
  `${servicePath(procedure)}/compare?a=${encodeURIComponent(a)}&b=${encodeURIComponent(b)}`
