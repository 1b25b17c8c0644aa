import { describe, expect, it } from 'vitest'
import type { PictureFacts } from '../photos/inspect.ts'
import { MAX_BYTES, MAX_SIDE } from '../photos/store.ts'
import { checkPicture, isPicture } from './pictures.ts'

const SOUND: PictureFacts = {
  format: 'jpeg',
  width: 1600,
  height: 1200,
  bytes: 400_000,
  located: false,
  hidden: false,
  film: false,
  whole: true,
}
const check = (name: string, facts?: Partial<PictureFacts>) =>
  checkPicture(`stories/a/${name}`, facts && { ...SOUND, ...facts }).map(({ rule, by, fix }) => ({ rule, by, fix }))

describe('a picture beside a manuscript', () => {
  it.each([
    ['a.heic', 'heif'],
    ['a.avif', 'heif'],
    ['a.tif', 'tiff'],
    ['a.gif', 'gif'],
    ['a.jfif', 'jpeg'],
  ])('%s is to be converted by npm run photos', (name, format) => {
    expect(isPicture(name)).toBe(true)
    expect(check(name, { format })).toEqual([
      { rule: 'picture-format', by: 'photos', fix: expect.stringContaining('npm run photos') },
    ])
  })

  it('a moving photo is to lose its film by npm run photos', () => {
    expect(check('a.jpg', { film: true })).toEqual([
      { rule: 'picture-film', by: 'photos', fix: expect.stringContaining('只留下照片') },
    ])
  })

  it.each(['李小梅身份证450903198503050025.jpg', '13800138000.jpg'])('%s is to be renamed by a person', (name) => {
    expect(check(name, {})).toEqual([
      { rule: 'personal-name', by: undefined, fix: expect.stringContaining('改成说明拍了什么的拼音名字') },
    ])
  })

  it.each(['a.bmp', '照片.BMP'])('%s, which npm run photos cannot read, is to be saved as another', (name) => {
    expect(isPicture(name)).toBe(true)
    expect(check(name)).toEqual([{ rule: 'picture-format', by: undefined, fix: expect.stringContaining('另存为 JPG') }])
    expect(JSON.stringify(check(name))).not.toContain('npm run photos')
  })

  it('with a drawing under a false name is to be saved as another, for it cannot be converted either', () => {
    expect(check('a.jpg', { format: 'svg' })).toEqual([
      { rule: 'picture-format', by: undefined, fix: expect.stringContaining('另存为 JPG') },
    ])
    expect(check('a.jpg', { format: 'gif' })).toMatchObject([{ rule: 'picture-format', by: 'photos' }])
  })

  it('is advised against from exactly where npm run photos makes it smaller', () => {
    expect(check('a.jpg', { width: MAX_SIDE, bytes: MAX_BYTES })).toEqual([])
    expect(check('a.jpg', { width: MAX_SIDE + 1 })).toMatchObject([{ rule: 'picture-size', by: 'photos' }])
    expect(check('a.jpg', { bytes: MAX_BYTES + 1 })).toMatchObject([{ rule: 'picture-size', by: 'photos' }])
  })
})
