import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { ValidEntry } from '../src/catalogue/validate.ts'
import { KINDS, type Kind } from '../src/schemas/index.ts'
import { editorFiles, editorSchema, writeEditorSchemas } from './lib/editor-files.ts'

// These start whole programs; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 })

const entries = [
  { kind: 'brand', id: 'fumian-caifeng', data: { name: '福绵裁缝' } },
  { kind: 'story', id: 'x', data: { title: '一篇' } },
] as unknown as ValidEntry[]

describe('what VS Code is told', () => {
  it.each(Object.keys(editorFiles()))('is what .vscode/%s says (else: npm run editor)', (name) => {
    expect(JSON.parse(readFileSync(join('.vscode', name), 'utf8'))).toEqual(editorFiles()[name])
  })

  it.each(Object.keys(KINDS) as Kind[])(
    'has Chinese titles and lists for %s, and nothing editors do not know',
    (kind) => {
      const schema = editorSchema(kind, entries)
      expect(JSON.stringify(schema)).not.toMatch(/"labels"|"ref"/)
      const choices = JSON.stringify(schema).match(/"markdownEnumDescriptions":\["\p{Script=Han}/gu) ?? []
      if (['story', 'place', 'source'].includes(kind)) expect(choices.length).toBeGreaterThan(0)
    },
  )
})

/** The server behind VS Code's Astro extension, spoken to as VS Code does. */
describe('the language server of the Astro extension', () => {
  let project: string
  let server: ChildProcess
  let next = 0
  const waiting = new Map<number, (result: unknown) => void>()
  const uri = () => pathToFileURL(join(project, 'content/stories/x/index.mdx')).href

  function send(message: object) {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message })
    server.stdin?.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`)
  }
  const ask = (method: string, params: object) =>
    new Promise<unknown>((done) => {
      const id = ++next
      waiting.set(id, done)
      send({ id, method, params })
    })

  beforeAll(async () => {
    project = mkdtempSync(join(tmpdir(), 'yifang-editor-'))
    mkdirSync(join(project, 'content/stories/x'), { recursive: true })
    writeFileSync(join(project, 'package.json'), '{}')
    writeFileSync(join(project, 'tsconfig.json'), '{"include":["content"]}')
    await writeEditorSchemas(project, join(project, 'content'), entries)
    server = spawn(process.execPath, ['node_modules/@astrojs/language-server/bin/nodeServer.js', '--stdio'], {
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    let buffer = Buffer.alloc(0)
    server.stdout?.on('data', (chunk: Buffer) => {
      buffer = Buffer.concat([buffer, chunk])
      for (;;) {
        const head = buffer.indexOf('\r\n\r\n')
        const length = Number(/Content-Length: (\d+)/.exec(buffer.subarray(0, head).toString())?.[1])
        if (head < 0 || buffer.length < head + 4 + length) return
        const message = JSON.parse(buffer.subarray(head + 4, head + 4 + length).toString())
        buffer = buffer.subarray(head + 4 + length)
        if (message.method && message.id !== undefined)
          send({ id: message.id, result: message.method === 'workspace/configuration' ? [] : null })
        else if (message.id !== undefined) waiting.get(message.id)?.(message.result)
      }
    })
    const folder = pathToFileURL(project).href
    await ask('initialize', {
      processId: process.pid,
      rootUri: folder,
      workspaceFolders: [{ uri: folder, name: 'x' }],
      capabilities: {
        textDocument: {
          completion: { completionItem: { documentationFormat: ['markdown'] } },
          hover: { contentFormat: ['markdown'] },
        },
      },
      initializationOptions: {
        contentIntellisense: true,
        typescript: { tsdk: resolve('node_modules/typescript/lib') },
      },
    })
    send({ method: 'initialized', params: {} })
  }, 60_000)

  afterAll(() => {
    server?.kill()
    rmSync(project, { recursive: true, force: true })
  })

  it('offers the fields and the brands that exist, in Chinese', async () => {
    const text = '---\ntitle: 一篇稿子\nkind: \nbrands:\n  - \n---\n\n正文。\n'
    send({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri: uri(), languageId: 'mdx', version: 1, text } },
    })
    const complete = async (line: number, character: number) => {
      const result = (await ask('textDocument/completion', {
        textDocument: { uri: uri() },
        position: { line, character },
      })) as { items: Array<{ label: string; documentation?: { value: string } | string }> } | null
      return result?.items ?? []
    }
    expect((await complete(2, 6)).map(({ label }) => label)).toEqual(
      expect.arrayContaining(['model', 'deed', 'person']),
    )
    const brands = await complete(4, 4)
    expect(brands.map(({ label }) => label)).toContain('fumian-caifeng')
    expect(JSON.stringify(brands)).toContain('福绵裁缝')
    const hover = await ask('textDocument/hover', { textDocument: { uri: uri() }, position: { line: 1, character: 2 } })
    expect(JSON.stringify(hover)).toContain('4 到 26 个字')
  }, 60_000)
})
