// Every command of the command line, one line each, in the order in which help lists them.

import type { Entry } from './dispatch.ts'

export const commandTable: Entry[] = [
  { name: 'serve', load: async () => (await import('./commands/serve.ts')).serveCommand },
  { name: 'work', load: async () => (await import('./commands/work.ts')).workCommand },
  { name: 'migrate', load: async () => (await import('./commands/migrate.ts')).migrateCommand },
  { name: 'backup', load: async () => (await import('./commands/backup.ts')).backupCommand },
  { name: 'restore', load: async () => (await import('./commands/restore.ts')).restoreCommand },
  { name: 'agency create', load: async () => (await import('./commands/agency-create.ts')).agencyCreate },
  { name: 'seal make', load: async () => (await import('./commands/seal-make.ts')).sealMake },
  { name: 'seal import', load: async () => (await import('./commands/seal-import.ts')).sealImport },
  { name: 'seal show', load: async () => (await import('./commands/seal-show.ts')).sealShow },
  { name: 'user create', load: async () => (await import('./commands/user-create.ts')).userCreate },
  { name: 'token create', load: async () => (await import('./commands/token-create.ts')).tokenCreate },
  { name: 'token list', load: async () => (await import('./commands/token-list.ts')).tokenList },
  { name: 'token revoke', load: async () => (await import('./commands/token-revoke.ts')).tokenRevoke },
  {
    name: 'organisation export',
    load: async () => (await import('./commands/organisation-export.ts')).organisationExport,
  },
  {
    name: 'organisation import',
    load: async () => (await import('./commands/organisation-import.ts')).organisationImport,
  },
  {
    name: 'organisation holders',
    load: async () => (await import('./commands/organisation-holders.ts')).organisationHolders,
  },
  { name: 'procedure list', load: async () => (await import('./commands/procedure-list.ts')).procedureList },
  { name: 'procedure show', load: async () => (await import('./commands/procedure-show.ts')).procedureShow },
  { name: 'procedure bpmn', load: async () => (await import('./commands/procedure-bpmn.ts')).procedureBpmnCommand },
  { name: 'procedure diff', load: async () => (await import('./commands/procedure-diff.ts')).procedureDiff },
  { name: 'procedure lint', load: async () => (await import('./commands/procedure-lint.ts')).procedureLint },
  { name: 'procedure import', load: async () => (await import('./commands/procedure-import.ts')).procedureImport },
  { name: 'procedure publish', load: async () => (await import('./commands/procedure-publish.ts')).procedurePublish },
  { name: 'procedure sheet', load: async () => (await import('./commands/procedure-sheet.ts')).procedureSheet },
  {
    name: 'procedure monitoring',
    load: async () => (await import('./commands/procedure-monitoring.ts')).procedureMonitoring,
  },
  { name: 'procedure svg', load: async () => (await import('./commands/procedure-svg.ts')).procedureSvg },
  { name: 'dossier list', load: async () => (await import('./commands/dossier-list.ts')).dossierList },
  { name: 'dossier show', load: async () => (await import('./commands/dossier-show.ts')).dossierShow },
  { name: 'dossier events', load: async () => (await import('./commands/dossier-events.ts')).dossierEvents },
  { name: 'events verify', load: async () => (await import('./commands/events-verify.ts')).eventsVerify },
  { name: 'files verify', load: async () => (await import('./commands/files-verify.ts')).filesVerify },
  { name: 'files sweep', load: async () => (await import('./commands/files-sweep.ts')).filesSweep },
  { name: 'scan', load: async () => (await import('./commands/scan.ts')).scanCommand },
  { name: 'clock due', load: async () => (await import('./commands/clock-due.ts')).clockDue },
  { name: 'clock explain', load: async () => (await import('./commands/clock-explain.ts')).clockExplain },
  { name: 'clock between', load: async () => (await import('./commands/clock-between.ts')).clockBetween },
]
