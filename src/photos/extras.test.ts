import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { carriesMore } from './extras.ts'
import { examine, faultsOf, makeStorable } from './store.ts'

const picture = sharp({ create: { width: 400, height: 300, channels: 3, background: '#8a6' } })
const jpeg = await picture.clone().jpeg().toBuffer()
const png = await picture.clone().png().toBuffer()
const webp = await picture.clone().webp().toBuffer()
const coloured = picture.clone().withIccProfile('p3')
const [colouredJpeg, colouredPng] = [await coloured.clone().jpeg().toBuffer(), await coloured.clone().png().toBuffer()]
const words = Buffer.from('电话 13800138000')

/** The JPEG with a segment behind its first marker. */
function withSegment(marker: number): Buffer {
  const head = Buffer.from([0xff, marker, 0, words.length + 2])
  return Buffer.concat([jpeg.subarray(0, 2), head, words, jpeg.subarray(2)])
}

/** The PNG with a chunk behind its first one; nobody here looks at the sums. */
function withChunk(name: string): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(words.length)
  head.write(name, 4, 'latin1')
  return Buffer.concat([png.subarray(0, 33), head, words, Buffer.alloc(4), png.subarray(33)])
}

describe('what a picture file carries besides its picture', () => {
  it.each([
    ['a comment of a JPEG', withSegment(0xfe), 'jpeg'],
    ['a segment of a program', withSegment(0xe5), 'jpeg'],
    ['bytes behind a JPEG', Buffer.concat([jpeg, words]), 'jpeg'],
    ['a text of a PNG', withChunk('tEXt'), 'png'],
    ['a chunk of a program', withChunk('prVt'), 'png'],
    ['bytes behind a PNG', Buffer.concat([png, words]), 'png'],
    ['bytes behind a WebP', Buffer.concat([webp, words]), 'webp'],
  ])('%s is found', (_, bytes, format) => {
    expect(carriesMore(bytes, format)).toBe(true)
  })

  it.each([
    ['a JPEG', jpeg, 'jpeg'],
    ['a JPEG that its camera filled up', Buffer.concat([jpeg, Buffer.alloc(40)]), 'jpeg'],
    ['a JPEG with its colours', colouredJpeg, 'jpeg'],
    ['a PNG', png, 'png'],
    ['a PNG with its colours', colouredPng, 'png'],
    ['a WebP', webp, 'webp'],
    ['the beginning of a file', jpeg.subarray(0, 100), 'jpeg'],
    ['an empty one', Buffer.alloc(0), 'png'],
  ])('%s carries nothing', (_, bytes, format) => {
    expect(carriesMore(bytes, format)).toBe(false)
  })

  it('is taken away where a picture is made fit to be stored', async () => {
    const told = await examine(withSegment(0xfe))
    expect(told && faultsOf(told)).toEqual(['里面藏着照片以外的东西（别的数据）'])
    const { bytes } = await makeStorable(withSegment(0xfe))
    expect(Buffer.from(bytes).includes('13800138000')).toBe(false)
  })
})
