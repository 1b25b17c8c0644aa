import { resolve } from 'node:path'
import { contentRoot } from '../src/catalogue/root.ts'
import { tidyPhotos } from './lib/tidy-photos.ts'

/**
 * `npm run photos`: makes every picture in `content/` fit to be published. Exit 1 when one could not be helped.
 */
const KEEP = '.cache/originals'
const done = await tidyPhotos(contentRoot(), resolve(KEEP))
for (const { file, now, faults, cure } of done) {
  console.log(`content/${file} ${faults.join('；')}`)
  console.log(cure ? `    怎么改：${cure}` : `    已处理好：${now}`)
}
const helped = done.filter(({ cure }) => !cure).length
console.log(
  done.length === 0
    ? '照片都合格，没有改动。'
    : `共处理 ${helped} 张${helped > 0 ? `，原图留在 ${KEEP}/（不会提交）` : ''}${done.length > helped ? `；${done.length - helped} 张要你自己看` : ''}。`,
)
process.exitCode = done.length > helped ? 1 : 0
