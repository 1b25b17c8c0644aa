import { digest } from '../cache/cache.ts'

/**
 * A digest of plain data: the same for the same data, another for any other.
 * @throws when the data holds what cannot be told apart by its content: functions, symbols, objects of classes
 */
export function digestOf(value: unknown): string {
  return digest(JSON.stringify(value, plain) ?? 'undefined')
}

/** Called by JSON.stringify; the value is looked up in its holder, because `toJSON` has hidden what it is. */
function plain(this: Record<string, unknown>, key: string): unknown {
  const value = this[key]
  if (value === undefined) return ['undefined']
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint')
    throw new TypeError(`a view holds a ${typeof value} in “${key}”`)
  if (typeof value === 'number' && !Number.isFinite(value)) return ['number', String(value)]
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Map) return ['map', ...value]
  if (value instanceof Set) return ['set', ...value]
  if (value instanceof Uint8Array) return ['bytes', digest(value)]
  const prototype = Object.getPrototypeOf(value)
  if (prototype === Object.prototype || prototype === null || Array.isArray(value)) return value
  throw new TypeError(`a view holds a ${prototype.constructor?.name} in “${key}”`)
}
