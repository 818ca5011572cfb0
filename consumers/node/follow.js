// Follows a department's topic and says what it sees: `node follow.js --help`.

import { createInterface } from 'node:readline'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

import kafkajs from 'kafkajs'

import { Contract } from './contract.js'
import { Department } from './department.js'

const HELP = `node follow.js --department school --bootstrap kafka.example:9093 [--state school.json] [--until-quiet 3]

  --department   whose topic
  --bootstrap    Kafka's address; without it, records are read from standard input, one JSON a line
  --state        the file that keeps what is known and how far was read; without it, nothing is kept
  --until-quiet  leave once nothing has come for so many seconds
  --contracts    the folder with asyncapi.yaml
  --prefix       of the installation's topics, helhed
  --ca --cert --key   files by which Kafka lets the department in (TLS)`

const { values: given } = parseArgs({
  options: {
    department: { type: 'string' },
    bootstrap: { type: 'string' },
    state: { type: 'string' },
    'until-quiet': { type: 'string' },
    contracts: { type: 'string', default: fileURLToPath(new URL('../../contracts', import.meta.url)) },
    prefix: { type: 'string', default: 'helhed' },
    ca: { type: 'string' },
    cert: { type: 'string' },
    key: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

if (given.help || !given.department) {
  console.log(HELP)
  process.exit(given.help ? 0 : 1)
}

const contract = new Contract(given.contracts)
const department = new Department(contract, given.state, (sentence) => console.log(sentence))
await (given.bootstrap ? fromKafka() : fromStandardInput())
const { states, folded, revocations, repeats, skipped, wrong } = department.seen
console.log(
  `Seen: ${states} states, the goals of ${folded} folded; ${revocations} revocations; ` +
    `${repeats} repeats and ${skipped} of new types passed by; ${wrong} wrong.`,
)
process.exit(wrong ? 2 : 0)

async function fromStandardInput() {
  for await (const line of createInterface({ input: process.stdin })) department.take(JSON.parse(line))
  department.keep()
}

async function fromKafka() {
  const topic = contract.topic(given.department, given.prefix)
  const kafka = new kafkajs.Kafka({
    clientId: 'helhed-example',
    brokers: given.bootstrap.split(','),
    ssl: given.ca && { ca: read(given.ca), cert: read(given.cert), key: read(given.key) },
    logLevel: kafkajs.logLevel.NOTHING,
  })
  const consumer = kafka.consumer({ groupId: `${topic}.example`, readUncommitted: false })
  let last = Infinity
  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
    last = Date.now()
    for (const partition of payload.memberAssignment[topic] ?? []) {
      const offset = department.places.get(String(partition))
      if (offset) consumer.seek({ topic, partition, offset }) // the place is kept here, beside what is known
    }
  })
  await consumer.connect()
  await consumer.subscribe({ topic, fromBeginning: true })
  await consumer.run({
    autoCommit: false,
    eachBatch: async ({ batch }) => {
      for (const { offset, key, value, headers } of batch.messages) {
        department.take({ partition: batch.partition, offset, key, value, headers: texts(headers) })
      }
      department.keep()
      last = Date.now()
    },
  })
  await quiet(() => Date.now() - last)
  await consumer.disconnect()
}

/** Waits until nothing has come for so long, or somebody says stop. */
function quiet(since) {
  return new Promise((resolve) => {
    const longest = given['until-quiet'] ? Number(given['until-quiet']) * 1000 : Infinity
    const looking = setInterval(() => since() > longest && done(), 100)
    const done = () => resolve(clearInterval(looking))
    process.once('SIGINT', done).once('SIGTERM', done)
  })
}

function texts(headers = {}) {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
}

function read(file) {
  return readFileSync(file, 'utf8')
}
