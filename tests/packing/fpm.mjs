#!/usr/bin/env node
// Stands in for fpm, which the packager fetches where it may: takes the same words and makes the same package with
// Debian's own dpkg-deb, unpacked inside. For tests alone; a release is made with fpm.
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'

const text = { type: /** @type {const} */ ('string') }
const many = { type: /** @type {const} */ ('string'), multiple: true }
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    source: { ...text, short: 's' },
    target: { ...text, short: 't' },
    force: { type: 'boolean' },
    depends: { ...many, short: 'd', default: [] },
    'deb-recommends': { ...many, default: [] },
    'deb-compression': text,
    'deb-priority': text,
    'after-install': text,
    'after-remove': text,
    architecture: text,
    category: text,
    description: text,
    license: text,
    maintainer: text,
    name: text,
    package: text,
    url: text,
    vendor: text,
    version: text,
  },
})

const root = mkdtempSync(join(tmpdir(), 'microbrand-deb-'))
try {
  chmodSync(root, 0o755)
  mkdirSync(join(root, 'DEBIAN'))
  for (const mapping of positionals) place(...splitOnce(mapping, '='))
  for (const [script, given] of [
    ['postinst', values['after-install']],
    ['postrm', values['after-remove']],
  ]) {
    copyFileSync(given, join(root, 'DEBIAN', script))
    chmodSync(join(root, 'DEBIAN', script), 0o755)
  }
  writeFileSync(join(root, 'DEBIAN', 'control'), control())
  execFileSync('dpkg-deb', ['--root-owner-group', '-Znone', '--build', root, values.package], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
} finally {
  rmSync(root, { recursive: true, force: true })
}

/** `folder/=/place` puts what is in the folder there; `file=/place/name` is one file. */
function place(from, to) {
  const target = join(root, to)
  mkdirSync(dirname(target), { recursive: true, mode: 0o755 })
  cpSync(from, target, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true })
  if (statSync(from).isFile()) chmodSync(target, 0o644)
}

function control() {
  const fields = {
    Package: values.name,
    Version: values.version,
    License: values.license,
    Vendor: values.vendor,
    Architecture: values.architecture,
    Maintainer: values.maintainer,
    Depends: values.depends.join(', '),
    Recommends: values['deb-recommends'].join(', '),
    Section: values.category,
    Priority: values['deb-priority'],
    Homepage: values.url,
    Description: values.description,
  }
  const said = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')
  return said.map(([field, value]) => `${field}: ${value}\n`).join('')
}

function splitOnce(word, mark) {
  const at = word.indexOf(mark)
  return [word.slice(0, at), word.slice(at + mark.length)]
}
