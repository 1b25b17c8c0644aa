/**
 * Pagefind fetches its index piece by piece, and takes a piece that did not come for one that holds nothing: on a
 * weak network a word is then “nowhere”. It has no hook for that (https://github.com/Pagefind/pagefind), so its
 * requests are tried again here, and those that were lost for good are counted.
 */
const ATTEMPTS = 3
const PAUSE = 400

let lost = 0

/** How many requests below the watched path were given up so far. */
export const lostRequests = (): number => lost

/** Lets requests of this page below `path` be tried three times. For once, before the first of them. */
export function persist(path: string): void {
  const plain = window.fetch.bind(window)
  window.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input)
    if (!new URL(address, location.href).pathname.startsWith(path)) return plain(input, init)
    for (let attempt = 1; ; attempt++) {
      try {
        const response = await plain(input, init)
        if (response.ok) return response
        throw new Error(`${address}: ${response.status}`)
      } catch (error) {
        if (attempt === ATTEMPTS) {
          lost++
          throw error
        }
        await new Promise((pause) => setTimeout(pause, PAUSE * attempt))
      }
    }
  }
}
