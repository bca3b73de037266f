// perf_hooks and the global `performance`.
(function (binding, internal) {
  'use strict';
  const { codes } = internal.errors;
  const { validateFunction, validateObject, validateString } = internal.validators;
  const { EventTarget, initEventTarget, defineEventHandler, shown } = internal.require('internal/event_target');
  const {
    PerformanceEntry, PerformanceNodeEntry, PerformanceMark, PerformanceMeasure, PerformanceObserver, PerformanceObserverEntryList,
    MILESTONES, marks, buffers, kOwn, kDetail, kNodeDetail, now, enumerable, tagged, illegal, missing, cloned, span, entriesOf, clearEntries, enqueue,
  } = internal.require('internal/performance_entries');
  const kInspect = Symbol.for('nodejs.util.inspect.custom');

  function finished(name, start, args) {
    const entry = new PerformanceNodeEntry(kOwn, name, 'function', start, now() - start);
    entry[kNodeDetail] = args;
    args.forEach((argument, at) => { entry[at] = argument; });
    enqueue(entry);
  }
  function timerify(fn, options = {}) {
    validateFunction(fn, 'fn');
    validateObject(options, 'options');
    if (options.histogram !== undefined) binding.refuse('the histogram of performance.timerify', 'use a PerformanceObserver of function entries');
    function timerified(...args) {
      const start = now();
      const result = new.target ? Reflect.construct(fn, args, fn) : Reflect.apply(fn, this, args);
      if (!new.target && typeof result?.finally === 'function') return result.finally(() => finished(fn.name, start, args));
      finished(fn.name, start, args);
      return result;
    }
    return Object.defineProperties(timerified, {
      length: { configurable: false, enumerable: true, value: fn.length },
      name: { configurable: false, enumerable: true, value: `timerified ${fn.name}` },
    });
  }

  // Time in poll is idle, the rest since the loop began is active.
  function eventLoopUtilization(one, other) {
    const [loopStart, idle] = binding.loopTimes();
    if (loopStart < 0) return { idle: 0, active: 0, utilization: 0 };
    const of = (idleTime, active) => ({ idle: idleTime, active, utilization: active / (idleTime + active) });
    if (other) return of(one.idle - other.idle, one.active - other.active);
    const active = now() - loopStart - idle;
    return one ? of(idle - one.idle, active - one.active) : of(idle, active);
  }

  class PerformanceNodeTiming {
    constructor() {
      const getters = {
        duration: now, nodeStart: () => 0, v8Start: () => 0, environment: () => 0, loopStart: () => binding.loopTimes()[0],
        loopExit: () => (internal.process._exiting ? now() : -1), bootstrapComplete: () => 0, idleTime: () => binding.loopTimes()[1],
      };
      for (const [name, value] of Object.entries({ name: 'node', entryType: 'node', startTime: 0 })) {
        Object.defineProperty(this, name, { value, enumerable: true, configurable: true });
      }
      for (const [name, get] of Object.entries(getters)) Object.defineProperty(this, name, { get, enumerable: true, configurable: true });
      Object.defineProperty(this, 'uvMetricsInfo', {
        get: () => binding.refuse('nodeTiming.uvMetricsInfo', 'the recording shows every iteration'), enumerable: true, configurable: true,
      });
    }
    [kInspect](depth, options) { return depth < 0 ? this : shown(this, this.toJSON(), depth, options); }
    toJSON() {
      const { startTime, duration, nodeStart, v8Start, bootstrapComplete, environment, loopStart, loopExit, idleTime } = this;
      return {
        name: 'node', entryType: 'node', startTime, duration, nodeStart, v8Start, bootstrapComplete, environment, loopStart, loopExit, idleTime,
      };
    }
  }
  Object.setPrototypeOf(PerformanceNodeTiming.prototype, PerformanceEntry.prototype);
  const nodeTiming = new PerformanceNodeTiming();

  const brand = Symbol('performance');
  const check = (self) => {
    if (self?.[brand] !== true) throw internal.invalidArgType('this', 'Performance', self);
  };
  class Performance extends EventTarget {
    constructor() { throw illegal(); }
    [kInspect](depth, options) {
      return depth < 0 ? this : shown(this, { nodeTiming: this.nodeTiming, timeOrigin: this.timeOrigin }, depth, options);
    }
    clearMarks(name = undefined) {
      check(this);
      if (name === undefined) {
        marks.clear();
      } else {
        name = `${name}`;
        if (MILESTONES.includes(name)) throw codes.ERR_INVALID_ARG_VALUE('name', name);
        marks.delete(name);
      }
      clearEntries('mark', name);
    }
    clearMeasures(name = undefined) {
      check(this);
      clearEntries('measure', name === undefined ? name : `${name}`);
    }
    clearResourceTimings(name = undefined) {
      check(this);
      clearEntries('resource', name === undefined ? name : `${name}`);
    }
    getEntries() {
      check(this);
      return entriesOf();
    }
    getEntriesByName(name, type = undefined) {
      check(this);
      if (arguments.length === 0) throw missing('name');
      return entriesOf(`${name}`, type === undefined ? type : `${type}`);
    }
    getEntriesByType(type) {
      check(this);
      if (arguments.length === 0) throw missing('type');
      return entriesOf(undefined, `${type}`);
    }
    mark(name, options = {}) {
      check(this);
      if (arguments.length === 0) throw missing('name');
      const mark = new PerformanceMark(name, options);
      enqueue(mark);
      buffers.mark.push(mark);
      return mark;
    }
    measure(name, from = {}, endMark = undefined) {
      check(this);
      if (arguments.length === 0) throw missing('name');
      validateString(name, 'name');
      const [start, duration] = span(from, endMark);
      const detail = cloned(from?.detail);
      const measure = new PerformanceMeasure(kOwn, name, 'measure', start, duration);
      measure[kDetail] = detail;
      enqueue(measure);
      buffers.measure.push(measure);
      return measure;
    }
    now() {
      check(this);
      return now();
    }
    setResourceTimingBufferSize(maxSize) {
      check(this);
      if (arguments.length === 0) throw missing('maxSize');
    }
    get timeOrigin() {
      check(this);
      return internal.epoch;
    }
    toJSON() {
      check(this);
      return { nodeTiming: this.nodeTiming, timeOrigin: this.timeOrigin, eventLoopUtilization: this.eventLoopUtilization() };
    }
  }
  enumerable(Performance.prototype, ['clearMarks', 'clearMeasures', 'clearResourceTimings', 'getEntries', 'getEntriesByName',
    'getEntriesByType', 'mark', 'measure', 'now', 'timeOrigin', 'toJSON', 'setResourceTimingBufferSize']);
  tagged(Performance.prototype, 'Performance');
  for (const [name, value] of Object.entries({
    eventLoopUtilization, nodeTiming, markResourceTiming: internal.refusing('performance.markResourceTiming'), timerify,
  })) {
    Object.defineProperty(Performance.prototype, name, { value, configurable: true, enumerable: false, writable: true });
  }
  defineEventHandler(Performance.prototype, 'resourcetimingbufferfull');

  const performance = Reflect.construct(function Make() {
    initEventTarget(this);
    this[brand] = true;
  }, [], Performance);

  const GC = { MAJOR: 4, MINOR: 1, INCREMENTAL: 8, WEAKCB: 16 };
  const FLAGS = {
    NO: 0, CONSTRUCT_RETAINED: 2, FORCED: 4, SYNCHRONOUS_PHANTOM_PROCESSING: 8, ALL_AVAILABLE_GARBAGE: 16, ALL_EXTERNAL_MEMORY: 32, SCHEDULE_IDLE: 64,
  };
  const constants = Object.create(null);
  for (const [name, value] of Object.entries(GC)) constants[`NODE_PERFORMANCE_GC_${name}`] = value;
  for (const [name, value] of Object.entries(FLAGS)) constants[`NODE_PERFORMANCE_GC_FLAGS_${name}`] = value;
  const HINT = 'measure with performance.now and performance.eventLoopUtilization';
  const refused = (name, Base) => {
    const maker = internal.refusing(`perf_hooks.${name}`, HINT);
    return Base ? Object.setPrototypeOf(maker, Base) : maker;
  };
  const exported = {
    Performance, PerformanceEntry, PerformanceMark, PerformanceMeasure, PerformanceObserver, PerformanceObserverEntryList,
    PerformanceResourceTiming: refused('PerformanceResourceTiming', PerformanceEntry),
    monitorEventLoopDelay: refused('monitorEventLoopDelay'),
    createHistogram: refused('createHistogram'),
    performance,
  };
  Object.defineProperty(exported, 'constants', { value: constants, enumerable: true, configurable: false, writable: false });
  internal.modules.perf_hooks = () => exported;
  internal.modules['internal/performance'] = () => exported;
})
