import { expect, it } from 'vitest'
import { publicOrigin } from './origin.ts'

it('takes an origin, with or without a slash at its end', () => {
  expect(publicOrigin('https://rs.yulin.example', false)).toBe('https://rs.yulin.example')
  expect(publicOrigin('https://rs.yulin.example:8443/', false)).toBe('https://rs.yulin.example:8443')
  expect(publicOrigin('https://RS.Yulin.example:443', false)).toBe('https://rs.yulin.example')
  expect(publicOrigin('http://172.32.0.9', false)).toBe('http://172.32.0.9')
})

it.each([
  ['nothing', undefined, /没有给 SITE_URL/],
  ['nothing but the name', '', /没有给 SITE_URL/],
  ['a name without its scheme', 'rs.yulin.example', /要以 https:\/\/ 开头/],
  ['another scheme', 'ftp://rs.yulin.example', /要以 https:\/\/ 开头/],
  [
    'a path, which belongs into SITE_BASE',
    'https://rs.yulin.example/topic/',
    /到 https:\/\/rs\.yulin\.example 为止.*SITE_BASE/,
  ],
  ['a password, which would stand on every page', 'https://me:secret@rs.yulin.example', /用户名或密码/],
  ['this machine', 'http://localhost:4321', /内部的网址/],
  ['this machine by number', 'http://127.0.0.1', /内部的网址/],
  ['this machine, newly', 'http://[::1]:8080/', /内部的网址/],
  ['this machine with a dot', 'http://localhost./', /内部的网址/],
  ['a machine of the office', 'http://pc-01', /内部的网址/],
  ['an address of the office', 'http://192.168.1.20', /内部的网址/],
  ['another one', 'http://172.16.0.9:8080', /内部的网址/],
  ['a name for the office', 'http://jiangren.local', /内部的网址/],
  ['another such name', 'http://jiangren.intranet', /内部的网址/],
  ['an address behind the provider', 'http://100.64.1.1', /内部的网址/],
])('refuses %s', (_, url, words) => {
  expect(() => publicOrigin(url, false)).toThrow(words)
})

it('lets a trial on this machine name it, or nothing', () => {
  expect(publicOrigin(undefined, true)).toBeUndefined()
  expect(publicOrigin('http://localhost:4321', true)).toBe('http://localhost:4321')
})
