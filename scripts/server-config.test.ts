import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

const run = (args: readonly string[], base = '/') =>
  spawnSync(process.execPath, ['scripts/server-config.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, SITE_BASE: base },
  })

describe('the command that writes configurations', () => {
  it.each([
    ['a folder with a space', ['--releases', '/tmp/my site'], '/'],
    ['a folder that is none', ['--releases', 'srv'], '/'],
    ['a host that ends a line', ['--host', 'a.cn; } server { listen 81'], '/'],
    ['a base without its slash', [], 'topic'],
    ['a base with a space', [], '/a b/'],
  ])('refuses %s, in Chinese', (_, args, base) => {
    const { status, stdout, stderr } = run(args, base)
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/不行\n用法/)
  })

  it.each([
    [['--releases', '/srv/yi-fang_1', '--host', 'jiangren.example.cn'], '/'],
    [['--server', 'caddy'], '/topic/jiangren/'],
    [[], '/topic'],
  ])('writes for %j below %s', (args, base) => {
    expect(run(args, base)).toMatchObject({ status: 0, stderr: '' })
  })
})
