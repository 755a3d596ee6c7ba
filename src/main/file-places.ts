// Where in the data folder lies what belongs to kept files: the store, the quarantine, the pictures of pages.
import { join } from 'node:path'
import { createForgetCopies, type ForgetCopies } from '../adapters/files/copies.ts'
import { createQuarantine, type QuarantineFiles } from '../adapters/files/quarantine.ts'
import type { FileStore } from '../adapters/files/store.ts'
import { forgetPicturesOf } from '../adapters/pdf-pictures/cache.ts'
import type { Config } from './config.ts'

type Place = Pick<Config, 'dataFolder'>

export const pictureFolderOf = ({ dataFolder }: Place): string => join(dataFolder, 'cache', 'pictures')

export const quarantineOf = ({ dataFolder }: Place, files: FileStore): QuarantineFiles =>
  createQuarantine(join(dataFolder, 'files'), join(dataFolder, 'quarantine'), files)

export const forgetCopiesOf = (place: Place, files: FileStore): ForgetCopies =>
  createForgetCopies({
    quarantine: quarantineOf(place, files),
    forgetPictures: (gone) => forgetPicturesOf(pictureFolderOf(place), gone),
  })
