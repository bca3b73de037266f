// worker_threads, seen from the main thread.
(function (binding, internal) {
  'use strict';
  const { MessageChannel, MessagePort, BroadcastChannel, receiveMessageOnPort } = internal.require('internal/messaging');
  const data = new Map();
  internal.modules.worker_threads = () => {
    const threads = {
      isMainThread: true,
      MessagePort,
      MessageChannel,
      receiveMessageOnPort,
      resourceLimits: {},
      threadId: 0,
      SHARE_ENV: Symbol.for('nodejs.worker_threads.SHARE_ENV'),
      parentPort: null,
      workerData: null,
      BroadcastChannel,
      setEnvironmentData(key, value) { if (value === undefined) data.delete(key); else data.set(key, value); },
      getEnvironmentData: (key) => data.get(key),
    };
    internal.refuseMissing(threads, 'worker_threads.', ['markAsUntransferable', 'moveMessagePortToContext', 'Worker'],
      'use a MessageChannel');
    return threads;
  };
})
