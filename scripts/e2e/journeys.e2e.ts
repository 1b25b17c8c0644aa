import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useBrowser } from './browser.ts'

const site = useBrowser()

interface Spoken {
  text: string
  lang: string
}

/**
 * Gives the page a voice that reads at once, and keeps what it reads. `until`: so many pieces; then it begins none. `late`: it is
 * gathered only when somebody asks, as in most browsers.
 */
async function giveVoice(
  page: Page,
  { voice = 'zh-CN', until = Number.MAX_SAFE_INTEGER, late = false } = {},
): Promise<void> {
  await page.addInitScript(
    ({ voice, until, late }) => {
      let voices = late ? [] : [{ lang: voice }]
      const spoken: Spoken[] = []
      Object.assign(window, { spoken })
      const synthesis = {
        onvoiceschanged: () => undefined,
        getVoices: () => {
          if (late && voices.length === 0)
            setTimeout(() => {
              voices = [{ lang: voice }]
              synthesis.onvoiceschanged()
            }, 300)
          return voices
        },
        cancel: () => undefined,
        speak: (words: SpeechSynthesisUtterance) => {
          if (until > 0) spoken.push({ text: words.text, lang: words.lang })
          if (until > 0) words.dispatchEvent(new Event('start'))
          if (spoken.length < until) setTimeout(() => words.dispatchEvent(new Event('end')))
        },
      }
      Object.defineProperty(window, 'speechSynthesis', { value: synthesis })
    },
    { voice, until, late },
  )
}

/** Has a page read out in large print. */
async function readAloud(page: Page, path: string): Promise<void> {
  await page.goto(site.origin + path)
  await page.getByRole('button', { name: '大字' }).click()
  await page.getByRole('button', { name: '念给我听' }).click()
}

const spokenOn = (page: Page): Promise<Spoken[]> =>
  page.evaluate(() => (window as unknown as { spoken: Spoken[] }).spoken)

