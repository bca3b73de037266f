exports.Buffer = internal.Buffer;
exports.EventEmitter = internal.EventEmitter;
Object.defineProperties(exports, {
  StringDecoder: { get: () => internal.require('string_decoder').StringDecoder },
  AbortController: { get: () => globalThis.AbortController },
});
