import { FILE_START, type Problem } from '../manuscript/problem.ts'
import { findPersonalData, PERSONAL_KINDS } from '../manuscript/scan.ts'
import type { PictureFacts } from '../photos/inspect.ts'
import { isStorable, MAX_BYTES, MAX_SIDE } from '../photos/store.ts'
import { pictureFate } from '../schemas/pictures.ts'

/** Formats that the endings of stored pictures promise. */
const FORMATS: Readonly<Record<string, string>> = { jpg: 'jpeg', jpeg: 'jpeg', png: 'png', webp: 'webp' }

const REFUSED = { side: 4000, bytes: 4_000_000 }

const SAVE_AS = '用看图软件打开它，另存为 JPG，再放进来；正文里的名字跟着改'

/** Whether a file name is that of a picture, whatever becomes of it. */
export const isPicture = (name: string): boolean => pictureFate(name) !== undefined

const ending = (name: string) => name.slice(name.lastIndexOf('.') + 1)

/** Names a picture may have: those that `<Photo>` can name. */
const NAME = /^[a-z0-9]+(?:[-_][a-z0-9]+)*\.[a-z]+$/

/**
 * What is wrong with a picture beside a manuscript.
 * @param facts undefined when it cannot be read as a picture
 */
export function checkPicture(file: string, facts: PictureFacts | undefined): Problem[] {
  const name = file.slice(file.lastIndexOf('/') + 1)
  const problems: Problem[] = []
  const report = (rule: string, level: Problem['level'], message: string, fix: string, by?: 'photos') => {
    problems.push({ file, ...FILE_START, rule, level, message, fix, ...(by && { by }) })
  }
  const [personal] = findPersonalData(name.replace(/\.[^.]*$/, ''))
  if (personal) {
    const [kind] = PERSONAL_KINDS[personal.kind].split('（')
    report(
      'personal-name',
      'error',
      `图片的文件名里有${kind}「${personal.masked}」`,
      '改成说明拍了什么的拼音名字，例如 chejian.jpg，正文里写得一样；已经上传过的，还要请人从历史里删掉',
    )
    return problems
  }
  const fate = pictureFate(name)
  if (fate === 'unreadable') {
    report('picture-format', 'error', `${ending(name).toUpperCase()} 图片，网站不能用，也转不了`, SAVE_AS)
    return problems
  }
  if (!NAME.test(name)) {
    report(
      'picture-name',
      'error',
      `图片名「${name}」不能用`,
      '改成小写拼音和连字符，例如 chejian.jpg，正文里写得一样',
      'photos',
    )
  }
  if (fate === 'converted') {
    report(
      'picture-format',
      'error',
      /\.hei[cf]$/i.test(name)
        ? '苹果 HEIC 照片，很多浏览器打不开'
        : `${ending(name).toUpperCase()} 图片，网站不用这种格式（只用 jpg、png、webp）`,
      '运行 npm run photos 自动转成 JPG，正文里的名字也会一起改',
      'photos',
    )
  } else if (!facts) {
    report('picture-damaged', 'error', '这张图片打不开，多半是坏了', '重新拷一份；原图也打不开就换一张')
    return problems
  } else if (facts.format !== FORMATS[ending(name).toLowerCase()]) {
    const message = `这张图片其实是 ${facts.format.toUpperCase()}，和后缀「.${ending(name)}」对不上`
    if (isStorable(facts.format)) report('picture-format', 'error', message, '运行 npm run photos 自动转换', 'photos')
    else report('picture-format', 'error', message, SAVE_AS)
  }
  if (!facts) return problems
  if (!facts.whole)
    report('picture-damaged', 'error', '这张图片不完整，后半截没有拷过来', '重新拷一份；原图也不完整就换一张')
  const size = `${facts.width}×${facts.height}，${(facts.bytes / 1_000_000).toFixed(1)} MB`
  const side = Math.max(facts.width, facts.height)
  if (side > REFUSED.side || facts.bytes > REFUSED.bytes)
    report(
      'picture-size',
      'error',
      `图片太大：${size}（上限 4 MB、长边 4000）`,
      '运行 npm run photos 自动缩小',
      'photos',
    )
  else if (side > MAX_SIDE || facts.bytes > MAX_BYTES)
    report('picture-size', 'advice', `图片偏大：${size}`, `运行 npm run photos 缩小到长边 ${MAX_SIDE} 以内`, 'photos')
  if (facts.film)
    report(
      'picture-film',
      'error',
      '这是动态照片，后面带着一段录像，里面可能有人说话、有拍摄地点',
      '运行 npm run photos，只留下照片',
      'photos',
    )
  if (facts.located)
    report('picture-position', 'error', '照片里藏着拍摄地点（定位）', '运行 npm run photos 自动清除', 'photos')
  else if (facts.hidden)
    report(
      'picture-hidden',
      'advice',
      '照片里藏着相机、作者等信息（发布时会去掉）',
      '运行 npm run photos 自动清除',
      'photos',
    )
  return problems
}
