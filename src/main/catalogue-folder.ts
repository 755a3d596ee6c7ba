// Where the catalogue lies: the offices and their SOPs, as files that an officer can read.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Io } from './command.ts'

/** MIPP_CATALOGUE; else `catalogue` under MIPP_ROOT; else under the project that the working folder lies in. */
export const catalogueFolder = ({ env, cwd }: Pick<Io, 'env' | 'cwd'>): string => {
  if (env.MIPP_CATALOGUE) return resolve(cwd, env.MIPP_CATALOGUE)
  return join(resolve(cwd, env.MIPP_ROOT ?? projectAround(cwd) ?? cwd), 'catalogue')
}

const projectAround = (folder: string): string | null => {
  if (isProject(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  return parent === folder ? null : projectAround(parent)
}

const isProject = (file: string): boolean => existsSync(file) && /"name"\s*:\s*"mipp"/.test(readFileSync(file, 'utf8'))
