#!/usr/bin/env node
/** The command line: builds what is stale, then runs it. */
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildStale } from './build.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
await buildStale({ root, log: line => process.stderr.write(`${line}\n`) })
const { run } = await import(pathToFileURL(join(root, 'dist/main.js')).href)
process.exitCode = await run(process.argv.slice(2))
