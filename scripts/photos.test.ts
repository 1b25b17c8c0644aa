import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { MAX_BYTES, MAX_SIDE } from '../src/photos/store.ts'
import { slugOf } from './lib/slug.ts'
import { renameReference, tidyPhotos } from './lib/tidy-photos.ts'

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>()
  return { ...real, rm: vi.fn(real.rm) }
})

// These start whole programs; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 })

let root: string
let keep: string
let folder: string

beforeEach(() => {
  const base = mkdtempSync(join(tmpdir(), 'yifang-photos-'))
  root = join(base, 'content')
  keep = join(base, 'originals')
  folder = join(root, 'stories/li-jie')
  mkdirSync(folder, { recursive: true })
})
afterEach(() => rmSync(join(root, '..'), { recursive: true, force: true }))

const put = (name: string, bytes: Uint8Array | string) => writeFileSync(join(folder, name), bytes)
const names = () => readdirSync(folder).sort()
const state = () => names().map((name) => [name, readFileSync(join(folder, name)).toString('base64')])
const metadata = (name: string) => sharp(join(folder, name)).metadata()

/** Red in the upper left corner, as it is meant to be seen. */
const corner = (width: number, height: number) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#1d4ed8"/><rect width="25%" height="25%" fill="#dc2626"/></svg>`,
    ),
  )

/** The beginning of a film, as telephones put it behind a photo. */
const FILM = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypmp42'), Buffer.alloc(6000, 0x5a)])

