import { configDefaults, defineConfig } from 'vitest/config'

const ALL = ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}']
/** Quick, with nothing but Node: what `npm run check` runs. */
const PURE = [
  'src/{core,exchange,letters,web/ui,web/text,web/enhance,web/story}/**/*.test.{ts,tsx}',
  'src/main/commands/{clock-due,clock-between,procedure,procedure-bpmn,procedure-diff}.test.ts',
  'test/{architecture,install,lock,security-table,sources,writing-a-procedure}.test.ts',
  'src/main/{build,dispatch,config,log,seal,trusted-proxies}.test.ts',
  'src/web/api/openapi.test.ts',
]
/** Meet outside servers, but not the database. */
const OUTSIDE = [
  'src/adapters/**/*.test.ts',
  'test/support/browser.test.ts',
  'test/start.test.ts',
  'src/main/embedded-postgres.test.ts',
  'src/main/embedded-postgres/*.test.ts',
]
/** The look and the small scripts in a real browser, without a database. */
const BROWSER = ['test/browser/*.test.ts']

export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // Files share what they import: a third less processor time. A test that leaves something behind in a module is mended.
    isolate: false,
    projects: [
      { extends: true, test: { name: 'pure', include: PURE } },
      {
        extends: true,
        test: { name: 'outside', isolate: true, include: OUTSIDE, globalSetup: 'test/support/servers/prepare.ts' },
      },
      { extends: true, test: { name: 'browser', isolate: true, include: BROWSER } },
      {
        extends: true,
        test: {
          name: 'grounded',
          include: ALL,
          exclude: [...configDefaults.exclude, ...PURE, ...OUTSIDE, ...BROWSER],
          globalSetup: 'test/support/global-setup.ts',
        },
      },
    ],
  },
})
