// What else of a kept file lies on this disk: pictures of its pages, and its bytes where they were put into quarantine.
import type { QuarantineFiles } from './quarantine.ts'

/** Of files that nobody has any more. */
export type ForgetCopies = (files: readonly string[]) => Promise<void>

type Places = {
  quarantine: Pick<QuarantineFiles, 'destroy'>
  forgetPictures: (files: readonly string[]) => Promise<void>
}

export const createForgetCopies =
  ({ quarantine, forgetPictures }: Places): ForgetCopies =>
  async (files) => {
    await forgetPictures(files)
    for (const file of files) await quarantine.destroy(file)
  }
