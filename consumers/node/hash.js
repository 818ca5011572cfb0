// Hashes as contracts/ describe them: SHA-256 over the canonical JSON (RFC 8785) of what is told.

import { createHash } from 'node:crypto'

/** Canonical JSON. There are no floats in what is told, so numbers and strings are as JSON.stringify writes them. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const members = Object.keys(value).sort()
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`
}

/** SHA-256 of the canonical JSON of a value, in hexadecimal: the hash of a section of a plan. */
export function hashOf(value) {
  return createHash('sha256').update(canonical(value)).digest('hex')
}

/** The hash that everybody who is shown this state has. */
export function planHash(told) {
  return hashOf({ plan: told.plan, view: told.view_version })
}
