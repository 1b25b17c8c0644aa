import { brotliCompressSync, crc32, deflateRawSync, gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { afterEach, describe, expect, it } from 'vitest'
import { samplePhoto } from '../src/photos/sample.ts'
import { findLeaks } from './lib/leaks.ts'
import { idNumber, type Tree, writeTree } from './lib/sample-content.ts'

const written: Array<{ remove(): void }> = []
const leaksIn = (tree: Tree, official?: string[]) => {
  const made = writeTree(tree)
  written.push(made)
  return findLeaks(made.root, official)
}
afterEach(() => {
  for (const { remove } of written.splice(0)) remove()
})

/** A zip archive of one deflated file. */
function zip(name: string, text: string): Uint8Array {
  const [title, plain] = [Buffer.from(name), Buffer.from(text)]
  const packed = deflateRawSync(plain)
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(8, 4)
  common.writeUInt32LE(crc32(plain), 10)
  common.writeUInt32LE(packed.length, 14)
  common.writeUInt32LE(plain.length, 18)
  common.writeUInt16LE(title.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, title, packed])
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, Buffer.alloc(14), title])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, central, end])
}

const fragment = (text: string) => gzipSync(Buffer.from(`pagefind_dcd${JSON.stringify({ url: '/a/', content: text })}`))

/** A table of the search index with one word of up to 23 letters. */
const table = (word: string) =>
  gzipSync(Buffer.concat([Buffer.from([0x82, 0x60 + word.length]), Buffer.from(word), Buffer.from([0x00])]))

/** The same number in everything a site publishes. */
const CARRIERS: Array<[name: string, content: string | Uint8Array]> = [
  ['a/index.html', '<!doctype html><p>电话<b>138</b>0013<i>8000</i></p>'],
  // What an index may join is found where it was written.
  ['j/index.html', '<p>加wx13800138000</p>'],
  ['b/index.html', '<script type="application/ld+json">{"telephone":"+8613800138000"}</script>'],
  ['c/index.html', '<meta name="description" content="电话138-0013-8000">'],
  ['d/index.html', '<img alt="电话１３８００１３８０００" src="/a.jpg">'],
  ['open/brands.json', '{"phone":"138\\u200b00138000"}'],
  ['find/catalogue.json', '{"rows":[[1,2,13800138000]]}'],
  ['feed.xml', '<feed><entry><summary>电话 138 0013 8000</summary></entry></feed>'],
  ['events.ics', 'BEGIN:VEVENT\r\nDESCRIPTION:电话13800\r\n 138000\r\nEND:VEVENT\r\n'],
  ['open/brands.csv', '品牌,电话\n福绵裁缝,13800138000\n'],
  ['tile.svg', '<svg><text>13800138000</text><path d="M0 0"/></svg>'],
  ['robots.txt', '# 13800138000'],
  ['pagefind/fragment/zh_1.pf_fragment', fragment('电话13800138000')],
  ['pagefind/index/zh_1.pf_index', table('13800138000')],
  ['list.xlsx', zip('xl/sharedStrings.xml', '<sst><si><t>13800138000</t></si></sst>')],
  ['a.json.gz', gzipSync('{"a":"13800138000"}')],
  ['a.json.br', brotliCompressSync('{"a":"13800138000"}')],
  ['files/13800138000.txt', '名单'],
  ['data/table', '13800138000'],
]

describe('rows of small numbers', () => {
  it('are no card, however they add up', async () => {
    // 4111 1111 1111 1111, a number that nobody has, cut into the cells of a table.
    expect(
      await leaksIn({ 'find/catalogue.json': '{"rows":[[4111,1111,1111,1111],[41,11,11,11,11,11,11,11]]}' }),
    ).toEqual([])
  })
})

describe('the gate on the built site', { timeout: 30_000 }, () => {
  it('finds the identity number in the number of a pupil, which has a letter before it', async () => {
    const leaks = await leaksIn({ 'a/index.html': `<p>学籍号G${idNumber('11010519491231008')}</p>` })
    expect(leaks.map(({ what }) => what)).toEqual(['身份证号'])
  })

  it.each(CARRIERS)('finds a mobile number in %s', async (name, content) => {
    const leaks = await leaksIn({ [name]: content })
    expect(leaks.map(({ what }) => what)).toEqual(['手机号'])
    expect(JSON.stringify(leaks)).not.toContain('13800138000')
    expect(JSON.stringify(leaks)).toContain('****')
  })

  it('finds metadata in pictures', async () => {
    const named = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#000' } })
      .webp()
      .withExif({ IFD0: { Artist: '张三' } })
      .toBuffer()
    const leaks = await leaksIn({ 'photos/a.jpg': await samplePhoto(), 'photos/b.webp': named })
    expect(leaks.map(({ file }) => file)).toEqual(['photos/a.jpg', 'photos/b.webp'])
  })

  it('finds what a picture carries besides itself, also in a drawing that holds it', async () => {
    const plain = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#000' } })
      .jpeg()
      .toBuffer()
    const words = Buffer.from('13800138000')
    const commented = Buffer.concat([plain.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, 13]), words, plain.subarray(2)])
    const drawing = (picture: Buffer) =>
      `<svg><image href="data:image/jpeg;base64,${picture.toString('base64')}"/></svg>`
    const leaks = await leaksIn({
      'photos/a.jpg': commented,
      'photos/b.jpg': Buffer.concat([plain, words]),
      'c.svg': drawing(Buffer.from(await samplePhoto())),
      'd.svg': drawing(plain),
      'photos/e.jpg': plain,
    })
    expect(leaks.map(({ file }) => file)).toEqual(['c.svg', 'photos/a.jpg', 'photos/b.jpg'])
  })

  it('refuses what it cannot read', async () => {
    const leaks = await leaksIn({ 'a.pdf': '%PDF-1.7', 'b.docx': 'no archive', 'c.jpg': 'no picture', 'd.exe': 'MZ' })
    expect(leaks.map(({ file }) => file)).toEqual(['a.pdf', 'b.docx', 'c.jpg', 'd.exe'])
  })

  it('lets a clean site pass, office numbers and office addresses included', async () => {
    const picture = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#000' } })
      .png()
      .toBuffer()
    const site: Tree = {
      'index.html':
        '<p>电话0775-2690000，热线12333；地址：民主路1号3栋2单元501室</p><svg viewBox="0 0 13800138000 1"><path d="M138 0013 8000"/></svg>',
      'a.png': picture,
      'fonts/a.woff2': new Uint8Array([1, 2, 3]),
      'pagefind/fragment/zh_1.pf_fragment': fragment('2024年福绵有3000家企业'),
      // The engine joins what a sign divides: here the name of a source and its day.
      'sources/index.html': '<a href="/sources/qx162-20240118/">source/qx162-20240118</a>',
      'pagefind/index/zh_1.pf_index': table('sourceqx16220240118'),
      'list.xlsx': zip('xl/sharedStrings.xml', '<t>3000</t>'),
      '_astro/a.Dx1.css': 'a{width:13800138000px}',
    }
    expect(await leaksIn(site, ['民主路1号3栋2单元501室'])).toEqual([])
    expect((await leaksIn(site)).map(({ what }) => what)).toEqual(['住址'])
  })
})
