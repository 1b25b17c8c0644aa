import { optionsOr } from './lib/options.ts'
import { Refusal } from './lib/release/layout.ts'
import { liveNow, rollback } from './lib/release/release.ts'

/** `npm run rollback -- --to DIR [--release 000012]`: makes the release before the live one live again, or the one named. */
const USAGE = '用法：npm run rollback -- --to 文件夹 [--release 编号]'
const { to, release } = optionsOr(USAGE, { to: { type: 'string' }, release: { type: 'string' } })
if (!to) {
  console.error(USAGE)
  process.exitCode = 1
} else {
  try {
    console.log(`退回去了：${await rollback(to, release)}。`)
  } catch (error) {
    process.exitCode = 1
    if (error instanceof Refusal) console.error(error.message)
    else console.error('程序出错，没有退回去：', error)
  }
  // In the same stream as the words before it.
  ;(process.exitCode ? console.error : console.log)(await liveNow(to))
}
