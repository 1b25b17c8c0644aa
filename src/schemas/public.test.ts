import { describe, expect, it } from 'vitest'
import { isPublicAddress } from './public.ts'

describe('an address that readers can open', () => {
  it.each([
    'https://www.example.gov.cn/a?b=c#d',
    'http://113.16.255.12/col/col1.html',
    'https://mp.weixin.qq.com/s/abc',
    'https://中国.例子.cn/',
    'http://172.32.0.1/',
    'http://www.example.cn./',
  ])('%s is one', (address) => expect(isPublicAddress(address)).toBe(true))

  it.each([
    'http://localhost:4321/brands/a/',
    'http://127.0.0.1/',
    'http://192.168.1.8/',
    'http://10.45.2.3:8080/oa/',
    'http://172.16.0.9/',
    'http://oa/',
    'http://oa.gxyl.local/',
    'https://user:word@oa.example.gov.cn/',
    'https://待补',
    'http://http://www.example.cn/',
    'http://[::1]/',
  ])('%s is none', (address) => expect(isPublicAddress(address)).toBe(false))
})
