import { expect, test } from 'vitest'
import { sopSheet } from '../../../letters/sop-sheet.ts'
import { catalogueEntries } from './catalogue.fixture.ts'
import { layOut } from './layout.ts'
import { svgFile } from './svg.ts'

/** Every mark that is opened is closed, in its order; every sign that means something is written as itself. */
const openMarks = (source: string): string[] => {
  const open: string[] = []
  for (const [mark, closing, name, empty] of source.matchAll(/<(\/?)([\w-]+)(?:\s+[\w:-]+="[^"<]*")*\s*(\/?)>/g)) {
    if (closing) {
      if (open.pop() !== name) return [`${mark} closes another`]
    } else if (!empty) open.push(name ?? '')
  }
  return open
}

const strayed = (source: string): string[] =>
  source.replaceAll(/<\/?[\w-]+(?:\s+[\w:-]+="[^"<]*")*\s*\/?>/g, '').match(/[<>]|&(?!(?:amp|lt|gt|quot);)/g) ?? []

const nasty = '<script>alert(1)</script> & "kutip" \u0000 \u{1f600}'

test.each(catalogueEntries().map((entry) => [entry.name, entry] as const))(
  'The SVG of %s stands alone and is well formed',
  (_, { procedure, agency }) => {
    const source = svgFile(layOut(sopSheet(procedure, agency)), null).replace(/^<\?xml[^>]*\?>\n/, '')
    expect(openMarks(source)).toEqual([])
    expect(strayed(source)).toEqual([])
    expect(source).not.toMatch(/<script|<style|<foreignObject|href="http|\son\w+=/)
    for (const { label } of Object.values(procedure.actors)) expect(source).toContain(label.split(' ')[0])
  },
)

test('Whatever an officer typed is text in the picture and nothing else', () => {
  const [entry] = catalogueEntries()
  if (!entry) throw new Error('The catalogue is empty')
  const steps = entry.procedure.steps.map((step) => ({ ...step, activity: nasty, time: nasty }))
  const source = svgFile(
    layOut(sopSheet({ ...entry.procedure, title: nasty, steps }, entry.agency)),
    '<svg onload="x()"/>',
  ).replace(/^<\?xml[^>]*\?>\n/, '')
  expect(source).not.toMatch(/<script|<svg on/)
  expect(source).not.toContain('\u0000')
  expect(openMarks(source)).toEqual([])
  expect(strayed(source)).toEqual([])
})
