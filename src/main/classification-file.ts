// Reads catalogue/<agency>/classifications.yaml: the codes by which an office files its letters; it may keep none.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Classification, classificationsSchema } from '../core/paper/classification.ts'

type ReadYaml = (file: string, faults: string[]) => Promise<unknown>

export const readClassifications = async (
  folder: string,
  faults: string[],
  readYaml: ReadYaml,
): Promise<Classification[]> => {
  const file = join(folder, 'classifications.yaml')
  if (!existsSync(file)) return []
  const list = classificationsSchema.safeParse((await readYaml(file, faults)) ?? [])
  if (list.success) return list.data
  faults.push(...list.error.issues.map((issue) => `${file}: ${issue.path.join('.')}: ${issue.message}`))
  return []
}
