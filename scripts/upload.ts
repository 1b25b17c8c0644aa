import { AwsClient } from 'aws4fetch'
import { optionsOr } from './lib/options.ts'
import { Refusal } from './lib/release/layout.ts'
import { releasedSite } from './lib/release/released.ts'
import { prune, push, storedFiles } from './lib/upload.ts'

/**
 * `npm run upload -- --site DIR/current/site --endpoint https://… --bucket NAME [--prefix topic/] [--prune] [--send]`:
 * brings a release into an object store that speaks S3. Only says what it would do until `--send`; the keys are
 * in S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY, the region in S3_REGION. docs/serving.md tells the rest.
 */
const USAGE =
  '用法：npm run upload -- --site 文件夹/current/site --endpoint https://… --bucket 名字 [--prefix topic/] [--prune] [--send]；不加 --send 只说要做什么。'
const values = optionsOr(USAGE, {
  site: { type: 'string' },
  endpoint: { type: 'string' },
  bucket: { type: 'string' },
  prefix: { type: 'string', default: '' },
  prune: { type: 'boolean', default: false },
  send: { type: 'boolean', default: false },
})
const { endpoint, bucket: name, prefix, send } = values
const {
  S3_ACCESS_KEY_ID: accessKeyId,
  S3_SECRET_ACCESS_KEY: secretAccessKey,
  S3_REGION: region = 'us-east-1',
} = process.env
if (!values.site || !endpoint || !name || !accessKeyId || !secretAccessKey) {
  console.error(
    '要写 --site、--endpoint 和 --bucket，密钥放在环境变量 S3_ACCESS_KEY_ID、S3_SECRET_ACCESS_KEY 里，不要写进文件。',
  )
  process.exit(1)
}
if (prefix && !/^[^/].*\/$/.test(prefix)) {
  console.error(
    `--prefix 要以斜线结尾，开头不要斜线：--prefix ${prefix.replace(/^\/+|\/+$/g, '')}/。少了结尾的斜线，名字相近的别的文件夹也会被算进来。`,
  )
  process.exit(1)
}
const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 4 })
const bucket = { client, url: `${endpoint.replace(/\/$/, '')}/${name}`, prefix }
const would = send ? '' : '（只是预演，加 --send 才动手）'
try {
  const stages = storedFiles(await releasedSite(values.site), prefix)
  if (values.prune) {
    const gone = await prune(bucket, stages, send)
    for (const key of gone) console.log(`- ${key}`)
    console.log(`清掉不再用的 ${gone.length} 个文件${would}。`)
  } else {
    const { sent, unchanged } = await push(bucket, stages, send)
    for (const key of sent) console.log(`+ ${key}`)
    console.log(`上传 ${sent.length} 个，没有变的 ${unchanged} 个${would}。`)
  }
} catch (error) {
  const { message } = error as Error
  console.error(error instanceof Refusal ? message : `没有传完，公众看到的页面仍是完整的。原因：${message}`)
  process.exitCode = 1
}