describe('a reader', () => {
  it('reads a story from home and checks a number in one tap', () =>
    site.visit(async (page) => {
      await page.goto(site.origin)
      await page
        .getByRole('region', { name: '故事' })
        .or(page.locator('section', { hasText: '故事' }))
        .first()
        .waitFor()
      const story = page.locator('main a[href*="/stories/"]').nth(1)
      await story.click()
      await page.waitForURL(/\/stories\/[a-z0-9-]+\/$/)
      expect(await page.locator('h1').textContent()).not.toBe('')
      expect((await page.locator('article').textContent())?.length).toBeGreaterThan(800)

      const requests: string[] = []
      page.on('request', (request) => requests.push(request.url()))
      const claim = page.locator('.prose [data-claim]').first()
      const source = await claim.getAttribute('data-source')
      await claim.locator('a').first().click()
      const note = page.locator('.notes li:target')
      await note.waitFor()
      expect(await note.isVisible()).toBe(true)
      expect(await note.textContent()).toMatch(/《.+》/)
      expect(await note.locator(`a[data-source-link="${source}"]`).count()).toBe(1)
      expect(requests.filter((url) => !url.endsWith('/icon.svg'))).toEqual([])

      await note.getByText('回到正文').click()
      expect(await page.locator('.notes li:target').count()).toBe(0)
      expect(await claim.isVisible()).toBe(true)
    }))

  it('is shown the top of a long page without the rest being laid out, and lands where links into the rest point', () =>
    site.visit(async (page) => {
      const path = `${site.origin}/brands/zhengan-guitar-craftsman/`
      await page.goto(path)
      /** Whether the browser has laid a part out. */
      const laidOut = (id: string) =>
        page.evaluate(
          (id) => !!document.querySelector(`#${id} > div`)?.checkVisibility({ contentVisibilityAuto: true }),
          id,
        )
      expect(await laidOut('figures')).toBe(true)
      expect(await laidOut('changes')).toBe(false)

      const marks = await page.locator('main a.mark[id]').evaluateAll((all) => all.map(({ id }) => id))
      expect(marks.length).toBeGreaterThan(30)
      for (const id of ['changes', ...marks.filter((_, at) => at % 7 === 0), 'figures']) {
        await page.evaluate((id) => {
          location.hash = id
        }, id)
        // Parts above and below take their true height in the frames after the jump.
        await page.waitForTimeout(200)
        const top = await page.evaluate((id) => document.getElementById(id)?.getBoundingClientRect().top, id)
        expect(top, id).toBeGreaterThanOrEqual(0)
        expect(top, id).toBeLessThan(100)
      }
      expect(await laidOut('changes')).toBe(false)
    }))

  it('comes to the sources of a long page exactly, from outside and at a desk', () =>
    site.visit(
      async (page) => {
        await page.goto(`${site.origin}/brands/zhengan-guitar-craftsman/#sources`)
        const top = () => page.locator('#sources').evaluate((part) => part.getBoundingClientRect().top)
        await expect.poll(top).toBeGreaterThanOrEqual(0)
        await page.waitForTimeout(500)
        expect(await top()).toBeGreaterThanOrEqual(0)
        expect(await top()).toBeLessThan(100)
      },
      { viewport: { width: 1280, height: 900 } },
    ))

  it('finds long lists folded, opened by a tap or by a link into them, and whole on paper', () =>
    site.visit(async (page) => {
      await page.goto(`${site.origin}/brands/zhengan-guitar-craftsman/`)
      const fold = page.locator('#trades .fold')
      const summary = fold.locator('summary')
      const inside = fold.locator('li').last()
      expect(await summary.textContent()).toMatch(/^[0-9]+个工种：/)
      expect(await inside.isVisible()).toBe(false)
      await summary.click()
      expect(await inside.isVisible()).toBe(true)
      await summary.press('Enter')
      expect(await inside.isVisible()).toBe(false)

      const mark = page.locator('.fold:not([open]) a.mark[id]').first()
      expect(await mark.isVisible()).toBe(false)
      await page.evaluate(
        (id) => {
          location.hash = id
        },
        (await mark.getAttribute('id')) as string,
      )
      await page.locator('.fold[open] a.mark:target').waitFor()

      await page.setViewportSize({ width: 1280, height: 800 })
      expect(await inside.isVisible()).toBe(false)
      await page.emulateMedia({ media: 'print' })
      expect([await inside.isVisible(), await summary.isVisible()]).toEqual([true, false])
    }))

  it('comes back from a note to the place it was opened at, though its source is cited in many', () =>
    site.visit(async (page) => {
      await page.goto(`${site.origin}/brands/zhengan-guitar-craftsman/`)
      const marks = page.locator('main a.mark:visible, main a.cited:visible')
      const hrefs = await marks.evaluateAll((all) => all.map((mark) => mark.getAttribute('href')))
      const last = hrefs.lastIndexOf(hrefs[0] as string)
      expect(last).toBeGreaterThan(5)
      const mark = marks.nth(last)
      await mark.scrollIntoViewIfNeeded()
      const isInSight = () =>
        mark.evaluate((element) => {
          const { top, bottom } = element.getBoundingClientRect()
          return scrollY > 500 && top >= 0 && bottom <= innerHeight
        })
      await expect.poll(isInSight).toBe(true)
      await mark.click()
      const note = page.locator('.notes li:target')
      await note.waitFor()
      await note.getByText('回到正文').click()
      await note.waitFor({ state: 'detached' })
      await expect.poll(isInSight).toBe(true)
    }))

  it('leads the keyboard back to the mark that opened a note: by its link, by Escape and by going on past it', () =>
    site.visit(async (page) => {
      await page.goto(`${site.origin}/brands/guizhou-welder/`)
      const mark = page.locator('main a.mark:visible').nth(2)
      const note = page.locator('.notes li:target')
      const isAtMark = () => mark.evaluate((element) => element === document.activeElement)
      const script = page.waitForResponse(/\/notes-keys\.[\w-]+\.js$/)
      await mark.focus()
      await page.keyboard.press('Enter')
      await script
      await note.waitFor()
      await note.getByText('回到正文').focus()
      await page.keyboard.press('Enter')
      await note.waitFor({ state: 'detached' })
      await expect.poll(isAtMark).toBe(true)

      await page.keyboard.press('Enter')
      await note.waitFor()
      await page.keyboard.press('Escape')
      await note.waitFor({ state: 'detached' })
      await expect.poll(isAtMark).toBe(true)

      await page.keyboard.press('Enter')
      await note.waitFor()
      await note.getByText('回到正文').focus()
      await page.getByRole('button', { name: '复制链接' }).focus()
      await expect.poll(() => note.count()).toBe(0)
    }))

  it('puts a note away with a tap beside it, and the page stays where it is', () =>
    site.visit(async (page) => {
      await page.goto(`${site.origin}/stories/three-hundred-girls-and-a-factory/`)
      const mark = page.locator('main a.mark:visible').nth(6)
      await mark.scrollIntoViewIfNeeded()
      await mark.click()
      const note = page.locator('.notes li:target')
      await note.waitFor()
      const before = await page.evaluate(() => scrollY)
      expect(before).toBeGreaterThan(500)
      await note.locator('.mark').click()
      expect(await note.count(), 'a tap on it leaves it').toBe(1)
      await page.locator('.prose p:visible').first().dispatchEvent('click')
      await expect.poll(() => note.count()).toBe(0)
      expect(await page.evaluate(() => scrollY)).toBe(before)
      expect(new URL(page.url()).hash).toBe('')
    }))

  it('opens an event from a brand and comes back by the breadcrumb', () =>
    site.visit(async (page) => {
      await page.goto(`${site.origin}/brands/fumian-caifeng/`)
      await page.locator('main a[href*="/events/"]').first().click()
      await page.waitForURL(/\/events\/.+\/$/)
      expect(await page.locator('.date-block').textContent()).toMatch(/\d{4}年/)
      await page.getByRole('navigation', { name: '当前位置' }).getByRole('link', { name: '活动' }).click()
      await page.waitForURL(/\/events\/$/)
    }))

  it('gets a useful page for a mistyped address', () =>
    site.visit(async (page) => {
      const response = await page.goto(`${site.origin}/brands/fumian-caifen/`)
      expect(response?.status()).toBe(404)
      expect(await page.locator('h1').textContent()).toContain('没有这个地址')
      await page.getByRole('link', { name: '福绵裁缝' }).last().click()
      await page.waitForURL(/\/brands\/fumian-caifeng\/$/)
    }))

  it('turns on large print, and finds it on the next page', () =>
    site.visit(async (page) => {
      const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize))
      await page.goto(site.origin)
      const normal = await size()
      await page.getByRole('button', { name: '大字' }).click()
      expect(await size()).toBe(22)
      await page.goto(`${site.origin}/brands/`)
      expect(await size()).toBe(22)
      for (const [name, expected] of [
        ['更大', 26],
        ['最大', 30],
        ['大', 22],
      ] as const) {
        const step = page.getByRole('button', { name, exact: true })
        await step.click()
        expect(await size()).toBe(expected)
        expect(await step.getAttribute('aria-pressed')).toBe('true')
        expect(await page.locator('[data-size][aria-pressed="true"]').count()).toBe(1)
      }
      await page.getByRole('button', { name: '普通版' }).click()
      expect(await size()).toBe(normal)
      expect(await page.getByRole('button', { name: '大字' }).isVisible()).toBe(true)
    }))

  it('turns white on black in large print, at any size and on the next page, and back', () =>
    site.visit(async (page) => {
      const colours = () =>
        page.evaluate(() => {
          const { backgroundColor, color, colorScheme } = getComputedStyle(document.documentElement)
          return [backgroundColor, color, colorScheme]
        })
      const black = ['rgb(0, 0, 0)', 'rgb(255, 255, 255)', 'dark']
      await page.goto(site.origin)
      const normal = await colours()
      await page.getByRole('button', { name: '大字' }).click()
      const white = await colours()
      await page.getByRole('button', { name: '黑底白字' }).click()
      expect(await colours()).toEqual(black)
      await page.getByRole('button', { name: '更大' }).click()
      expect(await colours()).toEqual(black)
      await page.goto(`${site.origin}/brands/`)
      expect(await colours()).toEqual(black)
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('26px')
      await page.emulateMedia({ media: 'print' })
      expect((await colours())[1]).toBe('rgb(0, 0, 0)')
      await page.emulateMedia({ media: null })
      await page.getByRole('button', { name: '黑底白字', pressed: true }).click()
      expect(await colours()).toEqual(white)
      await page.getByRole('button', { name: '黑底白字', pressed: false }).click()
      await page.getByRole('button', { name: '普通版' }).click()
      expect(await colours()).toEqual(normal)
      await page.getByRole('button', { name: '大字' }).click()
      expect(await colours()).toEqual(white)
    }))

  it('has a story read out, and the button says so only as long as it lasts', () =>
    site.visit(async (page) => {
      await giveVoice(page)
      await readAloud(page, '/stories/moller-eight-years/')
      await page.getByRole('button', { name: '正在念，点一下停' }).waitFor()
      await page.getByRole('button', { name: '念给我听' }).waitFor()
      const texts = (await spokenOn(page)).map(({ text }) => text)
      expect(texts).toContain((await page.locator('h1').textContent())?.trim())
      expect(texts.length).toBeGreaterThan(20)
      expect(texts.filter((text) => text === '' || /〔\d+〕/.test(text))).toEqual([])
    }))

  it('stops the voice from anywhere, and has it go on where it stopped', () =>
    site.visit(async (page) => {
      await giveVoice(page, { until: 12 })
      await readAloud(page, '/brands/zhengan-guitar-craftsman/')
      await expect.poll(async () => (await spokenOn(page)).length).toBe(12)
      await page.mouse.wheel(0, 4000)
      await page.getByRole('button', { name: '停', exact: true }).click()
      expect(await page.getByRole('button', { name: '停', exact: true }).count()).toBe(0)
      await page.getByRole('button', { name: '接着念' }).click()
      await expect.poll(async () => (await spokenOn(page)).length).toBe(13)
      const spoken = await spokenOn(page)
      expect(spoken[12]).toEqual(spoken[11])
    }))

  it('is offered a voice once one for the page has come, and nothing moves then', () =>
    site.visit(async (page) => {
      await giveVoice(page, { late: true })
      await page.goto(`${site.origin}/stories/moller-eight-years/`)
      await page.getByRole('button', { name: '大字' }).click()
      const room = page.locator('[data-elder-read]')
      const place = () => page.locator('[data-elder-off]').boundingBox()
      await room.waitFor({ state: 'attached' })
      await page.locator('.elder-bar:not([inert])').waitFor()
      expect(await room.isVisible()).toBe(false)
      const before = await place()
      await room.waitFor({ state: 'visible' })
      expect(await place()).toEqual(before)
    }))

  it.each([
    ['en-US', '/stories/moller-eight-years/', '大字'],
    ['zh-CN', '/en/brands/zhengan-guitar-craftsman/', 'Large print'],
  ])('is offered none that speaks another language: %s on %s', (voice, path, name) =>
    site.visit(async (page) => {
      await giveVoice(page, { voice })
      await page.goto(site.origin + path)
      await page.getByRole('button', { name }).click()
      await page.locator('.elder-bar:not([inert])').waitFor()
      expect(await page.locator('[data-elder-read]').isVisible()).toBe(false)
    }),
  )

  it('is told where the device has no voice', () =>
    site.visit(async (page) => {
      await giveVoice(page, { until: 0 })
      await readAloud(page, '/stories/moller-eight-years/')
      await page.getByRole('button', { name: '这台设备念不了' }).waitFor()
    }))

  it.each([
    ['zh_TW', 'zh-TW'],
    ['zh-CN', 'zh-CN'],
  ])('is read traditional characters by a voice that the device has: of %s, %s', (voice, language) =>
    site.visit(async (page) => {
      await giveVoice(page, { voice })
      await page.goto(`${site.origin}/zh-hant/stories/moller-eight-years/`)
      await page.getByRole('button', { name: '大字' }).click()
      await page.getByRole('button', { name: '念給我聽' }).click()
      await expect.poll(async () => (await spokenOn(page)).length).toBeGreaterThan(20)
      expect(new Set((await spokenOn(page)).map(({ lang }) => lang))).toEqual(new Set([language]))
    }),
  )

  it('is read each language by its own voice', () =>
    site.visit(async (page) => {
      await giveVoice(page, { voice: 'en-GB' })
      await page.goto(`${site.origin}/en/brands/zhengan-guitar-craftsman/`)
      await page.getByRole('button', { name: 'Large print' }).click()
      await page.locator('[data-elder-read]').click()
      await expect.poll(async () => (await spokenOn(page)).length).toBeGreaterThan(20)
      const spoken = await spokenOn(page)
      expect(spoken.find(({ text }) => text === '正安吉他工匠')?.lang).toBe('zh-CN')
      expect(spoken.filter(({ text, lang }) => lang === 'en' && /[\u4e00-\u9fff]{4}/.test(text))).toEqual([])
    }))

  it('is read labels before their values, in the order of the page, and nothing that is hidden or only acts', () =>
    site.visit(async (page) => {
      await giveVoice(page)
      await readAloud(page, '/brands/zhengan-guitar-craftsman/')
      await page.getByRole('button', { name: '正在念，点一下停' }).waitFor()
      await page.getByRole('button', { name: '念给我听' }).waitFor()
      const texts = (await spokenOn(page)).map(({ text }) => text)
      const follows = (words: string, next: RegExp) => {
        const at = texts.indexOf(words)
        expect(at, words).toBeGreaterThanOrEqual(0)
        expect(texts[at + 1]).toMatch(next)
      }
      follows('选材开料', /^挑选板材/)
      follows('1987', /^正安与番禺签订/)
      expect(texts.some((text) => text === '实绩')).toBe(true)
      expect(texts.some((text) => /打印资料|和别家比一比/.test(text))).toBe(false)
      const terms = await page.locator('.record dt').allTextContents()
      expect(terms.filter((term) => !texts.includes(term.trim()))).toEqual([])
      const hidden = await page.locator('main [hidden]').allTextContents()
      const folded = await page.locator('main details:not([open]) > :not(summary) p').allTextContents()
      expect(hidden.length).toBeGreaterThan(0)
      // Names of what is folded stand elsewhere too; what is said of them does not.
      const unsaid = [...hidden.filter((text) => text.trim().length > 6), ...folded.filter((text) => text.length > 24)]
      expect(unsaid.length).toBeGreaterThan(hidden.length)
      for (const words of unsaid.map((text) => text.trim()))
        expect(
          texts.some((text) => text.includes(words)),
          words,
        ).toBe(false)
    }))
})

