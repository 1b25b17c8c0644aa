/** Milliseconds between two states: on a terminal a line is rewritten, in a log a line is added. */
const EVERY = { terminal: 100, log: 30_000 } as const

/** Where progress is told; `process.stderr` is one. */
export interface Output {
  isTTY?: boolean
  write(text: string): unknown
}

/**
 * How far long work has come: `海报 1,200/3,400 · 35% · 48/s · ~46 s`, the last being what is left. In a log, where nothing can be
 * rewritten, only a line now and then, and none when the work is short.
 */
export class Progress {
  readonly #label: string
  readonly #total: number
  readonly #output: Output
  readonly #clock: () => number
  readonly #started: number
  #told: number
  #done = 0
  #width = 0

  /**
   * @param label what is being done
   * @param total how many things there are to do
   */
  constructor(label: string, total: number, output: Output = process.stderr, clock = () => performance.now()) {
    this.#label = label
    this.#total = total
    this.#output = output
    this.#clock = clock
    this.#started = clock()
    this.#told = this.#started
  }

  /** One more is done. */
  tick(): void {
    this.#done++
    const now = this.#clock()
    if (now - this.#told < (this.#output.isTTY ? EVERY.terminal : EVERY.log)) return
    this.#told = now
    if (this.#output.isTTY) this.#rewrite(this.#state(now))
    else this.#output.write(`${this.#state(now)}\n`)
  }

  /** Clears the line; whoever did the work says what came of it. */
  end(): void {
    if (this.#output.isTTY && this.#width > 0) this.#rewrite('')
  }

  #state(now: number): string {
    const seconds = (now - this.#started) / 1000
    const rate = this.#done / seconds
    const left = Math.ceil((this.#total - this.#done) / rate)
    const share = Math.floor((100 * this.#done) / this.#total)
    const count = (number: number) => Math.round(number).toLocaleString('en')
    return `${this.#label} ${count(this.#done)}/${count(this.#total)} · ${share}% · ${count(rate)}/s · ~${span(left)}`
  }

  #rewrite(text: string): void {
    this.#output.write(`\r${text.padEnd(this.#width)}${text ? '' : '\r'}`)
    this.#width = text.length
  }
}

const span = (seconds: number): string =>
  seconds < 90
    ? `${seconds} s`
    : seconds < 5400
      ? `${Math.round(seconds / 60)} min`
      : `${(seconds / 3600).toFixed(1)} h`
