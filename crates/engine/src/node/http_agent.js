// http.Agent: which connection a request gets.
(function (binding, internal) {
  'use strict';
  const { EventEmitter } = internal;

  internal.modules['internal/http_agent'] = () => {
    const net = internal.require('net');
    const kOptions = Symbol('options');
    // So much sooner than the server says is an idle connection given up.
    const KEEP_ALIVE_BUFFER = 1000;

    function Agent(options) {
      if (!(this instanceof Agent)) return new Agent(options);
      EventEmitter.call(this);
      this.defaultPort = 80;
      this.protocol = 'http:';
      this.options = { __proto__: null, ...options };
      if (this.options.noDelay === undefined) this.options.noDelay = true;
      this.options.path = null;
      this.requests = Object.create(null);
      this.sockets = Object.create(null);
      this.freeSockets = Object.create(null);
      this.keepAliveMsecs = this.options.keepAliveMsecs || 1000;
      this.keepAlive = this.options.keepAlive || false;
      this.maxSockets = this.options.maxSockets || Agent.defaultMaxSockets;
      this.maxFreeSockets = this.options.maxFreeSockets || 256;
      this.scheduling = this.options.scheduling || 'lifo';
      this.maxTotalSockets = this.options.maxTotalSockets ?? Infinity;
      this.totalSocketCount = 0;
      if (this.scheduling !== 'fifo' && this.scheduling !== 'lifo') {
        throw internal.nodeError(TypeError, 'ERR_INVALID_ARG_VALUE',
          `The argument 'scheduling' must be one of: 'fifo', 'lifo'. Received ${binding.inspect(this.scheduling, 2)}`);
      }
      this.on('free', (socket, options) => onFree(this, socket, options));
    }
    Object.setPrototypeOf(Agent.prototype, EventEmitter.prototype);
    Object.setPrototypeOf(Agent, EventEmitter);
    Agent.defaultMaxSockets = Infinity;
    const proto = Agent.prototype;

    function onFree(agent, socket, options) {
      const name = agent.getName(options);
      if (!socket.writable) {
        socket.destroy();
        return;
      }
      const waiting = agent.requests[name];
      if (waiting?.length) {
        give(agent, waiting.shift(), socket);
        if (waiting.length === 0) delete agent.requests[name];
        return;
      }
      const request = socket._httpMessage;
      if (!request?.shouldKeepAlive || !agent.keepAlive) {
        socket.destroy();
        return;
      }
      const free = agent.freeSockets[name] || [];
      const count = free.length + (agent.sockets[name]?.length ?? 0);
      if (agent.totalSocketCount > agent.maxTotalSockets || count > agent.maxSockets || free.length >= agent.maxFreeSockets ||
          !agent.keepSocketAlive(socket)) {
        socket.destroy();
        return;
      }
      agent.freeSockets[name] = free;
      socket._httpMessage = null;
      agent.removeSocket(socket, options);
      socket.once('error', onFreeError);
      free.push(socket);
    }
    function onFreeError() {
      this.destroy();
      this.emit('agentRemove');
    }
    function give(agent, request, socket) {
      request.onSocket(socket);
      const agentTimeout = agent.options.timeout || 0;
      if (request.timeout !== undefined && request.timeout !== agentTimeout) socket.setTimeout(request.timeout);
    }

    proto.createConnection = net.createConnection;
    proto.getName = function (options = {}) {
      let name = `${options.host || 'localhost'}:${options.port || ''}:${options.localAddress || ''}`;
      if (options.family === 4 || options.family === 6) name += `:${options.family}`;
      if (options.socketPath) name += `:${options.socketPath}`;
      return name;
    };
    proto.addRequest = function (request, options) {
      options = { __proto__: null, ...options, ...this.options };
      const name = this.getName(options);
      this.sockets[name] ??= [];
      const free = this.freeSockets[name];
      let socket;
      if (free) {
        while (free.length && free[0].destroyed) free.shift();
        socket = this.scheduling === 'fifo' ? free.shift() : free.pop();
        if (!free.length) delete this.freeSockets[name];
      }
      if (socket) {
        this.reuseSocket(socket, request);
        give(this, request, socket);
        this.sockets[name].push(socket);
      } else if ((free?.length ?? 0) + this.sockets[name].length < this.maxSockets && this.totalSocketCount < this.maxTotalSockets) {
        this.createSocket(request, options, (error, socket) => {
          if (error) request.onSocket(socket, error);
          else give(this, request, socket);
        });
      } else {
        request[kOptions] = options;
        (this.requests[name] ??= []).push(request);
      }
    };
    proto.createSocket = function (request, options, callback) {
      options = { __proto__: null, ...options, ...this.options };
      const name = this.getName(options);
      options._agentKey = name;
      options.encoding = null;
      let done = false;
      const created = (error, socket) => {
        if (done) return;
        done = true;
        if (error) {
          callback(error);
          return;
        }
        (this.sockets[name] ??= []).push(socket);
        this.totalSocketCount++;
        install(this, socket, options);
        callback(null, socket);
      };
      if (this.keepAlive) {
        options.keepAlive = this.keepAlive;
        options.keepAliveInitialDelay = this.keepAliveMsecs;
      }
      const socket = this.createConnection(options, created);
      if (socket) created(null, socket);
    };
    function install(agent, socket, options) {
      const free = () => agent.emit('free', socket, options);
      const close = () => {
        agent.totalSocketCount--;
        agent.removeSocket(socket, options);
      };
      const timeout = () => {
        if (Object.values(agent.freeSockets).some((sockets) => sockets.includes(socket))) socket.destroy();
      };
      const remove = () => {
        close();
        for (const [event, listener] of [['close', close], ['free', free], ['timeout', timeout], ['agentRemove', remove]]) {
          socket.removeListener(event, listener);
        }
      };
      socket.on('free', free);
      socket.on('close', close);
      socket.on('timeout', timeout);
      socket.on('agentRemove', remove);
    }
    proto.removeSocket = function (socket, options) {
      const name = this.getName(options);
      for (const sockets of socket.writable ? [this.sockets] : [this.sockets, this.freeSockets]) {
        const at = sockets[name]?.indexOf(socket) ?? -1;
        if (at !== -1) {
          sockets[name].splice(at, 1);
          if (sockets[name].length === 0) delete sockets[name];
        }
      }
      let request;
      if (this.requests[name]?.length) {
        [request] = this.requests[name];
      } else {
        for (const other of Object.keys(this.requests)) {
          if (this.sockets[other]?.length) break;
          [request] = this.requests[other];
          options = request[kOptions];
          break;
        }
      }
      if (!request || !options) return;
      request[kOptions] = undefined;
      this.createSocket(request, options, (error, made) => {
        if (error) request.onSocket(made, error);
        else made.emit('free');
      });
    };
    proto.keepSocketAlive = function (socket) {
      socket.setKeepAlive(true, this.keepAliveMsecs);
      socket.unref();
      let timeout = this.options.timeout || 0;
      const hint = /^timeout=(\d+)/.exec(socket._httpMessage?.res?.headers['keep-alive'])?.[1];
      // Node 18 does not heed what the server announces.
      if (hint && internal.major >= 20) {
        const announced = Math.max(Number.parseInt(hint) * 1000 - KEEP_ALIVE_BUFFER, 0);
        if (announced === 0) return false;
        if (announced < timeout) timeout = announced;
      }
      if (socket.timeout !== timeout) socket.setTimeout(timeout);
      return true;
    };
    proto.reuseSocket = function (socket, request) {
      socket.removeListener('error', onFreeError);
      request.reusedSocket = true;
      socket.ref();
    };
    proto.destroy = function () {
      for (const set of [this.freeSockets, this.sockets]) {
        for (const sockets of Object.values(set)) for (const socket of [...sockets]) socket.destroy();
      }
    };
    let global = new Agent(internal.major < 20 ? {} : { keepAlive: true, scheduling: 'lifo', timeout: 5000 });
    return { Agent, globalAgent: () => global, setGlobalAgent: (agent) => { global = agent; } };
  };
})
