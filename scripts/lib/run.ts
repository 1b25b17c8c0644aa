/**
 * The environment for a command that a test runs. Vitest sets BASE_URL and the like for its own Vite,
 * and under VITEST Astro watches no files.
 */
export function withoutVitest(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(?:BASE_URL|MODE|DEV|PROD|SSR|NODE_ENV|VITEST.*)$/.test(name)),
  )
}
