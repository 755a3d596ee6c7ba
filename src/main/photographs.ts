// Photographs on their way in and in lists: one process draws them all, the small ones are kept beside the pictures of pages.
import { createPictures, type Pictures } from '../adapters/pictures/pictures.ts'
import { createSmallPicture, type SmallPicture } from '../adapters/pictures/small.ts'
import type { Config } from './config.ts'
import { pictureFolderOf } from './file-places.ts'
import { projectRoot } from './root.ts'

type Photographs = { ports: Pick<Pictures, 'redraw'> & { smallPicture: SmallPicture }; close: () => Promise<void> }

export const openPhotographs = (config: Pick<Config, 'dataFolder'>): Photographs => {
  const drawer = createPictures(projectRoot())
  const smallPicture = createSmallPicture(drawer, { folder: pictureFolderOf(config) })
  return { ports: { redraw: drawer.redraw, smallPicture }, close: drawer.close }
}
