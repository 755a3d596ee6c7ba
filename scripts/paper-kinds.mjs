// Every kind of paper that the catalogue can print, with its sample as a document for the printer.
import { join } from 'node:path'
import { fieldsOf } from '../src/core/procedure/form.ts'
import { lettersNamed } from '../src/letters/edition-faults.ts'
import { readTemplate } from '../src/letters/language/read.ts'
import { samplePage } from '../src/letters/sample-page.ts'
import { loadCatalogue } from '../src/main/catalogue.ts'
import { officeKinds } from './office-kinds.mjs'

const OFFICE = 'demak'

/** Named as their files; those of the office stand before the defaults of the same kind. */
export async function paperKinds(root) {
  const { agencies } = await loadCatalogue(join(root, 'catalogue'))
  const office = agencies.find(({ agency }) => agency.agency === OFFICE)
  if (!office) throw new Error(`The catalogue has no "${OFFICE}"`)
  const letters = Object.entries(office.letters)
    .filter(([name]) => name !== 'surat-permohonan')
    .map(([name, source]) => letterKind(office, name, source))
  return [...officeKinds(office), ...letters.sort((a, b) => a.name.localeCompare(b.name))]
}

function letterKind(office, name, source) {
  const read = readTemplate(source)
  if (!read.ok) throw new Error(`${name}: ${read.faults[0]?.sentence.en}`)
  const sender = office.editions
    .map(({ procedure }) => procedure)
    .find((one) => lettersNamed(one).some(({ letter }) => letter === name))
  const fields = sender ? fieldsOf(sender) : []
  const made = samplePage(read.template, {
    office: office.agency,
    arms: office.arms ?? null,
    fields,
    standing: 'issued',
  })
  if (!made.ok) throw new Error(`${name}, line ${made.faults[0]?.line}: ${made.faults[0]?.sentence.en}`)
  const { title, shape } = read.template.front
  return { name, title, shape, document: made.document }
}
