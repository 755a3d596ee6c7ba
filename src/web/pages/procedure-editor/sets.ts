// Which questions the open section asks.
import { valueAt } from '../../../core/procedure/edit/look.ts'
import type { Section } from '../../../core/procedure/edit/section.ts'
import type { Path } from '../../../core/procedure/fault.ts'
import type { FieldSet } from './edit-field.ts'
import { actorSets } from './parts/actor.ts'
import { registerSets, remarkSets, startSets } from './parts/around.ts'
import { fieldSets, formSets, groupSets } from './parts/form-field.ts'
import { identitySets, serviceSets } from './parts/identity.ts'
import { policySets } from './parts/policy.ts'
import { stepSets } from './parts/step.ts'
import type { Scene } from './scene.ts'

/** @param path of the thing that is open */
export const setsOf = (scene: Scene, { part, item }: Section, path: Path): readonly FieldSet[] => {
  const thing = valueAt(scene.data, path)
  switch (part) {
    case 'identity':
      return identitySets
    case 'actors':
      return item === undefined ? [] : actorSets(scene)
    case 'steps':
      return item === undefined ? [] : stepSets(scene, thing)
    case 'form':
      if (item === undefined) return formSets(scene)
      return path.length > 2 ? fieldSets(scene, thing) : groupSets(scene)
    case 'policy':
      return policySets(scene)
    case 'starts':
      return startSets(scene)
    case 'registers':
      return registerSets(scene)
    case 'service':
      return serviceSets(scene.areas)
    case 'remarks':
      return remarkSets(scene)
    case 'file':
      return []
  }
}
