// Bundles the program and what the browser loads into the cache, once for every state of the sources.

import { createHash } from 'node:crypto'
import { access, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, extname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type BuildOptions, build, type Plugin, stop } from 'esbuild'
import { z } from 'zod'
import { basicFonts } from './basic-font.ts'
import { projectRoot } from './root.ts'

/** The browser's files (`check` is loaded by the check page alone); the names carry a hash of what is in them, so they may be kept for ever. */
export type Assets = { folder: string; css: string; js: string; check: string }

/** The style sheet, the script and the fonts, small and ready to be served from `folder` under `/assets/`. */
export async function buildAssets(): Promise<Assets> {
  const ui = join(projectRoot(), 'src', 'web')
  const folder = await buildOnce('assets', {
    entryPoints: {
      main: join(ui, 'ui', 'css', 'main.css'),
      app: join(ui, 'enhance', 'main.ts'),
      check: join(ui, 'enhance', 'check-file.ts'),
    },
    platform: 'browser',
    target: ['chrome111', 'firefox114', 'safari16.4'],
    minify: true,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.woff2': 'file', '.woff': 'file', '.svg': 'file', '.png': 'file' },
    plugins: [basicFonts],
  })
  const { main, app, check } = Names.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')))
  return { folder, css: `/assets/${main}`, js: `/assets/${app}`, check: `/assets/${check}` }
}

/** The command line with all that it needs of our own. @returns the path of the file to run */
export async function buildProgram(): Promise<string> {
  const folder = await buildOnce('program', {
    entryPoints: { cli: join(projectRoot(), 'src', 'main', 'cli.ts') },
    platform: 'node',
    target: 'node24',
    packages: 'external',
    splitting: true,
    outExtension: { '.js': '.mjs' },
    jsx: 'automatic',
    jsxImportSource: 'preact',
    plugins: [keepPlaces],
  })
  return join(folder, 'cli.mjs')
}

type Bundle = Omit<BuildOptions, 'entryPoints'> & { entryPoints: Record<string, string> }

const Names = z.object({ main: z.string(), app: z.string(), check: z.string() })

/**
 * Made in a folder beside and renamed when whole: two processes may build at once, and an interrupted build is never
 * taken for a finished one.
 */
function buildOnce(kind: string, options: Bundle): Promise<string> {
  // One after the other: the end of one build stops the bundler that the other would still use.
  const built = lastBuild.then(() => buildNow(kind, options))
  lastBuild = built.catch(() => {})
  return built
}

let lastBuild: Promise<unknown> = Promise.resolve()

async function buildNow(kind: string, options: Bundle): Promise<string> {
  const root = projectRoot()
  const cache = join(root, '.cache', 'build')
  const folder = join(cache, `${kind}-${await hashSources(root)}`)
  if (await isThere(folder)) return folder
  await mkdir(cache, { recursive: true })
  const fresh = await mkdtemp(join(cache, `.${kind}-`))
  try {
    const always: BuildOptions = { absWorkingDir: root, outdir: fresh, bundle: true, format: 'esm', sourcemap: true }
    const { metafile } = await build({ ...always, ...options, metafile: true, logLevel: 'error' })
    const names = Object.entries(options.entryPoints).map(([name, source]) => {
      const made = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === relative(root, source))
      return [name, basename(made?.[0] ?? '')]
    })
    await writeFile(join(fresh, 'manifest.json'), JSON.stringify(Object.fromEntries(names), null, 2))
    await rename(fresh, folder).catch(async (fault) => {
      if (!(await isThere(folder))) throw fault
    })
  } finally {
    await rm(fresh, { recursive: true, force: true })
    await stop()
  }
  await forgetOlder(cache, kind, folder)
  return folder
}

/** The lock stands for every package, esbuild among them; the root, because file addresses are written into the bundle. */
async function hashSources(root: string): Promise<string> {
  const hash = createHash('sha256').update(root)
  hash.update(await readFile(join(root, 'package-lock.json')))
  const entries = await readdir(join(root, 'src'), { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
  const paths = files.map((file) => join(file.parentPath, file.name)).sort()
  for (const path of paths) hash.update(path).update(await readFile(path))
  return hash.digest('hex').slice(0, 16)
}

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

const KEPT_MS = 7 * 24 * 3600 * 1000

/** Not at once: a server that was started before the sources changed still serves from its own build. */
async function forgetOlder(cache: string, kind: string, current: string): Promise<void> {
  const names = (await readdir(cache)).filter((name) => name.startsWith(`${kind}-`) && name !== basename(current))
  for (const name of names) {
    const madeAt = await stat(join(cache, name)).then(
      (file) => file.mtimeMs,
      () => Date.now(),
    )
    if (Date.now() - madeAt > KEPT_MS) await rm(join(cache, name), { recursive: true, force: true })
  }
}

/** In the bundle `import.meta.url` goes on meaning the source file, so that files beside it are found as in the tests. */
const keepPlaces: Plugin = {
  name: 'keep-places',
  setup(bundler) {
    bundler.onLoad({ filter: /[\\/]src[\\/].*\.tsx?$/ }, async ({ path }) => {
      const contents = await readFile(path, 'utf8')
      const loader = extname(path) === '.tsx' ? 'tsx' : 'ts'
      return { loader, contents: contents.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)) }
    })
  },
}
