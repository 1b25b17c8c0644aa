import { EventEmitter } from 'node:events'
import { appendFileSync, cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { LoaderContext } from 'astro/loaders'
import { afterEach, expect, it, vi } from 'vitest'
import { SAMPLE, writeTree } from '../../scripts/lib/sample-content.ts'
import { contentLoader } from './loader.ts'

afterEach(() => vi.unstubAllEnvs())

it('the preview reads again when something in content/ changes, and not for a folder whose name only begins so', async () => {
  const { 'stories/li-jie/index.mdx': _, ...sound } = SAMPLE
  const { root: base, remove } = writeTree(sound)
  try {
    const content = join(base, 'content')
    mkdirSync(content)
    for (const name of ['sources.yaml', 'trades.yaml', 'regions.yaml', 'brands'])
      cpSync(join(base, name), join(content, name), { recursive: true })
    vi.stubEnv('CONTENT_DIR', 'content')
    const watcher = Object.assign(new EventEmitter(), { add: () => undefined })
    const logger = { info: vi.fn(), error: vi.fn() }
    const context = { config: { root: pathToFileURL(`${base}/`) }, watcher, logger } as unknown as LoaderContext
    await contentLoader().load(context)
    expect(logger.info).toHaveBeenCalledTimes(1)

    watcher.emit('change', join(base, 'content-old/trades.yaml'))
    await new Promise((done) => setTimeout(done, 300))
    expect(logger.info).toHaveBeenCalledTimes(1)

    appendFileSync(join(content, 'trades.yaml'), '# 改了\n')
    watcher.emit('change', join(content, 'trades.yaml'))
    await vi.waitFor(() => expect(logger.info).toHaveBeenCalledTimes(2), { timeout: 10_000 })
    expect(logger.info.mock.lastCall?.[0]).toContain('1 files parsed')
    expect(logger.error).not.toHaveBeenCalled()
  } finally {
    remove()
  }
})
