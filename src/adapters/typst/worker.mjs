// Runs the Typst compiler in a process of its own. Plain JavaScript, found by path: it is not part of the server's bundle.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const { NodeCompiler } = createRequire(join(root, 'package.json'))('@myriaddreamin/typst-ts-node-compiler')

const templates = join(root, 'src/letters/templates')
const fonts = ['400Regular', '400Regular_Italic', '700Bold'].map((face) =>
  readFileSync(join(root, `node_modules/@expo-google-fonts/arimo/${face}/Arimo_${face}.ttf`)),
)
// The compiler reads nothing outside the templates' folder.
const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs: fonts }] })

process.on('message', ({ template, inputs }) => {
  try {
    process.send({ bytes: render(template, inputs) })
  } catch (error) {
    process.send({ error: error instanceof Error ? error.message : String(error) })
  }
})
process.send('ready')

function render(template, inputs) {
  const compiled = compiler.compile({ mainFilePath: join(templates, `${template}.typ`), inputs })
  const fault = compiled.takeError()
  if (fault) throw new Error(JSON.stringify(compiler.fetchDiagnostics(fault)))
  const pdf = compiler.pdf(compiled.result, { pdfStandard: 'a-2a', pdfTags: true })
  // Layouts of past letters are of no use to the next one, beyond the last few.
  compiler.evictCache(10)
  return new Uint8Array(pdf)
}
