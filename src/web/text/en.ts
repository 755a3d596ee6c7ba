// All words of the pages in English, one file per part.
import { access } from './en/access.ts'
import { account } from './en/account.ts'
import { acting } from './en/acting.ts'
import { api } from './en/api.ts'
import { apply } from './en/apply.ts'
import { archive } from './en/archive.ts'
import { attach } from './en/attach.ts'
import { calendar } from './en/calendar.ts'
import { clocks } from './en/clocks.ts'
import { common } from './en/common.ts'
import { compare } from './en/compare.ts'
import { dispositions } from './en/dispositions.ts'
import { editions } from './en/editions.ts'
import { editor } from './en/editor.ts'
import { late } from './en/late.ts'
import { letterTemplates } from './en/letter-templates.ts'
import { letters } from './en/letters.ts'
import { mail } from './en/mail.ts'
import { manage } from './en/manage.ts'
import { notices } from './en/notices.ts'
import { office } from './en/office.ts'
import { organisation } from './en/organisation.ts'
import { publicPages } from './en/public.ts'
import { quarantine } from './en/quarantine.ts'
import { retention } from './en/retention.ts'
import { signing } from './en/signing.ts'
import { storage } from './en/storage.ts'
import { trial } from './en/trial.ts'
import { upload } from './en/upload.ts'
import { viewer } from './en/viewer.ts'
import { ways } from './en/ways.ts'
import { webhooks } from './en/webhooks.ts'

export const en = {
  common,
  calendar,
  access,
  account,
  acting,
  api,
  apply,
  archive,
  attach,
  clocks,
  dispositions,
  office,
  organisation,
  late,
  letters,
  publicPages,
  letterTemplates,
  mail,
  manage,
  notices,
  viewer,
  ways,
  storage,
  webhooks,
  editions,
  compare,
  editor,
  retention,
  trial,
  signing,
  upload,
  quarantine,
}
