// What contracts/ promise of a department's topic: which messages there are, and what each must be.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { parse } from 'yaml'

/** The channel `out` of the AsyncAPI document in a folder. */
export class Contract {
  constructor(folder) {
    this.folder = folder
    const document = parse(readFileSync(join(folder, 'asyncapi.yaml'), 'utf8'))
    const channel = document.channels.out
    this.address = channel.address
    const ajv = new Ajv2020({ strict: false, allErrors: true })
    addFormats(ajv)
    this.ajv = ajv
    this.events = new Map()
    this.plan = JSON.parse(readFileSync(join(folder, 'out/schemas/plan/open/family-plan.json'), 'utf8'))
    this.promisedPlan = ajv.compile(this.plan)
    this.messages = new Map()
    for (const name of Object.keys(channel.messages)) {
      const message = document.components.messages[name]
      this.messages.set(name, {
        payload: ajv.compile(whole(message.payload, document, folder)),
        headers: message.headers && ajv.compile(message.headers),
      })
    }
  }

  /** The topic of a department. Installations that share a Kafka differ in the prefix. */
  topic(department, prefix = 'helhed') {
    return this.address.replace('{department}', department).replace(/^helhed\./, `${prefix}.`)
  }

  /** Whether there is a message of this type here; others are new, and skipped. */
  knows(type) {
    return this.messages.has(type)
  }

  /** Whether an event that led to a state has a schema here. */
  knowsEvent(type) {
    return this.#event(type) !== undefined
  }

  /** Where what an event says isn't as promised to departments: places, never what stands there. */
  wrongEvent({ type, data }) {
    const promised = this.#event(type)
    return !promised || promised(data) ? [] : promised.errors.map((error) => `${error.instancePath || '/'} ${error.keyword}`)
  }

  /** Where a plan isn't as promised: places, never what stands there. Of another shape than this contract's nothing is said. */
  wrongPlan({ plan, view_version: shape }) {
    if (shape !== this.plan['x-view-version'] || this.promisedPlan(plan)) return []
    return this.promisedPlan.errors.map((error) => `${error.instancePath || '/'} ${error.keyword}`)
  }

  #event(type) {
    if (!this.events.has(type)) {
      const [, teller] = /^helhed\.([a-z]+)\.[a-z-]+\.v\d+$/.exec(type) ?? []
      const place = teller && join(this.folder, teller, 'schemas/told', `${type}.json`)
      this.events.set(type, place && existsSync(place) ? this.ajv.compile(JSON.parse(readFileSync(place, 'utf8'))) : undefined)
    }
    return this.events.get(type)
  }

  /** Where a message isn't as promised: places, never what stands there. */
  wrong(event, headers) {
    const { payload, headers: promised } = this.messages.get(event.type)
    const found = payload(event) ? [] : payload.errors.map((error) => `${error.instancePath || '/'} ${error.keyword}`)
    if (promised && !promised(headers)) found.push(...promised.errors.map((error) => `header ${error.keyword}`))
    return found
  }
}

/** With what it refers to in its place: schemas beside the document, and parts of the document. */
function whole(node, document, folder) {
  if (Array.isArray(node)) return node.map((each) => whole(each, document, folder))
  if (node === null || typeof node !== 'object') return node
  const ref = node.$ref
  if (ref?.startsWith('./')) return JSON.parse(readFileSync(join(folder, ref), 'utf8'))
  if (ref?.startsWith('#/')) {
    const part = ref.slice(2).split('/').reduce((found, step) => found[step], document)
    return whole(part, document, folder)
  }
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, whole(value, document, folder)]))
}
