// MessageChannel, MessagePort and BroadcastChannel: a message is a callback of the poll phase, a port's `close` one of the
// close callbacks phase (section 11).
(function (binding, internal) {
  'use strict';
  const { nodeError, invalidArgType } = internal;
  const { ERR_MISSING_ARGS: missingArgs, ERR_INVALID_THIS: invalidThis } = internal.errors.codes;
  const targets = internal.require('internal/event_target');
  const { Event, EventTarget, NodeEventTarget, defineEventHandler, shown, enumerable, kAdded, kRemoved, kCreateEvent, kDispatch } = targets;
  const { serialize, transferable } = internal.require('internal/clone');
  const { DOMException } = internal.require('internal/dom_exception');
  const kInspect = Symbol.for('nodejs.util.inspect.custom');
  // What travels when the other end was closed.
  const CLOSED = Symbol('closed');

  class MessageEvent extends Event {
    #fields;
    constructor(type, { data = null, origin = '', lastEventId = '', source = null, ports = [] } = {}) {
      super(type);
      this.#fields = { data, origin: `${origin}`, lastEventId: `${lastEventId}`, source, ports: [...ports] };
      if (source !== null && !ends.has(source)) throw invalidArgType('init.source', 'an instance of MessagePort', source);
    }
    static #read(event, name) {
      if (!(#fields in event)) throw invalidThis('MessageEvent');
      return event.#fields[name];
    }
    get data() { return MessageEvent.#read(this, 'data'); }
    get origin() { return MessageEvent.#read(this, 'origin'); }
    get lastEventId() { return MessageEvent.#read(this, 'lastEventId'); }
    get source() { return MessageEvent.#read(this, 'source'); }
    get ports() { return MessageEvent.#read(this, 'ports'); }
  }
  enumerable(MessageEvent.prototype, ['data', 'origin', 'lastEventId', 'source', 'ports']);

  // One end of a channel: the queue of what was sent to it, and the loop's port while it is open. It outlives the
  // MessagePort that holds it when it is transferred.
  class End {
    constructor() {
      this.queue = [];
      this.group = [];
      this.port = undefined;
      this.handle = undefined;
      this.receiving = false;
      this.closing = false;
      this.scheduled = 0;
    }
    attach(port) {
      this.port = port;
      this.handle = binding.openPort();
      this.schedule();
    }
    // The queue's head can be delivered: by the loop, one task a message.
    schedule() {
      if (this.handle === undefined) return;
      const ready = this.receiving ? this.queue.length : Number(this.queue[0]?.value === CLOSED);
      for (; this.scheduled < ready; this.scheduled++) {
        const last = this.queue[this.scheduled].value === CLOSED;
        binding.postToPort(this.handle, () => this.deliver(), last ? 'close of the other port' : 'message');
      }
    }
    deliver() {
      this.scheduled--;
      if (this.closing) return;
      if (!this.receiving && this.queue[0]?.value !== CLOSED) return;
      const message = this.queue.shift();
      if (message === undefined) return;
      if (message.value === CLOSED) {
        this.close();
        return;
      }
      this.port[kPorts] = message.ports.map(portOf);
      this.port[kDispatch](message.value, 'message');
    }
    send(value, ports = []) {
      this.queue.push({ value, ports });
      this.schedule();
    }
    // Received without the loop.
    receive() {
      const head = this.queue[0];
      if (head === undefined || head.value === CLOSED) return undefined;
      if (this.scheduled === this.queue.length) {
        binding.takeBackFromPort(this.handle);
        this.scheduled--;
      }
      return this.queue.shift();
    }
    // `gone` is called when the handle is closed, before the others hear of it.
    close() {
      if (this.closing || this.handle === undefined) return;
      this.closing = true;
      binding.closePort(this.handle, () => {
        this.handle = undefined;
        const others = this.group;
        this.group = [];
        for (const other of others) {
          other.group = other.group.filter((end) => end !== this);
          if (!this.isBroadcast) other.send(CLOSED);
        }
        this.port.dispatchEvent(new MessagePortCloseEvent('close'));
      });
    }
  }
  class MessagePortCloseEvent extends Event {}

  const ends = new WeakMap();
  const kPorts = Symbol('nodejs.internal.kCurrentlyReceivingPorts');
  const portOf = (end) => {
    const port = Reflect.construct(NodeEventTarget, [], MessagePort);
    ends.set(port, end);
    transferable.set(port, {
      prepare: () => {
        const own = ends.get(port);
        if (own.handle === undefined || own.closing || own.port !== port) throw new DOMException('MessagePort in transfer list is already detached', 'DataCloneError');
        const moved = new End();
        moved.from = own;
        return moved;
      },
      finish: (moved) => move(moved.from, moved),
    });
    end.attach(port);
    return port;
  };
  // The new end takes the place of the one that was transferred.
  function move(own, moved) {
    moved.queue = own.queue;
    moved.group = own.group;
    for (const other of moved.group) other.group = other.group.map((end) => (end === own ? moved : end));
    own.queue = [];
    own.group = [];
    own.close();
  }
  function endOf(port) {
    const end = ends.get(port);
    if (end === undefined) throw nodeError(TypeError, 'ERR_INVALID_THIS', 'Value of "this" must be of type MessagePort');
    return end;
  }

  const MessagePort = { MessagePort: function () {
    throw nodeError(TypeError, 'ERR_CONSTRUCT_CALL_INVALID', 'Constructor cannot be called');
  } }.MessagePort;
  Object.setPrototypeOf(MessagePort, NodeEventTarget);
  MessagePort.prototype = Object.create(NodeEventTarget.prototype, {
    constructor: { value: MessagePort, writable: true, configurable: true },
  });
  Object.assign(MessagePort.prototype, {
    postMessage(value, options) {
      if (arguments.length === 0) throw nodeError(TypeError, 'ERR_MISSING_ARGS', 'Not enough arguments to MessagePort.postMessage');
      const end = endOf(this);
      const list = options === undefined || options === null || typeof options[Symbol.iterator] === 'function' ? options : options.transfer;
      for (const item of list ?? []) if (item === this) throw new DOMException('Transfer list contains source port', 'DataCloneError');
      const message = serialize(value, list);
      for (const other of end.group) other.send(message.value, message.ports);
      return end.group.length > 0 ? true : undefined;
    },
    start() {
      const end = endOf(this);
      if (end.handle === undefined) return;
      end.receiving = true;
      end.schedule();
    },
    close(callback) {
      if (typeof callback === 'function') this.once('close', callback);
      endOf(this).close();
    },
    ref() {
      if (endOf(this).handle !== undefined) binding.setPortRef(endOf(this).handle, true);
    },
    unref() {
      if (endOf(this).handle !== undefined) binding.setPortRef(endOf(this).handle, false);
    },
    hasRef() {
      const end = endOf(this);
      return end.handle !== undefined && !end.closing && binding.portHasRef(end.handle);
    },
  });
  Object.defineProperty(MessagePort.prototype, kInspect, { value() {
    return binding.refuse('showing a MessagePort', 'show the messages');
  } });
  // The first listener of messages starts the port and lets it keep the process alive; the last one that goes ends that.
  Object.defineProperty(MessagePort.prototype, kAdded, { value(size, type, ...rest) {
    if (type === 'message' && size === 1 && ends.has(this)) {
      this.ref();
      this.start();
    }
    return Reflect.apply(NodeEventTarget.prototype[kAdded], this, [size, type, ...rest]);
  } });
  Object.defineProperty(MessagePort.prototype, kRemoved, { value(size, type) {
    if (type !== 'message' || size !== 0) return;
    endOf(this).receiving = false;
    this.unref();
  } });
  Object.defineProperty(MessagePort.prototype, kCreateEvent, { value(data, type) {
    if (type !== 'message' && type !== 'messageerror') return Reflect.apply(EventTarget.prototype[kCreateEvent], this, [data, type]);
    const ports = this[kPorts];
    this[kPorts] = undefined;
    return new MessageEvent(type, { data, ports });
  } });
  defineEventHandler(MessagePort.prototype, 'message');
  defineEventHandler(MessagePort.prototype, 'messageerror');

  function MessageChannel() {
    if (new.target === undefined) {
      throw nodeError(TypeError, 'ERR_CONSTRUCT_CALL_REQUIRED', "Class constructor MessageChannel cannot be invoked without `new`");
    }
    const [one, two] = [new End(), new End()];
    one.group = [two];
    two.group = [one];
    this.port1 = portOf(one);
    this.port2 = portOf(two);
  }

  function receiveMessageOnPort(port) {
    const end = ends.get(port) ?? channels.get(port);
    if (end === undefined) throw invalidArgType('port', 'a MessagePort instance', port);
    const message = end.receive();
    return message === undefined ? undefined : { message: message.value };
  }

  // All channels of a name, in order of their making; a message of one goes to all others.
  const names = new Map();
  const channels = new WeakMap();
  class BroadcastChannel extends EventTarget {
    #name;
    #handle;
    #listener;
    constructor(name) {
      if (arguments.length === 0) throw missingArgs('name');
      super();
      this.#name = `${name}`;
      const end = new End();
      end.isBroadcast = true;
      end.group = names.get(this.#name) ?? [];
      for (const other of end.group) other.group = [...other.group, end];
      names.set(this.#name, [...end.group, end]);
      channels.set(this, end);
      this.#handle = portOf(end);
      this.#listener = (data) => this.dispatchEvent(new MessageEvent('message', { data }));
      this.#handle.on('message', this.#listener);
    }
    [kInspect](depth, options) {
      if (depth < 0) return 'BroadcastChannel';
      return shown(this, { name: this.#name, active: this.#handle !== undefined }, depth, options).replace(/^\S+/, 'BroadcastChannel');
    }
    get name() { return this.#name; }
    close() {
      if (this.#handle === undefined) return;
      const end = channels.get(this);
      names.set(this.#name, names.get(this.#name).filter((other) => other !== end));
      this.#handle.off('message', this.#listener);
      this.#handle.close();
      this.#handle = undefined;
    }
    postMessage(message) {
      if (arguments.length === 0) throw missingArgs('message');
      if (this.#handle === undefined) throw new DOMException('BroadcastChannel is closed.', 'InvalidStateError');
      this.#handle.postMessage(message);
    }
    ref() { this.#handle?.ref(); return this; }
    unref() { this.#handle?.unref(); return this; }
  }
  enumerable(BroadcastChannel.prototype, ['name', 'close', 'postMessage']);
  defineEventHandler(BroadcastChannel.prototype, 'message');
  defineEventHandler(BroadcastChannel.prototype, 'messageerror');

  // A port whose other end is in another thread: what is sent to it is given to `send`.
  function remotePort(send) {
    const end = new End();
    end.group = [{ group: [], send(value, ports) {
      if (ports?.length > 0) binding.refuse('a MessagePort that goes to another thread', 'send messages through worker.postMessage and parentPort');
      if (value !== CLOSED) send(value);
    } }];
    return { port: portOf(end), receive: (value) => end.send(value) };
  }
  internal.modules['internal/messaging'] = () => ({ remotePort, MessageChannel, MessagePort, MessageEvent, BroadcastChannel, receiveMessageOnPort });
})
