// worker_threads, as the main thread and workers see it.
(function (binding, internal) {
  'use strict';
  const { MessageChannel, MessagePort, BroadcastChannel, receiveMessageOnPort } = internal.require('internal/messaging');
  internal.modules.worker_threads = () => {
    const { Worker, environment: data } = internal.require('internal/worker');
    const worker = internal.worker;
    const threads = {
      isMainThread: worker === undefined,
      MessagePort,
      MessageChannel,
      receiveMessageOnPort,
      resourceLimits: {},
      threadId: worker?.threadId ?? 0,
      SHARE_ENV: Symbol.for('nodejs.worker_threads.SHARE_ENV'),
      parentPort: worker?.parentPort ?? null,
      workerData: worker?.workerData ?? null,
      Worker,
      BroadcastChannel: worker ? internal.refusing('a BroadcastChannel in a worker', 'use parentPort') : BroadcastChannel,
      setEnvironmentData(key, value) { if (value === undefined) data.delete(key); else data.set(key, value); },
      getEnvironmentData: (key) => data.get(key),
    };
    internal.refuseMissing(threads, 'worker_threads.', ['markAsUntransferable', 'moveMessagePortToContext'],
      'use a MessageChannel');
    return threads;
  };
})
