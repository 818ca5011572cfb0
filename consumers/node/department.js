// What a department knows of its families: the largest state of each, its goals folded from what happened, and its place.

import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

import { fold, VIEW_VERSION } from './goals.js'
import { hashOf, planHash } from './hash.js'

const TOLD = 'helhed.out.family-plan-told.v1'
const REVOKED = 'helhed.out.family-plan-revoked.v1'

/** Takes records, and says in a sentence what each was. Kept in one file, with how far the topic was read. */
export class Department {
  constructor(contract, file, say) {
    this.contract = contract
    this.file = file
    this.say = say
    const kept = file && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
    this.families = new Map(Object.entries(kept.families ?? {}))
    this.places = new Map(Object.entries(kept.places ?? {}))
    this.seen = { states: 0, folded: 0, revocations: 0, repeats: 0, skipped: 0, wrong: 0 }
  }

  /** One record: `partition`, `offset`, `key` and `value` (Buffers or strings; a tombstone's value is null), `headers`. */
  take({ partition, offset, key, value, headers = {} }) {
    if (value === null) this.#tombstone(String(key), headers)
    else this.#message(`Partition ${partition}, place ${offset}`, value, headers)
    this.places.set(String(partition), String(BigInt(offset) + 1n))
  }

  /** Writes down what is known, all of it or nothing. */
  keep() {
    if (!this.file) return
    const kept = { families: Object.fromEntries(this.families), places: Object.fromEntries(this.places) }
    writeFileSync(`${this.file}.new`, JSON.stringify(kept))
    renameSync(`${this.file}.new`, this.file)
  }

  #message(place, value, headers) {
    let event
    try {
      event = JSON.parse(value)
    } catch {
      return this.#wrong(`${place}: not JSON. Passed by.`)
    }
    if (!this.contract.knows(event?.type)) {
      this.seen.skipped += 1
      return this.say(`${place}: a message of type ${event?.type}, which is new to this example. Passed by.`)
    }
    const problems = this.contract.wrong(event, headers)
    if (problems.length) return this.#wrong(`${place}: not as the contract says (${problems.join(', ')}). Passed by.`)
    if (event.type === TOLD) this.#told(event.data)
    if (event.type === REVOKED) this.#revoked(event.data)
  }

  #told(told) {
    const known = this.families.get(told.family)
    if (known && !isLarger(told, known)) return this.#repeat(told)
    if (planHash(told) !== told.hash) {
      return this.#wrong(`Family ${told.family}: the hash of state ${told.state_no} isn't that of its plan. Passed by.`)
    }
    const part = Object.keys(told.parts ?? {}).find((name) => hashOf(told.plan[name] ?? null) !== told.parts[name])
    if (part) {
      return this.#wrong(`Family ${told.family}: the hash of ${part} in state ${told.state_no} isn't that of the section. Passed by.`)
    }
    const astray = this.contract.wrongPlan(told)
    if (astray.length) this.#wrong(`Family ${told.family}: the plan of state ${told.state_no} isn't as its schema says (${astray.join(', ')}).`)
    for (const event of told.events ?? []) {
      const problems = this.contract.wrongEvent(event)
      if (problems.length) this.#wrong(`Family ${told.family}: ${event.type} isn't as its schema says (${problems.join(', ')}).`)
    }
    this.seen.states += 1
    const [goals, sentence] = this.#goals(told, known)
    this.families.set(told.family, { grant: told.grant, state_no: told.state_no, goals })
    this.say(`Family ${told.family}: state ${told.state_no}${why(told)}. Its hash is right. ${sentence}`)
  }

  /** The goals after what led here, held against the hash that was told of them. */
  #goals(told, known) {
    const shown = told.plan.goals
    if (told.view_version !== VIEW_VERSION) {
      return [shown, `Plans have shape ${told.view_version} now: its goals are taken as they are.`]
    }
    if (!follows(told, known)) return [shown, 'Its goals are taken as they are, to go on from.']
    const goals = fold(known.goals, told.events)
    const unknown = told.events.find(({ type }) => !this.contract.knowsEvent(type))
    if (hashOf(goals) === told.parts?.goals) {
      this.seen.folded += 1
      return [goals, `Its goals, folded from what happened, have the hash that was told.`]
    }
    if (unknown) return [shown, `Its goals are taken as they are: ${unknown.type} is new to this example.`]
    this.#wrong(`Family ${told.family}: goals folded from what happened aren't those of state ${told.state_no}.`)
    return [shown, 'Its goals are taken as they are.']
  }

  #revoked({ family, grant, state_no, reason }) {
    const known = this.families.get(family)
    if (!known?.goals || grant < known.grant) return this.#repeat({ family, state_no })
    this.seen.revocations += 1
    this.families.set(family, { grant, state_no: known.state_no })
    return this.say(`Family ${family}: told no more (${reason}). What was kept of it is deleted.`)
  }

  /** Compaction may have left nothing else of a family: it ends the grant that it names. */
  #tombstone(family, headers) {
    const known = this.families.get(family)
    if (known?.goals && Number(headers.grant ?? known.grant) >= known.grant) {
      this.#revoked({ family, grant: known.grant, reason: 'gone' })
    }
  }

  #repeat({ family, state_no }) {
    this.seen.repeats += 1
    this.say(`Family ${family}: state ${state_no} again. Passed by.`)
  }

  #wrong(sentence) {
    this.seen.wrong += 1
    this.say(`WRONG. ${sentence}`)
  }
}

/** Whether a state comes right after the one that is known, so that its events lead from there to here. */
function follows(told, known) {
  return known?.goals && known.grant === told.grant && known.state_no === told.after_state_no
}

function isLarger(told, known) {
  if (told.grant !== known.grant) return told.grant > known.grant
  return known.goals !== undefined && told.state_no > known.state_no
}

function why(told) {
  if (!told.after_state_no) return ', told anew'
  const types = told.events.map(({ type }) => type.replace(/^helhed\.|\.v\d+$/g, ''))
  return ` after ${told.after_state_no}${types.length ? ` (${types.join(', ')})` : ''}`
}
