// Where Node 20 differs from the version that readable-stream is a copy of (Node 18). Each entry is a text that occurs
// once in the file and what stands in its place.
export const patches = {
  'internal/streams/writable.js': [
    // The tick after a synchronous write is left out when nobody would see it.
    [`    if (sync) {
      // It is a common case`, `    if (sync && cb === nop) {
      if (!state.afterWritePending && (state.objectMode || (state.needDrain && state.length === 0))) {
        state.afterWritePending = true
        process.nextTick(afterWrite, stream, state, 1, cb)
      } else {
        state.pendingcb--
        if (state.ending) finishMaybe(stream, state, true)
      }
    } else if (sync) {
      // It is a common case`],
    [`        process.nextTick(afterWriteTick, state.afterWriteTickInfo)`, `        state.afterWritePending = true
        process.nextTick(afterWriteTick, state.afterWriteTickInfo)`],
    [`function afterWrite(stream, state, count, cb) {`, `function afterWrite(stream, state, count, cb) {
  state.afterWritePending = false`],
    [`    cb()
  }
  if (state.destroyed) {
    errorBuffer(state)
  }
  finishMaybe(stream, state)`, `    cb(null)
  }
  if (state.destroyed) {
    errorBuffer(state)
  }
  if (state.ending) finishMaybe(stream, state, true)`],
    // Whether to wait for 'drain' is decided after the write.
    [`  // stream._write resets state.length
  const ret = state.length < state.highWaterMark
  // We must ensure that previous needDrain will not be reset to false.
  if (!ret) state.needDrain = true
`, ``],
    [`  // Return false if errored or destroyed in order to break`, `  const ret = state.length < state.highWaterMark || state.length === 0
  if (!ret) state.needDrain = true
  // Return false if errored or destroyed in order to break`],
    [`  if (typeof encoding === 'function') {
    cb = encoding
    encoding = state.defaultEncoding
  } else {
    if (!encoding) encoding = state.defaultEncoding
    else if (encoding !== 'buffer' && !Buffer.isEncoding(encoding)) throw new ERR_UNKNOWN_ENCODING(encoding)
    if (typeof cb !== 'function') cb = nop
  }
`, `  if (typeof cb !== 'function') cb = nop
`],
    [`  } else if (!state.objectMode) {
    if (typeof chunk`, `  }
  if (!state.objectMode) {
    if (!encoding) encoding = state.defaultEncoding
    else if (encoding !== 'buffer' && !Buffer.isEncoding(encoding)) throw new ERR_UNKNOWN_ENCODING(encoding)
    if (typeof chunk`],
    [`    } else if (Stream._isUint8Array(chunk)) {`, `    } else if (ArrayBuffer.isView(chunk)) {`],
    [`['string', 'Buffer', 'Uint8Array']`, `['string', 'Buffer', 'TypedArray', 'DataView']`],
    [`  return _write(this, chunk, encoding, cb) === true`, `  if (typeof encoding === 'function') {
    cb = encoding
    encoding = null
  }
  return _write(this, chunk, encoding, cb) === true`],
    [`    if (err || state.finished) {
      process.nextTick(cb, err)`, `    if (err) {
      process.nextTick(cb, err)
    } else if (state.errored) {
      process.nextTick(cb, state.errored)
    } else if (state.finished) {
      process.nextTick(cb, null)`],
    [`    onfinishCallbacks[i]()
`, `    onfinishCallbacks[i](null)
`],
    // The second call of the callback of _final.
    [`err !== null && err !== undefined ? err : ERR_MULTIPLE_CALLBACK()`, `err ?? new ERR_MULTIPLE_CALLBACK()`],
  ],
  'internal/streams/readable.js': [
    [`    } else if (Stream._isUint8Array(chunk)) {`, `    } else if (ArrayBuffer.isView(chunk)) {`],
    [`['string', 'Buffer', 'Uint8Array']`, `['string', 'Buffer', 'TypedArray', 'DataView']`],
    [`  if (err) {
    errorOrDestroy(stream, err)
  } else if (chunk === null) {`, `  if (err) {
    errorOrDestroy(stream, err)
    return false
  } else if (chunk === null) {`],
  ],
  'internal/streams/end-of-stream.js': [
    // A stream that has finished may still owe its callbacks.
    [`(writableFinished || isWritable(stream) === false)`,
      `(writableFinished || isWritable(stream) === false) && !wState?.pendingcb`],
  ],
  'internal/streams/pipeline.js': [
    [`    finishImpl(new AbortError())`, `    finishImpl(new AbortError(undefined, { cause: outerSignal?.reason }))`],
  ],
  'internal/streams/transform.js': [
    // The end of the readable side is told first.
    [`    if (
      wState.ended ||`, `    if (rState.ended) {
      process.nextTick(callback)
    } else if (
      wState.ended ||`],
  ],
  'internal/streams/state.js': [],
  'internal/streams/from.js': [
    // Values that are no promises are read without an await.
    [`      next()
`, `      if (isAsync) nextAsync()
      else nextSync()
`],
    [`  async function next() {`, `  function nextSync() {
    for (;;) {
      try {
        const { value, done } = iterator.next()
        if (done) {
          readable.push(null)
          return
        }
        if (typeof value?.then === 'function') {
          later(value)
          return
        }
        if (value === null) {
          reading = false
          throw new ERR_STREAM_NULL_VALUES()
        }
        if (readable.push(value)) continue
        reading = false
      } catch (err) {
        readable.destroy(err)
      }
      return
    }
  }
  async function later(promise) {
    try {
      const value = await promise
      if (value === null) {
        reading = false
        throw new ERR_STREAM_NULL_VALUES()
      }
      if (readable.push(value)) nextSync()
      else reading = false
    } catch (err) {
      readable.destroy(err)
    }
  }
  async function nextAsync() {`],
    [`const { value, done } = isAsync ? await iterator.next() : iterator.next()`, `const { value, done } = await iterator.next()`],
    [`const res = value && typeof value.then === 'function' ? await value : value`, `const res = value`],
  ],
};