const GPS = { IFD0: { Make: 'TestPhone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '28/1 33/1 0/1' } }

async function redAt(name: string): Promise<string> {
  const { data, info } = await sharp(join(folder, name)).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const red = (x: number, y: number) => (data[(y * info.width + x) * info.channels] as number) > 150
  const [right, bottom] = [info.width - 5, info.height - 5]
  return [red(5, 5) && '左上', red(right, 5) && '右上', red(5, bottom) && '左下', red(right, bottom) && '右下']
    .filter(Boolean)
    .join()
}

async function expectStorable(name: string) {
  const { width, height, exif, xmp, iptc, orientation } = await metadata(name)
  expect(Math.max(width, height)).toBeLessThanOrEqual(MAX_SIDE)
  expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(MAX_BYTES)
  expect([exif, xmp, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined])
}

describe('pictures', () => {
  it('are made upright, smaller and mute, and the manuscript follows', async () => {
    put('DSC_0001.JPG', await corner(4800, 3200).jpeg().withExif(GPS).withMetadata({ orientation: 6 }).toBuffer())
    put(
      'index.mdx',
      '---\r\ncover: ./DSC_0001.JPG\r\n---\r\n\r\n<Photo src="./DSC_0001.JPG" alt="x" />\r\n照片 DSC_0001.JPG 是原图。\r\n',
    )
    expect(await tidyPhotos(root, keep)).toMatchObject([{ file: 'stories/li-jie/DSC_0001.JPG', now: 'dsc-0001.jpg' }])
    expect(names()).toEqual(['dsc-0001.jpg', 'index.mdx'])
    await expectStorable('dsc-0001.jpg')
    expect(await metadata('dsc-0001.jpg')).toMatchObject({ width: 1707, height: 2560 })
    expect(await redAt('dsc-0001.jpg')).toBe('右上')
    expect(readFileSync(join(folder, 'index.mdx'), 'utf8')).toBe(
      '---\r\ncover: ./dsc-0001.jpg\r\n---\r\n\r\n<Photo src="./dsc-0001.jpg" alt="x" />\r\n照片 DSC_0001.JPG 是原图。\r\n',
    )
  })

  it('named after a number of a person are left as they are: under a plain name nobody would see it', async () => {
    put('李小梅身份证450903198503050025.jpg', await corner(400, 300).jpeg().toBuffer())
    const done = await tidyPhotos(root, keep)
    expect(done).toMatchObject([{ cure: expect.stringContaining('先自己改名') }])
    expect(JSON.stringify(done)).not.toContain('450903198503050025')
    expect(names()).toEqual(['李小梅身份证450903198503050025.jpg'])
  })

  it('from a telephone (HEIC) become JPEG', async () => {
    put('IMG_1234.HEIC', readFileSync('src/photos/fixtures/upright.heic'))
    put('index.mdx', '<Photo src="IMG_1234.HEIC" alt="x" />')
    expect(await tidyPhotos(root, keep)).toMatchObject([{ now: 'img-1234.jpg' }])
    expect(await metadata('img-1234.jpg')).toMatchObject({ format: 'jpeg', width: 480, height: 320 })
    await expectStorable('img-1234.jpg')
    expect(await redAt('img-1234.jpg')).toBe('左上')
    expect(readFileSync(join(folder, 'index.mdx'), 'utf8')).toBe('<Photo src="./img-1234.jpg" alt="x" />')
  })

  it('of 14 million noisy pixels fit', async () => {
    const noise = sharp({
      create: {
        width: 4400,
        height: 3300,
        channels: 3,
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
        background: '#888',
      },
    })
    put('big.jpg', await noise.jpeg({ quality: 90 }).toBuffer())
    expect(statSync(join(folder, 'big.jpg')).size).toBeGreaterThan(6_000_000)
    await tidyPhotos(root, keep)
    await expectStorable('big.jpg')
  }, 60_000)

  it('keep what shines through', async () => {
    const clear = await sharp({ create: { width: 3000, height: 300, channels: 4, background: '#ff000080' } })
      .png()
      .toBuffer()
    put('logo.png', clear)
    put('plain.png', await corner(3000, 300).removeAlpha().png().toBuffer())
    expect(await tidyPhotos(root, keep)).toMatchObject([{ now: 'logo.webp' }, { now: 'plain.jpg' }])
    expect((await metadata('logo.webp')).hasAlpha).toBe(true)
  })

  it('get plain names without being coded again', async () => {
    const bytes = await corner(600, 400).jpeg().toBuffer()
    put('李姐 在车间.jpeg', bytes)
    put('wrong.png', bytes)
    expect(await tidyPhotos(root, keep)).toMatchObject([{ now: 'wrong.jpg' }, { now: 'li-jie-zai-che-jian.jpg' }])
    expect(readFileSync(join(folder, 'li-jie-zai-che-jian.jpg')).equals(bytes)).toBe(true)
  })

  it('never take the place of another picture', async () => {
    const [a, b] = [await corner(600, 400).jpeg().toBuffer(), await corner(400, 600).jpeg().toBuffer()]
    put('a.jpg', a)
    put('A.JPEG', b)
    expect(await tidyPhotos(root, keep)).toMatchObject([{ file: 'stories/li-jie/A.JPEG', now: 'a-2.jpg' }])
    expect(readFileSync(join(folder, 'a.jpg')).equals(a)).toBe(true)
    expect(readFileSync(join(folder, 'a-2.jpg')).equals(b)).toBe(true)
  })

  it.each([
    ['a.jpg', 'A.JPG'],
    ['A.JPG', 'a.jpg'],
  ])('nor where the names differ by nothing but capitals: %s is put first', async (...order) => {
    const bytes = {
      'a.jpg': await corner(600, 400).jpeg().toBuffer(),
      'A.JPG': await corner(400, 600).jpeg().toBuffer(),
    }
    for (const name of order) put(name, bytes[name as 'a.jpg'])
    expect(await tidyPhotos(root, keep)).toMatchObject([{ file: 'stories/li-jie/A.JPG', now: 'a-2.jpg' }])
    expect(readFileSync(join(folder, 'a.jpg')).equals(bytes['a.jpg'])).toBe(true)
    expect(readFileSync(join(folder, 'a-2.jpg')).equals(bytes['A.JPG'])).toBe(true)
  })

  it('only change their capitals where nothing else is wrong with their names', async () => {
    put('A.jpg', await corner(600, 400).jpeg().toBuffer())
    put('B.JPG', await corner(3000, 2000).jpeg().withExif(GPS).toBuffer())
    put('index.mdx', '<Photo src="./A.jpg" /> <Photo src="./B.JPG" />')
    // On the disks of Windows and macOS whoever takes away A.jpg takes away a.jpg.
    vi.mocked(rm).mockClear()
    expect(await tidyPhotos(root, keep)).toMatchObject([{ now: 'a.jpg' }, { now: 'b.jpg' }])
    expect(rm).not.toHaveBeenCalled()
    expect(names()).toEqual(['a.jpg', 'b.jpg', 'index.mdx'])
    expect(readFileSync(join(folder, 'index.mdx'), 'utf8')).toBe('<Photo src="./a.jpg" /> <Photo src="./b.jpg" />')
    await expectStorable('b.jpg')
  })

  it('that are sound are not touched, and a second run changes nothing', async () => {
    put('good.jpg', await corner(1600, 1200).jpeg().toBuffer())
    put('index.mdx', '<Photo src="./good.jpg" />')
    const before = state()
    expect(await tidyPhotos(root, keep)).toEqual([])
    expect(state()).toEqual(before)
    put('P1.PNG', await corner(3000, 2000).png().withExif(GPS).toBuffer())
    expect(await tidyPhotos(root, keep)).toHaveLength(1)
    const after = state()
    expect(await tidyPhotos(root, keep)).toEqual([])
    expect(state()).toEqual(after)
  })

  it('that move lose their film and stay the picture they were', async () => {
    const photo = await corner(900, 600).jpeg().toBuffer()
    put('a.jpg', Buffer.concat([photo, FILM]))
    expect(await tidyPhotos(root, keep)).toMatchObject([{ now: 'a.jpg', faults: ['是动态照片，后面带着一段录像'] }])
    expect(readFileSync(join(folder, 'a.jpg')).includes('ftyp')).toBe(false)
    expect(await redAt('a.jpg')).toBe('左上')
    expect(await tidyPhotos(root, keep)).toEqual([])
  })

  it('leave their originals in the keep', async () => {
    const bytes = await corner(3000, 2000).jpeg().withExif(GPS).toBuffer()
    put('a.jpg', bytes)
    await tidyPhotos(root, keep)
    const kept = readdirSync(join(keep, 'stories/li-jie'))
    expect(kept).toHaveLength(1)
    expect(readFileSync(join(keep, 'stories/li-jie', kept[0] as string)).equals(bytes)).toBe(true)
  })

  it('that cannot be helped are left, with what to do', async () => {
    const whole = await corner(3000, 2000).jpeg().toBuffer()
    put('cut.jpg', whole.subarray(0, whole.length / 2))
    put('text.jpg', '不是照片')
    put('notes.txt', '别的文件')
    put('._cut.jpg', '系统留下的')
    symlinkSync('/etc/hostname', join(folder, 'link.jpg'))
    const before = state()
    expect(await tidyPhotos(root, keep)).toMatchObject([
      { file: 'stories/li-jie/cut.jpg', cure: '重新传一次原图，或换一张' },
      { file: 'stories/li-jie/text.jpg', cure: '重新传一次原图，或换一张' },
    ])
    expect(state()).toEqual(before)
  })

  it('wait while their manuscript cannot be read', async () => {
    put('A.JPG', await corner(600, 400).jpeg().toBuffer())
    put('index.mdx', new Uint8Array([0xd6, 0xd0, 0xce, 0xc4]))
    const before = state()
    expect(await tidyPhotos(root, keep)).toMatchObject([{ cure: 'index.mdx 不是 UTF-8 编码，先运行 npm run fix' }])
    expect(state()).toEqual(before)
  })

  it('finish what an interrupted run began', async () => {
    put('IMG_1.HEIC', readFileSync('src/photos/fixtures/upright.heic'))
    await tidyPhotos(root, keep)
    // As if the run had ended before the original was taken away.
    put('IMG_1.HEIC', readFileSync('src/photos/fixtures/upright.heic'))
    await tidyPhotos(root, keep)
    expect(names()).toEqual(['img-1.jpg'])
  })
})

describe('references', () => {
  it.each([
    ['src="./a b.JPG"', 'src="./n.jpg"'],
    ["src='./a b.JPG'", "src='./n.jpg'"],
    ['![图](./a%20b.JPG)', '![图](./n.jpg)'],
    ['![图](a%20b.JPG)', '![图](./n.jpg)'],
    ['cover: ./a b.JPG', 'cover: ./n.jpg'],
    ['./a b.JPG.bak', './a b.JPG.bak'],
    ['../a b.JPG', '../a b.JPG'],
    ['src="./xa b.JPG"', 'src="./xa b.JPG"'],
  ])('%s', (before, after) => {
    expect(renameReference(before, 'a b.JPG', 'n.jpg')).toBe(after)
  })
})

describe('names', () => {
  it.each([
    ['李姐从山沟到月嫂的路', 'li-jie-cong-shan-gou-dao-yue-sao-de-lu'],
    ['24家水洗厂：搬了！', '24-jia-shui-xi-chang-ban-le'],
    ['绿色 Café №1', 'lv-se-cafe-no1'],
    ['！！！', ''],
  ])('%s', (text, slug) => {
    expect(slugOf(text)).toBe(slug)
  })

  it('are never longer than an id may be', () => {
    expect(slugOf('很长很长的一个标题很长很长的一个标题很长很长的一个标题').length).toBeLessThanOrEqual(60)
  })
})
