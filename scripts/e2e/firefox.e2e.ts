import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isDebian } from '../lib/debian.ts'
import { type Firefox, findFirefox, launchFirefox } from '../lib/firefox.ts'
import { ONE_OF_EACH } from '../lib/page-kinds.ts'
import { type StaticServer, serveStatic } from '../lib/static-server.ts'

/** The second browser: every kind of page loads in Firefox without a script error, and the finder answers. */
const command = findFirefox()
if (!command && isDebian()) throw new Error('Firefox could not be installed from Debian')
if (!command) console.warn('NOT TESTED: there is no Firefox here and no apt-get to install it.')

describe.skipIf(!command)('in Firefox', () => {
  let server: StaticServer
  let firefox: Firefox

  beforeAll(async () => {
    server = await serveStatic(resolve('dist'))
    firefox = await launchFirefox(command as string)
  })
  afterAll(async () => {
    await firefox?.close()
    await server?.close()
  })

  /** Console notes about what this Firefox does not know yet are no fault of a page. */
  const faults = () =>
    firefox.complaints().filter((text) => !/Feature Policy|Permissions-Policy|unknown property/i.test(text))

  const until = (condition: string) =>
    firefox.evaluate(`new Promise((done, fail) => {
      const started = Date.now()
      const look = () => (${condition}) ? done(true) : Date.now() - started > 20000 ? fail(new Error('waited in vain')) : setTimeout(look, 50)
      look()
    })`)

  it('the watch hears script errors and refusals', async () => {
    await firefox.open(`${server.origin}/about/`)
    await firefox.evaluate(
      `(setTimeout(() => { throw new Error('told') }), document.body.setAttribute('style', 'color:red'), 0)`,
    )
    await firefox.evaluate('new Promise((done) => setTimeout(done, 200))')
    const heard = faults().join('\n')
    expect(heard).toMatch(/told/)
    expect(heard).toMatch(/refused by policy: style-src/)
  })

  it('every kind of page loads, fits a narrow window and complains of nothing', async () => {
    for (const path of [...ONE_OF_EACH, '/embed/brands/fumian-caifeng/', '/posters/brands/fumian-caifeng/a4/']) {
      await firefox.open(server.origin + path)
      const heading = await firefox.evaluate<string>(`document.querySelector('h1')?.textContent ?? ''`)
      expect(heading.length, path).toBeGreaterThan(0)
      expect(faults(), path).toEqual([])
    }
  })

  it('the finder answers, cards and full text included', async () => {
    await firefox.open(`${server.origin}/find/?q=${encodeURIComponent('caifeng')}`)
    await until(`document.querySelector('[data-result="brand/fumian-caifeng"] img')?.complete`)
    await firefox.open(`${server.origin}/find/?q=${encodeURIComponent('月嫂')}&full=1`)
    await until(`document.querySelector('[data-full-results] [data-result]')`)
    expect(faults()).toEqual([])
  })

  it('a comparison is filled, and large print stays', async () => {
    await firefox.open(`${server.origin}/compare/?b=fumian-caifeng,guizhou-xiuniang`)
    await until(`document.querySelector('[data-compare][data-ready]')`)
    await firefox.evaluate(`document.querySelector('[data-elder-toggle]').click()`)
    await firefox.open(`${server.origin}/brands/fumian-caifeng/`)
    expect(await firefox.evaluate('getComputedStyle(document.body).fontSize')).toBe('22px')
    expect(faults()).toEqual([])
  })
})
