import { build } from 'astro'

/** Makes the pages from `content/` (the first step of `npm run build`). */
try {
  // A line for each of thousands of pages says nothing; progress is shown instead.
  await build({ logLevel: 'warn' })
} catch (error) {
  console.error(error instanceof Error && error.name === 'ContentError' ? error.message : error)
  process.exit(1)
}
