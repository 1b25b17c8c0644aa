import { defineConfig } from 'vitest/config'

/**
 * Two suites: `unit` beside the code, and `site`, which reads the built site in dist/ and drives a
 * browser over it. `npm test` builds first.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          root: new URL('..', import.meta.url).pathname,
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
          environment: 'node',
          // A busy machine is no fault of the code; speed has its own measurements.
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'site',
          root: new URL('..', import.meta.url).pathname,
          include: ['scripts/e2e/**/*.e2e.ts'],
          environment: 'node',
          testTimeout: 120_000,
          // A busy machine is no fault of the site.
          expect: { poll: { timeout: 15_000 } },
          // Nor is a browser that stumbles once; what is wrong fails twice, and the report names what was tried again.
          retry: 1,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