describe('a note that is up', () => {
  it('lets every link and button do what it does', () =>
    site.visit(async (page) => {
      await page.goto(`${site.origin}/brands/zhengan-guitar-craftsman/`)
      const up = page.locator('.notes li:target')
      await page.locator('.prose a[href^="#n"]').nth(8).click()
      await up.waitFor()
      await page.locator('main .fold summary').first().dispatchEvent('click')
      expect(await page.locator('main .fold').first().getAttribute('open')).toBe('')
      await up.waitFor({ state: 'hidden' })
      await page.locator('.prose a[href^="#n"]').nth(8).click()
      await up.waitFor()
      await page.locator('.prose a[href^="/figures/"]').first().dispatchEvent('click')
      await page.waitForURL(/\/figures\//)
    }))

  it('was brought by the address: its way back leads to its mark', () =>
    site.visit(async (page) => {
      await page.goto(`${site.origin}/brands/zhengan-guitar-craftsman/#n3`)
      const up = page.locator('.notes li:target')
      await up.locator('.back').click()
      expect(new URL(page.url()).hash).toBe('#m3')
    }))
})

describe('Back', () => {
  it('leaves a page, however many notes were opened on it and put away, and the page stands where it stood', () =>
    site.visit(async (page) => {
      await page.goto(`${site.origin}/regions/zhengan/`)
      await page.goto(`${site.origin}/brands/zhengan-guitar-craftsman/`)
      const up = page.locator('.notes li:target')
      for (const at of [8, 12, 20]) {
        await page.locator('.prose a[href^="#n"]').nth(at).click()
        await up.waitFor()
        await page.evaluate(() => scrollBy(0, 150))
        const before = await page.evaluate(() => scrollY)
        await page.locator('h1').dispatchEvent('click')
        await up.waitFor({ state: 'hidden' })
        expect(await page.evaluate(() => scrollY)).toBe(before)
      }
      // One after another, without putting the first away; then a way to another part of the page.
      const marks = page.locator('.prose a[href^="#n"]')
      await marks.nth(10).click()
      await marks.nth(12).dispatchEvent('click')
      await up.locator('.back').click()
      await up.waitFor({ state: 'hidden' })
      await marks.nth(10).click()
      await page.locator('.jumps a[href="#places"]').dispatchEvent('click')
      await up.waitFor({ state: 'hidden' })
      expect(new URL(page.url()).hash).toBe('#places')
      await page.goBack()
      expect(new URL(page.url()).hash).toBe('')
      await page.goBack()
      expect(page.url()).toBe(`${site.origin}/regions/zhengan/`)
    }))

  it.each(['', '26'])('leads to where the reader was, on a page that is loaded again, in large print “%s”', (size) =>
    site.visit(async (page) => {
      await page.goto(site.origin)
      await page.evaluate((size) => localStorage.setItem('elder', size), size)
      await page.goto(`${site.origin}/brands/zhengan-guitar-craftsman/`)
      const link = page.locator('#places a').nth(2)
      await page.evaluate(() => document.querySelector('#places')?.scrollIntoView())
      await link.scrollIntoViewIfNeeded()
      const top = () => link.evaluate((element) => element.getBoundingClientRect().top)
      await expect.poll(top).toBeGreaterThan(0)
      const before = await top()
      await link.click()
      await page.waitForURL(/\/places\//)
      await page.goBack()
      await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(40)
    }),
  )
})

describe('an employer', () => {
  it('finds 福绵裁缝 by search, from the home page', () =>
    site.visit(async (page) => {
      await page.goto(site.origin)
      const requested: string[] = []
      page.on('request', (request) => requested.push(request.url()))
      await page.getByRole('searchbox').fill('福绵裁缝')
      expect(requested.filter((url) => url.includes('pagefind'))).toEqual([])
      await page.keyboard.press('Enter')
      await page.waitForSelector('[data-search-ready]')
      const first = page.locator('[data-results] [data-result]').first()
      expect(await first.getAttribute('data-result')).toBe('brand/fumian-caifeng')
      await first.locator('.name a').click()
      await page.waitForURL(/\/brands\/fumian-caifeng\/$/)
    }))

  it('finds 福绵裁缝 by region, without typing', () =>
    site.visit(async (page) => {
      await page.goto(site.origin)
      await page.getByRole('contentinfo').getByRole('link', { name: '按地区' }).click()
      await page.locator('main').getByRole('link', { name: '福绵区', exact: true }).click()
      await page.locator('main').getByRole('link', { name: '福绵裁缝', exact: true }).first().click()
      await page.waitForURL(/\/brands\/fumian-caifeng\/$/)
    }))

  it('is told plainly when there is nothing', () =>
    site.visit(async (page) => {
      await page.goto(`${site.origin}/find/?q=${encodeURIComponent('量子计算')}`)
      await page.waitForSelector('[data-search-ready]')
      expect(await page.locator('[data-no-results]').isVisible()).toBe(true)
      expect(await page.locator('[data-result]').count()).toBe(0)
    }))
})

describe('without script', () => {
  const noScript = { javaScriptEnabled: false }

  it('a number still shows its source in one tap', () =>
    site.visit(async (page) => {
      await page.goto(`${site.origin}/stories/three-hundred-girls-and-a-factory/`)
      await page.locator('.prose [data-claim] a').first().click()
      expect(await page.locator('.notes li:target').isVisible()).toBe(true)
    }, noScript))

  it('search leads to every trade, and to regions that have brands', () =>
    site.visit(async (page) => {
      await page.goto(site.origin)
      await page.getByRole('searchbox').fill('裁缝')
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/find\/\?q=/)
      expect(await page.locator('main a[href*="/trades/"]').count()).toBeGreaterThan(70)
      expect(await page.locator('main a[href*="/regions/"]').count()).toBeGreaterThan(10)
    }, noScript))
})
