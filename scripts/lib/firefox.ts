import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasCommand, installPackages } from './debian.ts'

/**
 * Debian's Firefox, driven through WebDriver BiDi (https://w3c.github.io/webdriver-bidi/), which it speaks itself.
 * Playwright has a client for that, too, but asks for commands that the ESR does not have.
 */
export interface Firefox {
  /** Opens an address and waits until everything is loaded. */
  open(url: string): Promise<void>
  /** What an expression of the page gives, as JSON; promises are waited for. */
  evaluate<T>(expression: string): Promise<T>
  /** Script errors, refusals by policies and warnings since the last call. */
  complaints(): string[]
  close(): Promise<void>
}

const NAMES = ['firefox-esr', 'firefox']

/** The command that starts Firefox, installed from Debian if need be; undefined where it cannot be had. */
export function findFirefox(): string | undefined {
  const named = () => NAMES.find(hasCommand)
  return named() ?? (installPackages(['firefox-esr']) ? named() : undefined)
}

/** Nothing of its own on the network: no updates, no first page, no lists. */
const PREFERENCES: Readonly<Record<string, unknown>> = {
  'app.update.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  // Leaving a page breaks off what its worker is fetching, and Firefox calls that a fault; the worker has its own tests.
  'dom.serviceWorkers.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'toolkit.telemetry.enabled': false,
}

/** Policies that refuse something say so to the page, not to who drives the browser. */
const LISTEN = `() => {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    console.error('refused by policy: ' + violatedDirective + ' ' + blockedURI))
}`

interface Message {
  id?: number
  type?: string
  method?: string
  message?: string
  result?: unknown
  params?: { level?: string; text?: string; type?: string }
}

/** Starts it without a window, with a profile of its own. */
export async function launchFirefox(command: string): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), 'yifang-firefox-'))
  const lines = Object.entries(PREFERENCES).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${value});`)
  writeFileSync(join(profile, 'user.js'), lines.join('\n'))
  const child = spawn(command, ['--headless', '--no-remote', '--remote-debugging-port', '0', '--profile', profile], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: profile },
  })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const address = await new Promise<string>((found, fail) => {
    let said = ''
    child.stderr.on('data', (data) => {
      said += data
      const match = /WebDriver BiDi listening on (ws:\S+)/.exec(said)
      if (match?.[1]) found(`${match[1]}/session`)
    })
    child.once('exit', () => fail(new Error(`Firefox ended: ${said.slice(-500)}`)))
    setTimeout(() => fail(new Error(`Firefox does not listen: ${said.slice(-500)}`)), 60_000).unref()
  })

  const socket = new WebSocket(address)
  await new Promise((open, fail) => {
    socket.addEventListener('open', open)
    socket.addEventListener('error', fail)
  })
  const waiting = new Map<number, { done(result: unknown): void; fail(error: Error): void }>()
  const heard: string[] = []
  socket.addEventListener('message', ({ data }) => {
    const { id, type, method, message, result, params }: Message = JSON.parse(String(data))
    if (method === 'log.entryAdded' && ['error', 'warn'].includes(params?.level ?? ''))
      heard.push(`${params?.type} ${params?.level}: ${params?.text}`)
    const one = id === undefined ? undefined : waiting.get(id)
    if (type === 'error') one?.fail(new Error(message))
    else one?.done(result)
    if (id !== undefined) waiting.delete(id)
  })
  let last = 0
  const send = <T>(method: string, params: object): Promise<T> =>
    new Promise((done, fail) => {
      waiting.set(++last, { done: done as (result: unknown) => void, fail })
      socket.send(JSON.stringify({ id: last, method, params }))
    })

  await send('session.new', { capabilities: {} })
  await send('session.subscribe', { events: ['log.entryAdded'] })
  await send('script.addPreloadScript', { functionDeclaration: LISTEN })
  const { context } = await send<{ context: string }>('browsingContext.create', { type: 'tab' })
  return {
    open: async (url) => {
      await send('browsingContext.navigate', { context, url, wait: 'complete' })
    },
    evaluate: async <T>(expression: string) => {
      const answer = await send<{ result?: { value?: string }; exceptionDetails?: { text: string } }>(
        'script.evaluate',
        {
          expression: `Promise.resolve(${expression}).then((value) => JSON.stringify(value))`,
          target: { context },
          awaitPromise: true,
        },
      )
      if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text)
      return JSON.parse(answer.result?.value ?? 'null') as T
    },
    complaints: () => heard.splice(0),
    close: async () => {
      await send('browser.close', {}).catch(() => undefined)
      child.kill()
      await ended
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}
