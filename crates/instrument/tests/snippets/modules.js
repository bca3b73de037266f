//# imports and exports [module]
import fs, { readFileSync as r } from 'fs'
import * as path from 'path'
export const a = 1
export let b = () => {}, c = class {}
export function d() {}
export class E { static x = 1 }
const f = 2
export { f, f as g }
export default 5
console.log(typeof fs.readFileSync, r === fs.readFileSync, typeof path.join, a, b.name, c.name, d.name, E.x)
//# this and strictness [module]
console.log(this, (function () { return this })(), typeof require, typeof module)
try { undeclared = 1 } catch (e) { console.log(e.message) }
//# default export of an arrow [module]
import * as self from './self.mjs'
export default () => {}
console.log(self.default.name)
//# default export of a function [module]
import self from './self.mjs'
console.log(self.name, self())
export default function () { return 'hoisted' }
//# default export of a class [module]
import * as self from './self.mjs'
export default class { static m() { return this.name } }
console.log(self.default.m())
//# default export of a named class [module]
import S from './self.mjs'
export default class Named { }
console.log(S.name)
//# default export of an expression [module]
import x from './self.mjs'
export default [1, 2].map(x => x * 2)
console.log(x)
//# default export of an await, a parenthesis on the next line [module]
import x from './self.mjs'
export default await (() => 5)
(console.log('called'))
console.log(x)
//# top-level await [module]
console.log(1)
const v = await Promise.resolve(2)
console.log(v)
for await (const x of [Promise.resolve(3)]) console.log(x)
if (await true) console.log(await 4)
await null
;[5].forEach(x => console.log(x))
//# import.meta and dynamic import [module]
console.log(typeof import.meta.url)
const m = await import('path')
console.log(typeof m.join, typeof m.default)
import('fs').then(m => console.log(typeof m.readFile))
//# imports are hoisted [module]
console.log(join('a', 'b'))
import { join } from 'path'
//# live bindings [module]
import * as self from './self.mjs'
import { n as same } from './self.mjs'
export let n = 0
export function inc() { n++ }
inc(); inc()
console.log(n, self.n, same)
//# dead zone of an export [module]
import * as self from './self.mjs'
try { self.late } catch (e) { console.log(e.message) }
export let late = 1
console.log(self.late)
//# a module without statements [module]
export {}
//# re-exports [module]
export * from 'path'
export * as p from 'path'
export { join as j } from 'path'
import * as self from './self.mjs'
console.log(typeof self.j, typeof self.p.join, typeof self.basename)
//# html-like comments are none in modules [module]
let x = 3, a = 1
while (x-- > 0) console.log(a)
console.log(a <! --x)
//# await as an operator before all sorts of things [module]
console.log(await [1], await (async () => 2)(), await /a/, typeof await `x`)
await import('fs')
export const z = await 3, y = await (x => x)
console.log(z, y.name)
//# a directive in a module [module]
'use strict'
console.log('ok')
//# errors have their place [module]
const f = () => { throw new Error('here') }
await null
f()
//# names in use before their definition [module]
try { f } catch (e) { console.log(e.message) }
const f = () => {}
console.log(f.name)
