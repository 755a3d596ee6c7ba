// Runs the Typst compiler off the main thread. Plain JavaScript, found by path: it is not part of the server's bundle.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'

const { NodeCompiler } = createRequire(join(workerData.root, 'package.json'))('@myriaddreamin/typst-ts-node-compiler')

const templates = join(workerData.root, 'src/letters/templates')
const fonts = workerData.fonts.map((file) => readFileSync(join(workerData.root, file)))
// The compiler reads nothing outside the templates' folder.
const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs: fonts }] })

parentPort.on('message', ({ template, inputs }) => {
  try {
    const bytes = render(template, inputs)
    parentPort.postMessage({ bytes }, [bytes.buffer])
  } catch (error) {
    parentPort.postMessage({ error: error instanceof Error ? error.message : String(error) })
  }
})

function render(template, inputs) {
  const compiled = compiler.compile({ mainFilePath: join(templates, `${template}.typ`), inputs })
  const fault = compiled.takeError()
  if (fault) throw new Error(JSON.stringify(compiler.fetchDiagnostics(fault)))
  const pdf = compiler.pdf(compiled.result, { pdfStandard: 'a-2b', pdfTags: true })
  // Layouts of past letters are of no use to the next one, beyond the last few.
  compiler.evictCache(10)
  // A copy of its own, because a Buffer may share its memory and could not be handed over.
  return new Uint8Array(pdf)
}
