// headersTimeout and requestTimeout of a server: Node looks every `connectionsCheckingInterval` for requests that began too
// long ago and are not whole. Here it looks only while there is one.
(function (binding, internal) {
  'use strict';
  const { nodeError } = internal;
  const { setTimeout } = internal.require('timers');
  const now = () => binding.now() / 1e6;

  function isExpired({ begun, hasHead }, { headersTimeout, requestTimeout }) {
    const took = now() - begun;
    return (!hasHead && headersTimeout > 0 && took > headersTimeout) || (requestTimeout > 0 && took > requestTimeout);
  }
  // `waiting` has what is not whole, by socket; `since` is when the server began to listen.
  function look(server, waiting, since, fail) {
    if (waiting.timer !== undefined || waiting.size === 0 || !(server.connectionsCheckingInterval > 0)) return;
    const interval = server.connectionsCheckingInterval;
    const next = since + (Math.floor((now() - since) / interval) + 1) * interval;
    waiting.timer = setTimeout(function checkConnections() {
      waiting.timer = undefined;
      for (const [socket, request] of [...waiting]) {
        if (!isExpired(request, server)) continue;
        waiting.delete(socket);
        Reflect.apply(fail, socket, [nodeError(Error, 'ERR_HTTP_REQUEST_TIMEOUT', 'Request timeout')]);
      }
      look(server, waiting, since, fail);
    }, Math.max(1, next - now())).unref();
  }
  // After a piece of what came: `incoming` is the parser's request, `before` the one that it had.
  function watch(server, socket, waiting, { incoming, before }, since, fail) {
    const isPart = incoming ? !incoming.complete || incoming === before : true;
    if (!isPart) {
      waiting.delete(socket);
      return;
    }
    const hasHead = Boolean(incoming) && !incoming.complete;
    const known = waiting.get(socket);
    if (known) known.hasHead = hasHead;
    else waiting.set(socket, { begun: now(), hasHead });
    look(server, waiting, since, fail);
  }
  internal.modules['internal/http_timeouts'] = () => ({ watch });
})
