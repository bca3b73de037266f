// Names that programs ask for before they use them, on objects below the modules.
const net = require('net'); const zlib = require('zlib'); const http = require('http'); const fs = require('fs'); const { Writable, Duplex } = require('stream'); const { ChildProcess } = require('child_process');
const kind = (object, name) => { const d = Object.getOwnPropertyDescriptor(object, name); return d === undefined ? 'none' : d.get ? 'accessor' : typeof d.value; };
console.log(kind(net.Socket.prototype, '_handle'), kind(net.Socket.prototype, 'pause'), kind(net.Server.prototype, '_listen2'), '_handle' in new net.Socket());
console.log(kind(Writable.prototype, Symbol.asyncDispose ?? 'x'), kind(Duplex.prototype, 'destroy'), kind(ChildProcess.prototype, 'spawn'), typeof ChildProcess.prototype.spawn);
console.log(kind(http.OutgoingMessage.prototype, '_renderHeaders'), kind(http.IncomingMessage.prototype, '_addHeaderLines'), kind(fs.Stats.prototype, '_checkModeProperty'));
const { constants } = zlib;
console.log(constants.BROTLI_PARAM_QUALITY, constants.BROTLI_MAX_QUALITY, constants.BROTLI_DECODER_ERROR_UNREACHABLE, constants.Z_BEST_COMPRESSION, constants.ZSTD_e_end);
console.log(Object.prototype.toString.call(process), fs.constants.UV_FS_O_TEMPORARY, kind(fs.Stats.prototype, 'nothing'));
console.log(new Writable()._writableState.writable, kind(RegExp, '$&'));
