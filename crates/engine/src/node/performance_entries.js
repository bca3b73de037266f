// Entries of the performance timeline and who observes them: times are virtual milliseconds since the process began, observers
// are called by an immediate.
(function (binding, internal) {
  'use strict';
  const { invalidArgType, nodeError } = internal;
  const { codes } = internal.errors;
  const { validateFunction, validateNumber, validateObject, validateString } = internal.validators;
  const { shown } = internal.require('internal/event_target');
  const { setImmediate } = internal.require('timers');
  const { DOMException } = globalThis;
  const { freeze } = Object;
  const now = () => binding.now() / 1e6;
  const enumerable = (object, names) => {
    for (const name of names) Object.defineProperty(object, name, { enumerable: true });
  };
  const tagged = (object, value) => Object.defineProperty(object, Symbol.toStringTag, { value, configurable: true });
  const illegal = () => codes.ERR_ILLEGAL_CONSTRUCTOR();
  const missing = (...names) => codes.ERR_MISSING_ARGS(...names);
  const kInspect = Symbol.for('nodejs.util.inspect.custom');

  const kName = Symbol('PerformanceEntry.Name');
  const kEntryType = Symbol('PerformanceEntry.EntryType');
  const kStartTime = Symbol('PerformanceEntry.StartTime');
  const kDuration = Symbol('PerformanceEntry.Duration');
  const kNodeDetail = Symbol('NodePerformanceEntry.Detail');
  const kDetail = Symbol('kDetail');
  // What only Node's own files know: the constructors ask for it.
  const kOwn = Symbol('kSkipThrow');
  function field(entry, key, type) {
    if (entry === undefined || entry === null || entry[key] === undefined) throw invalidArgType('this', type, entry);
    return entry[key];
  }

  class PerformanceEntry {
    constructor(own = undefined, name = undefined, type = undefined, start = undefined, duration = undefined) {
      if (own !== kOwn) throw illegal();
      this[kName] = name;
      this[kEntryType] = type;
      this[kStartTime] = start;
      this[kDuration] = duration;
    }
    get name() { return field(this, kName, 'PerformanceEntry'); }
    get entryType() { return field(this, kEntryType, 'PerformanceEntry'); }
    get startTime() { return field(this, kStartTime, 'PerformanceEntry'); }
    get duration() { return field(this, kDuration, 'PerformanceEntry'); }
    [kInspect](depth, options) { return depth < 0 ? this : shown(this, this.toJSON(), depth, options); }
    toJSON() {
      return { name: field(this, kName, 'PerformanceEntry'), entryType: this[kEntryType], startTime: this[kStartTime], duration: this[kDuration] };
    }
  }
  enumerable(PerformanceEntry.prototype, ['name', 'entryType', 'startTime', 'duration', 'toJSON']);

  class PerformanceNodeEntry extends PerformanceEntry {
    get detail() { return field(this, kNodeDetail, 'NodePerformanceEntry'); }
    toJSON() { return { ...super.toJSON(), detail: this[kNodeDetail] }; }
  }

  const MILESTONES = ['nodeStart', 'v8Start', 'environment', 'loopStart', 'loopExit', 'bootstrapComplete'];
  const marks = new Map();
  function timeOf(mark) {
    if (mark === undefined) return undefined;
    if (typeof mark === 'number') {
      if (mark < 0) throw invalidTime(mark);
      return mark;
    }
    mark = `${mark}`;
    if (MILESTONES.includes(mark)) return internal.require('internal/performance').performance.nodeTiming[mark];
    const time = marks.get(mark);
    if (time === undefined) throw new DOMException(`The "${mark}" performance mark has not been set`, 'SyntaxError');
    return time;
  }
  function invalidTime(time) {
    return nodeError(TypeError, 'ERR_PERFORMANCE_INVALID_TIMESTAMP', `${time} is not a valid timestamp`);
  }
  const cloned = (detail) => (detail != null ? internal.require('internal/clone').structuredClone(detail) : null);

  class PerformanceMark extends PerformanceEntry {
    constructor(name, options = undefined) {
      if (arguments.length === 0) throw missing('name');
      name = `${name}`;
      if (MILESTONES.includes(name)) throw codes.ERR_INVALID_ARG_VALUE('name', name);
      if (options != null) validateObject(options, 'options');
      const start = options?.startTime ?? now();
      validateNumber(start, 'startTime');
      if (start < 0) throw invalidTime(start);
      marks.set(name, start);
      const detail = cloned(options?.detail);
      super(kOwn, name, 'mark', start, 0);
      this[kDetail] = detail;
    }
    get detail() { return field(this, kDetail, 'PerformanceMark'); }
    toJSON() { return { ...super.toJSON(), detail: this[kDetail] }; }
  }
  enumerable(PerformanceMark.prototype, ['detail']);
  tagged(PerformanceMark.prototype, 'PerformanceMark');

  class PerformanceMeasure extends PerformanceEntry {
    constructor(own = undefined, name = undefined, type = undefined, start = undefined, duration = undefined) {
      if (own !== kOwn) throw illegal();
      super(own, name, type, start, duration);
    }
    get detail() { return field(this, kDetail, 'PerformanceMeasure'); }
    toJSON() { return { ...super.toJSON(), detail: this[kDetail] }; }
  }
  enumerable(PerformanceMeasure.prototype, ['detail']);
  tagged(PerformanceMeasure.prototype, 'PerformanceMeasure');

  // Beginning and length of a measure, from two marks, two times or what the options say.
  function span(from, endMark) {
    from ??= 0;
    const options = typeof from === 'object' && (from.start !== undefined || from.end !== undefined) ? from : undefined;
    const wrong = (text) => nodeError(TypeError, 'ERR_PERFORMANCE_MEASURE_INVALID_OPTIONS', text);
    if (options) {
      if (endMark !== undefined) throw wrong('endMark must not be specified');
      if (options.start !== undefined && options.end !== undefined && options.duration !== undefined) {
        throw wrong('Must not have options.start, options.end, and options.duration specified');
      }
    }
    let end;
    if (endMark !== undefined) end = timeOf(endMark);
    else if (options && options.end !== undefined) end = timeOf(options.end);
    else if (options && options.start !== undefined && options.duration !== undefined) end = timeOf(options.start) + timeOf(options.duration);
    else end = now();
    let start = 0;
    if (typeof from === 'string') start = timeOf(from);
    else if (options && options.start !== undefined) start = timeOf(options.start);
    else if (options && options.duration !== undefined && options.end !== undefined) start = end - timeOf(options.duration);
    return [start, end - start];
  }

  // The timeline: what `performance.getEntries` gives, and who observes it.
  const buffers = { mark: [], measure: [], resource: [] };
  const byStart = (first, second) => first.startTime - second.startTime;
  function entriesOf(name, type) {
    let list;
    if (type === undefined) list = [...buffers.mark, ...buffers.measure, ...buffers.resource];
    else if (internal.hasOwn(buffers, type)) list = [...buffers[type]];
    else return [];
    if (name !== undefined) list = list.filter((entry) => entry.name === name);
    return list.sort(byStart);
  }
  function clearEntries(type, name) {
    buffers[type] = name === undefined ? [] : buffers[type].filter((entry) => entry.name !== name);
  }

  // Those that Node has too, but whose entries nothing makes here.
  const UNSEEN = ['dns', 'gc', 'http', 'http2', 'net', 'quic', 'resource'];
  const SUPPORTED = freeze(['dns', 'function', 'gc', 'http', 'http2', 'mark', 'measure', 'net', ...(internal.major >= 24 ? ['quic'] : []), 'resource']);
  const observers = new Set();
  const pending = new Set();
  let isPending = false;
  function queuePending() {
    if (isPending) return;
    isPending = true;
    setImmediate(function dispatchObservers() {
      isPending = false;
      const ready = [...pending];
      pending.clear();
      for (const observer of ready) observer[kOwn]();
    });
  }
  function enqueue(entry) {
    for (const observer of observers) observer[kOwn](entry);
  }

  class PerformanceObserverEntryList {
    #entries;
    constructor(own = undefined, entries = []) {
      if (own !== kOwn) throw illegal();
      this.#entries = entries.sort(byStart);
    }
    static #of(list) {
      if (!(#entries in Object(list))) throw invalidArgType('this', 'PerformanceObserverEntryList', list);
      return list.#entries;
    }
    getEntries() { return [...PerformanceObserverEntryList.#of(this)]; }
    getEntriesByType(type) {
      const entries = PerformanceObserverEntryList.#of(this);
      if (arguments.length === 0) throw missing('type');
      type = `${type}`;
      return entries.filter((entry) => entry.entryType === type);
    }
    getEntriesByName(name, type = undefined) {
      const entries = PerformanceObserverEntryList.#of(this);
      if (arguments.length === 0) throw missing('name');
      name = `${name}`;
      return entries.filter((entry) => entry.name === name && (type == null || entry.entryType === type));
    }
    [kInspect](depth, options) { return depth < 0 ? this : shown(this, this.#entries, depth, options); }
  }
  enumerable(PerformanceObserverEntryList.prototype, ['getEntries', 'getEntriesByType', 'getEntriesByName']);
  tagged(PerformanceObserverEntryList.prototype, 'PerformanceObserverEntryList');

  class PerformanceObserver {
    #buffer = [];
    #entryTypes = new Set();
    #type;
    #callback;
    constructor(callback) {
      // It was another one then: entries are handed over while they are made.
      if (internal.major < 16) binding.refuse('PerformanceObserver before Node 16', 'choose a newer version, or use performance.now');
      validateFunction(callback, 'callback');
      this.#callback = callback;
    }
    observe(options = {}) {
      validateObject(options, 'options');
      const { entryTypes, type, buffered } = { ...options };
      if (entryTypes === undefined && type === undefined) throw missing('options.entryTypes', 'options.type');
      if (entryTypes != null && type != null) {
        throw codes.ERR_INVALID_ARG_VALUE('options.entryTypes', entryTypes, 'options.entryTypes can not set with options.type together');
      }
      if (this.#type === undefined) {
        this.#type = type !== undefined ? 'single' : 'multiple';
      } else if ((this.#type === 'single' ? entryTypes : type) !== undefined) {
        const other = this.#type === 'single' ? 'multiple observations' : 'single observation';
        throw new DOMException(`PerformanceObserver can not change to ${other}`, 'InvalidModificationError');
      }
      const wanted = (this.#type === 'multiple' ? entryTypes : [type]);
      if (!Array.isArray(wanted)) throw invalidArgType('options.entryTypes', 'string[]', entryTypes);
      const seen = wanted.filter((one) => SUPPORTED.includes(one));
      const unseen = seen.find((one) => UNSEEN.includes(one));
      if (unseen !== undefined) binding.refuse(`a PerformanceObserver of '${unseen}'`, "observe 'mark', 'measure' or 'function'");
      if (this.#type === 'multiple') this.#entryTypes.clear();
      else if (seen.length === 0) return;
      for (const one of seen) this.#entryTypes.add(one);
      if (this.#type === 'single' && buffered) {
        this.#buffer.push(...entriesOf(undefined, type));
        pending.add(this);
        queuePending();
      }
      if (this.#entryTypes.size > 0) observers.add(this);
      else this.disconnect();
    }
    disconnect() {
      observers.delete(this);
      pending.delete(this);
      this.#buffer = [];
      this.#entryTypes.clear();
      this.#type = undefined;
    }
    takeRecords() {
      const list = this.#buffer;
      this.#buffer = [];
      return list;
    }
    static get supportedEntryTypes() { return SUPPORTED; }
    // With an entry: keeps it if it is of interest. Without: calls the observer.
    [kOwn](entry) {
      if (entry === undefined) {
        const list = new PerformanceObserverEntryList(kOwn, this.takeRecords());
        const callback = this.#callback;
        Reflect.apply(callback, this, [list, this]);
      } else if (this.#entryTypes.has(entry.entryType)) {
        this.#buffer.push(entry);
        pending.add(this);
        queuePending();
      }
    }
    [kInspect](depth, options) {
      return depth < 0 ? this : shown(this, {
        connected: observers.has(this), pending: pending.has(this), entryTypes: [...this.#entryTypes], buffer: this.#buffer,
      }, depth, options);
    }
  }
  enumerable(PerformanceObserver.prototype, ['observe', 'disconnect', 'takeRecords']);
  tagged(PerformanceObserver.prototype, 'PerformanceObserver');

  internal.modules['internal/performance_entries'] = () => ({
    PerformanceEntry, PerformanceNodeEntry, PerformanceMark, PerformanceMeasure, PerformanceObserver, PerformanceObserverEntryList,
    MILESTONES, marks, buffers, kOwn, kDetail, kNodeDetail, now, enumerable, tagged, illegal, missing, cloned, span, entriesOf, clearEntries, enqueue,
  });
})
